/// The tables of a database; only the views are promised to others.
enum Schema {
  /// "cycl" in ASCII: marks the file as ours.
  static let applicationID = 0x6379_636C
  /// The version of the tables.
  static let version = 1

  static let tables = """
    CREATE TABLE database (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      practice INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE definition (
      digest TEXT PRIMARY KEY,
      kind TEXT NOT NULL,
      name TEXT NOT NULL,
      version TEXT NOT NULL,
      text TEXT NOT NULL,
      compiled BLOB NOT NULL,
      UNIQUE (kind, name, version)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE event (
      seq INTEGER PRIMARY KEY,
      traject INTEGER,
      type TEXT NOT NULL,
      version INTEGER NOT NULL,
      phase TEXT NOT NULL,
      actor INTEGER,
      role TEXT,
      recorder INTEGER NOT NULL,
      source TEXT,
      happened_on TEXT NOT NULL,
      recorded_at INTEGER NOT NULL,
      clock_back INTEGER NOT NULL,
      rule TEXT NOT NULL,
      definition TEXT,
      batch INTEGER NOT NULL,
      data TEXT NOT NULL,
      hash BLOB NOT NULL
    ) STRICT;
    CREATE INDEX event_traject ON event (traject, seq);
    CREATE INDEX event_published ON event (seq) WHERE type = 'workflow_published';
    CREATE INDEX event_calendar ON event (seq) WHERE type = 'calendar_published';

    CREATE TABLE text (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      kind TEXT NOT NULL,
      salt BLOB,
      content TEXT
    ) STRICT;
    CREATE INDEX text_number ON text (kind, content) WHERE kind <> 'prose';

    CREATE TABLE person (
      id INTEGER PRIMARY KEY,
      number INTEGER REFERENCES text (id),
      name INTEGER REFERENCES text (id)
    ) STRICT;
    CREATE INDEX person_number ON person (number);
    CREATE INDEX person_name ON person (name);
    CREATE TABLE school (
      id INTEGER PRIMARY KEY,
      code INTEGER REFERENCES text (id),
      name INTEGER REFERENCES text (id)
    ) STRICT;
    CREATE INDEX school_code ON school (code);
    CREATE INDEX school_name ON school (name);
    CREATE TABLE account (
      id INTEGER PRIMARY KEY,
      name INTEGER REFERENCES text (id)
    ) STRICT;

    CREATE TABLE snapshot (
      traject INTEGER PRIMARY KEY,
      state BLOB NOT NULL
    ) STRICT;

    CREATE TABLE traject (
      id INTEGER PRIMARY KEY,
      student INTEGER NOT NULL,
      definition TEXT NOT NULL,
      workflow TEXT NOT NULL,
      version TEXT NOT NULL,
      status TEXT NOT NULL,
      phase TEXT NOT NULL,
      from_on TEXT NOT NULL,
      until_on TEXT,
      ended_on TEXT,
      school INTEGER,
      weeks TEXT NOT NULL,
      open_escalations INTEGER NOT NULL,
      days INTEGER NOT NULL,
      stood_still_days INTEGER NOT NULL,
      stands_still_since TEXT,
      steps INTEGER NOT NULL,
      steps_done INTEGER NOT NULL,
      pauses_passed_on TEXT
    ) STRICT;
    CREATE INDEX traject_student ON traject (student);
    CREATE INDEX traject_pauses ON traject (pauses_passed_on) WHERE pauses_passed_on IS NOT NULL;

    CREATE TABLE holder (
      traject INTEGER NOT NULL,
      position INTEGER NOT NULL,
      role TEXT NOT NULL,
      person INTEGER NOT NULL,
      since_on TEXT,
      until_on TEXT,
      PRIMARY KEY (traject, position)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX holder_person ON holder (person, traject);

    CREATE TABLE wording (
      id INTEGER PRIMARY KEY,
      nl TEXT NOT NULL,
      en TEXT NOT NULL,
      UNIQUE (nl, en)
    ) STRICT;

    CREATE TABLE obligation (
      traject INTEGER NOT NULL,
      key TEXT NOT NULL,
      position INTEGER NOT NULL,
      what INTEGER NOT NULL REFERENCES wording (id),
      role TEXT NOT NULL,
      person INTEGER,
      opens_on TEXT,
      due_on TEXT,
      met_on TEXT,
      suspended INTEGER NOT NULL,
      lapses INTEGER NOT NULL,
      conditional INTEGER NOT NULL,
      blocking INTEGER NOT NULL,
      route TEXT,
      escalation TEXT,
      level INTEGER NOT NULL,
      next_rung_on TEXT,
      rule TEXT NOT NULL,
      assumed TEXT NOT NULL,
      waived_on TEXT,
      lapses_on TEXT,
      PRIMARY KEY (traject, key)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX obligation_due ON obligation (due_on)
      WHERE met_on IS NULL AND suspended = 0 AND lapses = 0 AND due_on IS NOT NULL;
    CREATE INDEX obligation_rung ON obligation (next_rung_on) WHERE next_rung_on IS NOT NULL;
    CREATE INDEX obligation_person ON obligation (person) WHERE met_on IS NULL AND suspended = 0;

    CREATE TABLE gesprek (
      traject INTEGER NOT NULL,
      key TEXT NOT NULL,
      state TEXT NOT NULL,
      planned_at TEXT,
      mode TEXT,
      held_on TEXT,
      closed_on TEXT,
      PRIMARY KEY (traject, key)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE escalation (
      traject INTEGER NOT NULL,
      id TEXT NOT NULL,
      route TEXT NOT NULL,
      reason TEXT NOT NULL,
      about TEXT,
      obligation TEXT,
      opened_on TEXT NOT NULL,
      opened_by INTEGER,
      opened_by_role TEXT,
      to_role TEXT NOT NULL,
      due_on TEXT,
      consulted TEXT NOT NULL,
      outcome TEXT,
      decided_on TEXT,
      decided_by INTEGER,
      decided_by_role TEXT,
      withdrawn_on TEXT,
      rule TEXT NOT NULL,
      PRIMARY KEY (traject, id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE flag (
      traject INTEGER NOT NULL,
      obligation TEXT NOT NULL,
      rung INTEGER NOT NULL,
      recipient INTEGER NOT NULL,
      happened_on TEXT NOT NULL,
      PRIMARY KEY (traject, obligation, rung, recipient)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE applied (
      id TEXT PRIMARY KEY,
      event INTEGER NOT NULL,
      salt BLOB,
      digest BLOB,
      leaf BLOB NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE reference_day (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      day TEXT
    ) STRICT;
    INSERT INTO reference_day (id, day) VALUES (1, NULL);
    """

