import CyclusCore
import CyclusStore

/// An event in a sentence, as history and the answer to a command show it.
struct EventText {
  let session: Session
  let workflow: Workflow

  func sentence(_ logged: LoggedEvent) throws -> String {
    let text = try body(logged.event)
    return "\(session.short(logged.happened)): \(text)\(since(logged))"
  }

  /// From when a role is somebody's, where that is another day than the one on which it was given.
  private func since(_ logged: LoggedEvent) -> String {
    switch logged.event {
    case .assigned(_, _, let since, _), .stoodIn(_, _, let since):
      since == logged.happened ? "" : session.text(", vanaf ", ", from ") + session.long(since)
    default: ""
    }
  }

  func title(_ id: String) -> String { session.text(workflow.title(of: id)) }

  func title(_ key: ItemKey) -> String {
    var text = session.text(workflow.title(of: key))
    if key.round > 1 { text += session.text(", keer \(key.round)", ", time \(key.round)") }
    return text
  }

  /// The title of what was confirmed, which is named by its key.
  private func title(of subject: String) -> String { ItemKey(subject).map { title($0) } ?? subject }

  private func concluded(_ conclusion: String?) -> String {
    conclusion.map { session.text(", conclusie: \($0)", ", conclusion: \($0)") } ?? ""
  }

  /// Why an escalation ended without a decision.
  private func withdrawn(_ obligation: ObligationKey, _ isGone: Bool, _ isPaused: Bool) -> String {
    switch obligation.step {
    case _ where isPaused:
      session.text(
        "ingetrokken: voor \(title(obligation.item)) stond de klok die dag stil",
        "withdrawn: for \(title(obligation.item)) the clock stood still on that day")
    case _ where isGone:
      session.text(
        "ingetrokken: \(title(obligation.item)) wordt niet meer gevraagd",
        "withdrawn: \(title(obligation.item)) is no longer asked")
    case .agreed:
      session.text(
        "gesloten: men is het eens over \(title(obligation.item.id))",
        "closed: those concerned agree about \(title(obligation.item.id))")
    case .decided:
      session.text(
        "ingetrokken: wat haar opende, staat er niet meer", "withdrawn: what opened it is no longer on record"
      )
    default:
      session.text(
        "ingetrokken: \(title(obligation.item)) was op tijd",
        "withdrawn: \(title(obligation.item)) was in time")
    }
  }

  /// Which time a gesprek was held, where it was more than once.
  private func time(_ gesprek: String) -> String {
    guard let round = ItemKey(gesprek)?.round, round > 1 else { return "" }
    return session.text(" (keer \(round))", " (time \(round))")
  }

