"""Colours on the skin: lips, brows, closed lids, a little warmth at hands and feet."""

from __future__ import annotations

import numpy as np

from massage_trainer.artwork import face
from massage_trainer.artwork.body import Body
from massage_trainer.artwork.face import FaceLook, mixed
from massage_trainer.artwork.mesh import Floats

WARM_COLOUR = np.array([0.86, 0.58, 0.46])
LOOK = FaceLook(
    brow=np.array([0.24, 0.17, 0.13]),
    lips=np.array([0.75, 0.46, 0.40]),
    lash=np.array([0.30, 0.19, 0.14]),
)


def painted(
    body: Body,
    points: Floats,
    weights: Floats,
    skin: Floats,
    look: FaceLook = LOOK,
    warm: Floats = WARM_COLOUR,
) -> Floats:
    """Skin colour of every point, told where it lies on the pattern's body."""
    out = np.tile(skin, (len(points), 1))
    x, y, z = np.abs(points[:, 0]), points[:, 1], points[:, 2]
    hands = [i for i, name in enumerate(body.bones) if name.startswith("finger")]
    feet = [i for i, name in enumerate(body.bones) if name.startswith("foot")]
    palms = 0.30 * weights[:, hands].sum(axis=1)
    soles = 0.30 * weights[:, feet].sum(axis=1) * np.clip((-0.915 - z) / 0.03, 0, 1)
    out = mixed(out, warm, np.clip(palms + soles, 0, 0.4))
    ear = (x > 0.076) & (y > -0.05) & (y < 0.012) & (z > 0.68) & (z < 0.75)
    out = mixed(out, warm, 0.25 * ear)
    return face.tones(out, points, look)
