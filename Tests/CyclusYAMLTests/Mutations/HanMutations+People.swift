extension Mutation {
  /// Those in `han-wpl2-lj2` about who may do what: blocks, corners, verdicts and escalations.
  static let hanPeople: [Mutation] = [
    Mutation(
      "blockThatHoldsItself", of: "the entry block is lifted on the portfolio of the last phase",
      from: "[houding-alsnog-behaald done]",
      to: "[beoordelingsportfolio submitted]",
      by: .check,
      finds: [
        Found(
          "BlockHolds", at: "lift-needs: [beoordelingsportfolio submitted]",
          says:
            "`beoordelingsportfolio` begint pas in fase `beslissing`, en zolang deze blokkade staat komt een traject daar niet; noem iets dat in elke fase kan, zoals een taak met `opens: at the start`"
        )
      ]),
    Mutation(
      "blockNobodyLifts", of: "nobody may lift the block for an unsafe situation",
      from: """
            lift: instituutsopleider
            suspends: true
            rule: [HAN-39
        """,
      to: """
            lift: []
            suspends: true
            rule: [HAN-39
        """,
      by: .check,
      finds: [
        Found(
          "NobodyMay", at: "lift: []",
          says:
            "bij `lift` staat geen enkele rol, dus niemand kan dit doen; noem ten minste één rol, bijvoorbeeld `instituutsopleider`"
        )
      ]),
    Mutation(
      "blockLiftedByAnothersTask", of: "the task that lifts the entry block is asked of all but the blocked",
      from: """
            opens: at the start
            when: {houding-jaar-1: niet-behaald}
        """,
      to: """
            opens: at the start
            when: {houding-jaar-1: behaald}
        """,
      by: .check,
      finds: [
        Found(
          "BlockHolds", at: "lift-needs: [houding-alsnog-behaald done]",
          says:
            "een traject met deze blokkade heeft `houding-alsnog-behaald` nooit: de voorwaarden sluiten elkaar uit; laat `when` van `houding-alsnog-behaald` overeenkomen met `on-entry`"
        )
      ]),
    Mutation(
      "waiverOfWhatMayNotBeWaived", of: "the portfolio on which the decision waits may be waived",
      from: "  never: [beoordelingsportfolio]",
      to: "  never: []",
      by: .check,
      finds: [
        Found(
          "WaivedAway", at: "opens: after beoordelingsportfolio submitted",
          says:
            "`beoordelingsportfolio` mag vervallen, en zonder begint `owe-afstemmen-en-creeren-1` nooit; zet `beoordelingsportfolio` bij `waivers` onder `never`"
        )
      ]),
    Mutation(
      "cornerThatCannotBeFilled", of: "the corner of the institute is filled by the student",
      from: "    {roles: [instituutsopleider], stand-in",
      to: "    {roles: [student], stand-in",
      by: .check,
      finds: [
        Found(
          "PresenceInVain", at: "present: [corner student, corner workplace, corner institute]",
          says:
            "de hoek `institute` blijft leeg: wie hem kan vullen, vult al `student`; geef `institute` onder `corners` een rol die geen andere hoek nodig heeft"
        )
      ]),
    Mutation(
      "disputeDecidedByTheJudge", of: "the judge decides on the own disputed verdict",
      from: """
            to: instituutsopleider
            needs: [arguments]
        """,
      to: """
            to: werkplekbegeleider
            needs: [arguments]
        """,
      by: .check,
      finds: [
        Found(
          "FourEyes", at: "to: werkplekbegeleider",
          says:
            "de `werkplekbegeleider` geeft het oordeel over `positief-leerklimaat` en mag dus niet beslissen als dat wordt betwist (GEN-12); laat een andere rol beslissen, die het oordeel niet geeft en niet bevestigt"
        )
      ]),
    Mutation(
      "disputeWithoutItsVerdict", of: "a disputed verdict can be decided only with a word of another scale",
      from: "      voldaan: {title: {nl: voldaan, en: met}, effect: verdict}",
      to: "      behaald: {title: {nl: behaald, en: achieved}, effect: verdict}",
      by: .check,
      finds: [
        Found(
          "DisputeInVain", at: "behaald: {title: {nl: behaald, en: achieved}, effect: verdict}",
          says:
            "`behaald` is geen oordeel, dus een betwist oordeel kan zo nooit worden beslist; kies uit `voldaan`, `niet-voldaan`"
        )
      ]),
    Mutation(
      "dialogueAfterTheAgreement", of: "the dialogue has longer than the agreement that comes of it",
      from: """
          dialogue-within: 1 working weeks

        """,
      to: """
          dialogue-within: 3 working weeks

        """,
      by: .check,
      finds: [
        Found(
          "DisputeInVain", at: "dialogue-within: 3 working weeks",
          says:
            "de dialoog mag langer duren dan de overeenstemming die eruit moet komen; geef `dialogue-within` een kortere termijn dan `agreement-within`"
        )
      ]),
    Mutation(
      "extensionWithoutAnAssessment", of: "after an extension only the decision is gone through again",
      from: "  again: [eindbeoordeling, beslissing]",
      to: "  again: [beslissing]",
      by: .check,
      finds: [
        Found(
          "ExtensionInVain", at: "again: [beslissing]",
          says:
            "na een verlenging wordt niets opnieuw beoordeeld: in deze fasen is geen eindoordeel; noem onder `again` eerst `eindbeoordeling`"
        )
      ]),
    Mutation(
      "unitOverFeedback", of: "a unit rests on an outcome that gets feedback only",
      from: """
            all: [leerstof-verwerken]
            with: [ict]
        """,
      to: "    all: [leerstof-verwerken, ict]",
      by: .check,
      finds: [
        Found(
          "NeverConfirmed", at: "all: [leerstof-verwerken, ict]",
          says:
            "`ict` krijgt hier geen oordeel, dus `owe-leerstof-verwerken` heeft nooit een uitslag; noem `ict` onder `with` in plaats van `all`"
        )
      ]),
    Mutation(
      "countedWithFeedback", of: "an outcome of year 1 is counted with one that gets feedback only",
      from: "    follows: positief-leerklimaat",
      to: "    follows: ppi",
      by: .check,
      finds: [
        Found(
          "NeverConfirmed", at: "follows: ppi",
          says:
            "`ppi` krijgt geen oordeel, dus `orientatie-positief-leerklimaat` krijgt daarmee nooit een uitslag; noem onder `follows` een leeruitkomst met `kind: summative`"
        )
      ]),
    Mutation(
      "escalationWithoutDecider", of: "an escalation goes to a role that a traject may lack",
      from: """
            to: instituutsopleider
            next: slber
        """,
      to: """
            to: owk-opleider
            next: slber
        """,
      by: .check,
      finds: [
        Found(
          "EmptyRole", at: "to: owk-opleider",
          says:
            "dit wacht op `owk-opleider` of `slber`, en die rollen hoeft in een traject niemand te hebben; geef de rol `required: true`, of noem ook een rol die er altijd is"
        )
      ]),
    Mutation(
      "conditionOfTwoSubjects", of: "an outcome asks for a subject and for a choice of another",
      from: "    when: {vak: WI, wi-dit-jaar: wi-algebra}",
      to: "    when: {vak: NA/SK, wi-dit-jaar: wi-algebra}",
      by: .check,
      finds: [
        Found(
          "NeverTrue", at: "when: {vak: NA/SK, wi-dit-jaar: wi-algebra}",
          says:
            "deze voorwaarde geldt nooit: wat zij vraagt gaat niet samen; kies waarden die samengaan, of schrijf `any` waar één ervan genoeg is"
        )
      ]),
    Mutation(
      "counterWithoutALeast", of: "the counter that warns of too few lessons has no least",
      from: """
            low: 40

        """,
      to: "",
      by: .check,
      finds: [
        Found(
          "MarkInVain", at: "warn-at: eindbeoordeling",
          says:
            "bij `lessen` wordt nooit gewaarschuwd: er staat niet hoeveel er ten minste zijn; voeg `low` toe, bijvoorbeeld `low: 40`, of laat `warn-at` weg"
        )
      ]),
  ]
}
