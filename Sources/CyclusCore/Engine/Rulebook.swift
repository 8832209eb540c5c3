/// What a traject is judged by: its workflow, and the teaching weeks and working days as they fall for it.
public struct Rulebook: Sendable {
  /// The workflow version to which the traject is pinned.
  public let workflow: Workflow
  /// The teaching weeks of this traject.
  public let timeline: TeachingTimeline
  /// The calendar to which the traject is pinned; nil for one that began without.
  public let calendar: SchoolCalendar?
  /// The working days in its region, by the calendar and the free days of the workflow.
  public let workingDays: WorkingDays
  /// What is asked again where a traject is extended, and whose dates move with its end.
  let extending: PhaseItems?
  /// Whether each date keeps the account of how it came about, see `keepingAccounts()`.
  var accounts = false

  /// Works out the rulebook of a traject.
  ///
  /// - Throws: `TimelineProblem` where the blocks overlap or never end, or where blocks that begin on dates do not lie
  ///   between the first day and the last.
  public init(
    workflow: Workflow, from: Day, until: Day? = nil, parameters: [String: String], calendar: SchoolCalendar?
  ) throws(TimelineProblem) {
    self.workflow = workflow
    self.calendar = calendar
    extending = workflow.extensions?.again.map { workflow.items(ofPhases: $0) }
    let value = { (id: String) in parameters[id] ?? workflow.parameter(id)?.fallback }
    let region = workflow.regionParameter.flatMap(value)
    workingDays =
      calendar?.workingDays(in: region, besides: workflow.freeDays)
      ?? WorkingDays(free: workflow.freeDays, region: region)
    if let blocks = workflow.datedBlocks {
      timeline = try TeachingTimeline(
        blocks: blocks.name, starts: Day.list(blocks.startsParameter.flatMap(value) ?? ""), from: from,
        until: until, placementDays: workflow.placementDays, workingDays: workingDays)
      return
    }
    let parts = workflow.timeline.map { item in
      var part = item.part
      if let start = item.startParameter.flatMap(value).flatMap({ Day($0) }) { part.start = start }
      return part
    }
    timeline = try TeachingTimeline(
      parts: parts, from: from, placementDays: workflow.placementDays, workingDays: workingDays)
  }

  /// Works out the rulebook of a traject that has started, under the calendar to which it is pinned.
  public init(workflow: Workflow, traject: Traject, calendar: SchoolCalendar?) throws(TimelineProblem) {
    try self.init(
      workflow: workflow, from: traject.from, until: traject.until, parameters: traject.parameters,
      calendar: calendar)
  }

  /// The rulebook of the same traject after its days or parameters changed.
  public func renewed(for traject: Traject) throws(TimelineProblem) -> Rulebook {
    try Rulebook(workflow: workflow, traject: traject, calendar: calendar)
  }

  /// The day that lies a span after another: working units on working days, the others rolled forward to one.
  public func day(_ span: Span, after day: Day) -> Day {
    Reckoning(day).adding(span, workingDays).day ?? day
  }

  /// The day that lies a span before another, as `Reckoning.before` counts it.
  public func day(_ span: Span, before day: Day) -> Day {
    Reckoning(day).before(span, opens: nil, .period, workingDays).day ?? day
  }
}
