import CyclusCore

/// How an obligation stands in its table.
enum ObligationRow {
  static let columns = """
    traject, key, position, what, role, person, opens_on, due_on, met_on, suspended, lapses, conditional, blocking, \
    route, escalation, level, next_rung_on, rule, assumed, waived_on, lapses_on
    """
  static let places = Array(repeating: "?", count: 21).joined(separator: ", ")

  static func values(
    _ obligation: Obligation, of state: Traject, position: Int, nextRung: Day?, what: Int64
  ) throws -> [Value] {
    [
      .integer(Int64(state.id)), .text(obligation.key.description), .integer(Int64(position)), .integer(what),
      .text(obligation.role), Value(obligation.person?.number), Value(obligation.opens?.description),
      Value(obligation.due?.description), Value(obligation.met?.description),
      // What was waived is left out of every list by the same condition as what stands still.
      .integer(obligation.isSuspended || obligation.waived != nil ? 1 : 0),
      .integer(obligation.lapses ? 1 : 0),
      .integer(obligation.isConditional ? 1 : 0), .integer(obligation.isBlocking ? 1 : 0),
      Value(obligation.route), Value(obligation.escalation), .integer(Int64(obligation.level)),
      Value(nextRung?.description), .text(obligation.rule.rules.joined(separator: ",")),
      .text(obligation.rule.assumed.joined(separator: ",")), Value(obligation.waived?.description),
      Value(obligation.lapsesOn?.description),
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
      .text(try row.text(18)), Value(try row.optionalText(19)), Value(try row.optionalText(20)),
    ]
  }
}
