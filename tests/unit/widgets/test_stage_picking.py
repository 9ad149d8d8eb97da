"""The picking pass against forward kinematics, on a virtual display like the renderer's test."""

import json
import math

import pytest

from tests.unit.widgets.drawn import draw_into

pytestmark = pytest.mark.xvfb


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    folder = tmp_path_factory.mktemp("places")
    draw_into(folder, "draw_places.py")
    return json.loads((folder / "places.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("side", ["right", "left"])
def test_a_pixel_tells_the_rest_place_of_what_it_shows(found, side):
    facing = [(rest, read) for rest, cosine, read in found[side] if cosine > 0.4]
    exact = [rest for rest, read in facing if read and math.dist(rest, read) < 0.001]
    assert len(facing) >= 15
    # One leg may hide a little of the other.
    assert len(exact) >= 0.8 * len(facing)


@pytest.mark.parametrize("side", ["right", "left"])
def test_what_faces_away_is_not_told(found, side):
    away = [(rest, read) for rest, cosine, read in found[side] if cosine < -0.3]
    assert len(away) >= 10
    assert all(read is None or math.dist(rest, read) > 0.02 for rest, read in away)


def test_the_mirrored_scene_tells_the_other_side_of_the_client(found):
    """The viewer sees the very same picture mirrored: what was the right leg is the left."""
    for (rest, cosine, read), (mirrored, other, told) in zip(
        sorted(found["right"]),
        sorted(found["left"], key=lambda row: [-row[0][0], *row[0][1:]]),
        strict=True,
    ):
        assert mirrored == pytest.approx([-rest[0], rest[1], rest[2]], abs=1e-6)
        assert other == pytest.approx(cosine, abs=1e-4)
        if read and told and cosine > 0.4:
            assert told == pytest.approx([-read[0], read[1], read[2]], abs=0.002)


def test_clothes_and_towels_hide_nothing(found):
    pixels = found["pixels"]
    assert pixels["plain"] > 1000
    assert pixels["naked"] == pixels["dressed"] == pixels["draped"] == pixels["plain"]


def test_things_hide(found):
    pixels = found["pixels"]
    assert pixels["hidden"] < 0.7 * pixels["plain"]
    assert pixels["plain"] <= pixels["alone"]


def test_the_hands_that_work_hide_nothing(found):
    """What lies under a hand is just what a student asks about."""
    pixels = found["pixels"]
    assert pixels["second"] == pixels["plain"]
