"""Where points, landmarks, lines and outlines lie on a figure's mesh, in any pose."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.mesh import BakedMesh
from massage_trainer.domain.rotation import Vector
from massage_trainer.domain.scene_plates import MeshSpot
from massage_trainer.domain.stage import KeyFrame, SkinMatrix, skin_matrices


@dataclass(frozen=True, slots=True)
class BodyPlace:
    """A point or landmark of one side; directions are unit vectors of the rest body."""

    spot: MeshSpot
    rest: Vector
    normal: Vector
    across: Vector
    along: Vector
    cun_m: float  # metres per cun in this part of the body


@dataclass(frozen=True, slots=True)
class BodyLine:
    """How a hand measures to a point, see MeasuringLine."""

    legs: tuple[tuple[MeshSpot, ...], ...]
    ticks: tuple[MeshSpot, ...]
    via: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BodyPlaces:
    """Everything that can be shown on a figure; the keys are those of StillPlaces.

    Outlines of regions have the side that a scene works on; those of zones close themselves.
    """

    mesh: str
    cun_m: Mapping[str, float]
    points: Mapping[str, Mapping[Side, BodyPlace]]
    landmarks: Mapping[str, Mapping[Side, BodyPlace]]
    lines: Mapping[str, Mapping[Side, BodyLine]]
    zones: Mapping[str, Mapping[Side, tuple[MeshSpot, ...]]]
    regions: Mapping[str, Mapping[Side, tuple[tuple[MeshSpot, ...], ...]]]


class PosedSkin:
    """A figure's skin in one pose."""

    def __init__(self, mesh: BakedMesh, frame: KeyFrame) -> None:
        if mesh.skeleton is None:
            raise ValueError(f"{mesh.name} has no bones")
        self._mesh = mesh
        self._matrices = skin_matrices(mesh.skeleton, frame)

    def place(self, spot: MeshSpot) -> Vector:
        """Where the place is in the world."""
        moved = [self._moved(corner, self._mesh.position(corner), 1.0) for corner in spot.corners]
        return _blend(moved, spot.shares)

    def facing(self, spot: MeshSpot) -> Vector:
        """The direction away from the body there."""
        turned = [self._moved(corner, self._mesh.normal(corner), 0.0) for corner in spot.corners]
        x, y, z = _blend([_unit(normal) for normal in turned], spot.shares)
        return _unit((x, y, z))

    def _moved(self, vertex: int, vector: Vector, shift: float) -> Vector:
        x, y, z = vector
        moved = [0.0, 0.0, 0.0]
        for bone, share in self._mesh.influences(vertex):
            rows: SkinMatrix = self._matrices[bone]
            for axis in range(3):
                a, b, c, d = rows[4 * axis : 4 * axis + 4]
                moved[axis] += share * (a * x + b * y + c * z + d * shift)
        return (moved[0], moved[1], moved[2])


def _blend(vectors: Sequence[Vector], shares: Sequence[float]) -> Vector:
    x, y, z = (
        sum(vector[axis] * share for vector, share in zip(vectors, shares, strict=True))
        for axis in range(3)
    )
    return (x, y, z)


def _unit(v: Vector) -> Vector:
    length = math.sqrt(v[0] ** 2 + v[1] ** 2 + v[2] ** 2) or 1.0
    return (v[0] / length, v[1] / length, v[2] / length)
