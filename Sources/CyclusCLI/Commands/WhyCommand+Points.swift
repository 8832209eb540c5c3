import CyclusCore

extension WhyCommand {
  /// Who has to do something about what is missing, and what that is.
  struct Turn {
    var role: String?
    var person: PersonID?
    /// What is recorded for it.
    var obligation: ObligationKey?
    /// What has to be done before what is missing; `nil` where it can be done itself.
    var first: Localized?
    /// Whether it can be done now.
    var isNow = true

    /// Where somebody else has to do something first, it is the turn of that one.
    init(_ item: Refusal.Missing, on today: Day) {
      guard let wait = item.wait, wait.until.map({ today < $0 }) ?? true else {
        (role, person, obligation) = (item.role, item.person, item.obligation ?? item.recording)
        isNow = item.after.isEmpty && item.opens.map { $0 <= today } ?? true
        return
      }
      (role, person, obligation, first) = (wait.role, wait.person, wait.obligation, wait.what)
    }
  }

  /// What is missing as it is listed: what can be done only after a gesprek was held stands with that.
  struct Points {
    let listed: [Refusal.Missing]
    private let folded: [Localized: [Refusal.Missing]]

    init(_ missing: [Refusal.Missing], on today: Day) {
      let heads = Set(
        missing.filter { $0.after.isEmpty && $0.obligation?.step == .held }.map(\.what))
      func head(_ item: Refusal.Missing) -> Localized? {
        guard item.after.count == 1, let first = item.after.first, heads.contains(first) else { return nil }
        return first
      }
      listed = missing.filter { head($0) == nil }
      folded = Dictionary(grouping: missing.filter { head($0) != nil }) { head($0) ?? $0.what }
    }

    /// The number under which an item is listed; `nil` where it stands with another.
    func number(_ item: Refusal.Missing) -> Int? {
      listed.firstIndex { $0.obligation == item.obligation && $0.message == item.message }.map { $0 + 1 }
    }

    /// What can be done once an item is done, in a few words each.
    func following(_ item: Refusal.Missing) -> [Localized] {
      (folded[item.what] ?? []).filter { $0.field == nil }.map(\.what).reduce(into: []) {
        if !$0.contains($1) { $0.append($1) }
      }
    }
  }
}
