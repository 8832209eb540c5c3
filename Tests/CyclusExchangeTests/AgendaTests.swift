import CyclusCore
import Testing

@testable import CyclusExchange

/// iCalendar files (RFC 5545) as the days of a calendar.
@Suite struct AgendaTests {
  private func read(_ text: String, name: String = "plan.ics") throws -> CalendarSource {
    try CalendarFile.read(Array(text.utf8), name: name)
  }

  /// A file of one event with these lines; the event begins on line 3.
  private func event(_ lines: String...) -> String {
    (["BEGIN:VCALENDAR", "VERSION:2.0", "BEGIN:VEVENT"] + lines + ["END:VEVENT", "END:VCALENDAR", ""])
      .joined(separator: "\r\n")
  }

  private func days(_ lines: String...) throws -> [String] {
    let text =
      (["BEGIN:VCALENDAR", "BEGIN:VEVENT", "SUMMARY:x", "CATEGORIES:vrij"] + lines
      + ["END:VEVENT", "END:VCALENDAR"]).joined(separator: "\n")
    return try read(text).layer.entries.map { entry in
      entry.from == entry.to ? "\(entry.from)" : "\(entry.from)…\(entry.to)"
    }
  }

  private func faults(_ text: String) -> [String] {
    do {
      _ = try read(text)
      return []
    } catch let problem as CalendarProblem {
      return problem.lines.map(\.nl)
    } catch { return ["\(error)"] }
  }

  private func fault(of lines: String...) -> [String] {
    let text =
      (["BEGIN:VCALENDAR", "BEGIN:VEVENT", "SUMMARY:Vrij"] + lines + ["END:VEVENT", "END:VCALENDAR"])
      .joined(separator: "\n")
    return faults(text)
  }

  // MARK: Lines

  @Test func aFoldedLineIsReadWholeAlsoWithinACharacter() throws {
    let folded =
      "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Re\u{1}nie en\r\n  open\r\n\t dag\r\nDTSTART;VALUE=D\r\n ATE:20260302\r\n"
      + "END:VEVENT\r\nEND:VCALENDAR\r\n"
    var bytes = Array(folded.utf8)
    let index = try #require(bytes.firstIndex(of: 1))
    bytes.replaceSubrange(index...index, with: [0xC3, 0x0D, 0x0A, 0x20, 0xBC])
    let source = try CalendarFile.read(bytes, name: "plan.ics")
    #expect(source.layer.entries.map(\.name.nl) == ["Reünie en open dag"])
    #expect(source.lines == [2])
  }

  @Test func escapesAreReadAndTheNameOfTheAgendaIsNotTakenOver() throws {
    let text = event("SUMMARY;LANGUAGE=nl:Vrij\\, ook \\\\ en\\nmeer\\; zo", "DTSTART;VALUE=DATE:20260302")
      .replacing("VERSION:2.0", with: "X-WR-CALNAME:Jaarplan 2026\\, HBO")
    let source = try read(text, name: "iets.dat")
    #expect(source.layer.entries.map(\.name.nl) == ["Vrij, ook \\ en meer; zo"])
    #expect(source.layer.title.nl == "eigen kalender")
  }

  @Test func anyLineEndWillDo() throws {
    for end in ["\r\n", "\n", "\r"] {
      let text = event("SUMMARY:Vrij", "DTSTART;VALUE=DATE:20260302").replacing("\r\n", with: end)
      #expect(try read(text).lines == [3])
    }
  }

  // MARK: Days

