// What nobody asked: worries, blocks, pauses, disputes, claims, changed parameters, more time, an early end.
extension Explorer {
  /// What somebody may do of their own accord in a traject on a day.
  func unasked(_ standing: Standing, on day: Day) -> [ExplorerMove] {
    let traject = standing.traject
    guard traject.openEscalations.isEmpty, traject.standingBlocks.isEmpty, traject.standingPause == nil else {
      return resuming(standing) + setting(standing) + ending(standing)
    }
    return escalating(standing, on: day) + blocking(standing) + pausing(standing, on: day)
      + disputing(standing)
      + claiming(standing, on: day) + setting(standing) + giving(standing, on: day)
      + extending(standing, on: day)
      + waiving(standing, on: day) + ending(standing)
  }

  private func move(
    _ role: String, _ standing: Standing, _ command: Command, _ what: Localized
  ) -> ExplorerMove? {
    guard let person = standing.traject.holder(of: role) else { return nil }
    let title = workflow.title(of: role)
    return ExplorerMove(
      .act(Actor(person: person, role: role), command),
      Localized(nl: "\(title.nl): \(what.nl)", en: "\(title.en): \(what.en)"))
  }

  private func escalating(_ standing: Standing, on day: Day) -> [ExplorerMove] {
    workflow.escalations.filter { $0.byHand && $0.id != workflow.disputes?.route }.flatMap { route in
      let reasons =
        route.reasons.isEmpty ? [EscalationRoute.Reason(id: route.id, title: route.title)] : route.reasons
      let about = route.aboutOutcome ? standing.outcomes.first { $0.kind == .summative }?.id : nil
      return reasons.compactMap { reason in
        let roles = workflow.roles.map(\.id).filter { $0 != route.to && $0 != reason.to }
        // Whoever may, the leading role first.
        return ([workflow.leader] + roles).lazy.compactMap {
          self.move(
            $0, standing, .escalate(reason: reason.id, about: about, why: Self.prose),
            Localized(nl: "escaleren (\(reason.title.nl))", en: "escalate (\(reason.title.en))"))
        }.first { $0.isAccepted(standing, on: day) }
      }
    }
  }

  private func blocking(_ standing: Standing) -> [ExplorerMove] {
    workflow.blocks.compactMap { block in
      block.setBy.first.flatMap {
        move(
          $0, standing, .block(reason: block.id),
          Localized(nl: "blokkeren (\(block.title.nl))", en: "block (\(block.title.en))"))
      }
    }
  }

  private func pausing(_ standing: Standing, on day: Day) -> [ExplorerMove] {
    guard let role = workflow.pauses?.by.first else { return [] }
    return [
      move(role, standing, .pause(from: day, cause: .student), Localized(nl: "pauzeren", en: "pause"))
    ].compactMap(\.self)
  }

  /// Whoever paused it, or may, starts the clocks again.
  func resuming(_ standing: Standing) -> [ExplorerMove] {
    guard standing.traject.standingPause != nil, let role = workflow.pauses?.by.first else { return [] }
    return [move(role, standing, .resume, Localized(nl: "hervatten", en: "resume"))].compactMap(\.self)
  }

  private func disputing(_ standing: Standing) -> [ExplorerMove] {
    guard workflow.disputes != nil, standing.traject.disputes.isEmpty else { return [] }
    let judged = standing.outcomes.first { standing.traject.finalVerdict(on: $0.id) != nil }
    guard let judged else { return [] }
    let unit = standing.units.first { $0.all.contains(judged.id) }
    guard let role = unit?.confirmer ?? judged.confirmer else { return [] }
    return [
      move(
        role, standing, .dispute(outcome: judged.id, why: Self.prose),
        Localized(nl: "eindoordeel betwisten", en: "dispute the final verdict"))
    ].compactMap(\.self)
  }

  private func claiming(_ standing: Standing, on day: Day) -> [ExplorerMove] {
    workflow.claims.compactMap { definition in
      guard !standing.traject.claims.contains(where: { $0.kind == definition.id && $0.isOpen }),
        let role = definition.by.first
      else { return nil }
      let about = definition.about.flatMap { workflow.parameter($0) }.flatMap {
        standing.traject.values(of: $0).first
      }
      let item = Traject.Claim.item(definition.id, about)
      return move(
        role, standing, .claim(Command.Claim(item: item, proofs: [], references: [Self.prose])),
        Localized(
          nl: "aanspraak (\(definition.title.nl))", en: "claim (\(definition.title.en))"))
    }
  }

