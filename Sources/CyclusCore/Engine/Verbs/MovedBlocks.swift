// What is on record in a block keeps that block where it is: dates that were counted from it were right then.
extension Deliberation {
  /// Refuses to move or to drop a block in which something is on record.
  mutating func checkMovedBlocks(_ after: TeachingTimeline, _ parameter: Parameter) {
    guard workflow.datedBlocks?.startsParameter == parameter.id else { return }
    for block in rulebook.timeline.blocks {
      let now = after.blocks.first { $0.number == block.number }
      guard now?.first != block.first, case let items = recorded(in: block), !items.isEmpty else { continue }
      let titles = items.map { workflow.title(of: $0) }
      lack(
        parameter.title,
        Sentence.plainly(
          "\(block.name) (b\(block.number)) kan niet meer weg van \(block.first.longNL), want er is al iets vastgelegd: \(Sentence.list(titles.map(\.nl), "en")); laat die dag staan",
          "\(block.name) (b\(block.number)) can no longer be moved from \(block.first.longEN), as something is on record in it: \(Sentence.list(titles.map(\.en), "and")); leave that day as it is"
        ),
        rule: parameter.citation)
    }
  }

  /// The ids of the items of which the occurrence of a block is on record.
  private func recorded(in block: TeachingTimeline.Block) -> [String] {
    let keys =
      traject.gesprekken.keys.compactMap { ItemKey($0) } + traject.documents.keys.compactMap { ItemKey($0) }
      + traject.settled.keys.compactMap { ObligationKey($0)?.item }
    let name = "b\(block.number)"
    // What several roles do has the role behind it: `b2-student`.
    let own = keys.filter { key in
      key.occurrence.map { $0 == name || $0.hasPrefix(name + "-") } ?? false
    }
    return Set(own.map(\.id)).sorted()
  }
}
