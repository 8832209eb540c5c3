import CyclusCore
import CyclusStore

/// What became of a line of a batch.
struct BatchAnswer {
  enum Status: String {
    case done, known, refused, faulty
  }

  /// The number of the line, or of the row as a spreadsheet counts.
  var line: Int
  var id: String?
  var status: Status
  var traject: String?
  var events: [Int] = []
  /// What it brought about; `nil` where it was not carried out.
  var performed: Performed?
  var message = Localized("")
  var refusal: Refusal?
  /// The column of a CSV file that is at fault.
  var column: String?
  /// Whether the file is CSV, so that people look for a row.
  var isRow = false

  var isAccepted: Bool { status == .done || status == .known }

  /// What the line contributes to the exit code.
  var code: Int32 {
    switch status {
    case .done, .known: 0
    case .refused: 1
    case .faulty: 65
    }
  }

  /// Where in the file it is, as a person looks for it: `week.jsonl:17` or `week.csv: rij 17, kolom on`.
  func place(in file: String) -> Localized {
    guard isRow else { return Localized("\(file):\(line)") }
    return Localized(
      nl: "\(file): rij \(line)" + (column.map { ", kolom \($0)" } ?? ""),
      en: "\(file): row \(line)" + (column.map { ", column \($0)" } ?? ""))
  }

  var json: JSONValue {
    var object: JSONObject = [
      "line": JSONValue(line), "id": JSONValue(id), "status": .string(status.rawValue),
      "traject": JSONValue(traject),
      "events": .array(events.map { JSONValue($0) }), "message": .string(message.nl),
      "refusal": refusal.map(Report.json) ?? .null,
    ]
    if isRow { object["column"] = JSONValue(column) }
    return .object(object)
  }
}
