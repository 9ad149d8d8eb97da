"""The bar of controls, the badge, and the keys of a class on any sheet."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from massage_trainer.domain.classroom.board import Layer, PenLine, PictureView
from massage_trainer.domain.classroom.keys import ClassAction
from massage_trainer.domain.classroom.look import TextSize
from massage_trainer.domain.classroom.slides import Cover, Wall
from massage_trainer.viewmodels.class_tools import ClassTools, Tool
from massage_trainer.viewmodels.classroom import ClassroomViewModel
from massage_trainer.widgets.classroom.class_keys import ClassKeys
from massage_trainer.widgets.classroom.control_bar import ControlBar
from massage_trainer.widgets.classroom.seen_badge import SeenBadge
from massage_trainer.widgets.theme import Scale

NONE = Qt.KeyboardModifier.NoModifier


class Sheet(QWidget):
    """A sheet with nothing but the bar and a field for text."""

    def __init__(self):
        super().__init__()
        self.classroom = ClassroomViewModel(self)
        self.tools = ClassTools(self.classroom, self)
        self.bar = ControlBar(self.classroom, self.tools)
        self.badge = self.bar.badge
        self.field = QLineEdit()
        column = QVBoxLayout(self)
        for part in (self.bar, self.field):
            column.addWidget(part)
        self.keys = ClassKeys(self, self.bar.slots)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def click(self, action):
        self.bar.buttons[action].click()

    def is_on(self, action):
        return self.bar.buttons[action].isChecked()

    @property
    def board(self):
        return self.classroom.prepared.board

    def fit(self, width):
        self.resize(width, 300)
        scale = Scale.of_size(width, 600)
        self.bar.set_scale(scale, self.bar.width())


@pytest.fixture
def sheet(qtbot, look):
    made = Sheet()
    qtbot.addWidget(made)
    made.fit(900)
    made.show()
    made.activateWindow()
    QApplication.processEvents()
    return made


def press(sheet, key, modifiers=NONE):
    QTest.keyClick(sheet.focusWidget() or sheet, key, modifiers)


def test_a_cover_is_put_on_and_taken_off_by_the_same_button(sheet):
    for action, cover in ((ClassAction.BLACK, Cover.BLACK), (ClassAction.WHITE, Cover.WHITE)):
        sheet.click(action)
        assert sheet.classroom.cover is cover
        assert sheet.is_on(action)
        sheet.click(action)
        assert sheet.classroom.cover is Cover.NONE
        assert not sheet.is_on(action)


def test_black_goes_over_white(sheet):
    sheet.click(ClassAction.WHITE)
    sheet.click(ClassAction.BLACK)
    assert sheet.classroom.cover is Cover.BLACK
    assert not sheet.is_on(ClassAction.WHITE)


def test_the_bar_follows_whoever_changes_the_classroom(sheet):
    sheet.classroom.toggle_freeze()
    sheet.tools.take(Tool.PEN)
    sheet.classroom.switch_layer(Layer.ZONES, on=True)
    assert sheet.is_on(ClassAction.FREEZE)
    assert sheet.is_on(ClassAction.PEN)
    assert sheet.is_on(ClassAction.ZONES)
    sheet.tools.take(Tool.HAND)
    assert not sheet.is_on(ClassAction.PEN)


def test_each_layer_has_its_button(sheet):
    for layer in Layer:
        action = ClassAction(layer.value)
        before = layer in sheet.board.layers
        assert sheet.is_on(action) is before
        sheet.click(action)
        assert (layer in sheet.board.layers) is not before


def test_undo_and_whole_wait_for_something_to_undo(sheet):
    buttons = sheet.bar.buttons
    assert not buttons[ClassAction.UNDO_PEN].isEnabled()
    assert not buttons[ClassAction.WHOLE].isEnabled()
    sheet.classroom.draw(PenLine(((0.5, 0.5),)))
    sheet.click(ClassAction.ZOOM_IN)
    assert sheet.board.view.zoom == 1.25
    sheet.click(ClassAction.UNDO_PEN)
    sheet.click(ClassAction.WHOLE)
    assert (sheet.board.pen, sheet.board.view) == ((), PictureView())


def test_words_for_the_back_row_go_round_and_contrast_goes_on_and_off(sheet):
    sizes = []
    for _ in TextSize:
        sheet.click(ClassAction.TEXT_SIZE)
        sizes.append(sheet.classroom.look.text)
    assert sizes == [TextSize.LARGE, TextSize.LARGEST, TextSize.NORMAL]
    sheet.click(ClassAction.CONTRAST)
    assert sheet.classroom.look.contrast
    assert sheet.is_on(ClassAction.CONTRAST)


@pytest.mark.parametrize("key", [Qt.Key.Key_Period, Qt.Key.Key_B])
def test_both_keys_of_remotes_make_it_black(sheet, key):
    sheet.setFocus()
    press(sheet, key)
    assert sheet.classroom.cover is Cover.BLACK
    press(sheet, key)
    assert sheet.classroom.cover is Cover.NONE


def test_keys_work_from_any_button_but_not_from_a_field_for_text(sheet):
    sheet.bar.buttons[ClassAction.ZONES].setFocus()
    press(sheet, Qt.Key.Key_F)
    assert sheet.classroom.frozen
    sheet.field.setFocus()
    QTest.keyClicks(sheet.field, "bwf.")
    assert sheet.field.text() == "bwf."
    assert sheet.classroom.cover is Cover.NONE
    assert sheet.classroom.frozen


def event(key, text="", modifiers=NONE, *, held=False):
    return QKeyEvent(QEvent.Type.KeyPress, key, modifiers, text, held)


def test_keys_pressed_in_the_window_of_the_class_do_the_same(sheet):
    assert sheet.keys.obey(event(Qt.Key.Key_Period, "."))
    assert sheet.classroom.cover is Cover.BLACK
    assert sheet.keys.obey(event(Qt.Key.Key_Plus, "+", Qt.KeyboardModifier.ControlModifier))
    assert sheet.board.view.zoom > 1
    assert not sheet.keys.obey(event(Qt.Key.Key_PageDown))  # this sheet has no lesson
    assert not sheet.keys.obey(event(Qt.Key.Key_Q, "q"))


def test_a_key_held_down_is_one_press(sheet):
    sheet.keys.obey(event(Qt.Key.Key_F, "f"))
    for _ in range(5):
        assert sheet.keys.obey(event(Qt.Key.Key_F, "f", held=True))
    assert sheet.classroom.frozen


def test_every_button_has_a_name_and_names_its_keys(sheet):
    for action, button in sheet.bar.buttons.items():
        assert button.accessibleName()
        assert "(" in button.toolTip(), action


@pytest.mark.parametrize("width", [1400, 900, 500, 340])
def test_the_bar_wraps_and_nothing_lies_over_anything(sheet, width):
    sheet.fit(width)
    QApplication.processEvents()
    sheet.fit(width)
    places = []
    for button in sheet.bar.buttons.values():
        corner = button.mapTo(sheet.bar, button.rect().topLeft())
        places.append(button.rect().translated(corner))
    for number, place in enumerate(places):
        assert sheet.bar.rect().contains(place)
        assert not any(place.intersects(other) for other in places[number + 1 :])
    badge = sheet.badge.rect().translated(sheet.badge.mapTo(sheet.bar, QPoint()))
    assert sheet.bar.rect().contains(badge)
    assert not any(badge.intersects(place) for place in places)


def test_without_a_picture_its_tools_are_not_offered(sheet):
    sheet.bar.show_pictures(on=False)
    shown = {action for action, button in sheet.bar.buttons.items() if button.isVisible()}
    assert shown == {
        *(ClassAction.BLACK, ClassAction.WHITE, ClassAction.FREEZE),
        *(ClassAction.TEXT_SIZE, ClassAction.CONTRAST),
    }


def test_the_badge_tells_as_long_as_it_lasts_what_the_class_gets(sheet, qtbot):
    room = sheet.classroom
    badge = SeenBadge(room, over_preview=True)
    qtbot.addWidget(badge)
    assert badge.text == "Not shown to the class yet"
    room.set_wall(Wall(is_seen=True))
    assert badge.text == "The class sees this"
    room.toggle_freeze()
    assert badge.text == "Frozen: only you see this"
    room.set_cover(Cover.BLACK)
    assert badge.text == "The class sees black"
    room.set_cover(Cover.WHITE)
    assert badge.text == "The class sees white"
    room.set_cover(Cover.WHITE)
    assert badge.text == "Frozen: only you see this"
    assert sheet.badge.text == "Frozen: the class's picture stands"
    room.toggle_freeze()
    assert sheet.badge.text == "Shown to the class"
    badge.show_muted(muted=True)
    assert "silent" in badge.line
    assert badge.line in badge.accessibleName()
    badge.show_problem("The picture x is missing.")
    assert badge.line.startswith("The picture x is missing.")
    badge.show_muted(muted=False)
    badge.show_problem("")
    assert badge.line == ""
