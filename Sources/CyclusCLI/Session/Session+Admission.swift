import CyclusCore
import CyclusStore

extension Session {
  /// Refuses options that the command would pass over: who asks for a past or for rows is not given something else.
  func admit(_ command: any CyclusCommand) throws {
    let type = ObjectIdentifier(type(of: command))
    let past = try past()
    if let name = Self.present[type], !past.isNow {
      throw Failure.usage(
        "«\(name)» gaat over nu: laat --as-of en --known-at weg",
        "“\(name)” is about now: leave --as-of and --known-at out")
    }
    if let name = Self.worded[type], format != .table {
      throw Failure.usage(
        "«\(name)» antwoordt in woorden: laat --format weg, en lees in een script de afloopcode",
        "“\(name)” answers in words: leave --format out, and read the exit code in a script")
    }
    if let name = Self.whole[type] ?? recording(command), format == .csv {
      throw Failure.usage(
        "«\(name)» is geen lijst met rijen, dus er is geen csv van: kies --format json of table",
        "“\(name)” is not a list of rows, so there is no csv of it: choose --format json or table")
    }
  }

  /// The name of a command that records, or would: it answers what became of it.
  private func recording(_ command: any CyclusCommand) -> String? {
    switch command {
    case is any ActCommand, is StartCommand, is CorrectCommand, is SimulateCommand, is ImportCommand:
      Swift.type(of: command)._commandName
    default: nil
    }
  }

  /// The commands that have no answer for scripts but their exit code.
  private static let worded: [ObjectIdentifier: String] = [
    ObjectIdentifier(RebuildCommand.self): "rebuild",
    ObjectIdentifier(WorkflowCheckCommand.self): "workflow check",
  ]

  /// The reading commands that know only the database as it is.
  private static let present: [ObjectIdentifier: String] = [
    ObjectIdentifier(PersonListCommand.self): "person list",
    ObjectIdentifier(WorkflowListCommand.self): "workflow list",
    ObjectIdentifier(WorkflowShowCommand.self): "workflow show",
    ObjectIdentifier(CalendarShowCommand.self): "calendar show",
    ObjectIdentifier(CalendarCheckCommand.self): "calendar check",
    ObjectIdentifier(HeadCommand.self): "head", ObjectIdentifier(VerifyCommand.self): "verify",
  ]

  /// The commands whose answer is one thing with parts.
  private static let whole: [ObjectIdentifier: String] = [
    ObjectIdentifier(ShowCommand.self): "show", ObjectIdentifier(WhyCommand.self): "why",
    ObjectIdentifier(WhyDateCommand.self): "why-date",
    ObjectIdentifier(VerifyCommand.self): "verify",
    ObjectIdentifier(WorkflowShowCommand.self): "workflow show",
  ]
}
