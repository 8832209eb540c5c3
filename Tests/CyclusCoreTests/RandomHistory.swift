import Testing

@testable import CyclusCore

/// Histories of a traject, repeated from their seed: acts that fit, and acts that are refused.
struct RandomHistory {
  /// The traject before its first act.
  let beginning: Scenario
  /// Every act that was tried, in order.
  private(set) var acts: [Scenario.Act]
  private(set) var scenario: Scenario
  private(set) var refusals: [Refusal] = []
  /// What the state broke after one of its acts.
  private(set) var broken: [String] = []
  private var random: RepeatableRandom
  private var today: Day

  /// Stretches after which a history may go its own way, besides a fresh traject.
  private static let beginnings: [Stretch] = [
    .kennismaking, .startgesprek, .report, .approvals, .interimFeedback, .tussenevaluatie, .verdicts,
    .eindbeoordeling, .portfolio, .confirmations, .shared, .openOutcome, .extended, .secondTalk,
  ]

  /// Draws a number of acts from a seed.
  init(seed: UInt64, acts count: Int) throws {
    random = RepeatableRandom(seed: seed)
    let stretch = Int.random(in: 0..<19, using: &random)
    let isFresh = !Self.beginnings.indices.contains(stretch)
    let parameters = ["regio": ["noord", "midden", "zuid"][Int(seed % 3)]].merging(
      isFresh && seed % 5 == 0 ? ["houding-jaar-1": "niet-behaald"] : [:]
    ) { $1 }
    // One person in several roles now and then.
    let roles = Scenario.roles(
      seed % 7 == 0 ? ["olv": PersonID(4)] : seed % 11 == 0 ? ["so": PersonID(2)] : [:])
    beginning = try isFresh ? Scenario(Scenario.request(roles: roles, parameters)) : Scenario()
    scenario = beginning
    acts = isFresh ? [] : Self.beginnings[stretch].acts
    today = beginning.state.from
    for act in acts { perform(act) }
    today = scenario.log.map(\.happened).max() ?? today
    for _ in 0..<count {
      let act = next()
      acts.append(act)
      if perform(act) { broken += Laws.brokenByState(of: scenario) }
    }
  }

  /// What comes of a traject when acts are tried on it one by one.
  init(_ beginning: Scenario, _ acts: [Scenario.Act]) {
    self.beginning = beginning
    self.acts = acts
    scenario = beginning
    random = RepeatableRandom(seed: 0)
    today = beginning.state.from
    for act in acts where perform(act) { broken += Laws.brokenByState(of: scenario) }
  }

  /// Tries an act; one that is refused leaves everything as it was.
  @discardableResult private mutating func perform(_ act: Scenario.Act) -> Bool {
    let before = scenario
    do {
      try scenario.perform(act)
      if case .adopt(_, let day) = act { broken += Laws.broken(byAdopting: before, scenario, on: day) }
      return true
    } catch {
      scenario = before
      if let refusal = error as? Refusal { refusals.append(refusal) }
      return false
    }
  }

