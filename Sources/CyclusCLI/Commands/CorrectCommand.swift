import ArgumentParser
import CyclusCore
import CyclusStore

struct CorrectCommand: CyclusCommand {
  static let configuration = CommandConfiguration(
    commandName: "correct",
    abstract: "Take an event out, or give it other data; later events fall only with --cascade.",
    discussion: """
      cyclus correct T17 481 --on 2026-02-24 --why "datum verkeerd overgenomen" --as BEUN
      cyclus correct T17 481 --retract --why "verkeerde student" --as BEUN --dry-run
      cyclus correct T17 481 --retract --why "verkeerde student" --as BEUN --cascade
      """)
  @Argument(help: "id (T17) or student number") var traject: String
  @Argument(help: "the number of the event, from history") var seq: Int
  @Option(help: "why, in prose") var why: String
  @Flag(help: "take the event out") var retract = false
  @Option(name: .customLong("set"), help: "other data: KEY=VALUE") var set: [String] = []
  @Flag(help: "show what would change and what would fall, record nothing") var dryRun = false
  @Flag(help: "let later events fall that no longer hold") var cascade = false
  @OptionGroup(title: "Global options") var options: GlobalOptions

  func run(_ session: Session) throws -> Int32 {
    guard dryRun else {
      try Receipt.write(try perform(session, batch: nil), session)
      return 0
    }
    let (store, recording, id) = try prepared(session)
    let make = try correction(session, store)
    return try store.rehearse(id, recording, isCascading: cascade, correction: make) { outlook in
      let text = OutlookText(
        outlook: outlook, seq: seq, today: recording.today, session: session,
        workflow: try store.workflow(digest: outlook.before.digest))
      if session.format == .json { session.console.out(try text.json().pretty) } else { try text.write() }
      return outlook.isAccepted ? 0 : 1
    }
  }

  /// Records the correction, alone or as a line of a batch.
  func perform(_ session: Session, batch: Int?) throws -> Performed {
    guard !dryRun else {
      throw Failure.data(
        "«dry_run» kan niet in een bestand, want zo'n regel legt niets vast: kijk eerst met «cyclus correct … --dry-run»",
        "“dry_run” is not possible in a file, as such a line records nothing: look first with “cyclus correct … --dry-run”"
      )
    }
    let (store, recording, id) = try prepared(session)
    return try store.correct(
      id, recording, isCascading: cascade, batch: batch, correction: try correction(session, store))
  }

  private func prepared(_ session: Session) throws -> (Store, Recording, Int) {
    let store = try session.store(.write)
    var recording = try session.recording(store)
    recording.happened = recording.today
    return (store, recording, try store.traject(named: traject))
  }

  private func correction(_ session: Session, _ store: Store) throws -> MakeCorrection {
    let pairs = try Pairs.read(set, "--set")
    let happened = try session.day("--on", options.on)
    guard retract != (!pairs.isEmpty || happened != nil) else {
      throw Failure.usage(
        "kies: --retract, of nieuwe gegevens met --set en --on",
        "choose: --retract, or other data with --set and --on")
    }
    return { state, log, desk in
      guard let target = log.first(where: { $0.seq == seq }), !pairs.isEmpty, !target.event.isCorrection
      else {
        // A correction has no data to replace; that some were given is left for the refusal to say.
        return Event.Corrected(
          event: seq, why: try desk.reference(why, "--why"), data: pairs.isEmpty ? nil : JSONObject(),
          happened: happened)
      }
      // On top of earlier corrections, so that those stand.
      let effective = try EffectiveLog.events(log).first { $0.seq == seq } ?? target
      return Event.Corrected(
        event: seq, why: try desk.reference(why, "--why"),
        data: try Amendment(target: effective, state: state, desk: desk, store: store).data(pairs),
        happened: happened)
    }
  }
}
