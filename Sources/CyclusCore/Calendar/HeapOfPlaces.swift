/// Places in a list, of which the lowest is taken first.
///
/// A binary heap: adding and taking cost the logarithm of how many there are, so that a calendar of thousands of entries is
/// laid out in one sweep over its days.
struct HeapOfPlaces {
  private var places: [Int] = []

  /// The lowest; nil where there is none.
  var lowest: Int? { places.first }

  /// Adds a place.
  mutating func add(_ place: Int) {
    places.append(place)
    var child = places.count - 1
    while child > 0, places[child] < places[(child - 1) / 2] {
      places.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  /// Takes out the lowest.
  mutating func removeLowest() {
    guard let last = places.popLast(), !places.isEmpty else { return }
    places[0] = last
    var parent = 0
    while true {
      let children = [2 * parent + 1, 2 * parent + 2].filter { $0 < places.count }
      guard let child = children.min(by: { places[$0] < places[$1] }), places[child] < places[parent] else {
        return
      }
      places.swapAt(child, parent)
      parent = child
    }
  }
}
