/// One command being weighed: the state, the rules and the occasion, and everything found missing so far.
struct Deliberation {
  let traject: Traject
  let rulebook: Rulebook
  /// The same two, with what follows from them worked out once.
  let standing: Standing
  let occasion: Occasion
  let verb: String
  private(set) var missing: [Refusal.Missing] = []
  var remarks: [Localized] = []
  /// Whether it is weighed only to know what comes first, so that it does not ask what holds the traject.
  var isTrial = false

  init(_ traject: Traject, _ rulebook: Rulebook, _ occasion: Occasion, verb: String) {
    self.init(Standing(traject, rulebook), occasion, verb: verb)
  }

  init(_ standing: Standing, _ occasion: Occasion, verb: String) {
    self.standing = standing
    traject = standing.traject
    rulebook = standing.rulebook
    self.occasion = occasion
    self.verb = verb
  }

  var workflow: Workflow { rulebook.workflow }
  var happened: Day { occasion.happened }

  // MARK: What is missing

  mutating func lack(_ missing: Refusal.Missing) { self.missing.append(missing) }
  mutating func lack(_ missing: [Refusal.Missing]) { self.missing += missing }
  mutating func lack(_ what: Localized, _ message: Localized, rule: Citation = Citation()) {
    missing.append(Refusal.Missing(what: what, message: message, rule: rule))
  }

  /// Refuses at once, for what makes further checks pointless.
  func refusal(_ what: Localized, _ message: Localized, rule: Citation = Citation()) -> Refusal {
    Refusal(
      verb: verb, traject: traject.id,
      missing: missing + [Refusal.Missing(what: what, message: message, rule: rule)])
  }

  /// Throws where anything was found missing.
  func settle() throws(Refusal) {
    guard missing.isEmpty else { throw Refusal(verb: verb, traject: traject.id, missing: missing) }
  }

  // MARK: Time

  /// Checks that the happened date lies in the traject, not in the future, and not before what it depends on.
  ///
  /// A traject is prepared before its first day, so that planning may precede it; and what came to light after its end,
  /// but happened before, is still recorded (GEN-09).
  mutating func checkDates(of command: Command) {
    let what = Localized(nl: "datum", en: "date")
    if happened > occasion.today { lack(what, Sentence.afterToday(happened, occasion.today)) }
    if happened < traject.from, !command.prepares {
      lack(what, Sentence.beforeStart(happened, traject.from))
    }
    if let ended = traject.ended, case .extend = command {
      lack(
        what, Sentence.endedNotExtended(traject.name, ended),
        rule: workflow.extensions?.citation ?? Citation())
    } else if let ended = traject.ended, !command.isFact || happened > ended {
      lack(what, Sentence.ended(traject.name, ended, isComplete: traject.terminated == nil))
    }
  }

  /// Checks that the happened date does not precede the day on which something that it depends on happened.
  mutating func check(notBefore day: Day?, _ what: Localized) {
    guard let day, happened < day else { return }
    lack(Localized(nl: "datum", en: "date"), Sentence.beforeWhat(happened, what, day))
  }

  /// Checks that what is asked once more was done after that was asked.
  private mutating func checkRound(of entry: Decision.Entry) {
    for met in entry.meets {
      guard let round = traject.rounds[met.key.item.first.description], round.number == met.key.item.round,
        entry.happened < round.since
      else { continue }
      let isExtension = traject.extended == round.since
      let what =
        isExtension
        ? Localized(nl: "de verlenging", en: "the extension")
        : Localized(nl: "het opnieuw vragen hiervan", en: "the asking of this once more")
      lack(Localized(nl: "datum", en: "date"), Sentence.beforeWhat(entry.happened, what, round.since))
      return
    }
  }

  // MARK: Actors

