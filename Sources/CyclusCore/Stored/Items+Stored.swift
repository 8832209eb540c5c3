extension GesprekDefinition: StoredRecord {
  init(_ stored: StoredFields) throws {
    id = try stored("id")
    title = try stored("title")
    by = try stored.list("by")
    present = try stored.list("present")
    opens = try stored("opens")
    due = try stored.optional("due")
    duration = try stored.optional("duration")
    modes = try stored.list("modes")
    agenda = try stored.list("agenda")
    record = try stored.list("record")
    plans = try stored.list("plans")
    warnsWithout = try stored.list("warnsWithout")
    judging = try stored.optional("judging")
    closeBy = try stored.list("closeBy")
    closeDue = try stored.optional("closeDue")
    planning = try stored.optional("planning")
    route = try stored.optional("route")
    when = try stored.optional("when")
    citation = try stored("citation")
    let weeks: Weeks? = try stored.optional("weeks")
    each = try weeks.map { Recurrence($0) } ?? stored.optional("recurrence")
    closeNeeds = try stored.list("needs")
    isTogether = try stored.flag("together")
  }
}

extension AgendaItem: StoredRecord {
  init(_ stored: StoredFields) throws {
    nl = try stored("nl")
    en = try stored("en")
    when = try stored.optional("when")
  }
}

extension GesprekDefinition.Presence: StoredChoice {
  init(_ stored: StoredCase) throws {
    switch stored.name {
    case "corner": self = .corner(try stored.fields("_0"))
    case "role": self = .role(try stored.fields("_0"), count: try stored.fields("count"))
    default: throw stored.unknown
    }
  }
}

extension GesprekDefinition.RecordField: StoredRecord {
  init(_ stored: StoredFields) throws {
    id = try stored("id")
    title = try stored("title")
    kind = try stored("kind")
    isRequired = try stored.flag("isRequired")
    isSilent = try stored.optional("isSilent")
    askedWith = try stored.optional("askedWith")
    citation = try stored("citation")
    then = try stored.list("consequences")
  }
}

extension GesprekDefinition.Consequence: StoredRecord {
  init(_ stored: StoredFields) throws {
    value = try stored("value")
    needs = try stored.list("needs")
    opens = try stored.optional("opens")
    inARow = try stored.optional("inARow")
  }
}

extension GesprekDefinition.RecordField.Kind: StoredChoice {
  init(_ stored: StoredCase) throws {
    switch stored.name {
    case "yes": self = .yes
    case "yesNo": self = .yesNo
    case "date": self = .date
    case "eachOutcome": self = .eachOutcome
    case "oneOf": self = .oneOf(try stored.fields.list("_0"))
    case "someOf": self = .someOf(try stored.fields("_0"))
    default: throw stored.unknown
    }
  }
}

extension GesprekDefinition.Judging: StoredRecord {
  init(_ stored: StoredFields) throws {
    summative = try stored("summative")
    formative = try stored.flag("formative")
    isFinal = try stored.flag("isFinal")
    afterDocument = try stored.optional("afterDocument")
    waitsAtMost = try stored.optional("waitsAtMost")
    verdictParts = try stored.list("verdictParts")
    mark = try stored("mark")
    suggests = try stored.optional("suggests")
    due = try stored.optional("due")
    deputies = try stored.list("deputies")
    notSeen = try stored.optional("notSeen")
    citation = try stored("citation")
  }
}

extension GesprekDefinition.Judging.Summative: Stored {}

extension Deputy: StoredRecord {
  init(_ stored: StoredFields) throws {
    role = try stored("role")
    when = try stored("when")
  }
}

extension GesprekDefinition.Planning: StoredRecord {
  init(_ stored: StoredFields) throws {
    by = try stored.list("by")
    due = try stored.optional("due")
  }
}

extension GesprekDefinition.Weeks: StoredRecord {
  init(_ stored: StoredFields) throws {
    first = try stored("first")
    last = try stored("last")
    missedInARow = try stored.optional("missedInARow")
    opensTask = try stored.optional("opensTask")
  }
}

extension DocumentDefinition: StoredRecord {
  init(_ stored: StoredFields) throws {
    id = try stored("id")
    title = try stored("title")
    by = try stored.list("by")
    forEach = try stored.list("forEach")
    each = try stored.optional("each")
    belongsTo = try stored.optional("belongsTo")
    signedBy = try stored.list("signedBy")
    opens = try stored("opens")
    due = try stored.optional("due")
    againWithin = try stored.optional("againWithin")
    route = try stored.optional("route")
    lapses = try stored.optional("lapses")
    when = try stored.optional("when")
    isNeverJudged = try stored.flag("isNeverJudged")
    signDue = try stored.optional("signDue")
    parts = try stored.list("parts")
    validity = try stored.optional("validity")
    citation = try stored("citation")
  }
}

extension DocumentDefinition.Part: StoredRecord {
  init(_ stored: StoredFields) throws {
    id = try stored("id")
    title = try stored("title")
    isRequired = try stored.flag("isRequired")
    citation = try stored("citation")
  }
}

extension DocumentDefinition.Validity: StoredChoice {
  init(_ stored: StoredCase) throws {
    switch stored.name {
    case "stated": self = .stated
    case "parameter": self = .parameter(try stored.fields("_0"))
    default: throw stored.unknown
    }
  }
}

extension ApprovalDefinition: StoredRecord {
  init(_ stored: StoredFields) throws {
    id = try stored("id")
    title = try stored("title")
    asks = try stored("asks")
    by = try stored.list("by")
    due = try stored.optional("due")
    route = try stored.optional("route")
    citation = try stored("citation")
  }
}

extension TaskDefinition: StoredRecord {
  init(_ stored: StoredFields) throws {
    id = try stored("id")
    title = try stored("title")
    by = try stored.list("by")
    forEach = try stored.list("forEach")
    each = try stored.optional("each")
    forEachUnit = try stored.flag("forEachUnit")
    forEachOutcome = try stored.flag("forEachOutcome")
    deputies = try stored.list("deputies")
    belongsTo = try stored.optional("belongsTo")
    opens = try stored.optional("opens")
    due = try stored.optional("due")
    route = try stored.optional("route")
    lapses = try stored.optional("lapses")
    when = try stored.optional("when")
    needs = try stored.list("needs")
    citation = try stored("citation")
  }
}

extension CounterDefinition: StoredRecord {
  init(_ stored: StoredFields) throws {
    id = try stored("id")
    title = try stored("title")
    unit = try stored("unit")
    low = try stored.optional("low")
    high = try stored.optional("high")
    warnAt = try stored.optional("warnAt")
    gesprekkenWith = try stored.optional("gesprekkenWith")
    signedWith = try stored.optional("signedWith")
    citation = try stored("citation")
  }
}
