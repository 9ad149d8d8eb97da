"""What the program draws over a plate: spots of the packed mesh, or ways in the room."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

import numpy as np

from massage_trainer.artwork import reach
from massage_trainer.artwork.client import Client
from massage_trainer.artwork.mesh import Floats
from massage_trainer.artwork.packed_skin import PackedSkin
from massage_trainer.artwork.places import spot_row
from massage_trainer.artwork.pose import Pose, skin
from massage_trainer.artwork.scene import MarkSource
from massage_trainer.artwork.targets import SkinSpot, TargetFinder
from massage_trainer.domain.still_places import MarkKind

_STEP_M = 0.015
_ROUND = 32
# Between two frames the program blends on arcs: so many places of each are noted.
_PER_BLEND = 4


class MarkBaker:
    """Puts a scene's marks onto one client."""

    def __init__(self, client: Client, finder: TargetFinder, packed: PackedSkin) -> None:
        self._client = client
        self._finder = finder
        self._packed = packed

    def baked(
        self, mark: MarkSource, path: Sequence[str], poses: Mapping[str, Pose], *, loop: bool
    ) -> dict[str, Any]:
        """The mark as the scene's file has it; ``path`` are the frames that the plate plays."""
        spots = [self._finder.spot(target) for target in mark.path]
        closed = mark.closed or mark.kind is MarkKind.CIRCLE
        world: list[list[float]] = []
        if mark.kind is MarkKind.MOVE:
            world = self._traced(spots[0], path, poses, closed=closed or loop)
            closed, spots = closed or loop, []
        elif mark.kind is MarkKind.CIRCLE:
            radius = mark.radius_mm / 1000
            spots = self._finder.circle(spots[0], radius, _ROUND, clockwise=mark.clockwise)
        elif mark.kind is MarkKind.STROKE:
            spots = self._stroke(spots)
        return {
            "kind": mark.kind.value,
            "spots": self._rows(spots),
            "world": world,
            "closed": closed,
            "both_ways": mark.both_ways,
        }

    def _stroke(self, corners: Sequence[SkinSpot]) -> list[SkinSpot]:
        out = [corners[0]]
        for a, b in pairwise(corners):
            count = max(1, int(np.ceil(self._finder.length(a, b) / _STEP_M)))
            out += self._finder.way(a, b, [k / count for k in range(1, count)])
            out.append(b)
        return out

    def _rows(self, spots: Sequence[SkinSpot]) -> list[list[float]]:
        if not spots:
            return []
        points = np.array([spot.point for spot in spots])
        facing = np.array([spot.normal for spot in spots])
        corners, shares = self._packed.closest(points, facing)
        return [spot_row(c, s) for c, s in zip(corners.tolist(), shares, strict=True)]

    def _traced(
        self, spot: SkinSpot, path: Sequence[str], poses: Mapping[str, Pose], *, closed: bool
    ) -> list[list[float]]:
        """The way of a place of the body through the plate's frames."""
        names = [*path, *(path[:1] if closed else ())]
        places = [self._at(spot, poses[names[0]])]
        for a, b in pairwise(names):
            places += [
                self._at(spot, reach.blend(poses[a], poses[b], k / _PER_BLEND))
                for k in range(1, _PER_BLEND + 1)
            ]
        kept = places[:-1] if closed else places
        return [[round(float(n), 4) + 0.0 for n in place] for place in kept]

    def _at(self, spot: SkinSpot, pose: Pose) -> Floats:
        return skin(self._client.body, pose, spot.point[None], spot.weights[None])[0]
