"""What an attempt came to: shares of the lines, weighed; and the sheet of a whole class."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from massage_trainer.domain.exam.attempt import AttemptState, attempt_of
from massage_trainer.domain.exam.sheet import (
    PERCENT_DIGITS,
    AreaResult,
    ClassResult,
    Ending,
    Find,
    GateResult,
    ItemResult,
    Level,
    Remark,
    StudentResult,
    TaskKind,
    TaskResult,
)

if TYPE_CHECKING:
    from massage_trainer.domain.classroom.ports import AttemptRecord, ExamRecord
    from massage_trainer.domain.classroom.roster import Student
    from massage_trainer.domain.exam.attempt import Attempt
    from massage_trainer.domain.exam.exam import Exam
    from massage_trainer.domain.exam.rubric import Area, Item, Rubric

_ENDINGS = {
    AttemptState.DONE: Ending.DONE,
    AttemptState.GATE_FAILED: Ending.GATE_FAILED,
}


def student_result(
    attempt: Attempt, rubric: Rubric, student: Student, seat: int, began: str
) -> StudentResult:
    """What is shown, printed and written of one attempt; only one that was finished is passed."""
    areas = tuple(_area_result(area, attempt) for area in rubric.areas)
    percent = _weighed(areas)
    ending = _ENDINGS.get(attempt.state, Ending.BROKEN_OFF)
    enough = percent is not None and percent >= rubric.pass_percent
    return StudentResult(
        number=student.number,
        name=student.name,
        seat=seat,
        began=began,
        worked_ms=attempt.worked_ms,
        ending=ending,
        passed=ending is Ending.DONE and enough and not attempt.failed_gate,
        percent=percent,
        tasks=tuple(_task_result(task, attempt) for task in attempt.tasks),
        gates=tuple(
            GateResult(item.id, item.gate, attempt.gate(item.id))
            for item in rubric.gates
            if item.gate
        ),
        items=tuple(
            ItemResult(item.id, area.id, item.text, _level(item, attempt))
            for area in rubric.areas
            for item in area.items
        ),
        areas=areas,
        remarks=tuple(Remark(mark.at_ms, mark.value) for mark in attempt.remarks),
    )


def class_result(
    group: str,
    record: ExamRecord,
    exam: Exam,
    students: Sequence[Student],
    attempts: Iterable[AttemptRecord],
    rubric: Rubric,
) -> ClassResult:
    """The sheet of a class: of every student the last attempt, in the order of the papers."""
    known = {student.id: student for student in students}
    last: dict[int, AttemptRecord] = {}
    for attempt in attempts:
        if attempt.student in known and attempt.state != AttemptState.READY.value:
            kept = last.get(attempt.student)
            if kept is None or kept.number < attempt.number:
                last[attempt.student] = attempt
    weighed = exam.weighed(rubric)
    found = [
        student_result(
            attempt_of(json.loads(attempt.marks)),
            weighed,
            known[attempt.student],
            exam.seat_of(attempt.student, attempt.number),
            attempt.began,
        )
        for attempt in last.values()
    ]
    return ClassResult(
        group=group,
        title=record.title,
        day=record.day,
        deck=exam.deck,
        seed=record.seed,
        pass_percent=exam.pass_percent,
        students=tuple(sorted(found, key=lambda result: result.seat)),
    )


def unjudged(attempt: Attempt, rubric: Rubric) -> tuple[int, int, int]:
    """How many gates, points and lines nothing was said of yet."""
    points = [task for task in attempt.tasks if task.kind is not TaskKind.STROKE]
    return (
        sum(attempt.gate(item.id) is None for item in rubric.gates),
        sum(attempt.found(task.number) is None for task in points),
        sum(attempt.level(item.id) is None for item in rubric.items if not item.from_points),
    )


def _task_result(task: TaskResult, attempt: Attempt) -> TaskResult:
    mark = attempt.found(task.number)
    if mark is None:
        return task
    return replace(
        task,
        find=Find(mark.value),
        cun=mark.cun,
        taken_for=mark.taken_for,
        wrong_side=mark.wrong_side,
    )


def _share(item: Item, attempt: Attempt) -> float | None:
    """What was reached of a line, from 0 to 1."""
    if not item.from_points:
        level = attempt.level(item.id)
        return level.share if level else None
    marks = [attempt.found(task.number) for task in attempt.tasks]
    shares = [Find(mark.value).share for mark in marks if mark]
    return sum(shares) / len(shares) if shares else None


def _level(item: Item, attempt: Attempt) -> Level | None:
    share = _share(item, attempt)
    if share is None:
        return None
    return Level.GOOD if share == 1 else Level.PART if share else Level.POOR


def _area_result(area: Area, attempt: Attempt) -> AreaResult:
    shares = [share for item in area.items if (share := _share(item, attempt)) is not None]
    percent = round(100 * sum(shares) / len(shares), PERCENT_DIGITS) if shares else None
    return AreaResult(area.id, area.name, area.weight, percent)


def _weighed(areas: Sequence[AreaResult]) -> float | None:
    judged = [(area.weight, area.percent) for area in areas if area.percent is not None]
    weight = sum(weight for weight, _ in judged)
    if not weight:
        return None
    return round(sum(weight * percent for weight, percent in judged) / weight, PERCENT_DIGITS)
