/// Who filled which corner of a gesprek; one person fills one corner.
enum Presence {
  /// The corners that can be filled at once by the people who were there: a largest matching of people to corners.
  static func filled(_ corners: [Corner], _ record: Traject.GesprekRecord, _ traject: Traject) -> Set<String>
  {
    var taken: [PersonID: String] = [:]
    for corner in corners {
      var seen: Set<PersonID> = []
      _ = place(corner, corners, record, traject, &taken, &seen)
    }
    return Set(taken.values)
  }

  private static func place(
    _ corner: Corner, _ corners: [Corner], _ record: Traject.GesprekRecord, _ traject: Traject,
    _ taken: inout [PersonID: String], _ seen: inout Set<PersonID>
  ) -> Bool {
    for person in candidates(corner, record, traject) where seen.insert(person).inserted {
      let other = taken[person].flatMap { id in corners.first { $0.id == id } }
      if let other, !place(other, corners, record, traject, &taken, &seen) { continue }
      taken[person] = corner.id
      return true
    }
    return false
  }

  /// The ids of the corners and roles that a gesprek asks and that were lacking from what is on record of it.
  static func missing(
    _ definition: GesprekDefinition, _ record: Traject.GesprekRecord, _ traject: Traject, _ workflow: Workflow
  ) -> [String] {
    guard definition.isTogether else { return lacking(definition, record, traject, workflow) }
    return lacking(definition, fullest(definition, record, traject, workflow), traject, workflow)
  }

  /// What counts of who was there: of a gesprek for which all have to be together its fullest session, the first of those.
  static func fullest(
    _ definition: GesprekDefinition, _ record: Traject.GesprekRecord, _ traject: Traject, _ workflow: Workflow
  ) -> Traject.GesprekRecord {
    guard definition.isTogether else { return record }
    let sessions = record.sessions.map { Traject.GesprekRecord(only: $0) }
    return sessions.min {
      lacking(definition, $0, traject, workflow).count < lacking(definition, $1, traject, workflow).count
    } ?? record
  }

  /// Of which session it is told who was missing: of one that recurs the last, for it is held anew until one is whole.
  static func told(
    _ definition: GesprekDefinition, _ record: Traject.GesprekRecord, _ traject: Traject, _ workflow: Workflow
  ) -> Traject.GesprekRecord {
    let fullest = fullest(definition, record, traject, workflow)
    guard definition.isTogether, definition.each != nil, let last = record.sessions.last,
      !lacking(definition, fullest, traject, workflow).isEmpty
    else { return fullest }
    return Traject.GesprekRecord(only: last)
  }

  /// Whether everybody was there who has to be: of some roles somebody, where those are named.
  static func isWhole(
    _ definition: GesprekDefinition, _ record: Traject.GesprekRecord, _ with: [String], _ traject: Traject,
    _ workflow: Workflow
  ) -> Bool {
    with.isEmpty
      ? missing(definition, record, traject, workflow).isEmpty
      : with.allSatisfy { !people([$0], record, traject).isEmpty }
  }

  private static func lacking(
    _ definition: GesprekDefinition, _ record: Traject.GesprekRecord, _ traject: Traject, _ workflow: Workflow
  ) -> [String] {
    let corners = definition.present.compactMap { presence -> Corner? in
      guard case .corner(let id) = presence else { return nil }
      return workflow.corner(id)
    }
    let filled = filled(corners, record, traject)
    let roles = definition.present.compactMap { presence -> String? in
      guard case .role(let id, let count) = presence, people([id], record, traject).count < count else {
        return nil
      }
      return id
    }
    return corners.map(\.id).filter { !filled.contains($0) } + roles
  }

  /// The people who were there and hold a role of the corner, or one that may stand in by an agreement.
  ///
  /// The agreement has to hold on the day on which that person was there: of the gesprek, or of a catch-up contact.
  private static func candidates(_ corner: Corner, _ record: Traject.GesprekRecord, _ traject: Traject)
    -> [PersonID]
  {
    var people: [PersonID] = []
    for session in record.sessions {
      let agreed = traject.standIns.filter { $0.corner == corner.id && $0.since <= session.on }.map(\.role)
      let roles = corner.roles + corner.standIns.filter(agreed.contains)
      people += Self.people(roles, at: session, traject).filter { !people.contains($0) }
    }
    return people
  }

  /// The different people who were there and hold one of some roles, in whichever of their roles they came.
  static func people(_ roles: [String], _ record: Traject.GesprekRecord, _ traject: Traject) -> [PersonID] {
    var people: [PersonID] = []
    for session in record.sessions {
      people += Self.people(roles, at: session, traject).filter { !people.contains($0) }
    }
    return people
  }

  private static func people(_ roles: [String], at session: Traject.Session, _ traject: Traject) -> [PersonID]
  {
    var people: [PersonID] = []
    for attendance in session.present where !people.contains(attendance.person) {
      let holds = roles.contains { role in
        role == attendance.role || traject.holders(of: role, on: session.on).contains(attendance.person)
      }
      if holds { people.append(attendance.person) }
    }
    return people
  }
}

