import CyclusCore

/// What the examples of one workflow take, ready to be shown.
struct CoverageReport {
  /// Something that a workflow can show, with its line in the workflow file and its first example.
  struct Row {
    var item: CoverageItem
    var line: Int?
    var place: Coverage.Place?
    var trace: Coverage.Trace?
  }

  let workflow: Workflow
  /// The workflow file.
  let file: String
  /// How many examples there are.
  let examples: Int
  /// How many lines they have.
  let played: Int
  let rows: [Row]
  let disagreements: [ExamplePlayer.Disagreement]

  init(workflow: Workflow, file: String, examples: Int, player: ExamplePlayer, lines: [Int?]) {
    self.workflow = workflow
    self.file = file
    self.examples = examples
    played = player.lines
    rows = zip(player.coverage.rows, lines).map {
      Row(item: $0.item, line: $1, place: $0.place, trace: $0.trace)
    }
    disagreements = player.disagreements
  }

  /// The rows of a kind.
  func rows(_ kind: CoverageItem.Kind) -> [Row] { rows.filter { $0.item.kind == kind } }

  /// Whether everything is taken and every line came out as it said.
  var isComplete: Bool { disagreements.isEmpty && rows.allSatisfy { $0.place != nil } }
}

/// Shows what examples take: for people a table and what is lacking, for scripts every item.
struct CoverageText {
  let reports: [CoverageReport]
  /// Whether what is taken is shown too.
  let all: Bool
  let session: Session

  func write() throws {
    switch session.format {
    case .json: session.console.out(JSONValue.array(try reports.map(json)).pretty)
    case .csv: try writeRows()
    case .table:
      for (index, report) in reports.enumerated() {
        if index > 0 { session.console.out() }
        table(report)
      }
    }
  }

  // MARK: For people

  private func table(_ report: CoverageReport) {
    let (workflow, console) = (report.workflow, session.console)
    console.out(
      "\(workflow.id) \(workflow.version): "
        + session.text(
          "\(Noun.example.count(report.examples, .nl)), \(Noun.line.count(report.played, .nl))",
          "\(Noun.example.count(report.examples, .en)), \(Noun.line.count(report.played, .en))"))
    var table = TextTable([
      TextTable.Column(session.text("soort", "kind"), minimum: 12),
      TextTable.Column(session.text("genomen", "taken"), alignment: .right, minimum: 7),
      TextTable.Column(session.text("van", "of"), alignment: .right, minimum: 5),
    ])
    for kind in CoverageItem.Kind.allCases {
      let rows = report.rows(kind)
      guard !rows.isEmpty else { continue }
      table.append([
        TextTable.Cell(session.text(kind.title)), TextTable.Cell(String(rows.count { $0.place != nil })),
        TextTable.Cell(String(rows.count)),
      ])
    }
    console.out(table.rendered(for: console).lines)
    for disagreement in report.disagreements {
      hang("\(disagreement.file):\(disagreement.line): \(session.text(disagreement.message))")
    }
    list(report.rows.filter { $0.place == nil }, of: report, session.text("Niet genomen:", "Not taken:"))
    if all { list(report.rows.filter { $0.place != nil }, of: report, session.text("Genomen:", "Taken:")) }
  }

  private func list(_ rows: [CoverageReport.Row], of report: CoverageReport, _ heading: String) {
    guard !rows.isEmpty else { return }
    session.console.out(heading)
    for row in rows {
      let place =
        row.place.map { "\($0.file):\($0.line)" } ?? "\(report.file)\(row.line.map { ":\($0)" } ?? "")"
      let kind = session.text(row.item.kind.one)
      let near = row.place == nil ? row.trace.map { session.text($0.words) } ?? "" : ""
      hang(
        "\(place): \(kind): \(session.text(row.item.what))\(near) [\(row.item.key)]\(source(row.item.rule))")
    }
  }

