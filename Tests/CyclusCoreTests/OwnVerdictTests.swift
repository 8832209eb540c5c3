import Testing

@testable import CyclusCore

extension Written {
  /// Outcomes that are judged by themselves: one in parts, at a gesprek or without; one only without; one that nobody owes.
  static let verdicts = workflow(
    """
    outcomes:
      bedrijf:
        title: {nl: Beoordeling door het bedrijf, en: Judgement by the company}
        kind: summative
        scale: [goed, voldoende, onvoldoende]
        judge: [begeleider]
        opens: in phase beoordeling
        due: 1 week after opening
        at: [eindgesprek]
        parts:
          houding: {title: {nl: werkhouding, en: attitude}, one-of: [voldoende, onvoldoende], rule: T-02}
          vakwerk: {one-of: [voldoende, onvoldoende], rule: T-02}
          extra: {one-of: [ja, nee], required: no, rule: T-02}
        verdict-needs:
          goed: [why, houding voldoende, vakwerk voldoende, extra ja]
          voldoende: [why, houding voldoende, vakwerk voldoende]
          onvoldoende: [why]
        rule: T-02
      eind:
        kind: summative
        scale: [voldaan, niet-voldaan]
        judge: [opleider]
        opens: after eindgesprek closed
        due: 2 weeks after opening
        verdict-needs: {niet-voldaan: [why]}
        rule: T-03
      epa-1: {kind: epa, scale: [bekwaam, nog-niet-bekwaam], judge: [opleider], at: [eindgesprek], verdict-needs: {bekwaam: [proof]}, rule: T-04}
    gesprekken:
      begin: {by: student, present: [student, begeleider], opens: at the start, rule: T-01}
      eindgesprek: {by: student, present: [student, begeleider], opens: in phase beoordeling, rule: T-01}
    documents:
      logboek: {by: student, opens: at the start, rule: T-01}
    phases:
      - {phase: werk, leave-when: [begin closed], next: beoordeling, rule: T-01}
      - phase: beoordeling
        leave-when: [eindgesprek closed, bedrijf assessed, eind assessed]
        next:
          - {to: end, when: {result: {eind: voldaan}}}
          - {to: werk, when: {result: {eind: niet-voldaan}}}
        rule: T-01
    """)
}

/// Verdicts on outcomes that are judged by themselves.
@Suite struct OwnVerdictTests {
  /// In `beoordeling` on 10 February.
  private func beoordeling(_ acts: Scenario.Act...) throws -> Scenario {
    var scenario = try Written.verdicts.given(
      talk("begin", "2026-02-09"), by("begeleider", "2026-02-10", .advance()))
    for act in acts { try scenario.perform(act) }
    return scenario
  }

  private func verdict(
    _ outcome: String, _ verdict: String, at gesprek: String? = nil, _ values: [String: String] = [:],
    why: Bool = true, proofs: [String] = []
  ) -> Command {
    .assess(
      .init(
        outcome: outcome, gesprek: gesprek, verdict: verdict, why: why ? text() : nil, proofs: proofs,
        values: values))
  }

  private let good = ["houding": "voldoende", "vakwerk": "voldoende"]

  @Test func aVerdictIsOwedFromTheDayOnWhichItOpens() throws {
    let before = try Written.verdicts.given(talk("begin", "2026-02-09"))
    #expect(before.obligation("bedrijf.assessed")?.opens == nil)
    before.when("begeleider", on: "2026-02-09", verdict("bedrijf", "voldoende", good)).refusesOnly(
      "fase beoordeling is nog niet begonnen")
    let open = try beoordeling()
    #expect(open.obligation("bedrijf.assessed")?.due == day("2026-02-17"))
    #expect(open.obligation("bedrijf.assessed")?.isBlocking == true)
    open.when("begeleider", on: "2026-02-09", today: "2026-02-10", verdict("bedrijf", "voldoende", good))
      .refuses(
        "di 10 feb 2026")
    let judged = open.when("begeleider", on: "2026-02-11", verdict("bedrijf", "voldoende", good)).then(
      "assessed")
    #expect(judged.obligation("bedrijf.assessed")?.met == day("2026-02-11"))
    #expect(judged.state.finalVerdict(on: "bedrijf") == "voldoende")
  }

  @Test func whatComesFirstIsNamed() throws {
    let open = try beoordeling()
    open.when("opleider", on: "2026-02-11", verdict("eind", "voldaan")).refusesOnly("eindgesprek.closed")
    let closed = try beoordeling(talk("eindgesprek", "2026-02-12"))
    closed.when("opleider", on: "2026-02-11", today: "2026-02-12", verdict("eind", "voldaan")).refuses(
      "do 12 feb 2026")
    // On the same day is fine.
    closed.when("opleider", on: "2026-02-12", verdict("eind", "voldaan", why: false)).then("assessed")
    closed.when("begeleider", on: "2026-02-12", verdict("eind", "voldaan")).refuses("opleider")
    closed.when("opleider", on: "2026-02-12", verdict("eind", "niet-voldaan", why: false)).refusesOnly(
      "niet-voldaan op eind vraagt een motivering: geef --why of --form")
    closed.when("opleider", on: "2026-02-12", verdict("eind", "voldan")).refuses("bedoelt u voldaan?")
  }

  @Test func onlyAGesprekThatTheOutcomeNamesTakesItsVerdict() throws {
    let closed = try beoordeling(talk("eindgesprek", "2026-02-12"))
    closed.when("opleider", on: "2026-02-12", verdict("eind", "voldaan", at: "eindgesprek")).refusesOnly(
      "eind hoort bij geen gesprek: laat --at weg")
    closed.when("begeleider", on: "2026-02-12", verdict("bedrijf", "voldoende", at: "begin", good))
      .refusesOnly(
        "hoort niet bij begin, wel bij eindgesprek")
    let judged = closed.when(
      "begeleider", on: "2026-02-12", verdict("bedrijf", "voldoende", at: "eindgesprek", good)
    )
    .then("assessed")
    #expect(judged.obligation("bedrijf.assessed")?.met == day("2026-02-12"))
  }

