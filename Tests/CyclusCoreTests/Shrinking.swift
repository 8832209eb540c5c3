/// Takes acts out of a history that fails until not one of them can be missed (delta debugging).
///
/// The acts are tried again from the start each time, so an act that is refused without an earlier one simply falls out
/// of the history as well.
struct Shrinking<Act> {
  /// Whether a history still fails; called many times.
  var fails: ([Act]) -> Bool

  /// The shortest part of a failing history, in its order, that still fails and of which no single act can be missed.
  func shortest(_ acts: [Act]) -> [Act] {
    var left = acts
    var size = max(left.count / 2, 1)
    while true {
      let before = left.count
      left = withoutChunks(of: size, left)
      if size == 1, left.count == before { return left }
      if left.count == before { size = max(size / 2, 1) }
    }
  }

  /// The history without every run of that many acts that it fails without, from the back to the front.
  private func withoutChunks(of size: Int, _ acts: [Act]) -> [Act] {
    var left = acts
    var end = left.count
    while end > 0 {
      let start = max(end - size, 0)
      var tried = left
      tried.removeSubrange(start..<end)
      if fails(tried) { left = tried }
      end = start
    }
    return left
  }
}
