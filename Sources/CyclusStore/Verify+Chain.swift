import CyclusCore

extension Store {
  /// Walks the log from its first event to its last, and gives what it says of the other tables.
  func verifyChain(_ result: inout Verification, _ anchors: [Head]) throws -> LogContents {
    var log = LogContents()
    var previous = [UInt8](repeating: 0, count: 32)
    var last = 0
    let wanted = Dictionary(anchors.map { ($0.seq, $0.hash) }) { first, _ in first }
    try connection.prepare("SELECT \(StoredEvent.columns) FROM event ORDER BY seq").forEach { row in
      let seq = try row.int(0)
      Self.verifyNumber(seq, after: last, &result)
      let hash = try row.blob(16)
      if let event = try? StoredEvent(row) {
        // The number says 0 or 1: any other would be chained as the 0 that it is not.
        let isFlag = (0...1).contains(try row.int(11))
        if event.chained(to: previous) != hash || !isFlag {
          result.find(
            "#\(seq)", "de keten klopt hier niet: deze gebeurtenis of haar plaats is veranderd",
            "the chain breaks here: this event or its place was changed")
        }
        if event.clockBack { result.clockBack += 1 }
        if !log.read(event) { Self.unreadable(seq, &result) }
      } else {
        Self.unreadable(seq, &result)
      }
      if let anchor = wanted[seq], anchor != hash.hexadecimal {
        result.find(
          "#\(seq)", "het bewaarde anker past niet: het logboek is vervangen",
          "the anchor kept elsewhere does not fit: the log was replaced")
      }
      previous = hash
      last = seq
    }
    for anchor in anchors where anchor.seq > last {
      result.find(
        "#\(anchor.seq)",
        "het logboek eindigt bij \(last), maar het anker noemt \(anchor.seq): het eind is afgekapt",
        "the log ends at \(last), but the anchor names \(anchor.seq): its end was cut off")
    }
    result.events = last
    result.head = previous.hexadecimal
    return log
  }

  /// Event numbers run from 1 without gaps.
  private static func verifyNumber(_ seq: Int, after last: Int, _ result: inout Verification) {
    guard seq > 0 else {
      result.find(
        "#\(seq)", "dit nummer kan niet: de eerste is 1", "this number is not possible: the first is 1")
      return
    }
    let expected = max(last, 0) + 1
    guard seq != expected else { return }
    let isOne = seq == expected + 1
    result.find(
      "#\(expected)",
      isOne
        ? "gebeurtenis \(expected) ontbreekt"
        : "gebeurtenissen \(expected) tot en met \(seq - 1) ontbreken",
      isOne ? "event \(expected) is gone" : "events \(expected) to \(seq - 1) are gone")
  }

  /// Says that an event cannot be read.
  static func unreadable(_ seq: Int, _ result: inout Verification) {
    result.find(
      "#\(seq)",
      "deze gebeurtenis is niet te lezen: zij is veranderd, of door een nieuwere cyclus geschreven",
      "this event cannot be read: it was changed, or written by a newer cyclus")
  }
}
