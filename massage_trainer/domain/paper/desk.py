"""Where papers are chosen, looked at, saved and printed (ports)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final, Protocol, TypeVar

from massage_trainer.domain.errors import TrainerError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from massage_trainer.domain.text import LocalizedText

PainterT_contra = TypeVar("PainterT_contra", contravariant=True)
PAGE_SHAPE: Final = 595 / 842  # of a page of A4: width over height


class PaperKind(Enum):
    """What can be put on paper."""

    HANDOUT = "handout"
    POINTS = "points"
    BLANKS = "blanks"
    EXAM_CLASS = "exam-class"
    EXAM_STUDENTS = "exam-students"


class PaperError(TrainerError):
    """Why a paper cannot be made, saved or printed, in one sentence of each language."""

    def __init__(self, text: LocalizedText) -> None:
        super().__init__(text.en)
        self.text = text


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that a paper can be made of."""

    id: str
    title: LocalizedText


@dataclass(frozen=True, slots=True)
class SavedPaper:
    """What was written."""

    pages: int
    size: int


class OpenPaper(Protocol[PainterT_contra]):
    """A paper on its pages; ``save`` and ``print_on`` raise PaperError."""

    @property
    def title(self) -> str: ...

    @property
    def page_count(self) -> int: ...

    @property
    def lacking(self) -> Sequence[str]:
        """Letters that no typeface of this computer has; they are printed by their numbers."""
        ...

    def paint(self, painter: PainterT_contra, page: int, width: float) -> None:
        """Paint a page, counted from 0, so wide from the upper left corner on."""
        ...

    def save(self, path: Path) -> SavedPaper: ...

    def print_on(self, printer: str) -> None: ...


class PaperDesk(Protocol[PainterT_contra]):
    """Makes papers; ``open`` and ``file_name`` raise PaperError."""

    def offers(self, kind: PaperKind) -> Sequence[Offer]: ...

    def open(self, kind: PaperKind, offer: str, language: str) -> OpenPaper[PainterT_contra]: ...

    def file_name(self, kind: PaperKind, offer: str, language: str) -> str:
        """A name for its file, without the ending; it gives nothing away."""
        ...

    def printers(self) -> Sequence[str]: ...
