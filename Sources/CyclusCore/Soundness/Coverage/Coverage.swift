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

  /// How near the examples came to an obligation that none of them meets.
  public enum Trace: String, Sendable {
    /// It was asked, and not met.
    case asked
    /// It was only waived.
    case waived
  }

  /// An item with where it was taken first; `nil` where no example takes it.
  public struct Row {
    /// The item.
    public let item: CoverageItem
    /// Where it was taken.
    public var place: Place?
    /// How near the examples came where it was not.
    public var trace: Trace?
  }

  /// Every item, kind by kind in the order of the file.
  public private(set) var rows: [Row]
  private let workflow: Workflow

  /// Prepares to count what a workflow can show.
  public init(of workflow: Workflow) {
    self.workflow = workflow
    rows = workflow.coverageItems.map { Row(item: $0) }
  }

  /// Counts a step of a history.
  public mutating func count(_ step: PlayedStep, at place: Place) {
    step.taken = Set(step.events.flatMap(\.meets).compactMap { workflow.stepName(of: $0.key) })
    for index in rows.indices where rows[index].place == nil && rows[index].item.isTaken(step) {
      rows[index].place = place
    }
  }

  /// Looks at what a traject asked by the end of an example, and what of that was only waived.
  public mutating func close(_ standing: Standing) {
    for obligation in standing.asked where obligation.opens != nil {
      guard let name = workflow.stepName(of: obligation.key),
        let index = rows.firstIndex(where: { $0.item.kind == .obligation && $0.item.key == name })
      else { continue }
      if obligation.waived != nil {
        rows[index].trace = .waived
      } else if obligation.met == nil {
        rows[index].trace = rows[index].trace ?? .asked
      }
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
