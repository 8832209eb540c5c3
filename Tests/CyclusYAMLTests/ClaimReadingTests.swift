import CyclusCore
import CyclusYAML
import Testing

/// How a file says what can be claimed, and what is wrong with it.
@Suite struct ClaimReadingTests {
  private func file(_ claim: String, _ more: String = "") -> String {
    Examples.small(
      "parameters:\n  kaarten: {some-of: [nederlands, rekenen], rule: A-1}\n"
        + "claims:\n  evc: {\(claim), rule: A-2}\n" + more)
  }
  private let whole = "by: student, for: startgesprek, granted-by: begeleider"

  @Test func everyKeyOfAClaimIsRead() throws {
    let text = file(
      "title: {nl: Elders geleerd, en: Learnt elsewhere}, about: kaarten, needs: [proof], "
        + "in-time: 2 weeks before its gesprek, \(whole)")
    #expect(Examples.rules(text) == [])
    let claim = try #require(WorkflowFile.load(text, name: "x").workflow?.claim("evc"))
    #expect(claim.title.en == "Learnt elsewhere" && claim.by == ["student"] && claim.about == "kaarten")
    #expect(claim.gesprek == "startgesprek" && claim.grantedBy == ["begeleider"] && claim.needs == [.proof])
    #expect(claim.inTime == Span(2, .weeks) && claim.citation.rules == ["A-2"])
  }

  @Test func aClaimHasNoMoreThanItNeeds() throws {
    let claim = try #require(WorkflowFile.load(file(whole), name: "x").workflow?.claim("evc"))
    #expect(claim.about == nil && claim.needs.isEmpty && claim.inTime == nil)
    let onItsDay = file(whole + ", in-time: on the day of its gesprek")
    let span = WorkflowFile.load(onItsDay, name: "x").workflow?.claim("evc")?.inTime
    #expect(span == Span(0, .days))
  }

  @Test(arguments: [
    ("by: studnet, for: startgesprek, granted-by: begeleider", "UnknownName"),
    ("by: student, for: eindgesprek, granted-by: begeleider", "UnknownName"),
    ("by: student, for: startgesprek, granted-by: iemand", "UnknownName"),
    ("by: student, for: startgesprek, granted-by: begeleider, about: kaart", "UnknownName"),
    ("by: student, for: startgesprek, granted-by: begeleider, needs: [bewijs]", "UnknownWord"),
    ("by: student, for: startgesprek, granted-by: begeleider, due: end of week 1", "UnknownKey"),
    ("by: student, for: startgesprek, granted-by: begeleider, in-time: end of week 1", "BadPhrase"),
    (
      "by: student, for: startgesprek, granted-by: begeleider, in-time: on the day of startgesprek",
      "BadPhrase"
    ),
    ("by: student, granted-by: begeleider", "MissingKey"),
    ("by: student, for: startgesprek, granted-by: student", "OwnClaim"),
  ])
  func whatIsWrongWithAClaimIsFound(claim: String, rule: String) {
    #expect(Examples.rules(file(claim)) == [rule])
  }

  @Test func whatAClaimIsAboutHasToBeAChoice() {
    let text = file(whole + ", about: datum").replacing(
      "parameters:\n", with: "parameters:\n  datum: {date: true, rule: A-1}\n")
    #expect(Examples.rules(text) == ["NoChoice"])
  }

  @Test func aClaimSaysWhereItComesFromAndNothingOfHealth() {
    #expect(Examples.rules(file(whole).replacing(", rule: A-2", with: "")) == ["NoRule"])
    #expect(Examples.rules(file(whole).replacing("  evc:", with: "  ziekte:")) == ["HealthCode"])
  }
}
