// What is told of outcomes that are open from earlier trajecten, and what to type to take them along.
extension CarriedOutcomes {
  /// For each earlier traject what is open, and what to type to take it along.
  public var remarks: [Localized] {
    items.map(\.traject).inOrder.map { traject in
      let own = items.filter { $0.traject == traject }
      let names = (own.map(\.title.nl), own.map(\.title.en))
      let ways = ways(own)
      let source = source.behind("open-before")
      return Localized(
        nl:
          "let op: uit T\(traject) staat nog open: \(Sentence.list(names.0, "en"))\(ways.nl)\(source.nl)",
        en: "note: still open from T\(traject): \(Sentence.list(names.1, "and"))\(ways.en)\(source.en)")
    }
  }

  private func ways(_ own: [Item]) -> Localized {
    var ways = Localized(nl: "", en: "")
    var settings: [String] = []
    var choices: [Localized] = []
    for parameter in parameters(for: own) {
      switch proposal(for: parameter) {
      case .ready(let value): settings.append("\(parameter)=\(value)")
      case .choice(let open, let range): choices.append(choice(parameter, open, range))
      }
    }
    if !settings.isEmpty {
      let set = settings.map { "set T\(traject) \($0)" }.joined(separator: "; ")
      let start = settings.map { "--set \($0)" }.joined(separator: " ")
      ways.nl += "; meenemen kan met «\(set)», of meteen bij de start met \(start)"
      ways.en += "; take it along with “\(set)”, or at the start with \(start)"
    }
    for choice in choices {
      ways.nl += choice.nl
      ways.en += choice.en
    }
    let left = own.filter { $0.way == .none }
    let asked = own.filter { $0.way == .always }
    if !asked.isEmpty {
      ways.nl += "; in dit traject sowieso gevraagd: \(Sentence.list(asked.map(\.outcome), "en"))"
      ways.en += "; asked in this traject anyway: \(Sentence.list(asked.map(\.outcome), "and"))"
    }
    if !left.isEmpty {
      ways.nl += "; geen plaats in dit traject: \(Sentence.list(left.map(\.outcome), "en"))"
      ways.en += "; no place in this traject: \(Sentence.list(left.map(\.outcome), "and"))"
    }
    return ways
  }

  /// A parameter that takes more or fewer values than are open.
  private func choice(_ parameter: String, _ open: [String], _ range: ClosedRange<Int>) -> Localized {
    let set = "set T\(traject) \(parameter)="
    let count = (Sentence.span(range, "tot en met"), Sentence.span(range, "to"))
    let names = Localized(nl: Sentence.list(open, "en"), en: Sentence.list(open, "and"))
    if open.count > range.upperBound {
      return Localized(
        nl: "; kies er \(count.0) uit \(names.nl): «\(set)…»",
        en: "; choose \(count.1) of \(names.en): “\(set)…”")
    }
    let begin = set + open.joined(separator: ",") + (open.count < range.upperBound ? ",…" : "")
    return Localized(
      nl: "; \(parameter) noemt er \(count.0): kies ze met \(names.nl) erbij, «\(begin)»",
      en: "; \(parameter) names \(count.1): choose them with \(names.en) among them, “\(begin)”"
    )
  }
}
