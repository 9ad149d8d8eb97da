"""Where a place of the body stands in a picture, and how long a cun is there."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from massage_trainer.domain.live_positions import LivePositions
from massage_trainer.domain.still_places import Sight

if TYPE_CHECKING:
    from massage_trainer.domain.anatomy import Side
    from massage_trainer.domain.place_grid import Positions
    from massage_trainer.domain.rotation import Vector
    from massage_trainer.domain.still_places import Fraction, Spot, StillPlaces

_HALVINGS: Final = 3
_SHOWN_M: Final = 0.012  # a place further from everything in the picture is not in it


def fraction_of(positions: Positions, place: Vector) -> Fraction | None:
    """Where the picture shows a place of the rest body; None where it does not."""
    best = positions.find(place, _SHOWN_M)
    if best is None or isinstance(positions, LivePositions):
        return best
    wide, high = 1 / positions.width, 1 / positions.height
    away = _SHOWN_M
    for _ in range(_HALVINGS):
        if best is None:
            return None
        x, y = best
        around = [(x + i * wide / 2, y + j * high / 2) for i in (-1, 0, 1) for j in (-1, 0, 1)]
        best, away = _nearest(positions, place, around)
        wide, high = wide / 2, high / 2
    return best if away <= _SHOWN_M else None


def stepped(
    places: StillPlaces, aspect: float, at: Fraction, toward: tuple[int, int], cun: float
) -> Fraction:
    """A step of so many cun on the body, in a direction of the screen; never out of the picture.

    ``aspect`` is the width of the picture over its height. The cun is that of the nearest place
    that the picture shows.
    """
    spots = [*_visible(places)]
    if not spots:
        return at
    spot = min(
        spots, key=lambda each: math.hypot((each.at[0] - at[0]) * aspect, each.at[1] - at[1])
    )
    dx, dy = toward[0] / aspect, float(toward[1])
    length = _cun_of(spot, (dx, dy))
    share = cun / length if length else 0.0
    x, y = at[0] + dx * share, at[1] + dy * share
    return min(max(x, 0.0), 1 - 1e-6), min(max(y, 0.0), 1 - 1e-6)


def middle_of(places: StillPlaces) -> Fraction:
    """Where a crosshair begins: the middle of all landmarks in sight, whatever is asked."""
    spots = [
        spot.at
        for sides in places.landmarks.values()
        for spot in sides.values()
        if spot.sight is Sight.VISIBLE
    ]
    if not spots:
        return 0.5, 0.5
    return sum(x for x, _ in spots) / len(spots), sum(y for _, y in spots) / len(spots)


def nearest_point(places: StillPlaces, at: Fraction, within_cun: float) -> tuple[str, Side] | None:
    """The point in sight that is nearest to a place of the picture; None where none is near."""
    best, least = None, within_cun
    for key, sides in places.points.items():
        for side, spot in sides.items():
            if spot.sight is Sight.VISIBLE:
                away = _cun_of(spot, (at[0] - spot.at[0], at[1] - spot.at[1]))
                if away < least:
                    best, least = (key, side), away
    return best


def point_toward(
    places: StillPlaces, aspect: float, here: Fraction, toward: tuple[int, int]
) -> tuple[str, Side] | None:
    """The next point in sight in a direction of the screen; what lies beside counts as further."""
    best, least = None, math.inf
    for key, sides in places.points.items():
        for side, spot in sides.items():
            x, y = (spot.at[0] - here[0]) * aspect, spot.at[1] - here[1]
            along, beside = x * toward[0] + y * toward[1], abs(x * toward[1] - y * toward[0])
            if spot.sight is not Sight.VISIBLE or along < 1e-4 or beside > 2 * along:
                continue
            if (way := math.hypot(along, 2 * beside)) < least:
                best, least = (key, side), way
    return best


def _nearest(
    positions: Positions, place: Vector, candidates: list[Fraction]
) -> tuple[Fraction | None, float]:
    best, least = None, math.inf
    for at in candidates:
        found = positions.place_at(at)
        if found is not None and (away := math.dist(found, place)) < least:
            best, least = at, away
    return best, least


def _visible(places: StillPlaces) -> list[Spot]:
    return [
        spot
        for group in (places.points, places.landmarks)
        for sides in group.values()
        for spot in sides.values()
        if spot.sight is Sight.VISIBLE
    ]


def _cun_of(spot: Spot, way: Fraction) -> float:
    """How many cun a way in the picture is on the skin at this place."""
    (ax, ay), (bx, by) = spot.across, spot.along
    area = ax * by - ay * bx
    if abs(area) < 1e-12:
        return 0.0
    across = (way[0] * by - way[1] * bx) / area
    along = (ax * way[1] - ay * way[0]) / area
    return math.hypot(across, along)
