"""Between the shapes of a class and the rows of its tables."""

from __future__ import annotations

import json
import math
from typing import TYPE_CHECKING

from massage_trainer.domain.classroom.ports import (
    AttemptRecord,
    ClassAnswer,
    ClassClick,
    ClassRound,
    ExamRecord,
)
from massage_trainer.domain.classroom.roster import Student

if TYPE_CHECKING:
    from collections.abc import Sequence

    from massage_trainer.services.storage.rows import Row


def as_text(text: str) -> str:
    """A keyboard or a file may give half a character, which no table takes."""
    return text.encode("utf-8", "replace").decode("utf-8")


def student_of(row: Row) -> Student:
    number, group, code, name, withdrawn = row
    return Student(number, group, code, name, bool(withdrawn))


def round_values(record: ClassRound) -> Row:
    return (
        record.group,
        record.deck,
        " ".join(record.kinds),
        record.length,
        record.seed,
        record.began,
        record.day,
        record.ended,
    )


def round_of(row: Row) -> ClassRound:
    number, group, deck, kinds, length, seed, began, day, ended = row
    return ClassRound(group, deck, tuple(kinds.split()), length, seed, began, day, ended, number)


def answer_values(answer: ClassAnswer) -> Row:
    clicks = [[_place(click), click.right, click.taken_for] for click in answer.clicks]
    return (
        answer.group,
        answer.round,
        answer.number,
        answer.key,
        answer.item,
        answer.kind,
        answer.at,
        _json(clicks),
        _json(answer.options),
        _json(answer.counts),
        _json(answer.right_options),
        answer.confused_with,
        as_text(answer.details),
    )


def answer_of(row: Row) -> ClassAnswer:
    _, group, round_id, number, key, item, kind, at, *lists, confused_with, details = row
    clicks, options, counts, right_options = map(json.loads, lists)
    return ClassAnswer(
        group,
        round_id,
        number,
        key,
        item,
        kind,
        at,
        tuple(
            ClassClick(None if place is None else (place[0], place[1], place[2]), right, taken_for)
            for place, right, taken_for in clicks
        ),
        tuple(options),
        tuple(counts),
        tuple(right_options),
        confused_with,
        details,
    )


def exam_values(record: ExamRecord) -> Row:
    return (
        record.group,
        as_text(record.title),
        record.source,
        record.seed,
        record.began,
        record.day,
        record.ended,
        as_text(record.details),
    )


def exam_of(row: Row) -> ExamRecord:
    number, group, title, source, seed, began, day, ended, details = row
    return ExamRecord(group, title, source, seed, began, day, ended, details, number)


def attempt_values(attempt: AttemptRecord) -> Row:
    share = attempt.share
    return (
        attempt.group,
        attempt.exam,
        attempt.student,
        attempt.number,
        attempt.began,
        attempt.ended,
        attempt.state,
        # As it is read back: no endless number, and no whole one among the others.
        float(share) if share is not None and math.isfinite(share) else None,
        attempt.gate,
        as_text(attempt.marks),
    )


def attempt_of(row: Row) -> AttemptRecord:
    _, *values = row
    return AttemptRecord(*values)


def _place(click: ClassClick) -> Sequence[float] | None:
    place = click.place
    return place if place is not None and all(map(math.isfinite, place)) else None


def _json(value: object) -> str:
    return as_text(json.dumps(value, ensure_ascii=False, separators=(",", ":")))
