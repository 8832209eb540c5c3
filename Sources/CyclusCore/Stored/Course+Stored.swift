extension EscalationRoute: StoredRecord {
  init(_ stored: StoredFields) throws {
    id = try stored("id")
    title = try stored("title")
    reasons = try stored.list("reasons")
    aboutOutcome = try stored.flag("aboutOutcome")
    byHand = try stored.flag("byHand")
    to = try stored("to")
    next = try stored.optional("next")
    nextAfter = try stored.optional("nextAfter")
    consultNeeded = try stored.list("consultNeeded")
    consultPossible = try stored.list("consultPossible")
    needs = try stored.list("needs")
    within = try stored("within")
    outcomes = try stored.list("outcomes")
    stops = try stored.flag("stops")
    citation = try stored("citation")
  }
}

extension EscalationRoute.Reason: StoredRecord {
  init(_ stored: StoredFields) throws {
    id = try stored("id")
    title = try stored("title")
    sets = try stored.optional("sets")
    within = try stored.optional("within")
    to = try stored.optional("to")
    concerns = try stored.optional("concerns")
  }
}

extension EscalationRoute.Effect: Stored {}

extension EscalationRoute.Outcome: StoredRecord {
  init(_ stored: StoredFields) throws {
    id = try stored("id")
    title = try stored("title")
    effect = try stored("effect")
  }
}

extension EscalationRoute.Need: Stored {}

extension Ladder: StoredRecord {
  init(_ stored: StoredFields) throws {
    rungs = try stored.list("rungs")
    citation = try stored("citation")
  }
}

extension Ladder.Recipient: StoredChoice {
  init(_ stored: StoredCase) throws {
    switch stored.name {
    case "actor": self = .actor
    case "role": self = .role(try stored.fields("_0"))
    case "route": self = .route
    default: throw stored.unknown
    }
  }
}

extension Ladder.Rung: StoredRecord {
  init(_ stored: StoredFields) throws {
    after = try stored("after")
    to = try stored("to")
  }
}

extension TerminationDefinition: StoredRecord {
  init(_ stored: StoredFields) throws {
    by = try stored.list("by")
    alone = try stored.list("alone")
    citation = try stored("citation")
  }
}

extension TerminationDefinition.Reason: StoredRecord {
  init(_ stored: StoredFields) throws {
    id = try stored("id")
    title = try stored("title")
  }
}

extension WaiverDefinition: StoredRecord {
  init(_ stored: StoredFields) throws {
    by = try stored.list("by")
    never = try stored.list("never")
    citation = try stored("citation")
  }
}

extension PauseDefinition: StoredRecord {
  init(_ stored: StoredFields) throws {
    self.init(
      by: try stored.list("by"), budgets: try stored.optional("budgeted") ?? [],
      citation: try stored("citation"))
  }
}

extension PauseDefinition.Budget: StoredRecord {
  init(_ stored: StoredFields) throws {
    self.init(cause: try stored.optional("cause"), days: try stored("days"))
  }
}

extension PauseDefinition.Cause: Stored {}

extension DisputeDefinition: StoredRecord {
  init(_ stored: StoredFields) throws {
    dialogueWithin = try stored("dialogueWithin")
    agreementWithin = try stored("agreementWithin")
    route = try stored("route")
    citation = try stored("citation")
  }
}

extension GoalDefinition: StoredRecord {
  init(_ stored: StoredFields) throws {
    by = try stored.list("by")
    parts = try stored.list("parts")
    citation = try stored("citation")
  }
}

extension GoalDefinition.Part: StoredRecord {
  init(_ stored: StoredFields) throws {
    id = try stored("id")
    title = try stored("title")
    kind = try stored("kind")
    isRequired = try stored.flag("isRequired")
    citation = try stored("citation")
  }
}

extension GoalDefinition.Part.Kind: StoredChoice {
  init(_ stored: StoredCase) throws {
    switch stored.name {
    case "prose": self = .prose
    case "outcome": self = .outcome
    case "oneOf": self = .oneOf(try stored.fields.list("_0"))
    default: throw stored.unknown
    }
  }
}

extension AgreementDefinition: StoredRecord {
  init(_ stored: StoredFields) throws {
    by = try stored.list("by")
    citation = try stored("citation")
  }
}

extension ExtensionDefinition: StoredRecord {
  init(_ stored: StoredFields) throws {
    by = try stored.list("by")
    when = try stored.optional("when")
    again = try stored.optional("again")
    atMost = try stored.optional("atMost")
    citation = try stored("citation")
  }
}

extension ClaimDefinition: StoredRecord {
  init(_ stored: StoredFields) throws {
    id = try stored("id")
    title = try stored("title")
    by = try stored.list("by")
    about = try stored.optional("about")
    gesprek = try stored("gesprek")
    grantedBy = try stored.list("grantedBy")
    needs = try stored.list("needs")
    inTime = try stored.optional("inTime")
    citation = try stored("citation")
  }
}

extension ClaimDefinition.Need: Stored {}
