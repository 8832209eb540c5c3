import CyclusCore

/// A traject as lists show it, with what is still owed in it.
public struct Overview: Hashable, Sendable {
  /// The number of the traject.
  public var id: Int
  /// The student.
  public var student: PersonID
  /// The workflow.
  public var workflow: String
  /// Its version.
  public var version: String
  /// The digest of that version.
  public var digest: String
  /// What it is at the moment.
  public var status: Traject.Status
  /// The phase.
  public var phase: String
  /// The school in the erasable store.
  public var school: Int?
  /// The Mondays of its teaching weeks.
  public var mondays: [Day]
  /// How many escalations nobody has decided yet.
  public var openEscalations: Int
  /// What has not been met; in a list of one day only what presses on it or, where nothing does, comes next.
  public var obligations: [Obligation]
  /// How much of its time has gone, and of its steps is done.
  public var progress: Progress
  /// The parameters that its workflow shows on a board, by id.
  public var parameters: [String: String] = [:]

  /// The teaching week of a day: the last that has begun, 0 before the first.
  public func week(on day: Day) -> Int { mondays.count { $0 <= day } }

  /// What presses most on a day: overdue before open, longest first, the earliest date first.
  public func pressing(on today: Day) -> [Obligation] {
    obligations.filter { $0.isPressing(on: today) }.sorted { Obligation.isMorePressing($0, $1, on: today) }
  }
}

extension Overview {
  /// What comes first of what is not open yet.
  public func upcoming(on today: Day) -> Obligation? {
    obligations.filter { $0.state(on: today) == .upcoming && !$0.isConditional && $0.opens != nil }
      .min { Obligation.isMorePressing($0, $1, on: today) }
  }
}

extension Obligation {
  /// Whether one presses more than another: overdue first and of those what the phase waits for, then the earlier date.
  public static func isMorePressing(_ a: Obligation, _ b: Obligation, on today: Day) -> Bool {
    let (x, y) = (a.rank(on: today), b.rank(on: today))
    if x != y { return x < y }
    switch (a.due, b.due) {
    case (let x?, let y?) where x != y: return x < y
    case (_?, nil): return true
    case (nil, _?): return false
    default:
      if a.isBlocking != b.isBlocking { return a.isBlocking }
      // Closing waits for all else that its gesprek asks.
      if (a.key.step == .closed) != (b.key.step == .closed) { return b.key.step == .closed }
      let (one, other) = (a.place, b.place)
      return a.key.item.id == b.key.item.id && one != other ? one < other : a.key < b.key
    }
  }

  /// The order within an escalation: whom to consult, then the plan, then the decision that waits for both.
  private var place: Int {
    switch key.step {
    case .proposed: 1
    case .decided: 2
    default: 0
    }
  }

  /// 0 for what is overdue and holds the phase, 1 for what else is overdue, 2 for passing to the next phase, 3 for the rest.
  private func rank(on today: Day) -> Int {
    guard state(on: today) == .overdue else { return key.step == .advanced && isPressing(on: today) ? 2 : 3 }
    return isBlocking ? 0 : 1
  }
}

/// Which trajecten a list shows.
public struct OverviewFilter: Hashable, Sendable {
  /// Only those in which this person has a role.
  public var person: PersonID?
  /// Only those in which that person has this role.
  public var role: String?
  /// Only those of this workflow.
  public var workflow: String?
  /// Only those in this phase.
  public var phase: String?
  /// Only those of this status.
  public var status: Traject.Status?
  /// Only those at the school with this name.
  public var school: String?
  /// Whether completed trajecten are shown too.
  public var includesEnded = false

  /// Creates a filter that lets every open traject through.
  public init() {}
}

extension Store {
  /// The trajecten that a filter lets through, with what presses in each on a day or else comes next.
  public func overviews(_ filter: OverviewFilter, on today: Day) throws(StoreError) -> [Overview] {
    try guarded {
      try reading {
        let (restriction, values) = try conditions(filter)
        let statement = try connection.prepare(
          "SELECT \(OverviewReader.columns) FROM traject t \(restriction) ORDER BY t.id")
        let reader = OverviewReader()
        var overviews: [Overview] = []
        try statement.bind(values)
        defer { statement.reset() }
        while try statement.step() { overviews.append(try reader.overview(statement.row)) }
        let obligations = ObligationReader(self)
        for index in overviews.indices {
          overviews[index].obligations = try urgent(in: overviews[index].id, on: today, obligations)
          overviews[index].parameters = try shownParameters(of: overviews[index])
        }
        return overviews
      }
    }
  }

