// What has to be counted in a block before it is signed.
extension Explorer {
  /// Counts what is still asked of a counter in the block of a document, before that document is handed in or signed.
  func counting(before document: ItemKey, _ standing: Standing, on day: Day) -> [ExplorerMove] {
    let (traject, rulebook) = (standing.traject, standing.rulebook)
    let name = document.occurrence.map { ItemKey.withoutRole($0) }
    guard let block = rulebook.timeline.blocks.first(where: { "b\($0.number)" == name }), block.first <= day
    else { return [] }
    return workflow.counters.filter { $0.signedWith == document.id }.compactMap { counter in
      let counted = (traject.counts ?? []).filter {
        $0.counter == counter.id && block.first <= $0.on && $0.on <= block.last
      }.reduce(0) { $0 + $1.amount }
      let least = leastOfBlock(counter)
      guard counted < least, let person = traject.holder(of: workflow.leader) else { return nil }
      return ExplorerMove(
        .act(
          Actor(person: person, role: workflow.leader), .count(counter: counter.id, amount: least - counted)),
        Localized(
          nl: "\(workflow.title(of: workflow.leader).nl): \(least - counted) \(counter.unit.nl) tellen",
          en: "\(workflow.title(of: workflow.leader).en): count \(least - counted) \(counter.unit.en)"),
        isUsual: true, happened: min(day, block.last))
    }
  }

  /// The most that a phase or a condition asks of a counter in one block.
  private func leastOfBlock(_ counter: CounterDefinition) -> Int {
    let recorded = workflow.conditions.flatMap { $0.value.leaves($0.path) }.compactMap {
      leaf -> Requirement? in
      if case .recorded(let placed) = leaf { placed.value } else { nil }
    }
    return (workflow.phases.flatMap(\.asks) + recorded)
      .filter { $0.counter(in: workflow)?.id == counter.id }.compactMap(\.inThisBlock).max() ?? 0
  }
}
