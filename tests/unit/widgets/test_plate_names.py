"""The names on a picture, and the words under its buttons."""

import pytest

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
