"""Fingers that open and close, joint by joint, until their pads rest on what lies under them."""

from __future__ import annotations

from collections.abc import Collection
from typing import Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

from massage_trainer.artwork.body import Body
from massage_trainer.artwork.fingers import (
    FINGER_RANGE,
    FINGERS,
    MCP,
    OUT,
    ROLL,
    SPREAD,
    THUMB_RANGE,
    Angles,
    Hand,
    HandSkin,
)
from massage_trainer.artwork.mesh import Floats, Ints, normals
from massage_trainer.artwork.pose import Pose

ROUNDS = 16
# How close the nearest skin of a finger's bone is wished to be, and what counts as inside (m).
REST_GAP, TOO_DEEP = 0.0006, 0.0025
# Residuals in millimetres; an angle's way from its wish is worth this much a degree.
INSIDE, OUTSIDE, STIFF, NEIGHBOURS, TOGETHER, CAREFUL = 3.0, 0.35, 0.04, 0.05, 0.07, 0.9
STEP, LONGEST, DAMPING, ENOUGH = 1.0, 7.0, 0.004, 0.2
# Fingers reach for what is this near; their wish fades with the distance.
NEAR_MM, FAR_MM, FADING = 14.0, 60.0, 25.0
THUMB = 1
# The ball of the thumb is thick flesh: it gives before its bone must.
SOFT_BALL_MM = 3.0
# Degrees a step by which a finger that is too deep is lifted out.
OPENING, OPENING_THUMB = (3.0, 2.0, 1.0), (3.0, 0.0, 2.5)
Flags: TypeAlias = NDArray[np.bool_]


class Closest(Protocol):
    """Where the nearest place of the surface is, how far, and which way it looks."""

    @property
    def distance(self) -> Floats: ...
    @property
    def normal(self) -> Floats: ...


class Touchable(Protocol):
    """Anything with an inside."""

    def closest(self, points: Floats) -> Closest: ...


class Bent(Protocol):
    """A hand's shape as far as grasping needs it."""

    @property
    def angles(self) -> Angles: ...
    @property
    def keeps(self) -> tuple[int, ...]: ...


