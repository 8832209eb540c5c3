import CyclusCore

/// The catalogue of the help: what each argument and option means.
enum HelpOptionWords {
  static let all =
    everywhere + reading + recording + deciding + settingUp + HelpCourseWords.all
    + HelpClaimWords.all

  /// The options of every command, and the arguments of many.
  private static let everywhere = [
    Localized(nl: "database (CYCLUS_DB)", en: "database (CYCLUS_DB)"),
    Localized(
      nl: "wie dit deed: PERSOON[:ROL] (CYCLUS_AS)", en: "who acted: PERSON[:ROLE] (CYCLUS_AS)"),
    Localized(
      nl: "wanneer het gebeurde, jjjj-mm-dd (anders: de peildatum)",
      en: "when it happened, yyyy-mm-dd (default: the reference date)"),
    Localized(
      nl: "hoe u het weet: form, mail, present (erbij) of phone",
      en: "how the recorder knows: form, mail, present, phone"),
    Localized(nl: "peildatum, jjjj-mm-dd (CYCLUS_TODAY)", en: "reference date, yyyy-mm-dd (CYCLUS_TODAY)"),
    Localized(
      nl: "moment van vastleggen; alleen in een oefendatabase",
      en: "recorded time; only in a practice database"),
    Localized(
      nl: "toon wat tot en met deze dag gebeurd was", en: "show what had happened by this day"),
    Localized(
      nl: "toon wat op dit moment al was vastgelegd", en: "show what had been recorded by this time"),
    Localized(nl: "table, json of csv", en: "table, json or csv"),
    Localized(nl: "mermaid (anders), dot, scxml of bpmn", en: "mermaid (default), dot, scxml or bpmn"),
    Localized(nl: "CSV zoals de Nederlandse Excel die opent", en: "CSV as Dutch Excel opens it"),
    Localized(nl: "nl of en (CYCLUS_LANG)", en: "nl or en (CYCLUS_LANG)"),
    Localized(nl: "geen kleur (NO_COLOR)", en: "no colour (NO_COLOR)"),
    Localized(nl: "bestand met instellingen (CYCLUS_SETTINGS)", en: "settings file (CYCLUS_SETTINGS)"),
    Localized(nl: "id (T17) of studentnummer", en: "id (T17) or student number"),
    Localized(
      nl: "sleutel van een verplichting, zoals startgesprek.held",
      en: "key of an obligation, such as startgesprek.held"),
    Localized(nl: "waarom, in gewone woorden", en: "why, in prose"),
  ]

  private static let reading = [
    Localized(nl: "alleen trajecten waarin ik een rol heb", en: "only trajecten in which I have a role"),
    Localized(
      nl: "alleen trajecten waarin ROL PERSOON is: ROL=PERSOON",
      en: "only trajecten in which ROLE is PERSON: ROLE=PERSON"),
    Localized(
      nl: "alleen deze school: een deel van de naam, of de code",
      en: "only this school: a part of its name, or its code"),
    Localized(nl: "alleen deze workflow", en: "only this workflow"),
    Localized(nl: "alleen deze fase", en: "only this phase"),
    Localized(
      nl: "active, blocked, paused, completed of terminated",
      en: "active, blocked, paused, completed or terminated"),
    Localized(
      nl: "wie de rol ook houdt, waar er plaats is voor meer dan één",
      en: "who keeps the role as well, where it has room for several"),
    Localized(
      nl: "de persoon: code, studentnummer of id", en: "the person: code, student number or id"),
    Localized(
      nl: "ook wat binnen zoveel dagen of weken moet: 7d, 2w",
      en: "also what falls due within so many days or weeks: 7d, 2w"),
    Localized(
      nl: "leg eenmalig vast wat de tijd heeft gebracht", en: "record what time has brought, once"),
    Localized(nl: "eindig met 1 als er iets te laat is", en: "exit with 1 where anything is overdue"),
    Localized(
      nl: "geopend of beslist op of na deze dag", en: "on or after this day: of opening, or of deciding"),
    Localized(
      nl: "geopend of beslist op of voor deze dag", en: "on or before this day: of opening, or of deciding"),
    Localized(
      nl: "alleen deze reden: van een escalatie of haar route, een blokkade of een voortijdig einde",
      en: "only this reason: of an escalation or its route, a block or an early end"),
    Localized(
      nl: "alleen deze uitslag: een oordeel, een uitkomst, of een soort als waived",
      en: "only this result: a verdict, an outcome, or a type such as waived"),
    Localized(
      nl: "alleen deze rol: wie besliste, of bij wie een escalatie ligt",
      en: "only this role: who decided, or with whom an escalation lies"),
    Localized(
      nl: "alleen wat deze persoon opende of besliste", en: "only what this person opened or decided"),
    Localized(nl: "alleen deze school: een deel van de naam", en: "only this school: a part of its name"),
    Localized(
      nl: "alleen waarover nog niet is beslist", en: "only what nobody has decided yet"),
    Localized(
      nl: "een bestand met regels zoals head ze gaf", en: "a file with lines as head printed them"),
  ]

