import ArgumentParser
import CyclusCore
import CyclusStore

struct SimulateCommand: CyclusCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate", abstract: "Make a cohort with histories, in a practice database.",
    discussion: """
      cyclus simulate --workflow mijn-workflow --students 200 --seed 7 --today 2026-06-15
      The same seed, number, workflow, day and behaviour give the same histories.
      """)
  @Option(help: "the workflow") var workflow: String
  @Option(help: "how many students") var students: Int
  @Option(help: "a whole number from which all chance follows") var seed: UInt64
  @Option(help: "a JSON file of how people behave, such as {\"late\": 0.2}") var behaviour: String?
  @OptionGroup(title: "Global options") var options: GlobalOptions

  func run(_ session: Session) throws -> Int32 {
    guard (1...100_000).contains(students) else {
      throw Failure.usage("--students: kies 1 tot en met 100000", "--students: choose 1 to 100000")
    }
    let settings = try behaviour.map { try Behaviour.read($0) } ?? SimulationSettings()
    let store = try session.store(.write)
    guard store.isPractice else {
      throw Failure.usage(
        "simulate kan alleen in een oefendatabase: maak er een met «cyclus init --practice --db …»",
        "simulate is only possible in a practice database: make one with “cyclus init --practice --db …”")
    }
    let began = session.surroundings.now()
    let (published, today) = (try store.published(workflow), try session.today())
    if let first = settings.intakes.first, first.day > today {
      throw Failure.data(
        "\(behaviour ?? ""): starts noemt alleen dagen na de peildatum \(today.longNL): geef een eerdere dag, of een latere --today",
        "\(behaviour ?? ""): starts only names days after the reference date \(today.longEN): give an earlier day, or a later --today"
      )
    }
    let simulator = try Simulator(
      store, Simulation(seed: seed, settings: settings), workflow: published,
      students: students, today: today, account: session.surroundings.account)
    // What is prepared before a traject begins needs days too.
    if let first = simulator.first, let earliest = Day("1900-01-01"), first < earliest + 28 {
      throw Failure.usage(
        "--today \(today): het cohort begint dan \(first < earliest ? "voor" : "bij") \(earliest.longNL), de eerste dag die het logboek kent: geef een latere --today",
        "--today \(today): the cohort would then begin \(first < earliest ? "before" : "about") \(earliest.longEN), the first day that the log knows: give a later --today"
      )
    }
    let report = try simulator.run()
    let signs = try store.workflow(digest: published.digest).documents.contains { !$0.signedBy.isEmpty }
    let seconds = Double(session.surroundings.now().milliseconds - began.milliseconds) / 1000
    write(report, seconds, signs: signs, session)
    return report.startsRefused == 0 ? 0 : 1
  }

  private func write(_ report: Simulator.Report, _ seconds: Double, signs: Bool, _ session: Session) {
    let kinds = report.events.sorted { $0.key < $1.key }
    guard session.format == .table else {
      var events = JSONObject()
      for (type, kind) in kinds { events[type] = JSONValue(kind.count) }
      session.console.out(
        JSONValue.object([
          "trajecten": JSONValue(report.trajecten), "events": .object(events),
          "refused": JSONValue(report.refused), "starts_refused": JSONValue(report.startsRefused),
          "starts": .array(report.starts.map(Self.json)),
          "recorded_from": JSONValue(report.recorded?.lowerBound.description),
          "recorded_until": JSONValue(report.recorded?.upperBound.description),
          "seconds": .integer(Int64(seconds.rounded())),
        ]).pretty)
      return
    }
    let named = kinds.map { (name: session.text($0.value.name), count: $0.value.count) }
    for (name, count) in named.sorted(by: { ($0.name, $0.count) < ($1.name, $1.count) }) {
      let number = String(count)
      session.console.out(String(repeating: " ", count: max(0, 9 - number.count)) + number + "  " + name)
    }
    let all = kinds.reduce(0) { $0 + $1.value.count }
    session.console.out(
      session.text(
        "Trajecten: \(report.trajecten) · gebeurtenissen: \(all) · geweigerde pogingen: \(report.refused) · seconden: \(Int(seconds.rounded()))",
        "Trajecten: \(report.trajecten) · events: \(all) · refused attempts: \(report.refused) · seconds: \(Int(seconds.rounded()))"
      ))
    session.remark(remarks(report, signs: signs))
    Practice.remark(session)
  }

  private static func json(_ start: Simulator.RefusedStart) -> JSONValue {
    var object = JSONObject()
    object["student"] = .string(start.student)
    object["from"] = JSONValue(start.from)
    object["missing"] = .array(start.refusal.missing.map { Report.json($0) })
    return .object(object)
  }

  /// What is worth knowing of what was made: who did not start, when it was recorded, what cannot happen here.
  private func remarks(_ report: Simulator.Report, signs: Bool) -> [Localized] {
    var remarks: [Localized] = []
    if report.startsRefused > 0 {
      remarks.append(
        Localized(
          nl: "Niet begonnen: \(report.startsRefused) van de \(students) studenten:",
          en: "Not started: \(report.startsRefused) of the \(students) students:"))
      for start in report.starts {
        remarks += start.refusal.missing.map { item in
          Localized(
            nl: "– \(start.student), met begin \(start.from.longNL): \(item.message.nl)",
            en: "– \(start.student), to begin \(start.from.longEN): \(item.message.en)")
        }
      }
      let left = report.startsRefused - report.starts.count
      if left > 0 { remarks.append(Localized(nl: "– en nog \(left)", en: "– and \(left) more")) }
    }
    if let recorded = report.recorded {
      let (from, until) = (recorded.lowerBound.dutchDay, recorded.upperBound.dutchDay)
      remarks.append(
        Localized(
          nl:
            "Gebeurd en vastgelegd van \(from.longNL) tot en met \(until.longNL): simulate zet hier de klok.",
          en: "Happened and recorded from \(from.longEN) to \(until.longEN): simulate sets the clock here."))
      if report.isClockBack {
        remarks.append(
          Localized(
            nl:
              "Wat al in het logboek stond is later vastgelegd dan dat begin; «verify» telt daarom één keer dat de klok terugliep.",
            en:
              "What the log held already was recorded later than that begin; so “verify” counts once that the clock went back."
          ))
      }
    }
    if !signs {
      remarks.append(
        Localized(
          nl: "In \(workflow) wordt niets ondertekend: «document ondertekend» komt er daarom niet in voor.",
          en: "Nothing is signed in \(workflow): so “document signed” does not occur in it."))
    }
    return remarks
  }
}

