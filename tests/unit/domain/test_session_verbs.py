"""What the student presses: back, next, undo, more time, declining, stopping, jumping."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.events import (
    MOVING,
    Extended,
    Outcome,
    SegmentEnded,
    SegmentShown,
    SessionState,
    StateChanged,
    TakenBack,
    WaitingForStudent,
)
from massage_trainer.domain.protocol import Block, Counted, CountUnit, Holds, Notice, Timed
from massage_trainer.domain.session import EXTENSION_MS, RESUME_LEAD_IN_MS, Session
from massage_trainer.domain.timeline import unroll
from tests.examples import MINUTE, SECOND, exactly, example_lesson, span, step
from tests.unit.domain.sessions import only, play_through, session_of, two_rubs

IDLE, RUNNING, BETWEEN, PAUSED, FINISHED = SessionState


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


VERBS = (
    *("start", "pause", "resume", "stop", "back", "repeat", "next", "done", "undo", "extend"),
    "wait_for_others",
)
APPLIES = {
    IDLE: {"start"},
    RUNNING: {"pause", "stop", "back", "repeat", "next", "extend", "wait_for_others"},
    BETWEEN: {"pause", "stop", "back", "repeat", "next", "wait_for_others"},
    PAUSED: {"resume", "stop", "back", "repeat", "next", "extend", "wait_for_others"},
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


def test_a_row_is_left_with_every_repetition_and_comes_back_as_a_whole():
    hold = Holds(exactly(10 * SECOND), exactly(3))
    session = session_of(step("stretch", hold), step("two", Timed(exactly(SECOND))))
    session.start()
    session.advance(9 * SECOND)
    ended = only(SegmentEnded, session.skip_row())
    assert [(e.segment.path, e.elapsed_ms) for e in ended] == [
        ("stretch/rep1/hold", 4 * SECOND),
        ("stretch/rep2/hold", 0),
        ("stretch/rep3/hold", 0),
    ]
    assert {e.outcome for e in ended} == {Outcome.SKIPPED}
    assert session.segment.step.id == "two"
    back = only(TakenBack, session.undo())
    assert [event.segment.path for event in back][::2] == ["stretch/rep3/hold", "stretch/rep1/hold"]
    assert (session.index, session.elapsed_ms) == (0, 4 * SECOND)


def test_a_row_that_must_be_acknowledged_is_not_left():
    session = session_of(step("look", Notice()), step("two", Timed(exactly(SECOND))))
    session.start()
    assert session.skip_row() == []


def test_the_last_row_is_left_for_the_end():
    session = two_rubs()
    session.jump(1)
    session.start()
    session.skip_row()
    assert session.state is FINISHED
