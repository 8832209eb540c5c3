import CyclusCore
import Testing

@testable import CyclusStore

/// Calendars in the database: rows that never change, chained digests, and trajecten that are pinned to one of them.
@Suite struct CalendarStoreTests {
  private func day(_ text: String) -> Day { StoreScenario.day(text) }

  private func draft(_ days: [String], name: String = "Studiedag") -> CalendarLayer {
    CalendarLayer(
      id: "eigen", title: Localized("jaarplan"), kind: .institute,
      known: day("2025-08-01")...day("2026-07-31"),
      entries: days.map { CalendarEntry(from: day($0), to: day($0), name: Localized(name)) })
  }

  @discardableResult
  private func publish(
    _ layers: [CalendarLayer], _ scenario: StoreScenario, _ holidays: DutchHolidays? = nil
  ) throws -> (calendar: PublishedCalendar, isNew: Bool) {
    try scenario.store.publish(
      calendar: layers, holidays: holidays, recording: StoreScenario.recording(.system))
  }

  private func due(_ key: String, of traject: Int, _ scenario: StoreScenario) throws -> Day? {
    let (state, rulebook) = try scenario.store.current(traject)
    return state.obligations(rulebook).first { $0.key.description == key }?.due
  }

  @Test func theSameCalendarTwiceIsPublishedOnce() throws {
    let scenario = try StoreScenario()
    let first = try publish([draft(["2026-02-06"])], scenario)
    let head = try scenario.store.head()
    let second = try publish([draft(["2026-02-06"])], scenario)
    #expect(first.isNew)
    #expect(!second.isNew)
    #expect(first.calendar == second.calendar)
    #expect(try scenario.store.head() == head)
  }

  @Test func aNewFileTakesThePlaceOfItsLayerAndTheOldOneCanComeBack() throws {
    let scenario = try StoreScenario()
    let first = try publish([draft(["2026-02-06"])], scenario).calendar
    let second = try publish([draft(["2026-02-13"])], scenario).calendar
    #expect(second.layers.count == 1)
    #expect(second.digest != first.digest)
    #expect(second.version == "2")
    let third = try publish([draft(["2026-02-06"])], scenario)
    #expect(third.isNew)
    #expect(third.calendar.digest == first.digest)
    #expect(third.calendar.seq > second.seq)
    #expect(try scenario.store.verify().findings.isEmpty)
  }

  @Test func whatIsChosenAboutThePublicHolidaysIsAnotherCalendarAndStays() throws {
    let scenario = try StoreScenario()
    let first = try publish([draft(["2026-02-06"])], scenario).calendar
    let chosen = try publish([], scenario, DutchHolidays(goodFriday: true)).calendar
    #expect(chosen.digest != first.digest)
    let friday = day("2026-04-03")
    #expect(try scenario.store.calendar(digest: first.digest).workingDays(in: nil).isWorking(friday))
    #expect(try !scenario.store.calendar(digest: chosen.digest).workingDays(in: nil).isWorking(friday))
    #expect(try publish([draft(["2026-02-13"])], scenario).calendar.holidays.goodFriday)
  }

  @Test func aTrajectKeepsTheCalendarWithWhichItBeganUntilItAdoptsAnother() throws {
    let scenario = try StoreScenario()
    let without = try scenario.start("7000001")
    try publish([draft(["2026-02-13"])], scenario)
    let traject = try scenario.start("7000002")
    try publish([draft(["2026-02-06"])], scenario)
    let key = "kennismakingsgesprek.held"
    #expect(try due(key, of: without, scenario) == day("2026-02-06"))
    #expect(try due(key, of: traject, scenario) == day("2026-02-06"))
    #expect(try scenario.store.trajectenToAdopt() == [without, traject])
    let recording = StoreScenario.recording(.system, on: "2026-02-03")
    for id in [without, traject] {
      let adopted = try #require(try scenario.store.adopt(id, recording))
      #expect(adopted.performed.events.map(\.event.type) == ["calendar_adopted"])
      #expect(try due(key, of: id, scenario) == day("2026-02-05"))
      #expect(try scenario.store.adopt(id, recording) == nil)
    }
    #expect(try scenario.store.trajectenToAdopt() == [])
    #expect(try scenario.store.verify().findings.isEmpty)
    #expect(try scenario.store.rebuild() == 2)
    #expect(try due(key, of: traject, scenario) == day("2026-02-05"))
    // The day before, it was not adopted yet.
    let past = try #require(try scenario.store.state(of: traject, PastView(asOf: day("2026-02-02"))))
    #expect(past.0.obligations(past.1).first { $0.key.description == key }?.due == day("2026-02-06"))
  }

