import CyclusCore

/// A calendar as it was published: layers and what an institute chose about the public holidays, under one digest.
///
/// The digest is that of a text which names the digest of each layer, so it stands for every day that was read.
public struct PublishedCalendar: Hashable, Sendable {
  /// A layer of it: a row that never changes.
  public struct Layer: Hashable, Sendable {
    /// What it is.
    public var kind: CalendarLayer.Kind
    /// Which of its kind it is, counted from 1.
    public var version: String
    /// SHA-256 over the table of its entries, in hexadecimal.
    public var digest: String
    /// SHA-256 over the canonical form.
    var compiled: String
  }

  /// SHA-256 over the text that names its layers, in hexadecimal.
  public var digest: String
  /// Which calendar it is, counted from 1.
  public var version: String
  /// The layers, the one that wins first.
  public var layers: [Layer]
  /// What was chosen about the public holidays.
  public var holidays: DutchHolidays
  /// The number of the event.
  public var seq: Int
  /// The day on which it was published.
  public var happened: Day
  /// When that was recorded.
  public var recorded: Instant
  /// The number of the OS account that published it.
  public var recorder: Int
}

extension Store {
  /// The name of a row that names layers; those of layers are called after their kind.
  static let composedCalendar = "calendar"

  /// Publishes layers in the place of those of their kind: the table of each becomes a row that never changes, and so does
  /// the calendar that follows from all layers; the log chains the digests of all.
  ///
  /// The file from which a layer was read is not kept: who made an appointment or was invited to it is nobody's business
  /// here, and could never be erased.
  ///
  /// - Parameters:
  ///   - new: At most one for each kind; the layers that are not among them stay as they are.
  ///   - holidays: What is chosen about the public holidays; nil to leave it as it is.
  /// - Returns: The calendar, and whether it is new: what is the calendar already is not published again.
  public func publish(
    calendar new: [CalendarLayer], holidays: DutchHolidays? = nil, recording: Recording
  ) throws(StoreError) -> (calendar: PublishedCalendar, isNew: Bool) {
    try guarded {
      try writing {
        let before = try newestPublishedCalendar()
        let holidays = holidays ?? before?.holidays ?? DutchHolidays()
        var layers = before?.layers ?? []
        for layer in new {
          let layer = try row(of: layer)
          layers.removeAll { $0.kind == layer.kind }
          layers.append(layer)
        }
        layers.sort { $0.kind.rawValue < $1.kind.rawValue }
        let text = Self.manifest(of: layers, holidays)
        let digest = Self.digest(Array(text.utf8))
        if let before, before.digest == digest { return (before, false) }
        let (version, compiled) = try insert(digest, named: Self.composedCalendar, text) {
          SchoolCalendar(try layers.flatMap { try calendar(digest: $0.digest).layers }, holidays: holidays)
        }
        try append(
          type: "calendar_published",
          data: [
            "calendar": .string(digest), "version": .string(version), "compiled": .string(compiled),
            "good_friday": .bool(holidays.goodFriday),
            "liberation_day": .string(holidays.liberationDay.rawValue),
            "layers": .array(
              layers.map {
                .object([
                  "layer": .string($0.kind.rawValue), "version": .string($0.version),
                  "digest": .string($0.digest), "compiled": .string($0.compiled),
                ])
              }),
          ], recording: recording.stamped(), batch: nextBatch())
        guard let published = try newestPublishedCalendar() else {
          throw StoreError.damaged(path: path, why: "a calendar that was not published")
        }
        return (published, true)
      }
    }
  }

  /// The row of a layer, which is made where its table is new.
  private func row(of layer: CalendarLayer) throws -> PublishedCalendar.Layer {
    let text = layer.table
    let digest = Self.digest(Array(text.utf8))
    let (version, compiled) = try insert(digest, named: layer.kind.rawValue, text) {
      SchoolCalendar(layers: [layer])
    }
    return PublishedCalendar.Layer(
      kind: layer.kind, version: version, digest: digest, compiled: compiled)
  }

