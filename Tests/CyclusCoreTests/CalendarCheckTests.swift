import Testing

@testable import CyclusCore

@Suite struct CalendarCheckTests {
  private typealias Spring = SpringCalendar

  private func on(_ text: String) -> Day { Spring.day(text) }

  /// A file of which entry number n stands on line n + 1, below a header.
  private func source(
    _ kind: CalendarLayer.Kind, _ entries: [CalendarEntry], file: String = "plan.csv"
  ) -> CalendarSource {
    CalendarSource(
      id: file, title: Localized(file), kind: kind, entries: entries.enumerated().map { ($1, $0 + 2) },
      file: SourceFile(name: file, text: "kop\n" + entries.map { $0.name.nl + "\n" }.joined()))
  }

  private func source(_ entries: [CalendarEntry], file: String = "plan.csv") -> CalendarSource {
    source(.institute, entries, file: file)
  }

  private func findings(
    _ sources: [CalendarSource], region: String? = "zuid", today: String = "2026-01-12",
    leavingOut rule: String = "RunsOut"
  ) -> [String] {
    SchoolCalendar.findings(in: sources, holidays: DutchHolidays(), region: region, today: on(today))
      .filter { $0.finding.rule != rule }
      .map {
        "\($0.file):\($0.finding.line.map(String.init) ?? "") \($0.finding.rule): \($0.finding.message.nl)"
      }
  }

  @Test func twoEntriesOnTheSameDaysAreToBeMadeOne() {
    let names = ["Studiedag", "Teamdag"]
    let entries = names.map {
      CalendarEntry(from: on("2026-03-02"), to: on("2026-03-02"), name: Localized($0))
    }
    let finding = SchoolCalendar.findings(
      in: [source(entries)], holidays: DutchHolidays(), region: nil, today: on("2026-01-12")
    ).first { $0.finding.rule == "Overlap" }
    #expect(finding?.finding.remedy.en == "make one line of them, or remove one")
  }

