import ArgumentParser
import CyclusCore
import CyclusStore

/// One line of a batch: a command with its options as keys.
struct BatchLine {
  /// What the file has there.
  enum Content {
    /// The text of an object.
    case json([UInt8])
    /// An object that was read already.
    case members(JSONObject)
    /// A row below a header.
    case row(BatchRow)
    /// A row with more cells than the header has names.
    case wide(found: Int, expected: Int)
  }

  private let number: Int
  private let content: Content
  private let applied: AppliedLines

  init(_ number: Int, _ content: Content, _ applied: AppliedLines) {
    self.number = number
    self.content = content
    self.applied = applied
  }

  /// Carries the line out in a savepoint of its own: a line that is refused leaves nothing.
  func carryOut(_ session: Session, _ store: Store) throws -> BatchAnswer {
    var answer = BatchAnswer(line: number, id: nil, status: .faulty)
    do {
      switch content {
      case .json, .members: break
      case .row, .wide: answer.isRow = true
      }
      if case .row(let row) = content { answer.id = row.id }
      let members = try read()
      let id = try id(members)
      answer.id = id
      if case .row(let row) = content { try row.check(members) }
      if let id = members["traject"]?.text.flatMap({ try? store.traject(named: $0) }) {
        answer.traject = "T\(id)"
      }
      let arguments = try arguments(members)
      let content = Self.content(arguments)
      if try applied.holds(id: id, content: content, text: text) {
        answer.status = .known
        return answer
      }
      let command = try parsed(arguments)
      let quiet = Console(sink: ConsoleRecording())
      let performed = try store.together {
        let performed = try perform(command, session.line(command.options, quiet))
        applied.add(id: id, content: content)
        return performed
      }
      answer.status = .done
      answer.traject = performed.traject.name
      answer.events = performed.events.map(\.seq)
      answer.performed = performed
    } catch let refusal as Refusal {
      answer.status = .refused
      answer.refusal = refusal
      let messages = Report.points(refusal.missing).compactMap(\.first?.message)
      let all = messages + (refusal.remedy.map { [$0] } ?? [])
      answer.message = Localized(
        nl: "geweigerd: " + all.map(\.nl).joined(separator: "; "),
        en: "refused: " + all.map(\.en).joined(separator: "; "))
    } catch let error as StoreError where error.exitCode < 66 {
      answer.status = error.exitCode == 1 ? .refused : .faulty
      place(error.message, about: error.subject, in: &answer)
    } catch let failure as Failure {
      place(failure.message, about: nil, in: &answer)
    } catch let faults as CellFaults {
      answer.column = faults.list.first?.column
      answer.message = faults.message
    }
    return answer
  }

  /// What a line comes down to, however it was written: the command, its places in order, and its options sorted.
  ///
  /// A line of JSON and a row of CSV that say the same have the same content.
  private static func content(_ arguments: [String]) -> String {
    let options = arguments.filter { $0.hasPrefix("--") }.flatMap { option -> [String] in
      guard option.hasPrefix("--present=") else { return [option] }
      return Pairs.list([String(option.dropFirst("--present=".count))]).map { "--present=" + $0 }
    }
    let places = arguments.filter { !$0.hasPrefix("--") }
    return JSONValue.array((places + options.sorted()).map { .string($0) }).compact
  }

  /// The line of JSON as the file has it.
  private var text: String? {
    guard case .json(let bytes) = content else { return nil }
    return String(decoding: bytes, as: UTF8.self).trimmed
  }

