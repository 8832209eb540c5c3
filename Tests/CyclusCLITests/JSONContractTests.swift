import CyclusCLI
import CyclusCore
import Testing

/// The JSON that scripts rely on: exactly these keys, in this order, whatever the language.
@Suite struct JSONContractTests {
  private static let obligation = [
    "obligation", "what", "role", "person", "opens", "due", "state", "days_over", "blocking", "rule",
    "assumed",
    "level",
  ]
  private static let missing = ["obligation", "what", "role", "person", "due", "rule", "message"]
  private static let history = [
    "seq", "traject", "type", "phase", "actor", "role", "recorder", "source", "happened_on", "recorded_at",
    "rule",
    "workflow", "version", "batch", "data",
  ]

  /// A traject half-way, with an escalation; `answer` runs one command in it.
  private final class Play {
    let stage: TranscriptStage

    init() throws {
      var stage = TranscriptStage(TranscriptTests.inProcess)
      stage.begin([])
      for directive in [
        "given cohort.csv", "today 2026-03-12", "as BEUN", "given kennismaking.jsonl",
        "given startgesprek.jsonl",
      ] {
        if let fault = stage.prepare(directive, []) { Issue.record("\(fault)") }
      }
      self.stage = stage
      _ = stage.answer("cyclus escalate T1 --reason stagnatie --why zorg --source present")
      _ = stage.answer("cyclus plan T1 tussenevaluatie --at '2026-04-21 10:00' --source present")
    }

    deinit { stage.strike() }

    func value(_ command: String, _ sourceLocation: SourceLocation = #_sourceLocation) throws -> JSONValue {
      let lines = stage.answer(command)
      let isRefusal = lines.first?.hasPrefix("! ") == true
      let text = lines.filter { !$0.hasPrefix("? ") && $0.hasPrefix("! ") == isRefusal }
        .map { isRefusal ? String($0.dropFirst(2)) : $0 }.joined(separator: "\n")
      return try JSONParser.parse(text)
    }
  }

  private func keys(_ value: JSONValue?) -> [String] { value?.members?.keys ?? [] }

  @Test func anObligationHasTheKeysOfTheContract() throws {
    let play = try Play()
    let shown = try play.value("cyclus show T1 --format json")
    let obligations = try #require(shown.members?["obligations"]?.list)
    #expect(!obligations.isEmpty)
    for obligation in obligations { #expect(keys(obligation) == Self.obligation) }
  }

  @Test func theAccountOfADateHasTheKeysOfTheContract() throws {
    let play = try Play()
    let account = try play.value("cyclus why-date T1 zelfreflectie@tussenevaluatie.submitted --format json")
    #expect(
      keys(account) == [
        "obligation", "what", "role", "person", "from", "steps", "opens", "due", "state", "rule", "assumed",
        "waits", "snoozed_until", "calendar_known_until", "beyond_calendar",
      ])
    #expect(keys(account.members?["from"]) == ["day", "what", "event"])
    let steps = try #require(account.members?["steps"]?.list)
    #expect(!steps.isEmpty)
    for step in steps {
      #expect(Array(keys(step).prefix(6)) == ["kind", "count", "unit", "from", "to", "skipped"])
      for day in step.members?["skipped"]?.list ?? [] { #expect(keys(day) == ["day", "name"]) }
    }
    let shown = try play.value("cyclus show T1 --format json").members?["obligations"]?.list ?? []
    let same = shown.first { $0["obligation"]?.text == "zelfreflectie@tussenevaluatie.submitted" }
    #expect(same?["due"] == account.members?["due"] && same?["due"]?.text != nil)
    let waiting = try play.value("cyclus why-date T1 tussenevaluatie.closed --format json")
    let waits = try #require(waiting.members?["waits"]?.list)
    #expect(waits.count == 1 && keys(waits[0]) == ["obligation", "what", "role", "person"])
  }

  @Test func theHeadIsARowWithTheSameKeysInCSV() throws {
    let play = try Play()
    let lines = play.stage.answer("cyclus head --format csv")
    #expect(lines.first == "seq,hash")
    #expect(lines.count == 2)
    #expect(keys(try play.value("cyclus head --format json")) == ["seq", "hash"])
  }

  @Test func showHasTheKeysOfTheContract() throws {
    let play = try Play()
    let shown = try play.value("cyclus show T1 --format json")
    #expect(
      keys(shown) == [
        "traject", "student", "school", "workflow", "version", "status", "phase", "week", "of_weeks",
        "blocks", "pauses",
        "escalations", "gesprekken", "documents", "outcomes", "units", "agreements", "counters",
        "obligations", "next", "parameters",
        // Behind those of the contract: what was paused and is left of it, and time beside progress.
        "pause_ledger", "progress",
      ])
    #expect(keys(shown.members?["next"]) == ["phase", "missing"])
    let planned = try #require(shown.members?["gesprekken"]?.list?.last)
    #expect(planned.members?["gesprek"]?.text == "tussenevaluatie")
    #expect(planned.members?["agenda"]?.list?.isEmpty == false)
    let missing = try #require(shown.members?["next"]?.members?["missing"]?.list)
    #expect(!missing.isEmpty)
    for item in missing { #expect(keys(item) == Self.missing) }
  }

  @Test func overdueHasTheKeysOfTheContract() throws {
    let play = try Play()
    let rows = try #require(play.value("cyclus overdue --format json").list)
    #expect(!rows.isEmpty)
    for row in rows {
      #expect(keys(row) == Self.obligation + ["traject", "student", "school", "workflow", "phase", "pauses"])
    }
  }

  @Test func boardHasTheKeysOfTheContract() throws {
    let play = try Play()
    let rows = try #require(play.value("cyclus board --format json").list)
    #expect(rows.count == 3)
    for row in rows {
      #expect(
        keys(row) == [
          "traject", "student", "name", "school", "workflow", "phase", "status", "week", "next_due",
          "next_what",
          "next_role", "next_person", "overdue_count", "open_escalations",
          "time_percent", "steps_percent",
          // Behind those of every board: the parameters that the workflow shows on it (HAN-09).
          "duo",
        ])
    }
  }

