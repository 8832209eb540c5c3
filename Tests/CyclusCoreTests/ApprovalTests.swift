import Testing

@testable import CyclusCore

@Suite struct ApprovalTests {
  private let didactic = "goedkeuring-didactisch"
  private let pedagogic = "goedkeuring-pedagogisch"

  // HAN-26 opens
  @Test func afterTheStartgesprekTheReportIsOwedInAWeek() {
    let report = given(.startgesprek).obligation("verslag-startgesprek.submitted")
    #expect(
      report?.opens == day("2026-02-27") && report?.due == day("2026-03-06") && report?.role == "student")
  }

  // HAN-26 opens
  @Test func handingInTheReportAsksForTwoApprovalsOfTheWerkplekbegeleider() {
    let traject = given(.report)
    for key in ["\(didactic).approved", "\(pedagogic).approved"] {
      let approval = traject.obligation(key)
      #expect(approval?.opens == day("2026-03-03") && approval?.due == day("2026-03-10"))
      #expect(approval?.role == "werkplekbegeleider" && approval?.isBlocking == true)
    }
  }

  // HAN-26 refuses
  // GEN-09 refuses
  @Test func approvingBeforeTheReportIsRefused() {
    given(.startgesprek).when("wpb", on: "2026-03-02", .approve(approval: didactic))
      .refusesOnly("verslag-startgesprek.submitted")
    given(.startgesprek).when("wpb", on: "2026-03-02", .reject(didactic)).refusesOnly(
      "verslag-startgesprek.submitted")
  }

  // HAN-26 refuses
  @Test func approvingBeforeTheDayOfTheReportNamesThatDay() {
    given(.report).when("wpb", on: "2026-03-02", today: "2026-03-05", .approve(approval: didactic)).refuses(
      "di 3 mrt 2026")
  }

  // HAN-26 refuses
  @Test func approvingTwiceIsRefused() {
    given(.approvals).when("wpb", on: "2026-03-06", .approve(approval: didactic)).refuses(
      "is al gedaan op do 5 mrt 2026")
    given(.approvals).when("wpb", on: "2026-03-06", .reject(didactic)).refuses(
      "is al gedaan op do 5 mrt 2026")
  }

  // HAN-26 refuses
  @Test func begeleidingIsNotLeftWithOneApproval() {
    given(.report, by("wpb", "2026-03-05", .approve(approval: pedagogic)))
      .when("io", on: "2026-03-05", .advance()).refusesOnly("\(didactic).approved")
  }

  // HAN-26 allows
  @Test func withBothApprovalsBegeleidingIsLeft() {
    #expect(given(.approvals).state.phase == "tussenevaluatie")
  }

  private let rejected =
    Stretch.report
    + Stretch(acts: [
      by("wpb", "2026-03-05", .approve(approval: "goedkeuring-pedagogisch")),
      by("wpb", "2026-03-06", .reject("goedkeuring-didactisch")),
    ])

  // HAN-26 opens
  @Test func aRejectionAsksForTheReportAgainInAWeek() {
    let traject = given(rejected)
    let report = traject.obligation("verslag-startgesprek#2.submitted")
    #expect(report?.opens == day("2026-03-06") && report?.due == day("2026-03-13"))
    #expect(traject.obligation("\(didactic).approved")?.met == day("2026-03-06"))
    #expect(traject.obligation("\(didactic).approved")?.opens == day("2026-03-03"))
    #expect(traject.obligation("\(didactic)#2.approved")?.opens == nil)
  }

  // HAN-26 refuses
  @Test func afterARejectionTheNewReportComesFirst() {
    given(rejected).when("wpb", on: "2026-03-09", .approve(approval: didactic))
      .refusesOnly("verslag-startgesprek#2.submitted")
    given(rejected).when("io", on: "2026-03-09", .advance())
      .refusesOnly("verslag-startgesprek#2.submitted", "\(didactic)#2.approved")
    given(rejected).when("student", on: "2026-03-05", today: "2026-03-09", .submit("verslag-startgesprek"))
      .refuses("vr 6 mrt 2026")
  }

  // HAN-26 allows
  @Test func theApprovalThatWasGrantedStands() {
    let traject = given(rejected, by("student", "2026-03-10", .submit("verslag-startgesprek")))
    #expect(traject.obligation("\(pedagogic).approved")?.met == day("2026-03-05"))
    #expect(traject.obligation("\(didactic)#2.approved")?.due == day("2026-03-17"))
    let approved = traject.when("wpb", on: "2026-03-11", .approve(approval: didactic)).then("approved")
    #expect(approved.log.last?.event.data["approval"] == "goedkeuring-didactisch#2")
    approved.when("io", on: "2026-03-11", .advance()).then("advanced")
  }

  // HAN-26 allows
  @Test func twoRejectionsOfOneVersionAskForOneNewVersion() {
    let asked = given(
      .report, by("wpb", "2026-03-05", .reject(pedagogic)), by("wpb", "2026-03-06", .reject(didactic)))
    #expect(asked.obligation("verslag-startgesprek#2.submitted")?.opens == day("2026-03-05"))
    let traject = given(
      .report, by("wpb", "2026-03-05", .reject(pedagogic)), by("wpb", "2026-03-06", .reject(didactic)),
      by("student", "2026-03-09", .submit("verslag-startgesprek")))
    #expect(traject.obligation("\(pedagogic)#2.approved")?.opens == day("2026-03-09"))
    #expect(traject.obligation("\(didactic)#2.approved")?.opens == day("2026-03-09"))
    #expect(traject.state.documents["verslag-startgesprek"]?.round == 2)
  }

  // HAN-26 allows
  @Test func aSecondRejectionAsksForAThirdVersion() {
    let traject = given(
      rejected, by("student", "2026-03-10", .submit("verslag-startgesprek")),
      by("wpb", "2026-03-11", .reject(didactic)))
    #expect(traject.obligation("verslag-startgesprek#3.submitted")?.due == day("2026-03-18"))
    #expect(traject.obligation("verslag-startgesprek#2.submitted")?.met == day("2026-03-10"))
    traject.when("student", on: "2026-03-12", .submit("verslag-startgesprek")).then("submitted")
      .when("wpb", on: "2026-03-12", .approve(approval: "\(didactic)#3")).then("approved")
  }

  // HAN-26 refuses
  @Test func anAskingThatIsNotOpenIsRefused() {
    given(.report).when("wpb", on: "2026-03-05", .approve(approval: "\(didactic)#2")).refuses(
      "nu gevraagd is \(didactic)")
    given(.report).when("student", on: "2026-03-05", .submit("verslag-startgesprek#2")).refuses(
      "nu gevraagd is verslag-startgesprek")
    given(.report).when("wpb", on: "2026-03-05", .approve(approval: "goedkeuring-didaktisch")).refuses(
      "bedoelt u \(didactic)?")
  }
}
