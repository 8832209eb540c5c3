/// A learning outcome on which feedback, and where it is summative a verdict, is given.
public struct Outcome: Hashable, Sendable, Codable {
  /// What may be said about an outcome.
  public enum Kind: String, CaseIterable, Sendable, Codable {
    /// Judged here.
    case summative
    /// Feedback only; a verdict is refused.
    case formative
    /// Open from an earlier year; judged only where it has a judge.
    case `repair`
    /// Wholly the institute's: nothing is asked of the workplace.
    case instituteOnly = "institute-only"
    /// A declaration of competence: nobody owes it, it is judged as often as wanted, and the last one counts.
    case epa
  }

  /// A group of indicators that help to judge: a label, to which a verdict may refer.
  public struct IndicatorGroup: Hashable, Sendable, Codable {
    /// The id, used as `--proof id`.
    public var id: String
    /// The name that people read.
    public var title: Localized
    /// Whether it only shows development, so that no verdict can rest on it alone.
    public var isNotForVerdict: Bool
    /// Whether the focus lies on it, the other groups counting less.
    public var isFocus: Bool
    /// Where that comes from; empty where it is the rule of the outcome.
    public var citation: Citation

    /// Creates a group.
    public init(
      id: String, title: Localized, isNotForVerdict: Bool, isFocus: Bool = false, citation: Citation
    ) {
      self.isFocus = isFocus
      self.id = id
      self.title = title
      self.isNotForVerdict = isNotForVerdict
      self.citation = citation
    }
  }

  /// The id, `positief-leerklimaat`.
  public var id: String
  /// The name that people read.
  public var title: Localized
  /// What may be said about it.
  public var kind: Kind
  /// The verdicts from good to bad; empty for a formative one.
  public var scale: [String]
  /// The roles that judge or give feedback; the first is the one who owes it.
  public var judges: [String]
  /// The role that confirms the verdict where no unit does.
  public var confirmer: String?
  /// The role that decides after a dispute.
  public var decider: String?
  /// Per verdict the parts that it needs on top, such as `trust`.
  public var verdictNeeds: [String: [String]]
  /// For one that is open from an earlier year: whether it needs a verdict here before it is confirmed.
  public var needsVerdict: Bool
  /// The outcome of this year with which it can be counted, once that is good and the confirmer agrees.
  public var follows: String?
  /// By when it is confirmed, for one that is confirmed by itself.
  public var confirmDue: Deadline?
  /// The parts that feedback on it has to have, of `seen`, `growth` and `to-grow`; any will do where there are none.
  ///
  /// `nil` in what was compiled before there was a choice: then a formative one asks all three.
  public var feedbackParts: [String]?
  /// Whether feedback that fits no outcome belongs here.
  public var catchesOtherFeedback: Bool
  /// Which trajecten have it; all where there is none.
  public var when: Condition?
  /// In which trajecten it is judged, all where there is none; elsewhere feedback is given on it.
  public var judgedWhen: Condition?
  /// The study credits that it is worth.
  public var credits: Int?
  /// The groups of indicators that help to judge it.
  public var indicators: [IndicatorGroup]
  /// What is expected of the student, to be kept in mind where it is judged.
  public var expected: [Localized]
  /// The name by which a workflow that follows knows it, where that is another than its id.
  public var travelsAs: String?
  /// How it recurs, for one that is judged by itself; `nil` for one that is judged once in each round.
  public var each: Recurrence?
  /// When it opens, for one that is judged by itself; `nil` where a gesprek asks it.
  public var opens: Opening?
  /// By when it is judged, for one that is judged by itself.
  public var due: Deadline?
  /// What has to be on record before it is judged, for one that is judged by itself.
  public var needs: [Requirement]?
  /// The gesprekken at which it may be judged, for one that no gesprek asks.
  public var at: [String]?
  /// The parts in which it is judged.
  public var parts: [Part]?
  /// Where the outcome comes from.
  public var citation: Citation

  /// Creates an outcome.
  public init(
    id: String, title: Localized, kind: Kind, scale: [String], judges: [String], citation: Citation
  ) {
    self.id = id
    self.title = title
    self.kind = kind
    self.scale = scale
    self.judges = judges
    self.citation = citation
    self.verdictNeeds = [:]
    self.needsVerdict = false
    self.catchesOtherFeedback = false
    self.indicators = []
    self.expected = []
  }
}

extension Outcome {
  /// Whether a role judges it apart from the gesprek: it confirms the outcome, on which no verdict of the workplace is
  /// needed, so that nothing that is prepared for the gesprek is waited for.
  func isJudgedApart(by role: String?) -> Bool {
    role != nil && role == confirmer && role != judges.first && !needsVerdict
  }
}

/// The outcomes that are wholly the institute's, listed per value of a parameter, such as per subject.
public struct InstituteOnly: Hashable, Sendable, Codable {
  /// The outcomes for one value of the parameter.
  public struct List: Hashable, Sendable, Codable {
    /// The value.
    public var value: String
    /// The outcomes; empty until the institute has said which.
    public var outcomes: [String]

    /// Creates a list.
    public init(value: String, outcomes: [String]) {
      self.value = value
      self.outcomes = outcomes
    }
  }

  /// The parameter on which it depends.
  public var parameter: String
  /// The lists in the order of the file.
  public var lists: [List]
  /// Where they come from.
  public var citation: Citation

  /// Creates the lists.
  public init(parameter: String, lists: [List], citation: Citation) {
    self.parameter = parameter
    self.lists = lists
    self.citation = citation
  }
}

/// A course unit over outcomes: its result is good only where all of them are.
///
/// A traject has it where one of those is judged in it.
public struct OutcomeUnit: Hashable, Sendable, Codable {
  /// The id, `afstemmen-en-creeren-1`.
  public var id: String
  /// The name that people read.
  public var title: Localized
  /// The summative outcomes on which the result rests.
  public var all: [String]
  /// The formative outcomes that are taught with it.
  public var with: [String]
  /// The role that confirms the result.
  public var confirmer: String
  /// The time it has for that, from when the confirmation opens.
  public var opens: Opening
  /// By when it is confirmed.
  public var due: Deadline?
  /// What has to be on record before a result is confirmed, per result.
  public var confirmNeeds: [Need] = []
  /// Where the unit comes from.
  public var citation: Citation

  /// What one result of a unit needs before it is confirmed.
  public struct Need: Hashable, Sendable, Codable {
    /// The result, from the scale.
    public var result: String
    /// What has to be on record.
    public var requirements: [Requirement]

    /// Creates a need.
    public init(result: String, requirements: [Requirement]) {
      self.result = result
      self.requirements = requirements
    }
  }

  /// Creates a unit.
  public init(
    id: String, title: Localized, all: [String], with: [String], confirmer: String, opens: Opening,
    due: Deadline?, citation: Citation
  ) {
    self.id = id
    self.title = title
    self.all = all
    self.with = with
    self.confirmer = confirmer
    self.opens = opens
    self.due = due
    self.citation = citation
  }
}
