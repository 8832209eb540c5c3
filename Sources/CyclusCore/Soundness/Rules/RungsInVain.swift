/// Finds a ladder whose rungs are out of order, and routes that it never takes.
public enum RungsInVain {
  /// The findings about the ladder.
  public static func findings(in workflow: Workflow) -> [Finding] {
    order(workflow) + routes(workflow)
  }

  private static func order(_ workflow: Workflow) -> [Finding] {
    let rungs = workflow.ladder.rungs
    return rungs.indices.dropFirst().filter { rungs[$0].after.days <= rungs[$0 - 1].after.days }.map {
      index in
      Finding.fault(
        "RungsInVain",
        Localized(
          nl: "trede \(index + 1) van de ladder komt niet na trede \(index)",
          en: "rung \(index + 1) of the ladder does not come after rung \(index)"),
        remedy: Localized(
          nl: "zet de treden op volgorde van hun termijn", en: "put the rungs in the order of their terms"),
        at: ["ladder", "rungs", String(index), "after"])
    }
  }

  /// What names a route for when it fails to come needs a rung that takes it there.
  private static func routes(_ workflow: Workflow) -> [Finding] {
    guard !workflow.ladder.rungs.contains(where: { $0.to == .route }),
      let item = workflow.itemsWithRoute.first(where: { workflow.route($0.value.route) != nil })
    else { return [] }
    return [
      Finding.fault(
        "RungsInVain",
        Localized(
          nl: "de route van `\(item.value.item)` opent nooit: geen trede van de ladder gaat naar `route`",
          en: "the route of `\(item.value.item)` never opens: no rung of the ladder goes to `route`"),
        remedy: Localized(
          nl: "voeg een trede toe, bijvoorbeeld `{after: 14 days, to: route}`",
          en: "add a rung, for example `{after: 14 days, to: route}`"), at: ["ladder", "rungs"])
    ]
  }
}

extension Workflow {
  /// Everything that names the route that its lack takes in the end.
  var itemsWithRoute: [Placed<(item: String, route: String)>] {
    func placed(_ item: String, _ route: String?, _ section: String) -> Placed<(item: String, route: String)>?
    {
      route.map { Placed((item, $0), [section, item, "route"]) }
    }
    return gesprekken.compactMap { placed($0.id, $0.route, "gesprekken") }
      + documents.compactMap { placed($0.id, $0.route, "documents") }
      + approvals.compactMap { placed($0.id, $0.route, "approvals") }
      + tasks.compactMap { placed($0.id, $0.route, "tasks") }
  }

  /// Whether a traject may have nobody in a role: the student and the leading role are always there.
  func mayBeEmpty(_ id: String) -> Bool {
    guard let role = role(id), self.role(leader) != nil else { return false }
    return !role.isRequired && role.id != leader && role.place != .student
  }
}
