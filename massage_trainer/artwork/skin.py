"""Measuring on a triangle mesh: exact places inside triangles, sections and shortest ways."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from massage_trainer.artwork import triangles
from massage_trainer.artwork.mesh import Floats, Ints, normals
from massage_trainer.artwork.triangles import EDGE, Place

_FEW = 1e-12


class OffSkinError(Exception):
    """A way on the skin does not lead where it was asked to."""


@dataclass(frozen=True, slots=True)
class Track:
    """A line along the skin: pieces that each lie in one triangle."""

    faces: Ints
    starts: Floats  # shares of each piece's first end
    ends: Floats
    points: Floats  # one more than there are pieces

    @property
    def steps(self) -> Floats:
        return np.asarray(np.linalg.norm(np.diff(self.points, axis=0), axis=1))

    @property
    def length(self) -> float:
        return float(self.steps.sum())

    def at(self, length: float) -> Place:
        """The place that far from the start."""
        if not -1e-9 <= length <= self.length + 1e-9:
            raise OffSkinError(f"the way is {self.length:.3f} m long, not {length:.3f} m")
        reached = np.concatenate([[0.0], np.cumsum(self.steps)])
        piece = int(np.searchsorted(reached, length, side="right")) - 1
        piece = min(max(piece, 0), len(self.faces) - 1)
        step = reached[piece + 1] - reached[piece]
        share = 0.0 if step < _FEW else (length - reached[piece]) / step
        return self._inside(piece, min(max(share, 0.0), 1.0))

    def at_height(self, height: float) -> Place:
        """Where the line first comes to this height."""
        z = self.points[:, 2] - height
        met = np.flatnonzero((z[:-1] * z[1:] <= 0) & (z[:-1] != z[1:]))
        if not len(met):
            raise OffSkinError(f"the way does not come to the height {height:.3f} m")
        piece = int(met[0])
        return self._inside(piece, float(z[piece] / (z[piece] - z[piece + 1])))

    def spaced(self, spacing: float) -> list[Place]:
        """Places from end to end, no further apart than this."""
        count = max(1, int(np.ceil(self.length / spacing - 1e-9)))
        return [self.at(self.length * k / count) for k in range(count + 1)]

    def _inside(self, piece: int, share: float) -> Place:
        shares = self.starts[piece] * (1 - share) + self.ends[piece] * share
        return Place(int(self.faces[piece]), shares)


class Skin:
    """A closed triangle mesh to measure on."""

    def __init__(self, points: Floats, faces: Ints) -> None:
        self.points = points
        self.faces = faces
        self.normals = normals(points, faces)
        self._centres = points[faces].mean(axis=1)
        reach = np.linalg.norm(points[faces] - self._centres[:, None], axis=2)
        self._radii = reach.max(axis=1)
        self._beside = triangles.faces_beside(faces)
        order = np.argsort(faces.ravel(), kind="stable")
        self._around = np.split(
            order // 3, np.cumsum(np.bincount(faces.ravel(), minlength=len(points)))[:-1]
        )

    def xyz(self, place: Place) -> Floats:
        return np.asarray(place.shares @ self.points[self.faces[place.face]])

    def normal(self, place: Place) -> Floats:
        """The smooth normal, of length 1."""
        out = place.shares @ self.normals[self.faces[place.face]]
        return np.asarray(out / np.linalg.norm(out))

    def at_corners(self, corners: tuple[int, ...], shares: tuple[float, ...]) -> Place:
        """The place between three vertices, exactly if they are one triangle or an edge of one."""
        heavy = [c for c, s in zip(corners, shares, strict=True) if s > EDGE]
        for face in self._around[heavy[0]]:
            if set(heavy) <= set(self.faces[face].tolist()):
                weight = dict.fromkeys(corners, 0.0)
                for corner, share in zip(corners, shares, strict=True):
                    weight[corner] += share
                found = np.array([weight.get(int(c), 0.0) for c in self.faces[face]])
                return Place(int(face), found / found.sum())
        return self.closest(np.asarray(shares) @ self.points[list(corners)])

    def closest(self, point: Floats) -> Place:
        """The place of the skin nearest to a point of space."""
        apart = np.linalg.norm(self._centres - point, axis=1)
        bound = float((apart + self._radii).min())
        near = np.flatnonzero(apart - self._radii <= bound)
        shares = triangles.nearest_shares(point, self.points[self.faces[near]])
        there = np.einsum("fk,fkj->fj", shares, self.points[self.faces[near]])
        best = int(np.argmin(np.linalg.norm(there - point, axis=1)))
        return Place(int(near[best]), shares[best])

    def march(self, start: Place, across: Floats, toward: Floats, length: float) -> Track:
        """Go so far along the section by the plane through the start with the normal ``across``."""
        p = self.xyz(start)
        field = (self.points - p) @ across
        field[np.abs(field) < _FEW] = _FEW
        face, exit_edge = self._first_exit(start, p, field, toward)
        faces, starts, ends, points = [face], [self._shares_in(face, start)], [], [p]
        gone, first = 0.0, face
        while True:
            i, j = self.faces[face][exit_edge], self.faces[face][(exit_edge + 1) % 3]
            share = field[i] / (field[i] - field[j])
            q = self.points[i] * (1 - share) + self.points[j] * share
            shares = np.zeros(3)
            shares[exit_edge], shares[(exit_edge + 1) % 3] = 1 - share, share
            step = float(np.linalg.norm(q - points[-1]))
            if gone + step >= length:
                part = (length - gone) / step if step > _FEW else 0.0
                ends.append(starts[-1] * (1 - part) + shares * part)
                points.append(points[-1] * (1 - part) + q * part)
                return Track(np.array(faces), np.array(starts), np.array(ends), np.array(points))
            gone += step
            ends.append(shares)
            points.append(q)
            face, entry = (int(n) for n in self._beside[face, exit_edge])
            if face == first:
                raise OffSkinError(f"{length:.3f} m lead all the way round, back to its start")
            entered = np.zeros(3)
            entered[entry], entered[(entry + 1) % 3] = share, 1 - share
            faces.append(face)
            starts.append(entered)
            exit_edge = next(e for e in self._crossed(face, field) if e != entry)

    def path(self, a: Place, b: Place) -> Track:
        """The shortest way along the skin."""
        points, faces, first = triangles.with_vertex(self.points, self.faces, a)
        if (faces[b.face] != self.faces[b.face]).any():
            rows = np.append(np.arange(len(self.faces), len(faces)), b.face)
            b = triangles.relocated(points, faces, rows, self.xyz(b))
        points, faces, last = triangles.with_vertex(points, faces, b)
        if first == last:
            raise OffSkinError("both ends of the way are the same place")
        line = triangles.shortest_way(points, faces, first, last)
        return self._track(line)

    def back_midline(self, height: float) -> Place:
        """The hindmost place of the middle of the body at a height."""
        return max(self._midline(height), key=lambda place: round(float(self.xyz(place)[1]), 9))

    def onto_midline(self, place: Place) -> Place:
        """The place of the middle of the body at the same height that is nearest."""
        there = self.xyz(place)
        return min(
            self._midline(float(there[2])),
            key=lambda place: round(float(np.linalg.norm(self.xyz(place) - there)), 9),
        )

    def _midline(self, height: float) -> list[Place]:
        """Where the middle of the body meets a height."""
        corners = self.points[self.faces]
        inside = (corners[:, :, 2].min(axis=1) <= height) & (corners[:, :, 2].max(axis=1) >= height)
        inside &= (corners[:, :, 0].min(axis=1) <= 1e-6) & (corners[:, :, 0].max(axis=1) >= -1e-6)
        found = (self._on_midline(int(face), height) for face in np.flatnonzero(inside))
        places = [place for place in found if place is not None]
        if not places:
            raise OffSkinError(f"the middle of the body has no skin at the height {height:.3f} m")
        return places

    def _on_midline(self, face: int, height: float) -> Place | None:
        """Where the face meets x = 0 at the height, if it does."""
        corners = self.points[self.faces[face]]
        matrix = np.vstack([corners[:, 0], corners[:, 2], np.ones(3)])
        if abs(np.linalg.det(matrix)) < 1e-14:
            return None
        shares = np.linalg.solve(matrix, [0.0, height, 1.0])
        if shares.min() < -1e-7:
            return None
        shares = np.maximum(shares, 0.0)
        return Place(face, shares / shares.sum())

    def _crossed(self, face: int, field: Floats) -> list[int]:
        """The edges of a face that the plane crosses (edge e joins corners e and e + 1)."""
        side = field[self.faces[face]] > 0
        return [e for e in range(3) if side[e] != side[(e + 1) % 3]]

    def _first_exit(
        self, start: Place, p: Floats, field: Floats, toward: Floats
    ) -> tuple[int, int]:
        corners = self.faces[start.face]
        heavy = set(corners[start.shares > EDGE].tolist())
        near = {start.face}
        if len(heavy) < 3:
            for face in self._around[next(iter(heavy))]:
                if heavy <= set(self.faces[face].tolist()):
                    near.add(int(face))
        best, out = 0.0, (-1, -1)
        for face in sorted(near):
            for edge in self._crossed(face, field):
                i, j = self.faces[face][edge], self.faces[face][(edge + 1) % 3]
                share = field[i] / (field[i] - field[j])
                ahead = (self.points[i] * (1 - share) + self.points[j] * share - p) @ toward
                if ahead > best:
                    best, out = float(ahead), (face, edge)
        if out[0] < 0:
            raise OffSkinError("the skin does not go on in this direction")
        return out

    def _shares_in(self, face: int, place: Place) -> Floats:
        if face == place.face:
            return place.shares
        return triangles.nearest_shares(self.xyz(place), self.points[self.faces[[face]]])[0]

    def _track(self, line: Floats) -> Track:
        keep = np.append(True, np.linalg.norm(np.diff(line, axis=0), axis=1) > 1e-9)
        line = line[keep]
        faces, starts, ends = [], [], []
        for p, q in pairwise(line):
            face = self.closest((p + q) / 2).face
            corners = self.points[self.faces[[face]]]
            faces.append(face)
            starts.append(triangles.nearest_shares(p, corners)[0])
            ends.append(triangles.nearest_shares(q, corners)[0])
        return Track(np.array(faces), np.array(starts), np.array(ends), line)
