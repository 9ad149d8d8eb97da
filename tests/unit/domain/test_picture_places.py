"""Where a place of the body stands in a picture, and how long a cun is there."""

import math

import pytest

from massage_trainer.domain.picture_places import fraction_of, middle_of, stepped
from massage_trainer.domain.still_places import StillPlaces
from tests.chart_examples import CUN_M
from tests.plate_examples import HEIGHT_M, WIDTH_M, position_map, still_places
from tests.plate_examples import fraction_of as flat

ASPECT = WIDTH_M / HEIGHT_M
NOTHING = StillPlaces({}, {}, {}, {}, {}, "")


@pytest.mark.parametrize("place", [(0.0, 0.0), (1.5 * CUN_M, -2.4 * CUN_M), (-0.1, 0.05)])
@pytest.mark.parametrize("is_reversed", [False, True])
def test_a_place_is_found_where_the_picture_shows_it(place, is_reversed):
    positions = position_map()
    x, y = flat(*place)
    if is_reversed:
        positions, x, place = positions.reversed(), 1 - x, (-place[0], place[1])
    found = fraction_of(positions, (place[0], 0.0, place[1]))
    assert found == pytest.approx((x, y), abs=0.004)


def test_what_the_picture_does_not_show_is_nowhere():
    assert fraction_of(position_map(), (0.0, 0.0, 0.5)) is None


@pytest.mark.parametrize("toward", [(1, 0), (-1, 0), (0, 1), (0, -1)])
def test_ten_steps_of_a_tenth_are_one_cun_on_the_body(toward):
    at = start = flat(0.0, 0.0)
    for _ in range(10):
        at = stepped(still_places(), ASPECT, at, toward, 0.1)
    way = (at[0] - start[0]) * WIDTH_M, (at[1] - start[1]) * HEIGHT_M
    assert math.hypot(*way) == pytest.approx(CUN_M)
    assert way[0] * toward[0] + way[1] * toward[1] > 0


def test_a_step_never_leaves_the_picture():
    at = stepped(still_places(), ASPECT, (0.99, 0.5), (1, 0), 5)
    assert at[0] < 1


def test_without_places_a_crosshair_stays_and_begins_in_the_middle():
    assert stepped(NOTHING, ASPECT, (0.3, 0.3), (1, 0), 1) == (0.3, 0.3)
    assert middle_of(NOTHING) == (0.5, 0.5)


def test_a_crosshair_begins_at_landmarks_and_not_at_points():
    assert middle_of(still_places()) == flat(0.0, 0.0)
