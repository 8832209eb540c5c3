"""What moves a traject: the steps of a history, as the state machine and the process take them."""

import json


def name(text):
    """An id as the diagrams write it: letters, digits, `.` and single `-` stay, other signs become their number."""
    written, previous = "", " "
    for sign in text:
        isPlain = sign.isascii() and sign.isalnum() or sign == "." or sign == "-" and previous != "-"
        written += sign if isPlain else f"_{ord(sign):x}_"
        previous = sign
    return written


def moves(history):
    """The steps of a history that say something of the phase, an escalation, a block, a pause or the end.

    Each is the kind, the event of the state machine, what it is about, and the phase in which the traject is after it.
    """
    routes, reasons, found = {}, {}, []
    events = json.loads(history)
    for event in events:
        kind, data = event["type"], event["data"]
        if kind == "escalated":
            routes[data["escalation"]], reasons[data["escalation"]] = data["route"], data["reason"]
            found.append((kind, f"escalate.{name(data['reason'])}", f"route.{name(data['route'])}", data["escalation"]))
        elif kind == "decided":
            route = name(routes[data["escalation"]])
            event = f"decide.{route}.{name(data['outcome'])}"
            found.append((kind, event, f"route.{route}", name(data["outcome"])))
        elif kind == "escalation_withdrawn":
            route = name(routes[data["escalation"]])
            found.append((kind, f"withdraw.{route}", f"route.{route}", "withdrawn"))
        elif kind == "advanced":
            found.append((kind, f"advance.{name(data['to'])}", name(data["from"]), name(data["to"])))
        elif kind == "completed":
            found.append((kind, "advance.completed", name(event["phase"]), "completed"))
        elif kind == "terminated":
            found.append((kind, f"terminate.{name(data['reason'])}", name(data["reason"]), "terminated"))
        elif kind in ("blocked", "unblocked"):
            verb = kind[: -len("ed")]
            found.append((kind, f"{verb}.{name(data['block'])}", f"block.{name(data['block'])}", None))
        elif kind in ("paused", "resumed"):
            found.append((kind, "pause" if kind == "paused" else "resume", "pause", None))
    return found


class Standing:
    """Where a traject is after each step, kept apart from the diagrams, to hold them against it."""

    def __init__(self, first):
        self.phase, self.end, self.open = name(first), None, {}

    def take(self, move):
        kind, _, about, value = move
        if kind == "advanced":
            assert about == self.phase, f"the history leaves {about}, but the traject is in {self.phase}"
            self.phase = value
        elif kind in ("completed", "terminated"):
            self.end = value
        elif kind in ("escalated", "blocked", "paused"):
            self.open[about] = self.open.get(about, 0) + 1
        elif kind in ("decided", "escalation_withdrawn", "unblocked", "resumed"):
            self.open[about] -= 1
