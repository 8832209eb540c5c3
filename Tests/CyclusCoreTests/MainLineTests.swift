import Testing

@testable import CyclusCore

@Suite struct MainLineTests {
  // HAN-37 allows
  @Test func aTrajectInWhichEverythingIsDoneCompletes() {
    let traject = given(.shared).when("io", on: "2026-06-24", .advance()).then("completed")
    #expect(traject.state.status == .completed)
  }
}
