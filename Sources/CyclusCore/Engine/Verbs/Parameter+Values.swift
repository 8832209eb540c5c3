extension Parameter.Kind {
  /// A value as it is stored: `ja` and `nee` are `yes` and `no`, a date may be written as people do, and between the
  /// values of a list stand commas or upright strokes.
  public func reading(_ value: String) -> String {
    switch self {
    case .yesNo: ["ja": "yes", "nee": "no"][value.lowercased()] ?? value
    case .date: Day.dutch(value)?.description ?? value
    case .dates: Self.dates(value)
    case .someOf:
      value.split { $0 == "," || $0 == "|" }.map { $0.filter { !$0.isWhitespace } }.joined(separator: ",")
    case .oneOf, .number, .person: value
    }
  }

  /// A value as people read it.
  public func wording(_ value: String) -> Localized {
    switch self {
    case .yesNo: value == "yes" ? Localized(nl: "ja", en: "yes") : Localized(nl: "nee", en: "no")
    case .someOf: Localized(value.replacing(",", with: ", "))
    case .date: Day(value).map { Localized(nl: $0.longNL, en: $0.longEN) } ?? Localized(value)
    case .dates:
      Localized(
        nl: Day.list(value).map(\.longNL).joined(separator: ", "),
        en: Day.list(value).map(\.longEN).joined(separator: ", "))
    case .oneOf, .number, .person: Localized(value)
    }
  }

  /// Whether a value is one that the parameter takes.
  public func accepts(_ value: String) -> Bool {
    switch self {
    case .oneOf(let values): values.contains(value)
    case .yesNo: value == "yes" || value == "no"
    case .date: Day(value) != nil
    case .dates: Day.areAscending(value)
    case .number: Int(value) != nil
    case .someOf(let values, let range): Self.accepts(value, among: values, range)
    case .person: PersonID(value) != nil
    }
  }

  /// A list of dates with each as it is stored.
  private static func dates(_ list: String) -> String {
    let written = list.filter { !$0.isWhitespace }.split(separator: ",", omittingEmptySubsequences: false)
    return written.map(String.init).map { Day.dutch($0)?.description ?? $0 }.joined(separator: ",")
  }

  /// Whether a list with commas names different ones of some values, as many as a range allows.
  private static func accepts(_ list: String, among values: [String], _ range: ClosedRange<Int>) -> Bool {
    let named = list.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    return Set(named).count == named.count && named.allSatisfy(values.contains) && range.contains(named.count)
  }
}

extension Parameter {
  /// What is wrong with the person that a parameter names, a fellow student: the student, or who has a role here.
  func personFault(_ value: String, student: PersonID, _ roles: [Traject.Assignment]) -> Localized? {
    guard kind == .person, let person = PersonID(value) else { return nil }
    if person == student {
      return Sentence.plainly(
        "\(title.nl): \(person) is de student zelf: noem een ander",
        "\(title.en): \(person) is the student: name somebody else")
    }
    guard roles.contains(where: { $0.person == person }) else { return nil }
    return Self.noStudent(title, person)
  }

  /// A person who was named as a fellow student, and has a role of staff.
  public static func noStudent(_ parameter: Localized, _ person: PersonID) -> Localized {
    Sentence.plainly(
      "\(parameter.nl): \(person) is geen student maar begeleidt: noem een medestudent",
      "\(parameter.en): \(person) is no student but guides: name a fellow student")
  }

  /// Whether a value is one that the parameter takes, within its bounds.
  public func accepts(_ value: String) -> Bool {
    guard kind.accepts(value) else { return false }
    guard kind == .number, let number = Int(value) else { return true }
    return number >= least ?? .min && number <= most ?? .max
  }
}

extension Day {
  /// The days in a list with commas; what is no date is left out.
  static func list(_ text: String) -> [Day] { text.split(separator: ",").compactMap { Day(String($0)) } }

  /// Whether a text is a list of dates with commas, each later than the one before.
  fileprivate static func areAscending(_ text: String) -> Bool {
    let days = list(text)
    return days.count == text.split(separator: ",", omittingEmptySubsequences: false).count
      && zip(days, days.dropFirst()).allSatisfy { $0 < $1 }
  }
}

