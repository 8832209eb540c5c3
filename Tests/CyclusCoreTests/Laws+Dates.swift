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
      recorded(json, due)
      if let told = bound(json, state), !told.isEmpty { hold(false, "\(obligation.key): \(told)") }
      still(again, json, obligation)
      for day in again.skipped where rulebook.workingDays.isWorking(day) {
        hold(false, "\(obligation.key): \(day) was skipped, but is a working day")
      }
      for day in again.working where !rulebook.workingDays.isWorking(day) {
        hold(false, "\(obligation.key): \(day) was counted, but is no working day")
      }
    }
  }

  /// A date on record stands in the event that the account names.
  private mutating func recorded(_ json: JSONObject, _ due: Day) {
    for step in json["steps"]?.list ?? [] where step["kind"]?.text == "recorded" {
      guard let number = step["event"]?.int, let logged = history.log.first(where: { $0.seq == number })
      else {
        hold(false, "\(json["obligation"]?.text ?? ""): no event holds \(due)")
        continue
      }
      let day = step["to"]?.text
      // What was corrected stands in the log as it was; a correction may give it another date.
      let isCorrected = history.log.contains { if case .corrected = $0.event { true } else { false } }
      let stands: Bool =
        switch logged.event {
        case .flagged(let flag): flag.due.description == day
        case .escalated(let escalated): escalated.due.description == day
        case .agreementMade(let made): made.due.description == day
        case .calendarAdopted(let adopted): adopted.kept.values.contains { $0.description == day }
        default: logged.meets.contains { $0.due?.description == day }
        }
      hold(stands || isCorrected, "\(json["obligation"]?.text ?? ""): #\(number) does not hold \(day ?? "–")")
    }
  }

  /// What keeps a date from lying later than the traject is the end of that.
  private func bound(_ json: JSONObject, _ state: Traject) -> String? {
    for step in json["steps"]?.list ?? [] where step["bound"]?.text == "end" {
      guard step["to"]?.text != state.until?.description else { continue }
      return "bound by \(step["to"]?.text ?? "–"), which is not the end"
    }
    return nil
  }

  /// Each stretch in which the clock stood still is told, and once: it moves a date that is counted, or it is said why not.
  private mutating func still(_ again: ReAdding, _ json: JSONObject, _ obligation: Obligation) {
    let kinds = (json["steps"]?.list ?? []).compactMap { $0["kind"]?.text }
    let (state, rulebook) = (history.state, history.rulebook)
    guard obligation.isAsked, obligation.escalation == nil, obligation.key.step != .lifted,
      !kinds.contains("recorded"), !kinds.contains("stands_for"), obligation.lapsesOn == nil
    else { return }
    let told = again.moving + again.staying
    let stays = (json["steps"]?.list ?? []).compactMap {
      $0["kind"]?.text == "not_moved" ? $0["what"]?.text : nil
    }
    if stays.contains("gesprek") || stays.contains("teaching_week") { return }
    let isOfGesprek =
      json["from"]?["what"]?.text.map { $0.contains("gepland") || $0.hasSuffix("gehouden") } ?? false
    for stop in state.suspensions(rulebook) {
      guard let until = stop.until, stop.since < until else { continue }
      for distance in 0..<(until - stop.since) {
        let day = stop.since + distance
        let times = told.count { $0.contains(day) }
        if times == 0, isOfGesprek { continue }
        hold(times == 1, "\(obligation.key): that the clock stood still on \(day) is told \(times) times")
        if times != 1 { return }
      }
    }
  }
}
