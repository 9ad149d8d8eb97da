"""Reads a table in CSV cell by cell, and knows in which line and column each cell begins."""

from __future__ import annotations

import codecs
import unicodedata
from typing import TYPE_CHECKING, Final, NamedTuple

from massage_trainer.domain.errors import ContentError, SourceLocation
from massage_trainer.domain.inert_cells import active

if TYPE_CHECKING:
    from collections.abc import Iterable

_SEPARATORS: Final = (",", ";", "\t")
_MARKED: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


class Cell(NamedTuple):
    """What stands in a cell, in NFC and without spaces around it; lines and columns from 1."""

    text: str
    line: int
    column: int


def decoded(content: bytes, label: str) -> str:
    """UTF-8, or UTF-16 as spreadsheets mark it; anything else is refused with its line."""
    marked = ((mark, name) for mark, name in _MARKED if content.startswith(mark))
    mark, encoding = next(marked, (b"", "utf-8"))
    content = content[len(mark) :]
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        before = content[: error.start].decode(encoding, "replace")
        line = before.count("\n") + 1
        column = len(before) - before.rfind("\n")
        where = SourceLocation(label, line, column)
        hint = "save it as “CSV UTF-8”"
        raise ContentError(where, f"a letter that is not {encoding.upper()}", hint) from error


def separator_of(text: str, known: Iterable[str]) -> str:
    """Comma, semicolon or tab: whichever shows the most columns that are known."""
    first = text.lstrip("\r\n").partition("\n")[0]
    names = set(known)

    def columns(separator: str) -> int:
        return sum(part.strip(' "\r').casefold() in names for part in first.split(separator))

    return max(_SEPARATORS, key=columns)


def rows_of(text: str, separator: str, label: str) -> list[list[Cell]]:
    """All rows that are not empty; a quote that is never closed is refused with its place."""
    return _Reader(text, separator, label).rows()


class _Reader:
    def __init__(self, text: str, separator: str, label: str) -> None:
        self._text = text.replace("\r\n", "\n").replace("\r", "\n")
        self._separator = separator
        self._label = label
        self._at = 0
        self._line = 1
        self._begin = 0  # of the line

    def rows(self) -> list[list[Cell]]:
        found: list[list[Cell]] = []
        while self._at < len(self._text):
            row = [self._cell()]
            while self._peek() == self._separator:
                self._at += 1
                row.append(self._cell())
            self._end_of_line()
            if any(cell.text for cell in row):
                found.append(row)
        return found

    def _cell(self) -> Cell:
        line, column = self._line, self._at - self._begin + 1
        if self._peek() == '"':
            text = self._quoted(SourceLocation(self._label, line, column))
            # What stands behind the closing quote belongs to the cell, as spreadsheets read it.
            text += self._plain()
        else:
            text = self._plain()
        return Cell(active(unicodedata.normalize("NFC", text).strip()), line, column)

    def _plain(self) -> str:
        start = self._at
        while self._at < len(self._text) and self._text[self._at] not in (self._separator, "\n"):
            self._at += 1
        return self._text[start : self._at]

    def _quoted(self, where: SourceLocation) -> str:
        parts: list[str] = []
        self._at += 1
        while True:
            end = self._text.find('"', self._at)
            if end < 0:
                raise ContentError(where, "a quote that is never closed", 'write "" for a quote')
            parts.append(self._text[self._at : end])
            self._at = end + 1
            if self._peek() != '"':
                break
            parts.append('"')
            self._at += 1
        text = "".join(parts)
        if lines := text.count("\n"):
            self._line += lines
            self._begin = self._text.rfind("\n", 0, self._at) + 1
        return text

    def _end_of_line(self) -> None:
        if self._peek() == "\n":
            self._at += 1
            self._line += 1
            self._begin = self._at

    def _peek(self) -> str:
        return self._text[self._at : self._at + 1]
