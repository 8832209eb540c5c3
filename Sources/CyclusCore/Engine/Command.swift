/// What somebody asks of a traject, in the imperative; `decide` turns it into events or a refusal.
public enum Command: Hashable, Sendable {
  case assign(role: String, person: PersonID, since: Day?, beside: [PersonID]? = nil)
  case plan(gesprek: String, at: LocalMoment, mode: String?)
  case cancel(gesprek: String, why: TextReference)
  case held(Held)
  case close(gesprek: String, record: [String: String])
  case submit(Submit)
  case sign(document: String)
  case approve(approval: String)
  case reject(approval: String, why: TextReference)
  case assess(Assess)
  case feedback(Feedback)
  case confirm(subject: String)
  case count(counter: String, amount: Int)
  case done(obligation: String)
  case advance(to: String?)
  case block(reason: String)
  case unblock(block: String, why: TextReference)
  case escalate(reason: String, about: String?, why: TextReference?)
  case consult(escalation: String, role: String, isAbsent: Bool, why: TextReference?)
  case propose(escalation: String, plan: TextReference)
  case decide(Decide)
  case standIn(corner: String, role: String, since: Day)
  case set(parameter: String, value: String)
  case setSchool(Int)
  case extend(until: Day)
  case note(text: TextReference)
  case waive(obligation: String, why: TextReference)
  case snooze(obligation: String, until: Day, why: TextReference)
  case pause(from: Day?, until: Day? = nil, cause: PauseDefinition.Cause)
  case resume
  case dispute(outcome: String, why: TextReference)
  case dialogue(Dialogue)
  case goal(prose: [String: TextReference], codes: [String: String])
  case agree(Agree)
  case settle(Settle)
  case claim(Claim)
  case grant(claim: String, why: TextReference?)
  case refuse(claim: String, why: TextReference)
  case deferClaim(claim: String, why: TextReference)
  case terminate(reason: String)
}

extension Command {
  /// A gesprek took place.
  public struct Held: Hashable, Sendable {
    /// The gesprek.
    public var gesprek: String
    /// Who were there.
    public var present: [Present]
    /// How it was held, such as `online`.
    public var mode: String?
    /// The conclusion, where the workflow asks one.
    public var conclusion: String?
    /// How long it took, in minutes.
    public var minutes: Int?
    /// What was put on record, by the id of the field.
    public var record: [String: String]

    /// Creates the command.
    public init(
      gesprek: String, present: [Present], mode: String? = nil, conclusion: String? = nil,
      minutes: Int? = nil, record: [String: String] = [:]
    ) {
      self.gesprek = gesprek
      self.present = present
      self.mode = mode
      self.conclusion = conclusion
      self.minutes = minutes
      self.record = record
    }
  }

  /// A role that was there, and which of its people where there are several.
  public struct Present: Hashable, Sendable {
    /// The role.
    public var role: String
    /// The person.
    public var person: PersonID?

    /// Creates a presence.
    public init(role: String, person: PersonID? = nil) {
      self.role = role
      self.person = person
    }
  }

  /// A document is handed in.
  public struct Submit: Hashable, Sendable {
    /// The document.
    public var document: String
    /// Where the document is.
    public var reference: TextReference?
    /// The parts, by name.
    public var parts: [String: TextReference]
    /// The last day on which it is valid.
    public var validUntil: Day?

    /// Creates the command.
    public init(
      document: String, reference: TextReference? = nil, parts: [String: TextReference] = [:],
      validUntil: Day? = nil
    ) {
      self.document = document
      self.reference = reference
      self.parts = parts
      self.validUntil = validUntil
    }
  }

  /// A verdict is given.
  public struct Assess: Hashable, Sendable {
    /// The code of the outcome.
    public var outcome: String
    /// The gesprek; `nil` for an outcome that is judged by itself.
    public var gesprek: String?
    /// The verdict, from the scale of the outcome.
    public var verdict: String
    /// A concrete example.
    public var example: TextReference?
    /// Why, in prose that can be erased.
    public var why: TextReference?
    /// A feasible next step.
    public var nextStep: TextReference?
    /// The form that holds the parts.
    public var form: TextReference?
    /// The parts, by name.
    public var parts: [String]
    /// What the verdict rests on: documents of the traject, by key, and groups of indicators of the outcome.
    public var proofs: [String]
    /// What else it rests on, such as an address.
    public var references: [TextReference]
    /// The parts in which it is judged, each with its value.
    public var values: [String: String]

