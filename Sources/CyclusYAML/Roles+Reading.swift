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

  /// Reads a parameter; exactly one of `one-of`, `yes-no`, `date` and `number` says what it takes.
  func parameter(_ id: String) -> Parameter? {
    var kinds: [Parameter.Kind] = []
    if let values = self["one-of"]?.strictList(example: "[behaald, niet-behaald]") {
      kinds.append(.oneOf(values.compactMap { $0.text("behaald") }))
    }
    if self["yes-no"]?.yesNo() == true { kinds.append(.yesNo) }
    if self["date"]?.yesNo() == true { kinds.append(.date) }
    if self["number"]?.yesNo() == true { kinds.append(.number) }
    if kinds.count != 1 { report(.notTogether(["one-of", "yes-no", "date", "number"])) }
    let kind = kinds.first ?? .oneOf([])
    return Parameter(
      id: id, title: title(or: id), kind: kind, fallback: fallback(of: kind),
      isRequired: yesNo("required", or: false), citation: citation())
  }

  private func fallback(of kind: Parameter.Kind) -> String? {
    guard let value = self["default"] else { return nil }
    switch kind {
    case .oneOf(let words):
      guard let text = value.text(words.first ?? "") else { return nil }
      if !words.contains(text) { value.report(.unknownWord(text, words)) }
      return text
    case .yesNo: return value.yesNo().map { $0 ? "yes" : "no" }
    case .date: return value.day().map(\.description)
    case .number: return value.number(in: -1_000_000...1_000_000, example: "40").map(String.init)
    }
  }
}
