"""What the pairs of a class are told, and when."""

from dataclasses import replace

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.classroom.pace import ClassHour, plan_class
from massage_trainer.domain.classroom.reminders import ReminderKind, Reminders
from massage_trainer.domain.protocol import Notice, Timed
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


def test_the_next_one_is_the_first_after_a_segment():
    timeline = timeline_of(rub("one", Side.RIGHT, Side.LEFT))
    reminders = Reminders(timeline)
    assert [reminders.next(index).kind for index in (0, 1)] == [
        ReminderKind.SIDES,
        ReminderKind.ROLES,
    ]
    assert reminders.next(len(timeline.segments) - 1) is None
