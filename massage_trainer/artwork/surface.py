"""Everything a hand may touch and must stay out of: signed distance to layers of triangles."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from scipy.spatial import cKDTree

from massage_trainer.artwork.mesh import Floats, Ints, Mesh, normals, welds

# Triangles longer than this are halved, so that a few nearest middles hold the nearest triangle.
LONGEST = 0.030
CANDIDATES = 8
# Behind an open sheet (a hem, a towel) only this much counts as inside it; inside a closed body
# a deeper place is taken for a mistake of the sign.
SHEET_DEPTH, BODY_DEPTH = 0.030, 0.150
OPEN_SHARE = 0.004
FAR = 9.0


@dataclass(frozen=True, slots=True)
class Nearest:
    """For each asked point: distance (negative inside), nearest place, normal, number of part."""

    distance: Floats
    place: Floats
    normal: Floats
    part: Ints


class _Layer:
    """One part's triangles; open ones have a rim beyond which nothing is inside."""

    def __init__(self, mesh: Mesh) -> None:
        points, faces = mesh.points, mesh.faces
        facing = normals(points, faces, welds(points))
        rim = _rim(points, faces)
        self._open = bool(rim.sum() > OPEN_SHARE * len(points))
        corners, facing3, rim3 = points[faces], facing[faces], rim[faces].astype(float)
        corners, facing3, rim3 = _halved(corners, facing3, rim3)
        self._corners, self._facing, self._rim = corners, facing3, rim3 > 0.99
        self._middles = corners.mean(axis=1)
        flat = facing3.mean(axis=1)
        self._flat = flat / np.maximum(np.linalg.norm(flat, axis=1, keepdims=True), 1e-9)
        self._tree = cKDTree(self._middles)
        self._many = min(CANDIDATES, len(corners))
        self._low, self._high = corners.min(axis=(0, 1)), corners.max(axis=(0, 1))

    def closest(self, points: Floats, within: float) -> tuple[Floats, Floats, Floats]:
        """Exact for places that are at most `within` away, roughly right for the others."""
        place = np.clip(points, self._low, self._high)
        off = points - place
        distance = np.linalg.norm(off, axis=1)
        normal = off / np.maximum(distance, 1e-9)[:, None]
        near = np.flatnonzero(distance < within + LONGEST)
        if len(near):
            distance[near], place[near], normal[near] = self._near(points[near], within)
        return distance, place, normal

    def _near(self, points: Floats, within: float) -> tuple[Floats, Floats, Floats]:
        distance, first = self._tree.query(points)
        place, normal = self._middles[first], self._flat[first]
        inside = ((points - place) * normal).sum(axis=1) < 0
        inside &= distance < (0.0 if self._open else BODY_DEPTH)
        distance = np.where(inside, -distance, distance)
        rows = np.flatnonzero(np.abs(distance) < within + LONGEST)
        if len(rows):
            distance[rows], place[rows], normal[rows] = self._exact(points[rows])
        return distance, place, normal

    def _exact(self, points: Floats) -> tuple[Floats, Floats, Floats]:
        _, near = self._tree.query(points, self._many)
        near = near.reshape(len(points), -1)
        bary = _nearest_share(points[:, None], self._corners[near])
        places = np.einsum("nkc,nkcd->nkd", bary, self._corners[near])
        away = np.linalg.norm(points[:, None] - places, axis=2)
        best = away.argmin(axis=1)
        rows = np.arange(len(points))
        face, share, place = near[rows, best], bary[rows, best], places[rows, best]
        normal = np.einsum("nc,ncd->nd", share, self._facing[face])
        normal /= np.maximum(np.linalg.norm(normal, axis=1, keepdims=True), 1e-9)
        distance = away[rows, best]
        inside = ((points - place) * normal).sum(axis=1) < 0
        if self._open:
            inside &= ~(self._rim[face] | (share < 1e-6)).all(axis=1)
            inside &= distance < SHEET_DEPTH
        inside &= distance < BODY_DEPTH
        return np.where(inside, -distance, distance), place, normal


