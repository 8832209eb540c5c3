import CyclusExchange
import Testing

@Suite struct CSVWriterTests {
  @Test func plainIsCommaAndLineFeed() {
    let text = CSVWriter(.plain).file(header: ["traject", "naam"], rows: [["T1", "Zoë"], ["T2", ""]])
    #expect(text == "traject,naam\nT1,Zoë\nT2,\n")
  }

  @Test func excelIsSemicolonMarkAndCRLF() {
    let text = CSVWriter(.excel).file(header: ["traject", "naam"], rows: [["T1", "Zoë"]])
    #expect(Array(text.utf8) == [0xEF, 0xBB, 0xBF] + Array("traject;naam\r\nT1;Zoë\r\n".utf8))
  }

  @Test func aCellIsQuotedOnlyWhereItMust() {
    let cells = ["a;b", "a,b", "zei \"ja\"", "x\ny", "x\r\ny", " a ", "a'b"]
    #expect(
      CSVWriter(.plain).row(cells)
        == "a;b,\"a,b\",\"zei \"\"ja\"\"\",\"x\ny\",\"x\r\ny\", a ,a'b\n")
    #expect(
      CSVWriter(.excel).row(cells)
        == "\"a;b\";a,b;\"zei \"\"ja\"\"\";\"x\ny\";\"x\r\ny\"; a ;a'b\r\n")
  }

  @Test func aQuotationMarkWithACombiningMarkIsStillDoubled() {
    let row = CSVWriter().row(["\"\u{301}x", "y"])
    #expect(Array(row.utf8) == Array("\"\"\"\u{301}x\",y\n".utf8))
  }

  @Test(arguments: ["=1+1", "+31612345678", "@SUM(A1)", "-x", "-", "-1+2", "-1.5", "\t=1", "\u{2D}\u{301}"])
  func excelDefusesWhatLooksLikeAFormula(_ cell: String) {
    #expect(CSVWriter(.excel).row([cell, "z"]) == "'\(cell);z\r\n")
    #expect(CSVWriter(.plain).row([cell, "z"]) == "\(cell),z\n")
  }

  @Test func excelDefusesACellThatStartsWithACarriageReturn() {
    #expect(CSVWriter(.excel).row(["\r=1", "z"]) == "\"'\r=1\";z\r\n")
    #expect(CSVWriter(.excel).row(["\r\n=1", "z"]) == "\"'\r\n=1\";z\r\n")
  }

  @Test(arguments: ["-12", "-0", "12", "a=b", "'t Hooft", ""])
  func excelLeavesNegativeIntegersAndOtherTextAlone(_ cell: String) {
    #expect(CSVWriter(.excel).row([cell, "z"]) == "\(cell);z\r\n")
  }

  @Test func aHeaderQuotesEveryDelimiterThatAReaderMayCount() {
    #expect(CSVWriter(.plain).header(["a;b", "c", "d,e"]) == "\"a;b\",c,\"d,e\"\n")
    #expect(CSVWriter(.excel).header(["a,b", "c\td"]) == "\u{FEFF}\"a,b\";\"c\td\"\r\n")
  }

  @Test func formulasAreDefusedInTheHeaderToo() {
    #expect(CSVWriter(.excel).header(["=a", "b"]) == "\u{FEFF}'=a;b\r\n")
  }

  @Test func aSingleEmptyCellIsNoEmptyLine() {
    #expect(CSVWriter().row([""]) == "\"\"\n")
  }
}
