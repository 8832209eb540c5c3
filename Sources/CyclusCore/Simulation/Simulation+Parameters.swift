// Which parameters a made-up traject has: at its start, later, and for an extension.
extension Simulation {
  /// The parameters that a traject starts with: what it cannot do without, and now and then another.
  ///
  /// One that only means something with another is given with that one, and seldom forgotten; so is one about which the
  /// workflow warns as long as it is not given.
  ///
  /// - Parameter needed: A value that does not depend on chance, of a parameter that the traject cannot do without.
  public func parameters(
    _ workflow: Workflow, student: Int, needed: (Parameter) -> String?
  ) -> [String: String] {
    var random = SeededRandom(seed: seed, "parameters/\(student)")
    var given: [String: String] = [:]
    for parameter in workflow.parameters {
      let isNeeded = parameter.isRequired && parameter.fallback == nil
      let isUsual = parameter.when != nil || !parameter.warnAt.isEmpty
      let chance = isUsual ? 1 - settings[.forgotten] : settings[.otherParameter]
      let isOther = random.chance(chance)
      guard isOther || isNeeded, Self.means(parameter, given, workflow) else { continue }
      given[parameter.id] = Self.value(parameter, &random) ?? (isNeeded ? needed(parameter) : nil)
    }
    return given
  }

  /// A parameter with another value than it has.
  func change(_ standing: Standing, _ random: inout SeededRandom) -> (parameter: String, value: String)? {
    let workflow = standing.rulebook.workflow
    let given = standing.traject.parameters
    var changes: [(parameter: String, value: String)] = []
    for parameter in workflow.parameters where Self.means(parameter, given, workflow) {
      // What only counts when a traject starts is not set later.
      if workflow.blocks.contains(where: { $0.onEntry?.mentions(parameter.id) ?? false }) { continue }
      guard let value = Self.value(parameter, &random), value != given[parameter.id] ?? parameter.fallback
      else { continue }
      changes.append((parameter.id, value))
    }
    return random.one(of: changes)
  }

  /// Whoever did not pass everything may get more time, once the final gesprek is closed.
  func secondRound(_ standing: Standing, on today: Day) -> [Act] {
    let (traject, rulebook) = (standing.traject, standing.rulebook)
    guard let definition = rulebook.workflow.extensions, traject.extended == nil,
      definition.again?.contains(traject.phase) == true, happens(.extended, traject, "again"),
      let role = definition.by.first, let person = traject.holder(of: role),
      rulebook.workflow.gesprekken.contains(where: {
        $0.judging?.isFinal == true && traject.record(ofGesprek: $0.id)?.closed != nil
      }),
      standing.outcomes.contains(where: { outcome in
        traject.finalVerdict(on: outcome.id).map { $0 != outcome.scale.first } ?? false
      })
    else { return [] }
    let end = max(traject.until ?? rulebook.timeline.end, today) + 28
    return allowing(standing, on: today) + [
      act("extend/again", Actor(person: person, role: role), today) { _ in .extend(until: end) }
    ]
  }

  /// An extension is switched on first where the workflow asks that.
  func allowing(_ standing: Standing, on today: Day) -> [Act] {
    let (traject, workflow) = (standing.traject, standing.rulebook.workflow)
    guard case .parameter(let id, let value) = workflow.extensions?.when,
      !traject.holds(workflow.extensions?.when, standing.rulebook),
      let person = traject.holder(of: workflow.leader)
    else { return [] }
    return [
      act("extend/allow", Actor(person: person, role: workflow.leader), today) { _ in
        .set(parameter: id, value: value)
      }
    ]
  }

  /// Whether a parameter means something beside the others.
  private static func means(_ parameter: Parameter, _ given: [String: String], _ workflow: Workflow) -> Bool {
    parameter.when?.holds({ given[$0] ?? workflow.parameter($0)?.fallback }, { _ in false }) ?? true
  }

  /// Some value that a parameter takes; `nil` of dates or a person, which depend on more than chance.
  static func value(_ parameter: Parameter, _ random: inout SeededRandom) -> String? {
    switch parameter.kind {
    case .oneOf(let values): random.one(of: values)
    case .yesNo: random.chance(0.5) ? "yes" : "no"
    case .number:
      String(random.number((parameter.least ?? 1)...max(parameter.least ?? 1, parameter.most ?? 4)))
    case .someOf(let values, let range): some(of: values, range, &random).joined(separator: ",")
    case .date, .dates, .person: nil
    }
  }

  /// As many different values as a range allows, in their own order.
  private static func some(
    of values: [String], _ range: ClosedRange<Int>, _ random: inout SeededRandom
  ) -> [String] {
    let least = min(values.count, max(1, range.lowerBound))
    var left = values
    for _ in 0..<(values.count - random.number(least...max(least, min(values.count, range.upperBound)))) {
      left.remove(at: random.number(0...(left.count - 1)))
    }
    return left
  }
}
