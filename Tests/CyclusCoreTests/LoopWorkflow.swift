@testable import CyclusCore

extension Written {
  /// A way by a parameter, a way by a verdict, a way by what is on record, and two ways back.
  static let loop = workflow(
    """
    parameters:
      laatste: {yes-no: true, default: no, rule: T-01}
    outcomes:
      vak: {kind: summative, scale: [voldaan, niet-voldaan], judge: [begeleider], rule: T-01}
    gesprekken:
      intake: {by: student, present: [student, begeleider], opens: in phase intake, due: end of week 4, close: {by: begeleider, due: 1 week after gesprek held}, rule: T-01}
      oordeel:
        by: student
        present: [student, begeleider]
        opens: in phase oordeel
        due: 2 weeks after opening
        judging: {summative: verdict, final: true, rule: T-01}
        rule: T-01
      vervolg:
        by: begeleider
        present: [student, begeleider]
        opens: in phase vervolg
        due: end of placement
        on-record: {doorgaan: {yes-no: true, rule: T-01}}
        rule: T-01
    documents:
      verslag: {by: student, for: intake, opens: after its gesprek held, due: 1 week after opening, rule: T-01}
    tasks:
      opdracht: {by: student, opens: in phase werk, due: 2 weeks after opening, rule: T-01}
      toetsing: {by: begeleider, opens: in phase werk, due: 3 weeks after opening, rule: T-01}
    extension: {by: begeleider, rule: T-01}
    phases:
      - {phase: intake, leave-when: [intake closed, verslag submitted], next: werk, rule: T-01}
      - phase: werk
        leave-when: [opdracht done]
        next:
          - {to: oordeel, when: {laatste: yes}}
          - {to: intake, when: {laatste: no}, needs: [toetsing done]}
        rule: T-01
      - phase: oordeel
        leave-when: [oordeel closed]
        next:
          - {to: end, when: {result: {vak: voldaan}}}
          - {to: vervolg, when: {result: {vak: niet-voldaan}}}
        rule: T-01
      - phase: vervolg
        leave-when: [vervolg closed]
        next:
          - {to: werk, when: {result: {vervolg doorgaan: yes}}, needs: [end moved]}
          - {to: end, when: {result: {vervolg doorgaan: no}}}
        rule: T-01
    """)
}

extension Stretch {
  /// In `werk` on 10 February: the intake was held and its report handed in.
  static let intake = Stretch(acts: [
    talk("intake", "2026-02-09"), by("student", "2026-02-10", .submit("verslag")),
    by("begeleider", "2026-02-10", .advance()),
  ])
  /// In `werk`, the task done on 16 February.
  static let work = intake + Stretch(acts: [by("student", "2026-02-16", .done(obligation: "opdracht"))])
  /// In `oordeel` on 17 February, because it was the last.
  static let last =
    work
    + Stretch(acts: [
      by("begeleider", "2026-02-16", .set("laatste", "yes")), by("begeleider", "2026-02-17", .advance()),
    ])
  /// In `vervolg` on 20 February: the verdict was bad.
  static let failed =
    last
    + Stretch(acts: [
      by("begeleider", "2026-02-20", .assess("vak", at: "oordeel", "niet-voldaan", trust: false)),
      talk("oordeel", "2026-02-20"), by("begeleider", "2026-02-20", .advance()),
    ])
}

/// A traject of the small workflow with ways back on which a stretch and some acts were done.
func loop(_ stretch: Stretch, _ acts: Scenario.Act...) throws -> Scenario {
  var scenario = try Scenario(Written.request(), under: Written.loop)
  for act in stretch.acts + acts { try scenario.perform(act) }
  return scenario
}
