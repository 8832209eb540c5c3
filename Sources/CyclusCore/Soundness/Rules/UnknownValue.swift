/// Finds a condition on a value that its parameter never takes.
public enum UnknownValue {
  /// A finding for each such condition, and for each result that a unit never has.
  public static func findings(in workflow: Workflow) -> [Finding] {
    conditions(in: workflow) + results(in: workflow) + onRecord(in: workflow)
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
        if case .result(let result) = leaf { return finding(result, in: workflow) }
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

  private static func finding(_ result: Placed<ResultCondition>, in workflow: Workflow) -> Finding? {
    let (name, value) = (result.value.name, result.value.value)
    guard workflow.gesprek(result.value.item) != nil || workflow.outcome(result.value.item) != nil else {
      return nil
    }
    guard let values = workflow.values(of: result.value) else {
      let fields = workflow.fieldsWithResult(of: result.value.item)
      return Finding(
        .error, rule: "UnknownName",
        message: Localized(
          nl: "`\(name)` heeft geen uitkomst waarnaar een voorwaarde kan vragen",
          en: "`\(name)` has no result that a condition can ask for"),
        remedy: fields.isEmpty
          ? Localized(
            nl:
              "vraag naar een leeruitkomst met een `scale`, of naar een veld `one-of` of `yes-no` onder `on-record`",
            en: "ask for an outcome with a `scale`, or for a field `one-of` or `yes-no` under `on-record`")
          : NearestName.remedy(for: name, among: fields), path: result.path)
    }
    if values.contains(value) { return nil }
    return Finding(
      .error, rule: "UnknownValue",
      message: Localized(nl: "`\(name)` is nooit `\(value)`", en: "`\(name)` is never `\(value)`"),
      remedy: NearestName.remedy(for: value, among: values), path: result.path)
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
    case .dates, .person: return nil
    case .number:
      return Int(value) == nil ? Localized(nl: "schrijf een geheel getal", en: "write a whole number") : nil
    }
  }
}

extension Workflow {
  /// The values that a result can have; `nil` where there is no such result.
  func values(of result: ResultCondition) -> [String]? {
    if let gesprek = gesprek(result.item) {
      let field = gesprek.record.first { $0.id == result.field ?? ResultCondition.conclusion }
      return field.flatMap { values(of: $0.kind) }
    }
    guard result.field == nil, let scale = outcome(result.item)?.scale, !scale.isEmpty else { return nil }
    return scale
  }

  /// The values of a field on record; `nil` for one that has too many to ask for.
  private func values(of kind: GesprekDefinition.RecordField.Kind) -> [String]? {
    switch kind {
    case .yes: ["yes"]
    case .yesNo: ["yes", "no"]
    case .oneOf(let values): values
    case .date, .eachOutcome, .someOf: nil
    }
  }

  /// The values that something can hang on; of a list of them each.
  func values(of field: GesprekDefinition.RecordField) -> [String] {
    if case .someOf(let name) = field.kind, case .someOf(let values, _) = parameter(name)?.kind {
      return values
    }
    return values(of: field.kind) ?? []
  }

  /// The results of a gesprek for which a condition can ask, as it writes them.
  fileprivate func fieldsWithResult(of item: String) -> [String] {
    (gesprek(item)?.record ?? []).filter { values(of: $0.kind) != nil }.map {
      $0.id == ResultCondition.conclusion ? item : "\(item) \($0.id)"
    }
  }
}
