import ArgumentParser
import CyclusCore
import CyclusStore

/// What became of a line of a batch.
struct BatchAnswer {
  enum Status: String {
    case done, known, refused, faulty
  }

  var line: Int
  var id: String?
  var status: Status
  var traject: String?
  var events: [Int] = []
  var message = Localized("")
  var refusal: Refusal?

  var isAccepted: Bool { status == .done || status == .known }

  /// What the line contributes to the exit code.
  var code: Int32 {
    switch status {
    case .done, .known: 0
    case .refused: 1
    case .faulty: 65
    }
  }

  var json: JSONValue {
    .object([
      "line": JSONValue(line), "id": JSONValue(id), "status": .string(status.rawValue),
      "traject": JSONValue(traject),
      "events": .array(events.map { JSONValue($0) }), "message": .string(message.nl),
      "refusal": refusal.map(Report.json) ?? .null,
    ])
  }
}

/// One line of a batch: a command with its options as keys.
struct BatchLine {
  private let number: Int
  private let bytes: [UInt8]
  private let applied: AppliedLines

  init(_ number: Int, _ bytes: [UInt8], _ applied: AppliedLines) {
    self.number = number
    self.bytes = bytes
    self.applied = applied
  }

  /// The keys that stand before the options, in their order, by command.
  private static let positions: [String: [[String]]] = [
    "plan": [["traject"], ["gesprek"]], "cancel": [["traject"], ["gesprek"]],
    "held": [["traject"], ["gesprek"]],
    "close": [["traject"], ["gesprek"]], "submit": [["traject"], ["document"]],
    "sign": [["traject"], ["document"]],
    "approve": [["traject"], ["approval"]], "reject": [["traject"], ["approval"]],
    "assess": [["traject"], ["outcome"]],
    "feedback": [["traject"], ["outcome"]], "confirm": [["traject"], ["subject", "unit", "outcome"]],
    "count": [["traject"], ["counter"], ["amount"]], "done": [["traject"], ["obligation"]],
    "assign": [["traject"]],
    "stand-in": [["traject"]], "advance": [["traject"]], "block": [["traject"]],
    "unblock": [["traject"], ["block"]],
    "escalate": [["traject"]], "consult": [["traject"], ["escalation"]],
    "propose": [["traject"], ["escalation"]],
    "decide": [["traject"], ["escalation"]], "start": [["student"]], "terminate": [["traject"]],
    "pause": [["traject"]], "resume": [["traject"]], "extend": [["traject"]], "note": [["traject"]],
    "set": [["traject"], ["setting"]], "waive": [["traject"], ["obligation"]],
    "snooze": [["traject"], ["obligation"]], "dispute": [["traject"], ["outcome"]],
    "dialogue": [["traject"], ["outcome"]], "goal": [["traject"]], "agree": [["traject"]],
    "settle": [["traject"], ["agreement"]], "correct": [["traject"], ["seq", "event"]],
  ]

  /// Carries the line out in a savepoint of its own: a line that is refused leaves nothing.
  func carryOut(_ session: Session, _ store: Store) throws -> BatchAnswer {
    var answer = BatchAnswer(line: number, id: nil, status: .faulty)
    do {
      let members = try read()
      let id = try id(members)
      answer.id = id
      let arguments = try arguments(members)
      let content = String(decoding: bytes, as: UTF8.self).trimmed
      if try applied.holds(id: id, content: content) {
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
      answer.message = error.message
    } catch let failure as Failure {
      answer.message = failure.message
    }
    return answer
  }

  private func perform(_ command: any CyclusCommand, _ session: Session) throws -> Performed {
    switch command {
    case let act as any ActCommand: try act.perform(session, batch: applied.batch)
    case let correct as CorrectCommand: try correct.perform(session, batch: applied.batch)
    case let start as StartCommand: try start.perform(session, batch: applied.batch)
    default:
      throw Failure.data("dit commando kan niet in een bestand", "this command is not possible in a file")
    }
  }

  private func parsed(_ arguments: [String]) throws -> any CyclusCommand {
    let command: any ParsableCommand
    do { command = try Cyclus.parseAsRoot(arguments) } catch {
      throw Failure(code: 65, message: UsageFault(error, arguments).message)
    }
    guard let known = command as? any CyclusCommand else {
      throw Failure.data("onbekend commando", "unknown command")
    }
    return known
  }

  /// The line as an object.
  private func read() throws -> JSONObject {
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
      throw Failure.data(
        "«id» ontbreekt: geef elke regel een eigen id", "“id” is missing: give each line an id of its own")
    }
    return id
  }

  /// The command line that the line stands for.
  private func arguments(_ members: JSONObject) throws -> [String] {
    guard let name = members["command"]?.text, let positions = Self.positions[name] else {
      let known = Self.positions.keys.sorted().joined(separator: ", ")
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
        !Self.foreign.contains(key)
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

  /// Keys that concern the whole run, or ask for help, have no place in a line.
  private static let foreign: Set<String> = [
    "db", "settings", "format", "excel", "lang", "no_color", "help", "version", "generate_completion_script",
    "experimental_dump_help",
  ]

  private func option(_ key: String, _ value: JSONValue) throws -> [String] {
    guard !Self.foreign.contains(key.replacing("-", with: "_")) else {
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
