/// Finds a counter that is signed with a document that nobody signs, a date of signing without signatures, and a
/// signature of nobody else.
public enum SignedWith {
  /// A finding for each such place.
  public static func findings(in workflow: Workflow) -> [Finding] {
    let counters = workflow.counters.compactMap { counter -> Finding? in
      guard let document = counter.signedWith.flatMap({ workflow.document($0) }), document.signedBy.isEmpty
      else { return nil }
      return finding(document.id, ["counters", counter.id, "signed-with"])
    }
    let dates = workflow.documents.filter { $0.signDue != nil && $0.signedBy.isEmpty }.map {
      finding($0.id, ["documents", $0.id, "sign-due"])
    }
    let alone = workflow.documents.filter { document in
      document.signedBy.count == 1 && document.by == document.signedBy
    }.map(alone)
    return counters + dates + alone
  }

  /// A signature by nobody but the one who hands it in says nothing; whoever means that may leave it.
  private static func alone(_ document: DocumentDefinition) -> Finding {
    Finding(
      .note, rule: "SignedWith",
      message: Localized(
        nl: "`\(document.id)` wordt alleen ondertekend door wie het zelf inlevert",
        en: "`\(document.id)` is signed by nobody but the one who hands it in"),
      remedy: Localized(
        nl: "noem onder `signed-by` ook een ander", en: "name somebody else under `signed-by` as well"),
      path: ["documents", document.id, "signed-by"])
  }

  private static func finding(_ document: String, _ path: [String]) -> Finding {
    Finding(
      .error, rule: "SignedWith",
      message: Localized(
        nl: "niemand ondertekent het document `\(document)`", en: "nobody signs the document `\(document)`"),
      remedy: Localized(
        nl: "voeg bij dat document `signed-by` toe", en: "add `signed-by` to that document"), path: path)
  }
}
