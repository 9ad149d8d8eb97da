"""Frames between frames: which are solved, in what order they are played, where the hands are."""

import numpy as np
import pytest

from massage_trainer.artwork import acting, movement
from massage_trainer.artwork.acting import Act
from massage_trainer.artwork.marks import MarkBaker
from massage_trainer.artwork.movement import Moment, plan
from massage_trainer.artwork.people import People
from massage_trainer.artwork.scene import (
    FrameSource,
    HandWish,
    MarkSource,
    StanceSource,
)
from massage_trainer.artwork.stage_files import client_mesh, packed_skin
from massage_trainer.artwork.targets import TargetFinder
from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.errors import ContentError, SourceLocation
from massage_trainer.domain.plate import ClientBody
from massage_trainer.domain.still_places import MarkKind
from tests.artwork.made_scenes import HERE, frames, hand, on, scene
from tests.artwork.sources import LOADED, SOURCES


@pytest.fixture(scope="module")
def people():
    return People(LOADED)


@pytest.fixture(scope="module")
def man(people):
    return people.clients[ClientBody.MAN]


@pytest.fixture(scope="module")
def finder(man):
    return TargetFinder(man.client, man.resolved)


def test_a_way_has_its_steps_and_a_way_back_is_not_solved_twice():
    found = plan(scene(["middle", "up", "middle", "down"], loop=True))
    assert found.frames() == ("middle", "middle~up.1", "middle~down.1", "up", "down")
    assert set(found.neighbours()) == {
        ("middle", "middle~up.1"), ("middle~up.1", "up"),
        ("middle", "middle~down.1"), ("middle~down.1", "down"),
    }  # fmt: skip


def test_a_ring_is_played_the_way_its_moments_say():
    names = ["up", "a", "in", "b", "down", "c", "out", "d"]
    found = plan(scene(names, loop=True, known=frames(*names, steps=0)))
    assert found.path(["up", "in", "down", "out"], loop=True) == (
        "up", "a", "in", "b", "down", "c", "out", "d",
    )  # fmt: skip
    assert found.path(["up", "out", "down", "in"], loop=True) == (
        "up", "d", "out", "c", "down", "b", "in", "a",
    )  # fmt: skip


def test_steps_are_played_backwards_on_the_way_back():
    found = plan(scene(["start", "end"], known=frames("start", "end", steps=2)))
    assert found.path(["start", "end"], loop=True) == (
        "start", "start~end.1", "start~end.2", "end", "start~end.2", "start~end.1",
    )  # fmt: skip


def test_numbers_of_a_movement_are_blended_and_different_ones_are_not():
    a, b = {"legs.right.flex": 90.0, "tilt": 0.0}, {"legs.right.flex": 110.0, "tilt": 8.0}
    assert movement.blended(a, b, 0.25) == {"legs.right.flex": 95.0, "tilt": 2.0}
    assert movement.blended(a, {"hook.draw": 0.0}, 0.5) is None


def test_words_lead_along_the_skin_of_either_side(man, finder):
    place = man.resolved.places["BL23"]
    for side in (Side.LEFT, Side.RIGHT):
        spot = finder.spot(on("BL23", side))
        assert np.linalg.norm(spot.point - place[side].point) < 0.001
    left = finder.spot(on("L4", out_cm=4.0, down_cm=3.0))
    right = finder.spot(on("L4", Side.RIGHT, out_cm=4.0, down_cm=3.0))
    assert np.linalg.norm(left.point - right.point * [-1, 1, 1]) < 0.001
    start = finder.spot(on("L4", Side.MIDLINE))
    assert finder.length(start, left) == pytest.approx(0.05, abs=0.003)
    assert left.point[0] > 0.03
    assert left.point[2] < start.point[2] - 0.02


def test_a_way_that_leaves_the_skin_is_told_with_its_line(finder):
    with pytest.raises(ContentError, match=r"made\.yaml:7:1: L4 .*: .* lead all the way round"):
        finder.spot(on("L4", Side.LEFT, down_cm=600.0))


def test_a_step_between_lies_on_the_skin_half_the_way(finder):
    a, b = finder.spot(on("L1", out_cm=4.0)), finder.spot(on("L5", out_cm=8.0))
    (middle,) = finder.way(a, b, [0.5])
    whole = finder.length(a, b)
    assert finder.length(a, middle) == pytest.approx(whole / 2, rel=0.01)
    assert finder.length(middle, b) == pytest.approx(whole / 2, rel=0.01)


def test_fingers_point_in_directions_of_the_client(finder):
    left, right = finder.spot(on("BL23")), finder.spot(on("BL23", Side.RIGHT))
    assert finder.fingers(left, "head", None)[2] > 0.9
    assert finder.fingers(right, "left", None)[0] > 0.9
    assert finder.fingers(right, "out", None)[0] < -0.9
    assert finder.fingers(left, "in", None)[0] < -0.9
    assert finder.fingers(right, "", 90.0)[0] > 0.9


