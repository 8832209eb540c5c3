extension Mutation {
  /// Faults of a handbook editor in `sd-voortgangsgesprek`.
  static let developer: [Mutation] = [
    Mutation(
      "neverToTheNextGate", of: "the way to the gate is gone",
      from: """
              - {to: end, when: {result: {voortgangsgesprek poort: naar-pvb}}}

        """,
      to: "",
      by: .check,
      finds: [
        Found(
          "DeadEnd", at: "next:",
          says:
            "na `kaarten-bijgewerkt` begint `gepland` opnieuw: deze workflow komt nooit aan een eind; geef één van deze fasen een weg met `to: end`"
        )
      ]),
    Mutation(
      "gateThatIsNot", of: "the traject ends at a gate that the parameter does not know",
      from: "{result: {voortgangsgesprek poort: naar-pvb}}",
      to: "{volgende-poort: examen}",
      by: .check,
      finds: [
        Found(
          "UnknownValue", at: "- {to: end, when: {volgende-poort: examen}}",
          says: "`volgende-poort` is nooit `examen`; kies uit `bpv`, `pvb`")
      ]),
    Mutation(
      "grantedByWhoClaims", of: "the student grants the own claim",
      from: """
            granted-by: docent
            needs: [proof]
        """,
      to: """
            granted-by: student
            needs: [proof]
        """,
      by: .check,
      finds: [
        Found(
          "OwnClaim", at: "granted-by: student",
          says: "wie dit claimt, zou er zelf over beslissen; noem onder `granted-by` een andere rol")
      ]),
    Mutation(
      "grantedByNobody", of: "nobody grants a claim",
      from: """
            granted-by: docent
            in-time
        """,
      to: """
            granted-by: []
            in-time
        """,
      by: .check,
      finds: [
        Found(
          "NobodyMay", at: "granted-by: []",
          says:
            "bij `granted-by` staat geen enkele rol, dus niemand kan dit doen; noem ten minste één rol, bijvoorbeeld `docent`"
        )
      ]),
    Mutation(
      "notesThatLapseAtOnce", of: "the notes open when they lapse",
      from: """
            by: student
            for: voortgangsgesprek
            opens: after voortgangsgesprek planned
        """,
      to: """
            by: student
            for: voortgangsgesprek
            opens: after voortgangsgesprek closed
        """,
      by: .check,
      finds: [
        Found(
          "LapsesAtOnce", at: "lapses: gesprek closed",
          says:
            "dit vervalt met `gesprek closed`, en begint pas na `voortgangsgesprek closed`; laat het eerder beginnen, of laat `lapses` weg"
        )
      ]),
    Mutation(
      "twoTeachersOfDutch", of: "a talk asks two of a role of which a traject may have none",
      from: "docent 2 different]",
      to: "vakdocent-nederlands 2 different]",
      by: .check,
      finds: [
        Found(
          "EmptyRole", at: "present: [student, vakdocent-nederlands 2 different]",
          says:
            "dit wacht op `vakdocent-nederlands`, en die rol hoeft in een traject niemand te hebben; geef de rol `required: true`, of noem ook een rol die er altijd is"
        )
      ]),
    Mutation(
      "signedByTheWriter", of: "a task of Dutch is signed by who hands it in",
      from: "signed-by: vakdocent-nederlands,",
      to: "signed-by: student,",
      by: .check,
      finds: [
        Found(
          "NeverNeeded",
          at:
            "vakdocent-nederlands: {at: institute, title: {nl: vakdocent Nederlands, en: teacher of Dutch}, rule: SD-04, assumed: true}",
          says:
            "niets in deze workflow vraagt iets van `vakdocent-nederlands`; laat de rol weg als dat geen bedoeling heeft"
        ),
        Found(
          "SignedWith",
          at:
            "taak-nederlands: {title: {nl: Taak Nederlands, en: Task of Dutch}, by: student, each: occasion, opens: at the start, signed-by: student, rule: SD-04, assumed: [signed-by]}",
          says:
            "`taak-nederlands` wordt alleen ondertekend door wie het zelf inlevert; noem onder `signed-by` ook een ander"
        ),
      ]),
    Mutation(
      "waivedByTheStudent", of: "the student waives the own obligations",
      from: "waivers: {by: docent,",
      to: "waivers: {by: student,",
      by: .check,
      finds: [
        Found(
          "OwnMatter", at: "waivers: {by: student, rule: GEN-10}",
          says:
            "de `student` zou zichzelf van een verplichting ontheffen; noem een rol van het instituut, bijvoorbeeld `docent`"
        )
      ]),
    Mutation(
      "blockOfNoTimeline", of: "the updated cards are due at the end of a block that is not told beforehand",
      from: """
            opens: after its gesprek held
            due: 1 week after opening
            rule: [SD-05
        """,
      to: """
            opens: after its gesprek held
            due: end of block periode
            rule: [SD-05
        """,
      by: .check,
      finds: [
        Found(
          "OutsideTimeline", at: "due: end of block periode",
          says:
            "welke lesweken en blokken er zijn, verschilt per traject: `periode` begint op datums; noem iets anders, zoals `at the start`, `end of placement` of, voor wat telkens terugkomt, `end of its period`"
        )
      ]),
    Mutation(
      "twoStudents", of: "a talk asks two students",
      from: "    present: [student, docent 2 different]",
      to: "    present: [student 2 different, docent]",
      by: .check,
      finds: [
        Found(
          "PresenceInVain", at: "present: [student 2 different, docent]",
          says: "een traject heeft één `student`, dus 2 verschillende zijn er nooit; schrijf `student`")
      ]),
    Mutation(
      "endOnAWordOfTheLastTime", of: "the end needs the word of a closed talk, and that none was closed",
      from: """
              - {to: end, when: {result: {voortgangsgesprek poort: naar-pvb}}}

        """,
      to: """
              - {to: end, when: {all: [{result: {voortgangsgesprek poort: naar-pvb}}, {not: {recorded: voortgangsgesprek closed}}]}}

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
