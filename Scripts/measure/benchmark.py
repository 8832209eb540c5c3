"""Times the release binary; Scripts/benchmark says what and why."""

import os
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time

BINARY = os.environ["CYCLUS_BINARY"]
# An earlier binary, run in turn with the other, so that both meet the same load of the machine.
BEFORE = os.environ.get("CYCLUS_BINARY_BEFORE")
PER_OPLEIDER = 30
RUNS = 41
NOW = ["--now", "2026-03-11T09:00:00Z"]


def run(*arguments, db, binary=BINARY):
    """Runs one command and gives the milliseconds of the whole process."""
    before = time.perf_counter()
    done = subprocess.run([binary, *arguments, "--db", db], capture_output=True, text=True, env={"HOME": "/nonexistent"})
    passed = (time.perf_counter() - before) * 1000
    # An earlier binary may know other tables, and then verify says so.
    if done.returncode and not (arguments == ("verify",) and binary == BEFORE):
        sys.exit(f"cyclus {' '.join(arguments)}: {done.returncode}\n{done.stderr}")
    return passed


def timed(name, runs, body):
    """Prints the median of a command, and beside it that of the earlier binary and their ratio pair by pair."""
    ours, theirs = [], []
    for _ in range(runs):
        ours.append(body(BINARY))
        if BEFORE:
            theirs.append(body(BEFORE))
    line = f"{name:<24} {spread(ours)}"
    if theirs:
        ratios = [a / b for a, b in zip(ours, theirs)]
        line += f"  before {spread(theirs)}  ratio {median(ratios):.2f} ({min(ratios):.2f}–{max(ratios):.2f})"
    print(line, flush=True)


def on_a_copy(db, *arguments):
    """Times a command that writes, each time on a fresh copy of the database."""
    def body(binary):
        copy = db + ".copy"
        shutil.copy(db, copy)
        try:
            return run(*arguments, db=copy, binary=binary)
        finally:
            for path in (copy, copy + "-wal", copy + "-shm"):
                if os.path.exists(path):
                    os.remove(path)
    return body


def median(values):
    return statistics.median(values)


def spread(values):
    return f"{median(values):7.1f} ms  ({min(values):.1f}–{max(values):.1f})"


def fsync_cost(folder):
    """Milliseconds of one 4 kB write that is forced to disk."""
    descriptor = os.open(os.path.join(folder, "fsync"), os.O_CREAT | os.O_WRONLY)
    times = []
    for _ in range(RUNS):
        os.write(descriptor, b"x" * 4096)
        before = time.perf_counter()
        os.fsync(descriptor)
        times.append((time.perf_counter() - before) * 1000)
    os.close(descriptor)
    return times


def cohort(folder, count):
    """A practice database with that many trajecten, made up, and a history for those of the first opleider."""
    db = os.path.join(folder, f"{count}.db")
    path = os.path.join(folder, f"{count}.csv")
    with open(path, "w", encoding="utf-8") as file:
        file.write(
            "studentnummer;roepnaam;achternaam;workflow;begin;school;wpb;wpb_naam;so;so_naam;io;io_naam;oac;oac_naam;"
            "olv;olv_naam\n")
        for index in range(count):
            group = index // PER_OPLEIDER
            file.write(
                f"{9000000 + index};Student;Nummer{index};han-wpl2-lj2;2026-02-02;School {group % 15};"
                f"W{index // 2};Begeleider {index // 2};S{group % 15};Opleider {group % 15};I{group};Instituut {group};"
                "OAC;Opleider Afstemmen;OLV;Opleider Leerstof\n")
    run("init", "--practice", "--now", "2026-01-12T08:00:00Z", db=db)
    seconds = run("import", path, "--now", "2026-01-12T09:00:00Z", db=db) / 1000
    lines = os.path.join(folder, f"{count}.jsonl")
    with open(lines, "w", encoding="utf-8") as file:
        number = 0
        for index in range(PER_OPLEIDER):
            for what in history(9000000 + index):
                number += 1
                file.write('{"id": "b%d", "traject": "%d", "source": "form", "now": "2026-03-10T09:00:00Z", "today": "2026-03-10", %s}\n'
                           % (number, 9000000 + index, what))
    run("apply", lines, db=db)
    return db, seconds


def history(student):
    yield f'"command": "held", "gesprek": "kennismakingsgesprek", "present": "student,wpb", "as": "{student}", "on": "2026-02-03"'
    yield f'"command": "advance", "as": "I0", "on": "2026-02-05"'
    yield f'"command": "done", "obligation": "gegevens-doorgegeven", "as": "{student}", "on": "2026-02-06"'
    yield f'"command": "submit", "document": "voorbereiding-startgesprek", "as": "{student}", "on": "2026-02-25"'
    for week, day in enumerate(["2026-02-03", "2026-02-10", "2026-02-24", "2026-03-03"]):
        yield f'"command": "held", "gesprek": "begeleidingsgesprek", "present": "student,wpb", "as": "{student}", "on": "{day}"'


