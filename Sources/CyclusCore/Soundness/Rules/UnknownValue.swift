/// Finds a condition on a value that its parameter never takes.
public enum UnknownValue {
  /// A finding for each such condition, and for each result that a unit never has.
  public static func findings(in workflow: Workflow) -> [Finding] {
    conditions(in: workflow) + results(in: workflow)
  }

  private static func results(in workflow: Workflow) -> [Finding] {
    workflow.units.flatMap { unit in
      let scale = unit.all.compactMap { workflow.outcome($0) }.first?.scale ?? []
      return unit.confirmNeeds.filter { !scale.isEmpty && !scale.contains($0.result) }.map { need in
        Finding(
          .error, rule: "UnknownValue",
          message: Localized(
            nl: "de uitslag van `\(unit.id)` is nooit `\(need.result)`",
            en: "the result of `\(unit.id)` is never `\(need.result)`"),
          remedy: NearestName.remedy(for: need.result, among: scale),
          path: ["units", unit.id, "confirm-needs", need.result])
      }
    }
  }

  private static func conditions(in workflow: Workflow) -> [Finding] {
    workflow.conditions.flatMap { condition in
      condition.value.leaves(condition.path).compactMap { leaf in
        guard case .parameter(let name, let value, let path) = leaf, let parameter = workflow.parameter(name),
          let remedy = remedy(for: value, of: parameter.kind)
        else { return nil }
        return Finding(
          .error, rule: "UnknownValue",
          message: Localized(nl: "`\(name)` is nooit `\(value)`", en: "`\(name)` is never `\(value)`"),
          remedy: remedy, path: path)
      }
    }
  }

  /// What to write instead; `nil` where the parameter does take the value.
  private static func remedy(for value: String, of kind: Parameter.Kind) -> Localized? {
    switch kind {
    case .oneOf(let values), .someOf(let values, _):
      return values.isEmpty || values.contains(value) ? nil : NearestName.remedy(for: value, among: values)
    case .yesNo:
      return ["yes", "no"].contains(value)
        ? nil : Localized(nl: "schrijf `yes` of `no`", en: "write `yes` or `no`")
    case .date:
      let example = Localized(nl: "schrijf een datum als `2026-03-02`", en: "write a date like `2026-03-02`")
      return Day(value) == nil ? example : nil
    case .person: return nil
    case .number:
      return Int(value) == nil ? Localized(nl: "schrijf een geheel getal", en: "write a whole number") : nil
    }
  }
}
