import CyclusCore
import CyclusExchange
import CyclusStore

/// The staff codes beside which a file gives a name, in whatever row: a code needs its name once.
struct NamedCodes {
  private var names: [String: PersonName] = [:]

  init(_ table: CSVFile, _ columns: CohortColumns, _ workflows: [Workflow]) {
    var pairs: Set<[String]> = []
    for role in workflows.flatMap(\.roles) where role.place != .student {
      pairs.insert([columns.code(of: role), columns.name(of: role)])
    }
    let known = pairs.sorted { $0[0] < $1[0] }.filter { $0.allSatisfy { columns.position($0) != nil } }
    for row in table.rows {
      let cells = CohortRow(row: row, columns: columns)
      for pair in known {
        guard let code = cells[pair[0]], names[code] == nil, let text = cells[pair[1]] else { continue }
        let name = PersonName(written: text)
        guard (try? name.check()) != nil else { continue }
        names[code] = name
      }
    }
  }

  /// The name that the file gives beside a code.
  func name(_ code: String) -> PersonName? { names[code] }

  /// The codes beside which the file gives a name.
  func codes(_ name: PersonName) -> [String] { names.filter { $0.value == name }.keys.sorted() }
}
