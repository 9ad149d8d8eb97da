"""The skin as a measuring tape meets it: symmetric, and the hollows of the back bridged."""

from __future__ import annotations

from collections import deque

import numpy as np
from scipy.interpolate import RegularGridInterpolator

from massage_trainer.artwork.body import Body
from massage_trainer.artwork.mesh import Floats, Ints, normals
from massage_trainer.artwork.skin import Skin

_ARM = ("upperarm", "lowerarm", "wrist", "finger", "elbow")
# A little of a hollow's depth is left, so that its triangles keep an area.
_BRIDGED = 0.97
_STEP = 0.003


def skin_faces(body: Body) -> Ints:
    """The triangles of the skin itself, without the eyes and the tongue."""
    faces = body.groups["body"]
    root = np.arange(len(body.points))
    while True:
        low = root[faces].min(axis=1)
        before = root.copy()
        for corner in range(3):
            np.minimum.at(root, faces[:, corner], low)
        root = root[root]
        if (root == before).all():
            break
    skin = np.bincount(root[faces[:, 0]]).argmax()
    return np.asarray(faces[root[faces[:, 0]] == skin])


def mirror_ids(body: Body, faces: Ints) -> Ints:
    """For every vertex of the skin the one on the other side, by how the triangles hang together.

    The nearest mirrored vertex is not always the right one where the mesh is fine.
    """
    opposite: dict[tuple[int, int], int] = {}
    for a, b, c in faces.tolist():
        opposite[a, b], opposite[b, c], opposite[c, a] = c, a, b
    used = np.unique(faces)
    middle = set(used[np.abs(body.points[used, 0]) < 1e-5].tolist())
    edge = next(pair for pair in sorted(opposite) if middle.issuperset(pair))
    mirror = np.full(len(body.points), -1)
    mirror[list(edge)] = edge
    waiting, seen = deque([edge]), {edge}
    while waiting:
        a, b = waiting.popleft()
        c, other = opposite[a, b], opposite[int(mirror[b]), int(mirror[a])]
        if mirror[c] not in (-1, other):
            raise ValueError("the skin's triangles are not the same on both sides")
        mirror[c] = other
        for pair in ((c, b), (a, c)):
            if pair not in seen:
                seen.add(pair)
                waiting.append(pair)
    return mirror


def tape_skin(body: Body) -> Skin:
    """The skin to measure on. Its vertices are the body's, so a place on it is one on the body."""
    faces = skin_faces(body)
    mirror = mirror_ids(body, faces)
    used = np.unique(faces)
    points = body.points.copy()
    points[used] = (points[used] + points[mirror[used]] * [-1, 1, 1]) / 2
    points[used, 1] += _bridges(body, points, faces)[used]
    return Skin(points, faces)


def _bridges(body: Body, points: Floats, faces: Ints) -> Floats:
    """How far back each vertex must go to lie on the tape."""
    arms = [i for i, name in enumerate(body.bones) if name.startswith(_ARM)]
    trunk = body.weights[:, arms].sum(axis=1) < 0.5
    faces = faces[trunk[faces].all(axis=1)]
    used = np.unique(faces)
    low = float(points[used[np.abs(points[used, 0]) < 1e-5], 2].min())
    high = float(body.head("neck01")[2])
    # The back's own width: beyond it lie the shoulders, which a tape would not rest on.
    half = 0.65 * float(body.head("upperarm01.L")[0])
    heights, across = np.arange(low, high, _STEP), np.linspace(0.0, half, 40)
    edges = np.unique(np.sort(np.vstack([faces[:, [0, 1]], faces[:, [1, 2]]]), axis=1), axis=0)
    sections = [_section(points[edges], z) for z in heights]
    tape = np.array([_hull(section[np.abs(section[:, 0]) < half], across) for section in sections])
    centre = np.array([section[:, 1].min() + section[:, 1].max() for section in sections]) / 2
    ids = used[(np.abs(points[used, 0]) < half)]
    ids = ids[(points[ids, 2] > heights[0]) & (points[ids, 2] < heights[-1])]
    # The walls of a hollow face backward or sideways; the front of a shoulder does not count.
    ids = ids[points[ids, 1] > np.interp(points[ids, 2], heights, centre)]
    ids = ids[normals(points, faces)[ids, 1] > 0]
    over = RegularGridInterpolator((heights, across), tape)(
        np.stack([points[ids, 2], np.abs(points[ids, 0])], axis=1)
    )
    # Between the thighs there is nothing to rest on: the bridge ends where the cleft does.
    hips = float(body.head("upperleg01.L")[2])
    share = np.clip((points[ids, 2] - low) / (0.35 * (hips - low)), 0, 1)
    share *= np.clip((half - np.abs(points[ids, 0])) / (0.15 * half), 0, 1)
    shoulder = float(body.head("shoulder01.L")[2])
    share *= np.clip((high - points[ids, 2]) / (high - shoulder), 0, 1)
    out = np.zeros(len(points))
    out[ids] = _BRIDGED * share * np.maximum(0.0, over - points[ids, 1])
    return out


def _section(edges: Floats, height: float) -> Floats:
    """Where the edges meet a height."""
    z = edges[:, :, 2] - height
    cut = edges[(z[:, 0] > 0) != (z[:, 1] > 0)]
    share = (height - cut[:, 0, 2]) / (cut[:, 1, 2] - cut[:, 0, 2])
    return np.asarray(cut[:, 0] + (cut[:, 1] - cut[:, 0]) * share[:, None])


def _hull(section: Floats, across: Floats) -> Floats:
    """How far back a tape round the section lies, at some distances from the middle."""
    plane = np.vstack([section[:, :2], section[:, :2] * [-1, 1]])
    chain: list[Floats] = []
    for point in plane[np.lexsort((plane[:, 1], plane[:, 0]))]:
        while len(chain) > 1 and _turns_left(chain[-2], chain[-1], point):
            chain.pop()
        chain.append(point)
    line = np.array(chain)
    return np.interp(across, line[:, 0], line[:, 1])


def _turns_left(a: Floats, b: Floats, c: Floats) -> bool:
    return bool((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]) >= 0)
