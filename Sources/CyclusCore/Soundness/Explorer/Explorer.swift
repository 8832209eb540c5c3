/// Walks through everything that may happen to a student in a workflow, with the engine that will judge it.
///
/// The engine is its own model: each step is weighed by the rules that a real traject is judged by, on a day that fits.
/// So every history that is found can happen. What differs only in days and numbers is taken for the same
/// (`AbstractState`), which makes the walk finite.
public struct Explorer: Sendable {
  /// The most states that are told apart before the walk is broken off.
  public static let mostStates = 800

  /// The workflow.
  public let workflow: Workflow
  let focus: ExplorerFocus
  let mostStates: Int
  /// The most steps in which a history is followed to its end.
  static let mostSteps = 1_000
  /// The effort after which the walk is broken off, whatever number of states it came to (`Situation.effort`): what is asked
  /// at once makes a step long.
  var mostEffort: Int { 200 * mostStates }
  /// The least effort for states of which the walk itself did not show that they lead to the end; twice that of the walk
  /// where that is more.
  static let leastRescue = 40_000

  /// Creates an explorer of a workflow in which no fault was found by looking at it.
  public init(_ workflow: Workflow, mostStates: Int = Explorer.mostStates) {
    self.workflow = workflow
    self.mostStates = mostStates
    focus = ExplorerFocus(workflow)
  }

  /// Walks through all that follows from every beginning.
  public func explore() -> Exploration {
    var beginnings = beginnings()
    var search = ExplorerSearch(self)
    search.run(from: &beginnings)
    return Exploration(search, beginnings: beginnings)
  }
}
