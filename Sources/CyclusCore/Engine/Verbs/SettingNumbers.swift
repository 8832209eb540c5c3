// A parameter that says how often a gesprek is asked: what another number changes, and what it does not.
extension Deliberation {
  mutating func remarkNumbers(_ parameter: Parameter, _ value: String) {
    var after = traject
    after.evolve(
      course: .parameterSet(name: parameter.id, value: value, again: []), by: .system, on: happened)
    guard let rulebook = try? self.rulebook.renewed(for: after) else { return }
    for definition in workflow.gesprekken where definition.isNumbered(by: parameter.id) {
      guard let before = Occurrences(definition, traject, self.rulebook),
        let now = Occurrences(definition, after, rulebook)
      else { continue }
      remarks.append(change(of: definition, from: before, to: now, Standing(after, rulebook)))
    }
  }

  private func change(
    of definition: GesprekDefinition, from before: Occurrences, to now: Occurrences, _ standing: Standing
  ) -> Localized {
    let (old, new) = (before.dates, now.dates)
    func named(_ keys: [ItemKey], _ dates: [ItemKey: Day]) -> (nl: String, en: String) {
      let told = keys.sorted().map { key in
        Localized(
          nl: "\(key)" + (dates[key].map { " (uiterlijk \($0.longNL))" } ?? ""),
          en: "\(key)" + (dates[key].map { " (due \($0.longEN))" } ?? ""))
      }
      return (Sentence.list(told.map(\.nl), "en"), Sentence.list(told.map(\.en), "and"))
    }
    let added = new.keys.filter { old[$0] == nil }
    let gone = old.keys.filter { new[$0] == nil }
    let moved = new.keys.filter { key in old[key].map { $0 != new[key] } ?? false }
    var (nl, en): ([String], [String]) = ([], [])
    if !added.isEmpty {
      let told = named(Array(added), new)
      nl.append("ook gevraagd: \(told.nl)")
      en.append("asked as well: \(told.en)")
      let waits = standing.asked.contains { added.contains($0.key.item) && $0.isBlocking }
      if !waits {
        nl.append("de fase waarin het traject nu is, wacht daar niet op")
        en.append("the present phase does not wait for that")
      }
    }
    if !gone.isEmpty {
      let told = named(Array(gone), [:])
      nl.append("niet meer gevraagd: \(told.nl)")
      en.append("no longer asked: \(told.en)")
    }
    if !moved.isEmpty {
      let told = named(Array(moved), new)
      nl.append("met een andere datum: \(told.nl)")
      en.append("with another date: \(told.en)")
    }
    if nl.isEmpty {
      nl.append("er wordt niets meer of minder gevraagd dan voorheen")
      en.append("nothing more or less is asked than before")
    }
    if now.periods.count > 1 {
      nl.append("voor eerdere periodes blijft het aantal van toen gelden")
      en.append("for earlier periods the number of then still holds")
    }
    let title = definition.title
    return Sentence.plainly(
      "\(title.nl): \(nl.joined(separator: "; "))", "\(title.en): \(en.joined(separator: "; "))")
  }
}

extension GesprekDefinition {
  /// Whether a parameter says how often it is asked.
  fileprivate func isNumbered(by parameter: String) -> Bool {
    each?.choices.contains { $0.atLeast == .parameter(parameter) } ?? false
  }
}

extension Occurrences {
  /// The date of each number that is still asked.
  fileprivate var dates: [ItemKey: Day] {
    Dictionary(uniqueKeysWithValues: slots.filter(\.isAsked).map { ($0.key, $0.due) })
  }
}
