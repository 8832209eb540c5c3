/// What has to be done with an item before its obligation is met; the last part of an obligation's key.
public enum Step: String, CaseIterable, Sendable, Codable {
  /// A gesprek took place.
  case held
  /// All that a gesprek has to leave on record is there.
  case closed
  /// A document was handed in.
  case submitted
  /// A document was signed.
  case signed
  /// An approval was given.
  case approved
  /// A verdict was given on an outcome.
  case assessed
  /// Feedback, or a verdict where that is allowed, was given on an outcome.
  case feedback
  /// The verdict on an outcome, or the result of a unit, was confirmed.
  case confirmed
  /// A task without a verb of its own was done.
  case done
  /// A block was lifted.
  case lifted
  /// A role was consulted in an escalation.
  case consulted
  /// A plan was put forward in an escalation.
  case proposed
  /// An escalation was decided.
  case decided
  /// A phase was left for the next.
  case advanced
  /// Who was missing from a gesprek has had a catch-up contact.
  case attended
  /// Colleagues had a dialogue about a disputed verdict.
  case discussed
  /// Those concerned agreed about a disputed verdict.
  case agreed
  /// It was said what became of an agreement.
  case settled
  /// The end of the traject was moved.
  case moved
  /// A document that is on record has not run out; asked, but owed by nobody.
  case valid
  /// A gesprek was planned.
  case planned
  /// An agreement was made; asked, but owed by nobody.
  case made
}
