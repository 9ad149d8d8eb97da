"""The names on a picture, and the words under its buttons."""

from dataclasses import replace

import pytest

from massage_trainer.widgets.plate.shapes import Box
from tests.plate_examples import CUN_M, run, still_places
from tests.unit.widgets.plate_stand import PlateStand


@pytest.fixture
def plate(qtbot):
    return lambda *sides, **kept: PlateStand(qtbot, *sides, **kept)


@pytest.mark.parametrize("size", [(1024, 768), (1280, 720), (1920, 1080)])
def test_points_landmarks_and_zones_to_avoid_are_all_named(plate, size):
    page = plate(avoid=("kidney",))
    page.resize(*size)
    page.click("find")
    assert sorted(label.text for label in page.view.overlay.labels) == sorted(
        (*["Shènshū (BL23) · 1.5 cun"] * 2, *["Dàchángshū (BL25)"] * 2, "spine of L2", "kidney")
    )


def test_the_leader_of_a_zone_ends_inside_it(plate):
    page = plate()
    page.click("zones")
    [label] = [label for label in page.view.overlay.labels if label.kind.name == "zone"]
    assert page.view.overlay.zone_at(*label.placed.leader[0]) == "kidney"
    assert not any(
        page.view.overlay.zone_at(x, y)
        for x in (label.placed.box.left, label.placed.box.right)
        for y in (label.placed.box.top, label.placed.box.bottom)
    )


def test_what_a_sign_alone_would_not_tell_is_said_under_it(plate):
    page = plate()
    for name, caption in (("find", "Find\npoint"), ("zones", "Safety\nzones")):
        button = page.button(name)
        assert button.caption == caption
        assert "(" in button.toolTip()  # the key
        widest = max(map(button.fontMetrics().horizontalAdvance, caption.splitlines()))
        assert widest < button.width() - 6
        assert button.height() > page.button("closer").height() + button.fontMetrics().height()


def test_no_label_covers_the_region_that_is_worked_on(plate):
    corners = ((-1, 1), (4.5, 1), (4.5, -1), (-1, -1), (-1, 1))  # beside BL23 and over the zone
    outline = [(x * CUN_M, y * CUN_M) for x, y in corners]
    page = plate(places=replace(still_places(), regions={"loin": (run(*outline),)}))
    page.resize(1920, 1080)
    to_screen = page.view.view.to_screen
    (left, top), (right, bottom) = (to_screen(run(outline[n]).points[0]) for n in (1, 3))
    region = Box(left, top, right - left, bottom - top)
    assert any(region.holds(Box(dot.x, dot.y, 1, 1)) for dot in page.view.overlay.dots)
    for button in ("find", "zones"):
        page.click(button)
        labels = page.view.overlay.labels
        assert labels
        assert not [label.text for label in labels if label.placed.box.meets(region)]
