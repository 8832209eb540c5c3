import CyclusCore
import CyclusStore

// Time beside progress, as lists show it.
extension Overview {
  /// `60/20`: percents of the time and of the steps, with `!` where the steps lag; `nil` for what has ended.
  func progressMark(on today: Day) -> String? {
    guard progress.ended == nil else { return nil }
    let mark = progress.isLagging(on: today) ? "!" : ""
    return "\(progress.timePercent(on: today))/\(progress.stepsPercent)\(mark)"
  }
}

/// What the mark beside time and progress means.
enum ProgressLegend {
  /// How many of some trajecten lag, and what that is; nothing where none does.
  static func lagging(_ count: Int) -> Localized? {
    guard count > 0 else { return nil }
    let margin = Progress.margin
    return Localized(
      nl:
        "tijd/stappen met een !: in procenten; bij \(Noun.traject.count(count, .nl)) loopt de tijd \(margin) punten of meer voor",
      en:
        "time/steps with a !: in percent; for \(Noun.traject.count(count, .en)) the time is \(margin) points or more ahead"
    )
  }
}
