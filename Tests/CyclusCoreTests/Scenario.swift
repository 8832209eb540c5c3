import CyclusYAML
import Testing

@testable import CyclusCore

/// A traject with its log, on which tests act: T1 of the shipped workflow, from Monday 2 February 2026.
///
/// ```swift
/// given(.kennismakingHeld)
///   .when("io", on: "2026-02-10", .advance())
///   .then("advanced")
/// ```
struct Scenario {
  /// The workflow under which it goes: the one that ships, unless a test writes its own.
  let rules: Workflow
  var log: [LoggedEvent] = []
  var state: Traject
  var rulebook: Rulebook
  var remarks: [Localized] = []
  /// The calendars that its events name, by digest.
  private(set) var calendars: [String: SchoolCalendar] = [:]
  private var recorded: Instant

  /// The workflow file that ships.
  static let workflow: Workflow = {
    guard let file = ShippedWorkflows.all.first(where: { $0.name == "han-wpl2-lj2.yaml" }) else {
      preconditionFailure("han-wpl2-lj2.yaml does not ship")
    }
    let result = WorkflowFile.load(file.text, name: file.name)
    guard let workflow = result.workflow else { preconditionFailure(result.rendered(in: .en)) }
    return workflow
  }()

  /// The people of T1, by the short names of their roles.
  static let people = [
    "student": PersonID(1), "wpb": PersonID(2), "so": PersonID(3), "io": PersonID(4),
    "oac": PersonID(5), "olv": PersonID(6),
  ]

  static func roles(_ other: [String: PersonID] = [:]) -> [Traject.Attendance] {
    people.merging(other) { _, new in new }.sorted { $0.key < $1.key }
      .map { Traject.Attendance(role: $0.key, person: $0.value) }
  }

  static func request(
    from: String = "2026-02-02", roles: [Traject.Attendance] = roles(), _ parameters: [String: String] = [:]
  ) -> StartRequest {
    StartRequest(
      id: 1, student: PersonID(1), digest: "d1", from: day(from), school: 7, roles: roles,
      parameters: parameters)
  }

  init(_ request: StartRequest = request(), under rules: Workflow = Self.workflow) throws {
    self.rules = rules
    let decision = try Traject.start(request, under: rules, by: Actor(person: nil, role: nil))
    guard case .started(let started) = decision.entries[0].event else { preconditionFailure("no start") }
    state = Traject(started, id: request.id, phase: rules.phases[0].id, number: 1)
    rulebook = try Rulebook(workflow: rules, traject: state)
    recorded = Instant(milliseconds: 0)
    append(decision, today: request.from)
  }

  /// Weighs a command by a role, a person (`P9`) or both (`P9:io`), without carrying it out.
  func weigh(_ who: String, on happened: Day, today: Day, _ command: Command) throws(Refusal) -> Decision {
    try state.decide(
      command, by: rulebook, on: Occasion(actor: actor(who), happened: happened, today: today))
  }

  /// The actor of `io`, `P9` or `P9:io`.
  func actor(_ who: String) -> Actor {
    let parts = who.split(separator: ":").map(String.init)
    if let person = PersonID(parts[0]) {
      return Actor(person: person, role: parts.count > 1 ? parts[1] : nil)
    }
    guard let role = rules.role(parts[0]), let person = state.holder(of: role.id) else {
      preconditionFailure("nobody is \(who)")
    }
    return Actor(person: person, role: role.id)
  }

  /// Adds what a command gave to the log, as a store would.
  mutating func append(_ decision: Decision, today: Day) {
    recorded = max(
      Instant(milliseconds: recorded.milliseconds + 1),
      Instant(milliseconds: Int64(today.number) * 86_400_000 + 36_000_000))
    let batch = (log.last?.batch ?? 0) + 1
    for entry in decision.entries {
      let logged = LoggedEvent(
        seq: log.count + 1, traject: state.id, event: entry.event, meets: entry.meets, phase: state.phase,
        actor: entry.actor, recorder: 1, source: .present, happened: entry.happened, recorded: recorded,
        rules: entry.rules, batch: batch)
      log.append(logged)
      if case .started = entry.event { continue }
      state.evolve(entry.event, meets: entry.meets, by: entry.actor, on: entry.happened, number: logged.seq)
      switch entry.event {
      case .parameterSet, .extended, .calendarAdopted: renew()
      default: break
      }
    }
    remarks = decision.remarks
  }

  /// Lays out the timeline anew, where that can be.
  private mutating func renew() {
    let calendar = Calendars(calendars).calendar(of: state)
    rulebook = (try? Rulebook(workflow: rules, traject: state, calendar: calendar)) ?? rulebook
  }

  /// Goes on under another calendar, as `calendar adopt` does.
  mutating func adopt(_ calendar: PinnedCalendar, on day: Day, by actor: Actor = .administrator) throws {
    let occasion = Occasion(actor: actor, happened: day, today: day)
    guard let adoption = try CalendarAdoption(Standing(state, rulebook), calendar, on: occasion) else {
      return
    }
    calendars[calendar.digest] = calendar.calendar
    append(Decision(entries: [adoption.entry]), today: day)
  }

  mutating func perform(_ act: Act) throws {
    switch act {
    case .command(let who, let on, let today, let command):
      let today = today ?? on
      append(try weigh(who, on: on, today: today, command), today: today)
    case .flag(let today):
      append(Decision(entries: state.flagging(rulebook, today: today)), today: today)
    case .correct(let corrected, let today, let isCascading):
      append(
        try Correction(log: log, workflow: rules, calendars: Calendars(calendars))
          .weigh(corrected, by: actor(rules.leader), on: today, isCascading: isCascading), today: today)
      if let replayed = try EffectiveLog.replay(log, workflow: rules) { state = replayed }
      renew()
    case .adopt(let calendar, let day): try adopt(calendar, on: day)
    }
  }

  /// Something that is done in a test.
  enum Act {
    case command(String, on: Day, today: Day?, Command)
    case flag(Day)
    case correct(Event.Corrected, Day, isCascading: Bool = false)
    case adopt(PinnedCalendar, on: Day)
  }
}

extension Actor {
  /// Who acts where nobody is named.
  static let administrator = Actor(person: nil, role: "administrator")
}

/// The day of a text; one that is no date stops the test run.
func day(_ text: String) -> Day {
  guard let day = Day(text) else { preconditionFailure("\(text) is no date") }
  return day
}

/// A text in the erasable store; its number tells texts apart.
func text(_ id: Int = 1) -> TextReference { TextReference(id: id, digest: "ab12") }

/// An act of a role on a day, recorded that day or on a later `today`.
func by(_ who: String, _ on: String, _ command: Command, today: String? = nil) -> Scenario.Act {
  .command(who, on: day(on), today: today.map(day), command)
}

/// `overdue --flag` on a day.
func flagging(_ today: String) -> Scenario.Act { .flag(day(today)) }

/// An event taken out.
func retracting(_ seq: Int, _ today: String) -> Scenario.Act {
  .correct(.init(event: seq, why: text(), data: nil, happened: nil), day(today))
}

/// An act with `--cascade`.
func cascading(_ act: Scenario.Act) -> Scenario.Act {
  guard case .correct(let corrected, let today, _) = act else { return act }
  return .correct(corrected, today, isCascading: true)
}

/// An event given another day, or other data in its place.
func amending(_ seq: Int, on happened: String? = nil, _ data: JSONObject? = nil, today: String)
  -> Scenario.Act
{
  .correct(.init(event: seq, why: text(), data: data, happened: happened.map(day)), day(today))
}
