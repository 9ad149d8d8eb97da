"""The state machine of a lesson: verbs, events, and time that cannot be lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.events import (
    MOVING,
    Extended,
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
from massage_trainer.domain.protocol import Block, Counted, CountUnit, Holds, Notice, Timed
from massage_trainer.domain.session import EXTENSION_MS, RESUME_LEAD_IN_MS, Session
from massage_trainer.domain.timeline import unroll
from tests.examples import MINUTE, SECOND, exactly, example_lesson, protocol, span, step

IDLE, RUNNING, BETWEEN, PAUSED, FINISHED = SessionState


def session_of(*body, lead_in=5 * SECOND, between=8 * SECOND, wait_at_zero=False):
    lesson = protocol(*body, lead_in=lead_in, between=between)
    return Session(unroll(lesson), wait_at_zero=wait_at_zero)


def two_rubs(**options):
    return session_of(
        step("one", Timed(exactly(10 * SECOND))),
        step("two", Timed(exactly(20 * SECOND))),
        **options,
    )


def only(kind, events):
    return [event for event in events if isinstance(event, kind)]


def play_through(session):
    """Let time pass and say done wherever the session waits; returns all events."""
    events = session.start()
    for _ in range(1_000):
        if session.state is FINISHED:
            return events
        events += session.done() if session.is_waiting else session.advance(SECOND)
    raise AssertionError("the session does not end")


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


def test_a_count_without_cadence_waits_and_done_can_be_undone():
    session = session_of(
        step("beat", Counted(span(3, 5), CountUnit.PASSES)), step("two", Timed(exactly(SECOND)))
    )
    session.start()
    session.advance(5 * SECOND + 12 * SECOND)
    assert session.is_waiting
    session.done()
    assert session.index == 1
    session.undo()
    assert (session.index, session.elapsed_ms, session.state) == (0, 12 * SECOND, RUNNING)


def test_undo_after_next_gives_back_the_time_served():
    session = two_rubs()
    session.start()
    session.advance(9 * SECOND)
    session.next()
    assert session.index == 1
    session.undo()
    assert session.state is BETWEEN  # a short lead-in before the hands go on
    session.advance(RESUME_LEAD_IN_MS)
    assert (session.index, session.left_ms) == (0, 6 * SECOND)


def test_undo_brings_back_a_finished_lesson():
    session = two_rubs()
    session.start()
    session.next()
    session.next()
    assert session.state is FINISHED
    session.undo()
    assert (session.state, session.index) == (BETWEEN, 1)


def test_next_out_of_a_hold_still_eases_out():
    holds = Holds(exactly(MINUTE), exactly(1), exactly(5 * SECOND), exactly(5 * SECOND))
    session = session_of(step("stretch", holds))
    session.start()
    session.advance(20 * SECOND)
    session.next()
    assert session.segment.path == "stretch/rep1/ease-out"


def test_next_at_the_last_step_finishes():
    session = two_rubs()
    session.start()
    session.jump(1)
    assert session.next()[-1] == StateChanged(BETWEEN, FINISHED)


def test_back_restarts_a_begun_repetition_and_else_goes_to_the_one_before():
    session = two_rubs()
    session.start()
    session.advance(5 * SECOND + 10 * SECOND + 8 * SECOND + 4 * SECOND)
    session.back()
    assert (session.index, session.state) == (1, BETWEEN)
    session.back()
    assert session.index == 0
    session.back()
    assert session.index == 0


def test_back_in_a_rest_goes_to_the_start_of_its_repetition():
    holds = Holds(exactly(MINUTE), exactly(3), exactly(5000), exactly(5000), exactly(15_000))
    session = session_of(step("stretch", holds))
    session.start()
    session.advance(5000 + 2 * (70_000 + 15_000) - 1_000)
    assert session.segment.path == "stretch/rep2/rest"
    session.back()
    assert session.segment.path == "stretch/rep2/ease-in"


def test_repeat_does_the_line_of_the_list_again():
    holds = Holds(exactly(MINUTE), exactly(3))
    session = session_of(step("one", Timed(exactly(SECOND))), step("stretch", holds, Side.BOTH))
    session.start()
    session.jump(3)
    session.repeat()
    assert session.segment.path == "stretch/rep1/hold"


def test_fifteen_seconds_more():
    session = two_rubs()
    session.start()
    session.advance(6 * SECOND)
    assert session.extend() == [Extended(EXTENSION_MS)]
    assert session.left_ms == 24 * SECOND
    assert session.phase_ms == 25 * SECOND


def test_wait_at_zero_waits_at_the_end_of_a_line_not_between_ease_and_hold():
    holds = Holds(exactly(MINUTE), exactly(1), exactly(5 * SECOND), exactly(5 * SECOND))
    session = session_of(
        step("stretch", holds), step("two", Timed(exactly(SECOND))), wait_at_zero=True
    )
    session.start()
    events = session.advance(5 * MINUTE)
    assert only(WaitingForStudent, events) == [WaitingForStudent(session.segment)]
    assert session.segment.path == "stretch/rep1/ease-out"
    session.done()
    assert session.segment.path == "two"


def test_declining_an_optional_part_skips_all_of_it():
    session = session_of(
        step("one", Timed(exactly(SECOND))),
        Block("more", (step("a", Timed(exactly(SECOND))), step("b", Notice())), optional=True),
        step("end", Notice()),
    )
    session.start()
    session.next()
    session.next()
    assert session.segment.path == "end"


def test_accepting_an_optional_part_goes_into_it():
    session = session_of(
        step("one", Timed(exactly(SECOND))),
        Block("more", (step("a", Timed(exactly(SECOND))),), optional=True),
    )
    session.start()
    session.next()
    session.done()
    assert session.segment.path == "more/a"


def test_declining_the_last_part_finishes():
    session = session_of(
        step("one", Timed(exactly(SECOND))),
        Block("more", (step("a", Timed(exactly(SECOND))),), optional=True),
    )
    session.start()
    session.next()
    session.next()
    assert session.state is FINISHED


def test_stop_keeps_the_place_at_the_start_of_the_repetition():
    holds = Holds(exactly(MINUTE), exactly(3), exactly(5 * SECOND))
    session = session_of(step("stretch", holds))
    session.start()
    session.advance(5 * SECOND + 65 * SECOND + 20 * SECOND)
    assert session.segment.path == "stretch/rep2/hold"
    session.stop()
    assert (session.state, session.segment.path) == (IDLE, "stretch/rep2/ease-in")


def test_jumping_keeps_idle_idle_and_paused_paused():
    session = two_rubs()
    session.jump(1)
    assert (session.state, session.index) == (IDLE, 1)
    session.start()
    session.pause()
    session.jump(0)
    assert (session.state, session.index) == (PAUSED, 0)
    session.resume()
    assert (session.state, session.left_ms) == (BETWEEN, 5 * SECOND)


def test_a_jump_out_of_the_lesson_is_a_mistake():
    with pytest.raises(IndexError, match="no segment 2"):
        two_rubs().jump(2)


def test_time_only_moves_forward():
    with pytest.raises(ValueError, match="forward"):
        two_rubs().advance(-1)


def test_an_empty_lesson_is_refused():
    with pytest.raises(ValueError, match="at least one"):
        session_of()


VERBS = ("start", "pause", "resume", "stop", "back", "repeat", "next", "done", "undo", "extend")
APPLIES = {
    IDLE: {"start"},
    RUNNING: {"pause", "stop", "back", "repeat", "next", "extend"},
    BETWEEN: {"pause", "stop", "back", "repeat", "next"},
    PAUSED: {"resume", "stop", "back", "repeat", "next", "extend"},
    FINISHED: {"start", "stop", "repeat", "undo"},
}


def session_in(state):
    session = two_rubs()
    if state is not IDLE:
        session.start()
    if state in (RUNNING, PAUSED):
        session.advance(9 * SECOND)
    if state is PAUSED:
        session.pause()
    if state is FINISHED:
        session.next()
        session.next()
    assert session.state is state
    return session


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("state", SessionState)
def test_a_verb_that_does_not_apply_causes_nothing(state, verb):
    session = session_in(state)
    events = getattr(session, verb)()
    assert bool(events) is (verb in APPLIES[state])
    if not events:
        assert session.state is state


actions = st.one_of(st.integers(0, 20_000), st.sampled_from(VERBS), st.just("interrupt"))


@given(st.lists(actions, max_size=60))
def test_whatever_is_pressed_the_session_stays_sane(pressed):
    session = Session(unroll(example_lesson()))
    state = session.state
    for action in pressed:
        events = session.advance(action) if isinstance(action, int) else getattr(session, action)()
        for event in only(StateChanged, events):
            assert event.old is state
            state = event.new
        assert session.state is state
        assert 0 <= session.left_ms <= session.phase_ms
        assert session.state not in MOVING or session.is_waiting or session.left_ms > 0


def test_every_lesson_can_be_played_to_its_end():
    session = Session(unroll(example_lesson()))
    events = play_through(session)
    shown = [e.index for e in only(SegmentShown, events)]
    assert shown == list(range(len(unroll(example_lesson()).segments)))
