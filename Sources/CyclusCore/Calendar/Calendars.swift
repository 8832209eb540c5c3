/// A calendar with the digest by which a traject names it.
public struct PinnedCalendar: Hashable, Sendable {
  /// The digest under which it was published, in hexadecimal.
  public let digest: String
  /// The calendar.
  public let calendar: SchoolCalendar

  /// Puts a calendar beside its digest.
  public init(digest: String, calendar: SchoolCalendar) {
    self.digest = digest
    self.calendar = calendar
  }
}

/// The calendars that the events of a traject name, by digest: the one it began with, and those that it adopted since.
public struct Calendars: Sendable {
  private let byDigest: [String: SchoolCalendar]

  /// Creates the calendars of a traject; none where it names none.
  public init(_ byDigest: [String: SchoolCalendar] = [:]) { self.byDigest = byDigest }

  /// The calendar of a traject as it stands; nil for one that began without.
  public func calendar(of traject: Traject) -> SchoolCalendar? { traject.calendar.flatMap { byDigest[$0] } }
}

extension Event {
  /// The calendar from which dates follow after this event; nil for an event that changes nothing in that.
  public var calendar: String? {
    switch self {
    case .started(let started): started.calendar
    case .calendarAdopted(let adopted): adopted.calendar
    default: nil
    }
  }
}
