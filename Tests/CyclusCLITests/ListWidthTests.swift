import CyclusCLI
import CyclusCore
import Testing

/// Lists on terminals of several widths, with colour and without.
@Suite struct ListWidthTests {
  private static func stage(width: Int?, colour: Bool = false) -> TranscriptStage {
    var stage = TranscriptStage { arguments, variables, now in
      let recording = ConsoleRecording()
      let surroundings = Surroundings(variables: variables, account: TranscriptStage.account, now: { now })
      let code = CyclusMain.run(arguments, surroundings, recording.console(width: width, colour: colour))
      return (recording.out, recording.err, code)
    }
    stage.begin([])
    for line in [
      "given cohort.csv", "today 2026-03-12", "given kennismaking.jsonl", "given startgesprek.jsonl",
    ] {
      let words = line.split(separator: " ").map(String.init)
      #expect(stage.prepare(words.joined(separator: " "), []) == nil)
    }
    return stage
  }

  private static let lists = [
    "cyclus board", "cyclus todo --for BEUN", "cyclus overdue", "cyclus show T2", "cyclus history T1",
    "cyclus audit escalations",
  ]

  @Test func aWideBoardShowsTheSchoolBothDatesAndTheName() {
    let stage = Self.stage(width: 140)
    defer { stage.strike() }
    let board = stage.answer("cyclus board").joined(separator: "\n")
    for word in [
      "Lyceum De Wilg", "6 feb", "34 d", "Kennismakingsgesprek houden", "io Noor van der Beuk", "+6",
      "tijd/stap", "27/",
    ] {
      #expect(board.contains(word), "\(word)")
    }
  }

  @Test func noListIsWiderThanTheTerminalAndNoneIsCutAt80Columns() {
    let stage = Self.stage(width: 80)
    defer { stage.strike() }
    for command in Self.lists {
      for line in stage.answer(command) {
        #expect(line.count <= 82, "\(line)")
        // «set vak=…» asks for a value; nothing else ends in dots.
        #expect(!line.replacing("=…", with: "").contains("…"), "\(line)")
      }
    }
  }

  // What red and yellow say, words say too.
  @Test func colourIsNeverTheOnlySign() {
    let (plain, coloured) = (Self.stage(width: 80), Self.stage(width: 80, colour: true))
    defer {
      plain.strike()
      coloured.strike()
    }
    for command in Self.lists {
      let shown = coloured.answer(command)
      #expect(shown.contains { $0.contains("\u{1B}[") } || command.contains("audit"))
      #expect(shown.map { $0.replacing(/\u{1B}\[[0-9;]*m/, with: "") } == plain.answer(command))
    }
  }
}
