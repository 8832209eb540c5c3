import Glibc

/// Reads files and standard input whole.
enum FileContent {
  /// Why a file could not be read.
  struct Problem: Error {
    /// The `errno`.
    var code: Int32
    /// What the operating system calls it.
    var reason: String { String(cString: strerror(code)) }
  }

  /// Whether there is something at a path.
  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// The bytes of a file; `-` is standard input.
  ///
  /// Opening does not wait for a pipe that nobody writes into: it is empty.
  static func read(_ path: String, atMost limit: Int = 256 << 20) throws(Problem) -> [UInt8] {
    let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw Problem(code: errno) }
    if path != "-" { _ = fcntl(descriptor, F_SETFL, 0) }
    defer { if path != "-" { close(descriptor) } }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw Problem(code: errno) }
      guard count > 0 else { return bytes }
      bytes += buffer[..<count]
      guard bytes.count <= limit else { throw Problem(code: EFBIG) }
    }
  }
}
