extension Mutation {
  /// Faults of a handbook editor in `aios-voortgang`.
  static let aios: [Mutation] = [
    Mutation(
      "decidesTheOwnMatter", of: "who a signal is about decides on it",
      from: "to: plaatsvervanger, concerns: opleider}",
      to: "to: opleider, concerns: opleider}",
      by: .check,
      finds: [
        Found(
          "OwnMatter",
          at:
            "betreft-opleider: {title: {nl: betreft de opleider, en: concerns the trainer}, to: opleider, concerns: opleider}",
          says:
            "`betreft-opleider` gaat over de `opleider`, en die zou er zelf over beslissen; noem bij deze reden onder `to` een andere rol"
        )
      ]),
    Mutation(
      "escalationWithoutOutcome", of: "an escalation has no outcome",
      from: """
            outcomes:
              alsnog-gepland: {title: {nl: alsnog gepland, en: planned after all}, effect: resumes}
              al-gehouden: {title: {nl: bleek gehouden, en: turned out to be held}, effect: resumes}

        """,
      to: """
            outcomes: {}

        """,
      by: .check,
      finds: [
        Found(
          "NoOutcome", at: "outcomes: {}",
          says:
            "over `gesprek-blijft-uit` kan niets worden beslist: er is geen uitkomst; voeg er een toe, bijvoorbeeld `hervatten: {effect: resumes}`"
        )
      ]),
    Mutation(
      "yearThatCannotBeLeft", of: "who does not shorten the training has no way out of the year",
      from: """
              - {to: beoordeling, when: {versnellen: no}}

        """,
      to: "",
      by: .check,
      finds: [
        Found(
          "DeadEnd", at: "next:",
          says:
            "uit `jaar` staat geen weg open bij `versnellen: no`; voeg daar een weg voor toe, of een laatste weg zonder `when`"
        )
      ]),
    Mutation(
      "twoYearsAtOnce", of: "a cadence counts for who is in year 2 and in year 3 at once",
      from: "{any: [{opleidingsjaar: \"2\"}, {opleidingsjaar: \"3\"}]}",
      to: "{all: [{opleidingsjaar: \"2\"}, {opleidingsjaar: \"3\"}]}",
      by: .check,
      finds: [
        Found(
          "NeverTrue",
          at:
            "- {period: placement, at-least: 2, spread: evenly, counts: [afronding], with: [aios, opleider], when: {all: [{opleidingsjaar: \"2\"}, {opleidingsjaar: \"3\"}]}, rule: AIOS-02, assumed: [when, spread, counts, with]}",
          says:
            "deze voorwaarde geldt nooit: wat zij vraagt gaat niet samen; kies waarden die samengaan, of schrijf `any` waar één ervan genoeg is"
        )
      ]),
    Mutation(
      "cadenceForEverybody", of: "the cadence of the first year counts for every year",
      from: "with: [aios, opleider], when: {opleidingsjaar: \"1\"}, rule",
      to: "with: [aios, opleider], rule",
      by: .check,
      finds: [
        Found(
          "RecursInVain",
          at:
            "- {period: placement, at-least: 4, spread: evenly, counts: [afronding], with: [aios, opleider], rule: AIOS-02, assumed: [spread, counts]}",
          says:
            "wat hierna komt geldt nooit: deze keuze heeft geen `when`; geef deze keuze een `when`, of zet hem achteraan"
        )
      ]),
    Mutation(
      "verdictAfterTheClosingThatNeedsIt",
      of: "the verdict opens once the talk was closed, which needs the verdict",
      from: "    opens: after beoordelingsgesprek held",
      to: "    opens: after beoordelingsgesprek closed",
      by: .check,
      finds: [
        Found(
          "WaitsForItself", at: "opens: after beoordelingsgesprek closed",
          says:
            "dit wacht op zichzelf: `jaaroordeel` → `beoordelingsgesprek` → `jaaroordeel`; laat één van deze eerder beginnen"
        )
      ]),
    Mutation(
      "portfolioAfterItWasRead", of: "the portfolio opens once it was read",
      from: """
            by: aios
            for-each: [voortgangsgesprek, tussentijds, afronding]
            opens: with its gesprek
        """,
      to: """
            by: aios
            for-each: [voortgangsgesprek, tussentijds, afronding]
            opens: after portfolio-gelezen done
        """,
      by: .check,
      finds: [
        Found(
          "WaitsForItself", at: "opens: after portfolio-gelezen done",
          says:
            "dit wacht op zichzelf: `portfolio` → `portfolio-gelezen` → `portfolio`; laat één van deze eerder beginnen"
        )
      ]),
    Mutation(
      "weekOfNoTimeline", of: "the assessment is due in a teaching week where stages begin on dates",
      from: """
            due: end of placement
            agenda
        """,
      to: """
            due: end of week 40
            agenda
        """,
      by: .check,
      finds: [
        Found(
          "OutsideTimeline", at: "due: end of week 40",
          says:
            "welke lesweken en blokken er zijn, verschilt per traject: `stage` begint op datums; noem iets anders, zoals `at the start`, `end of placement` of, voor wat telkens terugkomt, `end of its period`"
        )
      ]),
    Mutation(
      "endThatNobodyMakes", of: "ending is permitted, and nobody may end",
      from: """
        termination:
          by: opleider
          alone:
            gestopt: {title: {nl: gestopt met de opleiding, en: left the training}}
          assumed: true

        """,
      to: "",
      by: .check,
      finds: [
        Found(
          "EndInVain", at: "beeindigen: {title: {nl: beëindigen, en: end}, effect: permits termination}",
          says:
            "`beeindigen` staat toe dat het traject eindigt, en niemand kan het beëindigen; zeg wie dat mag, bijvoorbeeld `termination: {by: opleider, assumed: true}`"
        )
      ]),
    Mutation(
      "rungsOutOfOrder", of: "the trainer is told after the route was taken",
      from: "    - {after: 7 days, to: opleider}",
      to: "    - {after: 21 days, to: opleider}",
      by: .check,
      finds: [
        Found(
          "RungsInVain", at: "- {after: 14 days, to: route}",
          says: "trede 3 van de ladder komt niet na trede 2; zet de treden op volgorde van hun termijn")
      ]),
    Mutation(
      "ladderWithoutRoute", of: "the rung that opens the routes is gone",
      from: """

            - {after: 14 days, to: route}
        """,
      to: "",
      by: .check,
      finds: [
        Found(
          "RungsInVain", at: "rungs:",
          says:
            "de route van `voortgangsgesprek` opent nooit: geen trede van de ladder gaat naar `route`; voeg een trede toe, bijvoorbeeld `{after: 14 days, to: route}`"
        )
      ]),
    Mutation(
      "declaredByNobody", of: "nobody may declare a competence",
      from: "{nl: EPA 1, en: EPA 1}, kind: epa, scale: [bekwaam, nog-niet-bekwaam], judge: [opleider]",
      to: "{nl: EPA 1, en: EPA 1}, kind: epa, scale: [bekwaam, nog-niet-bekwaam], judge: []",
      by: .check,
      finds: [
        Found(
          "NobodyMay",
          at:
            "{title: {nl: EPA 1, en: EPA 1}, kind: epa, scale: [bekwaam, nog-niet-bekwaam], judge: [], when: {epas: epa-1}, at: [voortgangsgesprek, tussentijds, afronding, beoordelingsgesprek], verdict-needs: {bekwaam: [proof]}, rule: [AIOS-03, AIOS-12], assumed: [scale, judge, at, verdict-needs]}",
          says:
            "bij `judge` staat geen enkele rol, dus niemand kan dit doen; noem ten minste één rol, bijvoorbeeld `opleider`"
        )
      ]),
  ]
}
