/// The checks of a workflow that need no exploring: each looks at the definition as it stands.
public enum Soundness {
  /// Everything that is wrong with a workflow, or worth knowing, as far as its definition shows by itself.
  public static func findings(in workflow: Workflow) -> [Finding] {
    UnknownName.findings(in: workflow)
      + UnknownValue.findings(in: workflow)
      + DuplicateName.findings(in: workflow)
      + ReservedName.findings(in: workflow)
      + StepOfItem.findings(in: workflow)
      + ItsGesprek.findings(in: workflow)
      + ItsPeriod.findings(in: workflow)
      + ParameterKind.findings(in: workflow)
      + RunsOut.findings(in: workflow)
      + SignedWith.findings(in: workflow)
      + OutsideTimeline.findings(in: workflow)
      + DueBeforeOpening.findings(in: workflow)
      + RecursInVain.findings(in: workflow)
      + PhaseChain.findings(in: workflow)
      + WaysOut.findings(in: workflow)
      + EveryOne.findings(in: workflow)
      + EndMoved.findings(in: workflow)
      + ClosingNeed.findings(in: workflow)
      + JudgedWhere.findings(in: workflow)
      + WaitsForItself.findings(in: workflow)
      + NeverOpens.findings(in: workflow)
      + NoChoice.findings(in: workflow)
      + ThenInVain.findings(in: workflow)
      + OwnClaim.findings(in: workflow)
      + NoRule.findings(in: workflow)
      + HealthCode.findings(in: workflow)
      + NothingListed.findings(in: workflow)
      + NeverNeeded.findings(in: workflow)
  }
}
