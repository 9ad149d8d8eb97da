"""What a class can be shown; a slide holds nothing that the class must not see yet."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto
from typing import TYPE_CHECKING

from massage_trainer.domain.classroom.board import Board

if TYPE_CHECKING:
    from massage_trainer.domain.countdown import Countdown
    from massage_trainer.domain.plate import ClientBody
    from massage_trainer.domain.quiz.question import Option, Outcome, Shot
    from massage_trainer.domain.rotation import Vector
    from massage_trainer.domain.still_places import Fraction
    from massage_trainer.domain.text import LocalizedText


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
class Reveal:
    """The answer of a class question, once it is told."""

    right: LocalizedText
    why: LocalizedText | None = None
    place: Vector | None = None
    clicks: tuple[tuple[Vector, bool], ...] = ()  # where the class pointed, and whether right
    counts: tuple[int, ...] = ()  # hands per option
    right_options: tuple[int, ...] = ()
    confused_with: LocalizedText | None = None
    outcome: Outcome | None = None


@dataclass(frozen=True, slots=True)
class QuestionSlide:
    """A question for the class; nothing of its answer is in it before ``reveal``."""

    number: int
    of: int
    text: LocalizedText
    shot: Shot | None = None
    client: ClientBody | None = None
    shown: tuple[Fraction, ...] = ()  # spots that belong to the question
    options: tuple[Option, ...] = ()
    reveal: Reveal | None = None


@dataclass(frozen=True, slots=True)
class TaskSlide:
    """What a candidate is to do, and the time left; no name."""

    number: int
    of: int
    text: LocalizedText
    left_ms: int | None = None
    running: bool = False


Slide = WaitingSlide | LessonSlide | QuestionSlide | TaskSlide


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
