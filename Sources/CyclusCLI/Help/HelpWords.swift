import CyclusCore

/// The catalogue of the help: what a command line says in English, with the Dutch beside it.
///
/// The English stands with each command and option, as the argument parser wants it, and is the key here.
enum HelpWords {
  /// A text of the help in a language; what the catalogue does not have stays as it is.
  static func text(_ english: String, _ language: Language) -> String {
    language == .en ? english : dutch[english] ?? english
  }

  /// Whether the catalogue has a text.
  static func has(_ english: String) -> Bool { dutch[english] != nil }

  private static let dutch = Dictionary(
    (fixed + commands + remarks + HelpOptionWords.all).map { ($0.en, $0.nl) },
    uniquingKeysWith: { first, _ in first })

  /// What stands on every page.
  private static let fixed = [
    Localized(nl: "Gebruik", en: "Usage"), Localized(nl: "Voorbeelden", en: "Examples"),
    Localized(nl: "Argumenten", en: "Arguments"), Localized(nl: "Opties", en: "Options"),
    Localized(nl: "Opties van elk commando", en: "Global options"),
    Localized(nl: "Commando's", en: "Commands"), Localized(nl: "[opties]", en: "[options]"),
    Localized(nl: "<commando>", en: "<command>"),
    Localized(nl: "Meer over een commando: ", en: "More about a command: "),
    Localized(nl: "Overzicht", en: "Overview"), Localized(nl: "Gesprekken", en: "Gesprekken"),
    Localized(nl: "Trajecten", en: "Trajecten"), Localized(nl: "Verantwoording", en: "Records"),
    Localized(nl: "Inrichting", en: "Set-up"),
    Localized(nl: "Toont de versie.", en: "Show the version."),
    Localized(nl: "Toont deze uitleg.", en: "Show help information."),
    Localized(nl: "Toont de uitleg van een commando.", en: "Show subcommand help information."),
  ]

