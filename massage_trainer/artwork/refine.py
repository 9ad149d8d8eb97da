"""Finer triangles where the base mesh is coarse, and cloth that lies clear of the skin."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from scipy.spatial import cKDTree

from massage_trainer.artwork.mesh import Floats, Ints, Mesh, border, neighbours, normals


def refined(mesh: Mesh, longest: float | Callable[[Floats], Floats]) -> Mesh:
    """Halve every edge longer than `longest`, new points following the curved surface.

    How long an edge may be can depend on where its middle lies on the pattern.
    """
    facing = normals(mesh.points, mesh.faces)
    faces = mesh.faces
    edges = np.sort(np.vstack([faces[:, [0, 1]], faces[:, [1, 2]], faces[:, [2, 0]]]), axis=1)
    unique, back = np.unique(edges, axis=0, return_inverse=True)
    back = back.reshape(3, -1)
    a, b = unique[:, 0], unique[:, 1]
    along = mesh.points[b] - mesh.points[a]
    limit = longest((mesh.cut_at[a] + mesh.cut_at[b]) / 2) if callable(longest) else longest
    long = np.linalg.norm(along, axis=1) > limit
    number = np.full(len(unique), -1)
    number[long] = len(mesh.points) + np.arange(int(long.sum()))
    ends = a[long], b[long]
    points = np.vstack([mesh.points, _middles(mesh.points, facing, *ends)])
    carried = mesh.pattern
    if carried is not None:
        carried = np.vstack([carried, _middles(carried, normals(carried, faces), *ends)])
    weights = np.vstack([mesh.weights, (mesh.weights[a] + mesh.weights[b])[long] / 2])
    out: list[Ints] = []
    middles = number[back].T
    for pattern in range(8):
        marks = [bool(pattern >> k & 1) for k in range(3)]
        chosen = (middles >= 0) == np.array(marks)
        rows = chosen.all(axis=1)
        if rows.any():
            out.append(_pieces(faces[rows], middles[rows], marks))
    return Mesh(points, np.vstack(out), weights, carried)


def _middles(points: Floats, facing: Floats, a: Ints, b: Ints) -> Floats:
    """The middles of edges, lifted onto the curved surface."""
    along = points[b] - points[a]
    bend_a = (along * facing[a]).sum(axis=1, keepdims=True) * facing[a]
    bend_b = (along * facing[b]).sum(axis=1, keepdims=True) * facing[b]
    return np.asarray((points[a] + points[b]) / 2 + (bend_b - bend_a) / 8)


def _pieces(faces: Ints, middles: Ints, marks: list[bool]) -> Ints:
    """The smaller triangles of triangles whose marked edges (01, 12, 20) are halved."""
    c = [faces[:, 0], faces[:, 1], faces[:, 2]]
    m = [middles[:, 0], middles[:, 1], middles[:, 2]]
    count = sum(marks)
    if count == 0:
        return faces
    if count == 3:
        rows = [(c[0], m[0], m[2]), (m[0], c[1], m[1]), (m[2], m[1], c[2]), (m[0], m[1], m[2])]
    else:
        k = marks.index(count == 1)
        # k is the one halved edge, or the one whole edge
        p, q, r = c[k], c[(k + 1) % 3], c[(k + 2) % 3]
        if count == 1:
            rows = [(p, m[k], r), (m[k], q, r)]
        else:
            qr, rp = m[(k + 1) % 3], m[(k + 2) % 3]
            rows = [(p, q, qr), (p, qr, rp), (rp, qr, r)]
    return np.vstack([np.stack(row, axis=1) for row in rows])


def distance_outside(points: Floats, skin: Mesh, skin_normals: Floats) -> tuple[Floats, Floats]:
    """How far outside the skin each point lies, and the skin's normal there."""
    near_distance, near = cKDTree(skin.points).query(points, k=6)
    share = 1.0 / np.maximum(near_distance, 1e-4) ** 2
    share /= share.sum(axis=1, keepdims=True)
    direction = np.einsum("vk,vkj->vj", share, skin_normals[near])
    direction /= np.maximum(np.linalg.norm(direction, axis=1, keepdims=True), 1e-9)
    base = np.einsum("vk,vkj->vj", share, skin.points[near])
    return ((points - base) * direction).sum(axis=1), direction


def loosened(cloth: Mesh, skin: Mesh, gap: Floats, rounds: int, bridge: float) -> Mesh:
    """Smooth the cloth over hollows while keeping it `gap` outside the skin everywhere."""
    facing = normals(skin.points, skin.faces)
    links = neighbours(len(cloth.points), cloth.faces)
    edge = np.zeros(len(cloth.points), bool)
    for loop in border(cloth.faces):
        edge[loop] = True
    points = cloth.points
    for _ in range(rounds):
        moved = points * (1 - bridge) + (links @ points) * bridge
        moved[edge] = points[edge]
        outside, direction = distance_outside(moved, skin, facing)
        points = moved + np.maximum(0.0, gap - outside)[:, None] * direction
    return cloth.with_points(points)
