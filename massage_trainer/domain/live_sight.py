"""Where a camera shows a place of the world, and whether something stands before it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final, NamedTuple

from massage_trainer.domain.rotation import Vector
from massage_trainer.domain.stage import posed_bones
from massage_trainer.domain.still_places import Fraction, Run, Sight

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from massage_trainer.domain.live_skin import PosedPlace
    from massage_trainer.domain.stage import Camera, KeyFrame, Skeleton

# As for stills: skin that turns away further than this (cosine) is seen too sharply.
TURNED: Final = 0.17
# A line that is drawn on the skin need not be asked: it may run into grooves.
SLANTED: Final = 0.05
# At the edge of a body a normal is that of a corner nearby, which may look away a little already.
_EDGE: Final = -0.2
# Where the skin is so close to what is seen it is the same; seen slantwise that is more.
_SKIN_M: Final = 0.012
_SKIN_MOST_M: Final = 0.05
# The client's clothes and towels lie so far over the skin and hide nothing.
_CLOTH_M: Final = 0.09
_CLOTH_MOST_M: Final = 0.2
# A hand that works on a place does not hide it: what is so near its bones, and so near the skin.
_HAND_M: Final = 0.034
_HAND_OVER_M: Final = 0.16
_NOTHING_SEEN: Final = 900.0
# A picture that moves is coarse: so far beside a place one looks past an edge, in shares.
_BESIDE: Final = 0.0022
_COARSE: Final = 0.003  # of the picture
_FINGER: Final = "finger"
_TIP: Final = 0.9  # how much longer the last bone is drawn than the one before


Bone = tuple[Vector, Vector]  # from joint to joint


class Lens:
    """A camera with the picture it makes; ``aspect`` is the picture's width over its height."""

    def __init__(self, camera: Camera, aspect: float) -> None:
        self.camera = camera
        self.aspect = aspect
        eye, at = camera.eye, camera.at
        ahead = _unit((at[0] - eye[0], at[1] - eye[1], at[2] - eye[2]))
        flat = math.hypot(eye[0] - at[0], eye[1] - at[1])
        up = (0.0, 0.0, 1.0) if flat > 1e-3 * math.dist(eye, at) else (0.0, 1.0, 0.0)
        across = _unit(_cross(ahead, up))
        self._ahead = ahead
        half = math.tan(math.radians(camera.fov_degrees) / 2)
        self._heights = 0.5 / half
        # Of half the picture's height and width, for places one metre ahead.
        x, y, z = _cross(across, ahead)
        self._up = (x / half, y / half, z / half)
        x, y, z = across
        self._across = (x / half / aspect, y / half / aspect, z / half / aspect)

    def scale(self, x: float, y: float, z: float) -> float:
        """How long a metre is there across the way of looking, in heights of the picture."""
        return self._heights / max(math.dist((x, y, z), self.camera.eye), 1e-3)

    def fraction(self, x: float, y: float, z: float) -> Fraction | None:
        """Where a place of the world stands in the picture, also beside it; None behind the eye."""
        eye = self.camera.eye
        x, y, z = x - eye[0], y - eye[1], z - eye[2]
        a = self._ahead
        deep = a[0] * x + a[1] * y + a[2] * z
        if deep <= 1e-3:
            return None
        r, u = self._across, self._up
        across = (r[0] * x + r[1] * y + r[2] * z) / deep
        up = (u[0] * x + u[1] * y + u[2] * z) / deep
        return (0.5 + across / 2, 0.5 - up / 2)


class Seen(NamedTuple):
    """A place in the picture; far outside of it where it stands behind the eye."""

    at: Fraction
    sight: Sight


_BEHIND: Final = Seen((-1.0, -1.0), Sight.HIDDEN)


def pieces(line: Iterable[Seen]) -> Iterator[Run]:
    """What can be seen of a line; places that are hardly apart in the picture are one."""
    piece: list[Fraction] = []
    last: Fraction | None = None  # it may have been left out, but an end is none
    for seen in (*line, _BEHIND):
        if seen.sight is Sight.VISIBLE:
            last = seen.at
            if not piece or math.dist(piece[-1], last) > _COARSE:
                piece.append(last)
            continue
        if last is not None and last != piece[-1]:
            piece.append(last)
        if len(piece) > 1:
            yield Run(tuple(piece))
        piece, last = [], None


