"""Soft light and dark out of the body's own relief: furrow, shoulder blades, dimples, tendons."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from scipy.spatial import cKDTree

from massage_trainer.artwork.body import Body
from massage_trainer.artwork.mesh import Floats, Mesh, neighbours, normals

# Rounds of averaging over neighbours, about two centimetres wide each: the relief itself, its
# softening, and the general shape that is taken out of it again.
FINE, SOFT, BROAD = 2, 1, 12
# Relief (metres) that is drawn nearly as deep as it gets.
FULL = 0.003
NEAREST = 8
SHADE = np.array([0.88, 0.83, 0.79])
SHINE = np.array([1.05, 1.06, 1.07])
# The face, the hands and the toes have features of their own.
HEAD_FROM, HEAD_TO = 0.60, 0.66
# What the mesh only hints at, as soft lines on the back of the pattern (metres: sideways and up,
# where the landmarks of the catalogue are): line, half width, height.
_BORDER = ((0.071, 0.538), (0.060, 0.503), (0.059, 0.456), (0.063, 0.410), (0.072, 0.370))
_ANGLE = ((0.072, 0.370), (0.088, 0.366), (0.112, 0.388))
_SPINE = ((0.072, 0.505), (0.120, 0.530), (0.170, 0.546))
_BELOW_SPINE = ((0.082, 0.484), (0.122, 0.506), (0.160, 0.522))
_FURROW = ((0.0, 0.530), (0.0, 0.120))
LINES = (
    (_BORDER, 0.011, -0.42),
    (_ANGLE, 0.012, -0.20),
    (_SPINE, 0.011, 0.45),
    (_BELOW_SPINE, 0.013, -0.25),
    (_FURROW, 0.010, -0.35),
)


def relief(body: Body, mesh: Mesh) -> Floats:
    """How far each point lies in a hollow (towards -1) or on a rise (towards 1)."""
    base, faces = body.points, body.groups["body"]
    near = neighbours(len(base), faces)
    smooth = base
    for _ in range(FINE):
        smooth = near @ smooth
    height = ((base - smooth) * normals(base, faces)).sum(axis=1)
    for _ in range(SOFT):
        height = near @ height
    general = height
    for _ in range(BROAD):
        general = near @ general
    height = np.tanh((height - general) / FULL)
    ids = np.unique(faces)
    away, found = cKDTree(base[ids]).query(mesh.points, NEAREST)
    share = 1.0 / (away + 0.004) ** 2
    out = (height[ids][found] * share).sum(axis=1) / share.sum(axis=1)
    out = np.clip(out + _drawn(mesh.cut_at), -1.0, 1.0)
    return np.asarray(out * _shown(body, mesh.cut_at, mesh.weights))


def shaded(tones: Floats, height: Floats) -> Floats:
    """The colours, a little darker in the hollows and lighter on the rises."""
    dark, light = np.clip(-height, 0, 1)[:, None], np.clip(height, 0, 1)[:, None]
    factor = 1.0 - dark * (1.0 - SHADE) + light * (SHINE - 1.0)
    return np.clip(tones * factor, 0.0, 1.0)


def _drawn(points: Floats) -> Floats:
    """The soft lines on the back."""
    place = np.stack([np.abs(points[:, 0]), points[:, 2]], axis=1)
    out = np.zeros(len(points))
    for line, width, height in LINES:
        best = np.full(len(points), np.inf)
        for start, end in pairwise(line):
            a, b = np.array(start), np.array(end)
            along = np.clip(((place - a) @ (b - a)) / ((b - a) @ (b - a)), 0, 1)
            best = np.minimum(best, np.linalg.norm(place - a - along[:, None] * (b - a), axis=1))
        out += height * np.exp(-((best / width) ** 2))
    return np.where(points[:, 1] > 0.0, out, 0.0)


def _shown(body: Body, points: Floats, weights: Floats) -> Floats:
    fingers = [i for i, name in enumerate(body.bones) if name.startswith(("finger", "wrist"))]
    below_head = np.clip((HEAD_TO - points[:, 2]) / (HEAD_TO - HEAD_FROM), 0, 1)
    return np.asarray(below_head * np.clip(1 - 2 * weights[:, fingers].sum(axis=1), 0, 1))
