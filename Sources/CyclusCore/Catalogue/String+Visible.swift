extension String {
  /// Whether a reader sees nothing of it: it is empty, or holds only white space and characters without a shape.
  ///
  /// Such characters are the zero-width space (U+200B), a byte order mark, marks of direction, and fillers.
  public var isBlank: Bool { !unicodeScalars.contains { !$0.isUnseen } }

  /// Whether it holds more than what nobody sees and marks of punctuation: a mere hyphen says as little as a blank.
  public var saysSomething: Bool {
    contains { !$0.isPunctuation && $0.unicodeScalars.contains { !$0.isUnseen } }
  }
}

extension Unicode.Scalar {
  /// Whether nobody sees it: white space, a control or format character, or one that is made to be ignored.
  public var isUnseen: Bool {
    if 0x21..<0x7F ~= value { return false }
    switch properties.generalCategory {
    case .control, .format, .spaceSeparator, .lineSeparator, .paragraphSeparator: return true
    default:
      // U+2800 is the pattern of braille without dots.
      return properties.isWhitespace || properties.isDefaultIgnorableCodePoint || value == 0x2800
    }
  }
}
