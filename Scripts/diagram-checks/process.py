"""BPMN: held against the schema that SpiffWorkflow ships, and run by it along histories."""

import re

from lxml import etree
from SpiffWorkflow.bpmn import BpmnWorkflow
from SpiffWorkflow.bpmn.parser.BpmnParser import BpmnParser, BpmnValidator
from SpiffWorkflow.bpmn.specs.event_definitions import SignalEventDefinition
from SpiffWorkflow.bpmn.util.event import BpmnEvent
from SpiffWorkflow.util.task import TaskState


def parsed(path):
    """The process of a file, after the schema has accepted it."""
    parser = BpmnParser(validator=BpmnValidator())
    parser.add_bpmn_file(str(path))
    process = parser.get_process_ids()[0]
    return parser.get_spec(process), parser.get_subprocess_specs(process)


def wake(path, signals, first, Standing):
    """Sends each signal once, whatever the histories bring: each has to start its task, which can be finished."""
    for signal in signals:
        run = Run(path, first, Standing)
        run.signal(signal)
        outcomes = outcome_values(path, signal)
        run.finish(signal, **({"outcome": outcomes[0]} if outcomes else {}))


def outcome_values(path, task):
    """The outcomes that the choice behind a task tells apart; none where there is no choice."""
    flows = etree.parse(str(path)).iterfind(".//{*}sequenceFlow")
    conditions = [flow.findtext("{*}conditionExpression") or "" for flow in flows if flow.get("sourceRef") == f"choice.{task}"]
    return [value for condition in conditions for value in re.findall(r"outcome == '([^']*)'", condition)]


class Run:
    """One traject in the process."""

    def __init__(self, path, first, Standing):
        self.workflow = BpmnWorkflow(*parsed(path))
        self.workflow.do_engine_steps()
        self.standing = Standing(first)
        self.fired, self.passed_over = set(), 0
        self.compare("at the start")

    def ready(self, name=None):
        tasks = self.workflow.get_tasks(state=TaskState.READY)
        return [task for task in tasks if name is None or task.task_spec.bpmn_id == name]

    def finish(self, name, **data):
        """Completes a task that waits for somebody."""
        task = self.ready(name)
        if not task:
            raise AssertionError(f"nothing waits for {name}")
        task[0].data.update(data)
        task[0].run()
        self.workflow.do_engine_steps()

    def signal(self, name):
        """Something that happens while the main line goes on; the engine lets an event at a border happen once."""
        if name in self.fired:
            self.passed_over += 1
            return
        self.fired.add(name)
        self.workflow.catch(BpmnEvent(SignalEventDefinition(name)))
        self.workflow.do_engine_steps()
        if not self.ready(name):
            raise AssertionError(f"the signal {name} starts nothing")

    def take(self, move):
        kind, event, about, value = move
        if kind == "advanced":
            self.finish(f"phase.{about}", advance=value)
        elif kind == "completed":
            self.finish(f"phase.{about}", advance="completed")
        elif kind in ("escalated", "blocked", "paused"):
            self.signal(about)
        elif kind in ("decided", "escalation_withdrawn", "unblocked", "resumed"):
            if self.ready(about):
                self.finish(about, outcome=value)
        elif kind == "terminated":
            permitted = [task.task_spec.bpmn_id for task in self.ready() if str(task.task_spec.bpmn_id).endswith(".end")]
            if permitted:
                self.finish(permitted[0])
            else:
                self.signal("leaving")
                self.finish("leaving")
        self.standing.take(move)
        self.compare(f"after {event}")

    def compare(self, after):
        """Holds the tasks that wait against where the traject is."""
        wanted = [] if self.standing.end else [f"phase.{self.standing.phase}"]
        actual = [t.task_spec.bpmn_id for t in self.ready() if str(t.task_spec.bpmn_id).startswith("phase.")]
        if actual != wanted:
            raise AssertionError(f"{after}: the process waits in {actual}, the traject in {wanted}")

    def close(self):
        """What stands open beside a main line that has ended is closed; then the process has to be over."""
        for task in self.ready():
            task.run()
        self.workflow.do_engine_steps()
        while self.ready():
            self.ready()[0].run()
            self.workflow.do_engine_steps()
        if not self.workflow.is_completed():
            raise AssertionError("the traject has ended, the process has not")
        ends = {t.task_spec.bpmn_id for t in self.workflow.get_tasks(state=TaskState.COMPLETED)}
        if self.standing.end == "completed" and "end.completed" not in ends:
            raise AssertionError("the process did not end at its regular end")
        if self.standing.end == "terminated" and "end.completed" in ends:
            raise AssertionError("the process ended at its regular end, the traject was ended early")
