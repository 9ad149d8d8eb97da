"""One page, one button; and zones for broad fingers when it is paused."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from massage_trainer.domain.events import SessionState
from massage_trainer.domain.pause_menu import Choice, MenuKind
from massage_trainer.widgets.oily_target import OilyTarget
from massage_trainer.widgets.zones import ZoneField
from tests.e2e.no_touch import APART_MS, KEY, Desk, working

PALM_MM = 30
MM = 96 / 25.4  # pixels, as Qt counts them on every screen


@pytest.fixture
def desk(qtbot, start):
    return lambda language="en": Desk(qtbot, start(language))


@pytest.fixture(scope="module")
def screen():
    return QTest.createTouchDevice()


def touch(device, widget, kind, *places):
    event = QTest.touchEvent(widget, device)
    for number, place in enumerate(places):
        getattr(event, kind)(number, place, widget)
    event.commit()


def test_with_oily_hands_the_whole_page_is_one_button(desk, screen):
    desk = desk()
    desk.window.resize(800, 560)  # what lies outside of the screen is not touched
    desk.stand.program.open_lesson("lumbar-acupressure")
    desk.press(KEY.Key_H)
    target = desk.window.findChild(OilyTarget)
    page = desk.window.lesson_page
    assert target.isVisible()
    assert target.geometry() == page.rect()
    for index, place in enumerate((QPoint(5, 5), QPoint(740, 520), QPoint(400, 300))):
        desk.stand.clock.ms += APART_MS
        child = page.childAt(place)
        assert child is target
        touch(screen, target, "press", place, place + QPoint(40, 30))
        desk.stand.clock.ms += 100
        touch(screen, target, "release", place, place + QPoint(40, 30))
        assert desk.lesson.state is not SessionState.IDLE
        assert desk.lesson.index == index
    desk.stand.clock.ms += APART_MS
    QTest.mousePress(target, Qt.MouseButton.LeftButton, pos=QPoint(300, 300))
    desk.stand.clock.ms += 600
    desk.stand.holding.run_out()
    assert desk.lesson.state is SessionState.PAUSED
    QTest.mouseRelease(target, Qt.MouseButton.LeftButton, pos=QPoint(300, 300))
    assert desk.lesson.state is SessionState.PAUSED
    number = desk.hands.menu.choices.index(Choice.BUTTONS)
    desk.stand.clock.ms += APART_MS
    QTest.mouseClick(zones(desk)[number], Qt.MouseButton.LeftButton)
    assert target.isHidden()
    assert desk.hands.menu is not None


def zones(desk):
    return desk.window.findChild(ZoneField).zones


@pytest.mark.parametrize("size", [(800, 560), (1366, 768)])
@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("oily", [False, True])
def test_a_contact_as_broad_as_a_thumb_hits_the_zone_under_its_middle(desk, size, language, oily):
    desk = desk(language)
    desk.window.resize(*size)
    desk.stand.program.preferences.update(oily_hands=oily)
    desk.stand.program.open_lesson("lumbar-acupressure")
    working(desk)
    desk.press(KEY.Key_Period)
    for kind in (MenuKind.PAUSED, MenuKind.REASONS):
        assert desk.hands.menu.kind is kind
        field = desk.window.findChild(ZoneField)
        for zone in zones(desk):
            assert min(zone.width(), zone.height()) >= PALM_MM * MM, zone.geometry()
            assert field.rect().contains(zone.geometry())
            need = zone.minimumSizeHint()
            assert zone.width() >= need.width(), zone.text()
            assert zone.height() >= need.height(), zone.text()
        desk.stand.clock.ms += APART_MS
        if kind is MenuKind.PAUSED:
            desk.hands.choose(Choice.SKIP)


def test_between_two_zones_the_nearer_one_is_meant_and_a_slip_does_no_harm(desk):
    desk = desk()
    desk.stand.program.open_lesson("lumbar-acupressure")
    working(desk)
    desk.press(KEY.Key_Period)
    field = desk.window.findChild(ZoneField)
    first, second = zones(desk)[:2]
    between = QPoint(second.x() - 1, second.geometry().center().y())
    assert field.childAt(between) is None
    desk.stand.clock.ms += APART_MS
    QTest.mousePress(field, Qt.MouseButton.LeftButton, pos=between)
    QTest.mouseRelease(field, Qt.MouseButton.LeftButton, pos=between - QPoint(30, 0))
    assert desk.window.findChild(QWidget, "interruption").isVisible()  # more gently
    desk.press(KEY.Key_Period)
    desk.stand.clock.ms += APART_MS
    first = zones(desk)[0]
    QTest.mousePress(first, Qt.MouseButton.LeftButton)
    QTest.mouseRelease(first, Qt.MouseButton.LeftButton, pos=QPoint(first.width() + 40, 20))
    assert desk.lesson.state is not SessionState.PAUSED
