"""The head of the first page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF

from massage_trainer.services.paper.chunk import Chunk
from massage_trainer.services.paper.letters import POINT, Style, set_text
from massage_trainer.services.paper.signs import draw_rule

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from massage_trainer.domain.paper.model import Title
    from massage_trainer.services.paper.figures import ReadPicture

_GUTTER: Final = 16 * POINT
_ONE_COLUMN: Final = 3  # so many facts stand below one another
_BELOW: Final = 6 * POINT
_LINE_ROOM: Final = 26 * POINT  # of a line that is filled in by hand


def title_chunk(part: Title, width: float, read: ReadPicture) -> Chunk:
    """Words on the left; the picture, where there is one, on the right."""
    picture = part.picture
    seen = width * 0.46 if picture else 0.0
    room = width - (seen + _GUTTER if picture else 0.0)
    draw = read(picture, seen) if picture else None
    kind = set_text(part.kind, Style.KIND, room)
    title = set_text(part.text, Style.TITLE, room)
    lead = set_text(part.lead, Style.LEAD, room) if part.lead else None
    facts = _facts(part.facts, room)
    words_high = kind.height + 4 * POINT + title.height
    words_high += lead.height + 6 * POINT if lead else 0.0
    words_high += facts.height + 8 * POINT if part.facts else 0.0
    high = seen / picture.shape if picture else 0.0
    lines_high = _LINE_ROOM if part.lines else 0.0

    def paint(painter: QPainter, left: float, top: float) -> None:
        if draw:
            draw(painter, QRectF(left + width - seen, top, seen, high))
        at = top
        kind.paint(painter, left, at)
        at += kind.height + 4 * POINT
        title.paint(painter, left, at)
        at += title.height
        if lead:
            lead.paint(painter, left, at + 6 * POINT)
            at += 6 * POINT + lead.height
        facts.paint(painter, left, at + 8 * POINT)
        if part.lines:
            _hand_lines(painter, part.lines, QRectF(left, top + words, width, _LINE_ROOM))

    words = max(words_high, high)
    lacking = title.lacking | facts.lacking
    return Chunk(words + lines_high + _BELOW, paint, new_page=part.new_page, lacking=lacking)


def _facts(facts: tuple[tuple[str, str], ...], room: float) -> Chunk:
    """Labels and values; many stand in two columns, which are read downwards."""
    columns = 2 if len(facts) > _ONE_COLUMN else 1
    rows = -(-len(facts) // columns)
    wide = room / columns
    labels = [set_text(label, Style.LABEL, wide) for label, _ in facts]
    indent = max((label.natural_width for label in labels), default=0.0) + 10 * POINT
    values = [set_text(text, Style.VALUE, wide - indent - 8 * POINT) for _, text in facts]
    heights = [
        max(value.height for value in values[row::rows]) for row in range(rows)
    ]  # values[row::rows] are those that stand side by side

    def paint(painter: QPainter, left: float, top: float) -> None:
        for number, (label, value) in enumerate(zip(labels, values, strict=True)):
            column, row = divmod(number, rows)
            x, y = left + column * wide, top + sum(heights[:row])
            label.paint(painter, x, y + 0.8 * POINT)
            value.paint(painter, x + indent, y)

    lacking = frozenset[str]().union(*(value.lacking for value in values))
    return Chunk(sum(heights), paint, lacking=lacking)


def _hand_lines(painter: QPainter, labels: tuple[str, ...], box: QRectF) -> None:
    """The first line is the longest: it is for a name."""
    shares = (2.0, *(1.0 for _ in labels[1:]))
    gap = 12 * POINT
    unit = (box.width() - gap * (len(labels) - 1)) / sum(shares)
    at, base = box.left(), box.bottom()
    for label, share in zip(labels, shares, strict=True):
        text = set_text(label, Style.LABEL, box.width())
        text.paint(painter, at, base - text.height + 2 * POINT)
        wide = unit * share
        draw_rule(painter, at + text.natural_width + 5 * POINT, at + wide, base, 0.7)
        at += wide + gap
