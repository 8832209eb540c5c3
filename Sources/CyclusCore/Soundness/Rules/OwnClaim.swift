/// Finds a claim on which only the role that makes it could decide.
public enum OwnClaim {
  /// A finding for each such claim.
  public static func findings(in workflow: Workflow) -> [Finding] {
    workflow.claims.filter { $0.by.count == 1 && !$0.grantedBy.isEmpty && Set($0.grantedBy) == Set($0.by) }
      .map { claim in
        Finding(
          .error, rule: "OwnClaim",
          message: Localized(
            nl: "wie dit claimt, zou er zelf over beslissen", en: "who claims this would decide about it too"),
          remedy: Localized(
            nl: "noem onder `granted-by` een andere rol", en: "name another role under `granted-by`"),
          path: ["claims", claim.id, "granted-by"])
      }
  }
}
