// swift-tools-version: 6.1
import PackageDescription

// Each type that is found by its mangled name searches all conformances of a static binary at run time: a quarter of the
// time of a short command. With this flag the compiler names them directly.
let direct: [SwiftSetting] = [
  .unsafeFlags(
    ["-Xfrontend", "-disable-concrete-type-metadata-mangled-name-accessors"], .when(configuration: .release))
]

// The engine is compiled with optimisation in debug builds too: the laws and the walks through workflows take a fifth of the
// time. Its own compilation takes longer.
let quick: [SwiftSetting] = [.unsafeFlags(["-O"], .when(configuration: .debug))]

// A program that may be loaded anywhere has 92,000 addresses filled in at each start: a fifth of the time of `--version`.
let fixed = ["-Xclang-linker", "-no-pie"]

let package = Package(
  name: "cyclus",
  products: [.executable(name: "cyclus", targets: ["cyclus"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .executableTarget(
      name: "cyclus", dependencies: ["CyclusCLI"],
      linkerSettings: [.unsafeFlags(fixed, .when(platforms: [.linux], configuration: .release))]),
    .target(
      name: "CyclusCLI",
      dependencies: [
        "CyclusCore", "CyclusStore", "CyclusYAML", "CyclusExchange",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: direct),
    .target(name: "CyclusCore", swiftSettings: direct + quick),
    .target(
      name: "CyclusYAML", dependencies: ["CyclusCore", "Yams"], resources: [.embedInCode("Shipped")]),
    .systemLibrary(
      name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .target(
      name: "CyclusStore",
      dependencies: ["CyclusCore", "CSQLite", .product(name: "Crypto", package: "swift-crypto")],
      swiftSettings: direct),
    .target(name: "CyclusExchange", dependencies: ["CyclusCore"]),
    .testTarget(
      name: "CyclusCoreTests", dependencies: ["CyclusCore", "CyclusYAML"], exclude: ["Fixtures"]),
    .testTarget(
      name: "CyclusStoreTests", dependencies: ["CyclusStore", "CyclusYAML"], exclude: ["Fixtures"]),
    .testTarget(name: "CyclusYAMLTests", dependencies: ["CyclusYAML", "CyclusCore"], exclude: ["Broken"]),
    .testTarget(name: "CyclusExchangeTests", dependencies: ["CyclusExchange", "CyclusCore", "CyclusYAML"]),
    .testTarget(
      name: "CyclusCLITests", dependencies: ["CyclusCLI", "CyclusStore", "CyclusCore"],
      exclude: ["Transcripts"]),
  ],
  swiftLanguageModes: [.v6]
)
