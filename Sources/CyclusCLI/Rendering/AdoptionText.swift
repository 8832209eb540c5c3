import CyclusCore

/// The dates of a traject that another calendar moves, under what moves them.
struct AdoptionText {
  let adoption: CalendarAdoption
  let rows: [CalendarAdoption.Row]
  let session: Session

  func write() throws {
    guard !rows.isEmpty else { return }
    let (console, traject) = (session.console, adoption.before.traject)
    console.out(
      console.styled("\(traject.name) \(try session.name(traject.student, sorted: true))", .bold))
    var causes: [CalendarAdoption.Cause?] = []
    for row in rows where !causes.contains(row.cause) { causes.append(row.cause) }
    let width = rows.flatMap { [date($0.moved.from).count, date($0.moved.to).count] }.max() ?? 0
    for cause in causes {
      say(words(cause), indent: 2, hang: 4)
      for row in rows where row.cause == cause {
        let mark = row.isHeldBack ? "*" : " "
        let dates = "\(padded(date(row.moved.from), width)) → \(padded(date(row.moved.to), width))\(mark) "
        say(dates + session.text(row.obligation.what), indent: 4, hang: 4 + dates.count)
      }
    }
  }

  private func say(_ text: String, indent: Int, hang: Int) {
    let blanks = String(repeating: " ", count: indent)
    session.console.out(
      TerminalText.hang(
        blanks + TerminalText.clean(text), width: session.console.width ?? 1000, indent: hang))
  }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: width - text.count)
  }

  /// `vr  6 feb`, so that days stand under each other.
  private func date(_ day: Day?) -> String {
    guard let day else { return "–" }
    return session.text(day.weekday.nl, day.weekday.en) + (day.dayOfMonth < 10 ? "  " : " ")
      + session.short(day, in: adoption.day.year)
  }

  private func words(_ cause: CalendarAdoption.Cause?) -> String {
    let workflow = adoption.before.rulebook.workflow
    let words: Localized
    switch cause {
    case .free(let day, let name):
      words = Localized(
        nl: "geen school op \(day.longNL): \(name.nl)", en: "no school on \(day.longEN): \(name.en)")
    case .teaching(let day, let name):
      words = Localized(
        nl: "weer school op \(day.longNL), eerst \(name.nl)",
        en: "school again on \(day.longEN), \(name.en) before")
    case .follows(let gesprek):
      let title = workflow.title(of: gesprek)
      words = Localized(
        nl: "volgt «\(title.nl)», waarvan de laatste dag verschuift",
        en: "follows “\(title.en)”, of which the last day moves")
    case .followsOpening(let key):
      let owed = Phrase.owed(key, workflow)
      words = Localized(
        nl: "telt vanaf de dag waarop dit kan: \(owed.nl)",
        en: "counts from the day on which this can be done: \(owed.en)")
    case nil:
      words = Localized(nl: "door de andere kalender", en: "by the other calendar")
    }
    return session.text(words)
  }
}
