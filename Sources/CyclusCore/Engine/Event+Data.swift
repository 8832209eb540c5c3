/// An event of a kind or with data that this version cannot read.
public struct EventProblem: Error, Hashable, Sendable {
  /// The name of the event.
  public var type: String
  /// What is wrong with it.
  public var what: String
  /// The key whose value cannot be read, where it is one.
  public var key: String?
  /// What the value may be, where that is one of a closed set.
  public var codes: [String]

  /// Creates a problem.
  public init(type: String, what: String, key: String? = nil, codes: [String] = []) {
    self.type = type
    self.what = what
    self.key = key
    self.codes = codes
  }
}

extension Event {
  /// The name under which the event is stored; it never changes.
  public var type: String {
    switch self {
    case .started: "started"
    case .assigned: "assigned"
    case .planned: "planned"
    case .cancelled: "cancelled"
    case .held: "held"
    case .closed: "closed"
    case .submitted: "submitted"
    case .signed: "signed"
    case .approved: "approved"
    case .rejected: "rejected"
    case .assessed: "assessed"
    case .feedbackGiven: "feedback_given"
    case .confirmed: "confirmed"
    case .counted: "counted"
    case .done: "done"
    case .advanced: "advanced"
    case .completed: "completed"
    case .blocked: "blocked"
    case .unblocked: "unblocked"
    case .escalated: "escalated"
    case .consulted: "consulted"
    case .proposed: "proposed"
    case .decided: "decided"
    case .flagged: "flagged"
    case .escalationClimbed: "escalation_climbed"
    case .escalationWithdrawn: "escalation_withdrawn"
    case .stoodIn: "stood_in"
    case .parameterSet: "parameter_set"
    case .schoolSet: "school_set"
    case .extended: "extended"
    case .noted: "noted"
    case .waived: "waived"
    case .snoozed: "snoozed"
    case .paused: "paused"
    case .resumed: "resumed"
    case .disputed: "disputed"
    case .discussed: "discussed"
    case .goalSet: "goal_set"
    case .agreementMade: "agreement_made"
    case .agreementSettled: "agreement_settled"
    case .claimed: "claimed"
    case .claimGranted: "claim_granted"
    case .claimRefused: "claim_refused"
    case .claimDeferred: "claim_deferred"
    case .terminated: "terminated"
    case .calendarAdopted: "calendar_adopted"
    case .corrected: "corrected"
    }
  }

  /// The data of the event: ids, codes, dates, numbers and salted digests only.
  public var data: JSONObject {
    var data = EventData()
    switch self {
    case .started(let started): started.write(&data)
    case .assigned(let role, let person, let since, let beside):
      data.put("role", role, "person", person, "since", since)
      data.put("beside", beside.map(\.description))
    case .planned(let gesprek, let at, let mode): data.put("gesprek", gesprek, "at", at, "mode", mode)
    case .cancelled(let gesprek, let why): data.put("gesprek", gesprek, "why", why)
    case .held(let held):
      data.put("gesprek", held.gesprek, "mode", held.mode, "conclusion", held.conclusion)
      data.put("minutes", held.minutes)
      data.put("present", held.present)
      data.put("record", held.record)
    case .closed(let gesprek, let record):
      data.put("gesprek", gesprek)
      data.put("record", record)
    case .submitted(let submitted):
      data.put(
        "document", submitted.document, "ref", submitted.reference, "valid_until", submitted.validUntil)
      data.put("parts", submitted.parts.mapValues(\.description))
    case .signed(let document): data.put("document", document)
    case .approved(let approval): data.put("approval", approval)
    case .rejected(let approval, let document, let why):
      data.put("approval", approval, "document", document, "why", why)
    case .assessed(let assessed): assessed.write(&data)
    case .feedbackGiven(let feedback): feedback.write(&data)
    case .confirmed(let subject, let result, let follows, let parts):
      data.put("subject", subject, "result", result, "follows", follows)
      data.put("parts", parts)
    case .counted(let counter, let amount, let document):
      data.put("counter", counter, "amount", amount, "signed_with", document)
    case .done(let obligation): data.put("obligation", obligation)
    case .advanced(let from, let to, let again):
      data.put("from", from, "to", to)
      data.put("again", again.map(\.description))
    case .completed: break
    case .blocked(let block): data.put("block", block)
    case .unblocked(let block, let why): data.put("block", block, "why", why)
    case .escalated(let escalated): escalated.write(&data)
    case .consulted(let id, let role, let isAbsent, let why):
      data.put("escalation", id, "role", role, "absent", isAbsent, "why", why)
    case .proposed(let id, let plan): data.put("escalation", id, "plan", plan)
    case .decided(let decided):
      data.put("escalation", decided.escalation, "outcome", decided.outcome, "why", decided.why)
      data.put(
        "analysis", decided.analysis, "intervention", decided.intervention, "ruled_on", decided.ruledOn)
      data.put("parts", decided.parts)
    case .flagged(let flagged): flagged.write(&data)
    case .escalationClimbed(let id, let to): data.put("escalation", id, "to", to)
    case .escalationWithdrawn(let id, let obligation, let isGone, let isPaused):
      data.put("escalation", id, "obligation", obligation)
      if isGone { data.put("gone", isGone) }
      if isPaused { data.put("paused", isPaused) }
    case .stoodIn(let corner, let role, let since): data.put("corner", corner, "role", role, "since", since)
    case .corrected(let corrected):
      data.put("seq", corrected.event, "why", corrected.why, "happened_on", corrected.happened)
      data.put("with", corrected.along)
      if let replacement = corrected.data { data.object["data"] = .object(replacement) }
    case .parameterSet, .schoolSet, .extended, .noted, .waived, .snoozed, .paused, .resumed, .disputed,
      .discussed, .goalSet, .agreementMade, .agreementSettled, .terminated:
      write(course: &data)
    case .claimed, .claimGranted, .claimRefused, .claimDeferred: write(claim: &data)
    case .calendarAdopted(let adopted): adopted.write(&data)
    }
    return data.object
  }

