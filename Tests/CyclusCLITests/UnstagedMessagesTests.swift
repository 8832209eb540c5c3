import CyclusCore
import CyclusStore
import Glibc
import Testing

@testable import CyclusCLI

/// What is said where no transcript can go: rights that root has anyway, disks that are full, read-only or on a network.
@Suite struct UnstagedMessagesTests {
  // Exit code 77: not permitted to the OS user.
  @Test func aFileThatMayNotBeReadNamesThePermissionThatIsLacking() {
    let failure = Failure.unread("cohort.csv", FileContent.Problem(code: EACCES))
    #expect(
      failure.message
        == Localized(
          nl: "u mag «cohort.csv» niet lezen: vraag om leesrechten",
          en: "you may not read “cohort.csv”: ask for permission to read it"))
    #expect(failure.code == 77)
  }

  // Exit code 77: not permitted to the OS user.
  @Test func aFolderThatMayNotBeReadNamesThePermissionThatIsLacking() {
    let failure = ExampleFolder.forbidden("voorbeelden")
    #expect(
      failure.message
        == Localized(
          nl: "u mag de map «voorbeelden» niet lezen: vraag om leesrechten",
          en: "you may not read the folder “voorbeelden”: ask for permission to read it"))
    #expect(failure.code == 77)
  }

  // Exit code 65: bad input data.
  @Test func aFileThatIsFarTooLargeSaysHowMuchIsRead() {
    let failure = Failure.unread("cohort.csv", FileContent.Problem(code: EFBIG))
    #expect(
      failure.message
        == Localized(
          nl: "cohort.csv: te groot (meer dan 256 MB)", en: "cohort.csv: too large (over 256 MB)"))
    #expect(failure.code == 65)
  }

  // Exit code 77: not permitted to the OS user.
  @Test func aDatabaseThatMayNotBeWrittenNamesTheRightsOnFileAndFolder() {
    let error = StoreError.notPermitted(path: "cyclus.db")
    #expect(
      error.message
        == Localized(
          nl:
            "u mag cyclus.db niet lezen of schrijven: vraag de beheerder om rechten op het bestand én de map",
          en:
            "you may not read or write cyclus.db: ask the administrator for rights on the file and its folder"
        ))
    #expect(error.exitCode == 77)
  }

  // Exit code 77: not permitted to the OS user.
  @Test func aReadOnlyDiskSaysWhatIsStillPossibleThere() {
    let error = StoreError.readOnly(path: "cyclus.db")
    #expect(
      error.message
        == Localized(
          nl:
            "cyclus.db staat op een schijf die alleen-lezen is: vastleggen kan daar niet, en lezen alleen als de -wal ernaast leeg of weg is; vraag de beheerder de schijf schrijfbaar te maken, of werk op een kopie",
          en:
            "cyclus.db is on a disk that is read-only: nothing can be recorded there, and reading needs the -wal beside it to be empty or gone; ask the administrator to make the disk writable, or work on a copy"
        ))
    #expect(error.exitCode == 77)
  }

  // Exit code 78: configuration.
  @Test func aNetworkDiskIsRefusedWithWhereTheDatabaseHasToStand() {
    let error = StoreError.noWriteAheadLog(path: "cyclus.db", mode: "delete")
    #expect(
      error.message
        == Localized(
          nl:
            "cyclus.db staat op een schijf zonder write-ahead log (journal_mode delete), zoals een netwerkschijf: zet de database op een lokale schijf",
          en:
            "cyclus.db is on a disk that cannot keep a write-ahead log (journal_mode delete), such as a network disk: put the database on a local disk"
        ))
    #expect(error.exitCode == 78)
  }

  // Exit code 74: I/O.
  @Test func aFullDiskSaysThatNothingIsLost() {
    let error = StoreError.diskFull
    #expect(
      error.message
        == Localized(
          nl:
            "de schijf is vol; er is niets vastgelegd en de database is heel: maak ruimte en probeer het opnieuw",
          en: "the disk is full; nothing was recorded and the database is sound: make room and try again"))
    #expect(error.exitCode == 74)
  }

  // A pipe that nobody writes into would keep a check waiting for ever.
  @Test func aPipeThatNobodyWritesIntoIsEmpty() throws {
    let path = "/tmp/cyclus-pipe.\(getpid())"
    #expect(mkfifo(path, 0o600) == 0)
    defer { unlink(path) }
    #expect(try FileContent.read(path) == [])
  }
}
