"""The live figures follow the session's clock: what moves, how fast, and what stands still."""

import math
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.countdown import look_at
from massage_trainer.domain.moments import EASE_IN_MS, EASE_OUT_MS
from massage_trainer.domain.protocol import (
    Counted,
    CountUnit,
    Holds,
    Notice,
    PointHold,
    Points,
    Timed,
)
from massage_trainer.domain.scene_plates import SceneMark, ScenePlate
from massage_trainer.domain.session import Session
from massage_trainer.domain.stage import Figure, KeyFrame, Placement, Scene
from massage_trainer.domain.stage_time import (
    FADE_MS,
    StageMoment,
    force_at,
    key_frames,
    moment_in,
    poses_at,
    stage_moment,
)
from massage_trainer.domain.still_places import MarkKind
from massage_trainer.domain.timeline import SegmentKind, unroll
from tests.examples import MINUTE, SECOND, exactly, protocol, step

WAY = ((0.0, 0.0, 1.0),)
STROKE = SceneMark(MarkKind.STROKE, world=WAY)
THERE_AND_BACK = SceneMark(MarkKind.STROKE, world=WAY, both_ways=True)


def angled(degrees):
    half = math.radians(degrees) / 2
    return KeyFrame(Placement(), {"arm": (math.cos(half), 0.0, 0.0, math.sin(half))})


def scene(meanings, path, main, *, loop=False, marks=()):
    every = list(dict.fromkeys([*path, *meanings]))
    frames = {name: angled(10 * at) for at, name in enumerate(every)}
    keys = tuple(dict.fromkeys(name for name in path if name in meanings))
    plate = ScenePlate("plate", keys, main, ("wide",), tuple(path), {}, loop, tuple(marks))
    return Scene(
        "scene",
        (Figure("figure", (), frames),),
        (),
        tuple(every),
        (),
        {"wide": None},
        has_mirror=False,
        plates=(plate,),
        meanings=meanings,
        loop=loop,
    )


RING = scene(
    {"up": "move", "right": "move", "down": "move", "left": "move"},
    ("up", "up~right.1", "right", "down", "left"),
    "up",
    loop=True,
)
BEND = scene(
    {"straight": "in", "half": "move", "bent": "press"},
    ("straight", "straight~half.1", "half", "bent"),
    "bent",
)
GLIDE = scene(
    {"top": "in", "low": "move", "sides": "out"},
    ("top", "top~low.1", "top~low.2", "low", "sides"),
    "low",
    marks=(STROKE,),
)
RUB = scene({"a": "move", "b": "move"}, ("a", "a~b.1", "b"), "a", marks=(THERE_AND_BACK,))
THUMB = scene({"touch": "in", "press": "press"}, ("press",), "press")
DRAWN = scene({"start": "in", "drawn": "press"}, ("start", "start~drawn.1", "drawn"), "drawn")
SPINE = scene(
    {"upper": "press", "middle": "press", "lower": "press"},
    ("upper", "upper~middle.1", "middle", "lower"),
    "upper",
    marks=(STROKE,),
)
LYING = scene({"wait": "rest"}, ("wait",), "wait")
SWING = ("up", "middle", "down", "middle")
EVERY = {
    "ring": RING, "bend": BEND, "glide": GLIDE, "rub": RUB, "thumb": THUMB, "drawn": DRAWN,
    "lying": LYING, "spine": SPINE,
}  # fmt: skip


def segment(dose, kind=SegmentKind.WORK):
    segments = unroll(protocol(step("one", dose, Side.BOTH))).segments
    return next(each for each in segments if each.kind is kind)


def counted(cadence_ms):
    dose = Counted(exactly(10), CountUnit.REPETITIONS, exactly(cadence_ms))
    return segment(dose, SegmentKind.COUNT)


def holds(kind):
    hold, ease_in, ease_out, rest = (exactly(each * SECOND) for each in (60, 8, 8, 15))
    return segment(Holds(hold, exactly(2), ease_in, ease_out, rest), kind)


