"""What is asked when: nothing twice running, and nothing that gives an answer away."""

from collections import Counter
from itertools import pairwise
from random import Random

import pytest

from massage_trainer.domain.quiz.order import RepeatOrder, make_order
from tests.unit.domain.quiz.rounds import ITEMS, RIGHT, WRONG, answer, make_round, question

KINDS = ("locate-point", "name-point", "type-point")


def drawn(order, count):
    return [order.next() for _ in range(count)]


def items(questions):
    return [each.item for each in questions]


@pytest.mark.parametrize("hard", [False, True])
@pytest.mark.parametrize("size", [2, 3, 4, 9])
@pytest.mark.parametrize("seed", range(10))
def test_never_the_same_item_twice_running(hard, size, seed):
    questions = [question(f"BL{number}", kind) for number in range(size) for kind in KINDS]
    asked = drawn(make_order(questions, Random(seed), hard=hard, in_order=False), 60)
    assert all(one.item != other.item for one, other in pairwise(asked))


def test_a_single_item_is_asked_with_each_kind():
    questions = [question("BL23", kind) for kind in KINDS]
    asked = drawn(make_order(questions, Random(1), hard=False, in_order=False), 6)
    assert Counter(each.kind for each in asked) == dict.fromkeys(KINDS, 2)


@pytest.mark.parametrize("seed", range(20))
def test_everything_comes_once_before_anything_comes_again(seed):
    questions = [question(f"BL{number}", kind) for number in range(12) for kind in KINDS]
    asked = drawn(make_order(questions, Random(seed), hard=False, in_order=False), 36)
    for lap in range(3):
        assert len(set(items(asked[12 * lap : 12 * lap + 12]))) == 12
    assert len({each.key for each in asked}) == 36


def test_hard_draws_say_nothing_about_what_comes():
    """In laps the fourth of four would be known; drawn, all others are as likely as ever."""
    last = Counter()
    repeats = 0
    for seed in range(400):
        order = make_order([question(i) for i in ITEMS], Random(seed), hard=True, in_order=False)
        asked = items(drawn(order, 4))
        repeats += len(set(asked)) < 4
        last[asked[-1]] += 1
    assert repeats > 200
    assert min(last.values()) > 70


def test_the_order_does_not_follow_the_catalogue():
    orders = {
        tuple(
            items(
                drawn(
                    make_order([question(i) for i in ITEMS], Random(s), hard=False, in_order=False),
                    4,
                )
            )
        )
        for s in range(60)
    }
    assert len(orders) > 15


def test_the_same_seed_asks_the_same():
    first, second = (
        items(
            drawn(
                make_order([question(i) for i in ITEMS], Random(5), hard=True, in_order=False), 20
            )
        )
        for _ in range(2)
    )
    assert first == second


def test_a_landmark_does_not_follow_the_point_that_it_leads_to():
    questions = [
        question("BL23"),
        question("L2", "locate-landmark", topic="BL23"),
        question("BL25"),
        question("L4", "locate-landmark", topic="BL25"),
        question("GB30"),
        question("GB31"),
    ]
    for seed in range(20):
        asked = drawn(make_order(questions, Random(seed), hard=False, in_order=False), 24)
        assert all(one.topic != other.topic for one, other in pairwise(asked))


def test_what_is_due_comes_in_its_order_each_once():
    questions = [question(i, k) for i in ITEMS[:2] for k in KINDS[:2]]
    order = make_order(questions, Random(0), hard=False, in_order=True)
    assert order.left == 4
    asked = drawn(order, 5)
    assert items(asked[:4]) == ["BL23", "BL24", "BL23", "BL24"]
    assert asked[4] is None


def test_misses_come_until_each_was_right_once_at_the_first_try():
    round_ = make_round(until_right=True)
    round_.begin(0)
    wrong_once = {"BL24", "BL26"}
    asked = []
    while round_.question:
        item = round_.question.item
        asked.append(item)
        if item in wrong_once:
            wrong_once.remove(item)
            answer(round_, WRONG)
        answer(round_, RIGHT)
        round_.dismiss(0)
    assert set(asked) == set(ITEMS)
    assert all(one != other for one, other in pairwise(asked))
    assert asked.count("BL24") >= 2
    assert round_.summary.misses == ()


def test_between_the_last_miss_and_itself_comes_something_known():
    order = RepeatOrder([question(i) for i in ITEMS[:2]], Random(3))
    known = order.next()
    order.answered(known, right=True)
    missed = order.next()
    order.answered(missed, right=False)
    assert order.left == 1
    assert order.next() == known
    order.answered(known, right=False)
    assert order.next() == missed
    order.answered(missed, right=True)
    assert (order.left, order.next()) == (0, None)


def test_a_single_miss_comes_again_by_itself():
    order = RepeatOrder([question("BL23")], Random(3))
    order.answered(order.next(), right=False)
    assert order.next().item == "BL23"


def test_how_many_are_left_is_told_while_it_goes_on():
    round_ = make_round(until_right=True)
    round_.begin(0)
    assert (round_.number, round_.length) == (1, 4)
    round_.give_up(0)
    assert (round_.number, round_.length) == (1, 5)
    round_.dismiss(0)
    assert (round_.number, round_.length) == (2, 5)
