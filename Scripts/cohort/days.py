"""The calendar of the made-up cohort: teaching weeks, working days, Dutch local time."""

from datetime import date, datetime, time, timedelta

BEGIN = date(2026, 2, 2)
END = date(2026, 7, 10)
BLOCK_2 = date(2026, 4, 20)
REFERENCE = date(2026, 5, 6)

HOLIDAYS = {date(2026, 4, 6), date(2026, 5, 5), date(2026, 5, 14), date(2026, 5, 25)}
for first, last in [(date(2026, 2, 14), date(2026, 2, 22)), (date(2026, 4, 25), date(2026, 5, 3))]:
    HOLIDAYS |= {first + timedelta(days=n) for n in range((last - first).days + 1)}

# The Monday of every teaching week; week 2 and 3 and week 9 and 10 have a school holiday between them.
WEEKS = {
    number + 1: monday
    for number, monday in enumerate(
        date.fromisoformat(text)
        for text in (
            "2026-02-02 2026-02-09 2026-02-23 2026-03-02 2026-03-09 2026-03-16 2026-03-23 2026-03-30 "
            "2026-04-20 2026-05-04 2026-05-11 2026-05-18 2026-05-25 2026-06-01 2026-06-08 2026-06-15"
        ).split()
    )
}

# The evenings on which the demonstration flags what is overdue: every Friday, and the reference date.
FLAG_DAYS = [date(2026, 2, 6) + timedelta(days=7 * n) for n in range(13)] + [REFERENCE]


def is_working(day):
    """Whether schools are open on a day."""
    return day.weekday() < 5 and day not in HOLIDAYS


def working_on_or_after(day):
    """The day itself, or the first working day after it."""
    while not is_working(day):
        day += timedelta(days=1)
    return day


def working_on_or_before(day):
    """The day itself, or the last working day before it."""
    while not is_working(day):
        day -= timedelta(days=1)
    return day


def plus(day, count):
    """A day moved by a number of working days."""
    step = 1 if count >= 0 else -1
    for _ in range(abs(count)):
        day += timedelta(days=step)
        while not is_working(day):
            day += timedelta(days=step)
    return day


def minutes(day, hour, minute):
    """A moment of a day, in Dutch local time."""
    return datetime.combine(day, time(hour, minute))


def stamp(moment):
    """A moment as text with its offset: summer time begins on 29 March 2026."""
    offset = "+02:00" if moment.date() >= date(2026, 3, 29) else "+01:00"
    return moment.strftime("%Y-%m-%dT%H:%M:%S") + offset


def flag_day(moment):
    """The flagging that follows on a moment of recording."""
    return next(day for day in FLAG_DAYS if day >= moment.date())
