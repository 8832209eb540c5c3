import CyclusCore
import CyclusStore

/// Plays examples through the real engine, each in a practice database in memory, and counts what they take.
struct ExamplePlayer {
  /// An example that does not agree with what its lines say.
  struct Disagreement {
    var file: String
    var line: Int
    var message: Localized
    /// Whether the line could not be carried out at all.
    var isFault = false
  }

  private let session: Session
  private let workflow: Workflow
  private let text: String
  /// What was taken so far.
  private(set) var coverage: Coverage
  /// Where what happened is not what the line said.
  private(set) var disagreements: [Disagreement] = []
  /// How many trajecten the example has started.
  private var started = 0
  /// How many lines were played.
  private(set) var lines = 0

  /// - Parameter text: The text of the workflow file.
  init(_ workflow: Workflow, text: String, _ session: Session) {
    self.workflow = workflow
    self.text = text
    self.session = session
    coverage = Coverage(of: workflow)
  }

  /// Plays one example; after a line that cannot be carried out the rest would say nothing.
  mutating func play(_ example: [ExampleLine], file: String) throws {
    let recording = Recording(
      actor: Actor(person: nil, role: "administrator"), account: "examples", source: nil,
      happened: workflowDay,
      today: workflowDay, recorded: session.surroundings.now(), isGiven: false)
    let store = try Store.inMemory(recording: recording) { store in
      _ = try store.publish(workflow, text: text, recording: recording)
    }
    let playing = try Session(playingIn: store, from: session)
    started = 0
    defer {
      close(store)
      store.close()
    }
    for line in example {
      lines += 1
      do {
        switch line.content {
        case .heading(let people): try add(people, line, store, recording)
        case .night: try night(line, file, store)
        case .command(let name, let members, let refused):
          try carryOut(
            name, members, refused, at: Coverage.Place(file: file, line: line.number), playing, store)
        }
      } catch let fault as ExampleFault {
        disagreements.append(
          Disagreement(file: file, line: fault.line, message: fault.message, isFault: true))
        return
      }
    }
  }

  /// Looks at how the trajecten of an example stand at its end.
  private mutating func close(_ store: Store) {
    for id in 0..<started {
      guard let (state, rulebook) = try? store.current(id + 1) else { continue }
      coverage.close(Standing(state, rulebook))
    }
  }

  private func add(
    _ people: [(number: String, name: String)], _ line: ExampleLine, _ store: Store, _ recording: Recording
  ) throws {
    for (number, name) in people {
      do {
        _ = try store.addPerson(number: number, name: PersonName(written: name), recording: recording)
      } catch { throw ExampleFault(line.number, error.message.nl, error.message.en) }
    }
  }

  private var workflowDay: Day { session.surroundings.now().dutchDay }

  /// The nightly `overdue --flag`, traject by traject.
  private mutating func night(_ line: ExampleLine, _ file: String, _ store: Store) throws {
    guard let text = line.day, let day = Day.dutch(text) else {
      throw ExampleFault(
        line.number, "«on» is geen bestaande datum; \(Day.writing.nl)",
        "“on” is not an existing date; \(Day.writing.en)")
    }
    let recording = Recording(
      actor: .system, account: "examples", source: nil, happened: day, today: day,
      recorded: session.surroundings.now(), isGiven: false)
    for traject in try store.trajectenToFlag(on: day) {
      let (state, rulebook) = try store.current(traject)
      let performed = try store.flag(traject, recording)
      count(
        PlayedStep(
          "overdue", [:], before: Standing(state, rulebook), after: performed.traject,
          events: performed.events),
        at: Coverage.Place(file: file, line: line.number))
    }
  }

  private mutating func carryOut(
    _ name: String, _ members: JSONObject, _ refused: [String]?, at place: Coverage.Place, _ playing: Session,
    _ store: Store
  ) throws {
    let before = try name == "start" ? nil : standing(members, store)
    let answer = try store.applying(batch: nil, account: "examples") { applied in
      try BatchLine(place.line, .members(members), applied).carryOut(playing, store)
    }
    let arguments = ExampleLine.arguments(name, members)
    // The people of an example are known in its own database only.
    let message = Localized(nl: playing.named(answer.message.nl), en: playing.named(answer.message.en))
    if let performed = answer.performed {
      started = max(started, performed.traject.id)
      count(
        PlayedStep(name, arguments, before: before, after: performed.traject, events: performed.events),
        at: place)
      if let refused { disagree(place, .accepted(name, refused)) }
    } else if let refusal = answer.refusal {
      count(PlayedStep(name, arguments, before: before, refused: refusal), at: place)
      guard let refused else { return disagree(place, .refused(message)) }
      let unnamed = refused.filter { !refusal.names($0) }
      if !unnamed.isEmpty { disagree(place, .otherwise(unnamed, message)) }
    } else {
      throw ExampleFault(place.line, answer.message.nl, answer.message.en)
    }
  }

  private func standing(_ members: JSONObject, _ store: Store) throws -> Standing? {
    guard let name = members["traject"]?.text, let id = try? store.traject(named: name) else { return nil }
    let (state, rulebook) = try store.current(id)
    return Standing(state, rulebook)
  }

  private mutating func count(_ step: PlayedStep, at place: Coverage.Place) {
    coverage.count(step, at: place)
  }

  private mutating func disagree(_ place: Coverage.Place, _ message: Localized) {
    disagreements.append(Disagreement(file: place.file, line: place.line, message: message))
  }
}

extension Refusal {
  /// Whether it names something: an obligation by its key, a role, a field, or words of a message.
  fileprivate func names(_ text: String) -> Bool {
    let words = text.lowercased()
    return missing.contains { missing in
      missing.obligation?.description == text || missing.role == text || missing.field == text
        || missing.message.nl.lowercased().contains(words) || missing.message.en.lowercased().contains(words)
    }
  }
}

extension Localized {
  fileprivate static func accepted(_ verb: String, _ refused: [String]) -> Localized {
    let named = refused.joined(separator: ", ")
    return Localized(
      nl:
        "\(verb) is aangenomen, terwijl een weigering om «\(named)» werd verwacht: haal «refused» weg, of kijk waarom dit nu mag",
      en:
        "\(verb) was accepted, where a refusal for “\(named)” was expected: remove “refused”, or look why this is allowed now"
    )
  }

  fileprivate static func refused(_ message: Localized) -> Localized {
    Localized(
      nl: "\(message.nl); hoort dat zo, zeg dan met «refused» wat de weigering noemt",
      en: "\(message.en); if that is meant, say with “refused” what the refusal names")
  }

  fileprivate static func otherwise(_ unnamed: [String], _ message: Localized) -> Localized {
    let named = unnamed.joined(separator: ", ")
    return Localized(
      nl: "\(message.nl); de verwachte weigering om «\(named)» is het niet",
      en: "\(message.en); it is not the refusal for “\(named)” that was expected")
  }
}
