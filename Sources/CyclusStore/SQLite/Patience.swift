import CSQLite
import Glibc

/// How a connection waits for another process's lock: it looks again every few milliseconds, for a bounded time.
///
/// The handler of `sqlite3_busy_timeout` soon looks only ten times a second, and so misses the moments that a long
/// `apply` leaves between its transactions.
final class Patience {
  /// How long it waits between two looks, in microseconds; `Store.giveWay` leaves the lock for longer.
  static let pause: useconds_t = 3_000

  private let limit: Int64
  private var began: Int64 = 0

  /// Creates a patience of so many milliseconds.
  init(milliseconds: Int32) {
    limit = Int64(milliseconds)
  }

  /// Makes a connection wait so; the patience has to live as long as the connection is open.
  func wait(on database: OpaquePointer?) {
    guard let database else { return }
    sqlite3_busy_handler(
      database,
      { context, count in
        guard let context else { return 0 }
        return Unmanaged<Patience>.fromOpaque(context).takeUnretainedValue().looksAgain(count) ? 1 : 0
      }, Unmanaged.passUnretained(self).toOpaque())
  }

  /// Waits a moment, unless the time is over; `count` says how often it looked for this lock.
  private func looksAgain(_ count: Int32) -> Bool {
    let now = Self.now
    if count == 0 { began = now }
    guard now - began < limit else { return false }
    usleep(Self.pause)
    return true
  }

  /// Milliseconds of a clock that is never set.
  private static var now: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }
}
