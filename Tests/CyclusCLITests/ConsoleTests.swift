import Glibc
import Testing

@testable import CyclusCLI

@Suite struct ConsoleTests {
  private let none: (String) -> String? = { _ in nil }

  @Test func aRecordingKeepsOutputAndErrorsApart() {
    let recording = ConsoleRecording()
    let console = recording.console(width: 60)
    console.out("T1  Zoë")
    console.write("a,b\n")
    console.out(["x", "y"])
    console.err("remark")
    console.flush()
    #expect(recording.out == "T1  Zoë\na,b\nx\ny\n")
    #expect(recording.err == "remark\n")
    #expect(console.width == 60)
    #expect(!console.isTerminal && !console.colour && !console.isClosed && console.failure == nil)
  }

  @Test func textIsStyledOnlyWhereColourIsOn() {
    let recording = ConsoleRecording()
    #expect(recording.console().styled("late", .red) == "late")
    #expect(recording.console(colour: true).styled("late", .red) == "\u{1B}[31mlate\u{1B}[0m")
    #expect(recording.console(colour: true).styled("late", .plain) == "late")
    #expect(recording.console(colour: true).styled("", .red) == "")
  }

  @Test func colourAsksForATerminalAndNoObjection() {
    #expect(Console.wantsColour(noColor: false, isTerminal: true, environment: none))
    #expect(Console.wantsColour(noColor: false, isTerminal: true) { $0 == "NO_COLOR" ? "" : "xterm" })
    #expect(!Console.wantsColour(noColor: true, isTerminal: true, environment: none))
    #expect(!Console.wantsColour(noColor: false, isTerminal: false, environment: none))
    #expect(!Console.wantsColour(noColor: false, isTerminal: true) { $0 == "NO_COLOR" ? "1" : nil })
    #expect(!Console.wantsColour(noColor: false, isTerminal: true) { $0 == "TERM" ? "dumb" : nil })
  }

  @Test func theWindowDecidesTheWidthThenCOLUMNSThenEighty() {
    #expect(Console.terminalWidth(window: 132) { _ in "100" } == 132)
    #expect(Console.terminalWidth(window: nil) { _ in "100" } == 100)
    #expect(Console.terminalWidth(window: 0) { _ in "100" } == 100)
    #expect(Console.terminalWidth(window: 0) { _ in "wide" } == 80)
    #expect(Console.terminalWidth(window: nil) { _ in "-3" } == 80)
    #expect(Console.terminalWidth(window: nil, environment: none) == 80)
  }

  @Test func outputIsHeldBackUntilTheFlushAndGoesBeforeAnError() throws {
    let pipe = try Pipe()
    let console = Console(sink: StandardSink(out: pipe.writing, err: pipe.writing, holdsBack: true))
    console.out("one")
    #expect(pipe.available == 0)
    console.err("two")
    #expect(pipe.read() == "one\ntwo\n")
    console.out("three")
    console.flush()
    console.flush()
    #expect(pipe.read() == "three\n")
  }

  @Test func aTerminalGetsEachLineAtOnce() throws {
    let pipe = try Pipe()
    Console(sink: StandardSink(out: pipe.writing, err: pipe.writing, holdsBack: false)).out("one")
    #expect(pipe.read() == "one\n")
  }

  @Test func aClosedPipeIsNoFailureAndEndsOutput() throws {
    signal(SIGPIPE, SIG_IGN)
    let pipe = try Pipe()
    let errors = try Pipe()
    let console = Console(sink: StandardSink(out: pipe.writing, err: errors.writing, holdsBack: true))
    pipe.closeReading()
    console.out("lost")
    console.flush()
    #expect(console.isClosed)
    #expect(console.failure == nil)
    console.out("dropped")
    console.flush()
    #expect(errors.available == 0)
  }

  @Test func aFullDiskIsAFailureThatIsTold() throws {
    let full = open("/dev/full", O_WRONLY)
    defer { close(full) }
    let console = Console(sink: StandardSink(out: full, err: full, holdsBack: true))
    console.out("lost")
    #expect(console.failure == nil)
    console.flush()
    let failure = try #require(console.failure)
    #expect(failure.code == ENOSPC)
    #expect(failure.nl == "de uitvoer kon niet worden geschreven: No space left on device")
    #expect(failure.en == "the output could not be written: No space left on device")
    #expect(!console.isClosed)
  }

  @Test func aLargeOutputIsWrittenWholeToASlowReader() throws {
    let pipe = try Pipe()
    _ = fcntl(pipe.writing, F_SETFL, O_NONBLOCK)
    let reading = pipe.reading
    let length = 1_000_000
    let reader = Reader(descriptor: reading, length: length)
    reader.start()
    let console = Console(sink: StandardSink(out: pipe.writing, err: pipe.writing, holdsBack: true))
    console.write(String(repeating: "x", count: length))
    console.flush()
    #expect(reader.join() == length)
    #expect(console.failure == nil)
  }
}

/// A pipe of the operating system whose ends close with it.
private final class Pipe {
  let reading: Int32
  let writing: Int32
  private var readingIsOpen = true

  init() throws {
    var ends: [Int32] = [0, 0]
    let status = pipe(&ends)
    try #require(status == 0)
    (reading, writing) = (ends[0], ends[1])
  }

  deinit {
    closeReading()
    close(writing)
  }

  func closeReading() {
    if readingIsOpen { close(reading) }
    readingIsOpen = false
  }

  var available: Int32 {
    var count: Int32 = 0
    _ = ioctl(reading, UInt(FIONREAD), &count)
    return count
  }

  func read() -> String {
    var bytes = [UInt8](repeating: 0, count: Int(available))
    let count = Glibc.read(reading, &bytes, bytes.count)
    return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
  }
}

/// Reads a number of bytes on a thread of its own, slowly.
private final class Reader: @unchecked Sendable {
  private let descriptor: Int32
  private let length: Int
  private var total = 0
  private var thread = pthread_t()

  init(descriptor: Int32, length: Int) {
    self.descriptor = descriptor
    self.length = length
  }

  func start() {
    pthread_create(
      &thread, nil,
      { context in
        if let context { Unmanaged<Reader>.fromOpaque(context).takeUnretainedValue().run() }
        return nil
      }, Unmanaged.passUnretained(self).toOpaque())
  }

  func join() -> Int {
    pthread_join(thread, nil)
    return total
  }

  private func run() {
    var bytes = [UInt8](repeating: 0, count: 30_000)
    while total < length {
      usleep(500)
      let count = read(descriptor, &bytes, bytes.count)
      if count <= 0 { return }
      total += count
    }
  }
}
