import CyclusCore

/// The made-up people of a simulation, and who works with whom: nobody and no school here exists.
///
/// It is what a simulation keeps in memory of all its students: some hundreds of bytes for each.
struct SimulatedCohort: Sendable {
  /// Somebody with a code and a name.
  struct Member: Sendable {
    var code: String
    var name: PersonName
    /// Known once the first traject in which the member is found begins.
    var id: PersonID?
  }

  /// A student with the team around the placement, by the place of each in `members` and `schools`.
  struct Student: Sendable {
    var member: Int
    var from: Day
    var school: Int
    var roles: [(role: String, member: Int)]
  }

  /// On which minute of its day a traject is started: eight o'clock, before anybody acts.
  static let startMinute = 480
  /// How many days a placement lasts where its end has to be known.
  private static let placement = 300
  /// About how many days a block lasts where blocks begin on dates.
  private static let block = 100

  private(set) var members: [Member] = []
  /// The students, in the order in which their trajecten begin once those are settled.
  private(set) var students: [Student] = []
  /// The names of the schools; two with one name are one.
  private(set) var schools: [String] = []
  private var random: SeededRandom
  private let simulation: Simulation
  /// How often a cohort was made here before, so that no code is given twice.
  private let run: Int

  /// The team that the next students of a role get, and how many they still are.
  private var teams: [String: (member: Int, left: Int)] = [:]
  private var school = (place: 0, left: 0)
  private var settings: SimulationSettings { simulation.settings }

  init(_ count: Int, _ workflow: Workflow, _ simulation: Simulation, today: Day, run: Int) {
    random = SeededRandom(seed: simulation.seed, "cohort/\(run)")
    self.simulation = simulation
    self.run = run
    for number in 1...max(1, count) { add(number, workflow, today) }
  }

  /// Leaves out students whose start is not accepted, and puts the others in the order of their first days.
  mutating func settle(first: PersonID, _ isAccepted: (Student) throws -> Bool) rethrows {
    var accepted: [Student] = []
    for student in students where try isAccepted(student) { accepted.append(student) }
    students = accepted.enumerated().sorted { ($0.element.from, $0.offset) < ($1.element.from, $1.offset) }
      .map(\.element)
    var next = first.number
    for student in students {
      for member in [student.member] + student.roles.map(\.member) where members[member].id == nil {
        members[member].id = PersonID(next)
        next += 1
      }
    }
  }

  /// What is asked to start the traject of a student.
  func request(
    _ student: Student, id: Int, _ published: PublishedWorkflow, _ workflow: Workflow, school: Int?
  ) -> StartRequest {
    // Before the cohort is settled nobody has a number: the place serves, as no two have the same.
    func person(_ member: Int) -> PersonID { members[member].id ?? PersonID(member + 1) }
    return StartRequest(
      id: id, student: person(student.member), digest: published.digest, from: student.from,
      until: workflow.datedBlocks == nil ? nil : student.from + Self.placement, school: school,
      roles: student.roles.map { Traject.Attendance(role: $0.role, person: person($0.member)) },
      parameters: simulation.parameters(workflow, student: student.member) { parameter in
        // A date or a person where the workflow cannot do without.
        switch parameter.kind {
        case .person: person(student.member).description
        case .date: (student.from + 70).monday.description
        case .dates: Self.dates(after: student.from)
        case .oneOf, .yesNo, .number, .someOf: nil
        }
      })
  }

  /// The Mondays that cut a placement in equal parts, the first day left out.
  private static func dates(after first: Day) -> String {
    (1..<placement / block).map { (first + $0 * block).monday.description }.joined(separator: ",")
  }

