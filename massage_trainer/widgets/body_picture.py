"""What atlas and quiz ask of a picture of the body, whoever draws it: a still, or a live body."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, Protocol

from massage_trainer.domain.anatomy import Side

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from PySide6.QtWidgets import QWidget

    from massage_trainer.domain.catalog import CunSpan
    from massage_trainer.domain.plate import ClientBody
    from massage_trainer.domain.ports import Announcement
    from massage_trainer.domain.quiz.question import Shot
    from massage_trainer.domain.rotation import Vector
    from massage_trainer.domain.still_places import Fraction
    from massage_trainer.widgets.theme import Scale


class Sign(Enum):
    """How a place is marked; each is told from the others by its shape, not by its colour."""

    DRAFT = auto()  # a crosshair
    ASKED = auto()  # the place that the question is about
    RIGHT = auto()
    OWN = auto()  # a cross: where the learner was
    HIT = auto()  # the point that was touched instead
    POINT = auto()
    LANDMARK = auto()
    SPOT = auto()  # a point that may stand there without its name


@dataclass(frozen=True, slots=True)
class BodyMark:
    """A place to mark: that of a point or landmark (``key``, ``side``), or any of the rest body.

    ``at`` is where it stands in the picture, where that is known already (not in one that was
    turned since: with a ``place`` it is found there); a picture leaves out what it does not show.
    """

    sign: Sign
    label: str = ""
    key: str = ""
    side: Side = Side.MIDLINE
    place: Vector | None = None
    at: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Join:
    """A line from mark to mark, with words at its middle."""

    start: BodyMark
    end: BodyMark
    label: str = ""


@dataclass(frozen=True, slots=True)
class Measure:
    """How a hand measures to a point: the first legs of its line, or all of them.

    Of the legs after ``begun`` only this ``share`` is drawn: a hand is on its way.
    ``name`` gives the landmarks that the line leads over their labels.
    """

    key: str
    side: Side
    legs: int | None = None
    begun: int = 0
    share: float = 1.0
    name: Callable[[str], str | None] | None = None


@dataclass(frozen=True, slots=True)
class BodyDrawing:
    """Everything that is drawn over the body; ``draft`` is what would be confirmed.

    ``landmarks`` and ``points`` name everything of that kind that the picture shows: each by a
    function from its key to its label, None to leave it out. ``levels`` draws the height of each
    landmark of the midline, and between the places of each span a line with a tick at each cun.
    ``heat`` are places of many clicks. ``draft_place`` is where the draft is on the rest body: a
    picture that turns takes it along.
    """

    marks: tuple[BodyMark, ...] = ()
    draft: Fraction | None = None
    joins: tuple[Join, ...] = ()
    measure: Measure | None = None
    landmarks: Callable[[str], str | None] | None = None
    points: Callable[[str], str | None] | None = None
    levels: tuple[CunSpan, ...] | None = None
    heat: tuple[Fraction, ...] = ()
    draft_place: Vector | None = None


class BodyPicture(Protocol):
    """A picture of the body with marks on it, which tells where it is touched.

    ``place_touched`` tells a place of the rest body (None beside the body) and where in the
    picture; ``touch_withdrawn`` that the touch was none; ``place_asked`` what is at a place that
    was asked for. Nothing of it is named until it is drawn.
    """

    @property
    def widget(self) -> QWidget: ...

    @property
    def place_touched(self) -> Announcement: ...

    @property
    def touch_withdrawn(self) -> Announcement: ...

    @property
    def place_asked(self) -> Announcement: ...

    @property
    def client(self) -> ClientBody:
        """Who is seen, whoever was asked for."""
        ...

    @property
    def problem(self) -> str:
        """Why no place can be asked in it, in one sentence; else empty."""
        ...

    def show_shot(self, shot: Shot, client: ClientBody) -> None:
        """Show another picture as a whole, with nothing drawn on it."""
        ...

    def show_turned(self, shot: Shot, client: ClientBody, item: str, random: Random) -> bool:
        """Show the body of a picture from a side that does not show ``item``.

        False where it cannot be turned: the picture is shown as by ``show_shot``.
        """
        ...

    def draw(self, drawing: BodyDrawing) -> None:
        """Draw this and nothing else."""
        ...

    def step(self, at: Fraction | None, across: int, down: int, cun: float) -> Fraction:
        """The place so many cun further on the body, in a direction of the screen.

        From None it is the place where a crosshair begins.
        """
        ...

    def ask(self, at: Fraction) -> None:
        """Ask what is there: ``place_asked`` tells it, at once where that is known."""
        ...

    def where(self, at: Fraction | None, place: Vector | None) -> Fraction | None:
        """Where something is now that was put ``at`` there, on ``place``; None: out of sight."""
        ...

    def lasting(self, at: Fraction) -> Fraction | None:
        """The same in the shot's picture; None in one that turns, for soon it means nothing."""
        ...

    def show_place(self, at: Fraction) -> None:
        """Pull a zoomed picture so that this is in sight."""
        ...

    def turn_to(self, key: str, side: Side) -> None:
        """Bring a point or landmark in sight, where the picture can be turned."""
        ...

    def set_scale(self, scale: Scale) -> None: ...
