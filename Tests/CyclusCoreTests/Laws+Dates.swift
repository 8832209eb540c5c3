@testable import CyclusCore

extension Laws {
  /// Each date has an account whose steps add up to it, over working days only, and each lack of a date says why.
  mutating func accountsOfDatesAddUp() {
    let (state, rulebook) = (history.state, history.rulebook)
    let log = (try? EffectiveLog.events(history.log)) ?? []
    let (plain, accounts) = (state.obligations(rulebook), DueAccount.all(state, rulebook, log: log))
    hold(plain.map(\.key) == accounts.map(\.obligation.key), "accounts are of the same obligations")
    let today = history.log.last?.recorded.dutchDay ?? state.from
    for (obligation, account) in zip(plain, accounts) {
      let json = account.json(on: today)
      hold(
        json["due"] == obligation.due.map { .string($0.description) } ?? .null,
        "the account of \(obligation.key) has the date that show has")
      guard let due = obligation.due else { continue }
      let again = ReAdding(json)
      hold(
        again.faults.isEmpty && again.day == due,
        "the account of \(obligation.key) adds up to \(due), not \(again.day?.description ?? "–"): \(again.faults)"
      )
      for day in again.skipped where rulebook.workingDays.isWorking(day) {
        hold(false, "\(obligation.key): \(day) was skipped, but is a working day")
      }
      for day in again.working where !rulebook.workingDays.isWorking(day) {
        hold(false, "\(obligation.key): \(day) was counted, but is no working day")
      }
    }
  }
}
