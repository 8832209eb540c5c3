import CyclusCore

/// One line of an example: a heading, a night, or a command as `apply` takes it.
struct ExampleLine {
  /// What a line says.
  enum Content {
    /// What the story is about, and the people in it by their numbers.
    case heading([(number: String, name: String)])
    /// The nightly `overdue --flag`.
    case night
    /// A command with its keys; `refused` holds what the refusal has to name, where one is expected.
    case command(String, JSONObject, refused: [String]?)
  }

  /// The number of the line, from 1.
  var number: Int
  /// What it says.
  var content: Content
  /// The day on which it happens, written as the line or one before it has it.
  var day: String?

  /// The keys that only examples have.
  private static let own: Set<String> = ["story", "people", "refused"]

  /// Reads the lines of an example.
  ///
  /// What most lines share need not stand in each: the day is that of the line before, the traject is `T1`, and one
  /// knows it from a form.
  ///
  /// - Parameter workflow: The workflow of the folder, which a start need not name.
  static func read(_ bytes: [UInt8], workflow: String) throws(ExampleFault) -> [ExampleLine] {
    var lines: [ExampleLine] = []
    var day: String?
    for (index, text) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .enumerated()
    where !text.allSatisfy({ $0 == 32 || $0 == 9 || $0 == 13 }) {
      let line = try ExampleLine(Array(text), index + 1, after: day, workflow)
      day = line.day ?? day
      lines.append(line)
    }
    return lines
  }

  private init(_ bytes: [UInt8], _ number: Int, after day: String?, _ workflow: String) throws(ExampleFault) {
    self.number = number
    self.day = day
    let value: JSONValue
    do { value = try JSONParser.parse(bytes) } catch {
      throw ExampleFault(
        number, "geen JSON, kolom \(error.column): \(error.what)",
        "not JSON, column \(error.column): \(error.what)")
    }
    guard var members = value.members else {
      throw ExampleFault(number, "verwacht een JSON-object", "expected a JSON object")
    }
    if members["story"] != nil || members["people"] != nil {
      content = .heading(try Self.people(members, number))
      return
    }
    self.day = members["on"]?.text ?? members["from"]?.text ?? day
    let name = members["command"]?.text
    if name == "overdue" {
      content = .night
      if let stray = members.keys.first(where: { $0 != "command" && $0 != "on" }) {
        throw ExampleFault(
          number, "overdue kent hier alleen «on», geen «\(stray)»",
          "overdue knows only “on” here, no “\(stray)”")
      }
      guard self.day != nil else {
        throw ExampleFault(
          number, "geef met «on» de dag van deze nacht", "give the day of this night with “on”")
      }
      return
    }
    guard let name, let positions = BatchKeys.positions[name] else {
      let known = (BatchKeys.positions.keys + ["overdue"]).sorted().joined(separator: ", ")
      throw ExampleFault(
        number, "«command» ontbreekt of is onbekend; kies uit \(known)",
        "“command” is missing or unknown; choose from \(known)")
    }
    let refused = try Self.refused(members, number)
    for key in Self.own { members[key] = nil }
    if name == "start" {
      members["workflow"] = members["workflow"] ?? .string(workflow)
      members["today"] = members["today"] ?? self.day.map { .string($0) }
    } else {
      members["on"] = members["on"] ?? self.day.map { .string($0) }
      members["today"] = members["today"] ?? members["on"]
      members["source"] = members["source"] ?? .string("form")
    }
    if positions.contains(["traject"]) { members["traject"] = members["traject"] ?? .string("T1") }
    members["id"] = members["id"] ?? .string("line-\(number)")
    content = .command(name, members, refused: refused)
  }

  private static func people(_ members: JSONObject, _ number: Int) throws(ExampleFault) -> [(
    number: String, name: String
  )] {
    if let stray = members.keys.first(where: { $0 != "story" && $0 != "people" }) {
      throw ExampleFault(
        number, "naast «story» en «people» kan hier geen «\(stray)» staan",
        "beside “story” and “people” there is no room for “\(stray)” here")
    }
    guard let people = members["people"] else { return [] }
    var read: [(String, String)] = []
    for (code, name) in people.members ?? [:] {
      guard let name = name.text else { break }
      read.append((code, name))
    }
    guard let all = people.members, read.count == all.count else {
      throw ExampleFault(
        number, "«people» moet per nummer een naam hebben: {\"9900001\": \"Mila Merel\"}",
        "“people” has to give a name for each number: {\"9900001\": \"Mila Merel\"}")
    }
    return read
  }

  private static func refused(_ members: JSONObject, _ number: Int) throws(ExampleFault) -> [String]? {
    guard let value = members["refused"] else { return nil }
    let parts = value.list ?? [value]
    let texts = parts.compactMap(\.text).filter { !$0.isEmpty }
    guard !texts.isEmpty, texts.count == parts.count else {
      throw ExampleFault(
        number,
        "«refused» moet zeggen wat de weigering noemt: een verplichting, een rol of woorden uit de melding",
        "“refused” has to say what the refusal names: an obligation, a role or words of the message")
    }
    return texts
  }

  /// The arguments of a command by key; of an object each value under its own, `set.poort`.
  static func arguments(_ name: String, _ members: JSONObject) -> [String: String] {
    var arguments: [String: String] = [:]
    func take(_ key: String, _ value: JSONValue) {
      let key = key.replacing("-", with: "_")
      switch value {
      case .string(let text):
        let pair = text.split(separator: "=", maxSplits: 1).map(String.init)
        if pair.count == 2, ["set", "part"].contains(key) { arguments["\(key).\(pair[0])"] = pair[1] }
        arguments[key] = text
      case .integer(let number): arguments[key] = String(number)
      case .bool(let isSet): if isSet { arguments[key] = "yes" }
      case .array(let list): list.forEach { take(key, $0) }
      case .object(let object):
        for (inner, value) in object {
          arguments["\(key).\(inner)"] = value.text ?? value.int.map(String.init) ?? ""
        }
      case .null, .number: break
      }
    }
    for (key, value) in members { take(key, value) }
    // A place may have several names, and a verdict may be given with the key that other commands have.
    for names in BatchKeys.positions[name] ?? [] {
      if let given = names.lazy.compactMap({ arguments[$0] }).first { arguments[names[0]] = given }
    }
    if name == "assess" || name == "feedback" { arguments["at"] = arguments["at"] ?? arguments["gesprek"] }
    if let conclusion = arguments["conclusion"] { arguments["set.conclusion"] = conclusion }
    return arguments
  }
}

/// A line of an example that cannot be read or carried out.
struct ExampleFault: Error {
  var line: Int
  var message: Localized

  init(_ line: Int, _ nl: String, _ en: String) {
    self.line = line
    message = Localized(nl: nl, en: en)
  }
}
