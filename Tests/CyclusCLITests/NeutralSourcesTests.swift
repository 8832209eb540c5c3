import Foundation
import Testing

/// The engine knows no institute: what one handbook says stands in its workflow file alone.
@Suite struct NeutralSourcesTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Roles of a shipped workflow that are a word of the domain, in every workflow.
  private static let generalRoles: Set<String> = [
    // Who the traject is about: a place of a role, a column of an import and of the views.
    "student"
  ]

  /// Files that may name a shipped workflow, with what they name.
  private static let mayName: [String: Set<String>] = [
    // The list of the workflows that ship with the program is what this file is for.
    "CyclusYAML/ShippedWorkflows.swift": shippedWorkflows
  ]
  private static let shippedWorkflows: Set<String> = [
    "aios-voortgang", "bpv-begeleiding", "bpv-driehoeksgesprek", "han-wpl2-lj2", "sd-voortgangsgesprek",
  ]

  /// What belongs to one institute.
  private struct Traces {
    let words: [String]
    let prefixes: [String]
    let roles: [String]

    init() throws {
      let shipped = try NeutralSourcesTests.shipped()
      words = try shipped.workflows + NeutralSourcesTests.institutes()
      prefixes = try NeutralSourcesTests.prefixes()
      roles = shipped.roles.filter { !NeutralSourcesTests.generalRoles.contains($0) }
    }
  }

  private static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  private static func files(in folder: String, _ ending: String) throws -> [String] {
    let found = FileManager.default.enumerator(atPath: root.appending(path: folder).path)
    return try #require(found).compactMap { $0 as? String }.filter { $0.hasSuffix(ending) }.sorted()
  }

  /// The rule ids of the handbooks, by their prefix; those of every workflow (GEN) are the engine's own.
  private static func prefixes() throws -> [String] {
    let ids = try text("Documentation/Rules.md").matches(of: /\| ([A-Z]+)-[0-9]{2} \|/).map {
      String($0.output.1)
    }
    return Set(ids).subtracting(["GEN"]).sorted()
  }

  /// The institutes and handbooks, as the headings of the rules name them before the colon.
  private static func institutes() throws -> [String] {
    try text("Documentation/Rules.md").matches(of: /\n## ([^:\n]+):/).map { String($0.output.1) }
      .flatMap { $0 == "MBO met Magister" ? [$0, "Magister"] : [$0] }
  }

  /// The ids of the shipped workflows, and of their roles.
  private static func shipped() throws -> (workflows: [String], roles: [String]) {
    let texts = try files(in: "Workflows", ".yaml").map { try text("Workflows/" + $0) }
    let workflows = texts.compactMap {
      $0.firstMatch(of: /\nworkflow: ([a-z0-9-]+)/).map { String($0.output.1) }
    }
    let roles = texts.flatMap { text -> [String] in
      guard let part = text.firstMatch(of: /\nroles:\n((?: .*\n)+)/) else { return [] }
      return part.output.1.matches(of: /(?m)^  ([a-z][a-z0-9-]*):/).map { String($0.output.1) }
    }
    return (workflows, roles)
  }

  /// The string literals of a line, without what stands in the comment behind them.
  private static func literals(of line: String) -> String {
    guard !line.trimmingCharacters(in: .whitespaces).hasPrefix("//") else { return "" }
    return line.matches(of: /"(?:\\.|[^"\\])*"/).map { String($0.output) }.joined(separator: " ")
  }

  /// Whether a text has a word by itself, not as part of a longer one.
  private static func names(_ word: String, in text: String) -> Bool {
    text.ranges(of: word).contains { range in
      let before = range.lowerBound == text.startIndex ? nil : text[text.index(before: range.lowerBound)]
      let after = range.upperBound == text.endIndex ? nil : text[range.upperBound]
      return [before, after].allSatisfy { $0.map { !$0.isLetter && !$0.isNumber && $0 != "-" } ?? true }
    }
  }

  /// What a source holds of one institute, each with its line.
  private static func foreign(in source: String, _ mayName: Set<String>? = nil, _ traces: Traces) -> [String]
  {
    // Most files hold none of the words at all, so that their lines need not be looked at.
    let words = traces.words.filter { mayName?.contains($0) != true && source.contains($0) }
    let prefixes = traces.prefixes.filter { source.contains($0 + "-") }
    let roles = traces.roles.filter { source.contains($0) }
    var isLongText = false
    return source.components(separatedBy: "\n").enumerated().flatMap { index, line -> [String] in
      let isText = isLongText
      if line.contains("\"\"\"") { isLongText.toggle() }
      let literal = roles.isEmpty ? "" : isText ? line : literals(of: line)
      let found =
        words.filter { names($0, in: line) } + roles.filter { names($0, in: literal) }
        + prefixes.filter { prefix in
          (0...99).contains { line.contains(prefix + ($0 < 10 ? "-0" : "-") + "\($0)") }
        }
      return found.map { "\(index + 1): \($0)" }
    }
  }

  @Test func noInstituteStandsInTheSources() throws {
    let sources = try Self.files(in: "Sources", ".swift")
    let traces = try Traces()
    #expect(sources.count > 100)
    for path in sources {
      #expect(Self.foreign(in: try Self.text("Sources/" + path), Self.mayName[path], traces) == [], "\(path)")
    }
  }

  @Test func whatSimulatedPeopleWriteSuitsEveryWorkflow() throws {
    // A lesson, a class, a pupil, a test or a school is not what each of the workflows is about.
    let foreign = /(?i)\b\w*(lessen|lesson|leerling|klas|toets)\w*|\bles\w*|\w+les\b|\bschool\b/
    for path in try Self.files(in: "Sources/CyclusCore/Simulation", ".swift") {
      for line in try Self.text("Sources/CyclusCore/Simulation/" + path).components(separatedBy: "\n") {
        let found = line.contains(" = \"") ? "" : Self.literals(of: line)
        #expect(found.matches(of: foreign).isEmpty, "\(path): \(found)")
      }
    }
  }

  @Test func whatIsLookedForIsTakenFromTheHandbooks() throws {
    #expect(try Set(Self.prefixes()).isSuperset(of: ["HAN", "BPV", "BEG", "AIOS", "SD"]))
    #expect(
      try Self.institutes() == ["HAN", "Curio", "MBO met Magister", "Magister", "Software Developer", "AIOS"])
    #expect(try Self.shipped().roles.contains("werkplekbegeleider"))
    #expect(try Set(Self.shipped().workflows) == Self.shippedWorkflows)
  }

  @Test(arguments: [
    "// As rule HAN-29 says.", "/// The form of Curio.", "let id = \"han-wpl2-lj2\"",
    "let role = \"judge: werkplekbegeleider\"", "\"\"\"\n  --role schoolopleider=MEES\n\"\"\"",
  ])
  func eachKindOfTraceIsFound(_ source: String) throws {
    #expect(try !Self.foreign(in: source, nil, Traces()).isEmpty)
  }

  @Test(arguments: [
    "// GEN-03", "let a = \"student\"", "/// `werkplekbegeleider` in a comment explains a name.",
    "let wHAN = 1",
  ])
  func whatIsGeneralIsLeftAlone(_ source: String) throws {
    #expect(try Self.foreign(in: source, nil, Traces()).isEmpty)
  }
}
