import CyclusCore

/// What one types to meet an obligation, without the name of the program; `…` stands for what only its reader knows.
struct RecordLine {
  /// A value that its reader chooses, with what it is chosen from.
  struct Choice {
    /// What it is the value of: `verdict`, or the name before the `=`.
    let name: String
    /// The values, each with what it has to come with.
    let values: [String]
  }

  /// What one types.
  let command: String
  /// What is chosen from a list, in the order of the command.
  let choices: [Choice]

  /// The line that meets an obligation of a traject.
  init(_ key: ObligationKey, _ traject: Traject, _ rulebook: Rulebook, _ language: Language) {
    var writer = Writer(traject: traject, rulebook: rulebook, language: language)
    writer.write(key)
    command = writer.words.joined(separator: " ")
    choices = writer.choices
  }
}

/// Writes a line word by word.
private struct Writer {
  let traject: Traject
  let rulebook: Rulebook
  let language: Language
  var words: [String] = []
  var choices: [RecordLine.Choice] = []

  private var workflow: Workflow { rulebook.workflow }

  mutating func write(_ key: ObligationKey) {
    let item = key.item
    let name = traject.name
    switch key.step {
    case .planned:
      words = ["plan", name, "\(item.first)", "--at", "…"] + mode(item)
    case .held:
      words = ["held", name, "\(item.first)", "--present", present(item)] + mode(item)
      records(item)
    case .attended:
      let gesprek = ItemKey(item.id, round: item.round)
      words = ["held", name, "\(gesprek)", "--present", catchingUp(item)]
    case .closed:
      words = ["close", name, "\(item.first)"]
      records(item)
    case .submitted, .valid:
      words = ["submit", name, "\(item.first)"]
      details(item)
    case .signed: words = ["sign", name, "\(workflow.document(signedAs: item))"]
    case .approved: words = ["approve", name, item.id]
    case .assessed: assess(item)
    case .feedback: words = ["feedback", name, item.id, "--at", item.occurrence ?? "…", "--form", "…"]
    case .confirmed: words = ["confirm", name, item.id]
    case .done: words = ["done", name, "\(item.first)"]
    case .lifted: words = ["unblock", name, item.id, "--why", "…"]
    case .consulted:
      words = ["consult", name, item.id, "--role", role(item.occurrence ?? "…")]
    case .proposed: words = ["propose", name, item.id, "--plan", "…"]
    case .decided where traject.claims.contains { $0.id == item.id }: words = ["grant", name, item.id]
    case .decided: decide(item)
    case .advanced: words = ["advance", name]
    case .discussed: words = ["dialogue", name, item.id, "--why", "…"]
    case .agreed:
      words = ["dialogue", name, item.id, "--why", "…"]
      choose("agreed", from: workflow.outcome(item.id)?.scale ?? [])
    case .made:
      words = ["agree", name]
      choose("owner", from: owners)
      words += ["--due", "…", "--what", "…"]
    case .settled: words = ["settle", name, item.id, "--status", "done"]
    case .moved: words = ["extend", name, "--until", "…"]
    }
  }

  /// Who can own an agreement: the roles that somebody has, by their short names.
  private var owners: [String] {
    workflow.roles.filter { traject.holder(of: $0.id) != nil }.map { workflow.shortName(ofRole: $0.id) }
  }

  /// Who are at a catch-up contact: who was missing, or everybody where they have to be there together.
  private func catchingUp(_ item: ItemKey) -> String {
    workflow.gesprek(item.id)?.isTogether == true
      ? present(ItemKey(item.id, round: item.round)) : role(item.occurrence ?? "…")
  }

  /// An option of which the value is chosen, with what it is chosen from.
  private mutating func choose(_ option: String, from values: [String]) {
    words += ["--\(option)", "…"]
    if !values.isEmpty { choices.append(RecordLine.Choice(name: option, values: values)) }
  }

