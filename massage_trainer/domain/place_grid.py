"""Which places of the rest body a live picture shows: a coarse grid, read back with the picture."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from functools import cached_property
from heapq import nsmallest
from itertools import product
from typing import TYPE_CHECKING, Final, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from massage_trainer.domain.rotation import Vector
    from massage_trainer.domain.still_places import Fraction

_NUMBERS: Final = 4  # x, y, z, and whether it is the body
_COARSE: Final = 3
_BEST: Final = 8
_CELL_M: Final = 0.06
_MOST_SAMPLES: Final = 45_000
_FINEST_STEP: Final = 3  # pixels
# Neighbours further apart than so many samples, seen face on, are not of the same skin.
_JUMP: Final = 5.0
_LEAST_JUMP_M: Final = 0.01
# Skin that turns away shows more of itself in each sample.
_SLANTED: Final = 5.0
_LEAST_NEAR_M: Final = 0.02

_Cell = tuple[int, int, int]


class Positions(Protocol):
    """What a picture tells of the places in it: of a still or of a live one."""

    @property
    def width(self) -> int: ...

    @property
    def height(self) -> int: ...

    def place_at(self, fraction: Fraction) -> Vector | None: ...

    def find(self, place: Vector, within_m: float) -> Fraction | None: ...


def grid_size(width: int, height: int) -> tuple[int, int]:
    """How many samples a picture of so many pixels has."""
    step = max(_FINEST_STEP, math.ceil(math.sqrt(width * height / _MOST_SAMPLES)))
    return max(1, width // step), max(1, height // step)


@dataclass(frozen=True)
class PlaceGrid:
    """``samples`` are four numbers each, rows from below; ``sample_m`` is how wide one is there."""

    width: int
    height: int
    samples: memoryview[float] = field(repr=False)
    sample_m: float

    def __post_init__(self) -> None:
        if min(self.width, self.height) < 1:
            raise ValueError("a grid has samples")
        if len(self.samples) != _NUMBERS * self.width * self.height:
            raise ValueError("the samples do not fit the grid")

    def place_at(self, fraction: Fraction) -> Vector | None:
        """The place of the rest body, in metres, or None off the body."""
        x, y = fraction
        if not (0 <= x < 1 and 0 <= y < 1):
            return None
        own = self._place(int(x * self.width), int(y * self.height))
        if own is None:
            return None
        jump = max(_JUMP * self.sample_m, _LEAST_JUMP_M)
        total, sums = 0.0, [0.0, 0.0, 0.0]
        for column, row, share in self._around(x * self.width - 0.5, y * self.height - 0.5):
            place = self._place(column, row)
            if place is not None and math.dist(place, own) <= jump:
                total += share
                for axis in range(3):
                    sums[axis] += share * place[axis]
        return (sums[0] / total, sums[1] / total, sums[2] / total) if total else own

    def shows(self, fraction: Fraction, place: Vector) -> bool:
        """Whether this place of the body is what is seen there, or right beside it."""
        column, row = int(fraction[0] * self.width), int(fraction[1] * self.height)
        near = max(_SLANTED * self.sample_m, _LEAST_NEAR_M)
        for x in range(max(0, column - 1), min(self.width, column + 2)):
            for y in range(max(0, row - 1), min(self.height, row + 2)):
                found = self._place(x, y)
                if found is not None and math.dist(found, place) <= near:
                    return True
        return False

    def find(self, place: Vector, within_m: float) -> Fraction | None:
        """Where in the picture a place of the rest body is seen; None if nothing so near is."""
        near = self._near(place) or [at for cell in self._cells.values() for at in cell]
        around = {
            (column + i, row + j)
            for _, (column, row) in nsmallest(_BEST, self._away(place, near))
            for i in range(-_COARSE, _COARSE + 1)
            for j in range(-_COARSE, _COARSE + 1)
        }
        inside = (at for at in around if 0 <= at[0] < self.width and 0 <= at[1] < self.height)
        away, (column, row) = min(self._away(place, inside), default=(math.inf, (0, 0)))
        if away > within_m:
            return None
        return ((column + 0.5) / self.width, (row + 0.5) / self.height)

    def _around(self, across: float, down: float) -> Iterator[tuple[int, int, float]]:
        """The four samples around, inside the picture, with their shares."""
        left, top = math.floor(across), math.floor(down)
        for row, high in ((top, top + 1 - down), (top + 1, down - top)):
            for column, wide in ((left, left + 1 - across), (left + 1, across - left)):
                if 0 <= column < self.width and 0 <= row < self.height:
                    yield column, row, wide * high

    def _place(self, column: int, row: int) -> Vector | None:
        """Of a sample; rows count from above here, as everywhere but in the samples."""
        at = _NUMBERS * ((self.height - 1 - row) * self.width + column)
        x, y, z, is_place = self.samples[at : at + _NUMBERS]
        return (x, y, z) if is_place > 0 else None

    def _away(
        self, place: Vector, samples: Iterable[tuple[int, int]]
    ) -> Iterator[tuple[float, tuple[int, int]]]:
        for at in samples:
            found = self._place(*at)
            if found is not None:
                yield math.dist(place, found), at

    def _near(self, place: Vector) -> list[tuple[int, int]]:
        middle = _cell_of(place)
        steps = product((-1, 0, 1), repeat=3)
        cells = ((middle[0] + i, middle[1] + j, middle[2] + k) for i, j, k in steps)
        return [at for cell in cells for at in self._cells.get(cell, ())]

    @cached_property
    def _cells(self) -> dict[_Cell, list[tuple[int, int]]]:
        """Some of the samples, by where on the body they lie; made when something is looked for."""
        cells: dict[_Cell, list[tuple[int, int]]] = {}
        first = _COARSE // 2
        for row in range(first, self.height, _COARSE):
            for column in range(first, self.width, _COARSE):
                place = self._place(column, row)
                if place is not None:
                    cells.setdefault(_cell_of(place), []).append((column, row))
        return cells


def _cell_of(place: Vector) -> _Cell:
    x, y, z = place
    return (math.floor(x / _CELL_M), math.floor(y / _CELL_M), math.floor(z / _CELL_M))
