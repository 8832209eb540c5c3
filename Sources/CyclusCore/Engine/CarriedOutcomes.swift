/// What is open from earlier trajecten of a student when a next one starts.
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
    /// A parameter that holds it under this value, where the required other parameters have theirs.
    case parameter(String, value: String, requires: [String: String] = [:])
    /// The traject asks it as it starts.
    case always
    /// The traject has no place for it.
    case none
  }

  /// The outcomes, in the order of the trajecten and their files.
  public private(set) var items: [Item] = []
  let traject: Int
  private let given: [String: String]
  private let workflow: Workflow

  /// Where it comes from that it may be taken along.
  var source: Citation { workflow.openBefore ?? Citation() }

  /// Gathers what is open from trajecten that have ended, the first first, for a traject that starts.
  public init(from earlier: [(Traject, Rulebook)], to request: StartRequest, under workflow: Workflow) {
    traject = request.id
    given = request.parameters
    self.workflow = workflow
    for (state, rulebook) in earlier where state.hasEnded {
      for outcome in state.outcomes(rulebook) where outcome.kind != .formative {
        let value = outcome.travelsAs ?? outcome.id
        items.removeAll { $0.outcome == outcome.id || $0.way.value == value }
        guard !state.hasAchieved(outcome, rulebook) else { continue }
        let way = workflow.way(of: value, given)
        items.append(Item(traject: state.id, outcome: outcome.id, title: outcome.title, way: way))
      }
    }
    items.removeAll { item in
      guard case .parameter(let id, let value, _) = item.way else { return false }
      return given[id]?.split(separator: ",").contains(value[...]) ?? false
    }
  }

  /// Whether nothing is open.
  public var isEmpty: Bool { items.isEmpty }

  /// The same for scripts.
  public var json: JSONValue {
    .array(
      items.map { item in
        var object: JSONObject = [
          "traject": .string("T\(item.traject)"), "outcome": .string(item.outcome), "parameter": .null,
          "value": .null,
          "requires": .null,
        ]
        if case .parameter(let id, _, let requires) = item.way {
          object["parameter"] = .string(id)
          if case .ready(let value) = proposal(for: id) { object["value"] = .string(value) }
          if !requires.isEmpty {
            var others = JSONObject()
            for (id, value) in requires.sorted(by: { $0.key < $1.key }) { others[id] = .string(value) }
            object["requires"] = .object(others)
          }
        }
        return .object(object)
      })
  }

  /// What to set a parameter to.
  enum Proposal: Hashable {
    /// A value that can be typed as it stands.
    case ready(String)
    /// The values that are open, of a parameter that takes another number of them: somebody has to choose.
    case choice(open: [String], range: ClosedRange<Int>)
  }

  /// What a parameter is set to once all of these are taken along, of all earlier trajecten, so that a second
  /// set does not undo the first.
  func proposal(for parameter: String) -> Proposal {
    let open = items.compactMap { $0.way.settings[parameter] }.inOrder
    let kind = workflow.parameter(parameter)?.kind
    let all = ((given[parameter]?.split(separator: ",").map(String.init) ?? []) + open).inOrder
      .joined(separator: ",")
    if kind?.accepts(all) ?? true { return .ready(all) }
    if case .someOf(_, let range) = kind { return .choice(open: open, range: range) }
    return .choice(open: open, range: 1...1)
  }

  /// The parameters that take some outcomes along, each after those that it requires.
  func parameters(for own: [Item]) -> [String] {
    let order = workflow.parameters.map(\.id)
    return own.flatMap { item in order.filter { item.way.settings[$0] != nil } }.inOrder
  }
}

extension CarriedOutcomes.Way {
  fileprivate var value: String? {
    if case .parameter(_, let value, _) = self { value } else { nil }
  }

  /// All that has to be set.
  fileprivate var settings: [String: String] {
    guard case .parameter(let id, let value, let requires) = self else { return [:] }
    return requires.merging([id: value]) { $1 }
  }
}

extension Workflow {
  /// How a traject of this workflow that starts with some parameters takes an outcome along.
  func way(of value: String, _ given: [String: String]) -> CarriedOutcomes.Way {
    let condition = outcome(value)?.when
    for parameter in parameters {
      guard case .someOf(let values, _) = parameter.kind, values.contains(value) else { continue }
      let others = given.filter { $0.key != parameter.id }
      let conditions = [parameter.when, condition].compactMap { $0 }
      guard var requires = settings(for: .all(conditions), others) else { return .none }
      requires[parameter.id] = nil
      return .parameter(parameter.id, value: value, requires: requires)
    }
    guard outcome(value) != nil else { return .none }
    guard var settings = settings(for: condition ?? .all([]), given) else { return .none }
    guard let last = parameters.last(where: { settings[$0.id] != nil })?.id,
      let value = settings.removeValue(forKey: last)
    else { return .always }
    return .parameter(last, value: value, requires: settings)
  }

  /// What has to be set beyond what is given for a condition to hold; `nil` where it cannot hold any more.
  private func settings(for condition: Condition, _ given: [String: String]) -> [String: String]? {
    if condition.holds({ given[$0] ?? parameter($0)?.fallback }, { _ in false }) { return [:] }
    switch condition {
    case .parameter(let id, let wanted): return given[id] == nil ? [id: wanted] : nil
    case .all(let inner):
      return inner.reduce(into: [:]) { all, condition in
        guard let own = settings(for: condition, given) else { return all = nil }
        all?.merge(own) { $1 }
      }
    case .any(let inner): return inner.lazy.compactMap { settings(for: $0, given) }.first
    case .recorded, .result, .lasts, .not: return nil
    }
  }
}

extension Sequence where Element: Hashable {
  /// Each element once, where it comes first.
  var inOrder: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
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
