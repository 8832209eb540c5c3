/// Finds a name that stands for nothing in the workflow, and offers the nearest one that does.
public enum UnknownName {
  /// A finding for each place that names what does not exist.
  public static func findings(in workflow: Workflow) -> [Finding] {
    var names: [Reference.Kind: [String]] = [:]
    return workflow.references.compactMap { reference in
      let known = names[reference.kind] ?? workflow.names(of: reference.kind)
      names[reference.kind] = known
      guard !reference.name.isEmpty, !known.contains(reference.name) else { return nil }
      let word = reference.kind.word
      return Finding(
        .error, rule: "UnknownName",
        message: Localized(
          nl: "er is geen \(word.nl) `\(reference.name)`", en: "there is no \(word.en) `\(reference.name)`"),
        remedy: NearestName.remedy(for: reference.name, among: known), path: reference.path)
    }
  }
}
