"""Where a camera goes to see a place of the body, or all of the body, or anything but a place."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.live_sight import Lens, Sightline
from massage_trainer.domain.quiz.turning import begin_from, beginnings
from massage_trainer.domain.stage import posed_bones
from massage_trainer.domain.still_places import Sight

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from massage_trainer.domain.body_places import BodyPlace
    from massage_trainer.domain.live_skin import PosedBody, PosedPlace
    from massage_trainer.domain.stage import Camera
    from massage_trainer.domain.stage_camera import Orbit

_FILLED: Final = 0.9  # of the picture, by the whole body
_WHOLE_FOV: Final = 30.0  # degrees; as near as one stands to see all of a body
_SKIN_M: Final = 0.12  # of the body beyond its bones
_WELL_SEEN: Final = 0.5  # cosine: a place so far turned is worth no move
_LOWEST, _HIGHEST = 8.0, 72.0  # degrees
_STRAIGHT_UP: Final = 0.9  # skin that faces so much upwards is seen from all round


def look_at(
    posed: PosedBody, key: str, side: Side, reach_cun: float, now: Orbit | None, home: Orbit
) -> Orbit | None:
    """From where a point or landmark is seen, with so many cun around it; None: there is none."""
    known = posed.body.places
    sides = known.points.get(key) or known.landmarks.get(key, {})
    place = sides.get(side) or sides.get(Side.MIDLINE)
    if place is None:
        return None
    before = replace(now or home, fov_degrees=home.fov_degrees)
    return facing(before, posed.at(place.spot), reaching(home, reach_cun * place.cun_m))


def facing(orbit: Orbit, place: PosedPlace, distance: float) -> Orbit:
    """Straight at a place: from the same side if it is seen well from there, else from over it."""
    x, y, z, nx, ny, nz = place
    toward = orbit.looking_at((x, y, z), distance)
    seen = sum(w * n for w, n in zip(orbit.way, (nx, ny, nz), strict=True))
    if seen >= _WELL_SEEN:
        return toward
    pitch = math.degrees(math.asin(max(-1.0, min(1.0, nz))))
    upright = abs(nz) > _STRAIGHT_UP
    yaw = orbit.yaw if upright else math.degrees(math.atan2(nx, -ny)) % 360.0
    return replace(toward, yaw=yaw, pitch=min(_HIGHEST, max(_LOWEST, pitch)))


def reaching(orbit: Orbit, reach_m: float) -> float:
    """How far away one sees so much above and below what is looked at."""
    return reach_m / math.tan(math.radians(orbit.fov_degrees) / 2)


def turned_away(posed: PosedBody, item: str, home: Orbit, aspect: float, random: Random) -> Orbit:
    """From where a question begins whose place the learner is to turn to; all of the body is seen.

    ``item`` is the code of a point or the id of a landmark: none of its places, on neither side,
    can be seen from there, whatever stands before them.
    """
    bones = [bone.at for bone in posed_bones(posed.body.skeleton, posed.frame)]
    least, most = ([f(axis) for axis in zip(*bones, strict=True)] for f in (min, max))
    x, y, z = ((a + b) / 2 for a, b in zip(least, most, strict=True))
    reach = math.dist(least, most) / 2 + _SKIN_M
    whole = replace(home, fov_degrees=_WHOLE_FOV)
    distance = reaching(whole, reach / _FILLED / max(1.0, aspect))
    sides = beginnings((x, y, z), distance, _WHOLE_FOV)
    places = [posed.at(place.spot) for place in places_of(posed, item)]

    def sees(side: Orbit) -> bool:
        return any_seen(places, side.camera, aspect)

    return begin_from(sides, sees, random)


def places_of(posed: PosedBody, item: str) -> Iterator[BodyPlace]:
    """All places of a point or landmark, on both sides."""
    known = posed.body.places
    for group in (known.points, known.landmarks):
        for key, sides in group.items():
            if key.partition("@")[0] == item:
                yield from sides.values()


def any_seen(places: list[PosedPlace], camera: Camera, aspect: float) -> bool:
    """Whether one of them is turned towards the camera, as if nothing stood before it."""
    line = Sightline(Lens(camera, aspect), None)
    return any(line.see(place).sight is Sight.VISIBLE for place in places)
