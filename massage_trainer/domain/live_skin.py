"""A figure's skin in the pose of a moving picture: only the places asked for are worked out."""

from __future__ import annotations

import math
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple

from massage_trainer.domain.scene_plates import MeshSpot
from massage_trainer.domain.stage import skin_matrices

if TYPE_CHECKING:
    from massage_trainer.domain.body_places import BodyPlaces
    from massage_trainer.domain.mesh import BakedMesh
    from massage_trainer.domain.rotation import Vector
    from massage_trainer.domain.stage import KeyFrame

_CELL_M: Final = 0.03  # vertices are looked for in boxes of this size
_BONE_LEAST: Final = 1e-4
_BOUND_KEPT: Final = 500
_SKIN: Final = "body"


class Pull(NamedTuple):
    """What one bone does to a place: its share, and the place and its normal times that share."""

    bone: int
    share: float
    x: float
    y: float
    z: float
    nx: float
    ny: float
    nz: float


class PosedPlace(NamedTuple):
    """Where a place of the skin is in the world, and the way out of the body there (one metre)."""

    x: float
    y: float
    z: float
    nx: float
    ny: float
    nz: float


Pulls = tuple[Pull, ...]
_Cell = tuple[int, int, int]
_Corner = tuple[int, int, int, int]  # its number, and where it is in steps of the mesh


