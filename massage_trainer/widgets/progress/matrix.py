"""What is taken for what: a grid of the pairs that are confused most."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from massage_trainer.widgets.painting import fitted
from massage_trainer.widgets.progress.drawing import LEFT, MIDDLE, hatch

if TYPE_CHECKING:
    from collections.abc import Mapping

    from massage_trainer.widgets.progress.drawing import Look

_LEAST_ALPHA: Final = 50
_MOST_ALPHA: Final = 255
_DARK: Final = 150  # from this alpha on the ground wants the other ink
_HEAD_SHARE: Final = 0.3


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows are what was asked, columns what was answered instead; each count stands in its cell."""

    names: tuple[str, ...]
    counts: Mapping[tuple[int, int], int]  # row, column
    row_title: str
    column_title: str
    numbers: tuple[str, ...]

    def paint(self, painter: QPainter, area: QRectF, look: Look) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        count = len(self.names)
        widest = max([look.width(name) for name in self.names], default=0.0)
        head = min(max(widest, look.width(self.row_title)) + look.em, area.width() * _HEAD_SHARE)
        tops = look.line * 2.4
        room = QRectF(
            area.left() + head, area.top() + tops, area.width() - head, area.height() - tops
        )
        wide = min(room.width() / max(1, count), look.em * 7)
        high = min(room.height() / max(1, count), look.em * 3)
        self._paint_heads(painter, area, room, (wide, high), look)
        for row in range(count):
            for column in range(count):
                cell = QRectF(room.left() + column * wide, room.top() + row * high, wide, high)
                self._paint_cell(painter, cell, row, column, look)

    def _paint_heads(
        self,
        painter: QPainter,
        area: QRectF,
        room: QRectF,
        cell: tuple[float, float],
        look: Look,
    ) -> None:
        wide, high = cell
        head = room.left() - area.left()
        painter.setPen(look.theme.muted)
        title = fitted(look.font, self.row_title, head - look.em * 0.5)
        painter.setFont(title)
        painter.drawText(
            QRectF(area.left(), area.top() + look.line * 1.2, head, look.line),
            int(LEFT),
            self.row_title,
        )
        painter.setFont(fitted(look.font, self.column_title, room.width()))
        painter.drawText(
            QRectF(room.left(), area.top(), room.width(), look.line), int(LEFT), self.column_title
        )
        painter.setPen(look.theme.ink)
        painter.setFont(look.font)
        for number, name in enumerate(self.names):
            painter.drawText(
                QRectF(area.left(), room.top() + number * high, head - look.em * 0.5, high),
                int(LEFT),
                look.elided(name, head - look.em * 0.5),
            )
            painter.drawText(
                QRectF(room.left() + number * wide, room.top() - look.line * 1.2, wide, look.line),
                int(MIDDLE),
                look.elided(name, wide - 2),
            )

    def _paint_cell(
        self, painter: QPainter, cell: QRectF, row: int, column: int, look: Look
    ) -> None:
        theme = look.theme
        most = max(self.counts.values(), default=1)
        count = self.counts.get((row, column), 0)
        inner = cell.adjusted(1, 1, -1, -1)
        painter.fillRect(inner, theme.surface)
        ink = theme.ink
        if row == column:
            hatch(painter, inner, look.em * 0.5, QPen(theme.line, 1))
        elif count:
            alpha = _LEAST_ALPHA + (_MOST_ALPHA - _LEAST_ALPHA) * count // most
            shade = QColor(theme.accent)
            shade.setAlpha(min(_MOST_ALPHA, alpha))
            painter.fillRect(inner, shade)
            ink = theme.accent_ink if alpha > _DARK else theme.ink
        painter.setPen(QPen(theme.line, 1))
        painter.drawRect(inner)
        if count and row != column:
            painter.setPen(ink)
            painter.setFont(look.strong)
            painter.drawText(cell, int(MIDDLE), str(count))