WORK = segment(Timed(exactly(MINUTE)))
POINT = segment(Points((PointHold("BL23", exactly(MINUTE)),)))
SEGMENTS = {
    "work": WORK,
    "point": POINT,
    "count": counted(4_000),
    "ease-in": holds(SegmentKind.EASE_IN),
    "hold": holds(SegmentKind.HOLD),
    "ease-out": holds(SegmentKind.EASE_OUT),
    "rest": holds(SegmentKind.REST),
    "notice": segment(Notice(), SegmentKind.NOTICE),
}


def at(scene, segment, ms, duration_ms=None, *, moves=True):
    lasts = segment.duration_ms if duration_ms is None else duration_ms
    return moment_in(scene, scene.plates[0], segment, ms, lasts, moves=moves)


def angle(scene, moment):
    """Where the arm is, in degrees: every frame has its own."""
    w, _, _, z = poses_at(scene, moment)[0].bones["arm"]
    return math.degrees(2 * math.atan2(z, w))


@pytest.mark.parametrize("scene", EVERY.values(), ids=EVERY)
@pytest.mark.parametrize("segment", SEGMENTS.values(), ids=SEGMENTS)
@pytest.mark.parametrize("moves", [True, False], ids=["moving", "reduced"])
@given(share=st.floats(0, 1))
def test_every_moment_is_between_two_frames_of_the_scene(scene, segment, moves, share):
    duration_ms = segment.duration_ms or MINUTE
    moment = at(scene, segment, int(share * duration_ms), duration_ms, moves=moves)

    assert {moment.frame, moment.onto} <= set(scene.frames)
    assert 0.0 <= moment.share <= 1.0
    assert moves or moment.fades or moment.frame == moment.onto
    poses_at(scene, moment)


@pytest.mark.parametrize("scene", [RING, BEND, RUB, DRAWN], ids=["ring", "bend", "rub", "drawn"])
@pytest.mark.parametrize("segment", SEGMENTS.values(), ids=SEGMENTS)
@given(ms=st.integers(0, MINUTE - 60))
def test_no_limb_jumps(scene, segment, ms):
    duration_ms = segment.duration_ms or MINUTE
    ms = min(ms, duration_ms - 50)
    moments = [at(scene, segment, each, duration_ms) for each in (ms, ms + 50)]
    before, after = (angle(scene, moment) for moment in moments)

    # The ring closes from its last frame, 40 degrees, to its first.
    assert abs(after - before) < 4


@pytest.mark.parametrize("scene", [RING, BEND, GLIDE, RUB], ids=["ring", "bend", "glide", "rub"])
@pytest.mark.parametrize("cadence_ms", [1_000, 2_500, 4_000])
def test_a_counted_repetition_is_one_movement(scene, cadence_ms):
    segment = counted(cadence_ms)
    for ms in range(0, cadence_ms, 130):
        first, second = at(scene, segment, ms), at(scene, segment, ms + 3 * cadence_ms)
        assert angle(scene, first) == pytest.approx(angle(scene, second), abs=1e-6)
    path = [at(scene, segment, ms) for ms in range(0, cadence_ms, 10)]
    met = {moment.frame for moment in path} | {moment.onto for moment in path}
    assert met >= set(scene.plates[0].path)


def test_a_bend_goes_back_on_the_way_it_came():
    segment = counted(4_000)
    for ms in range(0, 2_000, 100):
        out, back = at(BEND, segment, ms), at(BEND, segment, 4_000 - ms)
        assert angle(BEND, out) == pytest.approx(angle(BEND, back), abs=1e-6)
    assert angle(BEND, at(BEND, segment, 2_000)) == pytest.approx(30, abs=0.01)


def test_a_stroke_with_a_direction_is_never_seen_backwards():
    segment = counted(4_000)
    moving = [m for m in (at(GLIDE, segment, ms) for ms in range(0, 4_000, 20)) if not m.fades]
    names = list(GLIDE.plates[0].path)
    places = [names.index(moment.frame) + moment.share for moment in moving]
    assert places == sorted(places)
    assert at(GLIDE, segment, 3_900).fades


def test_a_circle_goes_round_at_one_speed():
    segment = counted(4_000)
    quarters = [at(RING, segment, ms) for ms in (0, 1_000, 2_000, 3_000)]
    assert [moment.frame for moment in quarters] == ["up", "right", "down", "left"]
    assert all(moment.share == 0.0 for moment in quarters)