  @Test func anAdoptionThatIsTakenOutGivesTheOldDatesBack() throws {
    let scenario = try StoreScenario()
    let traject = try scenario.start("7000001")
    try publish([draft(["2026-02-06"])], scenario)
    let recording = StoreScenario.recording(
      Actor(person: nil, role: "administrator"), on: "2026-02-03")
    let adopted = try #require(try scenario.store.adopt(traject, recording)?.performed.events.first)
    var correcting = StoreScenario.recording(
      Actor(person: nil, role: "administrator"), on: "2026-02-04")
    correcting.happened = day("2026-02-04")
    _ = try scenario.store.correct(traject, correcting) { _, _, desk in
      Event.Corrected(
        event: adopted.seq, why: try desk.reference("te vroeg", "--why"), data: nil, happened: nil)
    }
    #expect(try due("kennismakingsgesprek.held", of: traject, scenario) == day("2026-02-06"))
    #expect(try scenario.store.trajectenToAdopt() == [traject])
    #expect(try scenario.store.verify().findings.isEmpty)
  }

  @Test(arguments: [
    (
      "UPDATE definition SET compiled = CAST(replace(CAST(compiled AS TEXT), '2026-02-06', '2026-02-09') AS BLOB) WHERE name = 'calendar'",
      "calendar 1: the form of the calendar that cyclus works with was changed since it was published"
    ),
    (
      "UPDATE definition SET text = replace(text, '2026-02-06', '2026-02-09') WHERE name = 'institute'",
      "institute 1: the text of the calendar does not fit its digest"
    ),
    (
      "UPDATE definition SET version = '7' WHERE name = 'institute'",
      "institute 1: kind, name or version in the table is not what the log says"
    ),
    (
      "UPDATE definition SET kind = 'workflow' WHERE name = 'calendar'",
      "calendar 1: kind, name or version in the table is not what the log says"
    ),
    ("DELETE FROM definition WHERE name = 'institute'", "institute 1: a published calendar is gone"),
    (
      "INSERT INTO definition VALUES ('x', 'calendar', 'institute', '9', '', x'7b7d')",
      "institute 9: the calendar is not in the log"
    ),
  ])
  func aChangedCalendarIsFound(_ sql: String, _ finding: String) throws {
    let scenario = try StoreScenario()
    try publish([draft(["2026-02-06"])], scenario)
    try scenario.start("7000001")
    #expect(try scenario.store.verify().findings.isEmpty)
    let tool = try scenario.tool()
    for trigger in Schema.triggers { try tool.execute("DROP TRIGGER \(trigger.name)") }
    try tool.execute(sql)
    for trigger in Schema.triggers { try tool.execute(trigger.sql) }
    #expect(try scenario.store.verify().findings.map { "\($0.place): \($0.message.en)" } == [finding])
  }

  @Test func theNewestCalendarIsFoundWithoutReadingTheLog() throws {
    let scenario = try StoreScenario()
    let tool = try scenario.tool()
    let plan = try tool.prepare(
      "EXPLAIN QUERY PLAN SELECT seq FROM event WHERE type = 'calendar_published' ORDER BY seq DESC LIMIT 1"
    ).all { try $0.text(3) }
    #expect(plan.contains { $0.contains("event_calendar") })
  }
}

extension ManyProcessesTests {
  @Test func whoIsNamedInAnAgendaIsNowhereInTheDatabase() throws {
    let scenario = try StoreScenario()
    let plan = scenario.folder.file("plan.ics")
    let agenda = """
      BEGIN:VCALENDAR
      VERSION:2.0
      X-WR-CALNAME:agenda-van-xq17@example.org
      BEGIN:VEVENT
      SUMMARY:Studiedag
      DESCRIPTION:bel xq17
      ORGANIZER;CN=xq17:mailto:xq17@example.org
      ATTENDEE;CN=xq17:mailto:xq17@example.org
      DTSTART;VALUE=DATE:20261204
      END:VEVENT
      END:VCALENDAR

      """
    try scenario.folder.write(Array(agenda.utf8), to: plan)
    let binary = try #require(CyclusProcess.binary)
    let out = scenario.folder.file("import.txt")
    let process = CyclusProcess(binary, ["calendar", "import", plan], environment(scenario), out: out)
    #expect(process.end() == 0)
    #expect(try scenario.store.newestPublishedCalendar()?.layers.count == 2)
    for file in [scenario.path, scenario.path + "-wal"] {
      #expect(!(try CyclusProcess.text(file)).contains("xq17"), "\(file)")
    }
  }

  // every process
  @Test func twoImportsAndTwoAdoptionsAtOnceAreEachDoneOnce() throws {
    let scenario = try StoreScenario()
    for number in ["7000001", "7000002", "7000003"] { try scenario.start(number) }
    let plan = scenario.folder.file("plan.csv")
    try scenario.folder.write(Array("begin;eind;naam\n2026-02-06;;Studiedag\n".utf8), to: plan)
    let binary = try #require(CyclusProcess.binary)
    for command in [["calendar", "import", plan], ["calendar", "adopt"]] {
      let processes = (0..<3).map { index in
        CyclusProcess(
          binary, command, environment(scenario), out: scenario.folder.file("\(command[1])-\(index)"))
      }
      #expect(processes.map { $0.end() } == [0, 0, 0])
    }
    #expect(try events(scenario, "calendar_adopted").count == 3)
    #expect(try scenario.store.trajectenToAdopt() == [])
    #expect(try scenario.store.newestPublishedCalendar()?.version == "1")
    #expect(try scenario.store.verify().findings.isEmpty)
  }
}
