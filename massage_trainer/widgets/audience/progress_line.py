"""How far the lesson is: a bar, and which step of how many."""

from __future__ import annotations

import math
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from massage_trainer.widgets.audience.scale import AudienceScale
from massage_trainer.widgets.fonts import sized
from massage_trainer.widgets.painting import fill_card
from massage_trainer.widgets.theme import theme_of

PROGRESS_TEXT: Final = 4.6
_BAR: Final = 1.4


class ProgressLine(QWidget):
    """``text`` and ``fraction`` are what is painted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("class-progress")
        self.text = ""
        self.fraction = 0.0
        self._drawn: tuple[str, int] = ("", 0)
        self._scale = AudienceScale(720)

    def set_scale(self, scale: AudienceScale) -> None:
        self._scale = scale
        self.update()

    def show_progress(self, text: str, fraction: float) -> None:
        """Which step, and which part of the time has gone."""
        self.text, self.fraction = text, min(1.0, max(0.0, fraction))
        drawn = (text, math.ceil(self.fraction * self.width()))
        if drawn != self._drawn:
            self._drawn = drawn
            self.setAccessibleName(text)
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), theme_of(self)
        font = sized(self.font(), self._scale.text(PROGRESS_TEXT), QFont.Weight.DemiBold)
        words = QFontMetricsF(font).horizontalAdvance(self.text)
        gap = self._scale.px(2) if words else 0
        high = self._scale.px(_BAR)
        bar = QRectF(0, (self.height() - high) / 2, self.width() - words - gap, high)
        fill_card(painter, bar, high / 2, theme.line)
        if self.fraction:
            width = max(high, bar.width() * self.fraction)
            fill_card(painter, QRectF(0, bar.top(), width, high), high / 2, theme.accent)
        painter.setPen(theme.ink)
        painter.setFont(font)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(self.rect()), right, self.text)
