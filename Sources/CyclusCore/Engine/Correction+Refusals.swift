// What a correction says when it is refused, and what it leaves as it was.
extension Correction {
  /// A refusal of a correction that cannot be at all.
  func refusal(_ nl: String, _ en: String) -> Refusal { refusal(Sentence.plainly(nl, en)) }

  /// A refusal of a correction that cannot be at all, in a sentence of the catalogue.
  func refusal(_ message: Localized) -> Refusal {
    Refusal(
      verb: "correct", traject: log.first?.traject,
      missing: [.init(what: Localized(nl: "correctie", en: "correction"), message: message)])
  }

  /// The refusal of a correction by which later events would fall, with the ways out.
  static func refusal(of outlook: CorrectionOutlook, _ traject: Int?) -> Refusal {
    let decisions = outlook.falls.filter(\.isDecision)
    let named = outlook.isCascading ? decisions : outlook.falls
    var refusal = Refusal(verb: "correct", traject: traject, missing: named.map(wouldFall))
    refusal.remedy = remedy(decisions.count, of: outlook)
    return refusal
  }

  private static func remedy(_ decisions: Int, of outlook: CorrectionOutlook) -> Localized {
    let look = Localized(
      nl: "; --dry-run laat zien wat er dan verandert", en: "; --dry-run shows what would change")
    if outlook.isCascading {
      return Localized(
        nl: "neem die eerst zelf terug met correct … --retract, de laatste als eerste\(look.nl)",
        en: "take those out first with correct … --retract, the last one first\(look.en)")
    }
    let first =
      decisions == 0
      ? Localized(
        nl: "corrigeer die eerst, de laatste als eerste, of laat ze meevallen met --cascade",
        en: "correct those first, the last one first, or let them fall along with --cascade")
      : Localized(
        nl:
          "neem de beslissingen eerst zelf terug, de laatste als eerste; de rest kunt u ook eerst corrigeren, of laten meevallen met --cascade",
        en:
          "take out the decisions first, the last one first; the rest can be corrected first too, or fall along with --cascade"
      )
    return Localized(nl: first.nl + look.nl, en: first.en + look.en)
  }

  private static func wouldFall(_ fall: CorrectionOutlook.Fall) -> Refusal.Missing {
    let (seq, name, day) = (fall.event.seq, fall.event.event.name, fall.event.happened)
    let stays = Localized(
      nl: fall.isDecision ? "; een beslissing over de student valt niet met iets anders mee" : "",
      en: fall.isDecision ? "; a decision about the student does not fall along with something else" : "")
    let falls =
      fall.isFollower
      ? Localized(
        nl: "rust op wat dan valt, en valt dan ook", en: "rests on what would fall, and would fall too")
      : Localized(nl: "houdt dan geen stand", en: "would no longer hold")
    return Refusal.Missing(
      what: Localized(nl: "gebeurtenis \(seq) (\(name.nl))", en: "event \(seq) (\(name.en))"),
      message: Sentence.plainly(
        "gebeurtenis \(seq) (\(name.nl), \(day.longNL)) \(falls.nl)\(stays.nl)",
        "event \(seq) (\(name.en), \(day.longEN)) \(falls.en)\(stays.en)"))
  }

  /// The refusal of data that cannot be read as what the event asks for.
  func unreadable(_ problem: EventProblem) -> Refusal {
    let (key, codes) = (problem.key ?? problem.type, problem.codes)
    guard codes.isEmpty else {
      return refusal(
        "«\(key)» kan dit niet zijn: kies \(Sentence.list(codes, "of"))",
        "“\(key)” cannot be this: choose \(Sentence.list(codes, "or"))")
    }
    return refusal(
      "«\(key)» kan deze waarde niet hebben: geef er een zoals in history staat",
      "“\(key)” cannot have this value: give one like that in history")
  }

  /// What is worth saying of a correction that is carried out: what stays out, and that a traject is gone.
  static func remarks(on outlook: CorrectionOutlook, _ traject: Int?) -> [Localized] {
    if outlook.after == nil, let traject {
      return [
        Localized(
          nl:
            "T\(traject) is teruggenomen en staat op geen lijst meer; wat er gebeurde blijft te lezen met history T\(traject), en het nummer wordt niet opnieuw gegeven",
          en:
            "T\(traject) was taken out and is on no list any more; what happened can still be read with history T\(traject), and the number is not given again"
        )
      ]
    }
    let escalations = outlook.escalations.compactMap { Self.remark(on: $0.change, $0.id) }
    guard !outlook.stays.isEmpty else { return escalations }
    let numbers = outlook.stays.map { "#\($0.seq)" }.joined(separator: ", ")
    guard !outlook.isCascading else {
      return escalations + [
        Localized(
          nl: "wat ook dan geen stand houdt, blijft teruggenomen: \(numbers)",
          en: "what does not hold even then stays out: \(numbers)")
      ]
    }
    return escalations + [
      Localized(
        nl:
          "wat met de correctie was meegevallen, blijft teruggenomen: \(numbers); met --cascade komt terug wat weer stand houdt",
        en:
          "what had fallen along with the correction stays out: \(numbers); --cascade brings back what holds again"
      )
    ]
  }

  /// What becomes of an escalation, where no event of its own says so.
  static func remark(on change: CorrectionOutlook.EscalationChange, _ id: String) -> Localized? {
    switch change {
    case .standsAgain:
      Sentence.plainly(
        "\(id) staat weer open: waarom zij was ingetrokken, geldt niet meer; wat erin gevraagd wordt, telt vanaf haar eigen datums",
        "\(id) stands open again: why it was withdrawn holds no more; what is asked in it counts from its own dates"
      )
    case .gone:
      Sentence.plainly(
        "\(id) is weg, met wat haar opende", "\(id) is gone, with what opened it")
    case .back:
      Sentence.plainly(
        "\(id) is terug, met wat haar opende", "\(id) is back, with what opened it")
    case .withdrawn, .opened, .changed: nil
    }
  }
}
