import ArgumentParser
import CyclusCore
import CyclusStore

struct PersonCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "person", abstract: "The people: a number and a name each, never an address.",
    subcommands: [
      PersonAddCommand.self, PersonSetCommand.self, PersonShowCommand.self, PersonListCommand.self,
    ])
}

struct NameOptions: ParsableArguments {
  @Option(help: "first name") var given: String?
  @Option(help: "tussenvoegsel") var infix: String?
  @Option(help: "surname") var family: String?

  /// Refuses a part that is given and of which nobody would see anything.
  func check() throws {
    for (option, part) in [("--given", given), ("--infix", infix), ("--family", family)] {
      if let part, !part.isEmpty, part.isBlank { throw StoreError.blankText(option) }
    }
  }
}

struct PersonAddCommand: CyclusCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add a person.",
    discussion: "cyclus person add BEUN --given Noor --infix \"van der\" --family Beuk")
  @Argument(help: "student number or staff code") var number: String
  @OptionGroup var name: NameOptions
  @OptionGroup(title: "Global options") var options: GlobalOptions

  func run(_ session: Session) throws -> Int32 {
    try name.check()
    let store = try session.store(.write)
    let person = PersonName(given: name.given ?? "", infix: name.infix ?? "", family: name.family ?? "")
    let number = number.trimmed
    guard !number.isEmpty else { throw StoreError.unfit(.emptyNumber) }
    guard !person.family.isEmpty else {
      throw Failure.usage("geef ten minste --family", "give at least --family")
    }
    let id = try store.addPerson(number: number, name: person, recording: session.administration(store))
    session.console.out("\(id) \(number) \(TerminalText.clean(person.full))")
    return 0
  }
}

struct PersonSetCommand: CyclusCommand {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: "Give a person another name.",
    discussion: "cyclus person set BEUN --family Beukema")
  @Argument(help: "student number, staff code or id") var person: String
  @OptionGroup var name: NameOptions
  @OptionGroup(title: "Global options") var options: GlobalOptions

  func run(_ session: Session) throws -> Int32 {
    try name.check()
    let store = try session.store(.write)
    let known = try store.person(named: person)
    let before = known.name ?? PersonName(given: "", family: "")
    let after = PersonName(
      given: name.given ?? before.given, infix: name.infix ?? before.infix,
      family: name.family ?? before.family)
    if after != before { try store.rename(known.id, to: after, recording: session.administration(store)) }
    session.console.out("\(known.id) \(known.number ?? "") \(TerminalText.clean(after.full))")
    return 0
  }
}

struct PersonShowCommand: CyclusCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "One person, and the trajecten in which there is a role.",
    discussion: "cyclus person show BEUN")
  @Argument(help: "student number, staff code or id") var person: String
  @OptionGroup(title: "Global options") var options: GlobalOptions

  func run(_ session: Session) throws -> Int32 {
    let store = try session.store(.read)
    let known = try store.person(named: person)
    let roles = try store.rolesHeld(by: known.id, session.past())
    switch session.format {
    case .json: session.console.out(json(known, roles).pretty)
    case .csv: try rows(known, roles).write(roles.isEmpty ? [nil] : roles, session, none: Localized(""))
    case .table: write(known, roles, session)
    }
    return 0
  }

  private func json(_ known: Person, _ roles: [RoleHeld]) -> JSONValue {
    .object([
      "person": .string(known.id.description), "number": JSONValue(known.number),
      "name": JSONValue(known.name?.full),
      "roles": .array(roles.map { ["traject": .string("T\($0.traject)"), "role": .string($0.role)] }),
    ])
  }

  /// A row for every role; who has none has one row.
  private func rows(_ known: Person, _ roles: [RoleHeld]) -> Listing<RoleHeld?> {
    var listing = Listing<RoleHeld?>()
    listing.data("person") { _ in .string(known.id.description) }
    listing.data("number") { _ in JSONValue(known.number) }
    listing.data("name") { _ in JSONValue(known.name?.full) }
    listing.data("traject") { JSONValue($0.map { "T\($0.traject)" }) }
    listing.data("role") { JSONValue($0?.role) }
    return listing
  }

  private func write(_ known: Person, _ roles: [RoleHeld], _ session: Session) {
    session.console.out("\(known.id) \(known.number ?? "") \(TerminalText.clean(known.name?.full ?? ""))")
    for (role, list) in Dictionary(grouping: roles, by: \.role).sorted(by: { $0.key < $1.key }) {
      session.console.out(
        TerminalText.hang(
          "\(role): " + list.map { "T\($0.traject)" }.joined(separator: " "),
          width: session.console.width ?? 100, indent: 2))
    }
  }
}

struct PersonListCommand: CyclusCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Everybody.", discussion: "cyclus person list --format csv")
  @OptionGroup(title: "Global options") var options: GlobalOptions

  func run(_ session: Session) throws -> Int32 {
    var listing = Listing<Person>()
    listing.data("person") { .string($0.id.description) }
    listing.data("number") { JSONValue($0.number) }
    listing.data("name") { JSONValue($0.name?.full) }
    listing.shown("id", "id", minimum: 4) { TextTable.Cell($0.id.description, .dim) }
    listing.shown("nummer", "number", minimum: 8) {
      TextTable.Cell($0.number ?? session.text("(gewist)", "(erased)"))
    }
    listing.shown("naam", "name", minimum: 12, flexible: true) { TextTable.Cell($0.name?.sorted ?? "") }
    try listing.write(
      try session.store(.read).people(), session, none: Localized(nl: "Nog niemand.", en: "Nobody yet."))
    return 0
  }
}
