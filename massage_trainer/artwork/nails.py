"""Finger nails: they tell a hand's back from its palm at a glance."""

from __future__ import annotations

import numpy as np

from massage_trainer.artwork.body import Body
from massage_trainer.artwork.joints import Rig
from massage_trainer.artwork.mesh import Floats, Mesh, normals

# From where to where along the last bone's length nails reach, and how flat to the back they lie.
NAIL_FROM, NAIL_TO, NAIL_BACK = 0.50, 0.98, 0.62


def nails(body: Body, skin: Mesh) -> Floats:
    """How much of each point is nail, 0 to 1."""
    facing = normals(skin.points, skin.faces)
    rig = Rig(body)
    out = np.zeros(len(skin.points))
    for side in "LR":
        palm = rig.hand_axes(side)[1]
        for finger in range(1, 6):
            start = body.head(f"finger{finger}-3.{side}")
            before = body.head(f"finger{finger}-2.{side}")
            along = (start - before) / np.linalg.norm(start - before)
            own = skin.weights[:, body.bone(f"finger{finger}-3.{side}")] > 0.9
            if not own.any():
                continue
            reach = (skin.points - start) @ along
            share = reach / reach[own].max()
            # a thumb looks sideways: its back is where the hand's axis and its own leave it
            back = -palm if finger > 1 else _thumb_back(body, side, along)
            back = back - (back @ along) * along
            back /= np.linalg.norm(back)
            flat = facing @ back
            nail = np.clip((share - NAIL_FROM) / 0.08, 0, 1) * np.clip(
                (NAIL_TO - share) / 0.05, 0, 1
            )
            out = np.where(own, nail * np.clip((flat - NAIL_BACK) / 0.15, 0, 1), out)
    return out


def _thumb_back(body: Body, side: str, along: Floats) -> Floats:
    """Out of the thumb's nail: square to its bones, away from the other fingers' palm side."""
    across = body.head(f"finger2-1.{side}") - body.head(f"finger5-1.{side}")
    palm = Rig(body).hand_axes(side)[1]
    across = across / np.linalg.norm(across)
    return np.asarray(across - 0.75 * palm)
