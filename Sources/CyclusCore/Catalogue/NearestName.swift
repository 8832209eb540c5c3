/// Finds the name that was probably meant.
public enum NearestName {
  /// How many bytes a name may have to be compared at all.
  private static let longest = 400

  /// The existing name with the fewest typing slips to a name, or `nil` where none is near.
  ///
  /// A name is near with slips in at most a third of its letters, and where one of the two begins with
  /// the other; one that begins with the name comes first. A text of absurd length is no name: comparing it would take minutes.
  public static func of(_ name: String, among names: some Sequence<String>) -> String? {
    guard name.utf8.count <= longest else { return nil }
    var best: (name: String, distance: Int)?
    for candidate in names {
      let distance = name.count >= 3 && candidate.hasPrefix(name) ? 0 : slips(from: name, to: candidate)
      let isCutOff =
        min(name.count, candidate.count) >= 3
        && (candidate.hasPrefix(name) || name.hasPrefix(candidate))
      guard isCutOff || distance <= max(1, name.count / 3) else { continue }
      if best.map({ distance < $0.distance }) ?? true { best = (candidate, distance) }
    }
    return best?.name
  }

  /// How many letters have to be added, left out, replaced or swapped with their neighbour.
  public static func slips(from a: String, to b: String) -> Int {
    let (x, y) = (Array(a.lowercased()), Array(b.lowercased()))
    guard !x.isEmpty, !y.isEmpty else { return max(x.count, y.count) }
    var beforeLast: [Int] = []
    var last = Array(0...y.count)
    for i in 1...x.count {
      var row = [i]
      for j in 1...y.count {
        let replaced = last[j - 1] + (x[i - 1] == y[j - 1] ? 0 : 1)
        var least = min(last[j] + 1, row[j - 1] + 1, replaced)
        if i > 1, j > 1, x[i - 1] == y[j - 2], x[i - 2] == y[j - 1] {
          least = min(least, beforeLast[j - 2] + 1)
        }
        row.append(least)
      }
      (beforeLast, last) = (last, row)
    }
    return last[y.count]
  }

  /// The remedy for a name that does not exist: the nearest one, or else those that there are.
  public static func remedy(for name: String, among names: [String]) -> Localized {
    if let nearest = of(name, among: names) {
      return Localized(nl: "bedoelt u `\(nearest)`?", en: "do you mean `\(nearest)`?")
    }
    var seen: Set<String> = []
    let names = names.filter { seen.insert($0).inserted }
    guard !names.isEmpty else { return Localized(nl: "er zijn er nog geen", en: "there are none yet") }
    let shown = names.prefix(20).map { "`\($0)`" }.joined(separator: ", ") + (names.count > 20 ? ", …" : "")
    return Localized(nl: "kies uit \(shown)", en: "choose from \(shown)")
  }
}
