"""Which pictures show the points of a sheet: few of them, each point large enough."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from massage_trainer.domain.anatomy import Side

if TYPE_CHECKING:
    from massage_trainer.domain.catalog import Acupoint
    from massage_trainer.domain.plate import Still
    from massage_trainer.domain.still_places import Fraction

# A picture in which a cun is this much smaller than in the best one is not taken for a point.
_LEAST_SCALE: Final = 0.5
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
    """A picture and the points that are asked in it, from left to right."""

    view: PointView
    points: tuple[SheetPoint, ...]


def sheet_pictures(
    points: Sequence[Acupoint], views: Sequence[PointView]
) -> tuple[tuple[SheetPicture, ...], tuple[Acupoint, ...]]:
    """The pictures, the one with most points first, and the points that none shows."""
    fitting = {point.code: _fitting(point, views) for point in points}
    left = [point for point in points if fitting[point.code]]
    found = []
    while left:
        best = max(
            range(len(views)),
            key=lambda number: sum(number in fitting[point.code] for point in left),
        )
        here = [point for point in left if best in fitting[point.code]]
        view = views[best]
        shown = [SheetPoint(point, _places(point, view)) for point in here]
        shown.sort(key=lambda each: (_middle(each), each.point.code))
        found.append(SheetPicture(view, tuple(shown)))
        left = [point for point in left if best not in fitting[point.code]]
    return tuple(found), tuple(point for point in points if not fitting[point.code])


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
