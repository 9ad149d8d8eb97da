"""The skin of the body measured in cun: how far across and along from every point each place is."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from typing import NamedTuple

from massage_trainer.domain.rotation import Vector

# The bends of a site are whole numbers of this many cun.
BEND_CUN = 1 / 4000
# A place further from the charted skin does not stand on it.
_FAR_M = 0.015
# So near to the inside of a triangle no other can be nearer by what matters.
_ON_SKIN_M = 0.0005
_CELL_M = 0.02
# A place lies in a triangle around one of so many nodes that are nearest to it on the skin.
_NEAR_NODES = 6
_EDGE = 1e-6
# Beyond the place where the ways around both sides of a limb meet, neighbours lie far apart.
_TORN = 3.0
_TORN_SLACK_CUN = 0.1
_Corners = tuple[int, int, int]
_Cell = tuple[float, ...]


class Way(NamedTuple):
    """The way from a point to a place, in cun and in the point's axes.

    Along the skin if ``exact``; further away than the chart reaches it is the straight way.
    """

    across: float
    along: float
    cun: float
    exact: bool


class Standing(NamedTuple):
    """Where a place stands on the chart: the triangle nearest to it and the shares of its corners.

    No corners: it is not on the charted skin.
    """

    place: Vector
    corners: _Corners | None = None
    shares: Vector = (0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class ChartSite:
    """One place of a point, of the client's left or the midline, and the skin around it.

    ``across`` and ``along`` are unit vectors on the skin. The way along the skin to each node in
    reach is what the straight way shows in these two directions plus the node's bend.
    """

    key: str
    place: Vector
    across: Vector
    along: Vector
    cun_m: float
    nodes: Sequence[int]  # ascending
    bends_across: Sequence[int]
    bends_along: Sequence[int]
    midline: bool = False

    def skin_way(self, node: int, place: Vector) -> tuple[float, float] | None:
        """The way along the skin to a node, which lies at this place; None out of reach."""
        at = bisect_left(self.nodes, node)
        if at == len(self.nodes) or self.nodes[at] != node:
            return None
        straight = self.straight(place)
        return (
            straight.across + self.bends_across[at] * BEND_CUN,
            straight.along + self.bends_along[at] * BEND_CUN,
        )

    def straight(self, place: Vector) -> Way:
        """The straight way to the place; its parts say where the place lies in the axes."""
        x, y, z = (p - own for p, own in zip(place, self.place, strict=True))
        (ax, ay, az), (bx, by, bz) = self.across, self.along
        across = (x * ax + y * ay + z * az) / self.cun_m
        along = (x * bx + y * by + z * bz) / self.cun_m
        return Way(across, along, math.dist(place, self.place) / self.cun_m, exact=False)


class BodyChart:
    """The charted skin: the client's left half and what is in reach of it beyond the midline.

    A place of the right side is looked up as its mirror image. No edge of a triangle is longer
    than 2 cm (1.5 cm as baked): the triangle under a place is one around its nearest node.
    """

    def __init__(
        self,
        nodes: Sequence[Vector],
        triangles: Sequence[_Corners],
        sites: Iterable[ChartSite],
    ) -> None:
        self.nodes = nodes
        self.triangles = triangles
        self.sites: Mapping[str, ChartSite] = {site.key: site for site in sites}

    def standing(self, place: Vector) -> Standing:
        """The place of the chart nearest to this place of the rest body."""
        best, found = _FAR_M, Standing(place)
        waiting = self._nearest_node(place)
        seen: set[int] = set()
        while waiting:
            seen.update(waiting)
            for node in waiting:
                for corners in self._fans[node]:
                    shares, away = _foot(place, *(self.nodes[corner] for corner in corners))
                    if away < best:
                        best, found = away, Standing(place, corners, shares)
            if best < _ON_SKIN_M and min(found.shares) > 0.0:
                break
            waiting = [corner for corner in found.corners or () if corner not in seen]
        return found

    def offset(self, key: str, place: Vector) -> tuple[float, float] | None:
        """How far across and along from the point the place lies, in cun; None out of reach."""
        way = self.way(key, self.standing(place))
        return (way.across, way.along) if way.exact else None

    def place_at(self, key: str, across: float, along: float) -> Vector | None:
        """The place that lies so many cun across and along from a point; None out of reach."""
        site = self.sites[key]
        ends = {node: site.skin_way(node, self.nodes[node]) for node in site.nodes}
        near = sorted(
            (math.hypot(end[0] - across, end[1] - along), node)
            for node, end in ends.items()
            if end is not None
        )
        for _, node in near[:_NEAR_NODES]:
            for corners in self._fans[node]:
                flat = [ends.get(corner) for corner in corners]
                a, b, c = flat
                if a is None or b is None or c is None:
                    continue
                shares = _shares_in((across, along), a, b, c)
                if shares is not None:
                    return _blended([self.nodes[corner] for corner in corners], shares)
        return None

    def way(self, key: str, standing: Standing) -> Way:
        """The way from the point to a place that was looked up."""
        site = self.sites[key]
        return self._on_skin(site, standing) or site.straight(standing.place)

    def _on_skin(self, site: ChartSite, standing: Standing) -> Way | None:
        if standing.corners is None:
            return None
        ends: list[tuple[float, float]] = []
        for corner in standing.corners:
            end = site.skin_way(corner, self.nodes[corner])
            if end is None:
                return None
            ends.append(end)
        shares = standing.shares
        if self._torn(ends, standing.corners, site.cun_m):
            cun = sum(share * math.hypot(*end) for share, end in zip(shares, ends, strict=True))
            across, along = ends[shares.index(max(shares))]
            scale = cun / max(math.hypot(across, along), 1e-9)
            return Way(across * scale, along * scale, cun, exact=True)
        across = sum(share * end[0] for share, end in zip(shares, ends, strict=True))
        along = sum(share * end[1] for share, end in zip(shares, ends, strict=True))
        return Way(across, along, math.hypot(across, along), exact=True)

    def _torn(self, ends: list[tuple[float, float]], corners: _Corners, cun_m: float) -> bool:
        """Whether the ways to the three corners lead around different sides of the body."""
        for i, j in ((0, 1), (1, 2), (2, 0)):
            edge = math.dist(self.nodes[corners[i]], self.nodes[corners[j]]) / cun_m
            if math.dist(ends[i], ends[j]) > _TORN * edge + _TORN_SLACK_CUN:
                return True
        return False

    @cached_property
    def _fans(self) -> Sequence[Sequence[_Corners]]:
        """The triangles around each node."""
        fans: list[list[_Corners]] = [[] for _ in self.nodes]
        for corners in self.triangles:
            for corner in corners:
                fans[corner].append(corners)
        return fans

    @cached_property
    def _cells(self) -> Mapping[_Cell, Sequence[int]]:
        """The nodes by the cell of space that they lie in."""
        cells: dict[_Cell, list[int]] = {}
        for node, (x, y, z) in enumerate(self.nodes):
            cells.setdefault((x // _CELL_M, y // _CELL_M, z // _CELL_M), []).append(node)
        return cells

    def _nearest_node(self, place: Vector) -> list[int]:
        """The node nearest to the place, if any lies in its cell or a neighbouring one."""
        nodes, cells = self.nodes, self._cells
        around = [[part // _CELL_M + step for step in (-1, 0, 1)] for part in place]
        near = [node for cell in product(*around) for node in cells.get(cell, ())]
        return [min(near, key=lambda node: math.dist(place, nodes[node]))] if near else []


def _foot(place: Vector, a: Vector, b: Vector, c: Vector) -> tuple[Vector, float]:
    """The shares of the triangle's corners at its point nearest to the place, and how far it is."""
    abx, aby, abz = b[0] - a[0], b[1] - a[1], b[2] - a[2]
    acx, acy, acz = c[0] - a[0], c[1] - a[1], c[2] - a[2]
    apx, apy, apz = place[0] - a[0], place[1] - a[1], place[2] - a[2]
    d1 = abx * apx + aby * apy + abz * apz
    d2 = acx * apx + acy * apy + acz * apz
    bb = abx * abx + aby * aby + abz * abz
    cc = acx * acx + acy * acy + acz * acz
    bc = abx * acx + aby * acy + abz * acz
    area = bb * cc - bc * bc
    v = w = -1.0
    if area > 0.0:
        v, w = (cc * d1 - bc * d2) / area, (bb * d2 - bc * d1) / area
    if v < 0.0 or w < 0.0 or v + w > 1.0:
        v, w = _on_rim(d1, d2, bb, cc, bc)
    x, y, z = apx - v * abx - w * acx, apy - v * aby - w * acy, apz - v * abz - w * acz
    return (1.0 - v - w, v, w), math.sqrt(x * x + y * y + z * z)


