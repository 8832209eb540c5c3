import Testing

@testable import CyclusCore

/// Planning: who plans a gesprek, by when, and what takes that back.
@Suite struct PlanningTests {
  private static let workflow = Written.workflow(
    """
    gesprekken:
      intake: {by: student, present: [student], opens: week 1, due: end of week 3, plan: {by: begeleider}, rule: A-1}
      voortgang:
        by: student
        present: [student, begeleider]
        each: {period: placement, at-least: 2, spread: evenly, rule: A-1}
        plan: {by: [begeleider, opleider], due: 2 weeks before its gesprek}
        close: {by: student}
        rule: A-1
    documents:
      notitie: {by: student, for: voortgang, opens: after voortgang planned, due: on the day of its gesprek, rule: A-2}
    phases:
      - {phase: gepland, leave-when: [intake planned], next: daarna, rule: A-1}
      - {phase: daarna, leave-when: [intake held], rule: A-1}
    """)
  private let request = Written.request(until: "2026-06-30")

  @Test func aGesprekThatSomebodyPlansIsOwed() throws {
    let traject = try Self.workflow.given(request: request)
    let intake = try #require(traject.obligation("intake.planned"))
    #expect(intake.role == "begeleider" && intake.opens == day("2026-02-02") && intake.due == nil)
    #expect(intake.what.nl == "intake plannen" && intake.isBlocking)
    let first = try #require(traject.obligation("voortgang@1.planned"))
    #expect(first.what.nl == "voortgang 1 plannen")
    #expect(first.due == traject.obligation("voortgang@1.held")?.due.map { $0 - 14 })
    #expect(first.lapsesOn == nil)
  }

  @Test func onlyTheseRolesPlanAndCancel() throws {
    let traject = try Self.workflow.given(request: request)
    traject.when("student", on: "2026-02-03", .plan("intake", "2026-02-10 10:00")).refuses("begeleider")
    traject.when("opleider", on: "2026-02-03", .plan("intake", "2026-02-10 10:00")).refuses("begeleider")
    let planned = traject.when("begeleider", on: "2026-02-03", .plan("intake", "2026-02-10 10:00")).then(
      "planned")
    #expect(planned.obligation("intake.planned")?.met == day("2026-02-03"))
    planned.when("student", on: "2026-02-04", .cancel(gesprek: "intake", why: text())).refuses("begeleider")
    planned.when("begeleider", on: "2026-02-04", .advance()).then("advanced")
    traject.when("begeleider", on: "2026-02-04", .advance()).refusesOnly("intake.planned")
  }

  @Test func cancellingOpensItAgainAndPlanningAgainMeetsIt() throws {
    let planned = try Self.workflow.given(
      by("begeleider", "2026-02-03", .plan("voortgang@1", "2026-03-10 10:00")), request: request)
    #expect(planned.obligation("notitie@1.submitted")?.opens == day("2026-02-03"))
    #expect(planned.obligation("notitie@1.submitted")?.due == day("2026-03-10"))
    let cancelled = planned.when(
      "opleider", on: "2026-03-09", .cancel(gesprek: "voortgang@1", why: text())
    ).then("cancelled")
    let open = try #require(cancelled.obligation("voortgang@1.planned"))
    #expect(open.isAsked && open.due == cancelled.obligation("voortgang@1.held")?.due.map { $0 - 14 })
    #expect(cancelled.obligation("notitie@1.submitted")?.opens == nil)
    let again = cancelled.when("begeleider", on: "2026-03-11", .plan("voortgang@1", "2026-03-20 10:00")).then(
      "planned")
    #expect(again.obligation("voortgang@1.planned")?.met == day("2026-03-11"))
    #expect(again.obligation("notitie@1.submitted")?.opens == day("2026-03-11"))
  }

  @Test func movingItKeepsTheDayOnWhichItWasPlanned() throws {
    let moved = try Self.workflow.given(
      by("begeleider", "2026-02-03", .plan("intake", "2026-02-10 10:00")),
      by("begeleider", "2026-02-09", .plan("intake", "2026-02-12 10:00")), request: request)
    #expect(moved.obligation("intake.planned")?.met == day("2026-02-03"))
  }

  @Test func nobodyPlansWhatHasBeen() throws {
    let held = try Self.workflow.given(
      by("student", "2026-02-05", .held("intake", "student")), talk("voortgang", "2026-03-02"),
      request: request)
    #expect(held.obligation("intake.planned")?.met == day("2026-02-05"))
    #expect(held.obligation("voortgang@1.planned")?.met == day("2026-03-02"))
    #expect(held.obligation("voortgang@2.planned")?.isAsked == true)
    #expect(held.obligation("notitie@1.submitted")?.opens == day("2026-03-02"))
  }

  @Test func oneMoreThanAskedIsPlannedWithoutBeingOwed() throws {
    let planned = try Self.workflow.given(
      by("begeleider", "2026-02-03", .plan("voortgang@3", "2026-03-10 10:00")), request: request)
    #expect(planned.obligation("voortgang@3.planned")?.met == day("2026-02-03"))
    #expect(planned.obligation("notitie@3.submitted")?.opens == day("2026-02-03"))
    let cancelled = planned.when(
      "begeleider", on: "2026-02-04", .cancel(gesprek: "voortgang@3", why: text())
    ).then("cancelled")
    #expect(!cancelled.state.obligations(cancelled.rulebook).contains { $0.key.item.occurrence == "3" })
  }

  @Test func whatIsWaivedIsNotPlanned() throws {
    let waived = try Self.workflow.given(
      by("begeleider", "2026-02-03", .waive("voortgang@2.held")), request: request)
    #expect(waived.obligation("voortgang@2.planned")?.waived == day("2026-02-03"))
  }
}
