"""Checks the drawings of workflows with the tools of others; Scripts/diagrams calls it.

    check.py FOLDER WORKFLOW…

FOLDER holds for each workflow WORKFLOW.mermaid, .dot, .scxml, .bpmn and a folder WORKFLOW.histories with the histories of
trajecten as `cyclus history T --format json` gives them. Pictures are written beside them. Each check is tried on a file
that is broken on purpose too, and fails where it does not notice.
"""

import collections
import json
import pathlib
import re
import subprocess
import sys

import mermaidx

import bpmn_svg
import machine
import process
from moves import Standing, moves


def histories(folder, workflow):
    """The steps of each history, with the phase in which it starts."""
    for path in sorted((folder / f"{workflow}.histories").glob("*.json")):
        text = path.read_text()
        yield path.stem, json.loads(text)[0]["phase"], moves(text)


def mermaid(path, picture):
    """Renders a flowchart; what cannot be read gives an error or a picture that says so."""
    svg = mermaidx.render(path.read_text()).svg()
    if "Syntax error" in svg or "<svg" not in svg:
        raise AssertionError("mermaidx finds a syntax error")
    picture.with_suffix(".svg").write_text(svg)
    picture.write_bytes(mermaidx.svg_to_png(svg))


def dot(path, picture):
    """Renders with Graphviz; a warning counts as a fault."""
    result = subprocess.run(
        ["dot", "-Tpng", "-Gdpi=80", str(path), "-o", str(picture)], capture_output=True, text=True, check=False)
    if result.returncode or result.stderr.strip():
        raise AssertionError(f"dot: {result.stderr.strip() or result.returncode}")


def scxml(folder, workflow, path):
    """Drives the machine along every history; gives how many ended how."""
    ends = collections.Counter()
    for traject, first, steps in histories(folder, workflow):
        try:
            ends[machine.drive(path, first, steps, Standing)] += 1
        except Exception as fault:
            raise AssertionError(f"{traject}: {fault}") from fault
    if not ends["completed"]:
        raise AssertionError("no history reaches the regular end")
    return ends


def bpmn(folder, workflow, path):
    """Validates the process and runs it along every history."""
    first = next(histories(folder, workflow))[1]
    process.wake(path, machine.regions(folder / f"{workflow}.scxml"), first, Standing)
    ends, over = collections.Counter(), 0
    for traject, first, steps in histories(folder, workflow):
        try:
            run = process.Run(path, first, Standing)
            for step in steps:
                run.take(step)
            if run.standing.end:
                run.close()
        except Exception as fault:
            raise AssertionError(f"{traject}: {fault}") from fault
        ends[run.standing.end] += 1
        over += run.passed_over
    if not ends["completed"]:
        raise AssertionError("no history reaches the regular end")
    return ends, over


def broken(folder, workflow):
    """Breaks each file on purpose; gives the faults that were not noticed."""
    scratch = folder / "broken"
    scratch.mkdir(exist_ok=True)

    def spoilt(ending, pattern, replacement):
        text = (folder / f"{workflow}.{ending}").read_text()
        spoiled, count = re.subn(pattern, replacement, text, count=1)
        if not count:
            raise SystemExit(f"{workflow}.{ending}: nothing to spoil by {pattern}")
        path = scratch / f"{workflow}.{ending}"
        path.write_text(spoiled)
        return path

    scratchy = scratch / "picture.png"
    first, then = re.findall(r'<state id="(phase\.[^"]+)"', (folder / f"{workflow}.scxml").read_text())[:2]
    trials = [
        ("mermaid: a label that is not closed", lambda: mermaid(spoilt("mermaid", r'"\]:::', ":::"), scratchy)),
        ("dot: a label that is not closed", lambda: dot(spoilt("dot", "</b>", ""), scratchy)),
        ("scxml: a way to another phase", lambda: scxml(folder, workflow, spoilt("scxml", f'target="{then}"', f'target="{first}"'))),
        ("scxml: an event of another name", lambda: scxml(folder, workflow, spoilt("scxml", 'event="advance.', 'event="go.'))),
        ("scxml: a state that is not there", lambda: scxml(folder, workflow, spoilt("scxml", f'target="{then}"', 'target="nowhere"'))),
        ("bpmn: an element that the schema does not know", lambda: bpmn(folder, workflow, spoilt("bpmn", "<bpmn:documentation>", "<bpmn:remark/><bpmn:documentation>"))),
        ("bpmn: a flow to another phase", lambda: bpmn(folder, workflow, spoilt("bpmn", f'targetRef="{then}"', f'targetRef="{first}"'))),
        ("bpmn: a signal of another name", lambda: bpmn(folder, workflow, spoilt("bpmn", 'name="leaving"|name="pause"', 'name="x"'))),
    ]
    if "advance == " in (folder / f"{workflow}.bpmn").read_text():
        trials.append(("bpmn: a condition that never holds", lambda: bpmn(folder, workflow, spoilt("bpmn", "advance == '", "advance == 'x"))))
    unnoticed = []
    for what, trial in trials:
        try:
            trial()
        except Exception:
            continue
        unnoticed.append(f"{workflow}: {what}")
    return len(trials), unnoticed


def main():
    folder, faults, tried = pathlib.Path(sys.argv[1]), [], 0

    def attempt(what, check):
        try:
            return check()
        except Exception as fault:
            faults.append(f"{what}: {fault}")
            return None

    def told(ends):
        return f"{ends['completed']} to the end, {ends['terminated']} ended early, {ends[None]} under way"

    for path in sorted(folder.glob("*.mermaid")):
        attempt(path.name, lambda path=path: mermaid(path, folder / f"{path.stem}-mermaid.png"))
        attempt(f"{path.stem}.dot", lambda path=path: dot(path.with_suffix(".dot"), folder / f"{path.stem}-dot.png"))
        def drawn(path=path):
            svg = bpmn_svg.svg(str(path.with_suffix(".bpmn")))
            (folder / f"{path.stem}-bpmn.svg").write_text(svg)
            (folder / f"{path.stem}-bpmn.png").write_bytes(mermaidx.svg_to_png(svg))
            process.parsed(path.with_suffix(".bpmn"))
        attempt(f"{path.stem}.bpmn", drawn)
        attempt(f"{path.stem}.scxml", lambda path=path: machine.load(str(path.with_suffix(".scxml")))())
    for workflow in sys.argv[2:]:
        steps = sum(len(steps) for _, _, steps in histories(folder, workflow))
        ends = attempt(f"{workflow}.scxml", lambda: scxml(folder, workflow, folder / f"{workflow}.scxml"))
        ran = attempt(f"{workflow}.bpmn", lambda: bpmn(folder, workflow, folder / f"{workflow}.bpmn"))
        if ends and ran:
            print(f"{workflow}: {steps} steps · {told(ends)} · signals that SpiffWorkflow takes only once: {ran[1]}")
            number, unnoticed = broken(folder, workflow)
            tried += number
            faults += [f"not noticed: {what}" for what in unnoticed]
    print(f"Broken on purpose and noticed: {tried - sum('not noticed' in fault for fault in faults)} of {tried}")
    for fault in faults:
        print(fault, file=sys.stderr)
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