  @Test func auditEscalationsHasTheKeysOfTheContract() throws {
    let play = try Play()
    let rows = try #require(play.value("cyclus audit escalations --format json").list)
    #expect(rows.count == 1)
    for row in rows {
      #expect(
        keys(row) == [
          "escalation", "traject", "student", "school", "workflow", "reason", "about", "opened_on",
          "opened_by",
          "opened_by_role", "to_role", "due", "consulted", "outcome", "decided_on", "decided_by",
          "decided_by_role",
          "days_open", "rule", "status", "withdrawn_on",
        ])
    }
  }

  @Test func historyHasTheKeysOfTheContract() throws {
    let play = try Play()
    let rows = try #require(play.value("cyclus history T1 --format json").list)
    #expect(rows.count > 10)
    for row in rows { #expect(keys(row) == Self.history) }
  }

  @Test func aRefusalHasTheKeysOfTheContract() throws {
    let play = try Play()
    for command in [
      "cyclus advance T2 --as LIJA --source mail --format json",
      "cyclus held T1 startgesprek --source present --format json",
      "cyclus start 7000017 --workflow han-wpl2-lj2 --from 2026-02-02 --format json",
    ] {
      let refusal = try play.value(command)
      #expect(keys(refusal) == ["refused", "traject", "missing"], "\(command)")
      let missing = try #require(refusal.members?["missing"]?.list)
      #expect(!missing.isEmpty)
      for item in missing { #expect(keys(item) == Self.missing) }
    }
  }

  // The actor is wrong: `missing` names the roles that may.
  @Test func aRefusalOfTheActorNamesTheRolesThatMay() throws {
    let play = try Play()
    let refusal = try play.value(
      "cyclus approve T1 goedkeuring-didactisch --as MEES --source mail --format json")
    let roles = refusal.members?["missing"]?.list?.map { $0.members?["role"]?.text }
    #expect(roles == ["werkplekbegeleider"])
  }

  @Test(arguments: [
    "show T1", "board", "overdue", "todo", "history T1", "audit escalations", "why T1", "verify",
    "workflow list",
    "person list",
  ])
  func jsonIsTheSameInBothLanguagesAndTwiceTheSame(_ command: String) throws {
    let play = try Play()
    let dutch = play.stage.answer("cyclus \(command) --format json")
    #expect(play.stage.answer("cyclus \(command) --format json --lang en") == dutch)
    #expect(play.stage.answer("cyclus \(command) --format json") == dutch)
    #expect(dutch.count > 1)
  }

  @Test(arguments: [
    "board", "overdue", "todo", "history T1", "audit escalations", "person list", "workflow list",
  ])
  func csvHasTheKeysOfTheJSONAsItsHeadings(_ command: String) throws {
    let play = try Play()
    let rows = try #require(play.value("cyclus \(command) --format json").list)
    let csv = play.stage.answer("cyclus \(command) --format csv --lang en")
    #expect(csv.first == keys(rows.first).joined(separator: ","))
    #expect(csv.count == rows.count + 1)
  }
}
