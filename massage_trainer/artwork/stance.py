"""Where and how the practitioner stands: pelvis, planted feet, lean and look."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from massage_trainer.artwork.body import Body
from massage_trainer.artwork.mesh import Floats
from massage_trainer.artwork.support import TABLE_HALF, TABLE_MIDDLE_X

# Which way "square to the table" looks, as a turn about the upright of a body that faces -y.
SQUARE = {"+y": 0.0, "-y": 180.0, "foot": 90.0, "head": -90.0}
FEET_APART = 0.235
TOES_OUT = 9.0
# Toes go this far under the top: its base stands back further.
TOE_ROOM = 0.07
FREE_HANDS = ("hip", "side", "front")


@dataclass(frozen=True, slots=True)
class Stance:
    """World places in metres; `yaw` turns the body about the upright (0 faces -y, 90 faces +x)."""

    pelvis: Floats
    yaw: float
    feet: Mapping[str, tuple[float, float, float]]
    lean: float = 20.0
    look: Floats | None = None
    free_hands: Mapping[str, str] = field(default_factory=dict)


def facing(yaw: float) -> Floats:
    """The horizontal way a body turned by `yaw` looks."""
    return np.array([np.sin(np.radians(yaw)), -np.cos(np.radians(yaw)), 0.0])


def stand(
    body: Body,
    side: str,
    level: float,
    *,
    away_cm: float = 6.0,
    facing_deg: float = 0.0,
    stride_cm: float = 30.0,
    forward: str = "left",
    lean: float = 20.0,
    shift_cm: tuple[float, float] = (0.0, 0.0),
    look: Floats | None = None,
    free_hands: Mapping[str, str] | None = None,
) -> Stance:
    """Stand beside the table (`side` in the world: +y, -y, head or foot) at a level of it.

    `level` is the world x of the pelvis (at the table's ends its world y). `facing_deg` turns from
    square towards the client's head; at the ends to the practitioner's left.
    """
    if side not in SQUARE:
        raise ValueError(f"stance: unknown side {side!r}, known are {', '.join(SQUARE)}")
    if forward not in ("left", "right"):
        raise ValueError(f"stance: forward foot must be left or right, not {forward!r}")
    turn = -facing_deg if side == "-y" else facing_deg
    yaw = SQUARE[side] + turn
    ahead, left = facing(yaw), facing(yaw + 90.0)
    square = facing(SQUARE[side])
    # half the body's depth and width, as far as they look towards the table
    depth = 0.13 * abs(float(ahead @ square)) + 0.17 * abs(float(left @ square)) * 0.6
    away = away_cm / 100 + depth
    if side in ("+y", "-y"):
        sign = 1.0 if side == "+y" else -1.0
        middle = np.array([level, sign * (TABLE_HALF[1] + away), 0.0])
    else:
        sign = 1.0 if side == "head" else -1.0
        middle = np.array([TABLE_MIDDLE_X + sign * (TABLE_HALF[0] + away), level, 0.0])
    half = stride_cm / 200
    out = {}
    for foot, way in (("L", 1.0), ("R", -1.0)):
        first = (foot == "L") == (forward == "left")
        place = middle + left * (way * FEET_APART / 2) + ahead * (half if first else -half)
        place = _kept_out(place, yaw, side)
        toes = way * (TOES_OUT if first else TOES_OUT * 2.2)
        out[foot] = (float(place[0]), float(place[1]), yaw + toes)
    shifted = ahead * shift_cm[0] / 100 + left * shift_cm[1] / 100
    feet = (np.array(out["L"][:2]) + np.array(out["R"][:2])) / 2
    start = np.array([feet[0], feet[1], 0.0]) - ahead * _sit_back(lean) + shifted
    start[2] = -float(body.points[np.unique(body.groups["body"])][:, 2].min()) - 0.03
    return Stance(start, yaw, out, lean, look, dict(free_hands or {}))


def _sit_back(lean: float) -> float:
    """A trunk that leans forward keeps its balance by the pelvis going back."""
    return 0.16 * float(np.sin(np.radians(lean)))


def _kept_out(ankle: Floats, yaw: float, side: str) -> Floats:
    """The foot moved back until its toes keep clear of the table's base."""
    toes = ankle + facing(yaw) * 0.17
    out = ankle.copy()
    if side in ("+y", "-y"):
        sign = 1.0 if side == "+y" else -1.0
        short = TABLE_HALF[1] - TOE_ROOM - min(sign * toes[1], sign * ankle[1] - 0.05)
        out[1] += sign * max(0.0, short)
    else:
        sign = 1.0 if side == "head" else -1.0
        far = min(sign * (toes[0] - TABLE_MIDDLE_X), sign * (ankle[0] - TABLE_MIDDLE_X) - 0.05)
        out[0] += sign * max(0.0, TABLE_HALF[0] - TOE_ROOM - far)
    return out
