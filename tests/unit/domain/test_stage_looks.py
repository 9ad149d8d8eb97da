"""Where a camera goes to see a place of the body, and from where a place is not seen."""

import math
from random import Random

import pytest

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.live_skin import PosedBody, PosedPlace
from massage_trainer.domain.plate import ClientBody
from massage_trainer.domain.stage_camera import Orbit
from massage_trainer.domain.stage_looks import (
    any_seen,
    facing,
    look_at,
    places_of,
    reaching,
    turned_away,
)
from massage_trainer.domain.stage_time import StageMoment, poses_at
from massage_trainer.services.live_bodies import LiveBodies
from massage_trainer.services.live_scenes import LiveScenes
from massage_trainer.services.live_skeletons import SkeletonStore
from massage_trainer.services.plates import read_plate_index
from massage_trainer.services.resources import assets_dir

ASPECT = 1.5
HOME = Orbit((0.0, 0.0, 0.8), 20.0, 60.0, 2.0, 30.0)


@pytest.fixture(scope="module")
def lying():
    """Bodies as the plates of points show them, and from where."""
    folder = assets_dir() / "stage"
    index = read_plate_index(assets_dir() / "plates")
    scenes, bodies = LiveScenes(folder), LiveBodies(folder, SkeletonStore(folder))

    def lying(plate, side=None):
        still = index.still(plate, side, "", None, ClientBody.MAN)
        of = scenes.of(still)
        frame = poses_at(of.scene, StageMoment.at(of.plate.main))[0]
        return PosedBody(bodies.of(of.scene)[0], frame), Orbit.of(of.camera)

    return lying


@pytest.mark.parametrize(
    ("plate", "side", "item"),
    [
        ("points-body-prone", None, "BL23"),
        ("points-back", None, "GV14"),
        ("points-leg-back", None, "BL40"),
        ("points-hip-side", Side.LEFT, "GB30"),
        ("points-hip-side", Side.RIGHT, "GB30"),
        ("points-ankle-side", Side.LEFT, "BL60"),
        ("points-back", None, "T7"),
    ],
)
def test_no_place_of_what_is_asked_for_is_seen_at_first(lying, plate, side, item):
    posed, home = lying(plate, side)
    places = [posed.at(place.spot) for place in places_of(posed, item)]
    assert places
    assert any_seen(places, home.camera, ASPECT), "the still shows it"
    starts = {turned_away(posed, item, home, ASPECT, Random(seed)) for seed in range(12)}
    assert not any(any_seen(places, start.camera, ASPECT) for start in starts)
    assert len({start.yaw for start in starts}) > 1, "one start alone would tell where to turn"


def test_a_point_all_along_the_back_begins_at_an_end_of_the_table(lying):
    posed, home = lying("points-back")
    starts = [turned_away(posed, "EX-B2", home, ASPECT, Random(seed)) for seed in range(8)]
    assert {start.yaw for start in starts} == {90.0, 270.0}


def test_the_whole_body_is_in_the_picture_at_first(lying):
    posed, home = lying("points-body-prone")
    for seed in range(6):
        start = turned_away(posed, "BL23", home, ASPECT, Random(seed))
        assert start.distance < 6, "as far as a camera goes"
        ends = [posed.at(p.spot) for item in ("GV16", "heel") for p in places_of(posed, item)]
        for end in ends:
            x, y, z = (a - b for a, b in zip(end[:3], start.at, strict=True))
            half = start.distance * math.tan(math.radians(start.fov_degrees) / 2) * ASPECT
            assert math.hypot(x, y, z) < half


def test_left_and_right_begin_from_the_same_sides(lying):
    """Which side is asked for is not to be known from where the question begins."""
    posed, home = lying("points-body-prone")
    both = list(places_of(posed, "BL23"))
    assert len(both) == 2
    start = turned_away(posed, "BL23", home, ASPECT, Random(3))
    assert not any(any_seen([posed.at(p.spot)], start.camera, ASPECT) for p in both)


def test_a_place_that_is_seen_well_is_looked_at_from_the_same_side():
    orbit = facing(HOME, PosedPlace(0.2, 0.1, 0.9, 0.0, 0.0, 1.0), 0.7)
    assert orbit.at == (0.2, 0.1, 0.9)
    assert (orbit.yaw, orbit.pitch, orbit.distance) == (20.0, 60.0, 0.7)


def test_a_place_on_the_far_side_is_gone_round_to():
    place = PosedPlace(0.2, 0.1, 0.9, 0.0, 1.0, 0.0)
    orbit = facing(HOME, place, 0.7)
    assert orbit.yaw == pytest.approx(180.0)
    assert sum(w * n for w, n in zip(orbit.way, place[3:], strict=True)) > 0.9


def test_the_camera_does_not_go_under_the_table_for_skin_that_lies_on_it():
    orbit = facing(HOME, PosedPlace(0.2, 0.1, 0.9, 0.0, 0.3, -0.95), 0.7)
    assert orbit.pitch > 0
    assert orbit.yaw == HOME.yaw


def test_a_point_is_looked_at_with_so_much_around_it(lying):
    posed, home = lying("points-body-prone")
    orbit = look_at(posed, "BL23", Side.LEFT, 7.0, None, home)
    place = next(iter(places_of(posed, "BL23")))
    assert orbit.distance == pytest.approx(reaching(home, 7.0 * place.cun_m))
    left = posed.body.places.points["BL23"][Side.LEFT].spot
    assert math.dist(orbit.at, posed.at(left)[:3]) < 1e-6
    assert look_at(posed, "T7", Side.LEFT, 7.0, None, home) is not None, "of the midline"
    assert look_at(posed, "XX1", Side.LEFT, 7.0, None, home) is None
