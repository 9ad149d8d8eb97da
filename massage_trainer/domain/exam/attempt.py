"""One candidate's attempt: its clock, its marks, and what ends it.

Every verb gives another attempt; one that does not apply gives the same. Marks are kept in the
order in which they were set: the last of a line counts, and taking back removes the last.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Any, Final

from massage_trainer.domain.exam.sheet import (
    CUN_DIGITS,
    Find,
    Level,
    TaskResult,
    task_json,
    task_of,
)


class AttemptState(Enum):
    """How far an attempt is; stored, so never renamed."""

    READY = "ready"
    RUNNING = "running"
    PAUSED = "paused"
    DONE = "done"
    GATE_FAILED = "gate-failed"
    BROKEN_OFF = "broken-off"

    @property
    def is_open(self) -> bool:
        """Whether it can still be marked."""
        return self in _OPEN


_OPEN: Final = frozenset({AttemptState.READY, AttemptState.RUNNING, AttemptState.PAUSED})
_WITH_REMARKS: Final = _OPEN | {AttemptState.GATE_FAILED}  # why it ended can be written down


class MarkKind(Enum):
    """What a mark says something about."""

    GATE = "gate"
    LEVEL = "level"
    FIND = "find"
    REMARK = "remark"


HELD: Final = "held"
FAILED: Final = "failed"


@dataclass(frozen=True, slots=True)
class Mark:
    """One tap of the examiner, at so many ms of the attempt.

    ``target`` is the line of the rubric or the number of the task, ``value`` what was said of it;
    empty takes back what was said before. The rest belongs to a point that was measured.
    """

    kind: MarkKind
    target: str
    value: str = field(repr=False)  # a remark may name somebody
    at_ms: int = 0
    cun: float | None = None
    taken_for: str = ""
    wrong_side: bool = False


@dataclass(frozen=True, slots=True)
class Attempt:
    """What one candidate is set and how it goes; ``task`` is the number of the one that is on."""

    tasks: tuple[TaskResult, ...]
    limit_ms: int
    state: AttemptState = AttemptState.READY
    worked_ms: int = 0
    task: int = 1
    marks: tuple[Mark, ...] = ()

    @property
    def left_ms(self) -> int:
        """Of its time; 0 when it is over, however long it goes on."""
        return max(0, self.limit_ms - self.worked_ms)

    @property
    def is_overdue(self) -> bool:
        return self.worked_ms >= self.limit_ms

    @property
    def current(self) -> TaskResult | None:
        """The task that is on."""
        return next((task for task in self.tasks if task.number == self.task), None)

    def gate(self, item: str) -> bool | None:
        """Whether a gate held; None as long as nothing was said of it."""
        value = self._last(MarkKind.GATE, item)
        return None if not value else value == HELD

    def level(self, item: str) -> Level | None:
        value = self._last(MarkKind.LEVEL, item)
        return Level(value) if value else None

    def found(self, task: int) -> Mark | None:
        """How a point was found: its last mark that was not taken back."""
        for mark in reversed(self.marks):
            if mark.kind is MarkKind.FIND and mark.target == str(task):
                return mark if mark.value else None
        return None

    @property
    def remarks(self) -> tuple[Mark, ...]:
        return tuple(mark for mark in self.marks if mark.kind is MarkKind.REMARK)

    @property
    def failed_gate(self) -> str:
        """The line whose gate ended it; empty where none did."""
        gates = {mark.target for mark in self.marks if mark.kind is MarkKind.GATE}
        return next((gate for gate in sorted(gates) if self.gate(gate) is False), "")

    def started(self) -> Attempt:
        """The clock runs, from the beginning or on."""
        if self.state in (AttemptState.READY, AttemptState.PAUSED):
            return replace(self, state=AttemptState.RUNNING)
        return self

    def paused(self) -> Attempt:
        if self.state is AttemptState.RUNNING:
            return replace(self, state=AttemptState.PAUSED)
        return self

    def passed(self, milliseconds: int) -> Attempt:
        """So much time has gone by."""
        if self.state is AttemptState.RUNNING and milliseconds > 0:
            return replace(self, worked_ms=self.worked_ms + milliseconds)
        return self

    def at_task(self, number: int) -> Attempt:
        if self.state.is_open and any(task.number == number for task in self.tasks):
            return replace(self, task=number)
        return self

    def marked(self, mark: Mark) -> Attempt:
        """With one more mark; a gate that fails ends it."""
        allowed = _WITH_REMARKS if mark.kind is MarkKind.REMARK else _OPEN
        if self.state not in allowed or not self._is_sound(mark):
            return self
        cun = None if mark.cun is None else round(mark.cun, CUN_DIGITS)
        marks = (*self.marks, replace(mark, at_ms=self.worked_ms, cun=cun))
        ends = mark.kind is MarkKind.GATE and mark.value == FAILED
        return replace(self, marks=marks, state=AttemptState.GATE_FAILED if ends else self.state)

    def undone(self) -> Attempt:
        """Without the last mark; a gate that failed by a slip of the finger opens it again."""
        if not self.marks or self.state not in _WITH_REMARKS:
            return self
        return self._with_marks(self.marks[:-1])

    def without_failed_gate(self) -> Attempt:
        """It was a slip: only the gate is taken back, remarks that were written since stay."""
        for number in range(len(self.marks) - 1, -1, -1):
            mark = self.marks[number]
            if mark.kind is MarkKind.GATE and mark.value == FAILED:
                return self._with_marks(self.marks[:number] + self.marks[number + 1 :])
        return self

    def finished(self) -> Attempt:
        if self.state in (AttemptState.RUNNING, AttemptState.PAUSED):
            return replace(self, state=AttemptState.DONE)
        return self

    def broken_off(self) -> Attempt:
        return replace(self, state=AttemptState.BROKEN_OFF) if self.state.is_open else self

    def reopened(self) -> Attempt:
        """One that was finished or broken off can be marked again; its clock stands."""
        if self.state in (AttemptState.DONE, AttemptState.BROKEN_OFF):
            return replace(self, state=AttemptState.PAUSED)
        return self

    def _with_marks(self, marks: tuple[Mark, ...]) -> Attempt:
        """With fewer marks: where no gate fails any more it is open again."""
        after = replace(self, marks=marks)
        if self.state is not AttemptState.GATE_FAILED or after.failed_gate:
            return after
        begun = self.worked_ms > 0
        return replace(after, state=AttemptState.PAUSED if begun else AttemptState.READY)

    def _is_sound(self, mark: Mark) -> bool:
        if mark.kind is MarkKind.FIND:
            return any(str(task.number) == mark.target for task in self.tasks)
        return mark.kind is not MarkKind.REMARK or bool(mark.value.strip())

    def _last(self, kind: MarkKind, target: str) -> str:
        for mark in reversed(self.marks):
            if mark.kind is kind and mark.target == target:
                return mark.value
        return ""


def find_mark(
    task: int,
    find: Find | None,
    cun: float | None = None,
    taken_for: str = "",
    *,
    wrong_side: bool = False,
) -> Mark:
    """How well a point was found; None takes it back."""
    value = find.value if find else ""
    return Mark(MarkKind.FIND, str(task), value, 0, cun, taken_for, wrong_side)


def level_mark(item: str, level: Level | None) -> Mark:
    return Mark(MarkKind.LEVEL, item, level.value if level else "")


def gate_mark(item: str, *, held: bool | None) -> Mark:
    return Mark(MarkKind.GATE, item, "" if held is None else HELD if held else FAILED)


def remark(text: str) -> Mark:
    return Mark(MarkKind.REMARK, "", text.strip())


def attempt_json(attempt: Attempt) -> dict[str, Any]:
    """An attempt as values that JSON knows."""
    return {
        "tasks": [task_json(task) for task in attempt.tasks],
        "limit_ms": attempt.limit_ms,
        "state": attempt.state.value,
        "worked_ms": attempt.worked_ms,
        "task": attempt.task,
        "marks": [_mark_json(mark) for mark in attempt.marks],
    }


def attempt_of(content: Mapping[str, Any]) -> Attempt:
    """The attempt that was made into JSON; raises ValueError, KeyError or TypeError."""
    return Attempt(
        tasks=tuple(task_of(task) for task in content["tasks"]),
        limit_ms=content["limit_ms"],
        state=AttemptState(content["state"]),
        worked_ms=content["worked_ms"],
        task=content["task"],
        marks=tuple(_mark_of(mark) for mark in content["marks"]),
    )


def _mark_json(mark: Mark) -> dict[str, Any]:
    found: dict[str, Any] = {
        "kind": mark.kind.value,
        "target": mark.target,
        "value": mark.value,
        "at_ms": mark.at_ms,
    }
    if mark.kind is MarkKind.FIND:
        found |= {"cun": mark.cun, "taken_for": mark.taken_for, "wrong_side": mark.wrong_side}
    return found


def _mark_of(content: Mapping[str, Any]) -> Mark:
    return Mark(
        MarkKind(content["kind"]),
        content["target"],
        content["value"],
        content["at_ms"],
        content.get("cun"),
        content.get("taken_for", ""),
        content.get("wrong_side", False),
    )
