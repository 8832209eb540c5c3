import CyclusCore
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
    ("9,90E+06", .rounded("9,90E+06")), ("99\t00", .unseenCharacter), ("", .emptyNumber),
    ("\u{200B}\u{A0}", .emptyNumber), ("99\u{200B}00", .unseenCharacter),
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

  @Test(arguments: [
    "", " ", "\u{200B}", "\u{A0}\u{200D}", "\u{FEFF}", "\u{2060}", "\u{3164}", "\u{FE0F}", "\u{2800}",
    "\u{E0020}",
  ])
  func aTextOfWhichNobodySeesAnythingIsBlank(_ text: String) {
    #expect(text.isBlank)
    #expect(throws: PersonProblem.emptyName) { try PersonName(given: "", family: text).check() }
    #expect(
      PersonProblem.emptyName.message
        == Localized(
          nl: "de naam is leeg: geef ten minste de achternaam",
          en: "the name is empty: give at least the surname"))
  }

  @Test(arguments: [".", "é", "\u{200B}x", "家", "👩\u{200D}🏫"])
  func aTextWithOneVisibleCharacterIsNot(_ text: String) { #expect(!text.isBlank) }

  // HAN-03 refuses
  @Test(arguments: [
    ("X@Y.NL", ContactData.email), ("wpb@werk", .email), ("b a@b.nl", .email), ("0612345678", .phone),
    ("06 12 34 56 78", .phone), ("06-12345678", .phone), ("(024) 123 45 67", .phone),
    ("+31612345678", .phone),
    ("0031 6 1234 5678", .phone), ("+31 (0)6 12345678", .phone), ("Sas 0612345678", .phone),
    ("Sas 2 06-12 34 56 78 thuis", .phone),
  ])
  func contactDataIsSeenInANumberAndInAName(_ text: String, _ contact: ContactData) {
    #expect(ContactData(in: text) == contact)
    #expect(throws: PersonProblem.contactForNumber(text, contact)) { try PersonNumber.check(text) }
    let name = PersonName(given: "", family: text)
    #expect(throws: PersonProblem.contactInText(text, contact)) { try name.check() }
  }

  // HAN-03 allows: what is no contact data passes
  @Test(arguments: [
    "9900017", "1234567890", "700001", "s9900017", "a @ b", "@", "Jan @home", "0012345", "0000000001",
    "2026-02-02", "06", "25AB00", "De Wilg 2e 1e",
  ])
  func otherNumbersAndNamesHoldNone(_ text: String) {
    #expect(ContactData(in: text) == nil)
  }

  // HAN-03 refuses
  @Test(arguments: [
    ("bel jan@wilg.nl", ContactData.email), ("MAILTO:jan@wilg.nl", .email),
    ("https://x.nl en jan@wilg.nl", .email),
    ("zij is te bereiken op 06-12345678", .phone), ("06 12 34 56 78, na 2 maart", .phone),
    ("school: (024) 123 45 67.", .phone), ("tel:0241234567", .phone),
    ("belt op 2-3-2026 naar 0612345678", .phone),
    ("06 12345678", .phone), ("+31 6 1234 5678", .phone), ("026-3691234", .phone), ("0800-1234", .phone),
    ("06_12345678", .phone), ("belt 06 12345678 2 keer", .phone), ("０６１２３４５６７８", .phone),
    ("https://x.nl/?mail=jan@x.nl", .email), ("https://x.nl/?mail=jan%40x.nl", .email),
    ("jan＠wilg.nl", .email), ("jan%40wilg.nl", .email),
  ])
  func contactDataIsSeenInASentence(_ text: String, _ contact: ContactData) {
    #expect(ContactData(inProse: text) == contact)
  }

  // HAN-03 allows: what sentences hold besides
  @Test(arguments: [
    "gesprek op 06-01-2026 10:00", "01-02-2026 12.30, lokaal 2", "2026-03-02 10:00",
    "student 9900017 en 7000018",
    "https://portfolio.nl/0612345678/jan@wilg.nl", "op 2-3-2026, 9-3-2026 en 16-3-2026", "@jan las het",
    "4 x 45 minuten",
    "lessen op 06-03 13-03 20-03 27-03", "03-02 10-02 17-02", "05 06 2026 11 12 2026", "01 02 03 04 05 06",
    "NL91 ABNA 0417 1643 00", "nl91abna0417164300", "van 0900-1030", "https://x.nl/?id=0612345678&naam=jan",
    "werkt met ict@school", "niveau 2 @ week 7", "1234567890",
  ])
  func otherSentencesHoldNone(_ text: String) { #expect(ContactData(inProse: text) == nil) }
}
