"""A few made-up trajecten under the other workflows, beside the large cohort: what they start with and what happens.

One of each three goes as it should, one has come to a halt, and one needs a decision. Nobody in it exists.
"""

import csv
import io
from dataclasses import dataclass
from datetime import date, datetime, time

BEGIN = "2-2-2026"


@dataclass(frozen=True)
class Step:
    """A line of history, with the moment on which it was recorded."""

    moment: datetime
    values: dict


@dataclass(frozen=True)
class Programme:
    """The trajecten under one workflow: the rows of their import and the steps of each."""

    workflow: str
    header: tuple
    rows: tuple
    stories: tuple

    def text(self):
        """The import file, as a school's Excel exports it."""
        text = io.StringIO()
        header = ("studentnummer", "roepnaam", "achternaam", "workflow", "begin", *self.header)
        rows = [(number, first, last, self.workflow, BEGIN, *rest) for number, first, last, *rest in self.rows]
        csv.writer(text, delimiter=";", lineterminator="\r\n").writerows([header, *rows])
        return text.getvalue().encode("utf-8-sig")

    def steps(self):
        """What happens to each of its students."""
        for row, story in zip(self.rows, self.stories):
            for day, who, command, fields in story:
                moment = datetime.combine(date.fromisoformat(f"2026-{day}"), time(15, 20))
                by = row[0] if who == "student" else who
                yield Step(moment, {"command": command, "traject": row[0], "as": by, "source": "present", **fields})


def planned(day, gesprek, moment, who):
    return (day, who, "plan", {"gesprek": gesprek, "at": f"2026-{moment}"})


def advanced(day, who):
    return (day, who, "advance", {})


def done(day, who, obligation):
    return (day, who, "done", {"obligation": obligation})


def submitted(day, who, document, reference):
    return (day, who, "submit", {"document": document, "ref": reference})


# MARK: driehoeksgesprekken

def driehoek(conclusion, *, agreed):
    """From planning the first driehoeksgesprek to the filing of its form."""
    yield planned("02-13", "driehoeksgesprek", "03-10 10:00", "BPVB1")
    yield advanced("02-13", "BPVB1")
    yield done("03-05", "PRAKT1", "afspraken-voorbereid@1")
    yield done("03-05", "BPVB1", "pok-gecontroleerd@1")
    yield ("03-10", "BPVB1", "held", {
        "gesprek": "driehoeksgesprek@1", "present": ["student", "po", "bb"], "mode": "op-locatie",
        "conclusion": conclusion, "set": {"bijzonderheden": "nee"}})
    if not agreed:
        return
    yield ("03-10", "BPVB1", "agree", {
        "what": "elke week een werkproces laten zien", "owner": "student", "due": "2026-04-17", "first-step": "maandag beginnen"})


def filed(day, student):
    """The form of the first driehoeksgesprek, signed by the three and filed."""
    yield advanced(day, "BPVB1")
    yield submitted(day, "BPVB1", "gespreksformulier@1", "bpv-map, tab 2")
    for who in ("BPVB1", student, "PRAKT1"):
        yield (day, who, "sign", {"document": "gespreksformulier@1"})
    yield done(day, "BPVB1", "formulier-opgeslagen@1")
    yield done(day, "BPVB1", "rapportage-ingevoerd@1")


BPV = Programme(
    "bpv-driehoeksgesprek",
    ("eind", "school", "praktijkopleider", "praktijkopleider_naam", "bpv-begeleider", "bpv-begeleider_naam", "trajectbegeleider",
     "trajectbegeleider_naam", "werkprocessen", "pok-geldig-tot"),
    tuple(
        (number, first, last, "10-7-2026", "Bakkerij De Korenbloem", "PRAKT1", "Ria Waterhoen", "BPVB1", "Sem Bosuil", "TRAJ1",
         "Vera Kwikstaart", "B1-K1-W1,B1-K1-W2,B1-K2-W1", pok)
        for number, first, last, pok in (
            ("9700001", "Bo", "Grasmus", "10-7-2026"), ("9700002", "Jo", "Bonte-Specht", "10-7-2026"),
            ("9700003", "Kim", "Wielewaal", "1-3-2026"))),
    (
        [*driehoek("op-schema", agreed=True), *filed("03-12", "9700001"), advanced("03-16", "BPVB1")],
        [*driehoek("achter", agreed=False)],
        [*driehoek("achter", agreed=True)],
    ))


# MARK: begeleiding in de bpv

def first_visit(student):
    yield done("02-04", "BPVB2", "aanspreekpunt-bekend")
    yield advanced("02-04", "BPVB2")
    yield ("02-16", "BPVB2", "held", {
        "gesprek": "eerste-bezoek", "present": ["student", "po", "bb"], "mode": "op-locatie", "set": {"aantal-afgesproken": "ja"}})
    yield submitted("02-16", student, "leerafspraken@eerste-bezoek", "bpv-map, tab 3")
    yield ("02-16", "BPVB2", "close", {"gesprek": "eerste-bezoek"})
    yield done("02-17", "BPVB2", "afspraken-geregistreerd@eerste-bezoek")
    yield advanced("02-17", "BPVB2")


