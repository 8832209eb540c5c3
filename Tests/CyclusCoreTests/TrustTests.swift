import Testing

@testable import CyclusCore

/// The trust of the schoolopleider, for which a good result of the first unit waits.
@Suite struct TrustTests {
  private let unit = "owe-afstemmen-en-creeren-1"
  private let trust = "vertrouwen-schoolopleider"

  // HAN-21 refuses, allows
  @Test func aVoldaanWaitsForTheTrustOfTheSchoolopleider() {
    let traject = given(.portfolio)
    traject.when("oac", on: "2026-06-22", .confirm(subject: unit)).refusesOnly("\(trust).done")
    let asked = traject.obligation("\(trust).done")
    #expect(asked?.role == "schoolopleider" && asked?.due == day("2026-06-25") && asked?.isBlocking == true)
    traject.when("io", on: "2026-06-22", .done(obligation: trust)).refuses("schoolopleider")
    traject.when("io", on: "2026-06-22", .advance()).refuses("\(trust).done")
    let given = traject.when("so", on: "2026-06-22", .done(obligation: trust)).then("done")
    given.when("oac", on: "2026-06-19", today: "2026-06-23", .confirm(subject: unit)).refuses(
      "ma 22 jun 2026")
    given.when("oac", on: "2026-06-23", .confirm(subject: unit)).then("confirmed")
    // The other unit does not wait for it.
    traject.when("olv", on: "2026-06-22", .confirm(subject: "owe-leerstof-verwerken")).then("confirmed")
  }

  // HAN-21 allows
  @Test func aNietVoldaanAsksNoTrust() {
    let failed = given(
      .verdicts,
      by("wpb", "2026-06-16", .assess("positief-leerklimaat", at: "eindbeoordeling", "niet-voldaan")),
      Stretch.finalTalk.acts[0], Stretch.finalTalk.acts[1],
      by("student", "2026-06-18", .submit("beoordelingsportfolio")))
    #expect(failed.obligation("\(trust).done")?.opens == nil)
    #expect(!failed.keys(.open, on: "2026-06-19").contains("\(trust).done"))
    failed.when("so", on: "2026-06-19", .done(obligation: trust)).refusesOnly(
      "pas gevraagd als de oordelen van Afstemmen en creëren 1 op voldaan uitkomen")
    failed.when("oac", on: "2026-06-22", .confirm(subject: unit)).then("confirmed")
  }

  // HAN-21 refuses
  @Test func beforeThePortfolioItIsNotAsked() {
    given(.eindbeoordeling).when("so", on: "2026-06-17", .done(obligation: trust)).refusesOnly(
      "beoordelingsportfolio.submitted")
    #expect(given(.eindbeoordeling).obligation("\(trust).done")?.opens == nil)
  }

  // HAN-21 refuses
  // GEN-10 refuses
  @Test func itIsNeverWaivedAsTheConfirmationSaysThatThereIsTrust() {
    given(.portfolio).when("io", on: "2026-06-19", .waive(trust)).refusesOnly(
      "een beslissing en wat ervoor nodig is vervallen nooit")
  }

  // HAN-21 allows
  @Test func inTheSecondRoundItIsNotAskedAgain() {
    let again = given(.extended)
    #expect(again.state.rounds[trust] == nil)
    #expect(again.obligation("\(trust).done")?.met == day("2026-06-19"))
  }

  // HAN-21 refuses, allows
  @Test func agreementOnVoldaanAfterADisputeRecordsTrustAsAVerdictDoes() {
    let disputed = given(.portfolio, by("oac", "2026-06-19", .dispute("positief-leerklimaat")))
    func agree(_ verdict: String?, _ parts: [String] = []) -> Outcome {
      disputed.when(
        "oac", on: "2026-06-22", .dialogue("positief-leerklimaat", agreed: verdict, parts: parts))
    }
    agree("voldaan").refusesOnly("voldaan op Creëren van positief leerklimaat vraagt ook --trust")
    agree("voldaan", ["vertrouwen"]).refuses("geen oordeel vraagt in deze workflow «vertrouwen»")
    agree(nil as String?, ["trust"]).refusesOnly("--trust hoort bij een oordeel: geef dat met --agreed")
    agree("niet-voldaan").then("discussed")
    let agreed = agree("voldaan", ["trust"]).then("discussed")
    #expect(agreed.state.finalVerdict(on: "positief-leerklimaat") == "voldaan")
    // What needs no trust when it is judged, needs none when it is agreed.
    given(.portfolio, by("olv", "2026-06-19", .dispute("leerstof-verwerken")))
      .when("olv", on: "2026-06-22", .dialogue("leerstof-verwerken", agreed: "voldaan")).then("discussed")
  }

  // HAN-21 refuses, allows
  @Test func theDecisionOnADisputeRecordsTrustAsAVerdictDoes() {
    let escalated = given(
      .portfolio, by("oac", "2026-06-19", .dispute("positief-leerklimaat")),
      by("oac", "2026-06-22", .dialogue("positief-leerklimaat")),
      by("oac", "2026-06-23", .escalate("geen-overeenstemming", about: "positief-leerklimaat")))
    escalated.when("io", on: "2026-06-24", .decide("E1", verdict: "voldaan")).refusesOnly(
      "voldaan op Creëren van positief leerklimaat vraagt ook --trust")
    escalated.when("io", on: "2026-06-24", .decide("E1", verdict: "niet-voldaan")).then("decided")
    let decided = escalated.when("io", on: "2026-06-24", .decide("E1", verdict: "voldaan", parts: ["trust"]))
      .then("decided")
    #expect(decided.state.finalVerdict(on: "positief-leerklimaat") == "voldaan")
    let other = given(.kennismaking, by("io", "2026-02-20", .escalate("stagnatie")))
    other.when(
      "io", on: "2026-02-23",
      .decide(.init(escalation: "E1", outcome: "hervatten", why: text(), parts: ["trust"]))
    ).refuses("--trust hoort bij een oordeel")
  }
}
