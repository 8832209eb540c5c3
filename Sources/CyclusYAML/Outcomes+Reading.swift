import CyclusCore

extension Fields {
  /// Reads a learning outcome.
  func outcome(_ id: String) -> Outcome? {
    let kind = required("kind")?.one(of: Outcome.Kind.self)
    let scale = kind == .summative ? requiredIds("scale") : ids("scale")
    let judges = kind == .repair ? ids("judge") : requiredIds("judge")
    var outcome = Outcome(
      id: id, title: title(or: id), kind: kind ?? .summative, scale: scale, judges: judges,
      citation: citation())
    outcome.confirmer = self["confirm"]?.id()
    outcome.decider = self["decide"]?.id()
    outcome.needsVerdict = yesNo("verdict-needed", or: kind == .summative)
    outcome.follows = self["follows"]?.id()
    outcome.confirmDue = self["confirm-due"]?.phrase(.deadlines)
    outcome.catchesOtherFeedback = yesNo("catches-other-feedback", or: false)
    outcome.when = condition("when")
    let needs = self["verdict-needs"]?.fields("verdict needs") { fields in fields.named() } ?? []
    for (verdict, value) in needs {
      if !scale.contains(verdict) { value.report(.unknownWord(verdict, scale)) }
      outcome.verdictNeeds[verdict] = value.ids()
    }
    return outcome
  }

  /// Reads a course unit.
  func unit(_ id: String) -> OutcomeUnit? {
    OutcomeUnit(
      id: id, title: title(or: id), all: requiredIds("all"), with: ids("with"),
      confirmer: required("confirm")?.id() ?? "", opens: requiredOpening, due: due, citation: citation())
  }

  /// The opening under `opens`, which has to be there.
  var requiredOpening: Opening { required("opens")?.phrase(.openings) ?? .start }
}