class Surface:
    """Several layers at once; what is inside any of them is inside."""

    def __init__(self, names: tuple[str, ...], layers: tuple[_Layer, ...]) -> None:
        self.names = names
        self._layers = layers

    @classmethod
    def of(cls, parts: Mapping[str, Mesh]) -> Surface:
        """Posed meshes in the world, wound outward; the client's skin whole, clothes over it."""
        return cls(tuple(parts), tuple(_Layer(mesh) for mesh in parts.values()))

    def with_all_of(self, other: Surface) -> Surface:
        return Surface((*self.names, *other.names), (*self._layers, *other._layers))

    def closest(self, points: Floats, within: float = FAR) -> Nearest:
        """Where the points are; what is further off than `within` is only told roughly."""
        found = [layer.closest(points, within) for layer in self._layers]
        distances = np.array([one[0] for one in found])
        part = distances.argmin(axis=0)
        rows = np.arange(len(points))
        places, facing = np.array([one[1] for one in found]), np.array([one[2] for one in found])
        return Nearest(distances[part, rows], places[part, rows], facing[part, rows], part)


def _rim(points: Floats, faces: Ints) -> np.ndarray:
    """Which points lie on an open edge."""
    seam = welds(points)[faces]
    edges = np.sort(np.vstack([seam[:, [0, 1]], seam[:, [1, 2]], seam[:, [2, 0]]]), axis=1)
    own = np.vstack([faces[:, [0, 1]], faces[:, [1, 2]], faces[:, [2, 0]]])
    keys = edges[:, 0] * (int(seam.max()) + 1) + edges[:, 1]
    _, at, count = np.unique(keys, return_inverse=True, return_counts=True)
    alone = (count[at.ravel()] == 1) & (edges[:, 0] != edges[:, 1])
    out = np.zeros(len(points), bool)
    out[own[alone].ravel()] = True
    return out


def _halved(corners: Floats, facing: Floats, rim: Floats) -> tuple[Floats, Floats, Floats]:
    for _ in range(12):
        edge = np.linalg.norm(corners - np.roll(corners, -1, axis=1), axis=2)
        long = edge.max(axis=1) > LONGEST
        if not long.any():
            break
        turn = (edge[long].argmax(axis=1)[:, None] + np.arange(3)) % 3
        halves = []
        for values in (corners, facing, rim):
            a, b, c = (values[long][np.arange(long.sum()), turn[:, i]] for i in range(3))
            middle = (a + b) / 2
            new = np.concatenate([np.stack([a, middle, c], 1), np.stack([middle, b, c], 1)])
            halves.append(np.concatenate([values[~long], new]))
        corners, facing, rim = halves
    return corners, facing, rim


def _nearest_share(points: Floats, corners: Floats) -> Floats:
    """Barycentric shares of each triangle's place nearest to its point."""
    a, b, c = corners[..., 0, :], corners[..., 1, :], corners[..., 2, :]
    ab, ac, bc = b - a, c - a, c - b
    ap = points - a
    d00, d01, d11 = _dot(ab, ab), _dot(ab, ac), _dot(ac, ac)
    d20, d21 = _dot(ap, ab), _dot(ap, ac)
    flat = np.maximum(d00 * d11 - d01 * d01, 1e-18)
    v, w = (d11 * d20 - d01 * d21) / flat, (d00 * d21 - d01 * d20) / flat
    inner = np.stack([1 - v - w, v, w], axis=-1)
    on_ab = np.clip(d20 / np.maximum(d00, 1e-18), 0, 1)
    on_ac = np.clip(d21 / np.maximum(d11, 1e-18), 0, 1)
    on_bc = np.clip(_dot(points - b, bc) / np.maximum(_dot(bc, bc), 1e-18), 0, 1)
    none = np.zeros_like(v)
    edges = np.stack(
        [
            np.stack([1 - on_ab, on_ab, none], -1),
            np.stack([1 - on_ac, none, on_ac], -1),
            np.stack([none, 1 - on_bc, on_bc], -1),
        ],
        axis=-2,
    )
    gap = np.einsum("...ec,...cd->...ed", edges, corners) - points[..., None, :]
    best = (gap**2).sum(axis=-1).argmin(axis=-1)
    edge = np.take_along_axis(edges, best[..., None, None], axis=-2)[..., 0, :]
    within = (inner >= 0).all(axis=-1, keepdims=True)
    return np.asarray(np.where(within, inner, edge))


def _dot(a: Floats, b: Floats) -> Floats:
    return np.asarray((a * b).sum(axis=-1))
