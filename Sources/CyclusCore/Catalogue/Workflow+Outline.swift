// What a drawing of a workflow says in a few words: what a phase asks, how often something comes back, what opens a route.
extension Requirement {
  /// What has to be on record, as a line of a list: `Startgesprek afgesloten`.
  public func brief(_ workflow: Workflow) -> Localized {
    if self == .endMoved { return Localized(nl: "Einde verplaatst", en: "End moved") }
    let done = step.participle
    let named: Localized? =
      switch item {
      case "unit": Localized(nl: "Elke onderwijseenheid", en: "Every unit")
      case "outcome": Localized(nl: "Elke leeruitkomst", en: "Every outcome")
      default: nil
      }
    if let named { return Localized(nl: "\(named.nl) \(done.nl)", en: "\(named.en) \(done.en)") }
    let title = workflow.title(of: item)
    if let inThisBlock {
      let unit = workflow.counter(item)?.unit ?? Localized(nl: "keer", en: "times")
      return Localized(
        nl: "\(title.nl): in dit blok \(inThisBlock) \(unit.nl) \(done.nl)",
        en: "\(title.en): \(inThisBlock) \(unit.en) \(done.en) in this block")
    }
    guard step != .done, step != .valid else { return title }
    return isEvery
      ? Localized(nl: "\(title.nl) elke keer \(done.nl)", en: "\(title.en) \(done.en) every time")
      : Localized(nl: "\(title.nl) \(done.nl)", en: "\(title.en) \(done.en)")
  }
}

extension Condition {
  /// When a way is open, beside its arrow: `Eindbeoordeling: voldaan`.
  public func brief(_ workflow: Workflow) -> Localized {
    func has(_ what: Localized, _ value: Localized) -> Localized {
      Localized(nl: "\(what.nl): \(value.nl)", en: "\(what.en): \(value.en)")
    }
    func list(_ inner: [Condition], _ nl: String, _ en: String) -> Localized {
      let words = inner.map { $0.brief(workflow) }
      return Localized(
        nl: words.map(\.nl).joined(separator: " \(nl) "), en: words.map(\.en).joined(separator: " \(en) "))
    }
    switch self {
    case .parameter(let id, let value):
      let parameter = workflow.parameter(id)
      return has(parameter?.title ?? Localized(id), parameter?.kind.wording(value) ?? Localized(value))
    case .recorded(let requirement): return requirement.brief(workflow)
    case .result(let result):
      let field = workflow.gesprek(result.item)?.record.first { $0.id == result.field }?.title
      return has(field ?? workflow.title(of: result.item), Localized(result.value.replacing("-", with: " ")))
    case .lasts: return words(workflow)
    case .all(let inner): return list(inner, "en", "and")
    case .any(let inner): return list(inner, "of", "or")
    case .not(let inner):
      let words = inner.brief(workflow)
      return Localized(nl: "niet (\(words.nl))", en: "not (\(words.en))")
    }
  }
}

extension Recurrence {
  /// How often it comes back, a line for each way in which it does: `per blok`, `per schooljaar ten minste 2 keer`.
  public func words(_ workflow: Workflow) -> [Localized] {
    choices.map { choice in
      let period = choice.period.words(workflow)
      let least = choice.atLeast.map { $0.words(workflow) }
      let when = choice.when?.words(workflow)
      return Localized(
        nl: period.nl + (least.map { " ten minste \($0.nl)" } ?? "") + (when.map { ", als \($0.nl)" } ?? ""),
        en: (least.map { "at least \($0.en) " } ?? "") + period.en + (when.map { ", if \($0.en)" } ?? ""))
    }
  }
}

extension Recurrence.Count {
  fileprivate func words(_ workflow: Workflow) -> Localized {
    switch self {
    case .number(let number): Localized(nl: "\(number) keer", en: number == 1 ? "once" : "\(number) times")
    case .parameter(let id):
      Localized(
        nl: "het \(workflow.parameter(id)?.title.nl ?? id)",
        en: "the \(workflow.parameter(id)?.title.en ?? id)")
    }
  }
}

extension Recurrence.Period {
  fileprivate func words(_ workflow: Workflow) -> Localized {
    switch self {
    case .weeks(let first, let last):
      Localized(nl: "elke week, week \(first)–\(last)", en: "each week, week \(first)–\(last)")
    case .week: Localized(nl: "elke week", en: "each week")
    case .everyWeeks(let count): Localized(nl: "per \(count) weken", en: "per \(count) weeks")
    case .block: workflow.perBlock
    case .schoolYear: Localized(nl: "per schooljaar", en: "per school year")
    case .placement: Localized(nl: "in het hele traject", en: "in the whole traject")
    case .phase(let id):
      Localized(
        nl: "per keer in fase \(workflow.title(of: id).nl.lowercasedFirst)",
        en: "each time in phase \(workflow.title(of: id).en.lowercasedFirst)")
    case .occasion: Localized(nl: "zo vaak als het voorkomt", en: "as often as it happens")
    }
  }
}

extension Workflow {
  /// `per blok`, or by the name that the workflow gives its blocks.
  fileprivate var perBlock: Localized {
    guard let name = datedBlocks?.name, name != "blok" else {
      return Localized(nl: "per blok", en: "per block")
    }
    return Localized("per \(name)")
  }

  /// Whether a route opens for what is owed and stays away.
  public func isOpenedByLadder(_ route: String) -> Bool {
    gesprekken.contains { $0.route == route } || documents.contains { $0.route == route }
      || approvals.contains { $0.route == route } || tasks.contains { $0.route == route }
  }

  /// What opens a route by itself: what is owed and stays away, and what is put on record at a gesprek.
  public func opens(route id: String) -> [Localized] {
    let owed =
      gesprekken.filter { $0.route == id }.map(\.title) + documents.filter { $0.route == id }.map(\.title)
      + approvals.filter { $0.route == id }.map(\.title) + tasks.filter { $0.route == id }.map(\.title)
    let results = gesprekken.flatMap { gesprek in
      gesprek.record.flatMap { field in
        field.then.filter { $0.opens == id }.map { consequence in
          let often = consequence.inARow.map {
            Localized(nl: ", \($0) keer achtereen", en: ", \($0) times in a row")
          }
          return Localized(
            nl: "\(gesprek.title.nl): \(field.title.nl) \(consequence.value)\(often?.nl ?? "")",
            en: "\(gesprek.title.en): \(field.title.en) \(consequence.value)\(often?.en ?? "")")
        }
      }
    }
    let late =
      owed.isEmpty
      ? []
      : [
        Localized(
          nl: "te laat: \(owed.map(\.nl.lowercasedFirst).joined(separator: ", "))",
          en: "overdue: \(owed.map(\.en.lowercasedFirst).joined(separator: ", "))")
      ]
    let disputed =
      disputes?.route == id
      ? [Localized(nl: "geen overeenstemming na een dialoog", en: "no agreement after a dialogue")] : []
    return late + results + disputed
  }
}
