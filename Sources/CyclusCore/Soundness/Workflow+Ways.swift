// The phases as a graph: which lead where, and what every traject comes by.
extension Workflow {
  /// The ways that lead into a phase.
  func waysInto(_ id: String) -> [Way] {
    phases.flatMap { $0.waysOut.filter { $0.to == id } }
  }

  /// The phases that can be reached from some, these included, along the ways that count, without coming by another.
  func reachable(
    from starts: [String], without left: String? = nil, along counts: (Phase, Way) -> Bool = { _, _ in true }
  ) -> Set<String> {
    let named = Dictionary(phases.map { ($0.id, $0) }) { first, _ in first }
    var reached: Set<String> = []
    var next = starts.filter { $0 != left }
    while let id = next.popLast() {
      guard let phase = named[id], reached.insert(id).inserted else { continue }
      next += phase.waysOut.filter { counts(phase, $0) }.compactMap(\.to).filter { $0 != left }
    }
    return reached
  }

  /// For each phase the last one that every traject comes by on its way there; none for the first, and for those that are
  /// never entered.
  var phasesOnEveryWay: [String: Phase] {
    guard let first = phases.first?.id else { return [:] }
    let reached = reachable(from: [first])
    var earlier: [String: [Phase]] = [:]
    for phase in phases where reached.contains(phase.id) {
      let without = reachable(from: [first], without: phase.id)
      for id in reached where id != phase.id && !without.contains(id) {
        earlier[id, default: []].append(phase)
      }
    }
    // They stand one behind the other, so the last of them has the most before it.
    return earlier.compactMapValues { phases in
      phases.max { earlier[$0.id]?.count ?? 0 < earlier[$1.id]?.count ?? 0 }
    }
  }

  /// The phases from which no way leads to the end any more, in the order of the file.
  var trapped: [Phase] {
    phases.filter { phase in
      !reachable(from: [phase.id]).contains { id in
        self.phase(id)?.waysOut.contains { $0.to == nil || self.phase($0.to ?? "") == nil } ?? false
      }
    }
  }
}
