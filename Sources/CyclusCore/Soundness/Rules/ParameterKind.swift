/// Finds a parameter that is named where another kind of value is needed, such as dates.
public enum ParameterKind {
  /// A finding for each such place.
  public static func findings(in workflow: Workflow) -> [Finding] {
    var found: [Finding] = []
    func check(_ name: String?, is kind: Parameter.Kind, _ key: String, _ path: [String]) {
      guard let name, let parameter = workflow.parameter(name), parameter.kind != kind else { return }
      found.append(finding(name, key, path))
    }
    for part in workflow.timeline {
      check(part.startParameter, is: .date, "date: true", ["timeline", part.part.name, "starts"])
    }
    if let blocks = workflow.datedBlocks {
      check(blocks.startsParameter, is: .dates, "dates: true", ["timeline", blocks.name, "starts"])
    }
    for document in workflow.documents {
      guard case .parameter(let name) = document.validity else { continue }
      check(name, is: .date, "date: true", ["documents", document.id, "valid"])
    }
    for gesprek in workflow.gesprekken {
      for field in gesprek.record {
        guard case .someOf(let name) = field.kind, let parameter = workflow.parameter(name) else { continue }
        if case .someOf = parameter.kind { continue }
        found.append(
          finding(name, "some-of: [ … ]", ["gesprekken", gesprek.id, "on-record", field.id, "some-of"]))
      }
    }
    return found
  }

  private static func finding(_ name: String, _ key: String, _ path: [String]) -> Finding {
    Finding(
      .error, rule: "ParameterKind",
      message: Localized(
        nl: "de parameter `\(name)` heeft hier de verkeerde soort waarde",
        en: "the parameter `\(name)` has the wrong kind of value here"),
      remedy: Localized(
        nl: "geef `\(name)` onder `parameters` de sleutel `\(key)`, of noem hier een andere",
        en: "give `\(name)` the key `\(key)` under `parameters`, or name another one here"),
      path: path)
  }
}
