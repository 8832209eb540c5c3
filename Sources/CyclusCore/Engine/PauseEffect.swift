/// What a pause does to the open terms of a traject: each moves by the days of the pause on which it ran (GEN-14).
///
/// A term runs from the day on which it can be met, or from which it is counted where that is later, up to its date. So
/// what begins during a pause moves by the rest of it, and what begins after it, belongs to a teaching week, follows a
/// gesprek or stands in an event does not move.
public struct PauseEffect: Hashable, Sendable {
  /// What becomes of one open term.
  public struct Term: Hashable, Sendable {
    /// What is owed.
    public var obligation: ObligationKey
    /// The date without the pause.
    public var from: Day?
    /// The date with it; `nil` while it lasts.
    public var to: Day?
    /// By how many days of the pause it moves, before it rolls to a working day; `nil` of one that moves while the pause
    /// lasts.
    public var days: Int?
    /// Why it does not move, by the name that `why-date` gives; `nil` for one that does.
    public var stays: String?

    /// It has another date, as its count begins elsewhere: a talk was not missed after all, or what was flagged no longer
    /// holds its date.
    static let recounted = "recounted"
  }

  /// The open terms, in the order of the workflow.
  public let terms: [Term]
  /// The days of the pause; `nil` while it lasts.
  public let days: Int?

  /// Creates it from its terms.
  init(terms: [Term], days: Int?) {
    self.terms = terms
    self.days = days
  }

  /// Compares a traject with what it would be without its pause of a number.
  ///
  /// - Parameters:
  ///   - index: The place of the pause in the ledger of the traject.
  ///   - today: Up to when a pause that lasts is looked at.
  public init(of index: Int, in traject: Traject, _ rulebook: Rulebook, on today: Day) {
    let rulebook = rulebook.keepingAccounts()
    let pause = traject.pauses[index]
    var (with, without) = (traject, traject)
    with.pauses[index].until = pause.until ?? max(pause.since, today) + 1
    without.pauses.remove(at: index)
    days = pause.until.map { $0 - pause.since }
    let old = Dictionary(without.obligations(rulebook).map { ($0.key, $0) }) { first, _ in first }
    let (lasts, stretch) = (pause.until == nil, with.pauses[index])
    terms = with.obligations(rulebook).compactMap { term in
      guard term.isAsked, let due = term.due else { return nil }
      let before = old[term.key]
      // What nothing has opened yet is told where its date moves all the same.
      let isOpen = term.opens.map { !term.isConditional || $0 <= today } ?? false
      guard isOpen || before?.due != due else { return nil }
      // What its week has taken already is no open term any more.
      guard before?.isSuspended != true, before?.state(on: today) != .missed else { return nil }
      let moved = term.daysStoodStill - (before?.daysStoodStill ?? 0)
      let isRecounted = moved == 0 && !term.isSuspended && before?.due != due
      let stays =
        term.isSuspended
        ? "week_paused" : isRecounted ? Term.recounted : moved == 0 ? term.stay(in: stretch) : nil
      return Term(
        obligation: term.key, from: before?.due, to: lasts && stays == nil ? nil : due,
        days: lasts && stays == nil ? nil : moved, stays: stays)
    }
  }
}

extension Obligation {
  /// By how many days on which the clock stood still its date was moved.
  fileprivate var daysStoodStill: Int {
    (account ?? []).reduce(0) { sum, step in
      guard case .stoodStill(let stretches, _, _) = step else { return sum }
      return sum + stretches.reduce(0) { $0 + $1.days }
    }
  }

  /// Why a pause does not move its date.
  fileprivate func stay(in pause: Traject.Pause) -> String {
    for step in account ?? [] {
      switch step {
      case .notMoved(let stretches, let stay, _):
        let isMeant = stretches.contains { stretch in
          stretch.since < pause.until ?? stretch.until && pause.since < stretch.until
        }
        if isMeant { return stay.name }
      case .recorded(_, .agreed): return "agreed"
      case .recorded(_, .escalated): return "goes_on"
      case .recorded: return "recorded"
      case .from, .teachingWeeks, .blockBegins, .counted, .margin, .rolled, .middle, .share, .notBefore,
        .notAfter,
        .stoodStill, .stands, .waits:
        break
      }
    }
    return escalation != nil || key.step == .lifted ? "goes_on" : "other"
  }
}

