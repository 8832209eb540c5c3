/// A workflow of gesprekken as an institute wrote it down: everything that a traject is judged by.
public struct Workflow: Hashable, Sendable, Codable {
  /// The id, `mijn-workflow`.
  public var id: String
  /// The version that the file states; a traject is pinned to one.
  public var version: String
  /// The name that people read.
  public var title: Localized
  /// The role that leads trajecten: it advances them and is asked on behalf of workplace people.
  public var leader: String
  /// Where that comes from; empty where the file does not say.
  public var leaderCitation = Citation()
  /// The roles in the order of the file.
  public var roles: [Role]
  /// The corners of a driehoeksgesprek.
  public var corners: [Corner]
  /// What is settled per traject.
  public var parameters: [Parameter]
  /// The blocks of teaching weeks and the breaks between them.
  public var timeline: [TimelinePart]
  /// The blocks that begin on dates, which then are the whole timeline; none where blocks count teaching weeks.
  public var datedBlocks: DatedBlocks?
  /// The days of the week at the workplace.
  public var placementDays: [Weekday]
  /// Days on which nobody works or teaches.
  public var freeDays: [FreePeriod]
  /// The parameter that holds the holiday region.
  public var regionParameter: String?
  /// The learning outcomes.
  public var outcomes: [Outcome]
  /// Which of them are wholly the institute's; none where the file does not say.
  public var instituteOnly: InstituteOnly?
  /// The units over them.
  public var units: [OutcomeUnit]
  /// The gesprekken.
  public var gesprekken: [GesprekDefinition]
  /// The documents.
  public var documents: [DocumentDefinition]
  /// The approvals.
  public var approvals: [ApprovalDefinition]
  /// The tasks.
  public var tasks: [TaskDefinition]
  /// The counters.
  public var counters: [CounterDefinition]
  /// The phases in order.
  public var phases: [Phase]
  /// The routes of escalation.
  public var escalations: [EscalationRoute]
  /// The blocks.
  public var blocks: [BlockDefinition]
  /// The ladder of reminders.
  public var ladder: Ladder
  /// How a traject is ended early; it cannot be where there is none.
  public var termination: TerminationDefinition?
  /// Who may waive and snooze; nobody where there is none.
  public var waivers: WaiverDefinition?
  /// Who may pause and resume; nobody where there is none.
  public var pauses: PauseDefinition?
  /// How a verdict is disputed; it cannot be where there is none.
  public var disputes: DisputeDefinition?
  /// The goals that are set; none where there are none.
  public var goals: GoalDefinition?
  /// The agreements that are made; none where there are none.
  public var agreements: AgreementDefinition?
  /// Written only where there are any, so that a workflow of before keeps its compiled form.
  private var kindsOfClaim: [ClaimDefinition]?
  /// When the end may be moved; never where there is none.
  public var extensions: ExtensionDefinition?
  /// Where it comes from that what is open from an earlier traject may be taken along; `nil` where the file does not tell.
  public var openBefore: Citation?

  /// A block of teaching weeks, or the break between two.
  public struct TimelinePart: Hashable, Sendable, Codable {
    /// The part with its number of weeks.
    public var part: TeachingTimeline.Part
    /// The date parameter that gives its start, where the year plan fixes it.
    public var startParameter: String?
    /// Where the part comes from.
    public var citation: Citation

    /// Creates a part.
    public init(part: TeachingTimeline.Part, startParameter: String?, citation: Citation) {
      self.part = part
      self.startParameter = startParameter
      self.citation = citation
    }
  }

  /// Creates a workflow with nothing in it but its name.
  public init(id: String, version: String, title: Localized, leader: String, ladder: Ladder) {
    self.id = id
    self.version = version
    self.title = title
    self.leader = leader
    self.ladder = ladder
    roles = []
    corners = []
    parameters = []
    timeline = []
    placementDays = []
    freeDays = []
    outcomes = []
    units = []
    gesprekken = []
    documents = []
    approvals = []
    tasks = []
    counters = []
    phases = []
    escalations = []
    blocks = []
  }
}

extension Workflow {
  /// The claims that can be made; none where there are none.
  public var claims: [ClaimDefinition] {
    get { kindsOfClaim ?? [] }
    set { kindsOfClaim = newValue.isEmpty ? nil : newValue }
  }

  /// The role with an id or a short name.
  public func role(_ name: String) -> Role? {
    roles.first { $0.id == name || $0.short == name && !name.isEmpty }
  }
  /// The corner with an id.
  public func corner(_ id: String) -> Corner? { corners.first(named: id) { $0.pointee.id } }
  /// The parameter with an id.
  public func parameter(_ id: String) -> Parameter? { parameters.first(named: id) { $0.pointee.id } }
  /// The outcome with an id.
  public func outcome(_ id: String) -> Outcome? { outcomes.first(named: id) { $0.pointee.id } }
  /// The unit with an id.
  public func unit(_ id: String) -> OutcomeUnit? { units.first(named: id) { $0.pointee.id } }
  /// The gesprek with an id.
  public func gesprek(_ id: String) -> GesprekDefinition? { gesprekken.first(named: id) { $0.pointee.id } }
  /// The document with an id.
  public func document(_ id: String) -> DocumentDefinition? { documents.first(named: id) { $0.pointee.id } }
  /// The approval with an id.
  public func approval(_ id: String) -> ApprovalDefinition? { approvals.first(named: id) { $0.pointee.id } }
  /// The task with an id.
  public func task(_ id: String) -> TaskDefinition? { tasks.first(named: id) { $0.pointee.id } }
  /// The counter with an id.
  public func counter(_ id: String) -> CounterDefinition? { counters.first(named: id) { $0.pointee.id } }
  /// The phase with an id.
  public func phase(_ id: String) -> Phase? { phases.first(named: id) { $0.pointee.id } }
  /// The route with an id.
  public func route(_ id: String) -> EscalationRoute? { escalations.first(named: id) { $0.pointee.id } }
  /// The block with an id.
  public func block(_ id: String) -> BlockDefinition? { blocks.first(named: id) { $0.pointee.id } }
  /// The kind of claim with an id.
  public func claim(_ id: String) -> ClaimDefinition? { claims.first(named: id) { $0.pointee.id } }

  /// The route and reason that a code stands for: a reason of a route, or a route that has no reasons of its own.
  public func escalation(reason code: String) -> (route: EscalationRoute, reason: EscalationRoute.Reason)? {
    for route in escalations {
      if let reason = route.reasons.first(where: { $0.id == code }) { return (route, reason) }
      if route.id == code, route.reasons.isEmpty {
        return (route, EscalationRoute.Reason(id: code, title: route.title))
      }
    }
    return nil
  }

  /// The name that people read of any item, or its id.
  public func title(of id: String) -> Localized {
    gesprek(id)?.title ?? document(id)?.title ?? approval(id)?.title ?? task(id)?.title
      ?? outcome(id)?.title ?? unit(id)?.title ?? block(id)?.title ?? role(id)?.title
      ?? counter(id)?.title ?? route(id)?.title ?? phase(id)?.title ?? corner(id)?.title ?? Localized(id)
  }
}
