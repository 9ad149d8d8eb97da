"""Triangle meshes with bone weights: cutting, normals, smoothing and simple solids."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_matrix, csr_matrix

Floats: TypeAlias = NDArray[np.float64]
Ints: TypeAlias = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Mesh:
    """Points, triangles and whatever is carried along by each point."""

    points: Floats
    faces: Ints
    weights: Floats
    # Where the points lie on the body that clothes are cut for, if that is another one.
    pattern: Floats | None = None

    @property
    def cut_at(self) -> Floats:
        return self.points if self.pattern is None else self.pattern

    def with_points(self, points: Floats) -> Mesh:
        return replace(self, points=points)

    def picked(self, faces: Ints) -> Mesh:
        """Keep these triangles and only the points that they use."""
        used, local = np.unique(faces, return_inverse=True)
        pattern = None if self.pattern is None else self.pattern[used]
        return Mesh(self.points[used], local.reshape(-1, 3), self.weights[used], pattern)

    def flipped(self) -> Mesh:
        return replace(self, faces=self.faces[:, ::-1])


def still(points: Floats, faces: Ints) -> Mesh:
    """A mesh without bones."""
    return Mesh(np.asarray(points, float), np.asarray(faces, np.int64), np.zeros((len(points), 0)))


def joined(meshes: Sequence[Mesh]) -> Mesh:
    """Several meshes as one, with nothing welded."""
    starts = np.cumsum([0] + [len(mesh.points) for mesh in meshes])[:-1]
    return Mesh(
        np.vstack([mesh.points for mesh in meshes]),
        np.vstack([mesh.faces + start for mesh, start in zip(meshes, starts, strict=True)]),
        np.vstack([mesh.weights for mesh in meshes]),
        np.vstack([mesh.cut_at for mesh in meshes]),
    )


def face_normals(points: Floats, faces: Ints) -> Floats:
    """Normals as long as twice the triangles' areas."""
    a, b, c = points[faces[:, 0]], points[faces[:, 1]], points[faces[:, 2]]
    return np.asarray(np.cross(b - a, c - a))


def normals(points: Floats, faces: Ints, seams: Ints | None = None) -> Floats:
    """Smooth normals; points with the same number in `seams` share one normal."""
    flat = face_normals(points, faces)
    ids = np.arange(len(points)) if seams is None else seams
    out = np.zeros((int(ids.max()) + 1, 3))
    for corner in range(3):
        np.add.at(out, ids[faces[:, corner]], flat)
    out = out[ids]
    length = np.linalg.norm(out, axis=1, keepdims=True)
    return out / np.maximum(length, 1e-12)


def welds(points: Floats, grid: float = 1e-5) -> Ints:
    """One number per place, so that duplicated points can share a normal."""
    _, inverse = np.unique(np.round(points / grid).astype(np.int64), axis=0, return_inverse=True)
    return np.asarray(inverse.ravel(), np.int64)


def split(mesh: Mesh, field: Floats) -> tuple[Mesh, Floats]:
    """Cut every triangle along field = 0; returns the mesh and the field on its points."""
    faces: list[list[int]] = []
    cuts: dict[tuple[int, int], int] = {}
    count = len(mesh.points)

    def cut(i: int, j: int) -> int:
        return cuts.setdefault((min(i, j), max(i, j)), count + len(cuts))

    signs = np.sign(field)[mesh.faces]
    mixed = (signs.min(axis=1) < 0) & (signs.max(axis=1) > 0)
    for face, sign in zip(mesh.faces[mixed].tolist(), signs[mixed].tolist(), strict=True):
        if 0.0 in sign:
            k = sign.index(0.0)
            a, b, c = face[k], face[(k + 1) % 3], face[(k + 2) % 3]
            middle = cut(b, c)
            faces += [[a, b, middle], [a, middle, c]]
            continue
        lone = next(k for k in range(3) if sign.count(sign[k]) == 1)
        a, b, c = face[lone], face[(lone + 1) % 3], face[(lone + 2) % 3]
        ab, ac = cut(a, b), cut(a, c)
        faces += [[a, ab, ac], [ab, b, c], [ab, c, ac]]
    if not cuts:
        return mesh, field
    ends = np.array(list(cuts), np.int64)
    i, j = ends[:, 0], ends[:, 1]
    share = (field[i] / (field[i] - field[j]))[:, None]
    points = mesh.points[i] * (1 - share) + mesh.points[j] * share
    weights = mesh.weights[i] * (1 - share) + mesh.weights[j] * share
    pattern = mesh.cut_at[i] * (1 - share) + mesh.cut_at[j] * share
    out = Mesh(
        np.vstack([mesh.points, points]),
        np.vstack([mesh.faces[~mixed], np.array(faces, np.int64)]),
        np.vstack([mesh.weights, weights]),
        np.vstack([mesh.cut_at, pattern]),
    )
    return out, np.concatenate([field, np.zeros(len(cuts))])


def clipped(mesh: Mesh, measure: Callable[[Floats], Floats], snap: float = 0.0) -> Mesh:
    """The part where `measure` of the pattern is positive; points within `snap` move to the cut."""
    points, pattern = mesh.points, mesh.cut_at
    field = measure(pattern)
    if snap:
        slope = np.stack(
            [(measure(pattern + step) - field) / 1e-4 for step in np.eye(3) * 1e-4], axis=1
        )
        steep = np.linalg.norm(slope, axis=1)
        near = (np.abs(field) < snap) & (steep > 0.7) & (steep < 1.4)
        move = field[:, None] * slope / np.maximum(steep**2, 0.25)[:, None]
        points = np.where(near[:, None], points - move, points)
        pattern = np.where(near[:, None], pattern - move, pattern)
        field = np.where(near, 0.0, field)
    whole, field = split(replace(mesh, points=points, pattern=pattern), field)
    middle = field[whole.faces].mean(axis=1)
    return whole.picked(whole.faces[middle > 0])


def neighbours(count: int, faces: Ints) -> csr_matrix:
    """Row-normalised adjacency of the points."""
    i = np.concatenate([faces[:, 0], faces[:, 1], faces[:, 2]])
    j = np.concatenate([faces[:, 1], faces[:, 2], faces[:, 0]])
    ones = np.ones(2 * len(i))
    links = coo_matrix((ones, (np.concatenate([i, j]), np.concatenate([j, i]))), (count, count))
    links = links.tocsr()
    links.data[:] = 1.0
    degree = np.asarray(links.sum(axis=1)).ravel()
    return csr_matrix(links.multiply(1.0 / np.maximum(degree, 1)[:, None]))


def border(faces: Ints) -> list[Ints]:
    """The open edges as ordered loops, each running along its triangles' direction."""
    edges = np.vstack([faces[:, [0, 1]], faces[:, [1, 2]], faces[:, [2, 0]]])
    have = {(int(a), int(b)) for a, b in edges}
    follow = {a: b for a, b in have if (b, a) not in have}
    loops: list[Ints] = []
    while follow:
        start, at = next(iter(follow.items()))
        del follow[start]
        loop = [start]
        while at != start and at in follow:
            loop.append(at)
            at = follow.pop(at)
        loops.append(np.array(loop, np.int64))
    return loops
