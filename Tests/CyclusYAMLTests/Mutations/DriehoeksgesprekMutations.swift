extension Mutation {
  /// Faults of a handbook editor in `bpv-driehoeksgesprek`.
  static let driehoeksgesprek: [Mutation] = [
    Mutation(
      "escalationThatNothingOpens", of: "being behind twice opens nothing any more",
      from: "          achter: {needs: [agreement made], in-a-row: 2, opens: loopt-achter}",
      to: "          achter: {needs: [agreement made]}",
      by: .check,
      finds: [
        Found(
          "NeverOpens", at: "by-hand: no",
          says:
            "de escalatieroute `loopt-achter` gaat nooit open: met de hand mag niet, en niets verwijst ernaar; noem haar als `route` van wat uitblijft of onder `then` bij `opens`, of laat `by-hand` weg"
        )
      ]),
    Mutation(
      "closingOnAgreementsOfNobody", of: "a talk closes on agreements that nobody makes",
      from: """
        agreements: {by: [bpv-begeleider, student, praktijkopleider], rule: BPV-08, assumed: true}

        """,
      to: "",
      by: .check,
      finds: [
        Found(
          "ClosingNeed", at: "achter: {needs: [agreement made], in-a-row: 2, opens: loopt-achter}",
          says:
            "deze workflow kent geen afspraken; voeg `agreements: {by: bpv-begeleider}` toe, of laat `agreement made` weg"
        ),
        Found(
          "ClosingNeed",
          at: "close: {by: bpv-begeleider, due: 1 week after gesprek held, needs: [agreements settled]}",
          says:
            "deze workflow kent geen afspraken; voeg `agreements: {by: bpv-begeleider}` toe, of laat `agreements settled` weg"
        ),
      ]),
    Mutation(
      "signedByNobody", of: "nobody signs the form that is filed once it was signed",
      from: """
            signed-by: [student, praktijkopleider, bpv-begeleider]

        """,
      to: """
            signed-by: []

        """,
      by: .check,
      finds: [
        Found(
          "SignedWith", at: "sign-due: 2 weeks after opening",
          says: "niemand ondertekent het document `gespreksformulier`; voeg bij dat document `signed-by` toe"),
        Found(
          "StepOfItem",
          at:
            "leave-when: [gespreksformulier submitted, gespreksformulier signed, formulier-opgeslagen done, rapportage-ingevoerd done, bijzonderheden-gemeld done]",
          says: "`gespreksformulier` krijgt nooit de stap `signed`; schrijf `gespreksformulier submitted`"),
      ]),
    Mutation(
      "loopWithoutExit", of: "the way out of the loop is gone",
      from: """
              - {to: end, when: {recorded: every driehoeksgesprek closed}}

        """,
      to: "",
      by: .check,
      finds: [
        Found(
          "DeadEnd", at: "next:",
          says:
            "na `archivering` begint `voorbereiding` opnieuw: deze workflow komt nooit aan een eind; geef één van deze fasen een weg met `to: end`"
        )
      ]),
    Mutation(
      "oneRoleInTwoCorners", of: "school and company are one role",
      from: "  institute: {roles: [bpv-begeleider], title",
      to: "  institute: {roles: [praktijkopleider], title",
      by: .check,
      finds: [
        Found(
          "PresenceInVain", at: "present: [corner student, corner workplace, corner institute]",
          says:
            "de hoek `institute` blijft leeg: wie hem kan vullen, vult al `workplace`; geef `institute` onder `corners` een rol die geen andere hoek nodig heeft"
        )
      ]),
    Mutation(
      "plannedAfterwards", of: "planning is due after the talk",
      from: "due: 2 weeks before its gesprek}",
      to: "due: 2 weeks after gesprek held}",
      by: .check,
      finds: [
        Found(
          "DueInVain", at: "plan: {by: bpv-begeleider, due: 2 weeks after gesprek held}",
          says:
            "deze termijn telt vanaf `gesprek held`, en dat komt pas als dit al gedaan is; tel vanaf iets dat eerder komt, zoals `1 week after opening`"
        )
      ]),
    Mutation(
      "endBehindAnOpenWay", of: "the end stands behind a way that is always open",
      from: """
              - {to: end, when: {recorded: every driehoeksgesprek closed}}
              - {to: voorbereiding}
        """,
      to: """
              - {to: voorbereiding}
              - {to: end, when: {recorded: every driehoeksgesprek closed}}
        """,
      by: .check,
      finds: [
        Found(
          "ChoiceOnly", at: "- {to: end, when: {recorded: every driehoeksgesprek closed}}",
          says:
            "deze weg wordt alleen genomen door wie er met `advance --to completed` om vraagt: een eerdere staat altijd open; zet hem vóór de weg zonder `when` als dat niet de bedoeling is"
        )
      ]),
    Mutation(
      "valueInAnotherLanguage", of: "a task opens by a value that the field never has",
      from: "held with bijzonderheden yes",
      to: "held with bijzonderheden ja",
      by: .check,
      finds: [
        Found(
          "UnknownValue", at: "opens: after its gesprek held with bijzonderheden ja",
          says: "`bijzonderheden` is nooit `ja`; kies uit `yes`, `no`")
      ]),
    Mutation(
      "agreementThatNeverRunsOut", of: "the agreement that has to be valid has no last day",
      from: """
            valid: pok-geldig-tot

        """,
      to: "",
      by: .check,
      finds: [
        Found(
          "RunsOut", at: "opens: after its gesprek held without pok valid",
          says:
            "van het document `pok` is nooit bekend tot wanneer het geldig is; voeg bij dat document `valid: yes` toe, of `valid: PARAMETER` met een datumparameter"
        ),
        Found(
          "RunsOut", at: "needs: [pok valid]",
          says:
            "van het document `pok` is nooit bekend tot wanneer het geldig is; voeg bij dat document `valid: yes` toe, of `valid: PARAMETER` met een datumparameter"
        ),
        Found(
          "RunsOut", at: "opens: once pok runs out before its gesprek",
          says:
            "van het document `pok` is nooit bekend tot wanneer het geldig is; voeg bij dat document `valid: yes` toe, of `valid: PARAMETER` met een datumparameter"
        ),
      ]),
    Mutation(
      "closingOnWhatBelongsElsewhere", of: "a talk closes on a document that does not belong to it",
      from: "needs: [agreements settled]}",
      to: "needs: [agreements settled, pok submitted]}",
      by: .check,
      finds: [
        Found(
          "ClosingNeed",
          at:
            "close: {by: bpv-begeleider, due: 1 week after gesprek held, needs: [agreements settled, pok submitted]}",
          says:
            "`pok` hoort niet bij `driehoeksgesprek`; zeg bij `pok` `for: driehoeksgesprek`, of noem iets dat bij dit gesprek hoort"
        )
      ]),
    Mutation(
      "twoReasonsOneRoute", of: "one route for being behind and for a talk that does not take place",
      from: "    route: gesprek-blijft-uit",
      to: "    route: loopt-achter",
      by: .check,
      finds: [
        Found(
          "ThenInVain", at: "achter: {needs: [agreement made], in-a-row: 2, opens: loopt-achter}",
          says:
            "`loopt-achter` is ook de route voor als dit gesprek uitblijft: dan is niet te zien waarom ze openging; geef een van beide een eigen route"
        )
      ]),
    Mutation(
      "noCadenceForShortPlacements", of: "of a short placement no talk is asked",
      from: """
              - {period: block, at-least: 1, rule: BPV-01}

        """,
      to: "",
      by: .explorer,
      finds: [
        Found(
          "NeverTaken", at: "driehoeksgesprek:",
          says:
            "geen verloop vraagt of doet `driehoeksgesprek`, ook niet als er 9 keer tegelijk van het gewone verloop wordt afgeweken; maak er een weg naartoe, of haal het weg"
        ),
        Found(
          "NeverTaken", at: "loopt-achter:",
          says:
            "niets opent de escalatie `loopt-achter`, ook niet als er 9 keer tegelijk van het gewone verloop wordt afgeweken; maak er een weg naartoe, of haal het weg"
        ),
      ]),
    Mutation(
      "endOnlyWithParticulars",
      of: "the end is open only before the form is signed, and the phase is left only after it",
      from: """
              - {to: end, when: {recorded: every driehoeksgesprek closed}}

        """,
      to: """
              - {to: end, when: {all: [{recorded: every driehoeksgesprek closed}, {not: {recorded: gespreksformulier signed}}]}}

        """,
      by: .explorer,
      finds: [
        Found(
          "NeverCompleted", at: "next:",
          says:
            "van de 800 toestanden die zijn doorlopen komt er geen bij het gewone einde; kijk wanneer de weg naar het einde openstaat, en of iemand daar kan komen"
        )
      ]),
  ]
}
