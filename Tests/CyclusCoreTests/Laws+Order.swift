@testable import CyclusCore

extension Laws {
  /// The same state gives the same answers, in whichever order its dictionaries happen to stand in memory.
  mutating func theOrderInWhichAStateIsKeptSaysNothing() {
    let state = history.state
    let other = state.stirred
    guard let today = history.log.last?.recorded.dutchDay else { return }
    hold(other == state, "a state that is kept in another order is the same state")
    hold(
      state.obligations(history.rulebook) == other.obligations(history.rulebook),
      "obligations do not depend on the order in which a state is kept")
    hold(
      state.obstacles(history.rulebook) == other.obstacles(history.rulebook),
      "what stands in the way does not depend on the order in which a state is kept")
    hold(
      state.flagging(history.rulebook, today: today + 30)
        == other.flagging(history.rulebook, today: today + 30),
      "rungs and escalations do not depend on the order in which a state is kept")
    for result in ExplorerFocus(history.rules).results {
      hold(
        state.result(named: result, history.rulebook)?.value
          == other.result(named: result, history.rulebook)?.value,
        "the result \(result.name) does not depend on the order in which a state is kept")
    }
  }
}

extension Traject {
  /// The same traject with each dictionary laid out anew, so that it is gone through in another order.
  fileprivate var stirred: Traject {
    var other = self
    other.parameters = parameters.stirred
    other.settled = settled.stirred
    other.gesprekken = gesprekken.stirred
    other.documents = documents.stirred
    other.approvals = approvals.stirred
    other.confirmations = confirmations.stirred
    other.counters = counters.stirred
    other.parametersSet = parametersSet.stirred
    other.waived = waived.stirred
    other.snoozed = snoozed.stirred
    other.rounds = rounds.stirred
    return other
  }
}

extension Dictionary {
  /// The same pairs in a larger table.
  fileprivate var stirred: Self {
    var other = Self(minimumCapacity: 4 * count + 64)
    for (key, value) in self.reversed() { other[key] = value }
    return other
  }
}
