/// The calendar files that ship with cyclus, built into the program.
public enum ShippedCalendars {
  /// The school holidays by region that the ministry has set, `begin;eind;regio;naam`.
  public static var schoolHolidays: (name: String, text: String) {
    (
      "Workflows/calendars/schoolvakanties.csv",
      String(decoding: PackageResources.schoolvakanties_csv, as: UTF8.self)
    )
  }
}
