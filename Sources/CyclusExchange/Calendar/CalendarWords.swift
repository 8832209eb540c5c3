import CyclusCore

/// The words by which a calendar file names kinds of days and holiday regions, in Dutch and in English.
enum CalendarWords {
  /// What a word means.
  enum Meaning: Equatable {
    case kind(CalendarEntry.Kind)
    /// The days for which the file is known.
    case known
    case region(String)
    /// Every region.
    case everywhere
  }

  /// The meaning of a kind; nil for a word that is none.
  static func kind(_ word: String) -> Meaning? { kinds[plain(word)] }

  /// The meaning of a region; nil for a word that is none.
  static func region(_ word: String) -> Meaning? {
    var word = plain(word)
    if word.hasPrefix("regio ") { word.removeFirst("regio ".count) }
    if SchoolCalendar.regions.contains(word) { return .region(word) }
    return everywhere.contains(word) ? .everywhere : nil
  }

  /// The kinds as a message lists them.
  static let known = ["vrij", "lesdag", "periode", "lesweek", "toetsweek", "bekend"]

  /// The kind that was probably meant.
  static func nearest(_ word: String) -> String? {
    NearestName.of(plain(word), among: kinds.keys.sorted())
  }

  private static let everywhere = ["alle", "allemaal", "all", "heel nederland"]

  private static let kinds: [String: Meaning] = {
    var kinds: [String: Meaning] = [:]
    let words: [(Meaning, String)] = [
      (.kind(.free), "vrij,vrije dag,vrije dagen,lesvrij,vakantie,feestdag,studiedag,free,holiday"),
      (.kind(.teaching), "lesdag,lesdagen,les,teaching,teaching day"),
      (.kind(.period), "periode,lesperiode,onderwijsperiode,blok,period,block"),
      (.kind(.teachingWeek), "lesweek,lesweken,onderwijsweek,onderwijsweken,teaching week,teaching weeks"),
      (.kind(.examWeek), "toetsweek,toetsweken,tentamenweek,tentamenweken,toetsperiode,exam week,exam weeks"),
      (.known, "bekend,known"),
    ]
    for (meaning, list) in words {
      for word in list.split(separator: ",") { kinds[String(word)] = meaning }
    }
    return kinds
  }()

  /// Capitals, hyphens and underscores do not count.
  private static func plain(_ word: String) -> String {
    word.lowercased().replacing("-", with: " ").replacing("_", with: " ").split(separator: " ")
      .joined(separator: " ")
  }
}
