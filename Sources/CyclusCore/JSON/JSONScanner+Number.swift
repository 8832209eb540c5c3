extension JSONScanner {
  /// Reads a number by the grammar of RFC 8259, section 6, from its sign or first digit.
  mutating func number() throws(JSONProblem) -> JSONValue {
    let start = position
    let isNegative = bytes[start] == 0x2D
    if isNegative { position += 1 }
    let integer = try integer(isNegative: isNegative)
    var isWhole = true
    if position < count, bytes[position] == 0x2E {
      isWhole = false
      position += 1
      try digits()
    }
    if position < count, bytes[position] | 0x20 == 0x65 {
      isWhole = false
      position += 1
      if position < count, bytes[position] == 0x2B || bytes[position] == 0x2D { position += 1 }
      try digits()
    }
    if isWhole, let integer { return .integer(integer) }
    // The grammar holds, so that the only number without a finite value is one that is too large.
    let text = String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<position]), as: UTF8.self)
    guard let number = Double(text), number.isFinite else {
      throw problem("the number \(text) is too large", at: start)
    }
    return .number(number)
  }

  /// Reads the digits before any fraction, and gives nil when their value does not fit.
  private mutating func integer(isNegative: Bool) throws(JSONProblem) -> Int64? {
    let start = position
    var value: Int64? = 0
    while position < count, case let digit = Int64(bytes[position]) - 0x30, 0...9 ~= digit {
      if position == start + 1, bytes[start] == 0x30 {
        throw problem("a number has no zero in front", at: start)
      }
      // Counted downwards, since the range reaches one further there.
      if let smaller = value {
        let (product, isTooLong) = smaller.multipliedReportingOverflow(by: 10)
        let (difference, isTooSmall) = product.subtractingReportingOverflow(digit)
        value = isTooLong || isTooSmall ? nil : difference
      }
      position += 1
    }
    guard position > start else { throw unexpected("a digit") }
    guard let value, !isNegative else { return value }
    return value == Int64.min ? nil : -value
  }

  private mutating func digits() throws(JSONProblem) {
    let start = position
    while position < count, 0x30...0x39 ~= bytes[position] { position += 1 }
    guard position > start else { throw unexpected("a digit") }
  }
}
