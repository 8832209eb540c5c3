import Testing

@testable import CyclusCore

/// How the rarer steps and beginnings of a date are told.
@Suite struct WhyDateWordsTests {
  private let workflow = Scenario.workflow
  private let from = day("2026-03-02")
  private let to = day("2026-03-06")

  private func told(_ step: DueStep, event: Int? = nil) -> Localized {
    DueAccount.Line(step: step, event: event).words(workflow)
  }

  @Test func whatKeepsADateWhereItIsIsTold() {
    let startgesprek: ItemKey = ItemKey("startgesprek")
    let bounds: [(DueBound, String, String)] = [
      (.opening, "niet voor de dag waarop het kan", "not before the day on which it can be done"),
      (.period, "niet buiten zijn periode", "not outside its period"),
      (.gesprek(startgesprek), "niet na: Startgesprek", "not after: Start talk"),
      (.endOfPeriod, "niet na het einde van zijn periode", "not after the end of its period"),
      (
        .lapses(Requirement("startgesprek", .closed)), "vervalt met: Startgesprek afgesloten",
        "lapses with: Start talk closed"
      ),
      (.end, "niet na het einde van het traject", "not after the end of the traject"),
      (
        .clock, "niet vroeger dan eerst, en niet voor de klok weer liep",
        "not earlier than at first, and not before the clock went on"
      ),
    ]
    for (bound, nl, en) in bounds {
      #expect(told(.notBefore(bound, from: from, to: to)) == Localized(nl: nl, en: en))
      #expect(told(.notAfter(bound, from: to, to: from)) == Localized(nl: nl, en: en))
    }
  }

