import CyclusCore
import Dispatch
import Glibc
import Synchronization

/// Does the same work for many trajecten on several cores, and gives the answers in the order asked.
///
/// Each core has a workflow of its own: of one that they share, every use would have to be counted among them, and two
/// cores would be hardly faster than one.
struct SimulatedPlayers {
  private let workflows: [Workflow]

  /// How many answers are in memory at once, for each core.
  private static let share = 64

  /// - Parameter cores: How many cores to use; all that there are, where it is `nil`.
  init(_ workflow: Workflow, cores: Int?) throws {
    let bytes = try StateCodec.encode(workflow)
    let count = max(1, cores ?? Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    workflows = try (0..<count).map { _ in try StateCodec.decode(Workflow.self, from: bytes) }
  }

  /// Works through all of a list, a bounded part at a time: many at once, then each answer in order, by one.
  func forEach<Asked: Sendable, Answer: Sendable>(
    _ all: some Collection<Asked>, work: @Sendable (Asked, Workflow) throws -> Answer,
    then: (Answer) throws -> Void
  ) throws {
    var rest = all[...]
    while !rest.isEmpty {
      let part = Array(rest.prefix(Self.share * workflows.count))
      rest = rest.dropFirst(part.count)
      for answer in answers(to: part, work) { try then(try answer.get()) }
    }
  }

  private func answers<Asked: Sendable, Answer: Sendable>(
    to part: [Asked], _ work: @Sendable (Asked, Workflow) throws -> Answer
  ) -> [Result<Answer, any Error>] {
    let next = Atomic(0)
    let found = Mutex<[(Int, Result<Answer, any Error>)]>([])
    // The calling thread takes part, so that this ends also where no other is free.
    DispatchQueue.concurrentPerform(iterations: workflows.count) { core in
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < part.count else { return }
        let answer = Result { try work(part[index], workflows[core]) }
        found.withLock { $0.append((index, answer)) }
      }
    }
    return found.withLock { $0.sorted { $0.0 < $1.0 } }.map(\.1)
  }
}
