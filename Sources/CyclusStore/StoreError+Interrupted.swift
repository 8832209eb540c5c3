import CyclusCore
import Glibc

extension StoreError {
  /// What is wrong where earlier parts of the same command are on record already, and how to go on from there.
  ///
  /// - Parameter what: What was recorded and what not, as in "100 lines of week.jsonl recorded, nothing after line 100".
  public func message(afterRecording what: Localized) -> Localized {
    let (nl, en): (String, String) =
      switch self {
      case .busy:
        ("de database is bezet door een ander proces", "the database is locked by another process")
      case .diskFull:
        (
          "de schijf is vol (de database is heel): maak ruimte",
          "the disk is full (the database is sound): make room"
        )
      case .damaged(let path, let why):
        (
          "\(path) is beschadigd of niet te lezen (\(why)): kijk met «cyclus verify» of de database heel is",
          "\(path) is damaged or cannot be read (\(why)): look with “cyclus verify” whether the database is sound"
        )
      case .fault(let why):
        (
          "een fout in cyclus zelf (\(why)): meld dit met het commando erbij",
          "a fault in cyclus itself (\(why)): report it with the command"
        )
      default: (message.nl, message.en)
      }
    return Localized(
      nl: "\(nl). \(what.nl.capitalisedFirst); hetzelfde commando nog eens gaat daar verder",
      en: "\(en). \(what.en.capitalisedFirst); the same command again goes on from there")
  }
}

extension Store {
  /// Lets another process have the lock before the next of many transactions.
  ///
  /// SQLite hands a lock to nobody: who waits looks again every so many milliseconds (`Patience`), and finds it taken
  /// each time by one that takes it again at once. So it is left for several such looks.
  public func giveWay() { usleep(5 * Patience.pause) }
}