  @Test func aNameWithAMailAddressIsWarnedAbout() {
    let entry = CalendarEntry(
      from: on("2026-03-02"), to: on("2026-03-02"), name: Localized("Vrij iemand@example.org"))
    #expect(
      findings([source([entry])]) == [
        "plan.csv:2 MailAddress: in «Vrij iemand@example.org» staat zo te zien een mailadres, en een kalender wordt nooit gewist"
      ])
  }

  @Test func aSchoolYearWithoutOneDayOfSchoolIsAnError() {
    let entry = CalendarEntry(from: on("2026-08-01"), to: on("2027-07-31"), name: Localized("Vrij"))
    let found = SchoolCalendar.findings(
      in: [source([entry])], holidays: DutchHolidays(), region: nil, today: on("2026-01-12")
    ).filter { $0.finding.rule == "NoSchool" }
    #expect(found.map(\.finding.line) == [2])
    #expect(found.first?.finding.severity == .error)
    #expect(found.first?.finding.message.en == "in school year 2026-2027 there is not one day of school")
    let almost = CalendarEntry(from: on("2026-08-01"), to: on("2027-07-29"), name: Localized("Vrij"))
    #expect(!findings([source([almost])]).contains { $0.contains("NoSchool") })
  }

  @Test func thousandsOfEntriesThatOverlapAreCheckedInOneSweep() {
    let entries = (0..<9900).map { number in
      CalendarEntry(
        from: on("2026-01-01") + number % 300, to: on("2026-01-01") + number % 300 + 60 + number % 7,
        name: Localized("Entry \(number)"), kind: [.free, .teaching, .examWeek][number % 3])
    }
    let clock = ContinuousClock()
    let took = clock.measure { #expect(findings([source(entries)], region: nil).count > 9000) }
    #expect(took < .seconds(20), "\(took)")
  }

  @Test func aCalendarAsItShouldBeHasNoFindings() {
    #expect(findings([source(.schoolHolidays, Self.year)], region: nil) == [])
  }

  /// A school year of the three regions, as the ministry sets them.
  private static let year = SchoolCalendar.regions.flatMap { region in
    [
      Spring.entry("2025-10-18", "2025-10-26", "Herfstvakantie", region: region),
      Spring.entry("2025-12-20", "2026-01-04", "Kerstvakantie", region: region),
      Spring.entry("2026-02-14", "2026-02-22", "Voorjaarsvakantie", region: region),
      Spring.entry("2026-04-25", "2026-05-03", "Meivakantie", region: region),
      Spring.entry("2026-07-11", "2026-08-23", "Zomervakantie", region: region),
    ]
  }

  // MARK: Entries

  @Test func theSameEntryTwiceIsFoundOnItsSecondLine() {
    let entry = Spring.entry("2026-03-02", "2026-03-03", "Studiedagen")
    #expect(
      findings([source([entry, entry])]) == [
        "plan.csv:3 Overlap: «Studiedagen» (ma 2 mrt 2026 t/m di 3 mrt 2026) staat er al, op regel 2"
      ])
  }

  @Test func entriesOfOneKindThatOverlapAreFound() {
    let plan = source([
      Spring.entry("2026-03-02", "2026-03-06", "Projectweek"),
      Spring.entry("2026-03-06", "2026-03-09", "Studiedagen", region: "zuid"),
      Spring.entry("2026-03-02", "2026-03-13", "Blok 3", .period),
    ])
    #expect(
      findings([plan]) == [
        "plan.csv:3 Overlap: «Studiedagen» (vr 6 mrt 2026 t/m ma 9 mrt 2026, zuid) valt over «Projectweek» (ma 2 mrt 2026 t/m vr 6 mrt 2026) van regel 2 heen"
      ])
    #expect(findings([plan], region: "noord") == [])
  }

  @Test func aFreeDayWithinAnotherIsOnlyNotedAndABlockMayStandInASemester() {
    let plan = source([
      Spring.entry("2026-04-25", "2026-05-03", "Meivakantie"),
      Spring.entry("2026-04-27", "2026-04-27", "Koningsdag"),
      Spring.entry("2026-02-02", "2026-07-03", "Semester 2", .period),
      Spring.entry("2026-02-02", "2026-04-17", "Blok 3", .period),
      Spring.entry("2026-04-13", "2026-07-03", "Blok 4", .period),
    ])
    let found = SchoolCalendar.findings(
      in: [plan], holidays: DutchHolidays(), region: nil, today: on("2026-02-02"))
    #expect(found.map(\.finding.severity) == [.note, .warning])
    #expect(found.map(\.finding.line) == [3, 6])
  }

  @Test func ofManyEntriesOnOneDayEachIsToldOnce() {
    let entry = Spring.entry("2026-03-02", "2026-03-02", "Studiedag")
    #expect(findings([source(Array(repeating: entry, count: 200))]).count == 199)
  }

  @Test func regionsThatDifferDoNotOverlap() {
    let plan = source([
      Spring.entry("2026-03-02", "2026-03-06", "Projectweek", region: "noord"),
      Spring.entry("2026-03-06", "2026-03-06", "Studiedag", region: "zuid"),
    ])
    #expect(findings([plan], region: nil) == [])
  }

  @Test func aDayThatIsBothFreeAndATeachingDayIsFound() {
    let plan = source([
      Spring.entry("2026-03-02", "2026-03-02", "Studiedag"),
      Spring.entry("2026-03-02", "2026-03-02", "Inhaaldag", .teaching),
      Spring.entry("2026-03-09", "2026-03-20", "Toetsen", .examWeek),
      Spring.entry("2026-03-16", "2026-03-20", "Week 6", .teachingWeek),
    ])
    #expect(
      findings([plan]) == [
        "plan.csv:3 Contradiction: «Inhaaldag» (ma 2 mrt 2026) spreekt «Studiedag» (ma 2 mrt 2026) van regel 2 tegen",
        "plan.csv:5 Contradiction: «Week 6» (ma 16 mrt 2026 t/m vr 20 mrt 2026) spreekt «Toetsen» (ma 9 mrt 2026 t/m vr 20 mrt 2026) van regel 4 tegen",
      ])
  }

  @Test func oneTeachingDayInALongHolidayIsNoContradiction() {
    let plan = source([
      Spring.entry("2026-03-02", "2026-03-06", "Projectweek"),
      Spring.entry("2026-03-04", "2026-03-04", "Inhaaldag", .teaching),
    ])
    #expect(findings([plan]) == [])
  }

  @Test func anEntryThatEndsBeforeItBeginsIsFound() {
    #expect(
      findings([source([Spring.entry("2026-03-06", "2026-03-02", "Projectweek")])]) == [
        "plan.csv:2 ReversedDates: «Projectweek» eindigt op ma 2 mrt 2026, voordat het op vr 6 mrt 2026 begint"
      ])
  }

  // MARK: Breaks

  @Test func aShortBreakOfTheMinistryHasNineDays() {
    var entries = Self.year
    entries[12].to = on("2026-02-20")
    #expect(
      findings([source(.schoolHolidays, entries)]) == [
        "plan.csv:14 ShortBreak: «Voorjaarsvakantie» (za 14 feb 2026 t/m vr 20 feb 2026, zuid) telt 7 dagen, van za t/m vr"
      ])
    entries[12].from = on("2026-02-16")
    #expect(findings([source(.schoolHolidays, entries)]).count == 1)
  }

  @Test(arguments: [
    ("Voorjaarsvakantie", "2026-02-16", "2026-02-20", true),
    ("Meivakantie", "2026-04-18", "2026-05-03", true),
    ("Meivakantie", "2026-04-25", "2026-05-03", true), ("Herfstvakantie", "2026-10-10", "2026-10-25", false),
    ("Herfstvakantie", "2026-10-19", "2026-10-22", false),
    ("Kerstvakantie", "2026-12-24", "2026-12-31", true),
  ])
  func anInstituteMayLeaveOutWeekendsOrGiveMayTwoWeeks(name: String, from: String, to: String, isFine: Bool) {
    #expect(findings([source([Spring.entry(from, to, name)])]).isEmpty == isFine)
  }

  @Test func aBreakThatARegionLacksIsFound() {
    let entries = Self.year.filter { $0.name.nl != "Meivakantie" || $0.region == "zuid" }
    #expect(
      findings([source(.schoolHolidays, entries)], region: nil) == [
        "plan.csv: MissingBreak: schooljaar 2025-2026 heeft in noord en midden geen meivakantie"
      ])
    #expect(findings([source(.schoolHolidays, entries)], region: "zuid") == [])
    let none = Self.year.filter { $0.name.nl != "Zomervakantie" }.map { entry in
      CalendarEntry(from: entry.from, to: entry.to, name: entry.name)
    }
    #expect(
      findings([source(.schoolHolidays, Array(none.prefix(4)))]) == [
        "plan.csv: MissingBreak: schooljaar 2025-2026 heeft geen zomervakantie"
      ])
  }

  // MARK: The year plan

  @Test func aWeekWithSchoolThatBelongsToNoPeriodIsFound() {
    let plan = source([
      Spring.entry("2026-01-05", "2026-02-06", "Blok 2", .period),
      Spring.entry("2026-02-16", "2026-02-22", "Carnaval"),
      Spring.entry("2026-02-23", "2026-04-17", "Blok 3", .period),
      Spring.entry("2026-04-20", "2026-07-03", "Blok 4", .period),
    ])
    #expect(
      findings([plan]) == [
        "plan.csv:2 GapBetweenPeriods: na deze periode horen lesdagen bij geen enkele: ma 9 feb 2026 t/m vr 13 feb 2026"
      ])
  }

  @Test func aTeachingWeekInAHolidayIsFoundWithTheRegionAndTheHoliday() {
    let plan = source([
      Spring.entry("2026-02-09", "2026-03-06", "Lesweken", .teachingWeek),
      Spring.entry("2026-04-27", "2026-05-01", "Toetsweek", .examWeek, region: "noord"),
    ])
    let sources = [plan, source(.schoolHolidays, Self.year, file: "vakanties.csv")]
    #expect(
      findings(sources, region: nil) == [
        "plan.csv:2 WeekInHoliday: «Lesweken»: in week 8 (vanaf ma 16 feb 2026) is er geen school: Voorjaarsvakantie",
        "plan.csv:3 WeekInHoliday: «Toetsweek»: in week 18 (vanaf ma 27 apr 2026) is er geen school: Meivakantie",
      ])
    let north = Spring.layer(
      .schoolHolidays, [Spring.entry("2026-02-14", "2026-02-22", "Voorjaarsvakantie", region: "noord")])
    let partly = findings([plan, source(.schoolHolidays, north.entries)], region: nil, leavingOut: "RunsOut")
    #expect(partly.contains { $0.contains("is er in noord geen school: Voorjaarsvakantie") })
  }

  @Test func aTeachingWeekThatTheInstituteOpensAgainIsFine() {
    let plan = source([
      Spring.entry("2026-02-16", "2026-02-20", "Lesweek 3", .teachingWeek),
      Spring.entry("2026-02-16", "2026-02-20", "Les in de vakantie", .teaching),
    ])
    #expect(findings([plan, source(.schoolHolidays, Self.year, file: "vakanties.csv")]) == [])
  }

  // MARK: Files beside each other

  @Test func twoFilesForOneLayerAreFound() {
    let day = Spring.entry("2026-03-02", "2026-03-02", "Studiedag")
    #expect(
      findings([source([day]), source([day], file: "ander.ics")]) == [
        "ander.ics: TwoForOneLayer: dit bestand en plan.csv zijn beide de laag «eigen kalender»"
      ])
  }

  @Test(arguments: [("2026-03-13", 0), ("2026-03-14", 1), ("2026-09-01", 1)])
  func aCalendarThatEndsWithinTwentyWeeksRunsOut(today: String, count: Int) {
    let plan = source([Spring.entry("2026-03-02", "2026-03-02", "Studiedag")])
    #expect(findings([plan], today: today, leavingOut: "").count == count)
  }

  @Test func aCalendarThatEndsBeforeTheNextPeriodDoesRunsOut() {
    let plan = source([
      Spring.entry("2026-02-02", "2026-04-17", "Blok 3", .period),
      Spring.entry("2026-04-20", "2026-08-28", "Blok 4", .period),
    ])
    let holidays = source(
      .schoolHolidays, [Spring.entry("2026-02-14", "2026-02-22", "Carnaval")], file: "v.csv")
    #expect(
      findings([plan, holidays], today: "2026-02-02", leavingOut: "") == [
        "v.csv: RunsOut: de kalender loopt af op vr 31 jul 2026; gerekend vanaf ma 2 feb 2026 is hij nodig tot en met vr 28 aug 2026"
      ])
    #expect(
      findings([plan, holidays], today: "2026-10-01", leavingOut: "").contains {
        $0.contains("de kalender liep af op vr 31 jul 2026")
      })
  }
}
