import ArgumentParser
import CyclusCore
import CyclusStore

struct SimulateCommand: CyclusCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate", abstract: "Make a cohort with histories, in a practice database.",
    discussion: """
      cyclus simulate --workflow han-wpl2-lj2 --students 200 --seed 7 --today 2026-06-15
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
    let simulator = try Simulator(
      store, Simulation(seed: seed, settings: settings), workflow: try store.published(workflow),
      students: students, today: try session.today(), account: session.surroundings.account)
    let report = try simulator.run()
    let seconds = Double(session.surroundings.now().milliseconds - began.milliseconds) / 1000
    write(report, seconds, session)
    return 0
  }

  private func write(_ report: Simulator.Report, _ seconds: Double, _ session: Session) {
    let kinds = report.events.sorted { $0.key < $1.key }
    let all = kinds.reduce(0) { $0 + $1.value }
    guard session.format == .table else {
      var events = JSONObject()
      for (type, count) in kinds { events[type] = JSONValue(count) }
      session.console.out(
        JSONValue.object([
          "trajecten": JSONValue(report.trajecten), "events": .object(events),
          "refused": JSONValue(report.refused),
          "seconds": .integer(Int64(seconds.rounded())),
        ]).pretty)
      return
    }
    for (type, count) in kinds {
      let number = String(count)
      session.console.out(String(repeating: " ", count: max(0, 9 - number.count)) + number + "  " + type)
    }
    session.console.out(
      session.text(
        "Trajecten: \(report.trajecten) · gebeurtenissen: \(all) · geweigerde pogingen: \(report.refused) · seconden: \(Int(seconds.rounded()))",
        "Trajecten: \(report.trajecten) · events: \(all) · refused attempts: \(report.refused) · seconds: \(Int(seconds.rounded()))"
      ))
    Practice.remark(session)
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
    for (name, value) in members {
      guard let key = SimulationSettings.Key(rawValue: name) else {
        let known = SimulationSettings.Key.allCases.map(\.rawValue).sorted()
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
    return SimulationSettings(given)
  }

  private static func text(_ number: Double) -> String { String(Int(number)) }
}
