/// Something that may happen next in a traject that is explored: an act of somebody, or that time passes.
struct ExplorerMove: Sendable {
  /// What it does.
  enum Deed: Hashable, Sendable {
    /// Somebody gives a command.
    case act(Actor, Command)
    /// Nothing is done until that day, and what is overdue by then is recorded.
    case wait(until: Day)
    /// Nothing happens: the obligation is left for later.
    case postpone(ObligationKey)
  }

  /// What it does.
  var deed: Deed
  /// In plain words: who does what.
  var words: Localized
  /// Whether it is the usual course; everything else departs from it.
  var isUsual: Bool
  /// How many unusual things it is at once, where it departs from the usual course.
  var departures = 1
  /// The day on which it was done, where that is before the day on which it is recorded.
  var happened: Day?

  init(_ deed: Deed, _ words: Localized, isUsual: Bool = false, happened: Day? = nil) {
    self.deed = deed
    self.words = words
    self.isUsual = isUsual
    self.happened = happened
  }
}

/// One step of a history that was explored, as it can be told and done again.
public struct ExploredStep: Hashable, Sendable {
  /// On which day.
  public let on: Day
  /// In plain words: who does what.
  public let words: Localized
  /// What is done.
  let deed: ExplorerMove.Deed
  /// The day on which it was done, where that is before the day on which it is recorded.
  var happened: Day?

  /// Whether it gives a parameter another value.
  var isSetting: Bool {
    if case .act(_, .set) = deed { true } else { false }
  }

  /// Whether nothing is done but to let time pass.
  var isWaiting: Bool {
    if case .wait = deed { true } else { false }
  }
}