@pytest.fixture(scope="module")
def press(people, man):
    down = FrameSource("down", HERE, "in", {"left": hand("thumb", on("BL23"))})
    along = FrameSource(
        "along", HERE, "press", {"left": hand("thumb", on("BL25"), press_mm=4.0)}, steps=1
    )
    off = FrameSource("off", HERE, "out", {"left": HandWish(HERE, "relaxed")}, steps=1)
    known = {frame.name: frame for frame in (down, along, off)}
    stance = StanceSource(HERE, "left", "L4")
    return Act(scene(list(known), known=known, stance=stance), man, people.practitioner)


def test_a_hand_between_two_places_presses_in_between(press, finder):
    step = press.plan.ways["down", "along"][0]
    skin, _ = press.stage(step.name)
    found = press.hands(step, skin)
    assert list(found) == ["L"]
    assert found["L"].press_mm == 2.0
    (middle,) = finder.way(finder.spot(on("BL23")), finder.spot(on("BL25")), [0.5])
    assert np.linalg.norm(found["L"].place - skin.bare(middle)[0]) < 0.002


def test_a_hand_that_leaves_goes_straight_off_the_skin(press):
    step = press.plan.ways["along", "off"][0]
    skin, _ = press.stage(step.name)
    found = press.hands(step, skin)["L"]
    assert found.press_mm == pytest.approx(-70.0)
    assert not found.touching
    assert press.hands(press.plan.keys[2], skin) == {}


def test_a_target_lies_on_the_cloth_over_the_skin(press):
    skin, stage = press.stage("down")
    for name, lifted in (("BL23", 0.0005), ("T8", 0.003)):
        side = Side.LEFT if name == "BL23" else Side.MIDLINE
        spot = press.finder.spot(on(name, side))
        place, normal = skin.outside(spot)
        bare, facing = skin.bare(spot)
        assert (np.linalg.norm(place - bare) > 0.002) == (lifted > 0.002)
        assert normal @ facing > 0.9
        assert abs(stage.surface.closest(place[None]).distance[0]) < 0.001


def test_what_is_wrong_in_a_frame_is_told_with_the_line_of_the_hand(press, monkeypatch):
    class Bad:
        def faults(self):
            return ["left hand does not reach its target: 80.0 mm off", "feet are 9 mm off"]

    acted = acting.Acted(press.plan.keys[0], press.position.pose, None, Bad())
    moved = SourceLocation("assets/scenes/made.yaml", 12)
    frame = FrameSource("down", moved, "in", {"left": hand("thumb", on("BL23"))})
    acted = acting.Acted(Moment("down", frame, frame), press.position.pose, None, Bad())
    first, second = (str(fault) for fault in acted.faults("man"))
    assert first.startswith("assets/scenes/made.yaml:7:1: frame down (man): left hand does not")
    assert second.startswith("assets/scenes/made.yaml:12:1: frame down (man): feet are 9 mm")


@pytest.fixture(scope="module")
def marks(man, finder):
    return MarkBaker(man.client, finder, packed_skin(client_mesh(man)))


def baked_points(marks, mark, man):
    baked = marks.baked(mark, ["rest"], {"rest": man.position("prone").pose}, loop=False)
    rows = np.array(baked["spots"])
    skin = packed_skin(client_mesh(man))
    return baked, skin.rest(rows[:, :3].astype(int), rows[:, 3:])


def test_a_circle_turns_as_it_is_seen_from_outside(marks, man):
    for clockwise in (True, False):
        mark = MarkSource(HERE, MarkKind.CIRCLE, (on("BL23"),), 20.0, clockwise)
        baked, points = baked_points(marks, mark, man)
        assert baked["closed"]
        # Seen from behind, the client's left is on the viewer's left: x grows to the left.
        x, z = -points[:, 0] + points[:, 0].mean(), points[:, 2] - points[:, 2].mean()
        turned = np.unwrap(np.arctan2(z, x))
        assert (turned[-1] < turned[0]) == clockwise
        assert np.hypot(x, z) == pytest.approx(0.02, abs=0.004)


def test_a_stroke_lies_on_the_skin_from_end_to_end(marks, man, finder):
    ends = on("L1", out_cm=4.0), on("psis")
    baked, points = baked_points(marks, MarkSource(HERE, MarkKind.STROKE, ends), man)
    assert np.linalg.norm(points[0] - finder.spot(ends[0]).point) < 0.004
    assert np.linalg.norm(points[-1] - finder.spot(ends[1]).point) < 0.004
    assert np.linalg.norm(np.diff(points, axis=0), axis=1).max() < 0.02
    assert not baked["world"]


def test_a_movement_is_traced_through_the_room(people, man, marks):
    source = next(source for source in SOURCES if source.id == "hip-circle")
    act = Act(source, man, people.practitioner)
    poses = {name: act.client_pose(name) for name in act.plan.frames()}
    plate = source.plates[0]
    path = act.plan.path(plate.frames, loop=True)
    mark = MarkSource(HERE, MarkKind.MOVE, (on("patella-apex", Side.RIGHT),), closed=True)
    baked = marks.baked(mark, path, poses, loop=True)
    way = np.array(baked["world"])
    assert baked["closed"]
    assert not baked["spots"]
    assert len(way) == 4 * len(path)
    assert np.linalg.norm(np.diff(way, axis=0), axis=1).max() < 0.03


def test_the_other_side_is_told_by_its_name():
    source = scene(["rest"], mirror=True, worked="left")
    assert source.sides == ("left", "right")
    assert scene(["rest"]).sides == ("",)
