/// Finds what recurs in a way that can never be met, or that says nothing.
public enum RecursInVain {
  /// A finding for each such part of an `each`, and for each phrase that points at another occurrence.
  public static func findings(in workflow: Workflow) -> [Finding] {
    workflow.gesprekken.flatMap { gesprek -> [Finding] in
      guard let each = gesprek.each else { return [] }
      return choices(each, ["gesprekken", gesprek.id])
        + each.choices.enumerated().flatMap { parts($1, of: gesprek, $0, workflow) } + around(each, gesprek)
    }
      + workflow.documents.flatMap { choices($0.each, ["documents", $0.id]) }
      + workflow.tasks.flatMap { choices($0.each, ["tasks", $0.id]) + unasked($0) }
      + workflow.outcomes.flatMap { choices($0.each, ["outcomes", $0.id]) + unasked($0) }
      + otherOccurrences(in: workflow)
  }

  /// Behind a choice without a condition none is ever taken.
  private static func choices(_ each: Recurrence?, _ path: [String]) -> [Finding] {
    guard let each, let index = each.choices.dropLast().firstIndex(where: { $0.when == nil }) else {
      return []
    }
    return [
      fault(
        "wat hierna komt geldt nooit: deze keuze heeft geen `when`",
        "what comes after this never counts: this choice has no `when`",
        "geef deze keuze een `when`, of zet hem achteraan", "give this choice a `when`, or put it last",
        path + ["each", String(index)])
    ]
  }

  /// A task is done because it is asked.
  private static func unasked(_ task: TaskDefinition) -> [Finding] {
    guard task.each?.choices.contains(where: { $0.period == .occasion }) ?? false else { return [] }
    return [
      fault(
        "een taak die niemand vraagt, kan niet worden gedaan", "a task that nobody asks cannot be done",
        "noem een periode, zoals `block`, of laat `each` weg",
        "name a period, such as `block`, or leave `each` out",
        ["tasks", task.id, "each"])
    ]
  }

  /// A verdict that nobody asks is given as often as it is wanted: that is another kind of outcome.
  private static func unasked(_ outcome: Outcome) -> [Finding] {
    guard let each = outcome.each else { return [] }
    if outcome.opens == nil {
      return [
        fault(
          "een leeruitkomst die niet zelf begint, komt niet telkens terug",
          "an outcome that does not open by itself does not recur",
          "zeg wanneer, met `opens`, of laat `each` weg", "say when, with `opens`, or leave `each` out",
          ["outcomes", outcome.id, "each"])
      ]
    }
    guard each.choices.contains(where: { $0.period == .occasion }) else { return [] }
    return [
      fault(
        "een oordeel dat niemand vraagt, is niet verschuldigd", "a verdict that nobody asks is not owed",
        "noem een periode, zoals `block`, of gebruik `kind: epa`",
        "name a period, such as `block`, or use `kind: epa`", ["outcomes", outcome.id, "each"])
    ]
  }

  private static func parts(
    _ choice: Recurrence.Choice, of gesprek: GesprekDefinition, _ index: Int, _ workflow: Workflow
  ) -> [Finding] {
    let path = ["gesprekken", gesprek.id, "each", String(index)]
    var found: [Finding] = []
    let hasParts = choice.isSpread || choice.margin != nil || choice.ofWhich != nil || !choice.counts.isEmpty
    if choice.period == .occasion, choice.atLeast != nil || hasParts {
      found.append(
        fault(
          "van wat niemand vraagt, wordt geen aantal gevraagd",
          "of what nobody asks, no number is asked", "laat alles naast `period: occasion` weg",
          "leave everything beside `period: occasion` out", path))
    } else if !choice.isNumbered, hasParts || !choice.with.isEmpty {
      found.append(
        fault(
          "dit hoort bij een aantal per periode", "this goes with a number in each period",
          "voeg `at-least` toe, bijvoorbeeld `at-least: 1`", "add `at-least`, for example `at-least: 1`", path
        ))
    }
    if case .parameter(let id) = choice.atLeast, let parameter = workflow.parameter(id),
      parameter.kind != .number
    {
      found.append(
        fault(
          "`\(id)` is geen getal", "`\(id)` is no number",
          "noem een parameter met `number: true`, of schrijf een getal",
          "name a parameter with `number: true`, or write a number", path + ["at-least"]))
    }
    return found + share(choice, of: gesprek, path, workflow) + counts(choice, of: gesprek, path, workflow)
  }