  private static let recording = [
    Localized(nl: "het gesprek", en: "the gesprek"),
    Localized(nl: "dag en tijd, Nederlandse tijd", en: "day and time, Dutch local time"),
    Localized(nl: "op-locatie, online of telefonisch", en: "op-locatie, online or telefonisch"),
    Localized(
      nl: "het gesprek, of één keer daarvan: begeleidingsgesprek@w7",
      en: "the gesprek, or one occurrence: begeleidingsgesprek@w7"),
    Localized(
      nl: "wie erbij waren: ROL of ROL=PERSOON, met komma's of meermalen",
      en: "who were there: ROLE or ROLE=PERSON, with commas or several times"),
    Localized(
      nl: "de conclusie, als de workflow die vraagt", en: "the conclusion, where the workflow asks one"),
    Localized(nl: "hoe lang het duurde, in minuten", en: "how long it took, in minutes"),
    Localized(nl: "wat wordt vastgelegd: NAAM=WAARDE", en: "what goes on record: NAME=VALUE"),
    Localized(nl: "het document", en: "the document"),
    Localized(nl: "waar het staat", en: "where it is"),
    Localized(nl: "een deel ervan: NAAM=TEKST", en: "a part of it: NAME=TEXT"),
    Localized(nl: "de laatste dag waarop het geldt", en: "the last day on which it is valid"),
    Localized(nl: "de goedkeuring", en: "the approval"),
    Localized(nl: "de leeruitkomst", en: "the outcome"),
    Localized(nl: "het gesprek waarin het is gegeven", en: "the gesprek at which it was given"),
    Localized(
      nl: "het gesprek waarin het is gegeven; niet bij een leeruitkomst die op zichzelf wordt beoordeeld",
      en: "the gesprek at which it was given; not for an outcome that is judged by itself"),
    Localized(
      nl: "een onderdeel van het oordeel, ONDERDEEL=WAARDE; meermalen",
      en: "a part of the verdict, PART=VALUE; several times"),
    Localized(
      nl: "het oordeel, uit de schaal van de leeruitkomst", en: "the verdict, from the outcome's scale"),
    Localized(
      nl: "waar het op rust: een document, een groep indicatoren of een adres; meermalen",
      en: "what it rests on: a document, a group of indicators or an address; several times"),
    Localized(nl: "een concreet voorbeeld", en: "a concrete example"),
    Localized(nl: "een korte motivering", en: "a short reason"),
    Localized(nl: "een haalbare vervolgstap", en: "a feasible next step"),
    Localized(
      nl: "het formulier met voorbeeld, motivering en vervolgstap",
      en: "the form that holds example, reason and next step"),
    Localized(
      nl: "de beoordelaar vertrouwt erop dat de student het op termijn zelfstandig kan",
      en: "the judge trusts that the student will do it alone in time"),
    Localized(nl: "wat er is gezien", en: "what was seen"),
    Localized(nl: "de groei die is doorgemaakt", en: "the growth made"),
    Localized(nl: "de groei die nog te maken is", en: "the growth still to make"),
    Localized(nl: "het formulier met de drie delen", en: "the form that holds the three parts"),
    Localized(
      nl: "er is te weinig gezien om iets te zeggen", en: "too little was seen to say anything"),
    Localized(
      nl: "waarom het wordt gegeven zonder wat eerst hoort te komen",
      en: "why it is given without what should come first"),
    Localized(
      nl: "de onderwijseenheid, of een van haar leeruitkomsten", en: "the unit, or one of its outcomes"),
    Localized(nl: "de teller", en: "the counter"), Localized(nl: "hoeveel: +3", en: "how many: +3"),
    Localized(nl: "de taak, of één keer daarvan", en: "the task, or one occurrence of it"),
  ]

  private static let deciding = [
    Localized(nl: "studentnummer", en: "student number"), Localized(nl: "de workflow", en: "the workflow"),
    Localized(nl: "de eerste dag", en: "the first day"), Localized(nl: "de laatste dag", en: "the last day"),
    Localized(nl: "ROL=PERSOON", en: "ROLE=PERSON"),
    Localized(
      nl: "de school of het bedrijf van de stage", en: "the placement's school or company"),
    Localized(nl: "een parameter: NAAM=WAARDE", en: "a parameter: NAME=VALUE"),
    Localized(nl: "vanaf welke dag (anders: --on)", en: "from which day (default: --on)"),
    Localized(nl: "de hoek", en: "the corner"),
    Localized(nl: "de rol die invalt", en: "the role that stands in"),
    Localized(nl: "vanaf welke dag", en: "from which day"),
    Localized(nl: "de fase die u als volgende verwacht", en: "the phase that is expected next"),
    Localized(nl: "een code uit de workflow", en: "a code of the workflow"),
    Localized(nl: "de blokkade", en: "the block"),
    Localized(nl: "de leeruitkomst waar het om gaat", en: "the outcome that it is about"),
    Localized(nl: "de escalatie, E1", en: "the escalation, E1"), Localized(nl: "de rol", en: "the role"),
    Localized(nl: "die was niet te bereiken", en: "it could not be reached"),
    Localized(nl: "het plan, in gewone woorden", en: "the plan, in prose"),
    Localized(nl: "een uitkomst van de route", en: "an outcome of the route"),
    Localized(nl: "de analyse, als de route die vraagt", en: "the analysis, where the route asks one"),
    Localized(
      nl: "de interventie, als de route die vraagt", en: "the intervention, where the route asks one"),
    Localized(
      nl: "het nummer van de gebeurtenis, uit history", en: "the number of the event, from history"),
    Localized(nl: "neem de gebeurtenis terug", en: "take the event out"),
    Localized(nl: "andere gegevens: SLEUTEL=WAARDE", en: "other data: KEY=VALUE"),
    Localized(
      nl: "toon wat er zou veranderen en wat er zou vallen, leg niets vast",
      en: "show what would change and what would fall, record nothing"),
    Localized(
      nl: "laat latere gebeurtenissen vallen die dan geen stand houden",
      en: "let later events fall that no longer hold"),
  ]

