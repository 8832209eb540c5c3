/// The catalogue: what an obligation asks, in a few words.
public enum Phrase {
  static func hold(_ gesprek: Localized) -> Localized {
    Localized(nl: "\(gesprek.nl) houden", en: "hold the \(gesprek.en.lowercasedFirst)")
  }

  /// Holding one of several: of a weekly gesprek the week says enough.
  static func hold(_ gesprek: Localized, occurrence: String, mode: String? = nil, _ workflow: Workflow)
    -> Localized
  {
    let title = title(gesprek, occurrence: occurrence, workflow)
    if occurrence.first == "w" { return title }
    let how = mode.map(held)
    return Localized(
      nl: "\(title.nl) houden" + (how.map { ", \($0.nl)" } ?? ""),
      en: "hold the \(title.en.lowercasedFirst)" + (how.map { ", \($0.en)" } ?? ""))
  }

  /// One of several: `Begeleidingsgesprek week 7`, `Introductie blok 2`, `Bedrijfsbezoek 3`.
  static func title(_ title: Localized, occurrence: String, _ workflow: Workflow) -> Localized {
    let name = self.occurrence(occurrence, workflow)
    let isNumber = name.en == occurrence
    return Localized(
      nl: "\(title.nl) \(name.nl)", en: isNumber ? "\(title.en) \(name.en)" : "\(title.en) of \(name.en)")
  }

  /// What tells one of several from the others: `week 7`, `blok 2`, `stage 2` where the workflow calls its blocks so, `3`.
  static func occurrence(_ occurrence: String, _ workflow: Workflow) -> Localized {
    guard let number = Int(occurrence.dropFirst()) else { return Localized(occurrence) }
    switch occurrence.first {
    case "w": return Localized("week \(number)")
    case "b": return workflow.words(ofBlock: number)
    default: return Localized(occurrence)
    }
  }

  /// The way in which a gesprek is held, in words; one that only a workflow knows by its own name.
  static func held(_ mode: String) -> Localized {
    switch mode {
    case "op-locatie": Localized(nl: "op locatie", en: "on site")
    case "telefonisch": Localized(nl: "telefonisch", en: "by telephone")
    default: Localized(mode.replacing("-", with: " "))
    }
  }

  static func close(_ gesprek: Localized) -> Localized {
    Localized(nl: "\(gesprek.nl) afsluiten", en: "close the \(gesprek.en.lowercasedFirst)")
  }

  static func plan(_ gesprek: Localized) -> Localized {
    Localized(nl: "\(gesprek.nl) plannen", en: "plan the \(gesprek.en.lowercasedFirst)")
  }

  static func attend(_ who: Localized, _ gesprek: GesprekDefinition?, or title: Localized) -> Localized {
    let gesprek = (title: gesprek?.title ?? title, isTogether: gesprek?.isTogether ?? false)
    if gesprek.isTogether {
      return Localized(
        nl: "\(gesprek.title.nl) nog een keer, met allen tegelijk (\(who.nl) ontbrak)",
        en: "\(gesprek.title.en.lowercasedFirst) once more, with all of them at once (\(who.en) was missing)")
    }
    return attend(who, gesprek.title)
  }

  private static func attend(_ who: Localized, _ gesprek: Localized) -> Localized {
    Localized(
      nl: "Inhaalcontact met \(who.nl) (\(gesprek.nl.lowercasedFirst))",
      en: "catch-up contact with \(who.en) (\(gesprek.en.lowercasedFirst))")
  }

  static func discuss(_ outcome: Localized) -> Localized {
    Localized(
      nl: "Dialoog over het betwiste oordeel over \(outcome.nl)",
      en: "dialogue about the disputed verdict on \(outcome.en)")
  }

  static func agree(_ outcome: Localized) -> Localized {
    Localized(
      nl: "Overeenstemming over het oordeel over \(outcome.nl)",
      en: "agreement about the verdict on \(outcome.en)")
  }

  static func settle(_ agreement: String) -> Localized {
    Localized(nl: "Afspraak \(agreement) nakomen", en: "keep agreement \(agreement)")
  }

  static func judge(_ outcome: Localized, _ step: Step, _ gesprek: Localized) -> Localized {
    step == .assessed
      ? Localized(nl: "Oordeel over \(outcome.nl)", en: "Verdict on \(outcome.en)")
      : Localized(
        nl: "Feedback op \(outcome.nl) (\(gesprek.nl.lowercasedFirst))",
        en: "Feedback on \(outcome.en) (\(gesprek.en.lowercasedFirst))")
  }

