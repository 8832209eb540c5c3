extension StartRequest {
  /// The request with its parameters as they are stored.
  func reading(_ workflow: Workflow) -> StartRequest {
    var read = self
    for (id, value) in parameters {
      read.parameters[id] = workflow.parameter(id)?.kind.reading(value) ?? value
    }
    return read
  }
}

extension Traject {
  /// What is wrong with the parameters of a start.
  ///
  /// A `length` is that of the placement in days, where its last day is known.
  public static func parameterFaults(
    _ values: [String: String], _ workflow: Workflow, length: Int? = nil
  ) -> [Refusal.Missing] {
    var missing: [Refusal.Missing] = []
    for (id, value) in values.sorted(by: { $0.key < $1.key }) where !StartRequest.labels.contains(id) {
      guard let parameter = workflow.parameter(id) else {
        missing.append(
          .init(
            what: Localized(id),
            message: Sentence.unknown(
              Localized(nl: "parameter", en: "parameter"), id, workflow.parameters.map(\.id)),
            input: .parameter(id)))
        continue
      }
      let means =
        parameter.when?.holds(
          { values[$0] ?? workflow.parameter($0)?.fallback }, { _ in false }, length: length) ?? true
      if !means {
        missing.append(
          .init(
            what: parameter.title, message: Sentence.meansNothing(parameter), rule: parameter.citation,
            input: .parameter(id)))
      }
      guard !parameter.accepts(parameter.kind.reading(value)) else { continue }
      missing.append(
        .init(
          what: parameter.title, message: Sentence.wrongValue(parameter, value), rule: parameter.citation,
          input: .parameter(id)))
    }
    for parameter in workflow.parameters
    where parameter.isRequired && parameter.fallback == nil && values[parameter.id] == nil {
      missing.append(
        .init(
          what: parameter.title,
          message: Sentence.plainly(
            "\(parameter.title.nl) moet bij de start bekend zijn: geef --set \(parameter.id)=…",
            "\(parameter.title.en) has to be known at the start: give --set \(parameter.id)=…"),
          rule: parameter.citation, input: .parameter(parameter.id)))
    }
    return missing
  }

  /// What is wrong with the fellow students whom parameters name.
  static func personFaults(
    _ request: StartRequest, _ roles: [Attendance], _ workflow: Workflow
  ) -> [Refusal.Missing] {
    let assigned = roles.map { Assignment(role: $0.role, person: $0.person, since: request.from) }
    return workflow.parameters.compactMap { parameter in
      let value = request.parameters[parameter.id] ?? ""
      return parameter.personFault(value, student: request.student, assigned).map {
        .init(what: parameter.title, message: $0, rule: parameter.citation, input: .parameter(parameter.id))
      }
    }
  }

  /// The fault of blocks that cannot be laid out, with the parameter that starts the block.
  static func timelineFault(_ problem: TimelineProblem, _ workflow: Workflow) -> Refusal.Missing {
    var parameter: String?
    var input: StartRequest.Input = .from
    switch problem {
    case .overlaps(let block, _, _):
      parameter = workflow.timeline.first { $0.part.name == block }?.startParameter
    case .outside: parameter = workflow.datedBlocks?.startsParameter
    case .noEnd, .tooLong: input = .until
    case .endless: break
    }
    return Refusal.Missing(
      what: Localized(nl: "tijdlijn", en: "timeline"), message: Sentence.timeline(problem, parameter),
      rule: workflow.datedBlocks?.citation ?? Citation(), input: parameter.map { .parameter($0) } ?? input)
  }

  /// What is worth saying about a traject that starts: where its dates are unusual, and what was assumed.
  func startRemarks(_ rulebook: Rulebook) -> [Localized] {
    var remarks = rulebook.timeline.warnings.map(Sentence.timeline)
    let end = rulebook.timeline.end
    if rulebook.calendar == nil, let known = rulebook.workflow.freeDays.map(\.to).max(), end > known {
      remarks.append(
        Sentence.plainly(
          "let op: de vrije dagen van deze workflow lopen tot \(known.longNL), het traject tot \(end.longNL)",
          "note: the free days of this workflow run to \(known.longEN), the traject to \(end.longEN)"))
    }
    let last = max(end, obligations(rulebook).compactMap(\.due).max() ?? end)
    if let until, until < last { remarks.append(Sentence.endsEarly(until, end, last)) }
    remarks += undecided(rulebook).map(Sentence.undecided)
    remarks += concernRemarks(rulebook.workflow, on: from)
    let assumed = assumed(rulebook).filter { rulebook.workflow.shapesStart($0.id) }.map {
      "\($0.id)=\($0.value)"
    }
    if !assumed.isEmpty {
      remarks.append(
        Sentence.plainly(
          "let op: niet opgegeven en daarom aangenomen: \(assumed.joined(separator: ", "))",
          "note: not given and therefore assumed: \(assumed.joined(separator: ", "))"))
    }
    return remarks
  }

  /// The parameters that were not given, with the value that counts for them.
  func assumed(_ rulebook: Rulebook) -> [(id: String, value: String)] {
    rulebook.workflow.parameters.compactMap { parameter in
      guard parameters[parameter.id] == nil else { return nil }
      if let fallback = parameter.fallback { return (parameter.id, fallback) }
      let block = rulebook.workflow.timeline.first { $0.startParameter == parameter.id }?.part.name
      return block.flatMap { rulebook.timeline.start(ofBlock: $0) }.map { (parameter.id, $0.description) }
    }
  }
}

