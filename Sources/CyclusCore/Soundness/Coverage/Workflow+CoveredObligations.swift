// Each step that somebody owes: counted once it is taken, not where it was only waived.
extension Workflow {
  /// Each step of each item.
  var coveredObligations: [CoverageItem] {
    coveredSteps.map { name, what, path, rule in
      CoverageItem(.obligation, name, what, at: path, rule) { $0.taken.contains(name) }
    }
  }

  private typealias CoveredStep = (name: String, what: Localized, path: [String], rule: Citation)

  private var coveredSteps: [CoveredStep] {
    gesprekken.flatMap(steps(of:)) + documents.flatMap(steps(of:)) + approvals.map(step(of:))
      + tasks.flatMap(steps(of:)) + outcomes.flatMap(steps(of:)) + units.map(step(of:))
      + blocks.map(step(of:)) + disputed + settled
  }

  private func named(
    _ item: String, _ title: Localized, _ step: Step, _ path: [String], _ rule: Citation
  ) -> CoveredStep {
    ("\(item).\(step.rawValue)", title.taking(step), path, rule)
  }

  private func steps(of gesprek: GesprekDefinition) -> [CoveredStep] {
    let path = ["gesprekken", gesprek.id]
    func one(_ step: Step, _ key: String?) -> CoveredStep {
      named(gesprek.id, gesprek.title, step, path + [key].compactMap(\.self), gesprek.citation)
    }
    if gesprek.each?.isByOccasion == true { return [] }
    let absent: [CoveredStep] =
      gesprek.each != nil
      ? []
      : gesprek.present.map { presence in
        let id = presence.id
        return named(
          "\(gesprek.id)@\(id)",
          Localized(
            nl: "\(gesprek.title.nl), \(title(of: id).nl)", en: "\(gesprek.title.en), \(title(of: id).en)"),
          .attended, path + ["present"], corner(id)?.citation ?? gesprek.citation)
      }
    return (gesprek.planning == nil ? [] : [one(.planned, "plan")]) + [one(.held, nil)] + absent
      + (gesprek.closes ? [one(.closed, "close")] : [])
  }

  private func steps(of document: DocumentDefinition) -> [CoveredStep] {
    if document.isNeverJudged { return [] }
    let path = ["documents", document.id]
    let submitted =
      document.each?.isByOccasion == true
      ? []
      : around(document.id, document.forEach).map {
        named($0, titled(document.title, $0), .submitted, path, document.citation)
      }
    let signed = document.signedBy.map { role in
      document.signedBy.count == 1
        ? named(document.id, document.title, .signed, path + ["signed-by"], document.citation)
        : named(
          "\(document.id)@\(role)",
          Localized(
            nl: "\(document.title.nl), \(title(of: role).nl)",
            en: "\(document.title.en), \(title(of: role).en)"),
          .signed, path + ["signed-by"], document.citation)
    }
    return submitted + signed
  }

  private func step(of approval: ApprovalDefinition) -> CoveredStep {
    named(approval.id, approval.title, .approved, ["approvals", approval.id], approval.citation)
  }

  private func steps(of task: TaskDefinition) -> [CoveredStep] {
    let isOpened = task.opens != nil || gesprekken.contains { $0.each?.opensTask == task.id }
    guard isOpened else { return [] }
    return around(task.id, task.forEach).flatMap { name -> [CoveredStep] in
      guard task.by.count > 1 else {
        return [named(name, titled(task.title, name), .done, ["tasks", task.id], task.citation)]
      }
      return task.by.map { role in
        let base = titled(task.title, name)
        return named(
          name + (name.contains("@") ? "-" : "@") + role,
          Localized(nl: "\(base.nl), \(title(of: role).nl)", en: "\(base.en), \(title(of: role).en)"),
          .done, ["tasks", task.id], task.citation)
      }
    }
  }

  private func steps(of outcome: Outcome) -> [CoveredStep] {
    var steps: Set<Step> = []
    if outcome.isJudgedByItself {
      if outcome.kind != .epa { steps.insert(.assessed) }
    } else {
      // Where it is judged in some trajecten only, in the others feedback is given on it.
      var kinds = [outcome]
      if outcome.judgedWhen != nil {
        kinds.append(outcome)
        kinds[1].kind = .formative
      }
      let judgings = gesprekken.compactMap(\.judging)
      steps.formUnion(kinds.flatMap { kind in judgings.compactMap { $0.step(for: kind) } })
    }
    if outcome.confirmer != nil { steps.insert(.confirmed) }
    return Step.allCases.filter(steps.contains).map {
      named(outcome.id, outcome.title, $0, ["outcomes", outcome.id], outcome.citation)
    }
  }