  @Test func aVerdictThatDisagreesWithItsPartsIsRefusedWithThose() throws {
    let open = try beoordeling()
    let poor = ["houding": "onvoldoende", "vakwerk": "voldoende"]
    open.when("begeleider", on: "2026-02-11", verdict("bedrijf", "voldoende", poor)).refusesOnly(
      "voldoende kan niet met werkhouding onvoldoende: dat vraagt voldoende")
    open.when("begeleider", on: "2026-02-11", verdict("bedrijf", "goed", good)).refusesOnly(
      "goed op Beoordeling door het bedrijf vraagt --part extra=ja")
    open.when(
      "begeleider", on: "2026-02-11", verdict("bedrijf", "voldoende", ["houding": "voldoende"], why: false)
    )
    .refusesOnly("vakwerk ontbreekt", "vraagt een motivering")
    open.when("begeleider", on: "2026-02-11", verdict("bedrijf", "onvoldoende", poor)).then("assessed")
    open.when("begeleider", on: "2026-02-11", verdict("bedrijf", "onvoldoende", good)).then("assessed")
    open.when(
      "begeleider", on: "2026-02-11",
      verdict("bedrijf", "voldoende", ["houdig": "voldoende", "vakwerk": "matig", "houding": "voldoende"])
    ).refuses("bedoelt u houding?", "matig")
    let closed = try beoordeling(talk("eindgesprek", "2026-02-12"))
    closed.when("opleider", on: "2026-02-12", verdict("eind", "voldaan", ["houding": "goed"])).refuses(
      "heeft geen onderdelen: laat --part weg")
  }

  @Test func aDeclarationOfCompetenceIsOwedByNobodyAndTheLastOneCounts() throws {
    let open = try beoordeling(by("student", "2026-02-10", .submit("logboek")))
    #expect(!open.state.obligations(open.rulebook).contains { $0.key.item.id == "epa-1" })
    open.when("opleider", on: "2026-02-11", verdict("epa-1", "bekwaam")).refusesOnly(
      "vraagt bewijs: geef --proof")
    let declared = open.when("opleider", on: "2026-02-11", verdict("epa-1", "bekwaam", proofs: ["logboek"]))
      .then("assessed")
    let again = declared.when(
      "opleider", on: "2026-02-12", verdict("epa-1", "nog-niet-bekwaam", at: "eindgesprek")
    )
    .then("assessed")
    #expect(again.state.finalVerdict(on: "epa-1") == "nog-niet-bekwaam")
    open.when("opleider", on: "2026-02-11", verdict("epa-1", "bekwaam", at: "begin", proofs: ["logboek"]))
      .refuses(
        "hoort niet bij begin")
  }

  @Test func aLaterRoundIsJudgedAnew() throws {
    let failed = try beoordeling(
      talk("eindgesprek", "2026-02-12"),
      by("begeleider", "2026-02-12", verdict("bedrijf", "voldoende", at: "eindgesprek", good)),
      by("opleider", "2026-02-13", verdict("eind", "niet-voldaan")),
      by("begeleider", "2026-02-13", .advance()))
    #expect(failed.state.phase == "werk")
    // Each is asked again, and what was said before no longer counts.
    #expect(failed.state.finalVerdict(on: "eind") == nil && failed.state.finalVerdict(on: "bedrijf") == nil)
    #expect(failed.state.lastVerdict(on: "bedrijf") == "voldoende")
    var again = failed
    for act in [
      talk("begin", "2026-02-16"), by("begeleider", "2026-02-16", .advance()),
      talk("eindgesprek", "2026-02-17"),
    ] { try again.perform(act) }
    again.when("begeleider", on: "2026-02-17", .advance()).refuses("bedrijf#2.assessed", "eind#2.assessed")
    for act in [
      by("begeleider", "2026-02-17", verdict("bedrijf", "goed", good.merging(["extra": "ja"]) { $1 })),
      by("opleider", "2026-02-17", verdict("eind", "voldaan")),
    ] { try again.perform(act) }
    #expect(again.state.finalVerdict(on: "bedrijf") == "goed")
    again.when("begeleider", on: "2026-02-17", .advance()).then("completed")
    #expect(Laws.broken(by: again) == [])
  }

  @Test func aCorrectedPartIsWeighedAgain() throws {
    let judged = try beoordeling(by("begeleider", "2026-02-11", verdict("bedrijf", "voldoende", good)))
    let seq = try #require(judged.log.last?.seq)
    var data = try #require(judged.log.last?.event.data)
    data["part_values"] = ["houding": "onvoldoende", "vakwerk": "voldoende"]
    judged.when(amending(seq, data, today: "2026-02-12")).refuses(
      "voldoende kan niet met werkhouding onvoldoende")
    data["verdict"] = "onvoldoende"
    let corrected = judged.when(amending(seq, data, today: "2026-02-12")).then("corrected")
    #expect(corrected.state.finalVerdict(on: "bedrijf") == "onvoldoende")
  }

  @Test func anOutcomeThatAGesprekAsksStillNeedsThatGesprek() throws {
    let failed = try loop(.last)
    failed.when(
      "begeleider", on: "2026-02-20", .assess(.init(outcome: "vak", gesprek: nil, verdict: "voldaan"))
    )
    .refusesOnly("zeg bij welk gesprek dit oordeel hoort: --at oordeel")
  }
}
