/// Finds a condition on a value that its parameter never takes.
public enum UnknownValue {
  /// A finding for each such condition.
  public static func findings(in workflow: Workflow) -> [Finding] {
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
