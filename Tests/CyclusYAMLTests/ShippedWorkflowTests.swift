import CyclusCore
import CyclusYAML
import Testing

@Suite struct ShippedWorkflowTests {
  let workflow: Workflow

  init() throws { workflow = try #require(try Examples.shipped().workflow) }

  @Test func theShippedWorkflowHasNoErrorsAndNoWarnings() throws {
    let findings = try Examples.shipped().findings.filter { $0.severity != .note }
    #expect(findings.map(\.message.en) == [])
  }

  @Test func theNameVersionAndLeaderAreThoseOfTheFile() {
    #expect(workflow.id == "han-wpl2-lj2")
    #expect(workflow.version == "2025-2026.1")
    #expect(workflow.leader == "instituutsopleider")
    #expect(workflow.title.en == "Workplace learning 2, year 2 (full-time)")
  }

  @Test func everySectionIsReadWhole() {
    #expect(workflow.roles.count == 9)
    #expect(workflow.corners.count == 3)
    #expect(
      workflow.parameters.map(\.id) == [
        "houding-jaar-1", "regio", "start-blok-2", "oordeel-door", "open-uit-jaar-1",
        "leeruitkomsten-latere-jaren", "vak", "pilot", "nask-dit-jaar", "wi-dit-jaar", "duo", "verlenging",
      ])
    #expect(workflow.outcomes.count == 33)
    #expect(workflow.units.count == 9)
    #expect(workflow.gesprekken.count == 5)
    #expect(workflow.documents.count == 5)
    #expect(workflow.approvals.count == 2)
    #expect(workflow.tasks.count == 16)
    #expect(workflow.counters.count == 2)
    #expect(workflow.phases.count == 8)
    #expect(workflow.blocks.count == 2)
    #expect(workflow.escalations.count == 5)
  }

  @Test func aRoleIsKnownByItsShortName() throws {
    let role = try #require(workflow.role("wpb"))
    #expect(role.id == "werkplekbegeleider")
    #expect(role.place == .workplace)
    #expect(role.citation == Citation(rules: ["HAN-01"], assumed: ["required"]))
  }

  @Test func theTimelineIsTwoBlocksWithABreakBetweenThem() {
    #expect(workflow.timeline.map(\.part.kind) == [.block, .pause, .block])
    #expect(workflow.timeline.map(\.part.weeks) == [8, 2, 8])
    #expect(workflow.timeline.map(\.startParameter) == [nil, nil, "start-blok-2"])
    #expect(workflow.placementDays == [.monday, .tuesday])
  }

  @Test func aFreePeriodOfTwoRegionsCountsForEach() {
    #expect(workflow.freeDays.count == 15)
    #expect(workflow.freeDays.prefix(3).map(\.region) == ["zuid", "midden", "noord"])
    #expect(workflow.freeDays.first { $0.name == "Tweede paasdag" }?.to == Day("2026-04-06"))
    #expect(workflow.regionParameter == "regio")
  }

  @Test func theStartgesprekAsksThreeCornersAndThreeFieldsOnRecord() throws {
    let gesprek = try #require(workflow.gesprek("startgesprek"))
    #expect(gesprek.present == [.corner("student"), .corner("workplace"), .corner("institute")])
    #expect(gesprek.opens == .week(3))
    #expect(gesprek.due == .endOfWeek(4))
    #expect(gesprek.record.map(\.kind) == [.eachOutcome, .yes, .yes])
    #expect(gesprek.record.map(\.isRequired) == [true, true, true])
    #expect(gesprek.closeDue == .after(Span(1, .weeks), Requirement("startgesprek", .held)))
    #expect(gesprek.route == "gesprek-blijft-uit")
  }

  @Test func theBegeleidingsgesprekRecursEveryTeachingWeek() throws {
    let gesprek = try #require(workflow.gesprek("begeleidingsgesprek"))
    #expect(gesprek.opens == .itsWeek)
    #expect(gesprek.due == .endOfItsWeek)
    #expect(
      gesprek.each
        == Recurrence([.init(.weeks(first: 1, last: 16))], missedInARow: 3, opensTask: "contact-begeleiding"))
  }

  @Test func judgingInTheEndIsFinalAndAsksVerdicts() throws {
    let middle = try #require(workflow.gesprek("tussenevaluatie")?.judging)
    let end = try #require(workflow.gesprek("eindbeoordeling")?.judging)
    #expect(middle.summative == .feedbackOrVerdict && !middle.isFinal && middle.formative)
    #expect(end.summative == .verdict && end.isFinal)
    #expect(end.waitsAtMost == Span(7, .days))
    #expect(end.mark == "without-self-reflection")
  }

  @Test func theSelfReflectionIsDueBeforeEachOfTwoGesprekken() throws {
    let document = try #require(workflow.document("zelfreflectie"))
    #expect(document.forEach == ["tussenevaluatie", "eindbeoordeling"])
    #expect(document.opens == .with(.its))
    #expect(document.due == .before(Span(1, .weeks), .its))
  }

  @Test func sharingTheDecisionIsDoneOncePerResultByItsConfirmer() throws {
    let task = try #require(workflow.task("beslissing-gedeeld"))
    #expect(task.forEachUnit && task.forEachOutcome && task.forEach.isEmpty)
    #expect(task.by == ["confirmer"])
    #expect(task.opens == .after(Requirement("result", .confirmed)))
  }

  @Test func theAttitudeOfYearOneBlocksOnEntry() throws {
    let block = try #require(workflow.block("professionele-houding"))
    #expect(block.onEntry == .parameter("houding-jaar-1", is: "niet-behaald"))
    #expect(block.liftNeeds == [Requirement("houding-alsnog-behaald", .done)])
    #expect(block.suspends)
  }

  @Test func endingEarlyHasReasonsWithTheirOwnTermAndBlock() throws {
    let (route, reason) = try #require(workflow.escalation(reason: "onveilig"))
    #expect(route.id == "voortijdig-beeindigen")
    #expect(reason.sets == "onveilige-situatie")
    #expect(reason.within == Span(0, .days))
    #expect(route.needs == [.plan])
    #expect(route.outcomes.last?.effect == .permitsTermination)
  }

  @Test func theLadderEndsAtTheRouteOfTheObligation() {
    #expect(workflow.ladder.rungs.map(\.to) == [.actor, .role("instituutsopleider"), .route])
    #expect(workflow.ladder.rungs.map(\.after) == [Span(0, .days), Span(7, .days), Span(14, .days)])
    #expect(workflow.ladder.citation.assumed == ["all"])
  }
}
