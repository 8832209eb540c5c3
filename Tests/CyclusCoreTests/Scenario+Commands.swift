@testable import CyclusCore

// Short ways to write commands in tests; every text is there unless a test leaves it out.
extension Command {
  static func advance() -> Command { .advance(to: nil) }

  static func held(_ gesprek: String, _ present: String..., record: [String: String] = [:]) -> Command {
    .held(
      Held(
        gesprek: gesprek,
        present: present.map { item in
          let parts = item.split(separator: "=").map(String.init)
          return Present(role: parts[0], person: parts.count > 1 ? PersonID(parts[1]) : nil)
        }, record: record))
  }

  static func submit(_ document: String) -> Command { .submit(Submit(document: document, reference: text())) }

  static func reject(_ approval: String) -> Command { .reject(approval: approval, why: text()) }

  /// A verdict with every part that it needs.
  static func assess(_ outcome: String, at gesprek: String, _ verdict: String, trust: Bool = true) -> Command
  {
    .assess(
      Assess(
        outcome: outcome, gesprek: gesprek, verdict: verdict, example: text(1), why: text(2),
        nextStep: text(3),
        parts: trust ? ["trust"] : []))
  }

  static func feedback(_ outcome: String?, at gesprek: String) -> Command {
    .feedback(Feedback(outcome: outcome, gesprek: gesprek, seen: text(1), growth: text(2), toGrow: text(3)))
  }

  static func escalate(_ reason: String, about: String? = nil) -> Command {
    .escalate(reason: reason, about: about, why: text())
  }

  static func consult(_ escalation: String, _ role: String) -> Command {
    .consult(escalation: escalation, role: role, isAbsent: false, why: nil)
  }

  static func propose(_ escalation: String) -> Command { .propose(escalation: escalation, plan: text()) }

  static func decide(_ escalation: String, _ outcome: String) -> Command {
    .decide(Decide(escalation: escalation, outcome: outcome, why: text()))
  }

  /// The decision of a disputed verdict, with the arguments weighed unless a test leaves them out.
  static func decide(_ escalation: String, verdict: String, weighed: Bool = true, parts: [String] = [])
    -> Command
  {
    .decide(
      Decide(
        escalation: escalation, outcome: verdict, why: text(1), analysis: weighed ? text(2) : nil,
        parts: parts))
  }

  static func dispute(_ outcome: String) -> Command { .dispute(outcome: outcome, why: text()) }

  static func dialogue(
    _ outcome: String, agreed: String? = nil, isAbsent: Bool = false, parts: [String] = []
  ) -> Command {
    .dialogue(Dialogue(outcome: outcome, why: text(), agreed: agreed, isAbsent: isAbsent, parts: parts))
  }

  static func waive(_ obligation: String) -> Command { .waive(obligation: obligation, why: text()) }

  static func snooze(_ obligation: String, until: String) -> Command {
    .snooze(obligation: obligation, until: day(until), why: text())
  }

  static func pause(from: String? = nil, until: String? = nil, _ cause: PauseDefinition.Cause = .student)
    -> Command
  {
    .pause(from: from.map { day($0) }, until: until.map { day($0) }, cause: cause)
  }

  static func agree(_ owner: String, due: String, firstStep: Bool = true) -> Command {
    .agree(Agree(what: text(1), owner: owner, due: day(due), firstStep: firstStep ? text(2) : nil))
  }

  static func settle(
    _ agreement: String, _ status: Traject.Agreement.Status, why: Bool = false, needs: Bool = false
  ) -> Command {
    .settle(
      Settle(agreement: agreement, status: status, why: why ? text(1) : nil, needs: needs ? text(2) : nil))
  }

  static func set(_ parameter: String, _ value: String) -> Command {
    .set(parameter: parameter, value: value)
  }

  static func plan(_ gesprek: String, _ at: String) -> Command {
    guard let moment = LocalMoment(at) else { preconditionFailure("\(at) is no moment") }
    return .plan(gesprek: gesprek, at: moment, mode: nil)
  }
}

/// Stretches of the main line, each on its usual days, for `given`.
struct Stretch {
  var acts: [Scenario.Act]

  static let everything: [String: String] = [
    "doelen": "alle", "leeractiviteiten": "ja", "wanneer-tevreden": "ja",
  ]

