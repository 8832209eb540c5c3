import CyclusCore

extension Store {
  /// How a traject stands, as its snapshot has it.
  func standing(_ traject: Int) throws -> Standing {
    let state = try snapshot(traject)
    return Standing(state, try rulebook(of: state))
  }

  /// What a traject is judged by; worked out once for all that run from and until the same days with the same parameters.
  public func rulebook(of state: Traject) throws -> Rulebook {
    let key = RulebookKey(state)
    if let known = rulebooks[key] { return known }
    let rulebook = try Rulebook(
      workflow: try workflow(digest: state.digest), traject: state,
      calendar: try state.calendar.map { try calendar(digest: $0) })
    if rulebooks.count >= Self.rulebookLimit { rulebooks = [:] }
    rulebooks[key] = rulebook
    return rulebook
  }

  private static let rulebookLimit = 1000
}

/// From what a rulebook follows.
struct RulebookKey: Hashable {
  private var digest: String
  private var calendar: String?
  private var from: Day
  /// On which the last of blocks that begin on dates ends.
  private var until: Day?
  private var parameters: [String: String]

  init(_ state: Traject) {
    digest = state.digest
    calendar = state.calendar
    from = state.from
    until = state.until
    parameters = state.parameters
  }
}
