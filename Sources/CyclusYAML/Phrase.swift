import CyclusCore

/// A closed set of phrases, each a text in which capitals stand for what is filled in: `N UNIT after
/// ITEM STEP`.
struct Phrases<Meaning: Sendable>: Sendable {
  /// One phrase.
  struct Form: Sendable {
    /// The phrase as people read it.
    let text: String
    /// What it means with what was filled in.
    let meaning: @Sendable (Filled) -> Meaning?

    init(_ text: String, _ meaning: @escaping @Sendable (Filled) -> Meaning?) {
      self.text = text
      self.meaning = meaning
    }
  }

  /// What there is a phrase for, such as an opening.
  let subject: Localized
  /// The phrases that there are.
  let forms: [Form]
  /// How it looks with everything filled in, where there is one phrase only.
  var example: String?

  /// Reads a text; where it is none of the phrases, or a part is wrong, the problem says so.
  func read(_ text: String) -> Result<Meaning, PhraseProblem> {
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    var partFault: PhraseProblem?
    for form in forms {
      var filled = Filled(words: words)
      guard filled.matches(form.text) else { continue }
      if let fault = filled.fault {
        partFault = partFault ?? fault
      } else if let meaning = form.meaning(filled) {
        return .success(meaning)
      }
    }
    // `after the opening` fits `after ITEM STEP`, but a word of another phrase shows that this one
    // was not meant.
    if let partFault, partFault.problem.rule != "UnknownStep" || !isOfAnotherPhrase(words) {
      return .failure(partFault)
    }
    return .failure(PhraseProblem(problem: .badPhrase(text, self, nearest: nearest(words))))
  }

  /// Whether the last word, which stands at `STEP`, is no step but a word that some phrase ends with.
  private func isOfAnotherPhrase(_ words: [String]) -> Bool {
    guard let last = words.last, Step(rawValue: last) == nil else { return false }
    return forms.contains { $0.text.split(separator: " ").last == last[...] }
  }

  /// The phrase that differs least, word by word.
  private func nearest(_ words: [String]) -> String? {
    forms.map { ($0.text, distance(words, $0.text.split(separator: " ").map(String.init))) }
      .filter { $0.1 < Double(max(words.count, 1)) }
      .min { $0.1 < $1.1 }?.0
  }

  private func distance(_ words: [String], _ pattern: [String]) -> Double {
    var last = (0...pattern.count).map(Double.init)
    for (i, word) in words.enumerated() {
      var row = [Double(i + 1)]
      for (j, part) in pattern.enumerated() {
        row.append(min(last[j + 1] + 1, row[j] + 1, last[j] + difference(word, part)))
      }
      last = row
    }
    return last[pattern.count]
  }

  private func difference(_ word: String, _ part: String) -> Double {
    if part == "N" || part == "NUMBER" { return Int(word) == nil ? 1 : 0 }
    if part == "UNIT" { return Span.Unit(word) == nil ? 0.4 : 0 }
    if part == "POINT" { return PeriodPoint(rawValue: word) == nil ? 0.4 : 0 }
    if part == "STEP" { return Step(rawValue: word) == nil ? 0.8 : 0 }
    if part.uppercased() == part { return 0.4 }
    return min(1, 1.5 * Double(NearestName.slips(from: word, to: part)) / Double(max(word.count, part.count)))
  }
}

/// Why a phrase cannot be read.
struct PhraseProblem: Error {
  let problem: Problem
}

/// What stands in a phrase where its form has capitals.
struct Filled {
  private var words: ArraySlice<String>
  /// The number at `N`.
  private(set) var number = 0
  /// The numbers at `N`, where there are several.
  private(set) var numbers: [Int] = []
  /// The unit at `UNIT`.
  private(set) var unit = Span.Unit.days
  /// The step at `STEP`.
  private(set) var step = Step.done
  /// The moment at `POINT`.
  private(set) var point = PeriodPoint.end
  /// The value at `VALUE`.
  private(set) var value = ""
  /// The name at `ITEM`, `PHASE`, `NAME`, `FIELD`, `ROLE` or `CORNER`.
  private(set) var name = ""
  /// The names, where there are several.
  private(set) var names: [String] = []
  /// The gesprek at `GESPREK`.
  private(set) var gesprek = GesprekReference.its
  /// The first part that cannot be what it has to be.
  private(set) var fault: PhraseProblem?

