"""From where a live picture is seen, and how that may change: round the work, or by turned eyes."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Final, Protocol

from massage_trainer.domain.live_bodies import Block, clear_of
from massage_trainer.domain.stage import Camera
from massage_trainer.domain.stage_camera import LEAST_DISTANCE, MOST_PITCH, Ball, Orbit

if TYPE_CHECKING:
    from collections.abc import Callable

    from massage_trainer.domain.rotation import Vector

_VISIT_PART: Final = 0.6  # so much of the distance is left where one goes to a place
_VISIT_LEAST: Final = 0.55
_NARROWEST, _WIDEST = 15.0, 75.0  # degrees
_LOWEST_LOOK: Final = -60.0  # degrees; a head that is thrown back sees the ceiling


@dataclass(frozen=True)
class Room:
    """What a camera keeps out of, and around what it may look about.

    The bodies are asked for with the first move: most pictures are looked at from where they begin.
    """

    bodies: Callable[[], tuple[Ball, ...]] = tuple
    blocks: tuple[Block, ...] = ()
    middle: Vector = (0.0, 0.0, 0.72)

    @cached_property
    def balls(self) -> tuple[Ball, ...]:
        """The room that bodies take."""
        return self.bodies()


class Seat(Protocol):
    """Turned by degrees, pulled by heights of the picture, so many times nearer."""

    @property
    def orbit(self) -> Orbit: ...

    def turned(self, yaw: float, pitch: float) -> Seat: ...

    def panned(self, across: float, down: float) -> Seat: ...

    def zoomed(self, factor: float, place: Vector | None = None) -> Seat:
        """``place`` stays where it is in the picture, where that can be."""
        ...

    def visiting(self, place: Vector) -> Seat:
        """Where the place is to be seen well."""
        ...


@dataclass(frozen=True, slots=True)
class Round:
    """Goes round what it looks at."""

    orbit: Orbit
    room: Room

    def to(self, orbit: Orbit) -> Round:
        """There, as far as nothing is in the way."""
        return Round(clear_of(orbit, self.room.balls, self.room.blocks), self.room)

    def turned(self, yaw: float, pitch: float) -> Round:
        return self.to(self.orbit.turned(yaw, pitch))

    def panned(self, across: float, down: float) -> Round:
        return self.to(self.orbit.panned(across, down, self.room.middle))

    def zoomed(self, factor: float, place: Vector | None = None) -> Round:
        near = self.orbit.zoomed(factor)
        if place is not None:
            left = near.distance / self.orbit.distance
            at = self.orbit.at
            x, y, z = (p + (a - p) * left for p, a in zip(place, at, strict=True))
            near = replace(near, at=(x, y, max(0.0, z)))
        return self.to(near)

    def visiting(self, place: Vector) -> Round:
        """From the same side."""
        least = max(LEAST_DISTANCE, min(_VISIT_LEAST, self.orbit.distance))
        away = min(self.orbit.distance, math.dist(self.orbit.camera.eye, place))
        return self.to(self.orbit.looking_at(place, max(least, away * _VISIT_PART)))


@dataclass(frozen=True, slots=True)
class Eyes:
    """Stays where it is and looks about: somebody's eyes, where nobody else may stand."""

    orbit: Orbit

    def turned(self, yaw: float, pitch: float) -> Eyes:
        """Pulled to the right one sees what lies to the left, as when the body is turned."""
        return Eyes(_about(self.orbit, yaw, pitch))

    def panned(self, across: float, down: float) -> Eyes:
        fov = self.orbit.fov_degrees
        return Eyes(_about(self.orbit, -across * fov, down * fov))

    def zoomed(self, factor: float, place: Vector | None = None) -> Eyes:
        half = math.tan(math.radians(self.orbit.fov_degrees) / 2) / factor
        fov = 2 * math.degrees(math.atan(half))
        return Eyes(replace(self.orbit, fov_degrees=min(_WIDEST, max(_NARROWEST, fov))))

    def visiting(self, place: Vector) -> Eyes:
        toward = Orbit.of(Camera(self.orbit.camera.eye, place, self.orbit.fov_degrees))
        return Eyes(
            _about(self.orbit, toward.yaw - self.orbit.yaw, toward.pitch - self.orbit.pitch)
        )


def _about(orbit: Orbit, yaw: float, pitch: float) -> Orbit:
    """From the same eye."""
    eye = orbit.camera.eye
    raised = min(MOST_PITCH, max(_LOWEST_LOOK, orbit.pitch + pitch))
    looks = replace(orbit, yaw=(orbit.yaw + yaw) % 360.0, pitch=raised)
    x, y, z = (e - looks.distance * w for e, w in zip(eye, looks.way, strict=True))
    return replace(looks, at=(x, y, z))
