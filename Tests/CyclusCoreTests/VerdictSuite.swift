@testable import CyclusCore

/// A suite about verdicts and feedback: a verdict with all its parts, or with one left out.
protocol VerdictSuite {}

extension VerdictSuite {
  var climate: String { "positief-leerklimaat" }

  func verdict(
    _ outcome: String = "positief-leerklimaat", at gesprek: String = "eindbeoordeling",
    _ verdict: String = "voldaan",
    leavingOut part: String = "", parts: [String] = ["trust"]
  ) -> Command {
    .assess(
      .init(
        outcome: outcome, gesprek: gesprek, verdict: verdict, example: part == "example" ? nil : text(1),
        why: part == "why" ? nil : text(2), nextStep: part == "next step" ? nil : text(3), parts: parts))
  }
}
