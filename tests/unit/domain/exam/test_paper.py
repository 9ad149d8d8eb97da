"""Papers are the same everywhere, fair to everybody, and nobody is shifted by others."""

from collections import Counter
from itertools import pairwise

import pytest

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.exam.draw import Draw
from massage_trainer.domain.exam.paper import (
    Plan,
    Pool,
    PoolPoint,
    PoolTechnique,
    paper,
    papers,
)
from massage_trainer.domain.exam.sheet import TaskKind

SEEDS = (1, 2, 42, 2026, -7, 2**80)
LEFT, RIGHT, MIDLINE = Side.LEFT, Side.RIGHT, Side.MIDLINE


def make_pool(size: int, *, kinds: int = 2) -> Pool:
    """A third of the points in one region, every sixth on the midline."""
    regions = ("back", "loin", "leg", "back", "back", "neck")
    return Pool(
        "lesson:example",
        tuple(PoolPoint(f"P{n}", regions[n % 6], n % 6 != 5) for n in range(size)),
        tuple(PoolTechnique(f"step-{n}", f"stroke-{n // 2}") for n in range(6)),
        tuple(TaskKind)[:kinds],
    )


def points_of(paper):
    return [task for task in paper.tasks if task.kind is not TaskKind.STROKE]


def spread(counts, keys):
    values = [counts[key] for key in keys]
    return max(values) - min(values)


def test_the_numbers_are_those_of_the_documented_hash() -> None:
    draw = Draw(42, "points", "lap", 0)
    assert [draw.word() for _ in range(3)] == [
        6797819895633621593,
        11130467068955015696,
        5320733721620732553,
    ]
    assert Draw(1, "a").shuffled("abcdefgh") == list("acfedhbg")


def test_numbers_below_a_limit_are_all_as_likely() -> None:
    draw = Draw(7, "even")
    counts = Counter(draw.below(6) for _ in range(6_000))
    assert set(counts) == set(range(6))
    assert all(900 < count < 1_100 for count in counts.values())


def test_a_paper_is_this_one_for_ever() -> None:
    """Whatever changes it breaks every exam that was drawn: then the generator's name changes."""
    found = [
        (task.number, task.kind.value, task.subject, task.side.value)
        for task in paper(make_pool(13, kinds=3), Plan(42), 7).tasks
    ]
    assert found == [
        (1, "locate", "P2", "right"),
        (2, "explain", "P10", "right"),
        (3, "press", "P12", "left"),
        (4, "explain", "P6", "left"),
        (5, "stroke", "step-0", "both"),
    ]


@pytest.mark.parametrize("size", [4, 5, 9, 13, 87])
@pytest.mark.parametrize("seed", SEEDS)
def test_thirty_papers_of_four_points_are_balanced(size: int, seed: int) -> None:
    pool = make_pool(size, kinds=3)
    drawn = papers(pool, Plan(seed), 30)
    tasks = [task for paper in drawn for task in points_of(paper)]
    assert len(tasks) == 120
    assert spread(Counter(task.subject for task in tasks), [p.code for p in pool.points]) <= 1
    assert spread(Counter(task.kind for task in tasks), pool.kinds) <= 1
    assert spread(Counter(task.side for task in tasks), (LEFT, RIGHT)) <= 1
    techniques = Counter(paper.tasks[-1].subject for paper in drawn)
    assert set(techniques.values()) == {5}


@pytest.mark.parametrize("seed", SEEDS)
def test_any_beginning_of_the_row_is_balanced(seed: int) -> None:
    pool = make_pool(13)
    for seats in range(1, 31):
        tasks = [task for paper in papers(pool, Plan(seed), seats) for task in points_of(paper)]
        assert spread(Counter(task.subject for task in tasks), [p.code for p in pool.points]) <= 1


@pytest.mark.parametrize("size", [4, 5, 13, 87])
@pytest.mark.parametrize("seed", SEEDS)
def test_each_paper_is_fair_in_itself(size: int, seed: int) -> None:
    pool = make_pool(size, kinds=3)
    midline = {point.code for point in pool.points if not point.sided}
    for each in papers(pool, Plan(seed), 30):
        tasks = points_of(each)
        assert len({task.subject for task in tasks}) == 4
        assert {task.kind for task in tasks} == set(pool.kinds)
        assert spread(Counter(task.side for task in tasks), (LEFT, RIGHT)) <= 1
        assert {task.subject for task in tasks if task.side is MIDLINE} == midline & {
            task.subject for task in tasks
        }


@pytest.mark.parametrize("seed", SEEDS)
def test_neighbours_have_other_points_or_at_least_another_order(seed: int) -> None:
    for one, other in pairwise(papers(make_pool(13), Plan(seed), 30)):
        assert {t.subject for t in points_of(one)}.isdisjoint(t.subject for t in points_of(other))
        assert one.tasks[-1].subject != other.tasks[-1].subject
    for one, other in pairwise(papers(make_pool(4), Plan(seed), 30)):
        assert all(
            a.subject != b.subject for a, b in zip(points_of(one), points_of(other), strict=True)
        )


@pytest.mark.parametrize("seed", SEEDS)
def test_regions_come_in_turn(seed: int) -> None:
    """Half of the points lie in one region: no paper is drawn from it alone."""
    pool = make_pool(86)
    region = {point.code: point.region for point in pool.points}
    for each in papers(pool, Plan(seed), 30):
        assert max(Counter(region[task.subject] for task in points_of(each)).values()) <= 3


def test_who_comes_later_or_withdraws_shifts_nobody() -> None:
    pool = make_pool(13)
    thirty = papers(pool, Plan(42), 30)
    assert papers(pool, Plan(42), 31)[:30] == thirty
    assert papers(pool, Plan(42), 12) == thirty[:12]
    assert paper(pool, Plan(42), 17) == thirty[16]


def test_another_seed_draws_other_papers() -> None:
    pool = make_pool(13)
    assert papers(pool, Plan(1), 30) != papers(pool, Plan(2), 30)


def test_the_order_in_which_the_catalogue_lists_points_does_not_matter() -> None:
    pool = make_pool(13)
    turned = Pool(pool.deck, pool.points[::-1], pool.techniques[::-1], pool.kinds)
    assert papers(turned, Plan(42), 30) == papers(pool, Plan(42), 30)


def test_a_small_pool_gives_what_it_has() -> None:
    pool = Pool("x", (PoolPoint("A", "r", sided=True),), (PoolTechnique("s", "t"),))
    for each in papers(pool, Plan(3), 3):
        assert [task.subject for task in each.tasks] == ["A", "s"]
    assert [each.tasks for each in papers(Pool("x"), Plan(3), 2)] == [(), ()]
