import CyclusCore
import Yams

extension Value {
  /// Reads a condition: a parameter with its value, `all`, `any`, `not` or `recorded`; several keys
  /// all have to hold.
  func condition() -> Condition? { condition(at: path) }

  /// The places are noted under the keys that the condition has once several in one mapping count as `all`.
  private func condition(at place: [String]) -> Condition? {
    guard case .mapping(let mapping) = node else {
      report(.wrongType(Problem.mapping, found: node, example: "{houding-jaar-1: niet-behaald}"))
      return nil
    }
    let fields = Fields(mapping, kind: "condition", path: path, reading: reading)
    for key in ["all", "any", "not", "recorded"] { reading.note(key: key, of: "condition") }
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
    case "recorded": return phrase(.requirements).map { .recorded($0) }
    default: return text("niet-behaald").map { .parameter(key, is: $0) }
    }
  }
}
