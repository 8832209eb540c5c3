// No longer asking an obligation, or leaving it alone for a while (GEN-10).
extension Deliberation {
  /// The obligation that a key or an item means, in a traject that still asks it.
  private mutating func asked(_ name: String, _ definition: WaiverDefinition) throws(Refusal) -> Obligation {
    let what = Localized(nl: "verplichting", en: "obligation")
    let all = standing.asked.filter { !$0.isConditional || $0.opens != nil }
    if let key = ObligationKey(name), let found = all.first(where: { $0.key == key }) { return found }
    let named = all.filter { $0.key.item.description == name || $0.key.item.id == name }
    // Whoever names a gesprek means holding it: closing it follows on that, and without it nobody has to plan it. Its
    // planning is left alone for a while by itself.
    let follows: [Step] = verb == "snooze" ? [.closed] : [.closed, .planned]
    let isHolding = named.contains { $0.key.step == .held && $0.isAsked }
    let ofItem = isHolding ? named.filter { !follows.contains($0.key.step) } : named
    let open = ofItem.filter(\.isAsked)
    if open.count == 1 { return open[0] }
    if let only = ofItem.first, ofItem.count == 1 { return only }
    if !open.isEmpty {
      throw refusal(
        what,
        Sentence.plainly(
          "«\(name)» is meer dan één verplichting: \(Self.keys(open).nl)\(whole(open, definition).nl)",
          "“\(name)” is more than one obligation: \(Self.keys(open).en)\(whole(open, definition).en)"))
    }
    // A key with another step, or of an item that has more to its keys than was written.
    let id = ObligationKey(name)?.item.id ?? ItemKey(name)?.id
    let near = all.filter { $0.key.item.id == id && $0.isAsked }
    if !near.isEmpty {
      throw refusal(
        what,
        Sentence.plainly(
          "«\(name)» wordt hier niet gevraagd, wel \(Self.keys(near).nl)\(whole(near, definition).nl)",
          "“\(name)” is not asked here, but \(Self.keys(near).en)\(whole(near, definition).en)"))
    }
    let asked = all.filter(\.isAsked)
    throw refusal(
      what, Sentence.unknownObligation(name, asked.map(\.key.description) + asked.map(\.key.item.description))
    )
  }

  /// The keys of some obligations as a sentence lists them; of many the first.
  private static func keys(_ obligations: [Obligation]) -> Localized {
    let keys = obligations.sorted { ($0.opens?.number ?? .max, $0.key) < ($1.opens?.number ?? .max, $1.key) }
      .map(\.key.description)
    let more = keys.count > 6
    let shown = Array(keys.prefix(6))
    return Localized(
      nl: more
        ? shown.joined(separator: ", ") + " en meer (zie show --format json)" : Sentence.list(shown, "of"),
      en: more
        ? shown.joined(separator: ", ") + " and more (see show --format json)" : Sentence.list(shown, "or"))
  }

  /// What one types with the whole key of the first of some obligations; of those that are never waived that is said.
  private func whole(_ obligations: [Obligation], _ definition: WaiverDefinition) -> Localized {
    let isSnooze = verb == "snooze"
    let possible = isSnooze ? obligations : obligations.filter { never($0, definition) == nil }
    let first = possible.min { ($0.opens?.number ?? .max, $0.key) < ($1.opens?.number ?? .max, $1.key) }
    guard let first else {
      return obligations.count == 1
        ? Localized(nl: ", en dat kan niet vervallen", en: ", which cannot be waived")
        : Localized(nl: ", en die kunnen niet vervallen", en: ", which cannot be waived")
    }
    let command = "\(verb) \(traject.name) \(first.key)\(isSnooze ? " --until …" : "") --why …"
    return Localized(nl: "; schrijf bijvoorbeeld \(command)", en: "; write for instance \(command)")
  }

  private mutating func waiving(_ name: String) throws(Refusal) -> (Obligation, WaiverDefinition, Actor) {
    guard let definition = workflow.waivers else {
      throw refusal(
        Localized(nl: "verplichting", en: "obligation"),
        Sentence.plainly(
          "in deze workflow kan niemand van een verplichting ontheffen",
          "in this workflow nobody may waive an obligation"))
    }
    let obligation = try asked(name, definition)
    let actor = actor(among: definition.by, rule: definition.citation)
    if let met = obligation.met {
      lack(obligation.what, Sentence.alreadyDone(obligation.what, met), rule: obligation.rule)
    }
    if let waived = obligation.waived {
      lack(
        obligation.what,
        Sentence.plainly(
          "deze verplichting is al vervallen verklaard op \(waived.longNL)",
          "this obligation was waived already on \(waived.longEN)"), rule: definition.citation)
    }
    return (obligation, definition, actor)
  }

