"""The parts that a paper consists of, in the order in which they are read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from massage_trainer.domain.plate import Still
    from massage_trainer.domain.protocol import Status
    from massage_trainer.domain.still_places import DrawnMark, Fraction, MeasuringLine, Run


class Sign(Enum):
    """What a remark is about; each has a shape of its own, which survives a photocopy."""

    STOP = "stop"
    CAUTION = "caution"
    AVOID = "avoid"
    ASK = "ask"
    TEACHER = "teacher"
    DONE = "done"
    PART = "part"
    NOT_DONE = "not-done"


@dataclass(frozen=True, slots=True)
class Dot:
    """A place marked in a picture; ``text`` stands beside it, ``number`` inside it."""

    at: Fraction
    text: str = ""
    number: int = 0
    wrong: bool = False  # a click that missed: drawn as a cross


@dataclass(frozen=True, slots=True)
class Picture:
    """A still with what is drawn over it.

    ``part`` is what is shown of it: left, top and width in fractions; it keeps the still's shape.
    """

    still: Still
    shape: float  # width over height
    marks: tuple[DrawnMark, ...] = ()
    dots: tuple[Dot, ...] = ()
    lines: tuple[tuple[Fraction, MeasuringLine], ...] = ()  # how a hand measures to a place
    zones: tuple[tuple[Run, ...], ...] = ()  # where no hand presses
    caption: str = ""
    part: tuple[float, float, float] = (0.0, 0.0, 1.0)


@dataclass(frozen=True, slots=True)
class Title:
    """The head of the first page."""

    text: str
    kind: str  # what sort of paper this is
    lead: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    picture: Picture | None = None
    lines: tuple[str, ...] = ()  # to be filled in by hand: name, class, date
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """Begins a section."""

    text: str
    aside: str = ""
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class Prose:
    """A paragraph."""

    text: str
    small: bool = False


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list; with boxes it is ticked by hand."""

    items: tuple[str, ...]
    boxes: bool = False


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to heed, under a sign."""

    sign: Sign
    label: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Value:
    """A number with where it comes from."""

    name: str
    value: str
    status: Status
    status_words: str
    why: str = ""  # of a corrected number


@dataclass(frozen=True, slots=True)
class Fact:
    """A labelled line."""

    label: str
    text: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class StepPart:
    """One step of a lesson: picture and numbers on the left, words on the right."""

    number: str
    name: str
    aside: str
    pictures: tuple[Picture, ...]
    values: tuple[Value, ...]
    facts: tuple[Fact, ...]
    checks: tuple[str, ...]
    remarks: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class Legend:
    """What the signs, and the frames around the origin of a number, mean."""

    title: str
    signs: tuple[tuple[Sign, str], ...]
    statuses: tuple[tuple[Status, str, str], ...]  # short words, what they mean


@dataclass(frozen=True, slots=True)
class Plate:
    """A large picture over the whole width."""

    picture: Picture


@dataclass(frozen=True, slots=True)
class Blanks:
    """Numbered lines to write on, in columns from top to bottom."""

    numbers: tuple[int, ...]
    columns: int


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table; the note stands small under the text, a sign before it."""

    text: str
    note: str = ""
    strong: bool = False
    small: bool = False
    sign: Sign | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """``shares`` are the widths of the columns; ``right`` the columns of numbers."""

    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    shares: tuple[float, ...]
    right: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Signature:
    """Lines to sign on."""

    labels: tuple[str, ...]


Part = (
    Title
    | Heading
    | Prose
    | Bullets
    | Remark
    | StepPart
    | Legend
    | Plate
    | Blanks
    | Table
    | Signature
)


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole paper; ``title`` is also what the file calls itself, so it gives nothing away."""

    title: str
    language: str
    foot: str
    parts: tuple[Part, ...]
