import Testing

@testable import CyclusStore

@Suite struct PersonProblemTests {
  @Test func ordinaryNumbersAndCodesAreTaken() throws {
    for number in ["9900017", "s9900017", "BEUN", "beu.n", "a-12", "TP12", "Zoë", "1T2"] {
      try PersonNumber.check(number)
    }
  }

  @Test(arguments: [
    ("T1", PersonProblem.looksLikeID("T1")), ("p12", .looksLikeID("p12")), ("S3", .looksLikeID("S3")),
    ("--help", .looksLikeOption("--help")), ("-x", .looksLikeOption("-x")), ("BEUN:io", .colon("BEUN:io")),
    ("9,90E+06", .rounded("9,90E+06")), ("99\t00", .unseenCharacter), ("", .unseenCharacter),
    (String(repeating: "9", count: 51), .longNumber(51)),
  ])
  func aNumberThatMeansSomethingElseIsRefused(_ number: String, _ problem: PersonProblem) {
    #expect(throws: problem) { try PersonNumber.check(number) }
  }

  @Test func aNameLosesTabsAndLineEndsAndNothingElse() {
    let name = PersonName(given: " Bo\tvan ", infix: "", family: "de\r\n\u{7} Wit\u{202E}")
    #expect(name.full == "Bo van de Wit")
    #expect(PersonName(stored: name.stored) == name)
  }

  @Test func aNameHasAtMostTwoHundredCharacters() throws {
    try PersonName(given: "", family: String(repeating: "é", count: 200)).check()
    #expect(throws: PersonProblem.longName(201)) {
      try PersonName(given: "", family: String(repeating: "é", count: 201)).check()
    }
  }
}
