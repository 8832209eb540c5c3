import ArgumentParser
import CyclusCore

/// What is wrong with a command line, in both languages: what the argument parser found, said with what to do instead.
struct UsageFault {
  /// The sentence.
  let message: Localized
  private let command: CommandDescription?

  /// From what the parser threw, which it says in English only.
  ///
  /// Its cases are not public, so that they are told apart by their sentences; a test holds each of them. One that is
  /// not known here is passed on as it is.
  init(_ error: any Error, _ arguments: [String]) {
    let (command, rest) = CommandDescription.root()?.named(by: arguments) ?? (nil, [])
    self.command = command
    let text = Cyclus.message(for: error)
    if let command, !command.commands.isEmpty, let stray = rest.first, !stray.hasPrefix("-") {
      message = Self.unexpected(stray, command)
    } else if let match = text.wholeMatch(of: /Missing expected argument '(.+)'/) {
      message = Self.missing(String(match.output.1), command, rest)
    } else if let match = text.wholeMatch(of: /Missing value for '(-\S+)(?: <.*>)?'/) {
      message = Self.valueless(String(match.output.1), rest)
    } else if let match = text.firstMatch(of: /^Unknown option '(.+?)'/) {
      message = Self.unknownOption(String(match.output.1), command)
    } else if let match = text.firstMatch(of: /nexpected arguments?:? '(.+?)'/) {
      message = Self.unexpected(String(match.output.1), command)
    } else if let match = text.firstMatch(of: /^The option '(.+?)' does not take any value, but '(.*)' was/) {
      message = Localized(
        nl: "\(match.output.1) is een schakelaar zonder waarde: laat «=\(match.output.2)» weg",
        en: "\(match.output.1) is a switch without a value: leave “=\(match.output.2)” out")
    } else if let match = text.firstMatch(of: /^The value '(.*)' is invalid for '(.+?)'/) {
      message = Self.invalid(String(match.output.1), String(match.output.2), command)
    } else {
      message = Localized(
        nl: "deze opdracht klopt niet: \(text)", en: "this command line is not right: \(text)")
    }
  }

  /// A word that should have been a command.
  init(unknown word: String, in command: CommandDescription) {
    self.command = command
    message = Self.unexpected(word, command)
  }

  /// The sentence, how the command is used, and where to read more.
  func lines(_ language: Language, width: Int) -> [String] {
    func line(_ nl: String, _ en: String) -> [String] {
      TerminalText.hang(TerminalText.clean(language == .nl ? nl : en), width: width, indent: 2)
    }
    var lines = line("cyclus: \(message.nl)", "cyclus: \(message.en)")
    guard let command else { return lines }
    lines += line("gebruik: \(command.usage(.nl))", "usage: \(command.usage(.en))")
    let help = (command.path + ["--help"]).joined(separator: " ")
    return lines + line("uitleg: \(help)", "help: \(help)")
  }

  // MARK: Each fault

  /// All that has to be there and is not: what the parser names first, and the options that are not given at all.
  private static func missing(_ synopsis: String, _ command: CommandDescription?, _ rest: [String])
    -> Localized
  {
    let named = command?.arguments.filter { argument in
      guard argument.synopsis != synopsis else { return true }
      return !argument.isPositional && !argument.isOptional
        && !rest.contains { word in argument.names.contains { word == $0 || word.hasPrefix($0 + "=") } }
    }
    func text(_ language: Language) -> String {
      let all = (named ?? []).map { "\($0.synopsis) (\(HelpWords.text($0.abstract, language)))" }
      return all.isEmpty ? synopsis : all.joined(separator: ", ")
    }
    let known = command?.arguments.flatMap(\.names) ?? []
    let stray = rest.first { word in
      word.hasPrefix("-") && word != "--" && !known.contains { word == $0 || word.hasPrefix($0 + "=") }
    }
    let hint = stray.map {
      Localized(
        nl: "; «\($0)» begint met een streepje en telt als optie: is het een waarde, zet er dan -- voor",
        en: "; “\($0)” begins with a dash and counts as an option: if it is a value, put -- before it")
    }
    return Localized(
      nl: "er ontbreekt: \(text(.nl))\(hint?.nl ?? "")", en: "missing: \(text(.en))\(hint?.en ?? "")")
  }

