/// Reads what a database stores as JSON: `try StoredForm.workflow(bytes)`.
public enum StoredForm {
  /// Reads a compiled workflow.
  ///
  /// - Throws: `JSONProblem` or `DecodingError` where the bytes are not those of a workflow.
  public static func workflow(_ bytes: [UInt8]) throws -> Workflow {
    try Workflow(stored: try JSONParser.parse(bytes))
  }

  /// Reads the state of a traject.
  ///
  /// - Throws: `JSONProblem` or `DecodingError` where the bytes are not those of a state.
  public static func traject(_ bytes: [UInt8]) throws -> Traject {
    try Traject(stored: try JSONParser.parse(bytes))
  }
}