class StageBody:
    """A figure whose places can be asked in any pose.

    Skinning is linear: what the corners of a spot give to each bone is added up once.
    """

    def __init__(self, places: BodyPlaces, mesh: BakedMesh) -> None:
        if mesh.skeleton is None:
            raise ValueError(f"{mesh.name} has no bones")
        self.places = places
        self.skeleton = mesh.skeleton
        self._mesh = mesh
        self._pulls: dict[MeshSpot, Pulls] = {}
        self._cells: dict[_Cell, list[_Corner]] = {}
        self._bound: dict[Vector, Pulls | None] = {}

    def pulls(self, spot: MeshSpot) -> Pulls:
        """Raises IndexError for a spot beside the mesh."""
        found = self._pulls.get(spot)
        if found is None:
            found = self._pulls[spot] = self._added_up(spot)
        return found

    def bound(self, rest: Vector) -> Pulls | None:
        """Any place of the rest body, moved as the nearest corner of the mesh; None far off it."""
        if rest not in self._bound:
            if len(self._bound) >= _BOUND_KEPT:
                self._bound.clear()
            self._bound[rest] = self._bind(rest)
        return self._bound[rest]

    def on_skin(self, place: Vector) -> Pulls | None:
        """The place of the skin beside a place of the rest body; None far off it."""
        vertex = self._nearest(place)
        if vertex is None:
            return None
        (u, v, w), (x, y, z) = self._mesh.normal(vertex), self._mesh.position(vertex)
        # Onto the plane of the skin there: vertices themselves lie too far apart for a line.
        out = (x - place[0]) * u + (y - place[1]) * v + (z - place[2]) * w
        on = (place[0] + out * u, place[1] + out * v, place[2] + out * w)
        return self._moved_as(vertex, on)

    def rest(self, spot: MeshSpot) -> Vector:
        """Where the spot is on the rest body."""
        corners = [self._mesh.position(corner) for corner in spot.corners]
        x, y, z = (
            sum(corner[axis] * share for corner, share in zip(corners, spot.shares, strict=True))
            for axis in range(3)
        )
        return (x, y, z)

    def _added_up(self, spot: MeshSpot) -> Pulls:
        found: dict[int, list[float]] = {}
        for corner, share in zip(spot.corners, spot.shares, strict=True):
            if not 0 <= corner < self._mesh.vertex_count:
                raise IndexError(f"{self._mesh.name} has no vertex {corner}")
            place, normal = self._mesh.position(corner), self._mesh.normal(corner)
            for bone, part in self._mesh.influences(corner):
                weight = share * part
                if weight < _BONE_LEAST:
                    continue
                sums = found.setdefault(bone, [0.0] * 7)
                for at, number in enumerate((1.0, *place, *normal)):
                    sums[at] += weight * number
        whole = sum(sums[0] for sums in found.values()) or 1.0
        return tuple(Pull(bone, *(n / whole for n in sums)) for bone, sums in found.items())

    def _bind(self, rest: Vector) -> Pulls | None:
        vertex = self._nearest(rest)
        return None if vertex is None else self._moved_as(vertex, rest)

    def _moved_as(self, vertex: int, rest: Vector) -> Pulls:
        pulls = []
        u, v, w = self._mesh.normal(vertex)
        for bone, share in self._mesh.influences(vertex):
            x, y, z = (share * part for part in rest)
            pulls.append(Pull(bone, share, x, y, z, share * u, share * v, share * w))
        return tuple(pulls)

    def _nearest(self, rest: Vector) -> int | None:
        size = int(_CELL_M / self._mesh.scale)
        if not self._cells:
            self._cells = self._in_cells(size)
        steps = [
            (part - origin) / self._mesh.scale
            for part, origin in zip(rest, self._mesh.origin, strict=True)
        ]
        i, j, k = (int(step // size) for step in steps)
        x, y, z = steps
        best, found = math.inf, None
        for a in (i - 1, i, i + 1):
            for b in (j - 1, j, j + 1):
                for c in (k - 1, k, k + 1):
                    for vertex, p, q, r in self._cells.get((a, b, c), ()):
                        away = (p - x) ** 2 + (q - y) ** 2 + (r - z) ** 2
                        if away < best:
                            best, found = away, vertex
        return found

    def _in_cells(self, size: int) -> dict[_Cell, list[_Corner]]:
        """All corners of the skin, in boxes of so many steps of the mesh."""
        indices = memoryview(self._mesh.indices).cast("I" if self._mesh.wide_indices else "H")
        skin: set[int] = set()
        for part in self._mesh.parts:
            if part.name.startswith(_SKIN):
                skin.update(indices[part.first : part.first + part.count])
        cells: dict[_Cell, list[_Corner]] = {}
        for vertex in skin:
            x, y, z = self._mesh.steps(vertex)
            cells.setdefault((x // size, y // size, z // size), []).append((vertex, x, y, z))
        return cells


class PosedBody:
    """The places of a body in one pose, each worked out when it is first asked for."""

    def __init__(self, body: StageBody, frame: KeyFrame) -> None:
        self.body = body
        self.frame = frame
        self._matrices = skin_matrices(body.skeleton, frame)
        self._found: dict[MeshSpot, PosedPlace] = {}
        self._lines: dict[int, tuple[tuple[Pulls, ...], list[PosedPlace]]] = {}

    @cached_property
    def reflected(self) -> PosedBody:
        """The body of which this one is the mirror image."""
        return PosedBody(self.body, self.frame.mirrored())

    def at(self, spot: MeshSpot) -> PosedPlace:
        found = self._found.get(spot)
        if found is None:
            found = self._found[spot] = self.of(self.body.pulls(spot))
        return found

    def line(self, samples: tuple[Pulls, ...]) -> list[PosedPlace]:
        """All places of a line, worked out once for a pose."""
        found = self._lines.get(id(samples))
        if found is None or found[0] is not samples:
            found = self._lines[id(samples)] = samples, [self.of(pulls) for pulls in samples]
        return found[1]

    def of(self, pulls: Pulls) -> PosedPlace:
        x = y = z = nx = ny = nz = 0.0
        matrices = self._matrices
        for bone, share, px, py, pz, qx, qy, qz in pulls:
            a, b, c, d, e, f, g, h, i, j, k, m = matrices[bone]
            x += a * px + b * py + c * pz + d * share
            y += e * px + f * py + g * pz + h * share
            z += i * px + j * py + k * pz + m * share
            nx += a * qx + b * qy + c * qz
            ny += e * qx + f * qy + g * qz
            nz += i * qx + j * qy + k * qz
        long = math.sqrt(nx * nx + ny * ny + nz * nz) or 1.0
        return PosedPlace(x, y, z, nx / long, ny / long, nz / long)

    def turned(self, spot: MeshSpot, way: Vector) -> Vector:
        """A direction of the rest body as it is in the world at that place."""
        x = y = z = 0.0
        u, v, w = way
        for pull in self.body.pulls(spot):
            a, b, c, _, e, f, g, _, i, j, k, _ = self._matrices[pull.bone]
            x += pull.share * (a * u + b * v + c * w)
            y += pull.share * (e * u + f * v + g * w)
            z += pull.share * (i * u + j * v + k * w)
        return (x, y, z)
