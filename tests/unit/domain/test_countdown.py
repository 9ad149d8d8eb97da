"""What the countdown says at every moment."""

import pytest

from massage_trainer.domain.countdown import Face, clock_text, look_at
from massage_trainer.domain.protocol import Amount, Block, Counted, CountUnit, Notice, Status, Timed
from massage_trainer.domain.session import Session
from massage_trainer.domain.timeline import unroll
from tests.examples import MINUTE, SECOND, exactly, example_lesson, protocol, step


def started(*body):
    timeline = unroll(protocol(*body))
    session = Session(timeline)
    session.start()
    return session, timeline


@pytest.mark.parametrize(
    ("ms", "shown"),
    [(0, "0:00"), (1, "0:01"), (59_001, "1:00"), (600_000, "10:00"), (3_661_000, "1:01:01")],
)
def test_time_is_rounded_up_to_the_second(ms, shown):
    assert clock_text(ms) == shown


def test_faces_follow_the_session():
    bend = Counted(exactly(3), CountUnit.REPETITIONS, exactly(5 * SECOND))
    session, timeline = started(
        step("rub", Timed(exactly(10 * SECOND))), step("bend", bend), step("notice", Notice())
    )
    faces = [look_at(session, timeline).face]
    for ms in (6 * SECOND, 9 * SECOND, 8 * SECOND, 15 * SECOND):
        session.advance(ms)
        faces.append(look_at(session, timeline).face)
    assert faces == [Face.GET_READY, Face.TIME, Face.GET_READY, Face.COUNT, Face.YOUR_WORD]


def test_after_a_pause_the_face_says_so():
    session, timeline = started(step("rub", Timed(exactly(10 * SECOND))))
    session.advance(7 * SECOND)
    session.pause()
    session.resume()
    assert look_at(session, timeline).face is Face.RESUMING


def test_the_least_mark_stands_where_the_least_will_be_reached():
    chosen = Amount(MINUTE, 2 * MINUTE, 80_000, Status.SOURCE)
    session, timeline = started(step("hold", Timed(chosen)))
    session.advance(5 * SECOND + 20 * SECOND)
    look = look_at(session, timeline)
    assert look.least_fraction == 0.25  # the last 20 of 80 seconds are the student's choice
    assert look.fraction == 0.75
    assert look.least_left_ms == 40 * SECOND
    session.advance(40 * SECOND)
    look = look_at(session, timeline)
    assert (look.least_left_ms, look.may_end) == (0, True)


def test_the_lessons_time_left_runs_down_to_nothing_in_step_with_the_clock():
    session, timeline = started(
        step("one", Timed(exactly(10 * SECOND))),
        step("two", Timed(exactly(20 * SECOND))),
        Block("more", (step("extra", Timed(exactly(MINUTE))),), optional=True),
    )
    for passed in range(43):
        assert look_at(session, timeline).lesson_left_ms == (43 - passed) * SECOND
        session.advance(SECOND)
    assert look_at(session, timeline).lesson_left_ms == 0  # asked about the optional part


def test_before_the_start_the_whole_lesson_is_left():
    timeline = unroll(example_lesson())
    assert look_at(Session(timeline), timeline).lesson_left_ms == timeline.total_ms
