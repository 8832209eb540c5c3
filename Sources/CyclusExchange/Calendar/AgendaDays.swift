import CyclusCore

/// Turns the events of an iCalendar file into the days of a calendar.
struct AgendaDays {
  private var reading: CalendarReading
  private let events: [AgendaReader.Event]
  /// The lines by which events say that they replace a time of another (RECURRENCE-ID), by the `UID` of both.
  private let replacing: [String: [AgendaLine]]
  private var cancelled = 0
  private var partOfADay = 0
  private var withoutKind = 0

  /// An event with its days: its first time, and what it says about them.
  private struct Dated {
    let event: AgendaReader.Event
    let name: String
    let from: Day
    let to: Day
    let meaning: CalendarWords.Meaning
    let regions: [String?]

    func entry(_ from: Day, _ region: String?, _ kind: CalendarEntry.Kind) -> CalendarEntry {
      CalendarEntry(
        from: from, to: from + (to - self.from), name: Localized(name), kind: kind, region: region)
    }
  }

  init(reading: CalendarReading, events: [AgendaReader.Event]) {
    self.reading = reading
    self.events = events
    replacing = events.reduce(into: [:]) { replacing, event in
      guard let id = event.first("UID")?.value, let line = event.first("RECURRENCE-ID") else { return }
      replacing[id, default: []].append(line)
    }
  }

  /// The days for which the file is known go first: they bound what comes again for ever.
  func read() -> CalendarReading {
    var days = self
    let dated = events.compactMap { days.dated($0) }
    for event in dated where event.meaning == .known {
      days.reading.add(known: event.entry(event.from, nil, .free), line: event.event.begin)
    }
    for event in dated { days.add(event, moved: days.moved(from: event.event)) }
    days.remark()
    return days.reading
  }

  // MARK: One event

  /// An event with its days; nil for one that is passed over or at fault.
  private mutating func dated(_ event: AgendaReader.Event) -> Dated? {
    if event.first("STATUS")?.value.uppercased() == "CANCELLED" {
      cancelled += 1
      return nil
    }
    let summary = event.first("SUMMARY")
    let name = reading.name(summary?.text ?? "", line: summary?.number ?? event.begin)
    let (meaning, regions) = meaning(of: event)
    guard let start = event.first("DTSTART") else {
      fault(
        event.begin,
        "de afspraak\(quoted(name).nl) heeft geen begin (DTSTART); geef haar in de agenda een dag",
        "the event\(quoted(name).en) has no begin (DTSTART); give it a day in the agenda")
      return nil
    }
    for name in ["DTSTART", "DTEND", "DURATION"] {
      guard let second = event.all(name).dropFirst().first else { continue }
      fault(
        second.number,
        "de afspraak\(quoted(self.name(of: event)).nl) heeft twee keer \(name), en één kan; haal er een weg",
        "the event\(quoted(self.name(of: event)).en) has \(name) twice, and one is possible; remove one")
      return nil
    }
    guard let begin = moment(start), let (to, isWhole) = end(of: event, from: begin), !name.isEmpty else {
      return nil
    }
    guard meaning != nil || isWhole else {
      partOfADay += 1
      return nil
    }
    if meaning == nil { withoutKind += 1 }
    return Dated(
      event: event, name: name, from: begin.day, to: to, meaning: meaning ?? .kind(.free), regions: regions)
  }

  private func name(of event: AgendaReader.Event) -> String { event.first("SUMMARY")?.text ?? "" }

  /// The name of an event in a sentence, where it has one.
  private func quoted(_ name: String) -> Localized {
    name.isEmpty ? Localized("") : Localized(nl: " «\(name)»", en: " “\(name)”")
  }

  /// What the categories say: the kind of days, nil where none does, and the regions.
  private func meaning(of event: AgendaReader.Event) -> (CalendarWords.Meaning?, [String?]) {
    let words = event.all("CATEGORIES").flatMap(\.texts)
    var regions: [String?] = []
    for case .region(let region) in words.compactMap(CalendarWords.region) where !regions.contains(region) {
      regions.append(region)
    }
    return (words.compactMap(CalendarWords.kind).first, regions.isEmpty ? [nil] : regions)
  }

