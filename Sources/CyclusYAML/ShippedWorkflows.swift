/// The workflow files that ship with cyclus, built into the program.
public enum ShippedWorkflows {
  /// A file with its name.
  public struct File: Sendable {
    /// The name of the file.
    public let name: String
    /// Its text.
    public let text: String

    /// The workflow in it: a file is named after its workflow.
    public var id: String { String(name.dropLast(5)) }
  }

  /// Every file, by name.
  public static var all: [File] {
    [
      file("aios-voortgang.yaml", PackageResources.aios_voortgang_yaml),
      file("bpv-begeleiding.yaml", PackageResources.bpv_begeleiding_yaml),
      file("bpv-driehoeksgesprek.yaml", PackageResources.bpv_driehoeksgesprek_yaml),
      file("han-wpl2-lj2.yaml", PackageResources.han_wpl2_lj2_yaml),
      file("sd-voortgangsgesprek.yaml", PackageResources.sd_voortgangsgesprek_yaml),
    ]
  }

  private static func file(_ name: String, _ bytes: [UInt8]) -> File {
    File(name: name, text: String(decoding: bytes, as: UTF8.self))
  }
}
