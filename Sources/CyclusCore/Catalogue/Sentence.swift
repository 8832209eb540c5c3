/// The catalogue: why something is refused, in whole sentences that say what to do instead.
enum Sentence {
  static func list(_ items: [String], _ joint: String) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " \(joint) " + last
  }

  static func or(_ items: [Localized]) -> Localized {
    Localized(nl: list(items.map(\.nl), "of"), en: list(items.map(\.en), "or"))
  }

  static func afterToday(_ happened: Day, _ today: Day) -> Localized {
    Localized(
      nl:
        "\(happened.longNL) ligt na de peildatum \(today.longNL): leg alleen vast wat al gebeurd is, of geef een latere peildatum met --today",
      en:
        "\(happened.longEN) lies after the reference date \(today.longEN): record only what has happened, or give a later reference date with --today"
    )
  }

  static func beforeStart(_ happened: Day, _ from: Day) -> Localized {
    Localized(
      nl:
        "\(happened.longNL) ligt voor het begin van het traject op \(from.longNL): geef een latere dag",
      en: "\(happened.longEN) lies before the traject began on \(from.longEN): give a later day")
  }

  static func beforeWhat(_ happened: Day, _ what: Localized, _ day: Day) -> Localized {
    Localized(
      nl:
        "\(happened.longNL) kan niet: \(what.nl) was pas op \(day.longNL); geef met --on die dag of een latere",
      en:
        "\(happened.longEN) cannot be: \(what.en) was not until \(day.longEN); give that day or a later one with --on"
    )
  }

  /// A key with another round than the one that is asked now.
  static func notAsked(_ name: String, now: ItemKey) -> Localized {
    Localized(
      nl: "\(name) bestaat niet: nu gevraagd is \(now)", en: "\(name) does not exist: asked now is \(now)")
  }

  /// A traject that has ended is not extended: what is open goes along to the next one.
  static func endedNotExtended(_ traject: String, _ day: Day) -> Localized {
    Localized(
      nl:
        "\(traject) is op \(day.longNL) geëindigd en kan niet meer worden verlengd: wat nog open is, gaat mee naar een volgend traject (start)",
      en:
        "\(traject) ended on \(day.longEN) and can no longer be extended: what is still open goes along to a next traject (start)"
    )
  }

  static func ended(_ traject: String, _ day: Day, isComplete: Bool) -> Localized {
    let (nl, en) = isComplete ? ("voltooid", "completed") : ("beëindigd", "ended")
    return Localized(
      nl:
        "\(traject) is op \(day.longNL) \(nl); wat er toen al gebeurd was kunt u nog vastleggen (held, submit, count) of corrigeren, iets nieuws niet",
      en:
        "\(traject) was \(en) on \(day.longEN); what had happened by then can still be recorded (held, submit, count) or corrected, nothing new can"
    )
  }

  static func wrongActor(_ person: String, _ has: [Localized], _ may: [Localized]) -> Localized {
    let hasNL = has.isEmpty ? "geen rol in dit traject" : list(has.map(\.nl), "en")
    let hasEN = has.isEmpty ? "no role in this traject" : list(has.map(\.en), "and")
    return Localized(
      nl: "dit is aan de \(list(may.map(\.nl), "of de")); \(person) heeft hier: \(hasNL)",
      en: "this is for the \(list(may.map(\.en), "or the")); \(person) has here: \(hasEN)")
  }

  /// Somebody without a role in the traject; the roles that may do it are only named where they are few.
  static func noRole(_ person: String, _ traject: String, _ may: [Localized]) -> Localized {
    guard may.count <= 3 else {
      return plainly(
        "\(person) heeft geen rol in \(traject), en dit is aan wie er een heeft; wie dat zijn, toont show \(traject)",
        "\(person) has no role in \(traject), and this is for those who have one; show \(traject) lists them")
    }
    return plainly(
      "\(person) heeft geen rol in \(traject): dit is aan de \(list(may.map(\.nl), "of de")); wie welke rol heeft, toont show \(traject)",
      "\(person) has no role in \(traject): this is for the \(list(may.map(\.en), "or the")); show \(traject) tells who has which role"
    )
  }

  static func roleNotHeld(_ person: String, _ role: Localized, _ day: Day) -> Localized {
    Localized(
      nl:
        "\(person) had op \(day.longNL) niet de rol \(role.nl): laat de rol weg, of wijs haar toe met assign --since",
      en:
        "\(person) did not have the role \(role.en) on \(day.longEN): leave the role out, or assign it with assign --since"
    )
  }

  static func unknown(_ what: Localized, _ name: String, _ known: [String]) -> Localized {
    let nearest = NearestName.of(name, among: known)
    let none = known.isEmpty
    let hintNL =
      nearest.map { "bedoelt u \($0)?" }
      ?? (none ? "er zijn er geen" : "bekend zijn: \(known.joined(separator: ", "))")
    let hintEN =
      nearest.map { "do you mean \($0)?" }
      ?? (none ? "there are none" : "known are: \(known.joined(separator: ", "))")
    return Localized(
      nl: "er is geen \(what.nl) «\(name)» in deze workflow; \(hintNL)",
      en: "there is no \(what.en) “\(name)” in this workflow; \(hintEN)")
  }

  /// An obligation that there is not; the nearest is named, else where they stand.
  static func unknownObligation(_ name: String, _ known: [String]) -> Localized {
    guard let nearest = NearestName.of(name, among: known) else {
      return Localized(
        nl:
          "er is geen verplichting «\(name)» in dit traject; de sleutels staan onder obligations in show --format json",
        en:
          "there is no obligation “\(name)” in this traject; the keys stand under obligations in show --format json"
      )
    }
    return Localized(
      nl: "er is geen verplichting «\(name)» in dit traject; bedoelt u \(nearest)?",
      en: "there is no obligation “\(name)” in this traject; do you mean \(nearest)?")
  }

  /// An unknown role; the short names of roles are understood too.
  static func unknownRole(_ name: String, _ roles: [Role]) -> Localized {
    let word = Localized(nl: "rol", en: "role")
    let shorts = roles.map(\.short).filter { !$0.isEmpty }
    guard let nearest = NearestName.of(name, among: roles.map(\.id) + shorts) else {
      return unknown(word, name, roles.map(\.id))
    }
    return unknown(word, name, [nearest])
  }

  static func unfilled(_ role: Localized, _ id: String) -> Localized {
    Localized(
      nl: "niemand heeft in dit traject de rol \(role.nl): wijs iemand aan met assign --role \(id)=…",
      en: "nobody has the role \(role.en) in this traject: assign somebody with assign --role \(id)=…")
  }

  static func noSuchOccurrence(_ key: String, _ first: Int, _ last: Int) -> Localized {
    Localized(
      nl: "«\(key)» bestaat niet: dit gesprek heeft de weken w\(first) tot en met w\(last) van het traject",
      en: "“\(key)” does not exist: this gesprek has the weeks w\(first) to w\(last) of the traject")
  }

  static func noSuchStretch(_ key: String, _ weeks: Int, meant: ItemKey) -> Localized {
    Localized(
      nl:
        "«\(key)» bestaat niet: dit gesprek is er eens in de \(weeks) weken en heet naar de eerste daarvan; bedoelt u \(meant)?",
      en:
        "“\(key)” does not exist: this gesprek comes once in \(weeks) weeks and is named after the first of them; do you mean \(meant)?"
    )
  }

  static func whichOccurrence(_ id: String, _ occurrences: [String]) -> Localized {
    let keys = occurrences.map { "\(id)@\($0)" }
    return Localized(
      nl: "«\(id)» komt vaker voor: schrijf \(list(keys, "of"))",
      en: "“\(id)” occurs more than once: write \(list(keys, "or"))")
  }

  static func notYet(_ what: Localized) -> Localized {
    Localized(nl: "\(what.nl): nog niet gedaan", en: "\(what.en): not done yet")
  }

  /// A talk of a week that something waits for: once the week has gone, nobody can hold it any more.
  static func notInItsWeek(_ what: Localized, _ waivers: [Localized]) -> Localized {
    let (nl, en) = (waivers.map(\.nl.lowercasedFirst), waivers.map(\.en.lowercasedFirst))
    return Localized(
      nl: notYet(what).nl + "; is de week voorbij en was het er wel, leg het dan vast met held en --on"
        + (nl.isEmpty ? "" : "; was het er niet, dan kan \(list(nl, "of")) het laten vervallen met waive"),
      en: notYet(what).en + "; if the week has gone and it did take place, record it with held and --on"
        + (en.isEmpty ? "" : "; if it did not, \(list(en, "or")) can waive it with waive"))
  }

  static func ready(_ what: Localized) -> Localized {
    Localized(
      nl: "\(what.nl): nog niet gedaan; er ontbreekt niets meer",
      en: "\(what.en): not done yet; nothing else is missing")
  }

  /// A task that there is not: the nearest, else those that can be done now.
  static func unknownTask(_ name: String, _ known: [String], open: [String]) -> Localized {
    guard NearestName.of(name, among: known + open) == nil else {
      return unknown(Localized(nl: "taak", en: "task"), name, known + open)
    }
    return plainly(
      "er is geen taak «\(name)» in deze workflow; "
        + (open.isEmpty ? "er staat nu geen taak open" : "nu open: \(open.joined(separator: ", "))"),
      "there is no task “\(name)” in this workflow; "
        + (open.isEmpty ? "no task is open now" : "open now: \(open.joined(separator: ", "))"))
  }

  static func alreadyDone(_ what: Localized, _ day: Day) -> Localized {
    Localized(
      nl: "\(what.nl): is al gedaan op \(day.longNL)", en: "\(what.en): was done already on \(day.longEN)")
  }

  /// A corner that was missing; who may stand in is only named where the workflow knows stand-ins.
  static func corner(
    _ corner: Localized, _ roles: [Localized], standIns: [Localized], isAgreed: Bool, isTogether: Bool
  ) -> Localized {
    let contact = roles + (isAgreed ? standIns : [])
    let agree = !standIns.isEmpty && !isAgreed
    if isTogether {
      let again = onceMoreTogether
      return Localized(
        nl:
          "de hoek \(corner.nl) ontbrak: \(again.nl)\(agree ? ", of leg een afspraak over vervanging vast (stand-in)" : "")",
        en:
          "the corner \(corner.en) was missing: \(again.en)\(agree ? ", or record an agreement on a stand-in (stand-in)" : "")"
      )
    }
    return Localized(
      nl:
        "de hoek \(corner.nl) ontbrak: leg een inhaalcontact vast met \(list(contact.map(\.nl), "of")) (held, nog een keer)\(agree ? ", of een afspraak over vervanging (stand-in)" : "")",
      en:
        "the corner \(corner.en) was missing: record a catch-up contact with the \(list(contact.map(\.en), "or the")) (held, once more)\(agree ? ", or an agreement on a stand-in (stand-in)" : "")"
    )
  }

  /// What helps where all have to be there together.
  private static let onceMoreTogether = Localized(
    nl: "dit gesprek telt pas met allen tegelijk erbij; leg vast wanneer dat was (held, nog een keer)",
    en: "this gesprek counts only with all of them there at once; record when that was (held, once more)")

  static func absent(_ role: Localized, _ count: Int, isTogether: Bool) -> Localized {
    let (nl, en) =
      count > 1
      ? (
        "er waren minder dan \(count) verschillende personen als \(role.nl)",
        "there were fewer than \(count) different people as \(role.en)"
      )
      : ("\(role.nl) ontbrak", "\(role.en) was missing")
    if isTogether {
      return Localized(nl: "\(nl): \(onceMoreTogether.nl)", en: "\(en): \(onceMoreTogether.en)")
    }
    return Localized(
      nl: "\(nl): leg een inhaalcontact vast (held, nog een keer)",
      en: "\(en): record a catch-up contact (held, once more)")
  }

  static func record(_ field: Localized, _ id: String, _ lacking: [Localized]) -> Localized {
    guard !lacking.isEmpty else {
      return Localized(
        nl: "niet vastgelegd: \(field.nl.lowercasedFirst); voeg toe met --set \(id)=ja",
        en: "not on record: \(field.en.lowercasedFirst); add it with --set \(id)=yes")
    }
    return Localized(
      nl: "\(field.nl) ontbreekt voor \(list(lacking.map(\.nl), "en")): voeg toe met --set \(id)=…",
      en: "\(field.en) is lacking for \(list(lacking.map(\.en), "and")): add it with --set \(id)=…")
  }

  /// The name of a route where one of its reasons is asked.
  static func routeNoReason(_ route: EscalationRoute) -> Localized {
    func reasons(_ language: (Localized) -> String, _ joint: String) -> String {
      list(
        route.reasons.map { reason in
          let title = language(reason.title)
          return title == reason.id ? title : "\(reason.id) (\(title))"
        }, joint)
    }
    return Localized(
      nl: "«\(route.id)» is een route, geen reden; kies met --reason waarom: \(reasons(\.nl, "of"))",
      en: "“\(route.id)” is a route, not a reason; say with --reason why: \(reasons(\.en, "or"))")
  }

  /// Feedback for which nobody named an outcome.
  static func feedbackGoes(to outcome: Localized, _ rule: Citation) -> Localized {
    Localized(
      nl: "geen leeruitkomst genoemd: deze feedback staat bij \(outcome.nl) (\(rule.text))",
      en: "no outcome was named: this feedback stands with \(outcome.en) (\(rule.text))")
  }

  /// A gesprek that is recorded as held once more.
  static func heldBefore(_ days: [Day], _ traject: String) -> Localized {
    again(
      Localized(
        nl: "dit gesprek is al gehouden op \(list(distinct(days).map(\.longNL), "en"))",
        en: "this gesprek was held already on \(list(distinct(days).map(\.longEN), "and"))"), traject)
  }

  /// Feedback on the same outcome, at the same gesprek, by the same person, once more.
  static func feedbackBefore(_ days: [Day], by person: String, on outcome: Localized, _ traject: String)
    -> Localized
  {
    again(
      Localized(
        nl: "\(person) gaf hier al feedback op \(outcome.nl), op \(list(distinct(days).map(\.longNL), "en"))",
        en:
          "\(person) gave feedback on \(outcome.en) here already, on \(list(distinct(days).map(\.longEN), "and"))"
      ), traject)
  }

  private static func distinct(_ days: [Day]) -> [Day] {
    days.reduce(into: []) { days, day in if !days.contains(day) { days.append(day) } }
  }

  private static func again(_ what: Localized, _ traject: String) -> Localized {
    Localized(
      nl:
        "let op: \(what.nl); dit is er nog bij vastgelegd. Een vergissing? Neem het terug met correct \(traject) NUMMER --retract --why …; het nummer staat hierboven, na #",
      en:
        "note: \(what.en); this was recorded besides. A mistake? Take it out with correct \(traject) NUMBER --retract --why …; the number stands above, after #"
    )
  }

  static func plainly(_ nl: String, _ en: String) -> Localized { Localized(nl: nl, en: en) }
}
