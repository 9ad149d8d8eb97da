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
    facts = [
        (set_text(label, Style.LABEL, room), set_text(text, Style.VALUE, room * 0.72))
        for label, text in part.facts
    ]
    column = max((label.natural_width for label, _ in facts), default=0.0) + 10 * POINT
    words_high = kind.height + 4 * POINT + title.height
    words_high += lead.height + 6 * POINT if lead else 0.0
    words_high += sum(text.height for _, text in facts) + (8 * POINT if facts else 0.0)
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
        at += 8 * POINT
        for label, text in facts:
            label.paint(painter, left, at + 0.8 * POINT)
            text.paint(painter, left + column, at)
            at += text.height
        if part.lines:
            _hand_lines(painter, part.lines, QRectF(left, top + words, width, _LINE_ROOM))

    words = max(words_high, high)
    lacking = title.lacking.union(*(text.lacking for _, text in facts))
    return Chunk(words + lines_high, paint, lacking=lacking)


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
