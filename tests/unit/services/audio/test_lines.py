"""Which line speaks and which waits."""

import pytest

from massage_trainer.domain.speech.line import Line, Urgency
from massage_trainer.services.audio.lines import STALE_ELSE_S, STALE_S, LineQueue


def line(urgency, text="words"):
    return Line(text, "en", urgency)


STEP, NEXT, SAFETY, COUNT = map(line, (Urgency.STEP, Urgency.NEXT, Urgency.SAFETY, Urgency.COUNT))


@pytest.fixture
def queue():
    queue = LineQueue()
    queue.offer(STEP, 0.0)
    assert queue.take(0.0) == STEP
    return queue


def test_a_more_urgent_line_cuts_off_a_less_urgent_one(queue):
    assert queue.offer(SAFETY, 1.0)
    assert queue.take(1.0) == SAFETY


@pytest.mark.parametrize("later", [line(Urgency.STEP, "later"), NEXT])
def test_an_equal_or_lesser_line_waits(queue, later):
    assert not queue.offer(later, 1.0)
    assert queue.take(1.5) == later
    assert queue.take(1.5) is None


def test_of_two_that_wait_the_older_goes(queue):
    other = line(Urgency.STEP, "other")
    queue.offer(line(Urgency.STEP, "later"), 1.0)
    queue.offer(other, 1.0)
    assert queue.take(1.5) == other


def test_one_that_waits_does_not_give_way_to_a_less_urgent_one(queue):
    later = line(Urgency.STEP, "later")
    queue.offer(later, 1.0)
    queue.offer(COUNT, 1.0)
    assert queue.take(1.0) == later


@pytest.mark.parametrize("urgency", Urgency)
def test_a_stale_line_is_not_spoken(queue, urgency):
    limit = STALE_S.get(urgency, STALE_ELSE_S)
    queue.offer(line(urgency), 1.0)
    assert queue.take(1.0 + limit + 0.1) is None
    queue.offer(line(urgency), 1.0)
    assert queue.take(1.0 + limit - 0.1) == line(urgency)


def test_nothing_waits_after_clearing(queue):
    queue.offer(STEP, 1.0)
    queue.clear()
    assert queue.take(1.0) is None
    assert queue.speaking is None
