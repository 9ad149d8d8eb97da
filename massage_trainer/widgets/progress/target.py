"""Where places were shown around their points: a target with rings in cun and words at its ends."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from massage_trainer.widgets.painting import round_pen
from massage_trainer.widgets.progress.drawing import LEFT, MIDDLE, RIGHT

if TYPE_CHECKING:
    from massage_trainer.widgets.progress.drawing import Look

RINGS: Final = (0.5, 1.0, 2.0, 3.0)
_COUNTS_CUN: Final = 0.5
_ALPHA: Final = 110
_ARROW_FROM_CUN: Final = 0.12
_SLANT: Final = 50  # degrees, of the words of the rings


@dataclass(frozen=True, slots=True)
class Ends:
    """The words at the four ends of the target."""

    left: str
    right: str
    top: str
    bottom: str


@dataclass(frozen=True, slots=True)
class Target:
    """Places in cun, to the right and down; ``mean`` is their middle, if it is a habit."""

    places: tuple[tuple[float, float], ...]
    mean: tuple[float, float] | None
    ends: Ends
    ring_words: tuple[str, ...]  # of RINGS
    numbers: tuple[str, ...]

    @property
    def reach_cun(self) -> float:
        """The outermost ring: the smallest that holds all places, one cun at the least."""
        furthest = max((math.hypot(*place) for place in self.places), default=0.0)
        return next((ring for ring in RINGS[1:] if ring >= furthest), RINGS[-1])

    def paint(self, painter: QPainter, area: QRectF, look: Look) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = look.theme
        side = max(look.width(self.ends.left), look.width(self.ends.right)) + look.em
        room = area.adjusted(0, look.line * 1.4, 0, -look.line * 1.4)
        radius = max(8.0, min(room.height() / 2, area.width() / 2 - side))
        middle = room.center()
        cun = radius / self.reach_cun
        painter.setPen(QPen(theme.line, 1))
        painter.drawLine(middle - QPointF(radius, 0), middle + QPointF(radius, 0))
        painter.drawLine(middle - QPointF(0, radius), middle + QPointF(0, radius))
        for ring in RINGS:
            if ring <= self.reach_cun:
                counts = ring == _COUNTS_CUN
                pen = QPen(theme.ink if counts else theme.outline, 2.0 if counts else 1.0)
                painter.setPen(pen)
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawEllipse(middle, ring * cun, ring * cun)
        self._paint_places(painter, middle, cun, look)
        self._paint_ring_words(painter, middle, cun, look)
        if self.mean is not None:
            self._paint_mean(painter, middle, cun, look)
        self._paint_ends(painter, middle, radius, look)

    def _paint_places(self, painter: QPainter, middle: QPointF, cun: float, look: Look) -> None:
        fill = QColor(look.theme.accent)
        fill.setAlpha(_ALPHA)
        size = max(2.5, look.em * 0.22)
        painter.setBrush(fill)
        painter.setPen(QPen(look.theme.accent, 1))
        for right, down in self.places:
            painter.drawEllipse(middle + QPointF(right * cun, down * cun), size, size)

    def _paint_ring_words(self, painter: QPainter, middle: QPointF, cun: float, look: Look) -> None:
        painter.setFont(look.font)
        slant = QPointF(*self._quiet_corner())
        for ring, words in zip(RINGS, self.ring_words, strict=True):
            if ring > self.reach_cun:
                continue
            at = middle + slant * (ring * cun)
            box = QRectF(0, 0, look.width(words) + look.em * 0.5, look.line)
            box.moveCenter(at)
            paper = QColor(look.theme.surface)
            paper.setAlpha(215)
            painter.fillRect(box, paper)
            painter.setPen(look.theme.ink)
            painter.drawText(box, int(MIDDLE), words)

    def _quiet_corner(self) -> tuple[float, float]:
        """The slanting way from the middle beside which the fewest places lie."""
        steep, flat = math.sin(math.radians(_SLANT)), math.cos(math.radians(_SLANT))
        corners = [(x * flat, y * steep) for x in (1, -1) for y in (-1, 1)]

        def crowd(way: tuple[float, float]) -> int:
            return sum(x * way[0] > 0 and y * way[1] > 0 for x, y in self.places)

        return min(corners, key=crowd)

    def _paint_mean(self, painter: QPainter, middle: QPointF, cun: float, look: Look) -> None:
        """An arrow from the point to the middle of the answers, with an edge of paper around it."""
        assert self.mean is not None
        right, down = self.mean
        way = QPointF(right * cun, down * cun)
        length = math.hypot(way.x(), way.y())
        path = QPainterPath(middle)
        path.lineTo(middle + way)
        if length > _ARROW_FROM_CUN * cun:
            back = math.atan2(-way.y(), -way.x())
            head = min(look.em * 0.8, length * 0.6)
            for turn in (0.5, -0.5):
                path.moveTo(middle + way)
                barb = QPointF(math.cos(back + turn), math.sin(back + turn)) * head
                path.lineTo(middle + way + barb)
        width = max(2.5, look.em * 0.2)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.strokePath(path, round_pen(look.theme.surface, width + 4))
        painter.strokePath(path, round_pen(look.theme.ink, width))

    def _paint_ends(self, painter: QPainter, middle: QPointF, radius: float, look: Look) -> None:
        painter.setFont(look.strong)
        painter.setPen(look.theme.ink)
        high, gap = look.line * 1.2, look.em * 0.5
        wide = 40 * look.em
        x, y = middle.x(), middle.y()
        for room, flags, words in (
            (QRectF(x - radius - gap - wide, y - high / 2, wide, high), RIGHT, self.ends.left),
            (QRectF(x + radius + gap, y - high / 2, wide, high), LEFT, self.ends.right),
            (QRectF(x - wide / 2, y - radius - high, wide, high), MIDDLE, self.ends.top),
            (QRectF(x - wide / 2, y + radius, wide, high), MIDDLE, self.ends.bottom),
        ):
            painter.drawText(room, int(flags), words)
