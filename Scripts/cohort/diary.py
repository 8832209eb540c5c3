"""What is recorded of one student: lines for `cyclus apply`, in the order in which they depend on each other."""

from datetime import timedelta

from days import FLAG_DAYS, REFERENCE, is_working, minutes, plus, working_on_or_after

SOURCES = ["form"] * 9 + ["mail"] * 6 + ["present"] * 4 + ["phone"] * 2


class NotYet(Exception):
    """What follows would be recorded after the reference date: the story goes on later than we tell."""


class Line:
    """One line of the history."""

    def __init__(self, moment, values):
        self.moment, self.values = moment, values


class Diary:
    """The lines of one student. What hangs on what came before is recorded after it."""

    def __init__(self, student, chance):
        self.student, self.chance = student, chance
        self.lines = []
        # Escalations in the making: when it was recorded, and the text that stands for its number until that is known.
        self.opened = []

    def moment(self, day, after=None, within=None):
        """When something of a day is recorded: mostly that day or the next, now and then weeks later.

        `after` is the recording that it depends on; `within` (working days) is the latest that it may be.
        """
        chance = self.chance
        if within is None:
            draw = chance.random()
            within = 0 if draw < 0.45 else 1 if draw < 0.8 else chance.randint(2, 5) if draw < 0.95 else chance.randint(8, 18)
        day = plus(day, within) if within else day
        if within == 0 and is_working(day):
            moment = minutes(day, chance.randint(15, 17), chance.randint(0, 59))
        else:
            moment = minutes(working_on_or_after(day), chance.randint(8, 16), chance.randint(0, 59))
        if after and moment <= after:
            moment = after + timedelta(minutes=chance.randint(2, 9))
        # Nobody records in the evening; after the flagging of a Friday comes Monday.
        if moment.hour >= 18:
            moment = minutes(working_on_or_after(moment.date() + timedelta(days=1)), 8, chance.randint(1, 40))
        return moment

    def add(self, command, by, on, after=None, within=None, moment=None, **values):
        """Adds a line and gives the moment of its recording."""
        moment = moment or self.moment(on, after, within)
        if moment.date() > REFERENCE:
            raise NotYet
        assert on <= moment.date(), (command, on, moment)
        record = {"command": command, "traject": self.student.code, **values, "as": by, "on": on.isoformat()}
        if "source" not in record:
            record["source"] = self.chance.choice(SOURCES)
        self.lines.append(Line(moment, record))
        return moment

    def escalation(self, moment):
        """A stand-in for the number of an escalation that was opened at a moment."""
        token = f"E?{len(self.opened)}"
        self.opened.append((moment, token))
        return token

    def finish(self):
        """Numbers the escalations in the order in which they were opened."""
        numbers = {token: f"E{n + 1}" for n, (_, token) in enumerate(sorted(self.opened))}
        for line in self.lines:
            if line.values.get("escalation") in numbers:
                line.values["escalation"] = numbers[line.values["escalation"]]
        return self.lines


def flagging(day):
    """The moment of the first flagging on or after a day."""
    return minutes(next(flag for flag in FLAG_DAYS if flag >= day), 18, 30)
