/// What the recording of a gesprek has to come with, so that the gesprek counts and can close.
public struct HoldingNeeds: Sendable {
  /// Who have to be there: a role as often as people of it are asked.
  public var present: [String]
  /// The way in which it has to be held; `nil` where any will do.
  public var mode: String?
  /// What has to go on record and does not stand there yet.
  public var fields: [GesprekDefinition.RecordField]
}

extension Traject {
  /// What holding or closing an occurrence of a gesprek has to come with; `nil` where there is no such gesprek.
  public func holdingNeeds(_ key: ItemKey, _ rulebook: Rulebook) -> HoldingNeeds? {
    guard let definition = rulebook.workflow.gesprek(key.id) else { return nil }
    let deliberation = Deliberation(
      self, rulebook, Occasion(actor: .system, happened: from, today: from), verb: "held")
    let record = gesprekken[key.description] ?? GesprekRecord()
    let lacking = deliberation.missingRecord(definition, key, record).compactMap(\.field)
    var present = definition.present.flatMap { presence -> [String] in
      switch presence {
      case .corner(let id):
        let roles = rulebook.workflow.corner(id)?.roles ?? []
        return [roles.first { holder(of: $0) != nil } ?? roles.first].compactMap(\.self)
      case .role(let id, let count): return Array(repeating: id, count: max(1, count))
      }
    }
    let occurrences = Occurrences(definition, self, rulebook)
    present += occurrences?.choice?.with.filter { !present.contains($0) } ?? []
    return HoldingNeeds(
      present: present, mode: occurrences?.slot(key)?.mode,
      fields: definition.record.filter { lacking.contains($0.id) })
  }

  /// The values among which a field that goes on record has one; none for a tick, a date or a list of outcomes.
  public func values(of field: GesprekDefinition.RecordField, _ workflow: Workflow) -> [String] {
    switch field.kind {
    case .oneOf(let values): values
    case .someOf(let name): workflow.parameter(name).map { values(of: $0) } ?? []
    case .yes, .yesNo, .date, .eachOutcome: []
    }
  }
}
