import ArgumentParser
import CyclusCore
import CyclusExchange
import CyclusStore

struct ImportCommand: CyclusCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Take over a cohort from a CSV file; a second time changes nothing.",
    discussion: """
      cyclus import cohort.csv --dry-run
      cyclus import cohort.csv --workflow mijn-workflow
      """)
  @Argument(help: "the file: ; , or tab between columns, , or | in a list; UTF-8 or Windows-1252") var file:
    String
  @Option(help: "the workflow of rows that name none") var workflow: String?
  @Flag(help: "say what would happen, record nothing") var dryRun = false
  @Flag(help: "take over the good rows, report the others") var skipBadRows = false
  @OptionGroup(title: "Global options") var options: GlobalOptions

  func run(_ session: Session) throws -> Int32 {
    let bytes: [UInt8]
    do { bytes = try FileContent.read(file) } catch { throw Failure.unread(file, error) }
    let table: CSVFile
    do { table = try CSVFile(bytes: bytes) } catch {
      throw Failure.data("\(file): \(error.nl)", "\(file): \(error.en)")
    }
    let store = try session.store(.write)
    let workflows = try workflows(table, store)
    let columns = CohortColumns(table, workflows: workflows)
    say(columns, table, session)
    try check(columns, table)
    let named = NamedCodes(table, columns, workflows)
    var importing = try CohortImport(
      table, columns: columns, named: named, workflow: workflow, session, store)
    let report = try importing.run(skipsBadRows: skipBadRows, isDryRun: dryRun)
    return finish(report, session)
  }

  private func workflows(_ table: CSVFile, _ store: Store) throws -> [Workflow] {
    var ids = Set([workflow].compactMap(\.self))
    if let column = table.column("workflow") {
      ids.formUnion(
        table.rows.compactMap { column < $0.cells.count ? $0.cells[column] : nil }.filter { !$0.isEmpty })
    }
    return try ids.sorted().compactMap { id in
      do { return try store.workflow(digest: store.published(id).digest) } catch let error as StoreError {
        guard error.exitCode == 1 else { throw error }
        return nil
      }
    }
  }

  private func check(_ columns: CohortColumns, _ table: CSVFile) throws {
    guard columns.position("studentnummer") != nil else {
      let only = table.header.filter { !$0.isEmpty }
      let hint =
        only.count > 1
        ? Localized(
          nl: "noem de kolom met de studentnummers zo", en: "give the column of student numbers that name")
        : Localized(
          nl: "zet een puntkomma, komma of tab tussen de kolommen",
          en: "put a semicolon, comma or tab between the columns")
      throw Failure.data(
        "\(file): de kolom studentnummer ontbreekt: \(hint.nl)",
        "\(file): the column studentnummer is missing: \(hint.en)")
    }
    if let (one, other) = columns.doubled.first {
      throw Failure.data(
        "\(file): de kolommen \(one) en \(other) zeggen hetzelfde: haal er een weg",
        "\(file): the columns \(one) and \(other) say the same: remove one")
    }
  }

  private func say(_ columns: CohortColumns, _ table: CSVFile, _ session: Session) {
    func clean(_ names: [String]) -> String { names.map(TerminalText.clean).joined(separator: ", ") }
    if table.encoding == .windows1252 {
      session.remark([
        Localized(nl: "\(file): gelezen als Windows-1252.", en: "\(file): read as Windows-1252.")
      ])
    }
    if table.rows.isEmpty {
      session.remark([
        Localized(
          nl: "\(file): onder de kopregel staat geen enkele rij.",
          en: "\(file): there is not one row below the header.")
      ])
    }
    for kind in ContactColumns.Kind.allCases {
      guard let names = columns.withheld[kind] else { continue }
      let what = Self.name(kind)
      session.remark([
        Localized(
          nl: "Niet overgenomen, want \(what.nl) worden niet bewaard: \(clean(names))",
          en: "Left out, as \(what.en) are not kept: \(clean(names))")
      ])
    }
    for (name, nearest) in columns.unknown {
      let name = TerminalText.clean(name)
      session.remark([
        Localized(
          nl: "Onbekende kolom «\(name)», niet overgenomen" + (nearest.map { ": bedoelt u \($0)?" } ?? ""),
          en: "Unknown column “\(name)”, left out" + (nearest.map { ": do you mean \($0)?" } ?? ""))
      ])
    }
  }

  private static func name(_ kind: ContactColumns.Kind) -> Localized {
    switch kind {
    case .contact: Localized(nl: "contactgegevens", en: "contact data")
    case .health: Localized(nl: "gegevens over gezondheid", en: "data on health")
    case .identity:
      Localized(
        nl: "geboortedatum, BSN en rekeningnummer", en: "birth date, citizen number and account number")
    }
  }

  private func finish(_ report: ImportReport, _ session: Session) -> Int32 {
    for item in ReportLine.lines(of: report) {
      let place = "\(file):\(item.first.line)" + (item.first.column.isEmpty ? "" : " [\(item.first.column)]")
      let text = session.text(item.first.message) + session.text(item.others)
      TerminalText.hang(
        "\(place): \(TerminalText.clean(text))", width: session.console.width ?? 1000,
        indent: 2
      ).forEach(session.console.err)
    }
    let isKept = !dryRun && (report.faults.isEmpty || skipBadRows)
    if session.format == .json {
      session.console.out(
        JSONValue.object([
          "started": JSONValue(report.started), "unchanged": JSONValue(report.unchanged),
          "people": JSONValue(report.people),
          "faults": .array(report.faults.map(\.json)), "notes": .array(report.notes.map(\.json)),
          "recorded": .bool(isKept),
        ]).pretty)
    } else {
      let started =
        isKept
        ? session.text("Trajecten begonnen", "Trajecten started")
        : session.text("Trajecten te beginnen", "Trajecten to start")
      session.console.out(
        "\(started): \(report.started)"
          + session.text(
            " · al bekend: \(report.unchanged) · personen nieuw: \(report.people)",
            " · known already: \(report.unchanged) · people new: \(report.people)")
          + (report.faults.isEmpty
            ? "" : session.text(" · fouten: \(report.faults.count)", " · faults: \(report.faults.count)")))
      if !isKept {
        session.console.out(
          dryRun
            ? session.text("Proef: er is niets vastgelegd.", "Dry run: nothing was recorded.")
            : session.text(
              "Niets vastgelegd: verbeter de regels hierboven, of gebruik --skip-bad-rows.",
              "Nothing recorded: mend the lines above, or use --skip-bad-rows."))
      }
    }
    return report.faults.isEmpty || skipBadRows ? 0 : 65
  }
}
