"""The highlighted places: right proportions, both sides, no more than a scene can show."""

import pytest

from massage_trainer.artwork.regions import LEVELS, REGIONS, Box


def test_the_vertebral_levels_stand_in_order():
    order = ["C7", "T1", "T7", "T12", "L1", "L2", "L3", "L4", "L5", "PSIS", "gluteal fold"]
    heights = [LEVELS[name] for name in order]
    assert heights == sorted(heights, reverse=True)


def test_the_lumbar_vertebrae_are_as_far_apart_as_in_an_adult():
    steps = [LEVELS[f"L{n}"] - LEVELS[f"L{n + 1}"] for n in range(1, 5)]
    assert all(0.020 <= step <= 0.030 for step in steps)


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
