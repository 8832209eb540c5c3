extension Finding {
  /// A fault of the definition as it stands: what is wrong and what to do, each in Dutch and in English.
  static func fault(
    _ rule: String, _ message: Localized, remedy: Localized, at path: [String]
  ) -> Finding {
    Finding(.error, rule: rule, message: message, remedy: remedy, path: path)
  }
}