extension Traject.GesprekRecord {
  /// What one session gives by itself.
  init(only session: Traject.Session) {
    self.init()
    sessions = [session]
  }
}

extension Deliberation {
  /// The people behind the roles that were there.
  mutating func attendance(_ present: [Command.Present], _ definition: GesprekDefinition) -> [Traject
    .Attendance]
  {
    var list: [Traject.Attendance] = []
    for presence in present {
      guard let role = filledRole(presence.role) else { continue }
      let holders = traject.holders(of: role, on: happened)
      if let person = presence.person, !holders.contains(person) {
        lack(
          workflow.title(of: role),
          Sentence.roleNotHeld(person.description, workflow.title(of: role), happened))
        continue
      }
      // Named once more without a name, it is the one who got the role before.
      let before = list.count { $0.role == role }
      let other = presence.person == nil && before > 0 ? holders.dropLast(before).last : holders.last
      guard let person = presence.person ?? other else { continue }
      let attendance = Traject.Attendance(role: role, person: person)
      if !list.contains(attendance) { list.append(attendance) }
    }
    if present.isEmpty {
      lack(
        Localized(nl: "aanwezigen", en: "those present"),
        Sentence.plainly(
          "zeg wie erbij waren: --present \(definition.usualPresence(workflow).joined(separator: ","))",
          "say who were there: --present \(definition.usualPresence(workflow).joined(separator: ","))"),
        rule: definition.citation)
    }
    return list
  }

  mutating func check(_ mode: String?, of definition: GesprekDefinition) {
    let modes = definition.modes.isEmpty ? GesprekDefinition.usualModes : definition.modes
    guard let mode, !modes.contains(mode) else { return }
    lack(
      definition.title,
      Sentence.plainly(
        "«\(mode)» kan niet: kies \(Sentence.list(modes, "of"))",
        "“\(mode)” is not possible: choose \(Sentence.list(modes, "or"))"), rule: definition.citation)
  }

  /// What is put on record, checked against the fields of the gesprek; `all` or `alle` names every outcome.
  ///
  /// Outcomes are added to those that are on record already.
  mutating func checked(
    _ record: [String: String], of definition: GesprekDefinition, adding known: [String: String]
  ) -> [String: String] {
    var result: [String: String] = [:]
    for (id, value) in record.sorted(by: { $0.key < $1.key }) {
      guard let field = definition.record.first(where: { $0.id == id }) else {
        if id == ResultCondition.conclusion {
          lack(definition.title, Sentence.noConclusion(definition.title), rule: definition.citation)
          continue
        }
        let what = Localized(nl: "gegeven bij dit gesprek", en: "record of this gesprek")
        lack(what, Sentence.unknown(what, id, definition.record.map(\.id)), rule: definition.citation)
        continue
      }
      switch field.kind {
      case .yes:
        if ["yes", "ja"].contains(value) {
          result[id] = "yes"
        } else {
          lack(
            field.title,
            Sentence.plainly(
              "\(field.title.nl): schrijf ja of laat het weg", "\(field.title.en): write yes or leave it out"),
            rule: field.citation)
        }
      case .yesNo:
        if let answer = ["yes": "yes", "ja": "yes", "no": "no", "nee": "no"][value] {
          result[id] = answer
        } else {
          lack(
            field.title,
            Sentence.plainly("\(field.title.nl): schrijf ja of nee", "\(field.title.en): write yes or no"),
            rule: field.citation)
        }
      case .date:
        if let day = Day.dutch(value) {
          result[id] = day.description
        } else {
          lack(
            field.title,
            Sentence.plainly(
              "\(field.title.nl): «\(value)» is geen bestaande datum; \(Day.writing.nl)",
              "\(field.title.en): “\(value)” is not an existing date; \(Day.writing.en)"),
            rule: field.citation)
        }
      case .oneOf(let values): result[id] = checked([value], of: field, among: values)
      case .someOf(let name):
        let values = workflow.parameter(name).map { traject.values(of: $0) } ?? []
        result[id] = checked(value.split(separator: ",").map(String.init), of: field, among: values)
      case .eachOutcome:
        let outcomes = standing.outcomes.map(\.id)
        let named = ["all", "alle"].contains(value) ? outcomes : value.split(separator: ",").map(String.init)
        for name in named where !outcomes.contains(name) {
          let what = Localized(nl: "leeruitkomst", en: "outcome")
          lack(what, Sentence.unknown(what, name, outcomes), rule: field.citation)
        }
        let before = (known[id] ?? "").split(separator: ",").map(String.init)
        result[id] = outcomes.filter { named.contains($0) || before.contains($0) }.joined(separator: ",")
      }
    }
    return result
  }
}

extension GesprekDefinition {
  /// The roles that are usually there, by their short names.
  public func usualPresence(_ workflow: Workflow) -> [String] {
    present.flatMap { presence -> [String] in
      switch presence {
      case .corner(let id): [workflow.corner(id)?.roles.first].compactMap(\.self)
      case .role(let id, let count): Array(repeating: id, count: max(1, count))
      }
    }.compactMap { workflow.role($0) }.map { $0.short.isEmpty ? $0.id : $0.short }
  }
}
