// Which outcomes and units a traject has, what may be said about each, and what is still to be chosen.
extension Traject {
  /// The outcomes that this traject has, each of the kind that it has here.
  ///
  /// One that is judged under a condition is formative elsewhere; one that is wholly the institute's asks nothing.
  public func outcomes(_ rulebook: Rulebook) -> [Outcome] {
    let workflow = rulebook.workflow
    let ofInstitute = workflow.instituteOnly.map { lists in
      lists.lists.filter { holds(.parameter(lists.parameter, is: $0.value), rulebook) }.flatMap(\.outcomes)
    }
    return workflow.outcomes.compactMap { outcome in
      guard holds(outcome.when, rulebook) else { return nil }
      var resolved = outcome
      if ofInstitute?.contains(outcome.id) == true {
        resolved.kind = .instituteOnly
        resolved.each = nil
        resolved.opens = nil
        resolved.at = nil
      } else if !holds(outcome.judgedWhen, rulebook) {
        resolved.kind = .formative
        resolved.confirmer = nil
        resolved.each = nil
        resolved.opens = nil
        resolved.at = nil
        resolved.needsVerdict = false
      }
      return resolved
    }
  }

  /// The units that this traject has: those of which an outcome is judged in it.
  public func units(_ rulebook: Rulebook) -> [OutcomeUnit] {
    units(judging: outcomes(rulebook), rulebook)
  }

  /// The units of which one of the outcomes of this traject is judged.
  func units(judging outcomes: [Outcome], _ rulebook: Rulebook) -> [OutcomeUnit] {
    let judged = Set(
      outcomes.filter { $0.kind != .formative && $0.kind != .instituteOnly && $0.kind != .epa }.map(\.id))
    return rulebook.workflow.units.filter { unit in unit.all.contains(where: judged.contains) }
  }

  /// The parameters that should have been given and were not, of those at whose lack a gesprek warns.
  public func undecided(_ rulebook: Rulebook) -> [Parameter] {
    rulebook.workflow.parameters.filter { parameter in
      !parameter.warnAt.isEmpty && parameters[parameter.id] == nil && parameter.fallback == nil
        && holds(parameter.when, rulebook)
    }
  }

  /// The day from which a condition can hold: when the last of its parameters was first given, at the start or later.
  func arose(_ condition: Condition?) -> Day {
    let given = condition.map { condition in
      parametersSet.filter { condition.mentions($0.key) }.map(\.value)
    }
    return given?.max() ?? from
  }

  /// Whether a condition of the workflow holds for the traject.
  ///
  /// What is owed is known only to the ways out of a phase, which may ask whether every one of several is on record.
  public func holds(_ condition: Condition?, _ rulebook: Rulebook, asked: [Obligation] = []) -> Bool {
    guard let condition else { return true }
    return condition.holds(
      { parameters[$0] ?? rulebook.workflow.parameter($0)?.fallback },
      { isOnRecord($0, asked, rulebook) },
      { result(named: $0, rulebook)?.value.lists($0.value) ?? false },
      length: (until ?? rulebook.timeline.end) - from + 1)
  }

  private func isOnRecord(_ requirement: Requirement, _ asked: [Obligation], _ rulebook: Rulebook) -> Bool {
    if requirement.inThisBlock != nil { return isReached(requirement, rulebook) }
    return requirement.isEvery
      ? lacks(requirement, asked, rulebook).isEmpty : day(of: requirement, Context(), rulebook) != nil
  }
}

extension Condition {
  /// Whether it holds for some values of parameters, what is on record, what came of it, and the length of the placement in
  /// days; without a length, nothing lasts long enough.
  func holds(
    _ value: (String) -> String?, _ isRecorded: (Requirement) -> Bool,
    _ isResult: (ResultCondition) -> Bool = { _ in false }, length: Int? = nil
  ) -> Bool {
    switch self {
    case .parameter(let id, let wanted): value(id)?.lists(wanted) ?? false
    case .recorded(let requirement): isRecorded(requirement)
    case .result(let result): isResult(result)
    case .lasts(let span): length.map { $0 >= span.days } ?? false
    case .all(let conditions): conditions.allSatisfy { $0.holds(value, isRecorded, isResult, length: length) }
    case .any(let conditions): conditions.contains { $0.holds(value, isRecorded, isResult, length: length) }
    case .not(let inner): !inner.holds(value, isRecorded, isResult, length: length)
    }
  }
}

extension String {
  /// Whether a text that may be a list with commas names a value.
  fileprivate func lists(_ value: String) -> Bool {
    guard utf8.contains(UInt8(ascii: ",")) else { return self == value && !isEmpty }
    return split(separator: ",").contains(value[...])
  }
}