// In words, for whoever pauses and resumes.
extension PauseEffect {
  /// What moves by how much, and how much stays, and why.
  public var remark: Localized {
    let moving = terms.filter { $0.stays == nil }
    var staying = Dictionary(grouping: terms.compactMap(\.stays)) { $0 }.mapValues(\.count)
    let recounted = staying.removeValue(forKey: Term.recounted) ?? 0
    guard !terms.isEmpty else { return Sentence.plainly("er is geen open termijn", "there is no open term") }
    var moved = days == nil ? Self.standing(moving.count) : moves(moving)
    if recounted > 0 {
      moved.nl += "; \(recounted) \(recounted == 1 ? "is" : "zijn") opnieuw geteld vanaf een andere dag"
      moved.en += "; \(recounted) \(recounted == 1 ? "was" : "were") counted anew from another day"
    }
    guard !staying.isEmpty else { return moved }
    let count = terms.count - moving.count - recounted
    let why = Self.reasons.compactMap { name, nl, en in
      staying[name].map {
        Localized(nl: "\($0) \($0 == 1 ? nl.0 : nl.1)", en: "\($0) \($0 == 1 ? en.0 : en.1)")
      }
    }
    return Localized(
      nl:
        "\(moved.nl); \(count) \(count == 1 ? "houdt zijn" : "houden hun") datum: \(Sentence.list(why.map(\.nl), "en")) (zie why-date)",
      en:
        "\(moved.en); \(count) \(count == 1 ? "keeps its" : "keep their") date: \(Sentence.list(why.map(\.en), "and")) (see why-date)"
    )
  }

  private static func standing(_ count: Int) -> Localized {
    switch count {
    case 0: Localized(nl: "geen enkele termijn staat stil", en: "not one term stands still")
    case 1:
      Localized(
        nl: "1 termijn staat stil en schuift op met de dagen tot resume",
        en: "1 term stands still and moves by the days until resume")
    default:
      Localized(
        nl: "\(count) termijnen staan stil en schuiven op met de dagen tot resume",
        en: "\(count) terms stand still and move by the days until resume")
    }
  }

  private func moves(_ moving: [Term]) -> Localized {
    guard !moving.isEmpty else {
      return Localized(nl: "geen enkele termijn schuift op", en: "not one term moves")
    }
    let groups = Dictionary(grouping: moving) { term in
      Shift(
        days: (term.to ?? term.from).flatMap { to in term.from.map { to - $0 } } ?? 0,
        isPart: term.days ?? 0 < days ?? 0, paused: term.days ?? 0)
    }
    let told = groups.sorted { ($0.key.days, $0.key.paused) > ($1.key.days, $1.key.paused) }
      .map { $0.key.words($0.value.count) }
    return Localized(
      nl: told.map(\.nl).joined(separator: ", "), en: told.map(\.en).joined(separator: ", "))
  }

  /// By how many days some terms move in the end, of how many of the pause.
  private struct Shift: Hashable {
    var days: Int
    /// Whether they began during the pause.
    var isPart: Bool
    var paused: Int

    func words(_ count: Int) -> Localized {
      var (nl, en): ([String], [String]) = ([], [])
      if isPart {
        nl.append("begon tijdens de pauze")
        en.append("began during the pause")
      }
      if days != paused, days != 0 {
        nl.append("tot een werkdag")
        en.append("up to a working day")
      }
      let (why, reason) = (nl.joined(separator: ", "), en.joined(separator: ", "))
      let terms = Localized(nl: count == 1 ? "termijn" : "termijnen", en: count == 1 ? "term" : "terms")
      let told =
        days == 0
        ? Localized(
          nl: "\(count) \(terms.nl) \(count == 1 ? "komt" : "komen") weer op dezelfde werkdag uit",
          en: "\(count) \(terms.en) \(count == 1 ? "comes" : "come") to the same working day again")
        : Localized(
          nl: "\(count) \(terms.nl) \(count == 1 ? "schuift" : "schuiven") \(Phrase.days(days).nl) op",
          en: "\(count) \(terms.en) \(count == 1 ? "moves" : "move") by \(Phrase.days(days).en)")
      return Localized(
        nl: told.nl + (why.isEmpty ? "" : " (\(why))"), en: told.en + (reason.isEmpty ? "" : " (\(reason))"))
    }
  }

  private static let reasons: [(name: String, nl: (String, String), en: (String, String))] = [
    (
      "teaching_week", ("hoort bij een lesweek", "horen bij een lesweek"),
      ("belongs to a teaching week", "belong to a teaching week")
    ),
    ("ran_later", ("liep nog niet", "liepen nog niet"), ("did not run yet", "did not run yet")),
    ("passed", ("was al voorbij", "waren al voorbij"), ("had passed already", "had passed already")),
    ("gesprek", ("volgt een gesprek", "volgen een gesprek"), ("follows a gesprek", "follow a gesprek")),
    (
      "end_moved", ("telt vanaf het verplaatste einde", "tellen vanaf het verplaatste einde"),
      ("counts from the moved end", "count from the moved end")
    ),
    (
      "recorded", ("staat in een gebeurtenis", "staan in een gebeurtenis"),
      ("stands in an event", "stand in an event")
    ),
    ("agreed", ("is zo afgesproken", "zijn zo afgesproken"), ("was agreed so", "were agreed so")),
    ("goes_on", ("loopt door", "lopen door"), ("goes on", "go on")),
    (
      "week_paused",
      ("viel in de pauze en wordt niet gevraagd", "vielen in de pauze en worden niet gevraagd"),
      ("fell in the pause and is not asked", "fell in the pause and are not asked")
    ),
    ("other", ("om een andere reden", "om een andere reden"), ("for another reason", "for another reason")),
  ]
}
