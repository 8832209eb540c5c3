import Testing

@testable import CyclusCore

/// An outcome of an earlier year that is counted with one of this year gets the confirmed result of that one.
@Suite struct CarriedResultTests {
  private let outcome = "orientatie-positief-leerklimaat"
  private let unit = "owe-afstemmen-en-creeren-1"

  /// In `beslissing`, both units confirmed and shared; the followed outcome was judged as given.
  private func confirmed(_ verdict: String, extending: Bool = false) -> Scenario {
    let acts: [Scenario.Act] = [
      by("io", "2026-02-03", .assign(role: "owk-opleider", person: PersonID(8), since: nil)),
      by("io", "2026-02-03", .set("open-uit-jaar-1", outcome)),
    ]
    let allowed = extending ? [by("io", "2026-06-10", .set("verlenging", "yes"))] : []
    let judged = [by("wpb", "2026-06-16", .assess("positief-leerklimaat", at: "eindbeoordeling", verdict))]
    let decided = [
      by("student", "2026-06-18", .submit("beoordelingsportfolio")),
      by("oac", "2026-06-22", .confirm(subject: unit)),
      by("olv", "2026-06-22", .confirm(subject: "owe-leerstof-verwerken")),
      by("oac", "2026-06-23", .done(obligation: "beslissing-gedeeld")),
      by("olv", "2026-06-23", .done(obligation: "beslissing-gedeeld")),
    ]
    let verdicts = Stretch(acts: acts) + .verdicts + Stretch(acts: allowed + judged)
    return given(verdicts + .finalTalk + Stretch(acts: decided))
  }

  // HAN-13 allows
  // HAN-37 allows
  // HAN-52 allows
  @Test func aBadResultIsCarriedTooSoThatTheTrajectCompletes() {
    let traject = confirmed("niet-voldaan")
    traject.when("io", on: "2026-06-24", .advance()).refuses("\(outcome).confirmed")
    let carried = traject.when("P8", on: "2026-06-24", .confirm(subject: outcome)).remarks(
      "Creëren van positief leerklimaat is hier niet-voldaan, dus Oriëntatie op een positief leerklimaat "
        + "wordt niet-behaald")
    #expect(carried.state.confirmations[outcome]?.result == "niet-behaald")
    carried.when("P8", on: "2026-06-25", .done(obligation: "beslissing-gedeeld")).then("done")
      .when("io", on: "2026-06-25", .advance()).then("completed")
  }

  // HAN-53 shows
  @Test func whatWasCarriedAsBadIsProposedAtTheNextStart() throws {
    var ended = confirmed("niet-voldaan")
    try ended.perform(by("P8", "2026-06-24", .confirm(subject: outcome)))
    try ended.perform(by("P8", "2026-06-25", .done(obligation: "beslissing-gedeeld")))
    try ended.perform(by("io", "2026-06-25", .advance()))
    var request = Scenario.request()
    request.id = 2
    let open = CarriedOutcomes(from: [(ended.state, ended.rulebook)], to: request, under: Scenario.workflow)
    #expect(open.items.contains { $0.outcome == outcome })
    #expect(open.remarks[0].nl.contains("open-uit-jaar-1=\(outcome)"))
  }

  // HAN-13 refuses
  @Test func itWaitsForTheUnitAndFollowsWhatWasConfirmedThere() {
    let traject = confirmed("niet-voldaan")
    let waiting = traject.obligation("\(outcome).confirmed")
    #expect(waiting?.role == "owk-opleider" && waiting?.opens == day("2026-06-22"))
    let before = given(
      Stretch(acts: [by("io", "2026-02-03", .set("open-uit-jaar-1", outcome))]) + .trusted)
    #expect(before.obligation("\(outcome).confirmed")?.opens == nil)
  }

  // HAN-54 allows
  @Test func anExtensionAsksItAgainWithTheOneItIsCountedWith() {
    var traject = confirmed("niet-voldaan", extending: true)
    traject = traject.when("P8", on: "2026-06-24", .confirm(subject: outcome)).then("confirmed")
    let extended = traject.when("io", on: "2026-06-25", .extend(until: day("2026-08-16"))).remarks(
      "Oriëntatie op een positief leerklimaat")
    #expect(extended.obligation("\(outcome)#2.confirmed")?.isAsked == true)
    extended.when("P8", on: "2026-06-26", .confirm(subject: outcome)).refusesOnly("\(unit)#2.confirmed")
  }
}
