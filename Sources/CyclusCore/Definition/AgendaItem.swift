/// Something that is talked about in a gesprek, with the words for it in both languages.
///
/// It is stored as the words alone were before it had a condition.
public struct AgendaItem: Hashable, Sendable, Codable {
  /// The Dutch words.
  public var nl: String
  /// The English words; the Dutch ones where the file has none.
  public var en: String
  /// In which trajecten it is talked about; all where there is none.
  public var when: Condition?

  /// Creates an item.
  public init(_ title: Localized, when: Condition? = nil) {
    (nl, en) = (title.nl, title.en)
    self.when = when
  }

  /// The words that people read.
  public var title: Localized { Localized(nl: nl, en: en) }
}

extension Traject {
  /// What is talked about in a gesprek of this traject.
  public func agenda(of gesprek: GesprekDefinition, _ rulebook: Rulebook) -> [Localized] {
    gesprek.agenda.filter { holds($0.when, rulebook) }.map(\.title)
  }
}
