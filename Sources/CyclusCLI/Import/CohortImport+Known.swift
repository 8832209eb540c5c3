import CyclusCore
import CyclusExchange
import CyclusStore

extension CohortImport {
  /// Whether the traject of the row exists already; what the row says otherwise is noted, never taken over by itself.
  func isKnown(
    _ student: PersonID, _ workflow: Workflow, _ row: StartRequest, _ cells: CohortRow,
    _ report: inout ImportReport
  ) throws -> Bool {
    for id in try store.trajecten(of: student) {
      let (state, _) = try store.current(id)
      guard state.workflow == workflow.id else { continue }
      if state.from != row.from {
        guard !state.hasEnded else { continue }
        throw cells.fault(
          "begin",
          "student heeft al een open traject \(state.name) vanaf \(state.from.longNL): zet hier die dag, of haal de rij weg",
          "the student has an open traject \(state.name) from \(state.from.longEN) already: give that day here, or remove the row"
        )
      }
      report.notes += try differences(state, workflow, row, cells)
      return true
    }
    return false
  }

  /// What a row says otherwise than the traject that it brought before; none of it is taken over by itself.
  private func differences(
    _ state: Traject, _ workflow: Workflow, _ row: StartRequest, _ cells: CohortRow
  ) throws -> [RowFault] {
    var notes: [RowFault] = []
    for role in workflow.roles {
      // Of a role with room for several, the row and the traject may name the same people in another order.
      let inRow = row.roles.filter { $0.role == role.id }.map(\.person)
      if !inRow.isEmpty, inRow.allSatisfy(state.holdersNow(of: role.id).contains) { continue }
      guard let given = row.roles.first(where: { $0.role == role.id })?.person,
        let holder = state.holder(of: role.id), holder != given
      else {
        if state.holder(of: role.id) == nil, row.roles.contains(where: { $0.role == role.id }) {
          notes.append(
            cells.note(
              columns.code(of: role),
              "\(state.name) bestaat al zonder \(role.title.nl), en dat blijft zo: wijs iemand aan met assign",
              "\(state.name) exists without \(role.title.en), which stays so: assign somebody with assign"))
        }
        continue
      }
      let kept = named(Localized(holder.description))
      notes.append(
        cells.note(
          columns.code(of: role),
          "\(state.name) bestaat al met \(kept.nl), en dat blijft zo: wijzig met assign",
          "\(state.name) exists with \(kept.en), which stays so: change it with assign"))
    }
    for (name, value) in row.parameters.sorted(by: { $0.key < $1.key }) {
      let kept = state.parameters[name] ?? workflow.parameter(name)?.fallback
      if kept != value { notes.append(cells.kept(name, kept, state)) }
    }
    if let until = row.until, until != state.until {
      notes.append(cells.kept("eind", state.until?.description, state))
    }
    return notes + (try otherSchool(state, cells))
  }

  /// What to say where the school of a row is known by another name, or is not that of the traject.
  func otherSchool(_ state: Traject, _ cells: CohortRow) throws -> [RowFault] {
    guard let school = cells["school"] else { return [] }
    let kept = try store.schoolName(state.school)
    return school == kept ? [] : [cells.kept("school", kept, state)]
  }
}

extension CohortRow {
  /// A remark that does not stop the row.
  fileprivate func note(_ column: String, _ nl: String, _ en: String) -> RowFault {
    fault(column, "let op: \(nl)", "note: \(en)")
  }

  fileprivate func kept(_ column: String, _ value: String?, _ state: Traject) -> RowFault {
    guard let value else {
      return note(
        column, "\(state.name) bestaat al zonder deze waarde, en dat blijft zo",
        "\(state.name) exists without this value, which stays so")
    }
    return note(
      column, "\(state.name) bestaat al met «\(value)», en dat blijft zo",
      "\(state.name) exists with “\(value)”, which stays so")
  }

  /// What to say where a row gives somebody another name than the one on record.
  func otherName(_ column: String, _ number: String, _ name: PersonName?, _ known: Person)
    -> [RowFault]
  {
    guard let name, let before = known.name, name != before else { return [] }
    return [
      note(
        column, "\(number) staat bekend als \(before.full), en dat blijft zo: wijzig met person set",
        "\(number) is known as \(before.full), which stays so: change it with person set")
    ]
  }
}
