"""From where a question begins whose place is to be turned into sight."""

from collections import Counter
from random import Random

import pytest

from massage_trainer.domain.quiz.turning import begin_from, beginnings

MIDDLE = (0.1, 0.0, 0.9)
SIDES = beginnings(MIDDLE, 2.6, 35.0)


def test_a_scene_has_the_same_beginnings_all_round_and_sees_the_whole_body_from_each():
    assert {side.at for side in SIDES} == {MIDDLE}
    assert {side.distance for side in SIDES} == {2.6}
    for pitch in {side.pitch for side in SIDES}:
        yaws = sorted(side.yaw for side in SIDES if side.pitch == pitch)
        assert yaws == [30.0 * turn for turn in range(12)]


@pytest.mark.parametrize("seed", range(20))
def test_a_question_begins_where_its_place_is_not_seen(seed):
    def sees(side):
        return side.yaw < 180 or side.pitch > 20

    assert not sees(begin_from(SIDES, sees, Random(seed)))


def test_each_unseen_side_is_as_likely_as_any_other():
    """From a side that always lies opposite the place one would know where to turn."""
    unseen = [side for side in SIDES if not side.yaw < 180]
    drawn = Counter(begin_from(SIDES, lambda side: side.yaw < 180, Random(n)) for n in range(3_000))
    assert set(drawn) == set(unseen)
    assert max(drawn.values()) < 1.4 * min(drawn.values())


def test_the_same_seed_begins_at_the_same_side_on_any_machine():
    chosen = begin_from(SIDES, lambda _: False, Random("7/3"))
    assert chosen == begin_from(SIDES, lambda _: False, Random("7/3"))
    assert {begin_from(SIDES, lambda _: False, Random(f"7/{n}")) for n in range(9)} != {chosen}


def test_a_place_seen_from_everywhere_is_asked_from_an_end_of_the_table():
    """Left and right of the body are alike from there."""
    ends = {begin_from(SIDES, lambda _: True, Random(n)).yaw for n in range(20)}
    assert ends == {90.0, 270.0}
