import CyclusCore
import Glibc

/// The examples of a workflow: the files of JSON lines in a folder, by name.
enum ExampleFolder {
  /// The names of the examples in a folder.
  ///
  /// - Throws: `Failure` where there is no such folder, or no example in it.
  static func names(in folder: String, of workflow: String) throws -> [String] {
    guard let directory = opendir(folder) else {
      guard errno != EACCES else { throw forbidden(folder) }
      throw Failure(
        code: 66,
        message: Localized(
          nl:
            "er is geen map «\(folder)» met voorbeelden van \(workflow): maak die, of noem een andere met --examples",
          en:
            "there is no folder “\(folder)” with examples of \(workflow): make it, or name another with --examples"
        ))
    }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasSuffix(".jsonl"), !name.hasPrefix(".") { names.append(name) }
    }
    guard !names.isEmpty else {
      throw Failure(
        code: 66,
        message: Localized(
          nl: "in de map «\(folder)» staat geen voorbeeld: zet er een bestand in dat eindigt op .jsonl",
          en: "there is no example in the folder “\(folder)”: put a file in it that ends in .jsonl"))
    }
    return names.sorted()
  }

  /// That a folder may not be read.
  static func forbidden(_ folder: String) -> Failure {
    Failure(
      code: 77,
      message: Localized(
        nl: "u mag de map «\(folder)» niet lezen: vraag om leesrechten",
        en: "you may not read the folder “\(folder)”: ask for permission to read it"))
  }
}