def test_a_round_begins_where_the_hands_wait():
    swing = scene({"middle": "in", "up": "move", "down": "move"}, SWING, "up", loop=True)
    waiting = at(swing, holds(SegmentKind.REST), 0)
    assert waiting == StageMoment.at("middle")
    assert at(swing, counted(4_000), 0).pose == waiting.pose


@pytest.mark.parametrize("scene", [THUMB, DRAWN], ids=["thumb", "drawn"])
@pytest.mark.parametrize("segment", [WORK, POINT], ids=["work", "point"])
def test_a_hold_comes_slowly_stands_still_and_goes_slowly(scene, segment):
    frames = [angle(scene, at(scene, segment, ms)) for ms in range(0, MINUTE + 1, 100)]
    deep, off = frames[len(frames) // 2], frames[0]
    held = [ms * 100 for ms, each in enumerate(frames) if each == pytest.approx(deep, abs=1e-6)]
    assert held[0] >= EASE_IN_MS - 100
    assert held[-1] <= MINUTE - EASE_OUT_MS + 100
    assert held == list(range(held[0], held[-1] + 1, 100))
    assert frames[-1] == pytest.approx(off)
    assert deep != pytest.approx(off)


def test_a_lesson_with_phases_of_its_own_eases_over_all_of_them():
    deep = angle(DRAWN, at(DRAWN, holds(SegmentKind.HOLD), 30_000))
    middle = at(DRAWN, holds(SegmentKind.EASE_IN), 4_000)
    assert angle(DRAWN, at(DRAWN, holds(SegmentKind.EASE_IN), 8_000)) == pytest.approx(deep)
    assert angle(DRAWN, at(DRAWN, holds(SegmentKind.EASE_OUT), 0)) == pytest.approx(deep)
    assert 0 < angle(DRAWN, middle) != pytest.approx(deep)
    assert at(DRAWN, holds(SegmentKind.EASE_OUT), 8_000).pose[0] == "start"


def test_rest_is_at_rest():
    for scene, frame in ((THUMB, "touch"), (DRAWN, "start"), (LYING, "wait")):
        assert at(scene, holds(SegmentKind.REST), 4_000) == StageMoment.at(frame)


def test_presses_along_a_way_are_one_for_each_count():
    cadence_ms, segment = 4_000, counted(4_000)
    stays = [angle(SPINE, at(SPINE, segment, each * cadence_ms)) for each in range(10)]
    assert stays == sorted(set(stays))  # ever further, and never back
    assert (stays[0], stays[-1]) == pytest.approx((0.0, 30.0))
    steps = [b - a for a, b in pairwise(stays)]
    # Two keys lie 20 degrees apart, the next two 10: each half of the way is half of the counts.
    assert steps == pytest.approx([40 / 9] * 4 + [30 / 9] + [20 / 9] * 4)
    for count in range(10):
        pressed = [at(SPINE, segment, count * cadence_ms + ms) for ms in (0, 1_000, 2_700)]
        angles = [angle(SPINE, moment) for moment in pressed]
        assert angles == pytest.approx([stays[count]] * 3)
    assert angle(SPINE, at(SPINE, segment, 10 * cadence_ms)) == pytest.approx(30.0)
    assert angle(SPINE, at(SPINE, segment, 14 * cadence_ms, 60_000)) == pytest.approx(30.0)


def test_presses_along_a_way_go_on_without_a_jump():
    segment = counted(4_000)
    angles = [angle(SPINE, at(SPINE, segment, ms)) for ms in range(0, 40_001, 50)]
    assert all(0.0 <= after - before + 1e-9 < 0.3 for before, after in pairwise(angles))


def test_presses_along_a_way_turn_few_pages_with_reduced_motion():
    segment, shown = counted(4_000), []
    for ms in range(0, 40_001, 50):
        moment = at(SPINE, segment, ms, moves=False)
        assert moment.fades or moment.frame == moment.onto
        if not shown or shown[-1] != moment.pose[0]:
            shown.append(moment.pose[0])
    assert shown == ["upper", "middle", "lower"]
    twice = replace(segment, count=2, duration_ms=8_000)
    assert at(SPINE, twice, 5_000, moves=False) == StageMoment.at("lower")


@pytest.mark.parametrize(
    "segment",
    [
        WORK,
        replace(counted(4_000), count_unit=CountUnit.PASSES),
        replace(counted(4_000), count=1, duration_ms=4_000),
    ],
    ids=["work", "passes", "one"],
)
def test_a_pass_goes_the_whole_way(segment):
    met = {at(SPINE, segment, ms).frame for ms in range(0, 6_000, 50)}
    assert met >= {"upper", "upper~middle.1", "middle"}


@pytest.mark.parametrize("scene", EVERY.values(), ids=EVERY)
@pytest.mark.parametrize("segment", [WORK, POINT], ids=["work", "point"])
@pytest.mark.parametrize("duration_ms", [7_000, 31_000, 90_000])
def test_work_ends_where_it_began(scene, segment, duration_ms):
    first, last = (at(scene, segment, ms, duration_ms) for ms in (0, duration_ms))
    assert angle(scene, last) == pytest.approx(angle(scene, first), abs=1e-6)


@pytest.mark.parametrize("cadence_ms", [600, 4_000, 9_000])
@pytest.mark.parametrize("scene", [RING, BEND, GLIDE], ids=["ring", "bend", "glide"])
def test_reduced_motion_turns_pages_that_can_be_looked_at(scene, cadence_ms):
    segment, shown = counted(cadence_ms), []
    for ms in range(0, 60_000, 50):
        moment = at(scene, segment, ms, moves=False)
        assert moment.pose[0] in key_frames(scene, scene.plates[0])
        if not shown or shown[-1][0] != moment.pose[0]:
            shown.append((moment.pose[0], ms))
    stays = [later - earlier for (_, earlier), (_, later) in pairwise(shown)]
    assert min(stays[1:]) >= 1_400
    assert FADE_MS < 1_400


def test_the_picture_stands_still_while_the_session_does():
    timeline = unroll(protocol(step("one", Timed(exactly(MINUTE)), Side.BOTH)))
    session = Session(timeline)
    session.start()
    session.advance(timeline.segments[0].gap_ms + 7_300)
    running = stage_moment(RING, RING.plates[0], look_at(session, timeline))
    session.pause()
    session.advance(20_000)
    paused = stage_moment(RING, RING.plates[0], look_at(session, timeline))

    assert paused == running
    assert running.share > 0


def test_before_the_work_the_hands_wait_where_it_begins():
    timeline = unroll(protocol(step("one", Timed(exactly(MINUTE)), Side.BOTH)))
    session = Session(timeline)
    idle = stage_moment(BEND, BEND.plates[0], look_at(session, timeline))
    session.start()
    session.advance(1_000)
    gap = stage_moment(BEND, BEND.plates[0], look_at(session, timeline))
    assert idle.pose == gap.pose == ("straight", "straight", 0.0)


def test_a_frame_that_the_lesson_names_is_kept_to():
    named = replace(WORK, step=replace(WORK.step, frames=(("work", "bend.half"),)))
    assert at(BEND, named, 20_000) == StageMoment.at("half")


def test_steps_go_through_the_frames_that_mean_something():
    assert key_frames(BEND, BEND.plates[0]) == ("straight", "half", "bent")
    assert key_frames(THUMB, THUMB.plates[0]) == ("touch", "press")


@pytest.mark.parametrize("scene", [THUMB, DRAWN], ids=["thumb", "drawn"])
def test_the_force_of_a_hold_is_told_from_where_the_hands_are(scene):
    plate = scene.plates[0]
    forces = [force_at(scene, plate, at(scene, POINT, ms)) for ms in range(0, MINUTE + 1, 500)]
    assert forces[0] == pytest.approx(0)
    assert forces[len(forces) // 2] == pytest.approx(1)
    assert forces[-1] == pytest.approx(0)
    rise = forces[: EASE_IN_MS // 500]
    assert rise == sorted(rise)


@pytest.mark.parametrize("scene", [RING, GLIDE, RUB, SPINE, LYING])
def test_hands_that_move_on_have_no_force_that_stays(scene):
    assert force_at(scene, scene.plates[0], at(scene, WORK, 10_000)) is None
