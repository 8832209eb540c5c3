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
    try #require(
      try CalendarAdoption(Standing(scenario.state, scenario.rulebook), calendar, on: occasion()))
  }

  private func occasion(_ day: String = "2026-02-02", by actor: Actor = .administrator) -> Occasion {
    Occasion(actor: actor, happened: self.day(day), today: self.day(day))
  }

  private func cause(_ key: String, _ adoption: CalendarAdoption) -> CalendarAdoption.Cause? {
    adoption.rows.first { $0.moved.obligation.description == key }?.cause
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
    #expect(cause("kennismakingsgesprek.held", adoption) == .free(before, Localized("Studiedag")))
    #expect(due("kennismakingsgesprek.held", adoption.after) == before - 1)
    #expect(adoption.after.traject.calendar == "k1")
  }

  @Test func theEventAloneGivesTheStateThatWasShown() throws {
    let scenario = try scenario()
    let adoption = try adoption(scenario, calendar([free("2026-02-06")]))
    let event = try Event(type: "calendar_adopted", data: Event.calendarAdopted(adoption.event).data)
    var state = scenario.state
    state.evolve(event, meets: [], by: .system, on: adoption.day, number: state.lastEvent)
    #expect(state == adoption.after.traject)
  }

  @Test func aTrajectThatHasTheCalendarOrHasEndedAdoptsNothing() throws {
    let scenario = try scenario()
    let pinned = calendar([free("2026-02-06")])
    var state = try adoption(scenario, pinned).after.traject
    let rulebook = try Rulebook(
      workflow: scenario.rulebook.workflow, traject: state, calendar: pinned.calendar)
    #expect(try CalendarAdoption(Standing(state, rulebook), pinned, on: occasion()) == nil)
    state.completed = day("2026-02-10")
    #expect(
      try CalendarAdoption(
        Standing(state, rulebook), calendar([free("2026-02-06"), free("2026-02-13")]), on: occasion())
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
      try CalendarAdoption(
        adoption.after, calendar([free("2026-02-05", "2026-02-06"), free("2026-02-09")]), on: occasion()))
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
      _ = try CalendarAdoption(Standing(scenario.state, scenario.rulebook), earlier, on: occasion())
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
    guard case .teaching(let opened, _) = cause("begeleidingsgesprek@w11.held", adoption) else {
      Issue.record("\(String(describing: cause("begeleidingsgesprek@w11.held", adoption)))")
      return
    }
    #expect(opened == day("2026-04-27"))
  }

  // GEN-04 stores
  @Test func anOpenDateNeverGoesBackBehindTheDayOfAdoption() throws {
    var scenario = try scenario()
    let key = "kennismakingsgesprek.held"
    #expect(due(key, Standing(scenario.state, scenario.rulebook)) == day("2026-02-06"))
    // By this calendar the last day of that week with school is the Tuesday.
    let earlier = calendar([free("2026-02-04", "2026-02-06")])
    try scenario.adopt(earlier, on: day("2026-02-05"))
    let obligation = try #require(scenario.obligation(key))
    // The day of adoption has no school itself, so the first one after it that has.
    #expect(obligation.due == day("2026-02-09"))
    #expect(obligation.state(on: day("2026-02-05")) == .open)
    guard case .calendarAdopted(let adopted) = scenario.log.last?.event else { return }
    #expect(adopted.floors[key] == day("2026-02-05"))
    #expect(adopted.moved.first { $0.obligation.description == key }?.to == day("2026-02-09"))
    #expect(scenario.log.last?.rules == ["GEN-04"])
    // It stays so, whatever happens after.
    try scenario.perform(by("io", "2026-02-06", .note(text: text())))
    #expect(scenario.obligation(key)?.due == day("2026-02-09"))
    let account = try DueAccount(of: key, scenario.state, scenario.rulebook, log: scenario.log)
    let again = ReAdding(account.json(on: day("2026-02-06")))
    #expect(again.faults == [] && again.day == day("2026-02-09"))
    let last = try #require(account.lines.last)
    #expect(
      last.words(scenario.rules).en == "not before the day on which the calendar was adopted (5 Feb)")
    #expect(last.event == scenario.log.last { $0.event.calendar != nil }?.seq)
  }

  @Test func aDateThatHadPassedStaysWhereItWasOrGoesOn() throws {
    let key = "kennismakingsgesprek.held"
    for (free, expected) in [
      (free("2026-02-05", "2026-02-06"), "2026-02-06"), (free("2026-02-02", "2026-02-06"), "2026-02-13"),
    ] {
      var scenario = try scenario()
      try scenario.adopt(calendar([free]), on: day("2026-02-09"))
      #expect(scenario.obligation(key)?.due == day(expected))
      guard expected == "2026-02-06" else { continue }
      let account = try DueAccount(of: key, scenario.state, scenario.rulebook, log: scenario.log)
      let words = account.lines.last?.words(scenario.rules)
      #expect(
        words?.nl == "niet voor de datum die al voorbij was toen de kalender werd aangenomen (9 feb)")
      #expect(words?.en == "not before the date that had passed when the calendar was adopted (9 Feb)")
    }
  }

  @Test func whatStandsStillComesBackOnTheDayOnWhichTheClockGoesOnAtTheEarliest() throws {
    var scenario = try scenario()
    let key = "kennismakingsgesprek.held"
    try scenario.perform(by("io", "2026-02-04", .pause(from: nil, cause: .student)))
    try scenario.adopt(calendar([free("2026-02-03", "2026-02-06")]), on: day("2026-02-05"))
    #expect(scenario.obligation(key)?.due == nil)
    try scenario.perform(by("io", "2026-02-17", .resume))
    let due = try #require(scenario.obligation(key)?.due)
    #expect(due >= day("2026-02-17"), "\(due)")
    let account = try DueAccount(of: key, scenario.state, scenario.rulebook, log: scenario.log)
    #expect(ReAdding(account.json(on: day("2026-02-17"))).faults == [])
  }

  @Test func anotherCalendarTakesTheHoldOfTheOneBeforeAway() throws {
    var scenario = try scenario()
    let key = "kennismakingsgesprek.held"
    try scenario.adopt(calendar([free("2026-02-04", "2026-02-06")]), on: day("2026-02-05"))
    try scenario.adopt(calendar([free("2026-01-05"), free("2026-01-06")]), on: day("2026-02-05"))
    #expect(scenario.obligation(key)?.due == day("2026-02-06"))
    #expect(scenario.state.floors?[key] == nil)
  }

  @Test func whoAdoptsHasTheRoleThatHeNamesAndTheTrajectHasBegun() throws {
    let scenario = try scenario()
    let standing = Standing(scenario.state, scenario.rulebook)
    let plan = calendar([free("2026-02-06")])
    func refusal(_ day: String, _ actor: Actor) -> [String] {
      do throws(Refusal) {
        let now = Occasion(actor: actor, happened: self.day(day), today: self.day("2026-02-03"))
        _ = try CalendarAdoption(standing, plan, on: now)
        return []
      } catch { return error.missing.map(\.message.en) }
    }
    let io = PersonID(4)
    #expect(refusal("2026-02-03", Actor(person: io, role: "onzin")).first?.contains("onzin") == true)
    #expect(refusal("2026-02-03", Actor(person: io, role: "wpb")).count == 1)
    #expect(refusal("2026-02-01", Actor(person: io, role: "onzin")).count == 2)
    #expect(
      refusal("2026-02-01", .administrator) == [
        "Sun 1 Feb 2026 cannot be: the start of this traject was not until Mon 2 Feb 2026; give that day or a later one with --on"
      ])
    let ahead = Occasion(actor: .administrator, happened: day("2026-01-30"), today: day("2026-01-30"))
    let early = #expect(throws: Refusal.self) { _ = try CalendarAdoption(standing, plan, on: ahead) }
    #expect(
      early?.missing.first?.message.en
        == "this traject begins on Mon 2 Feb 2026: give “cyclus calendar adopt” once more on that day or later"
    )
    for (given, role) in [("io", "instituutsopleider"), (nil, "instituutsopleider")] as [(String?, String)] {
      let adoption = try #require(
        try CalendarAdoption(
          standing, plan, on: occasion("2026-02-03", by: Actor(person: io, role: given))))
      #expect(adoption.entry.actor == Actor(person: io, role: role))
    }
    let other = try #require(
      try CalendarAdoption(
        standing, plan, on: occasion("2026-02-03", by: Actor(person: PersonID(99), role: nil))))
    #expect(other.entry.actor == Actor(person: PersonID(99), role: nil))
  }

  @Test func anAdoptionIsTakenOutAndNotPutOnAnotherDay() throws {
    var scenario = try scenario()
    let before = scenario.state
    try scenario.adopt(calendar([free("2026-02-04", "2026-02-06")]), on: day("2026-02-05"))
    let seq = scenario.log.count
    let moved = scenario.when(amending(seq, on: "2026-02-03", today: "2026-02-06"))
    #expect(moved.refusal?.missing.first?.message.en.contains("adopt the calendar again") == true)
    try scenario.perform(retracting(seq, "2026-02-06"))
    #expect(scenario.state.floors == nil && scenario.state.calendar == before.calendar)
    #expect(scenario.obligation("kennismakingsgesprek.held")?.due == day("2026-02-06"))
  }

  @Test func aCountThatCannotBeSeenAnyMoreIsNotPointedAt() throws {
    var scenario = try scenario()
    let key = "kennismakingsgesprek.held"
    // Held on a day before the adoption, recorded after it: the date is that of the other calendar.
    try scenario.adopt(calendar([free("2026-02-06")]), on: day("2026-02-10"))
    let present = ["student", "wpb"].map { Command.Present(role: $0) }
    try scenario.perform(
      .command(
        "student", on: day("2026-02-09"), today: day("2026-02-11"),
        .held(.init(gesprek: "kennismakingsgesprek", present: present))))
    let account = try DueAccount(of: key, scenario.state, scenario.rulebook, log: scenario.log)
    #expect(account.countedAsOf == nil)
  }

  @Test func whatIsCountedFromAGesprekFollowsIt() throws {
    let scenario = try scenario()
    let adoption = try adoption(scenario, calendar([free("2026-03-09", "2026-03-13", "Onderwijsvrije week")]))
    let following = adoption.rows.filter { if case .follows = $0.cause { true } else { false } }
    #expect(!following.isEmpty)
    for row in following {
      guard case .follows(let gesprek) = row.cause else { continue }
      let own = adoption.event.moved.contains { $0.obligation == ObligationKey(gesprek, .held) }
      #expect(own, "\(row.moved.obligation) follows \(gesprek), which moves itself")
    }
    #expect(cause("begeleidingsgesprek@w16.held", adoption)?.name == Localized("Onderwijsvrije week"))
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
