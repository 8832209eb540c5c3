import CyclusCore

extension Fields {
  /// Reads a kind of claim.
  func claim(_ id: String) -> ClaimDefinition? {
    var claim = ClaimDefinition(
      id: id, title: title(or: id), by: requiredIds("by"), gesprek: required("for")?.id() ?? "",
      grantedBy: requiredIds("granted-by"), citation: citation())
    claim.about = self["about"]?.id()
    claim.needs = self["needs"]?.list().compactMap { $0.one(of: ClaimDefinition.Need.self) } ?? []
    claim.inTime = self["in-time"]?.phrase(.claimingDays)
    return claim
  }
}

extension Phrases<Span> {
  /// By when something has to be claimed: a day of its gesprek, told by how long before it.
  static let claimingDays = Phrases(
    subject: Localized(nl: "dag voor een claim", en: "day for a claim"),
    forms: [
      Form("on the day of its gesprek") { _ in Span(0, .days) },
      Form("N UNIT before its gesprek") { $0.span },
    ])
}
