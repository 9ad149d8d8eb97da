"""Served time against slept time."""

import pytest

from massage_trainer.domain.timekeeping import INTERRUPTION_MS, Stopwatch


@pytest.mark.parametrize(
    ("awake_ms", "asleep_ms", "interrupted"),
    [
        (50, 0, False),
        (INTERRUPTION_MS, 0, False),
        (INTERRUPTION_MS + 1, 0, True),  # the program stalled
        (50, INTERRUPTION_MS, True),  # the lid was closed; only the boot clock saw it
        (0, 0, False),
    ],
)
def test_a_gap_in_either_clock_is_an_interruption(awake_ms, asleep_ms, interrupted):
    watch = Stopwatch()
    watch.reset(1_000, 9_000)
    lap = watch.lap(1_000 + awake_ms, 9_000 + awake_ms + asleep_ms)
    assert (lap.elapsed_ms, lap.interrupted) == (awake_ms, interrupted)


def test_laps_follow_each_other_without_loss():
    watch = Stopwatch()
    watch.reset(0, 0)
    moments = [7, 7, 50, 333, 4_000, 4_001]
    assert sum(watch.lap(ms, ms).elapsed_ms for ms in moments) == 4_001


def test_a_clock_that_goes_back_serves_nothing():
    watch = Stopwatch()
    watch.reset(1_000, 1_000)
    assert watch.lap(900, 900).elapsed_ms == 0
