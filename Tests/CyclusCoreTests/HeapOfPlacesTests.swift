import Testing

@testable import CyclusCore

@Suite struct HeapOfPlacesTests {
  @Test func whateverTheOrderTheLowestComesFirst() {
    for seed in 1...50 {
      var random = SeededRandom(seed: UInt64(seed), "heap")
      let places = (0..<random.number(1...60)).map { _ in random.number(0...40) }
      var heap = HeapOfPlaces()
      for place in places { heap.add(place) }
      var taken: [Int] = []
      while let lowest = heap.lowest {
        taken.append(lowest)
        heap.removeLowest()
      }
      #expect(taken == places.sorted())
    }
    var none = HeapOfPlaces()
    none.removeLowest()
    #expect(none.lowest == nil)
  }
}
