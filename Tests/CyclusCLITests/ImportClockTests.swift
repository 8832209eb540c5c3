import CyclusCLI
import CyclusCore
import Foundation
import Synchronization
import Testing

/// An import under a real clock, which goes on while the file is read.
@Suite struct ImportClockTests {
  /// A clock that is a second later each time it is read.
  private final class TickingClock: Sendable {
    private let seconds = Mutex<Int64>(0)

    func next() -> Instant {
      seconds.withLock { seconds in
        seconds += 1
        return Instant(milliseconds: 1_770_000_000_000 + seconds * 1000)
      }
    }
  }

  // GEN-02 stores
  @Test func nothingIsRecordedBeforeWhatStandsAboveIt() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("clock-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let cohort = try #require(TextFile.read(TranscriptStage.transcripts + "/Given/cohort.csv"))
    try Data(cohort).write(to: folder.appendingPathComponent("cohort.csv"))
    let clock = TickingClock()
    let variables = ["CYCLUS_DB": folder.appendingPathComponent("a.db").path, "HOME": folder.path]
    func answer(_ arguments: [String]) -> (text: String, code: Int32) {
      let recording = ConsoleRecording()
      let surroundings = Surroundings(
        variables: variables, account: TranscriptStage.account, now: { clock.next() })
      let code = CyclusMain.run(arguments, surroundings, recording.console(width: 80, isTerminal: false))
      return (recording.out + recording.err, code)
    }
    #expect(answer(["init"]).code == 0)
    #expect(answer(["import", folder.appendingPathComponent("cohort.csv").path]).code == 0)
    let verified = answer(["verify"])
    #expect(verified.code == 0 && !verified.text.contains("liep"), "\(verified.text)")
  }
}
