"""A class hour as it runs: the end moves only for a reason, the place is kept, pairs are told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.classroom.end_watch import MoveCause
from massage_trainer.domain.classroom.pace import ClassHour
from massage_trainer.domain.classroom.reminders import ReminderKind
from massage_trainer.domain.events import SessionState
from massage_trainer.domain.protocol import (
    Check,
    Counted,
    CountUnit,
    Notice,
    Timed,
)
from tests.class_stand import EPOCH_S, Room, go_to_rub
from tests.examples import MINUTE, SECOND, exactly, example_lesson, protocol, span, step, text


@pytest.fixture
def room(qapp):
    return Room().begin()


def test_before_the_start_the_end_is_told_as_if_it_began_now(qapp):
    room = Room().begin(start=False)
    planned = room.now.ends_at_ms
    assert not room.now.started
    assert planned == room.pacing.plan.total_ms + EPOCH_S * 1_000 + room.clock.ms
    assert room.timer.is_running
    room.clock.ms += 30 * SECOND
    room.timer.elapsed.emit()
    assert room.now.ends_at_ms == planned + 30 * SECOND
    assert room.now.moved_ms == 0


def test_as_planned_the_end_stands_still(room):
    end = room.now.ends_at_ms
    for _ in range(5_000):
        if room.lesson.countdown.waiting:
            room.wait(30 if room.lesson.segment.step.id == "ask" else 60)
            room.lesson.done()
        else:
            room.wait(0.5)
        if room.now.finished:
            break
    assert room.now.finished
    assert {pace.ends_at_ms for pace in room.seen if pace.started} == {end}
    assert room.now.moves == ()
    assert room.now.total_left_ms == 0


def test_slower_pairs_get_15_s_and_the_end_says_so(room):
    end = go_to_rub(room).now.ends_at_ms
    left = room.now.phase_left_ms
    room.pacing.wait_for_slower()
    assert room.now.phase_left_ms == left + 15 * SECOND
    assert room.now.ends_at_ms == end + 15 * SECOND
    assert room.now.moved_ms == 15 * SECOND
    assert room.moves() == {MoveCause.SLOWER: 15 * SECOND}


def test_a_gap_gets_longer_too_and_no_dose_does(room):
    room.wait(60)
    room.lesson.done()
    room.lesson.done()
    assert room.lesson.state is SessionState.BETWEEN
    assert room.now.may_wait
    work = room.lesson.countdown.segment_left_ms
    room.pacing.wait_for_slower()
    assert room.now.phase_left_ms == 20 * SECOND
    assert room.lesson.countdown.segment_left_ms == work
    assert room.moves()[MoveCause.SLOWER] == 15 * SECOND
    room.wait(20)
    assert room.lesson.state is SessionState.RUNNING


def test_beyond_the_most_of_a_range_there_is_nothing_more(room):
    go_to_rub(room)
    for _ in range(4):
        assert room.now.may_wait
        room.pacing.wait_for_slower()
    assert not room.now.may_wait
    end = room.now.ends_at_ms
    room.pacing.wait_for_slower()
    assert room.now.ends_at_ms == end


def test_where_the_first_partner_had_more_the_second_turn_says_so(room):
    go_to_rub(room)
    room.pacing.wait_for_slower()
    rows = room.lesson.timeline.rows
    again = [i for i, row in enumerate(rows) if row.step.id == "rub" and row.side is Side.RIGHT][1]
    room.lesson.jump_to_row(again)
    assert room.now.turn == 2
    assert room.now.partner_had_ms == 15 * SECOND
    room.lesson.jump_to_row(again + 1)
    assert room.now.partner_had_ms == 0


def test_a_demonstration_keeps_place_and_time_and_moves_the_end(room):
    go_to_rub(room)
    end, left = room.now.ends_at_ms, room.now.phase_left_ms
    room.pacing.demonstrate()
    assert room.lesson.state is SessionState.PAUSED
    room.wait(90)
    assert room.now.demonstrating_ms == 90 * SECOND
    assert room.now.ends_at_ms == end + 90 * SECOND
    room.pacing.demonstrate()
    lead_in = 3 * SECOND
    room.wait(3)
    assert room.now.phase_left_ms == left
    assert room.now.demonstrating_ms is None
    assert room.moves() == {MoveCause.DEMONSTRATION: 90 * SECOND + lead_in}


def test_another_pause_is_called_a_pause(room):
    go_to_rub(room)
    room.lesson.pause()
    room.wait(10)
    assert room.now.demonstrating_ms is None
    room.lesson.resume()
    assert room.moves() == {MoveCause.PAUSE: 13 * SECOND}


def test_talk_counts_only_beyond_what_is_allowed_for_it(room):
    end = room.now.ends_at_ms
    room.wait(60)
    assert room.now.ends_at_ms == end
    room.wait(20)
    assert room.now.ends_at_ms == end + 20 * SECOND
    room.lesson.done()
    room.wait(10)
    room.lesson.done()
    assert room.now.moves == ()
    assert room.now.ends_at_ms == end


def test_what_is_skipped_and_where_one_goes_has_its_name(room):
    go_to_rub(room)
    room.lesson.skip_row()
    assert set(room.moves()) == {MoveCause.SKIPPED}
    room.lesson.jump_to_row(0)
    assert set(room.moves()) == {MoveCause.SKIPPED, MoveCause.PLACE}


def test_sleep_of_the_computer_moves_the_end_and_loses_no_place(room):
    go_to_rub(room)
    left = room.now.phase_left_ms
    room.clock.asleep_ms += 60 * SECOND
    room.wait(1)
    assert room.lesson.state is SessionState.PAUSED
    assert room.now.phase_left_ms == left
    assert room.moves()[MoveCause.INTERRUPTED] >= 60 * SECOND


def test_the_swap_has_its_moment(room):
    at = room.now.swaps_at_ms
    assert at is not None
    assert room.now.turn_left_ms < room.now.total_left_ms
    swap = next(r for r, row in enumerate(room.lesson.timeline.rows) if row.step.id == "swap-roles")
    room.lesson.jump_to_row(swap)
    assert (room.now.turn, room.now.swapping, room.now.swaps_at_ms) == (2, True, None)
    assert room.now.reminder.kind is ReminderKind.ROLES
    assert room.pacing.pair_word.en == "Wash hands, fresh linen, swap"
    assert room.now.phase_left_ms == 2 * MINUTE
    assert room.now.may_wait


def test_the_pairs_are_told_to_change_sides_until_all_are_at_work(room):
    told = []
    room.pacing.reminded.connect(told.append)
    go_to_rub(room)
    coming, in_ms = room.now.coming
    assert coming.kind is ReminderKind.SIDES
    assert in_ms == room.now.phase_left_ms
    assert room.pacing.pair_word is None
    room.wait(111)
    assert room.lesson.segment.side is Side.LEFT
    assert room.pacing.pair_word.en == "Change sides now: to the left"
    room.wait(8)
    assert room.pacing.pair_word is not None
    room.wait(12)
    assert room.pacing.pair_word is None
    assert [word.en if word else None for word in told] == ["Change sides now: to the left", None]


def test_the_hour_says_how_far_it_is_overrun(qapp):
    room = Room(hour=ClassHour(3 * MINUTE, swap_ms=MINUTE)).begin()
    assert not room.pacing.plan.fits
    assert room.now.over_ms == room.pacing.plan.total_ms - 3 * MINUTE


def test_notes_are_those_of_the_step(room):
    assert room.pacing.notes == ()
    go_to_rub(room)
    assert [note.show.en for note in room.pacing.notes] == ["the flat hand (en)"]


def test_another_lesson_on_the_same_lesson_ends_the_hour(room):
    room.lesson.open(example_lesson())
    assert room.pacing.plan is None
    assert room.pacing.notes == ()
    room.lesson.start()
    room.wait(5)


VERBS = st.sampled_from(
    [
        *("wait", "wait", "wait", "long wait", "slower", "demonstrate", "pause", "resume"),
        *("done", "next", "skip_row", "back", "repeat", "undo", "jump"),
    ]
)


@pytest.mark.usefixtures("qapp")
@given(st.lists(st.tuples(VERBS, st.integers(0, 40)), max_size=40), st.booleans())
def test_the_end_never_moves_without_a_cause(script, at_zero):
    lesson = protocol(
        step("ask", Check((text("one"),))),
        step("rub", Timed(span(MINUTE, 2 * MINUTE)), Side.RIGHT, Side.LEFT),
        step("beat", Counted(span(3, 5), CountUnit.PASSES), Side.BOTH),
        step("tap", Counted(exactly(5), CountUnit.PASSES, exactly(2 * SECOND)), Side.BOTH),
        step("bye", Notice()),
    )
    room = Room(lesson)
    room.lesson.set_wait_at_zero(at_zero)
    room.begin()
    for verb, number in script:
        before, state = room.now, room.lesson.state
        waiting = room.lesson.countdown.waiting
        if verb in ("wait", "long wait"):
            room.wait(number if verb == "wait" else number * 5)
            calm = state in (SessionState.RUNNING, SessionState.BETWEEN)
            if calm and not waiting and not room.lesson.countdown.waiting:
                assert room.now.ends_at_ms == before.ends_at_ms
        elif verb == "jump":
            room.lesson.jump_to_row(number % len(room.lesson.timeline.rows))
        elif verb == "slower":
            room.pacing.wait_for_slower()
            longer = 15 * SECOND if before.may_wait else 0
            assert room.now.ends_at_ms == before.ends_at_ms + longer
        elif verb == "demonstrate":
            room.pacing.demonstrate()
        else:
            getattr(room.lesson, verb)()
        if not room.now.started:
            break
        # What is shown is what will happen, and every part of the move has its name.
        if room.lesson.state is not SessionState.FINISHED:
            wall = EPOCH_S * 1_000 + room.clock.ms
            assert room.now.ends_at_ms == wall + room.now.total_left_ms
        assert sum(ms for _, ms in room.now.moves) == room.now.moved_ms
        assert room.now.moved_ms - before.moved_ms == room.now.ends_at_ms - before.ends_at_ms
        assert MoveCause.INTERRUPTED not in dict(room.now.moves)
