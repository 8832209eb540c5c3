import Testing

@testable import CyclusCore

@Suite struct JSONParserTests {
  @Test(
    arguments: [
      ("null", .null), (" true ", true), ("\t\r\nfalse", false), ("0", 0), ("-0", 0), ("-12", -12),
      ("9223372036854775807", .integer(.max)), ("-9223372036854775808", .integer(.min)),
      ("9223372036854775808", .number(9_223_372_036_854_775_808)),
      ("-9223372036854775809", .number(-9_223_372_036_854_775_808)),
      ("123456789012345678901234567890", .number(1.2345678901234568e29)), ("1.0", .number(1)),
      ("1e3", .number(1000)),
      ("-0.5E-2", .number(-0.005)), ("1e-400", .number(0)), ("\"\"", ""), ("[]", []), ("{}", [:]),
      ("[ ]", []),
      ("{ \n}", [:]), (" [ 1 , [2],{\"a\" : null} ] ", [1, [2], ["a": nil]]),
      ("{\"b\":1,\"a\":{\"b\":2}}", ["b": 1, "a": ["b": 2]]),
    ] as [(String, JSONValue)])
  func aTextIsReadAsItsValue(text: String, value: JSONValue) throws {
    #expect(try JSONParser.parse(text) == value)
    #expect(try JSONParser.parse(Array(text.utf8)) == value)
  }