extension Sentence {
  static func wrongValue(_ parameter: Parameter, _ value: String) -> Localized {
    if let slip = slip(parameter, value) { return slip }
    return switch parameter.kind {
    case .oneOf(let values):
      plainly(
        "\(parameter.title.nl): «\(value)» kan niet; kies \(list(values, "of"))",
        "\(parameter.title.en): “\(value)” is not possible; choose \(list(values, "or"))")
    case .yesNo:
      plainly(
        "\(parameter.title.nl): «\(value)» kan niet; kies ja of nee",
        "\(parameter.title.en): “\(value)” is not possible; choose yes or no")
    case .date:
      plainly(
        "\(parameter.title.nl): «\(value)» is geen bestaande datum; \(Day.writing.nl)",
        "\(parameter.title.en): “\(value)” is not an existing date; \(Day.writing.en)")
    case .dates:
      plainly(
        "\(parameter.title.nl): «\(value)» kan niet; schrijf bestaande datums, zoals 2-3-2026 of 2026-03-02, de vroegste eerst, met komma's ertussen",
        "\(parameter.title.en): “\(value)” is not possible; write existing dates, such as 2-3-2026 or 2026-03-02, the earliest first, with commas between"
      )
    case .number where parameter.kind.accepts(value): outOfBounds(parameter, value)
    case .number:
      plainly(
        "\(parameter.title.nl): «\(value)» is geen geheel getal; schrijf cijfers, zoals 12",
        "\(parameter.title.en): “\(value)” is not a whole number; write digits, such as 12")
    case .someOf(let values, let range):
      plainly(
        "\(parameter.title.nl): «\(value)» kan niet; noem er \(span(range, "tot en met")) uit \(list(values, "en")), met komma's ertussen",
        "\(parameter.title.en): “\(value)” is not possible; name \(span(range, "to")) of \(list(values, "and")), with commas between"
      )
    case .person:
      plainly(
        "\(parameter.title.nl): «\(value)» is niemand die bekend is: geef een nummer of code",
        "\(parameter.title.en): “\(value)” is nobody who is known: give a number or code")
    }
  }

  /// A number below the least or above the most that its parameter takes.
  private static func outOfBounds(_ parameter: Parameter, _ value: String) -> Localized {
    let bounds =
      switch (parameter.least, parameter.most) {
      case (let least?, let most?):
        Localized(nl: "van \(least) tot en met \(most)", en: "from \(least) to \(most)")
      case (let least?, nil): Localized(nl: "van ten minste \(least)", en: "of at least \(least)")
      case (nil, let most): Localized(nl: "van ten hoogste \(most ?? 0)", en: "of at most \(most ?? 0)")
      }
    return plainly(
      "\(parameter.title.nl): \(value) kan niet; geef een getal \(bounds.nl)",
      "\(parameter.title.en): \(value) is not possible; give a number \(bounds.en)")
  }

  /// A value that was meant well: in other letters, nearly right, or named twice; `nil` where nobody can tell.
  private static func slip(_ parameter: Parameter, _ value: String) -> Localized? {
    let known: [String]
    let named: [String]
    switch parameter.kind {
    case .oneOf(let values): (known, named) = (values, [value])
    case .someOf(let values, _): (known, named) = (values, value.split(separator: ",").map(String.init))
    case .yesNo, .date, .dates, .number, .person: return nil
    }
    let (nl, en) = (parameter.title.nl, parameter.title.en)
    for (index, name) in named.enumerated() {
      if let meant = known.contains(name) ? nil : meant(name, known) {
        return plainly(
          "\(nl): «\(name)» kan niet; bedoelt u \(meant)?",
          "\(en): “\(name)” is not possible; do you mean \(meant)?")
      }
      if named[..<index].contains(name) {
        return plainly(
          "\(nl): \(name) staat er twee keer; noem elk één keer",
          "\(en): \(name) is named twice; name each once")
      }
    }
    return nil
  }

  /// The value with the same letters, small or not; of a longer one the nearest.
  private static func meant(_ name: String, _ known: [String]) -> String? {
    known.first { $0.lowercased() == name.lowercased() }
      ?? (name.count > 3 ? NearestName.of(name, among: known) : nil)
  }

  /// A parameter that was given where it means nothing.
  static func meansNothing(_ parameter: Parameter) -> Localized {
    let condition = parameter.when?.text ?? ""
    return plainly(
      "\(parameter.title.nl): dit geldt alleen bij \(condition); laat het weg",
      "\(parameter.title.en): this only means something with \(condition); leave it out")
  }

  /// A choice that nobody made yet.
  static func undecided(_ parameter: Parameter) -> Localized {
    let source = parameter.citation.words("warn-at")
    return plainly(
      "let op: nog niet gekozen: \(parameter.title.nl) (set \(parameter.id)=…; \(source.nl))",
      "note: not chosen yet: \(parameter.title.en) (set \(parameter.id)=…; \(source.en))")
  }

  /// How many a range allows: `2`, `1 to 3`.
  static func span(_ range: ClosedRange<Int>, _ joint: String) -> String {
    range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound) \(joint) \(range.upperBound)"
  }
}
