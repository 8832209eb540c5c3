/// A traject under its rulebook, with what follows from the two worked out when it is asked, and once.
///
/// One command asks many times what is owed; nothing here outlives the state that it belongs to.
public final class Standing {
  /// The state.
  public let traject: Traject
  /// What it is judged by.
  public let rulebook: Rulebook
  /// The outcomes that the traject has, each of the kind that it has here.
  public private(set) lazy var outcomes = traject.outcomes(rulebook)
  /// The units of which one of those outcomes is judged.
  public private(set) lazy var units = traject.units(judging: outcomes, rulebook)
  /// All obligations, met ones included, in the order of the workflow file.
  public private(set) lazy var obligations = asked + traject.phaseObligations(asked, rulebook)
  /// All obligations but that of passing to the next phase.
  public private(set) lazy var asked = traject.askedObligations(rulebook)

  /// Everything that keeps the traject in its phase.
  public private(set) lazy var obstacles = traject.obstacles(asked, rulebook)

  /// Puts a state beside its rulebook.
  public init(_ traject: Traject, _ rulebook: Rulebook) {
    self.traject = traject
    self.rulebook = rulebook
  }

  /// The same where what is owed is known already.
  public convenience init(_ traject: Traject, _ rulebook: Rulebook, asked: [Obligation]) {
    self.init(traject, rulebook)
    self.asked = asked
  }

  /// Weighs a command, as `Traject.decide` does.
  public func decide(_ command: Command, on occasion: Occasion) throws(Refusal) -> Decision {
    var deliberation = Deliberation(self, occasion, verb: command.verb)
    deliberation.checkDates(of: command)
    // Of a traject that has ended, nothing else is still missing.
    if traject.hasEnded { try deliberation.settle() }
    var decision = try deliberation.weigh(command)
    let after = traject.applying(decision.entries)
    let withdrawn = after.withdrawals(rulebook, on: occasion.today)
    decision.entries += withdrawn
    decision.entries += after.applying(withdrawn).passages(rulebook, on: occasion.happened)
    return decision
  }
}
