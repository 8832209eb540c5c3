import Testing

@testable import CyclusCore

/// A traject on which something was done without refusal; a refusal fails the test and leaves it halfway.
func given(
  _ stretch: Stretch = Stretch(acts: []), _ acts: Scenario.Act..., request: StartRequest = Scenario.request(),
  at place: SourceLocation = #_sourceLocation
) -> Scenario {
  guard var scenario = try? Scenario(request) else { preconditionFailure("no start at \(place)") }
  do { for act in stretch.acts + acts { try scenario.perform(act) } } catch {
    Issue.record("given: \(told(error))", sourceLocation: place)
  }
  return scenario
}

/// A traject on which two stretches with acts between them were done.
func given(
  _ stretch: Stretch, _ act: Scenario.Act, _ then: Stretch, _ acts: Scenario.Act...,
  at place: SourceLocation = #_sourceLocation
) -> Scenario {
  var scenario = given(stretch, act, at: place)
  do { for act in then.acts + acts { try scenario.perform(act) } } catch {
    Issue.record("given: \(told(error))", sourceLocation: place)
  }
  return scenario
}

/// A refusal as lines, for a failing test.
func told(_ error: any Error) -> String {
  guard let refusal = error as? Refusal else { return "\(error)" }
  return refusal.missing.map { "\(refusal.verb): \($0.obligation?.description ?? "-"): \($0.message.nl)" }
    .joined(separator: "\n")
}

extension Scenario {
  func when(_ who: String, on happened: String, today: String? = nil, _ command: Command) -> Outcome {
    when(by(who, happened, command, today: today))
  }

  func when(_ act: Act) -> Outcome {
    var after = self
    do {
      try after.perform(act)
      return Outcome(before: self, after: after, refusal: nil)
    } catch let refusal as Refusal {
      return Outcome(before: self, after: after, refusal: refusal)
    } catch {
      preconditionFailure("\(error)")
    }
  }

  /// An obligation by its key; a test that asks for one that there is not fails.
  func obligation(_ key: String, at place: SourceLocation = #_sourceLocation) -> Obligation? {
    let found = state.obligations(rulebook).first { $0.key.description == key }
    if found == nil { Issue.record("no obligation \(key)", sourceLocation: place) }
    return found
  }

  /// The keys of the obligations in a state on a day.
  func keys(_ wanted: Obligation.State, on today: String) -> [String] {
    state.obligations(rulebook).filter {
      $0.state(on: day(today)) == wanted && !($0.isConditional && wanted == .upcoming)
    }
    .map(\.key.description)
  }

  /// The events of one type, in order.
  func events(_ type: String) -> [LoggedEvent] { log.filter { $0.event.type == type } }
}

/// What came of one act.
struct Outcome {
  var before: Scenario
  var after: Scenario
  var refusal: Refusal?

  /// Expects these events and no others.
  @discardableResult
  func then(_ types: String..., at place: SourceLocation = #_sourceLocation) -> Scenario {
    if let refusal { Issue.record("refused: \(told(refusal))", sourceLocation: place) }
    #expect(after.log.dropFirst(before.log.count).map(\.event.type) == types, sourceLocation: place)
    return after
  }

  /// Expects a refusal that names each of these: the key of an obligation, a role, or words of its message.
  @discardableResult
  func refuses(_ names: String..., at place: SourceLocation = #_sourceLocation) -> Scenario {
    guard let refusal else {
      Issue.record(
        "accepted: \(after.log.dropFirst(before.log.count).map(\.event.type))", sourceLocation: place)
      return before
    }
    for name in names where !refusal.missing.contains(where: { $0.names(name) }) {
      Issue.record("«\(name)» is not named in:\n\(told(refusal))", sourceLocation: place)
    }
    for missing in refusal.missing {
      #expect(!missing.message.nl.isEmpty && !missing.message.en.isEmpty, sourceLocation: place)
      #expect(missing.role == nil || before.rules.role(missing.role ?? "") != nil, sourceLocation: place)
    }
    return before
  }

  /// Expects a refusal that names exactly these, in this order.
  func refusesOnly(_ names: String..., at place: SourceLocation = #_sourceLocation) {
    guard let refusal else {
      Issue.record("accepted", sourceLocation: place)
      return
    }
    let matches =
      refusal.missing.count == names.count
      && zip(refusal.missing, names).allSatisfy { $0.names($1) }
    if !matches { Issue.record("expected \(names), got:\n\(told(refusal))", sourceLocation: place) }
  }

  /// Expects a remark with these words.
  @discardableResult
  func remarks(_ words: String..., at place: SourceLocation = #_sourceLocation) -> Scenario {
    if let refusal { Issue.record("refused: \(told(refusal))", sourceLocation: place) }
    for word in words where !after.remarks.contains(where: { $0.nl.contains(word) }) {
      Issue.record("«\(word)» is not in \(after.remarks.map(\.nl))", sourceLocation: place)
    }
    return after
  }
}

extension Refusal.Missing {
  fileprivate func names(_ name: String) -> Bool {
    obligation?.description == name || role == name || message.nl.contains(name)
  }
}
