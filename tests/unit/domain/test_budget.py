"""A lesson made to fit: optional parts, then ranges, then what the teacher allows, and no more."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.budget import ChangeKind, fit_into
from massage_trainer.domain.protocol import (
    Block,
    Counted,
    CountUnit,
    Holds,
    Notice,
    PointHold,
    Points,
    Rest,
    Status,
    Timed,
)
from massage_trainer.domain.teacher import TeacherChoices, settle
from massage_trainer.domain.timeline import unroll
from massage_trainer.services.content.library import ContentLibrary
from massage_trainer.services.content.sources import ContentPlaces
from massage_trainer.services.resources import assets_dir, protocols_dir
from tests.examples import MINUTE, SECOND, Amount, exactly, protocol, span, step


def chosen_span(least, most, chosen):
    return Amount(least, most, chosen, Status.SOURCE)


def lesson():
    return protocol(
        step("fixed", Timed(exactly(4 * MINUTE)), Side.BOTH),
        step("own", Timed(exactly(MINUTE, Status.APP_DEFAULT)), Side.BOTH),
        step(
            "range",
            Holds(chosen_span(MINUTE, 2 * MINUTE, 2 * MINUTE), chosen_span(3, 5, 5)),
            Side.RIGHT,
            Side.LEFT,
        ),
        step(
            "count",
            Counted(chosen_span(3, 5, 5), CountUnit.PASSES, exactly(10 * SECOND)),
            Side.RIGHT,
            Side.LEFT,
        ),
        step("press", Points((PointHold("BL23", exactly(MINUTE)),)), Side.BOTH),
        step("lie", Rest(chosen_span(2 * MINUTE, 3 * MINUTE, 3 * MINUTE))),
        Block("more", (step("glide", Timed(exactly(5 * MINUTE)), Side.BOTH),), optional=True),
        step("bye", Notice()),
        lead_in=1_000,
        between=1_000,
    )


def everything(one):
    return sum(s.gap_ms + s.duration_ms for s in unroll(one).segments)


def by_name(result):
    return {
        (c.name.en.removesuffix(" (en)"), c.field): (c.kind, c.before, c.after)
        for c in result.changes
    }


def test_with_time_enough_nothing_changes():
    one = lesson()
    result = fit_into(one, everything(one), None)
    assert result.protocol == one
    assert result.changes == ()
    assert result.fits


def test_optional_parts_go_first_and_alone():
    one = lesson()
    result = fit_into(one, everything(one) - 1, None)
    assert by_name(result) == {("glide", ""): (ChangeKind.LEFT_OUT, 0, 0)}
    assert result.fits


def test_ranges_are_shortened_together_and_no_more_than_needed():
    one = lesson()
    enough = unroll(one).total_ms - 2 * MINUTE
    result = fit_into(one, enough, None)
    assert result.fits
    assert enough - MINUTE < result.total_ms <= enough
    changes = by_name(result)
    assert {kind for kind, _, _ in changes.values()} == {ChangeKind.LEFT_OUT, ChangeKind.SHORTER}
    assert ("fixed", "time") not in changes
    assert ("own", "time") not in changes


def test_nothing_goes_below_its_least_and_that_it_does_not_fit_is_said():
    result = fit_into(lesson(), MINUTE, None)
    assert not result.fits
    assert by_name(result)["range", "hold"] == (ChangeKind.SHORTER, 2 * MINUTE, MINUTE)
    assert by_name(result)["range", "times"] == (ChangeKind.SHORTER, 5, 3)
    assert by_name(result)["count", "count"] == (ChangeKind.SHORTER, 5, 3)
    assert by_name(result)["lie", "time"] == (ChangeKind.SHORTER, 3 * MINUTE, 2 * MINUTE)
    assert ("fixed", "time") not in by_name(result)


def test_fixed_doses_are_shortened_only_as_far_as_the_teacher_allows_and_only_when_needed():
    longest = fit_into(lesson(), MINUTE, None)
    result = fit_into(lesson(), longest.total_ms - MINUTE, 50)
    assert result.fits
    kind, before, after = by_name(result)["fixed", "time"]
    assert (kind, before) == (ChangeKind.CLASS_DOSE, 4 * MINUTE)
    assert 2 * MINUTE < after < 4 * MINUTE
    assert ("own", "time") not in by_name(result)
    least = fit_into(lesson(), MINUTE, 50)
    assert by_name(least)["fixed", "time"][2] == 2 * MINUTE
    assert by_name(least)["range", "hold"][2] == MINUTE  # a range never goes below its least
    assert not least.fits
    enough = fit_into(lesson(), longest.total_ms, 50)
    assert ("fixed", "time") not in by_name(enough)


def test_a_shortened_dose_says_so():
    (fixed, *_) = fit_into(lesson(), MINUTE, 50).protocol.body
    assert fixed.dose.time.status is Status.SHORTENED


@given(st.integers(0, 30 * 60), st.sampled_from([None, 25, 50, 90]))
def test_both_sides_stay_equal_and_times_are_whole_seconds(seconds, percent):
    result = fit_into(lesson(), seconds * SECOND, percent)
    work = {}
    for segment in unroll(result.protocol).segments:
        if segment.side in (Side.LEFT, Side.RIGHT):
            sums = work.setdefault(segment.step.id, {})
            sums[segment.side] = sums.get(segment.side, 0) + segment.duration_ms
        assert segment.duration_ms % SECOND == 0
    assert all(len(set(sides.values())) == 1 for sides in work.values())
    assert result.fits == (everything(result.protocol) <= seconds * SECOND)


@given(st.integers(1, 29))
def test_more_time_is_never_a_shorter_lesson(minutes):
    less = fit_into(lesson(), minutes * MINUTE, 50).total_ms
    assert less <= fit_into(lesson(), (minutes + 1) * MINUTE, 50).total_ms


@pytest.fixture(scope="module")
def shipped():
    places = ContentPlaces(
        (protocols_dir(),), assets_dir() / "catalog", assets_dir() / "plates" / "index.json", None
    )
    library = ContentLibrary(places, TeacherChoices, str)
    defaults = {q.id: q.default for q in library.catalog().questions.values()}
    return [
        settle(library.lesson(card.id), TeacherChoices(), defaults)
        for card in library.index().cards
    ]


@pytest.mark.parametrize("minutes", [5, 15, 30, 45])
def test_the_shipped_lessons(shipped, minutes):
    for one in shipped:
        result = fit_into(one, minutes * MINUTE, None)
        was = {s.path: s for s in unroll(one).segments}
        for segment in unroll(result.protocol).segments:
            amount = segment.amount
            if amount and segment.path in was:
                assert amount.chosen >= min(amount.least, was[segment.path].amount.chosen)
        if not result.fits:
            assert result.total_ms > minutes * MINUTE


def test_a_count_without_cadence_takes_no_time_and_is_left_alone():
    one = protocol(step("beat", Counted(span(3, 5), CountUnit.PASSES)), lead_in=1_000)
    assert fit_into(one, 1, 50).changes == ()
