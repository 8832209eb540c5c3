import Glibc
import Testing

@testable import CyclusCore
@testable import CyclusStore

/// Laws of the store over histories that are drawn from a seed; `CYCLUS_HISTORIES=1000` draws more of them.
@Suite struct RandomHistoryTests {
  static let count = getenv("CYCLUS_HISTORIES").flatMap { Int(String(cString: $0)) } ?? 100
  static let perDatabase = 10

  @Test(arguments: 0..<(count + perDatabase - 1) / perDatabase)
  func aReplayGivesWhatTheTablesSay(_ part: Int) throws {
    let scenario = try StoreScenario()
    var refused = 0
    var accepted = 0
    for seed in (part * Self.perDatabase)..<min((part + 1) * Self.perDatabase, Self.count) {
      var history = try StoreHistory(scenario, seed: UInt64(seed))
      for _ in 0..<40 { history.act() }
      refused += history.refused
      accepted += history.accepted
    }
    try StoreHistory.takeOutStart(of: scenario.start("720000\(part % 10)"), scenario)
    // The histories are worth something only where they hold both.
    #expect(accepted > 10 * Self.perDatabase && refused > 10 * Self.perDatabase)

    let kinds = try scenario.store.connection.prepare(
      "SELECT count(DISTINCT type) FROM event WHERE traject IS NOT NULL"
    ).first { try $0.int(0) }
    #expect(kinds ?? 0 >= 28, "of 41 kinds of event")

    #expect(try scenario.store.verify().findings.isEmpty)
    let other = try Store(path: scenario.path, mode: .read)
    #expect(try read(scenario.store) == read(other), "two processes read the same")
    #expect(try read(other) == read(other), "reading twice gives the same")
    for day in ["2026-01-31", "2026-02-13", "2026-03-11", "2026-05-04", "2026-07-20"] {
      try expectBoardOfState(other, StoreScenario.day(day))
    }

    let before = try scenario.dump()
    _ = try scenario.store.rebuild()
    #expect(try scenario.dump() == before, "rebuilding changes nothing")
  }

  /// Everything that reading commands rest on, now and as of a later day.
  private struct Reading: Equatable {
    var overviews: [Overview] = []
    var escalations: [EscalationRow] = []
    var due: [Obligation] = []
    var events: [LoggedEvent] = []
  }

  private func read(_ store: Store) throws -> Reading {
    var filter = OverviewFilter()
    filter.includesEnded = true
    let later = StoreScenario.day("2027-12-31")
    var reading = Reading()
    reading.overviews = try store.overviews(filter, on: later)
    reading.escalations = try store.escalations()
    reading.due = try store.due(by: later, opened: later).map(\.obligation)
    for overview in reading.overviews {
      let (state, _) = try store.current(overview.id)
      var past = try #require(try store.state(of: overview.id, PastView(asOf: later))).0
      // Where the next event or escalation takes its number from is no part of what had happened.
      (past.lastEvent, past.escalationsOpened) = (state.lastEvent, state.escalationsOpened)
      past.numbersTakenOut = state.numbersTakenOut
      #expect(past == state, "T\(overview.id): the state as of a later day is the state")
      reading.events += try store.events(of: overview.id)
    }
    return reading
  }

  /// What a board reads from the tables on a day is what follows from the state on that day.
  private func expectBoardOfState(_ store: Store, _ day: Day) throws {
    var filter = OverviewFilter()
    filter.includesEnded = true
    for board in try store.overviews(filter, on: day) {
      let (state, rulebook) = try store.current(board.id)
      var whole = board
      // What climbs at once only says so to the ladder, which reads the state.
      whole.obligations = state.obligations(rulebook).filter { $0.met == nil }.map {
        var obligation = $0
        obligation.climbsAtOnce = false
        return obligation
      }
      #expect(board.pressing(on: day) == whole.pressing(on: day), "\(state.name) on \(day)")
      guard whole.pressing(on: day).isEmpty else { continue }
      #expect(board.upcoming(on: day) == whole.upcoming(on: day), "\(state.name) on \(day)")
    }
  }
}

/// One traject and what is tried on it: acts that fit, and acts that are refused.
struct StoreHistory {
  let scenario: StoreScenario
  let traject: Int
  private let number: String
  private var random: SeededRandom
  private(set) var today = StoreScenario.day("2026-02-02")
  var accepted = 0
  var refused = 0
  /// Until which day the people of a simulation were asked what they do.
  var played = StoreScenario.day("2026-02-01")

  init(_ scenario: StoreScenario, seed: UInt64) throws {
    self.scenario = scenario
    random = SeededRandom(state: seed)
    number = "71\(String(seed + 100_000).suffix(5))"
    traject = try scenario.start(
      number, parameters: seed % 5 == 0 ? ["houding-jaar-1": "niet-behaald"] : ["regio": "noord"])
  }

  mutating func act() {
    if chance(60) { today = today + Int.random(in: 0...9, using: &random) }
    do {
      switch Int.random(in: 0..<12, using: &random) {
      case 0: try flag()
      case 1: try correct()
      case 2, 3, 4, 5: return try play()
      default: try command()
      }
      accepted += 1
    } catch is Refusal {
      refused += 1
    } catch {
      Issue.record("\(number), \(today): \(error)")
    }
  }

  private func recording(_ who: String?) -> Recording {
    // Given by the day, but never back: the clock of the scenario stands still.
    let actor = who.map { Actor(person: scenario.people[$0], role: nil) } ?? .system
    return StoreScenario.recording(actor, on: today.description)
  }