  @Test(arguments: [
    (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"), (#""\u0041\u00e9\u20AC\u0000""#, "Aé€\0"),
    (#""\ud83d\ude00""#, "😀"), (#""\uDBFF\uDFFF""#, "\u{10FFFF}"),
    (#""café 😀 naïef""#, "café 😀 naïef"),
    (
      #""voor\nna een lange staart zonder bijzonderheden""#, "voor\nna een lange staart zonder bijzonderheden"
    ),
    ("\"\u{7F}\u{2028}\"", "\u{7F}\u{2028}"), (#""é\té""#, "é\té"),
  ])
  func escapesAndRawCharactersBecomeText(text: String, value: String) throws {
    let read = try #require(try JSONParser.parse(text).text)
    #expect(Array(read.utf8) == Array(value.utf8))
  }

  @Test func aStringOfEveryLengthEndsAtItsQuote() throws {
    for length in 0..<40 {
      for character in ["a", "é", "\\n"] {
        let contents = String(repeating: "x", count: length) + character
        let value = try JSONParser.parse("[\"\(contents)\",\"\(contents)\"]")
        let expected = contents.replacing("\\n", with: "\n")
        #expect(value == .array([.string(expected), .string(expected)]))
      }
    }
  }

  @Test(arguments: [
    ("", 0, "expected a value, found the end"), ("  ", 2, "expected a value, found the end"),
    ("[1,]", 3, "expected a value, found \"]\""), ("[1 2]", 3, "expected \",\" or \"]\", found \"2\""),
    ("[1", 2, "expected \",\" or \"]\", found the end"), ("[,1]", 1, "expected a value, found \",\""),
    ("{\"a\":1,}", 7, "expected a key in quotes, found \"}\""),
    ("{a:1}", 1, "expected a key in quotes, found \"a\""),
    ("{\"a\" 1}", 5, "expected \":\", found \"1\""), ("{\"a\":}", 5, "expected a value, found \"}\""),
    ("{\"a\":1 \"b\":2}", 7, "expected \",\" or \"}\", found \"\"\""),
    ("{", 1, "expected a key in quotes, found the end"),
    ("{\"a\":1,\"a\":2}", 7, "the key \"a\" stands twice in one object"),
    ("{\"a\":1,\"\\u0061\":2}", 7, "the key \"a\" stands twice in one object"),
    ("1 2", 2, "expected the end, found \"2\""), ("nul", 0, "expected \"null\""),
    ("[nulL]", 1, "expected \"null\""), ("True", 0, "expected a value, found \"T\""),
    ("NaN", 0, "expected a value, found \"N\""), ("'a'", 0, "expected a value, found \"'\""),
    ("// c\n1", 0, "expected a value, found \"/\""), ("01", 0, "a number has no zero in front"),
    ("-01", 1, "a number has no zero in front"), ("-", 1, "expected a digit, found the end"),
    ("+1", 0, "expected a value, found \"+\""), (".5", 0, "expected a value, found \".\""),
    ("1.", 2, "expected a digit, found the end"), ("1.e3", 2, "expected a digit, found \"e\""),
    ("1e", 2, "expected a digit, found the end"), ("1e+", 3, "expected a digit, found the end"),
    ("1e999", 0, "the number 1e999 is too large"), ("0x10", 1, "expected the end, found \"x\""),
    ("\"abc", 0, "the string does not end"), ("\"abc\\", 0, "the string does not end"),
    ("\"abc\\\"", 0, "the string does not end"),
    ("\"a\nb\"", 2, "a control character in a string must be escaped"),
    ("\"a\\x\"", 2, "unknown escape"), ("\"\\u12\"", 1, "expected four hexadecimal digits after \"\\u\""),
    ("\"\\u12G4\"", 1, "expected four hexadecimal digits after \"\\u\""),
    ("\"\\u+123\"", 1, "expected four hexadecimal digits after \"\\u\""),
    ("\"\\ud800\"", 1, "half of a surrogate pair"), ("\"\\udc00\\ud800\"", 1, "half of a surrogate pair"),
    ("\"\\ud800\\u0041\"", 1, "half of a surrogate pair"), ("\"\\ud800x\"", 1, "half of a surrogate pair"),
    ("\u{FEFF}1", 0, "expected a value, found byte ef"), ("\u{A0}1", 0, "expected a value, found byte c2"),
  ])
  func aFaultIsReportedWhereItStands(text: String, offset: Int, what: String) {
    let problem = #expect(throws: JSONProblem.self) { try JSONParser.parse(text) }
    #expect(problem?.offset == offset)
    #expect(problem?.what == what)
  }

  @Test func linesAndColumnsCountCharactersAndNotBytes() {
    let problem = #expect(throws: JSONProblem.self) { try JSONParser.parse("{\n  \"één\": tru\n}") }
    #expect(problem == JSONProblem(offset: 13, line: 2, column: 10, what: "expected \"true\""))
    #expect(problem?.description == "2:10: expected \"true\"")
  }

  @Test(
    arguments: [
      [0x22, 0xFF, 0x22], [0x22, 0xC3, 0x22], [0x22, 0xC0, 0x80, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22],
      [0x22, 0xF5, 0x80, 0x80, 0x80, 0x22], [0x22, 0xF0, 0x9F, 0x98, 0x22], [0x22, 0x5C, 0x6E, 0x80, 0x22],
    ] as [[UInt8]])
  func bytesThatAreNotUTF8AreRefused(bytes: [UInt8]) {
    let problem = #expect(throws: JSONProblem.self) { try JSONParser.parse(bytes) }
    #expect(problem?.what == "the string holds bytes that are not UTF-8")
    #expect(problem?.offset == 0)
  }

  @Test(arguments: [("[", "]"), ("{\"a\":", "}")])
  func nestingGoes128LevelsDeepAndNoDeeper(open: String, close: String) {
    func nested(_ levels: Int) -> String {
      let inside = open == "[" ? "" : "1"
      return String(repeating: open, count: levels) + inside + String(repeating: close, count: levels)
    }
    #expect(throws: Never.self) { try JSONParser.parse(nested(128)) }
    let problem = #expect(throws: JSONProblem.self) { try JSONParser.parse(nested(129)) }
    #expect(problem?.what == "more than 128 levels deep")
    #expect(problem?.offset == 128 * open.utf8.count)
    #expect(throws: JSONProblem.self) { try JSONParser.parse(String(repeating: open, count: 1_000_000)) }
  }

  @Test func levelsThatHaveBeenLeftDoNotCount() {
    let row = "[" + Array(repeating: "[[],{}]", count: 500).joined(separator: ",") + "]"
    #expect(throws: Never.self) { try JSONParser.parse(row) }
  }

  @Test func anObjectOfManyKeysIsReadAndItsDoubleKeyFound() throws {
    let members = (0..<20_000).map { "\"key\($0)\":\($0)" }
    let object = try JSONParser.parse("{" + members.joined(separator: ",") + "}")
    #expect(object.members?.count == 20_000)
    #expect(object["key19999"] == 19_999)
    for double in [3, 15, 16, 17, 19_999] {
      let text = "{" + (members + ["\"key\(double)\":0"]).joined(separator: ",") + "}"
      let problem = #expect(throws: JSONProblem.self) { try JSONParser.parse(text) }
      #expect(problem?.what == "the key \"key\(double)\" stands twice in one object")
    }
  }

  @Test func noShorteningOfAValidTextStopsTheReader() throws {
    let text = #"{"a":[1,-2.5e3,"é\u00e9\ud83d\ude00",true,null],"b":{"c":"d"}}"#
    let bytes = Array(text.utf8)
    for length in 0..<bytes.count {
      #expect(throws: JSONProblem.self) { try JSONParser.parse(Array(bytes[..<length])) }
    }
    for index in bytes.indices {
      for byte in [0, 0x22, 0x5C, 0x7B, 0x5D, 0x80, 0xFF] as [UInt8] {
        var broken = bytes
        broken[index] = byte
        _ = try? JSONParser.parse(broken)
      }
    }
  }
}
