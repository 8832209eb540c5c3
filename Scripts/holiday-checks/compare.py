"""Compares the holidays of cyclus with those of the package `holidays`, for each choice that an institute has.

What the package counts otherwise is written out here, and nowhere else:

- It writes "Goede vrijdag", and counts it among the public holidays of every year. No law makes it a free day, so to cyclus
  it is a choice: it is left out of the package's days where the choice is school.
- It counts Bevrijdingsdag among the public holidays in years that five divides only, and in all years since 1982 among the
  optional ones: the first is our `lustrum`, the second our `yearly`.
- Koninginnedag (30 April, the Saturday before where that is a Sunday) until 2013 and Koningsdag after: it has the same rule.

The school holidays that ship with cyclus are held against those that the package knows by region. It ends a year in December,
so its Kerstvakantie comes in two parts; days are compared, not periods.

Any other difference is a fault of one of the two, and fails.
"""

import datetime
import json
import os
import subprocess
import sys

import holidays

YEARS = range(1990, 2101)
# The days for which the file that ships is known.
SCHOOL = (datetime.date(2025, 9, 1), datetime.date(2028, 9, 3))
ONE = datetime.timedelta(days=1)


def shown(year, *options):
    command = [os.environ["CYCLUS_BINARY"], "calendar", "show", "--year", str(year), "--format", "json", *options]
    answer = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True)
    return json.loads(answer.stdout)["entries"]


def days(entry):
    day, last = (datetime.date.fromisoformat(entry[key]) for key in ("from", "to"))
    while day <= last:
        yield day
        day += ONE


def of_package(year, category, region=None):
    found = holidays.Netherlands(years=year, categories=category, language="nl", subdiv=region)
    return {(day, name) for day, names in found.items() for name in names.split("; ")}


def ours(year, good_friday, liberation_day):
    entries = shown(year, "--good-friday", "free" if good_friday else "school", "--liberation-day", liberation_day)
    return {(day, e["name"]) for e in entries if e["layer"] == "public_holidays" for day in days(e)}


def theirs(year, good_friday, liberation_day):
    found = of_package(year, holidays.PUBLIC)
    if liberation_day == "yearly":
        found |= of_package(year, holidays.OPTIONAL)
    if not good_friday:
        found = {(day, name) for day, name in found if name != "Goede vrijdag"}
    return {(day, "Goede Vrijdag" if name == "Goede vrijdag" else name) for day, name in found}


def differences(what, mine, other):
    """Prints what only one of the two has; how many that are."""
    for whose, only in (("cyclus", mine - other), ("holidays", other - mine)):
        for day, name in sorted(only):
            print(f"{what}: only {whose} has {day} {name}", file=sys.stderr)
    return len(mine ^ other)


def public():
    compared = differing = 0
    for good_friday in (False, True):
        for liberation_day in ("yearly", "lustrum"):
            for year in YEARS:
                mine, other = ours(year, good_friday, liberation_day), theirs(year, good_friday, liberation_day)
                compared += len(mine | other)
                differing += differences(year, mine, other)
    print(f"public holidays {YEARS[0]}-{YEARS[-1]}, four choices: {compared} days compared, {differing} differ")
    return differing


def school():
    compared = differing = 0
    for region in ("Noord", "Midden", "Zuid"):
        mine, other = set(), set()
        for year in range(SCHOOL[0].year, SCHOOL[1].year + 1):
            entries = shown(year, "--region", region.lower())
            mine |= {(day, e["name"]) for e in entries if e["layer"] == "school_holidays" for day in days(e)}
            other |= of_package(year, holidays.SCHOOL, region)
        known = lambda found: {(day, name) for day, name in found if SCHOOL[0] <= day <= SCHOOL[1]}
        compared += len(known(mine) | known(other))
        differing += differences(region, known(mine), known(other))
    print(f"school holidays {SCHOOL[0]} to {SCHOOL[1]}, three regions: {compared} days compared, {differing} differ")
    return differing


def main():
    differing = public() + school()
    print(f"holidays {holidays.__version__}")
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main())
