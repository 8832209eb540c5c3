import ArgumentParser
import CyclusCore
import CyclusStore

struct ApplyCommand: CyclusCommand {
  static let configuration = CommandConfiguration(
    commandName: "apply",
    abstract: "Carry out many commands, one JSON object a line; a second time changes nothing.",
    discussion: """
      cyclus apply week-7.jsonl
      {"id": "w7-1", "command": "held", "traject": "T17", "gesprek": "startgesprek", "present": ["student", "wpb", "io"],
       "as": "BEUN", "on": "2026-02-24", "source": "mail"}
      """)
  @Argument(help: "a file of JSON lines, or - for standard input") var file: String
  @Flag(help: "nothing is recorded unless every line is accepted") var allOrNothing = false
  @OptionGroup(title: "Global options") var options: GlobalOptions

  /// How many lines share one durable commit.
  private static let group = 100

  func run(_ session: Session) throws -> Int32 {
    var bytes: [UInt8]
    do { bytes = try FileContent.read(file) } catch { throw Failure.unread(file, error) }
    // As Windows begins a file of UTF-8.
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    let store = try session.store(.write)
    var batch: Int?
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated()
      .map { (number: $0.offset + 1, bytes: Array($0.element)) }
      .filter { !$0.bytes.allSatisfy { $0 == 32 || $0 == 9 || $0 == 13 } }
    var answers: [BatchAnswer] = []
    if allOrNothing {
      do {
        answers = try store.applying(batch: nil, account: session.surroundings.account) { applied in
          try lines.map { line in
            let answer = try BatchLine(line.number, line.bytes, applied).carryOut(session, store)
            guard answer.isAccepted else { throw Abandoned(answer: answer) }
            return answer
          }
        }
      } catch let abandoned as Abandoned {
        write([abandoned.answer], session)
        session.remark([
          Localized(nl: "Niets vastgelegd: alle regels of geen.", en: "Nothing recorded: all lines or none.")
        ])
        return abandoned.answer.code
      }
      write(answers, session)
    } else {
      var rest = lines[...]
      while !rest.isEmpty {
        let part = rest.prefix(Self.group)
        rest = rest.dropFirst(part.count)
        let done = try store.applying(batch: batch, account: session.surroundings.account) { applied in
          let answers = try part.map { try BatchLine($0.number, $0.bytes, applied).carryOut(session, store) }
          if !applied.isEmpty { batch = applied.batch }
          return answers
        }
        write(done, session)
        answers += done
      }
    }
    return summary(answers, session)
  }

  /// A batch of all or nothing that met a line which is refused.
  private struct Abandoned: Error {
    var answer: BatchAnswer
  }

  private func write(_ answers: [BatchAnswer], _ session: Session) {
    for answer in answers {
      if session.format == .json { session.console.out(answer.json.compact) }
      guard !answer.isAccepted, session.format != .json else { continue }
      session.console.err(
        "\(file):\(answer.line): \(TerminalText.clean(session.named(session.text(answer.message))))")
    }
    // Acknowledged as soon as it is durable, not when a buffer happens to be full.
    session.console.flush()
  }

  private func summary(_ answers: [BatchAnswer], _ session: Session) -> Int32 {
    let done = answers.count { $0.status == .done }
    let known = answers.count { $0.status == .known }
    let refused = answers.count - done - known
    if session.format != .json {
      session.console.out(
        session.text(
          "Regels verwerkt: \(done) · al eerder verwerkt: \(known) · geweigerd: \(refused)",
          "Lines applied: \(done) · applied before: \(known) · refused: \(refused)"))
    }
    return answers.map(\.code).max() ?? 0
  }
}

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
    "decide": [["traject"], ["escalation"]], "start": [["student"]],
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
      answer.message = Localized(
        nl: "geweigerd: " + messages.map(\.nl).joined(separator: "; "),
        en: "refused: " + messages.map(\.en).joined(separator: "; "))
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
      // The gesprek of a verdict is an option, --at; the key that all other commands have is understood too.
      let isGesprek = key == "gesprek" && members["at"] == nil && (name == "assess" || name == "feedback")
      arguments += try option(isGesprek ? "at" : key, value)
    }
    return arguments
  }

  private func text(_ value: JSONValue?, _ key: String) throws -> String {
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