/// The file that says how simulated people behave: a JSON object of numbers.
enum Behaviour {
  static func read(_ path: String) throws -> SimulationSettings {
    let bytes: [UInt8]
    do { bytes = try FileContent.read(path) } catch { throw Failure.unread(path, error) }
    let value: JSONValue
    do { value = try JSONParser.parse(bytes) } catch {
      throw Failure.data(
        "\(path):\(error.line):\(error.column): geen JSON: \(error.what)",
        "\(path):\(error.line):\(error.column): not JSON: \(error.what)")
    }
    guard let members = value.members else {
      throw Failure.data("\(path): verwacht een JSON-object", "\(path): expected a JSON object")
    }
    var given: [SimulationSettings.Key: Double] = [:]
    var intakes: [SimulationSettings.Intake] = []
    for (name, value) in members {
      if name == "starts" {
        intakes = try self.intakes(value, path)
        continue
      }
      guard let key = SimulationSettings.Key(rawValue: name) else {
        let known = (SimulationSettings.Key.allCases.map(\.rawValue) + ["starts"]).sorted()
        let nearest = NearestName.of(name, among: known)
        throw Failure.data(
          "\(path): «\(name)» is onbekend"
            + (nearest.map { ": bedoelt u \($0)?" } ?? "; wel: \(known.joined(separator: ", "))"),
          "\(path): “\(name)” is unknown"
            + (nearest.map { ": do you mean \($0)?" } ?? "; known: \(known.joined(separator: ", "))"))
      }
      guard let number = value.double, key.range.contains(number) else {
        throw Failure.data(
          "\(path): \(name) moet een getal zijn van \(text(key.range.lowerBound)) tot en met \(text(key.range.upperBound))",
          "\(path): \(name) has to be a number from \(text(key.range.lowerBound)) to \(text(key.range.upperBound))"
        )
      }
      given[key] = number
    }
    return SimulationSettings(given, intakes: intakes)
  }

  /// On which days trajecten begin, and in which proportion: `{"2025-09-01": 2, "2026-02-02": 1}`.
  private static func intakes(_ value: JSONValue, _ path: String) throws -> [SimulationSettings.Intake] {
    guard let members = value.members, !members.isEmpty else { throw unfit(path) }
    return try members.map { date, share in
      guard let day = Day(date), let share = share.double, (0.001...1000).contains(share) else {
        throw unfit(path)
      }
      return SimulationSettings.Intake(day: day, share: share)
    }.sorted { $0.day < $1.day }
  }

  private static func unfit(_ path: String) -> Failure {
    Failure.data(
      "\(path): starts moet per begindatum zeggen hoeveel deel daar begint, zoals {\"2025-09-01\": 2, \"2026-02-02\": 1}",
      "\(path): starts has to give a share for each first day, such as {\"2025-09-01\": 2, \"2026-02-02\": 1}"
    )
  }

  private static func text(_ number: Double) -> String { String(Int(number)) }
}