extension StartRequest {
  /// What is wrong with the last day: it lies before the first, or before a block that would never begin.
  ///
  /// A last day within the last block is allowed, as a placement may end early; it moves no deadline.
  func endFault(_ rulebook: Rulebook?) -> Refusal.Missing? {
    guard let until else { return nil }
    func fault(_ message: Localized) -> Refusal.Missing {
      .init(what: Localized(nl: "einddatum", en: "end date"), message: message, input: .until)
    }
    if until < from {
      return fault(
        Sentence.plainly(
          "het einde \(until.longNL) ligt voor het begin \(from.longNL): geef een later einde of een eerder begin",
          "the end \(until.longEN) lies before the beginning \(from.longEN): give a later end or an earlier beginning"
        ))
    }
    guard let rulebook else { return nil }
    for item in rulebook.workflow.timeline {
      guard let start = rulebook.timeline.start(ofBlock: item.part.name), until < start else { continue }
      let end = rulebook.timeline.end
      return fault(
        Sentence.plainly(
          "het einde \(until.longNL) ligt voor \(item.part.name), dat op \(start.longNL) begint: geef een later einde (de lesweken lopen tot en met \(end.longNL)), of laat het weg",
          "the end \(until.longEN) lies before \(item.part.name), which starts on \(start.longEN): give a later end (the teaching weeks run to \(end.longEN)), or leave it out"
        ))
    }
    return nil
  }
}

extension Sentence {
  static func studentInRole(_ student: PersonID, _ role: Role) -> Localized {
    plainly(
      "\(student) is de student van dit traject en kan niet ook \(role.title.nl) zijn: geef een ander de rol \(role.id)",
      "\(student) is the student of this traject and cannot be \(role.title.en) too: give somebody else the role \(role.id)"
    )
  }

  static func otherStudent(_ student: PersonID, _ role: Role) -> Localized {
    plainly(
      "de rol \(role.title.nl) is van \(student), voor wie het traject begint: laat --role \(role.id) weg",
      "the role \(role.title.en) is that of \(student), whose traject begins: leave --role \(role.id) out")
  }

  fileprivate static func endsEarly(_ until: Day, _ weeks: Day, _ last: Day) -> Localized {
    let (what, day) =
      until < weeks
      ? (Localized(nl: "de lesweken lopen tot en met", en: "the teaching weeks run to"), weeks)
      : (Localized(nl: "de laatste uiterste datum is", en: "the last due date is"), last)
    return plainly(
      "let op: het einde is \(until.longNL), maar \(what.nl) \(day.longNL); een einddatum verschuift geen termijn",
      "note: the end is \(until.longEN), but \(what.en) \(day.longEN); an end date moves no deadline")
  }

  static func timeline(_ problem: TimelineProblem, _ parameter: String?) -> Localized {
    switch problem {
    case .overlaps(let block, let starts, let ends):
      plainly(
        "\(block) begint op \(starts.longNL), maar het blok ervoor loopt tot en met \(ends.longNL): geef \(parameter.map { "voor \($0) " } ?? "")een latere dag",
        "\(block) starts on \(starts.longEN), but the block before it runs to \(ends.longEN): give a later day\(parameter.map { " for \($0)" } ?? "")"
      )
    case .endless:
      plainly(
        "de blokken passen niet in de kalender, er zijn te veel weken zonder werkdagen: geef een ander begin, of kijk de vrije dagen (free-days) van de workflow na",
        "the blocks do not fit in the calendar, there are too many weeks without working days: give another beginning, or look at the free days (free-days) of the workflow"
      )
    case .noEnd:
      plainly(
        "van deze workflow moet het einde bekend zijn, want daarop eindigt het laatste blok: geef --until of vul de kolom eind",
        "of this workflow the end has to be known, as the last block ends on it: give --until or fill the column eind"
      )
    case .outside(let day, let from, let until):
      plainly(
        "een blok kan niet op \(day.longNL) beginnen: geef \(parameter.map { "voor \($0) " } ?? "")alleen dagen na het begin \(from.longNL) en niet na het einde \(until.longNL)",
        "a block cannot begin on \(day.longEN): give only days after the beginning \(from.longEN) and not after the end \(until.longEN)\(parameter.map { " for \($0)" } ?? "")"
      )
    case .tooLong(let until, let last):
      plainly(
        "het einde \(until.longNL) ligt meer dan tien jaar na het begin: geef een einde tot en met \(last.longNL)",
        "the end \(until.longEN) lies more than ten years after the beginning: give an end up to \(last.longEN)"
      )
    }
  }

  fileprivate static func timeline(_ warning: TimelineWarning) -> Localized {
    switch warning {
    case .breakLength(let name, let weeks, let expected):
      plainly(
        "let op: \(name) duurt \(weeks) weken, het handboek rekent op \(expected)",
        "note: \(name) takes \(weeks) weeks, the handbook counts on \(expected)")
    }
  }
}

extension Workflow {
  /// Whether the dates of a traject, or whether it may begin at all, hang on a parameter: then its lack is worth a word.
  fileprivate func shapesStart(_ parameter: String) -> Bool {
    parameter == regionParameter || datedBlocks?.startsParameter == parameter
      || timeline.contains { $0.startParameter == parameter }
      || blocks.contains { $0.onEntry?.mentions(parameter) ?? false }
  }
}
