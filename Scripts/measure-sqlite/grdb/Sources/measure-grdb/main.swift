import Foundation
import GRDB

// One durable command through GRDB: measure-grdb DATABASE KEY
let path = CommandLine.arguments[1]
let key = Int64(CommandLine.arguments[2]) ?? 1

var configuration = Configuration()
configuration.busyMode = .timeout(5)
configuration.prepareDatabase { database in
  try database.execute(sql: "PRAGMA synchronous = FULL")
}
let queue = try DatabaseQueue(path: path, configuration: configuration)

try queue.inTransaction(.immediate) { database in
  let select = try database.cachedStatement(sql: "SELECT state FROM traject WHERE id = ?")
  guard var state = try Data.fetchOne(select, arguments: [key]) else { fatalError("no such row") }
  // Every page of the blob changes: SQLite writes only those that do.
  for place in stride(from: 0, to: state.count, by: 1000) { state[place] &+= 1 }

  let event = try database.cachedStatement(sql: "INSERT INTO event (traject, kind, body) VALUES (?, ?, ?)")
  try event.execute(arguments: [key, "advanced", Data(repeating: 7, count: 300)])
  try event.execute(arguments: [key, "taskOpened", Data(repeating: 8, count: 300)])
  let task = try database.cachedStatement(sql: "INSERT INTO task (traject, name, due) VALUES (?, ?, ?)")
  try task.execute(arguments: [key, "startgesprek", 20_000])
  try task.execute(arguments: [key, "beoordeling", 20_100])
  let audit = try database.cachedStatement(sql: "INSERT INTO audit (traject, who, line) VALUES (?, ?, ?)")
  try audit.execute(arguments: [key, "k.jansen", "advanced to the next step"])

  let update = try database.cachedStatement(sql: "UPDATE traject SET state = ? WHERE id = ?")
  try update.execute(arguments: [state, key])
  return .commit
}
try queue.close()
