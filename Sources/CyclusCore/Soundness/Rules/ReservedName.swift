/// Finds a name that already means something in the phrases of a workflow file.
public enum ReservedName {
  /// A finding for each bearer of such a name.
  public static func findings(in workflow: Workflow) -> [Finding] {
    let items = workflow.names(of: .item).dropLast(8)
    let found =
      check(
        Array(items),
        against: [
          "unit", "outcome", "gesprek", "result", "its", "end", "agreements", "agreement", "claims",
        ],
        place: workflow.place(ofItem:))
      + check(workflow.names(of: .role), against: ["confirmer", "actor", "route", "corner"]) {
        ["roles", $0]
      }
      + check(
        workflow.names(of: .parameter), against: ["all", "any", "not", "recorded", "result", "lasts"]
      ) {
        ["parameters", $0]
      }
      + check(workflow.names(of: .phase), against: ["end", Way.completed]) { ["phases", $0] }
    return found
  }

  private static func check(
    _ names: [String], against reserved: [String], place: (String) -> [String]
  ) -> [Finding] {
    names.filter(reserved.contains).map { name in
      Finding(
        .error, rule: "ReservedName",
        message: Localized(
          nl: "`\(name)` betekent in een workflow al iets",
          en: "`\(name)` already means something in a workflow"),
        remedy: Localized(nl: "kies een andere naam", en: "choose another name"), path: place(name))
    }
  }
}

extension Workflow {
  /// The keys under which an item stands; empty where there is no such item.
  func place(ofItem id: String) -> [String] {
    if gesprek(id) != nil { return ["gesprekken", id] }
    if document(id) != nil { return ["documents", id] }
    if approval(id) != nil { return ["approvals", id] }
    if task(id) != nil { return ["tasks", id] }
    if outcome(id) != nil { return ["outcomes", id] }
    return unit(id) != nil ? ["units", id] : []
  }
}
