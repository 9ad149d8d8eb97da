"""When to ask again, by FSRS behind its port."""

import math
import random
import subprocess
import sys
from pathlib import Path

import pytest

from massage_trainer.domain.quiz.memory import MOST_DAYS, MemoryState, Rating
from massage_trainer.services.review_schedule import FsrsSchedule
from tests.benchmarks import learner

ROOT = Path(__file__).resolve().parents[3]
SCHEDULE = FsrsSchedule()


def after(*ratings):
    """The waits of a card that is always answered on its day."""
    state, wait, waits = None, 0, []
    for rating in ratings:
        state, wait = SCHEDULE.review(state, rating, wait)
        waits.append(wait)
    return waits


def test_the_first_waits_grow_with_the_rating():
    waits = [after(rating)[0] for rating in Rating]
    assert waits == sorted(waits)
    assert waits[0] == 1
    assert waits[-1] > waits[-2] > 1


def test_waits_grow_and_end_at_half_a_year():
    waits = after(*[Rating.GOOD] * 300)
    assert waits == sorted(waits)
    assert waits[1] > 2 * waits[0]
    assert waits[-1] == MOST_DAYS


def test_each_day_counts_also_after_few_hours():
    """An evening and the next morning are two days, though less than 24 hours lie between."""
    state, _ = SCHEDULE.review(None, Rating.GOOD, 0)
    same_day, _ = SCHEDULE.review(state, Rating.GOOD, 0)
    next_day, _ = SCHEDULE.review(state, Rating.GOOD, 1)
    assert next_day.stability > 1.3 * same_day.stability


def test_after_as_many_days_as_the_stability_nine_in_ten_are_known():
    assert SCHEDULE.recall(MemoryState(20.0, 5.0), 20) == pytest.approx(0.9)
    assert SCHEDULE.recall(MemoryState(20.0, 5.0), 0) == 1.0
    assert SCHEDULE.recall(MemoryState(20.0, 5.0), 60) < 0.82


def test_the_same_answers_lead_to_the_same_days_and_touch_no_chance():
    before = random.getstate()
    assert after(*[Rating.GOOD] * 9) == after(*[Rating.GOOD] * 9)
    assert random.getstate() == before


@pytest.mark.parametrize(
    "state",
    [
        MemoryState(math.nan, 5.0),
        MemoryState(math.inf, 5.0),
        MemoryState(5.0, math.nan),
        MemoryState(-3.0, 5.0),
        MemoryState(0.0, 0.0),
        MemoryState(1e300, 1e300),
    ],
)
@pytest.mark.parametrize("days", [-400, 0, 10**9])
@pytest.mark.parametrize("rating", Rating)
def test_numbers_that_are_none_break_nothing(state, days, rating):
    new, wait = SCHEDULE.review(state, rating, days)
    assert math.isfinite(new.stability)
    assert 1 <= new.difficulty <= 10
    assert 1 <= wait <= MOST_DAYS
    assert 0 <= SCHEDULE.recall(state, days) <= 1


def test_the_library_is_imported_with_the_first_question_alone():
    script = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "from massage_trainer.services.review_schedule import FsrsSchedule\n"
        "FsrsSchedule(); print('fsrs' in sys.modules)"
    )
    command = [sys.executable, "-c", script, str(ROOT)]
    done = subprocess.run(command, check=True, capture_output=True, encoding="utf-8")
    assert done.stdout.strip() == "False"


def test_a_simulated_learner_knows_nine_in_ten_with_a_fraction_of_the_questions():
    report = learner.run()
    ours, fixed = report["what_is_due"], report["baseline_fixed_daily_round"]
    assert ours["retention"] >= 0.9
    assert ours["least_retention"] >= 0.9
    assert ours["questions"] < fixed["questions"] / 4
