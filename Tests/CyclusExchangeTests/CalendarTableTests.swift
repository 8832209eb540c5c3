import CyclusCore
import CyclusYAML
import Foundation
import Testing

@testable import CyclusExchange

@Suite struct CalendarTableTests {
  private func read(_ text: String, name: String = "plan.csv") throws -> CalendarSource {
    try CalendarFile.read(Array(text.utf8), name: name)
  }

  private func faults(_ text: String) -> [String] {
    do {
      _ = try read(text)
      return []
    } catch let problem as CalendarProblem {
      return problem.lines.map(\.nl)
    } catch { return ["\(error)"] }
  }

  private func described(_ source: CalendarSource) -> [String] {
    zip(source.layer.entries, source.lines).map { entry, line in
      "\(line) \(entry.from)…\(entry.to) \(entry.name.nl) \(entry.kind.rawValue) \(entry.region ?? "-")"
    }
  }

  @Test func theHolidaysThatShipAreReadWholeAndAreThoseOfTheFile() throws {
    let (name, text) = ShippedCalendars.schoolHolidays
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    #expect(try String(contentsOf: folder.appending(path: name), encoding: .utf8) == text)
    let layer = try read(text, name: name).layer
    #expect(layer.kind == .schoolHolidays && layer.id == "schoolvakanties" && layer.entries.count == 45)
    #expect(layer.known.lowerBound == Day("2025-08-01") && layer.knownUntil == Day("2028-09-03"))
    let calendar = SchoolCalendar([layer], holidays: DutchHolidays())
    #expect(calendar.run(on: try #require(Day("2027-07-12")), in: "noord")?.entry.name.nl == "Zomervakantie")
    #expect(calendar.run(on: try #require(Day("2027-07-12")), in: "zuid") == nil)
  }

  @Test func theTableThatIsStoredReadsBackAsTheSameCalendar() throws {
    let (name, text) = ShippedCalendars.schoolHolidays
    let plan = """
      begin;eind;naam;soort;regio
      31-8-2026;6-11-2026;"Blok; 1 ""a"", of zo";periode;
      2026-09-14;;  Intro   ductie;Lesvrij;noord|zuid
      2026-10-19;;=Inhaaldag;les;alle
      31-8-2026;4-9-2026;Week 1;lesweek;
      2-11-2026;6-11-2026;Toetsen;toetsweek;
      1-9-2026;31-7-2027;Jaarplan;bekend;

      """
    for layer in [try read(text, name: name).layer, try read(plan).layer] {
      let again = try read(layer.table, name: "x.csv")
      #expect(again.layer == layer)
      #expect(again.lines == Array(3..<(layer.entries.count + 3)))
      #expect(again.layer.table == layer.table)
    }
  }

  @Test func theSameDaysInAnotherFormHaveTheSameTable() throws {
    let agenda = """
      BEGIN:VCALENDAR
      VERSION:2.0
      X-WR-CALNAME:iemand@example.org
      BEGIN:VEVENT
      SUMMARY:Studiedag
      DESCRIPTION:met iemand@example.org
      ORGANIZER;CN=Iemand:mailto:iemand@example.org
      ATTENDEE;CN=Ander:mailto:ander@example.org
      DTSTART;VALUE=DATE:20261204
      END:VEVENT
      END:VCALENDAR
      """
    let layer = try read(agenda, name: "plan.ics").layer
    #expect(layer.table == (try read("naam,van,t/m\nStudiedag,4-12-2026,\n", name: "jaar.csv").layer.table))
    #expect(!layer.table.contains("@"))
    #expect(!SchoolCalendar(layers: [layer]).canonical.contains("@"))
  }

