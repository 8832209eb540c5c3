import CyclusCore
import Yams

extension Fields {
  /// Reads a document.
  func document(_ id: String) -> DocumentDefinition? {
    let isNeverJudged = yesNo("never-judged", or: false)
    let each = itemRecurrence()
    var document = DocumentDefinition(
      id: id, title: title(or: id), by: requiredIds("by"),
      opens: each != nil ? opening ?? .itsWeek : isNeverJudged ? opening ?? .start : requiredOpening,
      due: due,
      citation: citation())
    document.each = each
    document.belongsTo = self["for"]?.id()
    document.forEach = ids("for-each")
    document.signedBy = ids("signed-by")
    document.signDue = self["sign-due"]?.phrase(.deadlines)
    document.parts = self["parts"]?.named("part of a document") { $1.documentPart($0) } ?? []
    document.validity = self["valid"]?.validity()
    document.againWithin = self["again"]?.phrase(.spans)
    document.route = self["route"]?.id()
    document.lapses = self["lapses"]?.phrase(.requirements)
    document.when = condition("when")
    document.isNeverJudged = isNeverJudged
    return document
  }

  private func documentPart(_ id: String) -> DocumentDefinition.Part? {
    DocumentDefinition.Part(
      id: id, title: title(or: id), isRequired: yesNo("required", or: true), citation: citation())
  }

  /// Reads an approval.
  func approval(_ id: String) -> ApprovalDefinition? {
    var approval = ApprovalDefinition(
      id: id, title: title(or: id), asks: required("asked-by")?.id() ?? "", by: requiredIds("by"), due: due,
      citation: citation())
    approval.route = self["route"]?.id()
    return approval
  }

  /// Reads a task; without `opens` it waits for something else to open it.
  func task(_ id: String) -> TaskDefinition? {
    let recurrence = itemRecurrence()
    var task = TaskDefinition(
      id: id, title: title(or: id), by: requiredIds("by"),
      opens: opening ?? (recurrence == nil ? nil : .itsWeek), due: due, citation: citation())
    task.each = recurrence
    task.belongsTo = self["for"]?.id()
    let each = ids("for-each")
    task.forEachUnit = each.contains("unit")
    task.forEachOutcome = each.contains("outcome")
    task.forEach = each.filter { $0 != "unit" && $0 != "outcome" }
    task.deputies = deputies("also-by")
    task.route = self["route"]?.id()
    task.lapses = self["lapses"]?.phrase(.requirements)
    task.needs = self["needs"]?.phrases(.requirements) ?? []
    task.when = condition("when")
    return task
  }

  /// Reads a counter.
  func counter(_ id: String) -> CounterDefinition? {
    let (low, high) = (self["low"], self["high"])
    let range = 0...1_000_000
    var counter = CounterDefinition(
      id: id, title: title(or: id), unit: self["unit"]?.localized() ?? Localized(id),
      low: low?.number(in: range, example: "40"), high: high?.number(in: range, example: "50"),
      warnAt: self["warn-at"]?.id(), citation: citation())
    counter.gesprekkenWith = self["gesprekken-with"]?.id()
    counter.signedWith = self["signed-with"]?.id()
    if let low = counter.low, let most = counter.high, most < low { high?.report(.endsBeforeItBegins) }
    return counter
  }

  /// Reads a block.
  func block(_ id: String) -> BlockDefinition? {
    BlockDefinition(
      id: id, title: title(or: id), onEntry: condition("on-entry"), setBy: ids("set-by"),
      liftedBy: requiredIds("lift"), liftNeeds: self["lift-needs"]?.phrases(.requirements) ?? [],
      suspends: yesNo("suspends", or: false), citation: citation())
  }
}

extension Value {
  /// Reads how it is known until when a document is valid: `yes`, or the date parameter that says so first.
  fileprivate func validity() -> DocumentDefinition.Validity? {
    switch node.scalar?.string {
    case "yes", "true": .stated
    case "no", "false": nil
    default: id().map { .parameter($0) }
    }
  }
}
