import CyclusCore
import CyclusExchange
import CyclusStore

/// Something in a row of a cohort file that cannot be taken over.
struct RowFault: Error {
  var line: Int
  var column: String
  var message: Localized
}

/// Everything that is wrong with one row.
struct RowFaults: Error {
  private(set) var list: [RowFault] = []
  var isEmpty: Bool { list.isEmpty }

  mutating func add(_ faults: [RowFault]) { list += faults }

  /// Takes a step; a fault in it is kept, and the step gives nothing.
  mutating func collect<Value>(_ step: () throws -> Value) throws -> Value? {
    do { return try step() } catch let fault as RowFault {
      list.append(fault)
      return nil
    }
  }
}

/// What an import did, row by row.
struct ImportReport {
  var started = 0
  var unchanged = 0
  var people = 0
  var faults: [RowFault] = []
  /// Differences and notes that do not stop a row.
  var notes: [RowFault] = []
}

/// Takes over a cohort: people, schools and trajecten, all or nothing unless bad rows may be skipped.
struct CohortImport {
  private let session: Session
  private let store: Store
  private let recording: Recording
  private let table: CSVFile
  private let columns: CohortColumns
  private let fallback: String?
  private var batch = 0

  init(
    _ table: CSVFile, columns: CohortColumns, workflow fallback: String?, _ session: Session, _ store: Store
  ) throws {
    self.table = table
    self.columns = columns
    self.fallback = fallback
    self.session = session
    self.store = store
    recording = try session.administration(store)
  }

  /// Undoes the transaction of an import that is not to be kept.
  private struct Undone: Error { var report: ImportReport }

  mutating func run(skipsBadRows: Bool, isDryRun: Bool) throws -> ImportReport {
    do {
      return try store.together {
        batch = try store.nextBatch()
        let report = try rows()
        if isDryRun || (!report.faults.isEmpty && !skipsBadRows) { throw Undone(report: report) }
        return report
      }
    } catch let undone as Undone {
      return undone.report
    }
  }

  private func rows() throws -> ImportReport {
    var report = ImportReport()
    var seen: [String: Int] = [:]
    for row in table.rows {
      do {
        let cells = CohortRow(row: row, columns: columns)
        let number = try cells.required("studentnummer")
        let workflow = cells["workflow"] ?? fallback ?? ""
        if let first = seen.updateValue(row.line, forKey: "\(number)/\(workflow)") {
          throw cells.fault(
            "studentnummer", "\(number) staat ook op regel \(first): haal één van de twee weg",
            "\(number) stands on line \(first) too: remove one of the two")
        }
        var counted = report
        try store.together { try take(cells, number, workflow, &counted) }
        report = counted
      } catch let fault as RowFault {
        report.faults.append(fault)
      } catch let faults as RowFaults {
        report.faults += faults.list
      } catch let refusal as Refusal {
        for missing in refusal.missing {
          report.faults.append(
            RowFault(line: row.line, column: column(missing, of: row), message: missing.message))
        }
      } catch let error as StoreError where error.exitCode == 1 || error.exitCode == 65 {
        report.faults.append(RowFault(line: row.line, column: "", message: error.message))
      }
    }
    return report
  }

  /// The column of the file that a refusal is about; empty where it is about no one column.
  private func column(_ missing: Refusal.Missing, of row: CSVFile.Row) -> String {
    let id = CohortRow(row: row, columns: columns)["workflow"] ?? fallback ?? ""
    guard let published = try? store.published(id),
      let workflow = try? store.workflow(digest: published.digest)
    else { return missing.role ?? "" }
    if let role = missing.role.flatMap({ workflow.role($0) }) { return columns.column(of: role) }
    return workflow.parameters.first { $0.title == missing.what }?.id ?? ""
  }

  private func take(_ cells: CohortRow, _ number: String, _ workflowID: String, _ report: inout ImportReport)
    throws
  {
    guard !workflowID.isEmpty else {
      throw cells.fault(
        "workflow", "leeg: vul de kolom of geef --workflow", "empty: fill the column or give --workflow")
    }
    let published: PublishedWorkflow
    do { published = try store.published(workflowID) } catch {
      throw RowFault(line: cells.row.line, column: "workflow", message: error.message)
    }
    let workflow = try store.workflow(digest: published.digest)
    var faults = RowFaults()
    let begin = try faults.collect { () throws -> Day in
      guard let day = try cells.day("begin") else {
        throw cells.fault(
          "begin", "leeg: geef de eerste dag als jjjj-mm-dd", "empty: give the first day as yyyy-mm-dd")
      }
      return day
    }
    let until = try faults.collect { try cells.day("eind") } ?? nil
    let name = try faults.collect { try cells.studentName() } ?? nil
    var roles: [Traject.Attendance] = []
    for role in workflow.roles where role.place != .student {
      let person = try faults.collect { try holder(role, cells, &report) } ?? nil
      if let person { roles.append(Traject.Attendance(role: role.id, person: person)) }
    }
    var parameters: [String: String] = [:]
    for id in workflow.parameters.map(\.id) + StartRequest.labels {
      guard let value = cells[id] else { continue }
      parameters[id] =
        workflow.parameter(id).map {
          if case .date = $0.kind { Day.dutch(value)?.description ?? value } else { value }
        } ?? value
    }
    guard faults.isEmpty, let from = begin else {
      try faults.add(
        refusedBeside(faults, roles, parameters, until, workflow, begin ?? recording.today, cells))
      throw faults
    }
    let student = try person(number, name: name, cells, &report)
    if try isKnown(student, workflow, from, roles, parameters, cells, &report) {
      report.unchanged += 1
      return
    }
    var recording = recording
    recording.happened = from
    let performed = try store.start(published, recording, batch: batch) { id, desk in
      StartRequest(
        id: id, student: student, digest: published.digest, from: from, until: until,
        school: try cells["school"].map { try desk.school($0, code: cells["school_id"]) }, roles: roles,
        parameters: parameters)
    }
    report.started += 1
    for remark in performed.remarks {
      report.notes.append(RowFault(line: cells.row.line, column: "", message: remark))
    }
  }

