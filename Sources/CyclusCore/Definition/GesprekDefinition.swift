/// A gesprek as the handbook describes it.
public struct GesprekDefinition: Hashable, Sendable, Codable {
  /// Who has to be there: a corner, or a role with a number of different people.
  public enum Presence: Hashable, Sendable, Codable {
    case corner(String)
    case role(String, count: Int)
  }

  /// Something that has to be on record before the gesprek closes.
  public struct RecordField: Hashable, Sendable, Codable {
    /// What is recorded.
    public enum Kind: Hashable, Sendable, Codable {
      /// A tick.
      case yes
      /// A yes or a no, either of which will do.
      case yesNo
      /// A date.
      case date
      /// A list of outcomes that has to name each that applies.
      case eachOutcome
      /// One of some values.
      case oneOf([String])
      /// One or more of the values of a parameter.
      case someOf(String)
    }
    /// The id, used as `--set id=value`.
    public var id: String
    /// The name that people read.
    public var title: Localized
    /// What is recorded.
    public var kind: Kind
    /// Whether the gesprek cannot close without it; otherwise its lack is a warning.
    public var isRequired: Bool
    /// Whether nothing is said where it is left out; written only where it is so, so that a workflow of before keeps its
    /// compiled form.
    public var isSilent: Bool?
    /// The field with which it is asked: only where that was given, and is not `no`.
    public var askedWith: String?
    /// What its values bring, in the order of the file.
    public var then: [Consequence] {
      get { consequences ?? [] }
      set { consequences = newValue.isEmpty ? nil : newValue }
    }
    /// Written only where there are any, so that a workflow of before keeps its compiled form.
    private var consequences: [Consequence]?
    /// Where the field comes from.
    public var citation: Citation

    /// Creates a field.
    public init(id: String, title: Localized, kind: Kind, isRequired: Bool, citation: Citation) {
      self.id = id
      self.title = title
      self.kind = kind
      self.isRequired = isRequired
      self.citation = citation
    }
  }

  /// What the judges have to say about the outcomes before the gesprek closes.
  public struct Judging: Hashable, Sendable, Codable {
    /// What is asked on a summative outcome.
    public enum Summative: String, CaseIterable, Sendable, Codable {
      case verdict
      case feedbackOrVerdict = "feedback or verdict"
    }
    /// What is asked on summative outcomes.
    public var summative: Summative
    /// Whether feedback is asked on the formative ones.
    public var formative: Bool
    /// Whether verdicts given here count as final; elsewhere they are interim.
    public var isFinal: Bool
    /// The document that has to come first, such as a self-reflection.
    public var afterDocument: String?
    /// How long after its due date the judge need no longer wait for that document.
    public var waitsAtMost: Span?
    /// What a verdict has to come with, as text or in the form: `example`, `why`, `next-step`.
    public var verdictParts: [String] = []
    /// How a verdict without the document is marked, `without-self-reflection`.
    public var mark: String
    /// The escalation route that a bad interim verdict brings to mind, without opening it.
    public var suggests: String?
    /// By when.
    public var due: Deadline?
    /// The roles that may judge in the judge's place, each where its condition holds.
    public var deputies: [Deputy] = []
    /// Where it comes from that a judge may say that too little was seen; `nil` where the workflow does not tell.
    public var notSeen: Citation?
    /// Where it comes from.
    public var citation: Citation

    /// Creates a rule of judging.
    public init(
      summative: Summative, formative: Bool, isFinal: Bool, afterDocument: String?, waitsAtMost: Span?,
      mark: String, due: Deadline?, citation: Citation
    ) {
      self.summative = summative
      self.formative = formative
      self.isFinal = isFinal
      self.afterDocument = afterDocument
      self.waitsAtMost = waitsAtMost
      self.mark = mark
      self.due = due
      self.citation = citation
    }
  }

  /// Who plans a gesprek, and by when.
  public struct Planning: Hashable, Sendable, Codable {
    /// The roles that plan and cancel it; the first owes it.
    public var by: [String]
    /// By when it is planned; `nil` where there is no date.
    public var due: Deadline?

