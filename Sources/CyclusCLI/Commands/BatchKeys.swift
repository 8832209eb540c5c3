/// The keys that a line of a batch may have.
enum BatchKeys {
  /// The keys that stand before the options, in their order, by command.
  static let positions: [String: [[String]]] = [
    "plan": [["traject"], ["gesprek"]], "cancel": [["traject"], ["gesprek"]],
    "held": [["traject"], ["gesprek"]],
    "close": [["traject"], ["gesprek"]], "submit": [["traject"], ["document"]],
    "sign": [["traject"], ["document"]],
    "approve": [["traject"], ["approval"]], "reject": [["traject"], ["approval"]],
    "assess": [["traject"], ["outcome"]],
    "feedback": [["traject"], ["outcome"]], "confirm": [["traject"], ["subject", "unit", "outcome"]],
    "count": [["traject"], ["counter"], ["amount"]], "done": [["traject"], ["obligation"]],
    "assign": [["traject"]],
    "stand-in": [["traject"]], "advance": [["traject"]], "block": [["traject"]],
    "unblock": [["traject"], ["block"]],
    "escalate": [["traject"]], "consult": [["traject"], ["escalation"]],
    "propose": [["traject"], ["escalation"]],
    "decide": [["traject"], ["escalation"]], "start": [["student"]], "terminate": [["traject"]],
    "pause": [["traject"]], "resume": [["traject"]], "extend": [["traject"]], "note": [["traject"]],
    "set": [["traject"], ["setting"]], "waive": [["traject"], ["obligation"]],
    "snooze": [["traject"], ["obligation"]], "dispute": [["traject"], ["outcome"]],
    "dialogue": [["traject"], ["outcome"]], "goal": [["traject"]], "agree": [["traject"]],
    "settle": [["traject"], ["agreement"]], "claim": [["traject"], ["item", "claim"]],
    "grant": [["traject"], ["claim"]], "refuse": [["traject"], ["claim"]], "defer": [["traject"], ["claim"]],
    "correct": [["traject"], ["seq", "event"]],
  ]

  /// Keys that concern the whole run, or ask for help, have no place in a line.
  static let foreign: Set<String> = [
    "db", "settings", "format", "excel", "lang", "no_color", "help", "version", "generate_completion_script",
    "experimental_dump_help",
  ]

  /// Keys that hold a date in every command that has them.
  static let dates: Set<String> = ["on", "today", "since", "due", "until", "from", "valid_until"]
}
