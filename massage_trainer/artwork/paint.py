"""Colours on the skin: lips, brows, closed lids, a little warmth at hands and feet."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from massage_trainer.artwork.body import Body
from massage_trainer.artwork.mesh import Floats

BROW_COLOUR = np.array([0.24, 0.17, 0.13])
LIP_COLOUR = np.array([0.75, 0.46, 0.40])
WARM_COLOUR = np.array([0.86, 0.58, 0.46])
LASH_COLOUR = np.array([0.30, 0.19, 0.14])
BROW = ((0.013, 0.7535), (0.024, 0.7590), (0.038, 0.7600), (0.050, 0.7565), (0.057, 0.7515))
LIDS = (
    (0.0165, 0.7375),
    (0.022, 0.7335),
    (0.030, 0.7305),
    (0.038, 0.7308),
    (0.046, 0.7345),
    (0.0495, 0.7370),
)


def painted(body: Body, points: Floats, weights: Floats, skin: Floats) -> Floats:
    """Skin colour of every point."""
    out = np.tile(skin, (len(points), 1))
    x, y, z = np.abs(points[:, 0]), points[:, 1], points[:, 2]
    front = y < -0.085
    hands = [i for i, name in enumerate(body.bones) if name.startswith("finger")]
    feet = [i for i, name in enumerate(body.bones) if name.startswith("foot")]
    palms = 0.30 * weights[:, hands].sum(axis=1)
    soles = 0.30 * weights[:, feet].sum(axis=1) * np.clip((-0.915 - z) / 0.03, 0, 1)
    out = _mixed(out, WARM_COLOUR, np.clip(palms + soles, 0, 0.4))
    ear = (x > 0.076) & (y > -0.05) & (y < 0.012) & (z > 0.68) & (z < 0.75)
    out = _mixed(out, WARM_COLOUR, 0.25 * ear)
    lips = front & (y < -0.118)
    mouth = np.hypot((x / 0.0255), (z - 0.6605) / 0.0078)
    out = _mixed(out, LIP_COLOUR, 0.75 * lips * np.clip((1.05 - mouth) / 0.15, 0, 1))
    brow = np.clip((0.0036 - _line_distance(x, z, BROW)) / 0.0016, 0, 1)
    out = _mixed(out, BROW_COLOUR, 0.85 * brow * front)
    lash = np.clip((0.0017 - _line_distance(x, z, LIDS)) / 0.0009, 0, 1)
    return _mixed(out, LASH_COLOUR, 0.8 * lash * front)


def _mixed(base: Floats, colour: Floats, share: Floats) -> Floats:
    return np.asarray(base * (1 - share)[:, None] + colour * share[:, None])


def _line_distance(x: Floats, z: Floats, line: tuple[tuple[float, float], ...]) -> Floats:
    """Distance in the face's plane from a broken line."""
    best = np.full(len(x), np.inf)
    place = np.stack([x, z], axis=1)
    for start, end in pairwise(line):
        a, b = np.array(start), np.array(end)
        along = np.clip(((place - a) @ (b - a)) / ((b - a) @ (b - a)), 0, 1)
        best = np.minimum(best, np.linalg.norm(place - a - along[:, None] * (b - a), axis=1))
    return best
