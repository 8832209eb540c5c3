extension Deliberation {
  /// Gives a role to a person from a day on; who held it before holds it no longer, unless there is room for both.
  ///
  /// It is for the leading role, or for somebody of the same side: a school names its own people.
  mutating func assign(_ name: String, _ person: PersonID, _ since: Day?, _ beside: [PersonID]? = nil)
    throws(Refusal)
    -> Decision
  {
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
    let holders = traject.holdersNow(of: role.id)
    if workflow.places(of: role.id) == 1 ? holders.last == person : holders.contains(person) {
      lack(
        role.title,
        Sentence.plainly(
          "\(person) heeft de rol \(role.title.nl) al", "\(person) has the role \(role.title.en) already"))
    }
    lackOwnMatter(role, to: person, by: actor)
    let kept = kept(role, holders, beside, person)
    let assigned = entry(
      .assigned(role: role.id, person: person, since: since, beside: kept), by: actor, rule: role.citation)
    let (before, day) = (traject.concernRemarks(workflow, on: since), max(since, happened))
    remarks += traject.applying([assigned]).concernRemarks(workflow, on: day).filter { !before.contains($0) }
    return try decision([assigned])
  }

  /// Who keeps a role beside somebody who gets it: those who are named, else all for whom there is room.
  private mutating func kept(
    _ role: Role, _ holders: [PersonID], _ named: [PersonID]?, _ person: PersonID
  ) -> [PersonID] {
    let places = workflow.places(of: role.id)
    guard let named else {
      if places == 1 || holders.contains(person) { return [] }
      if holders.count < places { return holders }
      let people = holders.map(\.description)
      lack(
        role.title,
        Sentence.plainly(
          "\(Sentence.list(people, "en")) hebben de rol \(role.title.nl), en er is plaats voor \(places): zeg met --beside wie blijft",
          "\(Sentence.list(people, "and")) have the role \(role.title.en), and there is room for \(places): say with --beside who stays"
        ), rule: role.citation)
      return []
    }
    for other in named where !holders.contains(other) {
      lack(role.title, Sentence.roleNotHeld(other.description, role.title, happened), rule: role.citation)
    }
    if named.count >= places {
      lack(
        role.title,
        places == 1
          ? Sentence.plainly(
            "de rol \(role.title.nl) heeft één persoon tegelijk: laat --beside weg",
            "one person at a time has the role \(role.title.en): leave --beside out")
          : Sentence.plainly(
            "de rol \(role.title.nl) heeft plaats voor \(places): noem bij --beside hoogstens \(places - 1)",
            "the role \(role.title.en) has room for \(places): name at most \(places - 1) under --beside"),
        rule: role.citation)
    }
    return holders.filter(named.contains)
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
