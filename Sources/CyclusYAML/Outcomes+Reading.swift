import CyclusCore

/// What feedback can be asked to say.
private enum FeedbackPart: String, CaseIterable {
  case seen, growth
  case toGrow = "to-grow"
}

extension Fields {
  /// Reads a learning outcome.
  func outcome(_ id: String) -> Outcome? {
    let kind = required("kind")?.one(of: Outcome.Kind.self)
    let scale = kind == .summative || kind == .epa ? requiredIds("scale") : ids("scale")
    let isOwed = kind == .summative || kind == .formative || kind == .epa
    let judges = isOwed ? requiredIds("judge") : ids("judge")
    var outcome = Outcome(
      id: id, title: title(or: id), kind: kind ?? .summative, scale: scale, judges: judges,
      citation: citation())
    outcome.confirmer = self["confirm"]?.id()
    outcome.decider = self["decide"]?.id()
    outcome.needsVerdict = yesNo("verdict-needed", or: kind == .summative)
    outcome.follows = self["follows"]?.id()
    outcome.confirmDue = self["confirm-due"]?.phrase(.deadlines)
    let parts = self["feedback-parts"]?.list() ?? []
    outcome.feedbackParts = parts.compactMap { $0.one(of: FeedbackPart.self)?.rawValue }
    outcome.catchesOtherFeedback = yesNo("catches-other-feedback", or: false)
    outcome.travelsAs = self["travels-as"]?.id()
    outcome.each = self["each"]?.recurrence(ofGesprek: false)
    outcome.opens = opening
    outcome.due = due
    outcome.needs = self["needs"]?.phrases(.requirements)
    outcome.at = self["at"]?.ids()
    outcome.parts = self["parts"]?.named("part of a verdict") { $1.outcomePart($0) }
    outcome.when = condition("when")
    outcome.judgedWhen = condition("judged-when")
    outcome.credits = self["ec"]?.number(in: 1...60, example: "5")
    outcome.indicators = self["indicators"]?.named("group of indicators") { $1.indicatorGroup($0) } ?? []
    outcome.expected = self["expected"]?.list().compactMap { $0.localized() } ?? []
    let needs = self["verdict-needs"]?.fields("verdict needs") { fields in fields.named() } ?? []
    for (verdict, value) in needs {
      if !scale.contains(verdict) { value.report(.unknownWord(verdict, scale)) }
      outcome.verdictNeeds[verdict] = value.list().compactMap { $0.verdictNeed() }
    }
    return outcome
  }

  private func outcomePart(_ id: String) -> Outcome.Part? {
    let values = required("one-of")?.strictList(example: "[voldoende, onvoldoende]").compactMap { $0.id() }
    return Outcome.Part(
      id: id, title: title(or: id), values: values ?? [], isRequired: yesNo("required", or: true),
      citation: citation())
  }

  private func indicatorGroup(_ id: String) -> Outcome.IndicatorGroup? {
    Outcome.IndicatorGroup(
      id: id, title: title(or: id), isNotForVerdict: yesNo("not-for-verdict", or: false),
      isFocus: yesNo("focus", or: false), citation: citation())
  }

  /// Reads which outcomes are wholly the institute's, per value of a parameter.
  func instituteOnly() -> InstituteOnly? {
    let lists = required("lists")?.fields("lists of outcomes") { $0.keyed() } ?? []
    return InstituteOnly(
      parameter: required("per")?.id() ?? "",
      lists: lists.map { InstituteOnly.List(value: $0.key, outcomes: $0.value.ids()) }, citation: citation())
  }

  /// Reads a course unit.
  func unit(_ id: String) -> OutcomeUnit? {
    var unit = OutcomeUnit(
      id: id, title: title(or: id), all: requiredIds("all"), with: ids("with"),
      confirmer: required("confirm")?.id() ?? "", opens: requiredOpening, due: due, citation: citation())
    let needs = self["confirm-needs"]?.fields("confirmation needs") { fields in fields.named() } ?? []
    unit.confirmNeeds = needs.map { result, value in
      OutcomeUnit.Need(result: result, requirements: value.phrases(.requirements))
    }
    return unit
  }

  /// The opening under `opens`, which has to be there.
  var requiredOpening: Opening { required("opens")?.phrase(.openings) ?? .start }
}

extension Value {
  /// Reads what a verdict needs: `why`, `proof`, a mark, or a part with its value.
  fileprivate func verdictNeed() -> String? {
    guard let text = text("why") else { return nil }
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    guard (1...2).contains(words.count), words.allSatisfy(NameRule.allows) else {
      report(.badName(text))
      return nil
    }
    return words.joined(separator: " ")
  }
}
