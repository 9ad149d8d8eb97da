"""Areas of the screen that labels keep off: a zone as rows of spans."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from massage_trainer.widgets.plate.shapes import Box

_ROW: Final = 4.0
Place = tuple[float, float]
Span = tuple[float, float]


class Patch(NamedTuple):
    """What is seen of an area: its spans from left to right, row by row from the top.

    ``left`` and ``right`` are its outermost places.
    """

    top: float
    rows: tuple[tuple[Span, ...], ...]
    left: float
    right: float

    def holds(self, x: float, y: float) -> bool:
        number = math.floor((y - self.top) / _ROW)
        if not 0 <= number < len(self.rows):
            return False
        return any(left <= x <= right for left, right in self.rows[number])

    def meets(self, box: Box) -> bool:
        # Asked thousands of times for one picture: loops, and first what costs least.
        left, top, width, height = box
        right = left + width
        if left >= self.right or right <= self.left:
            return False
        first = max(0, math.floor((top - self.top) / _ROW))
        last = math.floor((top + height - self.top) / _ROW)
        for row in self.rows[first : max(first, last + 1)]:
            for start, end in row:
                if start < right and left < end:
                    return True
        return False

    def is_crossed(self, start: Place, end: Place) -> bool:
        """Whether a straight line runs over it."""
        (x, y), (to_x, to_y) = start, end
        bottom = self.top + len(self.rows) * _ROW
        if max(x, to_x) < self.left or min(x, to_x) > self.right:
            return False
        if max(y, to_y) < self.top or min(y, to_y) > bottom:
            return False
        steps = max(1, math.ceil(math.dist(start, end) / _ROW))
        across, down = to_x - x, to_y - y
        return any(
            self.holds(x + across * step / steps, y + down * step / steps)
            for step in range(steps + 1)
        )

    def anchors(self, room: float, most: int) -> tuple[Place, ...]:
        """Places to name it at: deep inside the area, apart from one another, the middle first."""
        inside = [
            ((left + right) / 2, self.top + (number + 0.5) * _ROW, right - left)
            for number, row in enumerate(self.rows)
            for left, right in row
        ]
        if not inside:
            return ()
        wide = [each for each in inside if each[2] >= 2 * room] or inside
        deep = [(x, y) for x, y, _ in wide if self._is_deep(x, y, room)]
        places = deep or [(x, y) for x, y, _ in wide]
        middle = places[len(places) // 2]
        found = [middle]
        while len(found) < min(most, len(places)):
            found.append(max(places, key=lambda at: min(math.dist(at, one) for one in found)))
        return tuple(found)

    @property
    def size(self) -> float:
        """How much of it is seen."""
        return sum(right - left for row in self.rows for left, right in row) * _ROW

    def _is_deep(self, x: float, y: float, room: float) -> bool:
        return self.holds(x, y - room) and self.holds(x, y + room)


def patch_of(outline: Sequence[Place], area: Box) -> Patch:
    """The part of a closed outline that lies in the area."""
    ups = [y for _, y in outline]
    top = max(area.top, min(ups, default=area.top))
    bottom = min(area.bottom, max(ups, default=area.top))
    count = max(0, math.ceil((bottom - top) / _ROW))
    rows = tuple(_spans(outline, top, count, area))
    left = min((row[0][0] for row in rows if row), default=area.left)
    right = max((row[-1][1] for row in rows if row), default=area.left)
    return Patch(top, rows, left, right)


def _spans(
    outline: Sequence[Place], top: float, count: int, area: Box
) -> Iterator[tuple[Span, ...]]:
    """Row by row, what lies inside: between each odd crossing of the outline and the next."""
    crossings: list[list[float]] = [[] for _ in range(count)]
    middles = [top + (row + 0.5) * _ROW for row in range(count)]
    for (a, b), (c, d) in pairwise((*outline, *outline[:1])):
        if b == d:
            continue
        low, high = (b, d) if b < d else (d, b)
        for row in range(bisect_left(middles, low), bisect_left(middles, high)):
            crossings[row].append(a + (c - a) * (middles[row] - b) / (d - b))
    for places in crossings:
        places.sort()
        spans = zip(places[::2], places[1::2], strict=True)
        seen = ((max(left, area.left), min(right, area.right)) for left, right in spans)
        yield tuple((left, right) for left, right in seen if left < right)