  private func body(_ event: Event) throws -> String {
    switch event {
    case .started(let started):
      session.text("traject begonnen: ", "traject started: ") + session.text(workflow.title)
        + " \(started.version)"
    case .assigned(let role, let person, _, let beside):
      "\(title(role)): \(try session.name(person))"
        + (beside.isEmpty
          ? ""
          : session.text(", naast ", ", beside ")
            + (try beside.map { try session.name($0) }.joined(separator: ", ")))
    case .planned(let gesprek, let at, let mode):
      session.text("gepland: ", "planned: ") + title(gesprek) + " \(session.long(at.day)) \(at.timeText)"
        + (mode.map { ", \($0)" } ?? "")
    case .cancelled(let gesprek, let why):
      session.text("afgezegd: ", "cancelled: ") + title(gesprek) + (try quoted(why))
    case .held(let held):
      session.text("gehouden: ", "held: ") + title(held.gesprek)
        + session.text(", met ", ", with ") + held.present.map { title($0.role) }.joined(separator: ", ")
        + (held.minutes.map { session.text(", \($0) minuten", ", \($0) minutes") } ?? "")
        + concluded(held.conclusion)
    case .closed(let gesprek, let record):
      session.text("afgesloten: ", "closed: ") + title(gesprek)
        + concluded(record[ResultCondition.conclusion])
    case .submitted(let submitted):
      session.text("ingeleverd: ", "handed in: ") + title(submitted.document)
        + (submitted.validUntil.map { session.text(", geldig tot ", ", valid until ") + session.long($0) }
          ?? "")
        + (submitted.parts.isEmpty
          ? "" : session.text(", met ", ", with ") + submitted.parts.keys.sorted().joined(separator: ", "))
        + (try quoted(submitted.reference))
    case .signed(let document): session.text("ondertekend: ", "signed: ") + title(document)
    case .approved(let approval): session.text("gegeven: ", "given: ") + title(approval)
    case .rejected(let approval, _, let why):
      session.text("afgewezen: ", "rejected: ") + title(approval) + (try quoted(why))
    case .assessed(let assessed):
      session.text(
        assessed.isFinal ? "oordeel: " : "tussentijds oordeel: ",
        assessed.isFinal ? "verdict: " : "interim verdict: ")
        + "\(title(assessed.outcome)) \(assessed.verdict)" + time(assessed.gesprek ?? "")
        + values(assessed) + marks(assessed.marks, assessed.gesprek ?? "")
        + (try quoted(assessed.why ?? assessed.form)) + (try proofs(assessed))
    case .feedbackGiven(let given):
      "feedback: \(title(given.outcome))"
        + (given.isNotSeen ? session.text(", te weinig gezien", ", too little seen") : "")
        + time(given.gesprek) + marks(given.marks, given.gesprek)
    case .confirmed(let subject, let result, let follows, let parts):
      session.text("bevestigd: ", "confirmed: ") + "\(title(of: subject)) \(result)"
        + (follows.map { session.text(", met ", ", with ") + title($0) } ?? "") + with(parts)
    case .counted(let counter, let amount, _): "\(title(counter)): \(amount > 0 ? "+" : "")\(amount)"
    case .done(let obligation): session.text("gedaan: ", "done: ") + title(obligation.item)
    case .advanced(let from, let to, let again):
      session.text("fase: ", "phase: ") + "\(title(from)) → \(title(to))"
        + (again.isEmpty ? "" : session.text(", opnieuw", ", again"))
    case .completed: session.text("traject voltooid", "traject completed")
    case .blocked(let block): session.text("geblokkeerd: ", "blocked: ") + title(block)
    case .unblocked(let block, let why):
      session.text("blokkade opgeheven: ", "block lifted: ") + title(block) + (try quoted(why))
    case .escalated(let escalated):
      "\(escalated.escalation) " + session.text("geopend: ", "opened: ") + reason(escalated)
        + (escalated.about.map { ", \(title($0))" } ?? "")
        + (try quoted(escalated.why))
    case .consulted(let id, let role, let isAbsent, let why):
      "\(id): \(title(role)) "
        + (isAbsent ? session.text("niet bereikt", "not reached") : session.text("geraadpleegd", "consulted"))
        + (try quoted(why))
    case .proposed(let id, let plan): "\(id): plan" + (try quoted(plan))
    case .decided(let decided):
      "\(decided.escalation) " + session.text("beslist: ", "decided: ") + outcome(decided.outcome)
        + with(decided.parts) + (try quoted(decided.why))
    case .flagged(let flagged):
      session.text(
        "te laat sinds \(session.short(flagged.due)): ", "overdue since \(session.short(flagged.due)): ")
        + session.text(Phrase.owed(flagged.obligation, workflow)) + " → \(title(flagged.role))"
        + (try named(flagged.recipient))
        + (flagged.asks ? session.text(" (navragen)", " (to ask)") : "")
    case .escalationClimbed(let id, let to):
      session.text("\(id) gaat door naar: ", "\(id) passes on to: ") + title(to)
    case .escalationWithdrawn(let id, let obligation, let isGone, let isPaused):
      "\(id) " + withdrawn(obligation, isGone, isPaused)
    case .stoodIn(let corner, let role, _):
      "\(title(corner)): \(title(role)) " + session.text("valt in", "stands in")
    case .parameterSet, .schoolSet, .extended, .noted, .waived, .snoozed, .paused, .resumed, .disputed,
      .discussed, .goalSet, .agreementMade, .agreementSettled, .terminated:
      try course(event)
    case .claimed, .claimGranted, .claimRefused, .claimDeferred: try claim(event)
    case .calendarAdopted(let adopted): self.adopted(adopted)
    case .corrected(let corrected):
      session.text("correctie van #\(corrected.event): ", "correction of #\(corrected.event): ")
        + (corrected.isRetraction
          ? session.text("teruggenomen", "taken out") : session.text("andere gegevens", "other data"))
        + (corrected.along.map { session.text(", mee met #\($0)", ", along with #\($0)") } ?? "")
        + (corrected.happened.map { session.text(", gebeurd op ", ", happened on ") + session.long($0) } ?? "")
        + (try quoted(corrected.why))
    }
  }

