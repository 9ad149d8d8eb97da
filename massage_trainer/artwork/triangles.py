"""Single triangles of a mesh: places in them, new vertices, and the shortest way between two."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import potpourri3d

from massage_trainer.artwork.mesh import Floats, Ints

# Shares below this are taken as none: a place that close to an edge is on it.
EDGE = 1e-5


@dataclass(frozen=True, slots=True)
class Place:
    """Inside one triangle, by the shares of its three corners."""

    face: int
    shares: Floats


def faces_beside(faces: Ints) -> Ints:
    """For every face and edge: the face across it, and which edge of that face it is."""
    edges = np.vstack([faces[:, [e, (e + 1) % 3]] for e in range(3)])
    owner = np.tile(np.arange(len(faces)), 3)
    which = np.repeat(np.arange(3), len(faces))
    key = edges.min(axis=1) * (faces.max() + 1) + edges.max(axis=1)
    order = np.argsort(key, kind="stable")
    one, two = order[0::2], order[1::2]
    if len(one) != len(two) or (key[one] != key[two]).any():
        raise ValueError("the skin must be closed")
    out = np.empty((len(faces), 3, 2), np.int64)
    out[owner[one], which[one]] = np.stack([owner[two], which[two]], axis=1)
    out[owner[two], which[two]] = np.stack([owner[one], which[one]], axis=1)
    return out


def nearest_shares(point: Floats, corners: Floats) -> Floats:
    """For each triangle, the shares of its place that is nearest to the point."""
    a, b, c = corners[:, 0], corners[:, 1], corners[:, 2]
    best = np.zeros((len(corners), 3))
    nearest = np.full(len(corners), np.inf)
    ab, ac, ap = b - a, c - a, point - a
    d00, d01, d11 = (ab * ab).sum(1), (ab * ac).sum(1), (ac * ac).sum(1)
    d20, d21 = (ap * ab).sum(1), (ap * ac).sum(1)
    area = d00 * d11 - d01 * d01
    safe = np.where(area > 1e-20, area, 1.0)
    v, w = (d11 * d20 - d01 * d21) / safe, (d00 * d21 - d01 * d20) / safe
    inside = (area > 1e-20) & (v >= 0) & (w >= 0) & (v + w <= 1)
    best[inside] = np.stack([1 - v - w, v, w], axis=1)[inside]
    there = np.einsum("fk,fkj->fj", best, corners)
    nearest[inside] = ((there - point) ** 2).sum(1)[inside]
    for i, j in ((0, 1), (1, 2), (2, 0)):
        along = corners[:, j] - corners[:, i]
        length = np.maximum((along * along).sum(1), 1e-30)
        share = np.clip(((point - corners[:, i]) * along).sum(1) / length, 0, 1)
        there = corners[:, i] + along * share[:, None]
        apart = ((there - point) ** 2).sum(1)
        closer = apart < nearest
        nearest[closer] = apart[closer]
        best[closer] = 0.0
        best[closer, i], best[closer, j] = (1 - share)[closer], share[closer]
    return best


def with_vertex(points: Floats, faces: Ints, place: Place) -> tuple[Floats, Ints, int]:
    """The mesh with a vertex at the place."""
    corners = faces[place.face]
    heavy = np.flatnonzero(place.shares > EDGE)
    if len(heavy) == 1:
        return points, faces, int(corners[heavy[0]])
    new = len(points)
    points = np.vstack([points, place.shares @ points[corners]])
    cut = [place.face]
    if len(heavy) == 2:
        pair = corners[heavy]
        cut = np.flatnonzero((faces == pair[0]).any(axis=1) & (faces == pair[1]).any(axis=1))
        pairs = [pair.tolist()] * len(cut)
    else:
        pairs = []
    more: list[list[int]] = []
    faces = faces.copy()
    for number, face in enumerate(cut):
        c = faces[face].tolist()
        parts = [[c[0], c[1], new], [c[1], c[2], new], [c[2], c[0], new]]
        if pairs:
            parts = [part for part in parts if set(part[:2]) != set(pairs[number])]
        faces[face] = parts[0]
        more += parts[1:]
    return points, np.vstack([faces, np.array(more, np.int64)]), new


def relocated(points: Floats, faces: Ints, rows: Ints, point: Floats) -> Place:
    shares = nearest_shares(point, points[faces[rows]])
    there = np.einsum("fk,fkj->fj", shares, points[faces[rows]])
    best = int(np.argmin(np.linalg.norm(there - point, axis=1)))
    return Place(int(rows[best]), shares[best])


def shortest_way(points: Floats, faces: Ints, first: int, last: int) -> Floats:
    used, local = np.unique(faces, return_inverse=True)
    ends = np.searchsorted(used, [first, last])
    solver = potpourri3d.EdgeFlipGeodesicSolver(points[used], local.reshape(-1, 3))
    return np.asarray(solver.find_geodesic_path(int(ends[0]), int(ends[1])))
