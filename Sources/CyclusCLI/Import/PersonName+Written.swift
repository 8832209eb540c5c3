import CyclusStore

extension PersonName {
  /// Reads a name as people write it: `Noor van der Beuk` or `Beuk, Noor van der`.
  init(written text: String) {
    let small: Set<String> = [
      "van", "de", "der", "den", "het", "'t", "ter", "ten", "te", "op", "in", "aan", "bij", "uit", "onder",
      "la", "le",
      "el", "von", "zu", "di", "du", "dos", "al",
    ]
    if let comma = text.firstIndex(of: ",") {
      let front = text[text.index(after: comma)...].split(separator: " ").map(String.init)
      let infix = front.reversed().prefix { small.contains($0.lowercased()) }.reversed()
      self.init(
        given: front.dropLast(infix.count).joined(separator: " "), infix: infix.joined(separator: " "),
        family: String(text[..<comma]).trimmed)
      return
    }
    let words = text.split(separator: " ").map(String.init)
    guard words.count > 1 else {
      self.init(given: "", family: text.trimmed)
      return
    }
    let infix = words.dropFirst().prefix { small.contains($0.lowercased()) }
    let family = words.dropFirst(1 + infix.count)
    self.init(given: words[0], infix: infix.joined(separator: " "), family: family.joined(separator: " "))
  }
}
