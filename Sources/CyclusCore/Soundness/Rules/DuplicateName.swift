/// Finds two things with one name where a phrase or a command could not tell them apart.
public enum DuplicateName {
  /// A finding at the second and every later bearer of a name.
  public static func findings(in workflow: Workflow) -> [Finding] {
    let items =
      places(workflow.gesprekken.map(\.id), "gesprekken") + places(workflow.documents.map(\.id), "documents")
      + places(workflow.approvals.map(\.id), "approvals") + places(workflow.tasks.map(\.id), "tasks")
      + places(workflow.outcomes.map(\.id), "outcomes") + places(workflow.units.map(\.id), "units")
    let shorts = workflow.roles.filter { !$0.short.isEmpty }.map {
      Placed($0.short, ["roles", $0.id, "short"])
    }
    let reasons = workflow.escalations.flatMap { route in
      route.reasons.isEmpty
        ? [Placed(route.id, ["escalations", route.id])]
        : route.reasons.map { Placed($0.id, ["escalations", route.id, "reasons", $0.id]) }
    }
    let documents = places(workflow.documents.map(\.id), "documents")
    let groups = workflow.outcomes.flatMap { outcome in
      // A proof names a group of its own outcome or a document, so only those two have to differ.
      twice(documents + places(outcome.indicators.map(\.id), "outcomes", outcome.id, "indicators"))
    }
    return twice(items) + groups.filter { $0.path.first == "outcomes" }
      + twice(places(workflow.roles.map(\.id), "roles") + shorts) + twice(reasons)
      + twice(places(workflow.phases.map(\.id), "phases"))
      + twice(places(workflow.timeline.map(\.part.name), "timeline"))
  }

  private static func places(_ ids: [String], _ section: String...) -> [Placed<String>] {
    ids.map { Placed($0, section + [$0]) }
  }

  private static func twice(_ names: [Placed<String>]) -> [Finding] {
    var first: [String: [String]] = [:]
    return names.compactMap { name in
      guard let earlier = first.updateValue(first[name.value] ?? name.path, forKey: name.value) else {
        return nil
      }
      let place = earlier.joined(separator: ".")
      return Finding(
        .error, rule: "Duplicate",
        message: Localized(
          nl: "de naam `\(name.value)` is al van `\(place)`",
          en: "the name `\(name.value)` already belongs to `\(place)`"),
        remedy: Localized(nl: "geef één van beide een andere naam", en: "give one of them another name"),
        path: name.path)
    }
  }
}
