import Testing

@testable import CyclusCore

/// Cards, tasks and proof of a developer: who signs, who writes, and what is counted.
@Suite struct DeveloperCardsTests {
  private typealias Sd = SdVoortgangsgesprek
  private let subjects = ["nederlands", "rekenen", "engels", "burgerschap"]

  // SD-04 refuses, allows
  @Test func onlyTheTeacherOfThatSubjectSigns() {
    for (index, subject) in subjects.enumerated() {
      let task = "taak-\(subject)"
      let done = Sd.given(Stretch(acts: []), by("P1", "2026-09-10", .submit(task)))
      for other in ["P1", "P2", "P\(4 + (index + 1) % 4)"] {
        done.when(other, on: "2026-09-11", .sign(document: task)).refusesOnly("vakdocent-\(subject)")
      }
      done.when("P\(4 + index)", on: "2026-09-11", .sign(document: task)).then("signed")
    }
  }

  // SD-04 refuses, allows
  @Test(arguments: ["naar-bpv", "naar-pvb"])
  func aTaskThatIsNotSignedIsNotDone(gate: String) {
    let handedIn = Sd.given(
      .planned, by("P1", "2026-09-10", .submit("taak-rekenen")),
      by("P1", "2026-09-11", .submit("taak-rekenen@2")))
    let held = handedIn.when(Sd.talk("2026-09-21", poort: gate)).then("held")
    let close = Command.close(gesprek: "voortgangsgesprek", record: [:])
    held.when("P1", on: "2026-09-21", close).refusesOnly(
      "taak-rekenen@1-vakdocent-rekenen.signed", "taak-rekenen@2-vakdocent-rekenen.signed")
    let one = held.when("P5", on: "2026-09-22", .sign(document: "taak-rekenen@1")).then("signed")
    one.when("P1", on: "2026-09-22", close).refusesOnly("taak-rekenen@2-vakdocent-rekenen.signed")
    // One that is handed in anew is signed anew.
    let anew = one.when("P1", on: "2026-09-22", .submit("taak-rekenen@1")).then("submitted")
    anew.when("P1", on: "2026-09-22", close).refuses("taak-rekenen@1-vakdocent-rekenen.signed")
    one.when("P5", on: "2026-09-23", .sign(document: "taak-rekenen@2")).then("signed")
      .when("P1", on: "2026-09-23", close).then("closed")
    // Who is not there yet closes without.
    handedIn.when(Sd.agreed("2026-09-21")).then("agreement_made").when(Sd.talk("2026-09-21")).then(
      "held", "closed")
  }

  // SD-05 refuses, allows
  @Test func onlyTeachersWriteOnCards() {
    let held = Sd.given(
      .planned, by("P1", "2026-09-10", .claim("kaart-opmerking@B1-K1-W1", texts: 1)), Sd.agreed("2026-09-21"),
      Sd.talk("2026-09-21"))
    held.when("P1", on: "2026-09-22", .submit("voortgangskaart-bijgewerkt@1")).refusesOnly("docent")
    held.when("P4", on: "2026-09-22", .submit("voortgangskaart-bijgewerkt@1")).refusesOnly("docent")
    held.when("P1", on: "2026-09-22", .grant("C1")).refuses("docent")
    held.when("P4", on: "2026-09-22", .grant("C1")).refusesOnly("docent")
    held.when("P3", on: "2026-09-22", .grant("C1")).then("claim_granted")
    let written = held.when("P3", on: "2026-09-22", .submit("voortgangskaart-bijgewerkt@1")).then("submitted")
    #expect(written.obligation("voortgangskaart-bijgewerkt@1.submitted")?.met == day("2026-09-22"))
  }

  // SD-06 refuses, allows
  @Test func aWishWithoutProofIsRecordedAndNotGranted() {
    let bare = Sd.given(.planned).when("P1", on: "2026-09-10", .claim("kaart-opmerking@B1-K1-W1")).remarks(
      "zonder bewijs kan C1 niet worden toegekend")
    let held = bare.when(Sd.talk("2026-09-21")).then("held")
    held.when("P2", on: "2026-09-21", .grant("C1")).refusesOnly("C1 heeft geen bewijs")
    held.when("P2", on: "2026-09-21", .refuse("C1")).then("claim_refused")
    // How the proof will come is agreed, or a card is adapted in the days before.
    let agreed = bare.when("P2", on: "2026-09-11", .agree("docent", due: "2026-09-18")).then("agreement_made")
    #expect(agreed.obligation("A1.settled")?.role == "docent")
    #expect(agreed.obligation("A1.settled")?.due == day("2026-09-18"))
    agreed.when(Sd.talk("2026-09-21")).after.when("P2", on: "2026-09-21", .grant("C1")).refusesOnly(
      "C1 heeft geen bewijs")
    bare.when("P1", on: "2026-09-15", .claim("C1", documents: "projectkaart@1")).refusesOnly(
      "projectkaart@1 is niet ingeleverd")
    let adapted = bare.when("P3", on: "2026-09-14", .submit("projectkaart")).then("submitted")
      .when("P1", on: "2026-09-15", .claim("C1", documents: "projectkaart@1")).then("claimed")
    #expect(adapted.state.claims.first?.proofs.map(\.document) == ["projectkaart@1"])
    adapted.when(Sd.talk("2026-09-21")).then("held").when("P2", on: "2026-09-21", .grant("C1")).then(
      "claim_granted")
  }

