import CyclusCore

/// Why the database cannot do what was asked; each has one exit code and one clear sentence.
public enum StoreError: Error, Hashable, Sendable {
  /// There is no database at the path.
  case missing(path: String)
  /// There is something at the path already.
  case exists(path: String)
  /// The file cannot be created.
  case cannotCreate(path: String, why: String)
  /// The file is not a cyclus database.
  case notOurs(path: String)
  /// The file was written by a newer cyclus.
  case newer(path: String, version: Int, known: Int)
  /// The OS user may not write the file, or not even read it.
  case notPermitted(path: String)
  /// The disk or the folder of the file is read-only.
  case readOnly(path: String)
  /// Another process keeps the database locked.
  case busy
  /// The disk cannot keep a write-ahead log, as a network disk cannot.
  case noWriteAheadLog(path: String, mode: String)
  /// The file is damaged, or reading or writing failed.
  case damaged(path: String, why: String)
  /// There is no room left on the disk.
  case diskFull
  /// Something that can only be a fault of cyclus itself.
  case fault(why: String)
  /// There is no such traject.
  case unknownTraject(String)
  /// The start of this traject was taken out.
  case takenOut(Int)
  /// A student number has more than one open traject.
  case severalTrajecten(String, [Int])
  /// There is no such person.
  case unknownPerson(String)
  /// The number belongs to somebody already.
  case numberTaken(String, PersonID)
  /// A number or a name that nobody can have.
  case unfit(PersonProblem)
  /// There is no such workflow.
  case unknownWorkflow(String, known: [String])
  /// The same version of a workflow was published before with another text.
  case versionTaken(workflow: String, version: String)
  /// A line was applied before under the same id, with other content.
  case appliedOtherwise(id: String)
  /// A text that has to say something says nothing; with the option under which it was given.
  case blankText(String)
  /// A text holds contact data, which are kept nowhere; with the option under which it was given.
  case contactInProse(String, ContactData)
  /// A recorded time was given outside a practice database.
  case notPractice
  /// A recorded time lies before the last one in the log.
  case recordedTooEarly(last: Instant)

  /// What the error is about, as it was typed: who or what is not known.
  public var subject: String? {
    switch self {
    case .unknownTraject(let name), .unknownPerson(let name): name
    case .takenOut(let id): "T\(id)"
    case .severalTrajecten(let number, _): number
    case .appliedOtherwise(let id): id
    case .missing, .exists, .cannotCreate, .notOurs, .newer, .notPermitted, .readOnly, .busy,
      .noWriteAheadLog, .damaged,
      .diskFull, .fault, .numberTaken, .unfit, .unknownWorkflow, .versionTaken, .blankText, .contactInProse,
      .notPractice,
      .recordedTooEarly:
      nil
    }
  }

  /// The exit code of the command line.
  public var exitCode: Int32 {
    switch self {
    case .missing: 66
    case .exists, .cannotCreate: 73
    case .notOurs, .appliedOtherwise: 65
    case .newer, .noWriteAheadLog: 78
    case .notPermitted, .readOnly: 77
    case .busy: 75
    case .damaged, .diskFull: 74
    case .fault: 70
    case .unknownTraject, .takenOut, .severalTrajecten, .unknownPerson, .numberTaken, .unknownWorkflow,
      .versionTaken:
      1
    case .notPractice, .recordedTooEarly, .unfit, .blankText, .contactInProse: 64
    }
  }

