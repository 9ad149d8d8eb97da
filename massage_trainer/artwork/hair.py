"""Hair as a cap of its own, clear of the ears: short, or drawn up into a knot."""

from __future__ import annotations

import numpy as np
from scipy.ndimage import gaussian_filter1d
from scipy.spatial import cKDTree

from massage_trainer.artwork.body import Body
from massage_trainer.artwork.fitting import fitted, head_fit
from massage_trainer.artwork.mesh import Floats, Mesh, joined
from massage_trainer.artwork.refine import refined
from massage_trainer.artwork.solids import grid_faces

MIDDLE = np.array([0.0, -0.030, 0.755])
COLUMNS, ROWS = 128, 30
KNOT_AT, KNOT_HALF = np.array([0.0, 0.050, 0.858]), (0.043, 0.039, 0.034)
KNOT_COLUMNS, KNOT_ROWS = 56, 20
# The hairline seen from the side: depth (y, forehead negative) and height of the border.
HAIRLINE = (
    (-0.150, 0.815), (-0.118, 0.807), (-0.092, 0.798), (-0.072, 0.783), (-0.059, 0.757),
    (-0.052, 0.727), (-0.040, 0.722), (-0.034, 0.736), (-0.028, 0.7505), (-0.004, 0.7495),
    (0.004, 0.738), (0.010, 0.712), (0.020, 0.694), (0.045, 0.676), (0.090, 0.668),
)  # fmt: skip


def hair(body: Body, volume: float = 0.0095) -> tuple[Mesh, Floats]:
    """The cap and, for each of its points, how light its strand is (about 1)."""
    scale, shift = head_fit(body)
    scalp = _scalp(body)
    # on the pattern's head, where the hairline is told
    scalp = scalp.with_points((scalp.points - shift) / scale)
    way = scalp.points - MIDDLE
    far = np.linalg.norm(way, axis=1)
    tree = cKDTree(way / far[:, None])
    azimuth = np.linspace(0, 2 * np.pi, COLUMNS, endpoint=False)
    border = _border(azimuth, tree, far)
    # close rows near the border, where the cap rounds off to the skin
    share = 1 - (1 - np.linspace(0.0, 1.0, ROWS)) ** 1.5
    polar = border[None, :] * share[:, None]
    ways = _direction(polar, azimuth[None, :])
    radius = _radius(ways.reshape(-1, 3), tree, far).reshape(polar.shape)
    skin = MIDDLE + ways * radius[..., None]
    height = np.clip((skin[..., 2] - 0.69) / 0.12, 0, 1)
    thick = 0.0045 + volume * height**0.8
    edge = np.clip((1 - share) / 0.13, 0, 1)[:, None]
    round_off = np.sqrt(1 - (1 - edge) ** 2)
    strands = _strands(polar, azimuth)
    depth = thick * round_off + 0.0011 * strands * edge - 0.0016 * (1 - edge)
    points = MIDDLE + ways * (radius + depth)[..., None]
    flat = np.vstack([points.reshape(-1, 3)[COLUMNS - 1 :]])
    flat[0] = points[0].mean(axis=0)
    faces = _faces()
    _, near = cKDTree(scalp.points).query(flat, k=4)
    weights = scalp.weights[near].mean(axis=1)
    shade = np.concatenate([[1.0], (1 + 0.22 * strands).reshape(-1)[COLUMNS:]])
    return Mesh(flat * scale + shift, faces, weights), shade


