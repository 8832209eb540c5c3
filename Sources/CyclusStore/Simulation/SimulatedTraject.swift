import CyclusCore

/// Plays one traject from its start to the reference date, in memory: engine and people, no database.
///
/// What it gives follows from the seed, the cohort and the traject alone, so trajecten can be played in any order.
struct SimulatedTraject {
  /// What a traject is played with besides its start.
  struct Setting: Sendable {
    var simulation: Simulation
    var published: PublishedWorkflow
    var calendar: PinnedCalendar?
    var today: Day
    var team: SimulatedTeam
  }

  private let setting: Setting
  private let workflow: Workflow
  private var standing: Standing
  /// The events so far, numbered from 1.
  private var log: [LoggedEvent] = []
  private var history = SimulatedHistory()
  private let desk: SimulatedDesk
  /// The day on which the people looked at it last.
  private var last: Day

  private var simulation: Simulation { setting.simulation }
  private var id: Int { standing.traject.id }

  /// Plays a traject from its start.
  ///
  /// - Throws: `Refusal` where the start is not accepted.
  static func play(
    _ request: StartRequest, by actor: Actor, _ workflow: Workflow, _ setting: Setting
  ) throws -> SimulatedHistory {
    let start = try Traject.start(request, under: workflow, by: actor)
    var played = try SimulatedTraject(request, start, workflow, setting)
    try played.run()
    return played.history
  }

  private init(_ request: StartRequest, _ start: Decision, _ workflow: Workflow, _ setting: Setting) throws {
    self.setting = setting
    self.workflow = workflow
    desk = SimulatedDesk(seed: setting.simulation.seed, traject: request.id)
    guard let first = workflow.phases.first, case .started(let started) = start.entries.first?.event else {
      throw EventProblem(type: "started", what: "a start without a beginning")
    }
    let state = Traject(started, id: request.id, phase: first.id)
    standing = Standing(
      state, try Rulebook(workflow: workflow, traject: state, calendar: setting.calendar?.calendar))
    last = request.from - 1
    try record(start, at: Self.moment(request.from, minute: SimulatedCohort.startMinute), isStart: true)
  }

  // MARK: Days

  private mutating func run() throws {
    var night = standing.traject.from
    var visit = simulation.next(standing, after: standing.traject.from - 1)
    while true {
      let rung = nextRung().map { max($0, night + 1) }
      guard let day = [visit, rung].compactMap(\.self).min(), day <= setting.today else { return }
      if rung == day { try flag(on: day) }
      night = day
      guard visit == day else { continue }
      try sit(on: day)
      visit = simulation.next(standing, after: day)
    }
  }

  /// The day on which `overdue --flag` will find something.
  private func nextRung() -> Day? {
    let (traject, rulebook) = (standing.traject, standing.rulebook)
    var first: Day?
    for obligation in standing.obligations {
      guard let day = traject.nextRung(of: obligation, rulebook) else { continue }
      first = min(first ?? day, day)
    }
    return first
  }

  /// What `overdue --flag` does in a night.
  private mutating func flag(on day: Day) throws {
    let entries = standing.traject.flagging(standing.rulebook, today: day)
    desk.begin()
    try record(Decision(entries: entries), at: Self.moment(day, minute: 180))
  }

  /// What the people do on a day; what was done may open something that is done the same day.
  private mutating func sit(on day: Day) throws {
    var tried: Set<String> = []
    var random = SeededRandom(seed: simulation.seed, "\(standing.traject.name)/hour/\(day)")
    var minute = random.number(510...990)
    for _ in 0..<4 {
      let acts = simulation.acts(standing, after: last, on: day).filter { tried.insert($0.name).inserted }
      var isChanged = false
      for act in acts {
        guard try perform(act, on: day, at: Self.moment(day, minute: min(minute, 1400))) else { continue }
        isChanged = true
        minute += random.number(1...4)
      }
      guard isChanged else { break }
    }
    last = day
  }

