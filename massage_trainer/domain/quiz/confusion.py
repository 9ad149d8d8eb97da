"""What is taken for what: "you take BL25 for BL24", fading with time and with right answers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from massage_trainer.domain.quiz.days import days_between

HALF_LIFE_DAYS = 30
# Each right first try after it halves a confusion, too.
_RIGHT_SHARE = 0.5
LEAST_TIMES = 2  # once is a slip
LEAST_WEIGHT = 0.5


@dataclass(frozen=True, slots=True)
class Mistake:
    """One answer in which ``taken`` was given where ``item`` was asked for.

    ``right_since`` counts the right first tries at ``item`` after it.
    """

    item: str
    taken: str
    day: str
    right_since: int = 0


@dataclass(frozen=True, slots=True)
class Confusion:
    """``taken`` is taken for ``item``: how often it happened, and how much of that is left."""

    item: str
    taken: str
    times: int
    weight: float
    last: str  # the day of the last time

    @property
    def items(self) -> tuple[str, str]:
        """Both, to be drilled together."""
        return (self.item, self.taken)


def confusions(mistakes: Iterable[Mistake], today: str) -> list[Confusion]:
    """The pairs that are worth telling and drilling, the heaviest first."""
    weights: dict[tuple[str, str], float] = defaultdict(float)
    days: dict[tuple[str, str], list[str]] = defaultdict(list)
    for mistake in mistakes:
        pair = (mistake.item, mistake.taken)
        age = max(0, days_between(mistake.day, today))
        weights[pair] += 0.5 ** (age / HALF_LIFE_DAYS) * _RIGHT_SHARE**mistake.right_since
        days[pair].append(mistake.day)
    found = [
        Confusion(*pair, times=len(days[pair]), weight=weight, last=max(days[pair]))
        for pair, weight in weights.items()
        if len(days[pair]) >= LEAST_TIMES and weight >= LEAST_WEIGHT
    ]
    return sorted(found, key=lambda one: (-one.weight, one.item, one.taken))


def drill_items(found: Sequence[Confusion]) -> tuple[str, ...]:
    """The items of a deck that drills them, pairs side by side, each item once."""
    return tuple(dict.fromkeys(item for one in found for item in one.items))


def matrix(mistakes: Iterable[Mistake]) -> Mapping[tuple[str, str], int]:
    """How often each ``(item, taken)`` happened, without fading."""
    out: dict[tuple[str, str], int] = defaultdict(int)
    for mistake in mistakes:
        out[(mistake.item, mistake.taken)] += 1
    return dict(out)
