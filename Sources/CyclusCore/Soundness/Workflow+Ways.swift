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
    var reached: Set<String> = []
    var next = starts.filter { $0 != left }
    while let id = next.popLast() {
      guard let phase = phase(id), reached.insert(id).inserted else { continue }
      next += phase.waysOut.filter { counts(phase, $0) }.compactMap(\.to).filter { $0 != left }
    }
    return reached
  }

  /// The last phase that every traject comes by on its way to another; `nil` for the first, and for one that is never
  /// entered.
  func phase(onEveryWayTo id: String) -> Phase? {
    guard let first = phases.first?.id, first != id, reachable(from: [first]).contains(id) else { return nil }
    let earlier = phases.map(\.id).filter { other in
      other != id && !reachable(from: [first], without: other).contains(id)
    }
    // The last of these is the one that all the others come before.
    return earlier.first { last in
      earlier.allSatisfy { $0 == last || !reachable(from: [first], without: $0).contains(last) }
    }.flatMap { phase($0) }
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
