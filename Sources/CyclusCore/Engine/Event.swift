/// What happened in a traject, in the past tense; a stored event adds who, when and under which rule.
public enum Event: Hashable, Sendable {
  case started(Started)
  /// `beside` are those who keep the role; who held it besides them holds it no longer.
  case assigned(role: String, person: PersonID, since: Day, beside: [PersonID] = [])
  case planned(gesprek: ItemKey, at: LocalMoment, mode: String?)
  case cancelled(gesprek: ItemKey, why: TextReference)
  case held(Held)
  case closed(gesprek: ItemKey, record: [String: String])
  case submitted(Submitted)
  case signed(document: ItemKey)
  case approved(approval: ItemKey)
  case rejected(approval: ItemKey, document: ItemKey, why: TextReference)
  case assessed(Assessed)
  case feedbackGiven(FeedbackGiven)
  case confirmed(subject: String, result: String, follows: String?, parts: [String])
  case counted(counter: String, amount: Int, signedWith: String? = nil)
  case done(obligation: ObligationKey)
  case advanced(from: String, to: String, again: [ItemKey] = [])
  case completed
  case blocked(block: String)
  case unblocked(block: String, why: TextReference?)
  case escalated(Escalated)
  case consulted(escalation: String, role: String, isAbsent: Bool, why: TextReference?)
  case proposed(escalation: String, plan: TextReference)
  case decided(Decided)
  case flagged(Flagged)
  case escalationClimbed(escalation: String, to: String)
  case escalationWithdrawn(
    escalation: String, obligation: ObligationKey, isGone: Bool = false, isPaused: Bool = false)
  case stoodIn(corner: String, role: String, since: Day)
  case parameterSet(name: String, value: String, again: [ItemKey] = [])
  case schoolSet(school: Int)
  case extended(until: Day)
  case noted(text: TextReference)
  case waived(obligation: ObligationKey, why: TextReference)
  case snoozed(obligation: ObligationKey, until: Day, why: TextReference)
  case paused(cause: PauseDefinition.Cause, since: Day, resumed: Day? = nil)
  case resumed
  case disputed(Disputed)
  case discussed(Discussed)
  case goalSet(id: String, prose: [String: TextReference], codes: [String: String])
  case agreementMade(AgreementMade)
  case agreementSettled(AgreementSettled)
  case claimed(Claimed)
  case claimGranted(claim: String, why: TextReference?)
  case claimRefused(claim: String, why: TextReference)
  case claimDeferred(claim: String, why: TextReference, to: ItemKey)
  case terminated(reason: String)
  case calendarAdopted(CalendarAdopted)
  case corrected(Corrected)
}

extension Event {
  /// A traject began.
  public struct Started: Hashable, Sendable {
    /// The student.
    public var student: PersonID
    /// The id of the workflow.
    public var workflow: String
    /// The version of the workflow.
    public var version: String
    /// The digest of the workflow version.
    public var digest: String
    /// The first day.
    public var from: Day
    /// The last day, where there is one.
    public var until: Day?
    /// The number of the school in the erasable store.
    public var school: Int?
    /// Who holds which role.
    public var roles: [Traject.Attendance]
    /// The parameters that were given.
    public var parameters: [String: String]
    /// The digest of the calendar from which its dates follow; `nil` for a traject that began without.
    public var calendar: String?
  }

  /// A traject goes on under another calendar.
  public struct CalendarAdopted: Hashable, Sendable {
    /// The digest of the calendar until now; `nil` for a traject that began without.
    public var before: String?
    /// The digest of the calendar from now on.
    public var calendar: String
    /// The open obligations whose date is another now, in the order in which the traject has them.
    public var moved: [Moved]
    /// The obligations that were waived, with the date that each keeps.
    public var kept: [String: Day]
    /// The first days that dates may have from now on: of what the calendar itself would date before the day of adoption,
    /// and before the date that it had.
    public var floors: [String: Day]

    /// An open obligation with its old and its new date; `nil` on the side where it has none.
    public struct Moved: Hashable, Sendable {
      /// The obligation.
      public var obligation: ObligationKey
      /// By when it was to be met.
      public var from: Day?
      /// By when it is to be met now.
      public var to: Day?
    }
  }

  /// A gesprek took place.
  public struct Held: Hashable, Sendable {
    /// The gesprek.
    public var gesprek: ItemKey
    /// Who were there.
    public var present: [Traject.Attendance]
    /// How it was held, such as `online`.
    public var mode: String?
    /// The conclusion, where the workflow asks one.
    public var conclusion: String?
    /// What was put on record, by the id of the field.
    public var record: [String: String]
    /// How long it took, in minutes.
    public var minutes: Int?
  }

  /// A document was handed in.
  public struct Submitted: Hashable, Sendable {
    /// The document.
    public var document: ItemKey
    /// Where the document is.
    public var reference: TextReference?
    /// The parts, by name.
    public var parts: [String: TextReference]
    /// The last day on which it is valid.
    public var validUntil: Day?
  }

  /// A verdict was given.
  public struct Assessed: Hashable, Sendable {
    /// The code of the outcome.
    public var outcome: String
    /// The gesprek; `nil` for one that was judged by itself.
    public var gesprek: String?
    /// The verdict, from the scale of the outcome.
    public var verdict: String
    /// Whether it counts as final; otherwise it is interim.
    public var isFinal: Bool
    /// A concrete example.
    public var example: TextReference?
    /// Why, in prose that can be erased.
    public var why: TextReference?
    /// A feasible next step.
    public var nextStep: TextReference?
    /// The form that holds the parts.
    public var form: TextReference?
    /// Parts that the verdict needs on top, such as `trust`.
    public var parts: [String]
    /// What is to be known of it, such as `without-self-reflection`.
    public var marks: [String]
    /// Who recorded it, where that is a known person who did not give it (GEN-12).
    public var recordedBy: PersonID?
    /// What it rests on: documents by key, groups of indicators by id.
    public var proofs: [String] = []
    /// What else it rests on, in text that can be erased.
    public var references: [TextReference] = []
    /// The parts in which it was judged, each with its value.
    public var values: [String: String] = [:]
  }

