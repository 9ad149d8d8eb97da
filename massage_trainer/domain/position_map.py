"""Which place of the rest body each spot of a still picture shows."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from heapq import nsmallest
from itertools import product

from massage_trainer.domain.rotation import Vector
from massage_trainer.domain.still_places import Fraction

# Patches are drawn so many times finer than places are sampled, so that outlines stay sharp.
FINENESS = 3
OFF_THE_BODY = 0
# How far, in samples, the nearest one of a patch may be.
_REACH = 3
_COARSE = 3
_BEST = 8


@dataclass(frozen=True, slots=True)
class PositionMap:
    """A grid of places of the rest body over a picture, and which patch of skin each spot shows.

    A patch is skin that hangs together in the picture: an arm in front of the trunk is another
    patch than the trunk, so no place is ever taken from between the two.
    """

    width: int  # in samples
    height: int
    patches: bytes  # FINENESS times as wide and high; 0 is off the body
    steps: tuple[Sequence[int], Sequence[int], Sequence[int]]  # of x, y and z
    unit: float  # metres per step
    jump: int  # samples that are more steps apart do not belong together
    is_reversed: bool = False  # the picture is shown mirrored, and with it the body

    def __post_init__(self) -> None:
        sensible = math.isfinite(self.unit) and self.unit > 0
        if self.width < 1 or self.height < 1 or not sensible or self.jump < 1:
            raise ValueError("a position map has samples, a unit and a largest step")
        if len(self.patches) != self.width * self.height * FINENESS**2:
            raise ValueError("the patches do not fit the samples")
        if any(len(plane) != self.width * self.height for plane in self.steps):
            raise ValueError("the samples do not fit the size")

    def reversed(self) -> PositionMap:
        """The map of the picture's mirror image, which shows the mirror image of the body."""
        return replace(self, is_reversed=not self.is_reversed)

    def place_at(self, fraction: Fraction) -> Vector | None:
        """The place of the rest body, in metres, or None off the body."""
        x, y = fraction
        if self.is_reversed:
            found = self._place_at(1 - x, y)
            return found and (-found[0], found[1], found[2])
        return self._place_at(x, y)

    def find(self, place: Vector, within_m: float) -> Fraction | None:
        """Where in the picture a place of the rest body is seen; None if nothing so near is.

        First among every third sample, then among those around the nearest ones.
        """
        x, y, z = (part / self.unit for part in place)
        wanted = (-x if self.is_reversed else x, y, z)
        coarse = product(range(1, self.width, _COARSE), range(1, self.height, _COARSE))
        around = {
            (near + i, row + j)
            for _, (near, row) in nsmallest(_BEST, self._away(wanted, coarse))
            for i in range(-_COARSE, _COARSE + 1)
            for j in range(-_COARSE, _COARSE + 1)
        }
        inside = (at for at in around if 0 <= at[0] < self.width and 0 <= at[1] < self.height)
        away, (column, row) = min(self._away(wanted, inside), default=(math.inf, (0, 0)))
        if away > within_m / self.unit:
            return None
        across = (column + 0.5) / self.width
        return (1 - across if self.is_reversed else across, (row + 0.5) / self.height)

    def _away(
        self, wanted: Vector, samples: Iterable[tuple[int, int]]
    ) -> Iterator[tuple[float, tuple[int, int]]]:
        """How many steps each of the samples that show the body is away from a place."""
        xs, ys, zs = self.steps
        for column, row in samples:
            if self._patch_of_sample(column, row):
                at = row * self.width + column
                yield math.dist(wanted, (xs[at], ys[at], zs[at])), (column, row)

    def _place_at(self, x: float, y: float) -> Vector | None:
        if not (0 <= x < 1 and 0 <= y < 1):
            return None
        patch = self._patch(int(x * self.width * FINENESS), int(y * self.height * FINENESS))
        if patch == OFF_THE_BODY:
            return None
        across, down = x * self.width - 0.5, y * self.height - 0.5
        near = self._corners(across, down, patch) or self._nearest(across, down, patch)
        if not near:
            return None
        total = sum(near.values())
        px, py, pz = (
            self.unit * sum(plane[at] * share for at, share in near.items()) / total
            for plane in self.steps
        )
        return (px, py, pz)

    def _patch(self, column: int, row: int) -> int:
        return self.patches[row * self.width * FINENESS + column]

    def _patch_of_sample(self, column: int, row: int) -> int:
        middle = FINENESS // 2
        return self._patch(column * FINENESS + middle, row * FINENESS + middle)

    def _corners(self, across: float, down: float, patch: int) -> dict[int, float]:
        """The shares of those of the four samples around that show the same skin."""
        left, top = math.floor(across), math.floor(down)
        shares: dict[int, float] = {}
        for row, high in ((top, 1 - (down - top)), (top + 1, down - top)):
            for column, wide in ((left, 1 - (across - left)), (left + 1, across - left)):
                if self._has(column, row, patch) and wide * high > 0:
                    shares[row * self.width + column] = wide * high
        if len(shares) > 1:
            best = max(shares, key=lambda at: shares[at])
            shares = {at: share for at, share in shares.items() if self._joins(best, at)}
        return shares

    def _has(self, column: int, row: int, patch: int) -> bool:
        inside = 0 <= column < self.width and 0 <= row < self.height
        return inside and self._patch_of_sample(column, row) == patch

    def _joins(self, one: int, other: int) -> bool:
        return all(abs(plane[one] - plane[other]) <= self.jump for plane in self.steps)

    def _nearest(self, across: float, down: float, patch: int) -> dict[int, float]:
        middle, line = round(across), round(down)
        around = [
            (math.hypot(column - across, row - down), row * self.width + column)
            for row in range(line - _REACH, line + _REACH + 1)
            for column in range(middle - _REACH, middle + _REACH + 1)
            if self._has(column, row, patch)
        ]
        return {min(around)[1]: 1.0} if around else {}
