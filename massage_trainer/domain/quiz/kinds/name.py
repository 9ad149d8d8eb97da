"""Name the point whose place is shown: choose its name, or type it."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from massage_trainer.domain.point_search import NAMED, PointSearch, fold, spellings
from massage_trainer.domain.quiz.kinds.base import OPTIONS, Kind, shuffled
from massage_trainer.domain.quiz.kinds.pictured import spot_of
from massage_trainer.domain.quiz.names import how_to_find, joined, point_name
from massage_trainer.domain.quiz.question import Form, Option, Outcome, Question, TypedResponse
from massage_trainer.domain.quiz.rivals import plausible_points
from massage_trainer.domain.text import LocalizedText
from massage_trainer.domain.verdict import Grade

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from massage_trainer.domain.catalog import Acupoint
    from massage_trainer.domain.quiz.deck import Deck
    from massage_trainer.domain.quiz.question import Response, Shot, ShownSpot
    from massage_trainer.domain.quiz.source import QuizSource

WHICH_POINT: Final = LocalizedText("Chỗ được đánh dấu là huyệt nào?", "Which point is marked here?")
TYPE_POINT: Final = LocalizedText(
    "Chỗ được đánh dấu là huyệt nào? Gõ tên hoặc mã.",
    "Which point is marked here? Type its name or code.",
)
_LEAST_FOR_A_SLIP: Final = 6  # letters: shorter names differ by one letter too often


def _marked(
    kind_id: str, source: QuizSource, deck: Deck, random: Random
) -> Iterator[tuple[Acupoint, Shot, ShownSpot]]:
    """The points of the deck that some picture shows, each with its picture and spot."""
    for point in source.placed_points():
        if not deck.wants(kind_id, point.code, point.code):
            continue
        if shown := spot_of(source.pictures, (site.key for site in point.sites), random):
            yield (point, *shown)


class NamePoint(Kind):
    """The place is shown, one of four names is right."""

    id = "name-point"
    title = LocalizedText("Chọn tên huyệt", "Name the point")

    def questions(self, source: QuizSource, deck: Deck, random: Random) -> list[Question]:
        return [
            Question(
                self.id,
                point.code,
                Form.CHOICE,
                WHICH_POINT,
                how_to_find(point),
                topic=point.code,
                shot=shot,
                spot=spot,
                options=point_options(point, source, random),
                right=frozenset({point.code}),
            )
            for point, shot, spot in _marked(self.id, source, deck, random)
        ]


class TypePoint(Kind):
    """The place is shown, the name is typed in any of its spellings."""

    id = "type-point"
    title = LocalizedText("Gõ tên huyệt", "Type the name of the point")

    def questions(self, source: QuizSource, deck: Deck, random: Random) -> list[Question]:
        return [
            Question(
                self.id,
                point.code,
                Form.TYPED,
                TYPE_POINT,
                _why(point),
                topic=point.code,
                shot=shot,
                spot=spot,
                accepted=spellings(point),
            )
            for point, shot, spot in _marked(self.id, source, deck, random)
        ]

    def _judge_form(self, question: Question, response: Response, source: QuizSource) -> Outcome:
        """A slip of one letter is NEAR, unless it makes the name of another point."""
        if not isinstance(response, TypedResponse) or question.form is not Form.TYPED:
            return Outcome(Grade.MISS)
        folded = fold(response.text)
        if not folded:
            return Outcome(Grade.MISS)
        meant = _meant(response.text, source)
        if question.item in meant:
            return Outcome(Grade.HIT)
        if meant:
            return Outcome(Grade.MISS, taken_for=meant[0])
        others = (name for names in source.catalog.point_names.values() for name in names)
        if folded in map(fold, others):
            return Outcome(Grade.MISS)
        is_slip = any(_is_slip(folded, fold(name)) for name in question.accepted)
        return Outcome(Grade.NEAR if is_slip else Grade.MISS)


def point_options(
    point: Acupoint, source: QuizSource, random: Random, count: int = OPTIONS
) -> tuple[Option, ...]:
    """The point among others that are as likely, in an order that says nothing."""
    others = islice(plausible_points(point, source, random), count - 1)
    return shuffled((Option(each.code, point_name(each)) for each in (point, *others)), random)


def _why(point: Acupoint) -> LocalizedText:
    name = point_name(point)
    return joined(LocalizedText(f"{name.vi}.", f"{name.en}."), how_to_find(point))


def _meant(text: str, source: QuizSource) -> list[str]:
    """The points taught here that are called so, one or more."""
    search = PointSearch(source.catalog.points.values())
    found = [each for each in search.find(text) if each.rank <= NAMED]
    return [each.code for each in found if each.rank == found[0].rank]


def _is_slip(typed: str, name: str) -> bool:
    """Whether one letter too many, too few or another lies between them."""
    if len(name) < _LEAST_FOR_A_SLIP or name[-1:].isdigit() or abs(len(typed) - len(name)) > 1:
        return False
    start = 0
    while start < min(len(typed), len(name)) and typed[start] == name[start]:
        start += 1
    rest, other = typed[start:], name[start:]
    return rest[1:] == other[1:] or rest[1:] == other or rest == other[1:]
