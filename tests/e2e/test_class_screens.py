"""The screen of the class: chosen, swapped, unplugged, turned, and left again."""

from dataclasses import replace

import pytest

from tests.virtual_screens import LAPTOP, WALL, run_on

CHILD = "tests.e2e.class_screens_child"
LEFT = replace(WALL, x=-1920, y=-280)
UPRIGHT = replace(WALL, width=1080, height=1920)
SHARP = replace(WALL, width=2560, height=1600, factor=2)  # in points as large as the laptop


def rect(screen):
    factor = screen.factor
    return [screen.x, screen.y, screen.width // factor, screen.height // factor]


@pytest.mark.parametrize("wall", [WALL, LEFT, UPRIGHT, SHARP], ids=["wall", "left", "up", "sharp"])
def test_both_windows_stand_on_the_screens_where_they_belong(tmp_path, wall):
    told = run_on((LAPTOP, wall), tmp_path, CHILD, "places", str(tmp_path / "data"))
    assert told["closed"]["class"] is None
    for moment in ("open", "back"):
        assert told[moment]["class"] == rect(wall)
        assert told[moment]["full"]
        assert told[moment]["console"] == [True, "laptop"]
    assert told["picture"] == [wall.width, wall.height, wall.factor]
    assert (told["still"], told["still swapped"]) == (wall.factor, 1)
    assert told["swapped"]["class"] == rect(LAPTOP)
    assert told["swapped"]["console"] == [True, "wall"]
    assert told["chosen"]["class"] == rect(LAPTOP)
    assert told["chosen"]["console"] == [True, "wall"]
    assert told["shut"]["class"] is None
    assert told["tomorrow"]["class_screen"] == "laptop"  # as it was chosen by name
    assert told["look"] == ["largest", True]


def test_unplugged_in_the_last_seconds_of_a_hold_neither_time_nor_cue_is_lost(tmp_path):
    told = run_on((LAPTOP, WALL), tmp_path, CHILD, "unplugged", str(tmp_path))
    whole, pulled = told["told"], told["pulled"]
    assert pulled["happened"] == whole["happened"]
    assert any("SegmentEnded" in what or "SegmentShown" in what for _, what in whole["happened"])
    assert pulled["cues"] == whole["cues"]
    assert whole["cues"]
    assert pulled["during"]["standing"] == "WAITING"
    assert pulled["during"]["class"] is None
    assert pulled["during"]["console"] == [True, "laptop"]
    assert pulled["after"]["class"] == rect(WALL)
    assert pulled["words"] == whole["words"]


def test_screens_come_go_and_turn_and_the_class_keeps_its_picture(tmp_path):
    told = run_on((LAPTOP,), tmp_path, CHILD, "plugging", str(tmp_path / "data"))
    assert told["over"]["class"] == rect(LAPTOP)
    assert told["mirrored"]["standing"] == "OVER"
    for name, place in (
        ("extended", WALL),
        ("left", replace(WALL, x=-1920, y=-140)),
        ("turned", UPRIGHT),
        ("small", replace(WALL, width=1024, height=768)),
        ("again", WALL),
        ("extended again", WALL),
        ("lid open", WALL),
    ):
        assert told[name]["standing"] == "OWN", name
        assert told[name]["class"] == rect(place), name
        assert told[name]["full"], name
        assert told[name]["console"] == [True, "laptop"], name
    assert told["gone"]["standing"] == "WAITING"
    assert told["gone"]["class"] is None
    assert told["mirrored again"]["standing"] == "OVER"  # else the class would see the console
    assert told["lid"]["standing"] == "OVER"
    assert told["lid"]["class"] == rect(WALL)
    assert told["lid"]["console"] == [True, "wall"]


def test_on_one_screen_keys_mouse_and_finger_lead_out(tmp_path):
    told = run_on((LAPTOP,), tmp_path, CHILD, "one_screen", str(tmp_path / "data"))
    for way in ("key in", "swap in"):
        assert told[way]["standing"] == "OVER", way
        assert told[way]["class"] == rect(LAPTOP), way
    for way in ("escape", "swap out", "tapped", "dialog"):
        assert told[way]["standing"] == "UNDER", way
        assert told[way]["class"] == rect(LAPTOP), way  # the console stands over the lesson
        assert told[way]["console"] == [True, "laptop"], way
    assert told["button"]
    assert told["inside"]
    assert told["finger"] > 0.06
    assert told["button gone"]
    assert told["tap"]
    assert told["closed by the system"]["standing"] == "CLOSED"