  /// Feedback was given.
  public struct FeedbackGiven: Hashable, Sendable {
    /// The code of the outcome.
    public var outcome: String
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
    /// What is to be known of it, such as `without-self-reflection`.
    public var marks: [String]
  }

  /// A matter was brought to a role that decides.
  public struct Escalated: Hashable, Sendable {
    /// The escalation, `E1`.
    public var escalation: String
    /// The route of the workflow.
    public var route: String
    /// The reason code.
    public var reason: String
    /// The outcome that it is about.
    public var about: String?
    /// The obligation.
    public var obligation: ObligationKey?
    /// The role that decides.
    public var to: String
    /// By when, ending with that day.
    public var due: Day
    /// Why, in prose that can be erased.
    public var why: TextReference?
  }

  /// An escalation was decided.
  public struct Decided: Hashable, Sendable {
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
    /// The outcome on which it is the verdict, where it decides a dispute.
    public var ruledOn: String?
    /// What that verdict needed on top, such as `trust`.
    public var parts: [String] = []
  }

  /// A verdict was disputed by who has to confirm it.
  public struct Disputed: Hashable, Sendable {
    /// The code of the outcome.
    public var outcome: String
    /// The ground, in prose that can be erased.
    public var why: TextReference
  }

  /// Colleagues had a dialogue about a disputed verdict, or could not have one.
  public struct Discussed: Hashable, Sendable {
    /// The code of the outcome.
    public var outcome: String
    /// What was said, or why there was no dialogue, in prose that can be erased.
    public var why: TextReference
    /// The verdict on which they agreed.
    public var agreed: String?
    /// Whether there was no dialogue.
    public var isAbsent: Bool
    /// What that verdict needed on top, such as `trust`.
    public var parts: [String] = []
  }

  /// An agreement was made.
  public struct AgreementMade: Hashable, Sendable {
    /// `A1`.
    public var id: String
    /// What was agreed, in prose that can be erased.
    public var what: TextReference
    /// The role that owns it.
    public var owner: String
    /// By when.
    public var due: Day
    /// The first step, in prose that can be erased.
    public var firstStep: TextReference?
  }

  /// It was said what became of an agreement.
  public struct AgreementSettled: Hashable, Sendable {
    /// `A1`.
    public var id: String
    /// What became of it.
    public var status: Traject.Agreement.Status
    /// Why, in prose that can be erased.
    public var why: TextReference?
    /// What is needed now, in prose that can be erased.
    public var needs: TextReference?
  }

  /// A rung of the ladder was reached: somebody has to be told.
  public struct Flagged: Hashable, Sendable {
    /// The obligation.
    public var obligation: ObligationKey
    /// By when, ending with that day.
    public var due: Day
    /// The rung, from 0.
    public var rung: Int
    /// Who is told; `nil` where nobody holds the role.
    public var recipient: PersonID?
    /// The role.
    public var role: String
    /// Whether the recipient is asked whether it happened, because the one who owes it has no address.
    public var asks: Bool
  }

  /// An earlier event was taken out, or given other data.
  public struct Corrected: Hashable, Sendable {
    /// The number of the event.
    public var event: Int
    /// Why, in prose that can be erased.
    public var why: TextReference
    /// The data in its place; `nil` takes the event out.
    public var data: JSONObject?
    /// The day on which it happened after all.
    public var happened: Day?
    /// The number of the event whose correction brought this one along; `nil` where somebody asked for it.
    public var along: Int?

    /// Creates a correction.
    public init(event: Int, why: TextReference, data: JSONObject?, happened: Day?) {
      self.event = event
      self.why = why
      self.data = data
      self.happened = happened
    }
  }
}

/// An event as the log holds it.
public struct LoggedEvent: Hashable, Sendable {
  /// The number in the database, from 1.
  public var seq: Int
  /// The traject that it belongs to.
  public var traject: Int
  /// What happened.
  public var event: Event
  /// The obligations that it met, with the due date that each had.
  public var meets: [Met]
  /// The phase in which the traject was.
  public var phase: String
  /// Who acted.
  public var actor: Actor
  /// The number of the OS account that recorded it.
  public var recorder: Int
  /// How the recorder knew.
  public var source: Source?
  /// When it happened.
  public var happened: Day
  /// When it was recorded.
  public var recorded: Instant
  /// The rules under which it was accepted.
  public var rules: [String]
  /// The number of the batch.
  public var batch: Int

  /// An obligation that an event met.
  public struct Met: Hashable, Sendable {
    /// The key of the obligation.
    public var key: ObligationKey
    /// By when, ending with that day.
    public var due: Day?

    /// Creates a met obligation.
    public init(key: ObligationKey, due: Day?) {
      self.key = key
      self.due = due
    }
  }

  /// Creates an event as the log holds it.
  public init(
    seq: Int, traject: Int, event: Event, meets: [Met], phase: String, actor: Actor, recorder: Int,
    source: Source?, happened: Day, recorded: Instant, rules: [String], batch: Int
  ) {
    self.seq = seq
    self.traject = traject
    self.event = event
    self.meets = meets
    self.phase = phase
    self.actor = actor
    self.recorder = recorder
    self.source = source
    self.happened = happened
    self.recorded = recorded
    self.rules = rules
    self.batch = batch
  }
}
