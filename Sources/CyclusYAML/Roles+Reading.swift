import CyclusCore

extension Fields {
  /// Reads a role.
  func role(_ id: String) -> Role? {
    Role(
      id: id, short: self["short"]?.id() ?? "", title: title(or: id),
      place: required("at")?.one(of: Role.Place.self) ?? .institute, isRequired: yesNo("required", or: false),
      citation: citation())
  }

  /// Reads a corner.
  func corner(_ id: String) -> Corner? {
    Corner(
      id: id, title: title(or: id), roles: requiredIds("roles"), standIns: ids("stand-in"),
      citation: citation())
  }

  /// Reads a parameter; exactly one of `one-of`, `some-of`, `yes-no`, `date`, `dates`, `number` and `person` says what it takes.
  func parameter(_ id: String) -> Parameter? {
    var kinds: [Parameter.Kind] = []
    if let values = self["one-of"]?.strictList(example: "[behaald, niet-behaald]") {
      kinds.append(.oneOf(values.compactMap { $0.text("behaald") }))
    }
    let isNumber = self["number"]?.yesNo() == true
    let (lowest, highest) = (self["at-least"], self["at-most"])
    let fewest = lowest?.number(in: 0...(isNumber ? Self.largest : 99), example: "1")
    let most = highest?.number(in: 1...(isNumber ? Self.largest : 99), example: "2")
    if let values = self["some-of"]?.strictList(example: "[rekenen, meetkunde]") {
      let words = values.compactMap { $0.text("rekenen") }
      let least = min(fewest ?? 1, most ?? words.count)
      kinds.append(.someOf(words, least...max(least, most ?? words.count)))
    } else if !isNumber, fewest != nil || most != nil {
      report(.missingKey("some-of", example: "some-of: [rekenen, meetkunde]"))
    } else if let fewest, let most, most < fewest {
      highest?.report(.endsBeforeItBegins)
    }
    if self["person"]?.yesNo() == true { kinds.append(.person) }
    if self["yes-no"]?.yesNo() == true { kinds.append(.yesNo) }
    if self["date"]?.yesNo() == true { kinds.append(.date) }
    if self["dates"]?.yesNo() == true { kinds.append(.dates) }
    if isNumber { kinds.append(.number) }
    if kinds.count != 1 {
      report(.notTogether(["one-of", "some-of", "yes-no", "date", "dates", "number", "person"]))
    }
    let kind = kinds.first ?? .oneOf([])
    var parameter = Parameter(
      id: id, title: title(or: id), kind: kind, fallback: fallback(of: kind),
      isRequired: yesNo("required", or: false), shownOn: self["shown-on"]?.one(of: Parameter.Place.self),
      citation: citation())
    if isNumber {
      (parameter.least, parameter.most) = (fewest, most)
      checkBounds(of: parameter)
    }
    parameter.when = condition("when")
    parameter.warnAt = ids("warn-at")
    return parameter
  }

  private static let largest = 1_000_000

  /// The value without one has to lie within the bounds of the number.
  private func checkBounds(of parameter: Parameter) {
    guard let fallback = parameter.fallback.flatMap(Int.init) else { return }
    let (least, most) = (parameter.least ?? -Self.largest, parameter.most ?? Self.largest)
    if least <= most, !(least...most).contains(fallback) {
      self["default"]?.report(.outOfRange(fallback, least...most))
    }
  }

  private func fallback(of kind: Parameter.Kind) -> String? {
    guard let value = self["default"] else { return nil }
    switch kind {
    case .oneOf(let words):
      guard let text = value.text(words.first ?? "") else { return nil }
      if !words.contains(text) { value.report(.unknownWord(text, words)) }
      return text
    case .someOf(let words, _):
      let named = value.list().compactMap { $0.text(words.first ?? "") }
      for word in named where !words.contains(word) { value.report(.unknownWord(word, words)) }
      return named.joined(separator: ",")
    case .person:
      value.report(.notTogether(["person", "default"]))
      return nil
    case .yesNo: return value.yesNo().map { $0 ? "yes" : "no" }
    case .date: return value.day().map(\.description)
    case .dates:
      let days = value.list().compactMap { $0.day() }
      if zip(days, days.dropFirst()).contains(where: { $0 >= $1 }) { value.report(.endsBeforeItBegins) }
      return days.map(\.description).joined(separator: ",")
    case .number: return value.number(in: -Self.largest...Self.largest, example: "40").map(String.init)
    }
  }
}
