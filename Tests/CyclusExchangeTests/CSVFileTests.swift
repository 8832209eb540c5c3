import CyclusExchange
import Testing

@Suite struct CSVFileTests {
  private func read(_ text: String) throws -> CSVFile {
    try CSVFile(bytes: Array(text.utf8))
  }

  private func cells(_ text: String) throws -> [[String]] {
    try read(text).rows.map(\.cells)
  }

  // MARK: Delimiter

  @Test(arguments: [";", ",", "\t"])
  func theDelimiterIsFoundInTheHeader(_ delimiter: String) throws {
    let file = try read(["naam", "groep"].joined(separator: delimiter) + "\n1\(delimiter)2\n")
    #expect(file.header == ["naam", "groep"])
    #expect(file.rows == [CSVFile.Row(line: 2, cells: ["1", "2"])])
  }

  @Test func theDelimiterThatOccursMostWins() throws {
    #expect(try read("naam, voorletters;groep;school\n").header == ["naam, voorletters", "groep", "school"])
    #expect(try read("a;b,c,d\n").header == ["a;b", "c", "d"])
  }

  @Test func theSemicolonWinsATie() throws {
    #expect(try read("a,b;c\n").header == ["a,b", "c"])
    #expect(try read("a\tb;c\n").header == ["a\tb", "c"])
  }

  @Test func delimitersInsideQuotesAreNotCounted() throws {
    #expect(try read("\"a,b,c,d\";e\n").header == ["a,b,c,d", "e"])
    #expect(try read("\"x;\"\";\n;;\",e\n").header == ["x;\";\n;;", "e"])
  }

  @Test func aFirstLineWithSepNamesTheDelimiter() throws {
    let file = try read("sep=,\r\na,b;c;d\r\n1,2\r\n")
    #expect(file.header == ["a", "b;c;d"])
    #expect(file.headerLine == 2)
    #expect(file.rows == [CSVFile.Row(line: 3, cells: ["1", "2"])])
    #expect(try read("SEP=|\na|b\n").header == ["a", "b"])
    #expect(try read("\u{FEFF}sep=;\na;b,c,d\n").header == ["a", "b,c,d"])
  }

  @Test func aSingleColumnNeedsNoDelimiter() throws {
    let file = try read("studentnummer\ns1\ns2")
    #expect(file.header == ["studentnummer"])
    #expect(file.rows.map(\.cells) == [["s1"], ["s2"]])
  }

  // MARK: Lexing

  @Test func quotedNewlinesAndDoubledQuotesAreKept() throws {
    #expect(try cells("a;b\n\"x\ny\";\"zei \"\"ja\"\"; echt\"\n") == [["x\ny", "zei \"ja\"; echt"]])
    #expect(try cells("a;b\n\"x\r\ny\";\"\"\"\"\n") == [["x\r\ny", "\""]])
    #expect(try cells("a;b\n\"\";\"x\"\n") == [["", "x"]])
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func everyLineEndIsRead(_ end: String) throws {
    let file = try read("a;b\(end)1;2\(end)\(end)\"x\(end)y\";4\(end)5;6")
    #expect(file.header == ["a", "b"])
    #expect(file.rows.map(\.line) == [2, 4, 6])
    #expect(file.rows.map { $0.cells[1] } == ["2", "4", "6"])
  }

  @Test func aMissingLastNewlineLosesNothing() throws {
    #expect(try cells("a;b;c\n1;2;") == [["1", "2", ""]])
    #expect(try cells("a;b;c\n1;2;\"\"") == [["1", "2", ""]])
    #expect(try read("a;b;").header == ["a", "b", ""])
  }

  @Test func aQuotationMarkWithinAnUnquotedCellIsText() throws {
    #expect(try cells("a;b\nJan \"Piet\" Jansen;5\"\n") == [["Jan \"Piet\" Jansen", "5\""]])
  }

  @Test func blanksAndNoBreakSpacesAroundACellAreDropped() throws {
    let file = try read("\u{A0}naam ; groep\u{202F}\n \u{A0}Zoë \u{A0};\t\" x \" \n")
    #expect(file.header == ["naam", "groep"])
    #expect(file.rows.map(\.cells) == [["Zoë", "x"]])
    #expect(try cells("a\tb\n 1 \t\n\t2\n") == [["1", ""], ["", "2"]])
  }

  @Test func aCombiningMarkNextToADelimiterHidesNothing() throws {
    #expect(try cells("a;b\n1;\u{301}e\n")[0].map { Array($0.unicodeScalars) } == [["1"], ["\u{301}", "e"]])
    #expect(try cells("a;b\n\"\u{301};e\";2\n")[0].count == 2)
  }

  @Test func windows1252IsReadAndTold() throws {
    let file = try CSVFile(bytes: Array("naam;groep\nZo".utf8) + [0xEB, 0xA0] + Array(";1\n".utf8))
    #expect(file.rows.map(\.cells) == [["Zoë", "1"]])
    #expect(file.encoding == .windows1252)
  }

  // MARK: Rows

  @Test func aShortRowIsPaddedAndAnEmptyOneSkipped() throws {
    let file = try read("a;b;c\n1\n\n;;\n \u{A0};;\n2;3\n")
    #expect(file.rows == [.init(line: 2, cells: ["1", "", ""]), .init(line: 6, cells: ["2", "3", ""])])
  }

  @Test func emptyCellsBeyondTheHeaderAreDropped() throws {
    #expect(try cells("a;b\n1;2;;;\n") == [["1", "2"]])
  }

  @Test func aHeaderWithoutRowsIsATableWithoutRows() throws {
    #expect(try read("a;b\n").rows.isEmpty)
  }

  @Test func aHeadingOfAbsurdLengthIsRefused() {
    let problem = #expect(throws: CSVProblem.self) { try read("a;" + String(repeating: "x", count: 201)) }
    #expect(problem?.faults == [.longName(number: 2, count: 201, TextPosition(line: 1, column: 3))])
  }

  @Test func emptyLinesBeforeTheHeaderAreSkipped() throws {
    let file = try read("\n \n\na;b\n1;2\n")
    #expect(file.headerLine == 4)
    #expect(file.rows == [CSVFile.Row(line: 5, cells: ["1", "2"])])
  }

  @Test func aColumnIsFoundWhateverItsCase() throws {
    let file = try read(" Studentnummer ;ROEPNAAM;\ns1;Zoë\n")
    #expect(file.column("studentnummer") == 0)
    #expect(file.column("Roepnaam") == 1)
    #expect(file.column("achternaam") == nil)
    #expect(file.column("") == nil)
  }

  @Test func whatIsWrittenIsReadBack() throws {
    let header = ["naam", "opmerking; vrij"]
    let rows = [
      ["Zoë \"Z\"", "regel 1\nregel 2"], ["a;b,c\td", "x\r\ny"], ["", "z"], ["'t Hooft", "-12"],
    ]
    for dialect in [CSVWriter.Dialect.plain, .excel] {
      let file = try read(CSVWriter(dialect).file(header: header, rows: rows))
      #expect(file.header == header)
      #expect(file.rows.map(\.cells) == rows)
    }
  }

  @Test func aLargeFileIsReadToItsLastLine() throws {
    let row = "s1;\"Jansen; \"\"de\"\"\";\"Distelveld\nCollege\";Zoë\r\n"
    let file = try read("nummer;naam;school;roepnaam\r\n" + String(repeating: row, count: 20_000))
    #expect(file.rows.count == 20_000)
    #expect(file.rows.last?.line == 40_000)
  }
}
