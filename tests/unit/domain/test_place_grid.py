"""A grid of places of the rest body over a live picture."""

import math
from array import array

import pytest

from massage_trainer.domain.picture_places import fraction_of
from massage_trainer.domain.place_grid import PlaceGrid, grid_size

WIDTH, HEIGHT, STEP = 60, 40, 0.01


def seen(column, row):
    """A flat back, row 0 uppermost; to the right an arm lies before it, and the rim is empty."""
    if not (2 <= column < WIDTH - 2 and 2 <= row < HEIGHT - 2):
        return (0.0, 0.0, 0.0, 0.0)
    x, z = STEP * column, -STEP * row
    return (x + 1.0, 0.3, z, 1.0) if column >= 40 else (x, 0.1, z, 1.0)


@pytest.fixture
def grid():
    rows = (seen(column, row) for row in reversed(range(HEIGHT)) for column in range(WIDTH))
    numbers = array("f", [number for sample in rows for number in sample])
    return PlaceGrid(WIDTH, HEIGHT, memoryview(numbers), STEP)


def at(column, row):
    return (column + 0.5) / WIDTH, (row + 0.5) / HEIGHT


def test_between_samples_a_place_is_between_their_places(grid):
    assert grid.place_at(at(10, 20)) == pytest.approx((0.10, 0.1, -0.20), abs=1e-6)
    assert grid.place_at(at(10.3, 20.6)) == pytest.approx((0.103, 0.1, -0.206), abs=1e-6)


def test_off_the_body_and_off_the_picture_is_no_place(grid):
    assert grid.place_at(at(0, 20)) is None
    assert grid.place_at((1.0, 0.5)) is None
    assert grid.place_at((0.5, -0.01)) is None


def test_no_place_is_taken_from_between_an_arm_and_the_trunk_behind_it(grid):
    assert grid.place_at(at(39.4, 20)) == pytest.approx((0.39, 0.1, -0.20), abs=2e-3)
    assert grid.place_at(at(39.6, 20)) == pytest.approx((1.40, 0.3, -0.20), abs=2e-3)


def test_a_place_is_found_where_the_picture_shows_it(grid):
    for column, row in ((5.2, 4.1), (30.7, 20.4), (44.4, 35.2)):
        place = grid.place_at(at(column, row))
        found = fraction_of(grid, place)
        assert found is not None
        x, y = found[0] * WIDTH - 0.5, found[1] * HEIGHT - 0.5
        assert math.hypot(x - column, y - row) < 0.5


def test_a_place_that_the_picture_does_not_show_is_not_found(grid):
    assert fraction_of(grid, (0.10, -0.1, -0.20)) is None
    assert fraction_of(grid, (9.0, 9.0, 9.0)) is None


def test_a_large_picture_has_no_more_samples_than_can_be_searched():
    assert grid_size(1000, 700) == (250, 175)
    wide, high = grid_size(3840, 2160)
    assert 30_000 < wide * high <= 45_000
    assert grid_size(2, 2) == (1, 1)


def test_a_grid_that_does_not_fit_is_refused(grid):
    with pytest.raises(ValueError, match="samples"):
        PlaceGrid(WIDTH, HEIGHT + 1, grid.samples, STEP)
    with pytest.raises(ValueError, match="samples"):
        PlaceGrid(0, 0, memoryview(array("f")), STEP)
