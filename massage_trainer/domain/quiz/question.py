"""One question: what is asked, of which picture, what counts as right, and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final

from massage_trainer.domain.verdict import Grade, SideRule

if TYPE_CHECKING:
    from massage_trainer.domain.anatomy import Side
    from massage_trainer.domain.plate import ClientBody
    from massage_trainer.domain.rotation import Vector
    from massage_trainer.domain.still_places import Fraction
    from massage_trainer.domain.text import LocalizedText
    from massage_trainer.domain.verdict import Verdict

# The kind of questions that were read from a table and that no other kind asks.
OWN: Final = "own-question"


class Form(Enum):
    """How a question is answered."""

    PLACE = "place"  # a spot of the body, by click or crosshair
    CHOICE = "choice"  # one of the options
    MANY = "many"  # all options that are right, and no other
    TYPED = "typed"  # a name, in any of its spellings
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Shot:
    """The picture of a question, as lessons name pictures; ``side`` mirrors it."""

    plate_id: str
    side: Side | None = None
    frame: str = ""


@dataclass(frozen=True, slots=True)
class ShownSpot:
    """A place that the question itself shows in the picture, with no name beside it.

    ``key`` is a place of a point or a landmark; empty where only ``place`` on the rest body of
    each client says where it is (a wrong place, 15 cm beside the spine).
    """

    side: Side
    key: str = ""
    places: Mapping[ClientBody, Vector] | None = None


@dataclass(frozen=True, slots=True)
class Option:
    """One of the answers to choose from; ids are never shown."""

    id: str
    text: LocalizedText


@dataclass(frozen=True, slots=True)
class Scale:
    """The numbers that may be answered: from ``least`` to ``most`` in steps, right within some."""

    right: float
    within: float
    least: float
    most: float
    step: float
    unit: LocalizedText


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked and what counts as right.

    ``item`` is what is learnt: the code of a point, the id of a landmark, zone, caution or stroke;
    ``topic`` is the code whose region, channel and lesson the question belongs to (often the item).
    A PLACE question asks for ``item`` on ``side``; ``options`` and ``right`` belong to CHOICE and
    MANY, ``accepted`` to TYPED, ``scale`` to NUMBER. ``why`` is said after the answer.
    """

    kind: str
    item: str
    form: Form
    prompt: LocalizedText
    why: LocalizedText
    topic: str = ""
    shot: Shot | None = None
    side: SideRule = SideRule.EITHER
    spot: ShownSpot | None = None
    options: tuple[Option, ...] = ()
    right: frozenset[str] = frozenset()
    accepted: tuple[str, ...] = ()
    scale: Scale | None = None

    @property
    def key(self) -> str:
        """What the memory keeps a card of: one kind of question about one item."""
        return f"{self.kind}:{self.item}"


@dataclass(frozen=True, slots=True)
class PlaceResponse:
    """A confirmed spot; ``place`` is on the rest body, None off the body."""

    place: Vector | None
    at: Fraction | None = None  # in the picture of the shot, where it was answered in that
    client: ClientBody | None = None


@dataclass(frozen=True, slots=True)
class ChoiceResponse:
    """The chosen options, by id."""

    ids: frozenset[str]


@dataclass(frozen=True, slots=True)
class TypedResponse:
    """What was typed."""

    text: str


@dataclass(frozen=True, slots=True)
class NumberResponse:
    """The number that was set."""

    value: float


Response = PlaceResponse | ChoiceResponse | TypedResponse | NumberResponse


@dataclass(frozen=True, slots=True)
class Outcome:
    """How good a response is; NEAR counts as a try that may be mended.

    ``taken_for`` is the item that was shown or named instead, for what is confused with what;
    ``verdict`` is there for a place of a point.
    """

    grade: Grade
    verdict: Verdict | None = None
    taken_for: str = ""

    @property
    def is_right(self) -> bool:
        return self.grade is Grade.HIT
