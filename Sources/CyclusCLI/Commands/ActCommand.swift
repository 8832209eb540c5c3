import ArgumentParser
import CyclusCore
import CyclusStore

/// Where a command on a traject gets what it needs while it is being made.
struct Act {
  let session: Session
  let store: Store
  let traject: Traject
  let rulebook: Rulebook
  let desk: TextDesk

  /// A role by its id or short name; unknown names pass, so that the refusal can name the nearest.
  func role(_ name: String) -> String { rulebook.workflow.role(name)?.id ?? name }

  /// A person by code, number or id.
  func person(_ name: String) throws -> PersonID { try store.person(named: name).id }
}

/// A command that changes one traject.
protocol ActCommand: CyclusCommand {
  var traject: String { get }
  /// What is asked of the engine.
  func command(_ act: Act) throws -> Command
}

extension ActCommand {
  func run(_ session: Session) throws -> Int32 {
    let performed = try perform(session, batch: nil)
    try Receipt.write(performed, session)
    return 0
  }

  /// Records the command, alone or as a line of a batch.
  func perform(_ session: Session, batch: Int?) throws -> Performed {
    let store = try session.store(.write)
    let recording = try session.recording(store)
    let id = try store.traject(named: traject)
    return try store.perform(id, recording, batch: batch) { state, rulebook, desk in
      try command(Act(session: session, store: store, traject: state, rulebook: rulebook, desk: desk))
    }
  }
}

/// Tells what was recorded.
enum Receipt {
  static func write(_ performed: Performed, _ session: Session) throws {
    switch session.format {
    case .json: session.console.out(try json(performed, session).pretty)
    case .csv, .table:
      let workflow = try session.store(.read).workflow(digest: performed.traject.digest)
      for event in performed.events {
        let text = try EventText(session: session, workflow: workflow).sentence(event)
        let rules = event.rules.isEmpty ? "" : " (\(event.rules.joined(separator: ", ")))"
        let line = "\(performed.traject.name) #\(event.seq) · \(text)\(rules)"
        session.console.out(TerminalText.hang(line, width: session.console.width ?? 1000, indent: 2))
        if case .planned(let gesprek, _, _) = event.event {
          let rulebook = try session.store(.read).rulebook(of: performed.traject)
          AgendaText(
            session: session, traject: performed.traject, rulebook: rulebook,
            outcomes: performed.traject.outcomes(rulebook)
          ).lines(gesprek).forEach(session.console.out)
        }
      }
      session.remark(performed.remarks)
    }
  }

  static func json(_ performed: Performed, _ session: Session) throws -> JSONValue {
    var answer = answer(performed, session)
    if let carried = performed.carried, !carried.isEmpty { answer["open_before"] = carried.json }
    if let pause = performed.pause {
      answer["terms"] = .array(
        pause.terms.map { term in
          [
            "obligation": .string(term.obligation.description), "from": JSONValue(term.from),
            "to": JSONValue(term.to), "days": term.days.map { JSONValue($0) } ?? .null,
            "stays": JSONValue(term.stays),
          ]
        })
    }
    return .object(answer)
  }

  private static func answer(_ performed: Performed, _ session: Session) -> JSONObject {
    [
      "traject": .string(performed.traject.name), "status": .string(performed.traject.status.rawValue),
      "phase": .string(performed.traject.phase), "batch": JSONValue(performed.batch),
      "events": .array(
        performed.events.map { event in
          .object([
            "seq": JSONValue(event.seq), "type": .string(event.event.type),
            "happened_on": JSONValue(event.happened), "rule": .string(event.rules.joined(separator: ", ")),
          ])
        }),
      "remarks": .array(performed.remarks.map { .string(session.named($0.nl)) }),
    ]
  }
}

extension Act {
  /// The texts of parts, each taken in under its own name.
  func prose(_ parts: [String: String]) throws -> [String: TextReference] {
    try Dictionary(
      uniqueKeysWithValues: parts.sorted { $0.key < $1.key }.map {
        ($0.key, try desk.reference($0.value, "--part \($0.key)"))
      })
  }
}

/// Reads `NAME=VALUE` arguments.
enum Pairs {
  /// The values by name; a name that is given twice is a fault.
  static func read(_ texts: [String], _ option: String) throws -> [String: String] {
    var pairs: [String: String] = [:]
    for text in texts {
      guard let equals = text.firstIndex(of: "="), equals != text.startIndex else {
        throw Failure.usage(
          "\(option): «\(text)» mist een =; schrijf \(option) naam=waarde",
          "\(option): “\(text)” lacks an =; write \(option) name=value")
      }
      let name = String(text[..<equals])
      guard pairs.updateValue(String(text[text.index(after: equals)...]), forKey: name) == nil else {
        throw Failure.usage("\(option): \(name) staat er twee keer", "\(option): \(name) is given twice")
      }
    }
    return pairs
  }

  /// Texts that may be given several times or with commas.
  static func list(_ texts: [String]) -> [String] {
    texts.flatMap { $0.split(separator: ",") }.map { String($0).trimmed }.filter { !$0.isEmpty }
  }
}

extension String {
  /// The text without blanks around it.
  var trimmed: String {
    var text = Substring(self)
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}
