// Why a date moves when another calendar is adopted: the two accounts of it, held against each other.
extension CalendarAdoption {
  /// Why a date moves.
  public enum Cause: Hashable, Sendable {
    /// There is no school on a day any more, on which the count comes.
    case free(Day, Localized)
    /// There is school again on a day that was free.
    case teaching(Day, Localized)
    /// It is counted from a gesprek that has no date of its own yet, and whose last day moves.
    case follows(ItemKey)
    /// It is counted from the opening of an obligation, which moves.
    case followsOpening(ObligationKey)

    /// The day about which the calendars differ; nil for what follows something else.
    public var day: Day? {
      switch self {
      case .free(let day, _), .teaching(let day, _): day
      case .follows, .followsOpening: nil
      }
    }

    /// What that day is called in the calendar in which it is free; nil for what follows something else.
    public var name: Localized? {
      switch self {
      case .free(_, let name), .teaching(_, let name): name
      case .follows, .followsOpening: nil
      }
    }

    /// The item or obligation that it follows; nil for what moves by itself.
    public var followed: String? {
      switch self {
      case .free, .teaching: nil
      case .follows(let item): item.description
      case .followsOpening(let key): key.description
      }
    }
  }

  /// A date that moves, with why, and whether the day of adoption holds it back.
  public struct Row {
    /// The obligation, with its date from now on, or the one that it had where it is asked no more.
    public let obligation: Obligation
    /// The old and the new date.
    public let moved: Event.CalendarAdopted.Moved
    /// Why; nil where that cannot be said.
    public let cause: Cause?
    /// Whether the calendar itself would give an earlier date, before the day of adoption.
    public let isHeldBack: Bool
  }

  /// The dates that move, each with why.
  public var rows: [Row] {
    func told(_ standing: Standing) -> [ObligationKey: Obligation] {
      let obligations = standing.traject.obligations(standing.rulebook.keepingAccounts())
      return Dictionary(obligations.map { ($0.key, $0) }) { first, _ in first }
    }
    let (old, new) = (told(before), told(after))
    return event.moved.compactMap { moved in
      guard let obligation = new[moved.obligation] ?? old[moved.obligation] else { return nil }
      return Row(
        obligation: obligation, moved: moved,
        cause: cause(of: moved, old[moved.obligation]?.account ?? [], new[moved.obligation]?.account ?? []),
        isHeldBack: event.floors[moved.obligation.description] != nil)
    }
  }

  /// The first step in which two accounts differ tells why they come to other days.
  private func cause(of moved: Event.CalendarAdopted.Moved, _ old: [DueStep], _ new: [DueStep]) -> Cause? {
    let place = zip(old, new).prefix { $0 == $1 }.count
    let (one, other) = (old.dropFirst(place), new.dropFirst(place))
    // What was counted before the day that stands for a gesprek, was counted for that gesprek.
    let gesprek = (other + one).lazy.compactMap { step -> ItemKey? in
      if case .stands(let item, _) = step { item } else { nil }
    }.first
    if let gesprek, moved.obligation.item != gesprek { return .follows(gesprek) }
    if case .from(_, .opening(let key?)) = other.first ?? one.first, key != moved.obligation {
      return .followsOpening(key)
    }
    let passed = [one.first, other.first].compactMap { $0?.skipped }.joined().map(\.day).sorted()
    return passed.lazy.compactMap { difference(on: $0) }.first ?? difference(behind: moved)
  }

  /// What a day is in one calendar only.
  private func difference(on day: Day) -> Cause? {
    let (old, new) = (before.rulebook.workingDays, after.rulebook.workingDays)
    return switch (old.isWorking(day), new.isWorking(day)) {
    case (true, false): new.reason(day).map { .free(day, $0) }
    case (false, true): old.reason(day).map { .teaching(day, $0) }
    case (true, true), (false, false): nil
    }
  }

  /// The last day before a date about which the two calendars differ in its direction, or else in the other.
  ///
  /// The old date itself goes first, where there is no school on it any more.
  private func difference(behind moved: Event.CalendarAdopted.Moved) -> Cause? {
    if let own = moved.from.flatMap({ difference(on: $0) }) { return own }
    guard let from = moved.from ?? moved.to, let to = moved.to ?? moved.from else { return nil }
    func differences(upTo last: Day) -> some Sequence<Cause> {
      (0...max(0, last - before.traject.from)).lazy.map { last - $0 }.compactMap { difference(on: $0) }
    }
    // Days that become free put a date off; days that are opened again bring it nearer.
    return differences(upTo: from).first { cause in
      if case .free = cause { from < to } else { to <= from }
    } ?? differences(upTo: max(from, to)).first { _ in true }
  }
}
