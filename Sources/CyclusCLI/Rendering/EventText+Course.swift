import CyclusCore
import CyclusStore

// The events of the course of a traject in a sentence: pauses, waivers, disputes, goals and agreements.
extension EventText {
  func course(_ event: Event) throws -> String {
    switch event {
    case .parameterSet(let name, let value, _):
      session.text("vastgelegd: ", "set: ") + parameter(name) + " "
        + (value.isEmpty ? session.text("leeg", "empty") : try shown(value, name))
    case .schoolSet(let school):
      session.text("school: ", "school: ") + (try session.school(school) ?? "S\(school)")
    case .extended(let until): session.text("verlengd tot ", "extended to ") + session.long(until)
    case .noted(let text): session.text("aantekening", "note") + (try quoted(text))
    case .waived(let obligation, let why):
      session.text("vervallen verklaard: ", "waived: ") + owed(obligation) + (try quoted(why))
    case .snoozed(let obligation, let until, let why):
      session.text("uitgesteld tot ", "left alone until ") + session.long(until) + ": " + owed(obligation)
        + (try quoted(why))
    case .paused(let cause, let since, let resumed):
      session.text("gepauzeerd vanaf ", "paused from ") + session.long(since)
        + (resumed.map { session.text(" tot en met ", " until ") + session.long($0 - 1) } ?? "")
        + " (\(session.text(Phrase.cause(cause))))"
    case .resumed: session.text("hervat: de klok loopt weer", "resumed: the clock goes on")
    case .disputed(let disputed):
      session.text("oordeel betwist: ", "verdict disputed: ") + title(disputed.outcome)
        + (try quoted(disputed.why))
    case .discussed(let discussed): try self.discussed(discussed)
    case .goalSet(let id, let prose, let codes): try goal(id, prose, codes)
    case .agreementMade(let made):
      "\(made.id) " + session.text("afgesproken: ", "agreed: ") + title(made.owner)
        + session.text(", uiterlijk ", ", by ") + session.long(made.due) + (try quoted(made.what))
    case .agreementSettled(let settled):
      "\(settled.id) \(word(settled.status))" + (try quoted(settled.why)) + (try quoted(settled.needs))
    case .terminated(let reason):
      session.text("traject beëindigd: ", "traject ended: ") + self.reason(ofEnding: reason)
    default: ""
    }
  }

  /// Another calendar, with the dates that it moved; beyond a few their number.
  func adopted(_ adopted: Event.CalendarAdopted) -> String {
    func date(_ day: Day?) -> String { day.map(session.short) ?? session.text("geen datum", "no date") }
    let shown = adopted.moved.prefix(3).map {
      "\(session.text(Phrase.owed($0.obligation, workflow))) \(date($0.from)) → \(date($0.to))"
    }
    let rest = adopted.moved.count - shown.count
    let more = rest > 0 ? [session.text("en nog \(rest)", "and \(rest) more")] : []
    return session.text("andere kalender", "another calendar")
      + (shown.isEmpty
        ? session.text(", geen andere datum", ", no other date")
        : ": " + (shown + more).joined(separator: "; "))
  }

  private func discussed(_ discussed: Event.Discussed) throws -> String {
    let what =
      discussed.isAbsent
      ? session.text("geen dialoog over ", "no dialogue about ")
      : session.text("dialoog over ", "dialogue about ")
    let agreed = discussed.agreed.map { session.text(", eens over ", ", agreed on ") + $0 } ?? ""
    return what + title(discussed.outcome) + agreed + with(discussed.parts) + (try quoted(discussed.why))
  }

  private func goal(_ id: String, _ prose: [String: TextReference], _ codes: [String: String]) throws
    -> String
  {
    let parts = workflow.goals?.parts ?? []
    let named = try parts.compactMap { part -> String? in
      if let code = codes[part.id] { return "\(session.text(part.title)): \(title(code))" }
      return try prose[part.id].map { session.text(part.title) + (try quoted($0)) }
    }
    return "\(id) " + session.text("doel: ", "goal: ") + named.joined(separator: "; ")
  }

  /// An obligation in a few words: its item, and the step where that does not speak for itself.
  private func owed(_ key: ObligationKey) -> String { "\(title(key.item)) (\(key))" }

  private func parameter(_ id: String) -> String {
    workflow.parameter(id).map { session.text($0.title) } ?? id
  }

  private func shown(_ value: String, _ parameter: String) throws -> String {
    if let person = PersonID(value) { return try session.name(person) }
    return workflow.parameter(parameter).map { session.text($0.kind.wording(value)) } ?? value
  }

  private func word(_ status: Traject.Agreement.Status) -> String {
    switch status {
    case .done: session.text("nagekomen", "kept")
    case .notDone: session.text("niet nagekomen", "not kept")
    case .dropped: session.text("vervallen", "dropped")
    }
  }

  /// The name of a reason for ending: of its own, or of the escalation that permitted it.
  private func reason(ofEnding code: String) -> String {
    if let alone = workflow.termination?.alone.first(where: { $0.id == code }) {
      return session.text(alone.title)
    }
    return workflow.escalation(reason: code).map { session.text($0.reason.title) } ?? code
  }
}
