"""What a class can be shown; a slide holds nothing that the class must not see yet."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto
from typing import TYPE_CHECKING

from massage_trainer.domain.classroom.board import Board

if TYPE_CHECKING:
    from massage_trainer.domain.countdown import Countdown
    from massage_trainer.domain.plate import ClientBody
    from massage_trainer.domain.quiz.question import Shot
    from massage_trainer.domain.still_places import Fraction
    from massage_trainer.domain.text import LocalizedText
    from massage_trainer.domain.verdict import SideRule


@dataclass(frozen=True, slots=True)
class WaitingSlide:
    """Before and between: what comes, in a line or two; empty shows the name of the program."""

    title: LocalizedText | None = None
    text: LocalizedText | None = None


@dataclass(frozen=True, slots=True)
class LessonSlide:
    """A moment of the lesson: picture, step and countdown follow from it."""

    countdown: Countdown
    pair_word: LocalizedText | None = None  # such as "change sides now"


@dataclass(frozen=True, slots=True)
class MarkedPlace:
    """A place of the picture that is named once the answer is told."""

    at: Fraction
    name: LocalizedText


@dataclass(frozen=True, slots=True)
class Reveal:
    """The answer of a class question, once it is told.

    ``clicks`` say where the class pointed, and whether that was right; ``counts`` belong to the
    options; ``others`` are the places that were pointed at instead.
    """

    right: LocalizedText
    why: LocalizedText | None = None
    places: tuple[MarkedPlace, ...] = ()
    others: tuple[MarkedPlace, ...] = ()
    clicks: tuple[tuple[Fraction, bool], ...] = ()
    counts: tuple[int, ...] = ()
    right_options: tuple[int, ...] = ()
    answered: int = 0
    answered_right: int = 0
    confused_with: LocalizedText | None = None
    confused: int = 0  # how many took it for that


@dataclass(frozen=True, slots=True)
class QuestionSlide:
    """A question for the class; nothing of its answer is in it before ``reveal``.

    ``options`` are in the order of their letters.
    """

    number: int
    of: int
    text: LocalizedText
    shot: Shot | None = None
    client: ClientBody | None = None
    shown: tuple[Fraction, ...] = ()  # spots that belong to the question
    options: tuple[LocalizedText, ...] = ()
    many: bool = False  # more than one letter may be right
    pointing: bool = False  # the class points at the picture
    side: SideRule | None = None  # the side that is asked for
    again: bool = False
    reveal: Reveal | None = None


@dataclass(frozen=True, slots=True)
class ResultLine:
    """How the class did at one question, the last time that it was asked."""

    name: LocalizedText
    answered: int
    right: int
    confused_with: LocalizedText | None = None


@dataclass(frozen=True, slots=True)
class ResultSlide:
    """The end of a round of the class; nobody is named."""

    lines: tuple[ResultLine, ...]
    answered: int
    right: int


@dataclass(frozen=True, slots=True)
class TaskSlide:
    """What a candidate is to do, and the time left; no name."""

    number: int
    of: int
    text: LocalizedText
    left_ms: int | None = None
    running: bool = False


Slide = WaitingSlide | LessonSlide | QuestionSlide | ResultSlide | TaskSlide


class Cover(Enum):
    """What hides everything."""

    NONE = auto()
    BLACK = auto()
    WHITE = auto()


@dataclass(frozen=True, slots=True)
class Showing:
    """All that a window needs to paint what the class sees."""

    slide: Slide = field(default_factory=WaitingSlide)
    board: Board = field(default_factory=Board)


@dataclass(frozen=True, slots=True)
class Wall:
    """The screen of the class: its proportions, and whether anything is on it now."""

    width: int = 16
    height: int = 9
    is_seen: bool = False