  /// In `startgesprek`: the kennismakingsgesprek was held on 3 February.
  static let kennismaking = Stretch(acts: [
    by("student", "2026-02-03", .held("kennismakingsgesprek", "student", "wpb")),
    by("io", "2026-02-03", .advance()),
  ])

  /// In `begeleiding-1`: the startgesprek was held on 27 February.
  static let startgesprek =
    kennismaking
    + Stretch(acts: [
      by("student", "2026-02-27", .held("startgesprek", "student", "wpb", "io", record: everything)),
      by("io", "2026-02-27", .advance()),
    ])

  /// In `begeleiding-1`, the report handed in on 3 March.
  static let report =
    startgesprek
    + Stretch(acts: [
      by("student", "2026-03-03", .submit("verslag-startgesprek"))
    ])

  /// In `tussenevaluatie`: both approvals granted on 5 March.
  static let approvals =
    report
    + Stretch(acts: [
      by("wpb", "2026-03-05", .approve(approval: "goedkeuring-pedagogisch")),
      by("wpb", "2026-03-05", .approve(approval: "goedkeuring-didactisch")),
      by("io", "2026-03-05", .advance()),
    ])

  static let summative = ["positief-leerklimaat", "afstemmen-op-de-lerende", "leerstof-verwerken"]
  static let formative = ["ict", "ppi"]

  /// In `tussenevaluatie`, the self-reflection handed in on 10 April and feedback given on 15 April.
  static let interimFeedback =
    approvals
    + Stretch(
      acts: [by("student", "2026-04-10", .submit("zelfreflectie@tussenevaluatie"))]
        + (summative + formative).map { by("wpb", "2026-04-15", .feedback($0, at: "tussenevaluatie")) })

  /// In `begeleiding-2`: the tussenevaluatie was held on 21 April.
  static let tussenevaluatie =
    interimFeedback
    + Stretch(acts: [
      by(
        "student", "2026-04-21",
        .held("tussenevaluatie", "student", "wpb", "io", record: ["doelen-bijgesteld": "ja"])),
      by("io", "2026-04-21", .advance()),
    ])

  /// In `eindbeoordeling`, the self-reflection handed in on 8 June.
  static let selfReflection =
    tussenevaluatie
    + Stretch(acts: [
      by("io", "2026-06-01", .advance()),
      by("student", "2026-06-08", .submit("zelfreflectie@eindbeoordeling")),
    ])

  /// In `eindbeoordeling`, verdicts and feedback given on 15 June: all three voldaan.
  static let verdicts =
    selfReflection
    + Stretch(
      acts: summative.map { by("wpb", "2026-06-15", .assess($0, at: "eindbeoordeling", "voldaan")) }
        + formative.map { by("wpb", "2026-06-15", .feedback($0, at: "eindbeoordeling")) })

  /// In `beslissing`: the eindbeoordeling was held on 16 June.
  static let eindbeoordeling = verdicts + finalTalk

  static let finalTalk = Stretch(acts: [
    by(
      "student", "2026-06-16",
      .held("eindbeoordeling", "student", "wpb", "io", record: ["ontwikkelpunten": "alle"])),
    by("io", "2026-06-16", .advance()),
  ])

  /// In `beslissing`, the portfolio handed in on 18 June.
  static let portfolio =
    eindbeoordeling
    + Stretch(acts: [
      by("student", "2026-06-18", .submit("beoordelingsportfolio"))
    ])

  /// In `beslissing`, the trust of the schoolopleider on record on 19 June.
  static let trusted =
    portfolio + Stretch(acts: [by("so", "2026-06-19", .done(obligation: "vertrouwen-schoolopleider"))])

  /// In `beslissing`, both units confirmed on 22 June.
  static let confirmations =
    trusted
    + Stretch(acts: [
      by("oac", "2026-06-22", .confirm(subject: "owe-afstemmen-en-creeren-1")),
      by("olv", "2026-06-22", .confirm(subject: "owe-leerstof-verwerken")),
    ])

  /// In `beslissing`, everything done; only `advance` is left.
  static let shared =
    confirmations
    + Stretch(acts: [
      by("oac", "2026-06-23", .done(obligation: "beslissing-gedeeld")),
      by("olv", "2026-06-23", .done(obligation: "beslissing-gedeeld")),
    ])

  static func + (first: Stretch, second: Stretch) -> Stretch { Stretch(acts: first.acts + second.acts) }
}
