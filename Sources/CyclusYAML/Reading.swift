import CyclusCore
import Yams

/// Where something starts in a file.
struct Place: Hashable, Sendable {
  /// The line, from 1.
  var line: Int
  /// The column, from 1.
  var column: Int
}

/// One pass over a file: what was found wrong, and where every path of keys stands.
final class Reading {
  /// What was found wrong.
  private(set) var findings: [Finding] = []
  /// What came of the file.
  var workflow: Workflow?
  /// The keys that stood twice and were renamed so that the rest could be read.
  var duplicates: [String: String] = [:]
  /// The keys that were asked for, by kind of mapping.
  private(set) var vocabulary: [String: Set<String>] = [:]
  private var places: [[String]: Place] = [:]

  /// Notes where a path of keys stands.
  func note(_ path: [String], at place: Place?) {
    if let place { places[path] = place }
  }

  /// Lets everything under a path be found under another one too.
  func note(_ path: [String], alsoUnder other: [String]) {
    for (known, place) in places where known.starts(with: path) {
      let copy = other + known.dropFirst(path.count)
      if places[copy] == nil { places[copy] = place }
    }
  }

  /// Notes that a key was asked for.
  func note(key: String, of kind: String) {
    vocabulary[kind, default: []].insert(key)
  }

  /// The place of a path, else that of the nearest path around it.
  func place(of path: [String]) -> Place? {
    var path = path
    while true {
      if let place = places[path] { return place }
      if path.isEmpty { return nil }
      path.removeLast()
    }
  }

  /// Adds a finding, with its place where it has none of its own.
  func add(_ finding: Finding) {
    var finding = finding
    if finding.line == nil, let place = place(of: finding.path) {
      finding.line = place.line
      finding.column = place.column
    }
    findings.append(finding)
  }

  /// Adds what is wrong with a path; a place of its own replaces that of the path.
  func report(_ problem: Problem, _ path: [String], at place: Place? = nil) {
    add(
      Finding(
        .error, rule: problem.rule, message: problem.message, remedy: problem.remedy, path: path,
        line: place?.line, column: place?.column))
  }
}

extension Node {
  /// Where the node starts in the file.
  var place: Place? { mark.map { Place(line: $0.line, column: $0.column) } }
}
