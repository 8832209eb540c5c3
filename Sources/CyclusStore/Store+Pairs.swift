import CyclusCore

extension Store {
  /// What is worth saying where a traject names a fellow student: a pair names each other.
  ///
  /// Also of whom it named before: that traject may still name this student.
  public func pairRemarks(_ traject: Traject, before: Traject? = nil) throws(StoreError) -> [Localized] {
    let parameters = try workflow(digest: traject.digest).parameters.filter { $0.kind == .person }
    var remarks: [Localized] = []
    for parameter in parameters {
      let now = traject.parameters[parameter.id].flatMap { PersonID($0) }
      let then = before?.parameters[parameter.id].flatMap { PersonID($0) }
      if let now {
        remarks += try unanswered(parameter, by: now, traject)
      }
      if let then, then != now {
        remarks += try pairTrajecten(of: then, parameter).filter { $0.named == traject.student }.map {
          Sentences.leftOver(parameter, $0.name, then, traject.student)
        }
      }
    }
    return remarks
  }

  /// The remark that a fellow student does not name the student in turn; none where one of the trajecten does.
  private func unanswered(_ parameter: Parameter, by other: PersonID, _ traject: Traject) throws(StoreError)
    -> [Localized]
  {
    let theirs = try pairTrajecten(of: other, parameter)
    guard !theirs.contains(where: { $0.named == traject.student }) else { return [] }
    let number = try person(traject.student)?.number ?? traject.student.description
    guard let first = theirs.first else {
      return [Sentences.withoutTraject(parameter, other, traject.student, number)]
    }
    return [Sentences.oneSided(parameter, first, other, traject.student, number)]
  }

  /// A traject that can name a fellow student, and whom it names.
  fileprivate struct PairTraject {
    var name: String
    var named: PersonID?
  }

  private func pairTrajecten(of person: PersonID, _ parameter: Parameter) throws(StoreError) -> [PairTraject]
  {
    var found: [PairTraject] = []
    for id in try trajecten(of: person) {
      let (state, rulebook) = try current(id)
      guard !state.hasEnded, rulebook.workflow.parameter(parameter.id)?.kind == .person else { continue }
      found.append(
        PairTraject(
          name: state.name, named: state.parameters[parameter.id].flatMap { PersonID($0) }))
    }
    return found
  }

  /// What is said of a pair of which one side is on record.
  private enum Sentences {
    static func oneSided(
      _ parameter: Parameter, _ theirs: PairTraject, _ other: PersonID, _ student: PersonID, _ number: String
    ) -> Localized {
      let command = "set \(theirs.name) \(parameter.id)=\(number)"
      guard let named = theirs.named else {
        return Localized(
          nl:
            "let op: \(theirs.name) van \(other) noemt \(student) nog niet als \(parameter.title.nl): leg dat vast met \(command)",
          en:
            "note: \(theirs.name) of \(other) does not name \(student) as \(parameter.title.en) yet: record it with \(command)"
        )
      }
      return Localized(
        nl:
          "let op: \(theirs.name) van \(other) noemt \(named) als \(parameter.title.nl) en niet \(student): klopt dat niet, typ dan \(command)",
        en:
          "note: \(theirs.name) of \(other) names \(named) as \(parameter.title.en) and not \(student): if that is wrong, type \(command)"
      )
    }

    static func withoutTraject(
      _ parameter: Parameter, _ other: PersonID, _ student: PersonID, _ number: String
    ) -> Localized {
      Localized(
        nl:
          "let op: \(other) heeft geen open traject dat \(student) als \(parameter.title.nl) kan noemen: geef bij de start daarvan --set \(parameter.id)=\(number)",
        en:
          "note: \(other) has no open traject that can name \(student) as \(parameter.title.en): give --set \(parameter.id)=\(number) when it starts"
      )
    }

    static func leftOver(
      _ parameter: Parameter, _ theirs: String, _ other: PersonID, _ student: PersonID
    ) -> Localized {
      let command = "set \(theirs) \(parameter.id)="
      return Localized(
        nl:
          "let op: \(theirs) van \(other) noemt \(student) nog als \(parameter.title.nl): klopt dat niet meer, typ dan \(command)",
        en:
          "note: \(theirs) of \(other) still names \(student) as \(parameter.title.en): if that is no longer right, type \(command)"
      )
    }
  }
}
