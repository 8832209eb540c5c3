/// Writes JSON values as text by RFC 8259, in one of three layouts.
///
/// Only what must be escaped is: quotes, backslashes and control characters. A number that is not finite,
/// which JSON has no notation for, is written as `null`.
struct JSONWriter {
  /// How members and elements are laid out.
  enum Layout {
    case compact, pretty, canonical
  }

  private let layout: Layout
  private var bytes: [UInt8] = []

  /// Writes a value in a layout.
  static func write(_ value: JSONValue, as layout: Layout) -> String {
    var writer = JSONWriter(layout: layout)
    writer.write(value, depth: 0)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  private init(layout: Layout) {
    self.layout = layout
  }

  private mutating func write(_ value: JSONValue, depth: Int) {
    switch value {
    case .null: write("null")
    case .bool(let flag): write(flag ? "true" : "false")
    case .integer(let integer): write(integer.description)
    case .number(let number): write(number.isFinite ? number.description : "null")
    case .string(let text): write(quoted: text)
    case .array(let list):
      write(list, between: 0x5B, and: 0x5D, depth: depth) { $0.write($1, depth: $2) }
    case .object(let object):
      let members = layout == .canonical ? sorted(object) : Array(object)
      write(members, between: 0x7B, and: 0x7D, depth: depth) { writer, member, depth in
        writer.write(quoted: member.key)
        writer.bytes.append(0x3A)
        if writer.layout == .pretty { writer.bytes.append(0x20) }
        writer.write(member.value, depth: depth)
      }
    }
  }

  private mutating func write<Item>(
    _ items: [Item], between open: UInt8, and close: UInt8, depth: Int,
    item write: (inout JSONWriter, Item, Int) -> Void
  ) {
    bytes.append(open)
    var isFirst = true
    for item in items {
      if !isFirst { bytes.append(0x2C) }
      isFirst = false
      breakLine(depth: depth + 1)
      write(&self, item, depth + 1)
    }
    if !isFirst { breakLine(depth: depth) }
    bytes.append(close)
  }

  private mutating func breakLine(depth: Int) {
    guard layout == .pretty else { return }
    bytes.append(0x0A)
    for _ in 0..<(2 * depth) { bytes.append(0x20) }
  }

  private mutating func write(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }

  /// Writes runs without anything to escape at once.
  private mutating func write(quoted text: String) {
    bytes.append(0x22)
    var text = text
    text.withUTF8 { contents in
      var run = 0
      for index in 0..<contents.count {
        let byte = contents[index]
        guard byte < 0x20 || byte == 0x22 || byte == 0x5C else { continue }
        bytes.append(contentsOf: contents[run..<index])
        write(escaped: byte)
        run = index + 1
      }
      bytes.append(contentsOf: contents[run...])
    }
    bytes.append(0x22)
  }

  private mutating func write(escaped byte: UInt8) {
    switch byte {
    case 0x22: write("\\\"")
    case 0x5C: write("\\\\")
    case 0x08: write("\\b")
    case 0x09: write("\\t")
    case 0x0A: write("\\n")
    case 0x0C: write("\\f")
    case 0x0D: write("\\r")
    default: write("\\u00" + padded(hexadecimal: byte))
    }
  }

  private func padded(hexadecimal byte: UInt8) -> String {
    (byte < 0x10 ? "0" : "") + String(byte, radix: 16)
  }

  /// Sorts by the bytes of the keys; the order of Swift strings follows Unicode normalisation instead.
  private func sorted(_ object: JSONObject) -> [JSONObject.Element] {
    object.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
  }
}

extension JSONValue {
  /// The value as JSON without blanks: `{"id":"T1","weeks":[1,2]}`.
  public var compact: String { JSONWriter.write(self, as: .compact) }

  /// The value as JSON on lines, indented by two blanks a level.
  public var pretty: String { JSONWriter.write(self, as: .pretty) }

  /// The value as JSON without blanks and with the keys of every object sorted by their bytes in UTF-8.
  ///
  /// Two objects that differ only in the order of their keys have the same canonical text, as a hash asks.
  public var canonical: String { JSONWriter.write(self, as: .canonical) }
}
