import Testing

@testable import CyclusCore

/// Corrections by which later events fall, their dry run, and what comes back.
@Suite struct CascadeTests {
  // GEN-13 stores
  @Test func laterEventsFallEachByACorrectionOfItsOwn() {
    let traject = given(.approvals).when(cascading(retracting(9, "2026-03-09")))
      .then("corrected", "corrected", "corrected", "corrected")
    let falls = traject.log.suffix(3).compactMap { logged -> [Int?]? in
      guard case .corrected(let corrected) = logged.event else { return nil }
      return [corrected.event, corrected.along]
    }
    #expect(falls == [[10, 9], [11, 9], [12, 9]])
    #expect(traject.state.phase == "begeleiding-1" && traject.state.approvals.isEmpty)
    #expect(traject.state.gesprekken["startgesprek"]?.closed == day("2026-02-27"))
  }

  // GEN-13 allows
  @Test func whatDoesNotDependOnItStands() {
    let traject = given(
      .report, by("io", "2026-03-04", .note(text: text())),
      by("wpb", "2026-03-05", .approve(approval: "goedkeuring-didactisch"))
    )
    .when(cascading(retracting(9, "2026-03-09"))).then("corrected", "corrected")
    #expect(try! EffectiveLog.events(traject.log).map(\.seq).contains(10))
    #expect(traject.state.approvals.isEmpty)
  }

  // GEN-13 refuses
  @Test func aTrajectWhoseStartWasTakenOutIsCorrectedNoMore() {
    let noted = given().when(by("io", "2026-02-02", .note(text: text()))).then("noted")
    let seq = noted.log.count
    let gone = noted.when(retracting(seq, "2026-02-02")).then("corrected")
      .when(retracting(1, "2026-02-02")).then("corrected")
    gone.when(retracting(seq + 1, "2026-02-02")).refusesOnly("de start van dit traject is teruggenomen")
  }

  // GEN-13 refuses
  @Test func whatTheKeyOfAnEventCannotHoldIsRefused() {
    let paused = given().when(by("io", "2026-02-03", .pause())).then("paused")
    let seq = paused.log.count
    for (data, words) in [
      (["cause": "vakantie", "since": "2026-02-03"] as JSONObject, "kies student, workplace of institute"),
      (
        ["cause": "student", "since": "gisteren"],
        "«since» kan deze waarde niet hebben: geef er een zoals in history staat"
      ),
    ] { paused.when(amending(seq, data, today: "2026-02-04")).refusesOnly(words) }
  }

  // GEN-13 refuses
  @Test func aDecisionAboutTheStudentDoesNotFallAlong() {
    let traject = given(.confirmations)
    let closing = traject.events("held").last?.seq ?? 0
    let outcome = traject.when(cascading(retracting(closing, "2026-06-24")))
    outcome.refuses("uitslag bevestigd", "valt niet met iets anders mee")
    #expect(outcome.refusal?.missing.allSatisfy { $0.message.nl.contains("uitslag bevestigd") } == true)
    #expect(outcome.refusal?.remedy?.nl.contains("--retract") == true)
  }

  // GEN-13 refuses
  @Test func theRefusalSaysBothWaysOut() {
    let outcome = given(.approvals).when(retracting(9, "2026-03-09"))
    outcome.refusesOnly("gebeurtenis 10", "gebeurtenis 11", "gebeurtenis 12")
    for way in ["corrigeer die eerst", "--cascade", "--dry-run"] {
      #expect(outcome.refusal?.remedy?.nl.contains(way) == true)
    }
  }

  // GEN-13 allows
  @Test func takingTheCorrectionOutLeavesWhatFellUnlessItCascades() {
    let before = given(.approvals)
    let fallen = before.when(cascading(retracting(9, "2026-03-09"))).after
    let alone = fallen.when(retracting(13, "2026-03-10")).remarks("blijft teruggenomen: #10, #11, #12")
    #expect(alone.state.documents["verslag-startgesprek"] != nil && alone.state.approvals.isEmpty)
    let all = fallen.when(cascading(retracting(13, "2026-03-10")))
      .then("corrected", "corrected", "corrected", "corrected")
    var state = all.state
    state.lastEvent = before.state.lastEvent
    #expect(state == before.state)
  }

  // GEN-13 allows
  @Test func whatFellIsBroughtBackByItself() {
    let fallen = given(.report, by("wpb", "2026-03-05", .approve(approval: "goedkeuring-didactisch")))
      .when(cascading(retracting(9, "2026-03-09"))).after
      .when(retracting(11, "2026-03-10")).after
    let back = fallen.when(retracting(12, "2026-03-10")).then("corrected")
    #expect(back.state.approvals["goedkeuring-didactisch"]?.granted == day("2026-03-05"))
  }

