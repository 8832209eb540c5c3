import Glibc
import Synchronization

/// Runs a program with a terminal of 80 columns as its output, so that it lays out as for a person.
enum TerminalProcess {
  static func run(_ path: String, _ arguments: [String], _ variables: [String: String]) -> (
    out: String, err: String, code: Int32
  ) {
    let (process, master, errors) = started(path, arguments, variables)
    let (out, err) = drained(master, errors)
    close(master)
    close(errors)
    var status: Int32 = 0
    waitpid(process, &status, 0)
    let code = status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
    return (out, err, code)
  }

  /// One at a time, so that no program inherits the ends of another.
  private static let starting = Mutex(())

  private static func started(_ path: String, _ arguments: [String], _ variables: [String: String]) -> (
    process: pid_t, master: Int32, errors: Int32
  ) {
    starting.withLock { _ in
      var (master, slave): (Int32, Int32) = (-1, -1)
      var size = winsize(ws_row: 50, ws_col: 80, ws_xpixel: 0, ws_ypixel: 0)
      precondition(openpty(&master, &slave, nil, nil, &size) == 0, "no terminal can be made")
      var settings = termios()
      tcgetattr(slave, &settings)
      cfmakeraw(&settings)
      tcsetattr(slave, TCSANOW, &settings)
      var errors: [Int32] = [0, 0]
      precondition(pipe(&errors) == 0, "no pipe can be made")
      for end in [master, slave] + errors { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      let process = spawn(path, arguments, variables, out: slave, err: errors[1])
      close(slave)
      close(errors[1])
      return (process, master, errors[0])
    }
  }

  private static func spawn(
    _ path: String, _ arguments: [String], _ variables: [String: String], out: Int32, err: Int32
  ) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, out, 1)
    posix_spawn_file_actions_adddup2(&actions, err, 2)
    var argv = ([path] + arguments).map { strdup($0) } + [nil]
    var environment = variables.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for pointer in argv + environment { free(pointer) } }
    var process: pid_t = 0
    let failure = posix_spawn(&process, path, &actions, nil, &argv, &environment)
    precondition(failure == 0, "\(path) cannot be run: \(String(cString: strerror(failure)))")
    return process
  }

  /// Reads both ends until they are closed; a terminal whose other end is closed gives EIO.
  private static func drained(_ out: Int32, _ err: Int32) -> (String, String) {
    var texts: [[UInt8]] = [[], []]
    var ends = [
      pollfd(fd: out, events: Int16(POLLIN), revents: 0), pollfd(fd: err, events: Int16(POLLIN), revents: 0),
    ]
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while ends.contains(where: { $0.fd >= 0 }) {
      guard poll(&ends, 2, -1) >= 0 || errno == EINTR else { break }
      for index in 0..<2 where ends[index].fd >= 0 && ends[index].revents != 0 {
        let count = read(ends[index].fd, &buffer, buffer.count)
        if count > 0 { texts[index] += buffer[..<count] } else { ends[index].fd = -1 }
      }
    }
    return (String(decoding: texts[0], as: UTF8.self), String(decoding: texts[1], as: UTF8.self))
  }
}
