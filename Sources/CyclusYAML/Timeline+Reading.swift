import CyclusCore
import Yams

extension Value {
  /// Reads the blocks of teaching weeks and the breaks between them, or the blocks that begin on dates.
  func timeline() -> (parts: [Workflow.TimelinePart], dated: DatedBlocks?) {
    let members = strictList(example: "- {block: blok-1, weeks: 8}")
    var dated: DatedBlocks?
    let parts = members.compactMap { value -> Workflow.TimelinePart? in
      value.fields("timeline part") { fields in
        guard fields["blocks"] != nil else { return fields.timelinePart(in: value) }
        dated = fields.datedBlocks(in: value)
        if members.count > 1 { fields.report(.blocksStandAlone) }
        return nil
      }
    }
    return (parts, dated)
  }

  /// Reads the days of the week at the workplace.
  func placementDays() -> [Weekday]? {
    fields("placement days") { fields in
      let days = fields.required("days")?.list() ?? []
      fields.requireCitation()
      return days.compactMap { value in
        guard let name = value.text("monday") else { return nil }
        let day = Weekday(name: name)
        if day == nil { value.report(.unknownWord(name, Weekday.allCases.map(\.name))) }
        return day
      }
    }
  }

  /// Reads the days on which nobody works or teaches, with the parameter that holds the holiday region.
  func freeDays(parameters: [Parameter]) -> (periods: [FreePeriod], region: String?)? {
    fields("free days") { fields in
      let region = fields["region"]?.id()
      fields.requireCitation()
      let known = parameters.first { $0.id == region }?.kind
      let periods =
        fields.required("periods")?.strictList(example: "- {from: 2026-04-06, name: Paasdag}") ?? []
      return (periods.flatMap { $0.freePeriods(regions: known) }, region)
    }
  }

  private func freePeriods(regions kind: Parameter.Kind?) -> [FreePeriod] {
    let periods = fields("free period") { fields -> [FreePeriod]? in
      let from = fields.required("from")?.day()
      let to = fields["to"].map { $0.day() } ?? from
      let name = fields.required("name")?.text("Tweede paasdag")
      let regions = fields["regions"]?.list() ?? []
      for value in regions {
        guard let region = value.text("midden"), case .oneOf(let known) = kind, !known.contains(region) else {
          continue
        }
        value.report(.unknownRegion(region, known))
      }
      guard let from, let to, let name else { return nil }
      if to < from { fields.report(.endsBeforeItBegins) }
      let names = regions.compactMap { $0.node.scalar?.string }
      guard !names.isEmpty else { return [FreePeriod(from: from, to: to, name: name)] }
      return names.map { FreePeriod(from: from, to: to, name: name, region: $0) }
    }
    return periods ?? []
  }
}

extension Fields {
  /// Reads a part of the timeline: `block:` or `break:` holds its name.
  fileprivate func timelinePart(in value: Value) -> Workflow.TimelinePart? {
    let longest = 60
    let (block, pause) = (self["block"], self["break"])
    let weeks = required("weeks")?.number(in: 1...longest, example: "8") ?? longest
    let starts = self["starts"]?.id()
    let citation = citation()
    if (block == nil) == (pause == nil) { report(.notTogether(["block", "break", "blocks"])) }
    guard let name = (block ?? pause)?.id() else { return nil }
    value.reading.note(["timeline", name], at: entries.first?.place)
    value.reading.note(["timeline", name, "starts"], at: self["starts"]?.node.place)
    return Workflow.TimelinePart(
      part: TeachingTimeline.Part(kind: block != nil ? .block : .pause, name: name, weeks: weeks),
      startParameter: starts, citation: citation)
  }

  /// Reads blocks that begin on dates: `blocks:` holds what stands before their numbers.
  fileprivate func datedBlocks(in value: Value) -> DatedBlocks? {
    let starts = self["starts"]?.id()
    let citation = citation()
    guard let name = self["blocks"]?.id() else { return nil }
    value.reading.note(["timeline", name], at: entries.first?.place)
    value.reading.note(["timeline", name, "starts"], at: self["starts"]?.node.place)
    return DatedBlocks(name: name, startsParameter: starts, citation: citation)
  }

  /// Reads where an item comes from that has no place for it in the workflow, and asks for it all the same.
  fileprivate func requireCitation() {
    let citation = citation()
    if citation.rules.isEmpty, citation.assumed.isEmpty { report(.noRule) }
  }
}

extension Problem {
  static let blocksStandAlone = Problem(
    "BlocksAlone", nl: "`blocks` kan niet naast andere delen van de timeline staan",
    en: "`blocks` cannot stand beside other parts of the timeline",
    remedyNL: "laat alleen `blocks` staan, of schrijf elk blok met `block` en `weeks`",
    remedyEN: "leave `blocks` alone, or write each block with `block` and `weeks`")
}
