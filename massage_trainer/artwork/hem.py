"""Rounded hems along the open edges of cloth."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from massage_trainer.artwork.mesh import Floats, Ints, Mesh, border, normals

# A hem's cross-section, in hem thicknesses: outwards from the skin, and off the cloth's border.
PROFILE = (
    (0.75, 0.15), (1.05, 0.9), (1.0, 1.9), (0.55, 2.6), (-0.15, 2.75), (-0.7, 2.2), (-0.9, 1.0),
    (-1.0, -1.0),
)  # fmt: skip
# The same where the cloth is thin.
THIN = ((1.0, 0.6), (0.7, 1.9), (-0.6, 1.9), (-1.0, -0.6))


def hemmed(
    cloth: Mesh, size: Callable[[Floats], float], profile: Sequence[tuple[float, float]] = PROFILE
) -> Mesh:
    """Turn every border into a rounded hem that grows out of the cloth and folds inside."""
    cloth = cloth.with_points(_evened_borders(cloth))
    facing = normals(cloth.points, cloth.faces)
    points, weights, faces = [cloth.points], [cloth.weights], [cloth.faces]
    pattern = [cloth.cut_at]
    total = len(cloth.points)
    for loop in border(cloth.faces):
        place, out = cloth.points[loop], _evened(facing[loop])
        down = _evened(_away_from_cloth(cloth, loop, out))
        thick = size(place)
        previous = loop
        for outward, downward in profile:
            away = thick * (outward * out + downward * down)
            points.append(place + away)
            pattern.append(cloth.cut_at[loop] + away)
            weights.append(cloth.weights[loop])
            ring = total + np.arange(len(loop))
            total += len(loop)
            after, ring_after = np.roll(previous, -1), np.roll(ring, -1)
            faces.append(np.stack([previous, ring, after], axis=1))
            faces.append(np.stack([after, ring, ring_after], axis=1))
            previous = ring
    return Mesh(np.vstack(points), np.vstack(faces), np.vstack(weights), np.vstack(pattern))


def _evened_borders(cloth: Mesh) -> Floats:
    """Take the small notches out of the borders."""
    points = cloth.points.copy()
    for loop in border(cloth.faces):
        place = points[loop]
        sharp = _corners(place)[:, None]
        # the second, outward step keeps a loop round a body from shrinking into the skin
        for share in (0.5, -0.53) * 8:
            middle = (np.roll(place, 1, axis=0) + np.roll(place, -1, axis=0)) / 2
            place = np.where(sharp, place, (1 - share) * place + share * middle)
        points[loop] = place
    return points


def _corners(place: Floats) -> NDArray[np.bool_]:
    """Where a loop turns by more than 60 degrees over a few points, as a towel's corners do."""
    before, after = place - np.roll(place, 3, axis=0), np.roll(place, -3, axis=0) - place
    cosine = (before * after).sum(axis=1)
    cosine /= np.linalg.norm(before, axis=1) * np.linalg.norm(after, axis=1)
    return np.asarray(cosine < 0.5)


def _evened(ways: Floats) -> Floats:
    """Directions along a loop without the unevenness of the mesh."""
    for _ in range(10):
        ways = ways + np.roll(ways, 1, axis=0) + np.roll(ways, -1, axis=0)
        ways = ways / np.linalg.norm(ways, axis=1, keepdims=True)
    return ways


def _away_from_cloth(cloth: Mesh, loop: Ints, out: Floats) -> Floats:
    """Along the cloth and off its border, smoothed along the loop."""
    place = cloth.points[loop]
    along = np.roll(place, -1, axis=0) - np.roll(place, 1, axis=0)
    for _ in range(3):
        along = along + np.roll(along, 1, axis=0) + np.roll(along, -1, axis=0)
    # a border runs along its triangles, so the cloth lies on its left seen from outside
    down = np.cross(along, out)
    return down / np.maximum(np.linalg.norm(down, axis=1, keepdims=True), 1e-9)
