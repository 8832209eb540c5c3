import CyclusCore
import Glibc

/// Why a command ends without having done its work.
struct Failure: Error {
  /// The exit code.
  var code: Int32
  /// What is wrong and what to do instead.
  var message: Localized

  /// Wrong use of the command line.
  static func usage(_ nl: String, _ en: String) -> Failure {
    Failure(code: 64, message: Localized(nl: nl, en: en))
  }

  /// Input that cannot be read as what it should be.
  static func data(_ nl: String, _ en: String) -> Failure {
    Failure(code: 65, message: Localized(nl: nl, en: en))
  }

  /// A file that cannot be read: it is not there, it is a folder, or the OS user may not read it.
  static func unread(_ path: String, _ problem: FileContent.Problem) -> Failure {
    switch problem.code {
    case ENOENT, ENOTDIR:
      Failure(
        code: 66,
        message: Localized(nl: "er is geen bestand «\(path)»", en: "there is no file “\(path)”"))
    case EISDIR:
      Failure(
        code: 66,
        message: Localized(
          nl: "«\(path)» is een map: noem een bestand", en: "“\(path)” is a folder: name a file"))
    case EACCES, EPERM:
      Failure(
        code: 77,
        message: Localized(
          nl: "u mag «\(path)» niet lezen: vraag om leesrechten",
          en: "you may not read “\(path)”: ask for permission to read it"))
    case EFBIG:
      .data("\(path): te groot (meer dan 256 MB)", "\(path): too large (over 256 MB)")
    default:
      Failure(
        code: 74,
        message: Localized(
          nl: "«\(path)» is niet te lezen (\(problem.reason)): kijk het bestand en de schijf na",
          en: "“\(path)” cannot be read (\(problem.reason)): look at the file and its disk"))
    }
  }

  /// A traject that is asked for on a day on which it had not begun.
  static func before(_ traject: String) -> Failure {
    Failure(
      code: 1, message: Localized(nl: "\(traject) was er toen nog niet", en: "\(traject) did not exist then"))
  }

  /// Settings that are not right.
  static func settings(_ nl: String, _ en: String) -> Failure {
    Failure(code: 78, message: Localized(nl: nl, en: en))
  }
}
