/// Examples shown where a key or a whole mapping is missing.
extension Problem {
  /// A line with a key of a kind of mapping, where there is a telling one.
  static func example(of key: String, in kind: String) -> String? {
    switch (kind, key) {
    case ("workflow file", "workflow"): "workflow: han-wpl2-lj2"
    case (_, "version"): "version: \"2025-2026.1\""
    case (_, "leader"): "leader: instituutsopleider"
    case (_, "roles"): "roles: [student]"
    case (_, "at"): "at: institute"
    case (_, "timeline"): "timeline: [{block: blok-1, weeks: 8, rule: HAN-05}]"
    case (_, "weeks"): "weeks: 8"
    case (_, "days"): "days: [monday, tuesday]"
    case (_, "from"): "from: 2026-04-06"
    case (_, "name"): "name: Tweede paasdag"
    case (_, "kind"): "kind: summative"
    case (_, "scale"): "scale: [voldaan, niet-voldaan]"
    case (_, "judge"): "judge: werkplekbegeleider"
    case (_, "all"): "all: [leerstof-verwerken]"
    case (_, "confirm"): "confirm: instituutsopleider"
    case (_, "by"): "by: student"
    case ("claim", "for"): "for: startgesprek"
    case ("claim", "granted-by"): "granted-by: begeleider"
    case (_, "present"): "present: [student, werkplekbegeleider]"
    case ("missed weeks", "opens"): "opens: contact-begeleiding"
    case (_, "opens"): "opens: with startgesprek"
    case (_, "times"): "times: 3"
    case (_, "period"): "period: placement"
    case (_, "mode"): "mode: op-locatie"
    case ("share", "at-least"): "at-least: 1"
    case (_, "summative"): "summative: verdict"
    case (_, "asked-by"): "asked-by: verslag-startgesprek"
    case (_, "phase"): "phase: kennismaking"
    case (_, "lift"): "lift: instituutsopleider"
    case ("rung", "to"): "to: actor"
    case (_, "to"): "to: instituutsopleider"
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
    case "role": "student: {at: student, rule: HAN-01}"
    case "corner": "student: {roles: [student], rule: HAN-02}"
    case "parameter": "regio: {one-of: [noord, midden, zuid], rule: HAN-05}"
    case "timeline part": "- {block: blok-1, weeks: 8, rule: HAN-05}"
    case "placement days": "{days: [monday, tuesday], rule: HAN-06}"
    case "rung": "- {after: 7 days, to: instituutsopleider}"
    case "plan": "{by: begeleider, due: 2 weeks before its gesprek}"
    case "close": "{by: student, due: 1 week after startgesprek held}"
    case "missed weeks": "{times: 3, opens: contact-begeleiding}"
    case "recurrence": "{period: placement, at-least: 3, spread: evenly}"
    case "share": "{mode: op-locatie, at-least: 1}"
    case "phase": "- phase: kennismaking"
    case "claim": "evc: {by: student, for: startgesprek, granted-by: begeleider, rule: A-1}"
    case "agenda item": "{nl: evaluatiemomenten, en: moments of evaluation}"
    case "part of a document": "reflectie: {required: no, rule: HAN-29}"
    case "field on record": "doelen: {each: outcome, rule: HAN-23}"
    case "verdict needs": "{voldaan: [trust]}"
    case "workflow file": "workflow: han-wpl2-lj2"
    default: "startgesprek: {title: Startgesprek, rule: HAN-23}"
    }
  }
}
