// What stands on record of a gesprek, and what its values bring when it closes.
extension Deliberation {
  /// Some values for a field, joined by commas; `nil` where one is not among those that it can have.
  mutating func checked(
    _ given: [String], of field: GesprekDefinition.RecordField, among values: [String]
  ) -> String? {
    let unknown = given.filter { !values.contains($0) }
    for value in unknown {
      lack(field.title, Sentence.notListed(field, value, values), rule: field.citation)
    }
    if given.isEmpty { lack(field.title, lackingMessage(field, []), rule: field.citation) }
    return unknown.isEmpty && !given.isEmpty ? values.filter(given.contains).joined(separator: ",") : nil
  }

  /// Everything that a gesprek lacks to be closed, without the fields that were given a value that they cannot have.
  func missingToClose(
    _ definition: GesprekDefinition, _ key: ItemKey, _ given: [String: String], _ checked: [String: String]
  ) -> [Refusal.Missing] {
    let wrong = definition.record.filter { field in
      switch field.kind {
      case .oneOf, .someOf: given[field.id] != nil && checked[field.id] == nil
      case .yes, .yesNo, .date, .eachOutcome: false
      }
    }.map(\.title)
    return missingToClose(definition, key).filter { $0.obligation != nil || !wrong.contains($0.what) }
  }

  /// What a command puts on record, with the conclusion that it gives as well.
  mutating func given(_ command: Command.Held, _ definition: GesprekDefinition) -> [String: String] {
    guard let conclusion = command.conclusion else { return command.record }
    if let other = command.record[ResultCondition.conclusion] {
      lack(definition.title, Sentence.twoConclusions(conclusion, other), rule: definition.citation)
    }
    return command.record.merging([ResultCondition.conclusion: conclusion]) { _, new in new }
  }

  /// That a field is not on record, with what to give.
  func lackingMessage(_ field: GesprekDefinition.RecordField, _ lacking: [Localized]) -> Localized {
    let values: [String]
    switch field.kind {
    case .oneOf(let known): values = known
    case .someOf(let parameter): values = workflow.parameter(parameter).map { traject.values(of: $0) } ?? []
    case .yes, .yesNo, .date, .eachOutcome: return Sentence.record(field.title, field.id, lacking)
    }
    let option = field.isConclusion ? "--conclusion …" : "--set \(field.id)=…"
    return Sentence.plainly(
      "niet vastgelegd: \(field.title.nl.lowercasedFirst); voeg toe met \(option), en kies \(Sentence.list(values, "of"))",
      "not on record: \(field.title.en.lowercasedFirst); add it with \(option), and choose \(Sentence.list(values, "or"))"
    )
  }

  /// What closing asks on top by the values that stand on record.
  func missingByResult(
    _ definition: GesprekDefinition, _ key: ItemKey, _ record: Traject.GesprekRecord
  ) -> [Refusal.Missing] {
    var asked: [Requirement] = []
    return definition.record.flatMap { field in
      let needs = field.then.filter { field.has($0.value, in: record) }.flatMap(\.needs)
      let new = needs.filter { !asked.contains($0) }
      asked += new
      return new.flatMap { missing(toClose: $0, of: key, field.citation) }
    }
  }

  /// The escalations that come with the closing of a gesprek, by what stands on record of it.
  func following(
    _ entries: [Decision.Entry], _ definition: GesprekDefinition, _ key: ItemKey
  ) -> [Decision.Entry] {
    let day = entries.last?.happened ?? happened
    return traject.applying(entries).escalations(broughtBy: definition, key, on: day, rulebook)
  }

  /// The fields that may be lacking, and are: worth a warning when the gesprek closes.
  func recordRemarks(_ definition: GesprekDefinition, _ key: ItemKey) -> [Localized] {
    let record = traject.gesprekken[key.description] ?? Traject.GesprekRecord()
    return definition.record.filter { field in
      !field.isRequired && field.isSilent != true && field.isAsked(in: record)
        && record.value(of: field.id) == nil
    }.map { field in
      Sentence.plainly(
        "let op: niet vastgelegd: \(field.title.nl.lowercasedFirst) (\(field.citation.text))",
        "note: not on record: \(field.title.en.lowercasedFirst) (\(field.citation.text))")
    }
  }
}

extension Sentence {
  fileprivate static func notListed(
    _ field: GesprekDefinition.RecordField, _ value: String, _ values: [String]
  ) -> Localized {
    plainly(
      "\(field.title.nl): «\(value)» kan hier niet; kies \(list(values, "of"))",
      "\(field.title.en): “\(value)” is not possible here; choose \(list(values, "or"))")
  }

  fileprivate static func twoConclusions(_ one: String, _ other: String) -> Localized {
    plainly(
      "de conclusie staat er twee keer, «\(one)» en «\(other)»: geef er één, als conclusie en niet als gegeven daarnaast",
      "the conclusion stands there twice, “\(one)” and “\(other)”: give one, as the conclusion and not as a record beside it"
    )
  }

  /// That a gesprek asks no conclusion.
  static func noConclusion(_ gesprek: Localized) -> Localized {
    plainly(
      "\(gesprek.nl) kent geen conclusie: laat --conclusion weg",
      "\(gesprek.en) has no conclusion: leave --conclusion out")
  }
}
