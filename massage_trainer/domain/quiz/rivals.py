"""Which wrong answers are fair: likely enough to be weighed, and never also right."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from massage_trainer.domain.point_search import fold, spellings
from massage_trainer.domain.quiz.source import channel_of

if TYPE_CHECKING:
    from random import Random

    from massage_trainer.domain.catalog import Acupoint
    from massage_trainer.domain.quiz.source import QuizSource

# So many neighbours of a channel are weighed, the asked one at any place among them.
_WINDOW: Final = 7


def are_confusable(one: Acupoint, other: Acupoint, source: QuizSource) -> bool:
    """Whether an answer with the other would be just as right: one name, or one place."""
    if one.code == other.code or source.same_place(one, other):
        return True
    return not _folded(spellings(one)).isdisjoint(_folded(spellings(other)))


@lru_cache(maxsize=1024)
def _folded(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(fold, names))


def plausible_points(point: Acupoint, source: QuizSource, random: Random) -> list[Acupoint]:
    """All points that may stand against this one, the likeliest first.

    Some neighbours along the channel, then others of its level and region; in a window that is
    laid at random, so that the asked point is not always the one in the middle.
    """
    placed = source.placed_points()
    fair = [p for p in placed if not are_confusable(point, p, source)]
    channel = [p for p in placed if channel_of(p.code) == channel_of(point.code) != ""]
    near: list[Acupoint] = []
    if point in channel:
        at = channel.index(point)
        start = at - random.randrange(_WINDOW)
        start = max(0, min(start, len(channel) - _WINDOW))
        near = [p for p in channel[start : start + _WINDOW] if p in fair]
        random.shuffle(near)
    beside = [p for p in fair if p.code in point.level_with and p not in near]
    beside += [p for p in fair if p.region_id == point.region_id and p not in (*near, *beside)]
    random.shuffle(beside)
    rest = [p for p in fair if p not in near and p not in beside]
    random.shuffle(rest)
    head, beside = [*near[:2], *beside[:2]], beside[2:]
    random.shuffle(head)
    return [*head, *near[2:], *beside, *rest]
