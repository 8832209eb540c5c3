"""The people and schools of the made-up cohort. Nobody and no school here exists."""

import unicodedata

FIRST_NAMES = (
    "Noor Sem Yara Daan Fenna Bram Lotte Milan Evi Jesse Saar Luuk Nina Thijs Roos Finn Isa Teun Maud Gijs "
    "Liv Stijn Zoë Bo Anaïs Rayan Elif Koen Merel Tijn Amira Floris Jip Hanna Özlem Ties Renée Siem Femke Job "
    "Yusuf Puck Imke Joris Loïs Sanne Nour Wout Pien Kees Mila Ruben Dewi Bas Tess Pim Aya Guus Fleur Ilias"
).split()
COLOURS = (
    "Groen Blauw Rood Geel Zilver Goud Purper Oker Roest Grijs Zwart Wit Bruin Koper Violet Oranje Azuur Paars "
    "Room Ivoor"
).split()
THINGS = (
    "berk linde eik wilg iep els spar mees vink specht merel lijster gans zwaan uil reiger kraai duif valk "
    "kievit wulp zwaluw beuk hazelaar den"
).split()
PREFIXES = [""] * 11 + ["van der", "de", "van", "van den", "van de", "in 't", "op de", "ter", "'t", "von", "el"]

SCHOOLS = [
    # Name, holiday region, students.
    ("Scholengemeenschap De Paarse Ooievaar", "midden", 12),
    ("Lyceum Het Blauwe Blad; locatie Noord", "midden", 9),
    ("Lyceum Het Blauwe Blad; locatie Zuid", "midden", 7),
    ("College 'De Zeven Zwanen'", "midden", 10),
    ("Het Groene Kompas", "midden", 8),
    ("De \"Nieuwe\" Vlinderhof", "midden", 6),
    ("Mavo De Koperen Kraan", "midden", 7),
    ("Berkenbroekcollege", "midden", 9),
    ("Purperheide Lyceum", "zuid", 11),
    ("Vakcollege De Drie Reigers", "zuid", 8),
    ("Scholengroep Okerdal", "zuid", 10),
    ("De Zilverspar", "zuid", 6),
    ("Atheneum Roestvink", "zuid", 8),
    ("Wulpenveldschool", "zuid", 7),
    ("De Lijsterbrug", "zuid", 8),
]
SUBJECTS = [
    ("AK", "Leraar Aardrijkskunde"),
    ("BI", "Leraar Biologie"),
    ("EC", "Leraar Economie"),
    ("EN", "Leraar Engels"),
    ("GS", "Leraar Geschiedenis"),
    ("NE", "Leraar Nederlands"),
    ("WI", "Leraar Wiskunde"),
]


class Person:
    """Somebody with a name and a code: a student number or a personnel code."""

    def __init__(self, code, first, prefix, last):
        self.code, self.first, self.prefix, self.last = code, first, prefix, last

    @property
    def name(self):
        return " ".join(part for part in (self.first, self.prefix, self.last) if part)


class Student(Person):
    """A student with the placement and the people around it."""

    def mentor(self, day):
        """The mentor on a day: another one from the day on which the first left."""
        return self.next_wpb if self.changed and day >= self.changed else self.wpb


class Registry:
    """Hands out names and codes, each once."""

    def __init__(self, chance):
        self.chance = chance
        self.surnames = [colour + thing for colour in COLOURS for thing in THINGS]
        chance.shuffle(self.surnames)
        self.codes = set()

    def parts(self):
        return self.chance.choice(FIRST_NAMES), self.chance.choice(PREFIXES), self.surnames.pop()

    def member(self):
        """A person with a personnel code as schools make them: four letters of the surname, one of the first name."""
        first, prefix, last = self.parts()
        plain = unicodedata.normalize("NFD", last[:3] + last[-2:] + first[0])
        stem = "".join(letter for letter in plain if letter.isascii()).upper()
        code, number = stem, 2
        while code in self.codes:
            code, number = f"{stem}{number}", number + 1
        self.codes.add(code)
        return Person(code, first, prefix, last)


def cohort(chance):
    """All students, each with school, mentors and lecturers."""
    registry = Registry(chance)
    leaders = [registry.member() for _ in range(6)]
    attuning = [registry.member() for _ in range(4)]
    subject_matter = [registry.member() for _ in range(4)]
    coaches = [registry.member() for _ in range(5)]
    students = []
    for index, (school, region, size) in enumerate(SCHOOLS):
        educator = registry.member()
        mentors = [registry.member() for _ in range(2 + (size > 8))]
        for number in range(size):
            student = Student("", *registry.parts())
            student.school, student.school_id, student.region = school, f"S{index + 1:02}", region
            student.subject, student.programme = chance.choice(SUBJECTS)
            student.group = student.subject + "2" + chance.choice("AB")
            student.wpb = mentors[number % len(mentors)]
            # The colleague who takes over where a mentor leaves in the middle of the placement.
            student.next_wpb = mentors[(number + 1) % len(mentors)]
            student.so = educator
            student.io = leaders[index % len(leaders)]
            student.oac = chance.choice(attuning)
            student.olv = chance.choice(subject_matter)
            student.slber = chance.choice(coaches)
            student.attitude, student.changed = "behaald", None
            students.append(student)
    # A school's export is in order of name, and numbers were given long before.
    chance.shuffle(students)
    for number, student in enumerate(students):
        student.code = str(9900001 + number)
    students.sort(key=lambda student: (student.last, student.first))
    return students
