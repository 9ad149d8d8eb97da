"""How finely moving pictures are drawn follows how long they take."""

import pytest

from massage_trainer.widgets.stage.pace import SLOWEST_MS, WISHED_MS, Pace

LEVELS = 6


def settled(cost):
    """Where a machine ends that needs so long for each level."""
    pace = Pace(LEVELS)
    for _ in range(300):
        pace.note(cost[pace.level])
    return pace


def test_a_fast_machine_draws_finely():
    assert settled([20, 15, 10, 8, 6, 5]).level == 0


def test_a_slow_machine_draws_as_finely_as_is_quick_enough():
    pace = settled([400, 200, 90, 60, 45, 30])
    assert pace.level == 3
    assert pace.middle_ms <= WISHED_MS
    assert not pace.too_slow


def test_it_does_not_swing_to_and_fro():
    pace, levels = Pace(LEVELS), []
    for _ in range(400):
        pace.note([130, 100, 70, 50, 40, 30][pace.level])
        levels.append(pace.level)
    assert set(levels[50:]) == {2}


def test_what_had_to_be_taken_back_is_tried_ever_more_rarely():
    pace, levels = Pace(LEVELS), []
    for _ in range(1000):
        pace.note([400, 300, 200, 110, 50, 30][pace.level])
        levels.append(pace.level)
    assert levels[500:].count(3) < 12
    assert set(levels[500:]) <= {3, 4}


def test_one_disturbed_picture_changes_nothing():
    pace = settled([100, 50, 40, 30, 20, 10])
    level = pace.level
    for _ in range(20):
        for took in (50, 50, 900, 50, 50):
            pace.note(took)
    assert pace.level == level


@pytest.mark.parametrize("took_ms", [SLOWEST_MS + 1, 900])
def test_too_slow_is_what_even_the_roughest_level_does_not_mend(took_ms):
    assert settled([took_ms] * LEVELS).too_slow
    assert not settled([took_ms] * (LEVELS - 1) + [SLOWEST_MS - 1]).too_slow


def test_a_machine_that_recovers_draws_finely_again():
    pace = settled([300] * LEVELS)
    for _ in range(200):
        pace.note(10)
    assert pace.level == 0
    assert not pace.too_slow
