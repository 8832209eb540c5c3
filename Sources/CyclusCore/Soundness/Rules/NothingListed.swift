/// Notes a list that the institute still has to fill in: nothing in it may be guessed.
public enum NothingListed {
  /// A note for each list of outcomes of the institute that is empty.
  public static func findings(in workflow: Workflow) -> [Finding] {
    guard let instituteOnly = workflow.instituteOnly else { return [] }
    return instituteOnly.lists.filter(\.outcomes.isEmpty).map { list in
      let (name, value) = (instituteOnly.parameter, list.value)
      return Finding(
        .note, rule: "NothingListed",
        message: Localized(
          nl: "bij `\(name)` `\(value)` staat nog geen leeruitkomst die volledig van het instituut is",
          en: "no outcome is listed for `\(name)` `\(value)` that is wholly the institute's"),
        remedy: Localized(
          nl: "vul in welke dat zijn, of laat `\(value)` weg als er geen zijn",
          en: "fill in which they are, or leave `\(value)` out if there are none"),
        path: ["institute-only", "lists", value])
    }
  }
}
