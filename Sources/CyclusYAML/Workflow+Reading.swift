import CyclusCore
import Yams

extension Value {
  /// Reads the whole file; what cannot be read is left out or empty, so that the rest is still checked.
  func workflow() -> Workflow? {
    fields("workflow file") { fields in
      let id = fields.required("workflow")?.id() ?? ""
      var workflow = Workflow(
        id: id, version: fields.required("version")?.text("2025-2026.1") ?? "", title: fields.title(or: id),
        leader: "",
        ladder: Ladder(rungs: [], citation: Citation(assumed: ["all"])))
      fields.leader(of: &workflow)
      workflow.roles = fields.required("roles")?.named("role") { $1.role($0) } ?? []
      workflow.corners = fields["corners"]?.named("corner") { $1.corner($0) } ?? []
      workflow.parameters = fields["parameters"]?.named("parameter") { $1.parameter($0) } ?? []
      if let timeline = fields.required("timeline")?.timeline() {
        (workflow.timeline, workflow.datedBlocks) = timeline
      }
      workflow.placementDays = fields["placement-days"]?.placementDays() ?? []
      if let free = fields["free-days"]?.freeDays(parameters: workflow.parameters) {
        workflow.freeDays = free.periods
        workflow.regionParameter = free.region
      }
      workflow.outcomes = fields["outcomes"]?.named("outcome") { $1.outcome($0) } ?? []
      workflow.instituteOnly = fields["institute-only"]?.fields("institute-only") { $0.instituteOnly() }
      workflow.units = fields["units"]?.named("unit") { $1.unit($0) } ?? []
      workflow.gesprekken = fields.required("gesprekken")?.named("gesprek") { $1.gesprek($0) } ?? []
      workflow.documents = fields["documents"]?.named("document") { $1.document($0) } ?? []
      workflow.approvals = fields["approvals"]?.named("approval") { $1.approval($0) } ?? []
      workflow.tasks = fields["tasks"]?.named("task") { $1.task($0) } ?? []
      workflow.counters = fields["counters"]?.named("counter") { $1.counter($0) } ?? []
      workflow.phases = fields.required("phases")?.phases() ?? []
      workflow.blocks = fields["blocks"]?.named("block") { $1.block($0) } ?? []
      workflow.escalations = fields["escalations"]?.named("escalation route") { $1.route($0) } ?? []
      if let ladder = fields.required("ladder")?.ladder() { workflow.ladder = ladder }
      fields.course(into: &workflow)
      return workflow
    }
  }

  private func phases() -> [Phase] {
    strictList(example: "- phase: kennismaking").compactMap { value in
      value.fields("phase") { fields in
        guard let id = fields.required("phase")?.id() else { return nil }
        // Findings of the checks speak of a phase by its name, not by its number in the list.
        for entry in fields.entries {
          let path = ["phases", id, entry.key]
          value.reading.note(path, at: entry.value.node.scalar == nil ? entry.place : entry.value.node.place)
          for (index, member) in entry.value.list().enumerated() {
            value.reading.note(path + [String(index)], at: member.node.place)
          }
        }
        value.reading.note(["phases", id], at: fields.entries.first?.place)
        var phase = Phase(
          id: id, title: fields.title(or: id), leaveWhen: fields["leave-when"]?.phrases(.ofPhases) ?? [],
          next: nil, citation: fields.citation())
        fields["next"]?.next(of: &phase)
        value.reading.note(value.path + ["next"], alsoUnder: ["phases", id, "next"])
        phase.passesByItself = fields.yesNo("passes-by-itself", or: false)
        return phase
      }
    }
  }

  /// Reads where a phase leads: a phase, `end`, or a list of ways.
  private func next(of phase: inout Phase) {
    guard case .sequence = node else {
      phase.next = target()
      return
    }
    let ways = list().compactMap { value in
      value.fields("way") { fields in
        Way(
          to: fields.required("to")?.target(), when: fields.condition("when"),
          needs: fields["needs"]?.phrases(.ofPhases) ?? [])
      }
    }
    if list().isEmpty { report(.wrongType(Problem.list, found: node, example: "[{to: end}]")) }
    phase.ways = ways
  }

  /// The phase to which a way leads; `nil` for `end`.
  private func target() -> String? {
    let id = id()
    return id == "end" ? nil : id
  }

  private func ladder() -> Ladder? {
    fields("ladder") { fields in
      let rungs = fields.required("rungs")?.strictList(example: "- {after: 0 days, to: actor}") ?? []
      return Ladder(
        rungs: rungs.compactMap { value in
          value.fields("rung") { fields in
            let after = fields.required("after")?.phrase(.spans)
            let to = fields.required("to")?.id()
            guard let after, let to else { return nil }
            return Ladder.Rung(after: after, to: to == "actor" ? .actor : to == "route" ? .route : .role(to))
          }
        }, citation: fields.citation())
    }
  }
}