  private func source(_ rule: Citation) -> String {
    let parts = rule.rules + (rule.isAssumed ? [session.text("aangenomen", "assumed")] : [])
    return parts.isEmpty ? "" : " (\(parts.joined(separator: ", ")))"
  }

  private func hang(_ line: String) {
    let line = TerminalText.clean(line)
    guard let width = session.console.width else { return session.console.out(line) }
    session.console.out(TerminalText.hang(line, width: width, indent: 2))
  }

  // MARK: For scripts

  private var listing: Listing<(report: CoverageReport, row: CoverageReport.Row)> {
    var listing = Listing<(report: CoverageReport, row: CoverageReport.Row)>()
    listing.data("workflow") { .string($0.report.workflow.id) }
    listing.data("version") { .string($0.report.workflow.version) }
    listing.data("kind") { .string($0.row.item.kind.rawValue) }
    listing.data("item") { .string($0.row.item.key) }
    listing.data("what") { .string($0.row.item.what.nl) }
    listing.data("taken") { .bool($0.row.place != nil) }
    listing.data("trace") { $0.row.place == nil ? JSONValue($0.row.trace?.rawValue) : .null }
    listing.data("example") { JSONValue($0.row.place?.file) }
    listing.data("example_line") { $0.row.place.map { JSONValue($0.line) } ?? .null }
    listing.data("line") { $0.row.line.map { JSONValue($0) } ?? .null }
    listing.data("rule") { .string($0.row.item.rule.text) }
    listing.data("assumed") { .bool($0.row.item.rule.isAssumed) }
    return listing
  }

  /// Rows have no room for what came out otherwise than a line said: that goes to standard error.
  private func writeRows() throws {
    listing.csvHeader(session)
    for report in reports {
      try listing.csv(report.rows.map { (report, $0) }, session)
      session.remark(
        report.disagreements.map {
          Localized(
            nl: "\($0.file):\($0.line): \($0.message.nl)", en: "\($0.file):\($0.line): \($0.message.en)")
        })
    }
  }

  private func json(_ report: CoverageReport) throws -> JSONValue {
    .object([
      "workflow": .string(report.workflow.id), "version": .string(report.workflow.version),
      "examples": JSONValue(report.examples), "lines": JSONValue(report.played),
      "complete": .bool(report.isComplete),
      "items": try listing.json(report.rows.map { (report, $0) }),
      "disagreements": .array(
        report.disagreements.map {
          .object(["file": .string($0.file), "line": JSONValue($0.line), "message": .string($0.message.nl)])
        }),
    ])
  }
}

extension Coverage.Trace {
  /// What stands behind an obligation that is not met.
  fileprivate var words: Localized {
    switch self {
    case .asked: Localized(nl: ", wel gevraagd", en: ", though asked")
    case .waived: Localized(nl: ", alleen vervallen verklaard", en: ", only waived")
    }
  }
}

extension CoverageItem.Kind {
  /// What several of it are called.
  fileprivate var title: Localized {
    switch self {
    case .phase: Localized(nl: "fasen", en: "phases")
    case .way: Localized(nl: "wegen", en: "ways")
    case .obligation: Localized(nl: "verplichtingen", en: "obligations")
    case .refusal: Localized(nl: "weigeringen", en: "refusals")
    case .escalation: Localized(nl: "escalaties", en: "escalations")
    case .claim: Localized(nl: "claims", en: "claims")
    case .ending: Localized(nl: "eindes", en: "endings")
    }
  }

  /// What one of it is called.
  fileprivate var one: Localized {
    switch self {
    case .phase: Localized(nl: "fase", en: "phase")
    case .way: Localized(nl: "weg", en: "way")
    case .obligation: Localized(nl: "verplichting", en: "obligation")
    case .refusal: Localized(nl: "weigering", en: "refusal")
    case .escalation: Localized(nl: "escalatie", en: "escalation")
    case .claim: Localized(nl: "claim", en: "claim")
    case .ending: Localized(nl: "einde", en: "ending")
    }
  }
}
