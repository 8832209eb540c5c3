/// Finds what has to be done by a role that nobody need have, so that a traject may have nobody who can.
public enum EmptyRole {
  /// A finding for each step that a phase waits for in every traject, and for each decider of an escalation.
  public static func findings(in workflow: Workflow) -> [Finding] {
    var told: Set<[String]> = []
    return
      (deciders(in: workflow) + workflow.blocks.map { Placed($0.liftedBy, ["blocks", $0.id, "lift"]) }
      + workflow.asked.flatMap { actors(of: $0, workflow) }).compactMap { place in
        guard !place.value.isEmpty, place.value.allSatisfy(workflow.mayBeEmpty),
          told.insert(place.path).inserted
        else { return nil }
        return finding(place, workflow)
      }
  }

  private static func deciders(in workflow: Workflow) -> [Placed<[String]>] {
    // What a value on record opens is found by `ThenInVain`.
    let then = Set(workflow.gesprekken.flatMap(\.record).flatMap(\.then).compactMap(\.opens))
    return workflow.escalations.filter { !then.contains($0.id) }.map { route in
      Placed([route.to] + [route.next].compactMap(\.self), ["escalations", route.id, "to"])
    }
  }

  /// Who takes the steps of an item that every traject has; each list is of those of whom one will do.
  private static func actors(of item: String, _ workflow: Workflow) -> [Placed<[String]>] {
    if let gesprek = workflow.gesprek(item), gesprek.when == nil {
      return gesprek.present.enumerated().map { index, presence in
        let path = ["gesprekken", item, "present", String(index)]
        return switch presence {
        case .role(let role, _): Placed([role], path)
        case .corner(let id): Placed(workflow.corner(id)?.roles ?? [], ["corners", id, "roles"])
        }
      }
    }
    if let document = workflow.document(item), document.when == nil, document.each == nil {
      return [Placed(document.by, ["documents", item, "by"])]
    }
    if let approval = workflow.approval(item), workflow.document(approval.asks)?.when == nil {
      return [Placed(approval.by, ["approvals", item, "by"])]
    }
    if let task = workflow.task(item), task.when == nil, task.deputies.isEmpty {
      return task.by.enumerated().map { Placed([$1], ["tasks", item, "by", String($0)]) }
    }
    if let outcome = workflow.outcome(item), outcome.when == nil {
      return [Placed(outcome.judges, ["outcomes", item, "judge"])]
    }
    if let unit = workflow.unit(item), unit.all.contains(where: { workflow.outcome($0)?.when == nil }) {
      return [Placed([unit.confirmer], ["units", item, "confirm"])]
    }
    return []
  }

  private static func finding(_ place: Placed<[String]>, _ workflow: Workflow) -> Finding {
    let roles = place.value.map { "`\($0)`" }
    let isOne = roles.count == 1
    return Finding.fault(
      "EmptyRole",
      Localized(
        nl:
          "dit wacht op \(Sentence.list(roles, "of")), en \(isOne ? "die rol hoeft" : "die rollen hoeft") in een traject niemand te hebben",
        en:
          "this waits for \(Sentence.list(roles, "or")), and nobody need have \(isOne ? "that role" : "those roles") in a traject"
      ),
      remedy: Localized(
        nl: "geef de rol `required: true`, of noem ook een rol die er altijd is",
        en: "give the role `required: true`, or name a role that is always there as well"), at: place.path)
  }
}

extension Workflow {
  /// The items that some phase waits for in every traject, in the order of the file.
  fileprivate var asked: [String] {
    let always = phases.flatMap { $0.leaveWhen + $0.waysOut.filter { $0.when == nil }.flatMap(\.needs) }
    return always.flatMap { requirement in
      switch requirement.item {
      case "unit", "result": units.map(\.id)
      default: [requirement.item]
      }
    }.inOrder
  }
}
