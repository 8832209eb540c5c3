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
    } catch let faults as RowFaults {
      list += faults.list
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
  /// The trajecten that were started, each with its row: whom they name is looked at when all of them stand.
  var trajecten: [(traject: Traject, line: Int)] = []
  /// The last day of the traject that ends last.
  var last: Day?
}

/// Takes over a cohort: people, schools and trajecten, all or nothing unless bad rows may be skipped.
struct CohortImport {
  let session: Session
  let store: Store
  private(set) var recording: Recording
  private let table: CSVFile
  let columns: CohortColumns
  let named: NamedCodes
  /// The calendar that every traject of the file gets.
  let calendar: PinnedCalendar?
  private let fallback: String?
  private(set) var batch = 0

  init(
    _ table: CSVFile, columns: CohortColumns, named: NamedCodes, workflow fallback: String?,
    _ session: Session, _ store: Store
  ) throws {
    self.table = table
    self.columns = columns
    self.named = named
    self.fallback = fallback
    self.session = session
    self.store = store
    recording = try session.administration(store)
    calendar = try store.newestCalendar()
  }

  /// Undoes the transaction of an import that is not to be kept.
  private struct Undone: Error { var report: ImportReport }

  mutating func run(skipsBadRows: Bool, isDryRun: Bool) throws -> ImportReport {
    do {
      return try store.together {
        // One moment for the whole file: of people and trajecten, none is recorded before what stands above it.
        recording = recording.atOnce()
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
        let workflow = cells["workflow"] ?? fallback ?? ""
        var faults = RowFaults()
        let number = try faults.collect { try studentNumber(cells, workflow, &seen) }
        var counted = report
        try store.together { try take(cells, number, workflow, faults, &counted) }
        report = counted
      } catch let fault as RowFault {
        report.faults.append(fault)
      } catch let faults as RowFaults {
        report.faults += faults.list
      } catch let error as StoreError where error.exitCode == 1 || error.exitCode == 65 {
        report.faults.append(RowFault(line: row.line, column: "", message: error.message))
      }
    }
    // Said once for the whole file: every traject gets the same calendar.
    if let remark = report.last.flatMap({ calendar?.calendar.remark(on: $0) }) { session.remark([remark]) }
    var workflows: [Workflow] = []
    for digest in Set(report.trajecten.map(\.0.digest)).sorted() {
      let workflow = try store.workflow(digest: digest)
      if !workflows.contains(where: { $0.id == workflow.id }) { workflows.append(workflow) }
    }
    if let remark = calendar?.calendar.remark(on: workflows) { session.remark([remark]) }
    for (traject, line) in report.trajecten {
      report.notes += try store.pairRemarks(traject).map {
        RowFault(line: line, column: "", message: named($0))
      }
    }
    return report
  }

  private func studentNumber(_ cells: CohortRow, _ workflow: String, _ seen: inout [String: Int]) throws
    -> String
  {
    let number = try cells.required("studentnummer")
    if try store.person(number: number) == nil { try cells.checkNumber("studentnummer") }
    if let first = seen["\(number)/\(workflow)"] {
      throw cells.fault(
        "studentnummer", "\(number) staat ook op regel \(first): haal één van de twee weg",
        "\(number) stands on line \(first) too: remove one of the two")
    }
    seen["\(number)/\(workflow)"] = cells.row.line
    return number
  }

  /// Takes over a row: its people, its school and its traject.
  private func take(
    _ cells: CohortRow, _ number: String?, _ workflowID: String, _ found: RowFaults,
    _ report: inout ImportReport
  ) throws {
    var faults = found
    guard let (published, workflow) = try faults.collect({ try workflow(workflowID, cells) }) else {
      throw faults
    }
    let begin = try faults.collect { () throws -> Day in
      guard let day = try cells.day("begin") else {
        throw cells.fault(
          "begin", "leeg: geef de eerste dag als jjjj-mm-dd", "empty: give the first day as yyyy-mm-dd")
      }
      return day
    }
    let until = try faults.collect { try cells.day("eind") } ?? nil
    let name = try faults.collect { try cells.studentName() } ?? nil
    let school = try faults.collect { try cells.short("school") } ?? nil
    let code =
      try faults.collect { try cells.short("school_id", atMost: PersonProblem.longestNumber) } ?? nil
    var roles: [Traject.Attendance] = []
    for (role, column) in CohortColumns.roles(workflow) where role.place != .student {
      let person = try faults.collect { try holder(column, cells, number, &report) } ?? nil
      if let person { roles.append(Traject.Attendance(role: role.id, person: person)) }
    }
    let parameters = try parameters(cells, workflow, &faults, &report)
    guard faults.isEmpty, let from = begin, let number else {
      faults.add(
        refusedBeside(faults, roles, parameters, until, workflow, begin ?? recording.today, cells))
      throw faults
    }
    let student = try person(number, name: name, cells, &report)
    let request = StartRequest(
      id: 0, student: student, digest: published.digest, from: from, until: until, roles: roles,
      parameters: parameters)
    if try isKnown(student, workflow, request, cells, &report) {
      report.unchanged += 1
      return
    }
    var recording = recording
    recording.happened = from
    let performed: Performed
    do {
      performed = try store.start(published, recording, batch: batch) { id, desk in
        var request = request
        request.id = id
        request.school = try school.map { try desk.school($0, code: code) }
        return request
      }
    } catch let refusal as Refusal {
      faults.add(refused(refusal, workflow, cells))
      throw faults
    }
    report.started += 1
    report.notes += try otherSchool(performed.traject, cells)
    report.notes += performed.remarks.map { cells.fault("", $0) }
    report.trajecten.append((performed.traject, cells.row.line))
    let end = try store.rulebook(of: performed.traject).end(of: performed.traject)
    report.last = max(report.last ?? end, end)
  }

