extension Workflow {
  /// How many people can have a role at once: as many as some gesprek wants different ones of, `docent 2 different`.
  public func places(of role: String) -> Int {
    let counts = gesprekken.flatMap(\.present).map { presence in
      if case .role(role, let count) = presence { count } else { 1 }
    }
    return max(1, counts.max() ?? 1)
  }
}
