"""What a live camera keeps out of: the flesh around the bones, things, and the floor."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from massage_trainer.domain.rotation import turned
from massage_trainer.domain.stage import posed_bones
from massage_trainer.domain.stage_camera import LEAST_HEIGHT, MOST_PITCH, Ball

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from massage_trainer.domain.rotation import Vector
    from massage_trainer.domain.stage import KeyFrame, Scene, Skeleton
    from massage_trainer.domain.stage_camera import Orbit

# Around each bone as the three figures have them: from its head in the rest body, and how thick.
# Those of the left side; the right has its mirror image.
_FLESH: Final[dict[str, tuple[tuple[Vector, float], ...]]] = {
    "spine05": (((0.0, 0.0, -0.03), 0.165),),
    "spine04": (((0.0, -0.06, 0.0), 0.185),),
    "spine03": (((0.0, -0.05, 0.045), 0.185),),
    "spine02": (((0.0, -0.045, 0.09), 0.2),),
    "spine01": (((0.0, 0.015, 0.05), 0.21),),
    "neck01": (((0.0, 0.0, 0.0), 0.12),),
    "head": (((0.0, 0.0, 0.04), 0.175),),
    "upperleg01": (((-0.01, -0.025, -0.115), 0.165),),
    "upperleg02": (((0.02, -0.01, -0.08), 0.15), ((0.02, -0.03, -0.24), 0.14)),
    "lowerleg01": (((0.026, 0.026, -0.128), 0.14),),
    "lowerleg02": (((0.02, 0.028, -0.08), 0.14),),
    "foot": (((-0.01, -0.075, -0.04), 0.165),),
    "upperarm01": (((0.035, 0.004, -0.016), 0.1),),
    "upperarm02": (((0.035, 0.006, -0.053), 0.125),),
    "lowerarm01": (((0.036, -0.03, -0.033), 0.1),),
    "lowerarm02": (((0.06, -0.08, -0.06), 0.08),),
    "wrist": (((0.014, -0.04, -0.024), 0.085),),
    "finger3-2": (((0.0, 0.0, 0.0), 0.095),),
    "hip-half": (((0.0, 0.0, 0.0), 0.19),),
    "knee-half": (((0.0, 0.0, 0.0), 0.12),),
    "elbow-half": (((0.0, 0.0, 0.0), 0.09),),
    "forearm-half": (((0.0, 0.0, 0.0), 0.09),),
    "shoulder-half": (((0.0, 0.0, 0.0), 0.14),),
}
_ALIKE: Final = 0.02  # balls nearer together than this are one
# So much of its distance lies between the eye and the nearest that a camera draws, at a corner.
_NEAREST: Final = 0.13
_ROUNDS: Final = 12
_RAISED: Final = 8.0  # degrees, where the floor and a body are in each other's way
_OVER: Final = 0.02  # so far over the edge of a thing one looks at what lies on it, metres


@dataclass(frozen=True, slots=True)
class Block:
    """A thing with straight sides that a camera stays out of."""

    low: Vector
    high: Vector


def flesh_of(skeleton: Skeleton, frame: KeyFrame) -> Iterator[Ball]:
    """A figure as balls that hold all of its skin, clothes and hair."""
    for name, bone in zip(skeleton.names, posed_bones(skeleton, frame), strict=True):
        stem, _, side = name.partition(".")
        sign = -1.0 if side == "R" else 1.0
        for (x, y, z), radius in _FLESH.get(stem, ()):
            dx, dy, dz = turned(bone.rotation, (sign * x, y, z))
            at = bone.at
            yield Ball((at[0] + dx, at[1] + dy, at[2] + dz), radius)


def bodies_of(scene: Scene, skeletons: Sequence[Skeleton]) -> tuple[Ball, ...]:
    """All the room that the figures take while they move, so that nobody moves into a camera.

    Without skeletons there is none.
    """
    if not skeletons:
        return ()
    cells: dict[tuple[int, ...], Ball] = {}
    for figure, skeleton in zip(scene.figures, skeletons, strict=True):
        for frame in _different(figure.frames[name] for name in scene.frames):
            for ball in flesh_of(skeleton, frame):
                cell = tuple(round(n / _ALIKE) for n in ball.middle)
                if cell not in cells or cells[cell].radius < ball.radius:
                    cells[cell] = ball
    return tuple(cells.values())


def clear_of(orbit: Orbit, balls: Sequence[Ball], blocks: Sequence[Block] = ()) -> Orbit:
    """Drawn back until the eye is in nothing and sees into nothing, and raised over the floor.

    Nothing that lies on a table is looked at through the table.
    """
    for _ in range(_ROUNDS):
        before = orbit
        orbit = _over_the_edges(_over_the_floor(orbit), blocks)
        orbit = replace(orbit, distance=_distance_out(orbit, balls, blocks))
        if orbit == before:
            return orbit
        if orbit.camera.eye[2] < LEAST_HEIGHT:
            orbit = replace(orbit, pitch=min(MOST_PITCH, orbit.pitch + _RAISED))
    return orbit


def _over_the_floor(orbit: Orbit) -> Orbit:
    lowest = (LEAST_HEIGHT - orbit.at[2]) / orbit.distance
    if orbit.way[2] >= lowest:
        return orbit
    pitch = math.degrees(math.asin(max(-1.0, min(1.0, lowest + 1e-9))))
    return replace(orbit, pitch=min(MOST_PITCH, max(orbit.pitch, pitch)))


def _over_the_edges(orbit: Orbit, blocks: Sequence[Block]) -> Orbit:
    pitch = max((_pitch_over(orbit, block) for block in blocks), default=-90.0)
    return replace(orbit, pitch=min(MOST_PITCH, pitch)) if pitch > orbit.pitch else orbit


def _pitch_over(orbit: Orbit, block: Block) -> float:
    """From how high one sees what is looked at over the edge of what it lies on."""
    yaw = math.radians(orbit.yaw)
    (x, y, z), goes = orbit.at, (math.sin(yaw), -math.cos(yaw))
    low, high = block.low, block.high
    if z < high[2] + _OVER or not (low[0] < x < high[0] and low[1] < y < high[1]):
        return -90.0
    sides = ((high[i] if goes[i] > 0 else low[i]) - orbit.at[i] for i in range(2))
    edge = min(side / goes[i] for i, side in enumerate(sides) if abs(goes[i]) > 1e-9)
    return math.degrees(math.atan2(high[2] + _OVER - z, edge))


def _distance_out(orbit: Orbit, balls: Sequence[Ball], blocks: Sequence[Block]) -> float:
    at, way, distance = orbit.at, orbit.way, orbit.distance
    ways = _inside(at, way, balls)
    again = True
    while again:
        again = False
        for enters, leaves in ways:
            if enters < distance < leaves:
                distance, again = leaves + 1e-6, True
        for block in blocks:
            out = _out_of_block(at, way, block, distance)
            if out > distance:
                distance, again = out, True
    return distance


def _inside(at: Vector, way: Vector, balls: Sequence[Ball]) -> list[tuple[float, float]]:
    """Between which distances the eye is in each of the balls that it comes through.

    The further the eye is from what it looks at, the less it sees of what is near to it, and the
    more room it needs. There are hundreds of balls, and every step of a pointer asks.
    """
    (x, y, z), (wx, wy, wz) = at, way
    found = []
    # |at + d way - middle|^2 = (radius + k d)^2
    k = _NEAREST
    a = 1 - k * k
    for ball in balls:
        mx, my, mz = ball.middle
        radius = ball.radius
        dx, dy, dz = x - mx, y - my, z - mz
        b = dx * wx + dy * wy + dz * wz - k * radius
        root = b * b - a * (dx * dx + dy * dy + dz * dz - radius * radius)
        if root > 0:
            half = math.sqrt(root)
            if half > b:
                found.append(((-b - half) / a, (half - b) / a))
    return found


def _out_of_block(at: Vector, way: Vector, block: Block, distance: float) -> float:
    enters, leaves = -math.inf, math.inf
    margin = _NEAREST * distance
    for here, goes, low, high in zip(at, way, block.low, block.high, strict=True):
        if abs(goes) < 1e-9:
            if not low - margin < here < high + margin:
                return distance
            continue
        one, other = sorted(((low - margin - here) / goes, (high + margin - here) / goes))
        enters, leaves = max(enters, one), min(leaves, other)
    return leaves + 1e-3 if enters < distance < leaves else distance


def _different(frames: Iterable[KeyFrame]) -> list[KeyFrame]:
    found: list[KeyFrame] = []
    for frame in frames:
        if frame not in found:
            found.append(frame)
    return found
