"""What a learner has reached: standing per region, aim, days, forecast, and what is confused."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from massage_trainer.domain.quiz.aim import aims
from massage_trainer.domain.quiz.confusion import confusions, matrix
from massage_trainer.domain.quiz.days import day_after
from massage_trainer.domain.quiz.landmarks import landmark_topics
from massage_trainer.domain.quiz.memory import Standing, forecast, standing_of
from massage_trainer.domain.quiz.ports import DayTotal

if TYPE_CHECKING:
    from massage_trainer.domain.catalog import Catalog
    from massage_trainer.domain.quiz.aim import Aim, Axes
    from massage_trainer.domain.quiz.confusion import Confusion, Mistake
    from massage_trainer.domain.quiz.memory import Card
    from massage_trainer.domain.quiz.ports import QuizLog
    from massage_trainer.domain.text import LocalizedText

DAYS: Final = 30  # back, and ahead
MATRIX_AT_MOST: Final = 8  # names on one side of the matrix
PLACES_AT_MOST: Final = 1_000  # the latest: a habit of last year is none of today


@dataclass(frozen=True, slots=True)
class GroupProgress:
    """A region of the body, or all strokes or landmarks: how far each of its items is learnt."""

    id: str
    name: LocalizedText | None  # None: a group that the window names
    standings: Mapping[str, Standing]

    def count(self, standing: Standing) -> int:
        return sum(1 for each in self.standings.values() if each is standing)

    @property
    def standing(self) -> Standing:
        """Mastered or new where every item is, else learning."""
        found = set(self.standings.values())
        return found.pop() if len(found) == 1 else Standing.LEARNING


STROKES: Final = "strokes"
LANDMARKS: Final = "landmarks"


@dataclass(frozen=True, slots=True)
class ConfusionMatrix:
    """How often ``names[column]`` was answered where ``names[row]`` was asked."""

    names: tuple[str, ...]
    counts: Mapping[tuple[str, str], int]

    def count(self, asked: str, taken: str) -> int:
        return self.counts.get((asked, taken), 0)

    @property
    def most(self) -> int:
        return max(self.counts.values(), default=0)

    @property
    def pairs(self) -> list[tuple[str, str, int]]:
        """Asked, taken for it, how often; the most frequent first."""
        found = [(asked, taken, count) for (asked, taken), count in self.counts.items()]
        return sorted(found, key=lambda pair: (-pair[2], pair[0], pair[1]))


@dataclass(frozen=True)
class Progress:
    """All that the page of progress shows; every day counted from ``today``."""

    today: str
    groups: tuple[GroupProgress, ...]
    aims: tuple[Aim, ...]
    days: tuple[DayTotal, ...]  # the last DAYS days, today last, days without an answer as well
    forecast: tuple[int, ...]  # cards that fall due, today first
    confusions: tuple[Confusion, ...]
    matrix: ConfusionMatrix
    last_day: str  # of any answer; empty: there is none

    @property
    def is_empty(self) -> bool:
        return not self.last_day

    @property
    def due(self) -> int:
        return self.forecast[0] if self.forecast else 0

    @property
    def regions(self) -> tuple[GroupProgress, ...]:
        """The groups that are places of the body."""
        return tuple(group for group in self.groups if group.name is not None)

    @cached_property
    def standings(self) -> Mapping[str, Standing]:
        """Of every item of every group."""
        return {item: each for group in self.groups for item, each in group.standings.items()}

    def count(self, standing: Standing) -> int:
        return sum(group.count(standing) for group in self.groups)


def read_progress(log: QuizLog, profile: int, today: str, catalog: Catalog) -> Progress:
    """Everything of one learner, from the log and the catalogue of now."""
    cards = log.cards(profile)
    mistakes = log.mistakes(profile)
    since = day_after(today, 1 - DAYS)

    def axes_of(item: str) -> Axes | None:
        point = catalog.points.get(item)
        return point.axes if point else None

    return Progress(
        today,
        group_progress(cards, catalog),
        aims(log.places(profile, PLACES_AT_MOST), axes_of),
        every_day(log.days(profile, since), today),
        tuple(forecast(cards, today, DAYS)),
        tuple(confusions(mistakes, today)),
        confusion_matrix(mistakes),
        log.last_day(profile),
    )


def group_progress(cards: Iterable[Card], catalog: Catalog) -> tuple[GroupProgress, ...]:
    """Regions in the catalogue's order, as far as they have points to learn; then the others.

    Of the landmarks those count that points are measured from.

    An item is mastered once every card of it is. Points that lie nowhere by measure are left out,
    and what the history knows by a name that is in no catalogue.
    """
    of_item: dict[str, list[Card]] = defaultdict(list)
    for card in cards:
        of_item[card.item].append(card)
    items: dict[str, list[str]] = {region: [] for region in catalog.body_regions}
    for point in catalog.points.values():
        if point.practice and point.sites and point.region_id in items:
            items[point.region_id].append(point.code)
    found = [
        GroupProgress(region, catalog.body_regions[region].name, _standings(codes, of_item))
        for region, codes in items.items()
        if codes
    ]
    others = ((LANDMARKS, landmark_topics(catalog)), (STROKES, catalog.strokes))
    return (
        *found,
        *(GroupProgress(key, None, _standings(ids, of_item)) for key, ids in others if ids),
    )


def every_day(totals: Iterable[DayTotal], today: str) -> tuple[DayTotal, ...]:
    """The last DAYS days in order; what lies ahead of today (a clock set back) is left out."""
    known = {total.day: total for total in totals}
    wanted = [day_after(today, step) for step in range(1 - DAYS, 1)]
    return tuple(known.get(day) or DayTotal(day, 0, 0, 0) for day in wanted)


def confusion_matrix(mistakes: Iterable[Mistake]) -> ConfusionMatrix:
    """Of the most frequent pairs, as many as fit."""
    counts = matrix(mistakes)
    names: dict[str, None] = {}
    for asked, taken in sorted(counts, key=lambda pair: (-counts[pair], pair)):
        both = {**names, asked: None, taken: None}
        if len(both) <= MATRIX_AT_MOST:
            names = both
    order = tuple(sorted(names, key=_by_number))
    shown = {pair: count for pair, count in counts.items() if names.keys() >= set(pair)}
    return ConfusionMatrix(order, shown)


def _standings(
    items: Iterable[str], of_item: Mapping[str, Sequence[Card]]
) -> Mapping[str, Standing]:
    return {item: standing_of(of_item.get(item, ())) for item in items}


def _by_number(name: str) -> tuple[str, int, str]:
    """BL9 stands before BL10."""
    letters = name.rstrip("0123456789")
    return letters, int(name[len(letters) :] or 0), name
