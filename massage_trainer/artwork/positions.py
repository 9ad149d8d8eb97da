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
from massage_trainer.artwork.support import Plateau, Support


@dataclass(frozen=True, slots=True)
class Position:
    """How the client lies; cushions are named as the scene's props."""

    pose: Pose
    support: Support
    cushions: Mapping[str, Plateau]


def _prone(client: Client) -> Position:
    return Position(lying.prone(client), lying.PRONE_SUPPORT, {})


def _supine(client: Client) -> Position:
    cushions = {"pillow-supine": lying.HEAD_PILLOW}
    return Position(lying.supine(client), lying.SUPINE_SUPPORT, cushions)


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
    "side": _side(side.BUTTOCK, "side"),
    "side-resting": _side(side.RESTING, "resting"),
    "turning": _side(side.TURNING, "turning"),
}


def moved(client: Client, position: Position, frame: Mapping[str, object]) -> Pose:
    """One key frame: the lying position with the movement that the frame asks for."""
    pose = position.pose
    hook = frame.get("hook")
    if isinstance(hook, Mapping):
        draw, lift = (float(hook.get(key, 0.0)) for key in ("draw", "lift"))
        return lying.hook_lying(client, pose, draw, lift)
    legs = frame.get("legs")
    if not isinstance(legs, Mapping):
        return pose
    wanted = {
        {"left": "L", "right": "R"}[name]: Leg(**{key: float(value) for key, value in leg.items()})
        for name, leg in legs.items()
    }
    tilt, roll = (float(str(frame.get(key, 0.0))) for key in ("tilt", "roll"))
    lifted = lying.lifted(client, pose, wanted, tilt, roll)
    zones = ("sacrum", "upper-back") if tilt else ("upper-back",)
    return lying.rested(client, lifted, position.support, zones)


def face_ring_height(client: Client, pose: Pose, ring: Floats, radius: float) -> float:
    """How high the padded ring (points along its middle) stands when the face rests on it."""
    face = np.vstack([client.zone(pose, "face"), client.zone(pose, "head")])
    low, high = -0.3, 0.3
    for _ in range(40):
        middle = (low + high) / 2
        gap = _gap(face, ring + np.array([0.0, 0.0, middle]), radius)
        low, high = (middle, high) if gap > -0.002 else (low, middle)
    return low


def _gap(points: Floats, ring: Floats, radius: float) -> float:
    away = np.linalg.norm(points[:, None] - ring[None], axis=2).min(axis=1)
    return float(away.min()) - radius
