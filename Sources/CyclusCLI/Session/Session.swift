import CyclusCore
import CyclusStore

/// One command at work: what was asked, where, in which language, and the open database.
final class Session {
  let options: GlobalOptions
  let surroundings: Surroundings
  let console: Console
  let language: Language
  let format: OutputFormat
  private let shared: Shared

  /// What the lines of a batch share.
  private final class Shared {
    var store: Store?
    var settings: Settings?
    var names: [PersonID: Person] = [:]
    var schools: [Int: String] = [:]
  }

  /// - Parameter ownFormats: The formats of a command that has others than a table, JSON and CSV.
  init(
    _ options: GlobalOptions, _ surroundings: Surroundings, _ console: Console, ownFormats: [String] = []
  ) throws {
    self.options = options
    self.surroundings = surroundings
    self.console = console
    shared = Shared()
    language = try Self.language(options, surroundings)
    format = try Self.format(options, ownFormats)
    try Settings.require(surroundings, named: options.settings)
  }

  private init(_ options: GlobalOptions, in parent: Session, _ console: Console) throws {
    self.options = options
    surroundings = parent.surroundings
    self.console = console
    shared = parent.shared
    language = parent.language
    format = parent.format
  }

  /// A session that plays in a database of its own, and knows neither the settings nor the environment of this one.
  init(playingIn store: Store, from parent: Session) throws {
    options = try GlobalOptions.parse([])
    surroundings = Surroundings(variables: [:], account: "examples", now: parent.surroundings.now)
    console = Console(sink: ConsoleRecording())
    shared = Shared()
    shared.store = store
    language = parent.language
    format = .table
  }

  /// A session for one line of a batch: its own options, those of the batch where it has none, the same database.
  ///
  /// What the line leaves open, the command line of the batch says.
  func line(_ options: GlobalOptions, _ console: Console) throws -> Session {
    var options = options
    options.actor = options.actor ?? self.options.actor
    options.on = options.on ?? self.options.on
    options.source = options.source ?? self.options.source
    options.today = options.today ?? self.options.today
    options.now = options.now ?? self.options.now
    return try Session(options, in: self, console)
  }

  private static func language(_ options: GlobalOptions, _ surroundings: Surroundings) throws -> Language {
    guard let name = options.lang ?? surroundings.value("CYCLUS_LANG") else { return .nl }
    guard let language = Language(rawValue: name) else {
      throw Failure.usage(
        "--lang: «\(name)» kan niet; kies nl of en", "--lang: “\(name)” is not possible; choose nl or en")
    }
    return language
  }

  private static func format(_ options: GlobalOptions, _ own: [String]) throws -> OutputFormat {
    guard own.isEmpty else {
      guard let name = options.excel ? "csv" : options.format, !own.contains(name) else { return .table }
      throw Failure.usage(
        "--format: «\(name)» kan niet; kies \(own.listed("of"))",
        "--format: “\(name)” is not possible; choose \(own.listed("or"))")
    }
    if options.excel { return .csv }
    guard let name = options.format else { return .table }
    guard let format = OutputFormat(rawValue: name) else {
      throw Failure.usage(
        "--format: «\(name)» kan niet; kies table, json of csv",
        "--format: “\(name)” is not possible; choose table, json or csv")
    }
    return format
  }

  // MARK: The database

  /// Where the database is.
  func databasePath() throws -> String {
    if let path = options.db ?? surroundings.value("CYCLUS_DB") { return path }
    let folder =
      surroundings.value("XDG_DATA_HOME") ?? surroundings.value("HOME").map { $0 + "/.local/share" }
    guard let folder else {
      throw Failure.usage(
        "zeg met --db waar de database is; HOME en XDG_DATA_HOME ontbreken",
        "say with --db where the database is; HOME and XDG_DATA_HOME are not set")
    }
    return folder + "/cyclus/cyclus.db"
  }

