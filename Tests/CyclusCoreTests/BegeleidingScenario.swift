import CyclusYAML
import Testing

@testable import CyclusCore

/// The workflow `bpv-begeleiding` as it ships, and trajecten under it from Monday 7 September 2026 until Friday 29 January
/// 2027 in two blocks: student P1, praktijkopleider P2, bpv-begeleider P3, leercoach P4.
enum Begeleiding {
  static let workflow: Workflow = {
    guard let file = ShippedWorkflows.all.first(where: { $0.name == "bpv-begeleiding.yaml" }) else {
      preconditionFailure("bpv-begeleiding.yaml does not ship")
    }
    let result = WorkflowFile.load(file.text, name: file.name)
    guard let workflow = result.workflow else { preconditionFailure(result.rendered(in: .en)) }
    return workflow
  }()

  static let all = ["student", "praktijkopleider", "bpv-begeleider"]
  static let enough = ["ontwikkeling": "voldoende", "leermogelijkheden": "voldoende"]

  /// A traject that just began.
  static func start(_ parameters: [String: String] = [:]) throws -> Scenario {
    let roles = (all + ["leercoach"]).enumerated().map {
      Traject.Attendance(role: $0.element, person: PersonID($0.offset + 1))
    }
    let parameters = ["niveau": "3", "blokken": "2026-11-16"].merging(parameters) { _, new in new }
    let request = StartRequest(
      id: 1, student: PersonID(1), digest: "d1", from: day("2026-09-07"), until: day("2027-01-29"), school: 7,
      roles: roles, parameters: parameters)
    return try Scenario(request, under: workflow)
  }

  /// In `eerste-bezoek` on 8 September.
  static func begun(_ parameters: [String: String] = [:]) throws -> Scenario {
    try start(parameters).after(
      by("bb", "2026-09-08", .done(obligation: "aanspreekpunt-bekend")),
      by("bb", "2026-09-08", .advance()))
  }

  /// In `volgende-bezoeken` on 22 September, after a first visit on the day before, which was contact 1.
  static func visited(_ parameters: [String: String] = [:]) throws -> Scenario {
    try begun(parameters).after(firstVisit("2026-09-21")).form("eerste-bezoek", "2026-09-21")
      .after(by("bb", "2026-09-22", .advance()))
  }

  /// In `volgende-bezoeken`, where the first visit was waived and contact 1 was online on 6 October.
  static func unvisited() throws -> Scenario {
    try begun().after(
      by("bb", "2026-09-21", .waive("eerste-bezoek.held")),
      by("bb", "2026-09-22", .advance()), visit("bezoek@1", "2026-10-06", "online")
    ).form("bezoek@1", "2026-10-06")
  }

  /// In `volgende-bezoeken`, with a visit on 1 December and one on 12 January.
  static func thrice(_ parameters: [String: String] = [:]) throws -> Scenario {
    try visited(parameters)
      .after(visit("bezoek@2", "2026-12-01", "online")).form("bezoek@2", "2026-12-01")
      .after(visit("bezoek@3", "2027-01-12", "online")).form("bezoek@3", "2027-01-12")
  }

  /// In `beoordeling-bedrijf` on 25 January.
  static func visitsDone(_ parameters: [String: String] = [:]) throws -> Scenario {
    try thrice(parameters).after(by("bb", "2027-01-25", .advance()))
  }

  /// In `eindgesprek` of the last bpv: the closing talk on 26 January, and the form of the company filled in there.
  static func talked(_ verdict: String = "voldoende") throws -> Scenario {
    try visitsDone(["laatste-bpv": "yes"]).after(
      by("bb", "2027-01-25", .advance()),
      by("bb", "2027-01-26", .held(.init(gesprek: "eindgesprek", present: all.map { .init(role: $0) }))),
      by("po", "2027-01-26", judge(verdict, at: "eindgesprek"))
    ).form("eindgesprek", "2027-01-26")
  }

  /// In `eindbeoordeling` on 29 January: the hours signed and the form kept.
  static func ready() throws -> Scenario {
    try talked().hours("b1", "2026-11-13").hours("b2", "2027-01-29").after(
      by("bb", "2027-01-27", .done(obligation: "beoordeling-bewaard")), by("bb", "2027-01-29", .advance()))
  }

  // MARK: Acts

  static func firstVisit(_ on: String, _ mode: String = "op-locatie") -> Scenario.Act {
    by(
      "bb", on,
      .held(
        .init(
          gesprek: "eerste-bezoek", present: all.map { .init(role: $0) }, mode: mode,
          record: ["aantal-afgesproken": "ja"])))
  }

  static func visit(
    _ name: String, _ on: String, _ mode: String = "op-locatie", _ record: [String: String] = enough
  ) -> Scenario.Act {
    by(
      "bb", on, .held(.init(gesprek: name, present: all.map { .init(role: $0) }, mode: mode, record: record)))
  }

  /// The judgement of the company, with both parts sufficient unless a test says otherwise.
  static func judge(
    _ verdict: String, at gesprek: String? = nil, why: Bool = true, development: String = "voldoende",
    processes: String = "voldoende"
  ) -> Command {
    .assess(
      Command.Assess(
        outcome: "beoordeling-bedrijf", gesprek: gesprek, verdict: verdict, why: why ? text() : nil,
        values: ["persoonlijke-ontwikkeling": development, "werkprocessen": processes]))
  }

  /// The final assessment of the whole placement.
  static func assess(_ verdict: String, at gesprek: String? = nil, why: Bool = true) -> Command {
    .assess(
      Command.Assess(outcome: "eindbeoordeling", gesprek: gesprek, verdict: verdict, why: why ? text() : nil))
  }
}

extension Scenario {
  /// The learning agreements of a visit are handed in and the visit is closed.
  func form(_ gesprek: String, _ on: String) -> Scenario {
    after(
      by("student", on, .submit("leerafspraken@\(gesprek)")),
      by("bb", on, .close(gesprek: gesprek, record: [:])))
  }

  /// The hours of a block are handed in and signed.
  func hours(_ block: String, _ on: String) -> Scenario {
    after(by("student", on, .submit("uren-bpv@\(block)")), by("po", on, .sign(document: "uren-bpv@\(block)")))
  }

  /// The agenda of a gesprek in this traject.
  func agenda(_ gesprek: String) -> [String] {
    rules.gesprek(gesprek).map { state.agenda(of: $0, rulebook).map(\.nl) } ?? []
  }
}