  private func reason(_ escalated: Event.Escalated) -> String {
    guard let route = workflow.route(escalated.route) else { return escalated.reason }
    let reason =
      route.reasons.first { $0.id == escalated.reason }.map { " (\(session.text($0.title)))" } ?? ""
    return session.text(route.title) + reason
  }

  /// The parts of a verdict, each with its value.
  private func values(_ assessed: Event.Assessed) -> String {
    let parts = workflow.outcome(assessed.outcome)?.parts ?? []
    let texts = parts.compactMap { part in
      assessed.values[part.id].map { "\(session.text(part.title)) \($0)" }
    }
    return texts.isEmpty ? "" : " (\(texts.joined(separator: ", ")))"
  }

  /// The marks of a judgement; the one for a document that was not waited for in words.
  private func marks(_ marks: [String], _ gesprek: String) -> String {
    let judging = ItemKey(gesprek).flatMap { workflow.gesprek($0.id) }?.judging
    let texts = marks.map { mark in
      guard mark == judging?.mark, let document = judging?.afterDocument else { return mark }
      return session.text("zonder ", "without ") + title(document).lowercasedFirst
    }
    return texts.isEmpty ? "" : " [\(texts.joined(separator: ", "))]"
  }

  /// What a verdict rests on, by name, and the addresses as they stand in the erasable store.
  private func proofs(_ assessed: Event.Assessed) throws -> String {
    let groups = workflow.outcome(assessed.outcome)?.indicators ?? []
    let named = assessed.proofs.map { proof in
      groups.first { $0.id == proof }.map { session.text($0.title) } ?? ItemKey(proof).map(title) ?? proof
    }
    let texts = try assessed.references.map { try quoted($0) }.map {
      $0.hasPrefix(" — ") ? String($0.dropFirst(3)) : $0.trimmed
    }
    let all = named + texts
    return all.isEmpty ? "" : session.text("; rust op ", "; rests on ") + all.joined(separator: ", ")
  }

  /// What somebody who confirms, agrees or decides adds to a result.
  func with(_ parts: [String]) -> String {
    let words = parts.map { $0 == "trust" ? session.text("vertrouwen", "trust") : $0 }
    return words.isEmpty ? "" : session.text(", met ", ", with ") + words.joined(separator: ", ")
  }

  private func outcome(_ id: String) -> String {
    let known = workflow.escalations.lazy.flatMap(\.outcomes).first { $0.id == id }
    return known.map { session.text($0.title) } ?? id
  }

  /// Prose as it stands in the erasable store, or that it was erased.
  private func named(_ person: PersonID?) throws -> String {
    let name = try session.name(person)
    return name.isEmpty ? session.text(" (niet vervuld)", " (not filled)") : " \(name)"
  }

  func quoted(_ reference: TextReference?) throws -> String {
    guard let reference else { return "" }
    guard let text = try session.store(.read).text(reference) else {
      return session.text(" (gewist)", " (erased)")
    }
    return " — " + TerminalText.clean(text)
  }
}
