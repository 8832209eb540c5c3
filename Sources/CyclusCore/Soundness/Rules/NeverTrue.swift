/// Finds a condition that never holds: values that exclude each other, or a parameter that means nothing there.
public enum NeverTrue {
  /// A finding for each such condition.
  public static func findings(in workflow: Workflow) -> [Finding] {
    workflow.conditions.compactMap { condition in
      let leaves = condition.value.leaves([])
      // What looks at one thing only is found by `UnknownValue`.
      guard leaves.count > 1,
        let values = PossibleValues(around(condition.value, workflow), workflow, recorded: true),
        values.canBeTried, values.first(where: { $0(condition.value, nil) }) == nil,
        leaves.allSatisfy({ isPossible($0, workflow) })
      else { return nil }
      return Finding.fault(
        "NeverTrue",
        Localized(
          nl: "deze voorwaarde geldt nooit: wat zij vraagt gaat niet samen",
          en: "this condition never holds: what it asks does not go together"),
        remedy: Localized(
          nl: "kies waarden die samengaan, of schrijf `any` waar één ervan genoeg is",
          en: "choose values that go together, or write `any` where one of them will do"),
        at: condition.path)
    }
  }

  /// A condition with those under which the parameters that it looks at mean something.
  private static func around(_ condition: Condition, _ workflow: Workflow) -> [Condition] {
    let parameters = condition.leaves([]).compactMap { leaf in
      if case .parameter(let id, _, _) = leaf { workflow.parameter(id) } else { nil }
    }
    return [condition] + parameters.compactMap(\.when)
  }

  /// Whether a leaf by itself can hold.
  private static func isPossible(_ leaf: ConditionLeaf, _ workflow: Workflow) -> Bool {
    let alone: Condition
    switch leaf {
    case .parameter(let id, let value, _): alone = .parameter(id, is: value)
    case .result(let result): alone = .result(result.value)
    case .recorded, .lasts: return true
    }
    return PossibleValues([alone], workflow)?.first { $0(alone, nil) } != nil
  }
}