  private func flag() throws {
    _ = try scenario.store.flag(traject, recording(nil), batch: nil)
  }

  private mutating func correct() throws {
    let log = try scenario.store.events(of: traject)
    // The start stays: without it there is no traject to go on with.
    let target = one(of: log.dropFirst().map(\.seq) + [0])
    let happened = chance(50) ? today - Int.random(in: 0...10, using: &random) : nil
    _ = try scenario.store.correct(traject, recording("SPEC"), isCascading: target.isMultiple(of: 2)) {
      _, _, desk in
      Event.Corrected(
        event: target, why: try desk.reference("verkeerd overgenomen"), data: nil, happened: happened)
    }
  }

  private mutating func command() throws {
    let (usual, make) = drawn()
    let who = chance(85) ? usual : one(of: ["LIJA", "MEES", "SPEC", "RIET", "VARE", number])
    var recording = recording(who)
    if chance(20) { recording.happened = today - Int.random(in: -1...20, using: &random) }
    _ = try scenario.store.perform(traject, recording) { _, _, desk in try make(desk) }
  }

  /// A command with who usually gives it.
  private mutating func drawn() -> (String, (TextDesk) throws -> Command) {
    let workflow = scenario.workflow
    let gesprek = one(of: workflow.gesprekken)
    let judged = one(of: ["tussenevaluatie", "eindbeoordeling"])
    let outcome = one(of: workflow.outcomes.map(\.id) + ["onbekend"])
    let approval = one(of: workflow.approvals.map(\.id))
    let document = one(of: workflow.documents.map(\.id))
    let task = one(of: workflow.tasks)
    let record =
      chance(80)
      ? Dictionary(
        uniqueKeysWithValues: gesprek.record.map { ($0.id, $0.kind == .eachOutcome ? "alle" : "ja") }) : [:]
    let amount = Int.random(in: -3...12, using: &random)
    let proofs = chance(50) ? ["zelfreflectie"] : []
    let day = today
    switch Int.random(in: 0..<20, using: &random) {
    case 0, 1, 2: return ("SPEC", { _ in .advance(to: nil) })
    case 3, 4, 5, 6:
      let present = ["student", "wpb", "so", "io"].filter { _ in chance(80) }.map {
        Command.Present(role: workflow.role($0)?.id ?? $0)
      }
      return (number, { _ in .held(.init(gesprek: gesprek.id, present: present, record: record)) })
    case 7: return (number, { _ in .close(gesprek: gesprek.id, record: record) })
    case 8:
      return (
        "SPEC",
        { _ in .plan(gesprek: gesprek.id, at: LocalMoment(day: day + 7, minuteOfDay: 600), mode: nil) }
      )
    case 9: return ("SPEC", { desk in .cancel(gesprek: gesprek.id, why: try desk.reference("ziek")) })
    case 10, 11, 12:
      return (
        number,
        { desk in .submit(.init(document: document, reference: try desk.reference("https://portfolio"))) }
      )
    case 13: return ("LIJA", { _ in .approve(approval: approval) })
    case 14:
      return ("LIJA", { desk in .reject(approval: approval, why: try desk.reference("niet meetbaar")) })
    case 15:
      return (
        "LIJA",
        { desk in
          .assess(
            .init(
              outcome: outcome, gesprek: judged, verdict: "voldaan", form: try desk.reference("f"),
              parts: ["trust"], proofs: proofs,
              references: proofs.isEmpty ? [] : [try desk.reference("https://portfolio/les")]))
        }
      )
    case 16:
      return (
        "LIJA",
        { desk in
          .feedback(
            .init(
              outcome: outcome, gesprek: judged, form: try desk.reference("f"), why: try desk.reference("w")))
        }
      )
    case 17: return (number, { _ in .count(counter: "lessen", amount: amount) })
    case 18: return (one(of: [number, "SPEC", "RIET", "LIJA"]), { _ in .done(obligation: task.id) })
    default: return escalating()
    }
  }

  private mutating func escalating() -> (String, (TextDesk) throws -> Command) {
    let id = "E\(Int.random(in: 1...2, using: &random))"
    let reason = one(of: ["stagnatie", "onveilig", "zorg-leeruitkomst"])
    let role = one(of: ["schoolopleider", "instituutsopleider"])
    switch Int.random(in: 0..<6, using: &random) {
    case 0, 1:
      return (
        number,
        { desk in
          .escalate(
            reason: reason, about: reason == "zorg-leeruitkomst" ? "ict" : nil,
            why: try desk.reference("zorg"))
        }
      )
    case 2: return ("SPEC", { _ in .consult(escalation: id, role: role, isAbsent: false, why: nil) })
    case 3: return ("SPEC", { desk in .propose(escalation: id, plan: try desk.reference("plan")) })
    case 4:
      return ("SPEC", { desk in .unblock(block: "onveilige-situatie", why: try desk.reference("veilig")) })
    default:
      return (
        "SPEC",
        { desk in .decide(.init(escalation: id, outcome: "hervatten", why: try desk.reference("werkt"))) }
      )
    }
  }

  private mutating func one<Item>(of items: [Item]) -> Item {
    items[Int.random(in: 0..<items.count, using: &random)]
  }
  private mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }
}

/// Numbers that follow from a seed (SplitMix64).
struct SeededRandom: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
