import Testing

@testable import CyclusCore

/// Corrections of an extension on which a later one rests.
@Suite struct ExtensionCorrectionTests {
  /// Extended on 24 June with the last phases once more, and on 1 July to a later day without.
  private static let twice =
    Stretch.extended + Stretch(acts: [by("io", "2026-07-01", .extend(until: day("2026-09-30")))])

  // HAN-54 refuses
  // GEN-13 refuses
  @Test func takingOutTheFirstOfTwoExtensionsNamesTheSecond() {
    let traject = given(Self.twice)
    let (first, second) = (traject.events("extended")[0].seq, traject.events("extended")[1].seq)
    #expect(traject.log.last?.seq == second)
    traject.when(retracting(first, "2026-07-02")).refusesOnly("gebeurtenis \(second) (")
  }

  // HAN-54 stores
  // GEN-13 allows
  @Test func aSecondExtensionFallsWithTheFirstAndIsRecordedAnew() {
    let traject = given(Self.twice)
    let first = traject.events("extended")[0].seq
    let fallen = traject.when(cascading(retracting(first, "2026-07-02"))).then("corrected", "corrected")
    #expect(fallen.state.phase == "beslissing" && fallen.state.rounds.isEmpty)
    #expect(fallen.state.until != day("2026-09-30"))
    let anew = fallen.when("io", on: "2026-07-02", .extend(until: day("2026-09-30"))).then(
      "extended", "advanced")
    #expect(anew.obligation("eindbeoordeling#2.held")?.due == day("2026-09-30"))
  }

  // GEN-13 shows
  @Test func theOutlookSaysWhyAnExtensionWouldFall() throws {
    let traject = given(Self.twice)
    let first = traject.events("extended")[0].seq
    #expect(
      try reasons(traject, retracting: first).contains(
        "deze verlenging steunt op een eerdere, die de laatste fasen opnieuw vroeg: leg haar na de correctie opnieuw vast met extend"
      ))
  }

  /// Why later events would no longer hold.
  private func reasons(_ traject: Scenario, retracting event: Int) throws -> [String] {
    try Correction(log: traject.log, workflow: Scenario.workflow)
      .outlook(
        of: .init(event: event, why: text(), data: nil, happened: nil), by: traject.actor("io"),
        on: day("2026-07-03"), isCascading: true
      )
      .falls.flatMap(\.refusal.missing).map(\.message.nl)
  }

  // GEN-13 allows
  @Test func bothExtensionsComeBackTogether() {
    let traject = given(Self.twice)
    let first = traject.events("extended")[0].seq
    let fallen = traject.when(cascading(retracting(first, "2026-07-02"))).then("corrected", "corrected")
    let back = fallen.when(cascading(retracting(traject.log.count + 1, "2026-07-03")))
      .then("corrected", "corrected")
    #expect(back.state.phase == traject.state.phase && back.state.until == day("2026-09-30"))
    #expect(back.obligation("eindbeoordeling#2.held")?.due == day("2026-09-30"))
  }

  // GEN-13, GEN-05 stores
  @Test func anEscalationAboutARoundThatIsTakenOutIsWithdrawn() {
    let late = given(.extended, flagging("2026-10-31"))
    let seq = late.events("extended")[0].seq
    let second = late.state.openEscalations.filter { ($0.obligation?.item.round ?? 1) > 1 }
    #expect(!second.isEmpty)
    let back = late.when(retracting(seq, "2026-11-02")).after
    #expect(back.log.last?.event.type == "escalation_withdrawn")
    #expect(!back.state.openEscalations.contains { ($0.obligation?.item.round ?? 1) > 1 })
    // What the first round asked stays what it is.
    #expect(back.state.openEscalations.count == late.state.openEscalations.count - second.count)
  }

  // GEN-13, GEN-05 stores
  @Test func anEscalationAboutADisputeThatIsTakenOutIsWithdrawn() {
    let late = given(
      .portfolio, by("olv", "2026-06-22", .dispute("leerstof-verwerken")), flagging("2026-07-08"))
    #expect(late.state.openEscalations.map(\.about) == ["leerstof-verwerken"])
    let back = late.when(retracting(late.events("disputed")[0].seq, "2026-07-09"))
      .then("corrected", "escalation_withdrawn")
    #expect(back.state.openEscalations.isEmpty)
  }
}
