/// What the example histories of a workflow take of all that it can show.
///
/// What is counted follows from the workflow file alone, so that it is the same whoever wrote the examples.
public struct Coverage {
  /// Where in the examples something was taken first.
  public struct Place: Hashable, Sendable {
    /// The name of the file.
    public var file: String
    /// The line, from 1.
    public var line: Int

    /// Creates a place.
    public init(file: String, line: Int) {
      self.file = file
      self.line = line
    }
  }

  /// An item with where it was taken first; `nil` where no example takes it.
  public struct Row {
    /// The item.
    public let item: CoverageItem
    /// Where it was taken.
    public var place: Place?
  }

  /// Every item, kind by kind in the order of the file.
  public private(set) var rows: [Row]

  /// Prepares to count what a workflow can show.
  public init(of workflow: Workflow) {
    rows = workflow.coverageItems.map { Row(item: $0) }
  }

  /// Counts a step of a history.
  public mutating func count(_ step: PlayedStep, at place: Place) {
    for index in rows.indices where rows[index].place == nil && rows[index].item.isTaken(step) {
      rows[index].place = place
    }
  }

  /// The items that no example takes.
  public var untaken: [CoverageItem] { rows.filter { $0.place == nil }.map(\.item) }
}

extension Workflow {
  /// Everything that its examples have to take, kind by kind; nothing twice.
  var coverageItems: [CoverageItem] {
    let all =
      coveredPhases + coveredWays + coveredObligations + coveredStarts + coveredDepartures + coveredClosings
      + coveredPermissions + coveredRecords + coveredVerdicts + coveredWaivers + coveredDecisions
      + coveredEscalations + coveredClaims + coveredEndings
    var seen: Set<String> = []
    return all.filter { seen.insert("\($0.kind.rawValue) \($0.key)").inserted }
  }
}
