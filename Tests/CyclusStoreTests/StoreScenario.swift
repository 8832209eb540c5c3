import CyclusCore
import CyclusYAML
import Testing

@testable import CyclusStore

/// A practice database with the shipped workflow, made-up people and trajecten, in a folder of its own.
final class StoreScenario {
  let folder: ScratchFolder
  let path: String
  let store: Store
  let published: PublishedWorkflow
  let workflow: Workflow
  private(set) var people: [String: PersonID] = [:]

  static let staff = ["wpb": "LIJA", "so": "MEES", "io": "SPEC", "oac": "RIET", "olv": "VARE"]

  init() throws {
    folder = try ScratchFolder()
    path = folder.file("cyclus.db")
    store = try Store.create(
      path: path, isPractice: true, recording: Self.recording(Actor(person: nil, role: nil)))
    let file = try #require(ShippedWorkflows.all.first { $0.name == "han-wpl2-lj2.yaml" })
    workflow = try #require(WorkflowFile.load(file.text, name: file.name).workflow)
    published = try store.publish(workflow, text: file.text, recording: Self.recording(.system)).workflow
    for code in Self.staff.values.sorted() {
      people[code] = try store.addPerson(
        number: code, name: PersonName(given: "Vogel", family: code.capitalized),
        recording: Self.recording(.system))
    }
  }

  static func day(_ text: String) -> Day { Day(text) ?? Day(number: 0) }

  static func recording(
    _ actor: Actor, on day: String = "2026-02-02", today: String? = nil, at moment: String? = nil
  ) -> Recording {
    Recording(
      actor: actor, account: "vogelaar", source: .form, happened: Self.day(day),
      today: Self.day(today ?? day),
      recorded: Instant(moment ?? "2026-01-20T09:00:00Z") ?? Instant(milliseconds: 0), isGiven: true)
  }

  /// Starts a traject for a new student and gives its number.
  @discardableResult
  func start(_ number: String, parameters: [String: String] = [:]) throws -> Int {
    let recording = Self.recording(.system)
    let student = try store.addPerson(
      number: number, name: PersonName(given: "Berk", infix: "van der", family: "Wilg\(number)"),
      recording: recording)
    people[number] = student
    let roles = try Self.staff.sorted { $0.key < $1.key }.map { role, code in
      Traject.Attendance(role: role, person: try #require(people[code]))
    }
    return try store.start(published, recording) { id, desk in
      StartRequest(
        id: id, student: student, digest: published.digest, from: Self.day("2026-02-02"),
        school: try desk.school("Lyceum De Wilg", code: nil), roles: roles, parameters: parameters)
    }.traject.id
  }

  /// Carries out a command as somebody.
  @discardableResult
  func perform(
    _ traject: Int, as code: String, on day: String, today: String = "2026-06-30",
    _ command: (TextDesk) throws -> Command
  ) throws -> Performed {
    let person = try #require(people[code])
    let actor = Actor(person: person, role: nil)
    return try store.perform(traject, Self.recording(actor, on: day, today: today)) { _, _, desk in
      try command(desk)
    }
  }

  /// A kennismaking that was held, with the phase behind it.
  func acquaint(_ traject: Int, _ number: String) throws {
    try perform(traject, as: number, on: "2026-02-03") { _ in
      .held(
        .init(
          gesprek: "kennismakingsgesprek",
          present: [.init(role: "student"), .init(role: "werkplekbegeleider")]))
    }
    try perform(traject, as: "SPEC", on: "2026-02-04") { _ in .advance(to: nil) }
  }

  /// A connection beside the store, as somebody with a database tool has it.
  func tool() throws -> Connection { try Connection(path: path, mode: .readWrite) }

  /// Everything in the database, as text.
  func dump(tables: [String]? = nil) throws -> [String] {
    let connection = try Connection(path: path, mode: .readOnly)
    let names =
      try tables
      ?? connection.prepare(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
      ).all { try $0.text(0) }
    return try names.flatMap { table in
      let columns = try connection.prepare("SELECT name FROM pragma_table_info('\(table)')").all {
        try $0.text(0)
      }
      let row = columns.map { "quote(\"\($0)\")" }.joined(separator: " || '|' || ")
      return try connection.prepare("SELECT \(row) FROM \(table) ORDER BY 1").all {
        "\(table)|\(try $0.text(0))"
      }
    }
  }
}

extension String {
  fileprivate var capitalized: String { prefix(1).uppercased() + dropFirst().lowercased() }
}
