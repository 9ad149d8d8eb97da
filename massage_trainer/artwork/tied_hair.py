"""The practitioner's hair: combed back close to the head and tied into a bun."""

from __future__ import annotations

import numpy as np

from massage_trainer.artwork.body import Body
from massage_trainer.artwork.fitting import fitted, head_fit
from massage_trainer.artwork.hem import hemmed
from massage_trainer.artwork.mesh import Floats, Mesh, clipped, neighbours, normals
from massage_trainer.artwork.refine import refined
from massage_trainer.artwork.solids import grid_faces

# The hairline seen from the side on the pattern's head: depth (forehead negative) and height.
HAIRLINE = (
    (-0.150, 0.818), (-0.118, 0.811), (-0.092, 0.800), (-0.072, 0.784), (-0.058, 0.766),
    (-0.046, 0.752), (-0.038, 0.744), (-0.030, 0.7525), (-0.004, 0.7510), (0.006, 0.738),
    (0.014, 0.712), (0.026, 0.690), (0.045, 0.676), (0.090, 0.668),
)  # fmt: skip
LOWEST = 0.655
THICK, EDGE, RIM = 0.0095, 0.022, 0.0011
BUN, BUN_SIZE = np.array([0.0, 0.100, 0.806]), np.array([0.036, 0.030, 0.036])
BUN_LOOKS = np.array([0.0, 0.80, 0.60])
BUN_ROWS, BUN_COLUMNS = 22, 40


def cap(body: Body) -> tuple[Mesh, Floats]:
    """The hair on the head and, for each of its points, how light its strand is (about 1)."""
    fine = fitted(body, "body")
    fine = fine.picked(fine.faces[(fine.cut_at[fine.faces][..., 2] > LOWEST).all(axis=1)])
    for _ in range(2):
        fine = refined(fine, 0.007)
    head = hemmed(clipped(fine, inside, 0.003), lambda _: RIM)
    edge = np.clip(inside(head.cut_at) / EDGE, 0, 1)
    rise = THICK * np.sqrt(1 - (1 - edge) ** 2) + 0.0016 * (1 - edge)
    strands = _strands(head.cut_at)
    out = normals(head.points, head.faces)
    links = neighbours(len(head.points), head.faces)
    for _ in range(6):
        out = links @ out
    out /= np.linalg.norm(out, axis=1, keepdims=True)
    points = head.points + out * (rise + 0.0009 * strands * edge)[:, None]
    for _ in range(2):
        points = np.where(edge[:, None] > 0, 0.5 * points + 0.5 * (links @ points), points)
    return head.with_points(points), 1 + 0.20 * strands


def inside(places: Floats) -> Floats:
    """How far inside the hairline, on the pattern's head."""
    depth, height = np.array(HAIRLINE).T
    line = np.interp(places[:, 1], depth, height)
    # the slope of the line makes heights above it longer than the way to it
    slope = np.gradient(height, depth)
    steep = np.sqrt(1 + np.interp(places[:, 1], depth, slope) ** 2)
    return np.asarray(np.where(places[:, 2] > LOWEST, (places[:, 2] - line) / steep, -1.0))


def _strands(places: Floats) -> Floats:
    """Locks combed towards the bun, between -1 and 1."""
    way = places - BUN
    axis = BUN_LOOKS / np.linalg.norm(BUN_LOOKS)
    side = np.array([1.0, 0.0, 0.0])
    up = np.cross(axis, side)
    angle = np.arctan2(way @ up, way @ side)
    far = np.linalg.norm(way, axis=1)
    out = 0.5 * np.sin(19 * angle + 1.3 * np.sin(3 * angle) + 9 * far)
    return np.asarray(out + 0.3 * np.sin(37 * angle) + 0.2 * np.sin(8 * angle + 14 * far))


def bun(body: Body) -> tuple[Mesh, Floats]:
    """A wound knot of hair on the back of the head."""
    polar = np.linspace(0, np.pi, BUN_ROWS)[:, None]
    turn = np.linspace(0, 2 * np.pi, BUN_COLUMNS, endpoint=False)[None, :]
    wound = np.sin(2 * turn + 7 * polar) * np.sin(polar)
    radius = 1 + 0.055 * wound - 0.10 * np.exp(-((polar / 0.35) ** 2))
    axis = BUN_LOOKS / np.linalg.norm(BUN_LOOKS)
    side = np.array([1.0, 0.0, 0.0])
    up = np.cross(axis, side)
    flat = (radius * np.sin(polar))[..., None] * (
        np.cos(turn)[..., None] * side * BUN_SIZE[0] + np.sin(turn)[..., None] * up * BUN_SIZE[2]
    )
    points = BUN + flat + (radius * np.cos(polar))[..., None] * axis * BUN_SIZE[1]
    scale, shift = head_fit(body)
    points = points.reshape(-1, 3) * scale + shift
    weights = np.zeros((len(points), len(body.bones)))
    weights[:, body.bone("head")] = 1.0
    shade = np.asarray(1 + 0.16 * wound + 0.06 * np.sin(9 * turn + 21 * polar)).reshape(-1)
    return Mesh(points, grid_faces(BUN_ROWS, BUN_COLUMNS, closed=True), weights), shade
