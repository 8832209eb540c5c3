import CyclusCore
import Testing

@testable import CyclusStore

/// What a made-up cohort looks like to somebody who knows the practice.
@Suite struct SimulatedBehaviourTests {
  /// A cohort that began in the autumn, half of it on a Sunday.
  private static func play(students: Int, _ settings: [SimulationSettings.Key: Double] = [:]) throws
    -> StoreScenario
  {
    let scenario = try StoreScenario()
    let intakes = ["2025-09-01", "2025-11-30"].map {
      SimulationSettings.Intake(day: StoreScenario.day($0), share: 1)
    }
    _ = try Simulator(
      scenario.store, Simulation(seed: 7, settings: SimulationSettings(settings, intakes: intakes)),
      workflow: scenario.published, students: students, today: StoreScenario.day("2026-06-15"),
      account: "vogelaar"
    ).run()
    return scenario
  }

  private static func isHoliday(_ day: Day) -> Bool {
    switch (day.month, day.dayOfMonth) {
    case (12, 22...), (1, 1...2), (7, 18...), (8, 1...23): true
    default: false
    }
  }

  // Contract, simulate: nobody acts when there is nobody
  @Test func everyActOfAPersonFallsOnAWorkingDay() throws {
    let scenario = try Self.play(students: 10, [.parameterSet: 0, .enteredLate: 0.9, .forgotten: 0.1])
    var acts = 0
    for traject in try scenario.store.loggedTrajecten() {
      let days = try scenario.store.current(traject).1.workingDays
      for event in try scenario.store.events(of: traject) where event.actor.person != nil {
        acts += 1
        for day in [event.happened, event.recorded.dutchDay] {
          #expect(
            days.isWorking(day) && !Self.isHoliday(day),
            "T\(traject) #\(event.seq) \(event.event.type) \(day)")
        }
      }
    }
    #expect(acts > 300)
  }

  // Contract, simulate: what the workflow warns about as long as it is open is mostly given
  @Test func nearlyEverybodyHasASubjectAndItsChoices() throws {
    let workflow = try StoreScenario().workflow
    let simulation = Simulation(seed: 7, settings: SimulationSettings())
    let all = (1...300).map { simulation.parameters(workflow, student: $0) { _ in nil } }
    #expect(all.count { $0["vak"] != nil } > 270)
    let (mathematics, science) = (all.filter { $0["vak"] == "WI" }, all.filter { $0["vak"] == "NA/SK" })
    #expect(mathematics.count > 15 && science.count > 15)
    #expect(mathematics.count { $0["wi-dit-jaar"] == nil } * 5 < mathematics.count)
    #expect(science.count { $0["nask-dit-jaar"] == nil } * 5 < science.count)
  }

  // 40 to 50 lessons, as HAN-07 has it
  @Test func whoCompletesHasGivenTheLessonsThatAreExpected() throws {
    let scenario = try Self.play(students: 16, [.corrected: 0])
    var lessons: [Int] = []
    for traject in try scenario.store.loggedTrajecten() {
      let state = try scenario.store.current(traject).0
      if state.status == .completed { lessons.append(state.counters["lessen", default: 0]) }
    }
    #expect(lessons.count > 3)
    #expect(lessons.allSatisfy { $0 <= 50 }, "\(lessons)")
    #expect(lessons.count { $0 < 40 } * 8 <= lessons.count, "\(lessons)")
  }

  // how the recorder knows, as GEN-11 asks
  @Test func theInstituteRecordsWhatItDidAndHearsTheRest() throws {
    let scenario = try Self.play(students: 4)
    var sources: [String: Set<Source?>] = [:]
    for traject in try scenario.store.loggedTrajecten() {
      for event in try scenario.store.events(of: traject) where event.actor.person != nil {
        sources[event.actor.role ?? "", default: []].insert(event.source)
      }
    }
    #expect(sources["instituutsopleider"] == [.present])
    #expect(sources["student"] == [.form, .mail, .phone])
    #expect(sources["werkplekbegeleider"] == [.form, .mail, .phone])
  }

  // Contract, simulate: texts that can be told apart
  @Test func theTextsOfGoalsAndAgreementsDiffer() throws {
    let scenario = try Self.play(students: 24, [.goal: 1, .agreement: 1])
    let goals = try scenario.store.connection.prepare(
      """
      SELECT count(*), count(DISTINCT text.content) FROM event, json_each(event.data, '$.parts') AS part
      JOIN text ON text.id = CAST(substr(part.value, 2) AS INTEGER) WHERE event.type = 'goal_set' GROUP BY event.seq
      """
    ).all { (all: try $0.int(0), different: try $0.int(1)) }
    #expect(goals.count > 5)
    #expect(goals.allSatisfy { $0.all == 3 && $0.different == 3 })
    let dropped = try scenario.store.connection.prepare(
      """
      SELECT text.content FROM event JOIN text ON text.id = CAST(substr(event.data ->> '$.why', 2) AS INTEGER)
      WHERE event.type = 'agreement_settled' AND event.data ->> '$.status' = 'dropped'
      """
    ).all { try $0.text(0) }
    #expect(dropped.count > 2)
    #expect(Set(dropped).count > 1)
  }
}
