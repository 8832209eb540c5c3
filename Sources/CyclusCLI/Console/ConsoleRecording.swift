import Synchronization

/// Keeps what a command writes, for tests that run it in process.
///
/// `let recording = ConsoleRecording(); run(recording.console(width: 80)); recording.out`
public final class ConsoleRecording: ConsoleSink {
  private let texts = Mutex((out: "", err: ""))

  /// Makes an empty recording.
  public init() {}

  /// A console that writes into this recording.
  public func console(width: Int? = nil, colour: Bool = false, isTerminal: Bool = false) -> Console {
    Console(sink: self, width: width, colour: colour, isTerminal: isTerminal)
  }

  /// All that was written to standard output.
  public var out: String { texts.withLock { $0.out } }

  /// All that was written to standard error.
  public var err: String { texts.withLock { $0.err } }

  /// Adds text to the recorded output.
  public func out(_ text: String) {
    texts.withLock { $0.out += text }
  }

  /// Adds text to the recorded errors.
  public func err(_ text: String) {
    texts.withLock { $0.err += text }
  }

  /// Does nothing: a recording holds nothing back.
  public func flush() {}

  /// Always false: a recording is never closed.
  public var isClosed: Bool { false }

  /// Always nil: a recording cannot fail.
  public var failure: OutputFailure? { nil }
}
