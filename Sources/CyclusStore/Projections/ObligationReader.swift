import CyclusCore

/// Reads obligations from their table, for one list: words and citations that many rows share are read once.
///
/// It does not outlive the list, as the number of a wording may be given again after a rollback.
final class ObligationReader {
  /// The columns that `obligation(_:)` reads, from `obligation o`.
  static let columns = """
    o.traject, o.key, o.what, o.role, o.person, o.opens_on, o.due_on, o.met_on, o.suspended, o.lapses, o.conditional, \
    o.blocking, o.route, o.escalation, o.level, o.rule, o.assumed, o.lapses_on
    """

  private let connection: Connection
  private var words: [Int64: Localized] = [:]
  private var lists: [String: [String]] = ["": []]
  private var days: [String: Day] = [:]

  init(_ store: Store) { connection = store.connection }

  /// The traject of a row, and the obligation in it.
  func obligation(_ row: Row) throws -> (traject: Int, obligation: Obligation) {
    let text = try row.text(1)
    guard let key = ObligationKey(text) else { throw EventProblem(type: "obligation", what: text) }
    var obligation = Obligation(
      key: key, what: try what(row.integer(2)), role: try row.text(3),
      rule: Citation(rules: list(try row.text(15)), assumed: list(try row.text(16))))
    obligation.person = try row.optionalInteger(4).map { PersonID(Int($0)) }
    obligation.opens = day(try row.optionalText(5))
    obligation.due = day(try row.optionalText(6))
    obligation.met = day(try row.optionalText(7))
    obligation.isSuspended = try row.int(8) == 1
    obligation.lapsesOn = day(try row.optionalText(17))
    obligation.isConditional = try row.int(10) == 1
    obligation.isBlocking = try row.int(11) == 1
    obligation.route = try row.optionalText(12)
    obligation.escalation = try row.optionalText(13)
    obligation.level = try row.int(14)
    return (try row.int(0), obligation)
  }

  private func what(_ id: Int64) throws -> Localized {
    if let known = words[id] { return known }
    let found = try connection.prepare("SELECT nl, en FROM wording WHERE id = ?").first(.integer(id)) {
      Localized(nl: try $0.text(0), en: try $0.text(1))
    }
    guard let found else { throw EventProblem(type: "obligation", what: "no wording \(id)") }
    words[id] = found
    return found
  }

  private func list(_ text: String) -> [String] {
    if let known = lists[text] { return known }
    let list = text.split(separator: ",").map(String.init)
    lists[text] = list
    return list
  }

  private func day(_ text: String?) -> Day? {
    guard let text else { return nil }
    if let known = days[text] { return known }
    let day = Day(text)
    days[text] = day
    return day
  }
}
