"""Which points lie at one height of the back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from massage_trainer.domain.quiz.kinds.base import Kind, shuffled
from massage_trainer.domain.quiz.levels import (
    are_level,
    level_of,
    levels,
    points_at,
    window,
)
from massage_trainer.domain.quiz.names import filled, point_name
from massage_trainer.domain.quiz.place_words import level_name
from massage_trainer.domain.quiz.question import Form, Option, Question
from massage_trainer.domain.text import LocalizedText

if TYPE_CHECKING:
    from random import Random

    from massage_trainer.domain.catalog import Acupoint
    from massage_trainer.domain.quiz.deck import Deck
    from massage_trainer.domain.quiz.source import QuizSource

_OPTIONS: Final = 6
_LEVELS_WEIGHED: Final = 7
_ASKED: Final = LocalizedText(
    "Những huyệt nào nằm ngang {level}? Chọn hết các huyệt đúng.",
    "Which of these points lie level with {level}? Choose all of them.",
)
_WHY: Final = LocalizedText("Ngang {level}: {names}.", "Level with {level}: {names}.")


class SameLevel(Kind):
    """All points of a level are to be chosen, and no other; the item is the level's landmark."""

    id = "same-level"
    title = LocalizedText("Các huyệt ngang nhau", "Points at one level")

    def questions(self, source: QuizSource, deck: Deck, random: Random) -> list[Question]:
        ordered = levels(source)
        found = []
        for at, level in enumerate(ordered):
            right = points_at(level, source)
            topic = deck.topic_of(self.id, level, [point.code for point in right])
            if topic is None:
                continue
            shift = random.randrange(_LEVELS_WEIGHED)
            around = window(ordered, at, _LEVELS_WEIGHED, shift)
            wrong = _elsewhere(level, around, source)
            count = max(_OPTIONS - len(right), 2)
            shown = [*right, *random.sample(wrong, min(count, len(wrong)))]
            name = level_name(level, source.catalog)
            found.append(
                Question(
                    self.id,
                    level,
                    Form.MANY,
                    filled(_ASKED, level=name),
                    filled(_WHY, level=name, names=_listed(right)),
                    topic=topic,
                    options=shuffled((Option(p.code, point_name(p)) for p in shown), random),
                    right=frozenset(p.code for p in right),
                )
            )
        return found


def _elsewhere(level: str, around: list[str], source: QuizSource) -> list[Acupoint]:
    """Points of the neighbouring levels that cannot be taken for points of this one."""
    return [
        point
        for point in source.placed_points()
        if (of := level_of(point, source)) in around and not are_level(of, level, source)
    ]


def _listed(points: list[Acupoint]) -> LocalizedText:
    names = [point_name(point) for point in points]
    return LocalizedText(", ".join(n.vi for n in names), ", ".join(n.en for n in names))
