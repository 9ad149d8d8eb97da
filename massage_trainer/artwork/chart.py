"""Bakes the chart that verdicts are read from: around every point, the ways along the skin."""

from __future__ import annotations

import json
import struct
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from pygeodesic.geodesic import PyGeodesicAlgorithmExact
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from massage_trainer.artwork.body import Body
from massage_trainer.artwork.mesh import Floats, Ints, Mesh
from massage_trainer.artwork.refine import refined
from massage_trainer.artwork.resolve import Resolved
from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.catalog import Shown
from massage_trainer.domain.chart import BEND_CUN
from massage_trainer.services.chart import MAGIC

REACH_CUN = 4.5
# The longest edge of the chart's triangles; on a back that bends by 10 cm this is 0.01 cun exact.
LONGEST_M = 0.015
# How far the source is moved to see the direction in which the ways leave it.
_STEP_M = 0.001
# A source this close to an edge or a vertex is put on it: slivers would spoil the distances.
_SNAP_M = 2e-5
# Half of what 16 bits hold, so that the difference of two numbers fits as well.
_LARGEST = 16_000


@dataclass(frozen=True, slots=True, eq=False)
class Centre:
    """A place to chart the skin around: on the client's left or the midline."""

    key: str
    corners: tuple[int, ...]  # vertices of the body
    shares: tuple[float, ...]
    across: Floats  # unit vectors on the skin
    along: Floats
    cun_m: float
    midline: bool


@dataclass(frozen=True, slots=True, eq=False)
class Around:
    """The nodes in reach of a centre and the way along the skin to each, in cun."""

    centre: Centre
    place: Floats  # on the true skin
    nodes: Ints
    ways: Floats


def bake_chart(resolved: Resolved, body: Body, path: Path) -> int:
    """Chart all points that are judged; returns the size of the file in bytes."""
    skin = resolved.finder.skin
    points, triangles, around = charted(body.points, skin.points, skin.faces, centres(resolved))
    data = packed(points, triangles, around)
    path.write_bytes(data)
    return len(data)


def centres(resolved: Resolved) -> list[Centre]:
    out = []
    for point in resolved.finder.catalog.points.values():
        side = Side.MIDLINE if point.midline else Side.LEFT
        for site in point.sites if point.shown is not Shown.TEXT else ():
            place = resolved.places[site.key][side]
            across, along = resolved.axes(site.key, side)
            cun_m = resolved.cun_m[resolved.span_of(site.key)]
            out.append(
                Centre(
                    site.key,
                    place.corners,
                    tuple(float(share) for share in place.shares),
                    across,
                    along,
                    cun_m,
                    point.midline,
                )
            )
    return out


def charted(
    true: Floats, tape: Floats, faces: Ints, centres: Sequence[Centre], longest: float = LONGEST_M
) -> tuple[Floats, Ints, list[Around]]:
    """Nodes on the true skin, triangles, and the ways from every centre measured on the tape.

    Both skins have the same faces.
    """
    region = _region(true, tape, faces, centres, longest)
    around = []
    for centre in centres:
        corners, shares = list(centre.corners), np.asarray(centre.shares)
        nodes, ways = ways_around(region.weights, region.faces, shares @ tape[corners], centre)
        around.append(Around(centre, shares @ true[corners], nodes, ways))
    used = np.zeros(len(region.points), bool)
    for each in around:
        used[each.nodes] = True
    triangles = region.faces[used[region.faces].all(axis=1)]
    return _ordered(region.points, triangles, around)


