"""The shapes of a practitioner's hand, each with the skin that touches and where it presses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from scipy.spatial.transform import Rotation

from massage_trainer.artwork.fingers import Angles, Hand
from massage_trainer.artwork.hand_shapes import SHAPES, Contact, ShapeSource
from massage_trainer.artwork.joints import Bones, Rig, unit
from massage_trainer.artwork.mesh import Floats, Ints, normals
from massage_trainer.artwork.pose import Pose, skin, skin_normals

__all__ = ["SHAPES", "HandShape", "UnknownShapeError", "WristWish", "contact", "shape"]


class UnknownShapeError(ValueError):
    """No hand shape has this name."""


@dataclass(frozen=True, slots=True)
class WristWish:
    """How hand and forearm best meet: flexion, lean to the thumb's side, pronation (degrees).

    `pronate` counts from thumb up; nothing is wished where a value is None.
    """

    flex: float | None = None
    towards_thumb: float | None = None
    pronate: float | None = None
    thumb_in_line: bool = False


@dataclass(frozen=True, slots=True)
class HandShape:
    """One hand's fingers, its contact skin, and the way it presses in the wrist's rest axes."""

    name: str
    side: str
    bones: Bones
    patch: Ints
    press: Floats
    fingers: Floats
    loading: bool
    wrist: WristWish
    angles: Angles
    grips: bool
    keeps: tuple[int, ...]
    pads: Mapping[str, Ints] = field(default_factory=dict)
    pointing: tuple[str, str] | None = None


def shape(rig: Rig, side: str, name: str) -> HandShape:
    """One of the named shapes for the left (L) or right (R) hand."""
    source = SHAPES.get(name)
    if source is None:
        known = ", ".join(sorted(SHAPES))
        raise UnknownShapeError(f"unknown hand shape {name!r} (known: {known})")
    hand = Hand(rig.body, side)
    angles = Angles(np.array(source.fingers, float), np.array(source.thumb, float))
    bones = hand.turned(angles)
    press = unit(np.array(source.press) @ hand.axes)
    points = np.array(source.points) @ hand.axes
    fingers = points - (points @ press) * press
    if np.linalg.norm(fingers) < 0.3:
        fingers = -hand.axes[1] - (-hand.axes[1] @ press) * press
    return HandShape(
        name,
        side,
        bones,
        _patch(hand, angles, source, press),
        press,
        unit(fingers),
        source.loading,
        WristWish(*source.wrist, thumb_in_line=source.thumb_in_line),
        angles,
        source.grips,
        source.keeps,
    )


def _patch(hand: Hand, angles: Angles, source: ShapeSource, press: Floats) -> Ints:
    """Skin of the named regions that, in this shape, looks and lies foremost where it presses."""
    body = hand.body
    used = np.unique(body.groups["body"])
    found = [_region(hand, angles, used, one, press) for one in source.contact]
    return np.unique(np.concatenate(found))


def _region(hand: Hand, angles: Angles, used: Ints, one: Contact, press: Floats) -> Ints:
    body = hand.body
    bones = [body.bone(f"{stem}.{hand.side}") for stem in one.region.bones]
    own = used[body.weights[used[:, None], bones].sum(axis=1) > 0.5]
    local = (body.points[own] - hand.wrist) @ hand.axes.T / hand.length
    own = own[one.region.holds(local)]
    still = Pose(Rotation.identity(), np.zeros(3), hand.turned(angles))
    facing = normals(body.points, body.groups["body"])[own]
    looks = skin_normals(body, still, facing, body.weights[own]) @ press
    height = skin(body, still, body.points[own], body.weights[own]) @ press
    faces = looks > one.facing
    if not faces.any():
        return np.zeros(0, np.int64)
    front = height > height[faces].max() - one.depth_mm / 1000
    return np.asarray(own[faces & front])


def contact(rig: Rig, pose: Pose, shaped: HandShape) -> tuple[Floats, Floats, Floats]:
    """Places of the contact skin in the world, their middle, and the way it looks there."""
    body, ids = rig.body, shaped.patch
    places = skin(body, pose, body.points[ids], body.weights[ids])
    facing = normals(body.points, body.groups["body"])[ids]
    looks = skin_normals(body, pose, facing, body.weights[ids])
    return places, places.mean(axis=0), unit(looks.sum(axis=0))
