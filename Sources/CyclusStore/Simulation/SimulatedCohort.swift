import CyclusCore

/// The made-up people of a simulation, and who works with whom: nobody and no school here exists.
struct SimulatedCohort {
  /// Somebody with a code and a name.
  struct Member {
    var code: String
    var name: PersonName
  }

  /// A student with the team around the placement, by the place of each in `members`.
  struct Student {
    var member: Int
    var from: Day
    var school: String
    var roles: [(role: String, member: Int)]
  }

  private(set) var members: [Member] = []
  private(set) var students: [Student] = []
  private var random: SeededRandom
  private let settings: SimulationSettings
  /// How often a cohort was made here before, so that no code is given twice.
  private let run: Int

  /// The team that the next students of a role get, and how many they still are.
  private var teams: [String: (member: Int, left: Int)] = [:]
  private var school = (name: "", left: 0)

  init(_ count: Int, _ workflow: Workflow, _ simulation: Simulation, today: Day, run: Int) {
    random = SeededRandom(seed: simulation.seed, "cohort/\(run)")
    settings = simulation.settings
    self.run = run
    for number in 1...max(1, count) { add(number, workflow, today) }
  }

  private mutating func add(_ number: Int, _ workflow: Workflow, _ today: Day) {
    if school.left == 0 {
      school = (
        "\(Self.schools[random.number(0...(Self.schools.count - 1))]) De \(surname())",
        settings.count(.schoolStudents)
      )
      // Another school has other people.
      for role in workflow.roles where role.place == .workplace { teams[role.id] = nil }
    }
    school.left -= 1
    var roles: [(String, Int)] = []
    for role in workflow.roles where role.place != .student {
      let team = member(role, workflow)
      if role.isRequired || random.chance(settings[.optionalRole]) { roles.append((role.id, team)) }
    }
    let weeks = random.number(0...settings.count(.startWeeksBack))
    let back = (today - 7 * weeks)
    let student = member(code: run == 0 ? "\(9_600_000 + number)" : "\(9_600_000 + 100_000 * run + number)")
    students.append(Student(member: student, from: back.monday, school: school.name, roles: roles))
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
  private static let schools = ["Lyceum", "Mavo", "College", "Vakschool", "Atheneum"]
}