  // SD-06 refuses, allows
  @Test func aWishIsAboutACardOfTheStudent() {
    let two = Sd.given(parameters: ["kaarten": "B1-K1-W1,nederlands"])
    two.when("P1", on: "2026-09-10", .claim("kaart-opmerking@engels", texts: 1)).refusesOnly(
      "kies B1-K1-W1 of nederlands")
    two.when("P2", on: "2026-09-10", .claim("kaart-opmerking@nederlands", texts: 1)).refusesOnly("student")
    two.when("P1", on: "2026-09-10", .claim("kaart-opmerking@nederlands", texts: 1)).then("claimed")
  }

  // SD-07 refuses, allows
  @Test func earlierCompetenceCountsWhenItWasToldAtTheLatestInTheTalk() {
    let evc = Command.claim("evc@B1-K2-W1", texts: 1)
    let held = Sd.given(.planned, Sd.talk("2026-09-21"))
    let told = held.when("P1", on: "2026-09-21", evc).then("claimed")
    #expect(told.state.claims.first?.gesprek.description == "voortgangsgesprek@1")
    told.when("P2", on: "2026-09-22", .grant("C1")).then("claim_granted")
    // A day later it belongs to the next talk.
    let later = Sd.given(.around).when("P1", on: "2026-09-23", evc).then("claimed")
    #expect(later.state.claims.first?.gesprek.description == "voortgangsgesprek@2")
    later.when("P2", on: "2026-09-24", .grant("C1")).refuses("voortgangsgesprek@2")
    // So it does when the talk turns out to have been before.
    let unknown = Sd.given(.planned, by("P1", "2026-09-22", evc))
    let entered = unknown.when(
      by("P2", "2026-09-21", .held("voortgangsgesprek", "student", "docent", "docent"), today: "2026-09-23")
    )
    .then("held")
    entered.when("P2", on: "2026-09-23", .grant("C1")).refuses("ma 21 sep 2026")
    entered.when("P2", on: "2026-09-23", .deferring("C1")).then("claim_deferred")
  }

  // SD-08 refuses, allows
  @Test func theTalkClosesOnceEveryClaimIsDecided() {
    let held = Sd.given(
      .planned, by("P1", "2026-09-10", .claim("kaart-opmerking@B1-K1-W1")),
      by("P1", "2026-09-10", .claim("kaart-opmerking@engels", texts: 1)), Sd.agreed("2026-09-21")
    ).when(Sd.talk("2026-09-21")).then("held")
    let close = Command.close(gesprek: "voortgangsgesprek", record: [:])
    held.when("P1", on: "2026-09-21", close).refusesOnly("C1.decided", "C2.decided")
    held.when("P2", on: "2026-09-21", .advance()).refuses("C1.decided", "voortgangsgesprek@1.closed")
    held.when("P2", on: "2026-09-21", .waive("C1.decided")).refuses("C1")
    let granted = held.when("P2", on: "2026-09-21", .grant("C2")).then("claim_granted")
    granted.when("P1", on: "2026-09-21", close).refusesOnly("C1.decided")
    let deferred = granted.when("P2", on: "2026-09-22", .deferring("C1")).then("claim_deferred")
    // The student, who leads the talk, closes it.
    #expect(deferred.obligation("voortgangsgesprek@1.closed")?.role == "student")
    #expect(deferred.obligation("voortgangsgesprek@1.closed")?.due == day("2026-09-28"))
    deferred.when("P1", on: "2026-09-21", today: "2026-09-22", close).refuses("22 sep 2026")
    let closed = deferred.when("P1", on: "2026-09-22", close).then("closed")
    #expect(closed.state.claims.first?.gesprek.description == "voortgangsgesprek@2")
  }

  // SD-08 refuses, allows
  @Test func thePhaseIsLeftOnceTheCardsAreUpdated() {
    let talked = Sd.given(.talked, by("P2", "2026-09-22", .advance()))
    #expect(talked.obligation("voortgangskaart-bijgewerkt@1.submitted")?.due == day("2026-09-28"))
    talked.when("P2", on: "2026-09-22", .advance()).refusesOnly("voortgangskaart-bijgewerkt@1.submitted")
    talked.when("P3", on: "2026-09-22", .submit("voortgangskaart-bijgewerkt")).then("submitted")
      .when("P2", on: "2026-09-22", .advance()).then("advanced")
  }

  // SD-09 stores
  @Test func aProjectCardIsWrittenForEachProject() {
    let first = Sd.given().when("P2", on: "2026-09-10", .submit("projectkaart")).then("submitted")
    first.when("P1", on: "2026-09-11", .submit("projectkaart")).refusesOnly("docent")
    let second = first.when("P3", on: "2026-09-11", .submit("projectkaart")).then("submitted")
    #expect(second.state.documents.keys.sorted() == ["projectkaart@1", "projectkaart@2"])
    #expect(second.state.documents["projectkaart@2"]?.submissions.first?.by == PersonID(3))
    // Nobody owes one before there is a project.
    #expect(!second.keys(.open, on: "2026-09-11").contains { $0.hasPrefix("projectkaart") })
  }

  // SD-09 stores
  @Test func theListOfUnitsIsOnTheAgenda() throws {
    let traject = Sd.given()
    let talk = try #require(Sd.workflow.gesprek("voortgangsgesprek"))
    let agenda = traject.state.agenda(of: talk, traject.rulebook).map(\.nl)
    #expect(agenda.contains { $0.hasPrefix("leereenhedenlijst") })
    #expect(agenda.first?.contains("de student leidt") == true)
  }
}