  private static func share(
    _ choice: Recurrence.Choice, of gesprek: GesprekDefinition, _ path: [String], _ workflow: Workflow
  ) -> [Finding] {
    guard let share = choice.ofWhich else { return [] }
    var found: [Finding] = []
    let all = [gesprek] + choice.counts.compactMap { workflow.gesprek($0) }
    let modes = all.flatMap { $0.modes.isEmpty ? GesprekDefinition.usualModes : $0.modes }
    if !modes.contains(share.mode) {
      found.append(
        fault(
          "`\(share.mode)` is geen manier waarop dit gesprek wordt gehouden",
          "`\(share.mode)` is no way in which this gesprek is held",
          NearestName.remedy(for: share.mode, among: modes).nl,
          NearestName.remedy(for: share.mode, among: modes).en, path + ["of-which", "mode"]))
    }
    if case .number(let number) = choice.atLeast, share.atLeast > number {
      found.append(
        fault(
          "\(share.atLeast) is meer dan de \(number) die gevraagd worden",
          "\(share.atLeast) is more than the \(number) that are asked", "kies hoogstens \(number)",
          "choose \(number) at most", path + ["of-which", "at-least"]))
    }
    return found
  }

  private static func counts(
    _ choice: Recurrence.Choice, of gesprek: GesprekDefinition, _ path: [String], _ workflow: Workflow
  ) -> [Finding] {
    choice.counts.enumerated().flatMap { index, id -> [Finding] in
      let place = path + ["counts", String(index)]
      if id == gesprek.id {
        return [
          fault(
            "`\(id)` telt al voor zichzelf", "`\(id)` counts for itself already", "laat het hier weg",
            "leave it out here", place)
        ]
      }
      guard choice.with.isEmpty, let other = workflow.gesprek(id), Set(other.present) != Set(gesprek.present)
      else { return [] }
      return [
        fault(
          "bij `\(id)` zijn anderen aanwezig, en er staat niet wie erbij moeten zijn om mee te tellen",
          "others are present at `\(id)`, and nothing says who have to be there for it to count",
          "voeg `with` toe met de rollen die erbij moeten zijn",
          "add `with` with the roles that have to be there",
          place)
      ]
    }
  }

  /// What stands beside `each` and asks what an occurrence cannot give.
  private static func around(_ each: Recurrence, _ gesprek: GesprekDefinition) -> [Finding] {
    var found: [Finding] = []
    if each.missedInARow != nil, each.isNumbered {
      found.append(
        fault(
          "wat genummerd is, wordt niet per periode gemist", "what is numbered is not missed by the period",
          "laat `missed-in-a-row` weg, of laat het gesprek elke week of elk blok terugkeren zonder `at-least`",
          "leave `missed-in-a-row` out, or let the gesprek recur every week or block without `at-least`",
          ["gesprekken", gesprek.id, "missed-in-a-row"]))
    }
    if gesprek.judging != nil {
      found.append(
        fault(
          "in een gesprek dat terugkeert, wordt niet per leeruitkomst geoordeeld",
          "in a gesprek that recurs no outcomes are judged one by one",
          "laat `judging` weg, of laat het gesprek één keer voorkomen",
          "leave `judging` out, or let the gesprek take place once", ["gesprekken", gesprek.id, "judging"]))
    }
    return found
  }

  /// A phrase of what belongs to one gesprek that recurs cannot wait for what belongs to another.
  private static func otherOccurrences(in workflow: Workflow) -> [Finding] {
    func around(_ id: String) -> Set<String> {
      let document = workflow.document(id)
      let task = workflow.task(id)
      let all =
        [document?.belongsTo, task?.belongsTo].compactMap(\.self) + (document?.forEach ?? [])
        + (task?.forEach ?? [])
      return Set(all.filter { workflow.gesprek($0)?.each != nil })
    }
    return workflow.requirements.compactMap { requirement in
      guard requirement.path.count > 1, ["documents", "tasks"].contains(requirement.path[0]) else {
        return nil
      }
      let (own, other) = (around(requirement.path[1]), around(requirement.value.item))
      guard !own.isEmpty, !other.isEmpty, own.isDisjoint(with: other) else { return nil }
      return fault(
        "`\(requirement.value.item)` hoort bij een ander gesprek dan dit onderdeel",
        "`\(requirement.value.item)` belongs to another gesprek than this item",
        "wacht op iets van \(own.sorted().joined(separator: ", "))",
        "wait for something of \(own.sorted().joined(separator: ", "))", requirement.path)
    }
  }

  private static func fault(
    _ nl: String, _ en: String, _ remedyNL: String, _ remedyEN: String, _ path: [String]
  ) -> Finding {
    Finding(
      .error, rule: "RecursInVain", message: Localized(nl: nl, en: en),
      remedy: Localized(nl: remedyNL, en: remedyEN), path: path)
  }
}

extension GesprekDefinition {
  /// The ways in which a gesprek may be held where the workflow names none.
  static let usualModes = ["op-locatie", "online", "telefonisch"]
}
