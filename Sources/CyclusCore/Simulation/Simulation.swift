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
    guard !traject.hasEnded else { return [] }
    var acts = unasked(standing, after: last, on: today)
    let obligations = standing.obligations
    var days: [Int: Day] = [:]
    for (index, obligation) in obligations.enumerated() {
      guard let day = day(of: obligation, traject, rulebook) else { continue }
      if day <= today || obligation.key.step == .held { days[index] = day }
    }
    guard !days.isEmpty else { return acts }
    for index in Self.order(of: obligations) {
      guard let day = days[index] else { continue }
      let obligation = obligations[index]
      acts += planning(obligation, traject, rulebook, on: today)
      guard day <= today else { continue }
      acts += self.acts(on: obligation, traject, rulebook, on: today)
    }
    return acts
  }

  /// The next day on which something is done in a traject, at the latest a week from now; `nil` once it has ended.
  public func next(_ standing: Standing, after today: Day) -> Day? {
    let (traject, rulebook) = (standing.traject, standing.rulebook)
    guard !traject.hasEnded else { return nil }
    var days = unaskedDays(traject, rulebook).map(\.day)
    for obligation in standing.obligations {
      if let day = day(of: obligation, traject, rulebook) { days.append(day) }
    }
    return min(days.filter { $0 > today }.min() ?? today + 7, today + 7)
  }

  /// The places of obligations in order: first what is due first, what moves the traject on last.
  private static func order(of obligations: [Obligation]) -> [Int] {
    let places = obligations.map {
      (isLast: $0.key.step == .advanced, opens: $0.opens, from: $0.opens ?? $0.due ?? Day(number: 0))
    }
    return places.indices.sorted { one, other in
      let (a, b) = (places[one], places[other])
      if a.isLast != b.isLast { return b.isLast }
      return a.opens == b.opens ? obligations[one].key < obligations[other].key : a.from < b.from
    }
  }

  /// The day on which an obligation is acted upon: in time, late, long after, or never where its week has gone.
  func day(of obligation: Obligation, _ traject: Traject, _ rulebook: Rulebook) -> Day? {
    guard obligation.isAsked, !obligation.isSuspended, let opens = obligation.opens else { return nil }
    var random = random(traject, obligation.key.description)
    let fate = random.unit()
    guard let due = obligation.due, due >= opens else {
      return rulebook.workingDays.onOrAfter(opens + random.number(0...5))
    }
    let (forgotten, late) = (settings[.forgotten], settings[.late])
    if fate < forgotten + late, obligation.lapses { return nil }
    if fate < forgotten { return rulebook.workingDays.onOrAfter(due + random.number(16...45)) }
    if fate < forgotten + late {
      return rulebook.workingDays.onOrAfter(due + random.number(1...max(1, settings.count(.lateDays))))
    }
    return min(due, rulebook.workingDays.onOrAfter(opens + random.number(0...(due - opens))))
  }
}
