// What is known of the course of a traject besides its gesprekken: pauses, waivers, disputes, goals and agreements.
extension Traject {
  /// A stretch in which the clocks stood still (GEN-14).
  public struct Pause: Hashable, Sendable, Codable {
    /// On whose account.
    public var cause: PauseDefinition.Cause
    /// The first day.
    public var since: Day
    /// The day on which the clocks went on; `nil` while they stand still.
    public var until: Day?
    /// How many rungs were on record when it was, where it begins before some of these; `nil` where it does not.
    public var flagsBefore: Int?

    /// The days that count as paused, up to a day while it lasts.
    public func days(upTo today: Day) -> Int { max(0, min(until ?? today, max(today, since)) - since) }

    /// Whether the clocks stood still on a day.
    public func covers(_ day: Day) -> Bool { since <= day && (until.map { day < $0 } ?? true) }
  }

  /// An obligation that is no longer asked (GEN-10).
  public struct Waiver: Hashable, Sendable, Codable {
    /// On which day.
    public var on: Day
    /// Who waived it.
    public var by: Actor
    /// Why, in prose that can be erased.
    public var why: TextReference
  }

  /// A verdict that was disputed before it was confirmed.
  public struct Dispute: Hashable, Sendable, Codable {
    /// The outcome.
    public var outcome: String
    /// How many times this outcome was disputed, from 1.
    public var round: Int
    /// The round of the gesprek in which the disputed verdict was given.
    public var asked: Int
    /// The day on which it was disputed.
    public var on: Day
    /// Who disputed it.
    public var by: Actor
    /// The verdict that was disputed.
    public var verdict: String
    /// Who gave that verdict.
    public var judgedBy: PersonID?
    /// Who recorded that verdict, where a person is known.
    public var recordedBy: PersonID?
    /// The day on which a dialogue was on record, or why there was none.
    public var discussed: Day?
    /// The verdict on which those concerned agreed, or that was decided.
    public var ruling: String?
    /// The day of that.
    public var ruled: Day?
    /// Whether it was decided instead of agreed, and so is final.
    public var isDecided = false

    /// Whether nobody has agreed or decided yet.
    public var isOpen: Bool { ruling == nil }
  }

  /// A goal of the student, in the parts of the workflow.
  public struct Goal: Hashable, Sendable, Codable {
    /// `G1`.
    public var id: String
    /// On which day.
    public var on: Day
    /// The parts in prose, by name.
    public var prose: [String: TextReference]
    /// The parts that are codes, by name.
    public var codes: [String: String]
  }

  /// An agreement with an owner and a date.
  public struct Agreement: Hashable, Sendable, Codable {
    /// What became of it.
    public enum Status: String, CaseIterable, Sendable, Codable {
      case done, notDone = "not-done", dropped
    }

    /// `A1`.
    public var id: String
    /// On which day.
    public var on: Day
    /// What was agreed.
    public var what: TextReference
    /// The role that owns it.
    public var owner: String
    /// By when.
    public var due: Day
    /// What became of it, the last time that it was said.
    public var status: Status?
    /// The day of that.
    public var settled: Day?
  }

  /// How a traject was ended early.
  public struct Termination: Hashable, Sendable, Codable {
    /// On which day.
    public var on: Day
    /// The reason code.
    public var reason: String
    /// Who ended it.
    public var by: Actor
  }

  /// A value that a parameter had before it was set anew.
  public struct ReplacedValue: Hashable, Sendable, Codable {
    /// The parameter.
    public var parameter: String
    /// The value; `nil` where it was not set before.
    public var value: String?
    /// The day on which another took its place.
    public var on: Day
  }

  /// The value that a parameter had on a day, as far as it was set.
  func value(of parameter: String, on day: Day) -> String? {
    let later = (replaced ?? []).filter { $0.parameter == parameter && day < $0.on }
    return later.min { $0.on < $1.on }.map(\.value) ?? parameters[parameter]
  }

  /// Applies an event of the course.
  mutating func evolve(course event: Event, by actor: Actor, on day: Day) {
    switch event {
    case .parameterSet(let name, let value, let again):
      ask(again, on: day)
      replaced = (replaced ?? []) + [ReplacedValue(parameter: name, value: parameters[name], on: day)]
      guard !value.isEmpty else {
        parameters[name] = nil
        parametersSet[name] = nil
        return
      }
      parameters[name] = value
      parametersSet[name] = parametersSet[name] ?? day
    case .schoolSet(let school): self.school = school
    case .extended(let until):
      self.until = until
      extended = day
    case .waived(let obligation, let why):
      waived[obligation.description] = Waiver(on: day, by: actor, why: why)
    case .snoozed(let obligation, let until, _): snoozed[obligation.description] = until
    case .paused(let cause, let since, let resumed):
      let isLate = flags.contains { $0.on >= since }
      let pause = Pause(cause: cause, since: since, until: resumed, flagsBefore: isLate ? flags.count : nil)
      pauses.insert(pause, at: pauses.firstIndex { $0.since > since } ?? pauses.endIndex)
    case .resumed:
      if let standing = pauses.lastIndex(where: { $0.until == nil }) { pauses[standing].until = day }
    case .disputed(let disputed): evolve(disputed, by: actor, on: day)
    case .discussed(let discussed):
      guard let index = disputes.lastIndex(where: { $0.outcome == discussed.outcome }) else { return }
      disputes[index].discussed = disputes[index].discussed ?? day
      if let agreed = discussed.agreed {
        disputes[index].ruling = agreed
        disputes[index].ruled = day
      }
    case .goalSet(let id, let prose, let codes):
      give(id)
      goals.append(Goal(id: id, on: day, prose: prose, codes: codes))
    case .agreementMade(let made):
      give(made.id)
      agreements.append(Agreement(id: made.id, on: day, what: made.what, owner: made.owner, due: made.due))
    case .agreementSettled(let settled):
      guard let index = agreements.firstIndex(where: { $0.id == settled.id }) else { return }
      agreements[index].status = settled.status
      agreements[index].settled = day
    case .terminated(let reason): terminated = Termination(on: day, reason: reason, by: actor)
    default: break
    }
  }

  private mutating func evolve(_ disputed: Event.Disputed, by actor: Actor, on day: Day) {
    let judged = lastFinalJudgement(on: disputed.outcome)
    disputes.append(
      Dispute(
        outcome: disputed.outcome, round: disputes.count { $0.outcome == disputed.outcome } + 1,
        asked: judged?.round ?? 1, on: day,
        by: actor, verdict: judged?.verdict ?? "", judgedBy: judged?.by, recordedBy: judged?.recordedBy))
  }
}
