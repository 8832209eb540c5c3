import CyclusCore

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

  /// Input that is not there.
  static func noInput(_ path: String) -> Failure {
    Failure(
      code: 66,
      message: Localized(nl: "er is geen bestand «\(path)»", en: "there is no file “\(path)”"))
  }

  /// Settings that are not right.
  static func settings(_ nl: String, _ en: String) -> Failure {
    Failure(code: 78, message: Localized(nl: nl, en: en))
  }
}
