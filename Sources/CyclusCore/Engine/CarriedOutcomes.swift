/// What is open from earlier trajecten of a student when a next one starts (HAN-53).
///
/// It is proposed and never taken along by itself.
public struct CarriedOutcomes: Sendable {
  /// An outcome that was not achieved, and how the next traject can take it along.
  public struct Item: Hashable, Sendable {
    /// The traject that it is open from.
    public var traject: Int
    /// The id of the outcome there.
    public var outcome: String
    /// Its name.
    public var title: Localized
    /// What takes it along.
    public var way: Way
  }

  /// How a traject takes an outcome along.
  public enum Way: Hashable, Sendable {
    /// A parameter that holds it under this value.
    case parameter(String, value: String)
    /// It is asked in every traject of the workflow.
    case always
    /// The workflow has no place for it.
    case none
  }

  /// The outcomes, in the order of the trajecten and their files.
  public private(set) var items: [Item] = []
  private let traject: Int
  private let given: [String: String]

  /// Gathers what is open from trajecten that have ended, the first first, for a traject that starts.
  public init(from earlier: [(Traject, Rulebook)], to request: StartRequest, under workflow: Workflow) {
    traject = request.id
    given = request.parameters
    for (state, rulebook) in earlier where state.hasEnded {
      for outcome in state.outcomes(rulebook) where outcome.kind != .formative {
        let value = outcome.travelsAs ?? outcome.id
        items.removeAll { $0.outcome == outcome.id || $0.way.value == value }
        guard !state.hasAchieved(outcome, rulebook) else { continue }
        items.append(
          Item(traject: state.id, outcome: outcome.id, title: outcome.title, way: workflow.way(of: value)))
      }
    }
    items.removeAll { item in
      guard case .parameter(let id, let value) = item.way else { return false }
      return given[id]?.split(separator: ",").contains(value[...]) ?? false
    }
  }

  /// Whether nothing is open.
  public var isEmpty: Bool { items.isEmpty }

  /// For each earlier traject what is open, and what to type to take it along.
  public var remarks: [Localized] {
    trajecten.map { traject in
      let own = items.filter { $0.traject == traject }
      let names = (own.map(\.title.nl), own.map(\.title.en))
      let ways = ways(own)
      return Localized(
        nl: "let op: uit T\(traject) staat nog open: \(Sentence.list(names.0, "en"))\(ways.nl) (HAN-53)",
        en: "note: still open from T\(traject): \(Sentence.list(names.1, "and"))\(ways.en) (HAN-53)")
    }
  }

  /// The same for scripts.
  public var json: JSONValue {
    .array(
      items.map { item in
        var object: JSONObject = [
          "traject": .string("T\(item.traject)"), "outcome": .string(item.outcome), "parameter": .null,
          "value": .null,
        ]
        if case .parameter(let id, _) = item.way {
          object["parameter"] = .string(id)
          object["value"] = .string(value(of: id, items))
        }
        return .object(object)
      })
  }

  private var trajecten: [Int] {
    var numbers: [Int] = []
    for item in items where !numbers.contains(item.traject) { numbers.append(item.traject) }
    return numbers
  }

  /// What a parameter holds once all of these are taken along.
  private func value(of parameter: String, _ items: [Item]) -> String {
    var values = given[parameter]?.split(separator: ",").map(String.init) ?? []
    for item in items {
      if case .parameter(parameter, let value) = item.way, !values.contains(value) { values.append(value) }
    }
    return values.joined(separator: ",")
  }

  private func ways(_ own: [Item]) -> Localized {
    var parameters: [String] = []
    for case .parameter(let id, _) in own.map(\.way) where !parameters.contains(id) { parameters.append(id) }
    // All earlier trajecten together, so that a second set does not undo the first.
    let settings = parameters.map { "\($0)=\(value(of: $0, items))" }
    var ways = Localized(nl: "", en: "")
    if !settings.isEmpty {
      let set = settings.map { "set T\(traject) \($0)" }.joined(separator: "; ")
      let start = settings.map { "--set \($0)" }.joined(separator: " ")
      ways = Localized(
        nl: "; meenemen kan met «\(set)», of meteen bij de start met \(start)",
        en: "; take it along with “\(set)”, or at the start with \(start)")
    }
    let left = own.filter { $0.way == .none }
    let asked = own.filter { $0.way == .always }
    if !asked.isEmpty {
      ways.nl += "; in dit traject sowieso gevraagd: \(Sentence.list(asked.map(\.outcome), "en"))"
      ways.en += "; asked in this traject anyway: \(Sentence.list(asked.map(\.outcome), "and"))"
    }
    if !left.isEmpty {
      ways.nl += "; geen plaats in deze workflow: \(Sentence.list(left.map(\.outcome), "en"))"
      ways.en += "; no place in this workflow: \(Sentence.list(left.map(\.outcome), "and"))"
    }
    return ways
  }
}

extension CarriedOutcomes.Way {
  fileprivate var value: String? {
    if case .parameter(_, let value) = self { value } else { nil }
  }
}

extension Workflow {
  /// How a traject of this workflow takes an outcome along.
  fileprivate func way(of value: String) -> CarriedOutcomes.Way {
    for parameter in parameters {
      if case .someOf(let values, _) = parameter.kind, values.contains(value) {
        return .parameter(parameter.id, value: value)
      }
    }
    return outcome(value).map { $0.when == nil } ?? false ? .always : .none
  }
}

extension Traject {
  /// Whether an outcome was achieved for good: with the best of its scale, and confirmed.
  func hasAchieved(_ outcome: Outcome, _ rulebook: Rulebook) -> Bool {
    if outcome.confirmer != nil { return lastConfirmation(of: outcome.id)?.result == outcome.scale.first }
    guard lastVerdict(on: outcome.id) == outcome.scale.first else { return false }
    let units = rulebook.workflow.units.filter { $0.all.contains(outcome.id) }
    return units.allSatisfy { lastConfirmation(of: $0.id) != nil }
  }
}