  /// What keeps the log append-only, by name: nothing that happened is ever overwritten (GEN-01).
  ///
  /// SQLite: "When the REPLACE conflict resolution strategy deletes rows in order to satisfy a constraint, delete
  /// triggers fire if and only if recursive triggers are enabled": so inserting over a row is refused by itself.
  static let triggers: [(name: String, sql: String)] = ["event", "definition"].flatMap { table in
    // Every way in which a new row can clash with an old one.
    let clash =
      table == "event"
      ? "seq = NEW.seq"
      : "digest = NEW.digest OR (kind = NEW.kind AND name = NEW.name AND version = NEW.version)"
    return [
      (
        "\(table)_no_update",
        "CREATE TRIGGER \(table)_no_update BEFORE UPDATE ON \(table) BEGIN SELECT RAISE(ABORT, '\(table): append-only'); END"
      ),
      (
        "\(table)_no_delete",
        "CREATE TRIGGER \(table)_no_delete BEFORE DELETE ON \(table) BEGIN SELECT RAISE(ABORT, '\(table): append-only'); END"
      ),
      (
        "\(table)_no_replace",
        "CREATE TRIGGER \(table)_no_replace BEFORE INSERT ON \(table) WHEN EXISTS (SELECT 1 FROM \(table) WHERE \(clash)) BEGIN SELECT RAISE(ABORT, '\(table): append-only'); END"
      ),
    ]
  }
}