  /// The last day of an event, and whether it takes whole days; nil where the file has it wrong.
  private mutating func end(of event: AgendaReader.Event, from begin: AgendaMoment) -> (Day, Bool)? {
    let line = event.first("DTEND") ?? event.first("DURATION")
    guard let line else { return (begin.day, begin.isDate) }
    if event.first("DTEND") != nil, let duration = event.first("DURATION") {
      fault(
        duration.number,
        "een afspraak heeft een einde (DTEND) of een duur (DURATION), niet beide; haal er een weg",
        "an event has an end (DTEND) or a length (DURATION), not both; remove one")
      return nil
    }
    let end: LocalMoment
    if line.name == "DURATION" {
      guard let length = AgendaDuration(line.value), length.isWholeDays || !begin.isDate else {
        fault(
          line.number, "DURATION: «\(line.value)» is hier geen duur; schrijf bijvoorbeeld P1D of P2W",
          "DURATION: “\(line.value)” is no length here; write for instance P1D or P2W")
        return nil
      }
      end = LocalMoment(day: begin.day, minuteOfDay: begin.local.minuteOfDay + length.minutes)
    } else {
      guard let moment = moment(line) else { return nil }
      guard moment.isDate == begin.isDate else {
        fault(
          line.number, "begin en einde zijn niet beide een dag of beide een tijd; maak ze gelijk",
          "begin and end are not both a day or both a time; make them alike")
        return nil
      }
      end = moment.local
    }
    guard begin.local <= end else {
      let name = event.first("SUMMARY")?.text ?? ""
      fault(
        line.number, "de afspraak\(quoted(name).nl) eindigt voor haar begin; wissel begin en eind om",
        "the event\(quoted(name).en) ends before it begins; swap begin and end")
      return nil
    }
    // The end is the first moment that no longer belongs to it (3.6.1); some programs write the same day twice for one day.
    let last = end > begin.local ? LocalMoment(day: end.day, minuteOfDay: end.minuteOfDay - 1).day : begin.day
    let isWhole = begin.local.minuteOfDay == 0 && end.minuteOfDay == 0 && (begin.isDate || end > begin.local)
    return (last, isWhole)
  }

  private mutating func moment(_ line: AgendaLine, _ value: String? = nil) -> AgendaMoment? {
    let value = value ?? line.value
    do throws(AgendaMoment.Problem) {
      return try AgendaMoment(value, zone: line.parameters["TZID"])
    } catch {
      switch error {
      case .notADate:
        fault(
          line.number,
          "\(line.name): «\(value)» is geen dag of tijd; schrijf 20260302 of 20260302T090000",
          "\(line.name): “\(value)” is no day or time; write 20260302 or 20260302T090000")
      case .notExisting:
        fault(
          line.number, "\(line.name): «\(value)» is geen bestaande dag of tijd; kijk maand, dag en tijd na",
          "\(line.name): “\(value)” is not an existing day or time; look at month, day and time")
      case .beyondYears:
        fault(
          line.number, "\(line.name): «\(value)» \(WrittenDate.beyond.nl)",
          "\(line.name): “\(value)” \(WrittenDate.beyond.en)")
      case .unknownZone(let zone):
        fault(
          line.number,
          "\(line.name): de tijdzone «\(zone)» is hier niet bekend; exporteer de agenda met hele dagen of in Europe/Amsterdam",
          "\(line.name): the time zone “\(zone)” is not known here; export the agenda with whole days or in Europe/Amsterdam"
        )
      }
      return nil
    }
  }

  // MARK: Again and again

  /// The days on which other events replace times of this one.
  private mutating func moved(from event: AgendaReader.Event) -> Set<Day> {
    guard let id = event.first("UID")?.value, event.first("RRULE") != nil else { return [] }
    return Set((replacing[id] ?? []).compactMap { moment($0)?.day })
  }

