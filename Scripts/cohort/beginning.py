"""The beginning of a placement, and what goes on every week."""

from datetime import date, timedelta

from days import BEGIN, REFERENCE, WEEKS, minutes, plus, working_on_or_before
from diary import NotYet
from placement import Placement


class Beginning(Placement):
    """Entry, the first talk, weekly talks, lessons, and a mentor who leaves."""

    def entry(self):
        if self.part != "entry-unblocked":
            return
        io, day = self.student.io.code, date(2026, 3, 2)
        moment = self.add("done", io, day, within=0, obligation="houding-alsnog-behaald", source="mail")
        moment = self.add(
            "unblock", io, day, after=moment, within=0, block="professionele-houding",
            why="De examencommissie heeft het onderdeel professionele houding alsnog behaald verklaard.", source="mail")
        self.blocked = minutes(BEGIN, 0, 0), moment

    def kennismaking(self):
        if self.part in ("entry-blocked", "no-kennismaking"):
            return
        week = 1 if self.chance.random() < 0.88 else 2
        day = self.school_day(WEEKS[week])
        moment = self.add(
            "held", self.who(day), day, within=self.pick(0, 0, 1, 1, 2, 3), gesprek="kennismakingsgesprek",
            present=["student", "wpb"] + (["so"] if self.chance.random() < 0.15 else []), mode="op-locatie")
        self.met = day, moment
        moment = self.advance(day, moment, slow=[0, 1, 2])
        if self.chance.random() < 0.985:
            passed = plus(day, self.chance.randint(0, 6))
            self.add("done", self.student.code, passed, within=self.pick(0, 1, 2), obligation="gegevens-doorgegeven")

    def weekly(self):
        student, gap = self.student, ()
        if self.part == "gap":
            gap = (4, 5, 6) if self.number % 2 else (5, 6, 7)
        for week, monday in WEEKS.items():
            if week in gap or monday > REFERENCE:
                continue
            certain = self.part == "gap" and week == gap[0] - 1
            if self.chance.random() > self.effort and not certain:
                continue
            day = self.school_day(monday, REFERENCE)
            self.weekly_talk(day, week, 1 if certain else None)
        # In the weeks of tests some talk all the same: one more than asked.
        if self.chance.random() < 0.08:
            day = self.pick(date(2026, 4, 8), date(2026, 4, 14))
            self.weekly_talk(day, None, 1)
        if gap and self.number < 7:
            day = date(2026, 3, 24) if gap[0] == 4 else date(2026, 4, 8)
            self.add("done", student.io.code, day, within=self.pick(0, 2), obligation=f"contact-begeleiding@w{gap[-1]}",
                     source="present")

    def weekly_talk(self, day, week, within):
        gesprek = "begeleidingsgesprek" + (f"@w{week}" if week and self.chance.random() < 0.3 else "")
        try:
            self.add("held", self.who(day), day, within=within, gesprek=gesprek, present=["student", "wpb"])
        except NotYet:
            pass

    def lessons(self):
        for week, monday in WEEKS.items():
            friday = working_on_or_before(monday + timedelta(days=4))
            if friday >= REFERENCE or self.chance.random() > 0.93:
                continue
            try:
                self.add("count", self.student.code, friday, within=self.pick(0, 0, 1, 3), counter="lessen",
                         amount=self.chance.choice([2, 3, 3, 4, 4, 5]), source="form")
            except NotYet:
                pass

    def new_mentor(self):
        if self.part == "new-mentor":
            self.add("assign", self.student.so.code, date(2026, 3, 12), within=1, role=f"wpb={self.student.next_wpb.code}",
                     since=self.student.changed.isoformat(), source="mail")
