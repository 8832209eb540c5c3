extension Deliberation {
  /// Gives a role to a person from a day on; who held it before holds it no longer.
  ///
  /// It is for the leading role, or for somebody of the same side: a school names its own people.
  mutating func assign(_ name: String, _ person: PersonID, _ since: Day?) throws(Refusal) -> Decision {
    guard let role = workflow.role(name) else {
      throw refusal(
        Localized(nl: "rol", en: "role"),
        Sentence.unknownRole(name, workflow.roles))
    }
    let colleagues = workflow.roles.filter { $0.place == role.place && $0.place != .student }.map(\.id)
    let actor = actor(
      among: [workflow.leader] + colleagues.filter { $0 != workflow.leader }, rule: Citation(assumed: ["by"]))
    let since = since ?? happened
    if role.place == .student {
      lack(
        role.title,
        Sentence.plainly(
          "de student van een traject verandert niet: start een nieuw traject",
          "the student of a traject does not change: start a new traject"), rule: role.citation)
    } else if person == traject.student {
      lack(role.title, Sentence.studentInRole(person, role), rule: role.citation)
    }
    if since < traject.from {
      lack(Localized(nl: "datum", en: "date"), Sentence.beforeStart(since, traject.from))
    }
    if since > max(occasion.today, traject.from) {
      remarks.append(
        Sentence.plainly(
          "let op: lijsten noemen \(person) nu al bij \(role.title.nl); handelen kan pas vanaf \(since.longNL)",
          "note: lists name \(person) as \(role.title.en) from now on; acting is possible from \(since.longEN)"
        ))
    }
    if traject.holder(of: role.id) == person {
      lack(
        role.title,
        Sentence.plainly(
          "\(person) heeft de rol \(role.title.nl) al", "\(person) has the role \(role.title.en) already"))
    }
    return try decision([
      entry(.assigned(role: role.id, person: person, since: since), by: actor, rule: role.citation)
    ])
  }

  /// Records that a role may fill a corner from a day on.
  mutating func standIn(_ cornerID: String, _ roleName: String, _ since: Day) throws(Refusal) -> Decision {
    guard let corner = workflow.corner(cornerID) else {
      throw refusal(
        Localized(nl: "hoek", en: "corner"),
        Sentence.unknown(Localized(nl: "hoek", en: "corner"), cornerID, workflow.corners.map(\.id)))
    }
    let actor = actor(
      among: [workflow.leader] + corner.standIns, rule: corner.citation)
    guard let role = filledRole(roleName) else {
      throw Refusal(verb: verb, traject: traject.id, missing: missing)
    }
    if !corner.standIns.contains(role) {
      lack(
        corner.title,
        Sentence.plainly(
          "voor de hoek \(corner.title.nl) kan alleen invallen: \(Sentence.list(corner.standIns, "of"))",
          "only these may stand in for the corner \(corner.title.en): \(Sentence.list(corner.standIns, "or"))"
        ),
        rule: corner.citation)
    }
    return try decision([
      entry(.stoodIn(corner: cornerID, role: role, since: since), by: actor, rule: corner.citation)
    ])
  }
}
