/// How a piece of text stands out in a terminal.
public enum Style: Sendable, CaseIterable {
  /// As the terminal shows text by itself.
  case plain
  /// Fainter, for what matters less.
  case dim
  /// For what is wrong or overdue.
  case red
  /// For what needs attention soon.
  case yellow
  /// For what is in order.
  case green
  /// For headings and what matters most.
  case bold

  /// The text between the escape sequences of the style, or the bare text without colour.
  public func applied(to text: String, colour: Bool) -> String {
    guard colour, !text.isEmpty, let code else { return text }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }

  /// The SGR parameter of ECMA-48.
  private var code: Int? {
    switch self {
    case .plain: nil
    case .bold: 1
    case .dim: 2
    case .red: 31
    case .green: 32
    case .yellow: 33
    }
  }
}
