"""One step of a lesson: picture and numbers on the left, words on the right, cautions below."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QRectF, Qt

from massage_trainer.domain.paper import words
from massage_trainer.services.paper.chunk import Chunk, Paint
from massage_trainer.services.paper.letters import ACCENT, POINT, SetText, Style, set_text
from massage_trainer.services.paper.set_remarks import remark_chunk
from massage_trainer.services.paper.signs import draw_box, draw_frame

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from massage_trainer.domain.paper.model import Fact, Picture, StepPart, Value
    from massage_trainer.services.paper.figures import ReadPicture

_SHARE: Final = 0.385  # of the width: the column of the picture
_GUTTER: Final = 14 * POINT
_BADGE: Final = 17 * POINT
_LABEL: Final = 64 * POINT
_LABEL_GAP: Final = 6 * POINT
_LINE: Final = 13 * POINT
_ROW: Final = 2.5 * POINT
_ABREAST: Final = 3  # numbers without a picture
_BOX: Final = 7.5 * POINT


class _Piece(NamedTuple):
    height: float
    paint: Paint


def step_chunks(part: StepPart, width: float, language: str, read: ReadPicture) -> Iterator[Chunk]:
    """The words that stand beside the picture are never parted from it; more may follow."""
    topic = words.CONTINUED.in_language(language).format(name=f"{part.number}. {part.name}")
    left_wide = width * _SHARE if part.pictures else width
    offset = left_wide + _GUTTER if part.pictures else 0.0
    head = _head(part, width)
    if part.pictures:
        pictures = [_picture(picture, left_wide, read) for picture in part.pictures]
        values = [_value(value, left_wide) for value in part.values]
        left = _stack([*pictures[:1], *values, *pictures[1:]])
    else:
        values = [_value(value, width / _ABREAST) for value in part.values]
        left = _stack(
            [
                _side_by_side(values[start : start + _ABREAST], width / _ABREAST)
                for start in range(0, len(values), _ABREAST)
            ]
        )
    facts = _facts(part.facts, width - offset)
    rows = [*facts, *_checks(part.checks, width - offset)]
    taken = _fitting(rows, left.height) if part.pictures else 1
    right = _stack(rows[:taken])
    under = 0.0 if part.pictures else left.height
    high = max(left.height, right.height) if part.pictures else left.height + right.height

    def paint(painter: QPainter, at: float, top: float) -> None:
        head.paint(painter, at, top)
        below = top + head.height + 4 * POINT
        left.paint(painter, at, below)
        right.paint(painter, at + offset, below + under)

    yield Chunk(head.height + 4 * POINT + high, paint, gap=15 * POINT, lacking=_lacking(part))
    for row in facts[taken:]:
        yield Chunk(row.height, _shifted(row.paint, offset), topic=topic)
    for row in _checks(part.checks, width)[max(0, taken - len(facts)) :]:
        yield Chunk(row.height, row.paint, topic=topic)
    label = ""
    for number, remark in enumerate(part.remarks):
        gap = (7 if number == 0 else 2.5) * POINT
        whole = remark_chunk(remark, width, gap, topic)
        if remark.label == label:
            bare = remark_chunk(remark, width, gap, topic, labelled=False)
            yield replace(bare, at_head=whole)
        else:
            yield whole
        label = remark.label


def _head(part: StepPart, width: float) -> _Piece:
    indent = _BADGE + 7 * POINT
    number = set_text(part.number, Style.BADGE, _BADGE, Qt.AlignmentFlag.AlignHCenter)
    name = set_text(part.name, Style.STEP, width - indent)
    aside = set_text(part.aside, Style.ASIDE, width) if part.aside else None
    beside = aside and name.lines == 1
    if aside and beside:
        beside = name.natural_width + 8 * POINT + aside.natural_width <= width - indent

    def paint(painter: QPainter, left: float, top: float) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ACCENT)
        painter.drawRoundedRect(QRectF(left, top - 0.5 * POINT, _BADGE, _BADGE), 60, 60)
        number.paint(painter, left, top + 1.8 * POINT)
        name.paint(painter, left + indent, top)
        if aside and beside:
            at = left + indent + name.natural_width + 8 * POINT
            aside.paint(painter, at, top + 2.6 * POINT)
        elif aside:
            aside.paint(painter, left + indent, top + name.height)

    high = name.height + (aside.height if aside and not beside else 0.0)
    return _Piece(max(high, _BADGE), paint)


def _picture(picture: Picture, width: float, read: ReadPicture) -> _Piece:
    high = width / picture.shape
    draw = read(picture, width)
    caption = set_text(picture.caption, Style.SMALL, width) if picture.caption else None

    def paint(painter: QPainter, left: float, top: float) -> None:
        draw(painter, QRectF(left, top, width, high))
        if caption:
            caption.paint(painter, left, top + high + 2 * POINT)

    return _Piece(high + (caption.height + 2 * POINT if caption else 0.0) + 3 * POINT, paint)


def _value(value: Value, width: float) -> _Piece:
    """The name in small letters, the number in heavy ones, its origin in its frame."""
    name = set_text(value.name, Style.SMALL, width)
    number = set_text(value.value, Style.VALUE, width)
    origin = set_text(value.status_words, Style.SMALL_STRONG, width)
    why = set_text(value.why, Style.SMALL, width) if value.why else None
    frame = origin.natural_width + 10 * POINT
    beside = number.natural_width + 8 * POINT + frame <= width
    extra = 0.0 if beside else 15 * POINT
    high = name.height + number.height + extra + (why.height if why else 0.0) + 3 * POINT

    def paint(painter: QPainter, left: float, top: float) -> None:
        name.paint(painter, left, top)
        at = top + name.height - 1 * POINT
        number.paint(painter, left, at)
        x = left + number.natural_width + 8 * POINT if beside else left
        y = at + (0.6 * POINT if beside else number.height + 1 * POINT)
        draw_frame(painter, value.status, QRectF(x, y, frame, 13 * POINT))
        origin.paint(painter, x + 5 * POINT, y + 1.2 * POINT)
        if why:
            why.paint(painter, left, at + number.height + extra + 1 * POINT)

    return _Piece(high, paint)


def _facts(facts: tuple[Fact, ...], width: float) -> list[_Piece]:
    found: list[_Piece] = []
    for fact in facts:
        if not fact.label:
            text = set_text(fact.text, Style.STRONG if fact.strong else Style.BODY, width)
            found.append(_Piece(text.height + _ROW, text.paint))
            continue
        label = set_text(fact.label, Style.LABEL, _LABEL)
        style = Style.STRONG if fact.strong else Style.BODY
        text = set_text(fact.text, style, width - _LABEL - _LABEL_GAP)

        def paint(
            painter: QPainter,
            left: float,
            top: float,
            label: SetText = label,
            text: SetText = text,
        ) -> None:
            label.paint(painter, left, top)
            text.paint(painter, left + _LABEL + _LABEL_GAP, top)

        found.append(_Piece(max(label.height, text.height) + _ROW, paint))
    return found


def _checks(checks: tuple[str, ...], width: float) -> list[_Piece]:
    found: list[_Piece] = []
    for check in checks:
        text = set_text(check, Style.BODY, width - 14 * POINT)

        def paint(painter: QPainter, left: float, top: float, text: SetText = text) -> None:
            draw_box(painter, left, top + 2.8 * POINT, _BOX)
            text.paint(painter, left + 14 * POINT, top)

        found.append(_Piece(text.height + _ROW, paint))
    return found


def _lacking(part: StepPart) -> frozenset[str]:
    """A teacher's own lesson may use any letters."""
    said = (part.name, *(fact.text for fact in part.facts), *part.checks)
    return frozenset[str]().union(*(set_text(text, Style.BODY, _LABEL).lacking for text in said))


def _fitting(rows: list[_Piece], high: float) -> int:
    """How many rows begin beside the left column; the last may end below it."""
    taken, used = 0, 0.0
    while taken < len(rows) and (taken == 0 or used < high - _LINE):
        used += rows[taken].height
        taken += 1
    return taken


def _side_by_side(pieces: list[_Piece], width: float) -> _Piece:
    def paint(painter: QPainter, left: float, top: float) -> None:
        for number, piece in enumerate(pieces):
            piece.paint(painter, left + number * width, top)

    return _Piece(max((piece.height for piece in pieces), default=0.0), paint)


def _stack(pieces: list[_Piece]) -> _Piece:
    def paint(painter: QPainter, left: float, top: float) -> None:
        at = top
        for piece in pieces:
            piece.paint(painter, left, at)
            at += piece.height

    return _Piece(sum(piece.height for piece in pieces), paint)


def _shifted(paint: Paint, by: float) -> Paint:
    def shifted(painter: QPainter, left: float, top: float) -> None:
        paint(painter, left + by, top)

    return shifted
