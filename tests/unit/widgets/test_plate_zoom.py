"""Nearer and further in the picture: wheel, pinch, keys and buttons."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from massage_trainer.domain.anatomy import Side

CONTROL = Qt.KeyboardModifier.ControlModifier


def scroll(page, by):
    """As a pad reports it: in dots, with a beginning."""
    place = QPointF(page.view.rect().center())
    event = QWheelEvent(
        place,
        page.view.mapToGlobal(place),
        by,
        by * 8,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.ScrollUpdate,
        False,
    )
    QApplication.sendEvent(page.view, event)


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


@pytest.mark.parametrize("modifier", [CONTROL, Qt.KeyboardModifier.NoModifier])
def test_the_wheel_zooms_around_the_pointer(plate, modifier):
    page = plate()
    at = page.on_screen((0.7, 0.3))
    page.wheel(3, at, modifier)
    view = page.view.view
    assert view.zoom == pytest.approx(1.25**3)
    assert view.to_screen((0.7, 0.3)) == pytest.approx((at.x(), at.y()), abs=1)
    page.wheel(-9, at, modifier)
    assert page.view.view.zoom == 1


def test_with_shift_the_wheel_pulls_sideways(plate):
    page = plate()
    page.wheel(4)
    before = page.view.view
    page.wheel(1, modifiers=Qt.KeyboardModifier.ShiftModifier)
    after = page.view.view
    assert after.across < before.across
    assert (after.zoom, after.down) == (before.zoom, before.down)


def test_two_fingers_on_a_pad_pull_and_do_not_zoom(plate):
    page = plate()
    page.wheel(4)
    before = page.view.view
    scroll(page, QPoint(-30, 20))
    after = page.view.view
    left, top = before.to_screen((0.5, 0.5))
    assert after.to_screen((0.5, 0.5)) == pytest.approx((left - 30, top + 20))
    assert after.zoom == before.zoom


def test_two_fingers_on_a_pad_do_nothing_to_the_whole_picture(plate):
    page = plate()
    before = page.view.view
    scroll(page, QPoint(-30, 20))
    assert page.view.view == before


@pytest.fixture(scope="module")
def touch_screen(qapp):
    return QTest.createTouchDevice()


def fingers(page, device, middle, apart, *, lift=False):
    """Two fingers stand there; the first call puts them down."""
    touches = QTest.touchEvent(page.view, device, False)
    down = getattr(page, "fingers_down", False)
    act = touches.release if lift else touches.move if down else touches.press
    for finger, way in ((0, -1), (1, 1)):
        act(finger, middle + QPoint(way * apart // 2, 0), page.view)
    touches.commit()
    page.fingers_down = not lift


def test_a_pinch_on_a_pad_zooms(plate):
    page = plate()
    pinch(page, 0.5)
    assert page.view.view.zoom == pytest.approx(1.5)
    pinch(page, -0.9)
    assert page.view.view.zoom == 1


def test_a_pinch_on_a_touch_screen_zooms_at_the_fingers_and_pulls(plate, touch_screen):
    page = plate()
    page.illustration.show_whole()
    middle = page.on_screen((0.4, 0.6))
    for apart in (40, 44, 60, 80, 100, 120):
        fingers(page, touch_screen, middle, apart)
    view = page.view.view
    assert view.zoom == pytest.approx(3, rel=0.1)
    assert view.to_screen((0.4, 0.6)) == pytest.approx((middle.x(), middle.y()), abs=3)
    for pulled in (10, 20, 30):
        fingers(page, touch_screen, middle + QPoint(pulled, 0), 120)
    assert page.view.view.to_screen((0.4, 0.6)) == pytest.approx(
        (middle.x() + 30, middle.y()), abs=3
    )
    fingers(page, touch_screen, middle + QPoint(30, 0), 120, lift=True)
    assert page.model.answer is None


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


@pytest.mark.parametrize("modifier", [Qt.KeyboardModifier.ShiftModifier])
def test_shift_and_arrows_pull(plate, modifier):
    page = plate()
    page.wheel(4)
    page.view.setFocus()
    before = page.view.view
    page.press_key(Qt.Key.Key_Right, modifier)
    page.press_key(Qt.Key.Key_Down, modifier)
    assert page.view.view.across > before.across
    assert page.view.view.down > before.down


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
