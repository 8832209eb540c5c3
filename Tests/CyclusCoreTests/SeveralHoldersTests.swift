import CyclusYAML
import Testing

@testable import CyclusCore

/// Several people in one role: where a gesprek wants different ones, the role has room for them.
@Suite struct SeveralHoldersTests {
  private static let workflow = Written.workflow(
    """
    gesprekken:
      voortgang:
        {by: student, present: [student, opleider 2 different], each: {period: placement, at-least: 2, rule: A-1},
         close: {by: student}, rule: A-1}
    phases:
      - {phase: een, leave-when: [voortgang held], rule: A-1}
    """)

  private func request(_ opleiders: Int...) -> StartRequest {
    var request = Written.request(until: "2026-06-30")
    request.roles =
      [.init(role: "student", person: PersonID(1)), .init(role: "begeleider", person: PersonID(2))]
      + opleiders.map { .init(role: "opleider", person: PersonID($0)) }
    return request
  }

  private func held(_ on: String, _ present: String...) -> Scenario.Act {
    by(
      "P1", on,
      .held(
        Command.Held(
          gesprek: "voortgang",
          present: present.map { text in
            let parts = text.split(separator: "=").map(String.init)
            return Command.Present(role: parts[0], person: parts.count > 1 ? PersonID(parts[1]) : nil)
          })))
  }

  @Test func thereIsRoomForAsManyAsAGesprekWants() {
    #expect(Self.workflow.places(of: "opleider") == 2 && Self.workflow.places(of: "begeleider") == 1)
  }

  @Test func oneOfTwoIsIncompleteAndTheNumberStaysOpen() throws {
    let traject = try Self.workflow.given(request: request(3, 4))
    for present in [["student", "opleider"], ["student", "opleider=P3", "opleider=P3"]] {
      let one = traject.when(
        by(
          "P1", "2026-03-02",
          .held(
            Command.Held(
              gesprek: "voortgang",
              present: present.map { text in
                let parts = text.split(separator: "=").map(String.init)
                return Command.Present(role: parts[0], person: parts.count > 1 ? PersonID(parts[1]) : nil)
              })))
      ).remarks("2 verschillende personen als opleider")
      #expect(one.state.state(ofGesprek: "voortgang@1", one.rulebook) == .incomplete)
      #expect(one.obligation("voortgang@1.held")?.isAsked == true)
    }
    let other = traject.after(held("2026-03-02", "student", "opleider=P3"), held("2026-03-05", "opleider=P4"))
    #expect(other.obligation("voortgang@1.held")?.met != nil)
  }

  @Test func theRoleNamedTwiceMeansBoth() throws {
    let both = try Self.workflow.given(
      held("2026-03-02", "student", "opleider", "opleider"), request: request(3, 4))
    #expect(both.state.gesprekken["voortgang@1"]?.present.map(\.person) == [1, 4, 3].map { PersonID($0) })
    #expect(both.state.gesprekken["voortgang@1"]?.closed != nil)
    // Of a role with one person, naming it twice names that one.
    let one = try Self.workflow.given(
      held("2026-03-02", "student", "opleider", "opleider"), request: request(3))
    #expect(one.state.state(ofGesprek: "voortgang@1", one.rulebook) == .incomplete)
  }

  @Test func thePeopleOfOneRoleDiffer() {
    do {
      _ = try Traject.start(
        request(3, 3), under: Self.workflow, by: Actor(person: PersonID(2), role: nil))
      Issue.record("accepted")
    } catch {
      #expect(error.missing.map(\.message.nl).contains { $0.hasPrefix("P3 staat twee keer als opleider") })
    }
  }

  @Test func assigningAddsWhereThereIsRoom() throws {
    let two = try Self.workflow.given(
      by("begeleider", "2026-02-09", .assign(role: "opleider", person: PersonID(4), since: nil)),
      request: request(3))
    #expect(two.state.holders(of: "opleider", on: day("2026-02-10")) == [PersonID(3), PersonID(4)])
    two.when("begeleider", on: "2026-02-16", .assign(role: "opleider", person: PersonID(3), since: nil))
      .refusesOnly("heeft de rol opleider al")
    two.when("begeleider", on: "2026-02-16", .assign(role: "opleider", person: PersonID(5), since: nil))
      .refusesOnly("P3 en P4 hebben de rol opleider, en er is plaats voor 2: zeg met --beside wie blijft")
    let other = two.when(
      "begeleider", on: "2026-02-16",
      .assign(role: "opleider", person: PersonID(5), since: nil, beside: [PersonID(3)])
    ).then("assigned")
    #expect(other.state.holders(of: "opleider", on: day("2026-02-16")) == [PersonID(3), PersonID(5)])
    #expect(other.state.holders(of: "opleider", on: day("2026-02-15")) == [PersonID(3), PersonID(4)])
    two.when(
      "begeleider", on: "2026-02-16",
      .assign(role: "opleider", person: PersonID(5), since: nil, beside: [PersonID(3), PersonID(4)])
    ).refusesOnly("noem bij --beside hoogstens 1")
  }

  @Test func aRoleOfOnePassesFromOneToTheOther() throws {
    let passed = try Self.workflow.given(
      by("begeleider", "2026-02-09", .assign(role: "begeleider", person: PersonID(6), since: nil)),
      request: request(3, 4))
    #expect(passed.state.holders(of: "begeleider", on: day("2026-02-09")) == [PersonID(6)])
    passed.when(
      "P6", on: "2026-02-16",
      .assign(role: "begeleider", person: PersonID(7), since: nil, beside: [PersonID(6)])
    ).refusesOnly("laat --beside weg")
  }
}
