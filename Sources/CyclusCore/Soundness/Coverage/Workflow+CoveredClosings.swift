// What refuses the closing of a gesprek: each that has to be there, each field, verdicts, and each need.
extension Workflow {
  /// Each thing without which each gesprek does not close.
  var coveredClosings: [CoverageItem] {
    gesprekken.filter(\.closes).flatMap { gesprek in
      presences(gesprek) + fields(gesprek) + judging(gesprek)
        + gesprek.closeNeeds.map { need in
          closing(gesprek, need.text, Localized(need.text), at: ["close", "needs"], gesprek.citation) {
            [self] step in step.lacks(need, self)
          }
        } + consequences(gesprek)
    }
  }

  private func closing(
    _ gesprek: GesprekDefinition, _ name: String, _ what: Localized, at path: [String], _ rule: Citation,
    isLacking: @escaping (PlayedStep) -> Bool
  ) -> CoverageItem {
    let title = gesprek.title.quoted
    return refusal(
      "close \(gesprek.id) without \(name)",
      Localized(nl: "\(title.nl) sluiten zonder \(what.nl)", en: "closing \(title.en) without \(what.en)"),
      at: ["gesprekken", gesprek.id] + path, rule
    ) { step in
      step.verb == "close" && step.item("gesprek") == gesprek.id && isLacking(step)
    }
  }

  private func presences(_ gesprek: GesprekDefinition) -> [CoverageItem] {
    gesprek.present.map { presence in
      let (id, title) = (presence.id, title(of: presence.id))
      return closing(gesprek, id, title, at: ["present"], corner(id)?.citation ?? gesprek.citation) { step in
        step.missing.contains {
          $0.what == title && ($0.obligation?.step == .attended || $0.obligation?.step == .held)
        }
      }
    }
  }

  private func fields(_ gesprek: GesprekDefinition) -> [CoverageItem] {
    gesprek.record.filter(\.isRequired).map { field in
      closing(gesprek, field.id, field.title, at: ["on-record", field.id], field.citation) { step in
        step.missing.contains { $0.field == field.id }
      }
    }
  }

  private func judging(_ gesprek: GesprekDefinition) -> [CoverageItem] {
    guard let judging = gesprek.judging else { return [] }
    let words = Localized(nl: "oordelen en feedback", en: "verdicts and feedback")
    return [
      closing(gesprek, "judging", words, at: ["judging"], judging.citation) { step in
        step.missing.contains {
          $0.obligation?.item.occurrence == gesprek.id
            && ($0.obligation?.step == .assessed || $0.obligation?.step == .feedback)
        }
      }
    ]
  }

  /// What a value on record asks on top.
  private func consequences(_ gesprek: GesprekDefinition) -> [CoverageItem] {
    gesprek.record.flatMap { field in
      field.then.flatMap { consequence in
        consequence.needs.map { need in
          let value = "\(field.id) \(consequence.value)"
          return closing(
            gesprek, "\(need.text) (\(value))",
            Localized(nl: "\(need.text), bij \(value)", en: "\(need.text), with \(value)"),
            at: ["on-record", field.id, "then", consequence.value], field.citation
          ) { [self] step in
            step.puts(consequence.value, under: field, of: gesprek) && step.lacks(need, self)
          }
        }
      }
    }
  }
}

extension PlayedStep {
  /// Whether a value of a field stands on record of the gesprek that is closed, or was given with it.
  fileprivate func puts(
    _ value: String, under field: GesprekDefinition.RecordField, of gesprek: GesprekDefinition
  ) -> Bool {
    if arguments["set.\(field.id)"] == value { return true }
    if arguments["set.\(field.id)"] != nil { return false }
    let records = before?.traject.gesprekken.filter {
      ItemKey($0.key)?.id == gesprek.id && $0.value.closed == nil && !$0.value.held.isEmpty
    }.map(\.value)
    return records?.contains { field.has(value, in: $0) } ?? false
  }
}
