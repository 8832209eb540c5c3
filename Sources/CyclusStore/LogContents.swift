import CyclusCore

/// What the log says that tables beside it must agree with; collected while `verify` walks the chain.
struct LogContents {
  /// A workflow version or a calendar as the event that published it names it.
  struct Publication {
    var kind = "workflow"
    var id: String
    var version: String
    /// SHA-256 of the compiled form, in hexadecimal.
    var compiled: String

    init(id: String, version: String, compiled: String) {
      (self.id, self.version, self.compiled) = (id, version, compiled)
    }

    /// A calendar or a layer of one, by the members that say which it is; nil where one is not there.
    init?(calendar name: String, _ data: JSONObject) {
      guard let version = data["version"]?.text, let compiled = data["compiled"]?.text else { return nil }
      self.init(id: name, version: version, compiled: compiled)
      kind = "calendar"
    }
  }

  /// A text that an event refers to.
  struct Text {
    var digest: String
    /// The kind that follows from where the reference stands.
    var kind: String
  }

  /// Lines of a file that a `lines_applied` event stands for.
  struct Lines {
    var count: Int
    /// SHA-256 over their leaves, in hexadecimal.
    var digest: String
  }

  /// Whether the database was made for practice; `nil` where no event says so.
  private(set) var isPractice: Bool?
  /// The published workflows, calendars and layers of calendars, by the digest of their text.
  private(set) var publications: [String: Publication] = [:]
  /// The texts, by number.
  private(set) var texts: [Int: Text] = [:]
  /// The numbers of the texts of people, schools and accounts, by opaque number and column.
  private(set) var names: [String: [String: Int]] = [:]
  /// The lines that files brought, by the number of their event.
  private(set) var lines: [Int: Lines] = [:]

  /// The kind of text in a member of the events that bring a name or a number; any other reference is prose.
  private static let kinds: [String: (owner: String, members: [String: String])] = [
    "person_added": ("person", ["number": "number", "name": "name"]),
    "person_changed": ("person", ["name": "name"]),
    "school_added": ("school", ["code": "school_code", "name": "school"]),
    "account_added": ("account", ["name": "account"]),
  ]

  /// Takes in an event.
  ///
  /// - Returns: Whether its data could be read as what its type asks for.
  mutating func read(_ event: StoredEvent) -> Bool {
    guard event.traject == nil else {
      collectProse(event.data)
      return true
    }
    guard let data = (try? JSONParser.parse(event.data))?.members else { return false }
    switch event.type {
    case "database_created":
      isPractice = data["practice"]?.flag
      return isPractice != nil
    case "workflow_published":
      guard let id = data["workflow"]?.text, let version = data["version"]?.text,
        let digest = data["digest"]?.text, let compiled = data["compiled"]?.text
      else { return false }
      publications[digest] = Publication(id: id, version: version, compiled: compiled)
      return true
    case "calendar_published":
      guard let digest = data["calendar"]?.text, let layers = data["layers"]?.list,
        let calendar = Publication(calendar: Store.composedCalendar, data)
      else { return false }
      publications[digest] = calendar
      for layer in layers.compactMap(\.members) {
        guard let digest = layer["digest"]?.text, let name = layer["layer"]?.text,
          let publication = Publication(calendar: name, layer)
        else { return false }
        publications[digest] = publication
      }
      return true
    case "lines_applied":
      guard let count = data["count"]?.int, let digest = data["digest"]?.text else { return false }
      lines[event.seq] = Lines(count: count, digest: digest)
      return true
    default:
      return readNames(event.type, data)
    }
  }

  private mutating func readNames(_ type: String, _ data: JSONObject) -> Bool {
    guard let (owner, members) = Self.kinds[type], let name = data[owner]?.text else { return false }
    for (member, kind) in members {
      guard let value = data[member] else { continue }
      guard let reference = value.text.flatMap({ TextReference($0) }) else { return false }
      texts[reference.id] = Text(digest: reference.digest, kind: kind)
      names[name, default: [:]][member] = reference.id
    }
    return true
  }

  /// Collects the text references in the data of an event of a traject: `"X12:9f86…"`.
  private mutating func collectProse(_ data: String) {
    for part in data.split(separator: "\"") where part.first == "X" {
      guard let reference = TextReference(String(part)) else { continue }
      texts[reference.id] = Text(digest: reference.digest, kind: "prose")
    }
  }
}
