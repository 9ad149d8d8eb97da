"""Areas of the screen that labels keep off: a zone as rows of spans."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from massage_trainer.widgets.plate.shapes import Box

_ROW: Final = 4.0
Place = tuple[float, float]
Span = tuple[float, float]


class Patch(NamedTuple):
    """What is seen of an area: its spans from left to right, row by row from the top."""

    top: float
    rows: tuple[tuple[Span, ...], ...]

    def holds(self, x: float, y: float) -> bool:
        return any(left <= x <= right for left, right in self._row(self._number(y)))

    def meets(self, box: Box) -> bool:
        first = max(0, self._number(box.top))
        return any(
            left < box.right and box.left < right
            for row in self.rows[first : max(first, self._number(box.bottom) + 1)]
            for left, right in row
        )

    def is_crossed(self, start: Place, end: Place) -> bool:
        """Whether a straight line runs over it."""
        steps = max(1, math.ceil(math.dist(start, end) / _ROW))
        return any(
            self.holds(
                start[0] + (end[0] - start[0]) * step / steps,
                start[1] + (end[1] - start[1]) * step / steps,
            )
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

    def _number(self, y: float) -> int:
        return math.floor((y - self.top) / _ROW)

    def _row(self, number: int) -> tuple[Span, ...]:
        return self.rows[number] if 0 <= number < len(self.rows) else ()


def patch_of(outline: Sequence[Place], area: Box) -> Patch:
    """The part of a closed outline that lies in the area."""
    ups = [y for _, y in outline]
    top = max(area.top, min(ups, default=area.top))
    bottom = min(area.bottom, max(ups, default=area.top))
    count = max(0, math.ceil((bottom - top) / _ROW))
    rows = (tuple(_spans(outline, top + (row + 0.5) * _ROW, area)) for row in range(count))
    return Patch(top, tuple(rows))


def _spans(outline: Sequence[Place], y: float, area: Box) -> Iterator[Span]:
    crossings = sorted(
        a + (c - a) * (y - b) / (d - b)
        for (a, b), (c, d) in pairwise((*outline, *outline[:1]))
        if (b <= y) != (d <= y)
    )
    for left, right in zip(crossings[::2], crossings[1::2], strict=True):
        seen = max(left, area.left), min(right, area.right)
        if seen[0] < seen[1]:
            yield seen
