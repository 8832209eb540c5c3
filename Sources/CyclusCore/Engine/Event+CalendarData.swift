// The data of the event by which a traject goes on under another calendar.
extension Event.CalendarAdopted {
  func write(_ data: inout EventData) {
    data.put("before", before, "calendar", calendar)
    data.object["moved"] = .array(
      moved.map { moved in
        var one: JSONObject = ["obligation": .string(moved.obligation.description)]
        if let from = moved.from { one["from"] = .string(from.description) }
        if let to = moved.to { one["to"] = .string(to.description) }
        return .object(one)
      })
    data.put("kept", kept.mapValues(\.description))
    data.put("floors", floors.mapValues(\.description))
  }

  init(_ data: EventData) throws(EventProblem) {
    var moved: [Moved] = []
    for item in try data.objects("moved") {
      moved.append(
        Moved(
          obligation: try item.value("obligation"), from: try item.valueIfAny("from"),
          to: try item.valueIfAny("to")))
    }
    self.init(
      before: data.textIfAny("before"), calendar: try data.text("calendar"), moved: moved,
      kept: try Self.dates("kept", data), floors: try Self.dates("floors", data))
  }

  private static func dates(_ name: String, _ data: EventData) throws(EventProblem) -> [String: Day] {
    var dates: [String: Day] = [:]
    for (key, text) in try data.texts(name) {
      guard ObligationKey(key) != nil, let day = Day(text) else {
        throw data.problem(name, "dates by obligation")
      }
      dates[key] = day
    }
    return dates
  }
}
