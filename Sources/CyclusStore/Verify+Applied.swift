import CyclusCore

extension Store {
  /// Checks that the lines of `apply` are those that the log chained.
  func verifyApplied(_ result: inout Verification, _ log: LogContents) throws {
    var leaves: [Int: [[UInt8]]] = [:]
    try connection.prepare(
      "SELECT event, CAST(id AS BLOB), salt, digest, leaf FROM applied ORDER BY event, id"
    )
    .forEach { row in
      let line = AppliedLines.Line(
        id: try row.blob(1), salt: try row.optionalBlob(2), digest: try row.optionalBlob(3),
        leaf: try row.blob(4))
      let event = try row.int(0)
      leaves[event, default: []].append(line.leaf)
      let isErased = line.salt == nil && line.digest == nil
      guard !isErased, line.expectedLeaf != line.leaf else { return }
      let id = String(decoding: line.id, as: UTF8.self)
      result.find(
        "#\(event)", "de regel «\(id)» van apply is veranderd sinds zij werd vastgelegd",
        "the line “\(id)” of apply was changed since it was recorded")
    }
    for event in Set(leaves.keys).union(log.lines.keys).sorted() {
      let found = leaves[event] ?? []
      guard let lines = log.lines[event] else {
        result.find(
          "#\(event)", "regels van apply verwijzen hierheen, maar het logboek kent ze niet",
          "lines of apply refer to this, but the log does not know them")
        continue
      }
      guard found.count != lines.count || AppliedLines.digest(found) != lines.digest else { continue }
      result.find(
        "#\(event)",
        "de regels die apply hier vastlegde (toen \(lines.count), nu \(found.count)) zijn niet meer dezelfde",
        "the lines that apply recorded here (\(lines.count) then, \(found.count) now) are not the same any more"
      )
    }
  }
}
