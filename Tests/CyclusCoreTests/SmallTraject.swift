import CyclusYAML
import Testing

@testable import CyclusCore

/// A traject under a workflow that a test writes down, with the people `P1` (student), `P2` (trainer) and `P3` (coach).
struct SmallTraject {
  let workflow: Workflow
  var state: Traject
  var rulebook: Rulebook
  var remarks: [Localized] = []
  private var number = 1

  /// The head of a small workflow, without a timeline, gesprekken and phases.
  static let head = """
    workflow: klein
    version: "1"
    leader: coach
    roles:
      student: {at: student, required: yes, rule: X-1}
      trainer: {at: workplace, rule: X-1}
      coach: {at: institute, rule: X-1}
    ladder: {rungs: [{after: 0 days, to: actor}], rule: X-1}

    """

  static func workflow(_ text: String, at place: SourceLocation = #_sourceLocation) throws -> Workflow {
    let result = WorkflowFile.load(head + text, name: "klein.yaml")
    return try #require(result.workflow, "\(result.rendered(in: .nl))", sourceLocation: place)
  }

  static func request(from: String, until: String?, _ parameters: [String: String] = [:]) -> StartRequest {
    StartRequest(
      id: 1, student: PersonID(1), digest: "d", from: day(from), until: until.map(day),
      roles: [
        .init(role: "student", person: PersonID(1)), .init(role: "trainer", person: PersonID(2)),
        .init(role: "coach", person: PersonID(3)),
      ], parameters: parameters)
  }

  init(
    _ text: String, from: String = "2026-09-07", until: String? = "2027-01-29",
    _ parameters: [String: String] = [:], at place: SourceLocation = #_sourceLocation
  ) throws {
    workflow = try Self.workflow(text, at: place)
    let request = Self.request(from: from, until: until, parameters)
    let decision = try Traject.start(request, under: workflow, by: Actor(person: nil, role: nil))
    guard case .started(let started) = decision.entries[0].event else { preconditionFailure("no start") }
    state = Traject(started, id: 1, phase: workflow.phases[0].id, number: 1)
    rulebook = try Rulebook(workflow: workflow, traject: state)
    remarks = decision.remarks
    try append(Array(decision.entries.dropFirst()))
  }

  private mutating func append(_ entries: [Decision.Entry]) throws {
    for entry in entries {
      number += 1
      state.evolve(
        entry.event, meets: entry.meets, by: entry.actor, on: entry.happened, number: number)
    }
    rulebook = try Rulebook(workflow: workflow, traject: state)
  }

  /// Does something on a day, recorded that day or on a later `today`.
  mutating func act(_ role: String, _ on: String, _ command: Command, today: String? = nil) throws {
    let occasion = Occasion(
      actor: Actor(person: state.holder(of: role), role: role), happened: day(on), today: day(today ?? on))
    let decision = try state.decide(command, by: rulebook, on: occasion)
    remarks = decision.remarks
    try append(decision.entries)
  }

  /// What a refusal says of an act; empty where it is taken.
  func refused(
    _ role: String, _ on: String, _ command: Command, in language: Language = .en
  ) -> [String] {
    var copy = self
    do {
      try copy.act(role, on, command)
      return []
    } catch let refusal as Refusal {
      return refusal.missing.map { $0.message.text(language) }
    } catch {
      return ["\(error)"]
    }
  }

  /// An obligation by its key.
  func obligation(_ key: String) -> Obligation? {
    state.obligations(rulebook).first { $0.key.description == key }
  }

  /// The date of an obligation, as text.
  func due(_ key: String) -> String? { obligation(key)?.due?.description }
}

/// Why a start is refused; empty where it is not.
func startRefused(_ request: StartRequest, _ workflow: Workflow) -> [String] {
  do {
    _ = try Traject.start(request, under: workflow, by: Actor(person: nil, role: nil))
    return []
  } catch { return error.missing.map(\.message.en) }
}
