import Glibc

/// What the file system says of a path.
enum FileStatus {
  /// Why a folder cannot be made, or a file not be given its name.
  struct Failure: Error, CustomStringConvertible {
    var description: String
    /// Whether something has the name already.
    var isTaken = false
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

  /// Whether there is nothing in a file, or no file.
  static func isEmpty(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) != 0 || status.st_size == 0
  }

  /// Whether the disk of a file was mounted to be read only.
  static func isOnReadOnlyDisk(_ path: String) -> Bool {
    var status = statvfs()
    return statvfs(path, &status) == 0 && Int(status.f_flag) & Int(ST_RDONLY) != 0
  }

  /// Whether the OS user may make files beside a file.
  static func mayAdd(beside path: String) -> Bool {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    return faccessat(AT_FDCWD, folder, W_OK | X_OK, AT_EACCESS) == 0
  }

  /// Takes a file away, if it is there.
  static func remove(_ path: String) { unlink(path) }

  /// Gives a file another name in its folder, for good, where nothing has that name.
  static func give(_ path: String, name: String) throws(Failure) {
    guard link(path, name) == 0 else {
      let code = errno
      // Some disks know no second name for a file.
      guard code == EPERM || code == ENOTSUP || code == ENOSYS else {
        throw Failure(description: String(cString: strerror(code)), isTaken: code == EEXIST)
      }
      guard !exists(name) else { throw Failure(description: name, isTaken: true) }
      guard rename(path, name) == 0 else { throw Failure(description: String(cString: strerror(errno))) }
      return
    }
    unlink(path)
    let folder = name.lastIndex(of: "/").map { String(name[...$0]) } ?? "."
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}