  private mutating func add(_ dated: Dated, moved: Set<Day>) {
    // The limit holds for the file as a whole: a small file may hold many events that each come a thousand times.
    guard case .kind(let kind) = dated.meaning, !reading.isFull else { return }
    let event = dated.event
    var without = moved
    for line in event.all("EXDATE") {
      for value in line.value.split(separator: ",") {
        guard let moment = moment(line, String(value)) else { continue }
        without.insert(moment.day)
      }
    }
    if let line = event.first("RDATE") ?? event.first("EXRULE") {
      return fault(
        line.number, "\(line.name) wordt niet gelezen; maak van deze dagen aparte afspraken",
        "\(line.name) is not read; make events of their own of these days")
    }
    let faults = reading.faults.count
    for day in days(of: dated) where !without.contains(day) {
      for region in dated.regions { reading.add(dated.entry(day, region, kind), line: event.begin) }
      // What is wrong with one of its times is wrong with the others too.
      if reading.faults.count > faults { return }
    }
  }

  /// The days on which an event begins.
  private mutating func days(of dated: Dated) -> [Day] {
    let rules = dated.event.all("RRULE")
    guard let rule = rules.first else { return [dated.from] }
    do throws(AgendaRecurrence.Problem) {
      if rules.count > 1 { throw .part("RRULE") }
      let recurrence = try AgendaRecurrence(rule.value, first: dated.from)
      return try recurrence.days(from: dated.from, atMost: reading.known?.upperBound)
    } catch {
      switch error {
      case .part(let part):
        fault(
          rule.number, "de herhaling «\(part)» wordt niet begrepen; maak van deze dagen aparte afspraken",
          "the recurrence “\(part)” is not understood; make events of their own of these days")
      case .twoEnds(let parts):
        fault(
          rule.number,
          "de herhaling heeft meer dan één einde («\(parts)»); kies een aantal keer (COUNT) of een laatste dag (UNTIL)",
          "the recurrence has more than one end (“\(parts)”); choose a number of times (COUNT) or a last day (UNTIL)"
        )
      case .endsBefore(let until):
        fault(
          rule.number,
          "de herhaling van «\(dated.name)» eindigt op \(until.longNL), voor de eerste keer op \(dated.from.longNL); kijk de laatste dag (UNTIL) na",
          "the recurrence of “\(dated.name)” ends on \(until.longEN), before the first time on \(dated.from.longEN); look at the last day (UNTIL)"
        )
      case .endless:
        fault(
          rule.number,
          "«\(dated.name)» komt eindeloos terug; geef de herhaling in de agenda een laatste dag, of zet er een afspraak bij met categorie «bekend» over de dagen waarvoor de agenda geldt",
          "“\(dated.name)” comes back for ever; give the recurrence a last day in the agenda, or add an event of category “bekend” over the days for which the agenda holds"
        )
      case .tooMany:
        fault(
          rule.number,
          "«\(dated.name)» komt meer dan \(AgendaRecurrence.most) keer; geef de herhaling een eerdere laatste dag",
          "“\(dated.name)” comes more than \(AgendaRecurrence.most) times; give the recurrence an earlier last day"
        )
      }
      return []
    }
  }

  // MARK: What is said of it

  private mutating func fault(_ line: Int, _ nl: String, _ en: String) {
    reading.faults.append(CalendarFault(line: line, nl, en))
  }

  private mutating func remark() {
    if cancelled > 0 {
      reading.remarks.append(
        Localized(nl: "overgeslagen: \(cancelled) × afgezegd", en: "passed over: \(cancelled) × cancelled"))
    }
    if partOfADay > 0 {
      reading.remarks.append(
        Localized(
          nl:
            "overgeslagen: \(partOfADay) × een deel van een dag zonder categorie; geef wat vrij is de categorie «vrij»",
          en:
            "passed over: \(partOfADay) × a part of a day without a category; give what is free the category “vrij”"
        ))
    }
    if withoutKind > 0 {
      reading.remarks.append(
        Localized(
          nl: "\(withoutKind) × hele dagen zonder bekende categorie: gelezen als vrij",
          en: "\(withoutKind) × whole days without a known category: read as free"))
    }
  }
}
