"""Measures how the posed client rests: no resting part hovers or is sunk in by more than 5 mm."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from massage_trainer.artwork.client import Client
from massage_trainer.artwork.pose import Pose
from massage_trainer.artwork.positions import Position, face_gap, moved
from massage_trainer.artwork.scene import SceneSource

TOLERANCE = 0.005
ARMS = ("elbow", "forearm", "hand", "fingers")


def _both(*names: str) -> tuple[str, ...]:
    return tuple(f"{name}.{side}" for name in names for side in "LR")


_SIDE = (
    "hip.L", "shoulder.L", "lower-leg.L", "head", "upper-arm.L", "forearm.L", "hand.L", "hand.R",
    "fingers.R",
)  # fmt: skip
_SUPINE = ("upper-back", "sacrum", "head-back", *_both("lower-leg", *ARMS))
# The parts that must touch what lies beneath them, by position.
RESTING: dict[str, tuple[str, ...]] = {
    "prone": ("chest", "belly", "groin", *_both("thigh", "knee", "ankle", *ARMS)),
    "supine": (*_SUPINE, *_both("heel")),
    # straight legs would reach over the table's end
    "supine-low": _SUPINE,
    "side": (*_SIDE, "lower-leg.R"),
    "side-leg": (*_SIDE, "knee.R", "ankle.R"),
    "side-resting": (*_SIDE, "lower-leg.R"),
    "turning": _SIDE,
}
# Parts that a frame takes off the table.
HOOK_RESTS = ("upper-back", "head-back", *_both("sole", *ARMS))
LIFTED_RESTS = ("upper-back", "head-back", *_both(*ARMS))
EVERYWHERE = (
    "trunk", "neck", "head",
    *_both("thigh", "lower-leg", "foot", "upper-arm", "forearm", "hand"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Contact:
    """Clearance of one part above its support, in metres; negative is sunk in."""

    frame: str
    part: str
    clearance: float
    resting: bool

    @property
    def is_good(self) -> bool:
        return self.clearance >= -TOLERANCE and (not self.resting or self.clearance <= TOLERANCE)


def resting_parts(source: SceneSource, frame: str) -> tuple[str, ...]:
    """Which parts must touch in this frame."""
    wish = source.frames[frame].client
    if "hook.lift" in wish:
        return HOOK_RESTS if wish["hook.lift"] else (*HOOK_RESTS, "sacrum")
    legs = {name.split(".")[1] for name in wish if name.startswith("legs.")}
    if not legs:
        return RESTING[source.position]
    lying = {"left": ".R", "right": ".L"}
    others = [lying[side] for side in legs] if len(legs) == 1 else []
    return (*LIFTED_RESTS, *(f"{part}{side}" for side in others for part in ("heel", "lower-leg")))


def contacts(client: Client, position: Position, source: SceneSource) -> Iterator[Contact]:
    """Measure every frame of a scene."""
    for frame, wish in source.frames.items():
        pose = moved(client, position, wish.client)
        resting = resting_parts(source, frame)
        for part in dict.fromkeys((*resting, *EVERYWHERE)):
            clearance = position.support.clearance(client.zone(pose, part))
            yield Contact(frame, part, float(clearance.min()), part in resting)


def face_contact(client: Client, pose: Pose, place: Sequence[float]) -> float:
    """Clearance between the face and the padded ring of the cradle standing at `place`."""
    return face_gap(client, pose, np.asarray(place))
