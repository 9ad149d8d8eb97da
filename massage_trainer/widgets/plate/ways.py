"""How the hands move, drawn over a picture: one sign for each movement, everywhere the same.

A line with a head: the hand travels along it. A round line with heads: it circles. A broad arrow:
it presses. A ring with two bars: it stays. A dashed line with a head: a part of the client moves.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPainterPath

from massage_trainer.domain.still_places import MarkKind
from massage_trainer.widgets.painting import round_pen

if TYPE_CHECKING:
    from massage_trainer.domain.still_places import DrawnMark
    from massage_trainer.widgets.plate.viewport import Viewport
    from massage_trainer.widgets.theme import Theme

_WIDTH_SHARE: Final = 0.0105  # of the height of the sheet
_LEAST_WIDTH: Final = 3.0
_MOST_WIDTH: Final = 8.0
_FARTHEST_WIDTH: Final = 1.8
_ON_BODY_M: Final = 0.015
_EDGE: Final = 0.46  # of the line's width: the light edge on each side
_LEAST_EDGE: Final = 1.8
_HEAD: Final = 4.6  # in widths of the line: how long a head is
_HEAD_HALF: Final = 2.1  # half its width
_NOTCH: Final = 0.74  # of the head's length: how far it is cut in at the back
_HEAD_OF_WAY: Final = 0.42  # a head takes no more of a short way
_ROUND_HEAD: Final = 0.85  # in radii of a small circle
_TWO_HEADS: Final = 9.0  # a circle so many heads long gets two of them
_BREAK: Final = 0.55  # in heads: between a head and the next tail
_PRESS_HEAD: Final = 1.45  # of other heads
_PRESS_SHAFT: Final = 1.15  # half its width, in widths of a line
_PRESS_SHARE: Final = 0.2  # of the height of the sheet: how long a press arrow may be
_PRESS_GAP: Final = 0.35  # in heads: it stops short of the place, which stays in sight
_STUB: Final = 1.6  # a press seen from above is shorter than so many heads
_GAUGE_LINE: Final = 1.6  # around a press that is not at its deepest
_PRESS_M: Final = 0.06  # how long a press arrow is on the body
_SEEN_FROM_THE_SIDE: Final = 0.4  # of its length
_HOLD_RADIUS: Final = 3.4  # in widths of the line
_DASHES: Final = (2.6, 2.0)
_KEEP_OFF_STEPS: Final = 10

Places = tuple[QPointF, ...]


class Drawn(NamedTuple):
    """A way on the screen: lines of one width, and filled shapes."""

    kind: MarkKind
    width: float
    lines: tuple[Places, ...] = ()
    shapes: tuple[Places, ...] = ()  # heads and broad arrows, the tip first

    @property
    def legs(self) -> tuple[Places, ...]:
        """Roughly where it is: what labels keep off."""
        return (*map(_thinned, self.lines), *((shape[0], _middle(shape)) for shape in self.shapes))


def way_on(mark: DrawnMark, view: Viewport) -> Drawn:
    """Where everything of a mark stands; its line is as wide at any zoom."""
    width = min(_MOST_WIDTH, max(_LEAST_WIDTH, view.height * _WIDTH_SHARE))
    if mark.metre:  # seen from far away a body is small, and what is drawn on it
        width = min(width, max(_FARTHEST_WIDTH, mark.metre * view.height * _ON_BODY_M))
    places = [QPointF(*view.to_screen(at)) for at in mark.path]
    match mark.kind:
        case MarkKind.PRESS:
            head_on = mark.metre * view.height * _PRESS_M * _SEEN_FROM_THE_SIDE
            return _press(places, width, view.height * _PRESS_SHARE, head_on)
        case MarkKind.HOLD:
            return _hold(_middle(places), width)
        case _ if mark.closed:
            return _round(mark.kind, places, width)
        case _:
            if not mark.headed:
                return Drawn(mark.kind, width, (tuple(places),))
            return _line(mark.kind, places, width, both_ways=mark.both_ways)


def draw_way(painter: QPainter, way: Drawn, theme: Theme, force: float | None = None) -> None:
    """Dark with a light edge all around, which is painted first and so never over a line.

    A press is filled towards its tip as far as the hands have come, where that is known.
    """
    edge = max(_LEAST_EDGE, way.width * _EDGE)
    lines, shapes = QPainterPath(), QPainterPath()
    for places in way.lines:
        _add(lines, places)
    for places in way.shapes:
        _add(shapes, places)
        shapes.closeSubpath()
    pen = round_pen(theme.plate, way.width + 2 * edge)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.strokePath(lines, pen)
    pen.setWidthF(2 * edge)
    painter.strokePath(shapes, pen)
    pen = round_pen(theme.way, way.width)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if way.kind is MarkKind.MOVE:
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern(_DASHES)
    painter.strokePath(lines, pen)
    if way.kind is MarkKind.PRESS and force is not None:
        _fill(painter, way, shapes, force, theme)
    else:
        painter.fillPath(shapes, theme.way)


def _fill(painter: QPainter, way: Drawn, shapes: QPainterPath, force: float, theme: Theme) -> None:
    """From the back of each shape to its tip, like a gauge; its outline stays."""
    painter.fillPath(shapes, theme.plate)
    pen = round_pen(theme.way, _GAUGE_LINE)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.strokePath(shapes, pen)
    for places in way.shapes:
        tip = places[0]
        along = tip - _middle(places)
        along /= _size(along) or 1.0
        across = QPointF(-along.y(), along.x())
        behind = [QPointF.dotProduct(place - tip, along) for place in places]
        wide = max(abs(QPointF.dotProduct(place - tip, across)) for place in places) + 1
        back = min(behind)
        front = tip + along * (back * (1 - force))
        end = tip + along * (back - 1)
        filled, shape = QPainterPath(front + across * wide), QPainterPath()
        for corner in (front - across * wide, end - across * wide, end + across * wide):
            filled.lineTo(corner)
        filled.closeSubpath()
        _add(shape, places)
        shape.closeSubpath()
        painter.fillPath(shape.intersected(filled), theme.way)


def _line(kind: MarkKind, places: Sequence[QPointF], width: float, *, both_ways: bool) -> Drawn:
    head = min(width * _HEAD, _length(places) * _HEAD_OF_WAY)
    ends = [_head(places, head)]
    line = _cut(places, head * _NOTCH)
    if both_ways:
        ends.append(_head(places[::-1], head))
        line = _cut(line[::-1], head * _NOTCH)[::-1]
    return Drawn(kind, min(width, head / _HEAD * 1.4), (tuple(line),), tuple(ends))


def _round(kind: MarkKind, places: Sequence[QPointF], width: float) -> Drawn:
    """Arcs that chase one another: a circle without an end would not say which way it goes."""
    ring = [*places, places[0]]
    length = _length(ring)
    head = min(width * _HEAD, length / (2 * math.pi) * _ROUND_HEAD)
    width = min(width, head / _HEAD * 1.4)
    count = 2 if length > _TWO_HEADS * head else 1
    lines, heads = [], []
    for number in range(count):
        start, end = number * length / count, (number + 1) * length / count
        arc = _part(ring, start, end - head * _BREAK)
        heads.append(_head(arc, head))
        lines.append(tuple(_cut(arc, head * _NOTCH)))
    return Drawn(kind, width, tuple(lines), tuple(heads))


def _press(places: Sequence[QPointF], width: float, longest: float, head_on: float = 0.0) -> Drawn:
    """A broad arrow onto the place; seen from above, four heads around it that point at it.

    From far away it is short, too: where ``head_on`` is known, only what is shorter is that.
    """
    start, end = places[0], places[-1]
    head = width * _HEAD * _PRESS_HEAD
    way = end - start
    length = _size(way)
    if length < (head_on or head * _STUB):
        return Drawn(MarkKind.PRESS, width, (), tuple(_inward(end, width * _HEAD)))
    along = way / length
    tip = end - along * (head * _PRESS_GAP)
    back = tip - along * max(head * _STUB, min(length, longest))
    across = QPointF(-along.y(), along.x())
    neck, half, shaft = tip - along * head, head * _HEAD_HALF / _HEAD, width * _PRESS_SHAFT
    return Drawn(
        MarkKind.PRESS,
        width,
        (),
        (
            (
                tip,
                neck + across * half,
                neck + across * shaft,
                back + across * shaft,
                back - across * shaft,
                neck - across * shaft,
                neck - across * half,
            ),
        ),
    )


def _inward(at: QPointF, head: float) -> Iterator[Places]:
    for quarter in range(4):
        angle = math.radians(45 + 90 * quarter)
        out = QPointF(math.cos(angle), math.sin(angle))
        yield _head((at + out * (2 * head), at + out * (head * 0.55)), head)


def _hold(at: QPointF, width: float) -> Drawn:
    radius = width * _HOLD_RADIUS
    steps = [2 * math.pi * step / 32 for step in range(33)]
    ring = tuple(at + QPointF(math.cos(a), math.sin(a)) * radius for a in steps)
    bars = tuple(
        (at + QPointF(x, -0.4) * radius, at + QPointF(x, 0.4) * radius) for x in (-0.3, 0.3)
    )
    return Drawn(MarkKind.HOLD, width * 0.8, (ring, *bars))


def _head(places: Sequence[QPointF], length: float) -> Places:
    """An arrow head at the end of a line, in the direction in which the line comes."""
    tip = places[-1]
    back = _cut(places, length)[-1]
    way = tip - back
    along = way / (_size(way) or 1.0)
    across = QPointF(-along.y(), along.x()) * (length * _HEAD_HALF / _HEAD)
    base = tip - along * length
    return tip, base + across, tip - along * (length * _NOTCH), base - across


def _cut(places: Sequence[QPointF], by: float) -> list[QPointF]:
    """A line that ends so much earlier."""
    return _part(places, 0.0, max(0.0, _length(places) - by))


def _part(places: Sequence[QPointF], start: float, end: float) -> list[QPointF]:
    """A line from one length of its way to another."""
    found: list[QPointF] = []
    gone = 0.0
    for one, other in pairwise(places):
        way = other - one
        step = _size(way)
        before, gone = gone, gone + step
        if not found and start <= gone and step:
            found.append(one + way * ((start - before) / step))
        if found and end <= gone and step:
            return [*found, one + way * ((end - before) / step)]
        if start < gone < end:
            found.append(other)
    return [*found, places[-1]] if found else [places[-1], places[-1]]


def _thinned(places: Places) -> Places:
    every = max(1, len(places) // _KEEP_OFF_STEPS)
    return (*places[:-1:every], places[-1])


def _middle(places: Sequence[QPointF]) -> QPointF:
    return sum(places, QPointF()) / len(places)


def _length(places: Sequence[QPointF]) -> float:
    return sum(_size(other - one) for one, other in pairwise(places))


def _size(way: QPointF) -> float:
    return math.hypot(way.x(), way.y())


def _add(path: QPainterPath, places: Places) -> None:
    path.moveTo(places[0])
    for place in places[1:]:
        path.lineTo(place)
