extension Event {
  /// What happened in a few words, without what it was about: `gesprek gehouden`.
  public var name: Localized {
    switch self {
    case .started: Localized(nl: "traject begonnen", en: "traject started")
    case .assigned: Localized(nl: "rol toegewezen", en: "role assigned")
    case .planned: Localized(nl: "gesprek gepland", en: "gesprek planned")
    case .cancelled: Localized(nl: "gesprek afgezegd", en: "gesprek cancelled")
    case .held: Localized(nl: "gesprek gehouden", en: "gesprek held")
    case .closed: Localized(nl: "gesprek afgesloten", en: "gesprek closed")
    case .submitted: Localized(nl: "document ingeleverd", en: "document handed in")
    case .signed: Localized(nl: "document ondertekend", en: "document signed")
    case .approved: Localized(nl: "goedkeuring gegeven", en: "approval given")
    case .rejected: Localized(nl: "goedkeuring geweigerd", en: "approval refused")
    case .assessed: Localized(nl: "oordeel gegeven", en: "verdict given")
    case .feedbackGiven: Localized(nl: "feedback gegeven", en: "feedback given")
    case .confirmed: Localized(nl: "uitslag bevestigd", en: "result confirmed")
    case .counted: Localized(nl: "aantal toegevoegd", en: "number added")
    case .done: Localized(nl: "taak gedaan", en: "task done")
    case .advanced: Localized(nl: "naar de volgende fase gegaan", en: "gone on to the next phase")
    case .completed: Localized(nl: "traject voltooid", en: "traject completed")
    case .blocked: Localized(nl: "traject geblokkeerd", en: "traject blocked")
    case .unblocked: Localized(nl: "blokkade opgeheven", en: "block lifted")
    case .escalated: Localized(nl: "escalatie geopend", en: "escalation opened")
    case .consulted:
      Localized(nl: "iemand geraadpleegd in een escalatie", en: "somebody consulted in an escalation")
    case .proposed:
      Localized(nl: "plan vastgelegd in een escalatie", en: "plan put on record in an escalation")
    case .decided: Localized(nl: "escalatie beslist", en: "escalation decided")
    case .flagged: Localized(nl: "gemeld dat iets te laat is", en: "flagged as overdue")
    case .escalationClimbed:
      Localized(nl: "escalatie doorgegeven aan de volgende rol", en: "escalation passed on to the next role")
    case .escalationWithdrawn: Localized(nl: "escalatie ingetrokken", en: "escalation withdrawn")
    case .stoodIn: Localized(nl: "invaller aangewezen", en: "stand-in named")
    case .parameterSet: Localized(nl: "gegeven van het traject vastgelegd", en: "value of the traject set")
    case .schoolSet: Localized(nl: "school vastgelegd", en: "school set")
    case .extended: Localized(nl: "traject verlengd", en: "traject extended")
    case .noted: Localized(nl: "aantekening gemaakt", en: "note made")
    case .waived: Localized(nl: "verplichting vervallen verklaard", en: "obligation waived")
    case .snoozed: Localized(nl: "verplichting uitgesteld", en: "obligation left alone for a while")
    case .paused: Localized(nl: "traject gepauzeerd", en: "traject paused")
    case .resumed: Localized(nl: "traject hervat", en: "traject resumed")
    case .disputed: Localized(nl: "oordeel betwist", en: "verdict disputed")
    case .discussed:
      Localized(nl: "dialoog over een betwist oordeel", en: "dialogue about a disputed verdict")
    case .goalSet: Localized(nl: "doel gesteld", en: "goal set")
    case .agreementMade: Localized(nl: "afspraak gemaakt", en: "agreement made")
    case .agreementSettled: Localized(nl: "afspraak afgerond", en: "agreement settled")
    case .claimed: Localized(nl: "claim ingediend", en: "claim made")
    case .claimGranted: Localized(nl: "claim toegekend", en: "claim granted")
    case .claimRefused: Localized(nl: "claim afgewezen", en: "claim refused")
    case .claimDeferred: Localized(nl: "claim doorgeschoven", en: "claim deferred")
    case .terminated: Localized(nl: "traject voortijdig beëindigd", en: "traject ended early")
    case .calendarAdopted: Localized(nl: "andere kalender", en: "another calendar")
    case .corrected: Localized(nl: "correctie", en: "correction")
    }
  }
}
