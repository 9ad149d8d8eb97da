"""Where hands take the camera of a live picture: presets, zoom at a place, out of bodies."""

from __future__ import annotations

import math
from dataclasses import replace
from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from massage_trainer.domain.stage import Camera, posed_bones
from massage_trainer.domain.stage_camera import (
    LEAST_DISTANCE,
    MOST_DISTANCE,
    Ball,
    Orbit,
    balls_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from massage_trainer.domain.rotation import Vector
    from massage_trainer.domain.stage import KeyFrame, Scene, Skeleton

WIDE, CLOSE = "wide", "close"
HEAD: Final = "head"  # a bone
_PRACTITIONER: Final = 1  # which figure
_EYES_FOV: Final = 60.0  # what a person takes in without moving the eyes, as far as a screen can
_EYES_OVER: Final = 0.07  # the head's bone begins where the neck ends, metres
_ALIKE: Final = 0.03  # balls nearer together than this are one
_VISIT_PART: Final = 0.6  # so much of the distance is left where one goes to a place
_VISIT_LEAST: Final = 0.55


class Preset(Enum):
    """Where everybody wants to stand."""

    WIDE = auto()
    CLOSE = auto()
    PRACTITIONER = auto()  # sees what the practitioner sees
    OTHER_SIDE = auto()  # from across the table


def bodies_of(scene: Scene, skeletons: Sequence[Skeleton]) -> tuple[Ball, ...]:
    """All the room that the figures take while they move, so that nobody moves into a camera.

    Without skeletons there is none.
    """
    if not skeletons:
        return ()
    cells: dict[tuple[int, ...], Ball] = {}
    for figure, skeleton in zip(scene.figures, skeletons, strict=True):
        for frame in _different(figure.frames[name] for name in scene.frames):
            for ball in balls_of(skeleton, frame):
                cells.setdefault(tuple(round(n / _ALIKE) for n in ball.middle), ball)
    return tuple(cells.values())


def way_of(camera: Camera, across: float, down: float, aspect: float) -> Vector:
    """From the eye through a place of the picture, one metre long; ``aspect``: width by height."""
    half = math.tan(math.radians(camera.fov_degrees) / 2)
    orbit = Orbit.of(camera)
    yaw, pitch = math.radians(orbit.yaw), math.radians(orbit.pitch)
    right, up = (2 * across - 1) * half * aspect, (1 - 2 * down) * half
    rise, flat = math.sin(pitch), math.cos(pitch)
    forth = tuple(-n for n in orbit.way)
    x = forth[0] + right * math.cos(yaw) - up * math.sin(yaw) * rise
    y = forth[1] + right * math.sin(yaw) + up * math.cos(yaw) * rise
    z = forth[2] + up * flat
    length = math.sqrt(x * x + y * y + z * z)
    return (x / length, y / length, z / length)


def place_seen(
    camera: Camera, across: float, down: float, aspect: float, distance: float
) -> Vector:
    """What stands so far from the eye at that place of the picture, in the world."""
    way = way_of(camera, across, down, aspect)
    x, y, z = (e + distance * w for e, w in zip(camera.eye, way, strict=True))
    return (x, y, z)


def place_level(camera: Camera, across: float, down: float, aspect: float) -> Vector:
    """At that place of the picture, as deep in it as what the camera looks at."""
    way = way_of(camera, across, down, aspect)
    forth = [a - e for a, e in zip(camera.at, camera.eye, strict=True)]
    deep = sum(f * f for f in forth)
    along = sum(f * w for f, w in zip(forth, way, strict=True))
    return place_seen(camera, across, down, aspect, deep / along)


def zoomed_at(orbit: Orbit, factor: float, place: Vector) -> Orbit:
    """So many times nearer; ``place`` stays where it is in the picture."""
    near = orbit.zoomed(factor)
    left = near.distance / orbit.distance
    x, y, z = (p + (a - p) * left for p, a in zip(place, orbit.at, strict=True))
    return replace(near, at=(x, y, max(0.0, z)))


def visiting(orbit: Orbit, place: Vector) -> Orbit:
    """From the same side, at a place that is to be seen well."""
    least = max(LEAST_DISTANCE, min(_VISIT_LEAST, orbit.distance))
    away = math.dist(orbit.camera.eye, place)
    return orbit.looking_at(place, max(least, min(orbit.distance, away) * _VISIT_PART))


def preset_of(
    scene: Scene, preset: Preset, skeletons: Sequence[Skeleton], frames: Iterable[str], now: Orbit
) -> Orbit | None:
    """The view of that name; None where the scene has none."""
    cameras = scene.cameras
    match preset:
        case Preset.WIDE | Preset.CLOSE:
            camera = cameras.get(WIDE if preset is Preset.WIDE else CLOSE)
            return Orbit.of(camera) if camera else None
        case Preset.OTHER_SIDE:
            return now.other_side()
        case Preset.PRACTITIONER if len(skeletons) > _PRACTITIONER:
            figure = scene.figures[_PRACTITIONER]
            poses = [figure.frames[name] for name in frames]
            return _through_eyes(skeletons[_PRACTITIONER], poses, _work(cameras))
    return None


def presets_of(scene: Scene, skeletons: Sequence[Skeleton]) -> tuple[Preset, ...]:
    """Those that the scene has."""
    cameras = scene.cameras
    has = {
        Preset.WIDE: WIDE in cameras,
        Preset.CLOSE: CLOSE in cameras,
        Preset.PRACTITIONER: len(skeletons) > _PRACTITIONER and bool(cameras),
        Preset.OTHER_SIDE: bool(cameras),
    }
    return tuple(preset for preset, there in has.items() if there)


def _work(cameras: Mapping[str, Camera]) -> Vector:
    """The middle of what the hands do: what the closest picture shows."""
    return (cameras.get(CLOSE) or next(iter(cameras.values()))).at


def _through_eyes(skeleton: Skeleton, poses: Sequence[KeyFrame], work: Vector) -> Orbit | None:
    """From before the face: never in the head, whichever way it moves in these poses."""
    if HEAD not in skeleton.names or not poses:
        return None
    bone = skeleton.names.index(HEAD)
    x, y, z = posed_bones(skeleton, poses[0])[bone].at
    orbit = Orbit.of(Camera((x, y, z + _EYES_OVER), work, _EYES_FOV))
    balls = [ball for pose in poses for ball in balls_of(skeleton, pose)]
    nearer = orbit.distance
    while nearer > LEAST_DISTANCE:
        eye = [w + nearer * n for w, n in zip(work, orbit.way, strict=True)]
        inside = [b for b in balls if math.dist(eye, b.middle) < b.radius + 1e-3]
        if not inside:
            break
        nearer -= 0.01
    return replace(orbit, distance=min(MOST_DISTANCE, max(LEAST_DISTANCE, nearer)))


def _different(frames: Iterable[KeyFrame]) -> list[KeyFrame]:
    found: list[KeyFrame] = []
    for frame in frames:
        if frame not in found:
            found.append(frame)
    return found
