import CyclusCLI
import Testing

@Suite struct ConsoleTextTableTests {
  private func board() -> TextTable {
    var table = TextTable([
      .init("traject", priority: 3), .init("naam", minimum: 6, priority: 2, flexible: true),
      .init("school", minimum: 6, priority: 0, flexible: true),
      .init("dagen", alignment: .right, priority: 1),
    ])
    table.append(["T1", "Zoë van der Meer", "Distelveld College", Cell("3", .red)])
    table.append(["T12", "學生", "", "114"])
    return table
  }

  private typealias Cell = TextTable.Cell

  private func lines(_ width: Int?, colour: Bool = false) -> [String] {
    board().rendered(width: width, colour: colour).lines
  }

  @Test func withoutAWidthNothingIsCut() {
    #expect(
      lines(nil) == [
        "traject  naam              school              dagen",
        "───────  ────────────────  ──────────────────  ─────",
        "T1       Zoë van der Meer  Distelveld College      3",
        "T12      學生                                    114",
      ])
  }

  @Test func twoBlanksWhereTheyFitAndOneWhereNot() {
    #expect(lines(52) == lines(nil))
    #expect(
      lines(51) == [
        "traject naam             school             dagen",
        "─────── ──────────────── ────────────────── ─────",
        "T1      Zoë van der Meer Distelveld College     3",
        "T12     學生                                  114",
      ])
  }

  @Test func flexibleColumnsShrinkFirst() {
    #expect(
      lines(40) == [
        "traject naam         school        dagen",
        "─────── ──────────── ───────────── ─────",
        "T1      Zoë van der… Distelveld C…     3",
        "T12     學生                         114",
      ])
  }

  @Test func thenTheLeastWantedColumnFallsAwayAndIsNamed() throws {
    let rendering = board().rendered(width: 26, colour: false)
    #expect(
      rendering.lines == [
        "traject naam         dagen", "─────── ──────────── ─────", "T1      Zoë van der…     3",
        "T12     學生           114",
      ])
    #expect(rendering.omitted == ["school"])
    #expect(rendering.nl == "niet getoond, het venster is te smal: school")
    #expect(rendering.en == "not shown, the window is too narrow: school")
    #expect(board().rendered(width: 80, colour: false).nl == nil)
    #expect(board().rendered(width: nil, colour: false).en == nil)
  }

  @Test func severalColumnsMayFallAwayAndTheLastIsCut() {
    let narrow = board().rendered(width: 5, colour: false)
    #expect(narrow.lines == ["traj…", "─────", "T1", "T12"])
    #expect(narrow.omitted == ["naam", "school", "dagen"])
  }

  @Test func ofEqualPriorityTheRightmostFallsAwayFirst() {
    var table = TextTable([.init("aaaa"), .init("bbbb"), .init("cccc")])
    table.append(["1", "2", "3"])
    #expect(table.rendered(width: 9, colour: false).omitted == ["cccc"])
  }

  @Test func noLineIsWiderThanTheConsoleAndNoneEndsInABlank() {
    for width in 1...60 {
      for line in lines(width) {
        #expect(TerminalText.width(line) <= width)
        #expect(!line.hasSuffix(" "))
      }
    }
  }

  @Test func colourStandsAroundTextAndNotAroundPadding() {
    #expect(
      lines(nil, colour: true)[2]
        == "T1       Zoë van der Meer  Distelveld College      \u{1B}[31m3\u{1B}[0m")
    #expect(lines(nil, colour: true)[0].hasPrefix("\u{1B}[1mtraject\u{1B}[0m  "))
    #expect(lines(nil, colour: true)[1].hasPrefix("\u{1B}[2m──"))
    #expect(!lines(nil).joined().contains("\u{1B}"))
  }

  @Test func anEscapeSequenceInANameIsDefused() {
    var table = TextTable([.init("naam")])
    table.append([Cell("\u{1B}[2JJan\nJansen")])
    #expect(table.rendered(width: nil, colour: true).lines[2] == "\u{FFFD}[2JJan Jansen")
  }

  @Test func aShortRowIsFilledAndALongOneCut() {
    var table = TextTable([.init("a"), .init("b")])
    #expect(table.isEmpty)
    table.append(["1"])
    table.append(["1", "2", "3"])
    #expect(table.rendered(width: nil, colour: false).lines == ["a  b", "─  ─", "1", "1  2"])
    #expect(!table.isEmpty)
  }

  @Test func aTableWithoutRowsShowsItsHeadings() {
    #expect(
      TextTable([.init("a"), .init("b")]).rendered(width: 10, colour: false).lines == ["a  b", "─  ─"])
  }

  @Test func theConsoleDecidesWidthAndColour() {
    let console = ConsoleRecording().console(width: 26)
    #expect(board().rendered(for: console) == board().rendered(width: 26, colour: false))
  }

  @Test func aVeryLongCellIsFittedWithoutDelay() {
    var table = TextTable([.init("id"), .init("tekst", flexible: true), .init("waarom", flexible: true)])
    for _ in 0..<20 { table.append(["1", Cell(String(repeating: "é ", count: 5_000)), "x"]) }
    #expect(table.rendered(width: 80, colour: false).lines.allSatisfy { TerminalText.width($0) <= 80 })
  }

  @Test func aWrappedColumnGoesOnInTheNextLineAndIsNeverCut() {
    var table = TextTable([.init("id"), .init("wat", minimum: 8, wraps: true), .init("wie")])
    table.append(["T1", "Kennismakingsgesprek houden", "io"], below: "onder de rij, tot de rand")
    #expect(
      table.rendered(width: 18, colour: false).lines == [
        "id wat         wie",
        "── ─────────── ───",
        "T1 Kennismakin io",
        "   gsgesprek",
        "   houden",
        "   onder de rij,",
        "   tot de rand",
      ])
    #expect(table.rendered(width: nil, colour: false).lines.count == 4)
  }

  @Test func piecesFlowAndAreNotBrokenWhereTheyFit() {
    #expect(TerminalText.flow(["io Noor", "wpb Jan"], separator: " · ", width: 17) == ["io Noor · wpb Jan"])
    #expect(
      TerminalText.flow(["io Noor", "wpb Jan"], separator: " · ", width: 16) == ["io Noor", "wpb Jan"])
    #expect(TerminalText.flow([], separator: " · ", width: 16).isEmpty)
  }
}
