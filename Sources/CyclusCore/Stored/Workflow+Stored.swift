extension Workflow: StoredRecord {
  init(_ stored: StoredFields) throws {
    id = try stored("id")
    version = try stored("version")
    title = try stored("title")
    leader = try stored("leader")
    leaderCitation = try stored("leaderCitation")
    roles = try stored.list("roles")
    corners = try stored.list("corners")
    parameters = try stored.list("parameters")
    timeline = try stored.list("timeline")
    datedBlocks = try stored.optional("datedBlocks")
    placementDays = try stored.list("placementDays")
    freeDays = try stored.list("freeDays")
    regionParameter = try stored.optional("regionParameter")
    outcomes = try stored.list("outcomes")
    instituteOnly = try stored.optional("instituteOnly")
    units = try stored.list("units")
    gesprekken = try stored.list("gesprekken")
    documents = try stored.list("documents")
    approvals = try stored.list("approvals")
    tasks = try stored.list("tasks")
    counters = try stored.list("counters")
    phases = try stored.list("phases")
    escalations = try stored.list("escalations")
    blocks = try stored.list("blocks")
    ladder = try stored("ladder")
    termination = try stored.optional("termination")
    waivers = try stored.optional("waivers")
    pauses = try stored.optional("pauses")
    disputes = try stored.optional("disputes")
    goals = try stored.optional("goals")
    agreements = try stored.optional("agreements")
    extensions = try stored.optional("extensions")
    openBefore = try stored.optional("openBefore")
    claims = try stored.list("kindsOfClaim")
  }
}

extension DatedBlocks: StoredRecord {
  init(_ stored: StoredFields) throws {
    name = try stored("name")
    startsParameter = try stored.optional("startsParameter")
    citation = try stored("citation")
  }
}

extension Workflow.TimelinePart: StoredRecord {
  init(_ stored: StoredFields) throws {
    part = try stored("part")
    startParameter = try stored.optional("startParameter")
    citation = try stored("citation")
  }
}

extension Outcome: StoredRecord {
  init(_ stored: StoredFields) throws {
    id = try stored("id")
    title = try stored("title")
    kind = try stored("kind")
    scale = try stored.list("scale")
    judges = try stored.list("judges")
    confirmer = try stored.optional("confirmer")
    decider = try stored.optional("decider")
    each = try stored.optional("each")
    opens = try stored.optional("opens")
    due = try stored.optional("due")
    needs = try stored.optional("needs")
    at = try stored.optional("at")
    parts = try stored.optional("parts")
    verdictNeeds = try stored.named("verdictNeeds")
    needsVerdict = try stored.flag("needsVerdict")
    follows = try stored.optional("follows")
    confirmDue = try stored.optional("confirmDue")
    feedbackParts = try stored.optional("feedbackParts")
    catchesOtherFeedback = try stored.flag("catchesOtherFeedback")
    when = try stored.optional("when")
    judgedWhen = try stored.optional("judgedWhen")
    credits = try stored.optional("credits")
    indicators = try stored.list("indicators")
    expected = try stored.list("expected")
    travelsAs = try stored.optional("travelsAs")
    citation = try stored("citation")
  }
}

extension Outcome.Kind: Stored {}

extension Outcome.Part: StoredRecord {
  init(_ stored: StoredFields) throws {
    id = try stored("id")
    title = try stored("title")
    values = try stored.list("values")
    isRequired = try stored.flag("isRequired")
    citation = try stored("citation")
  }
}

extension Outcome.IndicatorGroup: StoredRecord {
  init(_ stored: StoredFields) throws {
    id = try stored("id")
    title = try stored("title")
    isNotForVerdict = try stored.flag("isNotForVerdict")
    isFocus = try stored.flag("isFocus")
    citation = try stored("citation")
  }
}

extension InstituteOnly: StoredRecord {
  init(_ stored: StoredFields) throws {
    parameter = try stored("parameter")
    lists = try stored.list("lists")
    citation = try stored("citation")
  }
}

extension InstituteOnly.List: StoredRecord {
  init(_ stored: StoredFields) throws {
    value = try stored("value")
    outcomes = try stored.list("outcomes")
  }
}

extension OutcomeUnit: StoredRecord {
  init(_ stored: StoredFields) throws {
    id = try stored("id")
    title = try stored("title")
    all = try stored.list("all")
    with = try stored.list("with")
    confirmer = try stored("confirmer")
    opens = try stored("opens")
    due = try stored.optional("due")
    confirmNeeds = try stored.list("confirmNeeds")
    citation = try stored("citation")
  }
}

extension OutcomeUnit.Need: StoredRecord {
  init(_ stored: StoredFields) throws {
    result = try stored("result")
    requirements = try stored.list("requirements")
  }
}

extension Phase: StoredRecord {
  init(_ stored: StoredFields) throws {
    id = try stored("id")
    title = try stored("title")
    leaveWhen = try stored.list("leaveWhen")
    next = try stored.optional("next")
    ways = try stored.optional("ways")
    passesByItself = try stored.flag("passesByItself")
    citation = try stored("citation")
  }
}

extension Way: StoredRecord {
  init(_ stored: StoredFields) throws {
    to = try stored.optional("to")
    when = try stored.optional("when")
    needs = try stored.list("needs")
  }
}

extension BlockDefinition: StoredRecord {
  init(_ stored: StoredFields) throws {
    id = try stored("id")
    title = try stored("title")
    onEntry = try stored.optional("onEntry")
    setBy = try stored.list("setBy")
    liftedBy = try stored.list("liftedBy")
    liftNeeds = try stored.list("liftNeeds")
    suspends = try stored.flag("suspends")
    citation = try stored("citation")
  }
}

extension Role: StoredRecord {
  init(_ stored: StoredFields) throws {
    id = try stored("id")
    short = try stored("short")
    title = try stored("title")
    place = try stored("place")
    isRequired = try stored.flag("isRequired")
    citation = try stored("citation")
  }
}

extension Role.Place: Stored {}

extension Corner: StoredRecord {
  init(_ stored: StoredFields) throws {
    id = try stored("id")
    title = try stored("title")
    roles = try stored.list("roles")
    standIns = try stored.list("standIns")
    citation = try stored("citation")
  }
}

extension Parameter: StoredRecord {
  init(_ stored: StoredFields) throws {
    id = try stored("id")
    title = try stored("title")
    kind = try stored("kind")
    fallback = try stored.optional("fallback")
    isRequired = try stored.flag("isRequired")
    when = try stored.optional("when")
    least = try stored.optional("least")
    most = try stored.optional("most")
    warnAt = try stored.list("warnAt")
    shownOn = try stored.optional("shownOn")
    citation = try stored("citation")
  }
}

extension Parameter.Kind: StoredChoice {
  init(_ stored: StoredCase) throws {
    switch stored.name {
    case "oneOf": self = .oneOf(try stored.fields.list("_0"))
    case "yesNo": self = .yesNo
    case "date": self = .date
    case "dates": self = .dates
    case "number": self = .number
    case "someOf": self = .someOf(try stored.fields.list("_0"), try stored.fields("_1"))
    case "person": self = .person
    default: throw stored.unknown
    }
  }
}

extension Parameter.Place: Stored {}