  private mutating func add(_ number: Int, _ workflow: Workflow, _ today: Day) {
    if school.left == 0 {
      let name = "\(Self.kinds[random.number(0...(Self.kinds.count - 1))]) De \(surname())"
      school = (schools.firstIndex(of: name) ?? schools.count, settings.count(.schoolStudents))
      if school.place == schools.count { schools.append(name) }
      // Another school has other people.
      for role in workflow.roles where role.place == .workplace { teams[role.id] = nil }
    }
    school.left -= 1
    var roles: [(String, Int)] = []
    for role in workflow.roles where role.place != .student {
      let team = member(role, workflow)
      if role.isRequired || random.chance(settings[.optionalRole]) { roles.append((role.id, team)) }
    }
    for role in workflow.roles where role.place != .student {
      for _ in 1..<max(1, workflow.places(of: role.id)) where roles.contains(where: { $0.0 == role.id }) {
        roles.append((role.id, colleague(role, besides: roles.filter { $0.0 == role.id }.map(\.1))))
      }
    }
    let from = settings.start(before: today, &random)
    let student = member(code: run == 0 ? "\(9_600_000 + number)" : "\(9_600_000 + 100_000 * run + number)")
    students.append(Student(member: student, from: from, school: school.place, roles: roles))
  }

  /// Who holds a role for the next student: mentors have a few, a school educator one school, a leader some dozens.
  private mutating func member(_ role: Role, _ workflow: Workflow) -> Int {
    if let team = teams[role.id], team.left > 0 {
      teams[role.id] = (team.member, team.left - 1)
      return team.member
    }
    let isMentor = role.place == .workplace && role.id == workflow.roles.first { $0.place == .workplace }?.id
    let size =
      isMentor
      ? random.number(1...max(1, settings.count(.mentorStudents)))
      : role.place == .workplace
        ? settings.count(.schoolStudents)
        : random.number(
          max(1, settings.count(.leaderStudents) / 2)...max(1, settings.count(.leaderStudents) * 3 / 2))
    let short = (role.short.isEmpty ? String(role.id.prefix(3)) : role.short).uppercased()
    let code = "\(short)\(run == 0 ? "" : "\(run)X")\(members.count + 1)"
    let member = member(code: code)
    teams[role.id] = (member, size - 1)
    return member
  }

  /// One more person in a role that has room for several: one who is known in it, else somebody new.
  private mutating func colleague(_ role: Role, besides others: [Int]) -> Int {
    let known = students.flatMap(\.roles).filter { $0.role == role.id && !others.contains($0.member) }
    if let last = known.last?.member { return last }
    let short = (role.short.isEmpty ? String(role.id.prefix(3)) : role.short).uppercased()
    return member(code: "\(short)\(run == 0 ? "" : "\(run)X")\(members.count + 1)")
  }

  private mutating func member(code: String) -> Int {
    let given = Self.names[random.number(0...(Self.names.count - 1))]
    members.append(
      Member(
        code: code, name: PersonName(given: given, infix: random.chance(0.2) ? "van" : "", family: surname()))
    )
    return members.count - 1
  }

  private mutating func surname() -> String {
    Self.colours[random.number(0...(Self.colours.count - 1))]
      + Self.things[random.number(0...(Self.things.count - 1))]
  }

  private static let names =
    "Noor Sem Yara Daan Fenna Bram Lotte Milan Saar Luuk Nina Thijs Roos Finn Teun Maud Gijs Stijn Bo Elif Koen Merel Tijn Floris Jip Hanna Ties Siem Job Yusuf Puck Imke Joris Nour Pien Kees Dewi Tess Pim Aya Guus Ilias"
    .split(separator: " ").map(String.init)
  private static let colours =
    "Groen Blauw Rood Geel Zilver Goud Purper Oker Roest Grijs Zwart Wit Bruin Koper Violet Oranje Azuur Paars Room Ivoor"
    .split(separator: " ").map(String.init)
  private static let things =
    "berk linde eik wilg iep els spar mees vink specht merel lijster gans zwaan uil reiger kraai duif valk kievit wulp zwaluw beuk hazelaar den"
    .split(separator: " ").map(String.init)
  private static let kinds = ["Lyceum", "Mavo", "College", "Vakschool", "Atheneum"]
}