  /// What a refusal says of a row, by the columns that it is about.
  private func refused(_ refusal: Refusal, _ workflow: Workflow, _ cells: CohortRow) -> [RowFault] {
    refusal.missing.map { missing in
      let column =
        missing.input.map(columns.column(of:))
        ?? missing.role.flatMap { workflow.role($0) }.map(columns.code(of:)) ?? ""
      return cells.fault(column, named(missing.message), of: missing.what)
    }
  }

  /// A sentence of the engine with names for its ids, now: who is new in a row that is refused is gone after it.
  func named(_ sentence: Localized) -> Localized {
    func named(_ text: String) -> String {
      text.replacing(/\bP[1-9][0-9]*\b/) { match in
        let person = PersonID(String(match.output)).flatMap { try? store.person($0) }
        return person?.name?.full ?? String(match.output)
      }
    }
    return Localized(nl: named(sentence.nl), en: named(sentence.en))
  }

  private func workflow(_ id: String, _ cells: CohortRow) throws -> (PublishedWorkflow, Workflow) {
    guard !id.isEmpty else {
      throw cells.fault(
        "workflow", "leeg: vul de kolom of geef --workflow", "empty: fill the column or give --workflow")
    }
    _ = try cells.short("workflow")
    do {
      let published = try store.published(id)
      return (published, try store.workflow(digest: published.digest))
    } catch {
      guard error.exitCode == 1 else { throw error }
      throw RowFault(line: cells.row.line, column: "workflow", message: error.message)
    }
  }

  private func parameters(
    _ cells: CohortRow, _ workflow: Workflow, _ faults: inout RowFaults, _ report: inout ImportReport
  ) throws -> [String: String] {
    var parameters: [String: String] = [:]
    for id in workflow.parameters.map(\.id) + StartRequest.labels {
      let value = try faults.collect { () throws -> String? in
        switch workflow.parameter(id)?.kind {
        case .date: return try cells.day(id)?.description
        case .dates: return cells[id].map { Parameter.Kind.dates.reading($0) }
        case .person:
          return try cells.short(id).map {
            try fellow($0, id, workflow.parameter(id)?.title ?? Localized(id), cells, &report).description
          }
        case .someOf(let values, let range):
          return try cells.short(id).map { Parameter.Kind.someOf(values, range).reading($0) }
        default: return try cells.short(id)
        }
      }
      if let value = value ?? nil { parameters[id] = value }
    }
    return parameters
  }

  /// The fellow student whom a parameter names by number; the log keeps the id.
  ///
  /// Two students may name each other in one file: who stands further down is added already.
  private func fellow(
    _ number: String, _ column: String, _ title: Localized, _ cells: CohortRow, _ report: inout ImportReport
  ) throws -> PersonID {
    guard let person = try store.person(number: number) else {
      if let row = table.rows.first(where: { CohortRow(row: $0, columns: columns)["studentnummer"] == number }
      ) {
        let other = CohortRow(row: row, columns: columns)
        if (try? other.checkNumber("studentnummer")) != nil, let name = try? other.studentName() {
          return try self.person(number, name: name, other, &report)
        }
      }
      throw cells.fault(
        column,
        "«\(number)» is niemand die bekend is: geef een nummer of code; wie er zijn, toont «cyclus person list»",
        "“\(number)” is nobody who is known: give a number or code; “cyclus person list” shows who there are")
    }
    do { try store.checkFellowStudent(person.id, title, verb: "start") } catch let refusal as Refusal {
      throw cells.fault(column, named(refusal.missing[0].message), of: title)
    }
    return person.id
  }

  /// What the start of a traject would refuse besides the faults of a row, so that all of them are told at once.
  private func refusedBeside(
    _ faults: RowFaults, _ roles: [Traject.Attendance], _ parameters: [String: String], _ until: Day?,
    _ workflow: Workflow, _ from: Day, _ cells: CohortRow
  ) -> [RowFault] {
    let nobody = PersonID(.max)
    var request = StartRequest(
      id: 1, student: nobody, digest: "", from: from, until: until, roles: roles, parameters: parameters)
    request.calendar = calendar
    do {
      _ = try Traject.start(request, under: workflow, by: recording.actor)
      return []
    } catch {
      var known = Set(faults.list.map(\.column))
      // Where the first day is not known, nothing can be said of the others.
      if known.contains("begin") {
        known.insert("eind")
        known.formUnion(workflow.timeline.compactMap(\.startParameter))
        if let starts = workflow.datedBlocks?.startsParameter { known.insert(starts) }
      }
      for role in workflow.roles where known.contains(columns.name(of: role)) {
        known.insert(columns.code(of: role))
      }
      return refused(error, workflow, cells).filter { !known.contains($0.column) }
    }
  }
}
