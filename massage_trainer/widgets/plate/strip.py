"""A strip of words over an edge of the picture: what was touched, chosen or asked for."""

from __future__ import annotations

import math
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QTextLayout
from PySide6.QtWidgets import QWidget

from massage_trainer.widgets.fonts import sized
from massage_trainer.widgets.icons import draw_icon
from massage_trainer.widgets.painting import fill_card
from massage_trainer.widgets.plate.words import StripWords
from massage_trainer.widgets.text_block import CAPITALS_MIDDLE, lay_out
from massage_trainer.widgets.theme import Scale, theme_of

_LEAST_PX: Final = 12
_SHRINK: Final = 0.92
_SMALL: Final = 0.8  # of the usual letters


class Strip(QWidget):
    """Shows StripWords; where they need too much height, their letters get smaller."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.words = StripWords()
        self._px = _LEAST_PX
        self._parts: list[tuple[QTextLayout, float, float]] = []  # layout, left, top
        self._room = (0, 0)
        self._letter = _LEAST_PX
        self._height = 0
        self.hide()

    def set_scale(self, scale: Scale) -> None:
        self._px = scale.caption_px
        self._room = (0, 0)

    def show_words(self, words: StripWords) -> None:
        """Say this; nothing hides the strip."""
        if words != self.words:
            self.words = words
            self._room = (0, 0)
            self.update()
        self.setVisible(bool(words.title or words.lines))

    def height_for(self, width: int, most: int) -> int:
        """How high it becomes; never more than ``most``, the rest is only spoken."""
        if (width, most) != self._room:
            self._room = (width, most)
            self._lay_out(width, most)
        return min(most, self._height)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        fill_card(painter, QRectF(self.rect()), self._pad, theme.plate, theme.outline)
        painter.setPen(theme.plate_ink)
        if self.words.icon:
            size = self._letter * 1.2
            top = self._pad + self._letter * CAPITALS_MIDDLE - size / 2
            draw_icon(painter, self.words.icon, QRectF(self._pad, top, size, size), theme.mark)
        painter.setClipRect(self.rect().adjusted(0, 0, 0, -self._pad // 2))
        for layout, left, top in self._parts:
            layout.draw(painter, QPointF(left, top))

    @property
    def _pad(self) -> int:
        return max(4, self._px // 2)

    def _lay_out(self, width: int, most: int) -> None:
        for lines in (self.words.lines, self.words.brief or self.words.lines):
            letter = float(self._px)
            while True:
                self._letter = max(_LEAST_PX, round(letter))
                self._height = self._arrange(width, lines)
                if self._height <= most:
                    return
                least = _SMALL * self._px if lines is not self.words.brief else 0.0
                if self._letter <= max(_LEAST_PX, least if self.words.brief else 0.0):
                    break  # rather said in short than small
                letter *= _SHRINK

    def _arrange(self, width: int, words: tuple[str, ...]) -> int:
        """Lay the lines out in letters of the present size; answers the height."""
        plain = sized(self.font(), self._letter)
        bold = sized(self.font(), self._letter, QFont.Weight.DemiBold)
        left = float(self._pad)
        if self.words.icon:
            left += self._letter * 1.6
        top = float(self._pad) * 0.6
        self._parts = []
        lines = [(self.words.title, bold)] if self.words.title else []
        lines += [(line, plain) for line in words if line]
        for text, font in lines:
            room = width - left - self._pad
            layout, height = lay_out(text, font, room, Qt.AlignmentFlag.AlignLeft)
            self._parts.append((layout, left, top))
            top += height - self._letter * 0.12
        return math.ceil(top + self._pad * 0.8)
