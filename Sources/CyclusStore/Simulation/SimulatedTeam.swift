import CyclusCore

/// Who may take over a role, and which schools there are, on a day of a simulation: what began by then.
struct SimulatedTeam: Sendable {
  private var colleagues: [String: [(from: Day, person: PersonID)]] = [:]
  private var schools: [(from: Day, school: Int)] = []

  /// - Parameter numbers: The number in the database of each school of the cohort.
  init(_ cohort: SimulatedCohort, schools numbers: [Int?]) {
    var known: Set<PersonID> = []
    var placed: Set<Int> = []
    for student in cohort.students {
      for (role, member) in student.roles {
        guard let person = cohort.members[member].id, known.insert(person).inserted else { continue }
        colleagues[role, default: []].append((student.from, person))
      }
      if let school = numbers[student.school], placed.insert(school).inserted {
        schools.append((student.from, school))
      }
    }
  }

  /// Somebody who holds a role in some traject by a day.
  func colleague(_ role: String, on day: Day, _ random: inout SeededRandom) -> PersonID? {
    random.one(of: began(colleagues[role] ?? [], \.from, day))?.person
  }

  /// A school that has a student by a day.
  func school(on day: Day, _ random: inout SeededRandom) -> Int? {
    random.one(of: began(schools, \.from, day))?.school
  }

  /// What began by a day, of what is sorted by the day on which it began.
  private func began<Element>(_ all: [Element], _ from: (Element) -> Day, _ day: Day) -> [Element] {
    var (low, high) = (0, all.count)
    while low < high {
      let middle = (low + high) / 2
      if from(all[middle]) <= day { low = middle + 1 } else { high = middle }
    }
    return Array(all[..<low])
  }
}
