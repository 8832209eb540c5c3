import CyclusCore
import CyclusStore

/// Obligations in a list, of one traject or of many.
enum ObligationListing {
  /// An obligation, with the traject that it belongs to where the list has several.
  struct Row {
    var traject: Overview?
    var obligation: Obligation
    var workflow: Workflow
  }

  /// - Parameter withProgress: Whether a traject whose steps lag behind its time is marked.
  static func make(_ session: Session, _ today: Day, withTraject: Bool, withProgress: Bool = false)
    -> Listing<
      Row
    >
  {
    var listing = Listing<Row>()
    data(&listing, session, today, withTraject: withTraject)
    if withTraject {
      listing.shown("", "", minimum: 4, priority: 9) { row in
        TextTable.Cell(row.traject.map { "T\($0.id)" } ?? "", .dim)
      }
      listing.shown("naam", "name", minimum: 14, priority: 9, wraps: true) { row in
        guard let traject = row.traject else { return "" }
        let mark = traject.progress.isLagging(on: today) ? traject.progressMark(on: today) : nil
        let name = try session.name(traject.student, sorted: true)
        return TextTable.Cell(withProgress ? name + (mark.map { " \($0)" } ?? "") : name)
      }
    }
    listing.shown("datum", "due", minimum: 6, priority: 9) { row in
      TextTable.Cell(row.obligation.due.map { session.short($0, in: today.year) } ?? "", style(row, today))
    }
    listing.shown("laat", "over", alignment: .right, minimum: 4, priority: 9) { row in
      let days = row.obligation.daysOver(on: today)
      return TextTable.Cell(days > 0 ? "\(days) d" : "", .red)
    }
    listing.shown("wat", "what", minimum: 28, priority: 9, wraps: true) { row in
      TextTable.Cell(session.text(row.obligation.what).capitalisedFirst)
    }
    listing.shown("wie", "who", minimum: 7, priority: 9, wraps: session.isWide) { row in
      TextTable.Cell(try session.who(row.obligation, of: row.traject?.student, row.workflow))
    }
    listing.shown("regel", "rule", minimum: 6, priority: 1) { row in
      TextTable.Cell(
        row.obligation.rule.rules.first.map { $0 + (row.obligation.rule.isAssumed ? "*" : "") } ?? "*", .dim)
    }
    return listing
  }

  private static func style(_ row: Row, _ today: Day) -> Style {
    row.obligation.state(on: today) == .overdue ? .red : .plain
  }

  private static func data(_ listing: inout Listing<Row>, _ session: Session, _ today: Day, withTraject: Bool)
  {
    listing.data("obligation") { .string($0.obligation.key.description) }
    listing.data("what") { .string($0.obligation.what.nl) }
    listing.data("role") { .string($0.obligation.role) }
    listing.data("person") { JSONValue($0.obligation.person) }
    listing.data("opens") { JSONValue($0.obligation.opens) }
    listing.data("due") { JSONValue($0.obligation.due) }
    listing.data("state") { .string($0.obligation.state(on: today).rawValue) }
    listing.data("days_over") { JSONValue($0.obligation.daysOver(on: today)) }
    listing.data("blocking") { .bool($0.obligation.isBlocking) }
    listing.data("rule") { .string($0.obligation.rule.text) }
    listing.data("assumed") { .bool($0.obligation.rule.isAssumed) }
    listing.data("level") { JSONValue($0.obligation.level) }
    guard withTraject else { return }
    listing.data("traject") { JSONValue($0.traject.map { "T\($0.id)" }) }
    listing.data("student") { JSONValue(try $0.traject.map { try session.number($0.student) }) }
    listing.data("school") { JSONValue(try session.school($0.traject?.school)) }
    listing.data("workflow") { JSONValue($0.traject?.workflow) }
    listing.data("phase") { JSONValue($0.traject?.phase) }
  }
}