class Sightline:
    """Tells what can be seen of the skin in one picture.

    ``distance`` are metres from the eye to what the picture shows at a share of it, negative to a
    cloth (None: nothing is known, and nothing stands before anything); ``hands`` the bones of hands
    that work.
    """

    def __init__(
        self,
        lens: Lens,
        distance: Callable[[float, float], float] | None,
        hands: Sequence[Bone] = (),
    ) -> None:
        self.lens = lens
        self._distance = distance
        self._hands = hands

    def see(self, place: PosedPlace, *, under_hands: bool = True, turned: float = TURNED) -> Seen:
        """Clothes and towels hide nothing, nor do hands that work unless that is wanted.

        ``turned`` is the cosine up to which skin is turned away.
        """
        x, y, z, nx, ny, nz = place
        at = self.lens.fraction(x, y, z)
        if at is None:
            return _BEHIND
        eye = self.lens.camera.eye
        tx, ty, tz = eye[0] - x, eye[1] - y, eye[2] - z
        away = math.sqrt(tx * tx + ty * ty + tz * tz)
        cosine = (nx * tx + ny * ty + nz * tz) / away
        if cosine <= turned:
            return Seen(at, Sight.TURNED)
        if not (0.0 <= at[0] < 1.0 and 0.0 <= at[1] < 1.0):
            return Seen(at, Sight.HIDDEN)
        thick = min(_SKIN_M / cosine, _SKIN_MOST_M)
        cloth = min(_CLOTH_M / cosine, _CLOTH_MOST_M)
        if self.covers(at, (x, y, z), away, thick, cloth, under_hands=under_hands):
            return Seen(at, Sight.HIDDEN)
        return Seen(at, Sight.VISIBLE)

    def glimpse(self, place: PosedPlace) -> Fraction | None:
        """Where skin is that faces the eye, be it as slantwise as no place is marked."""
        seen = self.see(place)
        if seen.sight is not Sight.TURNED:
            return seen.at if seen.sight is Sight.VISIBLE else None
        x, y, z, nx, ny, nz = place
        eye = self.lens.camera.eye
        away = math.dist(eye, (x, y, z))
        faces = nx * (eye[0] - x) + ny * (eye[1] - y) + nz * (eye[2] - z) > _EDGE * away
        inside = 0.0 <= seen.at[0] < 1.0 and 0.0 <= seen.at[1] < 1.0
        if not faces or not inside:
            return None
        hidden = self.covers(seen.at, (x, y, z), away, _SKIN_MOST_M, _CLOTH_MOST_M)
        return None if hidden else seen.at

    def covers(
        self,
        at: Fraction,
        place: Vector,
        away: float,
        thick: float,
        cloth: float = 0.0,
        *,
        under_hands: bool = True,
    ) -> bool:
        """Whether something stands more than ``thick`` before a place so far away."""
        distance = self._distance
        if distance is None:
            return False
        across, down = at
        stands = distance(across, down)
        if _is_free(stands, away, thick, cloth) or stands == 0.0:
            return False
        for dx, dy in _AROUND:
            beside = distance(across + dx, down + dy)
            if abs(beside) < _NOTHING_SEEN and _is_free(beside, away, thick, cloth):
                return False
        return not (under_hands and self._is_hand(place, away, abs(stands)))

    def _is_hand(self, place: Vector, away: float, stands: float) -> bool:
        """Whether what stands there is a hand on this skin."""
        if away - stands > _HAND_OVER_M:
            return False
        share = stands / away
        eye = self.lens.camera.eye
        x, y, z = (e + (p - e) * share for e, p in zip(eye, place, strict=True))
        return any(_apart((x, y, z), bone) < _HAND_M**2 for bone in self._hands)


def _is_free(stands: float, away: float, thick: float, cloth: float) -> bool:
    """Whether what stands there lies on the place, or behind it."""
    return stands >= away - thick if stands > 0 else -stands >= away - cloth


_AROUND: Final = ((_BESIDE, 0.0), (-_BESIDE, 0.0), (0.0, _BESIDE), (0.0, -_BESIDE))


def hands_of(skeleton: Skeleton, frame: KeyFrame) -> tuple[Bone, ...]:
    """Where the bones of a figure's hands are, from joint to joint and on to the fingertips."""
    posed = posed_bones(skeleton, frame)
    found: list[Bone] = []
    for number, name in enumerate(skeleton.names):
        above = skeleton.parents[number]
        if not name.startswith(_FINGER) or above < 0:
            continue
        start, end = posed[above].at, posed[number].at
        found.append((start, end))
        if number not in skeleton.parents:  # the last joint: the tip lies as far again
            x, y, z = (b + (b - a) * _TIP for a, b in zip(start, end, strict=True))
            found.append((end, (x, y, z)))
    return tuple(found)


def _apart(place: Vector, bone: Bone) -> float:
    """The square of how far a place is from a bone."""
    (ax, ay, az), (bx, by, bz) = bone
    x, y, z = place[0] - ax, place[1] - ay, place[2] - az
    u, v, w = bx - ax, by - ay, bz - az
    share = (x * u + y * v + z * w) / (u * u + v * v + w * w or 1.0)
    share = min(1.0, max(0.0, share))
    x, y, z = x - share * u, y - share * v, z - share * w
    return x * x + y * y + z * z


def _cross(a: Vector, b: Vector) -> Vector:
    return (a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0])


def _unit(v: Vector) -> Vector:
    length = math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]) or 1.0
    return (v[0] / length, v[1] / length, v[2] / length)