  /// Makes a row that never changes, where it is not there yet, and gives its version and the digest of its canonical form.
  private func insert(
    _ digest: String, named name: String, _ text: String, calendar: () throws -> SchoolCalendar
  ) throws -> (version: String, compiled: String) {
    let known = try connection.prepare("SELECT version, compiled FROM definition WHERE digest = ?")
      .first(.text(digest)) { (try $0.text(0), Self.digest(try $0.blob(1))) }
    if let known { return known }
    let count =
      try connection.prepare("SELECT count(*) FROM definition WHERE kind = 'calendar' AND name = ?")
      .first(.text(name)) { try $0.int(0) } ?? 0
    let compiled = Array(try calendar().canonical.utf8)
    try connection.prepare(
      "INSERT INTO definition (digest, kind, name, version, text, compiled) VALUES (?, 'calendar', ?, ?, ?, ?)"
    ).run(.text(digest), .text(name), .text("\(count + 1)"), .text(text), .blob(compiled))
    return ("\(count + 1)", Self.digest(compiled))
  }

  /// The text that stands for a calendar: what was chosen, and the digest of each layer.
  private static func manifest(of layers: [PublishedCalendar.Layer], _ holidays: DutchHolidays) -> String {
    JSONValue.object([
      "form": 1, "good_friday": .bool(holidays.goodFriday),
      "layers": .array(
        layers.map { .object(["layer": .string($0.kind.rawValue), "digest": .string($0.digest)]) }),
      "liberation_day": .string(holidays.liberationDay.rawValue),
    ]).canonical
  }

  /// The calendar that was published last; nil where none was.
  public func newestPublishedCalendar() throws(StoreError) -> PublishedCalendar? {
    try guarded {
      try connection.prepare(
        "SELECT seq, recorded_at, recorder, data, happened_on FROM event WHERE type = 'calendar_published' ORDER BY seq DESC LIMIT 1"
      ).first { row in
        let seq = try row.int(0)
        let data = try JSONParser.parse(try row.text(3))
        guard let digest = data["calendar"]?.text, let version = data["version"]?.text,
          let happened = Day(try row.text(4)),
          let day = data["liberation_day"]?.text.flatMap({ DutchHolidays.LiberationDay(rawValue: $0) }),
          let layers = data["layers"]?.list?.map(PublishedCalendar.Layer.init), !layers.contains(nil)
        else { throw EventProblem(type: "calendar_published", what: "event \(seq) is not readable") }
        return PublishedCalendar(
          digest: digest, version: version, layers: layers.compactMap(\.self),
          holidays: DutchHolidays(goodFriday: data["good_friday"]?.flag ?? false, liberationDay: day),
          seq: seq, happened: happened, recorded: Instant(milliseconds: try row.integer(1)),
          recorder: try row.int(2))
      }
    }
  }

  /// The calendar to which a traject that starts now is pinned; nil where none was published.
  public func newestCalendar() throws(StoreError) -> PinnedCalendar? {
    guard let published = try newestPublishedCalendar() else { return nil }
    return PinnedCalendar(digest: published.digest, calendar: try calendar(digest: published.digest))
  }

  /// The calendar, or the single layer, with a digest; read once in a process.
  public func calendar(digest: String) throws(StoreError) -> SchoolCalendar {
    if let known = calendars[digest] { return known }
    let calendar = try guarded {
      let bytes = try connection.prepare(
        "SELECT compiled FROM definition WHERE digest = ? AND kind = 'calendar'"
      ).first(.text(digest)) { try $0.blob(0) }
      guard let bytes else { throw StoreError.damaged(path: path, why: "no calendar \(digest)") }
      return try StoredForm.calendar(bytes)
    }
    calendars[digest] = calendar
    return calendar
  }

  /// The table of a layer.
  public func text(of layer: PublishedCalendar.Layer) throws(StoreError) -> String {
    try guarded {
      try connection.prepare("SELECT text FROM definition WHERE digest = ?").first(.text(layer.digest)) {
        try $0.text(0)
      } ?? ""
    }
  }

  /// The calendars that the events of a traject name.
  func calendars(of log: [LoggedEvent]) throws(StoreError) -> Calendars {
    var found: [String: SchoolCalendar] = [:]
    for digest in Set(log.compactMap(\.event.calendar)) { found[digest] = try calendar(digest: digest) }
    return Calendars(found)
  }
}

extension PublishedCalendar.Layer {
  fileprivate init?(_ value: JSONValue) {
    guard let kind = value["layer"]?.text.flatMap({ CalendarLayer.Kind(rawValue: $0) }),
      let version = value["version"]?.text, let digest = value["digest"]?.text,
      let compiled = value["compiled"]?.text
    else { return nil }
    self.init(kind: kind, version: version, digest: digest, compiled: compiled)
  }
}
