"""The camera of the live view: where it may stand, and how it goes from place to place."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from massage_trainer.domain.stage import Camera
from massage_trainer.domain.stage_camera import (
    LEAST_DISTANCE,
    LEAST_SEEN,
    MOST_SEEN,
    MOVE_MS,
    REACH,
    Move,
    Orbit,
)

places = st.tuples(*[st.floats(-1.0, 1.0)] * 2, st.floats(0.2, 1.6))
orbits = st.builds(
    Orbit,
    at=places,
    yaw=st.floats(0, 359.9),
    pitch=st.floats(-20, 88),
    distance=st.floats(0.35, 6.0),
    fov_degrees=st.floats(20, 60),
)


def close(a, b, by=1e-6):
    return math.dist(a, b) < by


@given(orbits)
def test_told_either_way_it_is_the_same_view(orbit):
    camera = orbit.camera
    again = Orbit.of(camera).camera
    assert close(again.eye, camera.eye)
    assert close(again.at, camera.at)


def test_yaw_0_stands_where_the_practitioner_stands_for_a_prone_client():
    eye = Orbit((0, 0, 1), 0, 0, 2, 35).camera.eye
    assert close(eye, (0, -2, 1))
    assert close(Orbit((0, 0, 1), 90, 0, 2, 35).camera.eye, (2, 0, 1))


@given(orbits, st.floats(-400, 400), st.floats(-200, 200))
def test_turning_keeps_the_distance_and_never_turns_over(orbit, yaw, pitch):
    turned = orbit.turned(yaw, pitch)
    assert turned.at == orbit.at
    assert turned.distance == orbit.distance
    assert -20 <= turned.pitch <= 88


@given(orbits, st.floats(0.01, 100))
def test_zooming_stays_within_bounds(orbit, factor):
    zoomed = orbit.zoomed(factor)
    seen = 2 * zoomed.distance * math.tan(math.radians(orbit.fov_degrees) / 2)
    assert zoomed.distance >= LEAST_DISTANCE
    assert LEAST_SEEN - 1e-9 <= seen <= MOST_SEEN + 1e-9


@given(orbits, st.floats(-3, 3), st.floats(-3, 3))
def test_one_cannot_look_away_from_the_scene(orbit, across, down):
    middle = (0.0, 0.0, 0.9)
    assert math.dist(orbit.panned(across, down, middle).at, middle) <= REACH + 1e-6


def test_pulling_the_picture_to_the_right_looks_further_left():
    orbit = Orbit((0, 0, 0.9), 0, 0, 2, 35)
    assert orbit.panned(0.1, 0, (0, 0, 0.9)).at[0] < 0
    assert orbit.panned(0, 0.1, (0, 0, 0.9)).at[2] > 0.9


@given(orbits)
def test_across_the_table_and_back_is_the_same_view(orbit):
    other = orbit.other_side()
    # The work lies at one side of the table: looking at the other one would lose it.
    assert other.at == orbit.at
    assert (other.pitch, other.distance) == (orbit.pitch, orbit.distance)
    assert abs((other.yaw - orbit.yaw + 180) % 360 - 180) >= 60 - 1e-6
    assert close(other.other_side().camera.eye, orbit.camera.eye)


@pytest.mark.parametrize(("yaw", "other"), [(0, 180), (30, 150), (330, 210), (90, 270), (255, 75)])
def test_the_other_side_is_across_the_table_or_its_other_end(yaw, other):
    assert Orbit((0.2, 0.25, 0.9), yaw, 30, 1.5, 22).other_side().yaw == pytest.approx(other)


@given(orbits, orbits, st.floats(0, MOVE_MS))
def test_a_move_goes_the_shorter_way_and_arrives(start, end, ms):
    move = Move(start, end)
    assert move.at(MOVE_MS) == end
    assert close(move.at(0).camera.eye, start.camera.eye)
    turned = (move.at(ms).yaw - start.yaw + 180) % 360 - 180
    whole = (end.yaw - start.yaw + 180) % 360 - 180
    assert abs(turned) <= abs(whole) + 1e-6


def test_with_reduced_motion_a_move_is_there_at_once():
    start, end = Orbit((0, 0, 1), 0, 0, 2, 35), Orbit((0, 0, 1), 90, 30, 1, 35)
    assert Move(start, end, 0).at(0) == end


def test_looking_at_another_place_keeps_the_side():
    orbit = Orbit((0, 0, 1), 40, 20, 2, 35).looking_at((0.3, 0.1, 0.8), 0.01)
    assert (orbit.yaw, orbit.pitch, orbit.distance) == (40, 20, LEAST_DISTANCE)


def test_a_camera_of_the_baked_kind_is_understood():
    camera = Camera((0.5, -1.5, 1.8), (0.1, 0.0, 0.9), 30)
    assert close(Orbit.of(camera).camera.eye, camera.eye)
