"""The words that stand where a picture cannot be shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QPainter

from massage_trainer.widgets.fonts import sized
from massage_trainer.widgets.icons import Icon, draw_icon
from massage_trainer.widgets.text_block import block_height, draw_block

if TYPE_CHECKING:
    from massage_trainer.widgets.theme import Scale, Theme

_CENTRED: Final = Qt.AlignmentFlag.AlignHCenter


def paint_words_instead(
    painter: QPainter,
    room: QRect,
    font: QFont,
    texts: tuple[str, str, str],
    theme: Theme,
    scale: Scale,
) -> None:
    """The step's name, what is done in it, and small below, why there is no picture."""
    fonts = (
        sized(font, scale.title_px, QFont.Weight.DemiBold),
        sized(font, scale.body_px),
        sized(font, scale.caption_px),
    )
    heights = [block_height(t, f, room.width()) for t, f in zip(texts, fonts, strict=True)]
    size = scale.px(7)
    whole = sum(heights) + 2 * scale.unit + size
    top = room.top() + max(0, (room.height() - whole) // 2)
    muted = theme.plate_ink.lighter(240)
    draw_icon(painter, Icon.PERSON, QRect(room.left(), top, room.width(), size), muted)
    top += size
    inks = (theme.plate_ink, theme.plate_ink, muted)
    for text, letters, height, ink in zip(texts, fonts, heights, inks, strict=True):
        painter.setPen(ink)
        draw_block(painter, QRect(room.left(), top, room.width(), height), text, letters, _CENTRED)
        top += height + scale.unit
