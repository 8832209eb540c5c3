import CyclusCore

/// Plays a cohort in a practice database, day by day, through the same write path as every command.
///
/// Same database, seed, number, workflow and settings: the same log, byte for byte.
public final class Simulator {
  /// What was made.
  public struct Report: Sendable {
    /// How many trajecten began.
    public var trajecten = 0
    /// How many events there are of each type.
    public var events: [String: Int] = [:]
    /// How many attempts a rule refused.
    public var refused = 0
  }

  private let store: Store
  private let simulation: Simulation
  private let published: PublishedWorkflow
  private let workflow: Workflow
  private let today: Day
  private let account: String
  private var cohort: SimulatedCohort
  private var report = Report()
  /// The people by their place in the cohort, once they are in the database.
  private var people: [Int: PersonID] = [:]
  private var schools: [Int] = []
  private var colleagues: [String: [PersonID]] = [:]
  /// The trajecten to look at on a day, and the day on which each was looked at last.
  private var agenda: [Day: [Int]] = [:]
  private var last: [Int: Day] = [:]
  /// The states of the trajecten that have not ended, as they stand in the tables.
  private var states: [Int: Traject] = [:]
  /// The number of the last event when these were kept.
  private var tail = 0
  private var batch = 0
  /// A recorded time never lies before that of the event before it.
  private var recorded = Instant(milliseconds: 0)

  /// How many trajecten share one durable commit.
  private static let group = 2000

  /// Prepares a cohort.
  ///
  /// - Throws: `StoreError.notPractice` outside a practice database.
  public init(
    _ store: Store, _ simulation: Simulation, workflow: PublishedWorkflow, students: Int, today: Day,
    account: String
  ) throws {
    guard store.isPractice else { throw StoreError.notPractice }
    self.store = store
    self.simulation = simulation
    published = workflow
    self.workflow = try store.workflow(digest: workflow.digest)
    self.today = today
    self.account = account
    var run = 0
    while try store.person(number: "\(9_600_001 + 100_000 * run)") != nil { run += 1 }
    cohort = SimulatedCohort(students, self.workflow, simulation, today: today, run: run)
  }

  /// Plays from the first start to the reference date, night by night.
  public func run() throws -> Report {
    store.salts = SeededRandom(seed: simulation.seed, "salts/\(try store.tail().seq)")
    defer { store.salts = nil }
    batch = try store.nextBatch()
    recorded = Instant(milliseconds: max(0, try store.tail().recorded))
    var starting: [Day: [Int]] = [:]
    for (index, student) in cohort.students.enumerated() where student.from <= today {
      starting[student.from, default: []].append(index)
    }
    guard var day = starting.keys.min() else { return report }
    while day <= today {
      try night(day)
      try together(starting[day] ?? []) { try self.start(self.cohort.students[$0], on: day) }
      try together((agenda.removeValue(forKey: day) ?? []).sorted()) { try self.visit($0, on: day) }
      day = day + 1
    }
    return report
  }

  private func together(_ all: [Int], _ body: (Int) throws -> Void) throws {
    var rest = all[...]
    while !rest.isEmpty {
      let part = rest.prefix(Self.group)
      rest = rest.dropFirst(part.count)
      try store.together {
        // Where another process wrote meanwhile, the states are read again.
        if try store.tail().seq != tail { states = [:] }
        for one in part { try body(one) }
        tail = try store.tail().seq
      }
    }
  }

  /// Acts on one traject, and keeps how it stands then.
  private func sitting(on traject: Int, _ body: (Sitting) throws -> Void) throws -> Standing {
    let standing = try store.sitting(on: traject, known: states[traject], body)
    states[traject] = standing.traject.hasEnded ? nil : standing.traject
    return standing
  }

  private func recording(_ actor: Actor, happened: Day, on day: Day, hour: Int = 17) -> Recording {
    let moment = Instant(dutch: LocalMoment(day: day, minuteOfDay: 60 * hour))
    recorded = max(recorded, moment ?? recorded)
    let source: Source? =
      actor.person == nil ? nil : Source.allCases[(actor.person?.number ?? 0) % Source.allCases.count]
    return Recording(
      actor: actor, account: account, source: source, happened: happened, today: day, recorded: recorded,
      isGiven: true)
  }

  private func count(_ performed: Performed) {
    for event in performed.events { report.events[event.event.type, default: 0] += 1 }
  }

  /// What `overdue --flag` does every night.
  private func night(_ day: Day) throws {
    let due = try store.trajectenToFlag(on: day)
    try together(due) { traject in
      _ = try sitting(on: traject) { _ in
        count(try store.flag(traject, recording(.system, happened: day, on: day, hour: 3), batch: batch))
      }
    }
  }