  private static func moment(_ day: Day, minute: Int) -> Instant {
    Instant(dutch: LocalMoment(day: day, minuteOfDay: minute)) ?? Instant(milliseconds: 0)
  }

  // MARK: Acts

  /// Performs an act and tells whether anything was recorded; a refusal leaves nothing and is counted.
  private mutating func perform(_ act: Simulation.Act, on day: Day, at moment: Instant) throws -> Bool {
    desk.begin()
    do {
      guard let decision = try decide(act, on: day) else { return false }
      try record(decision, at: moment)
      return true
    } catch is Refusal {
      history.refused += 1
      return false
    }
  }

  private func decide(_ act: Simulation.Act, on day: Day) throws -> Decision? {
    guard let make = act.command else { return try correction(act, on: day) }
    let command = try make(
      Simulation.Surroundings(
        text: { [desk] in desk.take($0) },
        colleague: { [setting] in setting.team.colleague($0, on: day, &$1) },
        school: { [setting] in setting.team.school(on: day, &$0) }))
    return try command.map {
      try standing.decide($0, on: Occasion(actor: act.actor, happened: act.happened, today: day))
    }
  }

  /// The last number that was counted is taken out, or was one more.
  private func correction(_ act: Simulation.Act, on day: Day) throws -> Decision? {
    let corrected = Set(
      log.compactMap { logged -> Int? in
        if case .corrected(let correction) = logged.event { return correction.event }
        return nil
      })
    let counted = log.last { logged in
      if case .counted = logged.event { return !corrected.contains(logged.seq) }
      return false
    }
    guard let counted, case .counted(let counter, let amount, _) = counted.event else { return nil }
    let correction = Event.Corrected(
      event: counted.seq, why: desk.take("verkeerd overgenomen"),
      data: counted.seq % 2 == 0
        ? nil : ["counter": .string(counter), "amount": .integer(Int64(amount + 1))],
      happened: nil)
    let calendars = Calendars(setting.calendar.map { [$0.digest: $0.calendar] } ?? [:])
    return try Correction(log: log, workflow: workflow, calendars: calendars)
      .weigh(correction, by: act.actor, on: day)
  }

  // MARK: Recording

  /// Does what `Store.record` does: numbers the events, brings them into the state, and keeps them as rows.
  private mutating func record(_ decision: Decision, at moment: Instant, isStart: Bool = false) throws {
    guard !decision.entries.isEmpty else { return }
    var state: Traject? = isStart ? nil : standing.traject
    let id = id
    var isCorrected = false
    for entry in decision.entries {
      let phase = state?.phase ?? standing.traject.phase
      let source = source(of: entry.actor, at: moment)
      let logged = LoggedEvent(
        seq: log.count + 1, traject: id, event: entry.event, meets: entry.meets, phase: phase,
        actor: entry.actor, recorder: 0, source: source, happened: entry.happened, recorded: moment,
        rules: entry.rules, batch: 0)
      log.append(logged)
      history.add(logged, data: entry.data, definition: setting.published.digest, desk)
      if case .corrected = entry.event { isCorrected = true }
      state = EffectiveLog.apply(logged, to: state, workflow)
    }
    if isCorrected { state = try EffectiveLog.replay(log, workflow: workflow) }
    guard let state else { throw EventProblem(type: "started", what: "a traject without a start") }
    let rulebook =
      state.parameters == standing.traject.parameters && state.until == standing.traject.until
      ? standing.rulebook : try standing.rulebook.renewed(for: state)
    standing = Standing(state, rulebook)
  }

  /// How the recorder knew: an institute's people record what they did themselves, of the others it is heard.
  private func source(of actor: Actor, at moment: Instant) -> Source? {
    guard actor.person != nil, let role = actor.role.flatMap({ workflow.role($0) }) else { return nil }
    switch role.place {
    case .institute: return .present
    case .student, .workplace:
      var random = SeededRandom(
        seed: simulation.seed, "\(standing.traject.name)/source/\(role.id)/\(moment.milliseconds)")
      return random.one(of: [.form, .form, .mail, .mail, .phone])
    }
  }
}
