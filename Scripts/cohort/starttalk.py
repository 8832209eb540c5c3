"""From the start talk to the approvals of its report."""

from datetime import date

from days import WEEKS, plus
from diary import flagging
from placement import Placement

# The day on which the ladder opens an escalation for a start talk that was due on 6 March.
START_ROUTE = date(2026, 3, 20)


class StartTalk(Placement):
    """Preparation, talk, report and approvals; some late, incomplete, sent back or missing."""

    def never_started(self):
        """No start talk in sight: the ladder opens an escalation, which some leaders decide."""
        student = self.student
        token = self.diary.escalation(flagging(START_ROUTE))
        if self.number == 0:
            self.add("decide", student.io.code, date(2026, 3, 26), within=0, escalation=token, outcome="alsnog-gepland",
                     why="De school zoekt een datum na de toetsweken.", source="present")
            moment = self.plan("startgesprek", date(2026, 4, 21), date(2026, 4, 2))
            self.add("cancel", student.mentor(date(2026, 4, 20)).code, date(2026, 4, 20), within=0, after=moment,
                     gesprek="startgesprek", why="De werkplekbegeleider is die dag op excursie.", source="phone")
        elif self.number == 1:
            # The leader let it pass; it climbed to the school's educator, who decided.
            self.add("decide", student.so.code, date(2026, 4, 14), within=0, escalation=token, outcome="alsnog-gepland",
                     why="Met de student afgesproken dat het gesprek in de eerste week van blok 2 plaatsvindt.", source="mail")

    def start_day(self):
        if self.part == "start-recorded-late":
            return self.pick(date(2026, 2, 24), date(2026, 3, 2), date(2026, 3, 3), date(2026, 3, 5))
        if self.part == "start-held-late":
            return self.pick(date(2026, 3, 10), date(2026, 3, 16), date(2026, 3, 17))
        if self.part == "start-delayed":
            return self.pick(date(2026, 3, 30), date(2026, 4, 1), date(2026, 4, 9))
        if self.part == "entry-unblocked":
            return date(2026, 3, 10)
        return self.school_day(WEEKS[self.pick(3, 3, 4, 4, 4, 4, 4, 5)])

    def start_talk(self):
        student, chance, part = self.student, self.chance, self.part
        day = self.start_day()
        self.preparation(day)
        corner_missing = part in ("corner-missing", "corner-made-good")
        present = ["student", "wpb", "io"] + (["so"] if chance.random() < 0.3 else [])
        if corner_missing:
            present.remove(chance.choice(["wpb", "io", "io"]))
            present = [role for role in present if role != "so"]
        values = {"gesprek": "startgesprek", "present": present, "mode": self.pick("op-locatie", "op-locatie", "online")}
        record = {"doelen": "alle", "leeractiviteiten": "ja", "wanneer-tevreden": "ja"}
        complete = chance.random() < 0.8
        if complete:
            values["set"] = record
        at = None
        if part in ("start-recorded-late", "start-held-late"):
            # The form lay in a drawer: it comes in after the ladder had opened an escalation.
            at = self.diary.moment(date(2026, 3, 23), within=chance.randint(0, 8))
            values["source"] = "form"
        within = None if at else self.pick(0, 0, 1, 1, 2)
        token = None
        if part in ("start-held-late", "start-delayed"):
            token = self.diary.escalation(flagging(START_ROUTE))
        if part == "start-recorded-late":
            self.diary.escalation(flagging(START_ROUTE))
        if part == "start-delayed":
            moment = self.add(
                "decide", student.io.code, date(2026, 3, 24), within=self.pick(0, 1, 2), escalation=token,
                outcome="alsnog-gepland", why=f"Het startgesprek staat nu op {day.day}-{day.month}.", source="present")
            self.plan("startgesprek", day, date(2026, 3, 25), after=moment, within=1)
        elif not corner_missing and not at and self.met and chance.random() < 0.7 and self.met[0] < day:
            self.plan("startgesprek", day, self.met[0], after=self.met[1] if self.met[1].date() < day else None)
        moment = self.add("held", self.who(day), day, moment=at, within=within, **values)
        if part == "start-held-late":
            self.add("decide", student.io.code, moment.date(), after=moment, within=self.pick(0, 1, 2), escalation=token,
                     outcome="al-gehouden", why=f"Het gesprek was op {day.day}-{day.month} al gevoerd; het formulier kwam later.",
                     source="present")
        if part == "corner-made-good":
            missing = next(role for role in ("wpb", "io") if role not in present)
            day = plus(day, chance.randint(3, 12))
            moment = self.add("held", student.code, day, after=moment, within=self.pick(0, 1, 2), gesprek="startgesprek",
                              present=["student", missing], mode="online", **({"set": record} if complete else {}))
        if not complete and part != "corner-missing":
            day = plus(day, self.pick(1, 2, 4, 6))
            moment = self.add("close", student.code, day, after=moment, within=self.pick(0, 1), gesprek="startgesprek",
                              set=record, source="form")
        return day, moment

    def preparation(self, day):
        """What precedes the start talk: handed in, asked, looked at, instructed; now and then not."""
        student, chance = self.student, self.chance
        ready = plus(day, -chance.choice([2, 3, 3, 4, 5]))
        if chance.random() < 0.97:
            moment = self.add(
                "submit", student.code, ready, within=self.pick(0, 0, 1), document="voorbereiding-startgesprek",
                ref=f"portfolio/{student.code}/voorbereiding-startgesprek", source="form")
            if chance.random() < 0.95:
                self.add("done", student.mentor(day).code, day, after=moment, within=self.pick(0, 1, 2),
                         obligation="voorbereiding-bekeken")
        if chance.random() < 0.96:
            self.add("done", student.code, ready, within=self.pick(0, 1, 3), obligation="feedbackverzoek", source="mail")
        for teacher, often in ((student.oac, 0.985), (student.olv, 0.96)):
            if chance.random() < often:
                taught = self.pick(date(2026, 2, 11), date(2026, 2, 12), date(2026, 2, 23), date(2026, 2, 26))
                self.add("done", teacher.code, taught, within=self.pick(0, 1, 4), obligation="student-geinstrueerd",
                         source="present")

    def report(self, day, moment):
        """The report and its two approvals; some are sent back once."""
        student, chance = self.student, self.chance
        handed = plus(day, chance.choice([1, 2, 3, 4, 4, 5, 5, 8]))
        moment = self.submit_report(handed, moment, 1)
        approvals = ["goedkeuring-pedagogisch", "goedkeuring-didactisch"]
        if self.part == "waiting":
            if self.number % 2:
                self.approve(approvals[0], plus(handed, 3), moment)
            return handed, moment
        last = handed
        if self.part == "rejected":
            sent_back = chance.choice(approvals)
            day = plus(handed, self.pick(2, 3, 4))
            moment = self.add(
                "reject", student.mentor(day).code, day, after=moment, within=self.pick(0, 1), approval=sent_back,
                why=self.pick("De doelen zijn nog niet concreet.", "De afspraken over de lessen van klas 2 ontbreken.",
                              "Bij ict staat geen leeractiviteit."))
            if self.number % 4 == 3:
                # Handed in again too late to be looked at, or not at all.
                self.part = "waiting"
                return day, moment
            handed = plus(day, self.pick(3, 4, 5, 7))
            moment = self.submit_report(handed, moment, 2)
        for approval in approvals:
            day = plus(handed, chance.choice([1, 2, 3, 4, 5, 7]))
            moment = self.approve(approval, day, moment)
            last = max(last, day)
        return last, moment

    def submit_report(self, day, moment, version):
        code = self.student.code
        return self.add("submit", code, day, after=moment, within=self.pick(0, 0, 1, 2), document="verslag-startgesprek",
                        ref=f"portfolio/{code}/verslag-startgesprek-{version}", source="form")

    def approve(self, approval, day, moment):
        return self.add("approve", self.student.mentor(day).code, day, after=moment, within=self.pick(0, 0, 1, 2),
                        approval=approval, source=self.pick("mail", "mail", "form"))