def ways_around(tape: Floats, faces: Ints, source: Floats, centre: Centre) -> tuple[Ints, Floats]:
    """The vertices in reach of a source on the skin, and the exact way to each in cun."""
    reach = REACH_CUN * centre.cun_m
    inside = np.linalg.norm(tape - source, axis=1) < reach + 0.02
    patch = _hanging_together(tape, faces[inside[faces].all(axis=1)], source)
    near, local = np.unique(patch, return_inverse=True)
    points, patch = tape[near], np.asarray(local.reshape(-1, 3), np.int64)
    axes = np.stack([centre.across, centre.along])
    sources = []
    for step in [np.zeros(2), *np.vstack([np.eye(2), -np.eye(2)]) * _STEP_M]:
        points, patch, vertex = _with_vertex(points, patch, source + step @ axes)
        sources.append(vertex)
    solver = PyGeodesicAlgorithmExact(points, patch.astype(np.int32))
    targets = np.arange(len(near), dtype=np.int32)
    apart = np.array([solver.geodesicDistances([vertex], targets)[0] for vertex in sources])
    met = np.flatnonzero(np.isfinite(apart).all(axis=0))
    near, apart = near[met], apart[:, met]
    # Moving the source a little towards a place shortens the way as in a plane.
    steps = points[sources[1:]] - points[sources[0]]
    moves = steps @ axes.T
    moves *= (np.linalg.norm(steps, axis=1) / np.linalg.norm(moves, axis=1))[:, None]
    gains = (apart[0] ** 2 - apart[1:] ** 2 + (moves**2).sum(axis=1)[:, None]) / 2
    ways = np.linalg.lstsq(moves, gains, rcond=None)[0].T
    ways *= (apart[0] / np.maximum(np.linalg.norm(ways, axis=1), 1e-12))[:, None]
    kept = apart[0] <= reach
    return near[kept], ways[kept] / centre.cun_m


def _region(
    true: Floats, tape: Floats, faces: Ints, centres: Sequence[Centre], longest: float
) -> Mesh:
    """The skin in reach of any centre, fine enough; the tape's places are the weights."""
    near = np.zeros(len(tape), bool)
    for centre in centres:
        place = np.asarray(centre.shares) @ tape[list(centre.corners)]
        near |= np.linalg.norm(tape - place, axis=1) < REACH_CUN * centre.cun_m + 0.05
    region = Mesh(true, faces, tape).picked(faces[near[faces].all(axis=1)])
    while True:
        finer = refined(region, longest)
        if len(finer.points) == len(region.points):
            return region
        region = finer


def _hanging_together(points: Floats, faces: Ints, source: Floats) -> Ints:
    """The triangles that can be reached from the source without leaving the patch."""
    ends = np.vstack([faces[:, :2], faces[:, 1:]])
    links = coo_matrix((np.ones(len(ends)), (ends[:, 0], ends[:, 1])), (len(points), len(points)))
    _, island = connected_components(links, directed=False)
    face, _ = _foot(points, faces, source)
    return np.asarray(faces[island[faces[:, 0]] == island[faces[face, 0]]])


def _with_vertex(points: Floats, faces: Ints, place: Floats) -> tuple[Floats, Ints, int]:
    """The mesh with a vertex at the place of its surface that is nearest to this one."""
    face, shares = _foot(points, faces, place)
    corners = faces[face]
    a, b, c = points[corners]
    doubled = np.linalg.norm(np.cross(b - a, c - a))
    edges = np.array([np.linalg.norm(c - b), np.linalg.norm(a - c), np.linalg.norm(b - a)])
    inner = shares * doubled / edges > _SNAP_M
    shares = np.where(inner, shares, 0.0)
    if inner.sum() == 1:
        return points, faces, int(corners[inner][0])
    new = len(points)
    points = np.vstack([points, (shares / shares.sum()) @ points[corners]])
    cut = np.array([face])
    if inner.sum() == 2:
        one, two = corners[inner]
        cut = np.flatnonzero((faces == one).any(axis=1) & (faces == two).any(axis=1))
    parts = []
    for old in faces[cut]:
        for k in range(3):
            part = [old[k], old[(k + 1) % 3], new]
            if inner.sum() == 3 or set(part[:2]) != {one, two}:
                parts.append(part)
    kept = np.delete(faces, cut, axis=0)
    return points, np.vstack([kept, np.array(parts, np.int64)]), new


