/// The text of a file that a person saved, with the encoding in which it was found.
///
/// UTF-8 is read with or without a byte order mark; bytes that are no UTF-8 are read as Windows-1252, which
/// is what Excel writes as "CSV". A file with a UTF-8 byte order mark is never taken for Windows-1252.
public struct TextFile: Equatable, Sendable {
  /// The encoding in which the bytes of a text file were found.
  public enum Encoding: String, Equatable, Sendable, CaseIterable {
    /// UTF-8 without a byte order mark; plain ASCII is this too.
    case utf8 = "UTF-8"
    /// UTF-8 that starts with the byte order mark EF BB BF.
    case utf8WithMark = "UTF-8 (BOM)"
    /// The Western European code page of Windows.
    case windows1252 = "Windows-1252"
  }

  /// The text without its byte order mark; line ends are as they stand in the file.
  public let text: String

  /// The encoding in which the file was found.
  public let encoding: Encoding

  /// Decodes the bytes of a file, or says why they are no text that can be read.
  public init(bytes: [UInt8]) throws(TextFileProblem) {
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      throw .spreadsheet
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { throw .utf16 }
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let content = bytes.dropFirst(hasMark ? 3 : 0)
    if let zero = content.firstIndex(of: 0) {
      if bytes.starts(with: [0x50, 0x4B]) { throw .spreadsheet }
      throw .zeroByte(TextPosition(of: zero, in: content))
    }
    if let text = String(validating: content, as: UTF8.self) {
      self.text = text
      encoding = hasMark ? .utf8WithMark : .utf8
    } else if hasMark {
      throw .invalidUTF8(TextPosition(of: Self.firstInvalid(in: content), in: content))
    } else {
      text = try Self.windows1252(content)
      encoding = .windows1252
    }
  }

  /// Where the first byte stands that no UTF-8 sequence can hold.
  private static func firstInvalid(in content: ArraySlice<UInt8>) -> Int {
    var parser = Unicode.UTF8.ForwardParser()
    var source = content.makeIterator()
    var index = content.startIndex
    while case .valid(let scalar) = parser.parseScalar(from: &source) { index += scalar.count }
    return min(index, content.endIndex)
  }

  private static func windows1252(_ content: ArraySlice<UInt8>) throws(TextFileProblem) -> String {
    var scalars = String.UnicodeScalarView()
    for (index, byte) in zip(content.indices, content) {
      switch byte {
      case 0x80...0x9F:
        guard let scalar = windows1252High[Int(byte) - 0x80] else {
          throw .undefinedByte(byte, TextPosition(of: index, in: content, bytesAreCharacters: true))
        }
        scalars.append(scalar)
      default:
        scalars.append(Unicode.Scalar(byte))
      }
    }
    return String(scalars)
  }

  /// What the bytes 80 to 9F mean in Windows-1252; nil for the five that it leaves undefined.
  private static let windows1252High: [Unicode.Scalar?] = [
    "€", nil, "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", nil, "Ž", nil,
    nil, "‘", "’", "“", "”", "•", "–", "—", "\u{02DC}", "™", "š", "›", "œ", nil, "ž", "Ÿ",
  ]
}

/// A place in a text file: line and column, both counted from 1.
public struct TextPosition: Equatable, Sendable {
  /// The line, counted from 1; a line ends with LF, CR or CR LF.
  public let line: Int

  /// The column, counted from 1 in Unicode scalars.
  public let column: Int

  /// Names a place by its line and column, both counted from 1.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// Finds line and column of the byte at `index`; continuation bytes of UTF-8 are no column of their own.
  init(of index: Int, in bytes: ArraySlice<UInt8>, bytesAreCharacters: Bool = false) {
    var line = 1
    var column = 1
    var previous: UInt8 = 0
    for byte in bytes[bytes.startIndex..<index] {
      if byte == 0x0A && previous == 0x0D {
        // The second half of CR LF: the line was counted at the CR.
      } else if byte == 0x0A || byte == 0x0D {
        line += 1
        column = 1
      } else if bytesAreCharacters || byte & 0xC0 != 0x80 {
        column += 1
      }
      previous = byte
    }
    self.init(line: line, column: column)
  }
}

/// Why the bytes of a file cannot be read as text.
public enum TextFileProblem: Error, Equatable, Sendable {
  /// The file is UTF-16, which Excel calls "Unicode text".
  case utf16
  /// The file is a spreadsheet (.xlsx or .xls), not text.
  case spreadsheet
  /// The file holds a NUL byte, which no text does.
  case zeroByte(TextPosition)
  /// The file starts with the byte order mark of UTF-8 and then holds bytes that are not UTF-8.
  case invalidUTF8(TextPosition)
  /// The file is not UTF-8, and Windows-1252 has no character for this byte.
  case undefinedByte(UInt8, TextPosition)

  /// Where in the file the fault was found; nil where the whole file is of the wrong kind.
  public var position: TextPosition? {
    switch self {
    case .utf16, .spreadsheet: nil
    case .zeroByte(let position), .invalidUTF8(let position), .undefinedByte(_, let position): position
    }
  }

  /// The problem and its remedy in Dutch, without the place.
  public var nl: String {
    switch self {
    case .utf16: "het bestand is UTF-16; sla het op als \"CSV UTF-8\""
    case .spreadsheet: "dit is een spreadsheet (.xlsx of .xls), geen tekst; sla het op als \"CSV UTF-8\""
    case .zeroByte: "het bestand bevat een NUL-byte en is dus geen tekst; sla het op als \"CSV UTF-8\""
    case .invalidUTF8:
      "het bestand begint als UTF-8, maar deze byte is dat niet; sla het opnieuw op als \"CSV UTF-8\""
    case .undefinedByte(let byte, _):
      "byte \(hexadecimal(byte)) bestaat niet in UTF-8 en niet in Windows-1252; "
        + "sla het bestand op als \"CSV UTF-8\""
    }
  }

  /// The problem and its remedy in English, without the place.
  public var en: String {
    switch self {
    case .utf16: "the file is UTF-16; save it as \"CSV UTF-8\""
    case .spreadsheet: "this is a spreadsheet (.xlsx or .xls), not text; save it as \"CSV UTF-8\""
    case .zeroByte: "the file holds a NUL byte, so it is not text; save it as \"CSV UTF-8\""
    case .invalidUTF8: "the file starts as UTF-8, but this byte is not; save it as \"CSV UTF-8\" again"
    case .undefinedByte(let byte, _):
      "byte \(hexadecimal(byte)) exists neither in UTF-8 nor in Windows-1252; "
        + "save the file as \"CSV UTF-8\""
    }
  }

  private func hexadecimal(_ byte: UInt8) -> String {
    "0x" + String(byte, radix: 16, uppercase: true)
  }
}
