/// Finds an approval that is never asked, and one that only the role that asks it could give.
public enum ApprovalInVain {
  /// A finding for each such approval.
  public static func findings(in workflow: Workflow) -> [Finding] {
    workflow.approvals.flatMap { approval -> [Finding] in
      guard let document = workflow.document(approval.asks) else { return [] }
      return [neverAsked(approval, document, workflow), ownApproval(approval, document)].compactMap(\.self)
    }
  }

  /// A document of which there are several, or that is nobody's business, asks no approval.
  private static func neverAsked(
    _ approval: ApprovalDefinition, _ document: DocumentDefinition, _ workflow: Workflow
  ) -> Finding? {
    let isSeveral = workflow.isSeveral(document.id)
    guard document.isNeverJudged || isSeveral else { return nil }
    let why =
      isSeveral
      ? Localized(
        nl: "van `\(document.id)` zijn er meer, en dan is niet te zien welke goedkeuring wordt gevraagd",
        en: "there are several of `\(document.id)`, so that nothing shows which approval is asked")
      : Localized(
        nl: "`\(document.id)` wordt nooit ingeleverd, dus deze goedkeuring wordt nooit gevraagd",
        en: "`\(document.id)` is never handed in, so this approval is never asked")
    return Finding.fault(
      "ApprovalInVain", why,
      remedy: Localized(
        nl: "noem onder `asked-by` een document dat één keer wordt ingeleverd",
        en: "name a document that is handed in once under `asked-by`"),
      at: ["approvals", approval.id, "asked-by"])
  }

  private static func ownApproval(_ approval: ApprovalDefinition, _ document: DocumentDefinition) -> Finding?
  {
    guard approval.by.count == 1, approval.by == document.by else { return nil }
    return Finding.fault(
      "ApprovalInVain",
      Localized(
        nl: "wie `\(document.id)` inlevert, zou het zelf goedkeuren",
        en: "who hands in `\(document.id)` would approve it too"),
      remedy: Localized(nl: "noem onder `by` een andere rol", en: "name another role under `by`"),
      at: ["approvals", approval.id, "by"])
  }
}
