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
}