  /// The parameters of a traject that stand on a board; its state is read only where its workflow has such.
  private func shownParameters(of overview: Overview) throws -> [String: String] {
    var shown: [String: String] = [:]
    for parameter in try workflow(overview).parameters where parameter.shownOn == .board {
      // The state is JSON without blanks: whether it names the parameter at all is seen without parsing it.
      let isNamed = try connection.prepare("SELECT state FROM snapshot WHERE traject = ?")
        .first(.integer(Int64(overview.id))) { try $0.holds("\"\(parameter.id)\":", in: 0) }
      guard isNamed == true else { continue }
      shown[parameter.id] =
        try connection.prepare(
          "SELECT json_extract(CAST(state AS TEXT), ?2) FROM snapshot WHERE traject = ?1"
        )
        .first(.integer(Int64(overview.id)), .text("$.parameters.\"\(parameter.id)\"")) {
          try $0.optionalText(0)
        } ?? nil
    }
    return shown
  }

  private func conditions(_ filter: OverviewFilter) throws -> (String, [Value]) {
    var conditions: [String] = []
    var values: [Value] = []
    func add(_ condition: String, _ value: Value?...) {
      conditions.append(condition)
      values += value.compactMap(\.self)
    }
    if let person = filter.person {
      let role = filter.role.map { _ in " AND role = ?" } ?? ""
      add(
        "t.id IN (SELECT traject FROM holder WHERE person = ?\(role) AND until_on IS NULL)",
        .integer(Int64(person.number)), filter.role.map { .text($0) })
    }
    if let workflow = filter.workflow { add("t.workflow = ?", .text(workflow)) }
    if let phase = filter.phase { add("t.phase = ?", .text(phase)) }
    if let status = filter.status { add("t.status = ?", .text(status.rawValue)) }
    if let school = filter.school {
      let ids = try schools(like: school).map(String.init).joined(separator: ", ")
      add("t.school IN (\(ids))")
    }
    if !filter.includesEnded, filter.status == nil { add("t.ended_on IS NULL") }
    return (conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND "), values)
  }

  /// What presses in a traject on a day; where nothing does, what falls due first of what is not open yet.
  ///
  /// Says in SQL what `Obligation.state(on:)` says, so that the rest of the rows need not be read.
  private func urgent(in traject: Int, on today: Day, _ reader: ObligationReader) throws -> [Obligation] {
    let values: [Value] = [.integer(Int64(traject)), .text(today.description)]
    let pressing = try connection.prepare(
      """
      SELECT \(ObligationReader.columns) FROM obligation o
      WHERE o.traject = ?1 AND o.met_on IS NULL AND o.suspended = 0 AND o.opens_on <= ?2
        AND (o.lapses_on IS NULL OR o.due_on IS NULL OR o.lapses_on >= ?2)
      """
    ).all(values) { try reader.obligation($0).obligation }
    guard pressing.isEmpty else { return pressing }
    let upcoming =
      "o.traject = ?1 AND o.met_on IS NULL AND o.suspended = 0 AND o.conditional = 0 AND o.opens_on > ?2"
    return try connection.prepare(
      """
      SELECT \(ObligationReader.columns) FROM obligation o
      WHERE \(upcoming) AND o.due_on IS (SELECT min(o.due_on) FROM obligation o WHERE \(upcoming))
      """
    ).all(values) { try reader.obligation($0).obligation }
  }

  /// The schools whose code this is, or whose name holds it, capitals aside.
  func schools(like name: String) throws(StoreError) -> [Int] {
    try guarded {
      try connection.prepare(
        "SELECT s.id, n.content, c.content FROM school s LEFT JOIN text n ON n.id = s.name LEFT JOIN text c ON c.id = s.code"
      )
      .all { (try $0.int(0), try $0.optionalText(1) ?? "", try $0.optionalText(2)) }
      .filter { $0.2 == name || $0.1.lowercased().contains(name.lowercased()) }.map(\.0)
    }
  }

  /// The workflow of a traject that is listed.
  public func workflow(_ overview: Overview) throws(StoreError) -> Workflow {
    try workflow(digest: overview.digest)
  }

  /// The ids of the parameters that the workflows of some trajecten show on a board, sorted.
  public func shownParameters(of overviews: [Overview]) throws(StoreError) -> [String] {
    var ids: Set<String> = []
    for digest in Set(overviews.map(\.digest)) {
      let shown = try workflow(digest: digest).parameters.filter { $0.shownOn == .board }
      ids.formUnion(shown.map(\.id))
    }
    return ids.sorted()
  }

  /// What is overdue on a day, or falls due within some days; only those rows are read, never all trajecten.
  public func due(by last: Day, opened today: Day) throws(StoreError) -> [(
    traject: Int, obligation: Obligation
  )] {
    try guarded {
      let reader = ObligationReader(self)
      return try connection.prepare(
        """
        SELECT \(ObligationReader.columns) FROM obligation o INDEXED BY obligation_due
        WHERE o.met_on IS NULL AND o.suspended = 0 AND o.lapses = 0 AND o.due_on IS NOT NULL AND o.due_on <= ?1
          AND o.opens_on <= ?2 AND (o.lapses_on IS NULL OR o.lapses_on >= ?2)
        ORDER BY o.due_on, o.traject, o.position
        """
      ).all(.text(last.description), .text(today.description), read: reader.obligation)
    }
  }

  /// What is open for a person: also what another is named for who has the same role, as either of them can meet it.
  public func obligations(of person: PersonID) throws(StoreError) -> [(traject: Int, obligation: Obligation)]
  {
    try guarded {
      let reader = ObligationReader(self)
      let id = Value.integer(Int64(person.number))
      let own = try connection.prepare(
        """
        SELECT \(ObligationReader.columns) FROM obligation o INDEXED BY obligation_person
        WHERE o.person = ? AND o.met_on IS NULL AND o.suspended = 0
        """
      ).all(id, read: reader.obligation)
      // Named is who was assigned last: only where somebody was after this person are more rows read.
      let shared = try connection.prepare(
        """
        SELECT \(ObligationReader.columns) FROM holder h INDEXED BY holder_person
        CROSS JOIN obligation o ON o.traject = h.traject AND o.role = h.role
        WHERE h.person = ?1 AND h.until_on IS NULL AND EXISTS (
            SELECT 1 FROM holder l WHERE l.traject = h.traject AND l.position > h.position AND l.role = h.role
              AND l.until_on IS NULL)
          AND o.person <> ?1 AND o.met_on IS NULL AND o.suspended = 0
        """
      ).all(id, read: reader.obligation)
      return own + shared
    }
  }

  /// The open trajecten of which the pauses take more days than a budget gives, by a day; no others are read.
  public func trajectenPastPauseBudget(on today: Day) throws(StoreError) -> [Int] {
    try guarded {
      try connection.prepare(
        "SELECT id FROM traject INDEXED BY traject_pauses WHERE pauses_passed_on IS NOT NULL AND pauses_passed_on <= ? ORDER BY id"
      ).all(.text(today.description)) { try $0.int(0) }
    }
  }

  /// One traject as lists show it, without what is owed in it.
  public func overview(_ traject: Int) throws(StoreError) -> Overview {
    try guarded {
      let found = try connection.prepare("SELECT \(OverviewReader.columns) FROM traject t WHERE t.id = ?")
        .first(.integer(Int64(traject))) { try OverviewReader().overview($0) }
      guard let found else { throw StoreError.unknownTraject("T\(traject)") }
      return found
    }
  }
}

/// Reads trajecten from their table, for one list: the teaching weeks that many share are read once.
private final class OverviewReader {
  /// The columns that `overview(_:)` reads, from `traject t`.
  static let columns = """
    t.id, t.student, t.workflow, t.version, t.definition, t.status, t.phase, t.school, t.weeks, t.open_escalations, \
    t.from_on, t.days, t.stood_still_days, t.stands_still_since, t.ended_on, t.steps, t.steps_done
    """

  private var weeks: [String: [Day]] = [:]

  func overview(_ row: Row) throws -> Overview {
    Overview(
      id: try row.int(0), student: PersonID(try row.int(1)), workflow: try row.text(2),
      version: try row.text(3),
      digest: try row.text(4), status: Traject.Status(rawValue: try row.text(5)) ?? .active,
      phase: try row.text(6), school: try row.optionalInteger(7).map(Int.init),
      mondays: mondays(try row.text(8)), openEscalations: try row.int(9), obligations: [],
      progress: try progress(row))
  }

  private func progress(_ row: Row) throws -> Progress {
    let text = try row.text(10)
    guard let first = Day(text) else { throw EventProblem(type: "traject", what: text) }
    return Progress(
      first: first, days: try row.int(11), stoodStill: try row.int(12),
      standsSince: try row.optionalText(13).flatMap { Day($0) },
      ended: try row.optionalText(14).flatMap { Day($0) }, steps: try row.int(15), done: try row.int(16))
  }

  private func mondays(_ text: String) -> [Day] {
    if let known = weeks[text] { return known }
    let days = text.split(separator: ",").compactMap { Int($0).map { Day(number: $0) } }
    weeks[text] = days
    return days
  }
}
