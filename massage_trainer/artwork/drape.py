"""Cloth laid over the posed body: towels and dented pillows as height fields."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.ndimage import gaussian_filter, maximum_filter

from massage_trainer.artwork.hem import hemmed
from massage_trainer.artwork.mesh import Floats, Mesh, still
from massage_trainer.artwork.solids import grid_faces
from massage_trainer.artwork.support import TABLE_HALF, TABLE_TOP

STEP = 0.013
LIFT = 0.009
SAG = 0.00040
THICKNESS = 0.007
ROUND = np.hypot(*np.mgrid[-2:3, -2:3]) < 2.3
EDGE_RADIUS = 0.030
BOW, CORNER = 0.016, 0.018


@dataclass(frozen=True, slots=True)
class Towel:
    """A rectangle of terry cloth over the table: along x, and across y with its overhang."""

    from_x: float
    to_x: float
    from_y: float
    to_y: float
    hang: float = 0.10


def upper_envelope(blockers: Floats, x: Floats, y: Floats, floor: float) -> Floats:
    """The highest surface above every grid place."""
    height = np.full((len(x), len(y)), floor)
    i = np.round((blockers[:, 0] - x[0]) / STEP).astype(np.int64)
    j = np.round((blockers[:, 1] - y[0]) / STEP).astype(np.int64)
    inside = (i >= 0) & (i < len(x)) & (j >= 0) & (j < len(y))
    np.maximum.at(height, (i[inside], j[inside]), blockers[inside, 2])
    return height


def towel(cloth: Towel, blockers: Floats) -> Mesh:
    """The towel settled over what lies on the table, hanging over the table's long edges."""
    rows = _with_hanging(cloth, *settled(cloth, blockers))
    sheet = still(rows.reshape(-1, 3), grid_faces(*rows.shape[:2])[:, ::-1])
    return hemmed(sheet, lambda _: THICKNESS / 2)


def settled(cloth: Towel, blockers: Floats) -> tuple[Floats, Floats, Floats]:
    """Grid lines along and across, and the cloth's height at their crossings."""
    edge = TABLE_HALF[1]
    x = np.arange(cloth.from_x, cloth.to_x + STEP / 2, STEP)
    low, high = max(cloth.from_y, -edge), min(cloth.to_y, edge)
    y = np.arange(low, high + STEP / 2, STEP)
    solid = upper_envelope(blockers, x, y, TABLE_TOP)
    solid = maximum_filter(solid, footprint=ROUND) + LIFT
    solid = np.maximum(solid, gaussian_filter(solid, 1.2))
    height = solid.copy()
    for _ in range(500):
        around = np.pad(height, 1, mode="edge")
        mean = (around[:-2, 1:-1] + around[2:, 1:-1] + around[1:-1, :-2] + around[1:-1, 2:]) / 4
        height = np.maximum(solid, mean - SAG)
    height = np.maximum(solid - 0.002, gaussian_filter(height, 1.0))
    return x, y, height


def _with_hanging(cloth: Towel, x: Floats, y: Floats, height: Floats) -> Floats:
    """Grid of points (along, across, 3) with flaps over the table's edges where it reaches them."""
    flat = np.stack([*np.meshgrid(x, y, indexing="ij"), height], axis=2)
    parts = [flat]
    if cloth.hang > 0 and y[0] <= -TABLE_HALF[1] + STEP:
        parts.insert(0, _flap(flat[:, 0], cloth.hang, -1.0)[:, ::-1])
    if cloth.hang > 0 and y[-1] >= TABLE_HALF[1] - STEP:
        parts.append(_flap(flat[:, -1], cloth.hang, 1.0))
    return np.concatenate(parts, axis=1)


