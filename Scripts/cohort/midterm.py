"""The mid-term: self-reflection, talk, the mentor's form, and worry about an outcome."""

from datetime import date, timedelta

from days import REFERENCE, plus
from diary import NotYet
from placement import Placement

OUTCOMES = ["positief-leerklimaat", "afstemmen-op-de-lerende", "leerstof-verwerken"]
TOPICS = [
    "de start van de les", "differentiëren bij de instructie", "stilte tijdens zelfstandig werken",
    "duidelijke opdrachten", "namen leren kennen", "werkvormen bij nieuwe stof", "omgaan met telaatkomers",
]


class MidTerm(Placement):
    """The second talk of the three, and what the mentor writes for it."""

    def mid_term(self, day, moment):
        student, chance = self.student, self.chance
        choices = ([date(2026, 3, 30), date(2026, 3, 31), date(2026, 4, 1), date(2026, 4, 2)] * 4
                   + [date(2026, 4, 9), date(2026, 4, 14)] * 3
                   + [date(2026, 4, 20), date(2026, 4, 21), date(2026, 4, 22), date(2026, 4, 23)] * 6
                   + [date(2026, 5, 4), date(2026, 5, 4), date(2026, 5, 6)] + [date(2026, 5, 7), date(2026, 5, 11)] * 4)
        if self.part in ("concern", "no-reflection"):
            choices = choices[:-11]
        talk = chance.choice(choices)
        if talk <= day:
            talk = plus(day, 3)
        if chance.random() < 0.6:
            planned = plus(talk, -chance.randint(5, 9))
            self.plan("tussenevaluatie", talk, planned, within=self.pick(0, 1))
        if talk > REFERENCE:
            if chance.random() < 0.6:
                written = min(plus(talk, -3), date(2026, 4, 24))
                self.reflection(written)
            raise NotYet
        reflected = None
        if self.part != "no-reflection":
            reflected = self.reflection(plus(talk, -chance.choice([2, 4, 5, 5, 6, 7])))
        close = {"doelen-bijgesteld": "ja"}
        present = ["student", "wpb", "io"] if chance.random() < 0.8 else ["student", "wpb", "so", "io"]
        held = {"gesprek": "tussenevaluatie", "present": present, "mode": self.pick("op-locatie", "op-locatie", "online")}
        form_first = reflected and chance.random() < 0.6
        if form_first:
            # The form came before the talk was recorded: then holding it closes it.
            written = self.form(talk, max(moment, reflected), 0)
            moment = self.add("held", student.code, talk, after=written, within=self.pick(0, 1), set=close, **held)
            return self.afterwards(talk, moment)
        moment = self.add("held", student.code, talk, within=self.pick(0, 1, 2), **held)
        if self.part != "no-reflection" and chance.random() < 0.12:
            raise NotYet  # The mentor's form has not come yet.
        # Without a self-reflection the mentor waits a week for it.
        returned = plus(talk, 5 if self.part == "no-reflection" else self.pick(0, 1, 3))
        written = self.form(returned, max(moment, reflected or moment), self.pick(0, 1))
        closed = plus(returned, self.pick(0, 1, 2))
        if self.part == "no-reflection":
            if self.number:
                raise NotYet  # The student never writes one.
            written = self.add("submit", student.code, closed, after=written, within=0, source="form",
                               document="zelfreflectie@tussenevaluatie", ref=f"portfolio/{student.code}/zelfreflectie-te-laat")
        moment = self.add("close", student.code, closed, after=written, within=self.pick(0, 1), gesprek="tussenevaluatie",
                          set=close, source="form")
        return self.afterwards(closed, moment)

    def reflection(self, day):
        code = self.student.code
        return self.add("submit", code, day, within=self.pick(0, 0, 1), document="zelfreflectie@tussenevaluatie",
                        ref=f"portfolio/{code}/zelfreflectie-tussenevaluatie", source="form")

    def form(self, day, moment, within):
        """The mentor's form: a verdict or feedback on every summative outcome, feedback on the formative ones."""
        mentor, chance = self.student.mentor(day).code, self.chance
        form = f"portfolio/{self.student.code}/formulier-tussenevaluatie.docx"
        shared = {"at": "tussenevaluatie", "source": "form"}
        if self.part == "no-reflection":
            shared["why"] = "De student heeft na twee herinneringen geen zelfreflectie ingeleverd."
        worry = OUTCOMES[self.number % 3] if self.part == "concern" else None
        judged = chance.random() < 0.7
        # One form, recorded in one go.
        at = self.diary.moment(day, moment, within)
        for outcome in OUTCOMES:
            at += timedelta(seconds=chance.randint(20, 50))
            verdict = "niet-voldaan" if outcome == worry else "voldaan"
            if outcome == worry or judged:
                trust = {"trust": True} if verdict == "voldaan" and outcome != "leerstof-verwerken" else {}
                self.add("assess", mentor, day, moment=at, outcome=outcome, verdict=verdict, form=form, **trust, **shared)
            else:
                self.add("feedback", mentor, day, moment=at, outcome=outcome, form=form, **shared)
            if outcome == worry:
                worried = at
        for outcome in ("ict", "ppi"):
            at += timedelta(seconds=chance.randint(20, 50))
            draw = chance.random()
            if draw < 0.15:
                self.add("feedback", mentor, day, moment=at, outcome=outcome, not_seen=True, **shared)
            elif draw < 0.25:
                self.add(
                    "feedback", mentor, day, moment=at, outcome=outcome, seen=f"Goede stappen bij {chance.choice(TOPICS)}.",
                    growth="Reageert rustiger op wat er in de klas gebeurt.",
                    to_grow="Zelf het moment kiezen om bij te sturen.", **shared)
            else:
                self.add("feedback", mentor, day, moment=at, outcome=outcome, form=form, **shared)
        if worry:
            self.concern(worry, day, worried)
        return at

    def concern(self, outcome, day, moment):
        """Worry about one outcome: to the leader, who may ask the lecturer."""
        student = self.student
        lecturer = (student.olv, "opleider-leerstof-verwerken") if outcome == "leerstof-verwerken" else (
            student.oac, "opleider-afstemmen-creeren")
        if self.number == 0:
            return  # The suggestion was not followed.
        try:
            moment = self.add(
                "escalate", student.mentor(day).code, day, after=moment, within=self.pick(0, 1), reason="zorg-leeruitkomst",
                about=outcome, why="Er is tot nu toe te weinig van te zien; zonder extra hulp komt dit niet op tijd.",
                source="mail")
            token = self.diary.escalation(moment)
            if self.number == 1:
                return
            spoken = plus(day, self.pick(1, 3))
            moment = self.add("consult", student.io.code, spoken, after=moment, within=0, escalation=token, role=lecturer[1],
                              source="present")
            if self.number == 2:
                return
            self.add("decide", student.io.code, plus(spoken, self.pick(0, 2)), after=moment, within=0, escalation=token,
                     outcome=self.pick("besproken", "extra-begeleiding"),
                     why="Twee extra lesbezoeken en elke week een korte nabespreking.", source="present")
        except NotYet:
            pass

    def afterwards(self, day, moment):
        """After the mid-term the final assessment is often planned already."""
        if self.chance.random() < 0.45:
            june = date(2026, 6, self.pick(2, 8, 9, 10, 15, 16))
            self.plan("eindbeoordeling", june, day, after=moment)
        self.passed_on(day, moment)
        return day, moment

    def passed_on(self, day, moment):
        """The form goes back to student and school, and into the portfolio; a few forget."""
        student = self.student
        for who, task in ((student.mentor(day).code, "formulier-verstuurd"), (student.code, "formulier-in-portfolio")):
            if self.chance.random() < 0.92:
                try:
                    self.add("done", who, plus(day, self.pick(0, 1, 2, 4)), after=moment, within=self.pick(0, 1, 2),
                             obligation=f"{task}@tussenevaluatie", source="mail")
                except NotYet:
                    pass  # It is to come after the reference date.
