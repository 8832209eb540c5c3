/// Finds what is wrong with the ways out of a phase: none that stands open, one that nobody takes unasked, a circle in which
/// nothing is asked.
public enum WaysOut {
  /// The findings about each phase that lists its ways, and about each circle.
  public static func findings(in workflow: Workflow) -> [Finding] {
    workflow.phases.flatMap { phase -> [Finding] in
      guard let ways = phase.ways else { return [] }
      return [deadEnd(phase, ways, workflow), choiceOnly(phase, ways), severalWays(phase, ways)]
        .compactMap(\.self)
    } + circles(in: workflow)
  }

  /// Where each way has a condition, some way has to stand open whatever the results and parameters are.
  private static func deadEnd(_ phase: Phase, _ ways: [Way], _ workflow: Workflow) -> Finding? {
    let conditions = ways.compactMap(\.when)
    guard conditions.count == ways.count else { return nil }
    guard let values = OpenWays(conditions, workflow)?.valuesWithoutWay() else { return nil }
    let told = values.map { "`\($0)`" }
    return Finding(
      .error, rule: "DeadEnd",
      message: Localized(
        nl: "uit `\(phase.id)` staat geen weg open bij \(Sentence.list(told, "en"))",
        en: "no way out of `\(phase.id)` stands open with \(Sentence.list(told, "and"))"),
      remedy: Localized(
        nl: "voeg daar een weg voor toe, of een laatste weg zonder `when`",
        en: "add a way for that, or a last way without `when`"), path: ["phases", phase.id, "next"])
  }

  private static func choiceOnly(_ phase: Phase, _ ways: [Way]) -> Finding? {
    guard let open = ways.firstIndex(where: { $0.when == nil }), open < ways.count - 1 else { return nil }
    let target = ways[open + 1].target
    return Finding(
      .note, rule: "ChoiceOnly",
      message: Localized(
        nl:
          "deze weg wordt alleen genomen door wie er met `advance --to \(target)` om vraagt: een eerdere staat altijd open",
        en:
          "this way is taken only by who asks for it with `advance --to \(target)`: an earlier one always stands open"
      ),
      remedy: Localized(
        nl: "zet hem vóór de weg zonder `when` als dat niet de bedoeling is",
        en: "put it before the way without `when` if that is not intended"),
      path: ["phases", phase.id, "next", String(open + 1)])
  }

  private static func severalWays(_ phase: Phase, _ ways: [Way]) -> Finding? {
    guard phase.passesByItself, ways.count != 1 else { return nil }
    return Finding(
      .error, rule: "PassesByItself",
      message: Localized(
        nl: "`\(phase.id)` heeft meer wegen, en wordt dus niet vanzelf verlaten",
        en: "`\(phase.id)` has several ways, and so is not left by itself"),
      remedy: Localized(
        nl: "laat `passes-by-itself` weg of houd één weg over",
        en: "leave `passes-by-itself` out or keep one way"),
      path: ["phases", phase.id, "passes-by-itself"])
  }

  /// A circle of phases that ask nothing, along ways that ask nothing.
  private static func circles(in workflow: Workflow) -> [Finding] {
    let isFree = { (phase: Phase, way: Way) in
      phase.leaveWhen.isEmpty && way.needs.isEmpty && !(way.when?.asksSomething ?? false)
    }
    for phase in workflow.phases {
      for way in phase.waysOut where isFree(phase, way) {
        guard let next = way.to, workflow.reachable(from: [next], along: isFree).contains(phase.id) else {
          continue
        }
        return [
          Finding(
            .error, rule: "NothingAsked",
            message: Localized(
              nl:
                "van `\(phase.id)` komt een traject weer bij `\(phase.id)` zonder dat er iets gevraagd wordt",
              en: "from `\(phase.id)` a traject comes back to `\(phase.id)` without anything being asked"),
            remedy: Localized(
              nl: "zeg wat er eerst gedaan moet zijn, met `leave-when` of met `needs` bij de weg terug",
              en: "say what has to be done first, with `leave-when` or with `needs` at the way back"),
            path: ["phases", phase.id, "next"])
        ]
      }
    }
    return []
  }
}

extension Condition {
  /// Whether it waits for something that is done.
  fileprivate var asksSomething: Bool {
    leaves([]).contains { leaf in
      switch leaf {
      case .parameter, .lasts: false
      case .recorded, .result: true
      }
    }
  }
}

/// Tries every value of what some conditions look at.
private struct OpenWays {
  private let conditions: [Condition]
  /// What they look at, each with the values that it can have; `nil` for a parameter that was not given.
  private var domains: [(name: String, values: [String?])] = []
  private static let most = 20_000
  /// How long the placement lasts; no name of a parameter or item has a space and a bracket.
  private static let length = "lasts (days)"

  /// `nil` where something that they look at is not known, which is found by itself.
  init?(_ conditions: [Condition], _ workflow: Workflow) {
    self.conditions = conditions
    for leaf in conditions.flatMap({ $0.leaves([]) }) {
      switch leaf {
      case .parameter(let id, let value, _):
        guard let parameter = workflow.parameter(id) else { return nil }
        add(parameter, value)
      case .result(let result):
        guard let values = workflow.values(of: result.value) else { return nil }
        add(result.value.name, values)
      case .lasts(let span): add(Self.length, ["0", String(span.days)])
      case .recorded: break
      }
    }
  }

  private mutating func add(_ parameter: Parameter, _ value: String) {
    let missing: [String?] = parameter.isRequired || parameter.fallback != nil ? [] : [nil]
    switch parameter.kind {
    case .oneOf(let values): add(parameter.id, values + missing)
    case .yesNo: add(parameter.id, ["yes", "no"] + missing)
    case .someOf, .date, .dates, .person, .number: add(parameter.id, [value, "…"] + missing)
    }
  }

  private mutating func add(_ name: String, _ values: [String?]) {
    if let index = domains.firstIndex(where: { $0.name == name }) {
      domains[index].values += values.filter { !domains[index].values.contains($0) }
    } else if !values.isEmpty {
      domains.append((name, values))
    }
  }

  /// Values with which none of the conditions holds; what they want on record comes in time, so that is taken as given.
  func valuesWithoutWay() -> [String]? {
    let total = domains.reduce(1) { min($0 * $1.values.count, Self.most) }
    guard total < Self.most else { return nil }
    for number in 0..<total {
      var rest = number
      var values: [String: String] = [:]
      for domain in domains {
        values[domain.name] = domain.values[rest % domain.values.count]
        rest /= domain.values.count
      }
      let isOpen = conditions.contains { condition in
        [true, false].contains { isRecorded in
          condition.holds(
            { values[$0] }, { _ in isRecorded }, { values[$0.name] == $0.value },
            length: values[Self.length].flatMap { Int($0) })
        }
      }
      if !isOpen { return domains.map { "\($0.name): \(values[$0.name] ?? "–")" } }
    }
    return nil
  }
}
