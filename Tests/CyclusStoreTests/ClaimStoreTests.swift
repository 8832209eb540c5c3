import CyclusCore
import CyclusYAML
import Testing

@testable import CyclusStore

/// Claims in the database: the decisions about them stand in the view of decisions, and a replay gives the same tables.
@Suite struct ClaimStoreTests {
  private static let file = """
    workflow: kaarten
    version: "1"
    leader: docent
    roles:
      student: {at: student, required: true, rule: A-1}
      docent: {at: institute, required: true, rule: A-1}
    timeline:
      - {block: blok-1, weeks: 4, rule: A-1}
    gesprekken:
      weekgesprek: {by: student, present: [student, docent], each: week 1 to 4, rule: A-1}
    claims:
      evc: {by: student, for: weekgesprek, granted-by: docent, rule: A-1}
    phases:
      - {phase: start, rule: A-1}
    ladder: {rungs: [{after: 0 days, to: actor}], rule: GEN-06}

    """

  /// A database with one traject under the workflow, its number, and its student.
  private func started() throws -> (scenario: StoreScenario, traject: Int, student: PersonID) {
    let scenario = try StoreScenario()
    let workflow = try #require(WorkflowFile.load(Self.file, name: "kaarten.yaml").workflow)
    let recording = StoreScenario.recording(.system)
    let published = try scenario.store.publish(workflow, text: Self.file, recording: recording).workflow
    let student = try scenario.store.addPerson(
      number: "7000001", name: PersonName(given: "Mo", family: "Wilg"), recording: recording)
    let docent = try #require(scenario.people["SPEC"])
    let traject = try scenario.store.start(published, recording) { id, _ in
      StartRequest(
        id: id, student: student, digest: published.digest, from: StoreScenario.day("2026-02-02"),
        roles: [.init(role: "docent", person: docent)])
    }.traject.id
    return (scenario, traject, student)
  }

  private func perform(
    _ scenario: StoreScenario, _ traject: Int, _ person: PersonID?, on day: String,
    _ command: (TextDesk) throws -> Command
  ) throws {
    let recording = StoreScenario.recording(Actor(person: person, role: nil), on: day)
    _ = try scenario.store.perform(traject, recording) { _, _, desk in try command(desk) }
  }

  private func held() -> Command {
    .held(.init(gesprek: "weekgesprek", present: [.init(role: "student"), .init(role: "docent")]))
  }

  @Test func grantsRefusalsAndDeferralsAreDecisions() throws {
    let (scenario, traject, student) = try started()
    let docent = scenario.people["SPEC"]
    try perform(scenario, traject, student, on: "2026-02-03") {
      .claim(.init(item: "evc", references: [try $0.reference("https://portfolio/1")]))
    }
    try perform(scenario, traject, student, on: "2026-02-03") { _ in held() }
    try perform(scenario, traject, docent, on: "2026-02-03") {
      .deferClaim(claim: "C1", why: try $0.reference("het bewijs komt nog"))
    }
    try perform(scenario, traject, student, on: "2026-02-10") { _ in held() }
    try perform(scenario, traject, docent, on: "2026-02-10") { _ in .grant(claim: "C1", why: nil) }
    try perform(scenario, traject, student, on: "2026-02-10") { _ in .claim(.init(item: "evc")) }
    try perform(scenario, traject, docent, on: "2026-02-10") {
      .refuse(claim: "C2", why: try $0.reference("al toegekend"))
    }
    let tool = try scenario.tool()
    // As the sqlite3 shell has it, where auditors use the views.
    try tool.execute("PRAGMA trusted_schema = ON")
    let viewed = try tool.prepare(
      "SELECT type, about, result, final FROM v_decision WHERE type LIKE 'claim%' ORDER BY seq"
    ).all { "\(try $0.text(0)) \(try $0.text(1)) \(try $0.text(2)) \(try $0.int(3))" }
    let expected = [
      "claim_deferred C1 weekgesprek@w2 1", "claim_granted C1 claim_granted 1",
      "claim_refused C2 claim_refused 1",
    ]
    #expect(viewed == expected)
    let read = try scenario.store.decisions().map {
      "\($0.event.event.type) \($0.about ?? "") \($0.result ?? "") 1"
    }
    #expect(read.filter { $0.hasPrefix("claim") } == expected)
    #expect(try scenario.store.verify().findings.isEmpty)
    let before = try scenario.dump()
    _ = try scenario.store.rebuild()
    #expect(try scenario.dump() == before, "rebuilding changes nothing")
  }

  @Test func aNumberThatWasTakenOutIsNotGivenAgain() throws {
    let (scenario, traject, student) = try started()
    try perform(scenario, traject, student, on: "2026-02-03") { _ in .claim(.init(item: "evc")) }
    let seq = try #require(try scenario.store.events(of: traject).last?.seq)
    let recording = StoreScenario.recording(Actor(person: student, role: nil), on: "2026-02-04")
    _ = try scenario.store.correct(traject, recording, isCascading: false) { _, _, desk in
      Event.Corrected(event: seq, why: try desk.reference("vergissing"), data: nil, happened: nil)
    }
    try perform(scenario, traject, student, on: "2026-02-05") { _ in .claim(.init(item: "evc")) }
    #expect(try scenario.store.current(traject).0.claims.map(\.id) == ["C2"])
    #expect(try scenario.store.verify().findings.isEmpty)
  }
}
