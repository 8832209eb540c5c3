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
    if let heads = objects(bytes) { return heads }
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

  /// The anchor as `head --format json` prints it; `nil` where the file is something else.
  private static func objects(_ bytes: [UInt8]) -> [Head]? {
    guard let value = try? JSONParser.parse(bytes), let seq = value["seq"]?.int, seq >= 0,
      let hash = value["hash"]?.text, hash.count == 64, hash.allSatisfy(\.isHexDigit)
    else { return nil }
    return [Head(seq: seq, hash: hash.lowercased())]
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
