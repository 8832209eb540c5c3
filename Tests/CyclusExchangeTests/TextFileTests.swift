import CyclusExchange
import Testing

@Suite struct TextFileTests {
  private func refusal(_ bytes: [UInt8]) -> TextFileProblem? {
    do {
      _ = try TextFile(bytes: bytes)
      return nil
    } catch {
      return error
    }
  }

  @Test func utf8IsReadWithAndWithoutItsMark() throws {
    let plain = try TextFile(bytes: Array("Zoë €".utf8))
    #expect(plain.text == "Zoë €")
    #expect(plain.encoding == .utf8)
    let marked = try TextFile(bytes: [0xEF, 0xBB, 0xBF] + Array("Zoë €".utf8))
    #expect(marked.text == "Zoë €")
    #expect(marked.encoding == .utf8WithMark)
  }

  @Test func anEmptyFileIsEmptyText() throws {
    #expect(try TextFile(bytes: []).text == "")
    #expect(try TextFile(bytes: [0xEF, 0xBB, 0xBF]).text == "")
  }

  @Test func bytesThatAreNoUTF8AreReadAsWindows1252() throws {
    let file = try TextFile(bytes: [0x5A, 0x6F, 0xEB, 0x20, 0x80, 0x20, 0x8A, 0x20, 0x92, 0x9F, 0xFF])
    #expect(file.text == "Zoë € Š ’Ÿÿ")
    #expect(file.encoding == .windows1252)
  }

  @Test func everyDefinedByteOfWindows1252HasOneCharacter() throws {
    let undefined: Set<UInt8> = [0x81, 0x8D, 0x8F, 0x90, 0x9D]
    for byte in UInt8(0x80)...0xFF where !undefined.contains(byte) {
      let text = try TextFile(bytes: [byte]).text
      #expect(text.unicodeScalars.count == 1)
    }
  }

  @Test(arguments: [0x81, 0x8D, 0x8F, 0x90, 0x9D] as [UInt8])
  func anUndefinedByteIsRefusedWithItsPlace(_ byte: UInt8) throws {
    // CR LF counts as one line end; the ë before it is one column.
    let found = try #require(refusal([0x61, 0x0D, 0x0A, 0xEB, 0x62, byte]))
    #expect(found == .undefinedByte(byte, TextPosition(line: 2, column: 3)))
    let name = "0x" + String(byte, radix: 16, uppercase: true)
    #expect(
      found.nl == "byte \(name) bestaat niet in UTF-8 en niet in Windows-1252; "
        + "sla het bestand op als \"CSV UTF-8\"")
    #expect(
      found.en == "byte \(name) exists neither in UTF-8 nor in Windows-1252; save the file as \"CSV UTF-8\"")
  }

  @Test(arguments: [[0xFF, 0xFE, 0x61, 0x00], [0xFE, 0xFF, 0x00, 0x61]] as [[UInt8]])
  func utf16IsRefusedAndTheRemedyIsNamed(_ bytes: [UInt8]) throws {
    let found = try #require(refusal(bytes))
    #expect(found.nl == "het bestand is UTF-16; sla het op als \"CSV UTF-8\"")
    #expect(found.en == "the file is UTF-16; save it as \"CSV UTF-8\"")
    #expect(found.position == nil)
  }

  @Test(
    arguments: [
      [0x50, 0x4B, 0x03, 0x04, 0x14], [0x50, 0x4B, 0x05, 0x06, 0x00], [0xD0, 0xCF, 0x11, 0xE0, 0xA1],
    ] as [[UInt8]])
  func aSpreadsheetIsRecognised(_ bytes: [UInt8]) throws {
    let found = try #require(refusal(bytes))
    #expect(found.nl == "dit is een spreadsheet (.xlsx of .xls), geen tekst; sla het op als \"CSV UTF-8\"")
    #expect(found.en == "this is a spreadsheet (.xlsx or .xls), not text; save it as \"CSV UTF-8\"")
  }

  @Test func aNULByteIsRefusedWithItsPlace() throws {
    let found = try #require(refusal(Array("a;ë\r\nb\u{0}".utf8)))
    #expect(found == .zeroByte(TextPosition(line: 2, column: 2)))
    #expect(found.nl == "het bestand bevat een NUL-byte en is dus geen tekst; sla het op als \"CSV UTF-8\"")
    #expect(found.en == "the file holds a NUL byte, so it is not text; save it as \"CSV UTF-8\"")
  }

  @Test func aMarkedFileIsNeverTakenForWindows1252() throws {
    let found = try #require(refusal([0xEF, 0xBB, 0xBF, 0x61, 0x0A] + Array("é".utf8) + [0xEB, 0x62]))
    #expect(found == .invalidUTF8(TextPosition(line: 2, column: 2)))
    #expect(
      found.nl == "het bestand begint als UTF-8, maar deze byte is dat niet; "
        + "sla het opnieuw op als \"CSV UTF-8\"")
    #expect(found.en == "the file starts as UTF-8, but this byte is not; save it as \"CSV UTF-8\" again")
  }

  @Test func aMarkedFileCutInACharacterIsRefusedAtThatCharacter() {
    #expect(refusal([0xEF, 0xBB, 0xBF, 0x61, 0xE2, 0x82]) == .invalidUTF8(TextPosition(line: 1, column: 2)))
  }
}
