/// One thing that a workflow can show and that some example history has to take: a phase, a way, a refusal.
public struct CoverageItem {
  /// Of what kind it is; a report counts each kind apart.
  public enum Kind: String, CaseIterable, Sendable {
    /// A phase that is entered.
    case phase
    /// A way on: from phase to phase, back after a rejection, or over again by an extension.
    case way
    /// A step that somebody owes, and takes.
    case obligation
    /// Something that is refused.
    case refusal
    /// How an escalation is opened, climbs and is decided.
    case escalation
    /// What becomes of a claim.
    case claim
    /// How a traject ends.
    case ending
  }

  /// Of what kind it is.
  public let kind: Kind
  /// Its name among those of its kind, in the words of the workflow file: `gesprek -> archivering`.
  public let key: String
  /// What has to happen, in a few words.
  public let what: Localized
  /// The keys under which it stands in the file.
  public let path: [String]
  /// The rules behind it.
  public let rule: Citation
  /// Whether a step of a history takes it.
  let isTaken: (PlayedStep) -> Bool

  init(
    _ kind: Kind, _ key: String, _ what: Localized, at path: [String], _ rule: Citation,
    isTaken: @escaping (PlayedStep) -> Bool
  ) {
    self.kind = kind
    self.key = key
    self.what = what
    self.path = path
    self.rule = rule
    self.isTaken = isTaken
  }
}

extension Localized {
  /// The text between the quotation marks of each language.
  var quoted: Localized { Localized(nl: "«\(nl)»", en: "“\(en)”") }
}
