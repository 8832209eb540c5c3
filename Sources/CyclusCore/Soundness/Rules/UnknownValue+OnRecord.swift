// Values of fields on record that they never take, and fields that there are not.
extension UnknownValue {
  /// A finding for each value under `then`, and for each `asked-with` and opening that looks at a field.
  static func onRecord(in workflow: Workflow) -> [Finding] {
    workflow.gesprekken.flatMap { gesprek in
      gesprek.record.flatMap { field in
        thenValues(of: field, gesprek, workflow) + companion(of: field, gesprek)
      }
    } + workflow.openings.flatMap { openings($0, workflow) }
  }

  private static func thenValues(
    of field: GesprekDefinition.RecordField, _ gesprek: GesprekDefinition, _ workflow: Workflow
  ) -> [Finding] {
    field.then.compactMap { consequence in
      never(
        consequence.value, field, workflow,
        ["gesprekken", gesprek.id, "on-record", field.id, "then", consequence.value])
    }
  }

  private static func companion(
    of field: GesprekDefinition.RecordField, _ gesprek: GesprekDefinition
  ) -> [Finding] {
    guard let other = field.askedWith else { return [] }
    let path = ["gesprekken", gesprek.id, "on-record", field.id, "asked-with"]
    let names = gesprek.record.map(\.id).filter { $0 != field.id }
    return names.contains(other) ? [] : [noField(other, of: gesprek, names, path)]
  }

  private static func openings(_ opening: Placed<Opening>, _ workflow: Workflow) -> [Finding] {
    guard case .withResult(_, let name, let value) = opening.value, opening.path.count > 1 else { return [] }
    guard opening.path[0] == "tasks", let task = workflow.task(opening.path[1]) else {
      return [noTask(opening.path)]
    }
    let around = (task.forEach + [task.belongsTo].compactMap(\.self)).compactMap { workflow.gesprek($0) }
    return around.compactMap { gesprek in
      guard let field = gesprek.record.first(where: { $0.id == name }) else {
        return noField(name, of: gesprek, gesprek.record.map(\.id), opening.path)
      }
      return never(value, field, workflow, opening.path)
    }
  }

  private static func never(
    _ value: String, _ field: GesprekDefinition.RecordField, _ workflow: Workflow, _ path: [String]
  ) -> Finding? {
    let values = workflow.values(of: field)
    if values.contains(value) { return nil }
    if case .someOf(let name) = field.kind, workflow.parameter(name) == nil { return nil }
    return Finding(
      .error, rule: "UnknownValue",
      message: Localized(nl: "`\(field.id)` is nooit `\(value)`", en: "`\(field.id)` is never `\(value)`"),
      remedy: values.isEmpty
        ? Localized(
          nl: "vraag naar een veld met `one-of`, `some-of` of `yes-no`",
          en: "ask for a field with `one-of`, `some-of` or `yes-no`")
        : NearestName.remedy(for: value, among: values), path: path)
  }

  private static func noField(
    _ name: String, of gesprek: GesprekDefinition, _ names: [String], _ path: [String]
  ) -> Finding {
    Finding(
      .error, rule: "UnknownName",
      message: Localized(
        nl: "`\(gesprek.id)` heeft onder `on-record` geen veld `\(name)`",
        en: "`\(gesprek.id)` has no field `\(name)` under `on-record`"),
      remedy: names.isEmpty
        ? Localized(nl: "voeg het daar toe", en: "add it there")
        : NearestName.remedy(for: name, among: names),
      path: path)
  }

  private static func noTask(_ path: [String]) -> Finding {
    Finding(
      .error, rule: "UnknownValue",
      message: Localized(
        nl: "alleen een taak kan beginnen door wat er van een gesprek is vastgelegd",
        en: "only a task can open by what is on record of a gesprek"),
      remedy: Localized(
        nl: "kies een ander beginmoment, zoals `after its gesprek held`",
        en: "choose another opening, such as `after its gesprek held`"), path: path)
  }
}
