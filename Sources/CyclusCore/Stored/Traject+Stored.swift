extension Traject: StoredRecord {
  init(_ stored: StoredFields) throws {
    id = try stored("id")
    student = try stored("student")
    workflow = try stored("workflow")
    version = try stored("version")
    digest = try stored("digest")
    from = try stored("from")
    until = try stored.optional("until")
    school = try stored.optional("school")
    assignments = try stored.list("assignments")
    parameters = try stored.named("parameters")
    phase = try stored("phase")
    entered = try stored.list("entered")
    completed = try stored.optional("completed")
    settled = try stored.named("settled")
    gesprekken = try stored.named("gesprekken")
    documents = try stored.named("documents")
    approvals = try stored.named("approvals")
    judgements = try stored.list("judgements")
    confirmations = try stored.named("confirmations")
    counters = try stored.named("counters")
    counts = try stored.optional("counts")
    blocks = try stored.list("blocks")
    escalations = try stored.list("escalations")
    escalationsOpened = try stored("escalationsOpened")
    flags = try stored.list("flags")
    standIns = try stored.list("standIns")
    parametersSet = try stored.named("parametersSet")
    replaced = try stored.optional("replaced")
    pauses = try stored.list("pauses")
    waived = try stored.named("waived")
    snoozed = try stored.named("snoozed")
    disputes = try stored.list("disputes")
    goals = try stored.list("goals")
    agreements = try stored.list("agreements")
    numbersTakenOut = try stored.list("numbersTakenOut")
    terminated = try stored.optional("terminated")
    rounds = try stored.named("rounds")
    extended = try stored.optional("extended")
    calendar = try stored.optional("calendar")
    keptDates = try stored.namedIfAny("keptDates")
    floors = try stored.namedIfAny("floors")
    lastEvent = try stored("lastEvent")
    claimsMade = try stored.optional("claimsMade")
    claims = try stored.list("claimed")
  }
}

extension Traject.Assignment: StoredRecord {
  init(_ stored: StoredFields) throws {
    role = try stored("role")
    person = try stored("person")
    since = try stored("since")
    until = try stored.optional("until")
  }
}

extension Traject.DateFloor: StoredRecord {
  init(_ stored: StoredFields) throws {
    due = try stored("due")
    adopted = try stored("adopted")
  }
}

extension Traject.PhaseEntry: StoredRecord {
  init(_ stored: StoredFields) throws {
    phase = try stored("phase")
    on = try stored("on")
    isPast = try stored.flag("isPast")
  }
}

extension Traject.Settlement: StoredRecord {
  init(_ stored: StoredFields) throws {
    on = try stored("on")
    due = try stored.optional("due")
    event = try stored("event")
  }
}

extension Traject.GesprekRecord: StoredRecord {
  init(_ stored: StoredFields) throws {
    planned = try stored.optional("planned")
    mode = try stored.optional("mode")
    sessions = try stored.list("sessions")
    conclusion = try stored.optional("conclusion")
    record = try stored.named("record")
    closed = try stored.optional("closed")
    cancelled = try stored.optional("cancelled")
  }
}

extension Traject.Session: StoredRecord {
  init(_ stored: StoredFields) throws {
    on = try stored("on")
    present = try stored.list("present")
    minutes = try stored.optional("minutes")
    mode = try stored.optional("mode")
  }
}

extension Traject.Attendance: StoredRecord {
  init(_ stored: StoredFields) throws {
    role = try stored("role")
    person = try stored("person")
  }
}

extension Traject.DocumentRecord: StoredRecord {
  init(_ stored: StoredFields) throws {
    round = try stored("round")
    submissions = try stored.list("submissions")
    sentBack = try stored.optional("sentBack")
    signatures = try stored.list("signatures")
  }
}

extension Traject.Submission: StoredRecord {
  init(_ stored: StoredFields) throws {
    round = try stored("round")
    on = try stored("on")
    by = try stored.optional("by")
    reference = try stored.optional("reference")
    parts = try stored.optional("parts")
    validUntil = try stored.optional("validUntil")
  }
}

extension Traject.Signature: StoredRecord {
  init(_ stored: StoredFields) throws {
    role = try stored("role")
    person = try stored("person")
    on = try stored.optional("on")
    event = try stored.optional("event")
  }
}

extension Traject.Count: StoredRecord {
  init(_ stored: StoredFields) throws {
    counter = try stored("counter")
    on = try stored("on")
    amount = try stored("amount")
    event = try stored("event")
  }
}

extension Traject.ApprovalRecord: StoredRecord {
  init(_ stored: StoredFields) throws {
    round = try stored("round")
    documentRound = try stored("documentRound")
    granted = try stored.optional("granted")
    rejections = try stored.list("rejections")
  }
}

extension Traject.Rejection: StoredRecord {
  init(_ stored: StoredFields) throws {
    on = try stored("on")
    by = try stored.optional("by")
    why = try stored("why")
  }
}

extension Traject.Judgement: StoredRecord {
  init(_ stored: StoredFields) throws {
    event = try stored("event")
    outcome = try stored("outcome")
    gesprek = try stored("gesprek")
    verdict = try stored.optional("verdict")
    isFinal = try stored.flag("isFinal")
    by = try stored.optional("by")
    role = try stored.optional("role")
    on = try stored("on")
    isNotSeen = try stored.flag("isNotSeen")
    marks = try stored.list("marks")
    recordedBy = try stored.optional("recordedBy")
    asked = try stored.optional("asked")
  }
}

extension Traject.Confirmation: StoredRecord {
  init(_ stored: StoredFields) throws {
    on = try stored("on")
    by = try stored.optional("by")
    result = try stored("result")
  }
}

extension Traject.BlockRecord: StoredRecord {
  init(_ stored: StoredFields) throws {
    id = try stored("id")
    since = try stored("since")
    until = try stored.optional("until")
  }
}

extension Traject.Flag: StoredRecord {
  init(_ stored: StoredFields) throws {
    obligation = try stored("obligation")
    due = try stored("due")
    rung = try stored("rung")
    recipient = try stored.optional("recipient")
    on = try stored("on")
  }
}

extension Traject.StandIn: StoredRecord {
  init(_ stored: StoredFields) throws {
    corner = try stored("corner")
    role = try stored("role")
    since = try stored("since")
  }
}

extension Traject.Escalation: StoredRecord {
  init(_ stored: StoredFields) throws {
    id = try stored("id")
    route = try stored("route")
    reason = try stored("reason")
    about = try stored.optional("about")
    obligation = try stored.optional("obligation")
    opened = try stored("opened")
    openedBy = try stored("openedBy")
    to = try stored("to")
    due = try stored.optional("due")
    consulted = try stored.list("consulted")
    plan = try stored.optional("plan")
    outcome = try stored.optional("outcome")
    decided = try stored.optional("decided")
    decidedBy = try stored.optional("decidedBy")
    withdrawn = try stored.optional("withdrawn")
    climbed = try stored.flag("climbed")
  }
}

extension Traject.Consultation: StoredRecord {
  init(_ stored: StoredFields) throws {
    role = try stored("role")
    on = try stored("on")
    isAbsent = try stored.flag("isAbsent")
  }
}
