import ArgumentParser
import CyclusCore
import CyclusStore

struct VerifyCommand: CyclusCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Whether the record can be trusted: the chain, the definitions, the texts, and every table.",
    discussion: """
      cyclus verify
      cyclus verify --against anchors.txt        lines as «cyclus head» printed them, kept elsewhere
      """)
  @Option(help: "a file with lines as head printed them") var against: String?
  @OptionGroup(title: "Global options") var options: GlobalOptions

  func run(_ session: Session) throws -> Int32 {
    let anchors = try against.map { try Anchors.read($0) } ?? []
    let store = try session.store(.read)
    let result = try store.verify(against: anchors)
    switch session.format {
    case .json: session.console.out(json(result, store).pretty)
    case .csv, .table: write(result, anchors, store, session)
    }
    return result.findings.isEmpty ? 0 : 1
  }

  private func json(_ result: Verification, _ store: Store) -> JSONValue {
    .object([
      "events": JSONValue(result.events), "trajecten": JSONValue(result.trajecten),
      "head": .string(result.head),
      "clock_back": JSONValue(result.clockBack), "practice": .bool(store.isPractice),
      "findings": .array(
        result.findings.map { ["place": .string($0.place), "message": .string($0.message.nl)] }),
    ])
  }

  private func write(_ result: Verification, _ anchors: [Head], _ store: Store, _ session: Session) {
    let console = session.console
    FindingLines.of(result.findings, session).forEach(console.out)
    if result.findings.isEmpty {
      console.out(
        session.text(
          "In orde: \(result.events) gebeurtenissen in de keten, \(Noun.traject.count(result.trajecten, .nl)) gelijk aan het logboek.",
          "In order: \(result.events) events in the chain, \(Noun.traject.count(result.trajecten, .en)) equal to the log."
        )
      )
      if !anchors.isEmpty {
        console.out(
          session.text("Ankers die passen: \(anchors.count).", "Anchors that fit: \(anchors.count)."))
      }
    } else {
      console.out(
        session.text(
          "\(Noun.finding.count(result.findings.count, .nl)): vertrouw dit logboek niet zonder uitleg.",
          "\(Noun.finding.count(result.findings.count, .en)): do not trust this log without an explanation."))
    }
    if result.clockBack > 0 {
      console.out(
        session.text(
          "De klok liep \(result.clockBack) keer terug.", "The clock went back \(result.clockBack) times."))
    }
    if !result.head.isEmpty {
      console.out(session.text("Laatste: ", "Last: ") + "\(result.events) \(result.head)")
    }
    Practice.remark(session)
  }
}

/// What is wrong with the record, a finding after the other.
enum FindingLines {
  static func of(_ findings: [VerifyFinding], _ session: Session) -> [String] {
    findings.flatMap { finding in
      TerminalText.hang(
        session.console.styled("\(finding.place): ", .red)
          + TerminalText.clean(session.text(finding.message)),
        width: session.console.width ?? 100, indent: 2)
    }
  }
}

/// Anchors of the chain that were kept elsewhere: a line each, the number and the hash.
enum Anchors {
  static func read(_ path: String) throws -> [Head] {
    let bytes: [UInt8]
    do { bytes = try FileContent.read(path) } catch { throw Failure.unread(path, error) }
    let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).map {
      String($0).trimmed
    }
    let heads = try lines.filter { !$0.isEmpty }.enumerated().map { index, line in
      let parts = line.split(separator: " ")
      guard parts.count == 2, let seq = Int(parts[0]), seq >= 0, parts[1].count == 64,
        parts[1].allSatisfy(\.isHexDigit)
      else {
        throw Failure.data(
          "\(path):\(index + 1): geen anker; een regel is een nummer en een kenmerk, zoals «cyclus head» die geeft",
          "\(path):\(index + 1): no anchor; a line is a number and a hash, as “cyclus head” prints it")
      }
      return Head(seq: seq, hash: parts[1].lowercased())
    }
    guard !heads.isEmpty else {
      throw Failure.data("\(path) bevat geen ankers", "\(path) holds no anchors")
    }
    return heads
  }
}

struct HeadCommand: CyclusCommand {
  static let configuration = CommandConfiguration(
    commandName: "head", abstract: "The end of the chain, to keep elsewhere: number and hash.",
    discussion: "cyclus head >> /elsewhere/anchors.txt")
  @OptionGroup(title: "Global options") var options: GlobalOptions

  func run(_ session: Session) throws -> Int32 {
    let head = try session.store(.read).head()
    switch session.format {
    case .json:
      session.console.out(
        JSONValue.object(["seq": JSONValue(head.seq), "hash": .string(head.hash)]).pretty)
    case .csv:
      var listing = Listing<Head>()
      listing.data("seq") { JSONValue($0.seq) }
      listing.data("hash") { .string($0.hash) }
      try listing.write([head], session, none: Localized(""))
    case .table: session.console.out("\(head.seq) \(head.hash)")
    }
    return 0
  }
}

struct RebuildCommand: CyclusCommand {
  static let configuration = CommandConfiguration(
    commandName: "rebuild", abstract: "Make every table anew from the log; the log itself is not touched.",
    discussion: "cyclus rebuild")
  @OptionGroup(title: "Global options") var options: GlobalOptions

