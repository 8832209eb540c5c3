import CyclusCore

/// A person as people know him; it can be erased, the id stays.
public struct Person: Hashable, Sendable {
  /// The opaque id.
  public var id: PersonID
  /// The student or staff number; `nil` where it was erased.
  public var number: String?
  /// The name; `nil` where it was erased or never given.
  public var name: PersonName?
}

/// A Dutch name with its tussenvoegsel apart.
public struct PersonName: Hashable, Sendable {
  /// The first name.
  public var given: String
  /// The tussenvoegsel, such as `van der`; often empty.
  public var infix: String
  /// The surname, by which people are sorted.
  public var family: String

  /// Creates a name; white space and control characters within a part become one blank.
  public init(given: String, infix: String = "", family: String) {
    self.given = given.onOneLine
    self.infix = infix.onOneLine
    self.family = family.onOneLine
  }

  /// `Noor van der Beuk`.
  public var full: String { [given, infix, family].filter { !$0.isEmpty }.joined(separator: " ") }
  /// `Beuk, Noor van der`: as lists are sorted.
  public var sorted: String {
    let front = [given, infix].filter { !$0.isEmpty }.joined(separator: " ")
    return family.isEmpty || front.isEmpty ? full : "\(family), \(front)"
  }

  var stored: String { [given, infix, family].joined(separator: "\t") }

  init?(stored: String?) {
    guard let parts = stored?.split(separator: "\t", omittingEmptySubsequences: false), parts.count == 3
    else {
      return nil
    }
    self.init(given: String(parts[0]), infix: String(parts[1]), family: String(parts[2]))
  }
}

extension Store {
  private static let personColumns =
    "p.id, n.content, m.content FROM person p LEFT JOIN text n ON n.id = p.number LEFT JOIN text m ON m.id = p.name"

  private static func person(_ row: Row) throws -> Person {
    Person(
      id: PersonID(try row.int(0)), number: try row.optionalText(1),
      name: PersonName(stored: try row.optionalText(2)))
  }

  /// A person by id, or `nil`.
  public func person(_ id: PersonID) throws(StoreError) -> Person? {
    try guarded {
      try connection.prepare("SELECT \(Self.personColumns) WHERE p.id = ?")
        .first(.integer(Int64(id.number))) { try Self.person($0) }
    }
  }

  /// A person by student number, staff code or id such as `P12`.
  ///
  /// - Throws: `StoreError.unknownPerson`.
  public func person(named name: String) throws(StoreError) -> Person {
    if let found = try person(number: name) { return found }
    if let id = PersonID(name), let found = try person(id) { return found }
    throw StoreError.unknownPerson(name)
  }

  /// A person by student number or staff code, or `nil`.
  ///
  /// SQLite uses a partial index only where the query repeats its condition: hence `kind <> 'prose'`.
  public func person(number: String) throws(StoreError) -> Person? {
    try guarded {
      try connection.prepare(
        """
        SELECT p.id, t.content, m.content FROM text t INDEXED BY text_number JOIN person p ON p.number = t.id
        LEFT JOIN text m ON m.id = p.name WHERE t.kind = 'number' AND t.kind <> 'prose' AND t.content = ?
        """
      ).first(.text(number)) { try Self.person($0) }
    }
  }

  /// The people with a name, by id.
  public func people(named name: PersonName) throws(StoreError) -> [Person] {
    try guarded {
      try connection.prepare(
        """
        SELECT p.id, n.content, t.content FROM text t INDEXED BY text_number JOIN person p ON p.name = t.id
        LEFT JOIN text n ON n.id = p.number WHERE t.kind = 'name' AND t.kind <> 'prose' AND t.content = ? ORDER BY p.id
        """
      ).all(.text(name.stored)) { try Self.person($0) }
    }
  }

  /// Everybody, by id.
  public func people() throws(StoreError) -> [Person] {
    try guarded {
      try connection.prepare("SELECT \(Self.personColumns) ORDER BY p.id").all { try Self.person($0) }
    }
  }

  /// Adds a person as part of a batch.
  public func addPerson(number: String, name: PersonName?, recording: Recording, batch: Int) throws
    -> PersonID
  {
    let id =
      try connection.prepare("SELECT coalesce(max(id), 0) + 1 FROM person").first { try $0.integer(0) } ?? 1
    let desk = TextDesk(self)
    let numberText = try desk.take(number, kind: "number")
    let nameText = try name.map { try desk.take($0.stored, kind: "name") }
    try connection.prepare("INSERT INTO person (id, number, name) VALUES (?, ?, ?)")
      .run(.integer(id), .integer(Int64(numberText.id)), Value(nameText?.id))
    var data: JSONObject = ["person": .string("P\(id)"), "number": .string(numberText.description)]
    if let nameText { data["name"] = .string(nameText.description) }
    try append(type: "person_added", data: data, recording: recording, batch: batch)
    return PersonID(Int(id))
  }

