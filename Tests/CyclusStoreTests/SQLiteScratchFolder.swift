import Glibc

/// A new folder under the temporary folder, removed with all in it when the test lets go of it.
final class SQLiteScratchFolder {
  let path: String

  init() {
    var template = Array("/tmp/cyclus-sqlite.XXXXXX".utf8CString)
    precondition(mkdtemp(&template) != nil, "no temporary folder can be made")
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    for name in ["a.db", "a.db-wal", "a.db-shm", "a.db-journal"] { unlink(path + "/" + name) }
    rmdir(path)
  }

  /// The one database file of the folder.
  var file: String { path + "/a.db" }

  /// Puts text where the database file should be.
  func write(_ text: String) {
    guard let stream = fopen(file, "w") else { preconditionFailure("\(file) cannot be written") }
    fputs(text, stream)
    fclose(stream)
  }
}
