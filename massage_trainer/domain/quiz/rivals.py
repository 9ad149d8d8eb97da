"""Which wrong answers are fair: likely enough to be weighed, and never also right."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from massage_trainer.domain.point_search import fold, spellings
from massage_trainer.domain.quiz.source import channel_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from massage_trainer.domain.catalog import Acupoint
    from massage_trainer.domain.quiz.source import QuizSource

# So many neighbours of a channel are weighed, the asked one at any place among them.
_WINDOW: Final = 7
_NEAR_CUN: Final = 14.0
# How many of the channel come first: sometimes all, so that it is not the odd one that is wrong.
_OF_CHANNEL: Final = (0, 1, 3)


def are_confusable(one: Acupoint, other: Acupoint, source: QuizSource) -> bool:
    """Whether an answer with the other would be just as right: one name, or one place."""
    if one.code == other.code or source.same_place(one, other):
        return True
    return not _folded(spellings(one)).isdisjoint(_folded(spellings(other)))


@lru_cache(maxsize=1024)
def _folded(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(fold, names))


def plausible_points(point: Acupoint, source: QuizSource, random: Random) -> Iterator[Acupoint]:
    """All points that may stand against this one, the likeliest first.

    Neighbours along the channel, in a window that is laid at random so that the asked point is
    not always the one in the middle; points of its level and its region.
    """
    placed = [p for p in source.placed_points() if p.code != point.code]
    near = _neighbours(point, [p for p in placed if _is_near(point, p, source)], random)
    taken = {p.code for p in near}
    beside = [p for p in placed if p.code in point.level_with and p.code not in taken]
    taken |= {p.code for p in beside}
    beside += [p for p in placed if p.region_id == point.region_id and p.code not in taken]
    taken |= {p.code for p in beside}
    rest = [p for p in placed if p.code not in taken]
    random.shuffle(beside)
    beside.sort(key=lambda p: p.code not in point.level_with)
    random.shuffle(rest)
    rest.sort(key=lambda p: not _is_near(point, p, source))
    first = random.choice(_OF_CHANNEL)
    for other in (*near[:first], *beside, *near[first:], *rest):
        if not are_confusable(point, other, source):
            yield other


def _is_near(point: Acupoint, other: Acupoint, source: QuizSource) -> bool:
    """Whether it lies on the same part of the body; where nothing is known of that, it may."""
    away = source.distance_cun(point.sites[0].key, other.sites[0].key)
    return away == math.inf or away < _NEAR_CUN


def _neighbours(point: Acupoint, others: list[Acupoint], random: Random) -> list[Acupoint]:
    """Some of those that come before and after it on its channel."""
    channel = channel_of(point.code)
    along = [p for p in others if channel and channel_of(p.code) == channel]
    number = _number(point)
    at = sum(_number(p) < number for p in along)
    start = at - random.randrange(_WINDOW)
    start = max(0, min(start, len(along) - _WINDOW + 1))
    near = along[start : start + _WINDOW - 1]
    random.shuffle(near)
    return near


def _number(point: Acupoint) -> int:
    digits = point.code[len(channel_of(point.code)) :]
    return int(digits) if digits.isdigit() else 0
