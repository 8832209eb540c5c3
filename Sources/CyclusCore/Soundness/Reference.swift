/// A place in a workflow where one thing is named by another.
struct Reference: Hashable, Sendable {
  /// What kind of thing is named.
  enum Kind: Hashable, Sendable {
    case role, corner, gesprek, document, outcome, task, phase, parameter, route, block
    /// Anything that a step can be taken of; `unit` and `outcome` stand for every one, `gesprek` and `result` for its own.
    case item
    /// Something that is counted by the block: a gesprek or a counter.
    case counted
    /// Something of which there is a result: a gesprek or an outcome.
    case result
  }

  /// What kind of thing is named.
  var kind: Kind
  /// The name as it stands there.
  var name: String
  /// Where it stands.
  var path: [String]
}

extension Reference.Kind {
  /// The word for the kind, in both languages.
  var word: Localized {
    switch self {
    case .role: Localized(nl: "rol", en: "role")
    case .corner: Localized(nl: "hoek", en: "corner")
    case .gesprek: Localized("gesprek")
    case .document: Localized("document")
    case .outcome: Localized(nl: "leeruitkomst", en: "outcome")
    case .task: Localized(nl: "taak", en: "task")
    case .phase: Localized(nl: "fase", en: "phase")
    case .parameter: Localized("parameter")
    case .route: Localized(nl: "escalatieroute", en: "escalation route")
    case .block: Localized(nl: "blokkade", en: "block")
    case .item:
      Localized(
        nl: "gesprek, document, goedkeuring, taak, leeruitkomst of onderwijseenheid",
        en: "gesprek, document, approval, task, outcome or unit")
    case .counted: Localized(nl: "gesprek of teller", en: "gesprek or counter")
    case .result: Localized(nl: "gesprek of leeruitkomst", en: "gesprek or outcome")
    }
  }
}

extension Workflow {
  /// The names of a kind, in the order of the file.
  func names(of kind: Reference.Kind) -> [String] {
    switch kind {
    case .role: roles.map(\.id)
    case .corner: corners.map(\.id)
    case .gesprek: gesprekken.map(\.id)
    case .document: documents.map(\.id)
    case .outcome: outcomes.map(\.id)
    case .task: tasks.map(\.id)
    case .phase: phases.map(\.id)
    case .parameter: parameters.map(\.id)
    case .route: escalations.map(\.id)
    case .block: blocks.map(\.id)
    case .item:
      gesprekken.map(\.id) + documents.map(\.id) + approvals.map(\.id) + tasks.map(\.id)
        + outcomes.map(\.id) + units.map(\.id) + [
          "unit", "outcome", "gesprek", "result", "end", "agreements", "agreement", "claims",
        ]
    case .counted: gesprekken.map(\.id) + counters.map(\.id)
    case .result: gesprekken.map(\.id) + outcomes.map(\.id)
    }
  }
}
