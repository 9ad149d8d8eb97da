"""Reads class lists from tables and from what was typed or pasted: every mistake at once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from massage_trainer.domain.classroom.class_list import (
    ClassList,
    ListEntry,
    ListMistake,
    MistakeKind,
)
from massage_trainer.domain.classroom.list_columns import Column, column_of, is_gone, places_of
from massage_trainer.domain.classroom.names import LONGEST_NAME, LONGEST_NUMBER, folded, tidy
from massage_trainer.domain.errors import ContentError, TrainerError
from massage_trainer.services.csv_cells import Cell, decoded, rows_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

MOST_STUDENTS: Final = 500
_MOST_BYTES: Final = 1_000_000
_MOST_ABOVE: Final = 15  # rows over the one that names the columns: the school, the class
_SEPARATORS: Final = ("\t", ";", ",")
_SEPARATOR_LINE: Final = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
_ORDINAL: Final = re.compile(r"\d{1,3}[.)]\s+(?=\S)")
_NUMBERED: Final = re.compile(r"(\S*\d\S*)\s+(?=\S)")
_DIGIT: Final = re.compile(r"\d")


class ClassListFiles:
    """The ClassListReader."""

    def read(self, path: Path) -> ClassList:
        try:
            with path.open("rb") as file:
                content = file.read(_MOST_BYTES + 1)
        except OSError as error:
            raise TrainerError(f"{path}: {error.strerror or 'cannot be read'}") from error
        if content.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
            return _refused(MistakeKind.WORKBOOK)
        if len(content) > _MOST_BYTES:
            return _refused(MistakeKind.TOO_MANY)
        try:
            text = decoded(content, path.name)
        except ContentError as error:
            return _refused(MistakeKind.NOT_UTF8, error.where.line, error.where.column)
        if "\0" in text:
            return _refused(MistakeKind.NO_MARK)
        return self.read_text(text)

    def read_text(self, text: str) -> ClassList:
        """A table, or a name on each line."""
        said = _SEPARATOR_LINE.match(text)
        skipped = 1 if said else 0
        if said:
            text = text[said.end() :]
        try:
            rows = rows_of(text, said[1] if said else _separator(text), "")
        except ContentError as error:
            return _refused(MistakeKind.OPEN_QUOTE, error.where.line + skipped, error.where.column)
        shifted = [[cell._replace(line=cell.line + skipped) for cell in row] for row in rows]
        return _Reader().read(shifted)


def _refused(kind: MistakeKind, line: int = 1, column: int = 1) -> ClassList:
    return ClassList((), (ListMistake(kind, line, column),))


def _separator(text: str) -> str:
    """The one between words that name columns; else what stands on every line."""
    lines = [line for line in text.splitlines() if line.strip()]

    def named(separator: str) -> int:
        rows = (line.split(separator) for line in lines[:_MOST_ABOVE])
        return max((sum(column_of(cell) is not None for cell in row) for row in rows), default=0)

    best = max(_SEPARATORS, key=named)
    if named(best) > 1:
        return best
    for separator in ("\t", ";"):
        if lines and all(separator in line for line in lines):
            return separator
    # ``Smith, John`` is one name, ``SV01, Smith`` is a number and a name.
    numbered = sum(any(map(_DIGIT.search, line.split(","))) for line in lines if "," in line)
    return "," if 2 * numbered > len(lines) else "\t"


class _Reader:
    """Reads the rows of one list and notes what is wrong."""

    def __init__(self) -> None:
        self._entries: list[ListEntry] = []
        self._mistakes: list[ListMistake] = []
        self._numbers: dict[str, int] = {}
        self._both: set[tuple[str, str]] = set()
        self._names: dict[str, int] = {}

    def read(self, rows: Sequence[Sequence[Cell]]) -> ClassList:
        for place, head in enumerate(rows[:_MOST_ABOVE]):
            if places := places_of([cell.text for cell in head]):
                self._table(rows[place + 1 :], head, places)
                break
        else:
            self._bare(rows)
        if not self._entries and not self._mistakes:
            self._fail(MistakeKind.EMPTY, Cell("", 1, 1))
        if len(self._entries) > MOST_STUDENTS:
            self._fail(MistakeKind.TOO_MANY, Cell("", self._entries[MOST_STUDENTS].line, 1))
        return ClassList(tuple(self._entries), tuple(self._mistakes))

    def _table(
        self, rows: Iterable[Sequence[Cell]], head: Sequence[Cell], places: Mapping[Column, int]
    ) -> None:
        words = [cell.text for cell in head]
        for row in rows:
            if [cell.text for cell in row] == words:  # again at the top of the next page
                continue
            extra = next((cell for cell in row[len(head) :] if cell.text), None)
            if extra is not None:
                self._fail(MistakeKind.MORE_CELLS, extra)
                continue
            at = {kind: row[place] for kind, place in places.items() if place < len(row)}
            name = at.get(Column.NAME) or _joined(at, words, places) or row[0]._replace(text="")
            gone = at.get(Column.WITHDRAWN)
            self._entry(
                at.get(Column.NUMBER), name, withdrawn=gone is not None and is_gone(gone.text)
            )

    def _bare(self, rows: Sequence[Sequence[Cell]]) -> None:
        """Without a row that names the columns."""
        wide = max(map(len, rows), default=0)
        if wide > 2:
            self._fail(MistakeKind.WHICH_COLUMN, next(row[2] for row in rows if len(row) > 2))
            return
        digits = [
            sum(bool(_DIGIT.search(row[n].text)) for row in rows if n < len(row)) for n in (0, 1)
        ]
        first_is_name = wide == 2 and digits[1] > digits[0]
        for row in rows:
            if sum(bool(cell.text) for cell in row) < 2:
                self._line(next(cell for cell in row if cell.text), is_table=wide > 1)
            else:
                name, number = row[:2] if first_is_name else row[1::-1]
                self._entry(number, name)

    def _line(self, cell: Cell, *, is_table: bool) -> None:
        """``1. An``, ``SV01 An`` or a name alone; in a table a number alone misses its name."""
        if is_table and _DIGIT.search(cell.text) and " " not in cell.text:
            self._entry(cell, cell._replace(text=""))
            return
        text = _ORDINAL.sub("", cell.text, count=1) if _ORDINAL.match(cell.text) else cell.text
        found = _NUMBERED.match(text)
        number = cell._replace(text=found[1].rstrip(",;:")) if found else None
        self._entry(number, cell._replace(text=text[found.end() :] if found else text))

    def _entry(self, number: Cell | None, name: Cell, *, withdrawn: bool = False) -> None:
        code = tidy(number.text) if number else ""
        called = tidy(name.text, 10 * LONGEST_NAME)
        if not called:
            if number is not None and code:
                self._fail(MistakeKind.NO_NAME, number, code)
            return
        both = (folded(code), folded(called))
        if code and both in self._both:  # a table with several rows for each student
            return
        self._both.add(both)
        if len(called) > LONGEST_NAME:
            self._fail(MistakeKind.TOO_LONG, name, called)
        elif number is not None and len(code) > LONGEST_NUMBER:
            self._fail(MistakeKind.TOO_LONG, number, code)
        elif code and folded(code) in self._numbers:
            self._fail(MistakeKind.SAME_NUMBER, number or name, code, self._numbers[folded(code)])
        elif not code and folded(called) in self._names:
            self._fail(MistakeKind.SAME_NAME, name, called, self._names[folded(called)])
        else:
            self._entries.append(ListEntry(code, called, withdrawn, name.line))
        if code:
            self._numbers.setdefault(folded(code), name.line)
        else:
            self._names.setdefault(folded(called), name.line)

    def _fail(self, kind: MistakeKind, cell: Cell, detail: str = "", other: int = 0) -> None:
        self._mistakes.append(ListMistake(kind, cell.line, cell.column, detail, other))


def _joined(
    at: Mapping[Column, Cell], words: Sequence[str], places: Mapping[Column, int]
) -> Cell | None:
    """Family and given names from two columns; where they are not Vietnamese, with a comma."""
    family, given = at.get(Column.FAMILY), at.get(Column.GIVEN)
    if family is None or given is None or not (family.text and given.text):
        return family if family is not None and family.text else given
    is_vietnamese = words[places[Column.FAMILY]].strip().casefold().startswith("họ")
    return family._replace(text=f"{family.text}{' ' if is_vietnamese else ', '}{given.text}")
