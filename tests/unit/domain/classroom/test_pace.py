"""A class hour: each partner gets the very same work, and what is planned fits."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.budget import ChangeKind
from massage_trainer.domain.classroom.pace import (
    MINUTE_MS,
    ClassHour,
    allowance_ms,
    is_swap,
    plan_class,
    swap_index,
    turn_of,
    work_of,
)
from massage_trainer.domain.protocol import (
    Block,
    Check,
    Counted,
    CountUnit,
    Holds,
    Notice,
    PointHold,
    Points,
    Rest,
    Timed,
)
from massage_trainer.domain.timeline import SegmentKind, unroll
from tests.examples import MINUTE, SECOND, exactly, example_lesson, protocol, span, step, text

LENGTHS = st.integers(1, 8).map(lambda n: n * 20 * SECOND)
DOSES = st.one_of(
    LENGTHS.map(lambda ms: Timed(span(ms, 2 * ms))),
    LENGTHS.map(lambda ms: Timed(exactly(ms))),
    LENGTHS.map(lambda ms: Rest(span(ms, 3 * ms))),
    st.integers(1, 4).map(lambda n: Holds(span(MINUTE, 2 * MINUTE), span(n, n + 2))),
    st.integers(1, 9).map(lambda n: Counted(exactly(n), CountUnit.PASSES)),
    st.integers(1, 9).map(lambda n: Counted(span(n, 2 * n), CountUnit.PASSES, exactly(5 * SECOND))),
    LENGTHS.map(lambda ms: Points((PointHold("BL23", exactly(ms), 2, exactly(5 * SECOND)),))),
    st.just(Notice()),
    st.just(Check((text("asked"), text("agreed")))),
)
SIDES = st.sampled_from([(), (Side.BOTH,), (Side.RIGHT, Side.LEFT)])


@st.composite
def lessons(draw):
    parts = draw(st.lists(st.tuples(DOSES, SIDES, st.booleans(), st.booleans()), min_size=1))
    body = []
    for number, (dose, sides, optional, once) in enumerate(parts):
        waits = isinstance(dose, Notice)
        made = replace(step(f"s{number}", dose, *sides), once=once and waits)
        body.append(Block(f"b{number}", (made,), optional=True) if optional else made)
    return protocol(*body, step("last", Timed(exactly(MINUTE)), Side.BOTH))


HOURS = st.builds(
    ClassHour,
    length_ms=st.integers(1, 200).map(lambda n: n * MINUTE_MS),
    swaps=st.booleans(),
    swap_ms=st.integers(1, 10).map(lambda n: n * MINUTE_MS),
    with_optional=st.booleans(),
)


@given(lessons(), HOURS, st.sampled_from([None, 30, 50]))
def test_both_roles_get_the_very_same_work(lesson, hour, percent):
    timeline = unroll(plan_class(lesson, hour, percent).protocol)
    first = work_of(timeline, 1)
    assert first
    assert work_of(timeline, 2) == (first if hour.swaps else [])


@given(lessons(), HOURS, st.sampled_from([None, 30, 50]))
def test_the_total_is_what_is_played_and_allowed_and_it_fits_where_it_says_so(
    lesson, hour, percent
):
    plan = plan_class(lesson, hour, percent)
    timeline = unroll(plan.protocol)
    played = timeline.total_ms + sum(map(allowance_ms, timeline.segments))
    assert played == plan.total_ms
    assert plan.fits == (plan.total_ms <= hour.length_ms)
    whole = plan_class(lesson, replace(hour, length_ms=1_000 * MINUTE_MS), percent)
    assert whole.fits
    assert plan.total_ms <= whole.total_ms
    if plan.fits and whole.total_ms <= hour.length_ms:
        assert not plan.changes


@given(lessons(), HOURS)
def test_nobody_is_asked_in_the_middle_of_a_class(lesson, hour):
    timeline = unroll(plan_class(lesson, hour, None).protocol)
    assert not any(s.optional or s.kind is SegmentKind.CHOICE for s in timeline.segments)


def test_what_is_asked_of_a_person_is_asked_in_both_turns_and_the_rest_once():
    lesson = protocol(
        replace(step("source", Notice()), once=True),
        step("red-flags", Check((text("one"),))),
        step("rub", Timed(exactly(MINUTE)), Side.BOTH),
    )
    timeline = unroll(plan_class(lesson, ClassHour(60 * MINUTE_MS), None).protocol)
    told = [(turn_of(s), s.step.id) for s in timeline.segments]
    assert told == [
        (1, "source"),
        (1, "red-flags"),
        (1, "rub"),
        (2, "swap-roles"),
        (2, "red-flags"),
        (2, "rub"),
    ]


def test_the_swap_is_a_time_of_its_own_and_comes_half_way():
    plan = plan_class(example_lesson(), ClassHour(90 * MINUTE_MS, swap_ms=3 * MINUTE_MS), None)
    timeline = unroll(plan.protocol)
    at = swap_index(timeline)
    assert at is not None
    swap = timeline.segments[at]
    assert is_swap(swap)
    assert (swap.kind, swap.duration_ms, swap.waits) == (SegmentKind.REST, 3 * MINUTE_MS, False)
    assert swap.step.plate_id == timeline.segments[0].step.plate_id


def test_without_a_swap_the_whole_hour_is_one_turn():
    plan = plan_class(example_lesson(), ClassHour(90 * MINUTE_MS, swaps=False), None)
    timeline = unroll(plan.protocol)
    assert swap_index(timeline) is None
    assert {turn_of(segment) for segment in timeline.segments} == {1}


def test_optional_parts_are_done_by_both_or_by_nobody():
    def steps(hour):
        segments = unroll(plan_class(example_lesson(), hour, None).protocol).segments
        return [turn_of(s) for s in segments if s.step.id == "glide"]

    assert steps(ClassHour(120 * MINUTE_MS)) == [1, 2]
    assert steps(ClassHour(120 * MINUTE_MS, with_optional=False)) == []
    short = plan_class(example_lesson(), ClassHour(36 * MINUTE_MS), None)
    assert [c.kind for c in short.changes] == [ChangeKind.LEFT_OUT]
    assert short.fits


@pytest.mark.parametrize(
    ("dose", "allowed_s"),
    [
        (Notice(), 60),
        (Check((text("one"),)), 30),
        (Check(tuple(text(str(n)) for n in range(8))), 80),
        (Counted(exactly(10), CountUnit.REPETITIONS), 40),
        (Counted(exactly(10), CountUnit.REPETITIONS, exactly(2 * SECOND)), 0),
        (Timed(exactly(MINUTE)), 0),
    ],
)
def test_what_waits_for_a_word_has_its_planned_time(dose, allowed_s):
    (segment,) = unroll(protocol(step("one", dose))).segments
    assert allowance_ms(segment) == allowed_s * SECOND
