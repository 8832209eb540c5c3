import CyclusCore

// Claims as `show` gives them, where the workflow knows them.
extension TrajectView {
  /// The claims for scripts; nothing where the workflow knows none.
  func claims() throws -> JSONValue? {
    guard !rulebook.workflow.claims.isEmpty else { return nil }
    return .array(try state.claims.map { try json($0) })
  }

  private func json(_ claim: Traject.Claim) throws -> JSONValue {
    .object([
      "claim": .string(claim.id), "kind": .string(claim.kind), "about": JSONValue(claim.about),
      "gesprek": .string(state.gesprek(deciding: claim).description), "claimed_on": JSONValue(claim.on),
      "by": JSONValue(claim.by.person),
      "proofs": .array(
        try claim.proofs.map { proof in
          [
            "given_on": JSONValue(proof.on), "document": JSONValue(proof.document),
            "text": JSONValue(try proof.reference.flatMap { try session.store(.read).text($0) }),
          ]
        }),
      "state": .string(claim.result?.rawValue ?? "open"), "decided_on": JSONValue(claim.decided),
      "deferred_on": JSONValue(claim.deferred),
    ])
  }

  /// The claims with what became of them; nothing where there are none.
  func writeClaims() {
    guard !state.claims.isEmpty else { return }
    let console = session.console
    console.out()
    console.out(console.styled(session.text("Claims", "Claims"), .bold))
    var table = TextTable([
      .init("", minimum: 3),
      .init(session.text("wat", "what"), minimum: 12, wraps: true),
      .init(session.text("bewijs", "proof"), minimum: 6),
      .init(session.text("bij", "at"), minimum: 12, wraps: true),
      .init(session.text("stand", "state"), minimum: 8, wraps: true),
    ])
    let text = EventText(session: session, workflow: rulebook.workflow)
    for claim in state.claims {
      table.append([
        TextTable.Cell(claim.id),
        TextTable.Cell(
          rulebook.workflow.text(of: claim.kind, session) + (claim.about.map { " (\($0))" } ?? "")),
        TextTable.Cell(claim.proofs.isEmpty ? session.text("geen", "none") : String(claim.proofs.count)),
        TextTable.Cell(text.title(state.gesprek(deciding: claim))), TextTable.Cell(stand(claim)),
      ])
    }
    console.out(table.rendered(for: console).lines)
  }

  private func stand(_ claim: Traject.Claim) -> String {
    if let result = claim.result, let day = claim.decided.map(session.short) {
      switch result {
      case .granted: return session.text("toegekend \(day)", "granted \(day)")
      case .refused: return session.text("afgewezen \(day)", "refused \(day)")
      }
    }
    guard let day = claim.deferred.map(session.short) else { return session.text("open", "open") }
    return session.text("open, doorgeschoven \(day)", "open, left over \(day)")
  }
}
