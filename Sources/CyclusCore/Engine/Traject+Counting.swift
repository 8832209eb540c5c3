// What was counted and is signed block by block.
extension Traject {
  /// What was counted of a counter, and how much of it is signed.
  public struct Counted: Hashable, Sendable {
    /// All of it.
    public var total: Int
    /// What stands under the signatures of its block.
    public var signed: Int
    /// What does not: nobody signed its block yet, or it was counted after that.
    public var unsigned: Int { total - signed }
  }

  /// What was counted of a counter, with what is signed of it; `nil` for one that is not signed with a document.
  public func counted(_ counter: CounterDefinition, _ rulebook: Rulebook) -> Counted? {
    guard let document = counter.signedWith.flatMap({ rulebook.workflow.document($0) }) else { return nil }
    let own = (counts ?? []).filter { $0.counter == counter.id }
    let signed = own.filter { isSigned($0, document, rulebook) }.reduce(0) { $0 + $1.amount }
    return Counted(total: counters[counter.id, default: 0], signed: signed)
  }

  /// What of a counter is signed in a block, and on which day the last signature came under it.
  func signed(
    _ counter: CounterDefinition, in block: TeachingTimeline.Block, _ rulebook: Rulebook
  ) -> (amount: Int, on: Day?) {
    guard let document = counter.signedWith.flatMap({ rulebook.workflow.document($0) }) else {
      return (0, nil)
    }
    let own = (counts ?? []).filter {
      $0.counter == counter.id && block.first <= $0.on && $0.on <= block.last
        && isSigned($0, document, rulebook)
    }
    let key = ItemKey(document.id, occurrence: "b\(block.number)").description
    return (own.reduce(0) { $0 + $1.amount }, documents[key]?.signatures.compactMap(\.on).max())
  }

  /// Whether everybody who signs for a block did so after something of that block was counted.
  private func isSigned(_ count: Count, _ document: DocumentDefinition, _ rulebook: Rulebook) -> Bool {
    guard let block = rulebook.timeline.block(containing: count.on), !document.signedBy.isEmpty else {
      return false
    }
    let key = ItemKey(document.id, occurrence: "b\(block.number)").description
    let signatures = documents[key]?.signatures ?? []
    return document.signedBy.allSatisfy { role in
      signatures.contains { $0.role == role && $0.event.map { count.event < $0 } ?? false }
    }
  }
}
