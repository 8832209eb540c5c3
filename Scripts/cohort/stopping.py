"""Ending early, and a situation that is not safe."""

from datetime import date

from days import plus
from placement import Placement


class Stopping(Placement):
    """Escalations that people open by hand."""

    def stop(self):
        if self.part == "unsafe":
            self.unsafe()
        elif self.part in ("stop-decided", "stop-open"):
            self.early_end()

    def early_end(self):
        student, number = self.student, self.number
        decided = self.part == "stop-decided"
        reason = ["mismatch", "persoonlijk", "stagnatie"][number % 3]
        day = [date(2026, 3, 9), date(2026, 3, 23), date(2026, 4, 14)][number % 3] if decided else [
            date(2026, 4, 8), date(2026, 4, 22), date(2026, 5, 4)][number % 3]
        opener = student.so.code if number % 2 else student.code
        moment = self.add("escalate", opener, day, within=self.pick(0, 1), reason=reason,
                          why="Het loopt op deze plek niet; zo verder gaan helpt niemand.", source="mail")
        token = self.diary.escalation(moment)
        talked = plus(day, 2)
        moment = self.add("consult", student.io.code, talked, after=moment, within=0, escalation=token, role="instituutsopleider",
                          source="present")
        if not decided and number == 1:
            return
        moment = self.add("consult", student.io.code, talked, after=moment, within=0, escalation=token, role="schoolopleider",
                          **({"absent": True, "why": "De schoolopleider is tot het einde van de maand niet bereikbaar."}
                             if decided and number == 2 else {}), source="phone")
        if not decided and number == 0:
            return
        if decided and number == 0:
            moment = self.add("consult", student.io.code, talked, after=moment, within=0, escalation=token, role="slber",
                              source="mail")
        day = plus(talked, 2)
        moment = self.add("propose", student.io.code, day, after=moment, within=0, escalation=token,
                          plan="Driegesprek met de werkplekbegeleider, daarna twee weken met een kleinere lestaak.",
                          source="present")
        if not decided:
            return
        outcome, why = [
            ("andere-plek", "Op een andere school kan de student opnieuw beginnen."),
            ("hervatten", "Met een kleinere lestaak kan de student verder."),
            ("beeindigen", "Alle betrokkenen vinden dat stoppen nu het beste is."),
        ][number % 3]
        self.add("decide", student.io.code, plus(day, self.pick(1, 3)), after=moment, within=0, escalation=token,
                 outcome=outcome, why=why, source="present")

    def unsafe(self):
        student = self.student
        day = date(2026, 3, 11) if self.number == 0 else date(2026, 5, 4)
        moment = self.add("escalate", student.code, day, within=0, reason="onveilig",
                          why="De student voelt zich in één klas niet veilig.", source="phone")
        token = self.diary.escalation(moment)
        self.blocked = moment, None
        moment = self.add("consult", student.io.code, day, after=moment, within=0, escalation=token, role="instituutsopleider",
                          source="present")
        moment = self.add("consult", student.io.code, day, after=moment, within=0, escalation=token, role="schoolopleider",
                          source="phone")
        if self.number:
            return
        moment = self.add("propose", student.io.code, day, after=moment, within=0, escalation=token,
                          plan="De klas wordt geruild; de schoolopleider is de eerste twee weken in de les.", source="present")
        moment = self.add("decide", student.io.code, date(2026, 3, 13), after=moment, within=0, escalation=token,
                          outcome="hervatten", why="De klas is geruild en de student gaat ermee verder.", source="present")
        moment = self.add("unblock", student.io.code, date(2026, 3, 13), after=moment, within=0, block="onveilige-situatie",
                          why="De situatie is opgelost.", source="present")
        self.blocked = self.blocked[0], moment
