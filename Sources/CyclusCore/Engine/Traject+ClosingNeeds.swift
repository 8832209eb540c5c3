// What a gesprek asks before it closes, besides what is said and recorded at it.
extension Traject {
  /// The agreements that have to be settled before an occurrence of a gesprek closes: those of before the day on which it
  /// was held that were neither kept nor dropped.
  ///
  /// One that was not kept is asked again each time: what was said of it counts for one closing.
  func unsettled(at gesprek: ItemKey) -> [Agreement] {
    guard let held = gesprekken[gesprek.description]?.held.first else { return [] }
    let earlier = closings(before: gesprek, held)
    return agreements.filter { agreement in
      guard agreement.on < held else { return false }
      switch agreement.status {
      case .done, .dropped: return false
      case .notDone:
        guard let settled = agreement.settled else { return true }
        return earlier.contains { agreement.on < $0.held && settled <= $0.closed }
      case nil: return true
      }
    }
  }

  /// The days on which the times of a gesprek before this one were held and closed; one that was not closed asked nothing.
  private func closings(before gesprek: ItemKey, _ held: Day) -> [(held: Day, closed: Day)] {
    gesprekken.compactMap { text, record in
      guard let key = ItemKey(text), key.id == gesprek.id, key != gesprek, let first = record.held.first,
        first < held, let closed = record.closed
      else { return nil }
      return (first, closed)
    }
  }

  /// Whether something was agreed on or after the day on which a gesprek was held, and not dropped since.
  func hasAgreement(since gesprek: ItemKey) -> Bool {
    guard let held = gesprekken[gesprek.description]?.held.first else { return false }
    return agreements.contains { $0.on >= held && $0.status != .dropped }
  }

  /// The obligations on agreements and claims for which the closing of gesprekken waits that were held.
  func keysBeforeClosing(_ gesprek: GesprekDefinition) -> [ObligationKey] {
    let needs = gesprek.closeNeeds
    guard needs.contains(where: Requirement.ofClosing.contains) else { return [] }
    let open = gesprekken.compactMap { text, record in
      record.closed == nil && !record.sessions.isEmpty ? ItemKey(text) : nil
    }.filter { $0.id == gesprek.id }.sorted()
    return open.flatMap { key -> [ObligationKey] in
      (needs.contains(.agreementsSettled)
        ? unsettled(at: key).map { ObligationKey(ItemKey($0.id), .settled) } : [])
        + (needs.contains(.claimsDecided) ? claims(of: key).filter(\.isOpen).map(\.decision) : [])
    }
  }
}

extension Deliberation {
  /// What one of the needs of closing an occurrence of a gesprek lacks; nothing where it is there.
  func missing(toClose need: Requirement, of gesprek: ItemKey, _ rule: Citation) -> [Refusal.Missing] {
    switch need {
    case .agreementsSettled: return traject.unsettled(at: gesprek).map { unsettled($0, rule) }
    case .agreementMade: return traject.hasAgreement(since: gesprek) ? [] : [noAgreement(gesprek, rule)]
    case .claimsDecided: return undecidedClaims(of: gesprek)
    default:
      return obligations(of: need, around: gesprek).filter { obligation in
        obligation.isAsked && !(obligation.isConditional && obligation.opens == nil)
      }.map(unmet)
    }
  }

  /// The last day on which something was done that closing a gesprek asks: it closes not before that.
  func lastOfNeeds(_ definition: GesprekDefinition, _ gesprek: ItemKey) -> Day? {
    let record = traject.gesprekken[gesprek.description]
    let byResult = record.map { definition.consequences(of: $0).flatMap(\.needs) } ?? []
    return lastDay(of: definition.closeNeeds + byResult, at: gesprek)
  }

  /// The last day on which something was done that some needs of closing ask.
  func lastDay(of needs: [Requirement], at gesprek: ItemKey) -> Day? {
    guard !needs.isEmpty, let held = traject.gesprekken[gesprek.description]?.held.first else { return nil }
    let days = needs.flatMap { need -> [Day?] in
      switch need {
      case .agreementsSettled: traject.agreements.filter { $0.on < held }.map(\.settled)
      case .agreementMade:
        [traject.agreements.filter { $0.on >= held && $0.status != .dropped }.map(\.on).min()]
      case .claimsDecided:
        // What was left to the next since this one was held is no longer among its own.
        traject.claims(of: gesprek).map(\.decided)
          + traject.claims.filter { $0.gesprek.id == gesprek.id && $0.gesprek != gesprek }.map(\.deferred)
          .filter { $0.map { $0 >= held } ?? false }
      default: obligations(of: need, around: gesprek).map(\.met)
      }
    }
    return days.compactMap(\.self).max()
  }

  /// The obligations that a need asks: of what belongs to the gesprek only its own, of `every` all there are.
  private func obligations(of need: Requirement, around gesprek: ItemKey) -> [Obligation] {
    standing.asked.filter { obligation in
      guard need.covers(obligation.key, workflow) else { return false }
      guard !need.isEvery, let around = workflow.gesprek(around: obligation.key.item) else { return true }
      return around.id == gesprek.id && around.occurrence == gesprek.occurrence
    }
  }

  private func unsettled(_ agreement: Traject.Agreement, _ rule: Citation) -> Refusal.Missing {
    let command = "settle \(traject.name) \(agreement.id) --status done|not-done|dropped"
    let message =
      agreement.settled.map { Sentence.askedAgain(agreement, $0, command) }
      ?? Sentence.plainly(
        "van afspraak \(agreement.id) (\(agreement.on.longNL)) is niet gezegd wat ervan geworden is: leg dat vast met \(command)",
        "nobody said what became of agreement \(agreement.id) (\(agreement.on.longEN)): record that with \(command)"
      )
    return Refusal.Missing(
      what: Phrase.settle(agreement.id), message: message,
      obligation: ObligationKey(ItemKey(agreement.id), .settled), role: agreement.owner,
      person: traject.holder(of: agreement.owner), due: agreement.due, rule: rule)
  }

  private func noAgreement(_ gesprek: ItemKey, _ rule: Citation) -> Refusal.Missing {
    let title = workflow.title(of: gesprek)
    let role = workflow.agreements?.by.first ?? workflow.gesprek(gesprek.id)?.closeBy.first
    let held = traject.gesprekken[gesprek.description]?.held.first ?? happened
    let command = "agree \(traject.name) --what … --owner … --due …"
    var missing = Refusal.Missing(
      what: Localized(nl: "een nieuwe afspraak", en: "a new agreement"),
      message: Sentence.plainly(
        "bij \(title.nl.lowercasedFirst) is geen afspraak gemaakt op of na \(held.longNL): leg er een vast met \(command)",
        "at the \(title.en.lowercasedFirst) no agreement was made on or after \(held.longEN): record one with \(command)"
      ), role: role, person: role.flatMap { traject.holder(of: $0) }, rule: rule)
    missing.recording = ObligationKey(gesprek, .made)
    return missing
  }
}

extension Sentence {
  /// That an agreement was not kept by the time before, so that it is asked once more.
  fileprivate static func askedAgain(
    _ agreement: Traject.Agreement, _ settled: Day, _ command: String
  ) -> Localized {
    plainly(
      "afspraak \(agreement.id) (\(agreement.on.longNL)) was op \(settled.longNL) nog niet nagekomen: leg vast wat er sindsdien van geworden is met \(command)",
      "agreement \(agreement.id) (\(agreement.on.longEN)) had not been kept by \(settled.longEN): record what became of it since with \(command)"
    )
  }
}
