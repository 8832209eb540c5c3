import CyclusCore

extension Session {
  /// The status of a traject in a word, as people read it.
  func word(_ status: Traject.Status) -> String {
    switch status {
    case .active: text("actief", "active")
    case .blocked: text("geblokkeerd", "blocked")
    case .paused: text("gepauzeerd", "paused")
    case .completed: text("voltooid", "completed")
    case .terminated: text("beëindigd", "terminated")
    }
  }
}