  @Test func theEventInWhichADateStandsIsTold() {
    #expect(
      told(.recorded(nil, .met(event: 7, on: from)), event: 7).nl
        == "zonder datum gedaan in #7 op ma 2 mrt 2026")
    #expect(
      told(.recorded(to, .flagged(on: from)), event: 8).nl
        == "staat zo in #8, dat op ma 2 mrt 2026 meldde dat het te laat is")
    #expect(
      told(.recorded(to, .escalated("E1", on: from)), event: 9).en
        == "stands so in #9, which opened E1 on Mon 2 Mar 2026")
    #expect(
      told(.recorded(to, .agreed("A1", on: from)), event: 4).en == "agreed so as A1 in #4 on Mon 2 Mar 2026")
    #expect(
      told(.recorded(to, .adopted), event: 6).nl
        == "staat zo in #6, waarmee het traject op een andere kalender overging")
  }

  @Test func aBlockThatStoppedTheClockIsTold() {
    let stretch = CyclusCore.Stretch(since: from, until: to, stops: [.pause(.workplace), .block("onveilig")])
    let title = workflow.block("onveilig")?.title.nl ?? "onveilig"
    #expect(
      told(.stoodStill([stretch], from: from, to: from + 4)).nl
        == "de klok stond 4 dagen stil: 2 mrt–5 mrt 2026 (pauze, werkplek en blokkade \(title))")
  }

  @Test func whyAStretchDoesNotMoveADateIsTold() {
    let stretch = CyclusCore.Stretch(since: from, until: to, stops: [.pause(.institute)])
    let reasons: [(DueStay, String, String)] = [
      (.ranLater(to), "deze termijn liep pas vanaf vr 6 mrt 2026", "this term ran from Fri 6 Mar 2026 only"),
      (.passed, "dat begon na deze datum", "that began after this date"),
      (
        .teachingWeek, "dit hoort bij een lesweek, en die blijft staan",
        "this belongs to a teaching week, which stays"
      ),
      (
        .gesprek(ItemKey("startgesprek")), "de datum volgt de dag van: Startgesprek",
        "the date follows the day of: Start talk"
      ),
      (
        .endMoved(to), "het einde is op vr 6 mrt 2026 verplaatst, dus dat telde al mee",
        "the end was moved on Fri 6 Mar 2026, so that counted already"
      ),
    ]
    for (stay, nl, en) in reasons {
      #expect(
        told(.notMoved([stretch], stay, on: to))
          == Localized(
            nl: "schuift niet op met 2 mrt–5 mrt 2026 (pauze, instituut): \(nl)",
            en: "is not moved by 2 Mar–5 Mar 2026 (pause, institute): \(en)"))
    }
  }

  @Test func howABlockBeginsIsTold() {
    func told(_ weeks: Int?) -> Localized {
      self.told(.blockBegins("blok-2", after: weeks, from: from, to: to, skipped: []))
    }
    #expect(told(nil) == Localized(nl: "de eerste week met les", en: "the first week with school"))
    #expect(
      told(0)
        == Localized(
          nl: "blok 2 begint in de eerste lesweek daarna",
          en: "block 2 begins in the first teaching week after that"))
    #expect(told(1).nl == "blok 2 begint na nog 1 week tussen de blokken")
    #expect(told(2).en == "block 2 begins after 2 weeks more between the blocks")
  }

  @Test func aRunOfOneDayIsToldAsADay() {
    let days = [
      SkippedDay(day: day("2026-04-03"), name: Localized(nl: "Goede Vrijdag", en: "Good Friday")),
      SkippedDay(day: day("2026-04-04"), name: Localized(nl: "zaterdag", en: "Saturday")),
      SkippedDay(day: day("2026-04-05"), name: Localized(nl: "zondag", en: "Sunday")),
    ]
    let line = DueAccount.Line(step: .rolled(from: day("2026-04-03"), to: day("2026-04-06"), skipped: days))
    #expect(line.skipped.map(\.nl) == ["vr 3 apr Goede Vrijdag", "za 4 apr–zo 5 apr"])
    #expect(line.skipped.map(\.en) == ["Fri 3 Apr Good Friday", "Sat 4 Apr–Sun 5 Apr"])
  }

  @Test func whereADateBeginsIsTold() {
    let told: [(Localized, String, String)] = [
      (Phrase.movedEnd, "verlengd tot deze dag", "extended to this day"),
      (Phrase.itsOpening, "dag waarop het kan", "day on which it can be done"),
      (Phrase.itsGesprek, "het gesprek waar het bij hoort", "the gesprek that it belongs to"),
      (
        Phrase.notOnTimeline, "de tijdlijn van dit traject heeft die week of periode niet",
        "the timeline of this traject does not have that week or period"
      ),
      (
        Phrase.hasEnded, "niets: het traject is geëindigd, er wordt niets meer gevraagd",
        "nothing: the traject has ended, nothing is asked any more"
      ),
      (
        Phrase.stoodStill, "niets: op die dag stond de klok stil, en daarna wordt het niet meer gevraagd",
        "nothing: the clock stood still on that day, and it is not asked afterwards"
      ),
      (Phrase.monday(ofWeek: 3), "maandag van lesweek 3", "Monday of teaching week 3"),
      (
        Phrase.opening(of: "startgesprek", workflow), "eerste dag voor: Startgesprek",
        "first day for: Start talk"
      ),
      (
        Phrase.runsOut("startgesprek", workflow), "Startgesprek loopt af voor het gesprek",
        "Start talk runs out before the gesprek"
      ),
    ]
    for (words, nl, en) in told { #expect(words == Localized(nl: nl, en: en)) }
  }

  @Test func aPeriodGoesByTheNameThatPeopleGiveIt() {
    func period(_ kind: Recurrence.Period?, _ name: String) -> Rulebook.Period {
      var period = Rulebook.Period(
        name: name, first: day("2026-08-01"), last: day("2027-01-29"), due: day("2027-01-29"))
      period.kind = kind
      return period
    }
    func told(_ kind: Recurrence.Period?, _ name: String) -> String {
      Phrase.period(period(kind, name), workflow).nl
    }
    #expect(told(.schoolYear, "2") == "schooljaar 2026-2027" && told(.placement, "1") == "de plaatsing")
    #expect(told(.week, "w7") == "lesweek 7" && told(.everyWeeks(2), "w7") == "lesweken 7–8")
    #expect(
      told(.block, "b2") == "blok 2" && told(.phase("startgesprek"), "1") == "fase startgesprek, keer 1")
  }
}
