extension Array {
  /// The first element with a name; of those before it only the name is read, where `first(where:)` copies each whole.
  @inline(__always) func first(named name: String, _ read: (UnsafePointer<Element>) -> String) -> Element? {
    withUnsafeBufferPointer { elements in
      guard let start = elements.baseAddress else { return nil }
      for index in 0..<elements.count where read(start + index) == name { return elements[index] }
      return nil
    }
  }
}
