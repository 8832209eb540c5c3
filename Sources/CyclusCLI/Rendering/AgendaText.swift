import CyclusCore

/// What a gesprek is meant to be about, as people read it.
struct AgendaText {
  let session: Session
  let traject: Traject
  let rulebook: Rulebook
  let outcomes: [Outcome]

  /// The agenda of a gesprek on lines that fit; none where the workflow gives it none.
  ///
  /// Where there is judging, also on what the focus lies; where the verdicts that count are given, also what is expected there of the student.
  func lines(_ gesprek: ItemKey) -> [String] {
    guard let definition = rulebook.workflow.gesprek(gesprek.id),
      case let items = traject.agenda(of: definition, rulebook), !items.isEmpty
    else { return [] }
    let title = EventText(session: session, workflow: rulebook.workflow).title(gesprek)
    let agenda = hung("Agenda \(title): \(items.map(session.text).joined(separator: "; "))")
    guard let judging = definition.judging else { return agenda }
    return agenda + (judging.isFinal ? expectations() : []) + focus()
  }

  /// On which group of indicators the focus lies, of the outcomes that have one.
  private func focus() -> [String] {
    outcomes.flatMap { outcome -> [String] in
      let groups = outcome.indicators.filter(\.isFocus).map { session.text($0.title) }
      guard !groups.isEmpty else { return [] }
      return hung(
        session.text("Nadruk bij ", "Focus for ") + session.text(outcome.title) + ": "
          + groups.joined(separator: "; "))
    }
  }

  /// What is expected for the outcomes that are judged; those of which the same is expected on one line.
  private func expectations() -> [String] {
    var groups: [(expected: [Localized], titles: [Localized])] = []
    for outcome in outcomes where !outcome.expected.isEmpty && outcome.kind != .formative {
      if let index = groups.firstIndex(where: { $0.expected == outcome.expected }) {
        groups[index].titles.append(outcome.title)
      } else {
        groups.append((outcome.expected, [outcome.title]))
      }
    }
    return groups.flatMap { group in
      hung(
        session.text("Verwacht bij ", "Expected for ")
          + group.titles.map(session.text).joined(separator: session.text(" en ", " and ")) + ": "
          + group.expected.map(session.text).joined(separator: "; "))
    }
  }

  private func hung(_ text: String) -> [String] {
    TerminalText.hang(text, width: session.console.width ?? 1000, indent: 2)
  }
}

extension Standing {
  /// The gesprek that comes first of those with an agenda: planned and not held yet, or open to be held.
  func nextWithAgenda(on today: Day) -> ItemKey? {
    var days: [ItemKey: Day] = [:]
    for obligation in obligations
    where obligation.key.step == .held && obligation.isPressing(on: today) {
      days[obligation.key.item] = obligation.due ?? today
    }
    for key in traject.gesprekken.keys where traject.state(ofGesprek: key, rulebook) == .planned {
      if let item = ItemKey(key), let moment = traject.gesprekken[key]?.planned { days[item] = moment.day }
    }
    return days.filter { day in
      rulebook.workflow.gesprek(day.key.id).map { !traject.agenda(of: $0, rulebook).isEmpty } ?? false
    }
    .min { ($0.value, $0.key) < ($1.value, $1.key) }?.key
  }
}
