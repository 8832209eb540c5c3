/// Splits the text of a CSV file into records and cells in one pass, and knows where each cell starts.
///
/// It reads RFC 4180 and what programs write besides: CR, LF and CR LF, blanks around a quoted cell, a
/// quotation mark in the middle of an unquoted cell (kept as it is), no line end after the last record.
struct CSVLexer {
  /// One record: its cells, trimmed, and where each of them starts.
  struct Record {
    var cells: [String] = []
    var positions: [TextPosition] = []
    let position: TextPosition
  }

  /// The faults found so far, in the order of the file.
  private(set) var faults: [CSVFault] = []
  /// How many records were read, empty ones included: a spreadsheet numbers its rows so.
  private(set) var count = 0

  private let bytes: [UInt8]
  private let delimiter: UInt8
  private var index = 0
  private var line = 1
  private var column = 1

  init(text: String) {
    bytes = Array(text.utf8)
    if let declared = Self.declaredDelimiter(in: bytes) {
      delimiter = declared
      index = 5
      endLine()
    } else {
      delimiter = Self.likelyDelimiter(in: bytes)
    }
  }

  /// The next record, or nil at the end of the text.
  mutating func next() -> Record? {
    guard index < bytes.count else { return nil }
    var record = Record(position: TextPosition(line: line, column: column))
    count += 1
    while true {
      skipBlanks()
      record.positions.append(TextPosition(line: line, column: column))
      record.cells.append(current == quote ? quotedCell() : plainCell())
      guard current == delimiter else { break }
      advance()
    }
    endLine()
    return record
  }

  /// The next record that is more than an empty line, or nil at the end of the text.
  mutating func nextFilled() -> Record? {
    while let record = next() {
      if record.cells != [""] { return record }
    }
    return nil
  }

  // MARK: Cells

  private mutating func plainCell() -> String {
    let start = index
    while let byte = current, byte != delimiter, !isLineEnd(byte) { advance() }
    return trimmed(bytes[start..<index])
  }

  private mutating func quotedCell() -> String {
    let opened = TextPosition(line: line, column: column)
    var content: [UInt8] = []
    advance()
    while let byte = current {
      if isLineEnd(byte) {
        let start = index
        endLine()
        content += bytes[start..<index]
        continue
      }
      advance()
      if byte == quote {
        guard current == quote else { return closed(content, opened: opened) }
        advance()
      }
      content.append(byte)
    }
    faults.append(.unclosedQuote(opened))
    return trimmed(content[...])
  }

  /// Reads what follows a closing quotation mark; anything but blanks is a fault, and is kept.
  private mutating func closed(_ content: [UInt8], opened: TextPosition) -> String {
    skipBlanks()
    guard let byte = current, byte != delimiter, !isLineEnd(byte) else { return trimmed(content[...]) }
    faults.append(.textAfterQuote(opened: opened.line, TextPosition(line: line, column: column)))
    return trimmed(content[...]) + plainCell()
  }

  private mutating func skipBlanks() {
    while let byte = current, byte == 0x20 || byte == 0x09, byte != delimiter { advance() }
  }

  // MARK: Position

  private var current: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func advance() {
    index += 1
    if index >= bytes.count || bytes[index] & 0xC0 != 0x80 { column += 1 }
  }

  /// Steps over CR LF, CR or LF; does nothing anywhere else.
  private mutating func endLine() {
    guard let byte = current, isLineEnd(byte) else { return }
    index += byte == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A ? 2 : 1
    line += 1
    column = 1
  }

  // MARK: Delimiter

  /// The delimiter that a first line such as `sep=;` names.
  private static func declaredDelimiter(in bytes: [UInt8]) -> UInt8? {
    guard bytes.count >= 5, bytes.prefix(4).map({ $0 | 0x20 }) == Array("sep=".utf8.map { $0 | 0x20 }),
      bytes[4] < 0x80, bytes[4] != quote, !isLineEnd(bytes[4]), bytes.count == 5 || isLineEnd(bytes[5])
    else { return nil }
    return bytes[4]
  }

  private static func likelyDelimiter(in bytes: [UInt8]) -> UInt8 {
    var counts: [UInt8: Int] = [:]
    var quoted = false
    var seen = false
    for byte in bytes {
      if byte == quote { quoted.toggle() }
      if quoted { continue }
      if isLineEnd(byte) && seen { break }
      seen = seen || !(isLineEnd(byte) || byte == 0x20)
      counts[byte, default: 0] += 1
    }
    let semicolon = UInt8(ascii: ";")
    return [UInt8(ascii: ","), 0x09].reduce(semicolon) {
      counts[$1, default: 0] > counts[$0, default: 0] ? $1 : $0
    }
  }
}

private let quote = UInt8(ascii: "\"")

private func isLineEnd(_ byte: UInt8) -> Bool {
  byte == 0x0A || byte == 0x0D
}

/// The text of a cell without the blanks, no-break spaces and byte order marks around it.
private func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
  let text = String(decoding: bytes, as: UTF8.self)
  guard let first = bytes.first, let last = bytes.last else { return text }
  if first > 0x20 && first < 0x80 && last > 0x20 && last < 0x80 { return text }
  let scalars = text.unicodeScalars
  guard let start = scalars.firstIndex(where: { !isBlank($0) }),
    let end = scalars.lastIndex(where: { !isBlank($0) })
  else { return "" }
  return String(scalars[start...end])
}

private func isBlank(_ scalar: Unicode.Scalar) -> Bool {
  scalar.properties.isWhitespace || scalar == "\u{FEFF}"
}
