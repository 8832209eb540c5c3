/// What is on record of gesprekken, documents, approvals and verdicts.
extension Traject {
  /// What is known of one gesprek.
  public struct GesprekRecord: Hashable, Sendable, Codable {
    /// The moment for which it is planned.
    public var planned: LocalMoment?
    /// How it was held, such as `online`.
    public var mode: String?
    /// The times that it took place, by day; more than one where a catch-up was needed.
    public var sessions: [Session] = []
    /// The conclusion, where the workflow asks one.
    public var conclusion: String?
    /// What was put on record, by the id of the field.
    public var record: [String: String] = [:]
    /// The day on which it was closed.
    public var closed: Day?
    /// The day on which it was cancelled.
    public var cancelled: Day?
    /// Creates an empty record.
    public init() {}
  }

  /// One time that a gesprek took place: the talk itself, or a catch-up contact with who was missing.
  public struct Session: Hashable, Sendable, Codable {
    /// On which day.
    public var on: Day
    /// Who were there.
    public var present: [Attendance]
    /// How long it took, in minutes, where that was recorded.
    public var minutes: Int?
    /// How it was held, such as `online`, where that was recorded.
    public var mode: String?
  }

  /// A person who was there, and in which role.
  public struct Attendance: Hashable, Sendable, Codable {
    /// The role.
    public var role: String
    /// The person.
    public var person: PersonID

    /// Creates an attendance.
    public init(role: String, person: PersonID) {
      self.role = role
      self.person = person
    }
  }

  /// What is known of one document.
  public struct DocumentRecord: Hashable, Sendable, Codable {
    /// How many times it was asked.
    public var round = 1
    /// Every handing in, in order.
    public var submissions: [Submission] = []
    /// The day on which it was sent back, while it has not been handed in again.
    public var sentBack: Day?
    /// Who signed it.
    public var signatures: [Signature] = []
    /// Creates an empty record.
    public init() {}
  }

  /// One handing in of a document.
  public struct Submission: Hashable, Sendable, Codable {
    /// Which asking it answers, from 1.
    public var round: Int
    /// On which day.
    public var on: Day
    /// Who did it.
    public var by: PersonID?
    /// Where the document is.
    public var reference: TextReference?
    /// The parts that were in it; `nil` where it has none.
    public var parts: [String]?
    /// The last day on which it is valid, where that was said.
    public var validUntil: Day?
  }

  /// A signature under a document.
  public struct Signature: Hashable, Sendable, Codable {
    /// In which role.
    public var role: String
    /// By whom.
    public var person: PersonID
    /// On which day; unknown in what an older version stored.
    public var on: Day?
    /// The number of the event.
    public var event: Int?
  }

  /// Something that was counted on a day, and is signed with the document of its block.
  public struct Count: Hashable, Sendable, Codable {
    /// The counter.
    public var counter: String
    /// On which day.
    public var on: Day
    /// How many; negative for what was taken back.
    public var amount: Int
    /// The number of the event.
    public var event: Int
  }

  /// What is known of one approval.
  public struct ApprovalRecord: Hashable, Sendable, Codable {
    /// How many times it was asked.
    public var round = 1
    /// The round of the document that this asking waits for.
    public var documentRound = 1
    /// The day on which it was given.
    public var granted: Day?
    /// Every rejection, in order.
    public var rejections: [Rejection] = []
    /// Creates an empty record.
    public init() {}
  }

  /// An approval that was refused, and why.
  public struct Rejection: Hashable, Sendable, Codable {
    /// On which day.
    public var on: Day
    /// Who did it.
    public var by: PersonID?
    /// Why, in prose that can be erased.
    public var why: TextReference
  }

  /// A verdict or feedback on an outcome.
  public struct Judgement: Hashable, Sendable, Codable {
    /// The number of the event.
    public var event: Int
    /// The code of the outcome.
    public var outcome: String
    /// The gesprek; the outcome itself where it was judged at none.
    public var gesprek: String
    /// The verdict; `nil` for feedback.
    public var verdict: String?
    /// Whether it counts as final; otherwise it is interim.
    public var isFinal: Bool
    /// Who did it.
    public var by: PersonID?
    /// The role.
    public var role: String?
    /// On which day.
    public var on: Day
    /// Whether too little was seen to say anything.
    public var isNotSeen: Bool
    /// What is to be known of it, such as `without-self-reflection`.
    public var marks: [String]
    /// Who recorded it, where that is a known person who did not give it.
    public var recordedBy: PersonID?
    /// In which round its outcome was asked, where that is judged by itself.
    public var asked: Int?
  }

  /// A confirmed unit or outcome.
  public struct Confirmation: Hashable, Sendable, Codable {
    /// On which day.
    public var on: Day
    /// Who did it.
    public var by: PersonID?
    /// The result, from the scale.
    public var result: String
  }
}
