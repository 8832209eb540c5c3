import CyclusCore

/// How snapshots and compiled workflows are stored: JSON with sorted keys, so that equal values have equal bytes.
///
/// Every command reads one of each before it does anything else. Foundation's coder takes eight milliseconds for that in
/// a static binary, mostly looking up conformances at run time; this one walks the synthesised `Codable` code directly.
enum StateCodec {
  /// The bytes of a value.
  static func encode(_ value: some Encodable) throws -> [UInt8] {
    let box = StateEncoder()
    try value.encode(to: box)
    return Array(box.value.canonical.utf8)
  }

  /// Reads a value back.
  ///
  /// - Throws: `JSONProblem` or `DecodingError` where the bytes are not those of such a value.
  static func decode<Value: Decodable>(_ type: Value.Type, from bytes: [UInt8]) throws -> Value {
    try Value(from: StateDecoder(try JSONParser.parse(bytes)))
  }
}
