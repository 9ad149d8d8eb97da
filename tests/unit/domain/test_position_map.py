"""Places between samples, at edges of patches, off the body."""

import pytest

from massage_trainer.domain.position_map import PositionMap
from massage_trainer.services.still_places import read_map
from tests.body_places import HEIGHT, UNIT, WIDTH, place_of, write_places


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("plates")
    write_places(folder)
    return read_map(folder, "places/example.map")


@pytest.mark.parametrize("x", [0.2, 0.28, 0.301, 0.5, 0.7, 0.83])
@pytest.mark.parametrize("y", [0.2, 0.333, 0.5, 0.81])
def test_between_samples_the_place_lies_between_theirs(made, x, y):
    place = made.place_at((x, y))
    assert place == pytest.approx(place_of(x, y, 1), abs=UNIT)


def test_nothing_lies_between_the_arm_and_the_trunk_behind_it(made):
    border = 10 / WIDTH
    for step in range(-20, 20):
        x = border + step / 2000
        px, _, _ = made.place_at((x, 0.5))
        patch = 2 if step >= 0 else 1
        assert px == pytest.approx(place_of(x, 0.5, patch)[0], abs=0.5 / WIDTH + UNIT)


@pytest.mark.parametrize(
    "fraction",
    [(0.05, 0.5), (0.95, 0.5), (0.5, 0.05), (0.5, 0.95), (-0.1, 0.5), (1.0, 0.5), (0.5, 1.0)],
)
def test_off_the_body_there_is_no_place(made, fraction):
    assert made.place_at(fraction) is None


def test_the_outline_is_as_sharp_as_the_patches(made):
    left = 4 / WIDTH
    assert made.place_at((left - 0.001, 0.5)) is None
    assert made.place_at((left + 0.001, 0.5)) is not None


def test_a_jump_inside_a_patch_is_not_blended():
    steps = [0] * 4 + [1000] * 4
    wide = PositionMap(8, 1, bytes([1] * 72), (steps, steps, steps), 0.001, 100)
    for x in (0.45, 0.499, 0.501, 0.55):
        assert wide.place_at((x, 0.5))[0] in (0.0, 1.0)


def test_skin_between_the_samples_takes_the_nearest_sample_of_its_patch():
    row = [1] * 24
    row[8] = row[13] = 2  # samples lie at 1, 4, 7, 10, 13 ...
    row[20] = 3
    steps = list(range(8))
    narrow = PositionMap(8, 1, bytes(row * 3), (steps, steps, steps), 1.0, 10)
    assert narrow.place_at((8.5 / 24, 0.5)) == (4.0, 4.0, 4.0)
    assert narrow.place_at((20.5 / 24, 0.5)) is None


@pytest.mark.parametrize(
    "change",
    [{"width": 0}, {"patches": b"\x01"}, {"steps": ([0], [0], [])}, {"unit": 0.0}, {"jump": 0}],
)
def test_a_map_that_does_not_fit_itself_is_refused(change):
    fitting = {
        "width": 1,
        "height": 1,
        "patches": bytes(9),
        "steps": ([0], [0], [0]),
        "unit": 1.0,
        "jump": 1,
    }
    PositionMap(**fitting)
    with pytest.raises(ValueError, match=r"map|fit"):
        PositionMap(**fitting | change)


def test_the_example_is_what_the_other_tests_think(made):
    assert (made.width, made.height) == (WIDTH, HEIGHT)


# Further right the arm of the example lies at the same places as the trunk.
@pytest.mark.parametrize("x", [0.2, 0.28, 0.42, 0.5, 0.7])
@pytest.mark.parametrize("y", [0.2, 0.333, 0.5, 0.81])
def test_a_place_is_found_where_the_picture_shows_it(made, x, y):
    place = made.place_at((x, y))
    assert made.find(place, 0.05) == pytest.approx((x, y), abs=0.6 / HEIGHT)
    across, up, high = place
    turned = made.reversed().find((-across, up, high), 0.05)
    assert turned == pytest.approx((1 - x, y), abs=0.6 / HEIGHT)


def test_a_place_that_the_picture_does_not_show_is_not_found(made):
    x, y, z = made.place_at((0.5, 0.5))
    assert made.find((x, y + 0.2, z), 0.05) is None
    empty = PositionMap(4, 4, bytes(4 * 4 * 9), ([0] * 16,) * 3, 0.001, 100)
    assert empty.find((0.0, 0.0, 0.0), 1.0) is None