  // MARK: Beginning

  private func person(_ member: Int, _ recording: Recording) throws -> PersonID {
    if let known = people[member] { return known }
    let made = cohort.members[member]
    let id = try store.addPerson(number: made.code, name: made.name, recording: recording, batch: batch)
    people[member] = id
    return id
  }

  private func start(_ student: SimulatedCohort.Student, on day: Day) throws {
    let administrator = Actor(person: nil, role: "administrator")
    let recording = recording(administrator, happened: day, on: day, hour: 9)
    let person = try person(student.member, recording)
    let roles = try student.roles.map { role, member in
      Traject.Attendance(role: role, person: try self.person(member, recording))
    }
    let parameters = simulation.parameters(workflow, student: student.member) { needed($0, student) }
    do {
      let performed = try store.start(published, recording, batch: batch) { id, desk in
        let school = try desk.school(student.school, code: nil)
        if !self.schools.contains(school) { self.schools.append(school) }
        return StartRequest(
          id: id, student: person, digest: self.published.digest, from: day, school: school, roles: roles,
          parameters: parameters)
      }
      count(performed)
      report.trajecten += 1
      for holder in roles where colleagues[holder.role]?.contains(holder.person) != true {
        colleagues[holder.role, default: []].append(holder.person)
      }
      states[performed.traject.id] = performed.traject
      let standing = Standing(performed.traject, try store.rulebook(of: performed.traject))
      plan(standing, after: day - 1)
    } catch is Refusal { report.refused += 1 }
  }

  /// A date or a person where the workflow cannot do without.
  private func needed(_ parameter: Parameter, _ student: SimulatedCohort.Student) -> String? {
    if case .person = parameter.kind { return people[student.member]?.description }
    if case .date = parameter.kind { return (student.from + 70).monday.description }
    return nil
  }

  // MARK: Acting

  private func plan(_ standing: Standing, after day: Day) {
    guard let next = simulation.next(standing, after: day), next <= today else { return }
    agenda[next, default: []].append(standing.traject.id)
  }

  private func visit(_ traject: Int, on day: Day) throws {
    var tried: Set<String> = []
    let standing = try sitting(on: traject) { sitting in
      // What was done may open something that is done the same day.
      for _ in 0..<4 {
        let last = last[traject] ?? sitting.standing.traject.from - 1
        let acts = simulation.acts(sitting.standing, after: last, on: day)
          .filter { tried.insert($0.name).inserted }
        var isChanged = false
        for act in acts where try perform(act, traject, on: day) { isChanged = true }
        guard isChanged else { break }
      }
    }
    last[traject] = day
    plan(standing, after: day)
  }

  /// Nobody is there to do it.
  private struct Idle: Error {}

  /// Performs an act and tells whether anything was recorded; a refusal writes nothing and is counted.
  private func perform(_ act: Simulation.Act, _ traject: Int, on day: Day) throws -> Bool {
    do {
      guard let make = act.command else { return try correct(traject, act, on: day) }
      let performed = try store.perform(
        traject, recording(act.actor, happened: act.happened, on: day), batch: batch
      ) { _, _, desk in
        guard let command = try make(surroundings(desk)) else { throw Idle() }
        return command
      }
      count(performed)
      return true
    } catch is Refusal {
      report.refused += 1
      return false
    } catch is Idle {
      return false
    }
  }

  private func surroundings(_ desk: TextDesk) -> Simulation.Surroundings {
    Simulation.Surroundings(
      text: { try desk.reference($0) },
      colleague: { role, random in random.one(of: self.colleagues[role] ?? []) },
      school: { random in random.one(of: self.schools) })
  }

  /// The last number that was counted is taken out, or was one more.
  private func correct(_ traject: Int, _ act: Simulation.Act, on day: Day) throws -> Bool {
    let performed = try store.correct(traject, recording(act.actor, happened: day, on: day)) { _, log, desk in
      let corrected = Set(
        log.compactMap { event -> Int? in
          if case .corrected(let correction) = event.event { return correction.event }
          return nil
        })
      let counted = log.last { event in
        if case .counted = event.event { return !corrected.contains(event.seq) }
        return false
      }
      guard let counted, case .counted(let counter, let amount) = counted.event else { throw Idle() }
      let isRetracted = counted.seq % 2 == 0
      return Event.Corrected(
        event: counted.seq, why: try desk.reference("verkeerd overgenomen"),
        data: isRetracted ? nil : ["counter": .string(counter), "amount": .integer(Int64(amount + 1))],
        happened: nil)
    }
    count(performed)
    return true
  }
}
