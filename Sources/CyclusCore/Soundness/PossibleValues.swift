/// Every value that what some conditions look at can have.
struct PossibleValues {
  /// What they look at, each with the values that it can have; `nil` for a parameter that was not given.
  private var domains: [(name: String, values: [String?])] = []
  private let workflow: Workflow
  private static let most = 20_000
  /// How long the placement lasts; no name of a parameter or item has a space and a bracket.
  private static let length = "lasts (days)"

  /// `nil` where something that they look at is not known, which is found by itself.
  ///
  /// With `recorded` what is on record is one more thing that may be so or not.
  init?(_ conditions: [Condition], _ workflow: Workflow, recorded: Bool = false) {
    self.workflow = workflow
    for leaf in conditions.flatMap({ $0.leaves([]) }) {
      switch leaf {
      case .parameter(let id, let value, _):
        guard let parameter = workflow.parameter(id) else { return nil }
        add(parameter, value)
      case .result(let result):
        guard let values = workflow.values(of: result.value) else { return nil }
        add(result.value.name, values)
      case .lasts(let span): add(Self.length, ["0", String(span.days)])
      case .recorded(let requirement):
        if recorded { add(requirement.value.text, ["yes", "no"]) }
      }
    }
  }

  private mutating func add(_ parameter: Parameter, _ value: String) {
    let missing: [String?] = parameter.isRequired || parameter.fallback != nil ? [] : [nil]
    switch parameter.kind {
    case .oneOf(let values): add(parameter.id, values + missing)
    case .yesNo: add(parameter.id, ["yes", "no"] + missing)
    case .someOf(let values, _): add(parameter.id, [value, "…", values.joined(separator: ",")] + missing)
    case .date, .dates, .person, .number: add(parameter.id, [value, "…"] + missing)
    }
  }

  private mutating func add(_ name: String, _ values: [String?]) {
    if let index = domains.firstIndex(where: { $0.name == name }) {
      domains[index].values += values.filter { !domains[index].values.contains($0) }
    } else if !values.isEmpty {
      domains.append((name, values))
    }
  }

  /// The first values for which something is so, each as `name: value`; `nil` where there are none, or too many to try.
  ///
  /// The test is asked whether a condition holds, with what is on record as given or as one of the values.
  func first(where test: ((Condition, _ isRecorded: Bool?) -> Bool) -> Bool) -> [String]? {
    guard let total else { return nil }
    for number in 0..<total {
      let values = values(number)
      let holds = { (condition: Condition, isRecorded: Bool?) in
        condition.holds(
          { values[$0] }, { isRecorded ?? (values[$0.text] == "yes") }, { values[$0.name] == $0.value },
          length: values[Self.length].flatMap { Int($0) })
      }
      if mean(values), test(holds) { return domains.map { "\($0.name): \(values[$0.name] ?? "–")" } }
    }
    return nil
  }

  /// Whether the values can all be tried.
  var canBeTried: Bool { total != nil }

  private var total: Int? {
    let total = domains.reduce(1) { min($0 * $1.values.count, Self.most) }
    return total < Self.most ? total : nil
  }

  private func values(_ number: Int) -> [String: String] {
    var rest = number
    var values: [String: String] = [:]
    for domain in domains {
      values[domain.name] = domain.values[rest % domain.values.count]
      rest /= domain.values.count
    }
    return values
  }

  /// A parameter has a value only where it means something, as far as these values tell.
  private func mean(_ values: [String: String]) -> Bool {
    domains.allSatisfy { domain in
      guard let value = values[domain.name], let parameter = workflow.parameter(domain.name),
        let when = parameter.when, value != parameter.fallback
      else { return true }
      let known = when.leaves([]).allSatisfy { leaf in
        if case .parameter(let id, _, _) = leaf { domains.contains { $0.name == id } } else { false }
      }
      return !known || when.holds({ values[$0] }, { _ in true })
    }
  }
}
