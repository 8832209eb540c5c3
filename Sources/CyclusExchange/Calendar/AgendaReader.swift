import CyclusCore

/// Reads the days of an iCalendar file (RFC 5545), as agendas export it.
///
/// Only events count; tasks, journals and alarms are passed over, and so is an event that was cancelled. `CATEGORIES` says
/// what kind of days an event holds and for which region.
struct AgendaReader {
  /// An event, while it is read and after.
  struct Event {
    let begin: Int
    var lines: [AgendaLine] = []

    func first(_ name: String) -> AgendaLine? { lines.first { $0.name == name } }
    func all(_ name: String) -> [AgendaLine] { lines.filter { $0.name == name } }
  }

  private var reading = CalendarReading()
  private var events: [Event] = []
  /// What stands open, from the outside in.
  private var open: [(name: String, line: Int)] = []
  private var isWhole = false
  private var passedOver: [String: Int] = [:]

  static func read(_ bytes: [UInt8]) -> CalendarReading {
    var reader = AgendaReader()
    reader.take(bytes)
    if reader.reading.faults.isEmpty {
      reader.reading = AgendaDays(reading: reader.reading, events: reader.events).read()
      reader.remark()
    }
    return reader.reading
  }

  private mutating func take(_ bytes: [UInt8]) {
    let (lines, numbers) = AgendaLine.unfolded(bytes)
    let file: TextFile
    do {
      file = try TextFile(bytes: Array(lines.joined(separator: [0x0A])))
    } catch {
      let line = error.position.map { numbers[min($0.line, numbers.count) - 1] } ?? 0
      return fault(
        line, "dit is geen tekst die te lezen is; exporteer de agenda opnieuw als .ics",
        "this is no text that can be read; export the agenda as .ics again")
    }
    reading.text = (try? TextFile(bytes: bytes))?.text ?? file.text
    for (text, number) in zip(file.text.split(separator: "\n", omittingEmptySubsequences: false), numbers) {
      guard text.contains(where: { $0 != " " && $0 != "\t" }) else { continue }
      guard let line = AgendaLine(String(text), number: number) else {
        fault(
          number, "dit is geen regel van een agenda (NAAM:waarde); exporteer de agenda opnieuw als .ics",
          "this is no line of an agenda (NAME:value); export the agenda as .ics again")
        // A file of another kind has this fault on each line.
        if open.isEmpty { return }
        continue
      }
      take(line)
    }
    if let last = open.last {
      fault(
        last.line,
        "«BEGIN:\(last.name)» wordt nergens afgesloten: het bestand is niet heel; exporteer de agenda opnieuw",
        "“BEGIN:\(last.name)” is never ended: the file is not whole; export the agenda again")
    } else if !isWhole, reading.faults.isEmpty {
      fault(
        0, "dit is geen agenda: er staat geen BEGIN:VCALENDAR in; exporteer de agenda als .ics",
        "this is no agenda: there is no BEGIN:VCALENDAR in it; export the agenda as .ics")
    }
  }

  private mutating func take(_ line: AgendaLine) {
    let value = line.value.uppercased()
    switch line.name {
    case "BEGIN":
      if open.isEmpty, value == "VCALENDAR" { isWhole = true }
      open.append((value, line.number))
      if value == "VEVENT" {
        events.append(Event(begin: line.number))
      } else if value != "VCALENDAR" {
        passedOver[value, default: 0] += 1
      }
    case "END":
      guard let last = open.popLast(), last.name == value else {
        return fault(
          line.number, "«END:\(value)» hoort bij geen BEGIN; exporteer de agenda opnieuw",
          "“END:\(value)” belongs to no BEGIN; export the agenda again")
      }
    default:
      switch open.last?.name {
      case "VEVENT": events[events.count - 1].lines.append(line)
      case "VCALENDAR" where line.name == "VERSION" && line.value != "2.0":
        fault(
          line.number,
          "versie \(line.value) van een agenda wordt niet gelezen; exporteer haar als iCalendar 2.0 (.ics)",
          "version \(line.value) of an agenda is not read; export it as iCalendar 2.0 (.ics)")
      default: break
      }
    }
  }

  private mutating func fault(_ line: Int, _ nl: String, _ en: String) {
    reading.faults.append(CalendarFault(line: line, nl, en))
  }

  /// Says what else was in the file and was not looked at; alarms and time zones are part of other things.
  private mutating func remark() {
    for (name, count) in passedOver.sorted(by: { $0.key < $1.key }) {
      guard !["VALARM", "VTIMEZONE", "STANDARD", "DAYLIGHT"].contains(name) else { continue }
      reading.remarks.append(
        Localized(
          nl: "overgeslagen: \(count) × \(name), want alleen afspraken (VEVENT) tellen",
          en: "passed over: \(count) × \(name), as only events (VEVENT) count"))
    }
  }
}
