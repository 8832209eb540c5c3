import Foundation
import Testing

@testable import CyclusCore

@Suite struct JSONValueTests {
  private let event: JSONValue = [
    "traject": "T1", "why": "zei: \"later\"\n", "at": 20514, "share": 0.5, "present": ["student", "wpb"],
    "mode": nil, "held": true, "empty": [:], "none": [],
  ]

  @Test func compactHasNoBlanksAndKeepsTheOrder() {
    #expect(
      event.compact == #"{"traject":"T1","why":"zei: \"later\"\n","at":20514,"share":0.5,"#
        + #""present":["student","wpb"],"mode":null,"held":true,"empty":{},"none":[]}"#)
  }

  @Test func prettyIndentsByTwoBlanks() {
    let value: JSONValue = ["a": [1, ["b": nil]], "c": [:], "d": []]
    #expect(
      value.pretty == """
        {
          "a": [
            1,
            {
              "b": null
            }
          ],
          "c": {},
          "d": []
        }
        """)
  }

  @Test func canonicalSortsKeysByTheirBytesAtEveryLevel() {
    let value: JSONValue = ["b": ["d": 1, "c": 2], "a": [["z": 1, "y": 2]], "B": 1, "aa": 2, "": 3]
    #expect(value.canonical == #"{"":3,"B":1,"a":[{"y":2,"z":1}],"aa":2,"b":{"c":2,"d":1}}"#)
    // By UTF-16, as JavaScript sorts, U+10000 would come first; by UTF-8 it comes last.
    let beyond: JSONValue = ["\u{10000}": 1, "\u{FFFD}": 2, "é": 3, "z": 4]
    #expect(beyond.canonical == "{\"z\":4,\"é\":3,\"\u{FFFD}\":2,\"\u{10000}\":1}")
  }

  @Test func everyOrderOfKeysHasTheSameCanonicalText() throws {
    let keys = ["naam", "Naam", "ñ", "n", "10", "9", "a b"]
    let sorted = JSONValue.object(object(keys)).canonical
    var random = RepeatableRandom(seed: 1)
    for _ in 0..<50 {
      #expect(JSONValue.object(object(keys.shuffled(using: &random))).canonical == sorted)
    }
    #expect(try JSONParser.parse(sorted).canonical == sorted)
  }

  private func object(_ keys: [String]) -> JSONObject {
    var object = JSONObject()
    for key in keys { object[key] = .string(key) }
    return object
  }

  @Test func onlyWhatMustBeEscapedIs() {
    let all = String(String.UnicodeScalarView((0..<0x21).compactMap { Unicode.Scalar(UInt8($0)) }))
    #expect(
      JSONValue.string(all).compact
        == #""\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000b\f\r\u000e\u000f\u0010\u0011\u0012"#
        + #"\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f ""#)
    #expect(JSONValue.string("\"\\/é😀\u{7F}\u{2028}").compact == "\"\\\"\\\\/é😀\u{7F}\u{2028}\"")
  }

  @Test func aNumberIsReadBackAsItWas() throws {
    let numbers: [Double] = [
      1, -1, 0.1, 1e21, 1e300, .leastNonzeroMagnitude, .greatestFiniteMagnitude, .pi, 9_007_199_254_740_992,
    ]
    for number in numbers {
      #expect(try JSONParser.parse(JSONValue.number(number).compact) == .number(number))
    }
    #expect(JSONValue.number(.nan).compact == "null")
    #expect(JSONValue.number(.infinity).compact == "null")
  }

  @Test func readingWhatWasWrittenGivesTheSameValue() throws {
    #expect(try JSONParser.parse(event.compact) == event)
    #expect(try JSONParser.parse(event.pretty) == event)
    var random = RepeatableRandom(seed: 8259)
    for _ in 0..<2000 {
      let value = randomValue(depth: 4, using: &random)
      #expect(try JSONParser.parse(value.compact) == value)
      #expect(try JSONParser.parse(value.pretty) == value)
      #expect(try JSONParser.parse(value.canonical).canonical == value.canonical)
    }
  }

  private func randomValue(depth: Int, using random: inout RepeatableRandom) -> JSONValue {
    switch Int.random(in: 0...(depth > 0 ? 6 : 4), using: &random) {
    case 0: return .null
    case 1: return .bool(.random(using: &random))
    case 2: return .integer(.random(in: .min ... .max, using: &random))
    case 3: return .number(Double.random(in: -1e9...1e9, using: &random))
    case 4: return .string(randomText(using: &random))
    case 5:
      return .array(
        (0..<Int.random(in: 0...4, using: &random)).map { _ in randomValue(depth: depth - 1, using: &random) }
      )
    default:
      var object = JSONObject()
      for _ in 0..<Int.random(in: 0...4, using: &random) {
        object[randomText(using: &random)] = randomValue(depth: depth - 1, using: &random)
      }
      return .object(object)
    }
  }

  private func randomText(using random: inout RepeatableRandom) -> String {
    let alphabet = ["a", "b", "\"", "\\", "\n", "\0", "é", "e\u{301}", "€", "😀", "/", " ", "\u{7F}"]
    return (0..<Int.random(in: 0...20, using: &random)).map { _ in
      alphabet[Int.random(in: alphabet.indices, using: &random)]
    }.joined()
  }

  @Test func foundationReadsWhatIsWritten() throws {
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(event.pretty.utf8)) as? [String: Any])
    #expect(object["why"] as? String == "zei: \"later\"\n")
    #expect(object["at"] as? Int == 20514)
    #expect((object["present"] as? [String]) == ["student", "wpb"])
    #expect(object["mode"] is NSNull)
  }

  @Test func accessorsGiveAValueOfTheirOwnKindOnly() {
    #expect(event["traject"]?.text == "T1")
    #expect(event["traject"]?.int == nil)
    #expect(event["at"]?.int == 20514)
    #expect(event["at"]?.double == 20514)
    #expect(event["share"]?.double == 0.5)
    #expect(event["share"]?.int == nil)
    #expect(event["present"]?.list?.count == 2)
    #expect(event["held"]?.flag == true)
    #expect(event["mode"]?.isNull == true)
    #expect(event["absent"] == nil)
    #expect(event["absent"]?.isNull == nil)
    #expect(event["present"]?["student"] == nil)
    #expect(event.members?.keys.first == "traject")
  }

  @Test func anObjectKeepsTheOrderInWhichKeysCame() {
    var object: JSONObject = ["a": 1, "b": 2, "c": 3]
    object["b"] = "other"
    object["d"] = .null
    #expect(object.keys == ["a", "b", "c", "d"])
    object["a"] = nil
    object["absent"] = nil
    #expect(object.keys == ["b", "c", "d"])
    #expect(object["d"] == .some(.null))
    var pairs: [String] = []
    for (key, value) in object { pairs.append("\(key)=\(value.compact)") }
    #expect(pairs == ["b=\"other\"", "c=3", "d=null"])
  }

  @Test func objectsInAnotherOrderAreNotEqual() {
    let first: JSONObject = ["a": 1, "b": 2]
    let second: JSONObject = ["b": 2, "a": 1]
    #expect(first != second)
    #expect(first == ["a": 1, "b": 2])
    #expect(first.hashValue == (["a": 1, "b": 2] as JSONObject).hashValue)
    #expect(JSONValue.integer(1) != .number(1))
  }
}
