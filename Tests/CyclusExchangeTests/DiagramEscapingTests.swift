import CyclusCore
import Testing

@testable import CyclusExchange

/// Titles and ids can hold any sign; none of them is taken for one of the format.
@Suite struct DiagramEscapingTests {
  private let diagram: Diagram
  init() throws { diagram = Diagram(try Drawn.hostile(), in: .nl) }

  @Test func aTitleIsReadBackFromSCXMLAndBPMN() throws {
    let titles = diagram.nodes(.phase).map { $0.title.replacing("\n", with: " ") }
    let states = try XMLTree.read(diagram.text(.scxml)).all("state")
    #expect(
      titles.allSatisfy { title in states.contains { $0["cyclus:title"].replacing("\n", with: " ") == title }
      })
    let tasks = try XMLTree.read(diagram.text(.bpmn)).all("bpmn:userTask")
    #expect(titles.allSatisfy { title in tasks.contains { $0["name"].replacing("\n", with: " ") == title } })
  }

  @Test(arguments: [DiagramFormat.scxml, .bpmn]) func everyIdIsANameAndStandsOnce(_ format: DiagramFormat)
    throws
  {
    let ids = try XMLTree.read(diagram.text(format)).all.compactMap { $0.attributes["id"] }
    #expect(ids.allSatisfy { $0.wholeMatch(of: /[A-Za-z_][A-Za-z0-9_.-]*/) != nil })
    #expect(Set(ids).count == ids.count)
  }

  @Test func everyTargetOfSCXMLIsAStateAndEveryEventAWord() throws {
    let tree = try XMLTree.read(diagram.text(.scxml))
    let ids = Set(tree.all.compactMap { $0.attributes["id"] })
    for transition in tree.all("transition") {
      #expect(transition.attributes["target"].map(ids.contains) ?? true, "\(transition.attributes)")
      #expect(transition["event"].wholeMatch(of: /[A-Za-z0-9_.-]+( [A-Za-z0-9_.-]+)*/) != nil)
    }
    let initial = tree.all("scxml", "state").compactMap { $0.attributes["initial"] }
    #expect(!initial.isEmpty && initial.allSatisfy(ids.contains))
  }

  @Test func aLabelOfMermaidHoldsNoSignOfMermaid() {
    let lines = diagram.text(.mermaid).split(separator: "\n")
    let labels = lines.compactMap { $0.firstMatch(of: /\["<b>(.*)<\/b>/)?.output.1 }
    #expect(labels.count >= 4)
    for label in labels where !label.contains("</b>") {
      let left = label.replacing(/#[0-9]+;/, with: "").replacing("<br>", with: "")
      #expect(!left.contains { "\"<>[]{}|`;#&".contains($0) }, "\(left)")
    }
    // Each line is one statement: nothing of a title begins one.
    #expect(!lines.contains { $0.hasPrefix("subgraph # ") })
  }

  @Test func aLabelOfDOTIsOneBalancedHTMLText() {
    for line in diagram.text(.dot).split(separator: "\n")
    where line.contains("label=<") && line.contains(">, fill") {
      let label = line.firstMatch(of: /label=<(.*)>, fillcolor/)?.output.1 ?? ""
      let tags = label.replacing(/<\/?(b|font)( [a-z-]+="[0-9]+")?>|<br\/>/, with: "")
      #expect(!tags.contains { "<>\"".contains($0) }, "\(tags)")
    }
    let ids = diagram.text(.dot).split(separator: "\n").filter { $0.contains("phase.") }
    #expect(ids.allSatisfy { $0.wholeMatch(of: /\s+"([^"\\]|\\.)*" (\[.*\]|-> "([^"\\]|\\.)*".*)/) != nil })
  }

  @Test func differentIdsStayDifferent() {
    let ids = ["a-b", "a_b", "a.b", "a b", "a--b", "a_2d_b", "aéb", "a_e9_b"]
    #expect(Set(ids.map { $0.name() }).count == ids.count)
    #expect("begeleiding-1".name() == "begeleiding-1")
  }
}
