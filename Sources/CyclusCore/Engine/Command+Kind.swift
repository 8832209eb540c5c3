// What kind of command it is, which decides at what time it may be given.
extension Command {
  /// Whether it prepares a traject, and so may be done before the first day.
  var prepares: Bool {
    switch self {
    case .assign, .plan, .cancel, .standIn: true
    case .held, .close, .submit, .sign, .approve, .reject, .assess, .feedback, .confirm, .count, .done,
      .advance,
      .block, .unblock, .escalate, .consult, .propose, .decide, .extend, .waive, .snooze, .pause, .resume,
      .dispute,
      .dialogue, .goal, .agree, .settle, .claim, .grant, .refuse, .deferClaim, .terminate, .set, .setSchool,
      .note:
      false
    }
  }

  /// Whether it says that something happened, instead of being an act in the process itself (GEN-09).
  var isFact: Bool {
    switch self {
    case .held, .submit, .count, .note: true
    case .assign, .plan, .cancel, .standIn, .close, .sign, .approve, .reject, .assess, .feedback, .confirm,
      .done,
      .advance, .block, .unblock, .escalate, .consult, .propose, .decide, .set, .setSchool, .extend, .waive,
      .snooze,
      .pause, .resume, .dispute, .dialogue, .goal, .agree, .settle, .claim, .grant, .refuse, .deferClaim,
      .terminate:
      false
    }
  }
}
