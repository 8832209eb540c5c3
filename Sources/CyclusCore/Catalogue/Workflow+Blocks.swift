extension Workflow {
  /// What people read of a block, by its number: `stage 2` where the timeline calls it `stage-2`, else `blok 2`.
  public func words(ofBlock number: Int) -> Localized {
    guard let name = name(ofBlock: number), name != "blok-\(number)" else {
      return Localized(nl: "blok \(number)", en: "block \(number)")
    }
    guard let dash = name.lastIndex(of: "-"), Int(name[name.index(after: dash)...]) != nil else {
      return Localized(name)
    }
    return Localized("\(name[..<dash]) \(name[name.index(after: dash)...])")
  }

  private func name(ofBlock number: Int) -> String? {
    if let dated = datedBlocks { return "\(dated.name)-\(number)" }
    let blocks = timeline.map(\.part).filter { $0.kind == .block }
    return blocks.indices.contains(number - 1) ? blocks[number - 1].name : nil
  }
}
