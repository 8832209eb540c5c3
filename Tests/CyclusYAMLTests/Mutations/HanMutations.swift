extension Mutation {
  /// Faults of a handbook editor in `han-wpl2-lj2`.
  static let han = hanCourse + hanPeople

  /// Those in what comes when: approvals, phases and terms.
  private static let hanCourse: [Mutation] = [
    Mutation(
      "approvedByTheStudent", of: "the student approves the own report",
      from: """
            asked-by: verslag-startgesprek
            by: werkplekbegeleider
            due: 1 week after opening
            rule: HAN-26
            assumed: [due]

        tasks:
        """,
      to: """
            asked-by: verslag-startgesprek
            by: student
            due: 1 week after opening
            rule: HAN-26
            assumed: [due]

        tasks:
        """,
      by: .check,
      finds: [
        Found(
          "ApprovalInVain", at: "by: student",
          says: "wie `verslag-startgesprek` inlevert, zou het zelf goedkeuren; noem onder `by` een andere rol"
        )
      ]),
    Mutation(
      "approvalNobodyMayGive", of: "the second approval goes to a role that a traject may lack",
      from: """
        en: Didactic approval of the report}
            asked-by: verslag-startgesprek
            by: werkplekbegeleider
        """,
      to: """
        en: Didactic approval of the report}
            asked-by: verslag-startgesprek
            by: vakdidacticus
        """,
      by: .check,
      finds: [
        Found(
          "EmptyRole", at: "by: vakdidacticus",
          says:
            "dit wacht op `vakdidacticus`, en die rol hoeft in een traject niemand te hebben; geef de rol `required: true`, of noem ook een rol die er altijd is"
        )
      ]),
    Mutation(
      "approvalOfWhatIsHandedInTwice", of: "the approval is asked by a document of which there are two",
      from: """
        en: Didactic approval of the report}
            asked-by: verslag-startgesprek
        """,
      to: """
        en: Didactic approval of the report}
            asked-by: zelfreflectie
        """,
      by: .check,
      finds: [
        Found(
          "ApprovalInVain", at: "asked-by: zelfreflectie",
          says:
            "van `zelfreflectie` zijn er meer, en dan is niet te zien welke goedkeuring wordt gevraagd; noem onder `asked-by` een document dat één keer wordt ingeleverd"
        )
      ]),
    Mutation(
      "reportAfterItsApproval", of: "the report opens once it was approved",
      from: """
            opens: after startgesprek held
            due: 1 week after startgesprek held
            again
        """,
      to: """
            opens: after goedkeuring-didactisch approved
            due: 1 week after startgesprek held
            again
        """,
      by: .check,
      finds: [
        Found(
          "WaitsForItself", at: "opens: after goedkeuring-didactisch approved",
          says:
            "dit wacht op zichzelf: `verslag-startgesprek` → `goedkeuring-didactisch` → `verslag-startgesprek`; laat één van deze eerder beginnen"
        )
      ]),
    Mutation(
      "portfolioAfterTheDecision", of: "the portfolio opens once the decision was shared",
      from: """
            opens: in phase beslissing

        """,
      to: """
            opens: after beslissing-gedeeld done

        """,
      by: .check,
      finds: [
        Found(
          "WaitsForItself", at: "opens: after beoordelingsportfolio submitted",
          says:
            "dit wacht op zichzelf: `owe-afstemmen-en-creeren-1` → `beoordelingsportfolio` → `beslissing-gedeeld` → `result` → `owe-afstemmen-en-creeren-1`; laat één van deze eerder beginnen"
        )
      ]),
    Mutation(
      "firstPhaseWaitsForTheLast", of: "the first phase waits for the portfolio of the last",
      from: "[kennismakingsgesprek closed]",
      to: "[kennismakingsgesprek closed, beoordelingsportfolio submitted]",
      by: .check,
      finds: [
        Found(
          "WaitsForItself", at: "opens: in phase beslissing",
          says:
            "dit wacht op zichzelf: `beoordelingsportfolio` → `beslissing` → `eindbeoordeling` → `begeleiding-2` → `tussenevaluatie` → `begeleiding-1` → `startgesprek` → `beoordelingsportfolio`; laat één van deze eerder beginnen"
        )
      ]),
    Mutation(
      "phaseThatNobodyEnters", of: "a phase is skipped by the one before it",
      from: "    next: begeleiding-1",
      to: "    next: tussenevaluatie",
      by: .check,
      finds: [
        Found(
          "Unreachable", at: "- phase: begeleiding-1",
          says:
            "geen enkel traject komt in fase `begeleiding-1`; `startgesprek` gaat naar `tussenevaluatie`; hoort daar `next: begeleiding-1`?"
        )
      ]),
    Mutation(
      "loopWithoutExit", of: "the last phase leads back",
      from: """
        unit confirmed, outcome confirmed, beslissing-gedeeld done]

        """,
      to: """
        unit confirmed, outcome confirmed, beslissing-gedeeld done]
            next: eindbeoordeling

        """,
      by: .check,
      finds: [
        Found(
          "DeadEnd", at: "next: eindbeoordeling",
          says:
            "na `beslissing` begint `eindbeoordeling` opnieuw: deze workflow komt nooit aan een eind; laat `next` weg bij de laatste fase"
        )
      ]),
    Mutation(
      "deadlineBeforeItsStart", of: "the mid-term evaluation is due before it opens",
      from: "    due: end of week 9",
      to: "    due: end of week 6",
      by: .check,
      finds: [
        Found(
          "DueBeforeOpening", at: "due: end of week 6",
          says: "dit moet af zijn in week 6, maar begint pas in week 7; kies een week vanaf 7")
      ]),
    Mutation(
      "deadlineOutsideTheTimeline", of: "the final assessment is due after the last week",
      from: "    due: end of week 16",
      to: "    due: end of week 18",
      by: .check,
      finds: [
        Found(
          "OutsideTimeline", at: "due: end of week 18",
          says: "lesweek 18 bestaat niet; kies een week van 1 tot en met 16")
      ]),
    Mutation(
      "deadlineBeforeWhatOpensIt", of: "the portfolio is due before the final assessment opens",
      from: """
            due: 1 week after eindbeoordeling held
            route
        """,
      to: """
            due: end of week 12
            route
        """,
      by: .check,
      finds: [
        Found(
          "DueBeforeOpening", at: "due: end of week 12",
          says:
            "dit moet af zijn in week 12, maar begint pas na `eindbeoordeling`, dat in week 14 begint; kies een week vanaf 14, of tel vanaf het begin: `1 week after opening`"
        )
      ]),
    Mutation(
      "preparedAfterwards", of: "the self-reflection opens after the gesprek that it prepares",
      from: """
            opens: with its gesprek
            due: 1 week before its gesprek
        """,
      to: """
            opens: after its gesprek held
            due: 1 week before its gesprek
        """,
      by: .check,
      finds: [
        Found(
          "DueBeforeOpening", at: "due: 1 week before its gesprek",
          says:
            "dit moet af zijn vóór `its gesprek`, maar begint pas als dat gesprek gehouden is; laat het eerder beginnen, of kies een termijn erna, zoals `1 week after opening`"
        )
      ]),
    Mutation(
      "liftedOnWhatNobodySet",
      of: "the block is lifted by a task that opens only with a parameter that nobody sets",
      from: """
            by: instituutsopleider
            opens: at the start

        """,
      to: """
            by: instituutsopleider
            opens: once leeruitkomsten-latere-jaren is set

        """,
      by: .explorer,
      finds: [
        Found(
          "NoWayToTheEnd", at: "- phase: instroom",
          says:
            "hierna komt niemand meer bij het gewone einde (fase instroom); neem weg wat tegenhoudt, of geef een weg eromheen; dan houdt tegen: Professionele houding alsnog behaald: nog niet gedaan"
        )
      ]),
  ]
}
