import CyclusCore

/// Makes a cohort with histories in a practice database: whole, or not at all.
///
/// The trajecten are played in memory, on all cores: the engine decides every command, and every night what time has
/// brought is recorded, as `overdue --flag` does. Their events are then written in the order of time, and the tables are
/// made from the log, as `rebuild` does. Same database, seed, number, workflow and settings: the same log, byte for byte.
public final class Simulator {
  /// What was made.
  public struct Report: Sendable {
    /// How many trajecten began.
    public var trajecten = 0
    /// How many events there are of each type.
    public var events: [String: Kind] = [:]
    /// How many attempts a rule refused.
    public var refused = 0
    /// How many students could not start.
    public var startsRefused = 0
    /// The first of those who could not start, and why.
    public var starts: [RefusedStart] = []
    /// When the first and the last event were recorded; `nil` where there are none.
    public var recorded: ClosedRange<Instant>?
    /// Whether the log already had an event that was recorded later than the first of these.
    public var isClockBack = false
  }

  /// How often something happened.
  public struct Kind: Hashable, Sendable {
    /// What people call it.
    public var name: Localized
    /// How many events.
    public var count = 0
  }

  /// A student who could not start.
  public struct RefusedStart: Sendable {
    /// The student number.
    public var student: String
    /// The first day that was asked.
    public var from: Day
    /// What stood in the way.
    public var refusal: Refusal
  }

  private let store: Store
  private let simulation: Simulation
  private let published: PublishedWorkflow
  private let workflow: Workflow
  private let calendar: PinnedCalendar?
  private let today: Day
  private let account: String
  private let cores: Int?
  private var cohort: SimulatedCohort
  private var report = Report()

  /// Of how many students the refusal of their start is kept.
  private static let startsKept = 20
  private static let administrator = Actor(person: nil, role: "administrator")

  /// Prepares a cohort.
  ///
  /// - Parameter cores: On how many cores; all that there are, where it is `nil`. The result is the same.
  /// - Throws: `StoreError.notPractice` outside a practice database.
  public init(
    _ store: Store, _ simulation: Simulation, workflow: PublishedWorkflow, students: Int, today: Day,
    account: String, cores: Int? = nil
  ) throws {
    guard store.isPractice else { throw StoreError.notPractice }
    self.store = store
    self.simulation = simulation
    published = workflow
    self.workflow = try store.workflow(digest: workflow.digest)
    calendar = try store.newestCalendar()
    self.today = today
    self.account = account
    self.cores = cores
    var run = 0
    while try store.person(number: "\(9_600_001 + 100_000 * run)") != nil { run += 1 }
    cohort = SimulatedCohort(students, self.workflow, simulation, today: today, run: run)
  }

  /// The first day on which somebody of the cohort would begin; `nil` where nobody would.
  public var first: Day? { cohort.students.map(\.from).min() }

  /// Plays from the first start to the reference date, and writes what came of it.
  public func run() throws -> Report {
    try store.together {
      store.salts = SeededRandom(seed: simulation.seed, "salts/\(try store.tail().seq)")
      defer { store.salts = nil }
      let first = try number("SELECT coalesce(max(traject), 0) + 1 FROM event")
      let firstPerson = PersonID(try number("SELECT coalesce(max(id), 0) + 1 FROM person"))
      try settle(firstPerson)
      guard !cohort.students.isEmpty else { return report }
      let players = try SimulatedPlayers(workflow, cores: cores)
      let spool = try SimulatedSpool()
      defer { spool.close() }
      try play(players, first, spool)
      try write(spool, first, firstPerson)
      try project(players, first)
      return report
    }
  }

  private func number(_ sql: String) throws -> Int {
    try store.connection.prepare(sql).first { try $0.int(0) } ?? 1
  }

