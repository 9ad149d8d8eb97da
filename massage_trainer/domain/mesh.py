"""A baked mesh: packed vertices and triangles, its named parts, and its feature lines."""

import math
import struct
from collections.abc import Iterable
from dataclasses import dataclass

from massage_trainer.domain.rotation import Vector
from massage_trainer.domain.stage import Skeleton

# Per vertex: position 3 x int16 + spare, normal 3 x int8 + spare, 8 bones, 8 weights (uint8),
# colour 3 x uint8, occlusion uint8.
VERTEX_BYTES = 32
# Three rows of four numbers each must fit the 4,096 numbers that graphics cards offer.
MAX_BONES = 112
_POSITION = struct.Struct("<3h")
_NORMAL = struct.Struct("<3b")
_FEWEST_EDGES = 4
_Place = tuple[int, int, int]
_Edge = tuple[_Place, _Place]


@dataclass(frozen=True, slots=True)
class Part:
    """A run of triangles with a name: the skin, a garment, the hair."""

    name: str
    first: int
    count: int


@dataclass(frozen=True, slots=True)
class BakedMesh:
    """A figure (with a skeleton) or a prop as it goes to the graphics card."""

    name: str
    vertices: bytes
    indices: bytes
    wide_indices: bool
    scale: float
    origin: Vector
    parts: tuple[Part, ...]
    skeleton: Skeleton | None

    @property
    def index_bytes(self) -> int:
        return 4 if self.wide_indices else 2

    @property
    def vertex_count(self) -> int:
        return len(self.vertices) // VERTEX_BYTES

    @property
    def index_count(self) -> int:
        return len(self.indices) // self.index_bytes

    def triangles(self, part: Part) -> Iterable[tuple[int, int, int]]:
        view = memoryview(self.indices).cast("I" if self.wide_indices else "H")
        run = view[part.first : part.first + part.count]
        return zip(run[0::3], run[1::3], run[2::3], strict=True)

    def steps(self, vertex: int) -> _Place:
        """The position in whole steps of ``scale`` from ``origin``."""
        x, y, z = _POSITION.unpack_from(self.vertices, vertex * VERTEX_BYTES)
        return (x, y, z)

    def position(self, vertex: int) -> Vector:
        x, y, z = self.steps(vertex)
        ox, oy, oz = self.origin
        return (ox + self.scale * x, oy + self.scale * y, oz + self.scale * z)

    def normal(self, vertex: int) -> Vector:
        x, y, z = _NORMAL.unpack_from(self.vertices, vertex * VERTEX_BYTES + 8)
        return (x / 127, y / 127, z / 127)

    def influences(self, vertex: int) -> list[tuple[int, float]]:
        """The bones that move a vertex, and their shares."""
        start = vertex * VERTEX_BYTES + 12
        bones, shares = self.vertices[start : start + 8], self.vertices[start + 8 : start + 16]
        return [(b, share / 255) for b, share in zip(bones, shares, strict=True) if share]

    def bounds(self) -> tuple[Vector, Vector]:
        """The least and the greatest corner of all vertices."""
        steps = memoryview(self.vertices).cast("h")
        axes = [steps[axis :: VERTEX_BYTES // 2] for axis in range(3)]
        lx, ly, lz = (o + self.scale * min(a) for o, a in zip(self.origin, axes, strict=True))
        hx, hy, hz = (o + self.scale * max(a) for o, a in zip(self.origin, axes, strict=True))
        return (lx, ly, lz), (hx, hy, hz)


def feature_edges(mesh: BakedMesh, part: Part, crease_degrees: float) -> list[int]:
    """Vertex pairs of the edges that deserve a line: open borders (hems) and sharp folds.

    Vertices at the same place count as one, so a seam between two normals is no border; lines of
    few edges are left out, for they are flaws and not edges.
    """
    sharpest = math.cos(math.radians(crease_degrees))
    seen: dict[_Edge, tuple[int, int, Vector | None]] = {}
    for triangle in mesh.triangles(part):
        places = (mesh.steps(triangle[0]), mesh.steps(triangle[1]), mesh.steps(triangle[2]))
        normal = _normal(*places)
        for i in range(3):
            j = (i + 1) % 3
            key = (min(places[i], places[j]), max(places[i], places[j]))
            if key[0] == key[1] or normal is None:
                continue
            if key not in seen:
                seen[key] = (triangle[i], triangle[j], normal)
                continue
            first, second, other = seen[key]
            smooth = other is None or _dot(other, normal) >= sharpest
            seen[key] = (-1, -1, None) if smooth else (first, second, None)
    lines = {edge: pair[:2] for edge, pair in seen.items() if pair[0] >= 0}
    return [i for edge in _in_long_lines(list(lines)) for i in lines[edge]]


def _in_long_lines(edges: list[_Edge]) -> list[_Edge]:
    """The edges that hang together with enough others."""
    at: dict[_Place, list[_Edge]] = {}
    for edge in edges:
        for place in edge:
            at.setdefault(place, []).append(edge)
    long_enough: list[_Edge] = []
    while at:
        line: dict[_Edge, None] = {}
        ends = [next(iter(at))]
        while ends:
            for edge in at.pop(ends.pop(), ()):
                line[edge] = None
                ends += edge
        if len(line) >= _FEWEST_EDGES:
            long_enough += line
    return long_enough


def _dot(a: Vector, b: Vector) -> float:
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def _normal(a: _Place, b: _Place, c: _Place) -> Vector | None:
    """The triangle's direction, or None where it has no surface."""
    ux, uy, uz = b[0] - a[0], b[1] - a[1], b[2] - a[2]
    vx, vy, vz = c[0] - a[0], c[1] - a[1], c[2] - a[2]
    n = (uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx)
    length = math.sqrt(_dot(n, n))
    return None if length == 0 else (n[0] / length, n[1] / length, n[2] / length)
