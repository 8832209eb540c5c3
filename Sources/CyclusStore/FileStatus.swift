import Glibc

/// What the file system says of a path.
enum FileStatus {
  /// Why a folder cannot be made.
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Makes the folders above a path, readable by their owner only.
  static func createFolder(of path: String) throws(Failure) {
    guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return }
    let folder = String(path[..<slash])
    guard !exists(folder) else { return }
    try createFolder(of: folder)
    guard mkdir(folder, 0o700) == 0 || errno == EEXIST else {
      throw Failure(description: "\(folder): \(String(cString: strerror(errno)))")
    }
  }
}
