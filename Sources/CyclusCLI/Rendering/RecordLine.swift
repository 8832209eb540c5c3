import CyclusCore

/// What one types to meet an obligation, without the name of the program; `…` stands for what only its reader knows.
struct RecordLine {
  let traject: Traject
  let workflow: Workflow
  let language: Language

  func text(_ key: ObligationKey) -> String {
    let item = key.item
    let name = traject.name
    return switch key.step {
    case .held: "held \(name) \(item.first) --present \(present(item.id))"
    case .attended:
      "held \(name) \(ItemKey(item.id, round: item.round)) --present \(role(item.occurrence ?? "…"))"
    case .closed: "close \(name) \(item.first)\(records(item))"
    case .submitted: "submit \(name) \(item.first)"
    case .signed: "sign \(name) \(document(item))"
    case .approved: "approve \(name) \(item.id)"
    case .assessed: "assess \(name) \(item.id) --at \(item.occurrence ?? "…") --verdict … --form …"
    case .feedback: "feedback \(name) \(item.id) --at \(item.occurrence ?? "…") --form …"
    case .confirmed: "confirm \(name) \(item.id)"
    case .done: "done \(name) \(item.first)"
    case .lifted: "unblock \(name) \(item.id) --why …"
    case .consulted: "consult \(name) \(item.id) --role \(role(item.occurrence ?? "…"))"
    case .proposed: "propose \(name) \(item.id) --plan …"
    case .decided: "decide \(name) \(item.id) --outcome … --why …"
    case .advanced: "advance \(name)"
    case .discussed: "dialogue \(name) \(item.id) --why …"
    case .agreed: "dialogue \(name) \(item.id) --why … --agreed …"
    case .settled: "settle \(name) \(item.id) --status done"
    }
  }

  /// Who are usually at a gesprek, as `--present` takes them.
  private func present(_ gesprek: String) -> String {
    let roles = workflow.gesprek(gesprek)?.usualPresence(workflow) ?? []
    return roles.isEmpty ? "…" : roles.joined(separator: ",")
  }

  /// A role, or the first of a corner, by its short name.
  private func role(_ id: String) -> String {
    workflow.shortName(ofRole: workflow.corner(id)?.roles.first ?? id)
  }

  /// A document that is signed: behind its gesprek stands the role, which `sign` takes from who acts.
  private func document(_ item: ItemKey) -> ItemKey {
    let gesprek = workflow.document(item.id)?.forEach.first { item.occurrence?.hasPrefix("\($0)-") ?? false }
    return ItemKey(item.id, occurrence: gesprek)
  }

  /// What a gesprek has to leave on record and does not yet.
  private func records(_ item: ItemKey) -> String {
    let known = traject.gesprekken[item.description]?.record ?? [:]
    let lacking = workflow.gesprek(item.id)?.record.filter { $0.isRequired && known[$0.id] == nil } ?? []
    return lacking.map { field in
      let value =
        switch field.kind {
        case .yes: language == .nl ? "ja" : "yes"
        case .eachOutcome: language == .nl ? "alle" : "all"
        case .yesNo, .date: "…"
        }
      return " --set \(field.id)=\(value)"
    }.joined()
  }
}
