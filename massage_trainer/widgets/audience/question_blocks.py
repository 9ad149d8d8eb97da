"""The blocks of words of a class question, each as wide as its room and as high as it needs."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from massage_trainer.widgets.fonts import sized
from massage_trainer.widgets.icons import Icon, draw_icon
from massage_trainer.widgets.text_block import CAPITALS_MIDDLE, LINE_HEIGHT, lay_out

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QTextLayout

    from massage_trainer.widgets.theme import Theme

_LEFT: Final = Qt.AlignmentFlag.AlignLeft
_BELOW_MIDDLE: Final = CAPITALS_MIDDLE - LINE_HEIGHT / 2  # of capitals in a line, by its size
_BOLD: Final = QFont.Weight.DemiBold
_NORMAL: Final = QFont.Weight.Normal


@dataclass(frozen=True, slots=True)
class Block(ABC):
    """Something that is painted over the whole width; sizes are in pixels of the font."""

    @abstractmethod
    def height(self, font: QFont, px: float, width: float) -> float: ...

    @abstractmethod
    def paint(
        self, painter: QPainter, font: QFont, px: float, room: QRectF, theme: Theme
    ) -> None: ...


@dataclass(frozen=True, slots=True)
class Words(Block):
    """A paragraph; ``size`` is its share of the panel's letters."""

    text: str
    size: float
    ink: str = "ink"
    bold: bool = False
    icon: Icon | None = None

    def height(self, font: QFont, px: float, width: float) -> float:
        return self._layout(font, px, width)[1]

    def paint(self, painter: QPainter, font: QFont, px: float, room: QRectF, theme: Theme) -> None:
        painter.setPen(getattr(theme, self.ink))
        layout, _ = self._layout(font, px, room.width())
        layout.draw(painter, room.topLeft() + QPointF(self._indent(px), 0))
        if self.icon is not None:
            side = px * self.size
            place = QRectF(room.left(), room.top() + side * 0.32, side, side)
            draw_icon(painter, self.icon, place, theme.accent)

    def _layout(self, font: QFont, px: float, width: float) -> tuple[QTextLayout, float]:
        weight = _BOLD if self.bold else _NORMAL
        letters = sized(font, max(1, round(px * self.size)), weight)
        return lay_out(self.text, letters, max(1.0, width - self._indent(px)), _LEFT)

    def _indent(self, px: float) -> float:
        return px * self.size * 1.4 if self.icon is not None else 0.0


@dataclass(frozen=True, slots=True)
class Letter(Block):
    """An answer that is held up; after it was told with the hands for it, and whether right."""

    letter: str
    text: str
    hands: int | None = None
    share: float = 0.0  # of all hands
    right: bool | None = None

    def height(self, font: QFont, px: float, width: float) -> float:
        return max(self._layout(font, px, width)[1], px * 1.5) + px * 0.5

    def paint(self, painter: QPainter, font: QFont, px: float, room: QRectF, theme: Theme) -> None:
        line = max(1.0, px * 0.06)
        body = room.adjusted(line / 2, line / 2, -line / 2, -line / 2)
        corner = px * 0.35
        edge = theme.accent if self.right else theme.outline
        painter.setPen(QPen(edge, line * 2.5 if self.right else line))
        painter.setBrush(theme.surface)
        painter.drawRoundedRect(body, corner, corner)
        if self.share:
            self._paint_bar(painter, body, corner, theme)
        badge = QRectF(room.left() + px * 0.35, 0, px * 1.4, px * 1.4)
        badge.moveCenter(QPointF(badge.center().x(), room.center().y()))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.accent if self.right is not False else theme.outline)
        painter.drawEllipse(badge)
        painter.setPen(theme.accent_ink if self.right is not False else theme.surface)
        painter.setFont(sized(font, max(1, round(px * 0.92)), _BOLD))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, self.letter)
        painter.setPen(theme.ink)
        layout, height = self._layout(font, px, room.width())
        top = room.center().y() - height / 2 - px * _BELOW_MIDDLE
        layout.draw(painter, QPointF(room.left() + px * 2.1, top))
        if self.hands is not None:
            self._paint_hands(painter, font, px, room, theme.ink)
        if self.right:
            side = px * 0.95
            place = QRectF(room.right() - px * 1.35, room.center().y() - side / 2, side, side)
            draw_icon(painter, Icon.CHECK, place, theme.accent)

    def _paint_bar(self, painter: QPainter, body: QRectF, corner: float, theme: Theme) -> None:
        """How many of all: a ground behind the words, from the left."""
        painter.save()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.accent_soft)
        bar = body.adjusted(1, 1, -1, -1)
        bar.setWidth(bar.width() * self.share)
        painter.drawRoundedRect(bar, min(corner, bar.width() / 2), corner)
        painter.restore()

    def _paint_hands(
        self, painter: QPainter, font: QFont, px: float, room: QRectF, ink: QColor
    ) -> None:
        painter.setPen(ink)
        painter.setFont(sized(font, max(1, round(px)), _BOLD))
        place = QRectF(room.right() - px * 3.6, room.top(), px * 2.1, room.height())
        painter.drawText(
            place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(self.hands)
        )

    def _layout(self, font: QFont, px: float, width: float) -> tuple[QTextLayout, float]:
        right = px * (3.8 if self.hands is not None else 0.5)
        room = max(1.0, width - px * 2.1 - right)
        return lay_out(self.text, sized(font, max(1, round(px))), room, _LEFT)


@dataclass(frozen=True, slots=True)
class Share(Block):
    """One line of the end of a round: what it was about, and how many knew it."""

    name: str
    note: str
    told: str
    share: float

    def height(self, font: QFont, px: float, width: float) -> float:
        return self._name(font, px, width)[1] + self._under(font, px, width) + px * 0.75

    def paint(self, painter: QPainter, font: QFont, px: float, room: QRectF, theme: Theme) -> None:
        layout, height = self._name(font, px, room.width())
        painter.setPen(theme.ink)
        layout.draw(painter, room.topLeft())
        painter.setFont(self._told_font(font, px))
        wide = self._told_width(font, px)
        told = QRectF(room.right() - wide, room.top(), wide, height)
        painter.drawText(
            told, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self.told
        )
        if self.note:
            note, _ = self._note(font, px, room.width())
            note.draw(painter, room.topLeft() + QPointF(0, height))
        bar = QRectF(room.left(), room.bottom() - px * 0.55, room.width(), px * 0.28)
        corner = bar.height() / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.line)
        painter.drawRoundedRect(bar, corner, corner)
        if self.share:
            bar.setWidth(max(bar.height(), bar.width() * self.share))
            painter.setBrush(theme.accent)
            painter.drawRoundedRect(bar, corner, corner)

    def _name(self, font: QFont, px: float, width: float) -> tuple[QTextLayout, float]:
        room = max(1.0, width - self._told_width(font, px) - px)
        return lay_out(self.name, sized(font, max(1, round(px))), room, _LEFT)

    @staticmethod
    def _told_font(font: QFont, px: float) -> QFont:
        return sized(font, max(1, round(px * 0.9)), _BOLD)

    def _told_width(self, font: QFont, px: float) -> float:
        return QFontMetricsF(self._told_font(font, px)).horizontalAdvance(self.told) + 2

    def _note(self, font: QFont, px: float, width: float) -> tuple[QTextLayout, float]:
        return lay_out(self.note, sized(font, max(1, round(px * 0.75))), width, _LEFT)

    def _under(self, font: QFont, px: float, width: float) -> float:
        return self._note(font, px, width)[1] if self.note else 0.0