  /// What each command does.
  private static let commands = [
    Localized(
      nl: "Houdt de gesprekkencyclus van een opleiding bij: waar elke student is, wie aan zet is, en waarom.",
      en: "Keeps the gesprekkencyclus of a programme: where each student is, who has to move, and why."),
    Localized(
      nl: "Waar elke student is, wat er volgt en wie aan zet is.",
      en: "Where each student is, what is next, and whose turn it is."),
    Localized(
      nl: "Eén traject: waar het is, wat er gedaan is en wat er nog moet.",
      en: "One traject: where it is, what was done, what is owed."),
    Localized(
      nl: "Alles wat een traject in zijn fase houdt, wie dat kan oplossen en volgens welke regel.",
      en: "Everything that keeps a traject in its phase, who can meet it, and under which rule."),
    Localized(
      nl: "Waarom een verplichting deze datum heeft: vanaf waar geteld is, en elke dag die is overgeslagen.",
      en: "Why an obligation has the date that it has: from where it counts, and every day skipped."),
    Localized(
      nl: "Wat één persoon te doen heeft, het dringendste eerst.",
      en: "What one person owes, most pressing first."),
    Localized(
      nl: "Wat over zijn datum is; --flag legt dat vast en waarschuwt wie het aangaat.",
      en: "What is past its date; --flag records it and climbs the ladder."),
    Localized(
      nl: "Alles wat van een traject is vastgelegd: wat, wie, wanneer en hoe men het wist.",
      en: "Everything that was recorded of a traject: what, who, when, how it was known."),
    Localized(
      nl: "Een gesprek plannen of verzetten.", en: "Plan a gesprek, or move it to another moment."),
    Localized(nl: "Een gepland gesprek afzeggen.", en: "Cancel a planned gesprek."),
    Localized(
      nl: "Vastleggen dat een gesprek is gehouden; ontbreekt er niets, dan is het ook afgesloten.",
      en: "Record that a gesprek took place; it closes where nothing is missing."),
    Localized(
      nl: "Een gesprek afsluiten zodra alles is vastgelegd.",
      en: "Close a gesprek once everything is on record."),
    Localized(
      nl: "Vastleggen dat een document is ingeleverd; cyclus bewaart waar het staat, niet het document zelf.",
      en: "Record that a document was handed in; cyclus keeps where it is, not the document."),
    Localized(nl: "Vastleggen dat een document is ondertekend.", en: "Record that a document was signed."),
    Localized(nl: "Een gevraagde goedkeuring geven.", en: "Give an approval that was asked."),
    Localized(
      nl: "Een gevraagde goedkeuring weigeren; het document gaat terug, met de reden.",
      en: "Refuse an approval that was asked; the document goes back with why."),
    Localized(
      nl: "Een oordeel over een leeruitkomst vastleggen; tussentijds als het niet het laatste gesprek is.",
      en: "Record a verdict on an outcome; interim where the gesprek is not the final one."),
    Localized(
      nl:
        "Feedback op een leeruitkomst vastleggen; zonder leeruitkomst komt die waar overige feedback hoort.",
      en: "Record feedback on an outcome; without an outcome it goes where other feedback belongs."),
    Localized(
      nl: "De uitslag van een onderwijseenheid bevestigen, op de laatste oordelen van het laatste gesprek.",
      en: "Confirm the result of a unit, on the last verdicts of the final gesprek."),
    Localized(nl: "Bij een teller optellen, zoals lessen.", en: "Add to a counter, such as lessons."),
    Localized(
      nl: "Vastleggen dat een taak zonder eigen commando is gedaan.",
      en: "Record that a task without a verb of its own was done."),
    Localized(nl: "Een traject voor een student beginnen.", en: "Start a traject for a student."),
    Localized(nl: "Iemand vanaf een dag een rol geven.", en: "Give a role to somebody from a day on."),
    Localized(
      nl: "De afspraak vastleggen dat een rol voor een hoek invalt.",
      en: "Record the agreement that a role fills a corner."),
    Localized(
      nl: "Naar de volgende fase gaan, of horen wat er allemaal nog ontbreekt.",
      en: "Go to the next phase; refused with everything that is missing."),
    Localized(
      nl: "Een traject tegenhouden; de begeleiding gaat door.",
      en: "Stop a traject from advancing; care goes on."),
    Localized(
      nl: "Een blokkade opheffen, zodra is vastgelegd wat daarvoor nodig is.",
      en: "Lift a block, once what it needs is on record."),
    Localized(
      nl: "Iets voorleggen aan de rol die erover beslist.",
      en: "Bring a matter to the role that decides about it."),
    Localized(
      nl: "Vastleggen dat een rol in een escalatie is geraadpleegd, of waarom dat niet kon.",
      en: "Record that a role was consulted in an escalation, or why it could not be."),
    Localized(
      nl: "Een plan vastleggen in een escalatie.", en: "Put a plan on record in an escalation."),
    Localized(nl: "Over een escalatie beslissen.", en: "Decide an escalation."),
    Localized(
      nl: "Een gebeurtenis terugnemen of andere gegevens geven; latere vallen alleen met --cascade.",
      en: "Take an event out, or give it other data; later events fall only with --cascade."),
    Localized(
      nl: "Vragen van kwaliteitszorg of een beroepscommissie.",
      en: "Questions of a quality officer or an appeals board."),
    Localized(
      nl: "Elke escalatie: wie haar opende, waarom, wie is geraadpleegd en wie wat besliste.",
      en: "Every escalation: who opened it, why, who was consulted, who decided what."),
    Localized(
      nl: "Elke beslissing: wie wat besliste, wanneer, in welke rol en volgens welke regel.",
      en: "Every decision: who decided what, when, in which role and under which rule."),
    Localized(
      nl: "Of het logboek te vertrouwen is: de keten, de workflows, de teksten en elke tabel.",
      en: "Whether the record can be trusted: the chain, the definitions, the texts, and every table."),
    Localized(
      nl: "Het einde van de keten, om elders te bewaren: nummer en kenmerk.",
      en: "The end of the chain, to keep elsewhere: number and hash."),
    Localized(
      nl: "Alle tabellen opnieuw maken uit het logboek; het logboek zelf blijft zoals het is.",
      en: "Make every table anew from the log; the log itself is not touched."),
    Localized(
      nl: "De database maken, en de meegeleverde workflows en vakanties publiceren.",
      en: "Create the database and publish the workflows and holidays that ship with cyclus."),
    Localized(
      nl: "Vakanties en jaarplannen publiceren, tonen en controleren, en trajecten ze laten overnemen.",
      en: "Publish, show and check holidays and year plans, and let trajecten adopt them."),
    Localized(
      nl: "Jaarplannen publiceren: trajecten die vanaf nu beginnen, rekenen ermee.",
      en: "Publish year plans: trajecten that start from now on reckon with them."),
    Localized(
      nl: "Lopende trajecten laten rekenen met de kalender die het laatst is gepubliceerd.",
      en: "Let running trajecten reckon with the calendar that was published last."),
    Localized(
      nl: "Een jaar met zijn vakanties, en met de jaarplannen die u noemt.",
      en: "A year with its holidays, and with the year plans that are given."),
    Localized(
      nl:
        "Jaarplannen controleren: overlap, vreemde of ontbrekende vakanties, gaten, en een kalender die afloopt.",
      en: "Check year plans: overlaps, odd or missing breaks, gaps, and a calendar that runs out."),
    Localized(
      nl: "Workflowbestanden controleren, opsommen, tonen, publiceren, tekenen en aan voorbeelden toetsen.",
      en: "Check, list, show, publish and draw workflow files, and hold them against examples."),
    Localized(
      nl: "Workflowbestanden controleren: namen, verwijzingen, opbouw, en wat er kan gebeuren.",
      en: "Check workflow files: names, references, structure, and what may happen."),
    Localized(
      nl: "De workflows in de database, elke versie.", en: "The workflows in the database, every version."),
    Localized(
      nl: "De tekst van een gepubliceerde workflow, zoals die was.",
      en: "The text of a published workflow, as it was."),
    Localized(
      nl: "Een workflow tekenen, of bij een traject ook hoe ver dat is: mermaid, dot, scxml of bpmn.",
      en: "Draw a workflow, or with a traject also where that stands: mermaid, dot, scxml or bpmn."),
    Localized(
      nl: "Een workflowbestand publiceren: de tekst wordt een versie die nooit meer verandert.",
      en: "Publish a workflow file: its text becomes a version that never changes."),
    Localized(
      nl: "Wat de voorbeelden van een workflow raken van de fasen, wegen, verplichtingen en weigeringen.",
      en: "What the example histories of a workflow take of its phases, ways, obligations and refusals."),
    Localized(
      nl: "De mensen: ieder een nummer en een naam, nooit een adres.",
      en: "The people: a number and a name each, never an address."),
    Localized(nl: "Iemand toevoegen.", en: "Add a person."),
    Localized(nl: "Iemand een andere naam geven.", en: "Give a person another name."),
    Localized(
      nl: "Eén persoon, en de trajecten waarin die een rol heeft.",
      en: "One person, and the trajecten in which there is a role."),
    Localized(nl: "Iedereen.", en: "Everybody."),
    Localized(
      nl: "Een cohort inlezen uit een CSV-bestand; een tweede keer verandert niets.",
      en: "Take over a cohort from a CSV file; a second time changes nothing."),
    Localized(
      nl:
        "Veel commando's uitvoeren, per regel één JSON-object of één rij CSV; een tweede keer verandert niets.",
      en: "Carry out many commands, a JSON object a line or a CSV row each; a second time changes nothing."),
    Localized(
      nl: "Een verzonnen cohort met geschiedenis maken, in een oefendatabase.",
      en: "Make a cohort with histories, in a practice database."),
  ]

