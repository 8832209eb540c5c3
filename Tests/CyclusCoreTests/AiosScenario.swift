import CyclusYAML
import Testing

@testable import CyclusCore

/// A year of training under the shipped `aios-voortgang`, from Tuesday 1 September 2026 to 31 August 2027.
///
/// The people are P1 (aios), P2 (opleider), P3 (stagebegeleider) and P4 (plaatsvervanger).
enum Aios {
  static let workflow: Workflow = {
    guard let file = ShippedWorkflows.all.first(where: { $0.name == "aios-voortgang.yaml" }) else {
      preconditionFailure("aios-voortgang.yaml does not ship")
    }
    let result = WorkflowFile.load(file.text, name: file.name)
    guard let workflow = result.workflow else { preconditionFailure(result.rendered(in: .en)) }
    return workflow
  }()

  static let people = ["aios": 1, "opleider": 2, "stagebegeleider": 3, "plaatsvervanger": 4]

  static func request(_ parameters: [String: String] = [:], without roles: String...) -> StartRequest {
    let year = ["opleidingsjaar": "1", "epas": "epa-1,epa-2", "stages": "2027-03-01"]
    return StartRequest(
      id: 1, student: PersonID(1), digest: "d1", from: day("2026-09-01"), until: day("2027-08-31"), school: 7,
      roles: people.filter { !roles.contains($0.key) }.sorted { $0.key < $1.key }
        .map { Traject.Attendance(role: $0.key, person: PersonID($0.value)) },
      parameters: year.merging(parameters) { _, new in new }.filter { !$0.value.isEmpty })
  }

  /// A traject on which some acts were done without refusal.
  static func given(
    _ acts: Scenario.Act..., with parameters: [String: String] = [:], request: StartRequest? = nil,
    at place: SourceLocation = #_sourceLocation
  ) -> Scenario {
    guard let start = try? Scenario(request ?? self.request(parameters), under: workflow) else {
      preconditionFailure("no start at \(place)")
    }
    return acts.reduce(start) { $0.after($1, at: place) }
  }

  /// The official gesprek, held by aios and opleider.
  static func voortgang(_ on: String, today: String? = nil) -> Scenario.Act {
    by("opleider", on, .held("voortgangsgesprek", "aios", "opleider"), today: today)
  }

  /// A gesprek of the stage, held by aios and stagebegeleider, and who else was there.
  static func stage(_ gesprek: String, _ on: String, opleider: Bool = false) -> Scenario.Act {
    by(
      "sb", on,
      opleider
        ? .held(gesprek, "aios", "stagebegeleider", "opleider") : .held(gesprek, "aios", "stagebegeleider"))
  }

  /// The year with its four gesprekken held, on the day of the last.
  static func wholeYear(with parameters: [String: String] = [:]) -> Scenario {
    given(
      voortgang("2026-11-20"), voortgang("2027-02-19"), voortgang("2027-05-21"), voortgang("2027-08-16"),
      with: parameters)
  }

  /// A document with some of its parts.
  static func submit(_ document: String, _ parts: String...) -> Command {
    .submit(
      .init(
        document: document, reference: text(1),
        parts: Dictionary(uniqueKeysWithValues: parts.map { ($0, text(2)) })))
  }

  /// A verdict, with why unless a test leaves it out.
  static func assess(
    _ outcome: String, _ verdict: String, at gesprek: String? = nil, why: Bool = true, proofs: [String] = []
  ) -> Command {
    .assess(
      .init(
        outcome: outcome, gesprek: gesprek, verdict: verdict, why: why ? text() : nil, proofs: proofs))
  }
}

extension Scenario {
  /// How an obligation stands on a day; `nil` where there is none.
  func stands(_ key: String, on today: String) -> Obligation.State? {
    state.obligations(rulebook).first { $0.key.description == key }?.state(on: day(today))
  }

  /// From when, by when and of whom something is asked.
  func terms(_ key: String, at place: SourceLocation = #_sourceLocation) -> String {
    guard let found = obligation(key, at: place) else { return "" }
    return "\(found.opens?.description ?? "-") \(found.due?.description ?? "-") \(found.role)"
  }

  /// What the last verdict rests on.
  var cited: [String] {
    guard case .assessed(let assessed)? = log.last?.event else { return [] }
    return assessed.proofs
  }
}
