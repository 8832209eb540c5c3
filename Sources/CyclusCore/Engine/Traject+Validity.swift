// Until when documents are valid, and what opens because one is not.
extension Traject {
  /// The last day of a document, and from which day on that is on record.
  struct Validity {
    var since: Day
    var until: Day
  }

  /// Every last day that is on record for a document: the one that the traject was given, and those handed in.
  func validities(of id: String, _ rulebook: Rulebook) -> [Validity] {
    guard let definition = rulebook.workflow.document(id) else { return [] }
    let given = givenUntil(definition).map { Validity(since: from, until: $0) }
    let submitted = documents.filter { ItemKey($0.key)?.id == id }.flatMap(\.value.submissions)
    return [given].compactMap(\.self)
      + submitted.compactMap { submission in
        submission.validUntil.map { Validity(since: submission.on, until: $0) }
      }
  }

  /// The last day that a parameter gives for a document, which then counts as handed in on the first day.
  func givenUntil(_ document: DocumentDefinition) -> Day? {
    guard case .parameter(let name) = document.validity else { return nil }
    return parameters[name].flatMap { Day($0) }
  }

  /// Whether a document that was on record on a day had not run out then.
  func isValid(_ document: String, on day: Day, _ rulebook: Rulebook) -> Bool {
    validities(of: document, rulebook).contains { $0.since <= day && day <= $0.until }
  }

  /// The latest last day of a document; `nil` where none is on record.
  public func validUntil(_ document: String, _ rulebook: Rulebook) -> Day? {
    validities(of: document, rulebook).map(\.until).max()
  }

  /// The day from which it is known that a document runs out before the gesprek of an item; `nil` while it does not.
  ///
  /// That is not before the gesprek itself opens: until then its day says little.
  func dayOfRunningOut(_ document: String, _ rulebook: Rulebook, _ context: Context) -> Day? {
    guard let last = validities(of: document, rulebook).max(by: { $0.until < $1.until }),
      let gesprek = context.gesprek, let day = day(ofGesprek: gesprek, rulebook, context), last.until < day
    else { return nil }
    return max(last.since, opening(ofGesprek: gesprek, rulebook, context) ?? last.since)
  }

  /// The obligations of a task without those that its opening took back, as when a valid document was entered late.
  ///
  /// One that was met, waived or flagged stays.
  func standing(_ obligations: [Obligation], _ opening: Opening?, _ rulebook: Rulebook) -> [Obligation] {
    guard let opening, opening.isTakenBack else { return obligations }
    return obligations.compactMap { obligation in
      var standing = obligation
      standing.isConditional = true
      if standing.opens != nil { return standing }
      let key = obligation.key.description
      let flag = flags.last { $0.obligation == obligation.key }
      guard let known = settled[key]?.on ?? waived[key]?.on ?? flag?.due else { return nil }
      standing.date(
        flag.map { Reckoning($0.due, rulebook.accounts ? [.recorded($0.due, .flagged(on: $0.on))] : nil) })
      standing.opens = known
      return standing
    }
  }
}

extension Opening {
  /// Whether what is recorded later can take back that something opened.
  var isTakenBack: Bool {
    switch self {
    case .without, .runsOut, .withResult: true
    case .start, .week, .with, .phase, .after, .set, .itsWeek, .startOfItsPeriod: false
    }
  }
}

extension Deliberation {
  /// Warns of documents that run out before a gesprek on a day, as far as the workflow looks at that.
  mutating func warn(ofRunningOutBefore gesprek: String, on day: Day) {
    for document in runningOut(around: gesprek) {
      guard let definition = workflow.document(document),
        let last = traject.validUntil(document, rulebook), last < day
      else { continue }
      remarks.append(Sentence.runsOut(definition, last, workflow.title(of: gesprek), day))
    }
  }

  /// Warns where a document that was handed in runs out before a gesprek that is planned or due.
  mutating func warn(ofRunningOut definition: DocumentDefinition, on last: Day) {
    if last < happened {
      remarks.append(
        Sentence.plainly(
          "let op: \(definition.title.nl) was op \(happened.longNL) al verlopen: de laatste dag is \(last.longNL)",
          "note: \(definition.title.en) had run out on \(happened.longEN) already: its last day is \(last.longEN)"
        ))
      return
    }
    for gesprek in workflow.gesprekken where runningOut(around: gesprek.id).contains(definition.id) {
      guard traject.record(ofGesprek: gesprek.id)?.held.isEmpty ?? true,
        let day = traject.day(ofGesprek: ItemKey(gesprek.id), rulebook), last < day
      else { continue }
      remarks.append(Sentence.runsOut(definition, last, gesprek.title, day))
    }
  }

  /// The documents of which a task around a gesprek asks whether they run out before it.
  private func runningOut(around gesprek: String) -> [String] {
    workflow.tasks.compactMap { task in
      guard case .runsOut(let document) = task.opens,
        task.belongsTo == gesprek || task.forEach.contains(gesprek)
      else { return nil }
      return document
    }
  }
}

extension Sentence {
  fileprivate static func runsOut(
    _ document: DocumentDefinition, _ last: Day, _ gesprek: Localized, _ day: Day
  ) -> Localized {
    plainly(
      "let op: \(document.title.nl) is geldig tot en met \(last.longNL), maar \(gesprek.nl) is op \(day.longNL)",
      "note: \(document.title.en) is valid until \(last.longEN), but \(gesprek.en) is on \(day.longEN)")
  }
}
