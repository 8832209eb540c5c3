import CyclusCore

// The events of claims in a sentence.
extension EventText {
  func claim(_ event: Event) throws -> String {
    switch event {
    case .claimed(let claimed): try self.claimed(claimed)
    case .claimGranted(let id, let why): "\(id) " + session.text("toegekend", "granted") + (try quoted(why))
    case .claimRefused(let id, let why): "\(id) " + session.text("afgewezen", "refused") + (try quoted(why))
    case .claimDeferred(let id, let why, let to):
      "\(id) " + session.text("doorgeschoven naar ", "left to ") + title(to) + (try quoted(why))
    default: ""
    }
  }

  private func claimed(_ claimed: Event.Claimed) throws -> String {
    let documents = claimed.proofs.map { proof in ItemKey(proof).map { title($0) } ?? proof }
    let texts = try claimed.references.map { reference in
      let text = try quoted(reference)
      return text.hasPrefix(" — ") ? String(text.dropFirst(3)) : text.trimmed
    }
    let proofs = (documents + texts).joined(separator: ", ")
    guard let subject = claimed.subject else {
      return "\(claimed.id) " + session.text("meer bewijs: ", "more proof: ") + proofs
    }
    return "\(claimed.id) " + session.text("geclaimd: ", "claimed: ")
      + workflow.text(of: subject.kind, session)
      + (subject.about.map { " (\($0))" } ?? "") + session.text(", bij ", ", at ") + title(subject.gesprek)
      + (proofs.isEmpty ? "" : session.text("; rust op ", "; rests on ") + proofs)
  }
}

extension Workflow {
  /// The title of a kind of claim.
  func text(of claim: String, _ session: Session) -> String {
    self.claim(claim).map { session.text($0.title) } ?? claim
  }
}
