import CyclusYAML
import Testing

@testable import CyclusCore

/// The workflow for progress talks of developers that ships, and trajecten under it: P1 is the student, P2 and P3 teach,
/// P4 to P7 teach Dutch, arithmetic, English and citizenship.
enum SdVoortgangsgesprek {
  static let workflow: Workflow = {
    guard let file = ShippedWorkflows.all.first(where: { $0.name == "sd-voortgangsgesprek.yaml" }) else {
      preconditionFailure("sd-voortgangsgesprek.yaml does not ship")
    }
    let result = WorkflowFile.load(file.text, name: file.name)
    guard let workflow = result.workflow else { preconditionFailure(result.rendered(in: .en)) }
    return workflow
  }()

  /// A school year from Monday 31 August 2026.
  static func request(_ parameters: [String: String] = [:]) -> StartRequest {
    let subjects = ["nederlands", "rekenen", "engels", "burgerschap"]
    return StartRequest(
      id: 1, student: PersonID(1), digest: "d1", from: day("2026-08-31"), until: day("2027-07-09"),
      school: nil,
      roles: [
        .init(role: "student", person: PersonID(1)), .init(role: "docent", person: PersonID(2)),
        .init(role: "docent", person: PersonID(3)),
      ]
        + subjects.enumerated().map { .init(role: "vakdocent-\($1)", person: PersonID(4 + $0)) },
      parameters: parameters)
  }

  /// A traject on which a stretch and some acts were done without refusal.
  static func given(
    _ stretch: Stretch = Stretch(acts: []), _ acts: Scenario.Act..., parameters: [String: String] = [:],
    at place: SourceLocation = #_sourceLocation
  ) -> Scenario {
    guard var scenario = try? Scenario(request(parameters), under: workflow) else {
      preconditionFailure("no start at \(place)")
    }
    do { for act in stretch.acts + acts { try scenario.perform(act) } } catch {
      Issue.record("given: \(told(error))", sourceLocation: place)
    }
    return scenario
  }

  /// The talk with both teachers.
  static func talk(_ on: String, poort: String? = "nog-niet", _ record: [String: String] = [:])
    -> Scenario.Act
  {
    var record = record
    record["poort"] = poort
    return by(
      "P2", on, .held("voortgangsgesprek", "student", "docent=P2", "docent=P3", record: record, "op-schema"))
  }

  static func agreed(_ on: String) -> Scenario.Act { by("P2", on, .agree("student", due: "2026-10-30")) }
}

extension Command {
  /// A gesprek with its conclusion.
  static func held(_ gesprek: String, _ present: String..., record: [String: String], _ conclusion: String)
    -> Command
  {
    .held(
      Held(
        gesprek: gesprek,
        present: present.map { item in
          let parts = item.split(separator: "=").map(String.init)
          return Present(role: parts[0], person: parts.count > 1 ? PersonID(parts[1]) : nil)
        }, conclusion: conclusion, record: record))
  }
}

extension Stretch {
  /// In `gesprek`, the talk planned on 7 September for Monday 21 September.
  static let planned = Stretch(acts: [
    by("P2", "2026-09-07", .plan("voortgangsgesprek", "2026-09-21 10:00")),
    by("P2", "2026-09-07", .advance()), by("P2", "2026-09-07", .advance()),
  ])
  /// In `gesprek`, the talk held and closed on 21 September, with an agreement: not there yet.
  static let talked =
    planned
    + Stretch(acts: [SdVoortgangsgesprek.agreed("2026-09-21"), SdVoortgangsgesprek.talk("2026-09-21")])
  /// In `gepland` again on 23 September.
  static let around =
    talked
    + Stretch(acts: [
      by("P2", "2026-09-22", .advance()),
      by("P3", "2026-09-23", .submit("voortgangskaart-bijgewerkt")), by("P2", "2026-09-23", .advance()),
    ])
}
