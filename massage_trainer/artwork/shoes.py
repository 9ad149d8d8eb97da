"""The practitioner's closed shoes: an upper that follows the foot on a flat sole."""

from __future__ import annotations

import numpy as np
from scipy.ndimage import gaussian_filter1d

from massage_trainer.artwork.body import Body
from massage_trainer.artwork.mesh import Floats, Mesh, joined
from massage_trainer.artwork.solids import grid_faces

SOLE = 0.022
TOP = 0.075
STATIONS, AROUND = 26, 32


def sole_height(body: Body) -> float:
    """Height at rest of the underside of the soles, where the floor is."""
    return float(body.points[np.unique(body.groups["body"])][:, 2].min()) - SOLE


def shoes(body: Body) -> Mesh:
    """Both shoes."""
    return joined([_shoe(body, side) for side in "LR"])


def _shoe(body: Body, side: str) -> Mesh:
    sign = 1.0 if side == "L" else -1.0
    ids = np.unique(body.groups["body"])
    points = body.points[ids]
    floor = float(points[:, 2].min())
    foot = points[(points[:, 0] * sign > 0) & (points[:, 2] < floor + TOP + 0.02)]
    heel, toe = foot[np.argmax(foot[:, 1])], foot[np.argmin(foot[:, 1])]
    along = (toe - heel)[:2] / np.linalg.norm((toe - heel)[:2])
    across = np.array([along[1], -along[0]])
    s, t, h = (
        (foot[:, :2] - heel[:2]) @ along,
        (foot[:, :2] - heel[:2]) @ across,
        foot[:, 2] - floor,
    )
    length = float(s.max())
    marks = (1 - np.cos(np.linspace(0, np.pi, STATIONS))) / 2 * (length + 0.012) - 0.006
    rings = []
    turn = np.linspace(0, 2 * np.pi, AROUND, endpoint=False)
    for mark in marks:
        here = np.clip(mark, 0.012, length - 0.016)
        near = np.abs(s - here) < 0.012
        low, high, top = t[near].min() - 0.005, t[near].max() + 0.005, h[near].max() + 0.005
        top = min(top, TOP)
        shrink = np.sqrt(max(0.0, 1 - (max(0.0, here - mark, mark - here) / 0.019) ** 2))
        middle, half = (low + high) / 2, (high - low) / 2 * (0.35 + 0.65 * shrink)
        top = top * (0.5 + 0.5 * shrink)
        c, d = np.cos(turn), np.sin(turn)
        x = middle + half * np.sign(c) * np.abs(c) ** 0.7
        z = np.where(d > 0, top * np.abs(d) ** 0.8, -SOLE * np.abs(d) ** 0.25)
        place = heel[:2] + mark * along + x[:, None] * across
        rings.append(np.column_stack([place, floor + z]))
    weights = np.zeros((STATIONS * AROUND, len(body.bones)))
    weights[:, body.bone(f"foot.{side}")] = 1.0
    faces = grid_faces(STATIONS, AROUND, closed=True)
    return Mesh(np.vstack(rings), faces[:, ::-1] if sign > 0 else faces[:, ::-1], weights)
