extension JSONScanner {
  /// Reads a string from its opening quote to after its closing one.
  mutating func string() throws(JSONProblem) -> String {
    let start = position
    position += 1
    let isASCII = skipPlain()
    guard position < count else { throw problem("the string does not end", at: start) }
    guard bytes[position] == 0x22 else { return try escapedString(from: start) }
    let contents = UnsafeBufferPointer(rebasing: bytes[(start + 1)..<position])
    position += 1
    return isASCII ? String(decoding: contents, as: UTF8.self) : try text(contents, at: start)
  }

  /// Reads the rest of a string in which an escape or a fault has been met.
  private mutating func escapedString(from start: Int) throws(JSONProblem) -> String {
    var unescaped = Array(bytes[(start + 1)..<position])
    while position < count {
      switch bytes[position] {
      case 0x22:
        position += 1
        return try unescaped.withUnsafeBufferPointer { (contents) throws(JSONProblem) in
          try text(contents, at: start)
        }
      case 0x5C:
        guard position + 1 < count else { throw problem("the string does not end", at: start) }
        try escape(into: &unescaped)
      case 0..<0x20:
        throw problem("a control character in a string must be escaped", at: position)
      default:
        let run = position
        _ = skipPlain()
        unescaped.append(contentsOf: bytes[run..<position])
      }
    }
    throw problem("the string does not end", at: start)
  }

  /// Reads an escape from its backslash, after which at least one byte stands.
  private mutating func escape(into unescaped: inout [UInt8]) throws(JSONProblem) {
    let start = position
    position += 2
    switch bytes[start + 1] {
    case 0x22: unescaped.append(0x22)
    case 0x5C: unescaped.append(0x5C)
    case 0x2F: unescaped.append(0x2F)
    case 0x62: unescaped.append(0x08)
    case 0x66: unescaped.append(0x0C)
    case 0x6E: unescaped.append(0x0A)
    case 0x72: unescaped.append(0x0D)
    case 0x74: unescaped.append(0x09)
    case 0x75:
      let scalar = try escapedScalar(at: start)
      unescaped.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    default: throw problem("unknown escape", at: start)
    }
  }

  /// Reads the four digits after `\u`, and those of the second half of a pair: RFC 8259, section 7.
  private mutating func escapedScalar(at start: Int) throws(JSONProblem) -> Unicode.Scalar {
    let first = try hexadecimal(at: start)
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard first < 0xDC00, position + 1 < count, bytes[position] == 0x5C, bytes[position + 1] == 0x75 else {
      throw problem("half of a surrogate pair", at: start)
    }
    position += 2
    let second = try hexadecimal(at: position - 2)
    guard 0xDC00...0xDFFF ~= second,
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw problem("half of a surrogate pair", at: start) }
    return scalar
  }

  private mutating func hexadecimal(at start: Int) throws(JSONProblem) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      let byte = position < count ? bytes[position] : 0
      switch byte {
      case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
      case 0x41...0x46, 0x61...0x66: value = value << 4 | UInt32((byte | 0x20) - 0x57)
      default: throw problem("expected four hexadecimal digits after \"\\u\"", at: start)
      }
      position += 1
    }
    return value
  }

  /// Moves to the next quote, backslash or control character, and tells whether all before it was ASCII.
  ///
  /// Eight bytes are looked at together while there are eight: a byte of `(word - 0x01…01) & ~word` has its
  /// high bit set where that byte of `word` is zero. Bytes after the first such one may be marked wrongly,
  /// which only sends the search to the loop byte by byte early.
  private mutating func skipPlain() -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs = ones &* 0x80
    var seen: UInt64 = 0
    while position + 8 <= count {
      let word = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: position, as: UInt64.self)
      let quote = word ^ (ones &* 0x22)
      let backslash = word ^ (ones &* 0x5C)
      let found =
        (quote &- ones) & ~quote | (backslash &- ones) & ~backslash | (word &- (ones &* 0x20)) & ~word
      if found & highs != 0 { break }
      seen |= word
      position += 8
    }
    while position < count {
      let byte = bytes[position]
      if byte == 0x22 || byte == 0x5C || byte < 0x20 { break }
      seen |= UInt64(byte)
      position += 1
    }
    return seen & highs == 0
  }

  /// Takes over bytes as a text, which must be UTF-8; the library would put U+FFFD for what is not.
  private func text(_ contents: UnsafeBufferPointer<UInt8>, at start: Int) throws(JSONProblem) -> String {
    guard let span = try? UTF8Span(validating: contents.span) else {
      throw problem("the string holds bytes that are not UTF-8", at: start)
    }
    return String(copying: span)
  }
}