  private static let settingUp = [
    Localized(
      nl: "een database om te oefenen, voorgoed: alleen daar is het moment van vastleggen te kiezen",
      en: "a database for practice, for ever: there the recorded time may be given"),
    Localized(
      nl: "alleen deze van de workflows die zijn meegeleverd; mag vaker",
      en: "only this one of the workflows that ship; several times"),
    Localized(nl: "workflowbestanden", en: "workflow files"),
    Localized(nl: "jaarplannen: CSV of iCalendar (.ics)", en: "year plans: CSV or iCalendar (.ics)"),
    Localized(
      nl: "een schooljaar (2026-2027) of een kalenderjaar (2026); anders het schooljaar van vandaag",
      en: "a school year (2026-2027) or a calendar year (2026); default: the school year of today"),
    Localized(
      nl: "alleen deze vakantieregio: noord, midden of zuid",
      en: "only this holiday region: noord, midden or zuid"),
    Localized(
      nl: "Goede Vrijdag: free (vrij) of school; anders zoals gepubliceerd, of school",
      en: "Goede Vrijdag: free or school (default: as published, else school)"),
    Localized(nl: "alleen trajecten van deze workflow", en: "only trajecten of this workflow"),
    Localized(
      nl:
        "Bevrijdingsdag: yearly, elk jaar vrij, of lustrum, eens in de vijf jaar; anders zoals gepubliceerd, of yearly",
      en:
        "Bevrijdingsdag: yearly free, or lustrum, every five years (default: as published, else yearly)"),
    Localized(
      nl: "workflowbestanden of namen van workflows (standaard: die met cyclus meekomen)",
      en: "workflow files or ids (default: those that ship with cyclus)"),
    Localized(
      nl: "de map met de voorbeelden (standaard: examples/NAAM naast het bestand)",
      en: "the folder with the examples (default: examples/ID beside the file)"),
    Localized(
      nl: "ook wat wel geraakt is, met het eerste voorbeeld ervan",
      en: "also what is taken, with the first example of it"),
    Localized(nl: "de versie (anders: de laatste)", en: "the version (default: the last)"),
    Localized(
      nl: "de workflow, het bestand ervan, of een traject: id (T17) of studentnummer",
      en: "the workflow, its file, or a traject: id (T17) or student number"),
    Localized(nl: "het bestand", en: "the file"),
    Localized(nl: "studentnummer of personeelscode", en: "student number or staff code"),
    Localized(nl: "roepnaam", en: "first name"), Localized(nl: "tussenvoegsel", en: "tussenvoegsel"),
    Localized(nl: "achternaam", en: "surname"),
    Localized(nl: "studentnummer, personeelscode of id", en: "student number, staff code or id"),
    Localized(
      nl: "het bestand: ; , of tab tussen kolommen, , of | in een lijst; UTF-8 of Windows-1252",
      en: "the file: ; , or tab between columns, , or | in a list; UTF-8 or Windows-1252"),
    Localized(
      nl: "de workflow van rijen die er geen noemen", en: "the workflow of rows that name none"),
    Localized(
      nl: "zeg wat er zou gebeuren, leg niets vast", en: "say what would happen, record nothing"),
    Localized(
      nl: "lees de goede rijen in, meld de andere", en: "take over the good rows, report the others"),
    Localized(nl: "hoeveel studenten", en: "how many students"),
    Localized(
      nl: "met hoeveel toestanden wordt doorlopen wat kan gebeuren (0–100000; 0: niet)",
      en: "the most states that are told apart in the walk through what may happen (0–100000; 0: no walk)"),
    Localized(
      nl: "een geheel getal waaruit alle toeval volgt", en: "a whole number from which all chance follows"),
    Localized(
      nl: "een JSON-bestand over hoe mensen zich gedragen, zoals {\"late\": 0.2}",
      en: "a JSON file of how people behave, such as {\"late\": 0.2}"),
    Localized(
      nl: "een bestand met JSON-regels of CSV, of - voor de standaardinvoer",
      en: "a file of JSON lines or CSV, or - for standard input"),
    Localized(
      nl: "leg niets vast als niet elke regel wordt aanvaard",
      en: "nothing is recorded unless every line is accepted"),
  ]
}