def knotted(body: Body) -> tuple[Mesh, Floats]:
    """Long hair drawn up into a knot on the crown, so that neck and back are free."""
    cap, light = hair(body, 0.0060)
    scale, shift = head_fit(body)
    azimuth = np.linspace(0, 2 * np.pi, KNOT_COLUMNS, endpoint=False)
    polar = np.linspace(0.0, 0.80 * np.pi, KNOT_ROWS)
    wound = polar[:, None] * 3.0 + azimuth[None, :]
    strands = 0.6 * np.sin(5 * wound) + 0.4 * np.sin(11 * wound + 1.0)
    round_way = _direction(polar[:, None], azimuth[None, :])
    ball = round_way * (np.array(KNOT_HALF) + 0.0012 * strands[..., None])
    up = KNOT_AT - MIDDLE
    up /= np.linalg.norm(up)
    side = np.array([1.0, 0.0, 0.0])
    turned = ball @ np.stack([side, np.cross(up, side), up])
    points = (KNOT_AT + turned) * scale + shift
    flat = points.reshape(-1, 3)[KNOT_COLUMNS - 1 :].copy()
    flat[0] = points[0].mean(axis=0)
    weights = np.zeros((len(flat), cap.weights.shape[1]))
    weights[:, body.bone("head")] = 1.0
    shade = np.concatenate([[1.0], (1 + 0.20 * strands).reshape(-1)[KNOT_COLUMNS:]])
    knot = Mesh(flat, _faces(KNOT_ROWS, KNOT_COLUMNS), weights)
    return joined([cap, knot]), np.concatenate([light, shade])


def _faces(rows: int = ROWS, columns: int = COLUMNS) -> np.ndarray:
    """Rings of quads closed by a fan at the crown, which is point 0."""
    rings = grid_faces(rows - 1, columns, closed=True) + 1
    at = np.arange(columns)
    fan = np.stack([np.zeros(columns, np.int64), 1 + at, 1 + (at + 1) % columns], axis=1)
    return np.vstack([fan, rings[:, ::-1]])


def _scalp(body: Body) -> Mesh:
    """Fine points of the head without the ears."""
    head = fitted(body, "body")
    upper = (head.cut_at[:, 2] > 0.60)[head.faces].all(axis=1)
    fine = head.picked(head.faces[upper])
    for _ in range(2):
        fine = refined(fine, 0.006)
    x, y, z = fine.cut_at.T
    ear = (np.abs(x) > 0.058) & (y > -0.044) & (y < 0.009) & (z > 0.68) & (z < 0.7495)
    inside = (np.abs(x) < 0.06) & (y > -0.09) & (y < 0.02) & (z < 0.80)
    keep = ~(ear | inside)
    return Mesh(fine.points[keep], np.zeros((0, 3), np.int64), fine.weights[keep])


def _direction(polar: Floats, azimuth: Floats) -> Floats:
    out = np.sin(polar) * np.sin(azimuth), -np.sin(polar) * np.cos(azimuth), np.cos(polar)
    return np.stack(np.broadcast_arrays(*out), axis=-1)


def _radius(ways: Floats, tree: cKDTree, far: Floats) -> Floats:
    distance, near = tree.query(ways, k=8)
    share = 1 / (distance + 0.01) ** 2
    return np.asarray((far[near] * share).sum(axis=1) / share.sum(axis=1))


def _border(azimuth: Floats, tree: cKDTree, far: Floats) -> Floats:
    """Per azimuth the polar angle at which the scalp meets the hairline."""
    polar = np.linspace(0.3, 2.6, 240)
    ways = _direction(polar[:, None], azimuth[None, :])
    radius = _radius(ways.reshape(-1, 3), tree, far).reshape(len(polar), -1)
    place = MIDDLE + ways * radius[..., None]
    depth, height = np.array(HAIRLINE).T
    above = place[..., 2] > np.interp(place[..., 1], depth, height)
    first = np.argmax(~above, axis=0)
    return np.asarray(gaussian_filter1d(polar[first], 1.1, mode="wrap"))


def _strands(polar: Floats, azimuth: Floats) -> Floats:
    """Soft locks that run from the crown outwards, between -1 and 1."""
    a = azimuth[None, :] + 0.25 * polar
    out = 0.5 * np.sin(17 * a + 1.7 * np.sin(3 * a)) + 0.3 * np.sin(31 * a + 2.0 * polar)
    out += 0.2 * np.sin(7 * a - 3.0 * polar)
    fade = np.clip(polar / 0.5, 0, 1)
    return np.asarray(out * fade)
