import CyclusCore
import Yams

extension Fields {
  /// Reads a gesprek; `each` instead of `opens` makes it recur.
  func gesprek(_ id: String) -> GesprekDefinition? {
    let by = requiredIds("by")
    let present = required("present")?.phrases(.presences) ?? []
    let each = self["each"]
    let (opens, due) = (self["opens"], self["due"])
    if each == nil, opens == nil { report(.missingKey("opens", example: "opens: week 3")) }
    let recurrence = each?.recurrence(ofGesprek: true)
    let isDated = recurrence.map { $0.isWeekly || $0.isNumbered } ?? true
    if each != nil, opens != nil || due != nil && recurrence?.isWeekly ?? true {
      report(.notTogether(["each", "opens"]))
    } else if each != nil, due != nil, isDated {
      report(.notTogether(["each", "due"]))
    }
    let opening = opens?.phrase(.openings) ?? .start
    let deadline = due?.phrase(.deadlines)
    var gesprek = GesprekDefinition(
      id: id, title: title(or: id), by: by, present: present, opens: each == nil ? opening : .itsWeek,
      due: each == nil ? deadline : isDated ? .endOfItsWeek : deadline, citation: citation())
    gesprek.each = recurrence
    self["missed-in-a-row"]?.missedWeeks(in: &gesprek)
    gesprek.isTogether = yesNo("together", or: false)
    gesprek.duration = self["duration"]?.number(in: 1...600, example: "60")
    gesprek.modes = ids("modes")
    gesprek.agenda = self["agenda"]?.list().compactMap { $0.agendaItem() } ?? []
    gesprek.when = condition("when")
    gesprek.record = self["on-record"]?.named("field on record") { $1.recordField($0) } ?? []
    gesprek.plans = ids("plans")
    gesprek.warnsWithout = self["warn-without"]?.phrases(.requirements) ?? []
    gesprek.judging = self["judging"]?.fields("judging") { $0.judging() }
    gesprek.planning = self["plan"]?.fields("plan") { fields in
      GesprekDefinition.Planning(by: fields.requiredIds("by"), due: fields.due)
    }
    self["close"]?.close(of: &gesprek)
    gesprek.route = self["route"]?.id()
    return gesprek
  }

  private func recordField(_ id: String) -> GesprekDefinition.RecordField? {
    var kinds: [GesprekDefinition.RecordField.Kind] = []
    if self["tick"]?.yesNo() == true { kinds.append(.yes) }
    if self["yes-no"]?.yesNo() == true { kinds.append(.yesNo) }
    if self["date"]?.yesNo() == true { kinds.append(.date) }
    if let each = self["each"]?.one(of: RecordEach.self) {
      switch each {
      case .outcome: kinds.append(.eachOutcome)
      }
    }
    if let values = self["one-of"]?.strictList(example: "[voor, op-schema, achter]") {
      kinds.append(.oneOf(values.compactMap { $0.text("op-schema") }))
    }
    if let parameter = self["some-of"] { kinds.append(.someOf(parameter.id() ?? "")) }
    if kinds.count != 1 { report(.notTogether(["tick", "yes-no", "date", "one-of", "some-of", "each"])) }
    var field = GesprekDefinition.RecordField(
      id: id, title: title(or: id), kind: kinds.first ?? .yes, isRequired: yesNo("required", or: true),
      citation: citation())
    field.isSilent = yesNo("warn", or: true) ? nil : true
    field.askedWith = self["asked-with"]?.id()
    field.then = self["then"]?.consequences() ?? []
    return field
  }

  fileprivate func consequence(of value: String) -> GesprekDefinition.Consequence? {
    let needs = self["needs"]
    let opens = self["opens"]
    let inARow = self["in-a-row"]
    if opens == nil, needs == nil || inARow != nil {
      report(.missingKey("opens", example: "opens: loopt-achter"))
    }
    return GesprekDefinition.Consequence(
      value: value, needs: needs?.phrases(.closingNeeds) ?? [], opens: opens?.id(),
      inARow: inARow?.number(in: 2...10, example: "2"))
  }

  private func judging() -> GesprekDefinition.Judging? {
    let after = self["after"]?.id()
    var judging = GesprekDefinition.Judging(
      summative: required("summative")?.one(of: GesprekDefinition.Judging.Summative.self) ?? .verdict,
      formative: self["formative"]?.one(of: FormativeJudging.self) == .feedback,
      isFinal: yesNo("final", or: false), afterDocument: after,
      waitsAtMost: self["waits-at-most"]?.phrase(.spans),
      mark: self["mark"]?.id() ?? after.map { "without-\($0)" } ?? "", due: due, citation: citation())
    judging.suggests = self["suggests"]?.id()
    judging.verdictParts = ids("verdict-parts")
    judging.deputies = deputies("also-by")
    judging.notSeen = self["not-seen"]?.fields("too little seen") { $0.citation() }
    return judging
  }
}

/// What a field on record is asked for.
private enum RecordEach: String, CaseIterable {
  case outcome
}

/// What is asked on the formative outcomes.
private enum FormativeJudging: String, CaseIterable {
  case feedback, nothing
}

extension Value {
  /// Reads an item of the agenda: a text, or one in both languages with the condition under which it is shown.
  fileprivate func agendaItem() -> AgendaItem? {
    guard case .mapping = node else { return localized().map { AgendaItem($0) } }
    return fields("agenda item") { fields in
      let nl = fields.required("nl")?.text("evaluatiemomenten")
      let en = fields["en"]?.text("moments of evaluation")
      let when = fields.condition("when")
      return nl.map { AgendaItem(Localized(nl: $0, en: en ?? $0), when: when) }
    }
  }

  /// Reads what happens after a number of missed weeks in a row.
  fileprivate func missedWeeks(in gesprek: inout GesprekDefinition) {
    let missed = fields("missed weeks") { fields -> (Int?, String?)? in
      let times = fields.required("times")?.number(in: 1...60, example: "3")
      return (times, fields.required("opens")?.id())
    }
    guard let missed else { return }
    if gesprek.each == nil {
      report(.missingKey("each", example: "each: week 1 to 16"))
      return
    }
    gesprek.each?.missedInARow = missed.0
    gesprek.each?.opensTask = missed.1
  }

  /// Reads what the values of a field bring.
  fileprivate func consequences() -> [GesprekDefinition.Consequence] {
    fields("then") { fields in
      fields.keyed().compactMap { value, content in
        content.fields("consequence") { $0.consequence(of: value) }
      }
    } ?? []
  }

  /// Reads who closes a gesprek, by when, and what has to be there before.
  fileprivate func close(of gesprek: inout GesprekDefinition) {
    let close = fields("close") { fields in
      (by: fields.requiredIds("by"), due: fields.due, needs: fields["needs"]?.phrases(.closingNeeds) ?? [])
    }
    gesprek.closeBy = close?.by ?? []
    gesprek.closeDue = close?.due
    gesprek.closeNeeds = close?.needs ?? []
  }
}
