// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "measure-capi",
  targets: [
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .executableTarget(name: "measure-capi", dependencies: ["CSQLite"]),
  ],
  swiftLanguageModes: [.v5]
)
