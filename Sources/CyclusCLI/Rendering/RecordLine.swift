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
    case .planned: "plan \(name) \(item.first) --at …"
    case .held: "held \(name) \(item.first) --present \(present(item.id))"
    case .attended:
      "held \(name) \(ItemKey(item.id, round: item.round)) --present \(catchingUp(item))"
    case .closed: "close \(name) \(item.first)\(records(item))"
    case .submitted, .valid: "submit \(name) \(item.first)\(details(item))"
    case .signed: "sign \(name) \(workflow.document(signedAs: item))"
    case .approved: "approve \(name) \(item.id)"
    case .assessed: assess(item)
    case .feedback: "feedback \(name) \(item.id) --at \(item.occurrence ?? "…") --form …"
    case .confirmed: "confirm \(name) \(item.id)"
    case .done: "done \(name) \(item.first)"
    case .lifted: "unblock \(name) \(item.id) --why …"
    case .consulted: "consult \(name) \(item.id) --role \(role(item.occurrence ?? "…"))"
    case .proposed: "propose \(name) \(item.id) --plan …"
    case .decided:
      traject.claims.contains { $0.id == item.id }
        ? "grant \(name) \(item.id)" : "decide \(name) \(item.id) --outcome … --why …"
    case .advanced: "advance \(name)"
    case .discussed: "dialogue \(name) \(item.id) --why …"
    case .agreed: "dialogue \(name) \(item.id) --why … --agreed …"
    case .made: "agree \(name) --owner … --due … --what …"
    case .settled: "settle \(name) \(item.id) --status done"
    case .moved: "extend \(name) --until … --why …"
    }
  }

  /// Who are usually at a gesprek, as `--present` takes them.
  private func present(_ gesprek: String) -> String {
    let roles = workflow.gesprek(gesprek)?.usualPresence(workflow) ?? []
    return roles.isEmpty ? "…" : roles.joined(separator: ",")
  }

  /// Who are at a catch-up contact: who was missing, or everybody where they have to be there together.
  private func catchingUp(_ item: ItemKey) -> String {
    workflow.gesprek(item.id)?.isTogether == true ? present(item.id) : role(item.occurrence ?? "…")
  }

  /// A role, or the first of a corner, by its short name.
  private func role(_ id: String) -> String {
    workflow.shortName(ofRole: workflow.corner(id)?.roles.first ?? id)
  }

  /// What a document has to come with: its last day, and the parts without which it is refused.
  private func details(_ item: ItemKey) -> String {
    guard let document = workflow.document(item.id) else { return "" }
    let parts = document.parts.filter(\.isRequired).map { " --part \($0.id)=…" }.joined()
    return (document.validity == nil ? "" : " --valid-until …") + parts
  }

  /// A verdict: at its gesprek by form, by itself with why and its parts.
  private func assess(_ item: ItemKey) -> String {
    let name = "assess \(traject.name) \(item.id)"
    guard let outcome = workflow.outcome(item.id), outcome.isJudgedByItself else {
      return name + " --at \(item.occurrence ?? "…") --verdict … --form …"
    }
    let parts = (outcome.parts ?? []).filter(\.isRequired).map { " --part \($0.id)=…" }.joined()
    return name + " --verdict … --why …\(parts)"
  }

  /// What a gesprek has to leave on record and does not yet.
  private func records(_ item: ItemKey) -> String {
    let known = traject.gesprekken[item.description]?.record ?? [:]
    let lacking =
      workflow.gesprek(item.id)?.record.filter {
        $0.isRequired && known[$0.id] == nil
          && !($0.isConclusion && traject.gesprekken[item.description]?.conclusion != nil)
      } ?? []
    return lacking.map { field in
      let value =
        switch field.kind {
        case .yes: language == .nl ? "ja" : "yes"
        case .eachOutcome: language == .nl ? "alle" : "all"
        case .yesNo, .date, .oneOf, .someOf: "…"
        }
      return field.id == "conclusion" ? " --conclusion \(value)" : " --set \(field.id)=\(value)"
    }.joined()
  }
}