  /// Reads an event back from its name and data.
  ///
  /// - Throws: `EventProblem` where the name is unknown or a value is missing or of another kind.
  public init(type: String, data object: JSONObject) throws(EventProblem) {
    let data = EventData(object, of: type)
    switch type {
    case "started": self = .started(try Started(data))
    case "assigned":
      self = .assigned(
        role: try data.text("role"), person: try data.value("person"), since: try data.value("since"),
        beside: try data.people("beside"))
    case "planned":
      self = .planned(
        gesprek: try data.value("gesprek"), at: try data.value("at"), mode: data.textIfAny("mode"))
    case "cancelled": self = .cancelled(gesprek: try data.value("gesprek"), why: try data.value("why"))
    case "held":
      self = .held(
        Held(
          gesprek: try data.value("gesprek"), present: try data.attendances("present"),
          mode: data.textIfAny("mode"),
          conclusion: data.textIfAny("conclusion"), record: try data.texts("record"),
          minutes: try data.numberIfAny("minutes")))
    case "closed": self = .closed(gesprek: try data.value("gesprek"), record: try data.texts("record"))
    case "submitted":
      self = .submitted(
        Submitted(
          document: try data.value("document"), reference: try data.valueIfAny("ref"),
          parts: try data.references("parts"), validUntil: try data.valueIfAny("valid_until")))
    case "signed": self = .signed(document: try data.value("document"))
    case "approved": self = .approved(approval: try data.value("approval"))
    case "rejected":
      self = .rejected(
        approval: try data.value("approval"), document: try data.value("document"), why: try data.value("why")
      )
    case "assessed": self = .assessed(try Assessed(data))
    case "feedback_given": self = .feedbackGiven(try FeedbackGiven(data))
    case "confirmed":
      self = .confirmed(
        subject: try data.text("subject"), result: try data.text("result"),
        follows: data.textIfAny("follows"), parts: try data.list("parts"))
    case "counted":
      self = .counted(
        counter: try data.text("counter"), amount: try data.number("amount"),
        signedWith: data.textIfAny("signed_with"))
    case "done": self = .done(obligation: try data.value("obligation"))
    case "advanced":
      self = .advanced(
        from: try data.text("from"), to: try data.text("to"), again: try data.items("again"))
    case "completed": self = .completed
    case "blocked": self = .blocked(block: try data.text("block"))
    case "unblocked": self = .unblocked(block: try data.text("block"), why: try data.valueIfAny("why"))
    case "escalated": self = .escalated(try Escalated(data))
    case "consulted":
      self = .consulted(
        escalation: try data.text("escalation"), role: try data.text("role"), isAbsent: data.flag("absent"),
        why: try data.valueIfAny("why"))
    case "proposed": self = .proposed(escalation: try data.text("escalation"), plan: try data.value("plan"))
    case "decided":
      self = .decided(
        Decided(
          escalation: try data.text("escalation"), outcome: try data.text("outcome"),
          why: try data.value("why"),
          analysis: try data.valueIfAny("analysis"), intervention: try data.valueIfAny("intervention"),
          ruledOn: data.textIfAny("ruled_on"), parts: try data.list("parts")))
    case "flagged": self = .flagged(try Flagged(data))
    case "escalation_climbed":
      self = .escalationClimbed(escalation: try data.text("escalation"), to: try data.text("to"))
    case "escalation_withdrawn":
      self = .escalationWithdrawn(
        escalation: try data.text("escalation"), obligation: try data.value("obligation"),
        isGone: data.flag("gone"), isPaused: data.flag("paused"))
    case "stood_in":
      self = .stoodIn(
        corner: try data.text("corner"), role: try data.text("role"), since: try data.value("since"))
    case "calendar_adopted": self = .calendarAdopted(try CalendarAdopted(data))
    case "corrected":
      var corrected = Corrected(
        event: try data.number("seq"), why: try data.value("why"), data: object["data"]?.members,
        happened: try data.valueIfAny("happened_on"))
      corrected.along = object["with"]?.int
      self = .corrected(corrected)
    default:
      guard let course = try Event(course: type, data) else {
        throw EventProblem(type: type, what: "unknown event")
      }
      self = course
    }
  }
}

