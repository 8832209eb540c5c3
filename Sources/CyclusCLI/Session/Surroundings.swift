import CyclusCore
import Glibc

/// What a process finds around it; a test gives its own.
public struct Surroundings: Sendable {
  /// The environment variables.
  public var variables: [String: String]
  /// The OS user.
  public var account: String
  /// The clock.
  public var now: @Sendable () -> Instant

  /// Creates surroundings.
  public init(variables: [String: String], account: String, now: @escaping @Sendable () -> Instant) {
    self.variables = variables
    self.account = account
    self.now = now
  }

  /// Those of this process.
  public static func real() -> Surroundings {
    var variables: [String: String] = [:]
    for name in [
      "CYCLUS_DB", "CYCLUS_AS", "CYCLUS_TODAY", "CYCLUS_LANG", "CYCLUS_SETTINGS", "XDG_DATA_HOME",
      "XDG_CONFIG_HOME", "HOME", "NO_COLOR", "CYCLUS_COUNT_WORK",
    ] {
      if let value = getenv(name) { variables[name] = String(cString: value) }
    }
    return Surroundings(variables: variables, account: accountName(), now: clock)
  }

  /// A variable that is set and not empty.
  func value(_ name: String) -> String? {
    variables[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  private static func accountName() -> String {
    guard let entry = getpwuid(getuid()), let name = entry.pointee.pw_name else { return "uid-\(getuid())" }
    return String(cString: name)
  }

  @Sendable private static func clock() -> Instant {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Instant(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
  }
}
