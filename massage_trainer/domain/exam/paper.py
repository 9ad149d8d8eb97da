"""Fair papers: who draws what is settled by the seed and the seat alone.

The paper of a seat follows from the seed, the pool and the seats before it, however many come
after it and whoever sits there: who withdraws leaves a paper unused, who is added gets the next.
Every point is set as often as any other, or once more or less; so are sides and kinds.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import islice
from typing import Final, Generic, NamedTuple, TypeVar

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.exam.draw import Draw
from massage_trainer.domain.exam.sheet import TaskKind

POINTS_EACH: Final = 4
TECHNIQUES_EACH: Final = 1
MOST_EACH: Final = 12
_PHASES: Final = 2**20
_TRIES: Final = 40  # to give neighbours no task at the same place; a small pool may not allow it


Share = TypeVar("Share")


class PoolPoint(NamedTuple):
    """A point that may be drawn; ``sided`` where it lies left and right."""

    code: str
    region: str
    sided: bool


class PoolTechnique(NamedTuple):
    """A technique that may be drawn, by its step; ``stroke`` is what the hands do."""

    step: str
    stroke: str


@dataclass(frozen=True, slots=True)
class Pool:
    """What a deck or lesson gives to draw from; ``kinds`` are those of its points."""

    deck: str
    points: tuple[PoolPoint, ...] = ()
    techniques: tuple[PoolTechnique, ...] = ()
    kinds: tuple[TaskKind, ...] = (TaskKind.LOCATE, TaskKind.EXPLAIN)


@dataclass(frozen=True, slots=True)
class Plan:
    """How many of each a paper has; of a pool with fewer, all of them."""

    seed: int
    points_each: int = POINTS_EACH
    techniques_each: int = TECHNIQUES_EACH


@dataclass(frozen=True, slots=True)
class Task:
    """One task of a paper; ``subject`` is the code of a point or the id of a step."""

    number: int
    kind: TaskKind
    subject: str
    side: Side


@dataclass(frozen=True, slots=True)
class Paper:
    """The tasks of a seat, in the order in which they are set."""

    seat: int
    tasks: tuple[Task, ...]


def papers(pool: Pool, plan: Plan, seats: int) -> tuple[Paper, ...]:
    """The papers of the first seats."""
    return tuple(islice(_endless(pool, plan), seats))


def paper(pool: Pool, plan: Plan, seat: int) -> Paper:
    """The paper of one seat."""
    return papers(pool, plan, seat)[-1]


def _endless(pool: Pool, plan: Plan) -> Iterator[Paper]:
    points = _Urn(plan.seed, "points", {each.code: each.region for each in pool.points})
    techniques = _Urn(plan.seed, "techniques", {each.step: each.stroke for each in pool.techniques})
    sided = {each.code for each in pool.points if each.sided}
    sides = _Shares(plan.seed, "sides", (Side.LEFT, Side.RIGHT))
    kinds = _Shares(plan.seed, "kinds", pool.kinds)
    seat = 0
    while True:
        seat += 1
        codes = points.draw(plan.points_each, seat)
        side_of = sides.share([code for code in codes if code in sided], seat)
        kind_of = kinds.share(codes, seat)
        tasks = [(kind_of[code], code, side_of.get(code, Side.MIDLINE)) for code in codes]
        steps = techniques.draw(plan.techniques_each, seat)
        tasks += [(TaskKind.STROKE, step, Side.BOTH) for step in steps]
        yield Paper(seat, tuple(Task(number, *task) for number, task in enumerate(tasks, 1)))


class _Urn:
    """Gives out what was given out least, regions in turn, and not what the neighbour just had."""

    def __init__(self, seed: int, name: str, groups: dict[str, str]) -> None:
        self._seed = seed
        self._name = name
        self._groups = groups
        self._uses = dict.fromkeys(groups, 0)
        self._ranks: dict[int, dict[str, Fraction]] = {}
        self._last: list[str] = []

    def draw(self, count: int, seat: int) -> list[str]:
        chosen: list[str] = []
        for _ in range(min(count, len(self._groups))):
            chosen.append(min((each for each in self._uses if each not in chosen), key=self._turn))
        for each in chosen:
            self._uses[each] += 1
        self._last = self._apart(chosen, seat)
        return self._last

    def _turn(self, item: str) -> tuple[int, bool, Fraction, str]:
        lap = self._uses[item]
        return lap, item in self._last, self._lap(lap)[item], item

    def _lap(self, lap: int) -> dict[str, Fraction]:
        """An order in which every region comes again and again, evenly, from a drawn beginning."""
        if lap not in self._ranks:
            draw = Draw(self._seed, self._name, "lap", lap)
            members: dict[str, list[str]] = {}
            for item, group in self._groups.items():
                members.setdefault(group, []).append(item)
            ranks = {}
            for group in sorted(members):
                phase = draw.below(_PHASES)
                for place, item in enumerate(draw.shuffled(sorted(members[group]))):
                    ranks[item] = Fraction(place * _PHASES + phase, len(members[group]))
            self._ranks[lap] = ranks
        return self._ranks[lap]

    def _apart(self, chosen: list[str], seat: int) -> list[str]:
        """An order in which no task stands where the neighbour had the same."""
        draw = Draw(self._seed, self._name, "order", seat)
        best = draw.shuffled(chosen)
        for _ in range(_TRIES):
            if not self._alike(best):
                break
            best = min(best, draw.shuffled(chosen), key=self._alike)
        return best

    def _alike(self, order: Sequence[str]) -> int:
        return sum(one == other for one, other in zip(order, self._last, strict=False))


class _Shares(Generic[Share]):
    """Gives every paper its share of sides or kinds, and every point in turn all of them."""

    def __init__(self, seed: int, name: str, shares: Sequence[Share]) -> None:
        self._seed = seed
        self._name = name
        self._shares = tuple(shares)
        self._given: Counter[Share] = Counter()
        self._had: Counter[tuple[str, Share]] = Counter()

    def share(self, items: Sequence[str], seat: int) -> dict[str, Share]:
        draw = Draw(self._seed, self._name, seat)
        wanted = Counter({share: len(items) // len(self._shares) for share in self._shares})
        rest = len(items) % len(self._shares)
        rarest = sorted(draw.shuffled(self._shares), key=lambda share: self._given[share])
        wanted.update(rarest[:rest])
        found: dict[str, Share] = {}
        pairs = draw.shuffled((item, share) for item in items for share in self._shares)
        for item, share in sorted(pairs, key=lambda pair: self._had[pair]):
            if item not in found and wanted[share]:
                found[item] = share
                wanted[share] -= 1
        for item, share in found.items():
            self._given[share] += 1
            self._had[item, share] += 1
        return found