  /// A parameter that was not given yet is.
  private func giving(_ standing: Standing, on day: Day) -> [ExplorerMove] {
    workflow.parameters.filter { standing.traject.parameters[$0.id] == nil && $0.fallback == nil }.compactMap
    { parameter in
      let value: String
      switch parameter.kind {
      case .date: value = day.description
      case .number: value = String(parameter.least ?? 1)
      case .oneOf, .yesNo, .someOf:
        guard let first = Self.values(of: parameter).first else { return nil }
        value = first
      case .dates, .person: return nil
      }
      return move(
        workflow.leader, standing, .set(parameter: parameter.id, value: value),
        Localized(nl: "\(parameter.title.nl) wordt ingevuld", en: "\(parameter.title.en) is given"))
    }
  }

  /// A parameter that some condition names gets another value.
  private func setting(_ standing: Standing) -> [ExplorerMove] {
    focus.parameters.flatMap { id -> [ExplorerMove] in
      guard let parameter = workflow.parameter(id) else { return [] }
      let now = standing.traject.parameters[id] ?? parameter.fallback
      return Self.values(of: parameter).filter { $0 != now }.compactMap { value in
        move(
          workflow.leader, standing, .set(parameter: id, value: value),
          Localized(
            nl: "\(parameter.title.nl) wordt \(Self.words(for: value).nl)",
            en: "\(parameter.title.en) becomes \(Self.words(for: value).en)"))
      }
    }
  }

  /// The end is moved by four weeks: once, or as often as a way asks it.
  func extending(_ standing: Standing, on day: Day) -> [ExplorerMove] {
    let traject = standing.traject
    let way = traject.way(to: nil, standing.asked, standing.rulebook)
    let isAsked = way?.needs.contains(.endMoved) == true && traject.endMoved == nil
    guard let role = workflow.extensions?.by.first, traject.extended == nil || isAsked else { return [] }
    let end = standing.traject.until ?? standing.rulebook.timeline.end
    return [
      move(
        role, standing, .extend(until: max(end, day) + 28),
        Localized(nl: "het einde vier weken later", en: "the end four weeks later"))
    ].compactMap(\.self)
  }

  /// The first obligation that can be waived, is waived.
  private func waiving(_ standing: Standing, on day: Day) -> [ExplorerMove] {
    guard let role = workflow.waivers?.by.first, let person = standing.traject.holder(of: role) else {
      return []
    }
    return standing.obligations.filter {
      $0.isPressing(on: day) && ![.advanced, .decided, .confirmed, .lifted, .assessed].contains($0.key.step)
    }.prefix(1).map { waiver(of: $0, by: Actor(person: person, role: role)) }
  }

  private func ending(_ standing: Standing) -> [ExplorerMove] {
    guard let termination = workflow.termination, let role = termination.by.first else { return [] }
    let permitted = standing.traject.escalations.last { escalation in
      workflow.route(escalation.route)?.outcomes.contains {
        $0.id == escalation.outcome && $0.effect == .permitsTermination
      } ?? false
    }?.reason
    return (termination.alone.map(\.id) + [permitted].compactMap(\.self)).compactMap { reason in
      move(
        role, standing, .terminate(reason: reason),
        Localized(nl: "voortijdig beëindigen (\(reason))", en: "end early (\(reason))"))
    }
  }

  /// A value as a person says it.
  static func words(for value: String) -> Localized {
    switch value {
    case "yes", "ja": Localized(nl: "ja", en: "yes")
    case "no", "nee": Localized(nl: "nee", en: "no")
    default: Localized(value)
    }
  }

  /// The values that a parameter may have which can be told apart without dates or people.
  static func values(of parameter: Parameter) -> [String] {
    switch parameter.kind {
    case .oneOf(let values): values
    case .yesNo: ["yes", "no"]
    case .someOf(let values, let range):
      [values.prefix(max(1, range.lowerBound)).joined(separator: ",")]
    case .number, .date, .dates, .person: []
    }
  }
}

extension ExplorerMove {
  /// Whether the engine accepts it on a day.
  fileprivate func isAccepted(_ standing: Standing, on day: Day) -> Bool {
    guard case .act(let actor, let command) = deed else { return false }
    return (try? standing.decide(command, on: Occasion(actor: actor, happened: day, today: day))) != nil
  }
}
