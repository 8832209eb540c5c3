import CyclusCore
import CyclusYAML
import Testing

@Suite struct StructureTests {
  // GEN-15 refuses
  @Test(arguments: [
    "ziek", "langdurig-ziek", "Ziekteverzuim", "ziekmelding", "burn-out", "burn out", "Burnout", "depressie",
    "adhd",
    "autisme", "dyslexie", "zwanger", "zwangerschap", "medisch", "medical reasons", "handicap",
    "neurodiversiteit",
    "neurodivers", "sick leave", "mental health", "depression", "student is ill", "gezondheidsklachten",
  ])
  func aWordAboutHealthIsFound(text: String) {
    #expect(HealthCode.word(in: text) != nil)
  }

  // GEN-15 allows
  @Test(arguments: [
    "muziekles", "still waiting", "skills", "persoonlijk", "mismatch", "stagnatie", "onveilig",
    "gezondheidszorg",
    "assessment", "burn down", "added", "klassiek", "fysieke afstand", "healthcare", "brandend",
    "verziekte sfeer",
  ])
  func anOrdinaryWordIsNoWordAboutHealth(text: String) {
    #expect(HealthCode.word(in: text) == nil)
  }

  // GEN-15 refuses
  @Test(arguments: [
    "counters:\n  ziektedagen: {rule: HAN-07}\n",
    "documents:\n  ziekmelding: {by: student, opens: at the start, rule: HAN-26}\n",
    "tasks:\n  dyslexie-gemeld: {by: student, opens: at the start, rule: HAN-26}\n",
    "parameters:\n  opgave: {one-of: [geen, adhd], rule: HAN-10}\n",
    "blocks:\n  langdurig-ziek: {set-by: begeleider, lift: begeleider, rule: HAN-10}\n",
  ])
  func aFileWithACodeAboutHealthIsRefused(section: String) {
    let result = WorkflowFile.load(Examples.small(section), name: "x")
    #expect(result.findings.map(\.rule) == ["HealthCode"])
    #expect(result.workflow == nil)
  }

  @Test func aRoleOfWhichNothingIsAskedIsOnlyANote() {
    let text = Examples.small().replacing(
      "gesprekken:", with: "  - {block: b, weeks: 1, rule: A-1}\ngesprekken:"
    )
    .replacing("timeline:", with: "  slber: {at: institute, rule: HAN-01}\ntimeline:")
    let result = WorkflowFile.load(text, name: "x")
    #expect(result.findings.map(\.rule) == ["NeverNeeded"])
    #expect(result.workflow != nil)
  }

  @Test func aMisspeltSectionDoesNotMakeEveryNameOfItUnknown() {
    let text = Examples.small().replacing("roles:", with: "rolles:")
    #expect(Examples.rules(text) == ["UnknownKey"])
  }

  @Test func confirmerIsARoleOnlyInATaskForEachUnit() {
    let task = "tasks:\n  delen: {by: confirmer, opens: at the start, rule: HAN-37}\n"
    #expect(Examples.rules(Examples.small(task)) == ["UnknownName"])
    #expect(Examples.rules(Examples.small(task.replacing("opens", with: "for-each: unit, opens"))) == [])
  }

  @Test func openingWithAGesprekThatWaitsForItIsACircle() {
    let text = Examples.small("documents:\n  plan: {by: student, opens: with startgesprek, rule: HAN-24}\n")
      .replacing("opens: week 1", with: "opens: after plan submitted")
    #expect(Examples.rules(text) == ["WaitsForItself"])
  }

  @Test func anApprovalWaitsForTheDocumentThatAsksForIt() {
    let text = Examples.small(
      """
      documents:
        plan: {by: student, opens: after akkoord approved, rule: HAN-24}
      approvals:
        akkoord: {asked-by: plan, by: begeleider, rule: HAN-26}

      """)
    #expect(Examples.rules(text) == ["WaitsForItself"])
  }

  @Test func aFormativeOutcomeIsNeverAssessed() {
    let text = Examples.small("outcomes:\n  ict: {kind: formative, judge: begeleider, rule: HAN-18}\n")
    #expect(Examples.rules(text.replacing("startgesprek closed", with: "ict assessed")) == ["StepOfItem"])
    #expect(Examples.rules(text.replacing("startgesprek closed", with: "ict feedback")) == [])
  }

  @Test func theNearestNameAllowsSwappedAndMissingLettersOnly() {
    let names = ["startgesprek", "tussenevaluatie", "eindbeoordeling"]
    #expect(NearestName.of("startgesrpek", among: names) == "startgesprek")
    #expect(NearestName.of("tussen", among: names) == "tussenevaluatie")
    #expect(NearestName.of("kennismaking", among: names) == nil)
    #expect(NearestName.of("lievelingskleur", among: ["werkplekbegeleider_naam", "opleiding"]) == nil)
    #expect(NearestName.of("studentnumer", among: ["student", "studentnummer"]) == "studentnummer")
    #expect(NearestName.of("sollicitatie", among: ["so", "io"]) == nil)
    #expect(NearestName.of(String(repeating: "x", count: 10_000_000), among: names) == nil)
    #expect(NearestName.slips(from: "ab", to: "ba") == 1)
  }
}
