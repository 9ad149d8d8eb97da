"""The practitioner's closed shoes: uppers that follow the feet, on flat soles, over socks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from scipy.ndimage import gaussian_filter1d
from scipy.spatial import ConvexHull

from massage_trainer.artwork.body import Body
from massage_trainer.artwork.mesh import Floats, Ints, Mesh, clipped, joined
from massage_trainer.artwork.refine import refined
from massage_trainer.artwork.solids import grid_faces

# Metres: the soles' thickness and how far they stand out, leather around the foot, the opening.
SOLE, WELT = 0.024, 0.004
LEATHER = 0.006
OPENING = 0.078
TOE_ROOM = 0.008
STATIONS, AROUND = 30, 22
TOE_ROUND, HEEL_ROUND = 0.055, 0.022
TOE_SPRING = 0.004
SOCK_FROM, SOCK_TO = 0.045, 0.200


@dataclass(frozen=True, slots=True)
class Foot:
    """One foot in its own directions: along (heel to toe), across and up from the skin's sole."""

    heel: Floats
    along: Floats
    across: Floats
    places: Floats

    def world(self, places: Floats) -> Floats:
        flat = self.heel[:2] + places[:, :1] * self.along + places[:, 1:2] * self.across
        return np.column_stack([flat, self.heel[2] + places[:, 2]])


Shape = Callable[[Foot], tuple[Floats, Ints]]


def sole_height(body: Body) -> float:
    """Height at rest of the underside of the soles, where the floor is."""
    return float(body.points[np.unique(body.groups["body"])][:, 2].min()) - SOLE


def foot(body: Body, side: str) -> Foot:
    sign = 1.0 if side == "L" else -1.0
    points = body.points[np.unique(body.groups["body"])]
    floor = float(points[:, 2].min())
    own = points[(points[:, 0] * sign > 0) & (points[:, 2] < floor + OPENING + 0.02)]
    low = own[own[:, 2] < floor + 0.04]
    heel, toe = low[np.argmax(low[:, 1])], low[np.argmin(low[:, 1])]
    along = (toe - heel)[:2] / np.linalg.norm((toe - heel)[:2])
    across = np.array([along[1], -along[0]]) * sign
    start = np.array([heel[0], heel[1], floor])
    flat = own[:, :2] - start[:2]
    places = np.column_stack([flat @ along, flat @ across, own[:, 2] - floor])
    return Foot(start, along, across, places)


def shoes(body: Body) -> Mesh:
    """The uppers of both shoes."""
    return joined([_in_place(body, side, _upper) for side in "LR"])


def soles(body: Body) -> Mesh:
    return joined([_in_place(body, side, _sole) for side in "LR"])


def socks(body: Body) -> Mesh:
    """What is seen between a trouser leg and a shoe."""
    floor = float(body.points[np.unique(body.groups["body"])][:, 2].min())

    def ankle(points: Floats) -> Floats:
        height = points[:, 2] - floor
        away = np.abs(points[:, 0]) < 0.40
        return np.where(away, np.minimum(height - SOCK_FROM, SOCK_TO - height), -1.0)

    return clipped(refined(body.mesh("body"), 0.03), ankle)


def _in_place(body: Body, side: str, make: Shape) -> Mesh:
    one = foot(body, side)
    places, faces = make(one)
    weights = np.zeros((len(places), len(body.bones)))
    weights[:, body.bone(f"foot.{side}")] = 1.0
    return Mesh(one.world(places), faces if side == "L" else faces[:, ::-1], weights)


def _outline(one: Foot, more: float) -> Floats:
    """The foot's shape from above, a convex line `more` outside the skin."""
    low = one.places[one.places[:, 2] < 0.045][:, :2]
    low = np.where(low[:, :1] > 0.15, low + np.array([TOE_ROOM, 0.0]), low)
    turn = np.linspace(0, 2 * np.pi, 24, endpoint=False)
    ring = (LEATHER + more) * np.stack([np.cos(turn), np.sin(turn)], axis=1)
    cloud = (low[:, None] + ring[None]).reshape(-1, 2)
    return np.asarray(cloud[ConvexHull(cloud).vertices])