  init(words: [String]) { self.words = words[...] }

  /// The number and the unit together.
  var span: Span { Span(number, unit) }
  /// The name and the step together.
  var requirement: Requirement { Requirement(name, step) }
  /// The same for every occurrence of what recurs.
  var everyRequirement: Requirement { Requirement(name, step, isEvery: true) }

  /// Lays the words along a form; the words in small letters have to be there.
  mutating func matches(_ form: String) -> Bool {
    for part in form.split(separator: " ") {
      guard fill(String(part)) else { return false }
    }
    return words.isEmpty
  }

  private mutating func fill(_ part: String) -> Bool {
    guard let word = words.popFirst() else { return false }
    switch part {
    case "N":
      guard let value = Int(word) else { return false }
      if !(0...400).contains(value) { refuse(.outOfRange(value, 0...400)) }
      number = value
      numbers.append(value)
    case "NUMBER":
      guard let value = Int(word) else { return false }
      if !(1...100_000).contains(value) { refuse(.outOfRange(value, 1...100_000)) }
      number = value
    case "UNIT":
      let words = word == "working" ? "\(word) \(self.words.popFirst() ?? "")" : word
      guard let known = Span.Unit(words) else {
        refuse(.unknownWord(words, Span.Unit.allCases.map(\.rawValue)))
        return true
      }
      unit = known
    case "STEP":
      guard let known = Step(rawValue: word) else {
        refuse(.unknownStep(word))
        return true
      }
      step = known
    case "POINT":
      guard let known = PeriodPoint(rawValue: word) else { return false }
      point = known
    case "GESPREK":
      if word == "its" {
        gesprek = .its
        return words.popFirst() == "gesprek"
      }
      gesprek = .named(word)
      if !NameRule.allows(word) { refuse(.badName(word)) }
    case "VALUE": value = word
    case "ITEM", "PHASE", "NAME", "FIELD", "ROLE", "CORNER":
      name = word
      names.append(word)
      if !NameRule.allows(word) { refuse(.badName(word)) }
    default:
      return word == part
    }
    return true
  }

  private mutating func refuse(_ problem: Problem) {
    fault = fault ?? PhraseProblem(problem: problem)
  }
}

extension Span.Unit {
  /// Reads a unit in the singular or the plural, `day` or `working weeks`.
  init?(_ text: String) {
    self.init(rawValue: text.hasSuffix("s") ? text : text + "s")
  }
}

extension Problem {
  static func badPhrase<Meaning>(_ text: String, _ phrases: Phrases<Meaning>, nearest: String?) -> Problem {
    let list = phrases.forms.map { "`\($0.text)`" }.joined(separator: ", ")
    let what = Localized(
      nl: "`\(text.prefix(80))` is geen \(phrases.subject.nl)",
      en: "`\(text.prefix(80))` is no \(phrases.subject.en)")
    if let example = phrases.example {
      let remedy = Localized(
        nl: "schrijf \(list), zoals `\(example)`", en: "write \(list), such as `\(example)`")
      return Problem("BadPhrase", what, remedy)
    }
    let hint = nearest.map { (nl: "bedoelt u `\($0)`? Mogelijk", en: "do you mean `\($0)`? Possible") }
    let remedy = Localized(
      nl: "\(hint?.nl ?? "mogelijk") is: \(list)", en: "\(hint?.en ?? "possible") is: \(list)")
    return Problem("BadPhrase", what, remedy)
  }

  static func unknownStep(_ word: String) -> Problem {
    Problem(
      "UnknownStep", Localized(nl: "`\(word)` is geen stap", en: "`\(word)` is no step"),
      NearestName.remedy(for: word, among: Step.allCases.map(\.rawValue)))
  }
}
