import CyclusCore
import Yams

/// What can be wrong with a value of the file, with what to do about it.
struct Problem {
  /// The name of the fault.
  let rule: String
  /// What is wrong.
  let message: Localized
  /// How to put it right.
  let remedy: Localized

  init(_ rule: String, nl: String, en: String, remedyNL: String, remedyEN: String) {
    self.init(rule, Localized(nl: nl, en: en), Localized(nl: remedyNL, en: remedyEN))
  }

  init(_ rule: String, _ message: Localized, _ remedy: Localized) {
    self.rule = rule
    self.message = message
    self.remedy = remedy
  }

  /// The problem as a finding about the file as a whole.
  func finding(at place: Place?) -> Finding {
    Finding(
      .error, rule: rule, message: message, remedy: remedy, path: [], line: place?.line,
      column: place?.column)
  }
}

extension Problem {
  static let text = Localized(nl: "een tekst", en: "a text")
  static let number = Localized(nl: "een geheel getal", en: "a whole number")
  static let yesNo = Localized(nl: "`yes` of `no`", en: "`yes` or `no`")
  static let day = Localized(nl: "een datum", en: "a date")
  static let list = Localized(nl: "een lijst", en: "a list")
  static let mapping = Localized(nl: "een groep sleutels met waarden", en: "a mapping of keys to values")
  static let assumed = Localized(nl: "`true` of een lijst van sleutels", en: "`true` or a list of keys")

  /// Something else stands there than the key asks for.
  static func wrongType(_ expected: Localized, found node: Node, example: String) -> Problem {
    let found = describe(node)
    return Problem(
      "WrongType", nl: "hier hoort \(expected.nl), maar er staat \(found.nl)",
      en: "\(expected.en) is expected here, not \(found.en)",
      remedyNL: "schrijf bijvoorbeeld `\(example)`", remedyEN: "write for example `\(example)`")
  }

  private static func describe(_ node: Node) -> Localized {
    switch node {
    case .scalar(let scalar) where scalar.string.isEmpty: Localized(nl: "niets", en: "nothing")
    case .scalar(let scalar): Localized("`\(scalar.string.prefix(60))`")
    case .sequence: Localized(nl: "een lijst", en: "a list")
    case .mapping, .alias: mapping
    }
  }

  static func missingKey(_ key: String, example: String?) -> Problem {
    let line = example ?? "\(key): …"
    return Problem(
      "MissingKey", nl: "de sleutel `\(key)` ontbreekt", en: "the key `\(key)` is missing",
      remedyNL: "voeg toe, bijvoorbeeld `\(line)`", remedyEN: "add it, for example `\(line)`")
  }

  static func unknownKey(_ key: String, _ known: [String]) -> Problem {
    Problem(
      "UnknownKey",
      Localized(nl: "de sleutel `\(key)` bestaat hier niet", en: "there is no key `\(key)` here"),
      NearestName.remedy(for: key, among: known))
  }

  static func assumedKey(_ key: String, _ keys: [String]) -> Problem {
    Problem(
      "UnknownKey",
      Localized(
        nl: "`assumed` noemt `\(key)`, maar dit onderdeel heeft die sleutel niet",
        en: "`assumed` names `\(key)`, but this item has no such key"),
      NearestName.remedy(for: key, among: keys))
  }

  static func duplicate(_ key: String, firstLine: Int?) -> Problem {
    let place = firstLine.map { (nl: ", de eerste keer in regel \($0)", en: ", first in line \($0)") }
    return Problem(
      "Duplicate", nl: "de sleutel `\(key)` staat er twee keer\(place?.nl ?? "")",
      en: "the key `\(key)` stands here twice\(place?.en ?? "")",
      remedyNL: "haal er één weg of geef hem een andere naam", remedyEN: "remove one or give it another name")
  }

  static func unknownWord(_ word: String, _ words: [String]) -> Problem {
    Problem(
      "UnknownWord", Localized(nl: "`\(word)` kan hier niet staan", en: "`\(word)` cannot stand here"),
      NearestName.remedy(for: word, among: words))
  }

  static func outOfRange(_ number: Int, _ range: ClosedRange<Int>) -> Problem {
    Problem(
      "OutOfRange", nl: "\(number) valt buiten wat hier kan",
      en: "\(number) is outside what is possible here",
      remedyNL: "kies een getal van \(range.lowerBound) tot en met \(range.upperBound)",
      remedyEN: "choose a number from \(range.lowerBound) to \(range.upperBound)")
  }

  static func badName(_ name: String) -> Problem {
    Problem(
      "BadName", nl: "`\(name)` kan geen naam zijn", en: "`\(name)` cannot be a name",
      remedyNL: "gebruik kleine letters a–z, cijfers en koppeltekens, zoals `verslag-startgesprek`",
      remedyEN: "use small letters a–z, digits and hyphens, as in `verslag-startgesprek`")
  }

  static func badRule(_ rule: String) -> Problem {
    Problem(
      "BadRule", nl: "`\(rule)` is geen regelnummer", en: "`\(rule)` is not the id of a rule",
      remedyNL: "schrijf hoofdletters, een koppelteken en een getal, zoals `R-01`",
      remedyEN: "write capitals, a hyphen and a number, as in `R-01`")
  }

  static func unknownRegion(_ region: String, _ regions: [String]) -> Problem {
    Problem(
      "UnknownName", Localized(nl: "er is geen regio `\(region)`", en: "there is no region `\(region)`"),
      NearestName.remedy(for: region, among: regions))
  }

  static let endsBeforeItBegins = Problem(
    "WrongOrder", nl: "het einde ligt vóór het begin", en: "the end lies before the beginning",
    remedyNL: "zet de vroegste eerst", remedyEN: "put the earlier one first")

  static func notTogether(_ keys: [String]) -> Problem {
    let list = keys.map { "`\($0)`" }.joined(separator: ", ")
    return Problem(
      "OneOfThese", nl: "hier hoort precies één van \(list)", en: "exactly one of \(list) belongs here",
      remedyNL: "laat er één staan", remedyEN: "leave one of them")
  }

  static let noRule = Problem(
    "NoRule", nl: "dit onderdeel zegt niet waar het vandaan komt",
    en: "this item does not say where it comes from",
    remedyNL: "noem de regel, `rule: R-01`, of zeg dat het een eigen keuze is, `assumed: true`",
    remedyEN: "name the rule, `rule: R-01`, or say that it is your own choice, `assumed: true`")
}