def hours(student):
    yield ("04-16", student, "count", {"counter": "uren", "amount": 180})
    yield submitted("04-17", student, "uren-bpv@b1", "bpv-map, tab 4")
    yield ("04-17", "PRAKT2", "sign", {"document": "uren-bpv@b1"})


BEGELEIDING = Programme(
    "bpv-begeleiding",
    ("eind", "praktijkopleider", "praktijkopleider_naam", "bpv-begeleider", "bpv-begeleider_naam", "leercoach", "leercoach_naam",
     "niveau", "blokken", "laatste-bpv", "regio"),
    tuple(
        (number, first, last, "10-7-2026", "PRAKT2", "Ties Boomklever", "BPVB2", "Kas Rietgors", "COACH1", "Bo Tapuit", "3",
         "20-4-2026", "ja", "midden")
        for number, first, last in (
            ("9700011", "Noa", "Zwartkop"), ("9700012", "Sil", "Fitis"), ("9700013", "Luz", "Braamsluiper"))),
    (
        [*first_visit("9700011"), *hours("9700011")],
        [done("02-04", "BPVB2", "aanspreekpunt-bekend"), advanced("02-04", "BPVB2")],
        [*first_visit("9700013"), ("03-24", "PRAKT2", "escalate", {"reason": "afwezigheid", "why": "drie weken niet geweest"})],
    ))


# MARK: voortgangsgesprekken van software developers

def progress(student):
    yield planned("02-06", "voortgangsgesprek", "03-03 10:00", "DOC1")
    yield advanced("02-06", "DOC1")
    yield submitted("02-27", student, "notitie", "map voortgang")
    yield done("02-27", student, "projectkaarten-mee")
    yield done("02-27", student, "voortgangskaarten-mee")
    yield ("02-27", student, "claim", {"item": "kaart-opmerking@B1-K1-W1", "proof": ["eigen webwinkel"]})
    yield advanced("03-02", "DOC1")


def talked(student):
    yield ("03-03", "DOC1", "held", {
        "gesprek": "voortgangsgesprek", "present": ["student", "docent", "docent"], "conclusion": "op-schema",
        "set": {"poort": "naar-bpv"}})
    yield ("03-03", "DOC2", "grant", {"claim": "C1"})
    yield ("03-04", student, "close", {"gesprek": "voortgangsgesprek"})
    yield advanced("03-04", "DOC1")
    yield submitted("03-06", "DOC2", "voortgangskaart-bijgewerkt", "kast B1, kaart W1")
    yield advanced("03-06", "DOC1")


DEVELOPERS = Programme(
    "sd-voortgangsgesprek",
    ("eind", "docent", "docent_naam", "docent_2", "docent_2_naam"),
    tuple(
        (number, first, last, "10-7-2026", "DOC1", "Lis Roodborst", "DOC2", "Mo Goudvink")
        for number, first, last in (
            ("9700021", "Ari", "Sperwer"), ("9700022", "Fay", "Boomvalk"), ("9700023", "Cas", "Steenuil"))),
    (
        [*progress("9700021"), *talked("9700021")],
        [*progress("9700022")],
        [planned("02-06", "voortgangsgesprek", "03-03 11:00", "DOC1")],
    ))


# MARK: aios

def quarter(aios):
    yield planned("03-02", "voortgangsgesprek", "04-14 10:00", "OPL1")
    yield ("03-30", aios, "submit", {"document": "portfolio", "part": {"iop": "IOP-1", "reflectie": "sterk in luisteren"}})
    yield ("04-14", "OPL1", "held", {"gesprek": "voortgangsgesprek", "present": ["aios", "opleider"]})


RESIDENTS = Programme(
    "aios-voortgang",
    ("eind", "opleider", "opleider_naam", "stagebegeleider", "stagebegeleider_naam", "plaatsvervanger", "plaatsvervanger_naam",
     "opleidingsjaar", "stages", "epas"),
    tuple(
        (number, first, last, "1-2-2027", "OPL1", "Nel Havik", "STAGE1", "Wim Kluut", "PLV1", "Eef Scholekster", "1", "3-8-2026",
         "epa-1,epa-2")
        for number, first, last in (
            ("9700031", "Iris", "Kemphaan"), ("9700032", "Tom", "Grutto"), ("9700033", "Pia", "Tureluur"))),
    (
        [*quarter("9700031")],
        [planned("03-02", "voortgangsgesprek", "04-14 11:00", "OPL1")],
        [("04-07", "STAGE1", "escalate", {"reason": "betreft-opleider", "why": "de afspraken over begeleiding worden niet nagekomen"})],
    ))

PROGRAMMES = (BPV, BEGELEIDING, DEVELOPERS, RESIDENTS)


def steps():
    """The steps of all of them."""
    return [step for programme in PROGRAMMES for step in programme.steps()]
