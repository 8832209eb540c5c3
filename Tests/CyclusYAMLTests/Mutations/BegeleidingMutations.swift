extension Mutation {
  /// Faults of a handbook editor in `bpv-begeleiding`.
  static let begeleiding: [Mutation] = [
    Mutation(
      "endThatNobodyMoves", of: "a prolonged placement waits for an extension that nobody grants",
      from: """
        extension: {by: bpv-begeleider, rule: BEG-13, assumed: [by]}

        """,
      to: "",
      by: .check,
      finds: [
        Found(
          "EndMoved",
          at: "- {to: volgende-bezoeken, when: {result: {vervolggesprek: verlengen}}, needs: [end moved]}",
          says:
            "in deze workflow verplaatst niemand het einde; zeg wie dat mag, bijvoorbeeld `extension: {by: bpv-begeleider, assumed: true}`"
        )
      ]),
    Mutation(
      "stoppingWithoutAWay", of: "the talk may conclude to stop, and no way leads there",
      from: """
              - {to: end, when: {result: {vervolggesprek: stoppen}}}

        """,
      to: "",
      by: .check,
      finds: [
        Found(
          "DeadEnd", at: "next:",
          says:
            "uit `vervolggesprek` staat geen weg open bij `vervolggesprek: stoppen`; voeg daar een weg voor toe, of een laatste weg zonder `when`"
        )
      ]),
    Mutation(
      "stoppingWithAGoodResult", of: "stopping asks a result with which nobody gets there",
      from: "{result: {vervolggesprek: stoppen}}",
      to: "{all: [{result: {vervolggesprek: stoppen}}, {result: {eindbeoordeling: voldaan}}]}",
      by: .check,
      finds: [
        Found(
          "DeadEnd", at: "next:",
          says:
            "uit `vervolggesprek` staat geen weg open bij `vervolggesprek: stoppen` en `eindbeoordeling: niet-voldaan`; voeg daar een weg voor toe, of een laatste weg zonder `when`"
        )
      ]),
    Mutation(
      "twoWaysForOneResult", of: "both ways out of the final assessment ask the same result",
      from: "{result: {eindbeoordeling: niet-voldaan}}",
      to: "{result: {eindbeoordeling: voldaan}}",
      by: .check,
      finds: [
        Found(
          "DeadEnd", at: "next:",
          says:
            "uit `eindbeoordeling` staat geen weg open bij `eindbeoordeling: niet-voldaan`; voeg daar een weg voor toe, of een laatste weg zonder `when`"
        ),
        Found(
          "Overlap", at: "- {to: vervolggesprek, when: {result: {eindbeoordeling: voldaan}}}",
          says:
            "deze weg wordt nooit vanzelf genomen: telkens als hij openstaat, staat een eerdere ook open; kies een andere uitkomst onder `when`, of zet hem vóór die andere"
        ),
      ]),
    Mutation(
      "placementThatIsNotTheLast", of: "no way on for a placement that is not the last",
      from: """
              - {to: beoordeling-bedrijf, when: {laatste-bpv: no}, needs: [every bezoek closed]}

        """,
      to: "",
      by: .check,
      finds: [
        Found(
          "DeadEnd", at: "next:",
          says:
            "uit `volgende-bezoeken` staat geen weg open bij `laatste-bpv: no`; voeg daar een weg voor toe, of een laatste weg zonder `when`"
        )
      ]),
    Mutation(
      "talkAfterItsPhase", of: "the closing talk opens in the phase after the one that waits for it",
      from: "    opens: in phase eindgesprek",
      to: "    opens: in phase eindbeoordeling",
      by: .check,
      finds: [
        Found(
          "WaitsForItself", at: "opens: in phase eindbeoordeling",
          says:
            "dit wacht op zichzelf: `eindgesprek` → `eindbeoordeling` → `eindgesprek`; laat één van deze eerder beginnen"
        )
      ]),
    Mutation(
      "verdictAfterWhatFollowsIt", of: "the final assessment needs the talk that follows a negative one",
      from: "    needs: [every bezoek closed] # of",
      to: "    needs: [every bezoek closed, vervolggesprek closed] # of",
      by: .check,
      finds: [
        Found(
          "WaitsForItself", at: "opens: in phase vervolggesprek",
          says:
            "dit wacht op zichzelf: `vervolggesprek` → `eindbeoordeling` → `vervolggesprek`; laat één van deze eerder beginnen"
        )
      ]),
    Mutation(
      "agreementsBeforeTheVisit", of: "what was agreed at a visit is due before it",
      from: "    due: on the day of gesprek held",
      to: "    due: 3 days before its gesprek",
      by: .check,
      finds: [
        Found(
          "DueBeforeOpening", at: "due: 3 days before its gesprek",
          says:
            "dit moet af zijn vóór `its gesprek`, maar begint pas als dat gesprek gehouden is; laat het eerder beginnen, of kies een termijn erna, zoals `1 week after opening`"
        )
      ]),
    Mutation(
      "signedBeforeTheBlock", of: "the hours are signed before their block begins",
      from: "    sign-due: 1 week after end of its period",
      to: "    sign-due: 1 week before start of its period",
      by: .check,
      finds: [
        Found(
          "DueBeforeOpening", at: "sign-due: 1 week before start of its period",
          says:
            "dit moet af zijn voordat zijn periode begint, en het begint niet eerder; kies een termijn in de periode, zoals `end of its period`"
        )
      ]),
    Mutation(
      "climbsToItself", of: "an escalation climbs to who is late with it",
      from: """
            next: leercoach
            within: 5 working days
        """,
      to: """
            next: bpv-begeleider
            within: 5 working days
        """,
      by: .check,
      finds: [
        Found(
          "ClimbsInVain", at: "next: bpv-begeleider",
          says:
            "`contact-blijft-uit` gaat hogerop naar wie er al over beslist; noem onder `next` een andere rol, of laat `next` weg"
        )
      ]),
    Mutation(
      "partThatIsNeverGood", of: "a good verdict asks a part to be what it cannot be",
      from: "      goed: [why, persoonlijke-ontwikkeling voldoende,",
      to: "      goed: [why, persoonlijke-ontwikkeling goed,",
      by: .check,
      finds: [
        Found(
          "UnknownValue", at: "goed: [why, persoonlijke-ontwikkeling goed, werkprocessen voldoende]",
          says: "`persoonlijke-ontwikkeling` is nooit `goed`; kies uit `voldoende`, `onvoldoende`")
      ]),
    Mutation(
      "parameterThatNothingReads", of: "nothing is talked about where a professional trial is done",
      from: """
              - {nl: beroepsproeve, en: professional trial, when: {beroepsproeve: yes}}

        """,
      to: "",
      by: .check,
      finds: [
        Found(
          "NeverRead", at: "beroepsproeve:",
          says:
            "niets in deze workflow kijkt naar de parameter `beroepsproeve`; gebruik hem in een `when`, of laat hem weg als dat geen bedoeling heeft"
        )
      ]),
    Mutation(
      "hoursSignedWithNothing", of: "hours are signed with a document that nobody signs",
      from: "    signed-with: uren-bpv",
      to: "    signed-with: leerafspraken",
      by: .check,
      finds: [
        Found(
          "SignedWith", at: "signed-with: leerafspraken",
          says: "niemand ondertekent het document `leerafspraken`; voeg bij dat document `signed-by` toe")
      ]),
    Mutation(
      "healthAsAReason", of: "absence is written down as illness",
      from: "      afwezigheid: {title: {nl: afwezigheid, en: absence}}",
      to: "      ziekte: {title: {nl: ziekte, en: illness}}",
      by: .check,
      finds: [
        Found(
          "HealthCode", at: "ziekte: {title: {nl: ziekte, en: illness}}",
          says:
            "`ziekte` legt iets over iemands gezondheid vast, en dat mag niet (GEN-15); kies een code die geen reden geeft, zoals `persoonlijk`"
        )
      ]),
    Mutation(
      "termFromNowhere", of: "an item without a rule and without an assumption",
      from: """
            due: end of placement
            modes: [op-locatie, online]
            agenda:
              - {nl: "Beoordeling per schooljaar door bpv-bedrijf: samen doornemen en vastleggen; de eindbeoordeling staat hier los van", en: "the company's judgement: gone through and put on record together; the final assessment is another matter"}
            close: {by: bpv-begeleider, due: 1 week after gesprek held, needs: [leerafspraken submitted, beoordeling-bedrijf assessed]}
            route: contact-blijft-uit
            rule: [BEG-12, BEG-04]
            assumed: [by, due, modes, close, route]

        """,
      to: """
            due: end of placement
            modes: [op-locatie, online]
            agenda:
              - {nl: "Beoordeling per schooljaar door bpv-bedrijf: samen doornemen en vastleggen; de eindbeoordeling staat hier los van", en: "the company's judgement: gone through and put on record together; the final assessment is another matter"}
            close: {by: bpv-begeleider, due: 1 week after gesprek held, needs: [leerafspraken submitted, beoordeling-bedrijf assessed]}
            route: contact-blijft-uit

        """,
      by: .check,
      finds: [
        Found(
          "NoRule", at: "eindgesprek:",
          says:
            "dit onderdeel zegt niet waar het vandaan komt; noem de regel, `rule: R-01`, of zeg dat het een eigen keuze is, `assumed: true`"
        )
      ]),
    Mutation(
      "straightToTheEnd", of: "the last talk comes before the judgement that it needs",
      from: """
              - {to: beoordeling-bedrijf, when: {laatste-bpv: yes}} # the eindgesprek is the last visit: it may still be lacking

        """,
      to: """
              - {to: eindgesprek, when: {laatste-bpv: yes}} # the eindgesprek is the last visit: it may still be lacking

        """,
      by: .explorer,
      finds: [
        Found(
          "LastResort", at: "- phase: eindgesprek",
          says:
            "hierna is het gewone einde alleen nog met een noodgreep te bereiken (fase eindgesprek); geef een weg waarvoor niemand een ontheffing hoeft te geven of een gegeven hoeft terug te draaien; dan helpt alleen: bpv-begeleider: laatste bpv van de opleiding wordt nee"
        )
      ]),
    Mutation(
      "needsItsOwnTarget", of: "the way of a last placement needs the judgement that is asked only behind it",
      from: """
              - {to: beoordeling-bedrijf, when: {laatste-bpv: yes}} # the eindgesprek is the last visit: it may still be lacking

        """,
      to: """
              - {to: beoordeling-bedrijf, when: {laatste-bpv: yes}, needs: [beoordeling-bedrijf assessed]}

        """,
      by: .explorer,
      finds: [
        Found(
          "LastResort", at: "- phase: volgende-bezoeken",
          says:
            "hierna is het gewone einde alleen nog met een noodgreep te bereiken (fase volgende bezoeken); geef een weg waarvoor niemand een ontheffing hoeft te geven of een gegeven hoeft terug te draaien; dan helpt alleen: bpv-begeleider: laatste bpv van de opleiding wordt nee"
        )
      ]),
    Mutation(
      "needsItsTargetAlways", of: "every way on needs the judgement that is asked only behind it",
      from: """
              - {to: beoordeling-bedrijf, when: {laatste-bpv: no}, needs: [every bezoek closed]}
              - {to: beoordeling-bedrijf, when: {laatste-bpv: yes}} # the eindgesprek is the last visit: it may still be lacking

        """,
      to: """
              - {to: beoordeling-bedrijf, when: {laatste-bpv: no}, needs: [every bezoek closed, beoordeling-bedrijf assessed]}
              - {to: beoordeling-bedrijf, when: {laatste-bpv: yes}, needs: [beoordeling-bedrijf assessed]}

        """,
      by: .explorer,
      finds: [
        Found(
          "NoWayToTheEnd", at: "- phase: volgende-bezoeken",
          says:
            "hierna komt niemand meer bij het gewone einde (fase volgende bezoeken); neem weg wat tegenhoudt, of geef een weg eromheen; dan houdt tegen: Oordeel over Beoordeling per schooljaar door bpv-bedrijf 1: nog niet gedaan"
        )
      ]),
  ]
}
