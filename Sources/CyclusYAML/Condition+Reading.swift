import CyclusCore
import Yams

extension Value {
  /// Reads a condition: a parameter with its value, `all`, `any`, `not`, `recorded` or `result`; several keys
  /// all have to hold.
  func condition() -> Condition? { condition(at: path) }

  /// The places are noted under the keys that the condition has once several in one mapping count as `all`.
  private func condition(at place: [String]) -> Condition? {
    guard case .mapping(let mapping) = node else {
      report(.wrongType(Problem.mapping, found: node, example: "{houding-jaar-1: niet-behaald}"))
      return nil
    }
    let fields = Fields(mapping, kind: "condition", path: path, reading: reading)
    for key in ["all", "any", "not", "recorded", "result", "lasts"] {
      reading.note(key: key, of: "condition")
    }
    guard !fields.entries.isEmpty else {
      report(.wrongType(Problem.mapping, found: node, example: "{houding-jaar-1: niet-behaald}"))
      return nil
    }
    guard fields.entries.count > 1 else {
      return fields.entries.first.flatMap { $0.value.condition(under: $0.key, at: place) }
    }
    return .all(
      fields.entries.enumerated().compactMap { index, entry in
        entry.value.condition(under: entry.key, at: place + ["all", String(index)])
      })
  }

  private func condition(under key: String, at place: [String]) -> Condition? {
    let place = place + [key]
    reading.note(place, at: node.place)
    func each() -> [Condition] {
      strictList(example: "[{recorded: startgesprek held}]").enumerated().compactMap { index, value in
        value.condition(at: place + [String(index)])
      }
    }
    switch key {
    case "all": return .all(each())
    case "any": return .any(each())
    case "not": return condition(at: place).map { .not($0) }
    case "lasts": return phrase(.lengths).map { .lasts($0) }
    case "recorded": return phrase(.ofPhases).map { .recorded($0) }
    case "result": return results(at: place)
    default: return text("niet-behaald").map { .parameter(key, is: $0) }
    }
  }

  /// Reads results, `{eindbeoordeling: voldaan}` or `{voortgangsgesprek poort: toelaatbaar}`; several all have to hold.
  private func results(at place: [String]) -> Condition? {
    let example = "{eindbeoordeling: voldaan}"
    guard case .mapping(let mapping) = node else {
      report(.wrongType(Problem.mapping, found: node, example: example))
      return nil
    }
    let fields = Fields(mapping, kind: "result", path: path, reading: reading)
    guard !fields.entries.isEmpty else {
      report(.wrongType(Problem.mapping, found: node, example: example))
      return nil
    }
    let conditions = fields.entries.enumerated().compactMap { index, entry -> Condition? in
      let names = entry.key.split(whereSeparator: \.isWhitespace).map(String.init)
      guard (1...2).contains(names.count), names.allSatisfy(NameRule.allows) else {
        entry.value.report(.badName(entry.key))
        return nil
      }
      let field = names.count > 1 ? names[1] : nil
      let several = fields.entries.count > 1
      // The conditions of one mapping count as `all`, each with its place.
      let own = several ? Array(place.dropLast()) + ["all", String(index), "result"] : place
      reading.note(own + [names.joined(separator: " ")], at: entry.place)
      return entry.value.text("voldaan").map {
        .result(ResultCondition(item: names[0], field: field, value: $0))
      }
    }
    return conditions.count == 1 ? conditions[0] : .all(conditions)
  }
}
