"""Measure a point: how many cun, from what; level with which vertebra."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from massage_trainer.domain.catalog import Sure
from massage_trainer.domain.construction import Along, Level, Walk
from massage_trainer.domain.quiz.kinds.base import OPTIONS, Kind, shuffled
from massage_trainer.domain.quiz.levels import are_level, level_of, levels, window
from massage_trainer.domain.quiz.names import filled, how_to_find, place_name, point_name
from massage_trainer.domain.quiz.place_words import the_place
from massage_trainer.domain.quiz.question import (
    Form,
    NumberResponse,
    Option,
    Outcome,
    Question,
    Scale,
)
from massage_trainer.domain.text import LocalizedText
from massage_trainer.domain.verdict import Grade

if TYPE_CHECKING:
    from random import Random

    from massage_trainer.domain.catalog import Acupoint
    from massage_trainer.domain.quiz.deck import Deck
    from massage_trainer.domain.quiz.question import Response
    from massage_trainer.domain.quiz.source import QuizSource

_CUN: Final = LocalizedText("thốn", "cun")
_STEP: Final = 0.5
_WITHIN: Final = 0.1
_LEAST, _MOST = 0.5, 20.0  # the same for all: the range says nothing
_LEVELS_WEIGHED: Final = 7

_BESIDE: Final = LocalizedText(
    "Huyệt {name} cách đường giữa lưng mấy thốn?",
    "How many cun from the midline of the back does {name} lie?",
)
_ALONG: Final = LocalizedText(
    "Từ {a} đi về phía {b} mấy thốn thì tới huyệt {name}?",
    "How many cun from {a} towards {b} does {name} lie?",
)
_FROM: Final = LocalizedText(
    "Huyệt {name} cách {a} mấy thốn?", "How many cun from {a} does {name} lie?"
)
_LEVEL: Final = LocalizedText(
    "Huyệt {name} nằm ngang mốc nào? Với đốt sống, tính theo bờ dưới gai sống.",
    "Level with which landmark does {name} lie? A vertebra stands for the lower edge of its spine.",
)


class MeasureCun(Kind):
    """So many cun from the midline, or from a landmark; only numbers that the books give."""

    id = "measure"
    title = LocalizedText("Đo mấy thốn", "How many cun")

    def questions(self, source: QuizSource, deck: Deck, random: Random) -> list[Question]:
        del random
        found = []
        for point in source.placed_points():
            measured = _measured(point, source)
            if measured is None or not deck.wants(self.id, point.code, point.code):
                continue
            prompt, cun = measured
            found.append(
                Question(
                    self.id,
                    point.code,
                    Form.NUMBER,
                    prompt,
                    how_to_find(point),
                    topic=point.code,
                    scale=Scale(cun, _WITHIN, _LEAST, _MOST, _STEP, _CUN),
                )
            )
        return found

    def _judge_form(self, question: Question, response: Response, source: QuizSource) -> Outcome:
        """One step beside it is NEAR."""
        del source
        if not isinstance(response, NumberResponse) or question.scale is None:
            return Outcome(Grade.MISS)
        away = abs(response.value - question.scale.right)
        if away <= question.scale.within:
            return Outcome(Grade.HIT)
        near = away <= question.scale.step + question.scale.within
        return Outcome(Grade.NEAR if near else Grade.MISS)


class WhichLevel(Kind):
    """The landmark that a point of the back lies level with."""

    id = "which-level"
    title = LocalizedText("Ngang mốc nào", "Level with what")

    def questions(self, source: QuizSource, deck: Deck, random: Random) -> list[Question]:
        ordered = levels(source)
        found = []
        for point in source.placed_points():
            level = level_of(point, source)
            is_sure = level and point.sure is Sure.HIGH
            if not is_sure or not deck.wants(self.id, point.code, point.code):
                continue
            around = window(
                ordered, ordered.index(level), _LEVELS_WEIGHED, random.randrange(_LEVELS_WEIGHED)
            )
            wrong = [other for other in around if not are_level(other, level, source)]
            chosen = [level, *random.sample(wrong, min(OPTIONS - 1, len(wrong)))]
            options = [Option(each, place_name(each, source.catalog)) for each in chosen]
            found.append(
                Question(
                    self.id,
                    point.code,
                    Form.CHOICE,
                    filled(_LEVEL, name=point_name(point)),
                    how_to_find(point),
                    topic=point.code,
                    options=shuffled(options, random),
                    right=frozenset({level}),
                )
            )
        return found


def _measured(point: Acupoint, source: QuizSource) -> tuple[LocalizedText, float] | None:
    """What is asked, and the number; only one that the finding by hand says as well."""
    if point.sure is not Sure.HIGH or not point.sites:
        return None
    name, catalog = point_name(point), source.catalog
    match point.sites[0].construction:
        case Level(_, cun, _) if cun > 0:
            prompt, right = filled(_BESIDE, name=name), cun
        case Along(a, b, cun, _):
            ends = {"a": the_place(a, catalog), "b": the_place(b, catalog)}
            prompt, right = filled(_ALONG, name=name, **ends), cun
        case Walk(start, (stride, *rest), _) if all(part.cun < 1 for part in rest):
            prompt, right = filled(_FROM, name=name, a=the_place(start, catalog)), stride.cun
        case _:
            return None
    is_told = re.search(rf"(?<![\d.]){re.escape(f'{right:g}')}(?![\d.]|\d)", point.find.en)
    is_whole = right % _STEP == 0
    return (prompt, right) if is_told and is_whole else None
