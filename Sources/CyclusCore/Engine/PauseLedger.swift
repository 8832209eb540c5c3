/// The days on which a traject stood still, held against the budgets of its workflow (GEN-14).
public struct PauseLedger: Hashable, Sendable {
  /// What was used of one budget.
  public struct Account: Hashable, Sendable {
    /// The cause; `nil` for all causes together.
    public var cause: PauseDefinition.Cause?
    /// The calendar days that there are; `nil` where the workflow sets none.
    public var budget: Int?
    /// The calendar days that were used.
    public var used: Int
    /// The first day on which more was used than there is, also where that day is still to come while a pause runs on.
    public var passedOn: Day?

    /// The days that are left; less than 0 where more was used, `nil` without a budget.
    public var left: Int? { budget.map { $0 - used } }
  }

  /// All causes together, with or without a budget, then each cause that has one, in the order of the file.
  public var accounts: [Account]
  /// The first day of the pause that runs.
  public var runningSince: Day?

  /// The account of all causes together.
  public var all: Account { accounts[0] }

  /// The accounts of which more was used than there is.
  public var passed: [Account] { accounts.filter { $0.left.map { $0 < 0 } ?? false } }

  /// Adds up the pauses of a traject as they are on a day.
  public init(_ pauses: [Traject.Pause], _ definition: PauseDefinition?, on today: Day) {
    runningSince = pauses.last { $0.until == nil }?.since
    let budgets = definition?.budgets ?? []
    let all = budgets.first { $0.cause == nil }?.days
    let causes = budgets.filter { $0.cause != nil }.map { (cause: $0.cause, days: $0.days as Int?) }
    accounts = ([(cause: nil, days: all)] + causes).map { cause, budget in
      let own = pauses.filter { cause == nil || $0.cause == cause }
      return Account(
        cause: cause, budget: budget, used: own.reduce(0) { $0 + $1.days(upTo: today) },
        passedOn: budget.flatMap { Self.day(own, past: $0) })
    }
  }

  /// The first day on which pauses take more days than there are; `nil` where they do not come to that.
  private static func day(_ pauses: [Traject.Pause], past budget: Int) -> Day? {
    var left = budget
    for pause in pauses {
      let days = pause.until.map { $0 - pause.since } ?? .max
      if days > left { return pause.since + left + 1 }
      left -= days
    }
    return nil
  }
}

extension PauseLedger {
  /// The first day on which some budget is passed; `nil` where none is, or comes to be while a pause runs on.
  public var passedOn: Day? { accounts.compactMap(\.passedOn).min() }

  /// What to say of each budget that is passed.
  public var findings: [Localized] {
    passed.map { account in
      let (budget, used, over) = (account.budget ?? 0, account.used, -(account.left ?? 0))
      let cause = account.cause.map { Phrase.cause($0) }
      return Localized(
        nl:
          "het pauzebudget\(cause.map { " \($0.nl)" } ?? "") van \(Phrase.days(budget).nl) is met \(Phrase.days(over).nl) overschreden (\(used) gebruikt): bespreek of het traject zo verder kan, en leg dat vast met note",
        en:
          "the pause budget\(cause.map { " \($0.en)" } ?? "") of \(Phrase.days(budget).en) is passed by \(Phrase.days(over).en) (\(used) used): discuss whether the traject can go on like this, and record that with note"
      )
    }
  }

  /// How much is left of each budget that is not passed.
  public var remarks: [Localized] {
    accounts.compactMap { account in
      guard let budget = account.budget, let left = account.left, left >= 0 else { return nil }
      let cause = account.cause.map { Phrase.cause($0) }
      let last = runningSince == nil ? nil : account.passedOn.map { $0 - 1 }
      return Localized(
        nl:
          "pauzebudget\(cause.map { " \($0.nl)" } ?? ""): \(account.used) van \(Phrase.days(budget).nl) gebruikt, nog \(left)\(last.map { ", tot \($0.longNL)" } ?? "")",
        en:
          "pause budget\(cause.map { " \($0.en)" } ?? ""): \(account.used) of \(Phrase.days(budget).en) used, \(left) left\(last.map { ", up to \($0.longEN)" } ?? "")"
      )
    }
  }
}

extension Phrase {
  /// On whose account a traject is paused.
  public static func cause(_ cause: PauseDefinition.Cause) -> Localized {
    switch cause {
    case .student: Localized(nl: "door de student", en: "on the student's account")
    case .workplace: Localized(nl: "door de werkplek", en: "on the workplace's account")
    case .institute: Localized(nl: "door het instituut", en: "on the institute's account")
    }
  }

  /// A number of days: `1 dag`, `7 dagen`.
  static func days(_ count: Int) -> Localized {
    count == 1 ? Localized(nl: "1 dag", en: "1 day") : Localized(nl: "\(count) dagen", en: "\(count) days")
  }
}

extension Traject {
  /// The days on which it stood still, held against the budgets of its workflow, on a day.
  public func pauseLedger(_ rulebook: Rulebook, on today: Day) -> PauseLedger {
    PauseLedger(pauses, rulebook.workflow.pauses, on: min(today, ended ?? today))
  }
}
