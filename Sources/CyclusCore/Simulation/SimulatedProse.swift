/// What simulated people write: for each occasion some sentences, of which one is drawn.
///
/// The sentences are Dutch, as what people write is stored as they wrote it. None of them speaks of one workflow.
enum SimulatedProse {
  // MARK: Goals and agreements

  /// What a student works on, what is done for it, and when all are satisfied: the first three prose parts of a goal.
  static let goalParts = [goals, activities, satisfied]

  private static let goals = [
    "rustig beginnen en elke taak afronden", "korter uitleggen wat ik doe en waarom",
    "eerder om hulp vragen als het vastloopt", "overzicht houden, ook als het druk is",
    "feedback gebruiken om de volgende keer bij te stellen",
    "vlot van de ene taak naar de andere gaan",
  ]
  private static let activities = [
    "twee keer met een collega meekijken en nabespreken", "elke week één situatie beschrijven en terugkijken",
    "het plan vooraf aan de begeleider laten lezen", "vragen wat het de ander heeft opgeleverd",
    "één aanpak op drie plekken proberen", "een week lang bijhouden wat lukt",
  ]
  private static let satisfied = [
    "als het drie keer achter elkaar lukt", "als de begeleider het zonder erom te vragen ziet",
    "als anderen zelf kunnen zeggen wat de bedoeling is", "als ik het ook op een drukke dag volhoud",
    "als het werk op tijd af is", "als ik kan uitleggen waarom het werkt",
  ]

  static let agreements = [
    "het plan vooraf delen", "een keer meelopen met een ander regelen",
    "elke vrijdag een korte terugblik mailen",
    "een stuk werk samen bekijken", "het verslag vooraf laten lezen",
    "bij een collega langsgaan voor advies",
  ]
  static let firstSteps = [
    "maandag, aan het begin van de dag", "deze week een datum prikken", "morgen even langslopen",
    "bij de eerstvolgende gelegenheid",
    "vandaag een bericht sturen",
  ]
  static let agreementsDone = [
    "samen bekeken", "gedaan en in het werk gezien", "afgerond, het werkte goed", "op tijd gedeeld",
  ]
  static let agreementsNotDone = [
    "die week was er geen gelegenheid", "door ziekte niet aan toegekomen", "vergeten, staat nu in de agenda",
    "de begeleider was afwezig",
  ]
  static let agreementsDropped = [
    "niet meer nodig: het loopt inmiddels", "het rooster is veranderd", "gaat op in een ander doel",
    "past niet bij deze periode", "er is een andere afspraak voor in de plaats gekomen",
  ]
  static let needs = [
    "een vast moment in de week", "een rooster dat klopt", "tijd om vooraf te overleggen",
    "iemand die meekijkt", "een rustiger moment om mee te beginnen",
  ]

  // MARK: Verdicts and feedback

  static let seen = [
    "rustig begin gezien", "duidelijk uitgelegd, iedereen wist wat te doen",
    "goed contact met de mensen om zich heen", "het werk werd eerlijk verdeeld",
    "een eigen aanpak die aansloeg",
  ]
  static let growth = [
    "de uitleg is korter geworden", "meer rust als het druk wordt", "de doelen zijn concreter",
    "grijpt eerder en vriendelijker in", "vraagt nu zelf om feedback",
  ]
  static let toGrow = [
    "anderen meer aan het woord laten", "de afsluiting niet laten schieten",
    "vaker nagaan of het begrepen is", "zeggen wat er verwacht wordt", "eerder tempo maken",
  ]
  static let examples = [
    "de opdracht van vorige week", "het werk met de groep", "de start van de dag",
    "het gesprek met iemand die afhaakte", "het werk van de laatste vier weken",
  ]
  static let good = [
    "drie keer gezien", "steeds opnieuw gezien, ook als het lastig was",
    "op papier onderbouwd en in het werk gezien", "doet het zelfstandig en kan het uitleggen",
  ]
  static let poor = [
    "nog te weinig gezien", "lukt alleen met hulp van de begeleider",
    "wisselt nog sterk van keer tot keer", "de onderbouwing ontbreekt nog",
  ]
  static let nextAfterGood = [
    "een hele opdracht zelf doen", "het ook op een andere plek doen", "een collega laten meekijken",
    "de aanpak delen met het team",
  ]
  static let nextAfterPoor = [
    "het werk vooraf samen doornemen", "één punt per week oefenen en nabespreken",
    "drie keer bij een collega kijken", "met een kleinere opdracht beginnen",
  ]

  // MARK: What comes in between

  static let cancelled = [
    "drukke week op de werkplek", "de begeleider is ziek", "een studiedag van het team", "treinstoring",
    "er kwam een vergadering tussen",
  ]
  static let rejected = [
    "de doelen zijn nog niet meetbaar", "de leeractiviteiten ontbreken nog",
    "het verslag gaat over één onderdeel, de andere horen erbij",
    "de afspraken van het gesprek staan er niet in",
  ]
  static let notes = [
    "gebeld, volgende week verder", "student gesproken, het gaat goed",
    "begeleider laat weten dat het contact prettig loopt",
    "rooster gewijzigd, nagaan of het past",
    "vraagt om mee te denken over de planning",
  ]
  static let waived = [
    "al besproken", "in een ander gesprek al aan bod geweest",
    "door omstandigheden niet meer zinvol",
  ]
  static let snoozed = [
    "drukke week op de werkplek", "wacht op antwoord van de werkplek", "student is deze week op excursie",
  ]
}

extension SeededRandom {
  /// One of some sentences; nothing of none.
  mutating func prose(_ sentences: [String]) -> String { one(of: sentences) ?? "" }
}
