"""Fingers that open and close, joint by joint, until their pads rest on what lies under them."""

from __future__ import annotations

from typing import Protocol

import numpy as np

from massage_trainer.artwork.body import Body
from massage_trainer.artwork.fingers import (
    FINGER_RANGE,
    FINGERS,
    MCP,
    ROLL,
    SPREAD,
    THUMB_RANGE,
    Angles,
    Hand,
    HandSkin,
)
from massage_trainer.artwork.mesh import Floats, Ints, normals
from massage_trainer.artwork.pose import Pose

ROUNDS = 12
# How close the nearest skin of a finger's bone is wished to be, and what counts as inside (m).
REST_GAP, TOO_DEEP = 0.0006, 0.0025
# Residuals in millimetres; an angle's way from its wish is worth this much a degree.
INSIDE, OUTSIDE, STIFF, NEIGHBOURS, CAREFUL = 3.0, 0.35, 0.06, 0.05, 0.9
STEP, LONGEST = 1.0, 14.0
# A finger reaches for what is this near, not for what it could never touch.
FAR = 0.045
THUMB = 1


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
        self.finger = self.segment // 3 + 1


def conform(
    body: Body, pose: Pose, side: str, shape: Bent, surface: Touchable, tightness: float
) -> Pose:
    """Let the fingers of one hand rest on the surface; 0 only opens them, 1 closes them fully."""
    hand = Hand(body, side)
    angles = closed(hand, pose, shape.angles, surface, tightness)
    return Pose(pose.root, pose.at, {**pose.bones, **hand.turned(angles)})


def closed(hand: Hand, pose: Pose, start: Angles, surface: Touchable, tightness: float) -> Angles:
    """The angles at which the fingers touch, as near to the start as that allows."""
    pads = _Pads(hand)
    skin = HandSkin(hand, pads.ids, pose)
    wish, low, high = _flat(start), *_ranges()
    now = wish.copy()
    for _ in range(ROUNDS):
        points = skin.place(_angles(now))
        near = surface.closest(points)
        misses, slopes = _contact(pads, near, _moves(skin, now, points), tightness)
        ease, stiff = _ease(now, wish, tightness)
        matrix = np.vstack([slopes, stiff])
        free = ~(
            ((now <= low) & (matrix.T @ np.concatenate([misses, ease]) > 0))
            | ((now >= high) & (matrix.T @ np.concatenate([misses, ease]) < 0))
        )
        step = np.zeros(len(now))
        step[free] = -np.linalg.lstsq(matrix[:, free], np.concatenate([misses, ease]), rcond=None)[
            0
        ]
        step = np.clip(step, -LONGEST, LONGEST)
        moved = np.clip(now + step, low, high)
        if np.abs(moved - now).max() < 0.15:
            now = moved
            break
        now = moved
    return _opened(skin, pads, surface, now, low)


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
    misses, slopes = [], []
    for segment in range(15):
        own = np.flatnonzero(pads.segment == segment)
        finger = segment // 3 + 1
        inside = own[np.argsort(gap[own])[:4]]
        for row in inside[gap[inside] < 0]:
            misses.append(gap[row] * INSIDE)
            slopes.append(_spread(finger, along[row] * INSIDE))
        pad = own[pads.palmar[own]]
        if segment in (0,) or tightness <= 0 or not len(pad):
            continue
        first = pad[np.argsort(gap[pad])[:3]]
        mean = float(gap[first].mean())
        if 0 < mean < FAR * 1000:
            weight = OUTSIDE * tightness * (1.6 if segment % 3 == 2 else 1.0)
            misses.append(mean * weight)
            slopes.append(_spread(finger, along[first].mean(axis=0) * weight))
    if not misses:
        return np.zeros(0), np.zeros((0, 21))
    return np.array(misses), np.array(slopes)


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
        line = np.zeros(21)
        line[row * 4 + 3], line[row * 4 + 2] = NEIGHBOURS, -0.6 * NEIGHBOURS
        rows.append(line[None])
        misses.append(np.array([line @ off]))
    return np.concatenate(misses), np.vstack(rows)


def _opened(skin: HandSkin, pads: _Pads, surface: Touchable, now: Floats, low: Floats) -> Angles:
    """Whatever is still inside is lifted out, one finger at a time."""
    for _ in range(12):
        depth = surface.closest(skin.place(_angles(now))).distance
        deep = [f for f in range(1, 6) if float(depth[pads.finger == f].min()) < -TOO_DEEP]
        if not deep:
            break
        before = now.copy()
        for finger in deep:
            if finger == THUMB:
                now[17] -= 3.0
            else:
                now[(finger - 2) * 4 + 1 : (finger - 2) * 4 + 4] -= (3.0, 1.5, 1.5)
        now = np.maximum(now, np.minimum(low, before))
        now = np.maximum(now, low)
    return _angles(now)