class _Pads:
    """Skin of the fingers in thirds: 3 bones of the thumb and of each finger."""

    def __init__(self, hand: Hand) -> None:
        body, side = hand.body, hand.side
        strongest = body.weights.argmax(axis=1)
        skin = np.unique(body.groups["body"])
        ids, segments, palmar = [], [], []
        facing = normals(body.points, body.groups["body"])
        for finger in range(1, 6):
            down = hand.thumb_pad() if finger == THUMB else hand.axes[1]
            for joint in (1, 2, 3):
                bone = body.bone(f"finger{finger}-{joint}.{side}")
                own = skin[strongest[skin] == bone][::2]
                ids.append(own)
                segments.append(np.full(len(own), (finger - 1) * 3 + joint - 1))
                palmar.append(facing[own] @ down > 0.55)
        self.ids = np.asarray(np.concatenate(ids), np.int64)
        self.segment: Ints = np.concatenate(segments)
        self.palmar = np.concatenate(palmar)
        # the ball of the thumb belongs to the palm
        self.finger = np.where(self.segment == 0, 0, self.segment // 3 + 1)


def conform(
    body: Body, pose: Pose, side: str, shape: Bent, surface: Touchable, tightness: float
) -> Pose:
    """Let the fingers of one hand rest on the surface; 0 only opens them, 1 closes them fully."""
    hand = Hand(body, side)
    angles = closed(hand, pose, shape.angles, surface, tightness, shape.keeps)
    return Pose(pose.root, pose.at, {**pose.bones, **hand.turned(angles)})


def closed(
    hand: Hand,
    pose: Pose,
    start: Angles,
    surface: Touchable,
    tightness: float,
    still: Collection[int] = (),
) -> Angles:
    """The angles at which the fingers touch, as near to the start as that allows."""
    pads = _Pads(hand)
    skin = HandSkin(hand, pads.ids, pose)
    wish, low, high = _flat(start), *_ranges()
    frozen = np.isin(np.arange(len(wish)), _columns(still))
    # from outside: a finger that starts within a limb does not know which way is out
    now = _opened(skin, pads, surface, wish, frozen)
    for _ in range(ROUNDS):
        points = skin.place(_angles(now))
        near = surface.closest(points)
        misses, slopes = _contact(pads, near, _moves(skin, now, points), tightness)
        ease, stiff = _ease(now, wish, tightness)
        matrix, miss = np.vstack([slopes, stiff]), np.concatenate([misses, ease])
        downhill = matrix.T @ miss
        free = ~frozen & ~((now <= low) & (downhill > 0)) & ~((now >= high) & (downhill < 0))
        part = matrix[:, free]
        step = np.zeros(len(now))
        step[free] = -np.linalg.solve(
            part.T @ part + DAMPING * np.eye(part.shape[1]), part.T @ miss
        )
        moved = np.clip(now + np.clip(step, -LONGEST, LONGEST), low, high)
        still_going = np.abs(moved - now).max() > ENOUGH
        now = moved
        if not still_going:
            break
    return _angles(_opened(skin, pads, surface, now, frozen))


def _columns(fingers: Collection[int]) -> list[int]:
    out: list[int] = []
    for finger in fingers:
        start = 16 if finger == THUMB else (finger - 2) * 4
        out.extend(range(start, start + (5 if finger == THUMB else 4)))
    return out


def _flat(angles: Angles) -> Floats:
    return np.concatenate([angles.fingers.ravel(), angles.thumb])


def _angles(values: Floats) -> Angles:
    return Angles(values[:16].reshape(4, 4), values[16:])


def _ranges() -> tuple[Floats, Floats]:
    both = np.vstack([np.tile(FINGER_RANGE, (len(FINGERS), 1)), THUMB_RANGE])
    return both[:, 0], both[:, 1]


def _moves(skin: HandSkin, now: Floats, points: Floats) -> Floats:
    """How far each place of skin moves for one degree of each joint: (places, angles, 3)."""
    out = np.zeros((len(points), len(now), 3))
    for joint in range(5):
        trial = now.copy()
        if joint < 4:
            trial[joint:16:4] += STEP
        trial[16 + joint] += STEP
        out[:, joint] = (skin.place(_angles(trial)) - points) / STEP
    return out


def _contact(pads: _Pads, near: Closest, moves: Floats, tightness: float) -> tuple[Floats, Floats]:
    """Misses (mm) of what is inside and of pads that are off, and their slopes per degree."""
    along = np.einsum("vd,vjd->vj", near.normal, moves[:, :5]) * 1000
    gap = (near.distance - REST_GAP) * 1000
    gap[pads.segment == 0] += SOFT_BALL_MM
    misses, slopes = [], []
    for segment in range(15):
        own = np.flatnonzero(pads.segment == segment)
        finger = segment // 3 + 1
        inside = own[np.argsort(gap[own])[:4]]
        for row in inside[gap[inside] < 0]:
            misses.append(gap[row] * INSIDE)
            slopes.append(_spread(finger, along[row] * INSIDE))
        pad = own[pads.palmar[own]]
        if segment == 0 or tightness <= 0 or not len(pad):
            continue
        first = pad[np.argsort(gap[pad])[:3]]
        mean = float(gap[first].mean())
        if 0 < mean < _reach_mm(tightness):
            weight = OUTSIDE * tightness * (1.6 if segment % 3 == 2 else 1.0)
            weight /= 1 + mean / FADING
            misses.append(mean * weight)
            slopes.append(_spread(finger, along[first].mean(axis=0) * weight))
    if not misses:
        return np.zeros(0), np.zeros((0, 21))
    return np.array(misses), np.array(slopes)


def _reach_mm(tightness: float) -> float:
    """A hand that lies down does not claw for what is far below it; a grip does."""
    return NEAR_MM + (FAR_MM - NEAR_MM) * max(0.0, 2 * tightness - 1)


def _spread(finger: int, slope: Floats) -> Floats:
    """A slope over one finger's joints as a row over all joints."""
    row = np.zeros(21)
    if finger == THUMB:
        row[16:] = slope
    else:
        row[(finger - 2) * 4 : (finger - 1) * 4] = slope[:4]
    return row


def _ease(now: Floats, wish: Floats, tightness: float) -> tuple[Floats, Floats]:
    """Fingers stay near the shape, neighbours alike, and end joints follow middle joints."""
    weight = np.full(21, STIFF * (1.6 - tightness))
    weight[SPREAD:16:4] = CAREFUL
    weight[16 + ROLL] = CAREFUL
    weight[16:] *= 1.5
    weight[16 + OUT] *= 2
    rows = [np.diag(weight)]
    misses = [weight * (now - wish)]
    off = now - wish
    for row in range(3):
        for joint in range(MCP, 4):
            line = np.zeros(21)
            line[row * 4 + joint], line[(row + 1) * 4 + joint] = NEIGHBOURS, -NEIGHBOURS
            rows.append(line[None])
            misses.append(np.array([line @ off]))
    for row in range(4):
        for joint, above, share in ((2, 1, 1.0), (3, 2, 0.65)):
            line = np.zeros(21)
            line[row * 4 + joint], line[row * 4 + above] = TOGETHER, -share * TOGETHER
            rows.append(line[None])
            misses.append(np.array([line @ off]))
    return np.concatenate(misses), np.vstack(rows)


def _opened(skin: HandSkin, pads: _Pads, surface: Touchable, now: Floats, frozen: Flags) -> Floats:
    """Whatever is still inside is lifted out, one finger at a time."""
    low, _ = _ranges()
    for _ in range(24):
        depth = surface.closest(skin.place(_angles(now))).distance
        deep = [f for f in range(1, 6) if float(depth[pads.finger == f].min()) < -TOO_DEEP]
        if not deep:
            break
        lift = np.zeros(len(now))
        for finger in deep:
            lift[_columns((finger,))[1:4]] = OPENING_THUMB if finger == THUMB else OPENING
        lift[frozen] = 0
        now = np.maximum(now - lift, low)
    return now
