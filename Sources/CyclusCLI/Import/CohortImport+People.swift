import CyclusCore
import CyclusStore

extension CohortImport {
  /// The student of a row, added where the number is new.
  func person(_ number: String, name: PersonName?, _ cells: CohortRow, _ report: inout ImportReport)
    throws
    -> PersonID
  {
    if let known = try store.person(number: number) {
      report.notes += cells.otherName("achternaam", number, name, known)
      return known.id
    }
    report.people += 1
    return try store.addPerson(number: number, name: name, recording: recording, batch: batch)
  }

  /// The person in a role column: by code, with a name in this row or another when the code is new, or by a name that
  /// is unique.
  func holder(_ role: Role, _ cells: CohortRow, _ student: String?, _ report: inout ImportReport) throws
    -> PersonID?
  {
    let column = columns.code(of: role)
    let nameColumn = columns.name(of: role)
    let name = cells[nameColumn].map(PersonName.init(written:))
    guard let code = cells[column] else {
      guard name != nil || !role.isRequired else {
        throw cells.fault(
          column, "leeg: een traject begint niet zonder \(role.title.nl); vul de personeelscode in",
          "empty: a traject does not start without \(role.title.en); fill in the staff code")
      }
      return try name.flatMap { try holder(called: $0, role, cells, &report) }
    }
    if code == student {
      throw cells.fault(
        column, "\(code) is de student zelf: vul de code van een ander in",
        "\(code) is the student: fill in the code of somebody else")
    }
    if let known = try store.person(number: code) {
      report.notes += cells.otherName(nameColumn, code, name, known)
      return known.id
    }
    var faults = RowFaults()
    _ = try faults.collect { try cells.checkNumber(column) }
    if let name { _ = try faults.collect { try cells.check(name, nameColumn) } }
    guard faults.isEmpty else { throw faults }
    guard let name = name ?? named.name(code) else {
      throw cells.fault(
        column, "onbekende personeelscode «\(code)»: vul \(nameColumn) in, of voeg toe met person add",
        "unknown staff code “\(code)”: fill in \(nameColumn), or add it with person add")
    }
    report.people += 1
    return try store.addPerson(number: code, name: name, recording: recording, batch: batch)
  }

  /// The person with a name that nobody else has, here or elsewhere in the file.
  private func holder(
    called name: PersonName, _ role: Role, _ cells: CohortRow, _ report: inout ImportReport
  ) throws -> PersonID? {
    try cells.check(name, columns.name(of: role))
    let same = try store.people(named: name)
    let new = try named.codes(name).filter { try store.person(number: $0) == nil }
    if same.isEmpty, new.count == 1 {
      report.people += 1
      return try store.addPerson(number: new[0], name: name, recording: recording, batch: batch)
    }
    let count = same.count + new.count
    guard count == 1, let found = same.first else {
      let column = columns.code(of: role)
      throw cells.fault(
        columns.name(of: role),
        count == 0
          ? "«\(name.full)» is niet bekend: vul ook de personeelscode in kolom \(column) in"
          : "«\(name.full)» komt \(count) keer voor: vul de personeelscode in kolom \(column) in",
        count == 0
          ? "“\(name.full)” is not known: fill in the staff code in column \(column) too"
          : "“\(name.full)” occurs \(count) times: fill in the staff code in column \(column)")
    }
    return found.id
  }
}
