import CyclusCore
import CyclusStore
import Testing

/// Commands of many transactions that the database stops half-way: they say what is on record, and go on from there.
@Suite struct InterruptedTests {
  private func stage(_ directives: [(String, [String])]) -> TranscriptStage {
    var stage = TranscriptStage(TranscriptTests.inProcess)
    stage.begin([])
    for (directive, body) in directives {
      if let fault = stage.prepare(directive, body) { Issue.record("\(fault)") }
    }
    return stage
  }

  /// Stops every event after the first so many from here.
  private func dam(after count: Int) -> (String, [String]) {
    (
      "sql CREATE TABLE dam AS SELECT max(seq) + \(count) AS last FROM event; CREATE TRIGGER dam BEFORE INSERT ON event WHEN NEW.seq > (SELECT last FROM dam) BEGIN SELECT RAISE(ABORT, 'dam'); END",
      []
    )
  }

  @Test func applyThatStopsHalfWaySaysHowManyLinesAreOnRecordAndGoesOnFromThere() throws {
    let lines = (1...250).map {
      "{\"id\": \"c\($0)\", \"command\": \"count\", \"traject\": \"T1\", \"counter\": \"lessen\", \"amount\": 1, \"as\": \"7000017\", \"on\": \"2026-02-06\", \"source\": \"form\"}"
    }
    let start: [(String, [String])] = [
      ("given cohort.csv", []), ("today 2026-02-06", []), ("given kennismaking.jsonl", []),
    ]
    var stage = self.stage(start + [("file lessen.jsonl", lines), dam(after: 210)])
    defer { stage.strike() }
    let answer = stage.answer("cyclus apply ~/lessen.jsonl").joined(separator: " ").replacing(
      #/ +(! +)?/#, with: " ")
    #expect(answer.contains("Regels verwerkt: 200 · al eerder verwerkt: 0 · geweigerd: 0"))
    #expect(answer.contains(" 200 regels van "))
    #expect(answer.contains(" vastgelegd, alles na regel 200 niet"))
    #expect(!answer.contains("er is niets"))
    #expect(answer.hasSuffix("? 70"))
    _ = stage.prepare("sql DROP TRIGGER dam", [])
    #expect(
      stage.answer("cyclus apply ~/lessen.jsonl") == [
        "Regels verwerkt: 50 · al eerder verwerkt: 200 · geweigerd: 0"
      ])
  }

  @Test func applyThatStopsInItsFirstLinesSaysThatNothingIsOnRecord() throws {
    let stage = self.stage([
      ("given cohort.csv", []), dam(after: 0),
      (
        "file n.jsonl",
        [
          "{\"id\": \"n\", \"command\": \"note\", \"traject\": \"T1\", \"text\": \"x\", \"as\": \"BEUN\", \"source\": \"form\"}"
        ]
      ),
    ])
    defer { stage.strike() }
    #expect(stage.answer("cyclus apply ~/n.jsonl").joined().contains("er is niets gewijzigd"))
  }

  @Test func flaggingThatStopsHalfWaySaysHowManyTrajectenAreDoneAndGoesOnFromThere() throws {
    var stage = self.stage([("given cohort.csv", []), ("today 2026-03-02", []), dam(after: 4)])
    defer { stage.strike() }
    let answer = stage.answer("cyclus overdue --flag").joined(separator: " ").replacing(
      #/ +(! +)?/#, with: " ")
    #expect(answer.contains("van de 3 trajecten bijgewerkt, de andere niet"), "\(answer)")
    #expect(answer.contains("vastgelegd op peildatum"))
    #expect(!answer.contains("er is niets"))
    _ = stage.prepare("sql DROP TRIGGER dam", [])
    #expect(stage.answer("cyclus overdue --flag").contains { $0.hasPrefix("T3 ") })
    #expect(stage.answer("cyclus overdue --flag") == ["? 0"])
  }

  @Test func aDatabaseOfAnEarlierFormatIsNotCalledDamaged() {
    let error = StoreError.damaged(path: "x.db", why: "no such column: t.days")
    #expect(
      error.message.nl
        == "x.db heeft nog de opmaak van een eerdere cyclus (no such column: t.days): er is niets gewijzigd; maak haar bij met «cyclus rebuild»"
    )
    #expect(error.exitCode == 74)
  }

  // Exit codes 74 and 75 after something was recorded.
  @Test(arguments: [
    (StoreError.busy, "de database is bezet door een ander proces", 75),
    (.diskFull, "de schijf is vol (de database is heel): maak ruimte", 74),
    (
      .damaged(path: "x.db", why: "disk I/O error"),
      "x.db is beschadigd of niet te lezen (disk I/O error): kijk met «cyclus verify» of de database heel is",
      74
    ),
  ])
  func aStoreErrorHalfWayDoesNotSayThatNothingWasRecorded(_ error: StoreError, _ part: String, _ code: Int) {
    let message = error.message(afterRecording: Localized(nl: "100 regels", en: "100 lines"))
    #expect(message.nl.contains(part))
    #expect(message.nl.hasSuffix(". 100 regels; hetzelfde commando nog eens gaat daar verder"))
    #expect(message.en.hasSuffix(". 100 lines; the same command again goes on from there"))
    #expect(!message.nl.contains("niets") && !message.en.contains("nothing"))
    #expect(Int(error.exitCode) == code)
  }
}
