import CyclusCore
import Yams

extension Phrases<Recurrence.Period> {
  /// The period in which something recurs.
  static let periods = Phrases(
    subject: Localized(nl: "periode waarin iets terugkeert", en: "period in which something recurs"),
    forms: [
      Form("week N to N") { .weeks(first: $0.numbers[0], last: $0.numbers[1]) },
      Form("week") { _ in .week },
      Form("N weeks") { (1...60).contains($0.number) ? .everyWeeks($0.number) : nil },
      Form("block") { _ in .block },
      Form("school year") { _ in .schoolYear },
      Form("placement") { _ in .placement },
      Form("time in phase PHASE") { .phase($0.name) },
      Form("occasion") { _ in .occasion },
    ])
}

extension Value {
  /// Reads how something recurs: a period by itself, a mapping, or a list of mappings of which the first that fits counts.
  ///
  /// Only a gesprek can be asked a number of times in each period.
  func recurrence(ofGesprek: Bool) -> Recurrence? {
    switch node {
    case .scalar, .alias:
      return phrase(.periods).map { Recurrence([.init($0)]) }
    case .mapping:
      let only = Value(node: node, path: path + ["0"], reading: reading)
      reading.note(only.path, at: node.place)
      return only.choice(ofGesprek: ofGesprek).map { Recurrence([$0]) }
    case .sequence:
      let choices = list().compactMap { $0.choice(ofGesprek: ofGesprek) }
      return choices.isEmpty ? nil : Recurrence(choices)
    }
  }

  private func choice(ofGesprek: Bool) -> Recurrence.Choice? {
    fields("recurrence") { fields in
      let period = fields.required("period")?.phrase(.periods)
      var choice = Recurrence.Choice(period ?? .placement)
      if ofGesprek {
        choice.atLeast = fields["at-least"]?.count()
        choice.isSpread = fields["spread"]?.one(of: Spread.self) != nil
        choice.margin = fields["margin"]?.phrase(.spans)
        choice.ofWhich = fields["of-which"]?.fields("share") { share in
          let mode = share.required("mode")?.id()
          let number = share.required("at-least")?.number(in: 1...60, example: "1")
          return mode.map { Recurrence.Share(mode: $0, atLeast: number ?? 1) }
        }
        choice.counts = fields.ids("counts")
        choice.with = fields.ids("with")
      }
      choice.when = fields.condition("when")
      choice.citation = fields.citation()
      return period == nil ? nil : choice
    }
  }

  /// How often: a number, or the name of a number parameter.
  private func count() -> Recurrence.Count? {
    if case .scalar(let scalar) = node, Int(scalar.string) != nil {
      return number(in: 1...60, example: "2").map { .number($0) }
    }
    return id().map { .parameter($0) }
  }
}

/// How times lie in their period.
private enum Spread: String, CaseIterable {
  case evenly
}

extension Fields {
  /// How an item that is no gesprek recurs; it then belongs to no gesprek.
  func itemRecurrence() -> Recurrence? {
    guard let each = self["each"] else { return nil }
    if self["for"] != nil { report(.notTogether(["each", "for"])) }
    if self["for-each"] != nil { report(.notTogether(["each", "for-each"])) }
    return each.recurrence(ofGesprek: false)
  }
}
