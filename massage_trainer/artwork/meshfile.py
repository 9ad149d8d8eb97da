"""Turning modelled pieces into the rows and triangles of one packed mesh."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from massage_trainer.artwork.mesh import Floats, Ints
from massage_trainer.artwork.mesh_packing import Triangle, in_order, packed
from massage_trainer.services.mesh_file import INFLUENCES


@dataclass(frozen=True, slots=True)
class Piece:
    """One drawn part: triangles over points of its own."""

    name: str
    points: Floats
    normals: Floats
    weights: Floats
    colours: Floats
    light: Floats
    faces: Ints
    parts: tuple[tuple[str, Ints], ...] = field(default=())

    def ranges(self) -> tuple[tuple[str, Ints], ...]:
        return self.parts or ((self.name, self.faces),)


@dataclass(frozen=True, slots=True)
class Skeleton:
    """Bones of a figure at rest."""

    bones: tuple[str, ...]
    parents: tuple[int, ...]
    heads: Floats


def write(path: Path, pieces: Sequence[Piece], skeleton: Skeleton | None = None) -> int:
    """Pack the pieces into one file; returns its size in bytes."""
    points = np.vstack([piece.points for piece in pieces])
    low, high = points.min(axis=0), points.max(axis=0)
    origin = (low + high) / 2
    scale = float((high - low).max() / 2 / 32_700)
    count = len(points)
    rows = np.zeros((count, 32), np.uint8)
    place = np.zeros((count, 4), "<i2")
    place[:, :3] = np.round((points - origin) / scale)
    rows[:, 0:8] = place.view(np.uint8)
    facing = np.zeros((count, 4), np.int8)
    facing[:, :3] = np.round(np.vstack([piece.normals for piece in pieces]) * 127)
    rows[:, 8:12] = facing.view(np.uint8)
    if skeleton is not None:
        bones, shares = strongest(np.vstack([piece.weights for piece in pieces]))
        rows[:, 12:20], rows[:, 20:28] = bones, shares
    rows[:, 28:31] = np.round(np.vstack([piece.colours for piece in pieces]) * 255)
    rows[:, 31] = np.round(np.concatenate([piece.light for piece in pieces]) * 255)
    parts: list[dict[str, object]] = []
    triangles: list[Triangle] = []
    start = 0
    for piece in pieces:
        for name, faces in piece.ranges():
            parts.append({"name": name, "first": 3 * len(triangles), "count": int(faces.size)})
            triangles += in_order([(a, b, c) for a, b, c in (faces + start).tolist()])
        start += len(piece.points)
    header: dict[str, object] = {
        "kind": "figure" if skeleton else "prop",
        "scale": scale,
        "origin": [round(float(value), 7) for value in origin],
        "parts": parts,
    }
    if skeleton is not None:
        header["bones"] = list(skeleton.bones)
        header["parents"] = list(skeleton.parents)
        header["heads"] = [[round(float(v), 5) for v in head] for head in skeleton.heads]
    content = packed(header, rows.tobytes(), triangles)
    path.write_bytes(content)
    return len(content)


def strongest(weights: Floats) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """The eight strongest bones of each point and their shares, which sum to 255."""
    best = np.argsort(-weights, axis=1, kind="stable")[:, :INFLUENCES]
    share = np.take_along_axis(weights, best, axis=1)
    share = share / share.sum(axis=1, keepdims=True) * 255
    out = np.floor(share).astype(np.int64)
    order = np.argsort(-(share - out), axis=1, kind="stable")
    missing = 255 - out.sum(axis=1)
    extra = np.arange(INFLUENCES)[None, :] < missing[:, None]
    np.add.at(out, (np.arange(len(out))[:, None], order), extra.astype(np.int64))
    best = np.where(out > 0, best, 0)
    return best.astype(np.uint8), out.astype(np.uint8)