  private mutating func one<Item>(of items: [Item]) -> Item {
    items[Int.random(in: 0..<items.count, using: &random)]
  }
  private mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }

  private mutating func next() -> Scenario.Act {
    if chance(60) { today = today + Int.random(in: 0...9, using: &random) }
    if chance(5) { return .flag(today) }
    if chance(4) { return correction() }
    if chance(4) { return .adopt(one(of: Self.calendars), on: today - (chance(30) ? 3 : 0)) }
    if let late = lateEntry() { return late }
    let happened = chance(25) ? today - Int.random(in: -1...20, using: &random) : today
    let (usual, command) = command(on: happened)
    let who = chance(85) ? usual : one(of: ["student", "wpb", "so", "io", "oac", "olv", "P99"])
    return .command(who, on: happened, today: today, command)
  }

  /// Year plans that a history may adopt: study days, weeks without school, holidays in which there is school.
  private static let calendars: [PinnedCalendar] = (0..<8).map { number in
    var random = RepeatableRandom(seed: UInt64(number) + 77)
    let first = Day(number: CivilDate(year: 2026, month: 1, day: 1).dayNumber)
    let entries = (0..<30).map { _ in
      let from = first + Int.random(in: 0..<420, using: &random)
      let isWeek = Int.random(in: 0..<6, using: &random) == 0
      return CalendarEntry(
        from: isWeek ? from.monday : from, to: isWeek ? from.monday + 4 : from,
        name: Localized("Dag \(from)"),
        kind: Int.random(in: 0..<3, using: &random) == 0 ? .teaching : .free)
    }
    // Some without the holidays of the workflow, so that much of it is opened again.
    let open = CalendarEntry(
      from: first, to: first + 399, name: Localized("Altijd les"), kind: .teaching)
    let layer = CalendarLayer(
      id: "eigen", title: Localized("jaarplan"), kind: .institute,
      entries: entries + (number.isMultiple(of: 3) ? [open] : []))
    return PinnedCalendar(
      digest: "kalender-\(number)", calendar: SchoolCalendar([layer], holidays: DutchHolidays()))
  }

  /// A gesprek whose lack was escalated turns out to have been held on its last day.
  private mutating func lateEntry() -> Scenario.Act? {
    let escalated = scenario.state.openEscalations.compactMap(\.obligation).first { $0.step == .held }
    // Of a later round it is asked no more once the extension was taken out.
    let owed = scenario.state.obligations(scenario.rulebook)
    guard let key = escalated, let due = owed.first(where: { $0.key == key })?.due, chance(20) else {
      return nil
    }
    let present = ["student", "wpb", "io"].map { Command.Present(role: $0) }
    return .command(
      "student", on: due, today: today, .held(.init(gesprek: key.item.description, present: present)))
  }

  private mutating func correction() -> Scenario.Act {
    let seq = Int.random(in: 1...scenario.log.count + 1, using: &random)
    let happened = chance(50) ? today - Int.random(in: 0...10, using: &random) : nil
    // Every second one with a cascade. The start stays: without it there is no traject to go on with.
    return .correct(
      .init(event: max(2, seq), why: text(), data: nil, happened: happened), today,
      isCascading: seq.isMultiple(of: 2))
  }

  /// A command with the role that usually gives it.
  private mutating func command(on happened: Day) -> (String, Command) {
    let workflow = Scenario.workflow
    let gesprek =
      one(of: workflow.gesprekken).id + (chance(5) ? "@w\(Int.random(in: 0...17, using: &random))" : "")
    let judged = one(of: ["tussenevaluatie", "eindbeoordeling"])
    let outcome = one(of: workflow.outcomes.map(\.id) + ["onbekend"])
    let approval = one(of: workflow.approvals.map(\.id))
    let escalation = "E\(Int.random(in: 1...2, using: &random))"
    if chance(14) { return course(on: happened) }
    switch Int.random(in: 0..<24, using: &random) {
    case 0, 1, 2: return ("io", .advance(to: chance(10) ? one(of: workflow.phases.map(\.id)) : nil))
    case 3, 4, 5:
      let present = ["student", "wpb", "so", "io", "oac"].filter { _ in chance(75) }.map {
        Command.Present(role: $0)
      }
      return ("student", .held(.init(gesprek: gesprek, present: present, record: record(of: gesprek))))
    case 6: return ("student", .close(gesprek: gesprek, record: record(of: gesprek)))
    case 7:
      return (
        "io",
        .plan(
          gesprek: gesprek,
          at: LocalMoment(day: happened + Int.random(in: 0...14, using: &random), minuteOfDay: 600), mode: nil
        )
      )
    case 8: return ("io", .cancel(gesprek: gesprek, why: text()))
    case 9, 10, 11: return ("student", .submit(one(of: workflow.documents.map(\.id))))
    case 12, 13: return ("wpb", .approve(approval: approval))
    case 14: return ("wpb", .reject(approval))
    case 15:
      return ("wpb", .assess(outcome, at: judged, one(of: ["voldaan", "niet-voldaan"]), trust: chance(80)))
    case 16: return ("wpb", .feedback(chance(90) ? outcome : nil, at: judged))
    case 17:
      return one(of: [
        ("oac", .confirm(subject: "owe-afstemmen-en-creeren-1")),
        ("olv", .confirm(subject: "owe-leerstof-verwerken")),
      ])
    case 18: return task()
    case 19: return ("so", .block(reason: "onveilige-situatie"))
    case 20: return ("io", .unblock(block: one(of: workflow.blocks.map(\.id)), why: text()))
    case 21:
      let reason = one(of: ["zorg-leeruitkomst", "stagnatie", "onveilig", "gesprek-blijft-uit"])
      return ("student", .escalate(reason, about: chance(50) ? outcome : nil))
    case 22:
      return one(of: [
        ("io", .consult(escalation, "so")), ("io", .consult(escalation, "io")), ("io", .propose(escalation)),
        ("io", .decide(escalation, "hervatten")), ("io", .decide(escalation, "besproken")),
        ("io", .decide(escalation, "alsnog-gepland")),
      ])
    default:
      return one(of: [
        ("student", .count(counter: "lessen", amount: Int.random(in: -3...12, using: &random))),
        ("io", .standIn(corner: "institute", role: "so", since: happened)),
        ("io", .assign(role: one(of: ["wpb", "slber"]), person: PersonID(9), since: happened)),
      ])
    }
  }

  /// A command on the course of the traject, with the role that usually gives it.
  private mutating func course(on happened: Day) -> (String, Command) {
    let open =
      scenario.state.obligations(scenario.rulebook).filter(\.isAsked).map(\.key.description) + ["onbekend"]
    let state = scenario.state
    if let disputed = state.disputes.last(where: \.isOpen)?.outcome, chance(60) {
      return (
        "io", .dialogue(.init(outcome: disputed, why: text(), agreed: chance(50) ? "voldaan" : nil))
      )
    }
    if let escalation = state.openEscalations.first?.id, chance(30) {
      return one(of: [("io", .propose(escalation)), ("io", .consult(escalation, "so"))])
    }
    if state.parameters["verlenging"] == "yes", chance(40) { return ("io", .extend(until: happened + 300)) }
    let judged = one(of: Stretch.summative)
    let confirmer = judged == "leerstof-verwerken" ? "olv" : "oac"
    let verdict = one(of: ["voldaan", "niet-voldaan"])
    return one(of: [
      (confirmer, .dispute(outcome: judged, why: text())),
      (confirmer, .dispute(outcome: judged, why: text())),
      ("io", .dialogue(.init(outcome: judged, why: text(), agreed: chance(50) ? verdict : nil))),
      ("io", .dialogue(.init(outcome: judged, why: text(), isAbsent: true))),
      ("io", .escalate("geen-overeenstemming", about: judged)),
      ("io", .decide(.init(escalation: "E1", outcome: verdict, why: text(), analysis: text(2)))),
      ("io", .waive(obligation: one(of: open), why: text())),
      ("io", .snooze(obligation: one(of: open), until: happened + 5, why: text())),
      ("io", .pause(from: chance(30) ? happened - 2 : nil, cause: .student)), ("io", .resume),
      ("io", .resume),
      ("io", .set(parameter: "open-uit-jaar-1", value: one(of: ["effectieve-instructie", "onbekend"]))),
      ("io", .set(parameter: "verlenging", value: one(of: ["yes", "no"]))),
      ("io", .setSchool(Int.random(in: 1...9, using: &random))), ("io", .extend(until: happened + 200)),
      ("student", .note(text: text())),
      ("student", .goal(prose: ["doel": text()], codes: ["leeruitkomst": judged])),
      ("student", .agree(.init(what: text(), owner: "student", due: happened + 7))),
      ("io", .settle(.init(agreement: "A1", status: .done))),
      ("io", .terminate(reason: chance(20) ? "uitgeschreven" : "stagnatie")),
    ])
  }

  private mutating func task() -> (String, Command) {
    one(of: [
      ("student", .done(obligation: "gegevens-doorgegeven")),
      ("student", .done(obligation: "feedbackverzoek")),
      ("oac", .done(obligation: "student-geinstrueerd")), ("wpb", .done(obligation: "voorbereiding-bekeken")),
      ("io", .done(obligation: "contact-begeleiding")), ("io", .done(obligation: "houding-alsnog-behaald")),
      ("oac", .done(obligation: "beslissing-gedeeld")), ("olv", .done(obligation: "beslissing-gedeeld")),
    ])
  }

  private mutating func record(of gesprek: String) -> [String: String] {
    guard let definition = Scenario.workflow.gesprek(gesprek) else { return [:] }
    var record: [String: String] = [:]
    for field in definition.record where chance(80) {
      record[field.id] = field.kind == .eachOutcome ? (chance(80) ? "alle" : "ict,ppi") : "ja"
    }
    return record
  }
}
