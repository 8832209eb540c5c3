import CyclusCore

// Time beside progress, as `show` gives it.
extension TrajectView {
  /// For scripts.
  var progress: JSONValue {
    let progress = Progress(standing)
    return [
      "time_percent": JSONValue(progress.timePercent(on: today)),
      "days_gone": JSONValue(progress.daysGone(on: today)),
      "days": JSONValue(progress.days), "steps_percent": JSONValue(progress.stepsPercent),
      "steps_done": JSONValue(progress.done), "steps": JSONValue(progress.steps),
      "lagging": .bool(progress.isLagging(on: today)),
    ]
  }

  /// `60 % van de tijd (84 van 140 dagen), 20 % van de stappen (12 van 60)`; nothing where it has ended.
  var progressText: String? {
    let progress = Progress(standing)
    guard progress.ended == nil else { return nil }
    let (time, steps) = (progress.timePercent(on: today), progress.stepsPercent)
    let (gone, days) = (progress.daysGone(on: today), progress.days)
    return session.text(
      "\(time) % van de tijd (\(gone) van \(days) dagen), \(steps) % van de stappen (\(progress.done) van \(progress.steps))",
      "\(time)% of the time (\(gone) of \(days) days), \(steps)% of the steps (\(progress.done) of \(progress.steps))"
    )
      + (progress.isLagging(on: today) ? session.text(" · loopt achter", " · lagging") : "")
  }
}