  // GEN-13 refuses
  @Test func whatFellDoesNotComeBackWhileItsGroundIsOut() {
    let fallen = given(.report, by("wpb", "2026-03-05", .approve(approval: "goedkeuring-didactisch")))
      .when(cascading(retracting(9, "2026-03-09"))).after
    fallen.when(retracting(12, "2026-03-10")).refuses("erslag")
  }

  // GEN-13 shows
  @Test func aDryRunShowsWhatFallsAndWhatIsOwedThen() throws {
    let traject = given(.approvals)
    let outlook = try Correction(log: traject.log, workflow: Scenario.workflow)
      .outlook(
        of: .init(event: 9, why: text(), data: nil, happened: nil), by: traject.actor("io"),
        on: day("2026-03-09"), isCascading: false)
    #expect(!outlook.isAccepted && outlook.falls.map(\.event.seq) == [10, 11, 12])
    #expect(outlook.falls.allSatisfy { !$0.refusal.missing.isEmpty && !$0.isDecision })
    #expect(outlook.now?.event.type == "submitted" && outlook.then == nil)
    #expect(outlook.before.phase == "tussenevaluatie" && outlook.after?.phase == "begeleiding-1")
    let report = outlook.obligations(on: day("2026-03-09")).first {
      $0.key.description == "verslag-startgesprek.submitted"
    }
    #expect(report?.before?.met == day("2026-03-03") && report?.after?.met == nil)
  }

  // GEN-13 shows
  @Test func whatFallsOnlyBecauseOfAnotherOneIsAFollower() throws {
    let traject = given(.approvals)
    let advanced = traject.events("advanced").map(\.seq)
    let talk = try #require(traject.events("held").last?.seq)
    let outlook = try Correction(log: traject.log, workflow: Scenario.workflow)
      .outlook(
        of: .init(event: talk, why: text(), data: nil, happened: nil), by: traject.actor("io"),
        on: day("2026-03-09"), isCascading: true)
    let followers = outlook.falls.filter(\.isFollower).map(\.event.seq)
    #expect(outlook.falls.first { $0.event.seq == advanced[advanced.count - 2] }?.isFollower == false)
    #expect(followers.contains(try #require(advanced.last)))
    #expect(outlook.falls.filter { !$0.isFollower }.allSatisfy { !$0.refusal.missing.isEmpty })
  }

  // GEN-13 shows
  @Test func takingACorrectionOutShowsWhatStaysOut() throws {
    let fallen = given(.approvals).when(cascading(retracting(9, "2026-03-09"))).after
    let outlook = try Correction(log: fallen.log, workflow: Scenario.workflow)
      .outlook(
        of: .init(event: 13, why: text(), data: nil, happened: nil), by: fallen.actor("io"),
        on: day("2026-03-09"), isCascading: false)
    #expect(outlook.stays.map(\.seq) == [10, 11, 12] && outlook.restored.isEmpty)
  }

  // GEN-13 shows
  @Test func aDryRunShowsTheEscalationThatIsWithdrawn() throws {
    let flagged = given(
      .kennismaking, flagging("2026-03-31"),
      by("student", "2026-03-31", .held("startgesprek", "student", "wpb", "io", record: Stretch.everything)))
    #expect(flagged.state.openEscalations.map(\.id) == ["E1"])
    let held = flagged.events("held").last?.seq ?? 0
    let outlook = try Correction(log: flagged.log, workflow: Scenario.workflow)
      .outlook(
        of: .init(event: held, why: text(), data: nil, happened: day("2026-03-03")),
        by: flagged.actor("io"), on: day("2026-05-04"), isCascading: false)
    #expect(outlook.isAccepted && outlook.escalations.map(\.change) == [.withdrawn])
    #expect(outlook.along.map(\.then?.happened) == [day("2026-03-03")])
  }

  // GEN-13 allows
  @Test func aStartByMistakeIsTakenOutWhileNobodyActed() {
    let outcome = given(flagging: "2026-02-20").when(retracting(1, "2026-02-23"))
    #expect(outcome.refusal == nil && outcome.after.remarks.first?.nl.contains("teruggenomen") == true)
    #expect(try! EffectiveLog.events(outcome.after.log).isEmpty)
    #expect(try! EffectiveLog.replay(outcome.after.log, workflow: Scenario.workflow) == nil)
  }

  // GEN-13 refuses
  @Test func aStartOnWhichSomethingFollowedStands() {
    given(.kennismaking).when(cascading(retracting(1, "2026-02-23"))).refuses("gebeurtenis 3, 4, 5")
    let emptied = given(Stretch(acts: [Stretch.kennismaking.acts[0]]), retracting(3, "2026-02-10"))
    #expect(emptied.when(retracting(1, "2026-02-23")).refusal == nil)
  }
}

private func given(flagging today: String) -> Scenario { given(Stretch(acts: []), flagging(today)) }
