"""What is kept of the questions that a class was asked, and what it tells later."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from massage_trainer.domain.classroom.class_round import right_options, taken_for
from massage_trainer.domain.classroom.ports import ClassAnswer, ClassClick

if TYPE_CHECKING:
    from massage_trainer.domain.classroom.class_round import RoomAnswer, RoomClick, Votes
    from massage_trainer.domain.classroom.ports import ClassRound


@dataclass(frozen=True, slots=True)
class PastRound:
    """A round that was kept: what it asked, and what the class made of it."""

    day: str
    deck: str
    seed: int
    asked: int
    answered: int
    right: int


def past_round(record: ClassRound, answers: Sequence[ClassAnswer]) -> PastRound:
    """What counts is the last time that each question was asked."""
    clicks = [click for answer in answers for click in answer.clicks]
    hands = sum(sum(answer.counts) for answer in answers)
    right = sum(click.right for click in clicks) + sum(
        count
        for answer in answers
        for number, count in enumerate(answer.counts)
        if number in answer.right_options
    )
    return PastRound(record.day, record.deck, record.seed, len(answers), len(clicks) + hands, right)


def record_of(
    answer: RoomAnswer, earlier: Sequence[RoomAnswer], group: int, round_id: int, at: str
) -> ClassAnswer:
    """The last time it was asked; ``earlier`` times stand in the details."""
    question, votes = answer.question, answer.votes
    confused = answer.confused
    details = {
        "asking": answer.asking,
        "told": answer.told,
        "time_ms": answer.time_ms,
        "answered": answer.answered,
        "right": answer.right,
        "at": [list(click.at) for click in votes.clicks],
        "earlier": [_told_shortly(each) for each in earlier],
    }
    return ClassAnswer(
        group=group,
        round=round_id,
        number=answer.number,
        key=question.key,
        item=question.item,
        kind=question.kind,
        at=at,
        clicks=_clicks(votes, question.item),
        options=tuple(option.id for option in question.options),
        counts=votes.counts,
        right_options=right_options(question),
        confused_with=confused.item if confused else "",
        details=json.dumps(details, ensure_ascii=False, sort_keys=True),
    )


def _clicks(votes: Votes, item: str) -> tuple[ClassClick, ...]:
    return tuple(
        ClassClick(click.place, click.outcome.is_right, taken_for(click.outcome, item))
        for click in votes.clicks
    )


def _told_shortly(answer: RoomAnswer) -> dict[str, Any]:
    return {
        "told": answer.told,
        "counts": list(answer.votes.counts),
        "clicks": [_click_shortly(click) for click in answer.votes.clicks],
        "answered": answer.answered,
        "right": answer.right,
    }


def _click_shortly(click: RoomClick) -> dict[str, Any]:
    return {"place": list(click.place), "right": click.outcome.is_right}