  private static func valueless(_ option: String, _ rest: [String]) -> Localized {
    let following = Array(zip(rest, rest.dropFirst())).last { $0.0 == option }?.1
    guard let following, following.hasPrefix("-") else {
      return Localized(
        nl: "\(option) mist een waarde: zet die erachter", en: "\(option) lacks a value: put it behind")
    }
    return Localized(
      nl:
        "\(option) mist een waarde: «\(following)» begint met een streepje en telt als optie; is het toch de waarde, schrijf dan \(option)=\(following)",
      en:
        "\(option) lacks a value: “\(following)” begins with a dash and counts as an option; if it is the value, write \(option)=\(following)"
    )
  }

  private static func unknownOption(_ option: String, _ command: CommandDescription?) -> Localized {
    let known = command?.arguments.flatMap(\.names) ?? []
    let start = Localized(nl: "de optie \(option) bestaat hier niet", en: "there is no option \(option) here")
    if let nearest = NearestName.of(option, among: known) {
      return Localized(nl: "\(start.nl); bedoelt u \(nearest)?", en: "\(start.en); do you mean \(nearest)?")
    }
    guard !option.hasPrefix("--") else { return start }
    return Localized(
      nl: "\(start.nl); begint een waarde zelf met een streepje, zet dan -- voor die waarde",
      en: "\(start.en); where a value itself begins with a dash, put -- before that value")
  }

  private static func unexpected(_ word: String, _ command: CommandDescription?) -> Localized {
    if let instead = Self.instead(of: word, command?.path.last) { return instead }
    guard let command, !command.commands.isEmpty else {
      return Localized(
        nl: "«\(word)» is te veel; hoort het bij een waarde met spaties, zet die dan tussen aanhalingstekens",
        en: "“\(word)” is too much; if it belongs to a value with blanks, put that in quotes")
    }
    let known = command.commands.compactMap(\.path.last)
    guard let nearest = NearestName.of(word, among: known) else {
      let choice = command.path.count > 1 ? known.joined(separator: ", ") : nil
      return Localized(
        nl: "er is geen commando «\(word)»" + (choice.map { "; kies uit \($0)" } ?? ""),
        en: "there is no command “\(word)”" + (choice.map { "; choose from \($0)" } ?? ""))
    }
    return Localized(
      nl: "er is geen commando «\(word)»; bedoelt u \(nearest)?",
      en: "there is no command “\(word)”; do you mean \(nearest)?")
  }

  /// What to type in place of a list that takes no argument, for whoever puts a person or a traject behind it.
  private static func instead(of word: String, _ command: String?) -> Localized? {
    // An id, a number or a staff code, and no word of the language.
    guard word.wholeMatch(of: /[\p{Lu}\p{N}]+/) != nil else { return nil }
    switch command {
    case "todo":
      return Localized(
        nl: "«\(word)» hoort achter --for: schrijf todo --for \(word)",
        en: "“\(word)” belongs behind --for: write todo --for \(word)")
    case "board", "overdue":
      let isTraject = word.wholeMatch(of: /T[0-9]+/) != nil
      let lists = ["show \(word)"] + (isTraject ? [] : ["todo --for \(word)"])
      return Localized(
        nl:
          "\(command ?? "") gaat over alle trajecten: voor «\(word)» is er \(lists.joined(separator: " of "))",
        en:
          "\(command ?? "") is about all trajecten: for “\(word)” there is \(lists.joined(separator: " or "))"
      )
    case "show", "why", "history":
      return Localized(
        nl: "«\(word)» is te veel: \(command ?? "") toont één traject tegelijk; voor allemaal is er board",
        en:
          "“\(word)” is too much: \(command ?? "") shows one traject at a time; for all of them there is board"
      )
    default: return nil
    }
  }

  private static func invalid(_ value: String, _ synopsis: String, _ command: CommandDescription?)
    -> Localized
  {
    let abstract = command?.arguments.first { $0.synopsis == synopsis }?.abstract ?? ""
    func hint(_ language: Language) -> String {
      abstract.isEmpty ? "" : " (\(HelpWords.text(abstract, language)))"
    }
    return Localized(
      nl: "«\(value)» kan niet voor \(synopsis)\(hint(.nl))",
      en: "“\(value)” is not possible for \(synopsis)\(hint(.en))")
  }
}
