// How long gesprekken took, and the time of one role that follows from it.
extension Deliberation {
  /// The longest that a gesprek can have taken, in minutes.
  private static var longest: Int { 600 }

  mutating func check(minutes: Int?, _ definition: GesprekDefinition) {
    guard let minutes, !(1...Self.longest).contains(minutes) else { return }
    lack(
      definition.title,
      Sentence.plainly(
        "\(minutes) minuten kan niet: geef met --minutes 1 tot en met \(Self.longest)",
        "\(minutes) minutes is not possible: give 1 to \(Self.longest) with --minutes"),
      rule: definition.citation)
  }
}

extension Traject {
  /// The minutes of the gesprekken at which somebody with a role was there; those of others are not counted.
  ///
  /// A gesprek of which nobody recorded how long it took counts for as long as the workflow says that it takes.
  public func minutes(with role: String, _ rulebook: Rulebook) -> Int {
    gesprekken.reduce(0) { sum, entry in
      let usual = ItemKey(entry.key).flatMap { rulebook.workflow.gesprek($0.id) }?.duration
      let own = entry.value.sessions.filter { session in
        session.present.contains { present in
          present.role == role || holders(of: role, on: session.on).contains(present.person)
        }
      }
      return sum + own.reduce(0) { $0 + ($1.minutes ?? usual ?? 0) }
    }
  }
}
