/// Finds what closing a gesprek asks and can never have, and words of closing where nothing closes.
public enum ClosingNeed {
  /// A finding for each such phrase.
  public static func findings(in workflow: Workflow) -> [Finding] {
    workflow.requirements.compactMap { requirement in
      let isWord = Requirement.ofClosing.contains { $0.item == requirement.value.item }
      guard let gesprek = workflow.gesprek(closingAt: requirement.path) else {
        return isWord ? elsewhere(requirement) : nil
      }
      return isWord
        ? withoutSection(requirement, gesprek, workflow) : ofAnother(requirement, gesprek, workflow)
    }
  }

  private static func elsewhere(_ requirement: Placed<Requirement>) -> Finding {
    let text = requirement.value.text
    return finding(
      Localized(nl: "`\(text)` kan hier niet staan", en: "`\(text)` cannot stand here"),
      Localized(
        nl: "schrijf het bij een gesprek, onder `close: {by: …, needs: […]}`",
        en: "write it at a gesprek, under `close: {by: …, needs: […]}`"), requirement.path)
  }

  /// A word of closing where nothing is ever agreed or claimed.
  private static func withoutSection(
    _ requirement: Placed<Requirement>, _ gesprek: GesprekDefinition, _ workflow: Workflow
  ) -> Finding? {
    let isClaims = requirement.value.item == Requirement.claimsDecided.item
    if isClaims ? workflow.claims.contains(where: { $0.gesprek == gesprek.id }) : workflow.agreements != nil {
      return nil
    }
    let by = gesprek.closeBy.first ?? workflow.leader
    let example =
      isClaims
      ? "`claims: {evc: {by: …, for: \(gesprek.id), granted-by: \(by)}}`" : "`agreements: {by: \(by)}`"
    return finding(
      isClaims
        ? Localized(
          nl: "over claims wordt bij `\(gesprek.id)` nooit beslist",
          en: "no claims are ever decided at `\(gesprek.id)`")
        : Localized(nl: "deze workflow kent geen afspraken", en: "this workflow knows no agreements"),
      Localized(
        nl: "voeg \(example) toe, of laat `\(requirement.value.text)` weg",
        en: "add \(example), or leave `\(requirement.value.text)` out"), requirement.path)
  }

  /// A step of an item that does not belong to the gesprek.
  private static func ofAnother(
    _ requirement: Placed<Requirement>, _ gesprek: GesprekDefinition, _ workflow: Workflow
  ) -> Finding? {
    let item = requirement.value.item
    guard !requirement.value.isEvery, workflow.steps(of: item) != nil,
      !workflow.belongs(item, to: gesprek.id)
    else { return nil }
    let isAlone = workflow.document(item) != nil || workflow.task(item) != nil
    return finding(
      Localized(
        nl: "`\(item)` hoort niet bij `\(gesprek.id)`", en: "`\(item)` does not belong to `\(gesprek.id)`"),
      isAlone
        ? Localized(
          nl: "zeg bij `\(item)` `for: \(gesprek.id)`, of noem iets dat bij dit gesprek hoort",
          en: "say `for: \(gesprek.id)` at `\(item)`, or name something that belongs to this gesprek")
        : Localized(
          nl:
            "noem een document of taak met `for: \(gesprek.id)`, of vraag het bij de fase onder `leave-when`",
          en: "name a document or task with `for: \(gesprek.id)`, or ask it at the phase under `leave-when`"),
      requirement.path)
  }

  private static func finding(_ message: Localized, _ remedy: Localized, _ path: [String]) -> Finding {
    Finding(.error, rule: "ClosingNeed", message: message, remedy: remedy, path: path)
  }
}

extension Workflow {
  /// What closing a gesprek asks, with its place.
  var closingNeeds: [Placed<Requirement>] {
    gesprekken.flatMap { gesprek in
      gesprek.closeNeeds.enumerated().map { index, need in
        Placed(need, ["gesprekken", gesprek.id, "close", "needs", String(index)])
      }
    }
  }

  /// The gesprek for the closing of which something at a place is asked.
  func gesprek(closingAt path: [String]) -> GesprekDefinition? {
    path.count > 2 && path[0] == "gesprekken" && path.contains("needs") ? gesprek(path[1]) : nil
  }

  /// Whether an item comes with a gesprek.
  fileprivate func belongs(_ item: String, to gesprek: String) -> Bool {
    if outcome(item)?.at?.contains(gesprek) ?? false { return true }
    let around =
      document(item).map { $0.forEach + [$0.belongsTo].compactMap(\.self) }
      ?? task(item).map { $0.forEach + [$0.belongsTo].compactMap(\.self) } ?? []
    return around.contains(gesprek)
  }
}
