// Another calendar makes nobody late: an open date that it would put in the past becomes the first working day from the day
// of adoption on.
extension Traject {
  /// The first day that the date of an obligation may have, since another calendar was adopted.
  public struct DateFloor: Hashable, Sendable, Codable {
    /// That day.
    public var due: Day
    /// The day of adoption: the floor itself, but for what had an earlier date already.
    public var adopted: Day
  }

  /// Raises the date of an obligation to its floor: a working day, moved by what stopped the clock since.
  func raise(_ obligation: inout Obligation, _ rulebook: Rulebook) {
    guard let floor = floors?[obligation.key.description], let due = obligation.due else { return }
    let hadPassed = floor.due < floor.adopted
    // Nobody has to act on a day that the new calendar makes free.
    let first = hadPassed ? floor.due : rulebook.workingDays.onOrAfter(floor.due)
    let least = moved(first, opens: floor.adopted, rulebook)
    guard due < least else { return }
    let bound: DueBound = hadPassed ? .overdueAtAdoption(floor.adopted) : .adoption(floor.adopted)
    obligation.date(Reckoning(due, obligation.account).atLeast(least, bound))
  }

  /// The same traject as if its clock went on from a day on: by the dates of what stands still it shows what would become
  /// of them.
  func resumed(on day: Day) -> Traject {
    var resumed = self
    for index in pauses.indices where pauses[index].until == nil {
      resumed.pauses[index].until = max(day, pauses[index].since)
    }
    for index in blocks.indices where blocks[index].until == nil {
      resumed.blocks[index].until = max(day, blocks[index].since)
    }
    return resumed
  }
}
