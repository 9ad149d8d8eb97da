"""The client's settled positions by name, each with its support and its props."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from massage_trainer.artwork import lying, side
from massage_trainer.artwork.client import Client
from massage_trainer.artwork.lying import Leg
from massage_trainer.artwork.mesh import Floats
from massage_trainer.artwork.pose import Pose
from massage_trainer.artwork.props import RING_RADIUS, cradle_path
from massage_trainer.artwork.settle import REST_DEPTH
from massage_trainer.artwork.support import Plateau, Support


@dataclass(frozen=True, slots=True)
class Position:
    """How the client lies; cushions are named as the scene's props."""

    pose: Pose
    support: Support
    cushions: Mapping[str, Plateau]


def _prone(client: Client) -> Position:
    return Position(lying.prone(client), lying.prone_support(client), {})


def _supine(client: Client) -> Position:
    cushions = {"pillow-supine": lying.HEAD_PILLOW}
    return Position(lying.supine(client), lying.SUPINE_SUPPORT, cushions)


def _supine_low(client: Client) -> Position:
    pose, pillow = lying.slid_down(client, lying.supine(client))
    return Position(pose, Support((pillow,)), {"pillow-low": pillow})


def _side(rest: side.SideRest, name: str) -> Callable[[Client], Position]:
    def make(client: Client) -> Position:
        pose, support = side.on_left_side(client, rest)
        cushions: dict[str, Plateau] = {}
        for kind, prop in zip(("head", "knee"), support.props, strict=False):
            if isinstance(prop, Plateau):
                cushions[f"pillow-{name}-{kind}"] = prop
        return Position(pose, support, cushions)

    return make


POSITIONS: dict[str, Callable[[Client], Position]] = {
    "prone": _prone,
    "supine": _supine,
    "supine-low": _supine_low,
    "side": _side(side.BUTTOCK, "side"),
    "side-leg": _side(side.OUTER_LEG, "leg"),
    "side-resting": _side(side.RESTING, "resting"),
    "turning": _side(side.TURNING, "turning"),
}


# The props that only one position has, by the names that a scene may use.
CUSHIONS: dict[str, frozenset[str]] = {
    "prone": frozenset(),
    "supine": frozenset({"pillow-supine"}),
    "supine-low": frozenset({"pillow-low"}),
    "side": frozenset({"pillow-side-head", "pillow-side-knee"}),
    "side-leg": frozenset({"pillow-leg-head", "pillow-leg-knee"}),
    "side-resting": frozenset({"pillow-resting-head", "pillow-resting-knee"}),
    "turning": frozenset({"pillow-turning-head"}),
}


# What keeps its place in each position whoever lies there: the face, or the feet at the foot end.
HEADS = {
    "prone": lying.PRONE_HEAD,
    "supine": lying.SUPINE_HEAD,
    "supine-low": lying.FEET_AT_END,
    **dict.fromkeys(("side", "side-leg", "side-resting", "turning"), side.SIDE_HEAD),
}


def moved(client: Client, position: Position, numbers: Mapping[str, float]) -> Pose:
    """One frame: the lying position with the movement that its numbers ask for."""
    pose = position.pose
    if any(name.startswith("hook.") for name in numbers):
        draw, lift = (numbers.get(f"hook.{key}", 0.0) for key in ("draw", "lift"))
        return lying.hook_lying(client, pose, position.support, draw, lift)
    legs: dict[str, dict[str, float]] = {}
    for name, value in numbers.items():
        if name.startswith("legs."):
            _, side, angle = name.split(".")
            legs.setdefault({"left": "L", "right": "R"}[side], {})[angle] = value
    if not legs:
        return pose
    tilt, roll = numbers.get("tilt", 0.0), numbers.get("roll", 0.0)
    wanted = {side: Leg(**angles) for side, angles in legs.items()}
    if "knees_apart_cm" in numbers and len(wanted) == 2:
        wanted = lying.together(client, pose, wanted, numbers["knees_apart_cm"] / 100)
    lifted = lying.lifted(client, pose, wanted, tilt, roll)
    zones = ("sacrum", "upper-back") if tilt else ("upper-back",)
    return lying.rested(client, lifted, position.support, zones)


def cradle_place(client: Client, pose: Pose) -> Floats:
    """Where the cradle's ring stands when the face rests on its padding."""
    face = client.zone(pose, "face")
    middle = np.array([float(face[:, 0].mean()) - 0.004, 0.0, float(face[:, 2].min())])
    low, high = -0.3, 0.3
    for _ in range(40):
        rise = (low + high) / 2
        free = face_gap(client, pose, middle + np.array([0.0, 0.0, rise])) > -REST_DEPTH
        low, high = (rise, high) if free else (low, rise)
    return middle + np.array([0.0, 0.0, low])


def face_gap(client: Client, pose: Pose, place: Floats) -> float:
    """Clearance between the head and the ring's padding."""
    head = client.zone(pose, "head")
    ring = cradle_path() + place
    away = np.linalg.norm(head[:, None] - ring[None], axis=2).min()
    return float(away) - RING_RADIUS
