"""Draws a mesh with fewer triangles over some of its own vertices: what the live view moves."""

from __future__ import annotations

import heapq
import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from massage_trainer.domain.mesh import VERTEX_BYTES, BakedMesh, Part
from massage_trainer.domain.rotation import Vector
from massage_trainer.services.mesh_file import PAINT_AT

Triangle = tuple[int, int, int]
Quadric = tuple[float, ...]  # the ten numbers of a sum of squared distances to planes
# A border that moves is seen at once: the hem of a garment, the hair line.
_BORDER_WEIGHT: Final = 12.0
# Square metres that a whole step of colour counts for: painted brows and nails stay.
_COLOUR_WEIGHT: Final = 4e-4
# Between colours that differ so much lies an edge that the eye sees: of a brow, of lids and lips.
# It stays as finely drawn as this share of the way that a vertex on it would go.
_SHARP: Final = 0.2
_SHARP_SHARE: Final = 0.5
# Where bones meet, the straight line between two vertices leaves the bent skin: by this share of
# their distance where they follow different bones altogether.
_BENT_SHARE: Final = 0.25
_LEAST_COSINE: Final = 0.35  # a triangle that turns further would show as a dent
_NO_QUADRIC: Final[Quadric] = (0.0,) * 10


@dataclass(frozen=True, slots=True)
class Simpler:
    """The remaining triangles of each part, by the numbers of the vertices before."""

    parts: tuple[tuple[str, tuple[Triangle, ...]], ...]

    @property
    def count(self) -> int:
        return sum(len(triangles) for _, triangles in self.parts)


def simplified(
    mesh: BakedMesh,
    error: float,
    importance: Callable[[Vector], float] = lambda _place: 1.0,
    *,
    painted: bool = True,
) -> Simpler:
    """Collapse edges as long as the surface moves by less than ``error`` (metres, about).

    Where ``importance`` is 2 only half of it is allowed; ``painted``: colours and hems stay too.
    """
    return _Collapser(mesh, importance, painted=painted).run(error)


