import CyclusCore
import CyclusStore

/// One line of the board; a class, as lines are moved many times while they are sorted.
final class BoardRow {
  let overview: Overview
  let number: String
  let name: String
  let sortedName: String
  /// The sorted name, with the parameters that stand beside it: `Vos, Daan (duo: Sanne de Wit)`.
  let nameWithPartner: String
  let school: String?
  let phase: String
  /// What presses most; where nothing does, what comes next.
  let next: Obligation?
  let isPressing: Bool
  /// Whose turn it is.
  let who: String
  private let workflow: Workflow
  let overdueCount: Int
  /// The day by which the row is sorted.
  private let day: Day?

  init(_ overview: Overview, on today: Day, _ session: Session) throws {
    self.overview = overview
    number = try session.number(overview.student)
    name = try session.name(overview.student)
    sortedName = try session.name(overview.student, sorted: true)
    school = try session.school(overview.school)
    let pressing = overview.pressing(on: today)
    isPressing = !pressing.isEmpty
    next = pressing.first ?? overview.upcoming(on: today)
    day = next?.due ?? (isPressing ? today : nil)
    overdueCount = pressing.count { $0.state(on: today) == .overdue }
    workflow = try session.store(.read).workflow(overview)
    let beside = try overview.parameters.sorted { $0.key < $1.key }.map { id, value in
      " (\(id): \(try PersonID(value).map { try session.name($0) } ?? value))"
    }
    nameWithPartner = sortedName + beside.joined()
    phase = session.text(workflow.title(of: overview.phase))
    who = try next.map { [workflow] in try session.who($0, of: overview.student, workflow) } ?? ""
  }

  /// Time beside progress on a day: `60/20`, with a mark where the steps lag.
  func progress(on today: Day) -> String { overview.progressMark(on: today) ?? "" }

  /// The same only where the steps lag, behind a blank.
  func laggingMark(on today: Day) -> String {
    overview.progress.isLagging(on: today) ? " " + progress(on: today) : ""
  }

  var style: Style { !isPressing ? .dim : overdueCount > 0 ? .red : .plain }

  /// What else presses: `+8` more that is overdue, `E1` open escalations.
  var more: [String] {
    (overdueCount > 1 ? ["+\(overdueCount - 1)"] : [])
      + (overview.openEscalations > 0 ? ["E\(overview.openEscalations)"] : [])
  }

  /// How many days what presses most is late, and how much more is: `65 d (+8)`; else its date.
  func due(on today: Day, _ session: Session) -> String {
    guard let next, let due = next.due else { return "" }
    let days = next.daysOver(on: today)
    guard days > 0 else { return session.short(due, in: today.year) }
    return overdueCount > 1
      ? "\(days) d (+\(overdueCount - 1))" : session.text("\(days) d laat", "\(days) d late")
  }

  /// What has to be done; on a narrow terminal in few words, with the escalations that are open besides.
  func what(_ session: Session) -> String {
    guard let next else { return "–" }
    guard !session.isWide else { return session.text(next.what).capitalisedFirst }
    let brief = session.text(workflow.brief(next)).capitalisedFirst
    let isOpen = overview.openEscalations > 0 && next.escalation == nil
    return brief + (isOpen ? " (E\(overview.openEscalations))" : "")
  }

  func statusText(_ session: Session) -> String {
    overview.status == .active ? phase : session.word(overview.status)
  }

  /// What is overdue comes first, then the rest by date; what can be done now and has no date stands as if it were due today.
  static func isBefore(_ a: BoardRow, _ b: BoardRow) -> Bool {
    let (x, y) = (a.overdueCount > 0, b.overdueCount > 0)
    return x != y ? x : isEarlier(a, b)
  }

  private static func isEarlier(_ a: BoardRow, _ b: BoardRow) -> Bool {
    switch (a.day, b.day) {
    case (let x?, let y?) where x != y: return x < y
    case (_?, nil): return true
    case (nil, _?): return false
    default:
      if a.isPressing != b.isPressing { return a.isPressing }
      return a.sortedName != b.sortedName ? a.sortedName < b.sortedName : a.overview.id < b.overview.id
    }
  }
}
