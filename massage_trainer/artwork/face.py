"""What makes a face: brows, lash lines, lips and eyes, painted where every face has them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from massage_trainer.artwork.body import Body
from massage_trainer.artwork.mesh import Floats, Mesh, joined
from massage_trainer.artwork.refine import refined

Line = tuple[tuple[float, float], ...]
# Lines of the face in front view (sideways and up) on the body that patterns are told on.
BROW: Line = ((0.013, 0.7535), (0.024, 0.7590), (0.038, 0.7600), (0.050, 0.7565), (0.057, 0.7515))
LIDS: Line = (
    (0.0165, 0.7375), (0.022, 0.7335), (0.030, 0.7305), (0.038, 0.7308), (0.046, 0.7345),
    (0.0495, 0.7370),
)  # fmt: skip
MOUTH, MOUTH_HALF = (0.0, 0.6605), (0.0255, 0.0078)
# Only what looks forward is face.
FRONT, LIPS_FRONT = -0.085, -0.118
# Edges of triangles where the face is painted, and elsewhere on the head (metres).
FINE, COARSE = 0.0032, 0.017


@dataclass(frozen=True, slots=True)
class FaceLook:
    """The colours of one face."""

    brow: Floats
    lips: Floats
    lash: Floats


def rgb(colour: str) -> Floats:
    return np.array([int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)])


def tones(base: Floats, places: Floats, look: FaceLook) -> Floats:
    """The skin's colours with the features painted on; places on the pattern's body."""
    x, y, z = np.abs(places[:, 0]), places[:, 1], places[:, 2]
    front = y < FRONT
    mouth = np.hypot((x - MOUTH[0]) / MOUTH_HALF[0], (z - MOUTH[1]) / MOUTH_HALF[1])
    lips = front & (y < LIPS_FRONT)
    out = mixed(base, look.lips, 0.75 * lips * np.clip((1.05 - mouth) / 0.15, 0, 1))
    brow = np.clip((0.0036 - _away(x, z, BROW)) / 0.0016, 0, 1)
    out = mixed(out, look.brow, 0.85 * brow * front)
    lash = np.clip((0.0017 - _away(x, z, LIDS)) / 0.0009, 0, 1)
    return mixed(out, look.lash, 0.8 * lash * front)


def mixed(base: Floats, colour: Floats, share: Floats) -> Floats:
    return np.asarray(base * (1 - share)[:, None] + colour * share[:, None])


def _away(x: Floats, z: Floats, line: Line) -> Floats:
    """Distance in the face's plane from a broken line."""
    best = np.full(len(x), np.inf)
    place = np.stack([x, z], axis=1)
    for start, end in pairwise(line):
        a, b = np.array(start), np.array(end)
        along = np.clip(((place - a) @ (b - a)) / ((b - a) @ (b - a)), 0, 1)
        best = np.minimum(best, np.linalg.norm(place - a - along[:, None] * (b - a), axis=1))
    return best


def eyes(body: Body) -> tuple[Mesh, Floats]:
    """Both eyeballs and the colour of each of their points."""
    balls, colours = [], []
    for group in ("helper-l-eye", "helper-r-eye"):
        ball = body.mesh(group)
        for _ in range(2):
            ball = refined(ball, 0.0022)
        balls.append(ball)
        middle = (ball.points.min(axis=0) + ball.points.max(axis=0)) / 2
        way = ball.points - middle
        way /= np.linalg.norm(way, axis=1, keepdims=True)
        gaze = np.array([0.0, -1.0, -0.10])
        angle = np.degrees(np.arccos(np.clip(way @ gaze / np.linalg.norm(gaze), -1, 1)))
        tone = np.tile(rgb("#f1ebe4"), (len(way), 1))
        tone = mixed(tone, rgb("#3f2617"), np.clip((29 - angle) / 3, 0, 1))
        tone = mixed(tone, rgb("#6b4226"), np.clip((23 - angle) / 5, 0, 1))
        tone = mixed(tone, rgb("#120c0a"), np.clip((13 - angle) / 2, 0, 1))
        glint = np.array([0.22, -1.0, 0.22])
        spot = np.degrees(np.arccos(np.clip(way @ glint / np.linalg.norm(glint), -1, 1)))
        tone = mixed(tone, rgb("#ffffff"), np.clip((6 - spot) / 2, 0, 1))
        colours.append(tone)
    return joined(balls), np.vstack(colours)


def lashes(body: Body) -> Mesh:
    """The upper lids' lashes."""
    return joined([body.mesh(f"helper-{side}-eyelashes-2") for side in "lr"])


def edge_limit(places: Floats) -> Floats:
    """How long edges may be: short where there is paint."""
    x, y, z = np.abs(places[:, 0]), places[:, 1], places[:, 2]
    near = (y < FRONT) & (_away(x, z, BROW) < 0.008)
    near |= (y < FRONT) & (_away(x, z, LIDS) < 0.010)
    near |= (y < FRONT) & (np.hypot(x / 0.032, (z - MOUTH[1]) / 0.016) < 1)
    return np.where(near, FINE, COARSE)
