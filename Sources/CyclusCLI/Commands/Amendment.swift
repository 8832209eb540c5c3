import CyclusCore
import CyclusStore

/// The data of an event with some of its values replaced.
struct Amendment {
  let target: LoggedEvent
  let state: Traject
  let desk: TextDesk
  let store: Store

  /// The new data; a key that the event does not have is refused, with the keys that there are.
  func data(_ pairs: [String: String]) throws -> JSONObject {
    var data = target.event.data
    for (key, value) in pairs.sorted(by: { $0.key < $1.key }) {
      guard let before = data[key] else {
        throw unknown(key, data.keys.sorted())
      }
      data[key] = try replaced(before, key, value)
    }
    return data
  }

  private func unknown(_ key: String, _ keys: [String]) -> Failure {
    let (seq, name, known) = (target.seq, target.event.name, keys.joined(separator: ", "))
    guard !keys.isEmpty else {
      return Failure.usage(
        "gebeurtenis \(seq) (\(name.nl)) heeft geen gegevens: geef met --on een andere dag, of neem haar terug met --retract",
        "event \(seq) (\(name.en)) holds no data: give another day with --on, or take it out with --retract")
    }
    let nearest = NearestName.of(key, among: keys)
    let day = ["date", "datum", "day", "dag", "happened_on", "happened", "on"].contains(key)
    let hint =
      day
      ? Localized(nl: "; een andere dag geeft u met --on", en: "; give another day with --on")
      : Localized(
        nl: nearest.map { "; bedoelt u «\($0)»?" } ?? "", en: nearest.map { "; do you mean “\($0)”?" } ?? "")
    return Failure.usage(
      "gebeurtenis \(seq) (\(name.nl)) heeft geen «\(key)»; wel: \(known)\(hint.nl)",
      "event \(seq) (\(name.en)) has no “\(key)”; it has: \(known)\(hint.en)")
  }

  private func replaced(_ before: JSONValue, _ key: String, _ value: String) throws -> JSONValue {
    switch before {
    case .integer:
      guard let number = Int64(value) else {
        throw Failure.usage(
          "\(key): «\(value)» is geen geheel getal", "\(key): “\(value)” is not a whole number")
      }
      return .integer(number)
    case .bool:
      guard
        let flag = ["yes": true, "ja": true, "true": true, "no": false, "nee": false, "false": false][value]
      else {
        throw Failure.usage("\(key): schrijf ja of nee", "\(key): write yes or no")
      }
      return .bool(flag)
    case .string(let text) where TextReference(text) != nil:
      return .string(try desk.reference(value, "--set \(key)").description)
    case .array(let list) where list.first?.members != nil:
      return .array(try Pairs.list([value]).map { try attendance($0, key) })
    case .array(let list) where list.first?.text.flatMap({ TextReference($0) }) != nil:
      return .array([.string(try desk.reference(value, "--set \(key)").description)])
    case .array: return .array(Pairs.list([value]).map { .string($0) })
    case .object:
      var members = JSONObject()
      for (name, text) in try Pairs.read(Pairs.list([value]), "--set \(key)").sorted(by: { $0.key < $1.key })
      {
        members[name] = .string(text)
      }
      return .object(members)
    case .string(let text): return .string(try code(text, key, value))
    case .null, .number: return .string(value)
    }
  }

  /// A role that was there, `mentor`, or with who that was, `mentor=LIJA`.
  private func attendance(_ text: String, _ key: String) throws -> JSONValue {
    let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
    let role = try store.workflow(digest: state.digest).role(parts[0])?.id ?? parts[0]
    let named = parts.count > 1 ? try store.person(named: parts[1]).id : nil
    guard let person = named ?? state.holders(of: role, on: target.happened).last else {
      throw Failure.usage("\(key): niemand heeft de rol «\(role)»", "\(key): nobody has the role “\(role)”")
    }
    return ["role": .string(role), "person": .string(person.description)]
  }

  /// A date, a moment, a person, a school or a key in place of one; any other text as it is.
  private func code(_ before: String, _ key: String, _ value: String) throws -> String {
    if Day(before) != nil {
      guard let day = Day.dutch(value) else {
        throw Failure.usage(
          "\(key): «\(value)» is geen bestaande datum; \(Day.writing.nl)",
          "\(key): “\(value)” is not an existing date; \(Day.writing.en)")
      }
      return day.description
    }
    if LocalMoment(before) != nil {
      guard let moment = LocalMoment.dutch(value) else {
        throw Failure.usage(
          "\(key): «\(value)» is geen dag met tijd; schrijf \"2-3-2026 10:00\" of \"2026-03-02 10:00\"",
          "\(key): “\(value)” is not a day with a time; write \"2-3-2026 10:00\" or \"2026-03-02 10:00\"")
      }
      return moment.description
    }
    if PersonID(before) != nil { return try store.person(named: value).id.description }
    if before.wholeMatch(of: /S[0-9]+/) != nil { return "S\(try desk.school(value, code: nil))" }
    return value
  }
}
