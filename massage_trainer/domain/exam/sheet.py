"""What a practical exam found, of a student and of a class, and its form as plain JSON values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, Final

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.text import LocalizedText

PERCENT_DIGITS: Final = 1  # a percentage is rounded once, where it is reckoned
CUN_DIGITS: Final = 1


class TaskKind(Enum):
    """What a candidate does in a task."""

    LOCATE = "locate"  # find the point and show it
    EXPLAIN = "explain"  # find it, and tell from where it is measured
    PRESS = "press"  # find it and work on it as taught
    STROKE = "stroke"  # a technique, with its dose


class Find(Enum):
    """How well a point was found."""

    FOUND = "found"
    NEAR = "near"
    WRONG = "wrong"

    @property
    def share(self) -> float:
        """What of the full mark it is worth."""
        return _SHARES[self.value]


class Level(Enum):
    """How well something was done."""

    GOOD = "good"
    PART = "part"
    POOR = "poor"

    @property
    def share(self) -> float:
        """What of the full mark it is worth."""
        return _SHARES[self.value]


_SHARES: Final = {"found": 1.0, "near": 0.5, "wrong": 0.0, "good": 1.0, "part": 0.5, "poor": 0.0}


class Ending(Enum):
    """How an attempt ended."""

    DONE = "done"
    GATE_FAILED = "gate-failed"
    BROKEN_OFF = "broken-off"  # by the examiner, for whatever reason; nothing is concluded from it


@dataclass(frozen=True, slots=True)
class TaskResult:
    """A task as it was set; for a point how well it was found, in cun where it was measured."""

    number: int
    kind: TaskKind
    subject: str  # the code of a point, the id of a step
    side: Side
    text: LocalizedText
    find: Find | None = None  # nothing was marked
    cun: float | None = None  # nothing was measured
    taken_for: str = ""  # the code of the point that was shown instead
    wrong_side: bool = False


@dataclass(frozen=True, slots=True)
class GateResult:
    """A gate of safety; not held, it ended the attempt. None: nothing was said of it."""

    id: str
    text: LocalizedText
    held: bool | None = None


@dataclass(frozen=True, slots=True)
class ItemResult:
    """One line of the rubric; a line of points follows from them. None: it was not judged."""

    id: str
    area: str
    text: LocalizedText
    level: Level | None = None


@dataclass(frozen=True, slots=True)
class AreaResult:
    """A part of the rubric, what it weighs, and what was reached of it. None: not judged."""

    id: str
    title: LocalizedText
    weight: int
    percent: float | None = None


@dataclass(frozen=True, slots=True)
class Remark:
    """What the examiner wrote down, and when; plain text of the examiner's own."""

    at_ms: int
    text: str = field(repr=False)  # a trace of an error tells neither names nor remarks


@dataclass(frozen=True, slots=True)
class StudentResult:
    """Everything of one attempt that is shown, printed or written to a file.

    ``percent`` is reckoned over the areas that were judged; None where none was.
    """

    number: str = field(repr=False)  # as it stands in the class list
    name: str = field(repr=False)
    seat: int  # the number of the paper, from 1
    began: str  # UTC, ISO 8601
    worked_ms: int
    ending: Ending
    passed: bool
    percent: float | None = None
    tasks: tuple[TaskResult, ...] = ()
    gates: tuple[GateResult, ...] = ()
    items: tuple[ItemResult, ...] = ()
    areas: tuple[AreaResult, ...] = ()
    remarks: tuple[Remark, ...] = ()

    @property
    def failed_gates(self) -> tuple[GateResult, ...]:
        return tuple(gate for gate in self.gates if gate.held is False)

    @property
    def is_complete(self) -> bool:
        """Whether every gate, point and line was judged; one line follows from the points."""
        points = [task for task in self.tasks if task.kind is not TaskKind.STROKE]
        return (
            all(gate.held is not None for gate in self.gates)
            and all(task.find for task in points)
            and self.judged >= len(self.items) - (not points)
        )

    @property
    def judged(self) -> int:
        """How many lines of the rubric were judged."""
        return sum(item.level is not None for item in self.items)

    def found(self, find: Find) -> int:
        """How many points were found so."""
        return sum(task.find is find for task in self.tasks)


