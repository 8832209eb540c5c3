// The data of the events of the course of a traject: pauses, waivers, disputes, goals and agreements.
extension Event {
  /// Writes the data of an event of the course.
  func write(course data: inout EventData) {
    switch self {
    case .parameterSet(let name, let value, let again):
      data.put("parameter", name, "value", value)
      data.put("again", again.map(\.description))
    case .schoolSet(let school): data.object["school"] = .string("S\(school)")
    case .extended(let until): data.put("until", until)
    case .noted(let text): data.put("text", text)
    case .waived(let obligation, let why): data.put("obligation", obligation, "why", why)
    case .snoozed(let obligation, let until, let why):
      data.put("obligation", obligation, "until", until, "why", why)
    case .paused(let cause, let since, let resumed):
      data.put("cause", cause.rawValue, "since", since)
      data.put("resumed_on", resumed)
    case .disputed(let disputed): data.put("outcome", disputed.outcome, "why", disputed.why)
    case .discussed(let discussed):
      data.put("outcome", discussed.outcome, "why", discussed.why, "agreed", discussed.agreed)
      data.put("absent", discussed.isAbsent)
      data.put("parts", discussed.parts)
    case .goalSet(let id, let prose, let codes):
      data.put("goal", id)
      data.put("parts", prose.mapValues(\.description))
      data.put("codes", codes)
    case .agreementMade(let made):
      data.put("agreement", made.id, "what", made.what, "owner", made.owner)
      data.put("due", made.due, "first_step", made.firstStep)
    case .agreementSettled(let settled):
      data.put("agreement", settled.id, "status", settled.status.rawValue)
      data.put("why", settled.why, "needs", settled.needs)
    case .terminated(let reason): data.put("reason", reason)
    default: break
    }
  }

  /// Reads an event of the course; `nil` for a name that is none of theirs.
  init?(course type: String, _ data: EventData) throws(EventProblem) {
    switch type {
    case "parameter_set":
      self = .parameterSet(
        name: try data.text("parameter"), value: try data.text("value"), again: try data.items("again"))
    case "school_set": self = .schoolSet(school: try Self.school(data))
    case "extended": self = .extended(until: try data.value("until"))
    case "noted": self = .noted(text: try data.value("text"))
    case "waived": self = .waived(obligation: try data.value("obligation"), why: try data.value("why"))
    case "snoozed":
      self = .snoozed(
        obligation: try data.value("obligation"), until: try data.value("until"), why: try data.value("why"))
    case "paused":
      self = .paused(
        cause: try data.code("cause"), since: try data.value("since"),
        resumed: try data.valueIfAny("resumed_on"))
    case "resumed": self = .resumed
    case "disputed":
      self = .disputed(Disputed(outcome: try data.text("outcome"), why: try data.value("why")))
    case "discussed":
      self = .discussed(
        Discussed(
          outcome: try data.text("outcome"), why: try data.value("why"), agreed: data.textIfAny("agreed"),
          isAbsent: data.flag("absent"), parts: try data.list("parts")))
    case "goal_set":
      self = .goalSet(
        id: try data.text("goal"), prose: try data.references("parts"), codes: try data.texts("codes"))
    case "agreement_made":
      self = .agreementMade(
        AgreementMade(
          id: try data.text("agreement"), what: try data.value("what"), owner: try data.text("owner"),
          due: try data.value("due"), firstStep: try data.valueIfAny("first_step")))
    case "agreement_settled":
      self = .agreementSettled(
        AgreementSettled(
          id: try data.text("agreement"), status: try data.code("status"), why: try data.valueIfAny("why"),
          needs: try data.valueIfAny("needs")))
    case "terminated": self = .terminated(reason: try data.text("reason"))
    default:
      guard let claim = try Event(claim: type, data) else { return nil }
      self = claim
    }
  }

  private static func school(_ data: EventData) throws(EventProblem) -> Int {
    let text = try data.text("school")
    guard text.first == "S", let number = Int(text.dropFirst()) else {
      throw EventProblem(type: "school_set", what: "«school» is not a school", key: "school")
    }
    return number
  }
}

extension EventData {
  /// One of a closed set of codes.
  func code<Code: RawRepresentable & CaseIterable>(_ key: String) throws(EventProblem) -> Code
  where Code.RawValue == String {
    guard let code = Code(rawValue: try text(key)) else {
      throw EventProblem(
        type: "\(Code.self)", what: "«\(key)» is none of its codes", key: key,
        codes: Code.allCases.map(\.rawValue))
    }
    return code
  }
}
