import ArgumentParser
import CyclusCore
import CyclusStore

struct WhyDateCommand: CyclusCommand {
  static let configuration = CommandConfiguration(
    commandName: "why-date",
    abstract: "Why an obligation has the date that it has: from where it counts, and every day skipped.",
    discussion: """
      cyclus why-date T17 startgesprek.held
      cyclus why-date T17 startgesprek.held --as-of 2026-03-01
      """)
  @Argument(help: "id (T17) or student number") var traject: String
  @Argument(help: "key of an obligation, such as startgesprek.held") var obligation: String
  @OptionGroup(title: "Global options") var options: GlobalOptions

  func run(_ session: Session) throws -> Int32 {
    let (state, rulebook) = try session.state(of: traject)
    let today = try session.today()
    let log = try session.store(.read).effectiveEvents(of: state.id, try session.past())
    let account = try DueAccount(of: obligation, state, rulebook, log: log)
    guard session.format == .table else {
      session.console.out(JSONValue.object(account.json(on: today)).pretty)
      return 0
    }
    try write(account, state, today, session)
    return 0
  }

  private func write(_ account: DueAccount, _ state: Traject, _ today: Day, _ session: Session) throws {
    let console = session.console
    let (obligation, workflow) = (account.obligation, account.workflow)
    func say(_ text: String, _ indent: Int = 2) {
      console.out(TerminalText.hang(text, width: console.width ?? 100, indent: indent))
    }
    let what = TerminalText.clean(session.text(obligation.what)).capitalisedFirst
    console.out(
      console.styled("\(state.name) \(try session.name(state.student))", .bold) + " · \(obligation.key)")
    say(what)
    say(due(account, today, session))
    console.out()
    if let origin = account.origin {
      let event = origin.event.map { ", #\($0)" } ?? ""
      let from = session.text("telt vanaf ", "counts from ")
      say("\(from)\(session.long(origin.day)) (\(TerminalText.clean(session.text(origin.what)))\(event))")
    }
    for line in account.lines {
      let words = TerminalText.clean(session.text(line.words(workflow)))
      let event = if case .notBefore = line.step { line.event.map { " #\($0)" } ?? "" } else { "" }
      say("· " + words + event + (line.day.map { " → \(session.long($0))" } ?? ""))
      guard !line.skipped.isEmpty else { continue }
      let days = line.skipped.map { TerminalText.clean(session.text($0)) }.joined(separator: ", ")
      say("  " + session.text("overgeslagen: ", "skipped: ") + days, 4)
    }
    for wait in account.waits {
      let who = try wait.role.map { try session.who($0, wait.person, state, workflow) } ?? ""
      let text = TerminalText.clean(session.text(wait.what)).lowercasedFirst
      say("· " + session.text("wacht op: ", "waits for: ") + text)
      if !who.isEmpty { say("  " + session.text("aan zet: ", "turn of: ") + who, 4) }
    }
    if account.origin == nil, account.lines.isEmpty, account.waits.isEmpty {
      say(
        session.text(
          "De workflow geeft hiervoor geen datum.", "The workflow gives no date for this."))
    }
    if let day = account.countedAsOf {
      say(
        session.text(
          "Zoals geteld: why-date \(state.name) \(obligation.key) --as-of \(day)",
          "As it was counted: why-date \(state.name) \(obligation.key) --as-of \(day)"))
    }
    if let day = account.snoozed {
      say(
        session.text(
          "Uitgesteld tot en met \(day.longNL): dan pas wordt gewaarschuwd; de datum blijft.",
          "Left alone up to \(day.longEN): nobody is warned before; the date stays."))
    }
    if let beyond = account.beyondCalendar {
      say(session.text("Let op: ", "Note: ") + TerminalText.clean(session.text(beyond)))
    }
    console.out()
    let who = try session.who(obligation.role, obligation.person, state, workflow)
    say(session.text("wie: ", "who: ") + who)
    let rule = Report.rule(obligation.rule, session.language)
    if !rule.isEmpty { say(session.text("regel: ", "rule: ") + rule) }
  }

  /// The date with what the obligation is now.
  private func due(_ account: DueAccount, _ today: Day, _ session: Session) -> String {
    let state = session.text(OutlookText.words(account.obligation.state(on: today)))
    guard let due = account.obligation.due else {
      let none =
        account.waits.isEmpty
        ? session.text("uiterlijk: geen datum", "due: no date")
        : session.text("uiterlijk: nog geen datum", "due: no date yet")
      return none + " · \(state)"
    }
    let over = account.obligation.daysOver(on: today)
    let late = over > 0 ? " (\(Noun.day.count(over, session.language)))" : ""
    return session.text("uiterlijk: ", "due: ") + session.long(due) + " · \(state)\(late)"
  }
}
