import ArgumentParser
import CyclusCore
import CyclusStore

/// The options by which every audit is narrowed down.
struct AuditFilter: ParsableArguments {
  @Option(help: "on or after this day: of opening, or of deciding") var since: String?
  @Option(help: "on or before this day: of opening, or of deciding") var until: String?
  @Option(help: "only this workflow") var workflow: String?
  @Option(help: "only this reason: of an escalation or its route, a block or an early end") var reason:
    String?
  @Option(help: "only this role: who decided, or with whom an escalation lies") var role: String?
  @Option(help: "only what this person opened or decided") var by: String?
  @Option(help: "only this school: a part of its name") var school: String?

  /// Whether anything is left out.
  var isSet: Bool { [since, until, workflow, reason, role, by, school].contains { $0 != nil } }

  /// What a row of an audit is narrowed down by.
  struct Subject {
    var day: Day
    var workflow: String
    var digest: String
    var reasons: [String?]
    var role: String?
    var people: [PersonID?]
    var school: Int?
  }

  /// The rows that pass, in their order.
  func passed<Row>(_ rows: [Row], _ session: Session, _ subject: (Row) -> Subject) throws -> [Row] {
    let since = try session.day("--since", since)
    let until = try session.day("--until", until)
    let store = try session.store(.read)
    let person = try by.map { try store.person(named: $0).id }
    return try rows.filter { row in
      let row = subject(row)
      guard since.map({ row.day >= $0 }) ?? true, until.map({ row.day <= $0 }) ?? true else { return false }
      guard workflow.map({ row.workflow == $0 }) ?? true else { return false }
      guard reason.map({ row.reasons.contains($0) }) ?? true else { return false }
      if let role, row.role != (try store.workflow(digest: row.digest).role(role)?.id ?? role) {
        return false
      }
      guard person.map({ row.people.contains($0) }) ?? true else { return false }
      guard let school else { return true }
      return try session.school(row.school)?.lowercased().contains(school.lowercased()) ?? false
    }
  }
}

extension JSONValue {
  /// Rules as the audit views have them: joined by commas.
  init(rules: [String]) { self = .string(rules.joined(separator: ",")) }
}
