"""What the pairs of a class are told, and when."""

from dataclasses import replace

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.classroom.end_watch import TimeLeft
from massage_trainer.domain.classroom.pace import ClassHour, plan_class
from massage_trainer.domain.classroom.reminders import ReminderKind, Reminders
from massage_trainer.domain.countdown import look_at
from massage_trainer.domain.protocol import Notice, PointHold, Points, Timed
from massage_trainer.domain.session import Session
from massage_trainer.domain.timeline import unroll
from tests.examples import MINUTE, exactly, protocol, step


def rub(name, *sides):
    return step(name, Timed(exactly(MINUTE)), *sides)


def timeline_of(*body):
    return unroll(plan_class(protocol(*body), ClassHour(60 * MINUTE), None).protocol)


def told(timeline):
    return [
        (reminder.kind, timeline.segments[reminder.index].path)
        for reminder in Reminders(timeline).all()
    ]


def test_sides_change_within_a_step_and_from_one_to_the_next():
    timeline = timeline_of(
        rub("one", Side.RIGHT, Side.LEFT), rub("mid", Side.MIDLINE), rub("two", Side.RIGHT)
    )
    first = [
        (ReminderKind.SIDES, "turn-one/one/left"),
        (ReminderKind.SIDES, "turn-one/two"),
    ]
    second = [(kind, path.replace("-one/", "-two/")) for kind, path in first]
    assert told(timeline) == [*first, (ReminderKind.ROLES, "swap-roles"), *second]
    texts = [reminder.text.en for reminder in Reminders(timeline).all()[:2]]
    assert texts == ["Change sides now: to the left", "Change sides now: to the right"]


def test_who_turns_over_is_told_so_and_begins_with_any_side():
    supine = replace(rub("legs", Side.LEFT), position_id="supine")
    timeline = timeline_of(
        rub("back", Side.RIGHT), replace(supine, dose=Notice(), sides=()), supine
    )
    kinds = [kind for kind, _ in told(timeline)]
    assert kinds == [ReminderKind.POSITION, ReminderKind.ROLES, ReminderKind.POSITION]


def test_where_one_hand_works_both_sides_half_time_is_told():
    press = step("press", Points((PointHold("BL23", exactly(MINUTE)),)), Side.BOTH)
    short = step("short", Timed(exactly(50_000)), Side.BOTH)
    timeline = timeline_of(rub("both", Side.BOTH), rub("lamp"), short, press)
    assert told(timeline)[0] == (ReminderKind.HALF, "turn-one/both")
    assert [kind for kind, _ in told(timeline)].count(ReminderKind.HALF) == 2  # one a turn


def look(session, timeline):
    return look_at(session, timeline), session.index


def test_half_time_is_announced_told_and_moves_with_what_slower_pairs_get():
    timeline = timeline_of(rub("both", Side.BOTH), rub("one", Side.RIGHT, Side.LEFT))
    reminders, left = Reminders(timeline), TimeLeft(timeline)
    session = Session(timeline)
    session.start()
    session.advance(2_000)
    half, in_ms = reminders.coming(*look(session, timeline), left)
    assert (half.kind, in_ms) == (ReminderKind.HALF, 3_000 + 30_000)
    session.advance(3_000 + 20_000)
    session.extend()
    assert reminders.coming(*look(session, timeline), left)[1] == 17_000  # of 75 s, 37 are left
    assert reminders.now(*look(session, timeline)) is None
    session.advance(18_000)
    assert reminders.now(*look(session, timeline)).kind is ReminderKind.HALF
    following, in_ms = reminders.coming(*look(session, timeline), left)
    assert following.kind is ReminderKind.SIDES
    assert in_ms == 37_000 + 8_000 + 60_000
    session.advance(12_000)
    assert reminders.now(*look(session, timeline)) is None


def test_after_the_last_one_nothing_comes():
    timeline = timeline_of(rub("one", Side.RIGHT, Side.LEFT))
    session = Session(timeline)
    session.jump(len(timeline.segments) - 1)
    assert Reminders(timeline).coming(*look(session, timeline), TimeLeft(timeline)) is None


def test_half_time_of_what_comes_later_is_counted_from_its_beginning():
    timeline = timeline_of(rub("one", Side.RIGHT), rub("both", Side.BOTH))
    session = Session(timeline)
    session.start()
    session.advance(5_000)
    coming = Reminders(timeline).coming(*look(session, timeline), TimeLeft(timeline))
    assert coming is not None
    assert (coming[0].kind, coming[1]) == (ReminderKind.HALF, 60_000 + 8_000 + 30_000)
