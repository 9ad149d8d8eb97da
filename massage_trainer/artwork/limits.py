"""How far the practitioner's joints may turn, in degrees, and which joints of a pose go further."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from scipy.spatial.transform import Rotation

from massage_trainer.artwork.joints import Rig, unit
from massage_trainer.artwork.pose import Pose, frames


@dataclass(frozen=True, slots=True)
class Limit:
    """An angle's range; positive is the movement that the name says."""

    low: float
    high: float


# Ranges of active movement of healthy adults as the American Academy of Orthopaedic Surgeons
# gives them (Joint Motion: Method of Measuring and Recording, 1965; Greene and Heckman, The
# Clinical Measurement of Joint Motion, 1994), narrowed where a therapist spares the own joints.
# Zero is the anatomical position; the forearm's zero is thumb up. wrist-flex: flexion positive,
# AAOS -70..80; wrist-thumb: towards the thumb 20, towards the little finger 30; pronation 80,
# supination 80; elbow 0..150; shoulder flexion 180, extension 60, abduction 180, across the
# chest 45, inward 70, outward 90; hip flexion 120, extension 30, abduction 45, adduction 30,
# outward and inward 45; knee 0..135; ankle 20 up, 50 down; the back's flexion 80, sideways 35.
# Fingers and thumb have theirs in fingers.py.
LIMITS = {
    "tilt": Limit(-25.0, 65.0),
    "sway": Limit(-10.0, 10.0),
    "bend": Limit(-12.0, 28.0),
    "side-bend": Limit(-14.0, 14.0),
    "twist": Limit(-28.0, 28.0),
    "hip-flex": Limit(-20.0, 115.0),
    "hip-abduct": Limit(-20.0, 42.0),
    "hip-turn": Limit(-35.0, 45.0),
    "knee": Limit(0.0, 100.0),
    "ankle": Limit(-28.0, 45.0),
    "foot-tip": Limit(-22.0, 22.0),
    "girdle-lift": Limit(-6.0, 22.0),
    "girdle-forward": Limit(-12.0, 22.0),
    "shoulder-flex": Limit(-50.0, 140.0),
    "shoulder-abduct": Limit(-42.0, 100.0),
    "shoulder-turn": Limit(-75.0, 85.0),
    "elbow": Limit(2.0, 140.0),
    "pronate": Limit(-75.0, 80.0),
    "wrist-flex": Limit(-65.0, 70.0),
    "wrist-thumb": Limit(-30.0, 20.0),
}
# A wrist that carries load is bent back less than 45 degrees.
LOADED_EXTENSION = -43.0


@dataclass(frozen=True, slots=True)
class Excess:
    """A joint that is turned too far."""

    joint: str
    degrees: float
    limit: float

    @property
    def over(self) -> float:
        return abs(self.degrees - self.limit)

    def __str__(self) -> str:
        return f"{self.joint} at {self.degrees:.0f}°, limit {self.limit:.0f}°"


def angles(rig: Rig, pose: Pose) -> Iterator[tuple[str, str, float]]:
    """(kind of joint, name, degrees) of everything that has a limit in this pose."""
    rotations, places = frames(rig.body, pose)
    bone = rig.body.bone
    for side in "LR":
        sign = 1.0 if side == "L" else -1.0
        trunk = rotations[bone(f"shoulder01.{side}")]
        arm = places[bone(f"lowerarm01.{side}")] - places[bone(f"upperarm01.{side}")]
        fore = places[bone(f"wrist.{side}")] - places[bone(f"lowerarm01.{side}")]
        arm, fore = unit(arm), unit(fore)
        way = trunk.T @ arm
        yield "shoulder-flex", f"shoulder-flex.{side}", _deg(np.arctan2(-way[1], -way[2]))
        yield "shoulder-abduct", f"shoulder-abduct.{side}", _deg(np.arcsin(sign * way[0]))
        yield "elbow", f"elbow.{side}", _deg(np.arccos(np.clip(arm @ fore, -1, 1)))
        hand = rotations[bone(f"wrist.{side}")]
        along, palm, across = (hand @ axis for axis in rig.hand_axes(side))
        ahead = fore @ along
        yield "wrist-flex", f"wrist-flex.{side}", _deg(np.arctan2(-(fore @ palm), ahead))
        yield "wrist-thumb", f"wrist-thumb.{side}", _deg(np.arctan2(-(fore @ across), ahead))
        yield "pronate", f"pronate.{side}", sign * _pronation(rig, pose, side)
        thigh = unit(places[bone(f"lowerleg01.{side}")] - places[bone(f"upperleg01.{side}")])
        shin = unit(places[bone(f"foot.{side}")] - places[bone(f"lowerleg01.{side}")])
        way = rotations[bone("root")].T @ thigh
        yield "hip-flex", f"hip-flex.{side}", _deg(np.arctan2(-way[1], -way[2]))
        yield "hip-abduct", f"hip-abduct.{side}", _deg(np.arcsin(sign * way[0]))
        yield "knee", f"knee.{side}", _deg(np.arccos(np.clip(thigh @ shin, -1, 1)))


def _pronation(rig: Rig, pose: Pose, side: str) -> float:
    """How far the hand is turned about the forearm, whatever the wrist's bend."""
    still = Rotation.identity()
    bones = (f"lowerarm02.{side}", f"wrist.{side}")
    whole = pose.bones.get(bones[0], still) * pose.bones.get(bones[1], still)
    fore = unit(rig.body.head(bones[1]) - rig.body.head(f"lowerarm01.{side}"))
    x, y, z, w = whole.as_quat()
    return _deg(2 * np.arctan2(float(np.array([x, y, z]) @ fore) * np.sign(w), abs(w)))


def _deg(radians: float) -> float:
    return float(np.degrees(radians))


def over_limits(rig: Rig, pose: Pose, loaded: str = "", slack: float = 2.0) -> tuple[Excess, ...]:
    """Every joint beyond its limit; `loaded` names the sides whose wrists carry load."""
    out = []
    for kind, name, degrees in angles(rig, pose):
        low, high = LIMITS[kind].low, LIMITS[kind].high
        if kind == "wrist-flex" and name[-1] in loaded:
            low = -45.0
        if degrees < low - slack:
            out.append(Excess(name, degrees, low))
        elif degrees > high + slack:
            out.append(Excess(name, degrees, high))
    return tuple(out)
