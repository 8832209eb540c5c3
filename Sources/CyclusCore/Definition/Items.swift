/// A document that somebody hands in; cyclus keeps where it is, never the document.
public struct DocumentDefinition: Hashable, Sendable, Codable {
  /// The id, `verslag-startgesprek`.
  public var id: String
  /// The name that people read.
  public var title: Localized
  /// The roles that may hand it in; the first is the one who owes it.
  public var by: [String]
  /// The gesprekken for each of which there is one; empty where there is only one.
  public var forEach: [String]
  /// The single gesprek that it belongs to.
  public var belongsTo: String?
  /// The roles that have to sign it.
  public var signedBy: [String]
  /// By when it is signed.
  public var signDue: Deadline?
  /// The parts in the order of the file; none where it is handed in as one.
  public var parts: [Part]
  /// How it is known until when it is valid; `nil` for one that does not run out.
  public var validity: Validity?
  /// When it opens.
  public var opens: Opening
  /// By when it is handed in.
  public var due: Deadline?
  /// The time for handing it in again after a rejection.
  public var againWithin: Span?
  /// The escalation route that its lack takes in the end.
  public var route: String?
  /// What makes it pointless: once that is on record it lapses, and no longer counts as overdue.
  public var lapses: Requirement?
  /// Which trajecten have it; all where there is none.
  public var when: Condition?
  /// How it recurs; `nil` where there is one, or one for each gesprek.
  public var each: Recurrence?
  /// Whether it is somebody's own: nobody owes it, and no verdict can rest on it.
  public var isNeverJudged: Bool
  /// Where the document comes from.
  public var citation: Citation

  /// Creates a document.
  public init(
    id: String, title: Localized, by: [String], opens: Opening, due: Deadline?, citation: Citation
  ) {
    self.id = id
    self.title = title
    self.by = by
    self.opens = opens
    self.due = due
    self.citation = citation
    self.forEach = []
    self.signedBy = []
    self.parts = []
    self.isNeverJudged = false
  }
}

/// An approval that is asked by handing in a document, and given or refused by a role.
public struct ApprovalDefinition: Hashable, Sendable, Codable {
  /// The id, `goedkeuring-didactisch`.
  public var id: String
  /// The name that people read.
  public var title: Localized
  /// The document that asks for it.
  public var asks: String
  /// The roles that may give it; the first is the one who owes it.
  public var by: [String]
  /// By when, from when it is asked.
  public var due: Deadline?
  /// The escalation route that its lack takes in the end.
  public var route: String?
  /// Where the approval comes from.
  public var citation: Citation

  /// Creates an approval.
  public init(
    id: String, title: Localized, asks: String, by: [String], due: Deadline?, citation: Citation
  ) {
    self.id = id
    self.title = title
    self.asks = asks
    self.by = by
    self.due = due
    self.citation = citation
  }
}

/// Something to do that has no verb of its own: inform, register, archive, instruct.
public struct TaskDefinition: Hashable, Sendable, Codable {
  /// The id, `student-geinstrueerd`.
  public var id: String
  /// The name that people read.
  public var title: Localized
  /// The roles of which each has to do it; where there are several, each is an obligation of its own.
  public var by: [String]
  /// The gesprekken for each of which it is done; empty where it is done once.
  public var forEach: [String]
  /// Whether it is done once for each unit.
  public var forEachUnit: Bool
  /// Whether it is done once for each outcome that is confirmed by itself.
  public var forEachOutcome: Bool = false
  /// The roles whose turn it is instead of the first of those above, each where its condition holds.
  public var deputies: [Deputy] = []
  /// The single gesprek that it belongs to.
  public var belongsTo: String?
  /// What has to be on record before it can be done.
  public var needs: [Requirement]
  /// When it opens; `nil` for a task that something else opens.
  public var opens: Opening?
  /// By when it is done.
  public var due: Deadline?
  /// The escalation route that its lack takes in the end.
  public var route: String?
  /// What makes it pointless: once that is on record it lapses, and no longer counts as overdue.
  public var lapses: Requirement?
  /// Which trajecten have it; all where there is none.
  public var when: Condition?
  /// How it recurs; `nil` where it is done once, or for each gesprek.
  public var each: Recurrence?
  /// Where the task comes from.
  public var citation: Citation

  /// Creates a task.
  public init(
    id: String, title: Localized, by: [String], opens: Opening?, due: Deadline?, citation: Citation
  ) {
    self.id = id
    self.title = title
    self.by = by
    self.opens = opens
    self.due = due
    self.citation = citation
    self.forEach = []
    self.forEachUnit = false
    self.needs = []
  }
}

extension Workflow {
  /// Whether some result of a unit is only confirmed once a task was done.
  func isNeededToConfirm(_ task: String) -> Bool {
    units.contains { unit in
      unit.confirmNeeds.contains { $0.requirements.contains { $0.item == task && $0.step == .done } }
    }
  }
}

/// Something that is added up in a traject, such as lessons.
public struct CounterDefinition: Hashable, Sendable, Codable {
  /// The id, `lessen`.
  public var id: String
  /// The name that people read.
  public var title: Localized
  /// The unit that people read, `lessen`, `uur`.
  public var unit: Localized
  /// The least that is expected.
  public var low: Int?
  /// The most that is expected.
  public var high: Int?
  /// The gesprek at which less than the least is a warning.
  public var warnAt: String?
  /// The document by whose signatures what was counted in its block is signed.
  public var signedWith: String?
  /// The role whose time in gesprekken is shown beside what was counted.
  public var gesprekkenWith: String?
  /// Where the counter comes from.
  public var citation: Citation

  /// Creates a counter.
  public init(
    id: String, title: Localized, unit: Localized, low: Int?, high: Int?, warnAt: String?, citation: Citation
  ) {
    self.id = id
    self.title = title
    self.unit = unit
    self.low = low
    self.high = high
    self.warnAt = warnAt
    self.citation = citation
  }
}
