import CyclusCLI
import CyclusCore
import Glibc
import Testing

/// What `why` gives to copy has to work: it is taken from the answer, its prose filled in, and typed.
@Suite struct WhyCommandsTests {
  /// A traject of a workflow that is led through it by nothing but what `why` says.
  struct Walk: CustomTestStringConvertible, Sendable {
    let cohort: Cohort
    /// Whether the first is taken of what can be done and of what can be chosen, or the last.
    let takesFirst: Bool

    var testDescription: String { "\(cohort.workflow), \(takesFirst ? "the first" : "the last")" }
  }

  /// What a traject starts with, who leads it, and how many days pass with each step.
  struct Cohort: Sendable {
    let workflow: String
    let leader: String
    let pace: Int
    let columns: String
    let row: String
    /// Something that comes in between.
    let detour: String?
  }

  static let walks = cohorts.flatMap { cohort in
    [true, false].map { Walk(cohort: cohort, takesFirst: $0) }
  }

  private static let cohorts = [
    Cohort(
      workflow: "bpv-driehoeksgesprek", leader: "SPEC", pace: 8,
      columns:
        "praktijkopleider;praktijkopleider_naam;bpv-begeleider;bpv-begeleider_naam;trajectbegeleider;trajectbegeleider_naam;werkprocessen;pok-geldig-tot",
      row: "1-9-2026;9-7-2027;REIG;Ria Reiger;SPEC;Sem Specht;VINK;Vera Vink;B1-K1-W1,B1-K2-W1;1-10-2026",
      detour: "escalate T1 --reason persoonlijk --why x --as SPEC"),
    Cohort(
      workflow: "bpv-begeleiding", leader: "LIJA", pace: 6,
      columns:
        "praktijkopleider;praktijkopleider_naam;bpv-begeleider;bpv-begeleider_naam;leercoach;leercoach_naam;niveau;blokken;laatste-bpv",
      row: "7-9-2026;29-1-2027;MEES;Ties Mees;LIJA;Kas Lijster;VINK;Bo Vink;entree;16-11-2026;ja",
      detour: "escalate T1 --reason mismatch --why x --as LIJA"),
    Cohort(
      workflow: "sd-voortgangsgesprek", leader: "LIJA", pace: 6,
      columns: "docent;docent_naam;docent_2;docent_2_naam;vakdocent-nederlands;vakdocent-nederlands_naam",
      row: "31-8-2026;9-7-2027;LIJA;Kas Lijster;MEES;Ties Mees;VARE;Vera Varen", detour: nil),
    Cohort(
      workflow: "aios-voortgang", leader: "BEUN", pace: 12,
      columns:
        "opleider;opleider_naam;stagebegeleider;stagebegeleider_naam;plaatsvervanger;plaatsvervanger_naam;opleidingsjaar;stages;stagestructuur;versnellen",
      row:
        "1-9-2026;31-8-2027;BEUN;Noor van der Beuk;LIJA;Kas Lijster;MEES;Ties Mees;1;2027-03-01;verplicht;ja",
      detour: "escalate T1 --reason signal --why x --as BEUN"),
    Cohort(
      workflow: "han-wpl2-lj2", leader: "BEUN", pace: 4,
      columns: "wpb;wpb_naam;so;so_naam;io;io_naam;oac;oac_naam;olv;olv_naam;slber;slber_naam;vak",
      row:
        "2-2-2026;10-7-2026;LIJA;Kas Lijster;MEES;Ties Mees;BEUN;Noor van der Beuk;RIET;Roos Riet;VARE;Vera Varen;KOKA;Karim Kok;NE",
      detour: "escalate T1 --reason onveilig --why x --as BEUN"),
  ]

  @Test(arguments: walks) func everyCommandThatWhyGivesDoesWhatIsMissing(_ walk: Walk) throws {
    let stage = try WhyStage(walk.cohort)
    defer { stage.strike() }
    var (day, tried): (Day, Set<String>) = (stage.first, [])
    for step in 1...80 {
      // Who always chose the same would go round for ever.
      let takesFirst = step < 40 ? walk.takesFirst : !walk.takesFirst
      if step == 4, let detour = walk.cohort.detour {
        let answer = stage.run(detour, on: day)
        try #require(answer.code == 0, "\(detour): \(answer.text)")
      }
      let why = stage.why(on: day)
      guard !why.isOver else { return }
      if why.isFree {
        let answer = stage.run("advance T1 --as \(walk.cohort.leader)", on: day)
        try #require(answer.code == 0, "\(day) advance: \(answer.text)\n\(why.text)")
      }
      for point in why.points where tried.insert(point.command).inserted {
        let line = point.filled(takesFirst: takesFirst, on: day)
        let answer = stage.tried(line, on: day)
        #expect(answer.code == 0, "\(day): \(line)\n\(answer.text)")
        #expect(
          answer.code != 0 || answer.why != why.text, "\(day): \(line)\nchanges nothing of\n\(why.text)")
      }
      if let point = takesFirst ? why.points.first : why.points.last {
        _ = stage.run(point.filled(takesFirst: takesFirst, on: day), on: day)
      }
      day = day + walk.cohort.pace
    }
    Issue.record("the traject does not come to its end:\n\(stage.why(on: day).text)")
  }
}

/// What `why` says, as its reader takes it apart.
private struct WhyAnswer {
  let text: String

  /// Whether the traject has come to its end.
  var isOver: Bool { text.contains("Dit traject is voltooid") }
  /// Whether nothing holds the traject.
  var isFree: Bool { text.contains("Niets houdt dit traject tegen") }

