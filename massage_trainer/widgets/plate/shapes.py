"""Shapes on the screen that labels stand in, point to and keep off."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple, Protocol


class Box(NamedTuple):
    """A rectangle on the screen."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.left + self.width

    @property
    def bottom(self) -> float:
        return self.top + self.height

    @property
    def middle(self) -> tuple[float, float]:
        return self.left + self.width / 2, self.top + self.height / 2

    def grown(self, by: float) -> Box:
        return Box(self.left - by, self.top - by, self.width + 2 * by, self.height + 2 * by)

    def meets(self, other: Box) -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def holds(self, other: Box) -> bool:
        return (
            self.left <= other.left
            and other.right <= self.right
            and self.top <= other.top
            and other.bottom <= self.bottom
        )

    def nearest(self, x: float, y: float) -> tuple[float, float]:
        """The place of the box that is nearest to a place outside."""
        left, top, width, height = self
        return min(max(x, left), left + width), min(max(y, top), top + height)

    def distance(self, x: float, y: float) -> float:
        near = self.nearest(x, y)
        return math.hypot(near[0] - x, near[1] - y)

    def is_crossed(self, start: tuple[float, float], end: tuple[float, float]) -> bool:
        """Whether a straight line runs over it."""
        (x, y), (to_x, to_y) = start, end
        left, top, width, height = self
        if max(x, to_x) <= left or max(y, to_y) <= top:
            return False
        if min(x, to_x) >= left + width or min(y, to_y) >= top + height:
            return False
        low, high = 0.0, 1.0
        for from_, to, least, most in (
            (start[0], end[0], self.left, self.right),
            (start[1], end[1], self.top, self.bottom),
        ):
            way = to - from_
            if abs(way) < 1e-9:
                if not least < from_ < most:
                    return False
                continue
            one, other = sorted(((least - from_) / way, (most - from_) / way))
            low, high = max(low, one), min(high, other)
        return low < high


class Disc(NamedTuple):
    """What must stay in sight around a place."""

    x: float
    y: float
    radius: float

    def meets(self, box: Box) -> bool:
        return box.distance(self.x, self.y) < self.radius

    def is_crossed(self, start: tuple[float, float], end: tuple[float, float]) -> bool:
        way = end[0] - start[0], end[1] - start[1]
        length = way[0] ** 2 + way[1] ** 2
        share = 0.0
        if length > 0:
            share = ((self.x - start[0]) * way[0] + (self.y - start[1]) * way[1]) / length
        share = min(1.0, max(0.0, share))
        near = start[0] + share * way[0], start[1] + share * way[1]
        return math.hypot(near[0] - self.x, near[1] - self.y) < self.radius


class Area(Protocol):
    """Something on the screen that a label may hide or a leader may cross."""

    def meets(self, box: Box, /) -> bool: ...

    def is_crossed(self, start: tuple[float, float], end: tuple[float, float], /) -> bool: ...


class Stroke(NamedTuple):
    """A piece of a drawn line."""

    start: tuple[float, float]
    end: tuple[float, float]
    room: float  # on each side of it

    def meets(self, box: Box) -> bool:
        # Asked thousands of times for one picture, and almost always far away.
        (x, y), (to_x, to_y), room = self
        left, top, width, height = box
        if (x <= left - room and to_x <= left - room) or (y <= top - room and to_y <= top - room):
            return False
        right, bottom = left + width + room, top + height + room
        if (x >= right and to_x >= right) or (y >= bottom and to_y >= bottom):
            return False
        return box.grown(room).is_crossed(self.start, self.end)

    def is_crossed(self, start: tuple[float, float], end: tuple[float, float]) -> bool:
        return crosses(self.start, self.end, start, end)


class Chain(NamedTuple):
    """A drawn line of many pieces; what is far from all of them is told at once."""

    strokes: tuple[Stroke, ...]
    around: Box

    @classmethod
    def of(cls, places: Sequence[tuple[float, float]], room: float) -> Chain:
        strokes = tuple(Stroke(one, other, room) for one, other in pairwise(places))
        xs, ys = [x for x, _ in places], [y for _, y in places]
        left, top = min(xs), min(ys)
        return cls(strokes, Box(left, top, max(xs) - left, max(ys) - top).grown(room))

    def meets(self, box: Box) -> bool:
        # Written out: it is asked thousands of times for one picture, and most boxes are far off.
        left, top, width, height = self.around
        x, y, wide, high = box
        if x >= left + width or left >= x + wide or y >= top + height or top >= y + high:
            return False
        for stroke in self.strokes:  # noqa: SIM110 - any() takes twice as long, asked so often
            if stroke.meets(box):
                return True
        return False

    def is_crossed(self, start: tuple[float, float], end: tuple[float, float]) -> bool:
        left, top, width, height = self.around
        if max(start[0], end[0]) < left or min(start[0], end[0]) > left + width:
            return False
        if max(start[1], end[1]) < top or min(start[1], end[1]) > top + height:
            return False
        return any(stroke.is_crossed(start, end) for stroke in self.strokes)


def crosses(
    a: tuple[float, float],
    b: tuple[float, float],
    c: tuple[float, float],
    d: tuple[float, float],
) -> bool:
    """Whether two straight lines meet between their ends."""

    def turn(p: tuple[float, float], q: tuple[float, float], r: tuple[float, float]) -> float:
        return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])

    return turn(a, b, c) * turn(a, b, d) < 0 and turn(c, d, a) * turn(c, d, b) < 0