    /// Creates the planning of a gesprek.
    public init(by: [String], due: Deadline?) {
      self.by = by
      self.due = due
    }
  }

  /// The teaching weeks in which a gesprek recurs, `week 1 to 16`, as a compiled workflow has them.
  struct Weeks: Hashable, Sendable, Codable {
    var first: Int
    var last: Int
    var missedInARow: Int?
    var opensTask: String?

    /// The weeks of what recurs in a range of them and in no other way; `nil` for everything else.
    init?(_ each: Recurrence) {
      guard let only = each.choices.first, each.choices.count == 1,
        case .weeks(let first, let last) = only.period,
        only == Recurrence.Choice(only.period)
      else { return nil }
      (self.first, self.last) = (first, last)
      missedInARow = each.missedInARow
      opensTask = each.opensTask
    }
  }

  /// The id, `startgesprek`.
  public var id: String
  /// The name that people read.
  public var title: Localized
  /// The role that sees to it that the gesprek takes place.
  public var by: [String]
  /// Who has to be there.
  public var present: [Presence]
  /// When it opens.
  public var opens: Opening
  /// By when it has taken place.
  public var due: Deadline?
  /// How it recurs; `nil` for one that takes place once.
  public var each: Recurrence? {
    get { recurrence ?? weeks.map(Recurrence.init) }
    set {
      weeks = newValue.flatMap(Weeks.init)
      recurrence = weeks == nil ? newValue : nil
    }
  }
  /// The teaching weeks of one that recurs in nothing else: so they stand in workflows that were compiled before.
  private var weeks: Weeks?
  private var recurrence: Recurrence?
  /// How long it takes, in minutes.
  public var duration: Int?
  /// The ways in which it may be held, such as `op-locatie`; the first is the usual one.
  public var modes: [String]
  /// What is talked about.
  public var agenda: [AgendaItem]
  /// What is recorded.
  public var record: [RecordField]
  /// The gesprekken that should be planned by the time that this one closes; their lack is a warning.
  public var plans: [String]
  /// What should have been done by the time that it takes place; its lack is a warning.
  public var warnsWithout: [Requirement]
  /// What is asked of the judges.
  public var judging: Judging?
  /// The role that sees to it that it is closed, and by when; none where holding it is all.
  public var closeBy: [String]
  /// By when it is closed.
  public var closeDue: Deadline?
  /// What else has to be there before it closes: steps of what belongs to it, or one of `agreements settled`,
  /// `agreement made` and `claims decided`.
  public var closeNeeds: [Requirement] {
    get { needs ?? [] }
    set { needs = newValue.isEmpty ? nil : newValue }
  }
  /// Written only where there are any, so that a workflow of before keeps its compiled form.
  private var needs: [Requirement]?
  /// Whether those who have to be there have to be there in one session: then a catch-up contact does not make up for
  /// who was missing.
  public var isTogether: Bool {
    get { together ?? false }
    set { together = newValue ? true : nil }
  }
  /// Written only where it holds, so that a workflow of before keeps its compiled form.
  private var together: Bool?
  /// Who plans it and by when; `nil` where anybody may, and nobody has to.
  public var planning: Planning?
  /// The escalation route that its lack takes in the end.
  public var route: String?
  /// In which trajecten it is asked; elsewhere it may be held, but nobody owes it.
  ///
  /// All where there is none.
  public var when: Condition?
  /// Where the gesprek comes from.
  public var citation: Citation

  /// Creates a gesprek.
  public init(
    id: String, title: Localized, by: [String], present: [Presence], opens: Opening, due: Deadline?,
    citation: Citation
  ) {
    self.id = id
    self.title = title
    self.by = by
    self.present = present
    self.opens = opens
    self.due = due
    self.citation = citation
    self.modes = []
    self.agenda = []
    self.record = []
    self.plans = []
    self.warnsWithout = []
    self.closeBy = []
  }
}