def _span(outline: Floats, marks: Floats) -> tuple[Floats, Floats]:
    """From where to where the outline reaches across, at marks along the foot."""
    closed = np.vstack([outline, outline[:1]])
    low, high = np.full(len(marks), np.inf), np.full(len(marks), -np.inf)
    for a, b in pairwise(closed):
        left, right = min(a[0], b[0]), max(a[0], b[0])
        at = (marks >= left) & (marks <= right) & (right > left)
        share = np.where(at, (marks - a[0]) / np.where(right > left, b[0] - a[0], 1.0), 0.0)
        t = a[1] + share * (b[1] - a[1])
        low, high = np.where(at, np.minimum(low, t), low), np.where(at, np.maximum(high, t), high)
    return low, high


def _marks(outline: Floats) -> Floats:
    start, end = outline[:, 0].min(), outline[:, 0].max()
    return np.asarray(
        start + (1 - np.cos(np.linspace(0.001, np.pi - 0.001, STATIONS))) / 2 * (end - start)
    )


def _upper(one: Foot) -> tuple[Floats, Ints]:
    outline = _outline(one, 0.0)
    marks = _marks(outline)
    low, high = _span(outline, marks)
    middle, half = (low + high) / 2, (high - low) / 2
    s, t, h = one.places.T
    top, ridge = np.zeros(len(marks)), np.zeros(len(marks))
    for k, mark in enumerate(marks):
        near = np.abs(s - np.clip(mark, 0.02, s.max() - 0.02)) < 0.014
        top[k] = min(h[near].max() + LEATHER, OPENING)
        ridge[k] = t[near][np.argmax(h[near])]
    even = np.linspace(marks[0], marks[-1], 200)
    top = np.interp(marks, even, gaussian_filter1d(np.interp(even, marks, top), 9))
    ridge = np.interp(marks, even, gaussian_filter1d(np.interp(even, marks, ridge), 12))
    to_toe, to_heel = marks[-1] - marks, marks - marks[0]
    for away, size, least in ((to_toe, TOE_ROUND, 0.0), (to_heel, HEEL_ROUND, 0.0)):
        short = np.clip(1 - away / size, 0, 1)
        top = top * np.maximum(least, np.sqrt(np.maximum(0.0, 1 - short**3)))
    turn = np.linspace(0, np.pi, AROUND)
    c, d = np.cos(turn), np.sin(turn)
    wide = np.sign(c) * np.abs(c) ** 0.62
    across = middle[:, None] + half[:, None] * wide
    across = across + (ridge - middle)[:, None] * (d**2)[None] * 0.75
    up = top[:, None] * (d**0.85)[None] - 0.004
    along = np.repeat(marks[:, None], AROUND, axis=1)
    spring = _spring(along, marks[-1])
    places = np.stack([along, across, up + spring], axis=-1).reshape(-1, 3)
    return places, grid_faces(STATIONS, AROUND)


def _spring(along: Floats, end: float) -> Floats:
    """The toe stands a little off the floor."""
    return np.asarray(TOE_SPRING * np.clip((along - 0.72 * end) / (0.28 * end), 0, 1) ** 2)


def _sole(one: Foot) -> tuple[Floats, Ints]:
    outline = _outline(one, WELT)
    marks = _marks(outline)
    low, high = _span(outline, marks)
    ring = np.vstack([np.column_stack([marks, low]), np.column_stack([marks, high])[::-1]])
    middle = ring.mean(axis=0)
    rows = []
    profile = ((-0.012, 0.001), (-0.0015, 0.001), (0.0, -0.001), (0.0, -0.016), (-0.002, -SOLE))
    for inset, height in (*profile, (-0.10, -SOLE)):
        way = middle - ring
        far = np.linalg.norm(way, axis=1, keepdims=True)
        place = ring + way / far * np.minimum(-inset, 0.98 * far)
        spring = _spring(place[:, 0], marks[-1])
        rows.append(np.column_stack([place, height + spring]))
    faces = grid_faces(len(rows), len(ring), closed=True)
    return np.vstack(rows), faces[:, ::-1]
