"""A class list as it is brought in: what it holds, and what is new in it for a class."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Protocol

from massage_trainer.domain.classroom.marks import MarkScale
from massage_trainer.domain.classroom.names import ListOrder, folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from massage_trainer.domain.classroom.roster import Student


class MistakeKind(Enum):
    """What is wrong with a class list; the words for it belong to the window."""

    EMPTY = "empty"
    WORKBOOK = "workbook"  # a file of a spreadsheet, not a table of text
    NOT_UTF8 = "not-utf8"  # such as windows-1258
    NO_MARK = "no-mark"  # UTF-16 that does not say so
    OPEN_QUOTE = "open-quote"
    WHICH_COLUMN = "which-column"  # several columns, and no first row that names them
    NO_NAME_COLUMN = "no-name-column"
    MORE_CELLS = "more-cells"
    NO_NAME = "no-name"  # detail: the number
    TOO_LONG = "too-long"
    SAME_NUMBER = "same-number"  # detail: the number
    SAME_NAME = "same-name"  # detail: the name; and neither has a number
    TOO_MANY = "too-many"


@dataclass(frozen=True, slots=True)
class ListMistake:
    """One mistake and its place, both from 1; ``detail`` is from the file, ``other`` a line."""

    kind: MistakeKind
    line: int = 1
    column: int = 1
    detail: str = field(default="", repr=False)
    other: int = 0


@dataclass(frozen=True, slots=True)
class ListEntry:
    """A line of a class list."""

    number: str = field(repr=False)
    name: str = field(repr=False)
    withdrawn: bool = False
    line: int = 0  # where it stands in the file


@dataclass(frozen=True, slots=True)
class ClassList:
    """What was read: the good lines, and every mistake."""

    entries: tuple[ListEntry, ...]
    mistakes: tuple[ListMistake, ...] = ()


@dataclass(frozen=True, slots=True)
class NewInList:
    """What a list brings to a class: who is new, who is there already, who is called otherwise."""

    new: tuple[ListEntry, ...]
    known: tuple[ListEntry, ...] = ()
    renamed: tuple[tuple[Student, ListEntry], ...] = ()


class ClassListReader(Protocol):
    """Reads class lists from files and from what was typed or pasted.

    ``read`` raises TrainerError where the file cannot be read at all.
    """

    def read(self, path: Path) -> ClassList: ...

    def read_text(self, text: str) -> ClassList: ...


def new_in(entries: Iterable[ListEntry], students: Sequence[Student]) -> NewInList:
    """Compare by number; who has none, by the name."""
    by_number = {folded(one.number): one for one in students if one.number}
    by_name = {folded(one.name): one for one in students}
    new, known, renamed = [], [], []
    for entry in entries:
        if entry.number:
            there = by_number.get(folded(entry.number))
        else:
            there = by_name.get(folded(entry.name))
        if there is None:
            new.append(entry)
        elif folded(there.name) == folded(entry.name):
            known.append(entry)
        else:
            renamed.append((there, entry))
    return NewInList(tuple(new), tuple(known), tuple(renamed))


@dataclass(frozen=True, slots=True)
class ListChoices:
    """How class lists are looked at on this computer; ``group`` is the class chosen last."""

    group: int = 0
    order: ListOrder = ListOrder.GIVEN
    scale: MarkScale = MarkScale.TEN


class ChoiceStore(Protocol):
    """Keeps these choices."""

    def load(self) -> ListChoices: ...

    def save(self, choices: ListChoices) -> None: ...
