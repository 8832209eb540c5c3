import ArgumentParser
import CyclusCore

/// The options that every command takes.
struct GlobalOptions: ParsableArguments {
  @Option(help: "database (CYCLUS_DB)")
  var db: String?
  @Option(name: .customLong("as"), help: "who acted: PERSON[:ROLE] (CYCLUS_AS)")
  var actor: String?
  @Option(help: "when it happened, yyyy-mm-dd (default: the reference date)")
  var on: String?
  @Option(help: "how the recorder knows: form, mail, present, phone")
  var source: String?
  @Option(help: "reference date, yyyy-mm-dd (CYCLUS_TODAY)")
  var today: String?
  @Option(help: "recorded time; only in a practice database")
  var now: String?
  @Option(help: "show what had happened by this day")
  var asOf: String?
  @Option(help: "show what had been recorded by this time")
  var knownAt: String?
  @Option(help: "table, json or csv")
  var format: String?
  @Flag(help: "CSV as Dutch Excel opens it")
  var excel = false
  @Option(help: "nl or en (CYCLUS_LANG)")
  var lang: String?
  @Flag(help: "no colour (NO_COLOR)")
  var noColor = false
  @Option(help: "settings file (CYCLUS_SETTINGS)")
  var settings: String?

  /// The options that stand before a value, so that they may also precede the command's name.
  static let withValue: Set<String> = [
    "--db", "--as", "--on", "--source", "--today", "--now", "--as-of", "--known-at", "--format", "--lang",
    "--settings",
  ]
  static let flags: Set<String> = ["--excel", "--no-color"]
}

/// How a command shows what it found.
enum OutputFormat: String, CaseIterable {
  case table, json, csv
}
