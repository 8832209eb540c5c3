"""SCXML: loaded by python-statemachine and driven along histories."""

from lxml import etree
from statemachine.io import load


def drive(path, first, steps, Standing):
    """Takes the machine along the steps of one history; raises where it is not where the traject is."""
    machine, standing = load(str(path))(), Standing(first)
    compare(machine, standing, None)
    for move in steps:
        standing.take(move)
        machine.send(move[1])
        compare(machine, standing, move)
    return standing.end


def compare(machine, standing, move):
    """Holds the states of the machine against where the traject is."""
    states = {state.id for state in machine.configuration}
    wanted = {f"end.{standing.end}"} if standing.end else {f"phase.{standing.phase}"}
    actual = {state for state in states if state.startswith(("phase.", "end."))}
    after = f"after {move[1]}" if move else "at the start"
    if actual != wanted:
        raise AssertionError(f"{after}: the machine is in {sorted(actual)}, the traject in {sorted(wanted)}")
    if standing.end:
        return
    for about, number in standing.open.items():
        # One escalation of a route at a time is told apart: of several the machine follows the last decision.
        if number == 1 and f"{about}.open" not in states and f"{about}.permitted" not in states and move[2] == about:
            raise AssertionError(f"{after}: {about} is open, the machine has it closed")
        if number == 0 and f"{about}.open" in states:
            raise AssertionError(f"{after}: {about} is closed, the machine has it open")


def regions(path):
    """What stands beside the main line, by the names of the diagrams, which are those of the signals of the process too."""
    tree = etree.parse(str(path))
    top = tree.find("{*}parallel")
    leaving = ["leaving"] if any(t.get("event") != "done.state.main" for t in top.findall("{*}transition")) else []
    return [state.get("id") for state in top.findall("{*}state") if state.get("id") != "main"] + leaving
