import CyclusYAML
import Testing

@testable import CyclusCore

/// Trajecten of the shipped `bpv-driehoeksgesprek`, with the people P1 (student), P2 (praktijkopleider), P3
/// (BPV-begeleider) and P4 (trajectbegeleider).
enum Driehoek {
  /// The workflow file that ships.
  static let workflow: Workflow = {
    guard let file = ShippedWorkflows.all.first(where: { $0.name == "bpv-driehoeksgesprek.yaml" }) else {
      preconditionFailure("bpv-driehoeksgesprek.yaml does not ship")
    }
    let result = WorkflowFile.load(file.text, name: file.name)
    guard let workflow = result.workflow else { preconditionFailure(result.rendered(in: .en)) }
    return workflow
  }()

  static let gesprek: GesprekDefinition = {
    guard let gesprek = workflow.gesprek("driehoeksgesprek") else { preconditionFailure("no gesprek") }
    return gesprek
  }()

  static let people = ["student": 1, "po": 2, "bb": 3, "tb": 4]

  /// The start of a placement, of the school year 2026-2027 unless a test says otherwise, with a POK that lasts.
  static func request(
    from: String = "2026-09-01", until: String? = "2027-07-09", without: String? = nil,
    _ parameters: [String: String] = [:]
  ) -> StartRequest {
    StartRequest(
      id: 1, student: PersonID(1), digest: "d1", from: day(from), until: until.map { day($0) }, school: 7,
      roles: people.filter { $0.key != without }.sorted { $0.key < $1.key }
        .map { Traject.Attendance(role: $0.key, person: PersonID($0.value)) },
      parameters: ["pok-geldig-tot": "2028-07-31"].merging(parameters) { _, new in new })
  }

  /// A traject on which something was done without refusal.
  static func given(_ acts: Scenario.Act..., request: StartRequest = request()) throws -> Scenario {
    try given(acts, request: request)
  }

  static func given(_ acts: [Scenario.Act], request: StartRequest = request()) throws -> Scenario {
    var scenario = try Scenario(request, under: workflow)
    for act in acts { try scenario.perform(act) }
    return scenario
  }

  /// What is put on record of a talk in which nothing is the matter.
  static let onSchedule = ["conclusion": "op-schema", "bijzonderheden": "nee"]

  /// The number, held on a day by all three; what a test gives besides replaces what is usual.
  static func talk(
    _ on: String, _ number: Int? = nil, mode: String? = nil, record: [String: String] = [:],
    present: [String] = ["student", "po", "bb"]
  ) -> Scenario.Act {
    by(
      "bb", on,
      .held(
        .init(
          gesprek: number.map { "driehoeksgesprek@\($0)" } ?? "driehoeksgesprek",
          present: present.map { .init(role: $0) }, mode: mode,
          record: onSchedule.merging(record) { _, new in new })))
  }

  /// The number closed on a day.
  static func close(_ on: String, _ number: Int, record: [String: String] = [:]) -> Scenario.Act {
    by("bb", on, .close(gesprek: "driehoeksgesprek@\(number)", record: record))
  }

  /// The form of a number handed in and signed by the three, and what else is filed, on a day.
  static func filed(_ on: String, _ number: Int) -> [Scenario.Act] {
    [by("bb", on, .submit("gespreksformulier@\(number)"))]
      + ["student", "po", "bb"].map { by($0, on, .sign(document: "gespreksformulier@\(number)")) }
      + ["formulier-opgeslagen", "rapportage-ingevoerd"].map {
        by("bb", on, .done(obligation: "\($0)@\(number)"))
      }
  }

  /// One time round: planned, held and filed on one day, up to the phase that follows.
  static func round(_ on: String, _ number: Int, record: [String: String] = [:]) -> [Scenario.Act] {
    [by("bb", on, .plan("driehoeksgesprek@\(number)", "\(on) 10:00")), by("bb", on, .advance())]
      + [talk(on, number, record: record), by("bb", on, .advance())]
      + filed(on, number) + [by("bb", on, .advance())]
  }
}

extension Scenario {
  /// The traject after everything of a number was filed on a day.
  func filed(_ on: String, _ number: Int) -> Scenario {
    Driehoek.filed(on, number).reduce(self) { $0.after($1) }
  }
}