  /// What can be done now: a command to copy, with who does it.
  var points: [Point] {
    var points: [Point] = []
    var (actor, due): (String?, Day?) = (nil, nil)
    for line in text.split(separator: "\n").map(String.init) {
      if line.prefixMatch(of: #/[0-9]+\. /#) != nil { (actor, due) = (nil, nil) }
      if line.hasPrefix("   aan zet: ") {
        actor = line.firstMatch(of: /--as (\S+)/).map { String($0.output.1) }
      }
      if line.hasPrefix("   vastleggen: ") {
        points.append(Point(command: String(line.dropFirst(15)), actor: actor ?? ""))
      }
      if line.hasPrefix("   invullen: ") {
        for match in line.matches(of: /([\w-]+) \(([^)]*)\)/) {
          points[points.count - 1].choices[String(match.output.1)] =
            String(match.output.2).replacing(" of ", with: ", ").split(separator: ", ").map(String.init)
        }
      }
      if line.hasPrefix("   uiterlijk: "), !points.isEmpty { due = Self.day(line) }
      if let due, !points.isEmpty { points[points.count - 1].due = due }
    }
    return points
  }

  private static let months = [
    "jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec",
  ]

  private static func day(_ line: String) -> Day? {
    guard let match = line.firstMatch(of: /(\d+) ([a-z]{3}) (\d{4})/),
      let month = months.firstIndex(of: String(match.output.2))
    else { return nil }
    return Day.dutch("\(match.output.1)-\(month + 1)-\(match.output.3)")
  }

  struct Point {
    let command: String
    let actor: String
    var choices: [String: [String]] = [:]
    var due: Day?

    /// The command with `--as`, and with something for each `…`.
    func filled(takesFirst: Bool, on day: Day) -> String {
      var words: [String] = []
      for word in command.split(separator: " ").map(String.init) {
        let option = words.last ?? ""
        guard word.hasSuffix("…") else {
          words.append(word)
          continue
        }
        let name = word == "…" ? String(option.dropFirst(2)) : String(word.dropLast(2))
        var value = prose(option, on: day)
        if let values = choices[name], let chosen = takesFirst ? values.first : values.last { value = chosen }
        words.append(
          String(word.dropLast()) + value.replacing(" met ", with: " ").replacing("…", with: "bewijs"))
      }
      return words.joined(separator: " ") + " --as \(actor)"
    }

    private func prose(_ option: String, on day: Day) -> String {
      switch option {
      case "--at": "\"\(max(day + 1, due ?? day)) 10:00\""
      case "--valid-until", "--until", "--due": "\(day + 200)"
      case "--set": "\(day)"
      default: "afgesproken"
      }
    }
  }
}

/// A practice database with one traject.
private struct WhyStage {
  let folder: String
  let first: Day

  init(_ cohort: WhyCommandsTests.Cohort) throws {
    var template = Array("/tmp/cyclus.XXXXXX".utf8CString)
    precondition(mkdtemp(&template) != nil, "no temporary folder can be made")
    folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    first = try #require(Day.dutch(String(cohort.row.prefix { $0 != ";" })))
    let file = """
      studentnummer;roepnaam;achternaam;workflow;begin;eind;\(cohort.columns)
      9900021;Bo;Fuut;\(cohort.workflow);\(cohort.row)

      """
    TextFile.write(Array(file.utf8), to: folder + "/cohort.csv")
    for line in ["init --practice --workflow \(cohort.workflow)", "import \(folder)/cohort.csv"] {
      let answer = run(line, on: first)
      try #require(answer.code == 0, "\(line): \(answer.text)")
    }
  }

  func strike() {
    for name in TextFile.names(in: folder) { unlink(folder + "/" + name) }
    rmdir(folder)
  }

  /// Runs a command line in the database, or in a copy of it.
  func run(_ line: String, on day: Day, in database: String = "cyclus.db") -> (text: String, code: Int32) {
    let recording = ConsoleRecording()
    let variables = [
      "CYCLUS_DB": folder + "/" + database, "HOME": folder, "NO_COLOR": "1", "CYCLUS_TODAY": "\(day)",
    ]
    let now = Instant("\(day)T10:00:00Z") ?? Instant(milliseconds: 0)
    let surroundings = Surroundings(variables: variables, account: "nbeuk", now: { now })
    var words = ShellWords.split(line)
    if line.contains("--as ") { words += ["--source", "form"] }
    if !line.hasPrefix("why ") { words += ["--now", now.description] }
    let code = CyclusMain.run(words, surroundings, recording.console(width: 10_000))
    return (recording.out + recording.err, code)
  }

  func why(on day: Day, in database: String = "cyclus.db") -> WhyAnswer {
    WhyAnswer(text: run("why T1", on: day, in: database).text)
  }

  /// Runs a command line in a copy of the database, and asks why there.
  func tried(_ line: String, on day: Day) -> (text: String, code: Int32, why: String) {
    for name in TextFile.names(in: folder) where name.hasPrefix("copy.db") { unlink(folder + "/" + name) }
    for name in TextFile.names(in: folder) where name.hasPrefix("cyclus.db") {
      TextFile.write(TextFile.read(folder + "/" + name) ?? [], to: folder + "/copy" + name.dropFirst(6))
    }
    let answer = run(line, on: day, in: "copy.db")
    return (answer.text, answer.code, why(on: day, in: "copy.db").text)
  }
}
