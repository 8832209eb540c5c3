/// Finds what a value on record would bring and cannot: an escalation that nobody decides, a row of what takes place once.
public enum ThenInVain {
  /// A finding for each such part of a `then`, and for each field that is asked with itself.
  public static func findings(in workflow: Workflow) -> [Finding] {
    workflow.gesprekken.flatMap { gesprek in
      circles(gesprek)
        + workflow.consequences(of: gesprek).flatMap { consequence in
          row(consequence, gesprek) + route(consequence, gesprek, workflow)
        }
    }
  }

  private typealias Consequence = Placed<GesprekDefinition.Consequence>

  private static func circles(_ gesprek: GesprekDefinition) -> [Finding] {
    gesprek.record.compactMap { field in
      var seen: [String] = []
      var next: String? = field.id
      while let id = next, !seen.contains(id) {
        seen.append(id)
        next = gesprek.record.first { $0.id == id }?.askedWith
      }
      guard next == field.id else { return nil }
      return fault(
        "`\(field.id)` wordt alleen gevraagd als het al is vastgelegd",
        "`\(field.id)` is only asked where it is on record already",
        "noem bij `asked-with` een ander veld", "name another field at `asked-with`",
        ["gesprekken", gesprek.id, "on-record", field.id, "asked-with"])
    }
  }

  private static func row(_ consequence: Consequence, _ gesprek: GesprekDefinition) -> [Finding] {
    guard consequence.value.inARow != nil, gesprek.each == nil else { return [] }
    return [
      fault(
        "`\(gesprek.id)` vindt één keer plaats, dus nooit meer keren achter elkaar",
        "`\(gesprek.id)` takes place once, so never several times in a row",
        "laat `in-a-row` weg, of laat het gesprek terugkeren met `each`",
        "leave `in-a-row` out, or let the gesprek recur with `each`", consequence.path + ["in-a-row"])
    ]
  }

  private static func route(
    _ consequence: Consequence, _ gesprek: GesprekDefinition, _ workflow: Workflow
  ) -> [Finding] {
    guard let id = consequence.value.opens, let route = workflow.route(id) else { return [] }
    let path = consequence.path + ["opens"]
    var found: [Finding] = []
    if route.aboutOutcome {
      found.append(
        fault(
          "`\(id)` gaat over een leeruitkomst, en hier wordt er geen genoemd",
          "`\(id)` is about an outcome, and none is named here",
          "open een route zonder `about: outcome`", "open a route without `about: outcome`", path))
    }
    if gesprek.route == id {
      found.append(
        fault(
          "`\(id)` is ook de route voor als dit gesprek uitblijft: dan is niet te zien waarom ze openging",
          "`\(id)` is the route for when this gesprek fails to take place too: then nothing shows why it opened",
          "geef een van beide een eigen route", "give one of the two a route of its own", path))
    }
    let to = route.reasons.first?.to ?? route.to
    if let role = workflow.role(to), !role.isRequired {
      found.append(
        fault(
          "`\(id)` gaat naar `\(to)`, en die rol hoeft in een traject niemand te hebben",
          "`\(id)` goes to `\(to)`, and nobody need have that role in a traject",
          "geef de rol `required: true`, of laat de route naar een andere gaan",
          "give the role `required: true`, or let the route go to another", path))
    }
    return found
  }

  private static func fault(
    _ nl: String, _ en: String, _ remedyNL: String, _ remedyEN: String, _ path: [String]
  ) -> Finding {
    Finding(
      .error, rule: "ThenInVain", message: Localized(nl: nl, en: en),
      remedy: Localized(nl: remedyNL, en: remedyEN), path: path)
  }
}

extension Workflow {
  /// What the values on record of a gesprek bring, each with its place.
  func consequences(of gesprek: GesprekDefinition) -> [Placed<GesprekDefinition.Consequence>] {
    gesprek.record.flatMap { field in
      field.then.map { Placed($0, ["gesprekken", gesprek.id, "on-record", field.id, "then", $0.value]) }
    }
  }
}
