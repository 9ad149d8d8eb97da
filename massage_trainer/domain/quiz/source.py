"""What the questions are made from: the catalogue, the lessons and what the pictures show."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.catalog import Acupoint, Shown
from massage_trainer.domain.plate import ClientBody

if TYPE_CHECKING:
    from massage_trainer.domain.catalog import Catalog
    from massage_trainer.domain.protocol import Step
    from massage_trainer.domain.quiz.question import Question, Shot
    from massage_trainer.domain.rotation import Vector
    from massage_trainer.domain.text import LocalizedText
    from massage_trainer.domain.timeline import Timeline
    from massage_trainer.domain.verdict import Judge

# Two places this near are one place for a question: neither may stand against the other.
SAME_PLACE_CUN: Final = 0.35


class RestPlace(NamedTuple):
    """A point's or landmark's place on the man's rest body (left side or midline), in metres."""

    at: Vector
    cun_m: float


@dataclass(frozen=True, slots=True)
class LessonContent:
    """What a lesson works with, in the order in which it is played.

    ``points`` has no point twice in a row; ``steps`` are those with a technique, each once.
    """

    id: str
    name: LocalizedText
    points: tuple[str, ...]
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class SeenPlace:
    """A place that is no point and no landmark, and the pictures that show it.

    ``places`` are by the client who is wished for, on the body of the one whom the pictures show;
    of the left side or the midline.
    """

    places: Mapping[ClientBody, Vector]
    shots: Mapping[Side, tuple[Shot, ...]]


_NO_SHOTS: Final[Mapping[str, Mapping[Side, tuple[Shot, ...]]]] = MappingProxyType({})
_NO_PLACES: Final[Mapping[str, SeenPlace]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class QuizPictures:
    """Which pictures show a place on a side; keys are those of the sites and landmarks.

    ``shots`` are the pictures made for points, the nearest view first, with no hand in them;
    ``resting`` are all others in which no hand works. ``spots`` are places by their own names.
    """

    shots: Mapping[str, Mapping[Side, tuple[Shot, ...]]] = field(default_factory=lambda: _NO_SHOTS)
    resting: Mapping[str, Mapping[Side, tuple[Shot, ...]]] = field(
        default_factory=lambda: _NO_SHOTS
    )
    spots: Mapping[str, SeenPlace] = field(default_factory=lambda: _NO_PLACES)

    def of(self, key: str) -> Mapping[Side, tuple[Shot, ...]]:
        return self.shots.get(key, {})


@dataclass(frozen=True, slots=True)
class OwnDeck:
    """Questions of one's own; ``name`` is that of their table."""

    name: str
    questions: tuple[Question, ...]

    @property
    def id(self) -> str:
        return f"own:{self.name}"


class PlaceJudges(Protocol):
    """Who judges a place of a client's body; None where the body is not known."""

    def points(self, client: ClientBody) -> Judge | None: ...

    def landmarks(self, client: ClientBody) -> Judge | None: ...


@dataclass(frozen=True, slots=True)
class QuizSource:
    """All that kinds of questions are made from; without judges no place is asked for."""

    catalog: Catalog
    lessons: tuple[LessonContent, ...] = ()
    pictures: QuizPictures = field(default_factory=QuizPictures)
    rest: Mapping[str, RestPlace] = field(default_factory=dict)
    judges: PlaceJudges | None = None
    own: tuple[OwnDeck, ...] = ()

    def own_questions(self, deck_id: str) -> tuple[Question, ...]:
        """Those of a deck of one's own; of no other."""
        return next((deck.questions for deck in self.own if deck.id == deck_id), ())

    def placed_points(self) -> list[Acupoint]:
        """Those that may be asked and have a place, in the catalogue's order."""
        return [
            point
            for point in self.catalog.points.values()
            if point.practice and point.shown is not Shown.TEXT and point.sites
        ]

    def distance_cun(self, one: str, other: str) -> float:
        """Straight, between two sites or landmarks of one side; infinite where unknown."""
        a, b = self.rest.get(one), self.rest.get(other)
        if a is None or b is None:
            return math.inf
        return math.dist(a.at, b.at) / min(a.cun_m, b.cun_m)

    def height_cun(self, one: str, other: str) -> float:
        """How much higher the one lies on the upright body; not a number where unknown."""
        a, b = self.rest.get(one), self.rest.get(other)
        if a is None or b is None:
            return math.nan
        return (a.at[2] - b.at[2]) / min(a.cun_m, b.cun_m)

    def same_place(self, one: Acupoint, other: Acupoint) -> bool:
        """Whether some place of the one is also a place of the other."""
        return any(
            self.distance_cun(mine.key, theirs.key) < SAME_PLACE_CUN
            for mine in one.sites
            for theirs in other.sites
        )


def lesson_content(lesson_id: str, name: LocalizedText, timeline: Timeline) -> LessonContent:
    """What a settled, unrolled lesson works with."""
    points: list[str] = []
    for segment in timeline.segments:
        if segment.point_id and points[-1:] != [segment.point_id]:
            points.append(segment.point_id)
    steps = {row.step.id: row.step for row in timeline.rows if row.step.stroke_id}
    return LessonContent(lesson_id, name, tuple(points), tuple(steps.values()))


def channel_of(code: str) -> str:
    """``BL`` of ``BL23``; ``EX-B`` of ``EX-B2``; empty for a point on no channel (``ASHI``)."""
    letters = code.rstrip("0123456789")
    return letters if letters != code else ""
