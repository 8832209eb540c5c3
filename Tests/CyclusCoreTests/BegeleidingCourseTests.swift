import Testing

@testable import CyclusCore

/// Begeleiding in de bpv: the hours of each block, and extra contact that somebody asks for.
@Suite struct BegeleidingCourseTests {
  private func counted(_ traject: Scenario) throws -> [Int] {
    let counter = try #require(traject.rules.counter("uren"))
    let counted = try #require(traject.state.counted(counter, traject.rulebook))
    return [counted.total, counted.signed, counted.unsigned]
  }

  // MARK: Hours

  // BEG-06 opens
  @Test func theHoursOfABlockAreDueAtItsEndAndSignedWithinAWeek() throws {
    let start = try Begeleiding.start()
    let first = try #require(start.obligation("uren-bpv@b1.submitted"))
    #expect(first.opens == day("2026-09-07") && first.due == day("2026-11-13") && first.role == "student")
    #expect(start.obligation("uren-bpv@b2.submitted")?.opens == day("2026-11-16"))
    #expect(start.obligation("uren-bpv@b2.submitted")?.due == day("2027-01-29"))
    #expect(start.obligation("uren-bpv@b1-praktijkopleider.signed")?.opens == nil)
    let handed = start.after(by("student", "2026-11-12", .submit("uren-bpv")))
    let signing = try #require(handed.obligation("uren-bpv@b1-praktijkopleider.signed"))
    #expect(signing.opens == day("2026-11-12") && signing.due == day("2026-11-20"))
    #expect(signing.role == "praktijkopleider" && signing.what.nl == "Uren in de bpv ondertekenen (blok 1)")
    handed.when("student", on: "2026-11-13", .sign(document: "uren-bpv@b1")).refuses("praktijkopleider")
    handed.when("po", on: "2026-11-13", .sign(document: "uren-bpv@b1")).then("signed")
  }

  // BEG-06 opens
  @Test func theBpvDoesNotEndBeforeTheHoursOfEveryBlockAreSigned() throws {
    let judged = try Begeleiding.visitsDone().hours("b1", "2026-11-13").after(
      by("po", "2027-01-28", Begeleiding.judge("voldoende")))
    judged.when("bb", on: "2027-01-29", .advance()).refusesOnly(
      "uren-bpv@b2.submitted", "uren-bpv@b2-praktijkopleider.signed")
    #expect(
      judged.hours("b2", "2027-01-29").when("bb", on: "2027-01-29", .advance()).then("advanced").state.phase
        == "start")
    let last = try Begeleiding.talked().hours("b1", "2026-11-13").after(
      by("bb", "2027-01-27", .done(obligation: "beoordeling-bewaard")))
    last.when("bb", on: "2027-01-29", .advance()).refusesOnly(
      "uren-bpv@b2.submitted", "uren-bpv@b2-praktijkopleider.signed")
  }

  // BEG-06 shows
  @Test func signedAndUnsignedHoursAreShownApart() throws {
    let kept = try Begeleiding.start().after(
      by("student", "2026-09-08", .count(counter: "uren", amount: 8)),
      by("student", "2026-11-18", .count(counter: "uren", amount: 6)))
    #expect(try counted(kept) == [14, 0, 14])
    let signed = kept.hours("b1", "2026-11-19")
    #expect(try counted(signed) == [14, 8, 6])
    // Hours that are added to a block that was signed are not signed with it.
    let more = signed.after(
      by("student", "2026-11-13", .count(counter: "uren", amount: 2), today: "2026-11-20"))
    #expect(try counted(more) == [16, 8, 8])
    #expect(try counted(more.hours("b1", "2026-11-23")) == [16, 10, 6])
  }

  // MARK: Extra contact

  // BEG-10 opens, dates
  @Test func extraContactIsAskedByStudentOrCompanyAndDueInTwoWorkingDays() throws {
    for who in ["student", "po"] {
      let asked = try Begeleiding.visited().after(by(who, "2026-10-01", .escalate("stagnatie")))
      #expect(asked.state.openEscalations.map(\.route) == ["extra-contact"])
      let reaction = try #require(asked.obligation("E1.decided"))
      // Thursday: the weekend does not count.
      #expect(reaction.role == "bpv-begeleider" && reaction.due == day("2026-10-05"))
      asked.when("bb", on: "2026-10-02", .decide("E1", "extra-bezoek")).then("decided")
    }
  }

  // BEG-10 dates
  @Test func aHolidayDoesNotCountEither() throws {
    let asked = try Begeleiding.visited().after(by("student", "2026-10-09", .escalate("anders")))
    #expect(asked.obligation("E1.decided")?.due == day("2026-10-20"))
    let elsewhere = try Begeleiding.visited(["regio": "zuid"])
      .after(by("student", "2026-10-09", .escalate("anders")))
    #expect(elsewhere.obligation("E1.decided")?.due == day("2026-10-13"))
  }

  // BEG-10 opens
  @Test func withoutAReactionItGoesToTheLeercoach() throws {
    let late = try Begeleiding.visited().after(
      by("student", "2026-10-01", .escalate("onderlinge-verhouding")), flagging("2026-10-19"))
    let told = late.events("flagged").compactMap { logged -> String? in
      guard case .flagged(let flagged) = logged.event, flagged.obligation.item.id == "E1" else { return nil }
      return "\(logged.happened) \(flagged.role)"
    }
    #expect(told == ["2026-10-06 bpv-begeleider", "2026-10-06 leercoach"])
    #expect(late.obligation("E1.decided")?.role == "leercoach")
    late.when("lc", on: "2026-10-19", .decide("E1", "besproken")).then("decided")
  }

  // BEG-10 opens
  @Test func illnessIsStoredAsAbsence() throws {
    try Begeleiding.visited().when("student", on: "2026-10-01", .escalate("ziekte")).refuses("afwezigheid")
    let away = try Begeleiding.visited().when("student", on: "2026-10-01", .escalate("afwezigheid")).then(
      "escalated")
    #expect(away.state.openEscalations.map(\.reason) == ["afwezigheid"])
  }
}