  /// Says what is wrong; of a row in which column, instead of in which option.
  private func place(_ message: Localized, about subject: String?, in answer: inout BatchAnswer) {
    answer.message = message
    guard case .row(let row) = content else { return }
    if let match = message.nl.prefixMatch(of: #/--([a-z-]+): /#),
      let column = row.column(String(match.output.1))
    {
      let length = match.output.0.count
      answer.column = column
      answer.message = Localized(
        nl: String(message.nl.dropFirst(length)), en: String(message.en.dropFirst(length)))
    } else if let subject {
      answer.column = row.column(holding: subject)
    } else {
      // Of a command that speaks of an option the column is named: «zeg met --as wie dit deed».
      let option = message.nl.firstMatch(of: #/--([a-z-]+)/#).map { String($0.output.1) }
      answer.column =
        option.flatMap { row.column($0) } ?? (message.nl.hasPrefix("count: ") ? row.column("amount") : nil)
    }
  }

  private func perform(_ command: any CyclusCommand, _ session: Session) throws -> Performed {
    switch command {
    case let act as any ActCommand: try act.perform(session, batch: applied.batch)
    case let correct as CorrectCommand: try correct.perform(session, batch: applied.batch)
    case let start as StartCommand: try start.perform(session, batch: applied.batch)
    default:
      preconditionFailure("a line names one of the commands that change a traject")
    }
  }

  private func parsed(_ arguments: [String]) throws -> any CyclusCommand {
    let command: any ParsableCommand
    do { command = try CyclusMain.parsedAlone(arguments) ?? Cyclus.parseAsRoot(arguments) } catch {
      throw Failure(code: 65, message: UsageFault(error, arguments).message)
    }
    guard let known = command as? any CyclusCommand else {
      preconditionFailure("a line names one of the commands that change a traject")
    }
    return known
  }

  /// The line as an object.
  private func read() throws -> JSONObject {
    switch content {
    case .json(let bytes): return try read(bytes)
    case .members(let members): return members
    case .row(let row): return try row.members()
    case .wide(let found, let expected):
      throw Failure.data(
        "de rij heeft \(found) cellen en de kopregel \(expected): zet aanhalingstekens om een cel waar het scheidingsteken in staat, of haal de cellen te veel weg",
        "the row has \(found) cells and the header \(expected): put quotation marks around a cell that holds the delimiter, or remove the cells too many"
      )
    }
  }

  private func read(_ bytes: [UInt8]) throws -> JSONObject {
    let value: JSONValue
    do { value = try JSONParser.parse(bytes) } catch {
      throw Failure.data(
        "geen JSON, kolom \(error.column): \(error.what)", "not JSON, column \(error.column): \(error.what)")
    }
    guard let members = value.members else {
      throw Failure.data("verwacht een JSON-object", "expected a JSON object")
    }
    return members
  }

  /// The id of the line, which also names it when the rest is at fault.
  private func id(_ members: JSONObject) throws -> String {
    guard let id = members["id"].flatMap({ $0.text ?? $0.int.map(String.init) }), !id.isEmpty else {
      guard case .row(let row) = content else {
        throw Failure.data(
          "«id» ontbreekt: geef elke regel een eigen id", "“id” is missing: give each line an id of its own")
      }
      var faults = CellFaults()
      faults.add(
        row.column("id"), "leeg: geef elke rij een eigen id", "empty: give each row an id of its own")
      throw faults
    }
    return id
  }

  /// The command line that the line stands for.
  private func arguments(_ members: JSONObject) throws -> [String] {
    guard let name = members["command"]?.text, let positions = BatchKeys.positions[name] else {
      let known = BatchKeys.positions.keys.sorted().joined(separator: ", ")
      throw Failure.data(
        "«command» ontbreekt of is onbekend; kies uit \(known)",
        "“command” is missing or unknown; choose from \(known)")
    }
    var arguments = [name]
    var used: Set<String> = ["id", "command"]
    for keys in positions {
      guard let key = keys.first(where: { members[$0] != nil }) else { continue }
      used.insert(key)
      let value = try text(members[key], key)
      guard !value.hasPrefix("--") else {
        throw Failure.data("«\(key)» kan niet met -- beginnen", "“\(key)” cannot begin with --")
      }
      arguments.append(value)
    }
    for (key, value) in members where !used.contains(key) {
      // The parser takes what count does not know for its amount, which may begin with a sign.
      if name == "count", !GlobalOptions.withValue.contains("--" + key.replacing("_", with: "-")),
        !BatchKeys.foreign.contains(key)
      {
        throw Failure.data(
          "count kent geen «\(key)»; wel traject, counter, amount, as, on en source",
          "count knows no “\(key)”; it knows traject, counter, amount, as, on and source")
      }
      // The gesprek of a verdict is an option, --at; the key that all other commands have is understood too.
      let isGesprek = key == "gesprek" && members["at"] == nil && (name == "assess" || name == "feedback")
      arguments += try option(isGesprek ? "at" : key, value)
    }
    return arguments
  }

  private func text(_ value: JSONValue?, _ key: String) throws -> String {
    if case .number(let number) = value {
      throw Failure.data(
        "«\(key)»: \(number) is geen geheel getal; schrijf een geheel getal, of zet het als tekst tussen aanhalingstekens",
        "“\(key)”: \(number) is not a whole number; write a whole number, or put it in quotes as a text")
    }
    guard let text = value?.text ?? value?.int.map({ String($0) }) else {
      throw Failure.data("«\(key)» moet een tekst zijn", "“\(key)” has to be a text")
    }
    return text
  }

  private func option(_ key: String, _ value: JSONValue) throws -> [String] {
    guard !BatchKeys.foreign.contains(key.replacing("-", with: "_")) else {
      throw Failure.data("«\(key)» kan niet in een regel staan", "“\(key)” cannot stand in a line")
    }
    let option = "--" + key.replacing("_", with: "-")
    switch value {
    case .null: return []
    case .bool(let isSet): return isSet ? [option] : []
    case .array(let list): return try list.map { "\(option)=\(try text($0, key))" }
    case .object(let members): return try members.map { "\(option)=\($0.key)=\(try text($0.value, key))" }
    case .integer, .number, .string: return ["\(option)=\(try text(value, key))"]
    }
  }
}
