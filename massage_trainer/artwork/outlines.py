"""Traces the highlighted places onto the skin, as lines that run over its triangles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from massage_trainer.artwork.mesh import Floats
from massage_trainer.artwork.packed_skin import PackedSkin
from massage_trainer.artwork.regions import Box
from massage_trainer.domain.scene_plates import MeshSpot

# As the highlight fades on skin that turns away (glsl/highlight.glsl): halfway.
_FACING = -0.42
_AXES = {"left": (1, 2), "right": (1, 2)}
_TOWARDS = {"back": (1, 1.0), "front": (1, -1.0), "left": (0, 1.0), "right": (0, -1.0)}
_FEWEST = 8
_Edge = tuple[int, int]


def outlines(skin: PackedSkin, boxes: Sequence[Box]) -> list[list[MeshSpot]]:
    """The lines around all boxes together; where the skin turns away they are open."""
    field = np.full(len(skin.points), np.inf)
    for box in boxes:
        axis, sign = _TOWARDS[box.side]
        seen = sign * skin.normals[:, axis] > _FACING
        field = np.where(seen, np.minimum(field, outside(box, skin.points)), field)
    return [
        [_on_edge(edge, field) for edge in line]
        for line in _joined(_segments(skin, field))
        if len(line) >= _FEWEST
    ]


def outside(box: Box, points: Floats) -> Floats:
    """How far outside the box each point lies, in metres; below 0 inside."""
    across, up = _AXES.get(box.side, (0, 2))
    x, y = points[:, across] - box.centre[0], points[:, up] - box.centre[1]
    tilt = np.radians(box.tilt)
    c, s = np.cos(tilt), np.sin(tilt)
    qx = np.abs(c * x + s * y) - box.half[0] + box.radius
    qy = np.abs(c * y - s * x) - box.half[1] + box.radius
    corner = np.hypot(np.maximum(qx, 0), np.maximum(qy, 0))
    return np.asarray(corner + np.minimum(np.maximum(qx, qy), 0) - box.radius)


def _segments(skin: PackedSkin, field: Floats) -> list[tuple[_Edge, _Edge]]:
    """Where each triangle that the outline crosses is entered and left."""
    value = field[skin.faces]
    mixed = np.isfinite(value).all(axis=1) & (value.min(axis=1) < 0) & (value.max(axis=1) >= 0)
    out = []
    for face in skin.faces[mixed].tolist():
        cut = [
            (min(a, b), max(a, b))
            for a, b in ((face[0], face[1]), (face[1], face[2]), (face[2], face[0]))
            if (field[a] < 0) != (field[b] < 0)
        ]
        out.append((cut[0], cut[1]))
    return out


def _joined(segments: Sequence[tuple[_Edge, _Edge]]) -> list[list[_Edge]]:
    """The segments as lines; a closed one ends where it starts."""
    beside: dict[_Edge, list[_Edge]] = defaultdict(list)
    for a, b in segments:
        beside[a].append(b)
        beside[b].append(a)
    ends = [edge for edge in beside if len(beside[edge]) == 1]
    lines = []
    for start in [*ends, *list(beside)]:
        line = [start]
        while beside[line[-1]]:
            following = beside[line[-1]].pop()
            beside[following].remove(line[-1])
            line.append(following)
        if len(line) > 1:
            lines.append(line)
    return lines


def _on_edge(edge: _Edge, field: Floats) -> MeshSpot:
    a, b = edge
    share = float(field[a] / (field[a] - field[b]))
    return MeshSpot((a, b, b), (1 - share, share, 0.0))