class _Collapser:
    """Half-edge collapses in the order of their cost (Garland and Heckbert's quadrics)."""

    def __init__(
        self, mesh: BakedMesh, importance: Callable[[Vector], float], *, painted: bool
    ) -> None:
        self._mesh = mesh
        self._painted = painted
        count = mesh.vertex_count
        self._at = [mesh.position(v) for v in range(count)]
        self._colour = [_paint(mesh, v) for v in range(count)]
        self._weight = [importance(place) ** 2 for place in self._at]
        self._follows = [dict(mesh.influences(v)) for v in range(count)]
        self._triangles: list[Triangle | None] = []
        self._part_of: list[int] = []
        self._around: list[set[int]] = [set() for _ in range(count)]
        for number, part in enumerate(mesh.parts):
            for triangle in mesh.triangles(part):
                if len(set(triangle)) == 3:
                    self._add(triangle, number)
        self._sharp = self._on_painted_edges() if painted else [False] * count
        self._locked = [False] * count
        self._line: dict[int, set[int]] = {}  # along borders, from vertex to vertex
        self._quadrics = [_NO_QUADRIC] * count
        self._areas = [1e-12] * count
        self._measure()
        self._version = [0] * count
        self._heap: list[tuple[float, int, int, int]] = []

    def run(self, error: float) -> Simpler:
        for vertex in range(len(self._at)):
            self._offer(vertex)
        limit = error * error
        while self._heap:
            cost, vertex, onto, version = heapq.heappop(self._heap)
            if cost > limit:
                break
            if version == self._version[vertex] and self._around[vertex]:
                self._collapse(vertex, onto)
        parts: list[list[Triangle]] = [[] for _ in self._mesh.parts]
        for triangle, number in zip(self._triangles, self._part_of, strict=True):
            if triangle is not None:
                parts[number].append(triangle)
        return Simpler(
            tuple((p.name, tuple(t)) for p, t in zip(self._mesh.parts, parts, strict=True))
        )

    def _add(self, triangle: Triangle, part: int) -> None:
        for vertex in triangle:
            self._around[vertex].add(len(self._triangles))
        self._triangles.append(triangle)
        self._part_of.append(part)

    def _measure(self) -> None:
        """Quadrics of all planes; borders of parts, which get planes of their own; seams."""
        edges: dict[tuple[int, int], list[int]] = {}
        for number, triangle in enumerate(self._triangles):
            assert triangle is not None
            normal, area = self._plane(triangle)
            quadric = _of_plane(normal, self._at[triangle[0]], area)
            for i in range(3):
                v, w = triangle[i], triangle[(i + 1) % 3]
                self._quadrics[v] = _sum(self._quadrics[v], quadric)
                self._areas[v] += area
                edges.setdefault((min(v, w), max(v, w)), []).append(number)
        for (v, w), owners in edges.items():
            parts = {self._part_of[number] for number in owners}
            if len(owners) == 2 and len(parts) == 1:
                continue
            self._line.setdefault(v, set()).add(w)
            self._line.setdefault(w, set()).add(v)
            for number in owners[:1]:
                triangle = self._triangles[number]
                assert triangle is not None
                self._fence(v, w, self._plane(triangle)[0])
        for v, ways in self._line.items():
            self._locked[v] = len(ways) != 2
        # Vertices of one part that share a place are a seam between normals.
        shared: dict[tuple[int, tuple[int, int, int]], int] = {}
        for v, around in enumerate(self._around):
            for part in {self._part_of[number] for number in around}:
                other = shared.setdefault((part, self._mesh.steps(v)), v)
                if other != v:
                    self._locked[v] = self._locked[other] = True

    def _on_painted_edges(self) -> list[bool]:
        found = [False] * len(self._at)
        for triangle in self._triangles:
            assert triangle is not None
            colours = [self._colour[v] for v in triangle]
            if any(max(tone) - min(tone) > _SHARP for tone in zip(*colours, strict=True)):
                for v in triangle:
                    found[v] = True
        return found

    def _fence(self, v: int, w: int, normal: Vector) -> None:
        along = _minus(self._at[w], self._at[v])
        length2 = _dot(along, along)
        across = _cross(along, normal)
        size = math.sqrt(_dot(across, across))
        if size == 0:
            return
        plane = (across[0] / size, across[1] / size, across[2] / size)
        quadric = _of_plane(
            plane, self._at[v], (_BORDER_WEIGHT if self._painted else 1.0) * length2
        )
        self._quadrics[v] = _sum(self._quadrics[v], quadric)
        self._quadrics[w] = _sum(self._quadrics[w], quadric)

    def _plane(self, triangle: Triangle) -> tuple[Vector, float]:
        a, b, c = (self._at[v] for v in triangle)
        n = _cross(_minus(b, a), _minus(c, a))
        size = math.sqrt(_dot(n, n))
        if size == 0:
            return (0.0, 0.0, 0.0), 0.0
        return (n[0] / size, n[1] / size, n[2] / size), size / 2

    def _neighbours(self, vertex: int) -> set[int]:
        found = {w for number in self._around[vertex] for w in self._triangles[number] or ()}
        found.discard(vertex)
        return found

    def _offer(self, vertex: int) -> None:
        """Note the cheapest way in which this vertex may go."""
        self._version[vertex] += 1
        if self._locked[vertex] or not self._around[vertex]:
            return
        line = self._line.get(vertex)
        best, onto = math.inf, -1
        for other in self._neighbours(vertex) if line is None else line:
            cost = self._cost(vertex, other)
            if cost < best and self._keeps_its_shape(vertex, other):
                best, onto = cost, other
        if onto >= 0:
            heapq.heappush(self._heap, (best, vertex, onto, self._version[vertex]))

    def _cost(self, vertex: int, onto: int) -> float:
        quadric = _sum(self._quadrics[vertex], self._quadrics[onto])
        area = self._areas[vertex]
        paint = sum(
            (a - b) ** 2 for a, b in zip(self._colour[vertex], self._colour[onto], strict=True)
        )
        off = max(_at(quadric, self._at[onto]), 0.0) / area
        if not self._painted:
            return off
        if self._sharp[vertex]:
            off += (_SHARP_SHARE * math.dist(self._at[vertex], self._at[onto])) ** 2
        apart = _apart(self._follows[vertex], self._follows[onto])
        off += (_BENT_SHARE * apart * math.dist(self._at[vertex], self._at[onto])) ** 2
        return self._weight[vertex] * (off + _COLOUR_WEIGHT * paint)

    def _keeps_its_shape(self, vertex: int, onto: int) -> bool:
        shared = 0
        for number in self._around[vertex]:
            triangle = self._triangles[number]
            assert triangle is not None
            if onto in triangle:
                shared += 1
                continue
            moved = _replaced(triangle, vertex, onto)
            before, after = self._plane(triangle), self._plane(moved)
            if after[1] == 0 or _dot(before[0], after[0]) < _LEAST_COSINE:
                return False
        # Two sheets that touch in more than the edge's triangles would be sewn together.
        common = self._neighbours(vertex) & self._neighbours(onto)
        return 0 < shared == len(common)

    def _collapse(self, vertex: int, onto: int) -> None:
        if not self._keeps_its_shape(vertex, onto):
            self._offer(vertex)
            return
        for number in list(self._around[vertex]):
            triangle = self._triangles[number]
            assert triangle is not None
            if onto in triangle:
                for v in triangle:
                    self._around[v].discard(number)
                self._triangles[number] = None
            else:
                self._triangles[number] = _replaced(triangle, vertex, onto)
                self._around[onto].add(number)
        self._around[vertex] = set()
        self._quadrics[onto] = _sum(self._quadrics[onto], self._quadrics[vertex])
        self._areas[onto] += self._areas[vertex]
        if vertex in self._line:
            for end in self._line.pop(vertex):
                self._line[end].discard(vertex)
                if end != onto:
                    self._line[end].add(onto)
                    self._line[onto].add(end)
        for each in (onto, *self._neighbours(onto)):
            self._offer(each)