  mutating func waive(_ name: String, _ why: TextReference) throws(Refusal) -> Decision {
    let (obligation, definition, actor) = try waiving(name)
    if let instead = never(obligation, definition) {
      lack(obligation.what, instead, rule: definition.citation)
    }
    return try decision([
      entry(
        .waived(obligation: obligation.key, why: why), by: actor, rule: citation(of: obligation, definition))
    ])
  }

  /// The rules under which an obligation is waived: for the presence of a corner those of that corner too.
  private func citation(of obligation: Obligation, _ definition: WaiverDefinition) -> Citation {
    guard obligation.key.step == .attended, let id = obligation.key.item.occurrence,
      let corner = workflow.corner(id)
    else { return definition.citation }
    let own = corner.citation.rules.filter { !definition.citation.rules.contains($0) }
    return Citation(rules: definition.citation.rules + own, assumed: definition.citation.assumed)
  }

  /// Why an obligation is never waived; `nil` where it may be.
  private func never(_ obligation: Obligation, _ definition: WaiverDefinition) -> Localized? {
    let (key, what) = (obligation.key, obligation.what)
    func refused(_ nl: String, _ en: String) -> Localized {
      Sentence.plainly("\(what.nl) kan niet vervallen: \(nl)", "\(what.en) cannot be waived: \(en)")
    }
    switch workflow.neverWaived(key, definition) {
    case nil: return nil
    case .excluded: return refused("de workflow sluit dit uit", "the workflow rules this out")
    case .neededToLift(let id):
      let title = workflow.title(of: id)
      return refused(
        "de blokkade «\(title.nl)» wordt pas opgeheven als dit is vastgelegd (\(key))",
        "the block “\(title.en)” is lifted only once this is on record (\(key))")
    case .verdict: return refused("een oordeel vervalt nooit", "a verdict never is")
    case .decision:
      return refused(
        "een beslissing en wat ervoor nodig is vervallen nooit", "a decision and what it needs never are")
    case .lifting: return refused("hef de blokkade op met unblock", "lift the block with unblock")
    case .closing:
      return refused(
        "sluit het gesprek af met close, of laat vervallen wat eraan ontbreekt",
        "close the gesprek with close, or waive what it lacks")
    case .finalGesprek:
      return refused("in dit gesprek wordt beoordeeld", "verdicts are given in this gesprek")
    }
  }

  /// Leaves an obligation alone for a while: its date stays what it is, but no rung of the ladder is climbed until then.
  mutating func snooze(_ name: String, _ until: Day, _ why: TextReference) throws(Refusal) -> Decision {
    let (obligation, definition, actor) = try waiving(name)
    if until <= happened {
      lack(
        Localized(nl: "datum", en: "date"),
        Sentence.plainly(
          "--until \(until.longNL) moet na \(happened.longNL) liggen",
          "--until \(until.longEN) has to lie after \(happened.longEN)"), rule: definition.citation)
    }
    return try decision([
      entry(
        .snoozed(obligation: obligation.key, until: until, why: why), by: actor, rule: definition.citation)
    ])
  }
}

/// Why an obligation is never waived.
enum NeverWaived: Hashable, Sendable {
  /// The workflow says so of its item.
  case excluded
  /// A block is lifted only once it is on record.
  case neededToLift(String)
  /// It is a verdict.
  case verdict
  /// It is a decision, or what one needs.
  case decision
  /// It is the lifting of a block.
  case lifting
  /// It is the closing of a gesprek.
  case closing
  /// It is the holding of a gesprek in which verdicts are given.
  case finalGesprek
}

extension Workflow {
  /// Why an obligation with this key is never waived; `nil` where it may be.
  func neverWaived(_ key: ObligationKey, _ definition: WaiverDefinition) -> NeverWaived? {
    if definition.never.contains(key.item.id) { return .excluded }
    if let block = blocks.first(where: { $0.liftNeeds.contains { $0.covers(key, self) } }) {
      return .neededToLift(block.id)
    }
    switch key.step {
    case .assessed: return .verdict
    case _ where isNeededToConfirm(key.item.id),
      .confirmed, .decided, .agreed, .discussed, .proposed, .consulted, .advanced:
      return .decision
    case .lifted: return .lifting
    case .closed: return .closing
    case .held: return gesprek(key.item.id)?.judging?.isFinal == true ? .finalGesprek : nil
    case .submitted, .signed, .approved, .feedback, .done, .attended, .settled, .moved, .valid, .planned,
      .made:
      return nil
    }
  }
}
