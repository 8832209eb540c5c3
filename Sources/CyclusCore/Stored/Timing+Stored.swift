extension Span: StoredRecord {
  init(_ stored: StoredFields) throws {
    count = try stored("count")
    unit = try stored("unit")
  }
}

extension Span.Unit: Stored {}

extension GesprekReference: StoredChoice {
  init(_ stored: StoredCase) throws {
    switch stored.name {
    case "named": self = .named(try stored.fields("_0"))
    case "its": self = .its
    default: throw stored.unknown
    }
  }
}

extension Requirement: StoredRecord {
  init(_ stored: StoredFields) throws {
    self.init(
      try stored("item"), try stored("step"), isEvery: try stored.flag("every"),
      inThisBlock: try stored.optional("inThisBlock"))
  }
}

extension Opening: StoredChoice {
  init(_ stored: StoredCase) throws {
    switch stored.name {
    case "start": self = .start
    case "week": self = .week(try stored.fields("_0"))
    case "with": self = .with(try stored.fields("_0"))
    case "phase": self = .phase(try stored.fields("_0"))
    case "after": self = .after(try stored.fields("_0"))
    // One parameter stood alone once, and several under a name of their own: definitions are never written again.
    case "set":
      let alone: String? = try? stored.fields("_0")
      self = .set(try alone.map { [$0] } ?? stored.fields.list("_0"))
    case "anySet": self = .set(try stored.fields.list("_0"))
    case "itsWeek": self = .itsWeek
    case "startOfItsPeriod": self = .startOfItsPeriod
    case "without": self = .without(try stored.fields("_0"), document: try stored.fields("document"))
    case "runsOut": self = .runsOut(document: try stored.fields("document"))
    case "withResult":
      self = .withResult(
        try stored.fields("_0"), field: try stored.fields("field"), value: try stored.fields("value"))
    default: throw stored.unknown
    }
  }
}

extension Deadline: StoredChoice {
  init(_ stored: StoredCase) throws {
    switch stored.name {
    case "endOfWeek": self = .endOfWeek(try stored.fields("_0"))
    case "endOfItsWeek": self = .endOfItsWeek
    case "endOfBlock": self = .endOfBlock(try stored.fields("_0"))
    case "endOfPlacement": self = .endOfPlacement
    case "dayOf": self = .dayOf(try stored.fields("_0"))
    case "before": self = .before(try stored.fields("_0"), try stored.fields("_1"))
    case "after": self = .after(try stored.fields("_0"), try stored.fields("_1"))
    case "afterOpening": self = .afterOpening(try stored.fields("_0"))
    case "ofItsPeriod": self = .ofItsPeriod(try stored.fields("_0"))
    case "afterItsPeriod": self = .afterItsPeriod(try stored.fields("_0"), try stored.fields("_1"))
    case "beforeItsPeriod": self = .beforeItsPeriod(try stored.fields("_0"), try stored.fields("_1"))
    default: throw stored.unknown
    }
  }
}

extension PeriodPoint: Stored {}

extension Condition: StoredChoice {
  init(_ stored: StoredCase) throws {
    switch stored.name {
    case "parameter": self = .parameter(try stored.fields("_0"), is: try stored.fields("is"))
    case "recorded": self = .recorded(try stored.fields("_0"))
    case "result": self = .result(try stored.fields("_0"))
    case "lasts": self = .lasts(try stored.fields("_0"))
    case "all": self = .all(try stored.fields.list("_0"))
    case "any": self = .any(try stored.fields.list("_0"))
    case "not": self = .not(try stored.fields("_0"))
    default: throw stored.unknown
    }
  }
}

extension ResultCondition: StoredRecord {
  init(_ stored: StoredFields) throws {
    item = try stored("item")
    field = try stored.optional("field")
    value = try stored("value")
  }
}

extension Citation: StoredRecord {
  init(_ stored: StoredFields) throws {
    rules = try stored.list("rules")
    assumed = try stored.list("assumed")
  }
}

extension Localized: StoredRecord {
  init(_ stored: StoredFields) throws {
    nl = try stored("nl")
    en = try stored("en")
  }
}

extension Step: Stored {}

extension FreePeriod: StoredRecord {
  init(_ stored: StoredFields) throws {
    from = try stored("from")
    to = try stored("to")
    name = try stored("name")
    region = try stored.optional("region")
  }
}

extension TeachingTimeline.Part: StoredRecord {
  init(_ stored: StoredFields) throws {
    kind = try stored("kind")
    name = try stored("name")
    weeks = try stored("weeks")
    start = try stored.optional("start")
  }
}

extension TeachingTimeline.Part.Kind: Stored {}

extension Weekday: Stored {}
