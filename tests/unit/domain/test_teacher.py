"""The teacher's choices applied to a lesson."""

from dataclasses import replace

import pytest

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.protocol import (
    Block,
    Condition,
    Counted,
    CountUnit,
    Notice,
    SidesByAnswer,
    Status,
    Timed,
)
from massage_trainer.domain.teacher import TeacherChoices, amounts_of, settle
from massage_trainer.domain.timeline import unroll
from tests.examples import MINUTE, SECOND, exactly, example_lesson, protocol, span, step

DEFAULTS = {"gb30-position": "prone", "leg-first": "right-first"}


def settled(*body, **choices):
    return unroll(settle(protocol(*body), TeacherChoices(**choices), DEFAULTS))


def only_segment(*body, **choices):
    (segment,) = settled(*body, **choices).segments
    return segment


def conditional(choice):
    return replace(step(choice, Notice()), when=(Condition("gb30-position", choice),))


def test_a_condition_follows_the_default_until_the_teacher_answers():
    body = (conditional("prone"), conditional("side-lying"))
    assert [s.path for s in settled(*body).segments] == ["prone"]
    answered = settled(*body, answers={"gb30-position": "side-lying"})
    assert [s.path for s in answered.segments] == ["side-lying"]


def test_a_condition_inside_a_block_and_on_a_block():
    inner = Block("b", (conditional("prone"), conditional("side-lying")))
    assert [s.path for s in settled(inner).segments] == ["b/prone"]
    outer = Block("b", (step("x", Notice()),), when=(Condition("gb30-position", "side-lying"),))
    assert [s.path for s in settled(step("y", Notice()), outer).segments] == ["y"]


def test_the_order_of_sides_follows_the_answer():
    sides = SidesByAnswer(
        "leg-first",
        (("right-first", (Side.RIGHT, Side.LEFT)), ("left-first", (Side.LEFT, Side.RIGHT))),
    )
    bend = replace(step("bend", Timed(exactly(SECOND))), sides=sides)
    assert [s.side for s in settled(bend).segments] == [Side.RIGHT, Side.LEFT]
    answered = settled(bend, answers={"leg-first": "left-first"})
    assert [s.side for s in answered.segments] == [Side.LEFT, Side.RIGHT]


def test_an_unsettled_lesson_is_not_unrolled():
    bend = replace(step("bend", Timed(exactly(1))), sides=SidesByAnswer("leg-first", ()))
    with pytest.raises(TypeError, match="bend depend on an answer"):
        unroll(protocol(bend))


@pytest.mark.parametrize(
    ("amount", "own", "value", "status"),
    [
        (span(MINUTE, 2 * MINUTE, "k"), 90_000, 90_000, Status.SOURCE),
        (span(MINUTE, 2 * MINUTE, "k"), 30_000, 30_000, Status.SHORTENED),
        (span(MINUTE, 2 * MINUTE, "k"), 180_000, 180_000, Status.TEACHER),
        (exactly(MINUTE, Status.SOURCE, "k"), 30_000, 30_000, Status.SHORTENED),
        (exactly(MINUTE, Status.SOURCE, "k"), 90_000, 90_000, Status.TEACHER),
        (exactly(MINUTE, Status.APP_DEFAULT, "k"), 30_000, 30_000, Status.TEACHER),
        (exactly(MINUTE, Status.APP_DEFAULT, "k"), MINUTE, MINUTE, Status.APP_DEFAULT),
    ],
)
def test_a_teachers_number_is_labelled_as_what_it_is(amount, own, value, status):
    segment = only_segment(step("rub", Timed(amount)), amounts={"k": own})
    assert (segment.duration_ms, segment.amount.status) == (value, status)


@pytest.mark.parametrize("own", [0, -1, 10**9])
def test_a_teachers_number_that_makes_no_sense_is_ignored(own):
    segment = only_segment(step("rub", Timed(exactly(MINUTE, key="k"))), amounts={"k": own})
    assert segment.duration_ms == MINUTE


def test_a_count_that_would_never_end_is_ignored():
    beat = Counted(exactly(3, key="k"), CountUnit.PASSES, exactly(SECOND))
    assert only_segment(step("beat", beat), amounts={"k": 1_001}).count == 3
    assert only_segment(step("beat", beat), amounts={"k": 1_000}).count == 1_000


def test_the_class_dose_shortens_the_sources_numbers_only():
    rub = step("rub", Timed(exactly(10 * MINUTE)))
    own = step("own", Timed(exactly(2 * MINUTE, Status.APP_DEFAULT)))
    bend = step(
        "bend",
        Counted(exactly(10), CountUnit.REPETITIONS, exactly(5 * SECOND, Status.APP_DEFAULT)),
    )
    once = step("once", Counted(exactly(1), CountUnit.PASSES))
    timeline = settled(rub, own, bend, once, class_dose=True, class_dose_percent=25)
    values = {s.path: (s.duration_ms, s.count, s.amount.status) for s in timeline.segments}
    assert values == {
        "rub": (150_000, 0, Status.SHORTENED),
        "own": (2 * MINUTE, 0, Status.APP_DEFAULT),
        "bend": (10_000, 2, Status.SHORTENED),
        "once": (0, 1, Status.SOURCE),
    }


def test_the_class_dose_is_off_until_it_is_turned_on():
    segment = only_segment(step("rub", Timed(exactly(MINUTE))), class_dose_percent=25)
    assert (segment.duration_ms, segment.amount.status) == (MINUTE, Status.SOURCE)


def test_a_teachers_own_number_goes_before_the_class_dose():
    segment = only_segment(
        step("rub", Timed(exactly(MINUTE, key="k"))), amounts={"k": 45_000}, class_dose=True
    )
    assert segment.duration_ms == 45_000


def test_every_number_of_a_lesson_is_offered_to_the_teacher():
    keys = [amount.key for _, _, amount in amounts_of(example_lesson()) if amount.key]
    assert keys == [
        "example/.lead-in",
        "example/.between",
        "example/rub.time",
        "example/stretch.hold",
        "example/stretch.times",
        "example/bend.count",
        "example/beat.count",
        "example/lie.time",
    ]