def _foot(points: Floats, faces: Ints, place: Floats) -> tuple[int, Floats]:
    """The triangle that the place stands on, and the shares of its corners."""
    a, b, c = points[faces[:, 0]], points[faces[:, 1]], points[faces[:, 2]]
    normal = np.cross(b - a, c - a)
    square = np.maximum((normal**2).sum(axis=1), 1e-30)
    v = (np.cross(place - a, c - a) * normal).sum(axis=1) / square
    w = (np.cross(b - a, place - a) * normal).sum(axis=1) / square
    shares = np.stack([1 - v - w, v, w], axis=1)
    lift = np.abs(((place - a) * normal).sum(axis=1)) / np.sqrt(square)
    outside = np.maximum(0.0, -shares.min(axis=1)) * np.sqrt(np.sqrt(square))
    best = int(np.argmin(lift + outside))
    found = np.maximum(shares[best], 0.0)
    return best, found / found.sum()


def _ordered(
    points: Floats, triangles: Ints, around: Sequence[Around]
) -> tuple[Floats, Ints, list[Around]]:
    """Only the nodes in use, neighbours near each other, so that the file packs well."""
    used = np.unique(np.concatenate([triangles.ravel(), *(each.nodes for each in around)]))
    cells = np.floor(points[used] / 0.04).astype(np.int64)
    order = np.lexsort((points[used, 0], points[used, 2], cells[:, 1], cells[:, 0], cells[:, 2]))
    number = np.full(len(points), -1)
    number[used[order]] = np.arange(len(used))
    out = []
    for each in around:
        nodes = number[each.nodes]
        rank = np.argsort(nodes)
        out.append(Around(each.centre, each.place, nodes[rank], each.ways[rank]))
    faces = number[triangles]
    turns = np.argmin(faces, axis=1)
    faces = np.stack([faces[np.arange(len(faces)), (turns + k) % 3] for k in range(3)], axis=1)
    faces = faces[np.lexsort((faces[:, 2], faces[:, 1], faces[:, 0]))]
    return points[used[order]], faces, out


def packed(points: Floats, triangles: Ints, around: Sequence[Around]) -> bytes:
    """The chart as the program reads it (services/chart.py)."""
    low, high = points.min(axis=0), points.max(axis=0)
    origin = np.round((low + high) / 2, 5)
    scale = float(np.ceil((high - low).max() / 2 / _LARGEST * 1e9) / 1e9)
    steps = np.round((points - origin) / scale).astype(np.int64)
    nodes = steps * scale + origin
    sites, bends = [], []
    for each in around:
        centre, cun_m = each.centre, round(each.centre.cun_m, 9)
        across, along, place = (np.round(v, 6) for v in (centre.across, centre.along, each.place))
        straight = (nodes[each.nodes] - place) @ np.stack([across, along]).T / cun_m
        bends.append(np.round((each.ways - straight) / BEND_CUN).astype(np.int64))
        sites.append(
            {
                "key": centre.key,
                "midline": centre.midline,
                "cun_m": cun_m,
                "place": place.tolist(),
                "across": across.tolist(),
                "along": along.tolist(),
                "nodes": len(each.nodes),
            }
        )
    header = {
        "scale": scale,
        "origin": origin.tolist(),
        "nodes": len(points),
        "triangles": len(triangles),
        "sites": sites,
    }
    text = json.dumps(header, separators=(",", ":")).encode()
    first = np.diff(triangles[:, 0], prepend=0)
    columns = [
        *np.diff(steps, axis=0, prepend=np.zeros((1, 3), np.int64)).T,
        first,
        triangles[:, 1] - triangles[:, 0],
        triangles[:, 2] - triangles[:, 0],
        np.concatenate([np.diff(each.nodes, prepend=0) for each in around]),
        *np.vstack(bends).T,
    ]
    data: bytes = struct.pack("<I", len(text)) + text + b"".join(_planes(c) for c in columns)
    return MAGIC + zlib.compress(data, 9)


def _planes(numbers: NDArray[np.int64]) -> bytes:
    """16-bit numbers as all their low and then all their high bytes, which packs better."""
    if len(numbers) and not -0x8000 <= numbers.min() <= numbers.max() < 0x8000:
        raise ValueError("a number of the chart does not fit into 16 bits")
    halves = np.stack([numbers & 0xFF, numbers >> 8 & 0xFF]).astype(np.uint8)
    out: bytes = halves.tobytes()
    return out
