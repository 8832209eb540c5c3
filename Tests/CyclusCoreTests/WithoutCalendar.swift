import CyclusCore

// What is tested of the engine alone is tested without a calendar: with the free days of the workflow only.
extension Rulebook {
  init(workflow: Workflow, from: Day, until: Day? = nil, parameters: [String: String]) throws(TimelineProblem)
  {
    try self.init(workflow: workflow, from: from, until: until, parameters: parameters, calendar: nil)
  }

  init(workflow: Workflow, traject: Traject) throws(TimelineProblem) {
    try self.init(workflow: workflow, traject: traject, calendar: nil)
  }
}

extension Correction {
  init(log: [LoggedEvent], workflow: Workflow) {
    self.init(log: log, workflow: workflow, calendars: Calendars())
  }
}