def _on_rim(d1: float, d2: float, bb: float, cc: float, bc: float) -> tuple[float, float]:
    """The nearest point of the three edges, as the shares of the second and the third corner."""
    along_ab = _within(d1, bb)
    along_ac = _within(d2, cc)
    along_bc = _within(d2 - d1 - bc + bb, bb + cc - 2 * bc)
    ends = ((along_ab, 0.0), (0.0, along_ac), (1.0 - along_bc, along_bc))
    # The squared distance, less what is the same for all three.
    away = [v * v * bb + w * w * cc + 2 * v * w * bc - 2 * (v * d1 + w * d2) for v, w in ends]
    return ends[away.index(min(away))]


def _within(part: float, whole: float) -> float:
    return min(max(part / whole, 0.0), 1.0) if whole > 0.0 else 0.0


def _shares_in(
    at: tuple[float, float],
    a: tuple[float, float],
    b: tuple[float, float],
    c: tuple[float, float],
) -> Vector | None:
    """The shares of the three corners that make up a place of the plane; None outside of them."""
    (x, y), (ax, ay) = at, a
    bx, by, cx, cy = b[0] - ax, b[1] - ay, c[0] - ax, c[1] - ay
    double = bx * cy - by * cx
    if not double:
        return None
    v = ((x - ax) * cy - (y - ay) * cx) / double
    w = ((y - ay) * bx - (x - ax) * by) / double
    shares = (1 - v - w, v, w)
    return shares if min(shares) >= -_EDGE else None


def _blended(places: Sequence[Vector], shares: Vector) -> Vector:
    x, y, z = (
        sum(place[axis] * share for place, share in zip(places, shares, strict=True))
        for axis in range(3)
    )
    return (x, y, z)