  /// What the start of a traject would refuse besides the faults of a row, so that all of them are told at once.
  private func refusedBeside(
    _ faults: RowFaults, _ roles: [Traject.Attendance], _ parameters: [String: String], _ until: Day?,
    _ workflow: Workflow, _ from: Day, _ cells: CohortRow
  ) throws -> [RowFault] {
    let request = StartRequest(
      id: 1, student: PersonID(1), digest: "", from: from, until: until, roles: roles, parameters: parameters)
    do {
      _ = try Traject.start(request, under: workflow, by: recording.actor)
      return []
    } catch {
      let known = Set(faults.list.map(\.column))
      return error.missing.map {
        RowFault(line: cells.row.line, column: column($0, of: cells.row), message: $0.message)
      }.filter { !known.contains($0.column) && !known.contains("\($0.column)_naam") }
    }
  }

  /// Whether the traject of the row exists already; what the row says otherwise is noted, never taken over by itself.
  private func isKnown(
    _ student: PersonID, _ workflow: Workflow, _ from: Day, _ roles: [Traject.Attendance],
    _ parameters: [String: String], _ cells: CohortRow, _ report: inout ImportReport
  ) throws -> Bool {
    for id in try store.trajecten(of: student) {
      let (state, _) = try store.current(id)
      guard state.workflow == workflow.id else { continue }
      if state.from != from {
        guard !state.hasEnded else { continue }
        throw cells.fault(
          "begin",
          "student heeft al een open traject \(state.name) vanaf \(state.from.longNL): zet hier die dag, of haal de rij weg",
          "the student has an open traject \(state.name) from \(state.from.longEN) already: give that day here, or remove the row"
        )
      }
      for attendance in roles where state.holder(of: attendance.role) != attendance.person {
        note(
          cells, attendance.role, "\(state.name) bestaat al met iemand anders: wijzig met assign",
          "\(state.name) exists with somebody else: change it with assign", &report)
      }
      for (name, value) in parameters.sorted(by: { $0.key < $1.key }) where state.parameters[name] != value {
        note(
          cells, name, "\(state.name) bestaat al met een andere waarde; die blijft staan",
          "\(state.name) exists with another value, which stays", &report)
      }
      return true
    }
    return false
  }

  private func note(
    _ cells: CohortRow, _ column: String, _ nl: String, _ en: String, _ report: inout ImportReport
  ) {
    report.notes.append(cells.fault(column, nl, en))
  }

  private func person(_ number: String, name: PersonName?, _ cells: CohortRow, _ report: inout ImportReport)
    throws
    -> PersonID
  {
    if let known = try store.person(number: number) {
      if let name, let before = known.name, name != before {
        note(
          cells, "achternaam", "\(number) staat bekend als \(before.full): wijzig met person set",
          "\(number) is known as \(before.full): change it with person set", &report)
      }
      return known.id
    }
    report.people += 1
    return try store.addPerson(number: number, name: name, recording: recording, batch: batch)
  }

  /// The person in a role column: by code, with a name beside it when the code is new, or by a name that is unique.
  private func holder(_ role: Role, _ cells: CohortRow, _ report: inout ImportReport) throws -> PersonID? {
    let column = columns.column(of: role)
    let name = cells["\(column)_naam"].map(PersonName.init(written:))
    if let code = cells[column] {
      if let known = try store.person(number: code) {
        if let name, let before = known.name, name != before {
          note(
            cells, "\(column)_naam", "\(code) staat bekend als \(before.full): wijzig met person set",
            "\(code) is known as \(before.full): change it with person set", &report)
        }
        return known.id
      }
      guard let name else {
        throw cells.fault(
          column, "onbekende personeelscode «\(code)»: vul \(column)_naam in, of voeg toe met person add",
          "unknown staff code “\(code)”: fill in \(column)_naam, or add it with person add")
      }
      report.people += 1
      return try store.addPerson(number: code, name: name, recording: recording, batch: batch)
    }
    guard let name else { return nil }
    let same = try store.people().filter { $0.name == name }
    guard same.count == 1, let found = same.first else {
      throw cells.fault(
        "\(column)_naam",
        same.isEmpty
          ? "«\(name.full)» is niet bekend: vul ook de personeelscode in kolom \(column) in"
          : "«\(name.full)» komt \(same.count) keer voor: vul de personeelscode in kolom \(column) in",
        same.isEmpty
          ? "“\(name.full)” is not known: fill in the staff code in column \(column) too"
          : "“\(name.full)” occurs \(same.count) times: fill in the staff code in column \(column)")
    }
    return found.id
  }
}
