import CyclusCore
import Testing

/// Moments as people write them: the date as anywhere else, the time with or without a nought in front.
@Suite struct WrittenMomentTests {
  @Test(arguments: [
    "2-3-2026 9:00", "02-03-2026 09:00", "2026-03-02 09:00", "2026-03-02T09:00", "2-3-2026 9:00:00",
  ])
  func aMomentIsReadInDutchOrder(_ text: String) {
    #expect(LocalMoment.dutch(text)?.description == "2026-03-02 09:00")
  }

  @Test(arguments: [
    "2/3/2026 9:00", "2-3-26 9:00", "2-3-2026", "2-3-2026 9", "2-3-2026 24:00", "2-3-2026 9:60",
    "2-3-2026 9:0",
    "31-2-2026 9:00", "2-3-2026 9:00:30", "2-3-2026 +9:00", "2-3-2026 9:00 uur", "",
  ])
  func whatCanBeReadInTwoWaysOrNotAtAllIsNoMoment(_ text: String) {
    #expect(LocalMoment.dutch(text) == nil)
  }
}
