import CyclusCore

/// The catalogue of the help: the commands on the course of a traject.
enum HelpCourseWords {
  static let all = [
    Localized(
      nl: "Een parameter van een traject een andere waarde geven, of het naar een andere school verplaatsen.",
      en: "Give a parameter of a traject another value, or move it to another school."),
    Localized(
      nl: "Het einde van een traject verplaatsen, en opnieuw vragen wat daarin nog open is.",
      en: "Move the end of a traject, and ask again what is open in it."),
    Localized(
      nl: "Een aantekening bij een traject vastleggen.", en: "Put a note in the record of a traject."),
    Localized(
      nl: "Een verplichting niet langer vragen; nooit een oordeel, het portfolio of een beslissing.",
      en: "No longer ask an obligation; never a verdict, the portfolio or a decision."),
    Localized(
      nl: "Een verplichting een tijd laten rusten: de datum blijft, maar niemand krijgt bericht tot dan.",
      en: "Leave an obligation alone for a while: its date stays, but nobody is told until then."),
    Localized(
      nl: "De klok van een traject stilzetten; alles wordt intussen nog vastgelegd.",
      en: "Stop the clocks of a traject; everything is still recorded meanwhile."),
    Localized(
      nl: "De klok van een gepauzeerd traject weer laten lopen.",
      en: "Let the clocks of a paused traject go on."),
    Localized(
      nl: "Een traject voortijdig beëindigen: na de escalatie die dat toelaat, of om een reden zonder.",
      en: "End a traject early: after the escalation that permits it, or for a reason that needs none."),
    Localized(
      nl: "Een eindoordeel betwisten voordat het bevestigd is; er volgt een dialoog.",
      en: "Dispute a final verdict before it is confirmed; a dialogue follows."),
    Localized(
      nl: "De dialoog over een betwist oordeel vastleggen, en waarover men het eens is.",
      en: "Record the dialogue about a disputed verdict, and what was agreed."),
    Localized(
      nl: "Een doel van de student vastleggen, in de delen van de workflow.",
      en: "Set a goal of the student, in the parts of the workflow."),
    Localized(
      nl: "Een afspraak vastleggen, met eigenaar en datum.",
      en: "Record an agreement with its owner and date."),
    Localized(nl: "Zeggen wat er van een afspraak kwam.", en: "Say what became of an agreement."),
    Localized(nl: "NAAM=WAARDE; school=NAAM voor de school", en: "NAME=VALUE; school=NAME for the school"),
    Localized(nl: "de nieuwe laatste dag", en: "the new last day"),
    Localized(nl: "de aantekening, in gewone woorden", en: "the note, in prose"),
    Localized(
      nl: "de verplichting, met haar sleutel zoals show die geeft",
      en: "the obligation, by its key as show has it"),
    Localized(
      nl: "de laatste dag waarop zij met rust gelaten wordt", en: "the last day on which it is left alone"),
    Localized(nl: "de eerste dag (anders: --on)", en: "the first day (default: --on)"),
    Localized(
      nl: "de laatste dag, van een pauze die voorbij is", en: "the last day, of a pause that is over"),
    Localized(
      nl: "door wie: student, workplace of institute", en: "on whose account: student, workplace or institute"
    ),
    Localized(nl: "de grond, in gewone woorden", en: "the ground, in prose"),
    Localized(
      nl: "wat er gezegd is, of waarom er geen dialoog was, in gewone woorden",
      en: "what was said, or why there was no dialogue, in prose"),
    Localized(nl: "het oordeel waarover men het eens is", en: "the verdict on which all agreed"),
    Localized(nl: "er was geen dialoog", en: "there was no dialogue"),
    Localized(nl: "een deel van het doel: NAAM=TEKST", en: "a part of the goal: NAME=TEXT"),
    Localized(nl: "wat er is afgesproken, in gewone woorden", en: "what was agreed, in prose"),
    Localized(nl: "de rol die zich eraan verbindt", en: "the role that owns it"),
    Localized(nl: "uiterlijk wanneer", en: "by when"),
    Localized(nl: "de eerste stap, in gewone woorden", en: "the first step, in prose"),
    Localized(nl: "de afspraak, A1", en: "the agreement, A1"),
    Localized(nl: "done, not-done of dropped", en: "done, not-done or dropped"),
    Localized(nl: "wat er nu nodig is, in gewone woorden", en: "what is needed now, in prose"),
  ]
}
