import CyclusCore

/// One traject on which several commands are carried out in one transaction, before its tables are brought up to date.
final class Sitting {
  /// The number of the traject.
  let traject: Int
  /// How it stands after the commands so far.
  fileprivate(set) var standing: Standing
  /// How it stood at the start.
  fileprivate let before: Standing

  fileprivate init(_ traject: Int, _ standing: Standing) {
    self.traject = traject
    self.standing = standing
    before = standing
  }
}

extension Store {
  /// Carries out the commands on one traject that a body gives, and brings its tables up to date once, at the end.
  ///
  /// Each command still goes through the write path; the tables only follow from what it recorded.
  ///
  /// - Parameter known: The state as this process left it in the tables; else it is read from them.
  func sitting(on traject: Int, known: Traject?, _ body: (Sitting) throws -> Void) throws -> Standing {
    let sitting = Sitting(traject, try known.map { Standing($0, try rulebook(of: $0)) } ?? standing(traject))
    self.sitting = sitting
    defer { self.sitting = nil }
    try body(sitting)
    guard sitting.standing !== sitting.before else { return sitting.standing }
    if known == nil {
      try Projector(self).project(sitting.standing, from: sitting.before.traject)
    } else {
      try Projector(self).project(sitting.standing, from: sitting.before)
    }
    return sitting.standing
  }

  /// Keeps a new state for the end of the sitting; false where there is none on this traject.
  func keep(_ state: Traject) throws -> Bool {
    guard let sitting, sitting.traject == state.id else { return false }
    sitting.standing = Standing(state, try rulebook(of: state))
    return true
  }

  /// How a traject stands: as the sitting has it, else as the snapshot does.
  func standing(_ traject: Int) throws -> Standing {
    if let sitting, sitting.traject == traject { return sitting.standing }
    let state = try snapshot(traject)
    return Standing(state, try rulebook(of: state))
  }

  /// What a traject is judged by; worked out once for all that began on the same day with the same parameters.
  func rulebook(of state: Traject) throws -> Rulebook {
    let key = RulebookKey(digest: state.digest, from: state.from, parameters: state.parameters)
    if let known = rulebooks[key] { return known }
    let rulebook = try Rulebook(workflow: try workflow(digest: state.digest), traject: state)
    if rulebooks.count >= Self.rulebookLimit { rulebooks = [:] }
    rulebooks[key] = rulebook
    return rulebook
  }

  private static let rulebookLimit = 1000
}

/// From what a rulebook follows.
struct RulebookKey: Hashable {
  var digest: String
  var from: Day
  var parameters: [String: String]
}
