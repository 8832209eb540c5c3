"""How a placement goes: the history of every student up to the reference date.

A story follows the rules of the workflow: a report before its approvals, a self-reflection before the mentor's
form. Where something is lacking it is lacking on purpose, so that board, overdue list and escalations have
something to show.
"""

from beginning import Beginning
from diary import NotYet
from midterm import MidTerm
from starttalk import StartTalk
from stopping import Stopping

# Which students have something to tell, and how many.
CASTING = [
    ("entry-blocked", 1), ("entry-unblocked", 1), ("no-kennismaking", 1), ("start-recorded-late", 5),
    ("start-held-late", 3), ("start-delayed", 5), ("start-missing", 4), ("corner-missing", 3),
    ("corner-made-good", 6), ("no-report", 5), ("waiting", 6), ("rejected", 12), ("gap", 10), ("concern", 7),
    ("stop-decided", 3), ("stop-open", 3), ("unsafe", 2), ("new-mentor", 2), ("no-reflection", 2),
]


class Story(Beginning, StartTalk, MidTerm, Stopping):
    """One student's story, in strands that do not wait for each other."""

    def tell(self):
        """All lines of the student; each strand stops where the reference date comes."""
        for strand in (self.entry, self.stop, self.kennismaking, self.weekly, self.lessons, self.main_line, self.new_mentor):
            try:
                strand()
            except NotYet:
                pass
        return self.diary.finish()

    def main_line(self):
        if self.part == "entry-blocked":
            return
        if self.part == "start-missing":
            self.never_started()
            return
        day, moment = self.start_talk()
        if self.part == "corner-missing":
            return
        if self.met:
            day, moment = max(day, self.met[0]), max(moment, self.met[1])
            moment = self.advance(day, moment)
        if self.part != "no-report":
            day, moment = self.report(day, moment)
        if self.part in ("no-report", "waiting"):
            # The mid-term takes place all the same in some: a fact, though the traject stays where it is.
            if self.number % 2:
                self.mid_term(day, moment)
            return
        if self.met:
            moment = self.advance(day, moment)
        day, closed = self.mid_term(day, moment)
        if self.met:
            self.advance(day, max(moment, closed))


def histories(students, chance):
    """The lines of all students, in the order in which they are recorded; says of each which part it plays."""
    parts = [(part, number) for part, count in CASTING for number in range(count)]
    order = list(range(len(students)))
    chance.shuffle(order)
    cast = dict(zip(order, parts))
    lines = []
    for index, student in enumerate(students):
        student.part, number = cast.get(index, ("ordinary", 0))
        lines += Story(student, student.part, number, chance).tell()
    lines.sort(key=lambda line: line.moment)
    return lines


def leading_part(students):
    """The leader with the most to tell, and one of his or her students who is stuck."""
    leaders = {}
    for student in students:
        leaders.setdefault(student.io.code, []).append(student)
    leader, group = max(leaders.items(), key=lambda entry: (len({s.part for s in entry[1]}), entry[0]))
    order = ["corner-missing", "waiting", "no-report", "start-missing", "no-kennismaking"]
    stuck = min(group, key=lambda s: (order.index(s.part) if s.part in order else len(order), s.code))
    return leader, stuck.code
