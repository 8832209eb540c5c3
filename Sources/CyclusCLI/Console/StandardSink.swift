import Glibc
import Synchronization

/// Writes to two file descriptors: output in blocks, or at once to a terminal; errors always at once.
///
/// A closed pipe (EPIPE) is no failure: what follows is dropped. Any other fault is kept in `failure`.
final class StandardSink: ConsoleSink {
  private struct State {
    var buffer: [UInt8] = []
    var isClosed = false
    var failure: OutputFailure?
  }

  private static let blockSize = 65_536

  private let outDescriptor: Int32
  private let errDescriptor: Int32
  private let holdsBack: Bool
  private let state = Mutex(State())

  init(out: Int32, err: Int32, holdsBack: Bool) {
    outDescriptor = out
    errDescriptor = err
    self.holdsBack = holdsBack
  }

  var isClosed: Bool { state.withLock { $0.isClosed } }

  var failure: OutputFailure? { state.withLock { $0.failure } }

  func out(_ text: String) {
    state.withLock { state in
      if state.isClosed || state.failure != nil { return }
      state.buffer += text.utf8
      if !holdsBack || state.buffer.count >= Self.blockSize { flush(&state) }
    }
  }

  /// Output goes first, so that a log that holds both keeps their order.
  func err(_ text: String) {
    state.withLock { state in
      flush(&state)
      // Nobody is left to tell that standard error itself cannot be written.
      _ = write(Array(text.utf8), to: errDescriptor)
    }
  }

  func flush() {
    state.withLock { flush(&$0) }
  }

  private func flush(_ state: inout State) {
    if state.buffer.isEmpty { return }
    switch write(state.buffer, to: outDescriptor) {
    case 0: break
    case EPIPE: state.isClosed = true
    case let code: state.failure = OutputFailure(code: code)
    }
    state.buffer.removeAll(keepingCapacity: true)
  }

  /// Writes all bytes and returns 0, or the error number; waits where the descriptor does not block.
  private func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
    bytes.withUnsafeBytes { pointer in
      var rest = pointer[...]
      while !rest.isEmpty {
        let count = Glibc.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if count >= 0 {
          rest = rest.dropFirst(count)
          continue
        }
        switch errno {
        case EINTR: continue
        case EAGAIN:
          var ready = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
          poll(&ready, 1, -1)
        case let code: return code
        }
      }
      return 0
    }
  }
}
