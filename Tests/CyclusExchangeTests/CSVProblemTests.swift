import CyclusExchange
import Testing

/// Broken tables, each with the problem that a person sees.
@Suite struct CSVProblemTests {
  struct Broken: CustomTestStringConvertible {
    let testDescription: String
    let bytes: [UInt8]
    let nl: String
    let en: String

    init(_ name: String, _ text: String, nl: String, en: String) {
      self.init(name, Array(text.utf8), nl: nl, en: en)
    }

    init(_ name: String, _ bytes: [UInt8], nl: String, en: String) {
      testDescription = name
      self.bytes = bytes
      self.nl = nl
      self.en = en
    }
  }

  static let broken = [
    Broken(
      "no byte at all", "",
      nl: "het bestand is leeg; de eerste regel moet de namen van de kolommen bevatten",
      en: "the file is empty; its first line must hold the names of the columns"),
    Broken(
      "blanks and line ends only", "\u{FEFF} \r\n\u{A0}\n\t\n",
      nl: "het bestand is leeg; de eerste regel moet de namen van de kolommen bevatten",
      en: "the file is empty; its first line must hold the names of the columns"),
    Broken(
      "only a sep line", "sep=;",
      nl: "het bestand is leeg; de eerste regel moet de namen van de kolommen bevatten",
      en: "the file is empty; its first line must hold the names of the columns"),
    Broken(
      "a header without names", "\n;;\n1;2;3\n",
      nl: "regel 2, kolom 1: de eerste regel bevat geen namen; zet daar de namen van de kolommen",
      en: "line 2, column 1: the first line holds no names; put the names of the columns there"),
    Broken(
      "a name twice", "naam;groep; Naam\n1;2;3\n",
      nl: "regel 1, kolom 13: de kolom 'Naam' komt twee keer voor, als kolom 1 en kolom 3; haal er een weg",
      en: "line 1, column 13: the column 'Naam' occurs twice, as column 1 and column 3; remove one"),
    Broken(
      "a value in a column without a name", "a;;c\n1;;3\n4;é5;6\n7;8;9\n",
      nl: "regel 3, kolom 3: kolom 2 heeft geen naam maar hier wel een waarde; "
        + "geef de kolom een naam of maak haar leeg",
      en: "line 3, column 3: column 2 has no name but holds a value here; name the column or clear it"),
    Broken(
      "a quote that is never closed", "a;b\n1;2\né;\"4\n5;6\n7;8\n",
      nl: "regel 3, kolom 3: het aanhalingsteken dat hier de cel opent, wordt nergens gesloten; "
        + "sluit het of haal het weg",
      en: "line 3, column 3: the quotation mark that opens the cell here is never closed; "
        + "close it or remove it"),
    Broken(
      "text after a closing quote", "a;b\n\"x\ny\" z;2\n",
      nl: "regel 3, kolom 4: na het aanhalingsteken dat de cel van regel 2 sluit, volgt nog tekst; "
        + "schrijf een aanhalingsteken binnen een cel dubbel",
      en: "line 3, column 4: text follows the quotation mark that closes the cell of line 2; "
        + "write a quotation mark inside a cell twice"),
    Broken(
      "more cells than names", "a;b\n1;2\n1;2;;4;\n",
      nl: "regel 3, kolom 5: de rij heeft 4 cellen en de kopregel 2; zet aanhalingstekens om een cel waar "
        + "het scheidingsteken in staat, of haal de cellen te veel weg",
      en:
        "line 3, column 5: the row has 4 cells and the header 2; put quotation marks around a cell that holds "
        + "the delimiter, or remove the cells too many"),
    Broken(
      "UTF-16", [0xFF, 0xFE, 0x61, 0x00],
      nl: "het bestand is UTF-16; sla het op als \"CSV UTF-8\"",
      en: "the file is UTF-16; save it as \"CSV UTF-8\""),
    Broken(
      "a byte of no encoding", [0x61, 0x0A, 0x62, 0x8D],
      nl: "regel 2, kolom 2: byte 0x8D bestaat niet in UTF-8 en niet in Windows-1252; "
        + "sla het bestand op als \"CSV UTF-8\"",
      en: "line 2, column 2: byte 0x8D exists neither in UTF-8 nor in Windows-1252; "
        + "save the file as \"CSV UTF-8\""),
  ]

  private func refusal(_ bytes: [UInt8]) -> CSVProblem? {
    do {
      _ = try CSVFile(bytes: bytes)
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: broken) func aBrokenTableIsRefusedWithItsProblem(_ file: Broken) throws {
    let problem = try #require(refusal(file.bytes))
    #expect(problem.nl == file.nl)
    #expect(problem.en == file.en)
  }

  @Test func allFaultsAreNamedInTheOrderOfTheFile() throws {
    let problem = try #require(refusal(Array("a;a\n1;2;3\n\"x\"y;1\n4;5;6\n7;\"8".utf8)))
    #expect(problem.faults.compactMap(\.position?.line) == [1, 2, 3, 4, 5])
    #expect(problem.en.split(separator: "\n").count == 5)
  }

  @Test func beyondTwentyFaultsTheRestIsCounted() throws {
    let rows = { (count: Int) in Array(("a\n" + String(repeating: "1;2\n", count: count)).utf8) }
    let many = try #require(refusal(rows(500)))
    #expect(many.faults.count == 500)
    #expect(many.nl.split(separator: "\n").count == 21)
    #expect(many.nl.hasSuffix("\nen nog 480 fouten"))
    #expect(many.en.hasSuffix("\nand 480 more faults"))
    #expect(try #require(refusal(rows(21))).en.hasSuffix("or remove the cells too many"))
  }

  @Test func noInputOfFourBytesCrashesTheReader() {
    let alphabet: [UInt8] = Array("a;,\t\"\r\n =".utf8) + [0xC3, 0xA9, 0xEF, 0x00]
    for first in alphabet {
      for second in alphabet {
        for third in alphabet {
          for fourth in alphabet { _ = refusal([first, second, third, fourth]) }
        }
      }
    }
  }
}