  /// Finds out who can start, and gives everybody a number.
  private func settle(_ first: PersonID) throws {
    let (published, workflow, all) = (published, workflow, cohort)
    try cohort.settle(first: first) { student in
      guard student.from <= today else { return false }
      do {
        var request = all.request(student, id: 1, published, workflow, school: nil)
        request.calendar = calendar
        _ = try Traject.start(request, under: workflow, by: Self.administrator)
        return true
      } catch let error as Refusal {
        report.startsRefused += 1
        if report.starts.count < Self.startsKept {
          report.starts.append(
            RefusedStart(student: all.members[student.member].code, from: student.from, refusal: error))
        }
        return false
      }
    }
  }

  private func play(_ players: SimulatedPlayers, _ first: Int, _ spool: SimulatedSpool) throws {
    let numbers = try schoolNumbers()
    let setting = SimulatedTraject.Setting(
      simulation: simulation, published: published, calendar: calendar, today: today,
      team: SimulatedTeam(cohort, schools: numbers))
    let (cohort, published, calendar) = (cohort, published, calendar)
    try players.forEach(cohort.students.indices) { index, workflow in
      let student = cohort.students[index]
      var request = cohort.request(
        student, id: first + index, published, workflow, school: numbers[student.school])
      request.calendar = calendar
      return try SimulatedTraject.play(request, by: Self.administrator, workflow, setting)
    } then: { history in
      try spool.add(history)
      report.trajecten += 1
      report.refused += history.refused
      report.events.merge(history.kinds) { Kind(name: $0.name, count: $0.count + $1.count) }
    }
  }

  /// The number in the database that each school has or gets.
  private func schoolNumbers() throws -> [Int?] {
    var next = try number("SELECT coalesce(max(id), 0) + 1 FROM school")
    var numbers = [Int?](repeating: nil, count: cohort.schools.count)
    for student in cohort.students where numbers[student.school] == nil {
      let known = try store.school(named: cohort.schools[student.school])
      numbers[student.school] = known ?? next
      if known == nil { next += 1 }
    }
    return numbers
  }

  private func write(_ spool: SimulatedSpool, _ first: Int, _ firstPerson: PersonID) throws {
    let recording = Recording(
      actor: Self.administrator, account: account, source: nil, happened: today, today: today,
      recorded: Instant(milliseconds: 0), isGiven: true)
    var log = try SimulatedLog(store, cohort, first: first, firstPerson: firstPerson, recording)
    let before = try store.tail().recorded
    var began: Int64?
    try spool.forEach { row in
      if began == nil { report.isClockBack = row.event.recorded < before }
      let start = began ?? row.event.recorded
      began = start
      report.recorded =
        Instant(milliseconds: start)...Instant(milliseconds: max(start, row.event.recorded))
      try log.append(row)
    }
  }

  /// Makes the tables of the new trajecten from the log, as `rebuild` does.
  private func project(_ players: SimulatedPlayers, _ first: Int) throws {
    let projector = Projector(store)
    let rows = try store.connection.prepare(
      "SELECT \(StoredEvent.columns) FROM event WHERE traject = ? ORDER BY seq")
    let all = (first..<(first + cohort.students.count)).lazy
    let calendar = calendar?.calendar
    var rest = all[...]
    while !rest.isEmpty {
      let part = rest.prefix(256)
      rest = rest.dropFirst(part.count)
      let logs = try part.map { try rows.all(.integer(Int64($0))) { try StoredEvent($0) } }
      try players.forEach(logs) { log, workflow in
        try Replayed(log, workflow, calendar)
      } then: { replayed in
        try projector.project(replayed.standing, from: nil)
      }
    }
  }

  /// A traject as its log gives it, with what is owed in it.
  private struct Replayed: Sendable {
    var traject: Traject
    var rulebook: Rulebook
    var asked: [Obligation]

    init(_ log: [StoredEvent], _ workflow: Workflow, _ calendar: SchoolCalendar?) throws {
      guard let state = try EffectiveLog.replay(try log.map { try $0.decoded() }, workflow: workflow) else {
        throw EventProblem(type: "started", what: "a traject without a start")
      }
      traject = state
      rulebook = try Rulebook(workflow: workflow, traject: state, calendar: calendar)
      asked = Standing(state, rulebook).asked
    }

    var standing: Standing { Standing(traject, rulebook, asked: asked) }
  }
}