  @Test func theEndOfAnEventIsTheFirstDayAfterIt() throws {
    #expect(
      try days("DTSTART;VALUE=DATE:20260214", "DTEND;VALUE=DATE:20260223") == ["2026-02-14…2026-02-22"])
    #expect(try days("DTSTART;VALUE=DATE:20260214") == ["2026-02-14"])
    #expect(try days("DTSTART;VALUE=DATE:20260214", "DTEND;VALUE=DATE:20260214") == ["2026-02-14"])
    #expect(try days("DTSTART;VALUE=DATE:20260214", "DURATION:P9D") == ["2026-02-14…2026-02-22"])
    #expect(try days("DTSTART;VALUE=DATE:20260214", "DURATION:P1W") == ["2026-02-14…2026-02-20"])
  }

  // Midnight in the Netherlands is 23:00 or 22:00 UTC of the day before.
  @Test(arguments: [
    ("20260213T230000Z", "20260222T230000Z", "", "2026-02-14…2026-02-22"),
    ("20260424T220000Z", "20260503T220000Z", "", "2026-04-25…2026-05-03"),
    ("20260302T233000Z", "20260303T010000Z", "", "2026-03-03"),
    ("20260302T000000", "20260303T000000", ";TZID=Europe/Amsterdam", "2026-03-02"),
    ("20260302T000000", "20260304T000000", ";TZID=\"W. Europe Standard Time\"", "2026-03-02…2026-03-03"),
    ("20260302T000000", "20260303T000000", ";TZID=/example.org/20260101/Europe/Amsterdam", "2026-03-02"),
    ("20260302T230000", "20260303T230000", ";TZID=Etc/UTC", "2026-03-03"),
    ("20260302T090000", "20260302T170000", "", "2026-03-02"),
  ])
  func aDayIsTheDayOnDutchClocks(from: String, to: String, zone: String, expected: String) throws {
    #expect(try days("DTSTART\(zone):\(from)", "DTEND\(zone):\(to)") == [expected])
  }

  @Test func categoriesSayWhatTheDaysAreAndForWhichRegion() throws {
    let source = try read(
      event(
        "SUMMARY:Toetsen", "CATEGORIES:Rood\\, donker,Toetsweek", "CATEGORIES:noord,Regio Zuid",
        "DTSTART;VALUE=DATE:20260302"))
    #expect(source.layer.entries.map(\.kind) == [.examWeek, .examWeek])
    #expect(source.layer.entries.map(\.region) == ["noord", "zuid"])
    #expect(source.layer.kind == .institute && source.remarks == [])
  }

  @Test func whatIsNoEventOrWasCancelledIsPassedOverAndCounted() throws {
    let source = try read(
      """
      BEGIN:VCALENDAR
      VERSION:2.0
      BEGIN:VTIMEZONE
      TZID:Europe/Amsterdam
      BEGIN:STANDARD
      DTSTART:19701025T030000
      END:STANDARD
      END:VTIMEZONE
      BEGIN:VTODO
      SUMMARY:iets doen
      END:VTODO
      BEGIN:VEVENT
      SUMMARY:Afgezegd
      STATUS:CANCELLED
      DTSTART;VALUE=DATE:20260303
      END:VEVENT
      BEGIN:VEVENT
      SUMMARY:Overleg
      DTSTART;TZID=Europe/Amsterdam:20260304T100000
      DTEND;TZID=Europe/Amsterdam:20260304T110000
      END:VEVENT
      BEGIN:VEVENT
      SUMMARY:Studiedag
      DTSTART;VALUE=DATE:20260305
      BEGIN:VALARM
      TRIGGER:-PT15M
      END:VALARM
      END:VEVENT
      END:VCALENDAR
      """)
    #expect(source.layer.entries.map(\.name.nl) == ["Studiedag"])
    #expect(source.lines == [22])
    #expect(
      source.remarks.map(\.nl) == [
        "overgeslagen: 1 × afgezegd",
        "overgeslagen: 1 × een deel van een dag zonder categorie; geef wat vrij is de categorie «vrij»",
        "1 × hele dagen zonder bekende categorie: gelezen als vrij",
        "overgeslagen: 1 × VTODO, want alleen afspraken (VEVENT) tellen",
      ])
  }

  // MARK: Again and again

  @Test(arguments: [
    ("FREQ=WEEKLY;COUNT=3", "02 09 16"), ("FREQ=WEEKLY;INTERVAL=2;UNTIL=20260330", "02 16 30"),
    ("FREQ=DAILY;INTERVAL=3;UNTIL=20260310T225959Z", "02 05 08"),
    ("FREQ=DAILY;BYDAY=MO,FR;COUNT=4", "02 06 09 13"),
    ("FREQ=WEEKLY;BYDAY=FR,MO;COUNT=4;WKST=MO", "02 06 09 13"),
  ])
  func anEventThatComesAgainIsWrittenOut(rule: String, expected: String) throws {
    let found = try days("DTSTART;VALUE=DATE:20260302", "RRULE:\(rule)")
    #expect(found == expected.split(separator: " ").map { "2026-03-\($0)" })
  }

  @Test(arguments: [
    ("20260131", "FREQ=MONTHLY;COUNT=3", "2026-01-31 2026-03-31 2026-05-31"),
    ("20260303", "FREQ=MONTHLY;BYDAY=1TU;COUNT=3", "2026-03-03 2026-04-07 2026-05-05"),
    ("20260327", "FREQ=MONTHLY;INTERVAL=2;BYDAY=-1FR;COUNT=2", "2026-03-27 2026-05-29"),
    ("20260505", "FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=5;UNTIL=20280505", "2026-05-05 2027-05-05 2028-05-05"),
    ("20280229", "FREQ=YEARLY;COUNT=2", "2028-02-29 2032-02-29"),
  ])
  func monthsAndYearsKeepTheirDay(first: String, rule: String, expected: String) throws {
    let found = try days("DTSTART;VALUE=DATE:\(first)", "RRULE:\(rule)")
    #expect(found == expected.split(separator: " ").map(String.init))
  }

  @Test func daysThatAreLeftOutOrMovedDoNotCome() throws {
    #expect(
      try days(
        "DTSTART;VALUE=DATE:20260302", "RRULE:FREQ=WEEKLY;COUNT=4", "EXDATE;VALUE=DATE:20260309,20260316")
        == ["2026-03-02", "2026-03-23"])
    let moved = try read(
      """
      BEGIN:VCALENDAR
      BEGIN:VEVENT
      UID:a
      SUMMARY:Toetsdag
      DTSTART;VALUE=DATE:20260302
      RRULE:FREQ=WEEKLY;COUNT=2
      END:VEVENT
      BEGIN:VEVENT
      UID:a
      RECURRENCE-ID;VALUE=DATE:20260309
      SUMMARY:Toetsdag
      DTSTART;VALUE=DATE:20260310
      END:VEVENT
      END:VCALENDAR
      """)
    #expect(moved.layer.entries.map { "\($0.from)" } == ["2026-03-02", "2026-03-10"])
  }

  @Test func anEndlessEventStopsWhereTheCalendarDoesAndIsElseAFault() throws {
    let known =
      "BEGIN:VEVENT\nSUMMARY:Jaar\nCATEGORIES:bekend\nDTSTART;VALUE=DATE:20260302\nDTEND;VALUE=DATE:20260318\nEND:VEVENT"
    let weekly = "BEGIN:VEVENT\nSUMMARY:Vrij\nDTSTART;VALUE=DATE:20260302\nRRULE:FREQ=WEEKLY\nEND:VEVENT"
    let source = try read("BEGIN:VCALENDAR\n\(weekly)\n\(known)\nEND:VCALENDAR\n")
    #expect(source.layer.entries.map { "\($0.from)" } == ["2026-03-02", "2026-03-09", "2026-03-16"])
    #expect(source.layer.knownUntil == Day("2026-03-17"))
    #expect(
      faults("BEGIN:VCALENDAR\n\(weekly)\nEND:VCALENDAR\n") == [
        "plan.ics:5: «Vrij» komt eindeloos terug; geef de herhaling in de agenda een laatste dag, of zet er een afspraak bij met categorie «bekend» over de dagen waarvoor de agenda geldt"
      ])
  }

  // MARK: Faults

  @Test(arguments: [
    ("FREQ=HOURLY;COUNT=3", "FREQ=HOURLY"), ("FREQ=WEEKLY;BYSETPOS=1;COUNT=2", "BYSETPOS=1"),
    ("FREQ=YEARLY;BYDAY=1MO;COUNT=2", "BYDAY=1MO"), ("FREQ=WEEKLY;COUNT=nul", "COUNT=NUL"),
    ("COUNT=3", "COUNT=3"),
    ("FREQ=MONTHLY;BYMONTHDAY=9;COUNT=2", "BYMONTHDAY=9"), ("FREQ=DAILY;INTERVAL=0", "INTERVAL=0"),
    ("FREQ=WEEKLY;UNTIL=ooit", "UNTIL=OOIT"), ("WEKELIJKS", "WEKELIJKS"),
  ])
  func aRecurrenceThatIsNotUnderstoodIsAFault(rule: String, part: String) {
    #expect(
      fault(of: "DTSTART;VALUE=DATE:20260302", "RRULE:\(rule)") == [
        "plan.ics:5: de herhaling «\(part)» wordt niet begrepen; maak van deze dagen aparte afspraken"
      ])
  }

  @Test func moreThanAThousandTimesIsAFault() {
    for rule in ["FREQ=DAILY;COUNT=1001", "FREQ=DAILY;UNTIL=20991231"] {
      #expect(
        fault(of: "DTSTART;VALUE=DATE:20260302", "RRULE:\(rule)") == [
          "plan.ics:5: «Vrij» komt meer dan 1000 keer; geef de herhaling een eerdere laatste dag"
        ])
    }
  }

  @Test func theLimitHoldsForAllRecurrencesOfAFile() {
    let events = (1...40).map {
      "BEGIN:VEVENT\nSUMMARY:Vrij \($0)\nDTSTART;VALUE=DATE:20260302\nRRULE:FREQ=DAILY;COUNT=1000\nEND:VEVENT\n"
    }
    #expect(
      faults("BEGIN:VCALENDAR\nVERSION:2.0\n" + events.joined() + "END:VCALENDAR\n") == [
        "plan.ics:53: hiermee zijn het meer dan 10000 dagen of perioden, herhalingen meegeteld, en dat kan niet; lever alleen het jaarplan"
      ])
  }

  @Test func aRecurrenceDoesNotEndBeforeItBegins() {
    #expect(
      fault(of: "DTSTART;VALUE=DATE:20260302", "RRULE:FREQ=WEEKLY;UNTIL=20260301") == [
        "plan.ics:5: de herhaling van «Vrij» eindigt op zo 1 mrt 2026, voor de eerste keer op ma 2 mrt 2026; kijk de laatste dag (UNTIL) na"
      ])
  }

  @Test func aNameIsNotLongerThanAListCanShow() {
    let name = String(repeating: "x", count: 201)
    #expect(
      faults(event("SUMMARY:\(name)", "DTSTART;VALUE=DATE:20260302")) == [
        "plan.ics:4: de naam telt 201 tekens, en meer dan 200 kan niet; noem deze dagen korter"
      ])
  }

  @Test func aRecurrenceHasOneEndAndTheLastDayThatThereIsIsNone() {
    #expect(
      fault(of: "DTSTART;VALUE=DATE:20260302", "RRULE:FREQ=WEEKLY;COUNT=3;UNTIL=20260401") == [
        "plan.ics:5: de herhaling heeft meer dan één einde («COUNT=3;UNTIL=20260401»); kies een aantal keer (COUNT) of een laatste dag (UNTIL)"
      ])
    for end in ["99991231", "99991231T235959Z"] {
      #expect(
        fault(of: "DTSTART;VALUE=DATE:20260302", "RRULE:FREQ=WEEKLY;UNTIL=\(end)").first?
          .contains("komt eindeloos terug") == true)
    }
    #expect(
      fault(of: "DTSTART;VALUE=DATE:20260302", "RRULE:FREQ=WEEKLY;UNTIL=00010101").first?
        .contains("wordt niet begrepen") == true)
  }

  @Test func theDaysOfAnEventHaveToBeRight() {
    #expect(
      fault(of: "DTSTART;VALUE=DATE:20260231") == [
        "plan.ics:4: DTSTART: «20260231» is geen bestaande dag of tijd; kijk maand, dag en tijd na"
      ])
    #expect(
      fault(of: "DTSTART:20260302T250000") == [
        "plan.ics:4: DTSTART: «20260302T250000» is geen bestaande dag of tijd; kijk maand, dag en tijd na"
      ])
    for year in ["0001", "9999"] {
      #expect(
        fault(of: "DTSTART;VALUE=DATE:\(year)0302") == [
          "plan.ics:4: DTSTART: «\(year)0302» ligt niet in de jaren 1900 tot en met 2200; kijk het jaartal na"
        ])
    }
    for name in ["DTSTART", "DTEND"] {
      let lines = ["DTSTART;VALUE=DATE:20260302", "DTEND;VALUE=DATE:20260303", "\(name);VALUE=DATE:20260303"]
      #expect(
        fault(of: lines[0], lines[1], lines[2]) == [
          "plan.ics:6: de afspraak «Vrij» heeft twee keer \(name), en één kan; haal er een weg"
        ])
    }
    #expect(
      fault(of: "DTSTART;TZID=America/New_York:20260302T090000") == [
        "plan.ics:4: DTSTART: de tijdzone «America/New_York» is hier niet bekend; exporteer de agenda met hele dagen of in Europe/Amsterdam"
      ])
    #expect(
      fault(of: "DTSTART;VALUE=DATE:20260302", "DTEND;VALUE=DATE:20260301") == [
        "plan.ics:5: de afspraak «Vrij» eindigt voor haar begin; wissel begin en eind om"
      ])
    #expect(
      fault(of: "DTSTART;VALUE=DATE:20260302", "DTEND:20260303T100000") == [
        "plan.ics:5: begin en einde zijn niet beide een dag of beide een tijd; maak ze gelijk"
      ])
    #expect(
      fault(of: "DTSTART;VALUE=DATE:20260302", "DTEND;VALUE=DATE:20260303", "DURATION:P1D") == [
        "plan.ics:6: een afspraak heeft een einde (DTEND) of een duur (DURATION), niet beide; haal er een weg"
      ])
    #expect(
      fault(of: "DTSTART;VALUE=DATE:22001231", "DURATION:P2D") == [
        "plan.ics:2: «Vrij» duurt 2 dagen, tot in 2201; kijk de jaartallen na"
      ])
    for length in ["PT2H", "P", "-P1D", "P1X", "1D"] {
      #expect(
        fault(of: "DTSTART;VALUE=DATE:20260302", "DURATION:\(length)") == [
          "plan.ics:5: DURATION: «\(length)» is hier geen duur; schrijf bijvoorbeeld P1D of P2W"
        ])
    }
    #expect(
      fault(of: "UID:a") == [
        "plan.ics:2: de afspraak «Vrij» heeft geen begin (DTSTART); geef haar in de agenda een dag"
      ])
    #expect(
      fault(of: "DTSTART;VALUE=DATE:20260302", "RDATE;VALUE=DATE:20260309") == [
        "plan.ics:5: RDATE wordt niet gelezen; maak van deze dagen aparte afspraken"
      ])
  }

  @Test func everyFaultIsToldAtOnce() {
    let text = event("DTSTART;VALUE=DATE:20260302").replacing(
      "END:VCALENDAR", with: "BEGIN:VEVENT\r\nSUMMARY:b\r\nDTSTART:gisteren\r\nEND:VEVENT\r\nEND:VCALENDAR")
    #expect(
      faults(text) == [
        "plan.ics:3: er staat geen naam bij; zeg hoe deze dagen heten",
        "plan.ics:8: DTSTART: «gisteren» is geen dag of tijd; schrijf 20260302 of 20260302T090000",
      ])
  }

  @Test func aFileThatIsNoWholeAgendaIsAFault() {
    #expect(
      faults("begin;eind;naam\n2026-03-02;;Dag\n") == [
        "plan.ics:1: dit is geen regel van een agenda (NAAM:waarde); exporteer de agenda opnieuw als .ics"
      ])
    #expect(
      faults("BEGIN:VCALENDAR\nSUMMARY:\0\nEND:VCALENDAR\n") == [
        "plan.ics:2: dit is geen tekst die te lezen is; exporteer de agenda opnieuw als .ics"
      ])
    #expect(
      faults("DTSTART:20260302\n") == [
        "plan.ics: dit is geen agenda: er staat geen BEGIN:VCALENDAR in; exporteer de agenda als .ics"
      ])
    #expect(
      faults("BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:a\n") == [
        "plan.ics:2: «BEGIN:VEVENT» wordt nergens afgesloten: het bestand is niet heel; exporteer de agenda opnieuw"
      ])
    #expect(
      faults("BEGIN:VCALENDAR\nEND:VEVENT\nEND:VCALENDAR\n") == [
        "plan.ics:2: «END:VEVENT» hoort bij geen BEGIN; exporteer de agenda opnieuw",
        "plan.ics:3: «END:VCALENDAR» hoort bij geen BEGIN; exporteer de agenda opnieuw",
      ])
    #expect(
      faults("BEGIN:VCALENDAR\nVERSION:1.0\nEND:VCALENDAR\n") == [
        "plan.ics:2: versie 1.0 van een agenda wordt niet gelezen; exporteer haar als iCalendar 2.0 (.ics)"
      ])
  }
}