def _flap(edge: Floats, hang: float, side: float) -> Floats:
    """The part that bends over the edge and hangs down in soft waves."""
    bends = np.linspace(0, np.pi / 2, 7)[1:]
    drops = np.arange(0.014, hang, 0.014)
    rows = []
    wave = np.sin(edge[:, 0] * 21.0) + 0.6 * np.sin(edge[:, 0] * 37.0 + 1.3)
    for bend in bends:
        row = edge.copy()
        row[:, 1] += side * EDGE_RADIUS * np.sin(bend)
        row[:, 2] -= EDGE_RADIUS * (1 - np.cos(bend))
        rows.append(row)
    for drop in drops:
        row = rows[len(bends) - 1].copy()
        row[:, 1] += side * 0.006 * (drop / hang) * (1.2 + wave)
        row[:, 2] -= drop
        rows.append(row)
    return np.stack(rows, axis=1)


def _rim(count: int, across: int) -> np.ndarray:
    at = np.arange(count * across).reshape(count, across)
    return np.concatenate([at[0, :-1], at[:-1, -1], at[-1, :0:-1], at[:0:-1, 0]])


def cushion(
    low: tuple[float, float], high: tuple[float, float], top: float, blockers: Floats
) -> Mesh:
    """A pillow on the table whose filling gives way under the body."""
    step = 0.013
    x = np.linspace(low[0], high[0], int((high[0] - low[0]) / step))
    y = np.linspace(low[1], high[1], int((high[1] - low[1]) / step))
    s = np.linspace(-1, 1, len(x))[:, None]
    t = np.linspace(-1, 1, len(y))[None, :]
    plump = np.clip((1 - np.abs(s) ** 3.2) * (1 - np.abs(t) ** 3.2), 0, 1) ** 0.42
    thick = (top + 0.022) * plump
    lowest = np.full((len(x), len(y)), np.inf)
    middle, half = (np.array(low) + high) / 2, (np.array(high) - low) / 2
    across = _flattened((blockers[:, :2] - middle), half)
    i = np.round((across[:, 0] + 1) / 2 * (len(x) - 1)).astype(np.int64)
    j = np.round((across[:, 1] + 1) / 2 * (len(y) - 1)).astype(np.int64)
    inside = (i >= 0) & (i < len(x)) & (j >= 0) & (j < len(y))
    np.minimum.at(lowest, (i[inside], j[inside]), blockers[inside, 2] - TABLE_TOP)
    pressed = np.minimum(thick, lowest - 0.001)
    soft = gaussian_filter(pressed, 2.0)
    upper = np.clip(np.minimum(np.minimum(soft, thick), lowest + 0.001), 0.002, None)
    reach = half - _drawn_in(s, t)
    grid = np.stack(
        [middle[0] + s * reach[..., 0], middle[1] + t * reach[..., 1], TABLE_TOP + upper], axis=2
    )
    # the rim sits a little above the table, as a filled bag's seam does
    lift = 0.22 * top * (1 - plump)
    grid[..., 2] = np.maximum(
        grid[..., 2], TABLE_TOP + np.minimum(lift, lowest - 0.002).clip(0.001)
    )
    under = grid.copy()
    under[..., 2] = TABLE_TOP + np.minimum(lift, upper * 0.5).clip(0.0005)
    return _closed(grid, under)


def _drawn_in(s: Floats, t: Floats) -> Floats:
    """How far a filled bag's seam is drawn in: along the sides, and round its corners."""
    corner = CORNER * (s * t) ** 8
    return np.stack(
        np.broadcast_arrays(BOW * (1 - t**2) + corner, BOW * (1 - s**2) + corner), axis=-1
    )


def _flattened(places: Floats, half: Floats) -> Floats:
    """Places on the table as fractions of the bag's half widths, -1 to 1 from seam to seam."""
    out = places / half
    for _ in range(4):
        near = np.clip(out, -1, 1)
        out = places / (half - _drawn_in(near[:, 0], near[:, 1]))
    return np.asarray(out)


def _closed(upper: Floats, lower: Floats) -> Mesh:
    count, across = upper.shape[:2]
    faces = grid_faces(count, across)[:, ::-1]
    total = count * across
    rim = _rim(count, across)
    after = np.roll(rim, -1)
    sides = np.vstack(
        [np.stack([rim, after, rim + total], 1), np.stack([after, after + total, rim + total], 1)]
    )
    points = np.vstack([upper.reshape(-1, 3), lower.reshape(-1, 3)])
    return still(points, np.vstack([faces, faces[:, ::-1] + total, sides]))
