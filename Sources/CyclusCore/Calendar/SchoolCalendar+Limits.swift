// What of a calendar moves no date, so that nobody expects it to.
extension SchoolCalendar {
  /// What to say of workflows that ask no holiday region, where free days hold for one region only; nil where none does.
  ///
  /// Such a workflow takes the entries without a region (see `workingDays(in:besides:)`).
  public func remark(on workflows: [Workflow]) -> Localized? {
    let names = workflows.filter { $0.regionParameter == nil }.map(\.id)
    let isRegional = layers.contains { layer in
      layer.entries.contains { $0.region != nil && ($0.kind == .free || $0.kind == .teaching) }
    }
    guard isRegional, !names.isEmpty else { return nil }
    let (isOne, nl, en) = (names.count == 1, names.map { "«\($0)»" }, names.map { "“\($0)”" })
    return Localized(
      nl:
        "de workflow\(isOne ? "" : "s") \(Sentence.list(nl, "en")) \(isOne ? "vraagt" : "vragen") geen vakantieregio: dagen die maar voor één regio vrij zijn, zoals de schoolvakanties, tellen daar gewoon mee",
      en:
        "the workflow\(isOne ? "" : "s") \(Sentence.list(en, "and")) \(isOne ? "asks" : "ask") no holiday region: days that are free in one region only, such as the school holidays, are ordinary days there"
    )
  }
}

extension CalendarLayer {
  /// What to say of entries that are shown but move no date; nil where there are none.
  public var remark: Localized? {
    let kinds = CalendarEntry.Kind.allCases.filter { kind in entries.contains { $0.kind == kind } }
    let (nl, en) = (kinds.compactMap(\.movingNothing?.nl), kinds.compactMap(\.movingNothing?.en))
    guard !nl.isEmpty else { return nil }
    return Localized(
      nl:
        "\(Sentence.list(nl, "en")) worden getoond, maar verschuiven geen datum: dat doen alleen vrije dagen en lesdagen",
      en: "\(Sentence.list(en, "and")) are shown, but move no date: only free days and teaching days do")
  }
}

extension CalendarEntry.Kind {
  /// What such entries are called, where they move no date.
  fileprivate var movingNothing: Localized? {
    switch self {
    case .free, .teaching: nil
    case .period: Localized(nl: "perioden", en: "periods")
    case .teachingWeek: Localized(nl: "lesweken", en: "teaching weeks")
    case .examWeek: Localized(nl: "toetsweken", en: "exam weeks")
    }
  }
}
