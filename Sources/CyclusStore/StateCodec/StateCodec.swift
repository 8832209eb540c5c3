import CyclusCore

/// How snapshots and compiled workflows are stored: JSON with sorted keys, so that equal values have equal bytes.
///
/// Every command reads one of each before it does anything else, so each type reads itself: see `StoredForm`.
enum StateCodec {
  /// The bytes of a value.
  static func encode(_ value: some Encodable) throws -> [UInt8] {
    let box = StateEncoder()
    try value.encode(to: box)
    return Array(box.value.canonical.utf8)
  }

  /// Reads a compiled workflow back.
  ///
  /// - Throws: `JSONProblem` or `DecodingError` where the bytes are not those of a workflow.
  static func decode(_ type: Workflow.Type, from bytes: [UInt8]) throws -> Workflow {
    try StoredForm.workflow(bytes)
  }

  /// Reads a snapshot back.
  ///
  /// - Throws: `JSONProblem` or `DecodingError` where the bytes are not those of a state.
  static func decode(_ type: Traject.Type, from bytes: [UInt8]) throws -> Traject {
    try StoredForm.traject(bytes)
  }
}