  @Test func aRowIsReadWithItsKindAndItsRegions() throws {
    let source = try read(
      """
      begin;eind;naam;soort;regio
      31-8-2026;2026-11-06;Blok 1;periode;
      2026-09-14;;Introductie;Lesvrij;
      2-11-2026;6-11-2026;Toetsen;toetsweken;Noord|regio zuid
      2026-10-19;2026-10-19;Inhaaldag;les;alle
      31-8-2026;4-9-2026;Week 1;lesweek;
      1-8-2026;31-7-2027;Jaarplan;bekend;

      """)
    #expect(
      described(source) == [
        "6 2026-08-31…2026-09-04 Week 1 teaching_week -", "2 2026-08-31…2026-11-06 Blok 1 period -",
        "3 2026-09-14…2026-09-14 Introductie free -", "5 2026-10-19…2026-10-19 Inhaaldag teaching -",
        "4 2026-11-02…2026-11-06 Toetsen exam_week noord", "4 2026-11-02…2026-11-06 Toetsen exam_week zuid",
      ])
    #expect(source.layer.kind == .institute && source.layer.title.nl == "eigen kalender")
    #expect(source.layer.knownUntil == Day("2027-07-31"))
  }

  @Test(arguments: [
    ("Herfstvakantie;noord\n2026-12-19;;Kerstvakantie;alle", true),
    ("Herfstvakantie;\n2026-12-19;;Kerstvakantie;", false),
    ("Herfstvakantie;noord\n2026-12-19;;Studiedag;noord", false),
  ])
  func aFileOfNothingButBreaksByRegionIsTheSchoolHolidays(rows: String, isHolidays: Bool) throws {
    let source = try read("begin;eind;naam;regio\n2026-10-10;2026-10-18;\(rows)\n")
    #expect((source.layer.kind == .schoolHolidays) == isHolidays)
  }

  @Test(arguments: [
    "naam,van,t/m\nStudiedag,2-3-2026,3-3-2026\n", "naam\teinde\tbegin\nStudiedag\t3-3-2026\t2-3-2026\n",
    "\u{FEFF}Begin;Eind;Naam\r\n2-3-2026;3-3-2026;Studiedag\r\n",
    "from;to;name\n2026-03-02;2026-03-03;Studiedag",
  ])
  func theHeaderMayBeInAnyOrderAndWithAnyDelimiter(text: String) throws {
    let entries = try read(text).layer.entries
    #expect(entries.map(\.name.nl) == ["Studiedag"])
    #expect(entries.map(\.length) == [2])
  }

  @Test func aFileOfWindowsIsReadWithItsAccents() throws {
    let bytes = Array("begin;eind;naam\n2026-03-02;;Reünie\n".unicodeScalars.map { UInt8($0.value) })
    #expect(try CalendarFile.read(bytes, name: "plan.csv").layer.entries.map(\.name.nl) == ["Reünie"])
  }

  @Test func everythingThatIsWrongIsToldAtOnceAndNothingIsTaken() {
    #expect(
      faults(
        """
        begin;eind;naam;soort;regio
        31-2-2026;2026-03-01;Vakantie;vrij;
        2026-03-06;2026-03-02;Projectweek;;
        2026-03-02;2036-03-02;Lang;;
        2026-03-02;;;;
        2026-03-02;;Iets;vrijj;
        2026-03-02;;Iets;xyz;zuidoost
        2026-03-02;2026-03-03;A;bekend;
        2026-03-03;2026-03-02;A;bekend;
        2026-03-02;2026-03-03;B;bekend;
        2026-03-02;2026-03-03;C;;;te veel
        """) == [
          "plan.csv:2: begin: «31-2-2026» is geen bestaande datum; kijk dag en maand na",
          "plan.csv:3: «Projectweek» eindigt op ma 2 mrt 2026, voor het begin op vr 6 mrt 2026; wissel begin en eind om",
          "plan.csv:4: «Lang» duurt 3654 dagen, tot in 2036; kijk de jaartallen na",
          "plan.csv:5: er staat geen naam bij; zeg hoe deze dagen heten",
          "plan.csv:6: soort: «vrijj» is hier niet bekend; bedoelt u vrij?",
          "plan.csv:7: soort: «xyz» is hier niet bekend; kies vrij, lesdag, periode, lesweek, toetsweek, bekend",
          "plan.csv:7: regio: «zuidoost» is geen vakantieregio; kies noord, midden, zuid, of laat de cel leeg voor alle",
          "plan.csv:9: «A» eindigt op ma 2 mrt 2026, voor het begin op di 3 mrt 2026; wissel begin en eind om",
          "plan.csv:10: de dagen waarvoor de kalender bekend is, staan er twee keer in; maak er één regel van",
          "plan.csv:11: de rij heeft 6 cellen en de kopregel 5; zet aanhalingstekens om een cel waar het scheidingsteken in staat, of haal de cellen te veel weg",
        ])
  }

  @Test(arguments: [
    ("2/3/2026", "is geen datum; schrijf dag-maand-jaar, zoals 2-3-2026, of 2026-03-02"),
    ("2-3-26", "is geen datum; schrijf dag-maand-jaar, zoals 2-3-2026, of 2026-03-02"),
    ("2026-3-2", "is geen datum; schrijf dag-maand-jaar, zoals 2-3-2026, of 2026-03-02"),
    ("30-02-2026", "is geen bestaande datum; kijk dag en maand na"),
    ("2-3-0001", "ligt niet in de jaren 1900 tot en met 2200; kijk het jaartal na"),
    ("9999-12-31", "ligt niet in de jaren 1900 tot en met 2200; kijk het jaartal na"),
  ])
  func aDateThatIsNoneSaysWhatIsWrongWithIt(_ text: String, _ fault: String) {
    #expect(faults("begin;eind;naam\n\(text);;Dag\n") == ["plan.csv:2: begin: «\(text)» \(fault)"])
  }

  @Test func anUnknownColumnDoesNotHideTheOtherFaults() {
    #expect(
      faults("begin;eind;naam;lokaal\n2026-02-31;;Dag;3\n2026-03-02;;;4\n") == [
        "plan.csv:1: de kolom «lokaal» is hier niet bekend; bekend zijn: begin, eind, naam, soort, regio",
        "plan.csv:2: begin: «2026-02-31» is geen bestaande datum; kijk dag en maand na",
        "plan.csv:3: er staat geen naam bij; zeg hoe deze dagen heten",
      ])
  }

  @Test func aHeaderThatIsNotRightIsToldAtOnce() {
    #expect(
      faults("start;begin;weeknummer\n2026-03-02;;10\n") == [
        "plan.csv:1: de kolommen «start» en «begin» zeggen hetzelfde; haal er een weg",
        "plan.csv:1: de kolom «weeknummer» is hier niet bekend; bekend zijn: begin, eind, naam, soort, regio",
        "plan.csv:1: de kolom «eind» ontbreekt; de eerste regel is bijvoorbeeld begin;eind;naam;soort;regio",
        "plan.csv:1: de kolom «naam» ontbreekt; de eerste regel is bijvoorbeeld begin;eind;naam;soort;regio",
      ])
  }

  @Test func aFileWithoutDaysOrWithTooManyIsRefused() {
    #expect(
      faults("begin;eind;naam\n") == [
        "plan.csv: er staat geen enkele dag in; zet er vrije dagen, perioden of weken in"
      ])
    #expect(
      faults("") == ["plan.csv: het bestand is leeg; de eerste regel moet de namen van de kolommen bevatten"])
    let many = "begin;eind;naam\n" + String(repeating: "2026-03-02;;Dag\n", count: 10_001)
    #expect(
      faults(many) == [
        "plan.csv:10002: hiermee zijn het meer dan 10000 dagen of perioden, herhalingen meegeteld, en dat kan niet; lever alleen het jaarplan"
      ])
  }

  @Test func ofManyFaultsTheFirstAreWrittenOut() {
    let lines = faults("begin;eind;naam\n" + String(repeating: "x;;Dag\n", count: 40))
    #expect(lines.count == 21 && lines.last == "en nog 20 fouten")
  }
}
