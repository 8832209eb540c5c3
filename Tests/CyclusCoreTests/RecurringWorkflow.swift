import CyclusYAML
import Testing

@testable import CyclusCore

/// Workflows for tests of what recurs: a placement of two blocks of eight teaching weeks without holidays.
enum RecurringWorkflow {
  /// The smallest workflow with these gesprekken and other sections.
  static func text(_ gesprekken: String, _ more: String = "", leaveWhen: String = "[intake held]") -> String {
    """
    workflow: terugkerend
    version: "1"
    leader: begeleider
    roles:
      student: {at: student, required: true, rule: A-1}
      bedrijf: {at: workplace, required: true, rule: A-1}
      begeleider: {at: institute, required: true, rule: A-1}
    parameters:
      aantal: {number: true, default: "3", rule: A-1}
      soort: {one-of: [kort, lang], default: lang, rule: A-1}
    timeline:
      - {block: blok-1, weeks: 8, rule: A-1}
      - {break: tussen, weeks: 2, rule: A-1}
      - {block: blok-2, weeks: 8, rule: A-1}
    gesprekken:
      intake: {by: begeleider, present: [student, begeleider], opens: at the start, due: 1 week after opening, rule: A-1}
    \(gesprekken)
    \(more)
    phases:
      - {phase: begin, next: uitvoering, leave-when: \(leaveWhen), rule: A-1}
      - {phase: uitvoering, rule: A-1}
    waivers: {by: begeleider, rule: A-1}
    pauses: {by: begeleider, rule: A-1}
    extension: {by: begeleider, rule: A-1}
    ladder: {rungs: [{after: 0 days, to: actor}, {after: 7 days, to: begeleider}], rule: A-1}
    """
  }

  static func workflow(_ text: String) -> Workflow {
    let result = WorkflowFile.load(text, name: "terugkerend.yaml")
    guard let workflow = result.workflow else { preconditionFailure(result.rendered(in: .en)) }
    return workflow
  }

  /// Three visits, spread over the placement, of which one on site; a telephone call and a last talk count.
  static let visits = """
      bezoek:
        by: begeleider
        present: [student, bedrijf, begeleider]
        modes: [op-locatie, online]
        each:
          period: placement
          at-least: aantal
          spread: evenly
          margin: 2 weeks
          of-which: {mode: op-locatie, at-least: 1}
          counts: [contact]
          with: [student, bedrijf, begeleider]
          rule: A-2
        close: {by: begeleider, due: 1 week after gesprek held}
        rule: A-2
      contact: {by: begeleider, present: [bedrijf, begeleider], each: occasion, modes: [telefonisch, online], rule: A-3}
    """

  /// A traject of the student P1, the company P2 and the supervisor P3.
  static func traject(
    _ text: String, from: String = "2026-09-07", until: String? = "2027-01-29",
    _ parameters: [String: String] = [:]
  ) throws -> Scenario {
    let roles = [("student", 1), ("bedrijf", 2), ("begeleider", 3)].map {
      Traject.Attendance(role: $0.0, person: PersonID($0.1))
    }
    let request = StartRequest(
      id: 1, student: PersonID(1), digest: "d1", from: day(from), until: until.map { day($0) }, school: 7,
      roles: roles, parameters: parameters)
    return try Scenario(request, under: workflow(text))
  }
}

extension Scenario {
  /// A traject on which acts were done without refusal.
  func after(_ acts: Act..., at place: SourceLocation = #_sourceLocation) -> Scenario {
    acts.reduce(self) { scenario, act in
      let outcome = scenario.when(act)
      if let refusal = outcome.refusal { Issue.record("refused: \(told(refusal))", sourceLocation: place) }
      return outcome.after
    }
  }

  /// The keys of what is asked of some items, each with its date.
  func asked(_ id: String, _ step: Step = .held) -> [String] {
    state.obligations(rulebook).filter { $0.key.item.id == id && $0.key.step == step && $0.isAsked }
      .map { "\($0.key.item.occurrence ?? "") \($0.due?.description ?? "-")" }
  }

  /// The obligations that the last event met.
  var met: [String] { log.last { $0.event.type == "held" }?.meets.map(\.key.description) ?? [] }
}

extension Command {
  static func held(_ gesprek: String, mode: String?, _ present: String...) -> Command {
    .held(Held(gesprek: gesprek, present: present.map { Present(role: $0) }, mode: mode))
  }
}
