import CyclusYAML

@testable import CyclusCore

/// Small workflows that a test writes itself, and trajecten under them from Monday 2 February 2026.
enum Written {
  /// The head that they share: student P1, begeleider P2, opleider P3; twenty teaching weeks.
  static let head = """
    workflow: klein
    version: "1"
    leader: begeleider
    roles:
      student: {at: student, required: true, rule: T-01}
      begeleider: {at: institute, required: true, rule: T-01}
      opleider: {at: institute, required: true, rule: T-01}
    timeline:
      - {block: blok-1, weeks: 20, rule: T-01}
    waivers: {by: begeleider, rule: T-01}
    ladder: {rungs: [{after: 0 days, to: actor}], rule: T-01}

    """

  /// A talk whose result leads to the end or back to the same phase, a report after it, and the approval of that.
  static let wayBack = """
    gesprekken:
      voortgang:
        by: student
        present: [student, begeleider]
        opens: in phase een
        on-record:
          conclusion: {title: {nl: hoe verder, en: what next}, one-of: [door, opnieuw], required: yes, rule: T-01}
        rule: T-01
    documents:
      verslag: {by: student, opens: after voortgang held, due: 2 weeks after opening, rule: T-01}
    approvals:
      akkoord: {asked-by: verslag, by: begeleider, due: 1 week after opening, rule: T-01}
    phases:
      - phase: een
        leave-when: [voortgang held, akkoord approved]
        next:
          - {to: end, when: {result: {voortgang: door}}}
          - {to: een, when: {result: {voortgang: opnieuw}}}
        rule: T-01
    """

  /// The workflow of some sections under that head; one that has faults stops the test run.
  static func workflow(_ sections: String) -> Workflow {
    let result = WorkflowFile.load(head + sections, name: "klein.yaml")
    guard let workflow = result.workflow else { preconditionFailure(result.rendered(in: .en)) }
    return workflow
  }

  /// The rules of the findings about some sections under that head.
  static func findings(_ sections: String) -> [String] {
    WorkflowFile.load(head + sections, name: "klein.yaml").findings.map { "\($0.rule): \($0.message.en)" }
  }

  /// A start of such a traject.
  static func request(until: String? = nil, _ parameters: [String: String] = [:]) -> StartRequest {
    StartRequest(
      id: 1, student: PersonID(1), digest: "d1", from: day("2026-02-02"), until: until.map { day($0) },
      school: nil,
      roles: [
        .init(role: "student", person: PersonID(1)), .init(role: "begeleider", person: PersonID(2)),
        .init(role: "opleider", person: PersonID(3)),
      ], parameters: parameters)
  }
}

extension Workflow {
  /// A traject under this workflow on which something was done.
  func given(_ acts: Scenario.Act..., request: StartRequest = Written.request()) throws -> Scenario {
    var scenario = try Scenario(request, under: self)
    for act in acts { try scenario.perform(act) }
    return scenario
  }
}

/// A gesprek held by the student with the begeleider.
func talk(_ gesprek: String, _ on: String, _ record: [String: String] = [:]) -> Scenario.Act {
  by("student", on, .held(gesprek, "student", "begeleider", record: record))
}