  func run(_ session: Session) throws -> Int32 {
    let count: Int
    do { count = try session.store(.write).rebuild() } catch let unsound as UnsoundRecord {
      FindingLines.of(unsound.findings, session).forEach(session.console.err)
      session.remark([
        Localized(
          nl:
            "Niets opgebouwd en niets gewijzigd: wat hierboven staat kan rebuild niet herstellen, en het zou het verbergen. Zet een reservekopie terug en vergelijk met «verify --against».",
          en:
            "Nothing was made anew and nothing changed: rebuild cannot mend what stands above, and would hide it. Restore a backup and compare with “verify --against”."
        )
      ])
      return 1
    }
    session.console.out(
      session.text(
        "Opnieuw opgebouwd uit het logboek: \(Noun.traject.count(count, .nl)).",
        "Made anew from the log: \(Noun.traject.count(count, .en)).")
    )
    return 0
  }
}

struct CorrectCommand: CyclusCommand {
  static let configuration = CommandConfiguration(
    commandName: "correct",
    abstract: "Take an event out, or give it other data; refused where later events would fall.",
    discussion: """
      cyclus correct T17 481 --on 2026-02-24 --why "datum verkeerd overgenomen" --as BEUN
      cyclus correct T17 481 --retract --why "verkeerde student" --as BEUN
      """)
  @Argument(help: "id (T17) or student number") var traject: String
  @Argument(help: "the number of the event, from history") var seq: Int
  @Option(help: "why, in prose") var why: String
  @Flag(help: "take the event out") var retract = false
  @Option(name: .customLong("set"), help: "other data: KEY=VALUE") var set: [String] = []
  @OptionGroup(title: "Global options") var options: GlobalOptions

  func run(_ session: Session) throws -> Int32 {
    let pairs = try Pairs.read(set, "--set")
    let happened = try session.day("--on", options.on)
    guard retract != (!pairs.isEmpty || happened != nil) else {
      throw Failure.usage(
        "kies: --retract, of nieuwe gegevens met --set en --on",
        "choose: --retract, or other data with --set and --on")
    }
    let store = try session.store(.write)
    var recording = try session.recording(store)
    recording.happened = recording.today
    let id = try store.traject(named: traject)
    let performed = try store.correct(id, recording) { state, log, desk in
      guard let target = log.first(where: { $0.seq == seq }) else {
        return Event.Corrected(event: seq, why: try desk.reference(why), data: nil, happened: nil)
      }
      // On top of earlier corrections, so that those stand.
      let effective = try EffectiveLog.events(log).first { $0.seq == seq } ?? target
      let data =
        try pairs.isEmpty
        ? nil : Amendment(target: effective, state: state, desk: desk, store: store).data(pairs)
      return Event.Corrected(event: seq, why: try desk.reference(why), data: data, happened: happened)
    }
    try Receipt.write(performed, session)
    return 0
  }
}

/// The data of an event with some of its values replaced.
struct Amendment {
  let target: LoggedEvent
  let state: Traject
  let desk: TextDesk
  let store: Store

  /// The new data; a key that the event does not have is refused, with the keys that there are.
  func data(_ pairs: [String: String]) throws -> JSONObject {
    var data = target.event.data
    for (key, value) in pairs.sorted(by: { $0.key < $1.key }) {
      guard let before = data[key] else {
        let keys = data.keys.sorted().joined(separator: ", ")
        throw Failure.usage(
          "gebeurtenis \(target.seq) (\(target.event.type)) heeft geen «\(key)»; wel: \(keys)",
          "event \(target.seq) (\(target.event.type)) has no “\(key)”; it has: \(keys)")
      }
      data[key] = try replaced(before, key, value)
    }
    return data
  }

  private func replaced(_ before: JSONValue, _ key: String, _ value: String) throws -> JSONValue {
    switch before {
    case .integer:
      guard let number = Int64(value) else {
        throw Failure.usage(
          "\(key): «\(value)» is geen geheel getal", "\(key): “\(value)” is not a whole number")
      }
      return .integer(number)
    case .bool:
      guard
        let flag = ["yes": true, "ja": true, "true": true, "no": false, "nee": false, "false": false][value]
      else {
        throw Failure.usage("\(key): schrijf ja of nee", "\(key): write yes or no")
      }
      return .bool(flag)
    case .string(let text) where TextReference(text) != nil:
      return .string(try desk.reference(value).description)
    case .array(let list) where list.first?.members != nil:
      return .array(
        try Pairs.list([value]).map { short in
          let name = try store.workflow(digest: state.digest).role(short)?.id ?? short
          guard let person = state.holders(of: name, on: target.happened).last else {
            throw Failure.usage(
              "\(key): niemand heeft de rol «\(name)»", "\(key): nobody has the role “\(name)”")
          }
          return ["role": .string(name), "person": .string(person.description)]
        })
    case .array: return .array(Pairs.list([value]).map { .string($0) })
    case .object:
      var members = JSONObject()
      for (name, text) in try Pairs.read(Pairs.list([value]), "--set \(key)").sorted(by: { $0.key < $1.key })
      {
        members[name] = .string(text)
      }
      return .object(members)
    case .null, .number, .string: return .string(value)
    }
  }
}
