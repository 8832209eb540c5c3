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
      say(words(cause), behind: "  ")
      for row in rows where row.cause == cause {
        let mark = row.isHeldBack ? "*" : " "
        let dates = "\(padded(date(row.moved.from), width)) → \(padded(date(row.moved.to), width))\(mark) "
        say(session.text(row.obligation.what), behind: "    " + dates)
      }
    }
  }

  /// A text behind what goes before it on its first line.
  private func say(_ text: String, behind start: String) {
    let width = (session.console.width ?? 1000) - start.count
    for (number, line) in TerminalText.hang(TerminalText.clean(text), width: width, indent: 0).enumerated() {
      session.console.out((number == 0 ? start : String(repeating: " ", count: start.count)) + line)
    }
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
    case .follows(let gesprek): words = following(workflow.title(of: gesprek))
    case .followsOpening(let key): words = following(Phrase.owed(key, workflow))
    case nil: words = Localized(nl: "andere kalender", en: "another calendar")
    }
    return session.text(words)
  }

  private func following(_ what: Localized) -> Localized {
    Localized(nl: "volgt «\(what.nl)», dat verschuift", en: "follows “\(what.en)”, which moves")
  }
}
