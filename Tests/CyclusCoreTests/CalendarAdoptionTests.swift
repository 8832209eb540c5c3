import Testing

@testable import CyclusCore

/// A running traject goes on under another calendar: open dates move, what was done keeps its own.
@Suite struct CalendarAdoptionTests {
  private func day(_ text: String) -> Day { Day(text) ?? Day(number: 0) }

  private func calendar(_ entries: [CalendarEntry]) -> PinnedCalendar {
    PinnedCalendar(
      digest: "k\(entries.count)",
      calendar: SchoolCalendar(
        [CalendarLayer(id: "eigen", title: Localized("jaarplan"), kind: .institute, entries: entries)],
        holidays: DutchHolidays()))
  }

  private func free(_ from: String, _ to: String? = nil, _ name: String = "Studiedag") -> CalendarEntry {
    CalendarEntry(from: day(from), to: day(to ?? from), name: Localized(name))
  }

  /// A traject under the shipped workflow that began without a calendar.
  private func scenario() throws -> Scenario { try Scenario() }

  private func adoption(_ scenario: Scenario, _ calendar: PinnedCalendar) throws -> CalendarAdoption {
    try #require(try CalendarAdoption(Standing(scenario.state, scenario.rulebook), calendar))
  }

  private func due(_ key: String, _ standing: Standing) -> Day? {
    standing.obligations.first { $0.key.description == key }?.due
  }

  @Test func anOpenDateOnAStudyDayMovesAndSaysWhy() throws {
    let scenario = try scenario()
    let before = try #require(due("kennismakingsgesprek.held", Standing(scenario.state, scenario.rulebook)))
    let adoption = try adoption(scenario, calendar([free(before.description)]))
    let moved = try #require(
      adoption.event.moved.first { $0.obligation.description == "kennismakingsgesprek.held" })
    #expect(moved.from == before)
    #expect(moved.to == before - 1)
    #expect(
      adoption.difference(behind: moved) == .init(day: before, name: Localized("Studiedag"), isFree: true))
    #expect(due("kennismakingsgesprek.held", adoption.after) == before - 1)
    #expect(adoption.after.traject.calendar == "k1")
  }

  @Test func theEventAloneGivesTheStateThatWasShown() throws {
    let scenario = try scenario()
    let adoption = try adoption(scenario, calendar([free("2026-02-06")]))
    let event = try Event(type: "calendar_adopted", data: Event.calendarAdopted(adoption.event).data)
    var state = scenario.state
    state.evolve(event, meets: [], by: .system, on: day("2026-02-03"), number: state.lastEvent)
    #expect(state == adoption.after.traject)
  }

  @Test func aTrajectThatHasTheCalendarOrHasEndedAdoptsNothing() throws {
    let scenario = try scenario()
    let pinned = calendar([free("2026-02-06")])
    var state = try adoption(scenario, pinned).after.traject
    let rulebook = try Rulebook(
      workflow: scenario.rulebook.workflow, traject: state, calendar: pinned.calendar)
    #expect(try CalendarAdoption(Standing(state, rulebook), pinned) == nil)
    state.completed = day("2026-02-10")
    #expect(
      try CalendarAdoption(Standing(state, rulebook), calendar([free("2026-02-06"), free("2026-02-13")]))
        == nil)
  }

  @Test func whatWasMetKeepsItsDate() throws {
    var scenario = try scenario()
    let key = "kennismakingsgesprek.held"
    scenario.state.settled[key] = .init(on: day("2026-02-04"), due: day("2026-02-06"), event: 3)
    let adoption = try adoption(scenario, calendar([free("2026-02-06")]))
    #expect(!adoption.event.moved.contains { $0.obligation.description == key })
    #expect(due(key, adoption.after) == day("2026-02-06"))
  }

  @Test func whatWasWaivedKeepsItsDate() throws {
    var scenario = try scenario()
    let key = "kennismakingsgesprek.held"
    scenario.state.waived[key] = .init(
      on: day("2026-02-03"), by: .system, why: TextReference(id: 1, digest: "9f86"))
    let adoption = try adoption(scenario, calendar([free("2026-02-06")]))
    #expect(!adoption.event.moved.contains { $0.obligation.description == key })
    #expect(adoption.event.kept[key] == day("2026-02-06"))
    #expect(due(key, adoption.after) == day("2026-02-06"))
    // And once more under a third calendar.
    let third = try #require(
      try CalendarAdoption(adoption.after, calendar([free("2026-02-05", "2026-02-06"), free("2026-02-09")])))
    #expect(due(key, third.after) == day("2026-02-06"))
  }

  @Test func whatWasFlaggedKeepsItsDate() throws {
    var scenario = try scenario()
    let key = try #require(ObligationKey("kennismakingsgesprek.held"))
    scenario.state.flags.append(
      .init(obligation: key, due: day("2026-02-06"), rung: 0, recipient: nil, on: day("2026-02-07")))
    let adoption = try adoption(scenario, calendar([free("2026-02-06")]))
    #expect(!adoption.event.moved.contains { $0.obligation == key })
    #expect(due(key.description, adoption.after) == day("2026-02-06"))
  }

  @Test func aTeachingWeekInWhichSomethingWasDoneIsNotRenumbered() throws {
    var scenario = try scenario()
    scenario.state.settled["begeleidingsgesprek@w2.held"] = .init(
      on: day("2026-02-11"), due: day("2026-02-13"), event: 3)
    let earlier = calendar([free("2026-02-02", "2026-02-06", "Onderwijsvrije week")])
    let refusal = #expect(throws: Refusal.self) {
      _ = try CalendarAdoption(Standing(scenario.state, scenario.rulebook), earlier)
    }
    #expect(refusal?.missing.first?.message.en.contains("teaching week 2") == true)
    // A week that is still to come may be free: what was done stands where it stood.
    let later = try adoption(scenario, calendar([free("2026-03-09", "2026-03-13", "Onderwijsvrije week")]))
    #expect(later.event.moved.contains { $0.obligation.description == "begeleidingsgesprek@w16.held" })
  }

  @Test func aDayThatBecomesATeachingDayIsNamedByWhatItWas() throws {
    let scenario = try scenario()
    let opened = CalendarEntry(
      from: day("2026-04-27"), to: day("2026-04-27"), name: Localized("Gewone lesdag"), kind: .teaching)
    let adoption = try adoption(scenario, calendar([opened]))
    let moved = try #require(
      adoption.event.moved.first { $0.obligation.description == "begeleidingsgesprek@w11.held" })
    let difference = try #require(adoption.difference(behind: moved))
    #expect(difference.day == day("2026-04-27"))
    #expect(!difference.isFree)
  }

  @Test func itIsAdoptedOnADayThatHasBeenAndNotBeforeItWasPublished() throws {
    func check(_ happened: String) throws(Refusal) {
      try CalendarAdoption.check(
        Occasion(actor: .system, happened: day(happened), today: day("2026-02-03")),
        published: day("2026-02-02"))
    }
    try check("2026-02-02")
    try check("2026-02-03")
    #expect(throws: Refusal.self) { try check("2026-02-04") }
    #expect(throws: Refusal.self) { try check("2026-02-01") }
  }
}
