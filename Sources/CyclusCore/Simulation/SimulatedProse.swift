/// What simulated people write: for each occasion some sentences, of which one is drawn.
///
/// The sentences are Dutch, as what people write is stored as they wrote it. None of them speaks of one workflow.
enum SimulatedProse {
  // MARK: Goals and agreements

  /// What a student works on, what is done for it, and when all are satisfied: the first three prose parts of a goal.
  static let goalParts = [goals, activities, satisfied]

  private static let goals = [
    "rustig beginnen en elke les samen afsluiten", "de uitleg korter, de leerlingen eerder aan het werk",
    "vragen stellen waar meer dan drie leerlingen op antwoorden", "de hele klas blijven zien, ook achterin",
    "de toetsresultaten gebruiken om de volgende les bij te stellen",
    "overgangen tussen werkvormen vlot laten verlopen",
  ]
  private static let activities = [
    "twee lessen van een collega bekijken en nabespreken", "elke week één lesbegin opnemen en terugkijken",
    "het lesplan vooraf aan de begeleider laten lezen", "een leerling vragen wat de les heeft opgeleverd",
    "één werkvorm in drie klassen proberen", "de beurten een week lang turven",
  ]
  private static let satisfied = [
    "als het in drie lessen achter elkaar lukt", "als de begeleider het zonder erom te vragen ziet",
    "als leerlingen zelf kunnen zeggen wat de bedoeling is", "als ik het ook in een drukke klas volhoud",
    "als de les op tijd en samen eindigt", "als ik kan uitleggen waarom het werkt",
  ]

  static let agreements = [
    "lesplan vooraf delen", "een lesbezoek in de bovenbouw regelen",
    "elke vrijdag een korte terugblik mailen",
    "de opname van een les samen bekijken", "de toets vooraf laten nakijken",
    "bij de mentor van 2b langsgaan over de klas",
  ]
  static let firstSteps = [
    "maandag, klas 2b", "deze week een datum prikken", "morgen even langslopen", "bij de eerstvolgende les",
    "vandaag een bericht sturen",
  ]
  static let agreementsDone = [
    "samen bekeken", "gedaan en in de les gezien", "afgerond, het werkte goed", "op tijd gedeeld",
  ]
  static let agreementsNotDone = [
    "er was die week geen les", "door ziekte niet aan toegekomen", "vergeten, staat nu in de agenda",
    "de begeleider was afwezig",
  ]
  static let agreementsDropped = [
    "niet meer nodig: het loopt inmiddels", "de klas is van rooster veranderd", "gaat op in een ander doel",
    "past niet bij deze periode", "er is een andere afspraak voor in de plaats gekomen",
  ]
  static let needs = [
    "een vast moment in de week", "een rooster dat klopt", "tijd om vooraf te overleggen",
    "iemand die meekijkt", "een rustiger klas om mee te beginnen",
  ]

  // MARK: Verdicts and feedback

  static let seen = [
    "rustig begin van de les gezien", "duidelijke instructie, de leerlingen wisten wat te doen",
    "goed contact met de klas", "de beurten werden eerlijk verdeeld", "een eigen werkvorm die aansloeg",
  ]
  static let growth = [
    "de instructie is korter geworden", "meer rust bij de overgangen", "de lesdoelen zijn concreter",
    "grijpt eerder en vriendelijker in", "vraagt nu zelf om feedback",
  ]
  static let toGrow = [
    "meer leerlingen aan het woord laten", "de afsluiting niet laten schieten",
    "vaker nagaan of het begrepen is", "hoge verwachtingen uitspreken", "eerder tempo maken",
  ]
  static let examples = [
    "de les over breuken", "het groepswerk in klas 3c", "de start van de les na de pauze",
    "het gesprek met een leerling die afhaakte", "de lessenserie van de laatste vier weken",
  ]
  static let good = [
    "in drie lessen gezien", "steeds opnieuw gezien, ook in een lastige klas",
    "in het portfolio onderbouwd en in de les gezien", "doet het zelfstandig en kan het uitleggen",
  ]
  static let poor = [
    "in de lessen nog te weinig gezien", "lukt alleen met hulp van de begeleider",
    "wisselt nog sterk van les tot les", "de onderbouwing ontbreekt nog",
  ]
  static let nextAfterGood = [
    "een hele lessenserie zelf geven", "het ook in een andere klas doen", "een collega laten meekijken",
    "de aanpak delen in de sectie",
  ]
  static let nextAfterPoor = [
    "elke les vooraf samen doornemen", "één punt per week oefenen en nabespreken",
    "drie lessen bij een collega kijken", "met een korter lesplan beginnen",
  ]

  // MARK: What comes in between

  static let cancelled = [
    "toetsweek op school", "de begeleider is ziek", "lesuitval door een studiedag", "treinstoring",
    "er kwam een vergadering tussen",
  ]
  static let rejected = [
    "de doelen zijn nog niet meetbaar", "de leeractiviteiten ontbreken nog",
    "het verslag gaat over één leeruitkomst, de andere horen erbij",
    "de afspraken van het gesprek staan er niet in",
  ]
  static let notes = [
    "gebeld met de school, volgende week verder", "student gesproken na college, het gaat goed",
    "begeleider laat weten dat het contact prettig loopt",
    "rooster van de school gewijzigd, nagaan of het past",
    "vraagt om mee te denken over het portfolio",
  ]
  static let waived = [
    "op school al besproken", "in een ander gesprek al aan bod geweest",
    "door omstandigheden niet meer zinvol",
  ]
  static let snoozed = [
    "toetsweek op school", "wacht op antwoord van de school", "student is deze week op excursie",
  ]
}

extension SeededRandom {
  /// One of some sentences; nothing of none.
  mutating func prose(_ sentences: [String]) -> String { one(of: sentences) ?? "" }
}
