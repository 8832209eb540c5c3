import CyclusCore

/// Reads a workflow file into a workflow, with every fault at its place in the file.
public enum WorkflowFile {
  /// What a file gave: the workflow where it has no errors, and all that there is to say about it.
  public struct LoadResult: Sendable {
    /// The workflow; `nil` where a finding is an error.
    public let workflow: Workflow?
    /// The findings in the order of the file, notes included.
    public let findings: [Finding]
    /// The text that the findings point into.
    public let source: SourceFile

    /// The findings as a person reads them, each with its line of the file and a caret.
    public func rendered(in language: Language, on page: SourceFile.Page? = nil) -> String {
      source.rendered(findings, in: language, on: page)
    }
  }

  /// Reads the text of a workflow file and checks it, reporting everything that is wrong at once.
  ///
  /// - Parameters:
  ///   - text: The YAML text; a byte-order mark and CRLF line ends are fine.
  ///   - name: The name that findings start with, usually the path that was given.
  public static func load(_ text: String, name: String) -> LoadResult {
    result(of: read(text), text, name)
  }

  /// Reads and checks a workflow file, and walks through what may happen in it where it has no errors.
  ///
  /// - Parameter mostStates: How many states are told apart before the walk is broken off; with 0 there is none.
  /// - Returns: What the file gave, with what the walk found, and the walk; `nil` where there was none.
  public static func explore(_ text: String, name: String, mostStates: Int) -> (
    result: LoadResult, exploration: Exploration?
  ) {
    let reading = read(text)
    guard mostStates > 0, let workflow = reading.workflow,
      !reading.findings.contains(where: { $0.severity == .error })
    else {
      return (result(of: reading, text, name), nil)
    }
    let exploration = Explorer(workflow, mostStates: mostStates).explore()
    for finding in exploration.findings(in: workflow) { reading.add(finding) }
    return (result(of: reading, text, name), exploration)
  }

  private static func result(of reading: Reading, _ text: String, _ name: String) -> LoadResult {
    let findings = reading.findings.inOrderOfTheFile()
    let hasErrors = findings.contains { $0.severity == .error }
    return LoadResult(
      workflow: hasErrors ? nil : reading.workflow, findings: findings,
      source: SourceFile(name: name, text: PlainText.of(TextScan.head(of: text))))
  }

  /// The lines of a workflow file on which some items stand, each under its keys from the root; of one that has no line of
  /// its own that of what is around it.
  public static func lines(of paths: [[String]], in text: String) -> [Int?] {
    let reading = read(text)
    return paths.map { reading.place(of: $0)?.line }
  }

  /// Reads a text and keeps the marks and the keys that were asked for.
  static func read(_ text: String) -> Reading {
    let reading = Reading()
    let text = TextScan.isTooLarge(text) ? text : PlainText.of(text)
    if let refusal = TextScan.refusal(of: text) {
      reading.add(refusal)
      return reading
    }
    switch Composition.of(text) {
    case .failure(let finding):
      reading.add(finding)
    case .success(let composition):
      reading.duplicates = composition.duplicates
      reading.note([], at: composition.root.place)
      reading.workflow = Value(node: composition.root, path: [], reading: reading).workflow()
      reading.workflow.map { addChecks(of: $0, to: reading) }
    }
    return reading
  }

  /// Adds what the checks of the workflow find; where a whole section is misspelt, its names are not
  /// missing as well.
  private static func addChecks(of workflow: Workflow, to reading: Reading) {
    let misspelt = reading.findings.contains { finding in
      finding.rule == "UnknownKey" && finding.path.count == 1
        && NearestName.of(finding.path[0], among: sections) != nil
    }
    let incomplete = Set(reading.findings.filter { $0.rule == "MissingKey" }.map(\.path))
    for finding in Soundness.findings(in: workflow) {
      if misspelt, finding.rule == "UnknownName" { continue }
      // A list of roles that was left out is missing, and not empty as well.
      if finding.rule == "NobodyMay", incomplete.contains(Array(finding.path.dropLast())) { continue }
      reading.add(finding)
    }
  }

  /// The keys at the root under which things get their names.
  private static let sections = [
    "roles", "corners", "parameters", "timeline", "outcomes", "units", "gesprekken", "documents", "approvals",
    "tasks", "counters", "phases", "blocks", "escalations", "claims",
  ]
}

/// A text as the reader wants it.
enum PlainText {
  /// The text without a byte-order mark, with every line ending in LF.
  static func of(_ text: String) -> String {
    guard text.utf8.contains(0x0D) || text.unicodeScalars.first == "\u{FEFF}" else { return text }
    var scalars = String.UnicodeScalarView()
    var afterReturn = false
    for (index, scalar) in text.unicodeScalars.enumerated() where !(index == 0 && scalar == "\u{FEFF}") {
      if !(afterReturn && scalar == "\n") { scalars.append(scalar == "\r" ? "\n" : scalar) }
      afterReturn = scalar == "\r"
    }
    return String(scalars)
  }
}