  /// A verdict on an outcome that is judged by itself.
  static func judge(_ outcome: Localized) -> Localized {
    Localized(nl: "Oordeel over \(outcome.nl)", en: "Verdict on \(outcome.en)")
  }

  /// Handing in a document that comes with one of several.
  static func submit(_ document: Localized, around subject: Localized) -> Localized {
    Localized(
      nl: "\(document.nl) inleveren (\(subject.nl.lowercasedFirst))",
      en: "hand in: \(document.en) (\(subject.en.lowercasedFirst))")
  }

  /// Handing in a document, with what it belongs to where that is known; no article, as a title can have any.
  static func submit(_ document: Localized, of subject: Localized?) -> Localized {
    guard let subject else { return Localized(nl: "\(document.nl) inleveren", en: "hand in: \(document.en)") }
    return submit(document, around: subject)
  }

  /// Signing a document, of one that comes more than once with what it belongs to.
  static func sign(_ document: Localized, around subject: Localized? = nil) -> Localized {
    let (nl, en) = (
      subject.map { " (\($0.nl.lowercasedFirst))" } ?? "", subject.map { " (\($0.en.lowercasedFirst))" } ?? ""
    )
    return Localized(nl: "\(document.nl) ondertekenen\(nl)", en: "sign: \(document.en)\(en)")
  }

  static func approve(_ approval: Localized) -> Localized {
    Localized(nl: "\(approval.nl) geven", en: "give: \(approval.en)")
  }

  static func task(_ task: Localized, of subject: Localized?) -> Localized {
    guard let subject else { return task }
    return Localized(nl: "\(task.nl): \(subject.nl)", en: "\(task.en): \(subject.en)")
  }

  static func confirm(_ unit: Localized) -> Localized {
    Localized(nl: "Uitslag van \(unit.nl) bevestigen", en: "confirm the result of \(unit.en)")
  }

  static func advance(to phase: Localized?) -> Localized {
    guard let phase else { return Localized(nl: "Traject afronden", en: "complete the traject") }
    return Localized(
      nl: "Verder naar fase \(phase.nl.lowercasedFirst)", en: "go on to phase \(phase.en.lowercasedFirst)")
  }

  /// What is asked again because its phase was entered again.
  static func again(_ what: Localized, _ round: Int) -> Localized {
    guard round > 1 else { return what }
    return Localized(nl: "\(what.nl) (keer \(round))", en: "\(what.en) (time \(round))")
  }

  static func lift(_ block: Localized) -> Localized {
    Localized(nl: "Blokkade opheffen: \(block.nl)", en: "lift the block: \(block.en)")
  }

  static func consult(_ role: Localized, _ escalation: String) -> Localized {
    Localized(nl: "\(escalation): \(role.nl) raadplegen", en: "\(escalation): consult the \(role.en)")
  }

  static func propose(_ escalation: String) -> Localized {
    Localized(nl: "\(escalation): plan vastleggen", en: "\(escalation): put a plan on record")
  }

  /// Deciding a claim.
  ///
  /// A title can be any words, a whole sentence too: it stands by itself and not in another one.
  static func decide(claim: String, on title: Localized, about: String?) -> Localized {
    let subject = about.map { ", \($0)" } ?? ""
    return Localized(
      nl: "\(claim): beslissen (\(title.nl)\(subject))", en: "\(claim): decide (\(title.en)\(subject))")
  }

  /// Deciding an escalation; its title stands by itself as well.
  static func decide(_ route: Localized, _ escalation: String) -> Localized {
    Localized(nl: "\(escalation): beslissen (\(route.nl))", en: "\(escalation): decide (\(route.en))")
  }

  /// Giving a role to somebody else, so that an escalation can be decided.
  static func assign(_ role: Localized, toDecide escalation: String, _ route: Localized) -> Localized {
    Localized(
      nl: "\(escalation): een andere \(role.nl) aanwijzen, die beslist (\(route.nl))",
      en: "\(escalation): assign another \(role.en), who decides (\(route.en))")
  }
}

extension String {
  /// The text with its first letter small, for use in the middle of a sentence; abbreviations and ids such as `E1` stay as
  /// they are.
  public var lowercasedFirst: String {
    guard let first else { return self }
    let second = dropFirst().first
    if second?.isUppercase == true || second?.isNumber == true { return self }
    return first.lowercased() + dropFirst()
  }

  /// The text with its first letter capital; an id at its head, such as `begeleidingsgesprek@w7`, stays as it is.
  public var capitalisedFirst: String {
    guard let first, !prefix(while: { $0 != " " }).contains(where: { "-@#".contains($0) }) else {
      return self
    }
    return first.uppercased() + dropFirst()
  }
}