def repacked(mesh: BakedMesh, simpler: Simpler) -> tuple[bytes, tuple[Part, ...], list[Triangle]]:
    """The vertices still used, in their old order, with parts and triangles over them."""
    used = sorted({v for _, triangles in simpler.parts for t in triangles for v in t})
    number = {v: i for i, v in enumerate(used)}
    rows = b"".join(mesh.vertices[v * VERTEX_BYTES : (v + 1) * VERTEX_BYTES] for v in used)
    parts: list[Part] = []
    every: list[Triangle] = []
    for name, triangles in simpler.parts:
        parts.append(Part(name, 3 * len(every), 3 * len(triangles)))
        every += [(number[a], number[b], number[c]) for a, b, c in triangles]
    return rows, tuple(parts), every


def _paint(mesh: BakedMesh, vertex: int) -> tuple[float, ...]:
    start = vertex * VERTEX_BYTES + PAINT_AT
    return tuple(n / 255 for n in mesh.vertices[start : start + 3])


def _apart(one: dict[int, float], other: dict[int, float]) -> float:
    """How differently two vertices move: 0 with the same bones, 1 with none in common."""
    return sum(abs(one.get(b, 0.0) - other.get(b, 0.0)) for b in one.keys() | other.keys()) / 2


def _replaced(triangle: Triangle, old: int, new: int) -> Triangle:
    a, b, c = triangle
    return (new if a == old else a, new if b == old else b, new if c == old else c)


def _of_plane(n: Vector, at: Vector, weight: float) -> Quadric:
    x, y, z = n
    d = -_dot(n, at)
    return tuple(
        weight * value
        for value in (x * x, x * y, x * z, x * d, y * y, y * z, y * d, z * z, z * d, d * d)
    )


def _sum(a: Quadric, b: Quadric) -> Quadric:
    return tuple(map(float.__add__, a, b))


def _at(q: Quadric, place: Vector) -> float:
    x, y, z = place
    return (
        q[0] * x * x
        + 2 * (q[1] * x * y + q[2] * x * z + q[3] * x)
        + q[4] * y * y
        + 2 * (q[5] * y * z + q[6] * y)
        + q[7] * z * z
        + 2 * q[8] * z
        + q[9]
    )


def _minus(a: Vector, b: Vector) -> Vector:
    return (a[0] - b[0], a[1] - b[1], a[2] - b[2])


def _cross(a: Vector, b: Vector) -> Vector:
    return (a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0])


def _dot(a: Vector, b: Iterable[float]) -> float:
    x, y, z = b
    return a[0] * x + a[1] * y + a[2] * z