  /// A named value that is chosen: `--part doel=…`.
  private mutating func choose(_ option: String, _ name: String, from values: [String]) {
    words += ["--\(option)", "\(name)=…"]
    if !values.isEmpty { choices.append(RecordLine.Choice(name: name, values: values)) }
  }

  /// Who have to be at a gesprek, as `--present` takes them.
  private func present(_ gesprek: ItemKey) -> String {
    let roles = traject.holdingNeeds(gesprek, rulebook)?.present ?? []
    return roles.isEmpty ? "…" : roles.map { workflow.shortName(ofRole: $0) }.joined(separator: ",")
  }

  /// The way in which a gesprek has to be held, where one is asked.
  private func mode(_ gesprek: ItemKey) -> [String] {
    traject.holdingNeeds(gesprek, rulebook)?.mode.map { ["--mode", $0] } ?? []
  }

  /// A role, or the first of a corner that somebody has, by its short name.
  private func role(_ id: String) -> String {
    let roles = workflow.corner(id)?.roles ?? [id]
    return workflow.shortName(ofRole: roles.first { traject.holder(of: $0) != nil } ?? roles.first ?? id)
  }

  /// What a document has to come with: its last day, and the parts without which it is refused.
  private mutating func details(_ item: ItemKey) {
    guard let document = workflow.document(item.id) else { return }
    if document.validity != nil { words += ["--valid-until", "…"] }
    for part in document.parts where part.isRequired { choose("part", part.id, from: []) }
  }

  /// A verdict: at its gesprek by form, by itself with why and its parts.
  private mutating func assess(_ item: ItemKey) {
    let outcome = workflow.outcome(item.id)
    let isByItself = outcome?.isJudgedByItself ?? false
    words = ["assess", traject.name, isByItself ? "\(item.first)" : item.id]
    if !isByItself { words += ["--at", item.occurrence ?? "…"] }
    choose("verdict", from: outcome.map(verdicts) ?? [])
    words += [isByItself ? "--why" : "--form", "…"]
    for part in outcome?.parts ?? [] where part.isRequired { choose("part", part.id, from: part.values) }
  }

  /// The verdicts on an outcome, each with what it has to come with.
  private func verdicts(_ outcome: Outcome) -> [String] {
    outcome.scale.map { verdict in
      let needs = outcome.verdictNeeds[verdict] ?? []
      let extra =
        (needs.contains("trust") ? ["--trust"] : []) + (needs.contains("proof") ? ["--proof …"] : [])
      guard !extra.isEmpty else { return verdict }
      return verdict + (language == .nl ? " met " : " with ") + extra.joined(separator: " ")
    }
  }

  /// A decision on an escalation, with what its route asks of it.
  private mutating func decide(_ item: ItemKey) {
    words = ["decide", traject.name, item.id]
    let route = traject.escalations.first { $0.id == item.id }.flatMap { workflow.route($0.route) }
    choose("outcome", from: route?.outcomes.map(\.id) ?? [])
    words += ["--why", "…"]
    let needs = route?.needs ?? []
    if needs.contains(.analysis) || needs.contains(.arguments) { words += ["--analysis", "…"] }
    if needs.contains(.intervention) { words += ["--intervention", "…"] }
  }

  /// What a gesprek has to leave on record and does not yet.
  private mutating func records(_ item: ItemKey) {
    let (yes, no, all) = language == .nl ? ("ja", "nee", "alle") : ("yes", "no", "all")
    for field in traject.holdingNeeds(item, rulebook)?.fields ?? [] {
      let fixed: String?
      var values = traject.values(of: field, workflow)
      switch field.kind {
      case .yes: fixed = yes
      case .eachOutcome: fixed = all
      case .yesNo: (fixed, values) = (nil, [yes, no])
      case .date, .oneOf, .someOf: fixed = nil
      }
      if let fixed {
        words += ["--set", "\(field.id)=\(fixed)"]
      } else if field.isConclusion {
        choose("conclusion", from: values)
      } else {
        choose("set", field.id, from: values)
      }
    }
  }
}
