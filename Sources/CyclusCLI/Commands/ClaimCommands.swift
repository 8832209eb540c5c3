import ArgumentParser
import CyclusCore

struct ClaimCommand: ActCommand {
  static let configuration = CommandConfiguration(
    commandName: "claim", abstract: "Claim something of the workflow, or give a claim more proof.",
    discussion: """
      cyclus claim T17 evc@nederlands --proof https://portfolio/17 --as 7000017 --source mail
      cyclus claim T17 C1 --proof projectkaart --as 7000017 --source mail
      """)
  @Argument(help: "id (T17) or student number") var traject: String
  @Argument(help: "what is claimed: KIND, or KIND@VALUE; or a claim, C1, that gets more proof")
  var item: String
  @Option(help: "what it rests on: a document, an address or a description; several times")
  var proof: [String] = []
  @OptionGroup(title: "Global options") var options: GlobalOptions

  func command(_ act: Act) throws -> Command {
    let proofs = proof.flatMap { AssessCommand.isText($0) ? [$0] : Pairs.list([$0]) }
    return .claim(
      Command.Claim(
        item: item, proofs: proofs.filter { !AssessCommand.isText($0) },
        references: try proofs.filter(AssessCommand.isText).map { try act.desk.reference($0, "--proof") }))
  }
}

struct GrantCommand: ActCommand {
  static let configuration = CommandConfiguration(
    commandName: "grant", abstract: "Grant a claim, from the day of its gesprek on.",
    discussion: "cyclus grant T17 C1 --why \"bewijs gezien\" --as BEUN")
  @Argument(help: "id (T17) or student number") var traject: String
  @Argument(help: "the claim, C1") var claim: String
  @Option(help: "why, in prose") var why: String?
  @OptionGroup(title: "Global options") var options: GlobalOptions

  func command(_ act: Act) throws -> Command {
    .grant(claim: claim, why: try act.desk.reference(why, "--why"))
  }
}

struct RefuseCommand: ActCommand {
  static let configuration = CommandConfiguration(
    commandName: "refuse", abstract: "Refuse a claim, with why.",
    discussion: "cyclus refuse T17 C1 --why \"het bewijs gaat over iets anders\" --as BEUN")
  @Argument(help: "id (T17) or student number") var traject: String
  @Argument(help: "the claim, C1") var claim: String
  @Option(help: "why, in prose") var why: String
  @OptionGroup(title: "Global options") var options: GlobalOptions

  func command(_ act: Act) throws -> Command {
    .refuse(claim: claim, why: try act.desk.reference(why, "--why"))
  }
}

struct DeferCommand: ActCommand {
  static let configuration = CommandConfiguration(
    commandName: "defer", abstract: "Leave a claim to the next gesprek, where it is open again.",
    discussion: "cyclus defer T17 C1 --why \"het bewijs komt nog\" --as BEUN")
  @Argument(help: "id (T17) or student number") var traject: String
  @Argument(help: "the claim, C1") var claim: String
  @Option(help: "why, in prose") var why: String
  @OptionGroup(title: "Global options") var options: GlobalOptions

  func command(_ act: Act) throws -> Command {
    .deferClaim(claim: claim, why: try act.desk.reference(why, "--why"))
  }
}
