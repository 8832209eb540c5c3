// A history as a person reads it.
extension Exploration.Stuck {
  /// The history in plain words, a line each: what was done on which day, and what stands in the way then.
  ///
  /// What was done three times or more in a row, week after week, is told once.
  var story: [Localized] {
    let first = Localized(nl: "begin: \(beginning.nl)", en: "beginning: \(beginning.en)")
    return [first] + told + between + after
  }

  private var between: [Localized] {
    phase == left
      ? []
      : [
        Localized(
          nl: "daarna gaat het zijn gewone gang, tot in fase `\(phase)`",
          en: "after that it takes its usual course, as far as phase `\(phase)`")
      ]
  }

  private var after: [Localized] {
    guard !hindrances.isEmpty else {
      return [Localized(nl: "daarna is er niets meer te doen", en: "after that there is nothing left to do")]
    }
    switch outlook {
    case .circle: return hindrances.map { Localized(nl: "daarna: \($0.nl)", en: "after that: \($0.en)") }
    case .standstill: return hindrances.map(Self.hindering)
    case .lastResort(let words):
      return hindrances.map(Self.hindering) + [
        Localized(nl: "dan helpt alleen: \(words.nl)", en: "then only this helps: \(words.en)")
      ]
    }
  }

  private static func hindering(_ hindrance: Localized) -> Localized {
    Localized(nl: "dan houdt tegen: \(hindrance.nl)", en: "then stands in the way: \(hindrance.en)")
  }

  // MARK: Folding

  /// The longest run of steps that is told once where it comes back.
  private static let longestVerse = 6
  /// How often a run has to come back.
  private static let leastRefrains = 3

  private var told: [Localized] {
    var lines: [Localized] = []
    var index = 0
    while index < steps.count {
      guard let (length, times) = refrain(at: index) else {
        lines.append(line(index))
        index += 1
        continue
      }
      lines += (index..<index + length).map(line)
      let (from, to) = (index + length, index + length * times - 1)
      let how = Localized(
        nl: length == 1 ? "hetzelfde" : "dezelfde \(length) stappen",
        en: length == 1 ? "the same" : "the same \(length) steps")
      lines.append(
        Localized(
          nl: "\(from + 1)–\(to + 1). tot en met \(steps[to].on.longNL): nog \(times - 1) keer \(how.nl)",
          en: "\(from + 1)–\(to + 1). up to \(steps[to].on.longEN): \(how.en) \(times - 1) times more"))
      index = to + 1
    }
    return lines
  }

  private func line(_ index: Int) -> Localized {
    let step = steps[index]
    return Localized(
      nl: "\(index + 1). \(step.on.longNL): \(step.words.nl)",
      en: "\(index + 1). \(step.on.longEN): \(step.words.en)")
  }

  /// The shortest run of steps that comes back at once, and how often.
  private func refrain(at index: Int) -> (length: Int, times: Int)? {
    for length in 1...Self.longestVerse {
      var times = 1
      while index + length * (times + 1) <= steps.count,
        (0..<length).allSatisfy({ steps[index + $0].refrain == steps[index + length * times + $0].refrain })
      { times += 1 }
      if times >= Self.leastRefrains { return (length, times) }
    }
    return nil
  }
}

extension Exploration.Stuck {
  /// What holds it, without numbers: the judgement of the second year is that of the first.
  var cause: [[Substring]] { hindrances.map(\.nl.withoutNumbers) }
}

extension ExploredStep {
  /// What is told of it without its number: the talk of week 3 is that of week 4.
  fileprivate var refrain: [Substring] { words.nl.withoutNumbers }
}

extension String {
  fileprivate var withoutNumbers: [Substring] {
    split { $0.isWhitespace || $0.isPunctuation }.filter { !$0.allSatisfy(\.isNumber) }
  }
}
