/// What a walk through a workflow found.
public struct Exploration: Sendable {
  /// How many states were told apart.
  public let states: Int
  /// How many steps between them were weighed.
  public let steps: Int
  /// In every state, how many departures from the usual course that stand out at once were explored; `nil` where the
  /// walk was broken off on the usual course itself.
  public let departures: Int?
  /// Whether there was nothing more to explore, with any number of departures.
  public let isWhole: Bool
  /// The beginnings, in plain words.
  public let beginnings: [Localized]
  /// What the engine says against every traject that was tried to begin with; empty where one could.
  public let refusedBeginning: [Localized]
  /// What was done somewhere on the walk.
  public let taken: Taken
  /// Histories after which nobody can bring the traject to its regular end, or only by a last resort; of each phase the
  /// shortest.
  public let stuck: [Stuck]
  /// The most events that time brought by itself while nobody did anything.
  public let mostOfAWait: Int
  /// Of how many states it is not known whether the regular end can be reached, as the walk was broken off.
  public let undecided: Int
  /// Of how many states the traject was ended early, so that they lead to no end.
  public let terminated: Int

  /// A history after which the regular end cannot be reached.
  public struct Stuck: Sendable {
    /// The phase in which it stands still, or goes round.
    public var phase: String
    /// The phase up to which it is told; from there the usual course leads to where it stands still.
    public var left: String
    /// How it began, in plain words.
    public var beginning: Localized
    /// What happened, in order.
    public var steps: [ExploredStep]
    /// What stands in the way of everything that should be done now, in whole sentences; of a circle its phases.
    public var hindrances: [Localized]
    /// What comes after it.
    public var outlook: Outlook

    /// What comes after a history that does not lead to the regular end.
    public enum Outlook: Hashable, Sendable {
      /// Nothing can be done, and no day brings anything.
      case standstill
      /// It goes on for ever through the same phases.
      case circle
      /// It comes to the end only by taking away what is asked, or by saying that something is not so after all: what
      /// somebody does, in plain words.
      case lastResort(Localized)
    }
  }
}

extension Exploration {
  init(_ search: ExplorerSearch, beginnings: [ExplorerBeginning]) {
    let explorer = search.explorer
    self.init(
      states: search.nodes.count, steps: search.steps, departures: search.depth, isWhole: search.isWhole,
      beginnings: beginnings.map(\.words),
      refusedBeginning: beginnings.isEmpty ? explorer.refusedBeginning() : [], taken: search.taken,
      stuck: search.stuck(beginnings),
      mostOfAWait: search.mostOfAWait, undecided: search.undecided,
      terminated: search.nodes.count(where: \.isTerminated))
  }
}

/// What was done somewhere: phases, ways, steps, escalations and how they were decided, blocks.
public struct Taken: Hashable, Sendable {
  /// The phases that were entered.
  public internal(set) var phases: Set<String> = []
  /// The ways that were taken, `startgesprek > begeleiding`.
  public internal(set) var ways: Set<String> = []
  /// The steps of items that were asked, `startgesprek.held`.
  public internal(set) var asked: Set<String> = []
  /// The steps of items that were met, `startgesprek.held`.
  public internal(set) var steps: Set<String> = []
  /// The routes and reasons that were opened, `gaat-moeilijk verzuim`.
  public internal(set) var escalations: Set<String> = []
  /// The outcomes of decisions, `gaat-moeilijk doorgaan`.
  public internal(set) var decisions: Set<String> = []
  /// The blocks that were set.
  public internal(set) var blocks: Set<String> = []
  /// The blocks that were lifted.
  public internal(set) var lifted: Set<String> = []

  mutating func add(_ other: Taken) {
    phases.formUnion(other.phases)
    ways.formUnion(other.ways)
    asked.formUnion(other.asked)
    steps.formUnion(other.steps)
    escalations.formUnion(other.escalations)
    decisions.formUnion(other.decisions)
    blocks.formUnion(other.blocks)
    lifted.formUnion(other.lifted)
  }
}

extension Taken {
  /// Notes what is asked.
  mutating func noteAsked(_ standing: Standing) {
    for obligation in standing.obligations where obligation.isAsked && obligation.opens != nil {
      asked.insert("\(obligation.key.item.id).\(obligation.key.step.rawValue)")
    }
  }

  /// Notes what some events did, in the order in which they happened.
  mutating func note(_ entries: [Decision.Entry], in traject: Traject) {
    for entry in entries {
      for met in entry.meets { steps.insert("\(met.key.item.id).\(met.key.step.rawValue)") }
      switch entry.event {
      case .advanced(let from, let to, _):
        phases.insert(to)
        ways.insert("\(from) > \(to)")
      case .completed: ways.insert("\(traject.phase) > \(Way.completed)")
      case .escalated(let escalated):
        escalations.insert("\(escalated.route) \(escalated.reason)")
      case .decided(let decided):
        guard let escalation = traject.escalations.first(where: { $0.id == decided.escalation }) else {
          break
        }
        decisions.insert("\(escalation.route) \(decided.outcome)")
      case .blocked(let block): blocks.insert(block)
      case .unblocked(let block, _): lifted.insert(block)
      default: break
      }
    }
  }
}