def durable(db, folder):
    """One `held` in turn with the sqlite3 shell appending as durably to a write-ahead log."""
    reference = os.path.join(folder, "reference.db")
    with sqlite3.connect(reference) as base:
        base.execute("PRAGMA journal_mode = WAL")
        base.execute("CREATE TABLE event (seq INTEGER PRIMARY KEY, data TEXT NOT NULL)")
    base.close()
    ours, theirs = [], []
    for index in range(RUNS):
        student = str(9000000 + PER_OPLEIDER + index)
        ours.append(run(
            "held", student, "kennismakingsgesprek", "--present", "student,wpb", "--as", student, "--source", "form",
            "--on", "2026-02-03", "--today", "2026-03-11", db=db))
        statement = "PRAGMA synchronous = FULL; INSERT INTO event (data) VALUES ('" + "x" * 400 + "');"
        before = time.perf_counter()
        subprocess.run(["sqlite3", reference, statement], capture_output=True, check=True)
        theirs.append((time.perf_counter() - before) * 1000)
    ratios = [a / b for a, b in zip(ours, theirs)]
    print(f"held                     {spread(ours)}")
    print(f"sqlite3 shell, 1 insert  {spread(theirs)}")
    print(f"ratio, pair by pair      {median(ratios):7.2f}     ({min(ratios):.2f}–{max(ratios):.2f})")


def reading(db, count):
    """The commands about one traject or person, then the reports over all of them."""
    about_one = {
        "show T1": ["show", "T1"],
        "why T1": ["why", "T1"],
        "board --mine": ["board", "--mine", "--as", "I0"],
        "todo": ["todo", "--for", "I0"],
    }
    over_all = {
        "overdue": ["overdue"],
        "board (all)": ["board"],
        "audit escalations": ["audit", "escalations"],
    }
    few = RUNS if count <= 1000 else 5
    for commands, runs in ((about_one, RUNS), (over_all, few)):
        for name, arguments in commands.items():
            timed(name, runs, lambda binary: run(*arguments, "--today", "2026-03-11", db=db, binary=binary))
    timed("verify", 1, lambda binary: run("verify", db=db, binary=binary))
    timed("overdue --flag", 1, on_a_copy(db, "overdue", "--flag", "--today", "2026-03-11", *NOW))


def waiting(db, lines=4000):
    """How long a command of somebody waits while a long file is applied, and how long the file takes."""
    path = db + ".long"
    with open(path, "w", encoding="utf-8") as file:
        for number in range(lines):
            student = str(9000000 + PER_OPLEIDER + number % 300)
            file.write(
                '{"id": "long%d", "command": "count", "traject": "%s", "counter": "lessen", "amount": 1, '
                '"as": "%s", "source": "form", "on": "2026-02-05", "today": "2026-03-11"}\n' % (number, student, student))
    for name, binary in (("", BINARY), (" before", BEFORE)):
        if not binary:
            continue
        copy = db + ".copy"
        shutil.copy(db, copy)
        began = time.perf_counter()
        applying = subprocess.Popen(
            [binary, "apply", path, "--db", copy], stdout=subprocess.DEVNULL, env={"HOME": "/nonexistent"})
        waits = []
        while applying.poll() is None:
            waits.append(run(
                "count", "9000000", "lessen", "+1", "--as", "9000000", "--source", "form", "--on", "2026-02-05",
                "--today", "2026-03-11", db=copy, binary=binary))
            time.sleep(0.05)
        seconds = time.perf_counter() - began
        print(f"{'beside an apply' + name:<24} {spread(waits)}  {lines} lines in {seconds:.1f} s", flush=True)
        for rest in (copy, copy + "-wal", copy + "-shm"):
            if os.path.exists(rest):
                os.remove(rest)
    os.remove(path)


def main():
    counts = [int(text) for text in sys.argv[1:]] or [1000, 20000]
    folder = tempfile.mkdtemp(prefix="cyclus-benchmark-")
    try:
        print(f"load of the machine      {os.getloadavg()[0]:7.1f} on {os.cpu_count()} processors")
        timed("start-up (--version)", RUNS, lambda binary: run("--version", db="x", binary=binary))
        print(f"fsync of 4 kB            {spread(fsync_cost(folder))}")
        for count in counts:
            db, seconds = cohort(folder, count)
            size = os.path.getsize(db) / 1e6
            print(f"\n{count} trajecten: import {seconds:.1f} s, database {size:.0f} MB, load {os.getloadavg()[0]:.1f}")
            durable(db, folder)
            os.remove(os.path.join(folder, "reference.db"))
            waiting(db)
            reading(db, count)
            os.remove(db)
    finally:
        shutil.rmtree(folder)


main()
