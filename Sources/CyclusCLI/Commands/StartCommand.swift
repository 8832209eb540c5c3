import ArgumentParser
import CyclusCore
import CyclusStore

struct StartCommand: CyclusCommand {
  static let configuration = CommandConfiguration(
    commandName: "start", abstract: "Start a traject for a student.",
    discussion: """
      cyclus start 7000017 --workflow mijn-workflow --from 2026-02-02 --role mentor=LIJA \\
        --role coach=BEUN --role trainer=RIET --school "Lyceum De Wilg"
      """)
  @Argument(help: "student number") var student: String
  @Option(help: "the workflow") var workflow: String
  @Option(help: "the first day") var from: String
  @Option(help: "the last day") var until: String?
  @Option(help: "ROLE=PERSON") var role: [String] = []
  @Option(help: "the placement's school or company") var school: String?
  @Option(name: .customLong("set"), help: "a parameter: NAME=VALUE") var parameters: [String] = []
  @OptionGroup(title: "Global options") var options: GlobalOptions

  func run(_ session: Session) throws -> Int32 {
    try Receipt.write(try perform(session, batch: nil), session)
    return 0
  }

  func perform(_ session: Session, batch: Int?) throws -> Performed {
    let store = try session.store(.write)
    let published = try store.published(workflow)
    let known = try store.workflow(digest: published.digest)
    let assigned = try assigned(known)
    var values = try Pairs.read(parameters, "--set")
    let persons = known.parameters.filter { $0.kind == .person }.map(\.id)
    let people = try people(
      [student] + assigned.map(\.value) + persons.compactMap { values[$0] }, store)
    for id in persons { values[id] = values[id].flatMap { people[$0]?.id.description } }
    for id in persons {
      if let other = values[id].flatMap({ PersonID($0) }) {
        try store.checkFellowStudent(other, known.parameter(id)?.title ?? Localized(id), verb: "start")
      }
    }
    guard let person = people[student] else { throw StoreError.unknownPerson(student) }
    var recording = try session.administration(store)
    guard let from = try session.day("--from", from) else {
      preconditionFailure("--from is asked by the parser")
    }
    recording.happened = from
    let roles = assigned.compactMap { name, code in
      people[code].map { Traject.Attendance(role: known.role(name)?.id ?? name, person: $0.id) }
    }
    let until = try session.day("--until", until)
    var performed = try store.start(published, recording, batch: batch) { id, desk in
      try refuseSecond(person, published, store)
      return StartRequest(
        id: id, student: person.id, digest: published.digest, from: from, until: until,
        school: try school.map { try desk.school($0, code: nil) }, roles: roles, parameters: values)
    }
    performed.remarks += try store.pairRemarks(performed.traject)
    let rulebook = try store.rulebook(of: performed.traject)
    if let remark = rulebook.calendar?.remark(on: rulebook.end(of: performed.traject)) {
      performed.remarks.append(remark)
    }
    if let remark = rulebook.calendar?.remark(on: [rulebook.workflow]) { performed.remarks.append(remark) }
    return performed
  }

  /// Who gets which role; one role several times as far as the workflow has room for several.
  private func assigned(_ workflow: Workflow) throws -> [(key: String, value: String)] {
    let pairs = try role.flatMap { try Pairs.read([$0], "--role") }
    for (name, _) in pairs {
      let id = workflow.role(name)?.id ?? name
      let count = pairs.count { (workflow.role($0.key)?.id ?? $0.key) == id }
      let places = workflow.places(of: id)
      guard count > places else { continue }
      throw places == 1
        ? Failure.usage("--role: \(name) staat er twee keer", "--role: \(name) is given twice")
        : Failure.usage(
          "--role: \(name) staat er \(count) keer, en er is plaats voor \(places)",
          "--role: \(name) is given \(count) times, and there is room for \(places)")
    }
    return pairs.enumerated().sorted { ($0.element.key, $0.offset) < ($1.element.key, $1.offset) }.map(
      \.element)
  }

  /// The people that a start names, or a refusal that names all who are not known and how to add them.
  private func people(_ names: [String], _ store: Store) throws -> [String: Person] {
    var people: [String: Person] = [:]
    var missing: [Refusal.Missing] = []
    for name in names where people[name] == nil {
      do { people[name] = try store.person(named: name) } catch {
        guard error == .unknownPerson(name) else { throw error }
        let lack = unknown(name)
        if !missing.contains(lack) { missing.append(lack) }
      }
    }
    guard missing.isEmpty else { throw Refusal(verb: "start", traject: nil, missing: missing) }
    return people
  }

  private func unknown(_ name: String) -> Refusal.Missing {
    let what = Localized(nl: "persoon", en: "person")
    guard (try? PersonNumber.check(name)) != nil else {
      return .init(
        what: what,
        message: Localized(
          nl: "er is geen persoon «\(name)»: zie person list",
          en: "there is no person “\(name)”: see person list"))
    }
    let command = "cyclus person add \(name) --given … --family …"
    return .init(
      what: what,
      message: Localized(
        nl:
          "er is geen persoon «\(name)»: voeg die eerst toe met «\(command)», of lees de groep in met «cyclus import»; wie er al zijn, toont «cyclus person list»",
        en:
          "there is no person “\(name)”: add it first with “\(command)”, or take over the group with “cyclus import”; “cyclus person list” shows who there are"
      ))
  }

  /// A student is in a workflow once at a time.
  private func refuseSecond(_ student: Person, _ published: PublishedWorkflow, _ store: Store) throws {
    for id in try store.trajecten(of: student.id) {
      let (state, _) = try store.current(id)
      guard state.workflow == published.id, !state.hasEnded else { continue }
      throw Refusal(
        verb: "start", traject: nil,
        missing: [
          .init(
            what: Localized(nl: "traject", en: "traject"),
            message: Localized(
              nl:
                "\(student.id) heeft al een open traject \(state.name) in \(published.id), vanaf \(state.from.longNL)",
              en:
                "\(student.id) has an open traject \(state.name) in \(published.id) already, from \(state.from.longEN)"
            ))
        ])
    }
  }
}
