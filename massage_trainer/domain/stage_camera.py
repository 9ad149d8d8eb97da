"""How a camera goes round what it looks at: orbit, zoom, pan, smooth moves."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from massage_trainer.domain.stage import Camera

if TYPE_CHECKING:
    from massage_trainer.domain.rotation import Vector

MOVE_MS: Final = 400
LEAST_DISTANCE: Final = 0.35  # metres; nearer, a hand fills the picture and nothing is learnt
# How much of the world a picture shows from top to bottom, metres: whatever its angle is.
LEAST_SEEN: Final = 0.15
MOST_SEEN: Final = 3.4
LEAST_PITCH: Final = -20.0  # degrees over the horizon; under a table there is only its underside
MOST_PITCH: Final = 88.0  # straight above, which way is up would turn over
LEAST_HEIGHT: Final = 0.12  # of the eye over the floor, metres
REACH: Final = 1.6  # how far from the middle of the scene one can look, metres
_ANOTHER_SIDE: Final = 60.0  # degrees; turned by less, it is still much the same view
_FULL: Final = 360.0


@dataclass(frozen=True, slots=True)
class Ball:
    """A part of a body that a camera stays out of."""

    middle: Vector
    radius: float


@dataclass(frozen=True, slots=True)
class Orbit:
    """A camera told by what it looks at: z is up, yaw 0 stands at -y and grows towards +x.

    Angles in degrees, distances in metres.
    """

    at: Vector
    yaw: float
    pitch: float
    distance: float
    fov_degrees: float

    @classmethod
    def of(cls, camera: Camera) -> Orbit:
        """The same view, told the other way."""
        x, y, z = (e - a for e, a in zip(camera.eye, camera.at, strict=True))
        distance = math.sqrt(x * x + y * y + z * z)
        yaw = math.degrees(math.atan2(x, -y))
        pitch = math.degrees(math.asin(max(-1.0, min(1.0, z / distance))))
        return cls(camera.at, yaw, pitch, distance, camera.fov_degrees)

    @property
    def way(self) -> Vector:
        """From what is looked at towards the eye, one metre long."""
        yaw, pitch = math.radians(self.yaw), math.radians(self.pitch)
        flat = math.cos(pitch)
        return (math.sin(yaw) * flat, -math.cos(yaw) * flat, math.sin(pitch))

    @property
    def camera(self) -> Camera:
        x, y, z = (a + self.distance * w for a, w in zip(self.at, self.way, strict=True))
        return Camera((x, y, z), self.at, self.fov_degrees)

    def turned(self, yaw: float, pitch: float) -> Orbit:
        """Round what is looked at, and higher or lower."""
        raised = min(MOST_PITCH, max(LEAST_PITCH, self.pitch + pitch))
        return replace(self, yaw=(self.yaw + yaw) % _FULL, pitch=raised)

    def zoomed(self, factor: float) -> Orbit:
        """So many times nearer."""
        return replace(self, distance=self._bounded(self.distance / factor))

    def panned(self, across: float, down: float, middle: Vector) -> Orbit:
        """The picture pulled by parts of its height, not further than ``REACH`` from ``middle``."""
        height = 2 * self.distance * math.tan(math.radians(self.fov_degrees) / 2)
        yaw, pitch = math.radians(self.yaw), math.radians(self.pitch)
        right = (math.cos(yaw), math.sin(yaw), 0.0)
        rise = math.sin(pitch)
        up = (-math.sin(yaw) * rise, math.cos(yaw) * rise, math.cos(pitch))
        moved = [
            a + height * (down * u - across * r) for a, r, u in zip(self.at, right, up, strict=True)
        ]
        away = [m - c for m, c in zip(moved, middle, strict=True)]
        share = min(1.0, REACH / max(math.hypot(*away), 1e-9))
        x, y, z = (c + share * d for c, d in zip(middle, away, strict=True))
        return replace(self, at=(x, y, max(0.0, z)))

    def looking_at(self, place: Vector, distance: float) -> Orbit:
        """From the same side, straight at another place."""
        return replace(self, at=place, distance=self._bounded(distance))

    def _bounded(self, distance: float) -> float:
        spread = 2 * math.tan(math.radians(self.fov_degrees) / 2)
        return min(MOST_SEEN / spread, max(LEAST_DISTANCE, LEAST_SEEN / spread, distance))

    def other_side(self) -> Orbit:
        """The same place from across the table, which lies along x, or from its other end."""
        across = 180.0 - self.yaw
        turn = abs((across - self.yaw + _FULL / 2) % _FULL - _FULL / 2)
        yaw = across if turn >= _ANOTHER_SIDE else self.yaw + 180.0
        return replace(self, yaw=yaw % _FULL)

    def blended(self, other: Orbit, share: float) -> Orbit:
        """Between this view (share 0) and another (1): the shorter way round, evenly nearer."""
        turn = (other.yaw - self.yaw + _FULL / 2) % _FULL - _FULL / 2
        x, y, z = (a + (b - a) * share for a, b in zip(self.at, other.at, strict=True))
        return Orbit(
            (x, y, z),
            (self.yaw + turn * share) % _FULL,
            self.pitch + (other.pitch - self.pitch) * share,
            self.distance * (other.distance / self.distance) ** share,
            self.fov_degrees + (other.fov_degrees - self.fov_degrees) * share,
        )


@dataclass(frozen=True, slots=True)
class Move:
    """A smooth move from one view to another, told by the time since it began."""

    start: Orbit
    end: Orbit
    lasts_ms: int = MOVE_MS

    def at(self, elapsed_ms: float) -> Orbit:
        """Slow at both ends."""
        if self.lasts_ms <= 0 or elapsed_ms >= self.lasts_ms:
            return self.end
        share = max(0.0, elapsed_ms / self.lasts_ms)
        return self.start.blended(self.end, share * share * (3 - 2 * share))
