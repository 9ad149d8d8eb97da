"""Makes the position map of a still from what the picking pass saw."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import distance_transform_edt
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from massage_trainer.artwork.map_file import packed
from massage_trainer.artwork.mesh import Floats, Ints
from massage_trainer.domain.position_map import FINENESS, OFF_THE_BODY

# Samples across and down: one for every six pixels of a still.
COLUMNS, ROWS = 333, 222
UNIT_M = 0.0005
# Neighbours further apart on the rest body are two patches of skin, one before the other.
_APART_M = 0.015
# Fewer pixels, a patch that nobody could aim at, join what lies beside them.
_SMALL = 12
_MOST_PATCHES = 255
Flags: TypeAlias = NDArray[np.bool_]


def position_map(seen: Floats) -> bytes:
    """``seen`` has, row by row from above, x, y, z and whether there is skin, in the fine grid."""
    skin = seen[..., 3] > 0
    patches = _patches(seen[..., :3], skin)
    middle = slice(FINENESS // 2, None, FINENESS)
    steps = np.round(seen[middle, middle, :3] / UNIT_M).astype(np.int64)
    jump = _jump(steps, patches[middle, middle])
    planes = [steps[..., axis].ravel().tolist() for axis in range(3)]
    return packed(steps.shape[1], patches.astype(np.uint8).tobytes(), planes, UNIT_M, jump)


def _patches(places: Floats, skin: Flags) -> Ints:
    """Skin that hangs together gets one number, the largest patch the smallest."""
    height, width = skin.shape
    number = np.arange(height * width).reshape(height, width)
    links = []
    for one, other in (
        (np.s_[:, :-1], np.s_[:, 1:]),
        (np.s_[:-1, :], np.s_[1:, :]),
    ):
        apart = np.linalg.norm(places[one] - places[other], axis=-1)
        joined = skin[one] & skin[other] & (apart < _APART_M)
        links.append(np.stack([number[one][joined], number[other][joined]]))
    a, b = np.hstack(links)
    graph = coo_matrix((np.ones(len(a), np.int8), (a, b)), (height * width, height * width))
    _, island = connected_components(graph, directed=False)
    island = island.reshape(height, width)
    sizes = np.bincount(island[skin], minlength=int(island.max()) + 1)
    order = np.argsort(-sizes, kind="stable")[:_MOST_PATCHES]
    rank = np.zeros(len(sizes), np.int64)
    kept = order[sizes[order] >= _SMALL]
    rank[kept] = np.arange(1, len(kept) + 1)
    patches = np.where(skin, rank[island], OFF_THE_BODY)
    return _filled(patches, skin)


def _filled(patches: Ints, skin: Flags) -> Ints:
    """Crumbs of skin belong to the patch that is nearest in the picture."""
    crumbs = skin & (patches == OFF_THE_BODY)
    if not crumbs.any() or not patches.any():
        return patches
    rows, columns = distance_transform_edt(
        patches == OFF_THE_BODY, return_distances=False, return_indices=True
    )
    near = np.hypot(rows - np.arange(rows.shape[0])[:, None], columns - np.arange(rows.shape[1]))
    return np.where(crumbs & (near < 2 * FINENESS), patches[rows, columns], patches)


def _jump(steps: Ints, patches: Ints) -> int:
    """How far apart neighbours of a patch may lie: much further than they mostly do."""
    across = np.abs(np.diff(steps, axis=1)).max(axis=-1)
    same = (patches[:, 1:] == patches[:, :-1]) & (patches[:, 1:] != OFF_THE_BODY)
    usual = float(np.median(across[same])) if same.any() else 1.0
    return int(max(6 * usual, 0.012 / UNIT_M))
