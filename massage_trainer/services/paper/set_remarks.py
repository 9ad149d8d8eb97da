"""Remarks under their signs, and what the signs mean."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Qt

from massage_trainer.domain.paper.model import Sign
from massage_trainer.services.paper.chunk import Chunk
from massage_trainer.services.paper.letters import DANGER, INK, POINT, TINT, Style, set_text
from massage_trainer.services.paper.signs import draw_frame, draw_sign

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from massage_trainer.domain.paper.model import Legend, Remark

_SIGN: Final = 11 * POINT
_INDENT: Final = 19 * POINT
_LABEL: Final = 74 * POINT
_PAD: Final = 9 * POINT
_ROW: Final = 4 * POINT


def remark_chunk(
    part: Remark,
    width: float,
    gap: float = 4 * POINT,
    topic: str = "",
    *,
    labelled: bool = True,
) -> Chunk:
    """The sign, a label in heavy letters, the words; a label is not said twice in a row."""
    room = width - _INDENT
    label = set_text(part.label, Style.SMALL_STRONG, _LABEL)
    words = set_text(part.text, Style.BODY, room - _LABEL - 8 * POINT)
    high = max(_SIGN + 2 * POINT, words.height)
    if labelled:
        high = max(high, label.height + 1.5 * POINT)
    ink = DANGER if part.sign in (Sign.STOP, Sign.AVOID) else INK

    def paint(painter: QPainter, left: float, top: float) -> None:
        draw_sign(painter, part.sign, left, top + 1 * POINT, _SIGN)
        if labelled:
            label.paint(painter, left + _INDENT, top + 1.5 * POINT, ink)
        words.paint(painter, left + _INDENT + _LABEL + 8 * POINT, top)

    return Chunk(high, paint, gap, topic=topic, lacking=words.lacking)


def legend_chunk(part: Legend, width: float) -> Chunk:
    """Two columns in a tinted box: the signs, and the origins of numbers."""
    inner = width - 2 * _PAD
    left_wide = inner * 0.34
    right_wide = inner - left_wide - 14 * POINT
    title = set_text(part.title, Style.STRONG, inner)
    signs = [(sign, set_text(text, Style.SMALL, left_wide - _INDENT)) for sign, text in part.signs]
    origins = [
        (status, set_text(short, Style.SMALL_STRONG, right_wide))
        for status, short, _ in part.statuses
    ]
    column = max((text.natural_width for _, text in origins), default=0.0) + 20 * POINT
    means = [set_text(text, Style.SMALL, right_wide - column) for _, _, text in part.statuses]
    sign_high = _SIGN + _ROW
    right_rows = [max(text.height, 14 * POINT) + _ROW for text in means]
    body = max(sign_high * len(signs), sum(right_rows))
    high = _PAD + title.height + _ROW + body + _PAD - _ROW

    def paint(painter: QPainter, left: float, top: float) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(TINT)
        painter.drawRoundedRect(QRectF(left, top, width, high), 4 * POINT, 4 * POINT)
        title.paint(painter, left + _PAD, top + _PAD - 2 * POINT)
        begin = top + _PAD + title.height + _ROW
        at = begin
        for sign, text in signs:
            draw_sign(painter, sign, left + _PAD, at, _SIGN)
            text.paint(painter, left + _PAD + _INDENT, at + 0.6 * POINT)
            at += sign_high
        at, begin_right = begin, left + _PAD + left_wide + 14 * POINT
        for (status, short), text, row in zip(origins, means, right_rows, strict=True):
            box = QRectF(begin_right, at, short.natural_width + 10 * POINT, 13 * POINT)
            draw_frame(painter, status, box)
            short.paint(painter, begin_right + 5 * POINT, at + 1.2 * POINT)
            text.paint(painter, begin_right + column, at + 1.2 * POINT)
            at += row

    return Chunk(high, paint, gap=14 * POINT)
