/// Where an item of a workflow comes from: the rules of the handbook, and what the institute filled in itself.
public struct Citation: Hashable, Sendable, Codable {
  /// Ids of the rules, such as `R-01`, in the order of the file.
  public var rules: [String]
  /// What of the item is assumed: the names of its keys (`due`, `by`), or `["all"]` for the item as a whole.
  public var assumed: [String]

  /// Creates a citation.
  public init(rules: [String] = [], assumed: [String] = []) {
    self.rules = rules
    self.assumed = assumed
  }

  /// Whether anything of the item is the institute's own choice.
  public var isAssumed: Bool { !assumed.isEmpty }

  /// The rule ids as one text, `R-01, R-02`.
  public var text: String { rules.joined(separator: ", ") }

  /// The rule ids as a remark names them, `R-01, assumed`, where it rests on a key that is assumed.
  func words(_ key: String) -> Localized {
    let isOwn = assumed.contains(key) || assumed == ["all"]
    return Localized(
      nl: (rules + (isOwn ? ["aangenomen"] : [])).joined(separator: ", "),
      en: (rules + (isOwn ? ["assumed"] : [])).joined(separator: ", "))
  }

  /// The source behind a remark, ` (R-01, assumed)`; empty where there is none to name.
  func behind(_ key: String) -> Localized {
    let words = words(key)
    return words.nl.isEmpty ? Localized("") : Localized(nl: " (\(words.nl))", en: " (\(words.en))")
  }

  /// The same, with the rules that it shares with another first: what an item is asked for at a gesprek leads with the
  /// rules of that gesprek.
  func leading(with other: Citation) -> Citation {
    guard rules.count > 1 else { return self }
    let (shared, rest) = (rules.filter(other.rules.contains), rules.filter { !other.rules.contains($0) })
    return Citation(rules: shared + rest, assumed: assumed)
  }

  /// Its own rules without those of another, and after them those of a third that it lacks.
  func without(_ other: Citation?, and third: Citation) -> Citation {
    let own = rules.filter { other?.rules.contains($0) != true }
    return Citation(rules: own + third.rules.filter { !own.contains($0) }, assumed: assumed)
  }
}
