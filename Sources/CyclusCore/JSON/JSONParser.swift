/// Reads JSON by RFC 8259, strictly: no trailing commas, no key twice in an object, at most 128 levels deep.
///
/// A whole number that fits in 64 bits becomes `.integer`, any other number `.number`. Text must be UTF-8,
/// and every escaped surrogate must stand in a pair.
public enum JSONParser {
  /// The number of arrays and objects that may lie inside each other.
  public static let depthLimit = 128

  /// Reads the one value in a text.
  ///
  /// - Throws: The first fault, with its place.
  public static func parse(_ text: String) throws(JSONProblem) -> JSONValue {
    var text = text
    // `withUTF8` forgets the type of what its closure throws, so the outcome is carried through as a value.
    return try text.withUTF8 { bytes in
      Result { () throws(JSONProblem) in try parse(bytes) }
    }.get()
  }

  /// Reads the one value in bytes of UTF-8.
  ///
  /// - Throws: The first fault, with its place.
  public static func parse(_ bytes: [UInt8]) throws(JSONProblem) -> JSONValue {
    try bytes.withUnsafeBufferPointer { (buffer) throws(JSONProblem) in try parse(buffer) }
  }

  /// Reads the one value in memory that is lent for the length of the call, such as a column of a database
  /// row.
  ///
  /// - Throws: The first fault, with its place.
  public static func parse(_ bytes: UnsafeBufferPointer<UInt8>) throws(JSONProblem) -> JSONValue {
    var scanner = JSONScanner(bytes)
    return try scanner.document()
  }
}
