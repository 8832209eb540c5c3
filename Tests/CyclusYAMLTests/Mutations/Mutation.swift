import CyclusCore
import CyclusYAML
import Testing

/// A slip that somebody who edits a shipped workflow could make, and everything that is said about it.
struct Mutation: Sendable, CustomTestStringConvertible {
  /// What finds it: the rules that look at the file as it stands, or the explorer that runs through its states.
  enum Finder: Sendable {
    case check, explorer
  }

  /// One finding: its rule, the line of the file to which it points, and its message with its remedy in Dutch.
  struct Found: Hashable, Sendable {
    var rule: String
    var line: String
    var text: String

    init(_ rule: String, at line: String, says text: String) {
      self.rule = rule
      self.line = line
      self.text = text
    }
  }

  /// The name of the slip in its workflow.
  let name: String
  /// The slip in words.
  let fault: String
  /// What stands in the shipped file, once.
  let original: String
  /// What stands there after the slip.
  let slip: String
  let finder: Finder
  /// Everything that is found, in the order of the file.
  let finds: [Found]

  init(
    _ name: String, of fault: String, from original: String, to slip: String, by finder: Finder,
    finds: [Found]
  ) {
    self.name = name
    self.fault = fault
    self.original = original
    self.slip = slip
    self.finder = finder
    self.finds = finds
  }

  var testDescription: String { name }
}

/// A shipped workflow with the slips that are tried on it.
struct MutatedWorkflow: Sendable, CustomTestStringConvertible {
  let id: String
  let mutations: [Mutation]

  var testDescription: String { id }

  static let all = [
    MutatedWorkflow(id: "han-wpl2-lj2", mutations: Mutation.han),
    MutatedWorkflow(id: "aios-voortgang", mutations: Mutation.aios),
    MutatedWorkflow(id: "bpv-driehoeksgesprek", mutations: Mutation.driehoeksgesprek),
    MutatedWorkflow(id: "bpv-begeleiding", mutations: Mutation.begeleiding),
    MutatedWorkflow(id: "sd-voortgangsgesprek", mutations: Mutation.developer),
  ]

  /// The shipped texts, each with what is said about it unchanged.
  private static let shipped: [String: (text: String, said: [Localized])] = {
    var shipped: [String: (text: String, said: [Localized])] = [:]
    for workflow in all {
      let text = (try? Examples.text("Workflows/\(workflow.id).yaml")) ?? ""
      shipped[workflow.id] = (text, WorkflowFile.load(text, name: workflow.id).findings.map(\.message))
    }
    return shipped
  }()

  /// The shipped text.
  var text: String { Self.shipped[id]?.text ?? "" }

  /// What is said about the text with a slip, without the notes that the unchanged text has too; of a history that leads
  /// nowhere its last line as well.
  func found(after mutation: Mutation) -> [Mutation.Found] {
    let (result, _) = WorkflowFile.explore(
      text.replacing(mutation.original, with: mutation.slip), name: id,
      mostStates: mutation.finder == .explorer ? Explorer.mostStates : 0)
    let said = Self.shipped[id]?.said ?? []
    return result.findings.filter { !said.contains($0.message) }.map { finding in
      let line = finding.line.map { String(result.source.lines[$0 - 1]) } ?? ""
      return Mutation.Found(
        finding.rule, at: String(line.drop { $0 == " " }),
        says: ([finding.message.nl, finding.remedy.nl] + finding.story.suffix(1).map(\.nl)).joined(
          separator: "; "))
    }
  }
}
