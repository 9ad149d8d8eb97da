"""How well places are found: how far off, which way, and whether it is always the same way."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from massage_trainer.domain.verdict import LEAST_WORD_CUN

if TYPE_CHECKING:
    from massage_trainer.domain.construction import Go
    from massage_trainer.domain.quiz.ports import PlaceError

Axes = tuple["Go", "Go"]

LEAST_ANSWERS: Final = 8  # fewer say nothing about a habit
SURE_ERRORS: Final = 2.0  # a habit is more than so many times its own standard error
# Further off it was another place of the body that was meant, and no unsteady aim.
ELSEWHERE_CUN: Final = 3.0
MOST_SHARE: Final = 0.8  # "four out of five lie within"


@dataclass(frozen=True, slots=True)
class Bias:
    """A habit: on the average so many cun too far this way."""

    go: Go
    cun: float


@dataclass(frozen=True, slots=True)
class Spread:
    """One direction of many answers: their average and how they scatter about it, in cun."""

    mean_cun: float
    deviation_cun: float
    count: int

    @property
    def is_habit(self) -> bool:
        """Whether the average can be told from chance, and is worth a word."""
        if self.count < LEAST_ANSWERS or abs(self.mean_cun) < LEAST_WORD_CUN:
            return False
        return abs(self.mean_cun) > SURE_ERRORS * self.deviation_cun / math.sqrt(self.count)


@dataclass(frozen=True, slots=True)
class Aim:
    """The first answers about points that are told in the same two directions.

    ``places`` are across and along from the point, ``elsewhere`` counts those that were further
    than ELSEWHERE_CUN away; nothing else here knows of these.
    """

    axes: Axes
    places: tuple[tuple[float, float], ...]
    elsewhere: int
    median_cun: float
    most_cun: float  # MOST_SHARE of the places are at least as near
    across: Spread
    along: Spread

    @property
    def count(self) -> int:
        return len(self.places) + self.elsewhere

    @property
    def biases(self) -> tuple[Bias, ...]:
        """The habits, the larger first."""
        found = [
            Bias(go if spread.mean_cun > 0 else go.opposite, abs(spread.mean_cun))
            for go, spread in zip(self.axes, (self.across, self.along), strict=True)
            if spread.is_habit
        ]
        return tuple(sorted(found, key=lambda bias: -bias.cun))


def aims(errors: Iterable[PlaceError], axes_of: Callable[[str], Axes | None]) -> tuple[Aim, ...]:
    """Group first answers by the directions of their points, the largest group first.

    Later tries are left out: who was just told "too lateral" does not aim freely.
    """
    near: dict[Axes, list[tuple[float, float, float]]] = defaultdict(list)
    elsewhere: dict[Axes, int] = defaultdict(int)
    for error in errors:
        axes = axes_of(error.item)
        if axes is None or error.tries != 1:
            continue
        if error.distance_cun > ELSEWHERE_CUN:
            elsewhere[axes] += 1
        else:
            near[axes].append((error.distance_cun, error.across_cun, error.along_cun))
    found = [_aim(axes, near[axes], elsewhere[axes]) for axes in {**near, **elsewhere}]
    return tuple(sorted(found, key=lambda aim: -aim.count))


def _aim(axes: Axes, places: Sequence[tuple[float, float, float]], elsewhere: int) -> Aim:
    distances = sorted(distance for distance, _, _ in places)
    return Aim(
        axes,
        tuple((across, along) for _, across, along in places),
        elsewhere,
        quantile(distances, 0.5),
        quantile(distances, MOST_SHARE),
        _spread([across for _, across, _ in places]),
        _spread([along for _, _, along in places]),
    )


def quantile(ordered: Sequence[float], share: float) -> float:
    """The value that this share of them does not exceed, between two where it falls there."""
    if not ordered:
        return 0.0
    place = share * (len(ordered) - 1)
    low = math.floor(place)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (place - low)


def _spread(values: Sequence[float]) -> Spread:
    count = len(values)
    if not count:
        return Spread(0.0, 0.0, 0)
    mean = sum(values) / count
    squares = sum((value - mean) ** 2 for value in values)
    return Spread(mean, math.sqrt(squares / (count - 1)) if count > 1 else 0.0, count)