  /// What stands beside and under the examples.
  private static let remarks = [
    Localized(
      nl: "waar van elk ding een voorbeeld staat", en: "where an example of each thing stands"),
    Localized(
      nl: "waar mijn studenten zijn, en wie aan zet is", en: "where my students are, and whose turn it is"),
    Localized(
      nl: "wat een traject tegenhoudt, en wie dat oplost",
      en: "what keeps a traject where it is, and who can put it right"),
    Localized(nl: "wat elke nacht vanzelf draait", en: "what cron runs every night"),
    Localized(
      nl: "voor wie --as of de instellingen noemen", en: "for whom --as or the settings name"),
    Localized(nl: "ook wat binnen een week moet", en: "what falls due within a week too"),
    Localized(
      nl: "wat elke nacht vanzelf draait: stil als er niets nieuws is",
      en: "what cron runs every night: quiet when nothing is new"),
    Localized(nl: "1 als er iets te laat is", en: "1 where anything is overdue"),
    Localized(
      nl: "wat er zou verschuiven, zonder iets vast te leggen", en: "what would move, without recording it"),
    Localized(
      nl: "Nog een keer gegeven voor een gesprek dat niet is afgesloten, legt het een inhaalcontact vast.",
      en: "Given again for a gesprek that is not closed, it records a catch-up contact."),
    Localized(
      nl:
        "CSV: de kopregel noemt de sleutels, een lege cel is een sleutel die u weglaat, | staat tussen de delen van een lijst (tussen rollen en namen mag ook een komma), ja of nee in een schakelaar.",
      en:
        "CSV: the header names the keys, an empty cell is a key that is left out, | stands between the parts of a list (between roles and names a comma too), ja or nee in a switch."
    ),
    Localized(
      nl: "Dezelfde seed, aantal, workflow, dag en gedrag geven dezelfde geschiedenis.",
      en: "The same seed, number, workflow, day and behaviour give the same histories."),
    Localized(
      nl: "regels zoals «cyclus head» ze gaf, elders bewaard",
      en: "lines as «cyclus head» printed them, kept elsewhere"),
  ]
}