  /// Opens the database, once for all lines of a batch.
  func store(_ mode: Store.Mode) throws -> Store {
    if let store = shared.store { return store }
    let store = try Store(path: try databasePath(), mode: mode)
    shared.store = store
    return store
  }

  /// Writes on the standard error how much SQLite did, for `Scripts/measure-overdue`.
  func writeWork() {
    guard let work = shared.store?.work else { return }
    let counted: JSONObject = [
      "instructions": JSONValue(work.instructions), "scanned": JSONValue(work.scanned),
    ]
    console.err(JSONValue.object(counted).compact)
  }

  func close() {
    shared.store?.close()
    shared.store = nil
  }

  // MARK: Who

  private func settings() throws -> Settings {
    if let settings = shared.settings { return settings }
    let settings = try Settings(surroundings, named: options.settings)
    shared.settings = settings
    return settings
  }

  /// The person linked to the OS user in the settings.
  private func linked(_ store: Store) throws -> Person? {
    guard let code = try settings().users[surroundings.account] else { return nil }
    guard let person = try store.person(number: code) else {
      throw Failure.settings(
        "de instellingen noemen \(surroundings.account) «\(code)», maar die persoon is er niet",
        "the settings call \(surroundings.account) “\(code)”, but there is no such person")
    }
    return person
  }

  /// Refuses settings that cannot be right before the first of many lines asks for them.
  func checkSettings(_ store: Store) throws { _ = try linked(store) }

  /// Who is meant by `--as`, or by the settings; `nil` where neither says.
  func actor(_ store: Store) throws -> (actor: Actor, isRecorder: Bool)? {
    let own = try linked(store)
    guard let text = options.actor ?? surroundings.value("CYCLUS_AS") else {
      return own.map { (Actor(person: $0.id, role: nil), true) }
    }
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let person = try store.person(named: parts[0])
    let role = parts.count > 1 && !parts[1].isEmpty ? parts[1] : nil
    return (Actor(person: person.id, role: role), person.id == own?.id)
  }

  private func source(isRecorder: Bool) throws -> Source? {
    if let name = options.source {
      guard let source = Source(rawValue: name) else {
        throw Failure.usage(
          "--source: «\(name)» kan niet; kies form, mail, present of phone",
          "--source: “\(name)” is not possible; choose form, mail, present or phone")
      }
      return source
    }
    guard isRecorder else {
      throw Failure.usage(
        "u legt dit vast voor een ander: zeg met --source hoe u het weet (form, mail, present of phone)",
        "you record this for somebody else: say with --source how you know (form, mail, present or phone)")
    }
    return .present
  }

  /// The circumstances of a command in a traject: somebody has to have acted.
  func recording(_ store: Store) throws -> Recording {
    guard let (actor, isRecorder) = try actor(store) else {
      throw Failure.usage(
        "zeg met --as wie dit deed, of koppel \(surroundings.account) aan een persoon in de instellingen",
        "say with --as who did this, or link \(surroundings.account) to a person in the settings")
    }
    return try recording(actor, try source(isRecorder: isRecorder), store)
  }

  /// The circumstances of what an administrator does: the OS user is on record, a person only where one is named.
  ///
  /// Settings or `CYCLUS_AS` may name somebody whom the first import has yet to bring.
  func administration(_ store: Store?) throws -> Recording {
    var actor = Actor(person: nil, role: "administrator")
    if let store, options.actor != nil {
      actor = try self.actor(store)?.actor ?? actor
    } else if let store, let known = try? self.actor(store)?.actor {
      actor = known
    }
    return try recording(actor, options.source == nil ? nil : try source(isRecorder: false))
  }

  private func recording(_ actor: Actor, _ source: Source?, _ store: Store? = nil) throws -> Recording {
    let today = try today()
    var recording = Recording(
      actor: actor, account: surroundings.account, source: source,
      happened: try day("--on", options.on) ?? today,
      today: today, recorded: try recorded(), isGiven: options.now != nil)
    recording.recorder = try store.flatMap { try linked($0)?.id }
    if options.now == nil { recording.clock = surroundings.now }
    return recording
  }

