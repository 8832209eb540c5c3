import CyclusCore
import Testing

@testable import CyclusStore

// What the people of a simulation would do, through the write path of every command: the verbs that nobody is asked for
// are among it, such as a dispute, a pause, a goal and an extension.
extension StoreHistory {
  private static let simulation = Simulation(
    seed: 11,
    settings: SimulationSettings([
      .insufficient: 0.5, .disputed: 0.6, .extended: 0.6, .pause: 0.4, .unsafe: 0.3, .escalated: 0.4,
      .waived: 0.5, .snoozed: 0.5, .handedOver: 0.5, .standIn: 0.5, .parameterSet: 0.5, .otherSchool: 0.4,
      .cancelled: 0.2, .agreement: 0.7, .goal: 0.7, .noted: 0.5, .endedEarly: 0.1,
    ]))

  /// Tries everything that is done on the day.
  mutating func play() throws {
    let (state, rulebook) = try scenario.store.current(traject)
    let acts = Self.simulation.acts(Standing(state, rulebook), after: played, on: today)
    played = today
    for act in acts {
      guard let make = act.command else { continue }
      var recording = StoreScenario.recording(act.actor, on: today.description)
      recording.happened = act.happened
      do {
        _ = try scenario.store.perform(traject, recording) { _, _, desk in
          guard let command = try make(surroundings(desk)) else { throw Idle() }
          return command
        }
        accepted += 1
      } catch is Refusal { refused += 1 } catch is Idle {}
    }
  }

  private struct Idle: Error {}

  private func surroundings(_ desk: TextDesk) -> Simulation.Surroundings {
    Simulation.Surroundings(
      text: { try desk.reference($0) },
      colleague: { _, random in random.one(of: scenario.people.values.sorted()) },
      school: { _ in try? desk.school("Mavo De Eik", code: nil) })
  }

  /// Takes out the start of a traject in which nobody has acted yet.
  static func takeOutStart(of traject: Int, _ scenario: StoreScenario) throws {
    let actor = Actor(person: scenario.people["SPEC"], role: nil)
    _ = try scenario.store.correct(traject, StoreScenario.recording(actor)) { _, log, desk in
      Event.Corrected(
        event: log.first?.seq ?? 0, why: try desk.reference("verkeerde student"), data: nil, happened: nil)
    }
  }
}
