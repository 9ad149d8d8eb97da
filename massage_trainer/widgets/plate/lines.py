"""How measuring lines and zones are painted over a picture."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QImage, QPainter, QPainterPath, QPen, QTransform

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
    """A measuring line on the screen, in pieces outside the ring; its ticks and their numbers."""

    legs: tuple[tuple[QPointF, ...], ...]
    ticks: tuple[tuple[QPointF, QPointF], ...]  # place, way across the line
    numbers: tuple[tuple[QPointF, str], ...]


def measure(
    line: MeasuringLine, view: Viewport, pixel_size: int, at: QPointF, radius: float
) -> Measured:
    """The way of the hand up to the ring around the point; numbers stand away from the ring."""
    legs = [_screen_points(leg, view) for leg in line.legs]
    ticks, numbers = [], []
    reach = _TICK + pixel_size * _NUMBER_EMS
    counted = [0] * max(1, len(legs))
    for place in line.ticks:
        tick = QPointF(*view.to_screen(place))
        leg = _leg_of(tick, legs)
        counted[leg] += 1
        number = counted[leg]  # each leg is measured from its own beginning
        if _length(tick - at) <= radius + _TICK:
            continue  # it would hide the place
        normal = _normal_at(tick, legs)
        ticks.append((tick, normal))
        away = max((normal, -normal), key=lambda way: _length(tick + way * reach - at))
        numbers.append((tick + away * reach, str(number)))
    pieces = [tuple(piece) for leg in legs for piece in _outside(leg, at, radius)]
    return Measured(tuple(pieces), tuple(ticks), tuple(numbers))


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
    for place, number in measured.numbers:
        draw_number(painter, place, number, font, theme)


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
    bounds = area.boundingRect()
    if strong:
        veil = QColor(theme.plate)
        veil.setAlphaF(0.22)
        painter.fillPath(area, veil)
    # A pattern is filled many times as quickly as its lines are drawn; live pictures move.
    detail = math.ceil(painter.device().devicePixelRatioF())
    brush = QBrush(_hatching(hatch.rgba(), 1.4 if strong else 1.0, detail))
    brush.setTransform(brush.transform() * QTransform.fromTranslate(bounds.left(), bounds.bottom()))
    painter.fillRect(bounds, brush)
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


@lru_cache(maxsize=8)
def _hatching(color: int, width: float, detail: int) -> QBrush:
    """Parallel lines from lower left to upper right, in a tile that fits its neighbours."""
    size = round(_HATCH * detail)
    tile = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor.fromRgba(color), width * detail))
    for left in (-size, 0, size):
        painter.drawLine(QPointF(left - size, 2 * size), QPointF(left + 2 * size, -size))
    painter.end()
    brush = QBrush(tile)
    brush.setTransform(QTransform.fromScale(1 / detail, 1 / detail))
    return brush


def _screen_points(run: Run, view: Viewport) -> list[QPointF]:
    return [QPointF(*view.to_screen(point)) for point in run.points]


def _add(path: QPainterPath, points: Sequence[QPointF]) -> None:
    for number, point in enumerate(points):
        if number:
            path.lineTo(point)
        else:
            path.moveTo(point)


def _outside(points: Sequence[QPointF], at: QPointF, radius: float) -> list[list[QPointF]]:
    """The pieces of a line that do not lie inside a ring."""
    pieces: list[list[QPointF]] = []
    before: QPointF | None = None
    out_before = False
    for point in points:
        out = _length(point - at) >= radius
        if out and not out_before:
            pieces.append([] if before is None else [_on_ring(before, point, at, radius)])
        if out:
            pieces[-1].append(point)
        elif out_before and before is not None:
            pieces[-1].append(_on_ring(point, before, at, radius))
        before, out_before = point, out
    return pieces


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


def _leg_of(place: QPointF, legs: Sequence[Sequence[QPointF]]) -> int:
    """On which leg a place lies."""
    return min(
        range(len(legs)),
        key=lambda leg: min((_length(place - point) for point in legs[leg]), default=math.inf),
        default=0,
    )


def _length(way: QPointF) -> float:
    return math.hypot(way.x(), way.y())
