import CyclusYAML
import Foundation
import Testing

@testable import CyclusCore

/// The laws of every history, on seeded random ones of each workflow that ships.
///
/// Made-up people do what the workflow asks of them, in time or late; between that somebody else tries it, or on another
/// day, the dates are watched and what was recorded is corrected.
@Suite struct EveryWorkflowLawTests {
  /// Histories of each workflow; `CYCLUS_HISTORIES=100` draws more of them.
  private static let count =
    ProcessInfo.processInfo.environment["CYCLUS_HISTORIES"].flatMap { Int($0) } ?? 12

  @Test(arguments: ShippedWorkflows.all.map(\.name)) func everyHistoryObeysTheLaws(_ name: String) throws {
    let file = try #require(ShippedWorkflows.all.first { $0.name == name })
    let workflow = try #require(WorkflowFile.load(file.text, name: file.name).workflow)
    var (accepted, refused, tried, completed) = (0, 0, 0, 0)
    let counted = Set(Coverage(of: workflow).rows.map(\.item).filter { $0.kind == .obligation }.map(\.key))
    for seed in 1...Self.count {
      let history = try PlayedHistory(workflow, seed: UInt64(seed))
      let broken = history.broken + Laws.broken(by: history.scenario)
      if let law = broken.first { Self.report(law, history, "\(workflow.id), seed \(seed)") }
      #expect(Self.uncounted(history.scenario, counted) == [], "seed \(seed)")
      for refusal in history.refusals { #expect(!refusal.missing.isEmpty, "seed \(seed)") }
      accepted += history.acts.count - history.refusals.count
      refused += history.refusals.count
      tried += history.acts.count
      completed += history.scenario.state.completed == nil ? 0 : 1
    }
    // The histories are worth something only where they hold both, and where some go on to the end.
    #expect(accepted * 2 > tried && refused * 25 > tried, "\(accepted) and \(refused) of \(tried)")
    #expect(tried > 15 * Self.count && completed > 0, "\(tried), \(completed) completed")
  }

  /// The steps that the traject asks and that no coverage of the workflow would count; those of escalations and claims
  /// are counted by what becomes of them.
  private static func uncounted(_ scenario: Scenario, _ counted: Set<String>) -> [String] {
    scenario.state.obligations(scenario.rulebook).filter { obligation in
      obligation.escalation == nil && scenario.state.claims.allSatisfy { $0.id != obligation.key.item.id }
    }.compactMap { scenario.rulebook.workflow.stepName(of: $0.key) }.filter { !counted.contains($0) }
  }

  /// Says which law is broken, with the shortest history that breaks it too.
  private static func report(_ law: String, _ history: PlayedHistory, _ name: String) {
    let shrinking = Shrinking<Scenario.Act> { acts in
      let again = RandomHistory(history.beginning, acts)
      return (again.broken + Laws.broken(by: again.scenario)).contains(law)
    }
    let shortest = shrinking.shortest(history.acts)
    Issue.record(
      """
      \(name) breaks: \(law)
      the shortest history that does, \(shortest.count) of \(history.acts.count) acts:
      \(shortest.map { "  \($0)" }.joined(separator: "\n"))
      """)
  }
}

/// A history of a workflow, repeated from its seed, in which people mostly do what is asked.
struct PlayedHistory {
  let beginning: Scenario
  private(set) var acts: [Scenario.Act] = []
  private(set) var scenario: Scenario
  private(set) var refusals: [Refusal] = []
  private(set) var broken: [String] = []
  private var random: RepeatableRandom
  private let people: [String]

  /// Days on which something is done at most.
  private static let days = 90

  init(_ workflow: Workflow, seed: UInt64, corrects: Bool = true) throws {
    random = RepeatableRandom(seed: seed)
    let simulation = Simulation(seed: seed, settings: SimulationSettings())
    var roles: [Traject.Attendance] = []
    for role in workflow.roles {
      for _ in 0..<workflow.places(of: role.id) {
        roles.append(.init(role: role.id, person: PersonID(roles.count + 1)))
      }
    }
    people = roles.map { "\($0.person):\($0.role)" }
    let from = day("2026-02-02")
    let until = workflow.datedBlocks == nil ? nil : from + 250
    let student = roles.first { workflow.role($0.role)?.place == .student }?.person ?? PersonID(1)
    let request = StartRequest(
      id: 1, student: student, digest: "d1", from: from, until: until, school: 7, roles: roles,
      parameters: simulation.parameters(workflow, student: Int(seed)) { parameter in
        switch parameter.kind {
        case .date: (from + 300).description
        case .person: "P99"
        default: nil
        }
      })
    beginning = try Scenario(request, under: workflow)
    scenario = beginning
    var (last, today) = (from, from)
    for _ in 0..<Self.days where !scenario.state.hasEnded {
      let standing = Standing(scenario.state, scenario.rulebook)
      for act in simulation.acts(standing, after: last, on: today) { try weigh(act, today) }
      last = today
      guard let next = simulation.next(Standing(scenario.state, scenario.rulebook), after: today) else {
        break
      }
      today = next
      if chance(6) { try perform(.flag(today)) }
      if corrects, chance(5) { try perform(correction(today)) }
    }
  }

  private mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }

  /// Tries what somebody does; now and then somebody else, or on another day.
  private mutating func weigh(_ act: Simulation.Act, _ today: Day) throws {
    let surroundings = Simulation.Surroundings(
      text: { _ in text() }, colleague: { _, _ in PersonID(90) }, school: { _ in 1 })
    guard let make = act.command, let command = try make(surroundings), let person = act.actor.person else {
      return
    }
    var who = "\(person)" + (act.actor.role.map { ":\($0)" } ?? "")
    var happened = act.happened
    if chance(8) { who = people[Int.random(in: 0..<people.count, using: &random)] }
    if chance(6) { happened = today - Int.random(in: -1...30, using: &random) }
    try perform(.command(who, on: happened, today: today, command))
  }

  private mutating func correction(_ today: Day) -> Scenario.Act {
    let seq = Int.random(in: 2...scenario.log.count + 1, using: &random)
    let happened = chance(50) ? today - Int.random(in: 0...10, using: &random) : nil
    return .correct(
      .init(event: seq, why: text(), data: nil, happened: happened), today, isCascading: seq.isMultiple(of: 2)
    )
  }

  /// Tries an act; one that is refused leaves everything as it was.
  private mutating func perform(_ act: Scenario.Act) throws {
    acts.append(act)
    let before = scenario
    do {
      try scenario.perform(act)
      broken += Laws.brokenByState(of: scenario)
    } catch let refusal as Refusal {
      scenario = before
      refusals.append(refusal)
    }
  }
}
