"""How points, labels and touches are painted over a picture: crisp, and never on the place itself.

Everything has a light edge around a dark line, so that it is seen on skin, on cloth, on a weak
projector, and without colours.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen

from massage_trainer.widgets.painting import round_pen

if TYPE_CHECKING:
    from massage_trainer.widgets.plate.labels import Leader
    from massage_trainer.widgets.plate.shapes import Box
    from massage_trainer.widgets.theme import Theme

TICK_REACH: Final = 1.62  # in radii of the ring: how far the ticks reach out
_TICK_FROM: Final = 1.12
_GAP_DEGREES: Final = 34  # of the ring, where a tick stands
_QUARTER: Final = 90
_END: Final = 2.6
_EDGE: Final = 1.7  # the light edge on each side of a line


def draw_ring(
    painter: QPainter, at: QPointF, radius: float, theme: Theme, *, active: bool, chosen: bool
) -> None:
    """An open ring with four ticks outwards; what is inside stays as it is."""
    ring = QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius)
    path = QPainterPath()
    for quarter in range(4):
        start = quarter * _QUARTER + _GAP_DEGREES / 2
        path.arcMoveTo(ring, start)
        path.arcTo(ring, start, _QUARTER - _GAP_DEGREES)
        angle = math.radians(quarter * _QUARTER)
        way = QPointF(math.cos(angle), math.sin(angle))
        path.moveTo(at + way * (radius * _TICK_FROM))
        path.lineTo(at + way * (radius * TICK_REACH))
    width = radius * (0.3 if active else 0.17)
    draw_line(painter, path, theme.mark if active else theme.plate_ink, max(1.3, width), theme)
    if chosen:
        outer = QPainterPath()
        reach = radius * TICK_REACH + 3
        outer.addEllipse(at, reach, reach)
        draw_line(painter, outer, theme.mark, 2.0, theme)


def draw_line(
    painter: QPainter, path: QPainterPath, color: QColor, width: float, theme: Theme
) -> None:
    """A dark line with a light edge."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.strokePath(path, _pen(theme.plate, width + 2 * _EDGE))
    painter.strokePath(path, _pen(color, width))


def draw_leader(painter: QPainter, leader: Leader, color: QColor, theme: Theme) -> None:
    """From a mark to its label."""
    path = QPainterPath(QPointF(*leader[0]))
    path.lineTo(QPointF(*leader[1]))
    draw_line(painter, path, color, 1.4, theme)


def draw_end(painter: QPainter, at: QPointF, color: QColor, theme: Theme) -> None:
    """Where a leader ends inside of what it names."""
    path = QPainterPath()
    path.addEllipse(at, _END, _END)
    painter.strokePath(path, _pen(theme.plate, 2 * _EDGE))
    painter.fillPath(path, color)


def draw_label(
    painter: QPainter, box: Box, text: str, font: QFont, fill: QColor, ink: QColor, edge: QColor
) -> None:
    """A name on a small sheet of its own."""
    rect = QRectF(*box)
    radius = min(rect.height() / 2, 7.0)
    painter.setBrush(fill)
    painter.setPen(QPen(edge, 1.2))
    painter.drawRoundedRect(rect, radius, radius)
    painter.setFont(font)
    painter.setPen(ink)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)


def draw_diamond(painter: QPainter, at: QPointF, size: float, theme: Theme) -> None:
    """A landmark: hollow like the points, but with corners."""
    path = QPainterPath(at + QPointF(0, -size))
    for corner in (QPointF(size, 0), QPointF(0, size), QPointF(-size, 0), QPointF(0, -size)):
        path.lineTo(at + corner)
    draw_line(painter, path, theme.plate_ink, 1.6, theme)


def draw_dot(painter: QPainter, at: QPointF, radius: float, theme: Theme) -> None:
    """A small open ring: a point beside those that matter now."""
    path = QPainterPath()
    path.addEllipse(at, radius, radius)
    draw_line(painter, path, theme.plate_ink, 1.6, theme)


def draw_cross(painter: QPainter, at: QPointF, size: float, theme: Theme) -> None:
    """Where a finger was; open in the middle."""
    path = QPainterPath()
    for way in (QPointF(1, 1), QPointF(1, -1), QPointF(-1, 1), QPointF(-1, -1)):
        path.moveTo(at + way * (size * 0.25))
        path.lineTo(at + way * size)
    draw_line(painter, path, theme.danger_mark, 2.4, theme)


def draw_number(painter: QPainter, at: QPointF, text: str, font: QFont, theme: Theme) -> None:
    """A number in the middle of a place, with a light edge."""
    path = QPainterPath()
    path.addText(QPointF(0, 0), font, text)
    path.translate(at - path.boundingRect().center())
    painter.strokePath(path, _pen(theme.plate, 2 * _EDGE + 0.6))
    painter.fillPath(path, theme.plate_ink)


def _pen(color: QColor, width: float) -> QPen:
    pen = round_pen(color, width)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen
