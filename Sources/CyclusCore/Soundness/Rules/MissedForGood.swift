/// Finds a phase that asks every week of what lapses with its week, where a week that was missed cannot be waived.
public enum MissedForGood {
  /// A finding for each such phrase.
  public static func findings(in workflow: Workflow) -> [Finding] {
    workflow.requirements.compactMap { requirement in
      let item = requirement.value.item
      guard requirement.value.isEvery, requirement.path.first == "phases", !requirement.path.contains("when"),
        workflow.gesprek(item)?.each?.isWeekly ?? false
      else { return nil }
      if let waivers = workflow.waivers, !waivers.never.contains(item) { return nil }
      return Finding.fault(
        "MissedForGood",
        Localized(
          nl:
            "een gemiste week van `\(item)` is niet in te halen en kan niet vervallen: dan blijft deze fase dicht",
          en:
            "a missed week of `\(item)` cannot be made up for and cannot be waived: this phase then stays shut"
        ),
        remedy: Localized(
          nl: "laat `every \(item)` hier weg, of laat het onder `waivers` vervallen",
          en: "leave `every \(item)` out here, or let it be waived under `waivers`"), at: requirement.path)
    }
  }
}
