"""The skin as it was packed: posing all of it at once, and places on it nearest to others."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy.spatial import cKDTree

from massage_trainer.artwork.mesh import Floats, Ints, face_normals
from massage_trainer.domain.mesh import VERTEX_BYTES, BakedMesh
from massage_trainer.domain.stage import SkinMatrix

SKIN_PARTS = "body"
# How many triangles around a place are looked at.
_CANDIDATES = 40


class PackedSkin:
    """All of a figure's body, also what its clothes cover; vertices are numbered as packed."""

    def __init__(self, mesh: BakedMesh) -> None:
        rows = np.frombuffer(mesh.vertices, np.uint8).reshape(-1, VERTEX_BYTES)
        steps = rows[:, 0:6].copy().view("<i2").astype(float)
        self.points: Floats = steps * mesh.scale + np.asarray(mesh.origin)
        self.normals: Floats = rows[:, 8:11].copy().view(np.int8).astype(float) / 127
        self._bones = rows[:, 12:20].astype(np.int64)
        self._shares = rows[:, 20:28].astype(float) / 255
        kind = np.uint32 if mesh.wide_indices else np.uint16
        indices = np.frombuffer(mesh.indices, kind).astype(np.int64)
        self.faces: Ints = np.vstack(
            [
                indices[part.first : part.first + part.count].reshape(-1, 3)
                for part in mesh.parts
                if part.name.startswith(SKIN_PARTS)
            ]
        )
        self._flat = face_normals(self.points, self.faces)
        self._near = cKDTree(self.points[self.faces].mean(axis=1))

    def closest(self, points: Floats, facing: Floats) -> tuple[Ints, Floats]:
        """Corners and shares of the place nearest to each point, on skin that faces its way."""
        _, faces = self._near.query(points, k=_CANDIDATES)
        corners = self.faces[faces]
        shares = _shares(points[:, None], self.points[corners])
        there = np.einsum("nkc,nkcj->nkj", shares, self.points[corners])
        apart = np.linalg.norm(there - points[:, None], axis=2)
        away = np.einsum("nkj,nj->nk", self._flat[faces], facing) <= 0
        best = np.argmin(np.where(away, apart + 1.0, apart), axis=1)
        rows = np.arange(len(points))
        return corners[rows, best], shares[rows, best]

    def rest(self, corners: Ints, shares: Floats) -> Floats:
        return np.asarray(np.einsum("nc,ncj->nj", shares, self.points[corners]))

    def posed(self, matrices: Sequence[SkinMatrix]) -> tuple[Floats, Floats]:
        """Every vertex and its normal where the pose takes them."""
        rows = np.array(matrices).reshape(-1, 3, 4)
        blend = np.einsum("vb,vbij->vij", self._shares, rows[self._bones])
        places = np.einsum("vij,vj->vi", blend[:, :, :3], self.points) + blend[:, :, 3]
        facing = np.einsum("vij,vj->vi", blend[:, :, :3], self.normals)
        return places, facing / np.maximum(np.linalg.norm(facing, axis=1, keepdims=True), 1e-9)


def _shares(points: Floats, triangles: Floats) -> Floats:
    """The shares of the corners where each point stands over its triangle, kept inside it."""
    a, b, c = triangles[..., 0, :], triangles[..., 1, :], triangles[..., 2, :]
    ab, ac, ap = b - a, c - a, points - a
    d00, d01, d11 = (ab * ab).sum(-1), (ab * ac).sum(-1), (ac * ac).sum(-1)
    d20, d21 = (ap * ab).sum(-1), (ap * ac).sum(-1)
    area = np.maximum(d00 * d11 - d01 * d01, 1e-24)
    v, w = (d11 * d20 - d01 * d21) / area, (d00 * d21 - d01 * d20) / area
    shares = np.clip(np.stack([1 - v - w, v, w], axis=-1), 0.0, None)
    return np.asarray(shares / shares.sum(axis=-1, keepdims=True))
