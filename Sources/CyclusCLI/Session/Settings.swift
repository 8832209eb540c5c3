import CyclusCore

/// What a person or an institute settles once: a JSON file with who an OS user is.
///
///     {"users": {"nbeuk": "BEUN"}}
struct Settings {
  /// The staff code or student number of an OS user.
  var users: [String: String] = [:]

  /// Refuses to go on with settings that were named and are not there, also where the command reads none.
  static func require(_ surroundings: Surroundings, named: String?) throws {
    guard let path = named ?? surroundings.value("CYCLUS_SETTINGS"), !FileContent.exists(path) else { return }
    throw Failure.settings(
      "er is geen instellingenbestand «\(path)»: verbeter --settings of CYCLUS_SETTINGS, of maak het bestand",
      "there is no settings file “\(path)”: mend --settings or CYCLUS_SETTINGS, or make the file")
  }

  /// Reads the settings; a file that was not named may be absent.
  init(_ surroundings: Surroundings, named: String?) throws {
    let named = named ?? surroundings.value("CYCLUS_SETTINGS")
    let folder = surroundings.value("XDG_CONFIG_HOME") ?? surroundings.value("HOME").map { $0 + "/.config" }
    guard let path = named ?? folder.map({ $0 + "/cyclus/settings.json" }) else { return }
    let bytes: [UInt8]
    do { bytes = try FileContent.read(path) } catch {
      if named == nil { return }
      throw Failure.settings(
        "de instellingen «\(path)» zijn niet te lezen (\(error.reason))",
        "the settings “\(path)” cannot be read (\(error.reason))")
    }
    let value: JSONValue
    do { value = try JSONParser.parse(bytes) } catch {
      throw Failure.settings("\(path):\(error): dit is geen JSON", "\(path):\(error): this is not JSON")
    }
    guard let members = value.members else {
      throw Failure.settings("\(path): verwacht een object", "\(path): expected an object")
    }
    for (key, value) in members {
      guard key == "users", let users = value.members else {
        throw Failure.settings(
          "\(path): onbekende instelling «\(key)»; bekend is: users",
          "\(path): unknown setting “\(key)”; known is: users")
      }
      for (user, code) in users {
        guard let code = code.text else {
          throw Failure.settings(
            "\(path): users.\(user) moet een code zijn", "\(path): users.\(user) has to be a code")
        }
        self.users[user] = code
      }
    }
  }
}
