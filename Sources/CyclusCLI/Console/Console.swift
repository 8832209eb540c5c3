import CyclusCore
import Glibc

/// Where a command writes: output, remarks and errors, and what the terminal can show.
///
/// A command gets it as a value, so that a test can run the command in process with a `ConsoleRecording`.
public struct Console: Sendable {
  /// The width to fit output to, in terminal cells; nil where output is no terminal and nothing is to be cut.
  public let width: Int?

  /// Whether output may hold colour.
  public let colour: Bool

  /// Whether output goes to a terminal, so that somebody may be there to answer a question.
  public let isTerminal: Bool

  private let sink: any ConsoleSink

  /// Makes a console that writes to `sink`.
  public init(sink: any ConsoleSink, width: Int? = nil, colour: Bool = false, isTerminal: Bool = false) {
    self.sink = sink
    self.width = width
    self.colour = colour
    self.isTerminal = isTerminal
  }

  /// The page on which a finding has to fit; nil where output is no terminal.
  public var page: SourceFile.Page? {
    width.map { width in
      SourceFile.Page(width: width) { TerminalText.hang(TerminalText.clean($0), width: width, indent: 6) }
    }
  }

  /// Writes one line of data to standard output.
  public func out(_ line: String = "") {
    sink.out(line + "\n")
  }

  /// Writes lines of data to standard output.
  public func out(_ lines: [String]) {
    for line in lines { out(line) }
  }

  /// Writes data to standard output as it is, without a line end of our own: CSV, JSON, a diagram.
  public func write(_ text: String) {
    sink.out(text)
  }

  /// Writes one line, a remark or an error, to standard error, after the output that came before it.
  public func err(_ line: String = "") {
    sink.err(line + "\n")
  }

  /// Writes whole lines to standard error as they are: findings about a file.
  public func writeToError(_ text: String) {
    sink.err(text)
  }

  /// The text in a style where output may hold colour, else the bare text.
  public func styled(_ text: String, _ style: Style) -> String {
    style.applied(to: text, colour: colour)
  }

  /// Writes what is still held back; the program calls it once, before it ends.
  public func flush() {
    sink.flush()
  }

  /// Whether the reader of the output has gone away, so that a long listing may stop.
  public var isClosed: Bool { sink.isClosed }

  /// Why output could not be written, for instance a full disk; nil when all went well or the reader closed
  /// the pipe.
  public var failure: OutputFailure? { sink.failure }
}

extension Console {
  /// The console of the process itself.
  ///
  /// Width is that of the terminal, else `COLUMNS`, else 80; nil without a terminal. Colour asks for a
  /// terminal, `NO_COLOR` unset or empty, `TERM` not `dumb`, and `noColor` false. A closed pipe no longer
  /// kills the process: output is dropped, the command finishes its work.
  public static func standard(noColor: Bool) -> Console {
    signal(SIGPIPE, SIG_IGN)
    let isTerminal = isatty(STDOUT_FILENO) == 1
    return Console(
      sink: StandardSink(out: STDOUT_FILENO, err: STDERR_FILENO, holdsBack: !isTerminal),
      width: isTerminal ? terminalWidth(window: windowWidth(), environment: environment) : nil,
      colour: wantsColour(noColor: noColor, isTerminal: isTerminal, environment: environment),
      isTerminal: isTerminal)
  }

  static func wantsColour(noColor: Bool, isTerminal: Bool, environment: (String) -> String?) -> Bool {
    isTerminal && !noColor && (environment("NO_COLOR") ?? "").isEmpty && environment("TERM") != "dumb"
  }

  static func terminalWidth(window: Int?, environment: (String) -> String?) -> Int {
    let columns = environment("COLUMNS").flatMap { Int($0) }
    return [window, columns].lazy.compactMap { $0 }.first { $0 > 0 } ?? 80
  }

  private static func windowWidth() -> Int? {
    var size = winsize()
    return ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 ? Int(size.ws_col) : nil
  }

  private static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}

/// What receives the text that a console writes.
public protocol ConsoleSink: Sendable {
  /// Takes text for standard output, as it is.
  func out(_ text: String)

  /// Takes text for standard error, as it is.
  func err(_ text: String)

  /// Writes what is still held back.
  func flush()

  /// Whether the reader of the output has gone away.
  var isClosed: Bool { get }

  /// Why output could not be written; nil when it could.
  var failure: OutputFailure? { get }
}

/// Why output could not be written; the program ends with 74 for it.
public struct OutputFailure: Error, Equatable, Sendable {
  /// The error number of the operating system.
  public let code: Int32

  /// The failure in Dutch.
  public var nl: String { "de uitvoer kon niet worden geschreven: \(reason)" }

  /// The failure in English.
  public var en: String { "the output could not be written: \(reason)" }

  private var reason: String { String(cString: strerror(code)) }
}