  /// Gives a person another name; what the log holds of the old one stays, its text too until it is erased.
  func rename(_ id: PersonID, to name: PersonName, recording: Recording, batch: Int) throws {
    let desk = TextDesk(self)
    let text = try desk.take(name.stored, kind: "name")
    try connection.prepare("UPDATE person SET name = ? WHERE id = ?")
      .run(.integer(Int64(text.id)), .integer(Int64(id.number)))
    try append(
      type: "person_changed", data: ["person": .string(id.description), "name": .string(text.description)],
      recording: recording, batch: batch)
  }

  /// Adds a person on his own.
  public func addPerson(number: String, name: PersonName, recording: Recording) throws(StoreError) -> PersonID
  {
    try guarded {
      try connection.transaction(.immediate) {
        if let known = try person(number: number) { throw StoreError.numberTaken(number, known.id) }
        try Self.check(number, name)
        return try addPerson(number: number, name: name, recording: recording, batch: nextBatch())
      }
    }
  }

  private static func check(_ number: String, _ name: PersonName) throws(StoreError) {
    do {
      try PersonNumber.check(number)
      try name.check()
    } catch { throw .unfit(error) }
  }

  /// Gives a person another name on its own.
  public func rename(_ id: PersonID, to name: PersonName, recording: Recording) throws(StoreError) {
    do { try name.check() } catch { throw .unfit(error) }
    try guarded {
      try connection.transaction(.immediate) {
        try rename(id, to: name, recording: recording, batch: nextBatch())
      }
    }
  }

  /// The number of the OS account that records, and the text with its name where it is new.
  func account(_ recording: Recording) throws -> (id: Int, added: TextReference?) {
    let found = try connection.prepare(
      """
      SELECT a.id FROM text t INDEXED BY text_number JOIN account a ON a.name = t.id
      WHERE t.kind = 'account' AND t.kind <> 'prose' AND t.content = ?
      """
    ).first(.text(recording.account)) { try $0.int(0) }
    if let found { return (found, nil) }
    let text = try TextDesk(self).take(recording.account, kind: "account")
    try connection.prepare("INSERT INTO account (name) VALUES (?)").run(.integer(Int64(text.id)))
    return (Int(connection.lastInsertedRow), text)
  }

  /// The number of the school with a name, or `nil`.
  func school(named name: String) throws -> Int? {
    try connection.prepare(
      """
      SELECT s.id FROM text t INDEXED BY text_number JOIN school s ON s.name = t.id
      WHERE t.kind = 'school' AND t.kind <> 'prose' AND t.content = ?
      """
    ).first(.text(name)) { try $0.int(0) }
  }

  /// The number of a school, by its code or else its name; it is added when it is new.
  func school(name: String, code: String?, recording: Recording, batch: Int) throws -> Int {
    let known =
      if let code {
        try connection.prepare(
          """
          SELECT s.id FROM text t INDEXED BY text_number JOIN school s ON s.code = t.id
          WHERE t.kind = 'school_code' AND t.kind <> 'prose' AND t.content = ?
          """
        ).first(.text(code)) { try $0.int(0) }
      } else {
        try school(named: name)
      }
    if let known { return known }
    for text in [name, code].compactMap(\.self) {
      if let contact = ContactData(in: text) { throw StoreError.unfit(.contactInText(text, contact)) }
    }
    let desk = TextDesk(self)
    let nameText = try desk.take(name, kind: "school")
    let codeText = try code.map { try desk.take($0, kind: "school_code") }
    try connection.prepare("INSERT INTO school (code, name) VALUES (?, ?)")
      .run(Value(codeText?.id), .integer(Int64(nameText.id)))
    let id = Int(connection.lastInsertedRow)
    var data: JSONObject = ["school": .string("S\(id)"), "name": .string(nameText.description)]
    if let codeText { data["code"] = .string(codeText.description) }
    try append(type: "school_added", data: data, recording: recording, batch: batch)
    return id
  }

  /// The name of an OS account, or `nil` where it was erased.
  public func accountName(_ id: Int) throws(StoreError) -> String? {
    try guarded {
      try connection.prepare("SELECT t.content FROM account a JOIN text t ON t.id = a.name WHERE a.id = ?")
        .first(.integer(Int64(id))) { try $0.optionalText(0) } ?? nil
    }
  }

  /// The name of a school, or `nil`.
  public func schoolName(_ id: Int?) throws(StoreError) -> String? {
    guard let id else { return nil }
    return try guarded {
      try connection.prepare("SELECT t.content FROM school s JOIN text t ON t.id = s.name WHERE s.id = ?")
        .first(.integer(Int64(id))) { try $0.optionalText(0) } ?? nil
    }
  }
}
