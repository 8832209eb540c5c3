import CSQLite

// One durable command through the C API: measure-capi DATABASE KEY [keep-wal] [read]
//   keep-wal  the last connection does not checkpoint when it closes
//   read      only the SELECT: the cost of an open and a close
let path = CommandLine.arguments[1]
let key = Int64(CommandLine.arguments[2]) ?? 1
let keepsWAL = CommandLine.arguments.contains("keep-wal")
let onlyReads = CommandLine.arguments.contains("read")
let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

var database: OpaquePointer?
check(sqlite3_open_v2(path, &database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nil))
check(sqlite3_busy_timeout(database, 5000))
if keepsWAL { check(cyclus_keep_wal(database)) }
execute("PRAGMA foreign_keys = ON")
execute("PRAGMA synchronous = FULL")

execute(onlyReads ? "BEGIN" : "BEGIN IMMEDIATE")
let select = prepare("SELECT state FROM traject WHERE id = ?")
bind(select, 1, key)
guard sqlite3_step(select) == SQLITE_ROW else { fatalError("no such row") }
var state = [UInt8](
  UnsafeRawBufferPointer(start: sqlite3_column_blob(select, 0), count: Int(sqlite3_column_bytes(select, 0))))
sqlite3_reset(select)
sqlite3_finalize(select)

if !onlyReads {
  // Every page of the blob changes: SQLite writes only those that do.
  for place in stride(from: 0, to: state.count, by: 1000) { state[place] &+= 1 }
  let event = prepare("INSERT INTO event (traject, kind, body) VALUES (?, ?, ?)")
  insert(event) {
    bind($0, 2, "advanced"); bind($0, 3, [UInt8](repeating: 7, count: 300))
  }
  insert(event) {
    bind($0, 2, "taskOpened"); bind($0, 3, [UInt8](repeating: 8, count: 300))
  }
  let task = prepare("INSERT INTO task (traject, name, due) VALUES (?, ?, ?)")
  insert(task) {
    bind($0, 2, "startgesprek"); bind($0, 3, 20_000)
  }
  insert(task) {
    bind($0, 2, "beoordeling"); bind($0, 3, 20_100)
  }
  let audit = prepare("INSERT INTO audit (traject, who, line) VALUES (?, ?, ?)")
  insert(audit) {
    bind($0, 2, "k.jansen"); bind($0, 3, "advanced to the next step")
  }
  let update = prepare("UPDATE traject SET state = ? WHERE id = ?")
  bind(update, 1, state)
  bind(update, 2, key)
  guard sqlite3_step(update) == SQLITE_DONE else { fail() }
  for statement in [event, task, audit, update] { sqlite3_finalize(statement) }
}
execute("COMMIT")
check(sqlite3_close(database))

func fail() -> Never { fatalError(String(cString: sqlite3_errmsg(database))) }
func check(_ code: Int32) { if code != SQLITE_OK { fail() } }
func execute(_ sql: String) { check(sqlite3_exec(database, sql, nil, nil, nil)) }
func prepare(_ sql: String) -> OpaquePointer? {
  var statement: OpaquePointer?
  check(sqlite3_prepare_v2(database, sql, -1, &statement, nil))
  return statement
}
func bind(_ statement: OpaquePointer?, _ index: Int32, _ value: Int64) {
  check(sqlite3_bind_int64(statement, index, value))
}
func bind(_ statement: OpaquePointer?, _ index: Int32, _ value: String) {
  check(sqlite3_bind_text(statement, index, value, -1, transient))
}
func bind(_ statement: OpaquePointer?, _ index: Int32, _ value: [UInt8]) {
  check(sqlite3_bind_blob(statement, index, value, Int32(value.count), transient))
}
func insert(_ statement: OpaquePointer?, _ values: (OpaquePointer?) -> Void) {
  bind(statement, 1, key)
  values(statement)
  guard sqlite3_step(statement) == SQLITE_DONE else { fail() }
  check(sqlite3_reset(statement))
}
