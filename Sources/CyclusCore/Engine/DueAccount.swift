/// Why an obligation has the date that it has: from where it counts, every step up to that date, or what it waits for.
public struct DueAccount: Hashable, Sendable {
  /// From which day a date is counted, and why.
  public struct Origin: Hashable, Sendable {
    /// The day.
    public var day: Day
    /// What that day is.
    public var what: Localized
    /// The number of the event that made it so; `nil` for a day of the timeline.
    public var event: Int?
  }

  /// What has to come before there is a date.
  public struct Wait: Hashable, Sendable {
    /// The obligation that it is; `nil` where it is none.
    public var obligation: ObligationKey?
    /// What is waited for.
    public var what: Localized
    /// The role that does it; `nil` where nobody can.
    public var role: String?
    /// The person who holds that role.
    public var person: PersonID?
  }

  /// A step, with the number of the event in which it stands, where it stands in one.
  public struct Line: Hashable, Sendable {
    /// The step.
    public var step: DueStep
    /// The number of the event.
    public var event: Int?
  }

  /// The obligation, with its date.
  public let obligation: Obligation
  /// The workflow by whose names the account is told.
  public let workflow: Workflow
  /// From where it counts; `nil` where the date stands in an event, or where there is none.
  public let origin: Origin?
  /// The steps from there to the date, in order.
  public let lines: [Line]
  /// What it waits for; empty where it has a date, or none by the workflow.
  public let waits: [Wait]
  /// The last day on which the ladder leaves it alone; `nil` where it does not.
  ///
  /// The date stays what it is.
  public let snoozed: Day?
  /// The day before it was met or flagged, as of which the count of its date can still be seen; `nil` where none is.
  public let countedAsOf: Day?
  /// The last day for which the calendar of the traject is known; `nil` without a calendar.
  public let calendarKnownUntil: Day?
  /// What to say of a date beyond the known calendar, which may move with the next; `nil` of any other.
  public let beyondCalendar: Localized?

  /// The account of an obligation of a traject, by its key.
  ///
  /// An item without a step means its only obligation that is still asked, else its only one.
  ///
  /// - Parameters:
  ///   - name: The key, `startgesprek.held`, or the item, `startgesprek`.
  ///   - log: The effective events of the traject, of which the numbers are told.
  /// - Throws: a refusal that names the nearest key.
  public init(of name: String, _ traject: Traject, _ rulebook: Rulebook, log: [LoggedEvent]) throws(Refusal) {
    let rulebook = rulebook.keepingAccounts()
    let all = traject.obligations(rulebook)
    let obligation = try Self.meant(by: name, all, traject)
    self.init(obligation, all, traject, rulebook, log)
  }

  /// The accounts of all obligations of a traject.
  public static func all(_ traject: Traject, _ rulebook: Rulebook, log: [LoggedEvent]) -> [DueAccount] {
    let rulebook = rulebook.keepingAccounts()
    let all = traject.obligations(rulebook)
    return all.map { DueAccount($0, all, traject, rulebook, log) }
  }

  private init(
    _ obligation: Obligation, _ all: [Obligation], _ traject: Traject, _ rulebook: Rulebook,
    _ log: [LoggedEvent]
  ) {
    self.obligation = obligation
    workflow = rulebook.workflow
    snoozed = obligation.isAsked ? traject.snoozed[obligation.key.description] : nil
    calendarKnownUntil = rulebook.calendar?.knownUntil
    let sources = DueSources(obligation, all, traject, rulebook, log)
    var steps = obligation.account ?? []
    var origin: Origin?
    if case .from(let day, let source) = steps.first {
      origin = sources.origin(day, source)
      steps.removeFirst()
    }
    // Also what is counted from a day before the calendar may lack days without school.
    let days = [obligation.due, origin?.day].compactMap(\.self)
    beyondCalendar =
      obligation.isAsked ? days.lazy.compactMap { rulebook.calendar?.remark(on: $0) }.first : nil
    var (lines, waits): ([Line], [Wait]) = ([], [])
    for step in steps {
      if case .waits(let wait) = step {
        waits += sources.waits(wait)
      } else {
        lines.append(Line(step: step, event: sources.event(of: step)))
      }
    }
    self.origin = origin
    self.lines = lines
    self.waits = obligation.due == nil ? waits : []
    countedAsOf = Self.counted(lines.last?.step, since: traject.from).flatMap { day in
      // Before a calendar was adopted the date was counted by another one.
      let record = lines.last?.event ?? .max
      let isBefore = log.contains { logged in
        if case .calendarAdopted = logged.event {
          logged.seq < record && day < logged.happened
        } else {
          false
        }
      }
      return isBefore ? nil : day
    }
  }

  private static func counted(_ last: DueStep?, since from: Day) -> Day? {
    guard case .recorded(.some, let record) = last else { return nil }
    return switch record {
    case .met(_, let day), .flagged(let day): from < day ? day - 1 : nil
    case .escalated, .agreed, .adopted: nil
    }
  }

  private static func meant(by name: String, _ all: [Obligation], _ traject: Traject) throws(Refusal)
    -> Obligation
  {
    if let found = all.first(where: { $0.key.description == name }) { return found }
    let ofItem = all.filter { $0.key.item.description == name }
    let open = ofItem.filter(\.isAsked)
    if open.count == 1 { return open[0] }
    if open.isEmpty, ofItem.count == 1 { return ofItem[0] }
    let keys = ofItem.map(\.key.description)
    let message =
      keys.isEmpty
      ? Sentence.unknownObligation(name, all.map(\.key.description))
      : Sentence.plainly(
        "«\(name)» is meer dan één verplichting: \(Sentence.list(keys, "of"))",
        "“\(name)” is more than one obligation: \(Sentence.list(keys, "or"))")
    throw Refusal(
      verb: "why-date", traject: traject.id,
      missing: [.init(what: Localized(nl: "verplichting", en: "obligation"), message: message)])
  }
}
