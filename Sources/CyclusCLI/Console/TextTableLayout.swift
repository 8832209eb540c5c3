/// Which columns of a table are shown, how wide each is, and how many blanks stand between them.
struct TextTableLayout {
  /// The columns that are shown, from left to right, with their widths in terminal cells.
  private(set) var shown: [(index: Int, width: Int)]

  /// How many blanks stand between two columns: two where that fits, else one.
  private(set) var gap = 2

  private let columns: [TextTable.Column]

  init(columns: [TextTable.Column], natural: [Int], width: Int?) {
    self.columns = columns
    shown = Array(zip(columns.indices, natural).map { (index: $0, width: $1) })
    guard let width else { return }
    var kept = shown
    while true {
      shown = kept
      if fit(to: width) { return }
      guard kept.count > 1, let last = leastWanted(kept) else { break }
      kept.remove(at: last)
    }
    if let only = shown.first { shown = [(only.index, max(1, min(only.width, width)))] }
  }

  /// The thin line under the headings, one piece for each column.
  var rule: String {
    shown.map { String(repeating: "─", count: $0.width) }
      .joined(separator: String(repeating: " ", count: gap))
  }

  /// Shrinks flexible columns, the widest first, until all fit; false when they cannot.
  private mutating func fit(to width: Int) -> Bool {
    gap = 2
    if total <= width { return true }
    gap = 1
    for place in shown.indices where columns[shown[place].index].flexible {
      shown[place].width = min(shown[place].width, max(width, columns[shown[place].index].minimum))
    }
    while total > width {
      let shrinkable = shown.indices.filter {
        let column = columns[shown[$0].index]
        return column.flexible && shown[$0].width > column.minimum
      }
      guard let widest = shrinkable.max(by: { shown[$0].width < shown[$1].width }) else { return false }
      shown[widest].width -= 1
    }
    return true
  }

  private var total: Int {
    shown.reduce(0) { $0 + $1.width } + gap * max(0, shown.count - 1)
  }

  private func leastWanted(_ places: [(index: Int, width: Int)]) -> Int? {
    places.indices.min { left, right in
      let leftPriority = columns[places[left].index].priority
      let rightPriority = columns[places[right].index].priority
      return leftPriority == rightPriority ? left > right : leftPriority < rightPriority
    }
  }
}
