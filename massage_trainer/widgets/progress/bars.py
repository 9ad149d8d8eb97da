"""Bars for days: what was answered, and what will be due."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from massage_trainer.widgets.progress.drawing import LEFT, MIDDLE, RIGHT, draw_legend, hatch

if TYPE_CHECKING:
    from massage_trainer.widgets.progress.drawing import Look

_LABEL_EVERY: Final = 7
_STEPS: Final = (1, 2, 5)
_BAR_SHARE: Final = 0.72
_HATCH: Final = 0.4


@dataclass(frozen=True, slots=True)
class Bar:
    """One day: a number, a part of it that is drawn full, and the day's name under the axis."""

    total: int
    part: int
    label: str


@dataclass(frozen=True, slots=True)
class Bars:
    """Days from left to right; ``marked`` is the one of today.

    ``part_name`` and ``rest_name`` are the words of the full and of the hatched part; empty where
    all is full.
    """

    bars: tuple[Bar, ...]
    marked: int
    part_name: str
    rest_name: str
    numbers: tuple[str, ...]

    def paint(self, painter: QPainter, area: QRectF, look: Look) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = area.top() + look.line * 0.4
        if self.rest_name:
            entries: list[tuple[Callable[[QRectF], None], str]] = [
                (lambda box: _fill(painter, box, look), self.part_name),
                (lambda box: _hatched(painter, box, look), self.rest_name),
            ]
            top = area.top() + draw_legend(painter, area, entries, look) + look.line * 0.3
        most = max([bar.total for bar in self.bars], default=0)
        step = nice_step(most)
        ceiling = max(step, -(-most // step) * step)
        gutter = look.width(str(ceiling)) + look.em * 0.7
        plot = QRectF(
            area.left() + gutter,
            top,
            area.width() - gutter,
            area.bottom() - top - look.line * 1.3,
        )
        self._paint_grid(painter, plot, ceiling, step, look)
        self._paint_bars(painter, plot, ceiling, look)

    def _paint_grid(
        self, painter: QPainter, plot: QRectF, ceiling: int, step: int, look: Look
    ) -> None:
        painter.setFont(look.font)
        for value in range(0, ceiling + 1, step):
            y = plot.bottom() - plot.height() * value / ceiling
            painter.setPen(QPen(look.theme.outline if not value else look.theme.line, 1))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(look.theme.muted)
            room = QRectF(plot.left() - look.em * 9, y - look.line / 2, look.em * 8.5, look.line)
            painter.drawText(room, int(RIGHT), str(value))

    def _paint_bars(self, painter: QPainter, plot: QRectF, ceiling: int, look: Look) -> None:
        pitch = plot.width() / max(1, len(self.bars))
        for number, bar in enumerate(self.bars):
            left = plot.left() + pitch * (number + (1 - _BAR_SHARE) / 2)
            full = plot.height() * bar.part / ceiling
            whole = plot.height() * bar.total / ceiling
            box = QRectF(left, plot.bottom() - full, pitch * _BAR_SHARE, full)
            rest = QRectF(left, plot.bottom() - whole, pitch * _BAR_SHARE, whole - full)
            if rest.height() > 0:
                _hatched(painter, rest, look)
            if box.height() > 0:
                _fill(painter, box, look)
            if number == self.marked or self._is_labelled(number):
                self._paint_label(painter, plot, number, pitch, look)

    def _is_labelled(self, number: int) -> bool:
        away = abs(number - self.marked)
        return away % _LABEL_EVERY == 0

    def _paint_label(
        self, painter: QPainter, plot: QRectF, number: int, pitch: float, look: Look
    ) -> None:
        text = self.bars[number].label
        painter.setFont(look.strong if number == self.marked else look.font)
        painter.setPen(look.theme.ink if number == self.marked else look.theme.muted)
        width = look.width(text) * 1.1 + 4
        middle = plot.left() + pitch * (number + 0.5)
        left, flags = middle - width / 2, MIDDLE
        if left < plot.left():
            left, flags = plot.left(), LEFT
        elif left + width > plot.right():
            left, flags = plot.right() - width, RIGHT
        painter.drawText(
            QRectF(left, plot.bottom() + look.line * 0.15, width, look.line), int(flags), text
        )


def nice_step(most: int) -> int:
    """Between the lines of a grid of at most six: 1, 2, 5, 10, 20, 50 ..."""
    power = 1
    while True:
        for step in _STEPS:
            if step * power * 5 >= most:
                return step * power
        power *= 10


def _fill(painter: QPainter, box: QRectF, look: Look) -> None:
    painter.fillRect(box, look.theme.accent)


def _hatched(painter: QPainter, box: QRectF, look: Look) -> None:
    painter.fillRect(box, look.theme.surface)
    hatch(painter, box, look.em * _HATCH, QPen(look.theme.accent, 1))
    painter.setPen(QPen(look.theme.accent, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(box)
