// The numbers of goals and agreements, which are fixed when they arise and never given twice.
extension Traject {
  /// The id of the next goal or agreement: one above the highest that was ever given.
  func nextID(_ letter: String) -> String { "\(letter)\(highest(letter, besides: numbersTakenOut) + 1)" }

  /// Forgets a number that was taken out once a higher one is given.
  mutating func give(_ id: String) {
    numbersTakenOut.removeAll { $0.first == id.first && Escalation.number($0) <= Escalation.number(id) }
  }

  /// Keeps the highest numbers that a log gave, where what had them was taken out of it.
  mutating func keepNumbers(of log: [LoggedEvent]) {
    let given = log.compactMap { logged -> String? in
      switch logged.event {
      case .goalSet(let id, _, _): id
      case .agreementMade(let made): made.id
      default: nil
      }
    }
    numbersTakenOut = ["A", "G"].compactMap { letter in
      let last = given.filter { $0.hasPrefix(letter) }.map(Escalation.number).max() ?? 0
      return last > highest(letter, besides: []) ? "\(letter)\(last)" : nil
    }
  }

  private func highest(_ letter: String, besides others: [String]) -> Int {
    (goals.map(\.id) + agreements.map(\.id) + others).filter { $0.hasPrefix(letter) }.map(Escalation.number)
      .max() ?? 0
  }
}
