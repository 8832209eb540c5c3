import CyclusCore

/// What a gesprek is meant to be about, as people read it (HAN-22, HAN-23).
struct AgendaText {
  let session: Session
  let workflow: Workflow

  /// The agenda of a gesprek on lines that fit; none where the workflow gives it none.
  func lines(_ gesprek: ItemKey) -> [String] {
    guard let definition = workflow.gesprek(gesprek.id), !definition.agenda.isEmpty else { return [] }
    let items = definition.agenda.map(session.text).joined(separator: "; ")
    let title = EventText(session: session, workflow: workflow).title(gesprek)
    return TerminalText.hang(
      "Agenda \(title): \(items)", width: session.console.width ?? 1000, indent: 2)
  }
}

extension Traject {
  /// The gesprek that comes first of those with an agenda: planned and not held yet, or open to be held.
  func nextWithAgenda(_ rulebook: Rulebook, on today: Day) -> ItemKey? {
    var days: [ItemKey: Day] = [:]
    for obligation in obligations(rulebook)
    where obligation.key.step == .held && obligation.isPressing(on: today) {
      days[obligation.key.item] = obligation.due ?? today
    }
    for key in gesprekken.keys where state(ofGesprek: key, rulebook) == .planned {
      if let item = ItemKey(key), let moment = gesprekken[key]?.planned { days[item] = moment.day }
    }
    return days.filter { rulebook.workflow.gesprek($0.key.id)?.agenda.isEmpty == false }
      .min { ($0.value, $0.key) < ($1.value, $1.key) }?.key
  }
}
