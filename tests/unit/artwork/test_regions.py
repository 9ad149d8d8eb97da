"""The highlighted places: right proportions, both sides, no more than a scene can show."""

import pytest

from massage_trainer.artwork.regions import ASIDE, LEVELS, NAMES, Box, regions

HEIGHTS = dict(
    zip(
        LEVELS,
        (0.58, 0.556, 0.254, 0.225, 0.162, 0.102, 0.07, -0.108, -0.455, -0.451, -0.872),
        strict=True,
    )
)
HEIGHTS |= dict(zip(ASIDE.values(), (0.168, 0.162, 0.176), strict=True))
REGIONS = regions(HEIGHTS)


def test_the_names_are_those_that_scenes_may_use():
    assert set(REGIONS) == NAMES


def test_a_taller_back_has_taller_places():
    taller = regions({name: 1.1 * height for name, height in HEIGHTS.items()})
    assert taller["kidney level"][0].centre[1] > REGIONS["kidney level"][0].centre[1]
    assert taller["back beside spine"][0].half[1] > REGIONS["back beside spine"][0].half[1]


def test_a_smaller_body_has_smaller_places():
    smaller = regions({name: 0.9 * value for name, value in HEIGHTS.items()})
    for name, boxes in REGIONS.items():
        for box, other in zip(boxes, smaller[name], strict=True):
            assert other.centre == pytest.approx([0.9 * value for value in box.centre])
            assert other.half == pytest.approx([0.9 * value for value in box.half])


def test_places_at_the_knee_follow_the_knee():
    inner = regions(HEIGHTS | {ASIDE["patella-apex"]: 0.120})
    moved = inner["knees"][0].centre[0] - REGIONS["knees"][0].centre[0]
    assert moved == pytest.approx(0.048)


@pytest.mark.parametrize("name", REGIONS)
def test_a_scene_can_show_the_region(name):
    assert 1 <= len(REGIONS[name]) <= 4
    for box in REGIONS[name]:
        assert box.words
        assert box.side in {"back", "front", "left", "right"}
        assert set(box.as_json()) == {"centre", "half", "radius", "side", "tilt"}


@pytest.mark.parametrize("name", [name for name in REGIONS if name.startswith("right")])
def test_a_region_of_the_right_lies_on_the_right(name):
    assert all(box.centre[0] + 0.5 * box.half[0] < 0 for box in REGIONS[name])


@pytest.mark.parametrize(
    "name", ["right beside spine to buttock", "kidney level", "crest level", "spine strips"]
)
def test_nothing_is_worked_on_the_spinous_processes(name):
    assert all(abs(box.centre[0]) - box.half[0] >= 0.012 for box in REGIONS[name])


def test_the_kidney_level_lies_above_the_crest_level():
    kidney, crest = REGIONS["kidney level"][0], REGIONS["crest level"][0]
    assert kidney.centre[1] - kidney.half[1] >= crest.centre[1] + crest.half[1] - 1e-9


def test_mirroring_twice_changes_nothing():
    for boxes in REGIONS.values():
        for box in boxes:
            assert box.mirrored().mirrored() == box


def test_a_radius_larger_than_the_box_is_refused():
    with pytest.raises(ValueError, match="radius"):
        Box("too round", "back", (0.0, 0.0), (0.02, 0.05), 0.03)
