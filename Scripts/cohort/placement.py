"""What the parts of a story share: one student's placement, and small choices in it."""

from datetime import date, timedelta

from days import is_working, working_on_or_after
from diary import Diary, NotYet


class Placement:
    """One student's placement, as far as it has been told."""

    def __init__(self, student, part, number, chance):
        self.student, self.part, self.number, self.chance = student, part, number, chance
        self.diary = Diary(student, chance)
        self.effort = chance.choice([0.97, 0.92, 0.85, 0.75])
        # From and to which recording a block holds the traject; `None` as long as it stands.
        self.blocked = None
        # The day of the first talk and the moment of its recording, and the day on which the phase was last entered.
        self.met = self.entered = None
        if part == "new-mentor":
            student.changed = date(2026, 3, 16)
        if part in ("entry-blocked", "entry-unblocked"):
            student.attitude = "niet-behaald"

    def add(self, command, by, on, **values):
        return self.diary.add(command, by, on, **values)

    def pick(self, *days):
        return self.chance.choice(days)

    def school_day(self, monday, latest=None):
        """A Monday or Tuesday of a week, else its first working day."""
        days = [monday + timedelta(days=n) for n in (0, 0, 1, 1, 2)]
        days = [day for day in days if is_working(day) and (latest is None or day <= latest)]
        return self.chance.choice(days) if days else working_on_or_after(monday)

    def who(self, day):
        return self.chance.choice([self.student.code, self.student.code, self.student.mentor(day).code])

    def plan(self, gesprek, day, on, after=None, within=0):
        at = f"{day} {self.chance.choice(['08:30', '10:15', '13:00', '14:15', '15:30', '16:00'])}"
        mode = self.chance.choice(["op-locatie", "op-locatie", "op-locatie", "online"])
        return self.add("plan", self.student.code, on, after=after, within=within, gesprek=gesprek, at=at, mode=mode)

    def advance(self, day, moment, slow=(0, 1, 1, 2, 4)):
        """The leader goes to the next phase, on a day on which everything asked had happened, and no block stands."""
        day = max(day, self.entered or day)
        on, within = (day, self.chance.choice(slow)) if self.chance.random() < 0.5 else (moment.date(), 0)
        recorded = self.diary.moment(on, moment, within)
        since, until = self.blocked or (None, None)
        if since and since <= recorded and not until:
            raise NotYet
        if since and since <= recorded <= until:
            recorded = until + timedelta(minutes=5)
            on = recorded.date()
        self.entered = on
        return self.add("advance", self.student.io.code, on, moment=recorded, source="present")
