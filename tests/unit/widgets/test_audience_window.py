"""The window of the class: keys go to the console, and a way leads out where it covers it."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from massage_trainer.domain.classroom.slides import Cover
from massage_trainer.widgets.audience.placing import bring_to, fill_screen
from massage_trainer.widgets.audience.window import AudienceWindow
from tests.fakes import FakeOneShot
from tests.unit.widgets.audience_stand import AudienceStand


@pytest.fixture
def audience(qtbot, look):
    stand = AudienceStand(qtbot)
    stand.timer = FakeOneShot()
    stand.window = AudienceWindow(stand.view, stand.timer)
    qtbot.add_widget(stand.window)
    fill_screen(stand.window, stand.window.screen())
    return stand


def test_it_fills_its_screen_and_shows_no_pointer(audience):
    window = audience.window
    assert window.isFullScreen()
    assert window.geometry() == window.screen().geometry()
    assert audience.view.geometry() == window.rect()
    assert window.cursor().shape() == Qt.CursorShape.BlankCursor


def test_every_key_is_handed_to_the_console_down_and_up(audience):
    handed = []
    audience.window.key_changed.connect(lambda event: handed.append((event.key(), event.type())))
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_Period, Qt.Key.Key_Escape):
        QTest.keyClick(audience.window, key)
    down, up = QEvent.Type.KeyPress, QEvent.Type.KeyRelease
    assert handed[:2] == [(Qt.Key.Key_PageDown, down), (Qt.Key.Key_PageDown, up)]
    assert (Qt.Key.Key_Escape, down) in handed  # it covers nothing, so there is nothing to leave


def test_a_tap_or_a_click_shows_the_way_out_for_a_moment(audience, qtbot):
    window = audience.window
    QTest.mouseClick(window, Qt.MouseButton.LeftButton, pos=QPoint(300, 200))
    assert not window.way_out.isVisible()  # nothing is covered
    window.set_covers_console(covers=True)
    QTest.mouseClick(window, Qt.MouseButton.LeftButton, pos=QPoint(300, 200))
    assert window.way_out.isVisible()
    audience.timer.run_out()
    assert not window.way_out.isVisible()
    QTest.mouseClick(window, Qt.MouseButton.LeftButton, pos=QPoint(300, 200))
    with qtbot.wait_signal(window.left):
        QTest.mouseClick(window.way_out, Qt.MouseButton.LeftButton)


def test_escape_leads_out_of_what_covers_the_console(audience, qtbot):
    audience.window.set_covers_console(covers=True)
    with qtbot.wait_signal(audience.window.left):
        QTest.keyClick(audience.window, Qt.Key.Key_Escape)


def test_drawn_there_by_hand_one_key_makes_it_full(audience):
    window = audience.window
    window.stand_beside(window.screen())
    assert not window.isFullScreen()
    room = window.screen().availableGeometry()
    assert room.contains(window.geometry())
    assert window.width() < room.width()
    QTest.keyClick(window, Qt.Key.Key_F11)
    assert window.isFullScreen()
    QTest.keyClick(window, Qt.Key.Key_F11)
    assert not window.isFullScreen()


def test_the_class_is_painted_before_the_copy_that_heard_of_it_first(audience, qtbot):
    classroom = audience.classroom
    copy = AudienceStand(qtbot, prepared=True, classroom=classroom)
    painted = []

    class Watch(QObject):
        def eventFilter(self, watched, event):
            if event.type() == QEvent.Type.Paint:
                painted.append(watched)
            return False

    watch = Watch()
    copy.view.installEventFilter(watch)
    audience.view.installEventFilter(watch)
    QCoreApplication.processEvents()
    painted.clear()
    copy.view.update()
    classroom.set_cover(Cover.BLACK)
    QCoreApplication.processEvents()
    assert [view is audience.view for view in painted] == [True, False]


def test_a_window_that_is_where_it_belongs_stays_as_it_is(qtbot):
    window = QWidget()
    qtbot.add_widget(window)
    window.setGeometry(30, 40, 500, 300)
    window.show()
    bring_to(window, window.screen())
    assert window.geometry().getRect() == (30, 40, 500, 300)


def test_on_a_screen_with_other_dots_the_picture_is_decoded_anew(audience):
    audience.open()
    audience.show_lesson()
    picture = audience.face.picture
    width, height = audience.plates.asked[-1][1:]
    picture.devicePixelRatioF = lambda: 2.0
    QCoreApplication.sendEvent(picture, QEvent(QEvent.Type.DevicePixelRatioChange))
    assert audience.plates.asked[-1][1:] == (2 * width, 2 * height)
