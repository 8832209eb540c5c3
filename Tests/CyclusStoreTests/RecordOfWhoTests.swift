import CyclusCore
import CyclusYAML
import Testing

@testable import CyclusStore

@Suite struct RecordOfWhoTests {
  // GEN-02 stores
  @Test func everyEventSaysWhoInWhichRoleWhoRecordedItAndUnderWhichVersion() throws {
    let scenario = try StoreScenario()
    let traject = try scenario.start("7000017")
    try scenario.perform(traject, as: "LIJA", on: "2026-02-05") { _ in
      .plan(gesprek: "kennismakingsgesprek", at: try #require(LocalMoment("2026-02-06 10:00")), mode: nil)
    }
    let tool = try scenario.tool()
    let rows = try tool.prepare(
      """
      SELECT e.actor, e.role, t.content, e.source, e.happened_on, e.recorded_at, e.rule, e.definition
      FROM event e JOIN account a ON a.id = e.recorder JOIN text t ON t.id = a.name WHERE e.type = 'planned'
      """
    ).all { row in
      try [
        String(row.int(0)), row.text(1), row.text(2), row.text(3), row.text(4), String(row.int(5)),
        row.text(6), row.text(7),
      ]
    }
    let wpb = try #require(scenario.people["LIJA"])
    let recorded = try #require(Instant("2026-01-20T09:00:00Z"))
    #expect(
      rows == [
        [
          String(wpb.number), "werkplekbegeleider", "vogelaar", "form", "2026-02-05",
          String(recorded.milliseconds), "HAN-22", scenario.published.digest,
        ]
      ])
  }

  // GEN-11 stores
  @Test func whatIsRecordedForAnotherSaysHowTheRecorderKnew() throws {
    let scenario = try StoreScenario()
    let traject = try scenario.start("7000017")
    for (day, source) in zip(9...12, Source.allCases) {
      var recording = StoreScenario.recording(
        Actor(person: scenario.people["7000017"], role: nil), on: "2026-02-\(day < 10 ? "0" : "")\(day)")
      recording.source = source
      _ = try scenario.store.perform(traject, recording) { _, _, _ in
        .count(counter: "lessen", amount: 1)
      }
    }
    let tool = try scenario.tool()
    let sources = try tool.prepare(
      "SELECT source FROM event WHERE type = 'counted' ORDER BY seq"
    ).all { try $0.text(0) }
    #expect(Set(sources) == ["form", "mail", "present", "phone"])
    #expect(sources == Source.allCases.map(\.rawValue))
  }

  // GEN-04 refuses, allows
  @Test func aNewerVersionChangesNothingForATrajectUnderWay() throws {
    let scenario = try StoreScenario()
    let traject = try scenario.start("7000017")
    let file = try #require(ShippedWorkflows.all.first { $0.name == "han-wpl2-lj2.yaml" })
    let text = file.text.replacing("version: \"2025-2026.1\"", with: "version: \"2025-2026.2\"")
      .replacing("    due: end of week 1\n", with: "    due: end of week 2\n")
      .replacing("  verlenging:\n", with: "  uitloop:\n").replacing(
        "{verlenging: yes}", with: "{uitloop: yes}")
    let newer = try #require(WorkflowFile.load(text, name: file.name).workflow)
    let before = try scenario.store.current(traject)
    let published = try scenario.store.publish(
      newer, text: text, recording: StoreScenario.recording(.system)
    ).workflow
    let (state, rulebook) = try scenario.store.current(traject)
    #expect(state == before.0)
    #expect(state.digest != published.digest && rulebook.workflow.version == "2025-2026.1")
    #expect(state.obligations(rulebook) == before.0.obligations(before.1))
    // What only the newer version knows is refused here, and what it no longer knows is still accepted.
    #expect(throws: Refusal.self) {
      try scenario.perform(traject, as: "SPEC", on: "2026-02-03") { _ in
        .set(parameter: "uitloop", value: "yes")
      }
    }
    try scenario.perform(traject, as: "SPEC", on: "2026-02-03") { _ in
      .set(parameter: "verlenging", value: "yes")
    }
    let tool = try scenario.tool()
    let used = try tool.prepare("SELECT DISTINCT definition FROM event WHERE traject = 1")
      .all { try $0.text(0) }
    #expect(used == [scenario.published.digest])
  }

  // HAN-03 stores
  // HAN-04 stores
  @Test func noColumnHoldsContactDataOrHealth() throws {
    let scenario = try StoreScenario()
    let tool = try scenario.tool()
    let columns = try tool.prepare(
      """
      SELECT m.name || '.' || c.name FROM sqlite_schema m JOIN pragma_table_info(m.name) c
      WHERE m.type = 'table'
      """
    ).all { try $0.text(0) }
    let words = [
      "mail", "phone", "telefoon", "adres", "address", "postcode", "contact", "health", "gezond", "ziek",
      "diagnos", "neuro", "birth", "geboorte", "bsn",
    ]
    #expect(columns.count > 50)
    #expect(columns.filter { column in words.contains { column.lowercased().contains($0) } } == [])
  }

  // HAN-09 shows
  @Test func theBoardKnowsTheDuoPartnerOfOneTrajectAndCopiesNothing() throws {
    let scenario = try StoreScenario()
    let one = try scenario.start("7000017")
    try scenario.start("7000018")
    let partner = try #require(scenario.people["7000018"])
    try scenario.perform(one, as: "SPEC", on: "2026-02-03") { _ in
      .set(parameter: "duo", value: partner.description)
    }
    let rows = try scenario.store.overviews(OverviewFilter(), on: StoreScenario.day("2026-02-04"))
    #expect(rows.map(\.parameters) == [["duo": partner.description], [:]])
    #expect(try scenario.store.shownParameters(of: rows) == ["duo"])
  }
}
