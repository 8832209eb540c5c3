// The account of a date for scripts: who adds its steps up comes to the date.
extension DueAccount {
  /// The account as `why-date --format json` gives it; names are the Dutch ones, whatever the language.
  ///
  /// Each step goes on from the day on which the one before it ended, the first from `from.day`.
  public func json(on today: Day) -> JSONObject {
    var object = JSONObject()
    object["obligation"] = .string(obligation.key.description)
    object["what"] = .string(obligation.what.nl)
    object["role"] = .string(obligation.role)
    object["person"] = text(obligation.person?.description)
    object["from"] =
      origin.map { ["day": day($0.day), "what": .string($0.what.nl), "event": number($0.event)] } ?? .null
    object["steps"] = .array(lines.map { .object(json($0)) })
    object["opens"] = day(obligation.opens)
    object["due"] = day(obligation.due)
    object["state"] = .string(obligation.state(on: today).rawValue)
    object["rule"] = .string(obligation.rule.text)
    object["assumed"] = .bool(obligation.rule.isAssumed)
    object["waits"] = .array(
      waits.map { wait in
        [
          "obligation": text(wait.obligation?.description), "what": .string(wait.what.nl),
          "role": text(wait.role), "person": text(wait.person?.description),
        ]
      })
    object["snoozed_until"] = day(snoozed)
    object["calendar_known_until"] = day(calendarKnownUntil)
    object["beyond_calendar"] = .bool(beyondCalendar != nil)
    return object
  }

  private func json(_ line: Line) -> JSONObject {
    switch line.step {
    case .from, .waits: return [:]
    case .teachingWeeks(let count, let from, let to, let skipped):
      return step("teaching_weeks", count, "teaching_weeks", from, to, skipped)
    case .blockBegins(let name, let weeks, let from, let to, let skipped):
      var object = step("block_begins", weeks ?? 0, "weeks", from, to, skipped)
      object["what"] = .string(name)
      object["after_block"] = .bool(weeks != nil)
      return object
    case .counted(let span, let isBack, let from, let to, let skipped):
      var object = step("count", span.count, span.unit.name, from, to, skipped)
      object["direction"] = isBack ? "back" : "on"
      return object
    case .margin(let span, let from, let to, let skipped):
      var object = step("margin", span.count, span.unit.name, from, to, skipped)
      object["direction"] = "back"
      return object
    case .rolled(let from, let to, let skipped):
      var object = step("roll", abs(to - from), "days", from, to, skipped)
      object["direction"] = to < from ? "back" : "on"
      return object
    case .middle(let days, let to):
      var object = step("middle", to - days.lowerBound, "days", days.lowerBound, to)
      object["first"] = day(days.lowerBound)
      object["last"] = day(days.upperBound)
      return object
    case .share(let part, let of, let days, let from, let to):
      var object = step("share", abs(to - from), "days", from, to)
      object["part"] = number(part)
      object["of"] = number(of)
      object["first"] = day(days.lowerBound)
      object["last"] = day(days.upperBound)
      return object
    case .notBefore(let bound, let from, let to):
      var object = step("not_before", abs(to - from), "days", from, to)
      object["bound"] = .string(bound.name)
      if let event = line.event { object["event"] = .integer(Int64(event)) }
      object["what"] = .string(bound.words(workflow).nl)
      return object
    case .notAfter(let bound, let from, let to):
      var object = step("not_after", abs(to - from), "days", from, to)
      object["bound"] = .string(bound.name)
      object["what"] = .string(bound.words(workflow).nl)
      return object
    case .stoodStill(let stretches, let from, let to):
      var object = step("stood_still", to - from, "days", from, to)
      object["stretches"] = .array(stretches.map { .object(json($0)) })
      return object
    case .notMoved(let stretches, let stay, let on):
      var object = step("not_moved", 0, "days", on, on)
      object["stretches"] = .array(stretches.map { .object(json($0)) })
      object["what"] = .string(stay.name)
      return object
    case .stands(let gesprek, let on):
      var object = step("stands_for", 0, "days", on, on)
      object["what"] = .string(gesprek.description)
      return object
    case .recorded(let due, let record):
      var object = step("recorded", 0, "days", due, due)
      object["event"] = number(line.event)
      object["on"] = day(record.day)
      object["what"] = .string(record.name)
      return object
    }
  }

  private func step(
    _ kind: String, _ count: Int, _ unit: String, _ from: Day?, _ to: Day?, _ skipped: [SkippedDay] = []
  ) -> JSONObject {
    [
      "kind": .string(kind), "count": number(count), "unit": .string(unit), "from": day(from), "to": day(to),
      "skipped": .array(skipped.map { ["day": day($0.day), "name": .string($0.name.nl)] }),
    ]
  }

  private func json(_ stretch: Stretch) -> JSONObject {
    [
      "from": day(stretch.since), "until": day(stretch.until), "days": number(stretch.days),
      "stops": .array(
        stretch.stops.map { stop in
          switch stop {
          case .pause(let cause): ["kind": "pause", "cause": .string(cause.rawValue)]
          case .block(let id): ["kind": "block", "block": .string(id)]
          }
        }),
    ]
  }

  private func day(_ day: Day?) -> JSONValue { text(day?.description) }
  private func text(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }
  private func number(_ number: Int?) -> JSONValue { number.map { .integer(Int64($0)) } ?? .null }
}

extension DueBound {
  /// The name in JSON.
  fileprivate var name: String {
    switch self {
    case .opening: "opening"
    case .period: "period"
    case .gesprek: "gesprek"
    case .endOfPeriod: "end_of_period"
    case .lapses: "lapses"
    case .end: "end"
    case .clock: "clock"
    case .adoption: "adoption"
    case .overdueAtAdoption: "overdue_at_adoption"
    }
  }
}

extension DueStay {
  /// The name in JSON.
  var name: String {
    switch self {
    case .ranLater: "ran_later"
    case .passed: "passed"
    case .teachingWeek: "teaching_week"
    case .gesprek: "gesprek"
    case .endMoved: "end_moved"
    }
  }
}

extension Span.Unit {
  /// The name in JSON.
  fileprivate var name: String { rawValue.replacing(" ", with: "_") }
}

extension DueRecord {
  /// The day of the event; `nil` where the state does not keep it.
  var day: Day? {
    switch self {
    case .met(_, let day), .flagged(let day), .escalated(_, let day), .agreed(_, let day): day
    case .adopted: nil
    }
  }

  /// The name in JSON of what the event did.
  fileprivate var name: String {
    switch self {
    case .met: "met"
    case .flagged: "flagged"
    case .escalated: "escalated"
    case .agreed: "agreed"
    case .adopted: "adopted"
    }
  }
}
