"""The state machine of a lesson: verbs, events, and time that cannot be lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.events import (
    Interrupted,
    LeastReached,
    Outcome,
    RepetitionCounted,
    SecondElapsed,
    SegmentEnded,
    SegmentShown,
    SegmentStarted,
    SessionState,
    StateChanged,
    WaitingForStudent,
)
from massage_trainer.domain.protocol import Check, Counted, CountUnit, Holds, Notice, Timed
from massage_trainer.domain.session import RESUME_LEAD_IN_MS, Session
from massage_trainer.domain.timeline import unroll
from tests.examples import MINUTE, SECOND, exactly, example_lesson, span, step, text
from tests.unit.domain.sessions import only, session_of, two_rubs

IDLE, RUNNING, BETWEEN, PAUSED, FINISHED = SessionState


def test_a_lesson_begins_with_its_lead_in_and_then_counts_down():
    session = two_rubs()
    assert session.start() == [StateChanged(IDLE, BETWEEN), SegmentShown(0)]
    assert session.left_ms == 5 * SECOND

    events = session.advance(5 * SECOND)
    assert events[-2:] == [StateChanged(BETWEEN, RUNNING), SegmentStarted(session.segment)]
    assert session.left_ms == 10 * SECOND


def test_overshoot_carries_into_the_next_phase():
    session = two_rubs()
    session.start()
    session.advance(5 * SECOND + 10 * SECOND + 8 * SECOND + 1)
    assert session.index == 1
    assert session.left_ms == 20 * SECOND - 1


def test_the_end_of_the_last_segment_finishes():
    session = two_rubs()
    session.start()
    events = session.advance(MINUTE)
    assert session.state is FINISHED
    assert events[-2:] == [
        SegmentEnded(session.segment, 20 * SECOND, Outcome.SERVED),
        StateChanged(RUNNING, FINISHED),
    ]


def whole_lesson(slices):
    """All events of the example lesson when time comes in these slices, over and over."""
    session = Session(unroll(example_lesson()))
    events = session.start()
    turn = 0
    while session.state is not FINISHED:
        if session.is_waiting:
            events += session.done()
        else:
            # never beyond the point where the session would wait: time after it is nobody's
            left = session.left_ms
            events += session.advance(min(slices[turn % len(slices)], left))
            turn += 1
    return events


WHOLE = whole_lesson([10**9])


@given(st.lists(st.integers(1, 90_000), min_size=1, max_size=6))
def test_how_time_is_sliced_does_not_change_what_happens(slices):
    if sum(slices) < 2_000:
        slices = [*slices, 7_001]  # thousands of one-millisecond looks add nothing but time
    assert whole_lesson(slices) == WHOLE


def work_only(slices):
    """All events of a lesson that never waits, time running on over every border."""
    holds = Holds(
        span(MINUTE, 2 * MINUTE), exactly(2), exactly(5_000), exactly(5_000), exactly(9_999)
    )
    bend = Counted(exactly(10), CountUnit.REPETITIONS, exactly(4_500))
    session = session_of(
        step("rub", Timed(exactly(61_500)), Side.LEFT, Side.RIGHT),
        step("s", holds),
        step("b", bend),
    )
    events = session.start()
    turn = 0
    while session.state is not FINISHED:
        events += session.advance(slices[turn % len(slices)])
        turn += 1
    return events


WORK = work_only([10**9])


@given(st.lists(st.integers(500, 90_000), min_size=1, max_size=6))
def test_time_that_runs_over_borders_is_not_lost(slices):
    assert work_only(slices) == WORK


def test_one_long_look_reports_the_same_as_many_short_ones():
    def events(slices):
        session = two_rubs()
        return session.start() + [e for ms in slices for e in session.advance(ms)]

    assert events([43_000]) == events([1] * 43_000)


@pytest.mark.parametrize("elapsed", [1, 999, 1_000, 4_321, 9_999])
def test_a_pause_keeps_the_time_left_and_resuming_gives_a_lead_in(elapsed):
    session = two_rubs()
    session.start()
    session.advance(5 * SECOND + elapsed)
    assert session.pause() == [StateChanged(RUNNING, PAUSED)]
    assert session.advance(60 * MINUTE) == []
    assert session.left_ms == 10 * SECOND - elapsed

    assert session.resume() == [StateChanged(PAUSED, BETWEEN)]
    assert session.left_ms == RESUME_LEAD_IN_MS
    session.advance(RESUME_LEAD_IN_MS)
    assert session.state is RUNNING
    assert session.left_ms == 10 * SECOND - elapsed


def test_a_pause_inside_the_lead_in_goes_on_with_the_lead_in():
    session = two_rubs()
    session.start()
    session.advance(2 * SECOND)
    session.pause()
    session.resume()
    assert (session.state, session.left_ms) == (BETWEEN, 3 * SECOND)


def test_an_interruption_pauses_and_counts_nothing():
    session = two_rubs()
    session.start()
    session.advance(7 * SECOND)
    assert session.interrupt() == [Interrupted(8 * SECOND), StateChanged(RUNNING, PAUSED)]
    assert session.left_ms == 8 * SECOND


def test_an_interruption_of_a_notice_needs_no_pause():
    session = session_of(step("notice", Notice()))
    session.start()
    assert session.interrupt() == []
    assert session.state is RUNNING


def test_a_notice_waits_for_the_students_word():
    session = session_of(step("notice", Notice()), step("one", Timed(exactly(SECOND))))
    events = session.start()
    assert events[-1] == WaitingForStudent(session.segment)
    assert session.advance(60 * MINUTE) == []
    assert session.is_waiting
    ended = session.done()[0]
    assert (ended.outcome, session.index) == (Outcome.DONE, 1)


@pytest.mark.parametrize("dose", [Notice(), Check((text("hands washed"),))])
def test_a_notice_and_a_check_are_acknowledged_not_skipped(dose):
    session = session_of(step("read", dose), step("one", Timed(exactly(SECOND))))
    session.start()
    assert not session.may_skip
    assert session.next() == []
    assert session.index == 0
    session.done()
    assert session.index == 1
    assert session.may_skip


def test_a_range_says_when_its_least_is_reached_and_may_then_be_ended():
    hold = step("hold", Timed(span(10 * SECOND, 20 * SECOND)))
    session = session_of(hold, step("two", Timed(exactly(SECOND))))
    session.start()
    session.advance(5 * SECOND + 4 * SECOND)
    assert not session.may_end
    assert session.done() == []
    session.extend()  # 10 + 15 is over the most of 20: refused
    assert session.left_ms == 6 * SECOND


def test_a_longer_chosen_value_can_be_ended_after_the_least():
    from massage_trainer.domain.protocol import Amount, Status

    chosen = Amount(10 * SECOND, 30 * SECOND, 25 * SECOND, Status.SOURCE)
    session = session_of(step("hold", Timed(chosen)), step("two", Timed(exactly(SECOND))))
    session.start()
    events = session.advance(5 * SECOND + 10 * SECOND)
    assert events[-2:] == [LeastReached(session.segment), SecondElapsed(15)]
    assert session.may_end
    ended = session.done()[0]
    assert (ended.elapsed_ms, ended.outcome) == (10 * SECOND, Outcome.DONE)


def test_the_cadence_counts_and_ends_by_itself():
    bend = Counted(exactly(3), CountUnit.REPETITIONS, exactly(5 * SECOND))
    session = session_of(step("bend", bend), step("two", Timed(exactly(SECOND))))
    session.start()
    events = session.advance(5 * SECOND + 15 * SECOND)
    assert [e.number for e in only(RepetitionCounted, events)] == [1, 2, 3]
    assert session.index == 1