  private func step(of unit: OutcomeUnit) -> CoveredStep {
    named(unit.id, unit.title, .confirmed, ["units", unit.id], unit.citation)
  }

  private func step(of block: BlockDefinition) -> CoveredStep {
    named(block.id, block.title, .lifted, ["blocks", block.id], block.citation)
  }

  private var disputed: [CoveredStep] {
    guard let disputes else { return [] }
    let title = Localized(nl: "betwist oordeel", en: "disputed verdict")
    return [Step.discussed, .agreed].map { named("dispute", title, $0, ["disputes"], disputes.citation) }
  }

  private var settled: [CoveredStep] {
    guard let agreements else { return [] }
    return [
      named(
        "agreement", Localized(nl: "afspraak", en: "agreement"), .settled, ["agreements"], agreements.citation
      )
    ]
  }

  /// The names of an item that comes with each of several gesprekken; its own where it does not.
  private func around(_ id: String, _ gesprekken: [String]) -> [String] {
    gesprekken.count > 1 ? gesprekken.map { "\(id)@\($0)" } : [id]
  }

  private func titled(_ title: Localized, _ name: String) -> Localized {
    guard let gesprek = ItemKey(name)?.occurrence.map({ self.title(of: $0) }) else { return title }
    return Localized(nl: "\(title.nl), \(gesprek.nl)", en: "\(title.en), \(gesprek.en)")
  }

  /// The name under which a step of a traject is counted: without its period, number and round.
  func stepName(of key: ObligationKey) -> String? {
    let (id, step) = (key.item.id, key.step)
    guard let occurrence = key.item.occurrence else {
      if phase(id) != nil, step == .advanced { return nil }
      if step == .discussed || step == .agreed { return "dispute.\(step.rawValue)" }
      if step == .settled { return "agreement.settled" }
      return "\(id).\(step.rawValue)"
    }
    var name = id
    func has(_ word: String) -> Bool {
      occurrence == word || occurrence.hasPrefix("\(word)@") || occurrence.hasPrefix("\(word)-")
    }
    if let gesprek = gesprek(id), step == .attended {
      name += gesprek.present.map(\.id).first { $0 == occurrence }.map { "@\($0)" } ?? ""
    }
    let several = document(id)?.forEach ?? task(id)?.forEach ?? []
    let own = several.count > 1 ? several.filter(has).max { $0.count < $1.count } : nil
    if let own { name += "@\(own)" }
    let roles = step == .signed ? document(id)?.signedBy ?? [] : task(id)?.by ?? []
    if roles.count > 1, let role = roles.first(where: { occurrence == $0 || occurrence.hasSuffix("-\($0)") })
    {
      name += (own == nil ? "@" : "-") + role
    }
    return "\(name).\(step.rawValue)"
  }
}

extension GesprekDefinition.Presence {
  /// The id of the corner or role.
  var id: String {
    switch self {
    case .corner(let id): id
    case .role(let id, _): id
    }
  }
}

extension Localized {
  /// That a step is taken with what has this name: `Startgesprek: gehouden`.
  fileprivate func taking(_ step: Step) -> Localized {
    let (nl, en): (String, String) =
      switch step {
      case .held: ("gehouden", "held")
      case .closed: ("afgesloten", "closed")
      case .submitted: ("ingeleverd", "handed in")
      case .signed: ("ondertekend", "signed")
      case .approved: ("gegeven", "given")
      case .assessed: ("beoordeeld", "judged")
      case .feedback: ("feedback gegeven", "feedback given")
      case .confirmed: ("bevestigd", "confirmed")
      case .done: ("gedaan", "done")
      case .lifted: ("opgeheven", "lifted")
      case .consulted: ("geraadpleegd", "consulted")
      case .proposed: ("voorgesteld", "proposed")
      case .decided: ("beslist", "decided")
      case .advanced: ("verder", "passed")
      case .attended: ("ingehaald door wie er niet was", "caught up by who was missing")
      case .discussed: ("besproken", "discussed")
      case .agreed: ("overeenstemming", "agreement reached")
      case .settled: ("gezegd wat ervan kwam", "said what became of it")
      case .moved: ("verplaatst", "moved")
      case .valid: ("geldig", "valid")
      case .planned: ("gepland", "planned")
      case .made: ("gemaakt", "made")
      }
    return Localized(nl: "\(self.nl): \(nl)", en: "\(self.en): \(en)")
  }
}
