// Nobody decides a matter that is about himself: people are compared, not roles (GEN-12).
extension Traject {
  /// The people whom an escalation is about: who had the role that its reason concerns on the day on which it was opened.
  func concerned(_ escalation: Escalation, _ route: EscalationRoute) -> [PersonID] {
    let reason = route.reasons.first { $0.id == escalation.reason }
    return reason?.concerns.map { holders(of: $0, on: escalation.opened) } ?? []
  }

  /// Who decides an open escalation: of those with the role the last who is not the one whom it is about.
  ///
  /// Where all of them are, the leading role has to assign somebody else first.
  func decider(_ escalation: Escalation, _ route: EscalationRoute, _ workflow: Workflow) -> (
    role: String, person: PersonID?, isToAssign: Bool
  ) {
    let role = escalation.climbed ? route.next ?? route.to : escalation.to
    let (holders, concerned) = (holdersNow(of: role), concerned(escalation, route))
    let other = holders.last { !concerned.contains($0) }
    guard escalation.isOpen, other == nil, !holders.isEmpty else { return (role, other, false) }
    return (workflow.leader, holder(of: workflow.leader), true)
  }

  /// What is worth saying in time: that nobody may decide on a reason, as who would is the one whom it is about.
  func concernRemarks(_ workflow: Workflow, on day: Day, reason only: String? = nil) -> [Localized] {
    workflow.escalations.flatMap { route in
      route.reasons.compactMap { reason -> Localized? in
        guard only == nil || only == reason.id, let about = reason.concerns else { return nil }
        let (to, concerned) = (reason.to ?? route.to, holders(of: about, on: day))
        let deciders = holders(of: to, on: day)
        guard let person = deciders.last, deciders.allSatisfy(concerned.contains) else { return nil }
        return Sentence.nobodyDecides(
          person, reason, workflow.title(of: about), (to, workflow.title(of: to)), name)
      }
    }
  }
}

extension Deliberation {
  /// While a matter is open, the role that decides it does not go to the one whom it is about; that he himself gives it to
  /// somebody else is said, as it may be the only way on.
  mutating func lackOwnMatter(_ role: Role, to person: PersonID, by actor: Actor) {
    for escalation in traject.openEscalations {
      guard let route = workflow.route(escalation.route),
        role.id == (escalation.climbed ? route.next ?? route.to : escalation.to)
      else { continue }
      let concerned = traject.concerned(escalation, route)
      if concerned.contains(person) {
        lack(
          Refusal.Missing(
            what: Localized(nl: "vier ogen", en: "four eyes"),
            message: Sentence.plainly(
              "\(escalation.id) gaat over \(person) zelf en wordt beslist door de \(role.title.nl): wijs een ander aan",
              "\(escalation.id) is about \(person) and is decided by the \(role.title.en): assign somebody else"
            ),
            rule: Citation(rules: ["GEN-12"], assumed: [])))
      } else if let own = actor.person, concerned.contains(own) {
        remarks.append(
          Sentence.plainly(
            "let op: \(escalation.id) gaat over \(own) zelf, die nu aanwijst wie erover beslist; dat blijft te zien in history (GEN-12)",
            "note: \(escalation.id) is about \(own), who now assigns the one who decides on it; that stays to be seen in history (GEN-12)"
          ))
      }
    }
  }

  /// The actor with the role in which he decides, or asks others; who is himself the one whom it is about is refused by
  /// that alone, whatever his role, and told who does so instead.
  mutating func decider(
    of escalation: Traject.Escalation, _ route: EscalationRoute, _ deciders: [String]
  ) -> Actor {
    let concerned = traject.concerned(escalation, route)
    guard let person = occasion.actor.person, concerned.contains(person) else {
      return actor(among: deciders, rule: route.citation)
    }
    let role = deciders.last { id in
      traject.holders(of: id, on: happened).contains { !concerned.contains($0) }
    }
    let other = role.flatMap { id in
      traject.holders(of: id, on: happened).last { !concerned.contains($0) }
    }
    let decides = role ?? escalation.to
    let holders = traject.holders(of: decides, on: happened)
    // Where only those have the role whom it is about, somebody else gets it first.
    let isToAssign = other == nil && !holders.isEmpty
    let title = workflow.title(of: decides)
    lack(
      Refusal.Missing(
        what: Localized(nl: "vier ogen", en: "four eyes"),
        message: isToAssign
          ? Sentence.onlyOwnMatter(person, escalation.id, (decides, title), holders, traject.name)
          : Sentence.ownMatter(person, escalation.id, (decides, title), other),
        role: isToAssign ? workflow.leader : decides,
        person: isToAssign ? traject.holder(of: workflow.leader) : other,
        rule: Citation(
          rules: ["GEN-12"] + route.citation.rules.filter { $0 != "GEN-12" }, assumed: route.citation.assumed)
      ))
    return occasion.actor
  }
}

extension Sentence {
  fileprivate static func ownMatter(
    _ person: PersonID, _ escalation: String, _ role: (id: String, title: Localized), _ other: PersonID?
  ) -> Localized {
    if let other {
      return plainly(
        "\(escalation) gaat over \(person) zelf: \(other) (\(role.title.nl)) beslist",
        "\(escalation) is about \(person): \(other) (\(role.title.en)) decides")
    }
    return plainly(
      "\(escalation) gaat over \(person) zelf: een ander beslist als \(role.title.nl) (wijs die aan met assign --role \(role.id)=…)",
      "\(escalation) is about \(person): somebody else decides as \(role.title.en) (assign one with assign --role \(role.id)=…)"
    )
  }

  fileprivate static func onlyOwnMatter(
    _ person: PersonID, _ escalation: String, _ role: (id: String, title: Localized), _ holders: [PersonID],
    _ traject: String
  ) -> Localized {
    let people = holders.map(\.description)
    let command = "assign \(traject) --role \(role.id)=…"
    let hasEN = people.count == 1 ? "has" : "have"
    return plainly(
      "\(escalation) gaat over \(person) zelf: een ander beslist als \(role.title.nl), maar die rol heeft alleen \(list(people, "en")); wijs eerst een ander aan met \(command)",
      "\(escalation) is about \(person): somebody else decides as \(role.title.en), but only \(list(people, "and")) \(hasEN) that role; first assign somebody else with \(command)"
    )
  }

  fileprivate static func nobodyDecides(
    _ person: PersonID, _ reason: EscalationRoute.Reason, _ about: Localized,
    _ to: (id: String, title: Localized), _ traject: String
  ) -> Localized {
    plainly(
      "let op: \(person) is zowel \(about.nl) als \(to.title.nl) en kan niet beslissen over wat hem of haar zelf betreft (escalate --reason \(reason.id)): wijs op tijd een ander aan, assign \(traject) --role \(to.id)=… (GEN-12)",
      "note: \(person) is both \(about.en) and \(to.title.en) and cannot decide on what concerns himself or herself (escalate --reason \(reason.id)): assign somebody else in time, assign \(traject) --role \(to.id)=… (GEN-12)"
    )
  }
}
