/// Examples shown where a key or a whole mapping is missing.
extension Problem {
  /// A line with a key of a kind of mapping, where there is a telling one.
  static func example(of key: String, in kind: String) -> String? {
    switch (kind, key) {
    case ("workflow file", "workflow"): "workflow: mijn-workflow"
    case (_, "version"): "version: \"2025-2026.1\""
    case (_, "leader"): "leader: coach"
    case (_, "roles"): "roles: [student]"
    case (_, "at"): "at: institute"
    case (_, "timeline"): "timeline: [{block: blok-1, weeks: 8, rule: R-01}]"
    case (_, "weeks"): "weeks: 8"
    case (_, "days"): "days: [monday, tuesday]"
    case (_, "from"): "from: 2026-04-06"
    case (_, "name"): "name: Tweede paasdag"
    case (_, "kind"): "kind: summative"
    case (_, "scale"): "scale: [voldaan, niet-voldaan]"
    case (_, "judge"): "judge: mentor"
    case (_, "all"): "all: [vakkennis]"
    case (_, "confirm"): "confirm: coach"
    case (_, "by"): "by: student"
    case ("claim", "for"): "for: startgesprek"
    case ("claim", "granted-by"): "granted-by: mentor"
    case (_, "present"): "present: [student, mentor]"
    case ("missed weeks", "opens"): "opens: contact-begeleiding"
    case (_, "opens"): "opens: with startgesprek"
    case (_, "times"): "times: 3"
    case (_, "period"): "period: placement"
    case (_, "mode"): "mode: op-locatie"
    case ("share", "at-least"): "at-least: 1"
    case (_, "summative"): "summative: verdict"
    case (_, "asked-by"): "asked-by: verslag-startgesprek"
    case (_, "phase"): "phase: kennismaking"
    case (_, "lift"): "lift: coach"
    case ("rung", "to"): "to: actor"
    case (_, "to"): "to: coach"
    case (_, "within"): "within: 2 weeks"
    case (_, "outcomes"): "outcomes: {besproken: {effect: resumes}}"
    case (_, "effect"): "effect: resumes"
    case (_, "rungs"): "rungs: [{after: 0 days, to: actor}]"
    case (_, "after"): "after: 0 days"
    case (_, "nl"): "nl: startgesprek"
    default: nil
    }
  }

  /// A mapping of a kind.
  static func example(of kind: String) -> String {
    switch kind {
    case "role": "student: {at: student, rule: R-01}"
    case "corner": "student: {roles: [student], rule: R-01}"
    case "parameter": "regio: {one-of: [noord, midden, zuid], rule: R-01}"
    case "timeline part": "- {block: blok-1, weeks: 8, rule: R-01}"
    case "placement days": "{days: [monday, tuesday], rule: R-01}"
    case "rung": "- {after: 7 days, to: coach}"
    case "plan": "{by: coach, due: 2 weeks before its gesprek}"
    case "close": "{by: student, due: 1 week after startgesprek held}"
    case "missed weeks": "{times: 3, opens: contact-begeleiding}"
    case "recurrence": "{period: placement, at-least: 3, spread: evenly}"
    case "share": "{mode: op-locatie, at-least: 1}"
    case "phase": "- phase: kennismaking"
    case "claim": "evc: {by: student, for: startgesprek, granted-by: mentor, rule: R-01}"
    case "agenda item": "{nl: evaluatiemomenten, en: moments of evaluation}"
    case "part of a document": "reflectie: {required: no, rule: R-01}"
    case "field on record": "doelen: {each: outcome, rule: R-01}"
    case "then": "{achter: {opens: loopt-achter}}"
    case "consequence": "{needs: [verslag submitted], opens: loopt-achter, in-a-row: 2}"
    case "verdict needs": "{voldaan: [trust]}"
    case "workflow file": "workflow: mijn-workflow"
    default: "startgesprek: {title: Startgesprek, rule: R-01}"
    }
  }
}
