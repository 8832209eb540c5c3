import CyclusCore

/// How an obligation stands in its table.
enum ObligationRow {
  static let columns = """
    traject, key, position, what, role, person, opens_on, due_on, met_on, suspended, lapses, conditional, blocking, \
    route, escalation, level, next_rung_on, rule, assumed
    """
  static let places = Array(repeating: "?", count: 19).joined(separator: ", ")

  static func values(
    _ obligation: Obligation, of state: Traject, position: Int, nextRung: Day?, what: Int64
  ) throws -> [Value] {
    [
      .integer(Int64(state.id)), .text(obligation.key.description), .integer(Int64(position)), .integer(what),
      .text(obligation.role), Value(obligation.person?.number), Value(obligation.opens?.description),
      Value(obligation.due?.description), Value(obligation.met?.description),
      .integer(obligation.isSuspended ? 1 : 0), .integer(obligation.lapses ? 1 : 0),
      .integer(obligation.isConditional ? 1 : 0), .integer(obligation.isBlocking ? 1 : 0),
      Value(obligation.route), Value(obligation.escalation), .integer(Int64(obligation.level)),
      Value(nextRung?.description), .text(obligation.rule.rules.joined(separator: ",")),
      .text(obligation.rule.assumed.joined(separator: ",")),
    ]
  }

  static func values(_ row: Row) throws -> [Value] {
    [
      .integer(try row.integer(0)), .text(try row.text(1)), .integer(try row.integer(2)),
      .integer(try row.integer(3)), .text(try row.text(4)), Value(try row.optionalInteger(5)),
      Value(try row.optionalText(6)), Value(try row.optionalText(7)), Value(try row.optionalText(8)),
      .integer(try row.integer(9)), .integer(try row.integer(10)), .integer(try row.integer(11)),
      .integer(try row.integer(12)), Value(try row.optionalText(13)), Value(try row.optionalText(14)),
      .integer(try row.integer(15)), Value(try row.optionalText(16)), .text(try row.text(17)),
      .text(try row.text(18)),
    ]
  }

  /// The columns of a query that `obligation(_:)` reads, from `obligation o JOIN wording w`.
  static let read = """
    o.traject, o.key, w.nl, w.en, o.role, o.person, o.opens_on, o.due_on, o.met_on, o.suspended, o.lapses, \
    o.conditional, o.blocking, o.route, o.escalation, o.level, o.rule, o.assumed
    """

  static func obligation(_ row: Row) throws -> Obligation {
    guard let key = ObligationKey(try row.text(1)) else {
      throw EventProblem(type: "obligation", what: try row.text(1))
    }
    func day(_ column: Int) throws -> Day? { try row.optionalText(column).flatMap { Day($0) } }
    func list(_ text: String) -> [String] { text.isEmpty ? [] : text.split(separator: ",").map(String.init) }
    var obligation = Obligation(
      key: key, what: Localized(nl: try row.text(2), en: try row.text(3)), role: try row.text(4),
      rule: Citation(rules: list(try row.text(16)), assumed: list(try row.text(17))))
    obligation.person = try row.optionalInteger(5).map { PersonID(Int($0)) }
    obligation.opens = try day(6)
    obligation.due = try day(7)
    obligation.met = try day(8)
    obligation.isSuspended = try row.int(9) == 1
    obligation.lapses = try row.int(10) == 1
    obligation.isConditional = try row.int(11) == 1
    obligation.isBlocking = try row.int(12) == 1
    obligation.route = try row.optionalText(13)
    obligation.escalation = try row.optionalText(14)
    obligation.level = try row.int(15)
    return obligation
  }
}
