/// What simulated people do: a pure function of seed, settings, the state of a traject and the day.
///
/// It acts on what the engine asks, so that it plays any workflow; it gives commands, and the engine decides.
public struct Simulation: Sendable {
  /// The seed from which every draw follows.
  public let seed: UInt64
  /// How people behave.
  public let settings: SimulationSettings

  /// Creates a simulation.
  public init(seed: UInt64, settings: SimulationSettings) {
    self.seed = seed
    self.settings = settings
  }

  /// What a command needs that the state does not hold.
  public struct Surroundings {
    /// Takes in prose.
    public var text: (String) throws -> TextReference
    /// Somebody who holds a role in some traject.
    public var colleague: (String, inout SeededRandom) -> PersonID?
    /// The number of some school.
    public var school: (inout SeededRandom) -> Int?

    /// Creates the surroundings.
    public init(
      text: @escaping (String) throws -> TextReference,
      colleague: @escaping (String, inout SeededRandom) -> PersonID?,
      school: @escaping (inout SeededRandom) -> Int?
    ) {
      self.text = text
      self.colleague = colleague
      self.school = school
    }
  }

  /// What somebody does on a day.
  public struct Act {
    /// What it comes from: the key of an obligation, or the name of something that nobody asked.
    public var name: String
    /// Who does it.
    public var actor: Actor
    /// When it happened; the day itself, or before it where it is entered late.
    public var happened: Day
    /// The command; `nil` where an earlier event is corrected.
    public var command: ((Surroundings) throws -> Command?)?
  }

  /// A generator for one purpose in one traject.
  func random(_ traject: Traject, _ purpose: String) -> SeededRandom {
    SeededRandom(seed: seed, "\(traject.name)/\(purpose)")
  }

  /// Whether something with a probability of the settings happens in a traject.
  func happens(_ key: SimulationSettings.Key, _ traject: Traject, _ purpose: String = "") -> Bool {
    var random = random(traject, "\(key.rawValue)/\(purpose)")
    return random.chance(settings[key])
  }

  /// What is done in a traject on a day, in order; `last` is the day on which that was asked before.
  public func acts(_ standing: Standing, after last: Day, on today: Day) -> [Act] {
    let (traject, rulebook) = (standing.traject, standing.rulebook)
    guard !traject.hasEnded, workday(today, rulebook) == today else { return [] }
    var acts = unasked(standing, after: last, on: today)
    let obligations = standing.obligations
    var days: [Int: Day] = [:]
    for (index, obligation) in obligations.enumerated() {
      guard let day = day(of: obligation, traject, rulebook) else { continue }
      if day <= today || obligation.key.step == .held { days[index] = day }
    }
    guard !days.isEmpty else { return acts }
    for index in Self.order(of: obligations, days.keys) {
      guard let day = days[index] else { continue }
      let obligation = obligations[index]
      acts += planning(obligation, traject, rulebook, on: today)
      guard day <= today else { continue }
      acts += self.acts(on: obligation, traject, rulebook, on: today)
    }
    return acts
  }

  /// The next day on which something is done in a traject, at the latest a week from now or on the first working day
  /// after it; `nil` once it has ended.
  public func next(_ standing: Standing, after today: Day) -> Day? {
    let (traject, rulebook) = (standing.traject, standing.rulebook)
    guard !traject.hasEnded else { return nil }
    var days = unaskedDays(traject, rulebook).map(\.day)
    for obligation in standing.obligations {
      if let day = day(of: obligation, traject, rulebook) { days.append(day) }
    }
    let week = workday(today + 7, rulebook)
    return min(days.filter { $0 > today }.min() ?? week, week)
  }

  /// The places of obligations in order: first what is due first, what moves the traject on last.
  ///
  /// Of what is due on one day a gesprek is held before anything is said at it.
  private static func order(of obligations: [Obligation], _ places: some Sequence<Int>) -> [Int] {
    let ranked: [(place: Int, rank: Int)] = places.map { place in
      let obligation = obligations[place]
      guard obligation.key.step != .advanced else { return (place, Int.max) }
      let day = obligation.due ?? obligation.opens ?? Day(number: 0)
      return (place, day.number * 2 + (obligation.key.step == .held ? 0 : 1))
    }
    let sorted = ranked.sorted { a, b in
      a.rank == b.rank ? obligations[a.place].key < obligations[b.place].key : a.rank < b.rank
    }
    return sorted.map(\.place)
  }

  /// The first day on or after a day on which somebody is there: no weekend, holiday of the workflow, or long holiday.
  ///
  /// A workflow names the holidays of its own school year; a cohort may have begun in the year before.
  func workday(_ day: Day, _ rulebook: Rulebook) -> Day {
    var day = rulebook.workingDays.onOrAfter(day)
    while let end = Self.endOfRest(day) { day = rulebook.workingDays.onOrAfter(end + 1) }
    return day
  }

  /// The last day of the Christmas or summer holiday in which a day lies; `nil` of any other day.
  static func endOfRest(_ day: Day) -> Day? {
    switch (day.month, day.dayOfMonth) {
    case (12, 22...): Day(year: day.year + 1, month: 1, day: 2)
    case (1, 1...2): Day(year: day.year, month: 1, day: 2)
    case (7, 18...), (8, 1...23): Day(year: day.year, month: 8, day: 23)
    default: nil
    }
  }

  /// The day on which an obligation is acted upon: in time, late, long after, or never where its week has gone.
  func day(of obligation: Obligation, _ traject: Traject, _ rulebook: Rulebook) -> Day? {
    guard obligation.isAsked, !obligation.isSuspended, let opens = obligation.opens else { return nil }
    if let planned = plannedDay(obligation, traject, rulebook) { return max(planned, opens) }
    var random = random(traject, obligation.key.description)
    let fate = random.unit()
    guard let due = obligation.due, due >= opens else {
      // Who may move a traject on sees it on the board, and does it at once.
      return workday(opens + random.number(0...(obligation.key.step == .advanced ? 1 : 5)), rulebook)
    }
    let (forgotten, late) = (settings[.forgotten], settings[.late])
    if fate < forgotten + late, obligation.lapses { return nil }
    if fate < forgotten { return workday(due + random.number(16...45), rulebook) }
    if fate < forgotten + late {
      return workday(due + random.number(1...max(1, settings.count(.lateDays))), rulebook)
    }
    let day = workday(opens + random.number(0...(due - opens)), rulebook)
    if day <= due { return day }
    return workday(due, rulebook) == due ? due : obligation.lapses ? nil : day
  }
}
