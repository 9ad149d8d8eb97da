"""Marks of a class: what each student reached in each exam, out of 10 or in percent."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from massage_trainer.domain.exam.attempt import AttemptState

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from massage_trainer.domain.classroom.ports import AttemptRecord, ExamRecord


class MarkScale(Enum):
    """How marks are written."""

    TEN = "ten"
    PERCENT = "percent"


class Standing(Enum):
    """How far an attempt came."""

    RUNNING = "running"  # not ended yet
    MARKED = "marked"
    GATE = "gate"  # a gate of safety ended it
    BROKEN_OFF = "broken-off"  # nothing is concluded from it
    UNMARKED = "unmarked"  # ended, and nothing was judged


@dataclass(frozen=True, slots=True)
class Mark:
    """What counts of a student in an exam: the last attempt."""

    standing: Standing
    share: float | None = None
    attempts: int = 1


@dataclass(frozen=True, slots=True)
class Overview:
    """The exams of a class, the first one first, and all marks by student and exam."""

    exams: tuple[ExamRecord, ...]
    marks: Mapping[tuple[int, int], Mark]


def overview_of(
    exams: Sequence[ExamRecord], attempts: Mapping[int, Iterable[AttemptRecord]]
) -> Overview:
    """``attempts`` of each exam by its number; the exams as a store gives them, last first."""
    marks: dict[tuple[int, int], Mark] = {}
    for exam in exams:
        begun = (one for one in attempts.get(exam.id, ()) if one.state != AttemptState.READY.value)
        for attempt in sorted(begun, key=lambda one: one.number):
            marks[attempt.student, exam.id] = mark_of(attempt)
    return Overview(tuple(reversed(exams)), marks)


def mark_of(attempt: AttemptRecord) -> Mark:
    """What an attempt is worth; the number of the attempt tells how many there were."""
    if attempt.gate:
        return Mark(Standing.GATE, attempt.share, attempt.number)
    if attempt.state == AttemptState.BROKEN_OFF.value:
        return Mark(Standing.BROKEN_OFF, None, attempt.number)
    if not attempt.ended:
        return Mark(Standing.RUNNING, None, attempt.number)
    if attempt.share is None:
        return Mark(Standing.UNMARKED, None, attempt.number)
    return Mark(Standing.MARKED, attempt.share, attempt.number)


def mark_text(share: float, scale: MarkScale, point: str) -> str:
    """``7.3`` out of ten or ``72.5`` in percent; half is rounded up, once, from tenths of percent.

    ``point`` stands before the decimals in the language of the reader.
    """
    tenths = round(max(0.0, min(1.0, share)) * 1000)
    if scale is MarkScale.TEN:
        whole, part = divmod((tenths + 5) // 10, 10)
    else:
        whole, part = divmod(tenths, 10)
        if not part:
            return str(whole)
    return f"{whole}{point}{part}"
