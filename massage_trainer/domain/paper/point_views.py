"""Which pictures show the points of a sheet: few of them, each point large enough."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from massage_trainer.domain.anatomy import Side

if TYPE_CHECKING:
    from massage_trainer.domain.catalog import Acupoint
    from massage_trainer.domain.plate import Still
    from massage_trainer.domain.still_places import Fraction

# A picture in which a cun is this much smaller than in the best one is not taken for a point.
_LEAST_SCALE: Final = 0.5
# More would stand too near to one another: they are asked in two pictures.
_POINTS_AT_MOST: Final = 20
_CROWD: Final = 12
# Less of a still would be blurred on paper, and show no landmarks.
_LEAST_PART: Final = 0.65
_AROUND: Final = 0.1
_SIDES: Final = (Side.RIGHT, Side.MIDLINE, Side.LEFT)


class Seen(NamedTuple):
    """Where a place stands in a picture, and how long a cun is there."""

    at: Fraction
    size: float


@dataclass(frozen=True, slots=True)
class PointView:
    """A picture and the places that are seen in it; keys are those of sites."""

    still: Still
    shape: float
    seen: Mapping[str, Mapping[Side, Seen]]

    def shows(self, key: str) -> bool:
        return bool(self.seen.get(key))

    def size(self, key: str) -> float:
        """How large a cun is at a place; 0 where it is not seen."""
        return max((seen.size for seen in self.seen.get(key, {}).values()), default=0.0)


@dataclass(frozen=True, slots=True)
class SheetPoint:
    """A point with all its places in one picture, on one side of the body."""

    point: Acupoint
    places: tuple[Fraction, ...]


@dataclass(frozen=True, slots=True)
class SheetPicture:
    """A picture and the points that are asked in it, from left to right.

    ``part`` is what is shown of it: left, top and width, in fractions.
    """

    view: PointView
    points: tuple[SheetPoint, ...]

    @property
    def part(self) -> tuple[float, float, float]:
        """Of a crowd of points their surroundings, else the whole: one finds one's way by it."""
        if len(self.points) <= _CROWD:
            return 0.0, 0.0, 1.0
        places = [place for point in self.points for place in point.places]
        xs, ys = [x for x, _ in places], [y for _, y in places]
        least = max(max(xs) - min(xs), max(ys) - min(ys)) + 2 * _AROUND
        width = min(1.0, max(_LEAST_PART, least))
        left, top = (min(max((min(s) + max(s) - width) / 2, 0.0), 1 - width) for s in (xs, ys))
        return left, top, width


def sheet_pictures(
    points: Sequence[Acupoint], views: Sequence[PointView]
) -> tuple[tuple[SheetPicture, ...], tuple[Acupoint, ...]]:
    """The pictures, the one with most points first, and the points that none shows."""
    fitting = {point.code: _fitting(point, views) for point in points}
    left = [point for point in points if fitting[point.code]]
    found: list[SheetPicture] = []
    while left:
        best = max(
            range(len(views)),
            key=lambda number: sum(number in fitting[point.code] for point in left),
        )
        here = [point for point in left if best in fitting[point.code]]
        view = views[best]
        shown = [SheetPoint(point, _places(point, view)) for point in here]
        shown.sort(key=lambda each: (_middle(each), each.point.code))
        found.extend(SheetPicture(view, group) for group in _groups(shown))
        left = [point for point in left if best not in fitting[point.code]]
    return tuple(found), tuple(point for point in points if not fitting[point.code])


def _groups(shown: list[SheetPoint]) -> list[tuple[SheetPoint, ...]]:
    """Of nearly the same size, one beside the other."""
    count = -(-len(shown) // _POINTS_AT_MOST)
    ends = [round(len(shown) * number / count) for number in range(count + 1)]
    return [tuple(shown[start:end]) for start, end in pairwise(ends)]


def _fitting(point: Acupoint, views: Sequence[PointView]) -> set[int]:
    sizes = [_size(point, view) for view in views]
    most = max(sizes, default=0.0)
    return {number for number, size in enumerate(sizes) if size > 0 and size >= _LEAST_SCALE * most}


def _size(point: Acupoint, view: PointView) -> float:
    """A picture that lacks one of its places shows the point hardly."""
    sizes = [view.size(site.key) for site in point.sites]
    shown = [size for size in sizes if size]
    return sum(shown) / len(sizes) if shown else 0.0


def _places(point: Acupoint, view: PointView) -> tuple[Fraction, ...]:
    found = []
    for site in point.sites:
        sides = view.seen.get(site.key, {})
        side = next((side for side in _SIDES if side in sides), None)
        if side is not None:
            found.append(sides[side].at)
    return tuple(found)


def _middle(shown: SheetPoint) -> Fraction:
    return shown.places[len(shown.places) // 2]
