"""How open every point is to the sky: soft shading that needs no lights at run time."""

from __future__ import annotations

import numpy as np
from scipy.sparse import csr_matrix

from massage_trainer.artwork.mesh import Floats, Ints, face_normals

DIRECTIONS = 128
CELL = 0.007
BIAS = 0.010
REACH = 0.20
GRAZING = 0.12


def samples(points: Floats, faces: Ints, spacing: float = 0.005) -> Floats:
    """Points spread evenly over a surface, the same ones every time."""
    area = np.linalg.norm(face_normals(points, faces), axis=1) / 2
    count = np.maximum(1, np.ceil(area / spacing**2)).astype(np.int64)
    which = np.repeat(np.arange(len(faces)), count)
    turn = np.arange(len(which))
    u, v = (turn * 0.7548776662) % 1, (turn * 0.5698402910) % 1
    over = u + v > 1
    u, v = np.where(over, 1 - u, u), np.where(over, 1 - v, v)
    a, b, c = (points[faces[which, corner]] for corner in range(3))
    return np.asarray(a + u[:, None] * (b - a) + v[:, None] * (c - a))


def directions(count: int = DIRECTIONS) -> Floats:
    """Evenly spread unit vectors."""
    k = np.arange(count) + 0.5
    z = 1 - 2 * k / count
    turn = np.pi * (1 + 5**0.5) * k
    flat = np.sqrt(1 - z**2)
    return np.stack([flat * np.cos(turn), flat * np.sin(turn), z], axis=1)


def openness(points: Floats, facing: Floats, blockers: Floats) -> Floats:
    """Share of the half sphere above each point that nothing hides, 0 to 1."""
    seen, whole = np.zeros(len(points)), np.zeros(len(points))
    everything = np.vstack([points, blockers])
    for way in directions():
        cosine = facing @ way
        lit = cosine > GRAZING
        if not lit.any():
            continue
        side = np.cross(way, [0.0, 0.0, 1.0] if abs(way[2]) < 0.9 else [1.0, 0.0, 0.0])
        side /= np.linalg.norm(side)
        plane = np.stack([side, np.cross(way, side)])
        flat = everything @ plane.T
        cells = np.floor((flat - flat.min(axis=0)) / CELL).astype(np.int64)
        width = int(cells[:, 0].max()) + 1
        key = cells[:, 0] + width * cells[:, 1]
        front = np.full(int(key.max()) + 1, -np.inf)
        np.maximum.at(front, key[len(points) :], blockers @ way)
        here = cosine[lit]
        slope = np.sqrt(1 - here**2) / here
        beyond = front[key[: len(points)][lit]] - points[lit] @ way - BIAS - CELL * slope
        hidden = np.where(beyond > 0, np.exp(-np.maximum(beyond, 0) / REACH), 0.0)
        seen[lit] += here * (1 - hidden)
        whole[lit] += here
    return seen / np.maximum(whole, 1e-9)


def softened(values: Floats, links: csr_matrix, rounds: int = 3) -> Floats:
    """Even out the grain of the sampling over the mesh."""
    for _ in range(rounds):
        values = 0.5 * values + 0.5 * (links @ values)
    return values
