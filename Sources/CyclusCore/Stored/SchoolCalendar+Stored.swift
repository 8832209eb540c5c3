// A calendar is stored as its canonical text, of which the digest names it: JSON without blanks, keys and entries in a fixed
// order, days as `2026-10-17`. It can be read by hand, and an auditor needs no program for it.
extension SchoolCalendar {
  /// The text of the calendar that is stored: two calendars that say the same have the same.
  public var canonical: String {
    JSONValue.object(["form": 1, "layers": .array(layers.map(\.stored))]).canonical
  }
}

extension CalendarLayer {
  fileprivate var stored: JSONValue {
    .object([
      "id": .string(id), "title": title.stored, "kind": .string(kind.rawValue),
      "known": .array([known.lowerBound.stored, known.upperBound.stored]),
      "entries": .array(entries.map(\.stored)),
    ])
  }
}

extension CalendarEntry {
  fileprivate var stored: JSONValue {
    var object: JSONObject = [
      "from": from.stored, "to": to.stored, "name": name.stored, "kind": .string(kind.rawValue),
    ]
    if let region { object["region"] = .string(region) }
    return .object(object)
  }
}

extension Localized {
  fileprivate var stored: JSONValue { .object(["nl": .string(nl), "en": .string(en)]) }
}

extension Day {
  fileprivate var stored: JSONValue { .string(description) }
}

// MARK: Reading

extension StoredForm {
  /// Reads a calendar.
  ///
  /// - Throws: `JSONProblem` or `DecodingError` where the bytes are not those of a calendar.
  public static func calendar(_ bytes: [UInt8]) throws -> SchoolCalendar {
    try SchoolCalendar(stored: try JSONParser.parse(bytes))
  }
}

extension SchoolCalendar: StoredRecord {
  init(_ stored: StoredFields) throws {
    let form: Int = try stored("form")
    guard form == 1 else { throw StoredFault.mismatch("a calendar of form 1", .integer(Int64(form))) }
    let layers: [CalendarLayer] = try stored("layers")
    self.init(layers: layers)
  }
}

extension CalendarLayer: StoredRecord {
  init(_ stored: StoredFields) throws {
    let known: [StoredDay] = try stored("known")
    guard known.count == 2, known[0].day <= known[1].day else {
      throw StoredFault.mismatch("a first and a last day", .array(known.map { $0.day.stored }))
    }
    self.init(
      id: try stored("id"), title: try stored("title"), kind: try stored("kind"),
      known: known[0].day...known[1].day, entries: try stored("entries"))
  }
}

extension CalendarLayer.Kind: Stored {}

extension CalendarEntry: StoredRecord {
  init(_ stored: StoredFields) throws {
    let (from, to): (StoredDay, StoredDay) = (try stored("from"), try stored("to"))
    self.init(
      from: from.day, to: to.day, name: try stored("name"), kind: try stored("kind"),
      region: try stored.optional("region"))
  }
}

extension CalendarEntry.Kind: Stored {}

/// A day that is stored as its text.
private struct StoredDay: Stored {
  let day: Day

  init(stored value: JSONValue) throws { day = try Day(text: value) }
}
