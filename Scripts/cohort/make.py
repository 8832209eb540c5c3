#!/usr/bin/env python3
"""Makes a cohort of made-up students and its history, for the demonstration: make.py FOLDER [SEED].

Writes FOLDER/cohort.csv, as a Dutch school's Excel exports it; FOLDER/other-WORKFLOW.csv with a few trajecten under each
other workflow; FOLDER/history-DATE.jsonl, what was recorded in the week up to each date, for `cyclus apply`; and
FOLDER/names, as whom to look and at whom, for a shell script.
The same seed gives the same bytes. Nobody in it exists.
"""

import csv
import io
import json
import random
import sys
from pathlib import Path

from days import BEGIN, BLOCK_2, END, FLAG_DAYS, stamp
from others import PROGRAMMES, steps
from people import cohort
from story import histories, leading_part

WORKFLOW = "han-wpl2-lj2"
ROLES = [
    ("werkplekbegeleider", "wpb"), ("schoolopleider", "so"), ("instituutsopleider", "io"),
    ("opleider-afstemmen-creeren", "oac"), ("opleider-leerstof-verwerken", "olv"), ("slber", "slber"),
]


def table(students):
    """The rows of the export, the header first."""
    header = "studentnummer roepnaam tussenvoegsel achternaam opleiding cohort groep workflow begin eind school school_id".split()
    for role, _ in ROLES:
        header += [role, f"{role}_naam"]
    yield header + ["wpb_email", "regio", "houding-jaar-1", "start-blok-2"]
    for student in students:
        row = [student.code, student.first, student.prefix, student.last, student.programme, "2024", student.group, WORKFLOW,
               f"{BEGIN:%d-%m-%Y}", f"{END:%d-%m-%Y}", student.school, student.school_id]
        for _, attribute in ROLES:
            person = getattr(student, attribute)
            row += [person.code, person.name]
        row += [f"{student.wpb.code.lower()}@school.invalid", student.region, student.attitude, f"{BLOCK_2:%d-%m-%Y}"]
        yield row


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__.splitlines()[0])
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    chance = random.Random(int(sys.argv[2]) if len(sys.argv) == 3 else 2026)
    students = cohort(chance)
    lines = sorted([*histories(students, chance), *steps()], key=lambda line: line.moment)

    text = io.StringIO()
    csv.writer(text, delimiter=";", lineterminator="\r\n").writerows(table(students))
    (folder / "cohort.csv").write_bytes(text.getvalue().encode("utf-8-sig"))

    for programme in PROGRAMMES:
        (folder / f"other-{programme.workflow}.csv").write_bytes(programme.text())

    week = {day: [] for day in FLAG_DAYS}
    for number, line in enumerate(lines, start=1):
        day = next(day for day in FLAG_DAYS if line.moment.date() <= day)
        record = {"id": f"demo-{number:05}", **line.values, "today": str(line.moment.date()), "now": stamp(line.moment)}
        week[day].append(json.dumps(record, ensure_ascii=False) + "\n")
    for day, records in week.items():
        (folder / f"history-{day}.jsonl").write_text("".join(records), encoding="utf-8")
    leader, stuck = leading_part(students)
    (folder / "names").write_text(f"leader={leader}\nstuck={stuck}\nreference={FLAG_DAYS[-1]}\n", encoding="utf-8")
    print(f"{len(students)} studenten, {len({s.school for s in students})} scholen, {len(lines)} regels geschiedenis")


main()
