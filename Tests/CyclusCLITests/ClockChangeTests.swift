import CyclusCLI
import CyclusCore
import Foundation
import Testing

/// The nights in which Dutch clocks change, by the clock of the machine: no `--today`, so the day comes from the instant.
@Suite struct ClockChangeTests {
  /// A practice database with a clock that a test sets.
  private struct Stage {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("night-\(UUID().uuidString)")

    init() throws {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let cohort = try #require(TextFile.read(TranscriptStage.transcripts + "/Given/cohort.csv"))
      try Data(cohort).write(to: folder.appendingPathComponent("cohort.csv"))
      #expect(answer("2026-02-02T09:00:00Z", ["init"]).code == 0)
      #expect(answer("2026-02-02T09:01:00Z", ["import", path("cohort.csv")]).code == 0)
    }

    func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

    /// What a command answers at an instant.
    func answer(_ now: String, _ arguments: [String]) -> (out: String, err: String, code: Int32) {
      let recording = ConsoleRecording()
      let instant = Instant(now)
      let surroundings = Surroundings(
        variables: ["CYCLUS_DB": path("a.db"), "HOME": folder.path, "CYCLUS_LANG": "en"],
        account: TranscriptStage.account, now: { instant ?? Instant(milliseconds: 0) })
      let code = CyclusMain.run(arguments, surroundings, recording.console(width: 80, isTerminal: false))
      return (recording.out, recording.err, code)
    }

    func strike() { try? FileManager.default.removeItem(at: folder) }
  }

  private func agreed(_ stage: Stage, _ due: String, at now: String) {
    let made = stage.answer(
      now,
      [
        "agree", "T1", "--what", "lesplan", "--owner", "student", "--due", due, "--as", "BEUN", "--source",
        "phone",
      ])
    #expect(made.code == 0, "\(made.err)")
  }

  /// The date of an agreement, and what it is at an instant.
  private func told(_ stage: Stage, _ agreement: String = "A1", at now: String) throws -> String {
    let answer = stage.answer(now, ["why-date", "T1", agreement, "--format", "json"])
    #expect(answer.code == 0, "\(answer.err)")
    let json = try JSONParser.parse(answer.out)
    return "\(json["due"]?.text ?? "–") \(json["state"]?.text ?? "–")"
  }

  // In the night to 29 March 2026 the clock goes from 02:00 to 03:00, at 01:00 UTC. At 22:59 UTC on the 28th it is one
  // minute to midnight in the Netherlands; at 23:30 UTC it is half past midnight on the 29th there, and still the 28th by UTC.
  @Test func aTermOfTheDayBeforeSummerTimeEndsWithThatDayInTheNetherlands() throws {
    let stage = try Stage()
    defer { stage.strike() }
    agreed(stage, "2026-03-28", at: "2026-03-20T09:00:00Z")
    #expect(try told(stage, at: "2026-03-28T22:59:00Z") == "2026-03-28 open")
    #expect(try told(stage, at: "2026-03-28T23:30:00Z") == "2026-03-28 overdue")
    // The night after, one hour earlier: summer time is two hours ahead.
    agreed(stage, "2026-03-29", at: "2026-03-28T23:30:00Z")
    #expect(try told(stage, "A2", at: "2026-03-29T21:59:00Z") == "2026-03-29 open")
    #expect(try told(stage, "A2", at: "2026-03-29T22:30:00Z") == "2026-03-29 overdue")
  }

  // In the night to 25 October 2026 the clock goes back from 03:00 to 02:00, at 01:00 UTC: the 25th has 25 hours.
  @Test func aTermOfTheDayOnWhichSummerTimeEndsHasAnHourMore() throws {
    let stage = try Stage()
    defer { stage.strike() }
    agreed(stage, "2026-10-24", at: "2026-10-20T09:00:00Z")
    #expect(try told(stage, at: "2026-10-24T21:59:00Z") == "2026-10-24 open")
    #expect(try told(stage, at: "2026-10-24T22:30:00Z") == "2026-10-24 overdue")
    agreed(stage, "2026-10-25", at: "2026-10-24T23:30:00Z")
    #expect(try told(stage, "A2", at: "2026-10-25T22:59:00Z") == "2026-10-25 open")
    #expect(try told(stage, "A2", at: "2026-10-25T23:30:00Z") == "2026-10-25 overdue")
  }

  @Test func whatIsRecordedInThatNightHappenedOnTheDutchDay() throws {
    let stage = try Stage()
    defer { stage.strike() }
    let held = stage.answer(
      "2026-03-28T23:30:00Z",
      [
        "held", "T1", "kennismakingsgesprek", "--present", "student,wpb", "--as", "BEUN", "--source", "phone",
        "--format", "json",
      ])
    #expect(held.code == 0, "\(held.err)")
    let events = try #require(JSONParser.parse(held.out)["events"]?.list)
    #expect(events.first?["happened_on"]?.text == "2026-03-29")
    let history = stage.answer("2026-03-29T10:00:00Z", ["history", "T1", "--format", "json"])
    #expect(history.out.contains("2026-03-28T23:30:00"), "\(history.out)")
    // As of the 28th, which is the day by UTC, it had not happened yet.
    let before = stage.answer(
      "2026-03-29T10:00:00Z",
      ["why-date", "T1", "kennismakingsgesprek.held", "--as-of", "2026-03-28", "--format", "json"])
    #expect(try JSONParser.parse(before.out)["state"]?.text == "overdue")
    let on = stage.answer(
      "2026-03-29T10:00:00Z",
      ["why-date", "T1", "kennismakingsgesprek.held", "--as-of", "2026-03-29", "--format", "json"])
    #expect(try JSONParser.parse(on.out)["state"]?.text == "late")
  }
}
