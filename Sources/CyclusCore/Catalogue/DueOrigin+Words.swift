// From where a date counts, in words.
extension Phrase {
  static let startOfTraject = Localized(nl: "begin van het traject", en: "start of the traject")
  static let endOfTraject = Localized(nl: "einde van het traject", en: "end of the traject")
  static let movedEnd = Localized(nl: "verlengd tot deze dag", en: "extended to this day")
  static let askedAgain = Localized(nl: "opnieuw gevraagd", en: "asked again")
  static let itsOpening = Localized(nl: "dag waarop het kan", en: "day on which it can be done")
  static let startOfPeriod = Localized(nl: "begin van zijn periode", en: "start of its period")
  static let itsGesprek = Localized(
    nl: "het gesprek waar het bij hoort", en: "the gesprek that it belongs to")
  static let notOnTimeline = Localized(
    nl: "de tijdlijn van dit traject heeft die week of periode niet",
    en: "the timeline of this traject does not have that week or period")
  static let hasEnded = Localized(
    nl: "niets: het traject is geëindigd, er wordt niets meer gevraagd",
    en: "nothing: the traject has ended, nothing is asked any more")
  static let stoodStill = Localized(
    nl: "niets: op die dag stond de klok stil, en daarna wordt het niet meer gevraagd",
    en: "nothing: the clock stood still on that day, and it is not asked afterwards")

  static func start(ofBlock name: String, _ workflow: Workflow) -> Localized {
    let block = block(name, workflow)
    return Localized(nl: "begin van \(block.nl)", en: "start of \(block.en)")
  }

  /// A block by its number: `blok 2`.
  static func block(_ name: String, _ workflow: Workflow) -> Localized {
    let blocks = workflow.timeline.map(\.part).filter { $0.kind == .block }
    let number = blocks.firstIndex { $0.name == name }.map { $0 + 1 }
    return number.map { workflow.words(ofBlock: $0) } ?? Localized(name)
  }

  /// The first or last day of a period.
  static func point(_ point: PeriodPoint, of period: Rulebook.Period, _ workflow: Workflow) -> Localized {
    let name = self.period(period, workflow)
    return switch point {
    case .start, .middle: Localized(nl: "begin van \(name.nl)", en: "start of \(name.en)")
    // A school year ends with July; what ends before, ends with the traject.
    case .end where period.kind == .schoolYear && period.last.month != 7:
      Localized(
        nl: "einde van het traject, in \(name.nl)", en: "end of the traject, in \(name.en)")
    case .end: Localized(nl: "einde van \(name.nl)", en: "end of \(name.en)")
    }
  }

  /// A period by the name that people give it: `schooljaar 2026-2027`, `de plaatsing`, `blok 2`.
  static func period(_ period: Rulebook.Period, _ workflow: Workflow) -> Localized {
    let number = Int(period.name.drop { !$0.isNumber }) ?? 1
    switch period.kind {
    case .schoolYear:
      let first = period.first.month < 8 ? period.first.year - 1 : period.first.year
      return Localized(nl: "schooljaar \(first)-\(first + 1)", en: "school year \(first)-\(first + 1)")
    case .placement: return Localized(nl: "de plaatsing", en: "the placement")
    case .phase(let id):
      let title = workflow.title(of: id)
      return Localized(
        nl: "fase \(title.nl.lowercasedFirst), keer \(number)",
        en: "phase \(title.en.lowercasedFirst), time \(number)")
    case .weeks, .week: return Localized(nl: "lesweek \(number)", en: "teaching week \(number)")
    case .everyWeeks(let count):
      let last = number + count - 1
      return Localized(nl: "lesweken \(number)–\(last)", en: "teaching weeks \(number)–\(last)")
    case .block, nil: return workflow.words(ofBlock: number)
    case .occasion: return Localized(nl: "keer \(number)", en: "time \(number)")
    }
  }

  /// That a step was taken: `Startgesprek gehouden`.
  static func taken(_ step: Step, _ item: ItemKey, _ workflow: Workflow) -> Localized {
    if step == .moved { return Localized(nl: "einde verplaatst", en: "end moved") }
    let title = workflow.title(of: item.first)
    let done = step == .feedback ? Step.assessed.participle : step.participle
    return Localized(nl: "\(title.nl) \(done.nl)", en: "\(title.en) \(done.en)")
  }

  static func planned(_ gesprek: ItemKey, _ workflow: Workflow) -> Localized {
    let title = workflow.title(of: gesprek.first)
    return Localized(
      nl: "dag waarop gepland is: \(title.nl)", en: "day for which is planned: \(title.en)")
  }

  static func sentBack(_ document: ItemKey, _ workflow: Workflow) -> Localized {
    let title = workflow.title(of: document.first)
    return Localized(nl: "\(title.nl) teruggestuurd", en: "\(title.en) sent back")
  }

  static func disputed(_ outcome: String, _ workflow: Workflow) -> Localized {
    let title = workflow.title(of: outcome)
    return Localized(nl: "oordeel betwist: \(title.nl)", en: "verdict disputed: \(title.en)")
  }

  static func opened(_ escalation: String) -> Localized {
    Localized(nl: "\(escalation) geopend", en: "\(escalation) opened")
  }

  static func entered(_ phase: String, _ workflow: Workflow) -> Localized {
    let title = workflow.title(of: phase)
    return Localized(
      nl: "begin van fase \(title.nl.lowercasedFirst)", en: "start of phase \(title.en.lowercasedFirst)")
  }

  static func monday(ofWeek number: Int) -> Localized {
    Localized(nl: "maandag van lesweek \(number)", en: "Monday of teaching week \(number)")
  }

  static func opening(of item: String, _ workflow: Workflow) -> Localized {
    let title = workflow.title(of: item)
    return Localized(nl: "eerste dag voor: \(title.nl)", en: "first day for: \(title.en)")
  }

  static func given(_ parameters: [String], _ workflow: Workflow) -> Localized {
    let titles = parameters.map { workflow.parameter($0)?.title ?? Localized($0) }
    return Localized(
      nl: "vastgelegd: \(Sentence.list(titles.map(\.nl), "of"))",
      en: "set: \(Sentence.list(titles.map(\.en), "or"))")
  }

  static func runsOut(_ document: String, _ workflow: Workflow) -> Localized {
    let title = workflow.title(of: document)
    return Localized(
      nl: "\(title.nl) loopt af voor het gesprek", en: "\(title.en) runs out before the gesprek")
  }

  /// A pause that lasts.
  static func standing(_ pause: Traject.Pause) -> Localized {
    let cause = pause.cause.words
    return Localized(
      nl: "pauze sinds \(pause.since.longNL) (\(cause.nl)): resume zet de klok weer aan",
      en: "paused since \(pause.since.longEN) (\(cause.en)): resume starts the clock again")
  }

  /// A block that stands and stops the clock.
  static func standing(_ block: BlockDefinition, since: Day) -> Localized {
    Localized(
      nl: "blokkade sinds \(since.longNL): \(block.title.nl)",
      en: "blocked since \(since.longEN): \(block.title.en)")
  }
}

extension PauseDefinition.Cause {
  /// On whose account, in words.
  var words: Localized {
    switch self {
    case .student: Localized(nl: "student", en: "student")
    case .workplace: Localized(nl: "werkplek", en: "workplace")
    case .institute: Localized(nl: "instituut", en: "institute")
    }
  }
}
