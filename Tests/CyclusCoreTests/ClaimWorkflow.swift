import CyclusYAML
import Testing

@testable import CyclusCore

/// A small workflow with claims, and trajecten under it: P1 is the student, P2 and P3 teach, P3 leads.
enum ClaimWorkflow {
  static let workflow: Workflow = {
    let result = WorkflowFile.load(text, name: "kaarten.yaml")
    guard let workflow = result.workflow else { preconditionFailure(result.rendered(in: .en)) }
    return workflow
  }()

  /// Talks every week, and one at the end that asks something on record before it closes.
  static let text = """
    workflow: kaarten
    version: "1"
    leader: docent
    roles:
      student: {at: student, required: true, rule: A-1}
      docent: {short: io, at: institute, required: true, rule: A-1}
      mentor: {at: institute, rule: A-1}
    parameters:
      kaarten: {some-of: [nederlands, rekenen, engels], rule: A-1}
    timeline:
      - {block: blok-1, weeks: 8, rule: A-1}
    gesprekken:
      startgesprek: {by: student, present: [student, docent], opens: week 1, rule: A-1}
      weekgesprek: {by: student, present: [student, docent], each: week 1 to 8, rule: A-1}
      eindgesprek:
        by: student
        present: [student, docent]
        opens: week 7
        due: end of week 8
        on-record: {verslag: {tick: true, rule: A-1}}
        close: {by: student, due: 1 week after eindgesprek held}
        rule: A-1
    documents:
      projectkaart: {by: student, for-each: [startgesprek, eindgesprek], opens: at the start, rule: A-1}
      notitie: {by: student, opens: at the start, rule: A-1}
    claims:
      opmerking:
        {title: {nl: Opmerking op een kaart, en: Remark on a card}, by: student, about: kaarten, for: weekgesprek,
         granted-by: docent, needs: proof, rule: A-2}
      evc:
        {by: [student, docent], about: kaarten, for: eindgesprek, granted-by: docent,
         in-time: on the day of its gesprek, rule: A-3}
      vrijstelling:
        {by: student, for: eindgesprek, granted-by: docent, in-time: 1 week before its gesprek, rule: A-4}
    escalations:
      zorg:
        reasons: {voortgang: {}, betreft-docent: {to: mentor}}
        to: docent
        within: 1 week
        outcomes: {besproken: {effect: resumes}}
        rule: A-5
    phases:
      - {phase: start, leave-when: [eindgesprek closed], rule: A-1}
    waivers: {by: docent, rule: A-1}
    ladder: {rungs: [{after: 0 days, to: actor}, {after: 7 days, to: docent}], rule: GEN-06}

    """

  /// A traject from Monday 2 February 2026.
  static func request(_ parameters: [String: String] = [:]) -> StartRequest {
    StartRequest(
      id: 1, student: PersonID(1), digest: "d1", from: day("2026-02-02"), school: 7,
      roles: [
        .init(role: "student", person: PersonID(1)), .init(role: "docent", person: PersonID(2)),
        .init(role: "docent", person: PersonID(3)),
      ], parameters: parameters)
  }

  /// A traject on which some acts were done without refusal.
  static func given(
    _ acts: Scenario.Act..., parameters: [String: String] = [:], at place: SourceLocation = #_sourceLocation
  ) -> Scenario {
    guard var scenario = try? Scenario(request(parameters), under: workflow) else {
      preconditionFailure("no start at \(place)")
    }
    do { for act in acts { try scenario.perform(act) } } catch {
      Issue.record("given: \(told(error))", sourceLocation: place)
    }
    return scenario
  }
}

extension Command {
  /// A claim that rests on texts and documents.
  static func claim(_ item: String, texts: Int..., documents: String...) -> Command {
    .claim(Claim(item: item, proofs: documents, references: texts.map { text($0) }))
  }

  static func grant(_ claim: String) -> Command { .grant(claim: claim, why: nil) }
  static func refuse(_ claim: String) -> Command { .refuse(claim: claim, why: text()) }
  static func deferring(_ claim: String) -> Command { .deferClaim(claim: claim, why: text()) }
}
