extension Recurrence: StoredRecord {
  init(_ stored: StoredFields) throws {
    choices = try stored.list("choices")
    missedInARow = try stored.optional("missedInARow")
    opensTask = try stored.optional("opensTask")
  }
}

extension Recurrence.Choice: StoredRecord {
  init(_ stored: StoredFields) throws {
    period = try stored("period")
    atLeast = try stored.optional("atLeast")
    isSpread = try stored.flag("isSpread")
    margin = try stored.optional("margin")
    ofWhich = try stored.optional("ofWhich")
    counts = try stored.list("counts")
    with = try stored.list("with")
    when = try stored.optional("when")
    citation = try stored("citation")
  }
}

extension Recurrence.Period: StoredChoice {
  init(_ stored: StoredCase) throws {
    switch stored.name {
    case "weeks": self = .weeks(first: try stored.fields("first"), last: try stored.fields("last"))
    case "week": self = .week
    case "everyWeeks": self = .everyWeeks(try stored.fields("_0"))
    case "block": self = .block
    case "schoolYear": self = .schoolYear
    case "placement": self = .placement
    case "phase": self = .phase(try stored.fields("_0"))
    case "occasion": self = .occasion
    default: throw stored.unknown
    }
  }
}

extension Recurrence.Count: StoredChoice {
  init(_ stored: StoredCase) throws {
    switch stored.name {
    case "number": self = .number(try stored.fields("_0"))
    case "parameter": self = .parameter(try stored.fields("_0"))
    default: throw stored.unknown
    }
  }
}

extension Recurrence.Share: StoredRecord {
  init(_ stored: StoredFields) throws {
    mode = try stored("mode")
    atLeast = try stored("atLeast")
  }
}
