"""Nearer and further in the picture: wheel, pinch, keys and buttons."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QNativeGestureEvent, QPointingDevice
from PySide6.QtWidgets import QApplication

from massage_trainer.domain.anatomy import Side

CONTROL = Qt.KeyboardModifier.ControlModifier


def pinch(page, value):
    view = page.view
    middle = QPointF(view.rect().center())
    event = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture,
        QPointingDevice.primaryPointingDevice(),
        2,
        middle,
        middle,
        QPointF(view.mapToGlobal(middle)),
        value,
        QPointF(),
    )
    QApplication.sendEvent(view, event)


def test_the_wheel_zooms_with_control_around_the_pointer(plate):
    page = plate()
    at = page.on_screen((0.7, 0.3))
    page.wheel(3, at)
    view = page.view.view
    assert view.zoom == pytest.approx(1.25**3)
    assert view.to_screen((0.7, 0.3)) == pytest.approx((at.x(), at.y()), abs=1)
    page.wheel(-9, at)
    assert page.view.view.zoom == 1


def test_the_wheel_alone_is_left_to_the_page(plate):
    page = plate()
    event = page.wheel(1, modifiers=Qt.KeyboardModifier.NoModifier)
    assert not event.isAccepted()
    assert page.view.view.zoom == 1


def test_a_pinch_zooms(plate):
    page = plate()
    pinch(page, 0.5)
    assert page.view.view.zoom == pytest.approx(1.5)
    pinch(page, -0.9)
    assert page.view.view.zoom == 1


@pytest.mark.parametrize("widget", ["page", "picture"])
def test_keys_zoom_wherever_the_focus_is(plate, widget):
    page = plate()
    target = page.view if widget == "picture" else page.page
    target.setFocus()
    page.qtbot.keyClick(target, Qt.Key.Key_Plus, CONTROL)
    page.qtbot.keyClick(target, Qt.Key.Key_Equal, CONTROL)
    assert page.view.view.zoom == pytest.approx(1.25**2)
    page.qtbot.keyClick(target, Qt.Key.Key_Minus, CONTROL)
    assert page.view.view.zoom == pytest.approx(1.25)
    page.qtbot.keyClick(target, Qt.Key.Key_0, CONTROL)
    assert page.view.view.zoom == 1


def test_the_zoom_buttons(plate):
    page = plate()
    page.click("closer")
    assert page.view.view.zoom > 1
    page.click("further")
    assert page.view.view.zoom == 1


def test_zoomed_in_the_picture_is_decoded_in_its_own_size_once(plate):
    page = plate()
    page.plates.asked.clear()
    for _ in range(4):
        page.illustration.zoom_in()
        page.settle()
    assert page.plates.asked == [("back", 2000, 1333)]
    assert page.view.has_fine


def test_another_picture_is_seen_as_a_whole(plate):
    page = plate(Side.LEFT, Side.RIGHT)
    page.illustration.zoom_in()
    page.lesson.jump_to_row(2)
    assert page.view.view.zoom == 1
    assert not page.view.has_fine


def test_another_point_of_the_same_picture_keeps_the_view(plate):
    page = plate()
    page.illustration.zoom_in()
    page.lesson.jump_to_row(1)
    assert page.view.view.zoom > 1


def test_a_finer_window_keeps_the_part_that_is_seen(plate):
    page = plate()
    page.wheel(4, page.on_screen((0.3, 0.4)))
    before = page.view.view
    page.resize(1920, 1080)
    after = page.view.view
    assert (after.zoom, after.across, after.down) == (before.zoom, before.across, before.down)
