"""Where everybody wants to see a live picture from, and what stands where in it."""

from __future__ import annotations

import math
from enum import Enum, auto
from functools import partial
from typing import TYPE_CHECKING, Final

from massage_trainer.domain.live_bodies import bodies_of, flesh_of
from massage_trainer.domain.live_seat import Eyes, Room, Round
from massage_trainer.domain.live_things import blocks_of
from massage_trainer.domain.rotation import turned
from massage_trainer.domain.stage import Camera, posed_bones
from massage_trainer.domain.stage_camera import Orbit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from massage_trainer.domain.live_seat import Seat
    from massage_trainer.domain.rotation import Vector
    from massage_trainer.domain.stage import Placement, Scene, Skeleton
    from massage_trainer.domain.stage_camera import Ball

WIDE, CLOSE = "wide", "close"
_PRACTITIONER: Final = 1  # which figure
_HEAD: Final = "head"  # bones
_KNUCKLES: Final = ("finger3-1.L", "finger3-1.R")
_BETWEEN_EYES: Final = (0.0, -0.13, 0.075)  # from the head's bone, before the nose
_HEAD_MIDDLE, _HEAD_RADIUS = 0.04, 0.2
_SLACK: Final = 0.002
_TOUCH: Final = 0.05  # a hand so near to a body works on it
_EYES_SEE: Final = 0.38  # how high a part of the world, at the hands, metres
_EYES_FOV: Final = (46.0, 70.0)  # degrees, at least and at most
_EYES_STEP: Final = 0.01
_EYES_LEAST: Final = 0.2
_TABLE_TOP: Final = (0.0, 0.0, 0.72)


class Preset(Enum):
    """Where everybody wants to stand."""

    WIDE = auto()
    CLOSE = auto()
    PRACTITIONER = auto()  # sees what the practitioner sees
    OTHER_SIDE = auto()  # from across the table


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


def preset_of(
    scene: Scene, preset: Preset, now: Orbit, skeletons: Sequence[Skeleton], room: Room
) -> Seat | None:
    """The view of that name; None where the scene has none."""
    cameras = scene.cameras
    match preset:
        case Preset.WIDE | Preset.CLOSE:
            camera = cameras.get(WIDE if preset is Preset.WIDE else CLOSE)
            return Round(Orbit.of(camera), room) if camera else None
        case Preset.OTHER_SIDE:
            return Round(now, room).to(now.other_side())
        case Preset.PRACTITIONER if len(skeletons) > _PRACTITIONER:
            eyes = _eyes(scene, skeletons)
            return Eyes(eyes) if eyes else None
    return None


def room_of(scene: Scene, skeletons: Sequence[Skeleton]) -> Room:
    """What there is to keep out of, and the middle of what is shown."""
    wide = scene.cameras.get(WIDE) or next(iter(scene.cameras.values()), None)
    middle = wide.at if wide else _TABLE_TOP
    return Room(partial(bodies_of, scene, skeletons), blocks_of(scene), middle)


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


def _eyes(scene: Scene, skeletons: Sequence[Skeleton]) -> Orbit | None:
    """From before the face, at the hands that work; it stays clear of the head in all poses."""
    skeleton, figure = skeletons[_PRACTITIONER], scene.figures[_PRACTITIONER]
    if not scene.frames or not {_HEAD, *_KNUCKLES} <= set(skeleton.names):
        return None
    posed = [posed_bones(skeleton, figure.frames[name]) for name in scene.frames]
    heads = [bones[skeleton.names.index(_HEAD)] for bones in posed]
    eye = _mean([_turned_out(head, _BETWEEN_EYES) for head in heads])
    client = [list(flesh_of(skeletons[0], scene.figures[0].frames[name])) for name in scene.frames]
    ways = [[bones[skeleton.names.index(name)].at for bones in posed] for name in _KNUCKLES]
    at_work = [way for way in ways if any(map(_touches, way, client))]
    watched = (scene.cameras.get(CLOSE) or next(iter(scene.cameras.values()))).at
    hands = _mean([place for way in at_work for place in way] or [watched])
    while math.dist(eye, hands) > _EYES_LEAST and any(_is_in(head, eye) for head in heads):
        part = _EYES_STEP / math.dist(eye, hands)
        x, y, z = (e + part * (h - e) for e, h in zip(eye, hands, strict=True))
        eye = (x, y, z)
    fov = math.degrees(2 * math.atan(_EYES_SEE / 2 / math.dist(eye, hands)))
    return Orbit.of(Camera(eye, hands, min(_EYES_FOV[1], max(_EYES_FOV[0], fov))))


def _touches(hand: Vector, client: Sequence[Ball]) -> bool:
    return any(math.dist(hand, ball.middle) < ball.radius + _TOUCH for ball in client)


def _is_in(head: Placement, eye: Vector) -> bool:
    """Behind the face, and not beside the head either."""
    w, x, y, z = head.rotation
    away = [e - h for e, h in zip(eye, head.at, strict=True)]
    local = turned((w, -x, -y, -z), (away[0], away[1], away[2]))
    behind = local[1] > _BETWEEN_EYES[1] + _SLACK
    return behind and math.dist(local, (0.0, 0.0, _HEAD_MIDDLE)) < _HEAD_RADIUS


def _turned_out(bone: Placement, place: Vector) -> Vector:
    dx, dy, dz = turned(bone.rotation, place)
    return (bone.at[0] + dx, bone.at[1] + dy, bone.at[2] + dz)


def _mean(places: Sequence[Vector]) -> Vector:
    x, y, z = (sum(axis) / len(places) for axis in zip(*places, strict=True))
    return (x, y, z)
