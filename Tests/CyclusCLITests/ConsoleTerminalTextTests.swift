import CyclusCLI
import Testing

@Suite struct ConsoleTerminalTextTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("Zoë", 3), ("Zoe\u{308}", 3), ("學生", 4), ("한국", 4), ("\u{1112}\u{1161}\u{11AB}", 2),
    ("ｆ", 2), ("ｱ", 1), ("👍", 2), ("👍🏽", 2), ("👨‍👩‍👧", 2), ("🇳🇱", 2), ("✔", 1), ("✔\u{FE0F}", 2), ("…", 1),
    ("─", 1),
    ("a\u{200B}b", 2), ("€", 1), ("\u{FFFD}", 1), ("العربية", 7), ("नमस्ते", 4), ("İstanbul", 8),
    ("Nguyễn", 6), ("“a” – b · c → d", 15), ("©\u{FE0F} ‼\u{FE0F}", 5), ("a\u{AD}b", 3),
    ("\u{2027}\u{2028}", 2),
  ])
  func widthIsCountedInTerminalCells(_ text: String, _ width: Int) {
    #expect(TerminalText.width(text) == width)
  }

  @Test(arguments: [
    ("Zoë 學", "Zoë 學"), ("\u{1B}[31mJan", "\u{FFFD}[31mJan"), ("\u{1B}]0;x\u{07}", "\u{FFFD}]0;x\u{FFFD}"),
    ("\u{9B}2J", "\u{FFFD}2J"), ("a\u{7F}\u{8}", "a\u{FFFD}\u{FFFD}"), ("a\r\nb\tc\nd\re", "a b c d e"),
    ("\u{202E}naj", "\u{FFFD}naj"), ("\u{2066}x\u{2069}", "\u{FFFD}x\u{FFFD}"), ("a\u{2028}b", "a\u{FFFD}b"),
    ("👨‍👩‍👧", "👨‍👩‍👧"),
  ])
  func whatSteersATerminalIsReplaced(_ text: String, _ cleaned: String) {
    #expect(TerminalText.clean(text) == cleaned)
  }

  @Test func textIsCutBetweenCharactersAndNeverTooWide() {
    #expect(TerminalText.truncated("werkplekbegeleider", to: 8) == "werkple…")
    #expect(TerminalText.truncated("acht let", to: 8) == "acht let")
    #expect(TerminalText.truncated("drie woorden", to: 6) == "drie…")
    #expect(TerminalText.truncated("學生名", to: 4) == "學…")
    #expect(TerminalText.truncated("👨‍👩‍👧👨‍👩‍👧", to: 3) == "👨‍👩‍👧…")
    #expect(TerminalText.truncated("abc", to: 1) == "…")
    #expect(TerminalText.truncated("abc", to: 0) == "")
    for width in 1...20 {
      #expect(TerminalText.width(TerminalText.truncated("Zoë 學生 👍 van der Meer", to: width)) <= width)
    }
  }

  @Test func proseIsWrappedAtBlanksWithAnIndent() {
    #expect(
      TerminalText.wrap("Het startgesprek is nog niet gevoerd.", width: 20, indent: 2)
        == ["  Het startgesprek", "  is nog niet", "  gevoerd."])
    #expect(TerminalText.wrap("een\n\ntwee  drie", width: 80, indent: 0) == ["een", "", "twee drie"])
    #expect(TerminalText.wrap("", width: 10, indent: 4) == [""])
  }

  @Test func aWordThatDoesNotFitStaysWhole() {
    #expect(
      TerminalText.wrap("zie https://example.org/lang nu", width: 10, indent: 0)
        == ["zie", "https://example.org/lang", "nu"])
    #expect(TerminalText.wrap("a b", width: 0, indent: 3) == ["   a", "   b"])
  }

  @Test func aNoBreakSpaceAndAWideCharacterAreRespected() {
    #expect(TerminalText.wrap("op 2\u{A0}maart komt", width: 10, indent: 0) == ["op 2\u{A0}maart", "komt"])
    #expect(TerminalText.wrap("學生 學生 學生", width: 9, indent: 0) == ["學生 學生", "學生"])
  }
}
