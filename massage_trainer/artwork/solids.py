"""Simple solids for the props: rounded boxes, turned shapes, tubes and cushions."""

from __future__ import annotations

import numpy as np

from massage_trainer.artwork.mesh import Floats, Ints, Mesh, still


def grid_faces(rows: int, columns: int, *, closed: bool = False) -> Ints:
    """Triangles of a rows x columns grid of points; `closed` joins the last column to the first."""
    last = columns if closed else columns - 1
    i, j = np.meshgrid(np.arange(rows - 1), np.arange(last), indexing="ij")
    i, j = i.ravel(), j.ravel()
    right = (j + 1) % columns
    a, b = i * columns + j, i * columns + right
    c, d = a + columns, b + columns
    return np.vstack([np.stack([a, b, d], axis=1), np.stack([a, d, c], axis=1)])


def rounded_box(low: Floats, high: Floats, radius: float, pitch: float = 0.1) -> Mesh:
    """A box with round edges and corners."""
    half, middle = (high - low) / 2, (high + low) / 2
    inner = half - radius
    points, faces, count = [], [], 0
    turns = np.tan(np.linspace(0, np.pi / 4, 4)) * radius

    def ticks(axis: int) -> Floats:
        flat = np.linspace(
            -inner[axis], inner[axis], max(2, int(np.ceil(2 * inner[axis] / pitch)) + 1)
        )
        return np.concatenate([-inner[axis] - turns[:0:-1], flat, inner[axis] + turns[1:]])

    for axis in range(3):
        u, v = ticks((axis + 1) % 3), ticks((axis + 2) % 3)
        grid_u, grid_v = np.meshgrid(u, v, indexing="ij")
        for sign in (-1.0, 1.0):
            place = np.zeros((grid_u.size, 3))
            place[:, axis] = sign * half[axis]
            place[:, (axis + 1) % 3], place[:, (axis + 2) % 3] = grid_u.ravel(), grid_v.ravel()
            core = np.clip(place, -inner, inner)
            away = place - core
            away /= np.linalg.norm(away, axis=1, keepdims=True)
            tri = grid_faces(len(u), len(v)) + count
            points.append(core + radius * away + middle)
            faces.append(tri[:, ::-1] if sign > 0 else tri)
            count += grid_u.size
    mesh = still(np.vstack(points), np.vstack(faces))
    return outward(mesh, middle)


def outward(mesh: Mesh, middle: Floats) -> Mesh:
    """Turn every triangle of a star-shaped solid to face away from its middle."""
    corners = mesh.points[mesh.faces]
    normal = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    inward = (normal * (corners.mean(axis=1) - middle)).sum(axis=1) < 0
    faces = mesh.faces.copy()
    faces[inward] = faces[inward][:, ::-1]
    return still(mesh.points, faces)


def turned(profile: list[tuple[float, float]], sides: int = 40) -> Mesh:
    """A shape turned about the z axis from (radius, height) pairs, listed from bottom to top."""
    angles = np.linspace(0, 2 * np.pi, sides, endpoint=False)
    rows = [
        np.stack([r * np.cos(angles), r * np.sin(angles), np.full(sides, h)], axis=1)
        for r, h in profile
    ]
    return still(np.vstack(rows), grid_faces(len(profile), sides, closed=True))


def tube(path: Floats, radius: float | Floats, sides: int = 20) -> Mesh:
    """A round bar along a path, its ends rounded off."""
    along = np.gradient(path, axis=0)
    along /= np.linalg.norm(along, axis=1, keepdims=True)
    up = np.array([0.0, 0.0, 1.0]) if abs(along[0, 2]) < 0.9 else np.array([1.0, 0.0, 0.0])
    angles = np.linspace(0, 2 * np.pi, sides, endpoint=False)
    rings = []
    radii = np.broadcast_to(np.asarray(radius, float), (len(path),))
    caps = np.radians([80, 50, 20])
    stations = [
        (path[0] - along[0] * radii[0] * np.sin(a), along[0], radii[0] * np.cos(a)) for a in caps
    ]
    stations += list(zip(path, along, radii, strict=True))
    stations += [
        (path[-1] + along[-1] * radii[-1] * np.sin(a), along[-1], radii[-1] * np.cos(a))
        for a in caps[::-1]
    ]
    for place, way, size in stations:
        across = np.cross(way, up)
        across /= np.linalg.norm(across)
        other = np.cross(across, way)
        rings.append(
            place + size * (np.cos(angles)[:, None] * across + np.sin(angles)[:, None] * other)
        )
    ends = [stations[0][0], stations[-1][0]]
    points = np.vstack([*rings, ends])
    body = grid_faces(len(rings), sides, closed=True)
    first, last = len(points) - 2, len(points) - 1
    at = np.arange(sides)
    after = (at + 1) % sides
    bottom = np.stack([np.full(sides, first), after, at], axis=1)
    base = (len(rings) - 1) * sides
    top = np.stack([np.full(sides, last), base + at, base + after], axis=1)
    return still(points, np.vstack([body, bottom, top])).flipped()
