import CyclusCore
import Testing

/// What `apply` makes of a file of CSV, held against the same commands as lines of JSON.
@Suite struct ApplyFormTests {
  private static let objects: [JSONObject] = [
    [
      "id": "k1", "command": "held", "traject": "7000017", "gesprek": "kennismakingsgesprek",
      "present": ["student", "wpb"], "as": "LIJA", "on": "2026-02-03", "source": "mail",
    ],
    ["id": "k2", "command": "advance", "traject": "T1", "as": "BEUN", "source": "mail"],
    [
      "id": "k3", "command": "count", "traject": "T1", "counter": "lessen", "amount": 3, "as": "7000017",
      "source": "form",
    ],
    [
      "id": "k4", "command": "plan", "traject": "T1", "gesprek": "startgesprek", "at": "2026-02-24 09:00",
      "as": "7000017", "source": "form",
    ],
    [
      "id": "k5", "command": "note", "traject": "T2", "text": "één; \"twee\",\nen =drie", "as": "BEUN",
      "source": "phone",
    ],
    [
      "id": "k6", "command": "assign", "traject": "T2", "role": "wpb=HAKI", "since": "2026-02-09",
      "as": "BEUN",
      "source": "mail",
    ],
    [
      "id": "k7", "command": "set", "traject": "T3", "setting": "regio=noord", "as": "BEUN", "source": "mail",
    ],
  ]

  /// The same commands as a table: lists with bars, days as Excel writes them.
  private static var table: String {
    var keys: [String] = []
    for key in objects.flatMap(\.keys) where !keys.contains(key) { keys.append(key) }
    let rows = objects.map { object in
      keys.map { key -> String in
        guard let value = object[key] else { return "" }
        let text =
          value.list?.compactMap(\.text).joined(separator: "|") ?? value.text ?? value.int.map { "\($0)" }
          ?? ""
        guard let day = Day(String(text.prefix(10))) else { return quoted(text) }
        return "\(day.civil)" + text.dropFirst(10)
      }.joined(separator: ";")
    }
    return ([keys.map { $0.uppercased() }.joined(separator: ";")] + rows).joined(separator: "\r\n")
  }

  private static func quoted(_ text: String) -> String { "\"" + text.replacing("\"", with: "\"\"") + "\"" }

  private static let lines = objects.map { JSONValue.object($0).compact }.joined(separator: "\n")

  private static func stage() -> TranscriptStage {
    var stage = TranscriptStage(TranscriptTests.inProcess)
    stage.begin([])
    _ = stage.prepare("given cohort.csv", [])
    _ = stage.prepare("today 2026-02-06", [])
    TextFile.write(Array(table.utf8), to: stage.folder + "/week.csv")
    TextFile.write(Array(lines.utf8), to: stage.folder + "/week.jsonl")
    return stage
  }

  // Contract, apply: one JSON object a line or one CSV row each; a second time changes nothing
  @Test(arguments: [("week.csv", "week.jsonl"), ("week.jsonl", "week.csv")])
  func linesOfJSONAndRowsOfCSVAreTheSameCommands(_ first: String, _ second: String) {
    let stage = Self.stage()
    defer { stage.strike() }
    let count = Self.objects.count
    #expect(
      stage.answer("cyclus apply ~/\(first)") == [
        "Regels verwerkt: \(count) · al eerder verwerkt: 0 · geweigerd: 0"
      ])
    #expect(
      stage.answer("cyclus apply ~/\(second)") == [
        "Regels verwerkt: 0 · al eerder verwerkt: \(count) · geweigerd: 0"
      ])
  }

  // Contract, apply
  @Test func aTableLeavesTheTrajectenAsLinesOfJSONDo() {
    let stages = [Self.stage(), Self.stage()]
    defer { stages.forEach { $0.strike() } }
    _ = stages[0].answer("cyclus apply ~/week.csv")
    _ = stages[1].answer("cyclus apply ~/week.jsonl")
    for traject in ["T1", "T2", "T3"] {
      for command in ["history \(traject)", "show \(traject) --format json"] {
        #expect(stages[0].answer("cyclus \(command)") == stages[1].answer("cyclus \(command)"))
      }
    }
  }
}

extension Day {
  /// The day as Dutch Excel writes it: `3-2-2026`.
  fileprivate var civil: String {
    let parts = description.split(separator: "-").compactMap { Int($0) }
    return "\(parts[2])-\(parts[1])-\(parts[0])"
  }
}