  // MARK: Names

  /// How a person is called: the name, else the number, else the id.
  func name(_ id: PersonID?, sorted: Bool = false) throws -> String {
    guard let id else { return "" }
    let person = try shared.names[id] ?? store(.read).person(id)
    shared.names[id] = person
    let name = sorted ? person?.name?.sorted : person?.name?.full
    return TerminalText.clean(name ?? person?.number ?? id.description)
  }

  /// The student or staff number of a person, or the id where it was erased.
  func number(_ id: PersonID) throws -> String {
    let person = try shared.names[id] ?? store(.read).person(id)
    shared.names[id] = person
    return person?.number ?? id.description
  }

  /// What one types to name a person, behind `--as` for instance: the number, else the id.
  func code(_ id: PersonID) throws -> String { TerminalText.clean(try number(id)) }

  /// What one types behind `--as` to act in a role: the role too where the person has more than one.
  func actorCode(_ id: PersonID, as role: String, in traject: Traject, _ workflow: Workflow) throws -> String
  {
    let code = try code(id)
    let roles = workflow.roles.filter { traject.holder(of: $0.id) == id }
    return roles.count > 1 ? "\(code):\(workflow.shortName(ofRole: role))" : code
  }

  /// Whether a list has room for more than what one has to know.
  var isWide: Bool { console.width.map { $0 >= 100 } ?? true }

  /// Whose turn it is, as a list says it: the role, and where there is room the name, but of the student of that line.
  func who(_ obligation: Obligation, of student: PersonID?, _ workflow: Workflow) throws -> String {
    let role = workflow.shortName(ofRole: obligation.role)
    guard isWide, let person = obligation.person, person != student else { return role }
    return "\(role) \(try name(person))"
  }

  func school(_ id: Int?) throws -> String? {
    guard let id else { return nil }
    if let known = shared.schools[id] { return known }
    let name = try store(.read).schoolName(id).map(TerminalText.clean)
    shared.schools[id] = name
    return name
  }

  /// A sentence of the engine, which knows people by their ids only, with their names in place of those.
  func named(_ text: String) -> String {
    // Most sentences name nobody, and to make the pattern ready takes as long as all the rest.
    guard
      zip(text.utf8, text.utf8.dropFirst()).contains(where: { $0 == UInt8(ascii: "P") && 0x31...0x39 ~= $1 })
    else { return text }
    return text.replacing(/\bP[1-9][0-9]*\b/) { match in
      PersonID(String(match.output)).flatMap { try? name($0) } ?? String(match.output)
    }
  }

  // MARK: Speech

  func text(_ localized: Localized) -> String { localized.text(language) }
  func text(_ nl: String, _ en: String) -> String { language == .nl ? nl : en }
  /// Some texts as a sentence lists them: `a, b or c`.
  func list(_ items: [String], _ joint: String) -> String { items.listed(joint) }
  func long(_ day: Day) -> String { language == .nl ? day.longNL : day.longEN }
  func short(_ day: Day) -> String { language == .nl ? day.shortNL : day.shortEN }
  /// The same, with the year where that is another than the reader would think: `26 jun 2027`.
  func short(_ day: Day, in year: Int) -> String { short(day) + (day.year == year ? "" : " \(day.year)") }

  /// Remarks go to stderr, so that data can be piped.
  func remark(_ remarks: [Localized]) {
    for remark in remarks {
      TerminalText.hang(named(text(remark)), width: console.width ?? 1000, indent: 2).forEach(console.err)
    }
  }
}

extension [String] {
  /// The texts as a sentence lists them: `a, b or c`.
  fileprivate func listed(_ joint: String) -> String {
    guard let last, count > 1 else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " \(joint) " + last
  }
}