    /// Creates the command.
    public init(
      outcome: String, gesprek: String?, verdict: String, example: TextReference? = nil,
      why: TextReference? = nil, nextStep: TextReference? = nil, form: TextReference? = nil,
      parts: [String] = [], proofs: [String] = [], references: [TextReference] = [],
      values: [String: String] = [:]
    ) {
      self.outcome = outcome
      self.gesprek = gesprek
      self.verdict = verdict
      self.example = example
      self.why = why
      self.nextStep = nextStep
      self.form = form
      self.parts = parts
      self.proofs = proofs
      self.references = references
      self.values = values
    }
  }

  /// Feedback is given.
  public struct Feedback: Hashable, Sendable {
    /// The code of the outcome.
    public var outcome: String?
    /// The gesprek.
    public var gesprek: String
    /// What was seen.
    public var seen: TextReference?
    /// The growth made.
    public var growth: TextReference?
    /// The growth still to make.
    public var toGrow: TextReference?
    /// The form that holds the parts.
    public var form: TextReference?
    /// Whether too little was seen to say anything.
    public var isNotSeen: Bool
    /// Why, in prose that can be erased.
    public var why: TextReference?

    /// Creates the command.
    public init(
      outcome: String?, gesprek: String, seen: TextReference? = nil, growth: TextReference? = nil,
      toGrow: TextReference? = nil, form: TextReference? = nil, isNotSeen: Bool = false,
      why: TextReference? = nil
    ) {
      self.outcome = outcome
      self.gesprek = gesprek
      self.seen = seen
      self.growth = growth
      self.toGrow = toGrow
      self.form = form
      self.isNotSeen = isNotSeen
      self.why = why
    }
  }

  /// An escalation is decided.
  public struct Decide: Hashable, Sendable {
    /// The escalation, `E1`.
    public var escalation: String
    /// The code of the outcome.
    public var outcome: String
    /// Why, in prose that can be erased.
    public var why: TextReference
    /// The analysis, where the route asks one.
    public var analysis: TextReference?
    /// The intervention, where the route asks one.
    public var intervention: TextReference?
    /// What a verdict needs on top, such as `trust`, where a dispute is decided.
    public var parts: [String]

    /// Creates the command.
    public init(
      escalation: String, outcome: String, why: TextReference, analysis: TextReference? = nil,
      intervention: TextReference? = nil, parts: [String] = []
    ) {
      self.escalation = escalation
      self.outcome = outcome
      self.why = why
      self.analysis = analysis
      self.intervention = intervention
      self.parts = parts
    }
  }

  /// The word of the command line, which a refusal repeats.
  public var verb: String {
    switch self {
    case .assign: "assign"
    case .plan: "plan"
    case .cancel: "cancel"
    case .held: "held"
    case .close: "close"
    case .submit: "submit"
    case .sign: "sign"
    case .approve: "approve"
    case .reject: "reject"
    case .assess: "assess"
    case .feedback: "feedback"
    case .confirm: "confirm"
    case .count: "count"
    case .done: "done"
    case .advance: "advance"
    case .block: "block"
    case .unblock: "unblock"
    case .escalate: "escalate"
    case .consult: "consult"
    case .propose: "propose"
    case .decide: "decide"
    case .standIn: "stand-in"
    case .set, .setSchool: "set"
    case .extend: "extend"
    case .note: "note"
    case .waive: "waive"
    case .snooze: "snooze"
    case .pause: "pause"
    case .resume: "resume"
    case .dispute: "dispute"
    case .dialogue: "dialogue"
    case .goal: "goal"
    case .agree: "agree"
    case .settle: "settle"
    case .claim: "claim"
    case .grant: "grant"
    case .refuse: "refuse"
    case .deferClaim: "defer"
    case .terminate: "terminate"
    }
  }
}
