import CyclusCore

/// What one traject went through, before it has a place in the log: its events and texts are numbered from 1.
struct SimulatedHistory: Sendable {
  /// An event with the texts that it brings, by their number in the traject.
  struct Row: Sendable {
    var event: StoredEvent
    var texts: [SimulatedText]
  }

  /// The events in order.
  private(set) var rows: [Row] = []
  /// How many events there are of each type.
  private(set) var kinds: [String: Simulator.Kind] = [:]
  /// How many attempts a rule refused.
  var refused = 0

  /// Adds an event; of what the desk took in for its command, it brings what it refers to.
  mutating func add(_ logged: LoggedEvent, data: JSONObject, definition: String, _ desk: SimulatedDesk) {
    let event = StoredEvent(
      seq: logged.seq, traject: logged.traject, type: logged.event.type, phase: logged.phase,
      actor: logged.actor, recorder: 0, source: logged.source, happened: logged.happened,
      recorded: logged.recorded, clockBack: false, rules: logged.rules, definition: definition, batch: 0,
      data: data)
    rows.append(Row(event: event, texts: desk.texts(in: event.data)))
    kinds[event.type, default: Simulator.Kind(name: logged.event.name)].count += 1
  }
}

/// A text of a simulated history.
struct SimulatedText: Sendable {
  /// Its number in the traject, from 1.
  var number: Int
  var salt: [UInt8]
  var content: String

  /// How an event refers to it while it has no number in the database.
  var reference: TextReference {
    TextReference(id: number, digest: TextDesk.digest(salt, Array(content.utf8)))
  }
}

/// Takes in the prose of one traject; its salts follow from the seed.
///
/// A salt keeps an erased text from being guessed. Nobody is protected by one here: the texts are made up.
final class SimulatedDesk {
  private let seed: UInt64
  private let traject: Int
  private var last = 0
  /// What the command under way took in, and no event brought yet.
  private var taken: [(text: SimulatedText, reference: TextReference)] = []

  init(seed: UInt64, traject: Int) {
    self.seed = seed
    self.traject = traject
  }

  /// Begins a command; what the one before took in and did not bring is forgotten.
  func begin() { taken = [] }

  func take(_ content: String) -> TextReference {
    last += 1
    var random = SeededRandom(seed: seed, "salts/T\(traject)/\(last)")
    let salt = (0..<16).map { _ in UInt8.random(in: 0...255, using: &random) }
    let text = SimulatedText(number: last, salt: salt, content: content)
    let reference = text.reference
    taken.append((text, reference))
    return reference
  }

  /// The texts to which the data of an event refer, and that no event before it brought.
  func texts(in data: String) -> [SimulatedText] {
    guard !taken.isEmpty else { return [] }
    let found = taken.filter { data.range(ofBytes: $0.reference.description) != nil }
    taken.removeAll { known in found.contains { $0.text.number == known.text.number } }
    return found.map(\.text)
  }
}

extension String {
  /// Where some text stands for the first time, compared byte by byte.
  func range(ofBytes text: String) -> Range<String.Index>? {
    let (all, wanted) = (Array(utf8), Array(text.utf8))
    guard let first = wanted.first, all.count >= wanted.count else { return nil }
    for start in 0...(all.count - wanted.count) where all[start] == first {
      guard all[start..<(start + wanted.count)].elementsEqual(wanted) else { continue }
      return utf8.index(
        utf8.startIndex, offsetBy: start)..<utf8.index(
          utf8.startIndex, offsetBy: start + wanted.count)
    }
    return nil
  }
}
