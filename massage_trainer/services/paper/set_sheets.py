"""Tables, blanks to be written on, and lines to sign."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import Qt

from massage_trainer.services.paper.chunk import Chunk
from massage_trainer.services.paper.letters import POINT, SetText, Style, set_text
from massage_trainer.services.paper.signs import draw_rule, draw_sign

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from massage_trainer.domain.paper.model import Blanks, Cell, Sign, Signature, Table

_CELL_GAP: Final = 8 * POINT
_ROW_PAD: Final = 3 * POINT
_SMALL_PAD: Final = 2 * POINT
_SIGN: Final = 9 * POINT
_SIGN_ROOM: Final = 15 * POINT
_BLANK_HIGH: Final = 21 * POINT
_COLUMN_GAP: Final = 18 * POINT


class _Set(NamedTuple):
    text: SetText
    note: SetText | None
    sign: Sign | None

    @property
    def height(self) -> float:
        return self.text.height + (self.note.height if self.note else 0.0)


def table_chunks(part: Table, width: float) -> Iterator[Chunk]:
    """The head stays with the first row."""
    lefts, widths = _columns(part, width)
    head = [
        set_text(text, Style.LABEL, wide, _align(part, number))
        for number, (text, wide) in enumerate(zip(part.head, widths, strict=True))
    ]
    again = None
    if any(part.head):
        high = max(text.height for text in head)

        def paint_head(painter: QPainter, left: float, top: float) -> None:
            for text, at in zip(head, lefts, strict=True):
                text.paint(painter, left + at, top)
            draw_rule(painter, left, left + width, top + high + 1 * POINT, 0.9)

        again = Chunk(high + 3 * POINT, paint_head, gap=6 * POINT, keep=True)
        yield again
    for row in part.rows:
        yield replace(_row(part, row, lefts, widths, width), again=again)


def _row(
    part: Table, row: tuple[Cell, ...], lefts: list[float], widths: list[float], width: float
) -> Chunk:
    cells = [
        _cell(cell, wide, _align(part, number))
        for number, (cell, wide) in enumerate(zip(row, widths, strict=True))
    ]
    pad = _SMALL_PAD if all(cell.small for cell in row) else _ROW_PAD
    high = max(cell.height for cell in cells) + 2 * pad

    def paint(painter: QPainter, left: float, top: float) -> None:
        for cell, column in zip(cells, lefts, strict=True):
            at = left + column
            if cell.sign:
                draw_sign(painter, cell.sign, at, top + pad + 2 * POINT, _SIGN)
                at += _SIGN_ROOM
            cell.text.paint(painter, at, top + pad)
            if cell.note:
                cell.note.paint(painter, at, top + pad + cell.text.height)
        draw_rule(painter, left, left + width, top + high, 0.4)

    lacking = frozenset[str]().union(*(cell.text.lacking for cell in cells))
    return Chunk(high, paint, lacking=lacking)


def _cell(cell: Cell, width: float, align: Qt.AlignmentFlag) -> _Set:
    room = width - (_SIGN_ROOM if cell.sign else 0)
    style = Style.STRONG if cell.strong else Style.SMALL_INK if cell.small else Style.BODY
    note = set_text(cell.note, Style.SMALL, room, align) if cell.note else None
    return _Set(set_text(cell.text, style, room, align), note, cell.sign)


def _columns(part: Table, width: float) -> tuple[list[float], list[float]]:
    room = width - _CELL_GAP * (len(part.shares) - 1)
    widths = [room * share / sum(part.shares) for share in part.shares]
    lefts = [sum(widths[:number]) + _CELL_GAP * number for number in range(len(widths))]
    return lefts, widths


def _align(part: Table, column: int) -> Qt.AlignmentFlag:
    flags = Qt.AlignmentFlag
    return flags.AlignRight if column in part.right else flags.AlignLeft


def blank_chunks(part: Blanks, width: float) -> Iterator[Chunk]:
    """Rows of numbered lines; numbers run down the columns."""
    rows = -(-len(part.numbers) // part.columns)
    wide = (width - _COLUMN_GAP * (part.columns - 1)) / part.columns
    for row in range(rows):
        numbers = [
            (column, part.numbers[row + column * rows])
            for column in range(part.columns)
            if row + column * rows < len(part.numbers)
        ]

        def paint(
            painter: QPainter,
            left: float,
            top: float,
            numbers: list[tuple[int, int]] = numbers,
        ) -> None:
            for column, number in numbers:
                at = left + column * (wide + _COLUMN_GAP)
                text = set_text(str(number), Style.STRONG, 20 * POINT, Qt.AlignmentFlag.AlignRight)
                text.paint(painter, at, top + _BLANK_HIGH - text.height)
                base = top + _BLANK_HIGH - 2.5 * POINT
                draw_rule(painter, at + 26 * POINT, at + wide, base, 0.7)

        yield Chunk(_BLANK_HIGH, paint, gap=5 * POINT if row == 0 else 0.0, keep=row == 0)


def signature_chunk(part: Signature, width: float) -> Chunk:
    """Room to sign above a line."""
    gap = 24 * POINT
    wide = (width - gap * (len(part.labels) - 1)) / len(part.labels)
    high = 48 * POINT

    def paint(painter: QPainter, left: float, top: float) -> None:
        for number, label in enumerate(part.labels):
            at = left + number * (wide + gap)
            draw_rule(painter, at, at + wide, top + high - 13 * POINT, 0.7)
            set_text(label, Style.SMALL, wide).paint(painter, at, top + high - 11 * POINT)

    return Chunk(high, paint, gap=10 * POINT)
