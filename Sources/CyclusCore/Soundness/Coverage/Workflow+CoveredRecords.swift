// What refuses documents, approvals, tasks, claims, goals and an extension.
extension Workflow {
  /// Each part, need and earlier step without which something is not taken in.
  var coveredRecords: [CoverageItem] {
    documents.flatMap(records(of:)) + approvals.map(record(of:)) + tasks.flatMap(records(of:))
      + claims.flatMap(records(of:)) + goalRecords + extensionRecords
  }

  private func records(of document: DocumentDefinition) -> [CoverageItem] {
    let title = document.title.quoted
    let path = ["documents", document.id]
    if document.isNeverJudged {
      return [
        refusal(
          "submit \(document.id)",
          Localized(
            nl: "\(title.nl) inleveren, dat persoonlijk is", en: "handing in \(title.en), which is personal"),
          at: path + ["never-judged"], document.citation
        ) { step in step.isRefused("submit") && step.item("document") == document.id }
      ]
    }
    let parts = document.parts.filter(\.isRequired).map { part in
      refusal(
        "submit \(document.id) without \(part.id)",
        Localized(nl: "\(title.nl) zonder \(part.title.nl)", en: "\(title.en) without \(part.title.en)"),
        at: path + ["parts", part.id], part.citation
      ) { step in
        step.verb == "submit" && step.item("document") == document.id
          && step.missing.contains { $0.what == part.title }
      }
    }
    guard !document.signedBy.isEmpty else { return parts }
    return parts + [
      refusal(
        "sign \(document.id) before submitted",
        Localized(
          nl: "\(title.nl) ondertekenen voordat het is ingeleverd",
          en: "signing \(title.en) before it was handed in"),
        at: path + ["signed-by"], document.citation
      ) { step in
        step.isRefused("sign") && step.item("document") == document.id
          && step.before?.traject.isHandedIn(document.id, step.arguments["document"]) == false
      }
    ]
  }

  private func record(of approval: ApprovalDefinition) -> CoverageItem {
    let title = approval.title.quoted
    return refusal(
      "approve \(approval.id) before \(approval.asks) submitted",
      Localized(nl: "\(title.nl) voordat die gevraagd is", en: "\(title.en) before it is asked"),
      at: ["approvals", approval.id, "asked-by"], approval.citation
    ) { step in
      step.verb == "approve" && step.item("approval") == approval.id
        && step.missing.contains { $0.obligation?.item.id == approval.asks }
    }
  }

  private func records(of task: TaskDefinition) -> [CoverageItem] {
    let title = task.title.quoted
    func isAbout(_ step: PlayedStep) -> Bool {
      step.verb == "done"
        && (step.item("obligation") == task.id || step.obligation("obligation")?.item.id == task.id)
    }
    let needs = task.needs.map { need in
      refusal(
        "done \(task.id) without \(need.text)",
        Localized(nl: "\(title.nl) zonder \(need.text)", en: "\(title.en) without \(need.text)"),
        at: ["tasks", task.id, "needs"], task.citation
      ) { [self] step in
        isAbout(step)
          && step.missing.contains { missing in
            need.step == .valid
              ? missing.obligation?.item.id == need.item
              : missing.obligation.map { need.covers($0, self) } ?? false
          }
      }
    }
    guard let first = task.opens?.earlierStep else { return needs }
    let before = refusal(
      "done \(task.id) before \(first.text)",
      Localized(nl: "\(title.nl) voor \(first.text)", en: "\(title.en) before \(first.text)"),
      at: ["tasks", task.id, "opens"], task.citation
    ) { step in
      guard isAbout(step), step.isRefused("done"), let before = step.before else { return false }
      let named = step.obligation("obligation")?.item ?? step.arguments["obligation"].flatMap { ItemKey($0) }
      return before.asked.filter { asked in
        asked.key.item.id == task.id && asked.key.step == .done
          && (named?.occurrence == nil || asked.key.item.isNamed(named?.occurrence))
      }.allSatisfy { $0.opens == nil }
    }
    return needs + [before]
  }

  private func records(of claim: ClaimDefinition) -> [CoverageItem] {
    let title = claim.title.quoted
    func isAbout(_ step: PlayedStep) -> Bool {
      step.isRefused("grant")
        && step.before?.traject.claims.contains {
          $0.id == step.arguments["claim"] && $0.kind == claim.id
        } == true
    }
    func made(_ step: PlayedStep) -> Traject.Claim? {
      step.before?.traject.claims.first { $0.id == step.arguments["claim"] }
    }
    let proof = claim.needs.map { need in
      refusal(
        "grant \(claim.id) without \(need.rawValue)",
        Localized(nl: "\(title.nl) toekennen zonder bewijs", en: "granting \(title.en) without proof"),
        at: ["claims", claim.id, "needs"], claim.citation
      ) { step in isAbout(step) && made(step)?.proofs.isEmpty == true }
    }
    guard claim.inTime != nil else { return proof }
    return proof + [
      refusal(
        "grant \(claim.id) made too late",
        Localized(nl: "\(title.nl) toekennen, te laat ingediend", en: "granting \(title.en), made too late"),
        at: ["claims", claim.id, "in-time"], claim.citation
      ) { step in
        guard isAbout(step), let before = step.before, let claimed = made(step) else { return false }
        return before.lastDay(ofClaiming: claim, at: before.traject.gesprek(deciding: claimed)).map {
          claimed.on > $0
        } ?? false
      }
    ]
  }

  private var goalRecords: [CoverageItem] {
    (goals?.parts ?? []).filter(\.isRequired).map { part in
      refusal(
        "goal without \(part.id)",
        Localized(nl: "een doel zonder \(part.title.nl)", en: "a goal without \(part.title.en)"),
        at: ["goals", "parts", part.id], part.citation
      ) { step in step.verb == "goal" && step.missing.contains { $0.what == part.title } }
    }
  }

  private var extensionRecords: [CoverageItem] {
    guard let extensions else { return [] }
    let off = extensions.when.map { condition in
      refusal(
        "extend while off",
        Localized(nl: "verlengen waar dat niet mag", en: "extending where that is off"),
        at: ["extension", "when"], extensions.citation
      ) { step in
        step.isRefused("extend")
          && step.before.map { !$0.traject.holds(condition, $0.rulebook) } ?? false
      }
    }
    let far = extensions.atMost.map { span in
      refusal(
        "extend too far", Localized(nl: "verlengen tot te ver weg", en: "extending too far"),
        at: ["extension", "at-most"], extensions.citation
      ) { step in
        guard step.isRefused("extend"), let before = step.before,
          let until = step.arguments["until"].flatMap({ Day.dutch($0) })
        else { return false }
        return until > before.rulebook.day(span, after: before.rulebook.timeline.end)
      }
    }
    return [off, far].compactMap(\.self)
  }
}

extension Traject {
  /// Whether a document was handed in, the occurrence that is named or any of them.
  fileprivate func isHandedIn(_ document: String, _ name: String?) -> Bool {
    let occurrence = name.flatMap { ItemKey($0)?.occurrence }
    return documents.contains { text, record in
      guard let key = ItemKey(text), key.id == document else { return false }
      return (occurrence == nil || key.occurrence == occurrence) && !record.submissions.isEmpty
    }
  }
}

extension Opening {
  /// The step on which it follows, without which it cannot be done.
  var earlierStep: Requirement? {
    switch self {
    case .after(let requirement), .without(let requirement, _), .withResult(let requirement, _, _):
      requirement
    case .start, .week, .with, .phase, .set, .itsWeek, .startOfItsPeriod, .runsOut: nil
    }
  }
}
