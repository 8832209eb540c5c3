import CyclusCore
import Yams

/// What can be wrong with the text as YAML, before anything is read from it.
extension Problem {
  static let emptyFile = Problem(
    "EmptyFile", nl: "er staat niets in dit bestand", en: "there is nothing in this file",
    remedyNL: "begin met `workflow:` en een naam", remedyEN: "begin with `workflow:` and a name")

  static let tooLarge = Problem(
    "TooLarge", nl: "dit bestand is groter dan 1 MB", en: "this file is larger than 1 MB",
    remedyNL: "een workflow is een paar duizend regels; is dit het juiste bestand?",
    remedyEN: "a workflow has a few thousand lines; is this the right file?")

  static func tooDeep(_ depth: Int) -> Problem {
    Problem(
      "TooDeep", nl: "lijsten en sleutels staan hier meer dan \(depth) diep in elkaar",
      en: "lists and keys stand more than \(depth) deep in each other here",
      remedyNL: "is er een haakje blijven openstaan?", remedyEN: "was a bracket left open?")
  }

  static func tooMany(_ most: Int) -> Problem {
    Problem(
      "TooLarge", nl: "hier staat meer dan \(most) keer iets in één lijst of groep",
      en: "more than \(most) members stand in one list or mapping here",
      remedyNL: "een workflow heeft er hoogstens enkele tientallen; is dit het juiste bestand?",
      remedyEN: "a workflow has some dozens at most; is this the right file?")
  }

  static let anchor = Problem(
    "Anchor", nl: "ankers (`&naam`) en verwijzingen (`*naam`) doen hier niet mee",
    en: "anchors (`&name`) and aliases (`*name`) are not read here",
    remedyNL: "schrijf de waarde voluit, of zet een tekst die zo begint tussen aanhalingstekens",
    remedyEN: "write the value out, or put a text that begins like this between quotes")

  static let mergeKey = Problem(
    "MergeKey", nl: "samenvoegen met `<<` doet hier niet mee", en: "merging with `<<` is not read here",
    remedyNL: "schrijf de sleutels voluit", remedyEN: "write the keys out")

  static let tag = Problem(
    "Tag", nl: "YAML-typen (`!naam`) doen hier niet mee", en: "YAML tags (`!name`) are not read here",
    remedyNL: "laat het type weg, of zet een tekst die zo begint tussen aanhalingstekens",
    remedyEN: "leave the tag out, or put a text that begins like this between quotes")

  static let keyIsNoText = Problem(
    "WrongType", nl: "een sleutel is hier een lijst of een groep", en: "a key is a list or a mapping here",
    remedyNL: "schrijf een tekst als sleutel", remedyEN: "write a text as the key")

  /// What Yams has to say about a text that is no YAML.
  static func finding(of error: any Error, text: String) -> Finding {
    switch error {
    case YamlError.scanner(let context, let problem, let mark, _),
      YamlError.parser(let context, let problem, let mark, _),
      YamlError.composer(let context, let problem, let mark, _):
      // A text or a bracket that is never closed is shown where it opens, and a key without a colon where it stands.
      let isSeenLater = ["unexpected end of stream", "could not find expected ':'"].contains {
        problem.contains($0)
      }
      let place = isSeenLater ? context?.mark ?? mark : mark
      return syntax(problem, since: context?.mark.line).finding(
        at: Place(line: place.line, column: place.column))
    case YamlError.reader(let problem, let offset, _, _):
      return syntax(problem).finding(at: offset.map { place(of: $0, in: text) })
    default:
      return syntax("\(error)").finding(at: nil)
    }
  }

  private static func place(of offset: Int, in text: String) -> Place {
    let before = text.prefix(offset).split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    return Place(line: max(1, before.count), column: (before.last?.unicodeScalars.count ?? 0) + 1)
  }

  private static func syntax(_ problem: String, since line: Int? = nil) -> Problem {
    let known = faults.first { problem.contains($0.fragment) }
    var remedy =
      known?.remedy
      ?? Localized(
        nl: "kijk naar het inspringen, de haakjes en de aanhalingstekens hier en erboven",
        en: "look at the indentation, the brackets and the quotes here and above")
    if let line, problem.contains("did not find expected ',' or") {
      remedy.nl += "; het begin staat in regel \(line)"
      remedy.en += "; it begins in line \(line)"
    }
    let what = known?.what ?? Localized(nl: "hier klopt iets niet (\(problem))", en: problem)
    return Problem(
      "Syntax", Localized(nl: "dit is geen YAML: \(what.nl)", en: "this is not YAML: \(what.en)"), remedy)
  }

  /// The faults that people make most, by a part of what libyaml says about them.
  private static let faults: [(fragment: String, what: Localized, remedy: Localized)] = [
    (
      "mapping values are not allowed",
      Localized(nl: "hier kan geen `:` staan", en: "no `:` can stand here"),
      Localized(
        nl: "zet een tekst met een dubbele punt tussen aanhalingstekens, of kijk naar het inspringen",
        en: "put a text with a colon between quotes, or look at the indentation")
    ),
    (
      "could not find expected ':'",
      Localized(nl: "na deze sleutel ontbreekt `:`", en: "`:` is missing after this key"),
      Localized(nl: "schrijf `sleutel: waarde`", en: "write `key: value`")
    ),
    (
      "',' or ']'",
      Localized(nl: "in deze lijst ontbreekt `,` of `]`", en: "`,` or `]` is missing in this list"),
      Localized(nl: "sluit de lijst met `]`", en: "close the list with `]`")
    ),
    (
      "',' or '}'",
      Localized(nl: "in deze groep ontbreekt `,` of `}`", en: "`,` or `}` is missing in this mapping"),
      Localized(nl: "sluit de groep met `}`", en: "close the mapping with `}`")
    ),
    (
      "did not find expected key",
      Localized(nl: "hier hoort een sleutel", en: "a key is expected here"),
      Localized(
        nl: "laat deze regel even ver inspringen als de sleutel waar hij bij hoort",
        en: "indent this line as far as the key that it belongs with")
    ),
    (
      "tab character",
      Localized(nl: "deze regel springt in met een tab", en: "this line is indented with a tab"),
      Localized(nl: "gebruik spaties", en: "use spaces")
    ),
    (
      "cannot start any token",
      Localized(nl: "met dit teken kan niets beginnen", en: "nothing can begin with this character"),
      Localized(
        nl: "gebruik spaties in plaats van tabs, of zet de tekst tussen aanhalingstekens",
        en: "use spaces instead of tabs, or put the text between quotes")
    ),
    (
      "unknown escape character",
      Localized(
        nl: "tussen dubbele aanhalingstekens betekent dit teken na `\\` niets",
        en: "between double quotes this character means nothing after `\\`"),
      Localized(
        nl: "schrijf `\\\\`, of zet de tekst tussen enkele aanhalingstekens",
        en: "write `\\\\`, or put the text between single quotes")
    ),
    (
      "unexpected end of stream",
      Localized(nl: "het bestand houdt midden in een tekst op", en: "the file ends in the middle of a text"),
      Localized(nl: "sluit de aanhalingstekens", en: "close the quotes")
    ),
    (
      "control characters are not allowed",
      Localized(
        nl: "hier staat een onzichtbaar stuurteken", en: "there is an invisible control character here"),
      Localized(nl: "haal het weg", en: "remove it")
    ),
    (
      "found another document",
      Localized(nl: "hier begint een tweede document", en: "a second document begins here"),
      Localized(nl: "haal de regel `---` weg", en: "remove the line `---`")
    ),
  ]
}
