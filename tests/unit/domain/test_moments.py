"""Which moment of a movement is shown when."""

from dataclasses import replace

import pytest

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.moments import EASE_IN_MS, EASE_OUT_MS, SLOW_MS, moment_at, moments_of
from massage_trainer.domain.plate import ClientBody, Files, Meaning, Moment, Plate, Sided, View
from massage_trainer.domain.protocol import (
    Counted,
    CountUnit,
    Holds,
    Notice,
    PointHold,
    Points,
    Rest,
    Timed,
)
from massage_trainer.domain.text import LocalizedText
from massage_trainer.domain.timeline import SegmentKind, unroll
from tests.examples import MINUTE, SECOND, exactly, protocol, step

REST, IN, PRESS, MOVE, OUT = Meaning


def plate(main, loop=False, **meanings):
    moments = tuple(
        Moment(name, meaning, {ClientBody.MAN: {View.CLOSE: Sided(Files(f"{name}.webp"))}})
        for name, meaning in meanings.items()
    )
    return Plate("plate", 2000, 1333, LocalizedText("Một.", "One."), moments, main, loop)


FOLD = plate("folded", lying=REST, half=IN, folded=PRESS)
THUMB = plate("deep", touch=IN, deep=PRESS, off=OUT)
RING = plate("b", loop=True, a=MOVE, b=MOVE, c=MOVE, d=MOVE)
FISTS = plate("left", loop=True, left=PRESS, right=PRESS)
LONE = plate("lying", lying=REST)


def segment(dose, kind=SegmentKind.WORK):
    segments = unroll(protocol(step("one", dose, Side.BOTH))).segments
    return next(each for each in segments if each.kind is kind)


def counted(cadence_ms=0):
    cadence = exactly(cadence_ms) if cadence_ms else None
    dose = Counted(exactly(10), CountUnit.REPETITIONS, cadence)
    return segment(dose, SegmentKind.COUNT)


def holds(kind):
    amounts = [exactly(each * SECOND) for each in (60, 8, 8, 15)]
    hold, ease_in, ease_out, rest = amounts
    return segment(Holds(hold, exactly(2), ease_in, ease_out, rest), kind)


WORK = segment(Timed(exactly(MINUTE)))
POINT = segment(Points((PointHold("BL23", exactly(MINUTE)),)))


def shown(plate, segment, **named):
    """Every moment with the time at which it comes."""
    found = []
    for at in range(0, segment.duration_ms or MINUTE, 50):
        name = moment_at(plate, segment, at, segment.duration_ms, **named)
        if not found or found[-1][1] != name:
            found.append((at, name))
    return found


def test_a_hold_goes_in_stays_and_comes_back_with_its_phases():
    assert shown(FOLD, holds(SegmentKind.EASE_IN)) == [(0, "lying"), (4_000, "half")]
    assert shown(FOLD, holds(SegmentKind.HOLD)) == [(0, "folded")]
    assert shown(FOLD, holds(SegmentKind.EASE_OUT)) == [(0, "half"), (4_000, "lying")]
    assert shown(FOLD, holds(SegmentKind.REST)) == [(0, "lying")]


def test_a_point_is_pressed_slowly_held_and_left():
    assert shown(THUMB, POINT) == [
        (0, "touch"),
        (EASE_IN_MS, "deep"),
        (MINUTE - EASE_OUT_MS, "off"),
    ]


def test_in_a_short_press_the_phases_share_the_time():
    short = replace(POINT, duration_ms=6_000)
    assert shown(THUMB, short) == [(0, "touch"), (2_000, "deep"), (4_000, "off")]


def test_a_press_that_is_made_longer_is_left_later():
    assert moment_at(THUMB, POINT, MINUTE, MINUTE + 15_000) == "deep"


def test_a_single_press_needs_no_point_to_be_held():
    assert shown(THUMB, WORK) == shown(THUMB, POINT)


def test_presses_side_by_side_take_turns_while_a_point_is_held():
    names = [name for _, name in shown(FISTS, replace(POINT, duration_ms=20_000))]
    assert names[:4] == ["left", "right", "left", "right"]


def test_work_goes_slowly_round():
    times = shown(RING, WORK)
    assert times[:5] == [
        (0, "a"),
        (SLOW_MS, "b"),
        (2 * SLOW_MS, "c"),
        (3 * SLOW_MS, "d"),
        (4 * SLOW_MS, "a"),
    ]


def test_a_count_goes_round_once_per_repetition():
    turns = counted(4 * SECOND)
    assert shown(RING, turns)[:5] == [
        (0, "a"),
        (1_000, "b"),
        (2_000, "c"),
        (3_000, "d"),
        (4_000, "a"),
    ]
    assert len(shown(RING, turns)) == 40


def test_a_count_of_the_students_own_goes_slowly_round():
    own = counted()
    assert moment_at(RING, own, SLOW_MS, 0) == "b"


@pytest.mark.parametrize("work", [WORK, counted(4 * SECOND)])
def test_nothing_goes_round_where_motion_is_reduced(work):
    assert shown(RING, work, moves=False) == [(0, "b")]
    assert shown(FISTS, work, moves=False) == [(0, "left")]


def test_the_phases_change_the_picture_also_where_motion_is_reduced():
    assert shown(THUMB, POINT, moves=False) == shown(THUMB, POINT)
    assert shown(FOLD, holds(SegmentKind.EASE_IN), moves=False) == [(0, "half")]
    assert shown(FOLD, holds(SegmentKind.EASE_OUT), moves=False) == [(0, "half")]


def test_what_is_read_stands_still():
    assert shown(RING, segment(Notice(), SegmentKind.NOTICE)) == [(0, "b")]


@pytest.mark.parametrize("kind", SegmentKind)
@pytest.mark.parametrize("moves", [True, False])
def test_a_plate_of_one_moment_shows_it_always(kind, moves):
    assert moment_at(LONE, replace(POINT, kind=kind), 10, MINUTE, moves=moves) == "lying"


@pytest.mark.parametrize("kind", SegmentKind)
@pytest.mark.parametrize("scene", [FOLD, THUMB, RING, FISTS, LONE])
def test_the_moments_of_a_segment_are_those_that_it_shows(scene, kind):
    for each in (replace(POINT, kind=kind), replace(WORK, kind=kind)):
        names = dict.fromkeys(name for _, name in shown(scene, each))
        assert moments_of(scene, each) == tuple(names)


def test_a_rest_that_is_a_step_of_its_own_shows_the_client_at_rest():
    lying = segment(Rest(exactly(MINUTE)), SegmentKind.REST)
    assert shown(FOLD, lying) == [(0, "lying")]
    assert shown(RING, lying) == [(0, "b")]