@dataclass(frozen=True, slots=True)
class ClassResult:
    """An exam of a class; the students in the order of their papers."""

    group: str = field(repr=False)  # the name of the class
    title: str  # of the exam, as it was typed
    day: str  # on which it was drawn, ISO 8601
    deck: LocalizedText
    seed: int
    pass_percent: int
    students: tuple[StudentResult, ...] = ()


def student_json(result: StudentResult) -> dict[str, Any]:
    """A result as values that JSON knows."""
    return {
        "number": result.number,
        "name": result.name,
        "seat": result.seat,
        "began": result.began,
        "worked_ms": result.worked_ms,
        "ending": result.ending.value,
        "passed": result.passed,
        "percent": result.percent,
        "tasks": [task_json(task) for task in result.tasks],
        "gates": [
            {"id": gate.id, "text": text_json(gate.text), "held": gate.held}
            for gate in result.gates
        ],
        "items": [
            {
                "id": item.id,
                "area": item.area,
                "text": text_json(item.text),
                "level": item.level.value if item.level else None,
            }
            for item in result.items
        ],
        "areas": [
            {
                "id": area.id,
                "title": text_json(area.title),
                "weight": area.weight,
                "percent": area.percent,
            }
            for area in result.areas
        ],
        "remarks": [{"at_ms": remark.at_ms, "text": remark.text} for remark in result.remarks],
    }


def student_of(content: Mapping[str, Any]) -> StudentResult:
    """The result that was made into JSON; raises ValueError, KeyError or TypeError."""
    return StudentResult(
        number=content["number"],
        name=content["name"],
        seat=content["seat"],
        began=content["began"],
        worked_ms=content["worked_ms"],
        ending=Ending(content["ending"]),
        passed=content["passed"],
        percent=content["percent"],
        tasks=tuple(task_of(task) for task in content["tasks"]),
        gates=tuple(
            GateResult(gate["id"], text_of(gate["text"]), gate["held"]) for gate in content["gates"]
        ),
        items=tuple(
            ItemResult(
                item["id"],
                item["area"],
                text_of(item["text"]),
                Level(item["level"]) if item["level"] else None,
            )
            for item in content["items"]
        ),
        areas=tuple(
            AreaResult(area["id"], text_of(area["title"]), area["weight"], area["percent"])
            for area in content["areas"]
        ),
        remarks=tuple(Remark(remark["at_ms"], remark["text"]) for remark in content["remarks"]),
    )


def class_json(result: ClassResult) -> dict[str, Any]:
    """An exam as values that JSON knows."""
    return {
        "group": result.group,
        "title": result.title,
        "day": result.day,
        "deck": text_json(result.deck),
        "seed": result.seed,
        "pass_percent": result.pass_percent,
        "students": [student_json(student) for student in result.students],
    }


def class_of(content: Mapping[str, Any]) -> ClassResult:
    """The exam that was made into JSON; raises ValueError, KeyError or TypeError."""
    return ClassResult(
        group=content["group"],
        title=content["title"],
        day=content["day"],
        deck=text_of(content["deck"]),
        seed=content["seed"],
        pass_percent=content["pass_percent"],
        students=tuple(student_of(student) for student in content["students"]),
    )


def text_json(text: LocalizedText) -> dict[str, str]:
    return {"vi": text.vi, "en": text.en}


def text_of(content: Mapping[str, str]) -> LocalizedText:
    return LocalizedText(content["vi"], content["en"])


def task_json(task: TaskResult) -> dict[str, Any]:
    return {
        "number": task.number,
        "kind": task.kind.value,
        "subject": task.subject,
        "side": task.side.value,
        "text": text_json(task.text),
        "find": task.find.value if task.find else None,
        "cun": task.cun,
        "taken_for": task.taken_for,
        "wrong_side": task.wrong_side,
    }


def task_of(content: Mapping[str, Any]) -> TaskResult:
    return TaskResult(
        number=content["number"],
        kind=TaskKind(content["kind"]),
        subject=content["subject"],
        side=Side(content["side"]),
        text=text_of(content["text"]),
        find=Find(content["find"]) if content["find"] else None,
        cun=content["cun"],
        taken_for=content["taken_for"],
        wrong_side=content["wrong_side"],
    )