  /// The actor with the role in which he acts, where that is one of those that may; adds to what is missing otherwise.
  mutating func actor(among permitted: [String]?, rule: Citation = Citation()) -> Actor {
    guard let person = occasion.actor.person else { return occasion.actor }
    let held = traject.roles(of: person, on: happened)
    if let role = occasion.actor.role {
      guard let known = workflow.role(role) else {
        lack(
          Localized(nl: "rol", en: "role"),
          Sentence.unknownRole(role, workflow.roles))
        return occasion.actor
      }
      guard held.contains(known.id) else {
        lack(
          Localized(nl: "rol", en: "role"), Sentence.roleNotHeld(person.description, known.title, happened))
        return occasion.actor
      }
      guard permitted?.contains(known.id) ?? true else {
        lackPermission(person, [known.id], permitted ?? [], rule)
        return occasion.actor
      }
      return Actor(person: person, role: known.id)
    }
    guard let role = held.first(where: { permitted?.contains($0) ?? true }) else {
      lackPermission(person, held, permitted ?? workflow.roles.map(\.id), rule)
      return occasion.actor
    }
    return Actor(person: person, role: role)
  }

  private mutating func lackPermission(
    _ person: PersonID, _ held: [String], _ permitted: [String], _ rule: Citation
  ) {
    let titles = permitted.map { workflow.title(of: $0) }
    let message =
      held.isEmpty
      ? Sentence.noRole(person.description, traject.name, titles)
      : Sentence.wrongActor(person.description, held.map { workflow.title(of: $0) }, titles)
    for role in permitted {
      var lacking = Refusal.Missing(
        what: Localized(
          nl: "een handeling van de \(workflow.title(of: role).nl)",
          en: "an act of the \(workflow.title(of: role).en)"),
        message: message, role: role, person: traject.holder(of: role), rule: rule)
      lacking.isPermission = true
      lack(lacking)
    }
  }

  /// The id of a role that exists and is filled on the day.
  mutating func filledRole(_ name: String) -> String? {
    guard let role = workflow.role(name) else {
      lack(
        Localized(nl: "rol", en: "role"),
        Sentence.unknownRole(name, workflow.roles))
      return nil
    }
    guard !traject.holders(of: role.id, on: happened).isEmpty else {
      lack(
        Refusal.Missing(
          what: role.title, message: Sentence.unfilled(role.title, role.id), role: role.id,
          rule: role.citation))
      return nil
    }
    return role.id
  }

  // MARK: Obligations and events

  /// The obligation with a key, if the traject has it.
  func obligation(_ key: ObligationKey) -> Obligation? {
    standing.obligations.first { $0.key == key }
  }

  /// The obligations among some keys that this event meets, with the due date they have.
  ///
  /// One that was met before is met again, so that taking out the earlier event leaves it met by this one.
  func meets(_ keys: [ObligationKey]) -> [LoggedEvent.Met] {
    guard !keys.isEmpty else { return [] }
    let all = standing.obligations
    return keys.compactMap { key in
      all.first { $0.key == key }.map { LoggedEvent.Met(key: key, due: $0.due) }
    }
  }

  func entry(_ event: Event, by actor: Actor, rule: Citation, meets keys: [ObligationKey] = [])
    -> Decision.Entry
  {
    Decision.Entry(
      event: event, actor: actor, happened: happened, rules: rule.rules, meets: meets(keys))
  }

  /// What an obligation lacks, in the words of a refusal.
  func unmet(_ obligation: Obligation) -> Refusal.Missing {
    let isOfItsWeek = obligation.key.step == .held && obligation.lapses
    return Refusal.Missing(
      what: obligation.what,
      message: isOfItsWeek
        ? Sentence.notInItsWeek(obligation.what, workflow.waivers?.by.map { workflow.title(of: $0) } ?? [])
        : Sentence.notYet(obligation.what),
      obligation: obligation.key,
      role: obligation.role, person: obligation.person, due: obligation.due, rule: obligation.rule)
  }

  /// What an obligation lacks of which only itself is still to be done.
  func ready(_ obligation: Obligation) -> Refusal.Missing {
    var missing = unmet(obligation)
    missing.message = Sentence.ready(obligation.what)
    return missing
  }

  func decision(_ entries: [Decision.Entry]) throws(Refusal) -> Decision {
    var checked = self
    for entry in entries { checked.checkRound(of: entry) }
    try checked.settle()
    return Decision(entries: entries, remarks: remarks)
  }
}
