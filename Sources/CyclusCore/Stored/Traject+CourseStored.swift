extension Traject.Pause: StoredRecord {
  init(_ stored: StoredFields) throws {
    cause = try stored("cause")
    since = try stored("since")
    until = try stored.optional("until")
    flagsBefore = try stored.optional("flagsBefore")
  }
}

extension Traject.Waiver: StoredRecord {
  init(_ stored: StoredFields) throws {
    on = try stored("on")
    by = try stored("by")
    why = try stored("why")
  }
}

extension Traject.Dispute: StoredRecord {
  init(_ stored: StoredFields) throws {
    outcome = try stored("outcome")
    round = try stored("round")
    asked = try stored("asked")
    on = try stored("on")
    by = try stored("by")
    verdict = try stored("verdict")
    judgedBy = try stored.optional("judgedBy")
    recordedBy = try stored.optional("recordedBy")
    discussed = try stored.optional("discussed")
    ruling = try stored.optional("ruling")
    ruled = try stored.optional("ruled")
    isDecided = try stored.flag("isDecided")
  }
}

extension Traject.Goal: StoredRecord {
  init(_ stored: StoredFields) throws {
    id = try stored("id")
    on = try stored("on")
    prose = try stored.named("prose")
    codes = try stored.named("codes")
  }
}

extension Traject.Agreement: StoredRecord {
  init(_ stored: StoredFields) throws {
    id = try stored("id")
    on = try stored("on")
    what = try stored("what")
    owner = try stored("owner")
    due = try stored("due")
    status = try stored.optional("status")
    settled = try stored.optional("settled")
  }
}

extension Traject.Agreement.Status: Stored {}

extension Traject.Termination: StoredRecord {
  init(_ stored: StoredFields) throws {
    on = try stored("on")
    reason = try stored("reason")
    by = try stored("by")
  }
}

extension Traject.Round: StoredRecord {
  init(_ stored: StoredFields) throws {
    number = try stored("number")
    since = try stored("since")
  }
}

extension Actor: StoredRecord {
  init(_ stored: StoredFields) throws {
    person = try stored.optional("person")
    role = try stored.optional("role")
  }
}

extension Traject.Claim: StoredRecord {
  init(_ stored: StoredFields) throws {
    id = try stored("id")
    kind = try stored("kind")
    about = try stored.optional("about")
    gesprek = try stored("gesprek")
    on = try stored("on")
    by = try stored("by")
    proofs = try stored.list("proofs")
    result = try stored.optional("result")
    decided = try stored.optional("decided")
    deferred = try stored.optional("deferred")
  }
}

extension Traject.Claim.Result: Stored {}

extension Traject.Claim.Proof: StoredRecord {
  init(_ stored: StoredFields) throws {
    on = try stored("on")
    document = try stored.optional("document")
    reference = try stored.optional("reference")
  }
}

extension Traject.ReplacedValue: StoredRecord {
  init(_ stored: StoredFields) throws {
    parameter = try stored("parameter")
    value = try stored.optional("value")
    on = try stored("on")
  }
}
