import CyclusCore
import CyclusYAML
import Foundation

/// The files that the tests read.
enum Examples {
  /// The folder of the package.
  static let package = URL(fileURLWithPath: #filePath)
    .resolvingSymlinksInPath().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The text of a file of the package.
  static func text(_ path: String) throws -> String {
    try String(contentsOf: package.appendingPathComponent(path), encoding: .utf8)
  }

  /// The workflow that ships with cyclus.
  static func shipped() throws -> WorkflowFile.LoadResult {
    WorkflowFile.load(try text("Workflows/han-wpl2-lj2.yaml"), name: "han-wpl2-lj2.yaml")
  }

  /// The smallest workflow that is sound, with more sections after its own.
  static func small(_ more: String = "") -> String {
    """
    workflow: voorbeeld
    version: "1"
    leader: begeleider
    roles:
      student: {at: student, rule: HAN-01}
      begeleider: {at: institute, rule: HAN-01}
    timeline:
      - {block: blok-1, weeks: 8, rule: HAN-05}
    gesprekken:
      startgesprek: {by: student, present: [student, begeleider], opens: week 1, rule: HAN-23}
    phases:
      - {phase: start, leave-when: [startgesprek closed], rule: HAN-23}
    ladder: {rungs: [{after: 0 days, to: actor}], rule: GEN-06}

    """ + more
  }

  /// The rules of the findings about a text, in the order of the file.
  static func rules(_ text: String) -> [String] {
    WorkflowFile.load(text, name: "test.yaml").findings.map(\.rule)
  }
}
