"""Counts what `overdue` reads; Scripts/measure-overdue says what and why."""

import json
import os
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time

BINARY = os.environ["CYCLUS_BINARY"]
OVERDUE = 30
RUNS = 7
TODAY = "2026-02-12"
TABLES = {"traject": "id", "obligation": "traject", "holder": "traject", "snapshot": "traject"}


def run(*arguments, db):
    """Runs one command: its milliseconds, its output and what SQLite counted."""
    before = time.perf_counter()
    done = subprocess.run(
        [BINARY, *arguments, "--db", db], capture_output=True, text=True,
        env={"HOME": "/nonexistent", "CYCLUS_COUNT_WORK": "1"})
    passed = (time.perf_counter() - before) * 1000
    if done.returncode:
        sys.exit(f"cyclus {' '.join(arguments)}: {done.returncode}\n{done.stderr}")
    counted = [line for line in done.stderr.splitlines() if line.startswith('{"instructions"')]
    return passed, done.stdout, json.loads(counted[-1]) if counted else {}


def beginning(folder):
    """A practice database with the trajecten that are overdue, and one more."""
    db, path = os.path.join(folder, "beginning.db"), os.path.join(folder, "cohort.csv")
    with open(path, "w", encoding="utf-8") as file:
        file.write("studentnummer;achternaam;workflow;begin;school;wpb;wpb_naam;so;so_naam;io;io_naam;oac;oac_naam;olv;olv_naam\n")
        for index in range(OVERDUE + 1):
            file.write(
                f"{9000000 + index};Nummer{index};han-wpl2-lj2;2026-02-02;School;W{index};Begeleider {index};"
                "SO;Opleider School;IO;Opleider Instituut;OAC;Opleider Afstemmen;OLV;Opleider Leerstof\n")
    run("init", "--practice", "--now", "2026-01-12T08:00:00Z", db=db)
    run("import", path, "--now", "2026-01-12T09:00:00Z", db=db)
    return db


def filled(db, path, count):
    """A copy with so many trajecten, all but the overdue ones copies of the last."""
    shutil.copy(db, path)
    base = sqlite3.connect(path)
    base.execute("PRAGMA synchronous = OFF")
    last = base.execute("SELECT max(id) FROM traject").fetchone()[0]
    base.execute(
        "UPDATE obligation SET opens_on = '2030-01-07', due_on = '2030-02-01', next_rung_on = '2030-02-02' "
        "WHERE traject = ? AND met_on IS NULL AND suspended = 0 AND due_on IS NOT NULL", (last,))
    for table, key in TABLES.items():
        columns = [row[1] for row in base.execute(f"PRAGMA table_info({table})")]
        values = ", ".join("n.value" if column == key else f"t.{column}" for column in columns)
        base.execute(
            f"INSERT INTO {table} ({', '.join(columns)}) WITH RECURSIVE n (value) AS (SELECT {last} + 1 UNION ALL "
            f"SELECT value + 1 FROM n WHERE value < {count}) SELECT {values} FROM n CROSS JOIN {table} t WHERE t.{key} = {last}")
    base.commit()
    rows = base.execute("SELECT count(*) FROM obligation").fetchone()[0]
    base.close()
    return rows


def shell(db):
    """The milliseconds of the sqlite3 shell asking the view for the same list."""
    before = time.perf_counter()
    subprocess.run(
        ["sqlite3", db, f"UPDATE reference_day SET day = '{TODAY}'; SELECT count(*), max(days_over) FROM v_overdue;"],
        capture_output=True, check=True)
    return (time.perf_counter() - before) * 1000


def main():
    counts = [int(text) for text in sys.argv[1:]] or [1000, 100000]
    with tempfile.TemporaryDirectory() as folder:
        start = beginning(folder)
        for count in counts:
            path = os.path.join(folder, f"{count}.db")
            rows = filled(start, path, count)
            ours, theirs, listed, work = [], [], 0, {}
            for _ in range(RUNS):
                passed, output, work = run("overdue", "--format", "json", "--today", TODAY, db=path)
                ours.append(passed)
                theirs.append(shell(path))
                listed = len(json.loads(output))
            print(f"{count} trajecten, {rows} obligations, {os.path.getsize(path) // 1_000_000} MB")
            print(f"  overdue         {listed} listed, {work['instructions']} instructions, {work['scanned']} rows scanned, "
                  f"{statistics.median(ours):.1f} ms ({min(ours):.1f}–{max(ours):.1f}); "
                  f"sqlite3 shell {statistics.median(theirs):.1f} ms ({min(theirs):.1f}–{max(theirs):.1f})")
            passed, _, work = run("overdue", "--flag", "--today", TODAY, "--now", "2026-02-12T02:00:00Z", db=path)
            print(f"  overdue --flag  first night: {work['instructions']} instructions, {work['scanned']} rows scanned, {passed:.1f} ms")
            passed, _, work = run("overdue", "--flag", "--today", TODAY, "--now", "2026-02-12T03:00:00Z", db=path)
            print(f"  overdue --flag  again: {work['instructions']} instructions, {work['scanned']} rows scanned, {passed:.1f} ms",
                  flush=True)
            for end in ("", "-wal", "-shm"):
                if os.path.exists(path + end):
                    os.remove(path + end)


main()