  /// What is wrong and what to do about it.
  public var message: Localized {
    switch self {
    case .missing(let path):
      Localized(
        nl: "er is geen database op \(path): maak haar met «cyclus init», of wijs de goede aan met --db",
        en: "there is no database at \(path): make it with “cyclus init”, or point at the right one with --db"
      )
    case .exists(let path):
      Localized(
        nl: "op \(path) staat al iets; init overschrijft nooit: kies een ander pad met --db",
        en: "there is something at \(path) already; init never overwrites: choose another path with --db")
    case .cannotCreate(let path, let why):
      Localized(
        nl: "\(path) kan niet gemaakt worden (\(why)): controleer de map, de rechten en de vrije ruimte",
        en: "\(path) cannot be created (\(why)): check the folder, its permissions and the free space")
    case .notOurs(let path):
      Localized(
        nl: "\(path) is geen database van cyclus: wijs de goede aan met --db",
        en: "\(path) is not a cyclus database: point at the right one with --db")
    case .newer(let path, let version, let known):
      Localized(
        nl:
          "\(path) is geschreven door een nieuwere cyclus (opmaak \(version), deze kent \(known)): werk cyclus bij",
        en:
          "\(path) was written by a newer cyclus (format \(version), this one knows \(known)): update cyclus")
    case .notPermitted(let path):
      Localized(
        nl: "u mag \(path) niet lezen of schrijven: vraag de beheerder om rechten op het bestand én de map",
        en: "you may not read or write \(path): ask the administrator for rights on the file and its folder")
    case .readOnly(let path):
      Localized(
        nl:
          "\(path) staat op een schijf die alleen-lezen is: vastleggen kan daar niet, en lezen alleen als de -wal ernaast leeg of weg is; vraag de beheerder de schijf schrijfbaar te maken, of werk op een kopie",
        en:
          "\(path) is on a disk that is read-only: nothing can be recorded there, and reading needs the -wal beside it to be empty or gone; ask the administrator to make the disk writable, or work on a copy"
      )
    case .busy:
      Localized(
        nl: "de database is bezet door een ander proces: probeer het zo opnieuw; er is niets vastgelegd",
        en: "the database is locked by another process: try again in a moment; nothing was recorded")
    case .noWriteAheadLog(let path, let mode):
      Localized(
        nl:
          "\(path) staat op een schijf zonder write-ahead log (journal_mode \(mode)), zoals een netwerkschijf: zet de database op een lokale schijf",
        en:
          "\(path) is on a disk that cannot keep a write-ahead log (journal_mode \(mode)), such as a network disk: put the database on a local disk"
      )
    case .damaged(let path, let why) where why.hasPrefix("no such column"):
      // Only the tables that follow from the log ever got other columns.
      Localized(
        nl:
          "\(path) heeft nog de opmaak van een eerdere cyclus (\(why)): er is niets gewijzigd; maak haar bij met «cyclus rebuild»",
        en:
          "\(path) still has the format of an earlier cyclus (\(why)): nothing was changed; bring it up to date with “cyclus rebuild”"
      )
    case .damaged(let path, let why):
      Localized(
        nl:
          "\(path) is beschadigd of niet te lezen (\(why)): er is niets gewijzigd; zet een reservekopie terug en vergelijk met «verify --against»",
        en:
          "\(path) is damaged or cannot be read (\(why)): nothing was changed; restore a backup and compare with “verify --against”"
      )
    case .diskFull:
      Localized(
        nl:
          "de schijf is vol; er is niets vastgelegd en de database is heel: maak ruimte en probeer het opnieuw",
        en: "the disk is full; nothing was recorded and the database is sound: make room and try again")
    case .fault(let why):
      Localized(
        nl: "een fout in cyclus zelf (\(why)); er is niets gewijzigd: meld dit met het commando erbij",
        en: "a fault in cyclus itself (\(why)); nothing was changed: report it with the command")
    case .takenOut(let id):
      Localized(
        nl: "T\(id) is teruggenomen: de start ervan was een vergissing; zie «cyclus history T\(id)»",
        en: "T\(id) was taken out: its start was a mistake; see “cyclus history T\(id)”")
    case .unknownTraject(let name):
      Localized(
        nl:
          "er is geen traject «\(name)»: geef een id als T17 of een studentnummer met een open traject; zie board",
        en:
          "there is no traject “\(name)”: give an id such as T17 or a student number with an open traject; see board"
      )
    case .severalTrajecten(let number, let ids):
      Localized(
        nl:
          "student \(number) heeft meer dan één open traject: kies \(ids.map { "T\($0)" }.joined(separator: " of "))",
        en:
          "student \(number) has more than one open traject: choose \(ids.map { "T\($0)" }.joined(separator: " or "))"
      )
    case .unknownPerson(let name):
      Localized(
        nl:
          "er is geen persoon «\(name)»: geef een personeelscode, studentnummer of id als P12; zie person list",
        en:
          "there is no person “\(name)”: give a staff code, a student number or an id such as P12; see person list"
      )
    case .numberTaken(let number, let id):
      Localized(
        nl: "\(number) bestaat al als \(id): wijzig de naam met person set",
        en: "\(number) exists already as \(id): change the name with person set")
    case .unfit(let problem): problem.message
    case .unknownWorkflow(let name, let known):
      Localized(
        nl:
          "er is geen workflow «\(name)»; \(NearestName.of(name, among: known).map { "bedoelt u \($0)?" } ?? "bekend zijn: \(known.joined(separator: ", "))")",
        en:
          "there is no workflow “\(name)”; \(NearestName.of(name, among: known).map { "do you mean \($0)?" } ?? "known are: \(known.joined(separator: ", "))")"
      )
    case .versionTaken(let workflow, let version):
      Localized(
        nl:
          "\(workflow) \(version) is al gepubliceerd met een andere tekst: geef het bestand een nieuwe version",
        en: "\(workflow) \(version) was published before with another text: give the file a new version")
    case .appliedOtherwise(let id):
      Localized(
        nl: "id «\(id)» is al eerder verwerkt met een andere inhoud: geef deze regel een nieuwe id",
        en: "id “\(id)” was applied before with other content: give this line a new id")
    case .blankText(let option):
      Localized(
        nl: "\(option): de tekst is leeg: schrijf op wat er hoort te staan, of laat \(option) weg",
        en: "\(option): the text is empty: write what has to stand there, or leave \(option) out")
    case .contactInProse(let option, let contact):
      Localized(
        nl:
          "\(option): in de tekst staat \(contact.name.nl); contactgegevens worden niet bewaard: laat dat weg, en noem iemand bij zijn rol",
        en:
          "\(option): the text holds \(contact.name.en); contact data are not kept: leave that out, and name somebody by role"
      )
    case .notPractice:
      Localized(
        nl: "--now kan alleen in een oefendatabase (init --practice)",
        en: "--now is only possible in a practice database (init --practice)")
    case .recordedTooEarly(let last):
      Localized(
        nl: "--now ligt voor de laatst vastgelegde tijd \(last): in een oefendatabase loopt de tijd vooruit",
        en: "--now lies before the last recorded time \(last): in a practice database time runs forward")
    }
  }

  init(_ error: SQLiteError, path: String) {
    switch error.kind {
    case .busy: self = .busy
    case .readOnly, .permission, .cannotOpen:
      // What is there can be read-only, forbidden or broken, but never missing.
      self =
        !FileStatus.exists(path)
        ? .missing(path: path)
        : FileStatus.isOnReadOnlyDisk(path)
          ? .readOnly(path: path)
          : error.kind == .cannotOpen && FileStatus.mayAdd(beside: path)
            ? .damaged(path: path, why: error.message) : .notPermitted(path: path)
    case .notADatabase: self = .notOurs(path: path)
    case .full: self = .diskFull
    case .corrupt, .io: self = .damaged(path: path, why: error.message)
    case .constraint: self = .fault(why: error.message)
    case .other where error.message.hasPrefix("no such"): self = .damaged(path: path, why: error.message)
    case .other: self = .fault(why: error.message)
    }
  }
}
