"""How measuring lines and zones are painted over a picture."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen

from massage_trainer.widgets.plate.marks import draw_line, draw_number

if TYPE_CHECKING:
    from massage_trainer.domain.still_places import MeasuringLine, Run
    from massage_trainer.widgets.plate.viewport import Viewport
    from massage_trainer.widgets.theme import Theme

_TICK: Final = 5.0  # half its length
_NUMBER_EMS: Final = 0.7  # how far a number stands from its tick
_HATCH: Final = 9.0
_LEAST_CLOSED: Final = 3


class Measured(NamedTuple):
    """A measuring line on the screen: its legs, and each tick with its direction and number."""

    legs: tuple[tuple[QPointF, ...], ...]
    ticks: tuple[tuple[QPointF, QPointF], ...]  # place, way across the line
    numbers: tuple[QPointF, ...]


def measure(
    line: MeasuringLine, view: Viewport, pixel_size: int, at: QPointF, radius: float
) -> Measured:
    """The way of the hand up to the ring around the point; numbers stand away from the ring."""
    legs = [_screen_points(leg, view) for leg in line.legs]
    ticks, numbers = [], []
    reach = _TICK + pixel_size * _NUMBER_EMS
    for place in line.ticks:
        tick = QPointF(*view.to_screen(place))
        normal = _normal_at(tick, legs)
        ticks.append((tick, normal))
        away = max((normal, -normal), key=lambda way: _length(tick + way * reach - at))
        numbers.append(tick + away * reach)
    shown = tuple(tuple(_short_of(points, at, radius)) for points in legs)
    return Measured(shown, tuple(ticks), tuple(numbers))


def draw_measured(painter: QPainter, measured: Measured, font: QFont, theme: Theme) -> None:
    """The line, with a tick and a number at each cun."""
    path = QPainterPath()
    for points in measured.legs:
        _add(path, points)
    draw_line(painter, path, theme.mark, 2.2, theme)
    marks = QPainterPath()
    for tick, normal in measured.ticks:
        marks.moveTo(tick - normal * _TICK)
        marks.lineTo(tick + normal * _TICK)
    draw_line(painter, marks, theme.mark, 2.2, theme)
    for number, place in enumerate(measured.numbers, start=1):
        draw_number(painter, place, str(number), font, theme)


def zone_path(runs: Sequence[Run], view: Viewport) -> QPainterPath:
    """The closed outline of a zone, its pieces joined where something hides them."""
    path = QPainterPath()
    for run in runs:
        for point in _screen_points(run, view):
            if path.elementCount():
                path.lineTo(point)
            else:
                path.moveTo(point)
    if path.elementCount() >= _LEAST_CLOSED:
        path.closeSubpath()
    return path


def draw_zone(
    painter: QPainter, runs: Sequence[Run], view: Viewport, theme: Theme, *, strong: bool
) -> None:
    """Hatched and edged: a zone is known without its colour. ``strong`` where it was asked for."""
    area = zone_path(runs, view)
    painter.save()
    painter.setClipPath(area, Qt.ClipOperation.IntersectClip)
    hatch = QColor(theme.danger_mark)
    hatch.setAlphaF(0.6 if strong else 0.32)
    lines = QPainterPath()
    for start, end in _diagonals(area.boundingRect()):
        lines.moveTo(start)
        lines.lineTo(end)
    if strong:
        veil = QColor(theme.plate)
        veil.setAlphaF(0.22)
        painter.fillPath(area, veil)
    painter.strokePath(lines, QPen(hatch, 1.4 if strong else 1.0))
    painter.restore()
    edge = QPainterPath()
    for run in runs:
        _add(edge, _screen_points(run, view))
    pen = QPen(theme.danger_mark, 2.0 if strong else 1.5)
    pen.setDashPattern([5, 3])
    light = QColor(theme.plate)
    light.setAlphaF(0.85)
    painter.strokePath(edge, QPen(light, 4.6 if strong else 3.6))
    painter.strokePath(edge, pen)


def _diagonals(area: QRectF) -> Iterable[tuple[QPointF, QPointF]]:
    """Parallel lines from lower left to upper right, fixed to the zone's own corner."""
    size = area.height()
    offset = 0.0
    while offset < area.width() + size:
        bottom = QPointF(area.left() + offset - size, area.bottom())
        yield bottom, bottom + QPointF(size, -size)
        offset += _HATCH


def _screen_points(run: Run, view: Viewport) -> list[QPointF]:
    return [QPointF(*view.to_screen(point)) for point in run.points]


def _add(path: QPainterPath, points: Sequence[QPointF]) -> None:
    for number, point in enumerate(points):
        if number:
            path.lineTo(point)
        else:
            path.moveTo(point)


def _short_of(points: Sequence[QPointF], at: QPointF, radius: float) -> list[QPointF]:
    """The line without what would lie inside a ring."""
    kept: list[QPointF] = []
    for number, point in enumerate(points):
        away = _length(point - at)
        if away >= radius:
            if number and not kept:  # it comes out of the ring
                kept.append(_on_ring(points[number - 1], point, at, radius))
            kept.append(point)
        elif kept:
            kept.append(_on_ring(point, kept[-1], at, radius))
            break
    return kept


def _on_ring(inside: QPointF, outside: QPointF, at: QPointF, radius: float) -> QPointF:
    """Where a way from inside a ring to outside meets it."""
    low, high = 0.0, 1.0
    for _ in range(12):
        middle = (low + high) / 2
        if _length(inside + (outside - inside) * middle - at) < radius:
            low = middle
        else:
            high = middle
    return inside + (outside - inside) * high


def _normal_at(place: QPointF, legs: Sequence[Sequence[QPointF]]) -> QPointF:
    """Across the line at a place of it, downwards on the screen."""
    best, normal = math.inf, QPointF(0, 1)
    for points in legs:
        for start, end in pairwise(points):
            way = end - start
            length = _length(way)
            if length < 1e-6:
                continue
            along = QPointF.dotProduct(place - start, way) / length**2
            near = start + way * min(1.0, max(0.0, along))
            away = _length(place - near)
            if away < best:
                best = away
                normal = QPointF(-way.y() / length, way.x() / length)
    return normal if normal.y() > 0 or (normal.y() == 0 and normal.x() > 0) else -normal


def _length(way: QPointF) -> float:
    return math.hypot(way.x(), way.y())