extension Event.Started {
  fileprivate func write(_ data: inout EventData) {
    data.put("student", student, "workflow", workflow, "version", version)
    data.put("digest", digest, "from", from, "until", until)
    if let school { data.object["school"] = .string("S\(school)") }
    data.put("roles", roles)
    data.put("parameters", parameters)
    data.put("calendar", calendar)
  }

  fileprivate init(_ data: EventData) throws(EventProblem) {
    self.init(
      student: try data.value("student"), workflow: try data.text("workflow"),
      version: try data.text("version"),
      digest: try data.text("digest"), from: try data.value("from"), until: try data.valueIfAny("until"),
      school: data.textIfAny("school").flatMap { Int($0.dropFirst()) }, roles: try data.attendances("roles"),
      parameters: try data.texts("parameters"), calendar: data.textIfAny("calendar"))
  }
}

extension Event.Assessed {
  fileprivate func write(_ data: inout EventData) {
    data.put("outcome", outcome, "gesprek", gesprek, "verdict", verdict)
    data.put("final", isFinal, "example", example, "why", why)
    data.put("next_step", nextStep, "form", form)
    data.put("parts", parts)
    data.put("marks", marks)
    data.put("recorded_by", recordedBy)
    data.put("proofs", proofs)
    data.put("refs", references.map(\.description))
    data.put("part_values", values)
  }

  fileprivate init(_ data: EventData) throws(EventProblem) {
    self.init(
      outcome: try data.text("outcome"), gesprek: data.textIfAny("gesprek"),
      verdict: try data.text("verdict"), isFinal: data.flag("final"), example: try data.valueIfAny("example"),
      why: try data.valueIfAny("why"),
      nextStep: try data.valueIfAny("next_step"), form: try data.valueIfAny("form"),
      parts: try data.list("parts"), marks: try data.list("marks"),
      recordedBy: try data.valueIfAny("recorded_by"), proofs: try data.list("proofs"),
      references: try data.referenceList("refs"), values: try data.texts("part_values"))
  }
}

extension Event.FeedbackGiven {
  fileprivate func write(_ data: inout EventData) {
    data.put("outcome", outcome, "gesprek", gesprek, "seen", seen)
    data.put("growth", growth, "to_grow", toGrow, "form", form)
    data.put("not_seen", isNotSeen, "why", why)
    data.put("marks", marks)
  }

  fileprivate init(_ data: EventData) throws(EventProblem) {
    self.init(
      outcome: try data.text("outcome"), gesprek: try data.text("gesprek"), seen: try data.valueIfAny("seen"),
      growth: try data.valueIfAny("growth"), toGrow: try data.valueIfAny("to_grow"),
      form: try data.valueIfAny("form"), isNotSeen: data.flag("not_seen"), why: try data.valueIfAny("why"),
      marks: try data.list("marks"))
  }
}

extension Event.Escalated {
  fileprivate func write(_ data: inout EventData) {
    data.put("escalation", escalation, "route", route, "reason", reason, "about", about)
    data.put("obligation", obligation, "to", to, "due", due, "why", why)
  }

  fileprivate init(_ data: EventData) throws(EventProblem) {
    self.init(
      escalation: try data.text("escalation"), route: try data.text("route"), reason: try data.text("reason"),
      about: data.textIfAny("about"), obligation: try data.valueIfAny("obligation"), to: try data.text("to"),
      due: try data.value("due"), why: try data.valueIfAny("why"))
  }
}

extension Event.Flagged {
  fileprivate func write(_ data: inout EventData) {
    data.put("obligation", obligation, "due", due, "rung", rung)
    data.put("recipient", recipient, "role", role, "asks", asks)
  }

  fileprivate init(_ data: EventData) throws(EventProblem) {
    self.init(
      obligation: try data.value("obligation"), due: try data.value("due"), rung: try data.number("rung"),
      recipient: try data.valueIfAny("recipient"), role: try data.text("role"), asks: data.flag("asks"))
  }
}
