"""The table of keys, read and changed by keyboard and mouse."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QSpinBox

from massage_trainer.domain.keys import DIGITS, RESERVED, Action
from massage_trainer.widgets.key_rows import KeyCatcher
from massage_trainer.widgets.key_table_dialog import KeyTableDialog

KEY = Qt.Key


@pytest.fixture
def table(shell, qtbot):
    stand = shell(language="en")
    window = stand.window()
    dialog = KeyTableDialog(stand.keys, stand.preferences, stand.language, window)
    stand.show(dialog)
    with qtbot.wait_active(dialog):
        dialog.activateWindow()
    return stand, dialog


def press(qtbot, dialog, name):
    button = dialog.findChild(QAbstractButton, name)
    assert button is not None, name
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def give(qtbot, dialog, action, key, modifier=Qt.KeyboardModifier.NoModifier):
    press(qtbot, dialog, f"add-{action.value}")
    catcher = dialog.findChild(KeyCatcher)
    assert catcher.isVisible()
    assert catcher.hasFocus()
    qtbot.keyClick(catcher, key, modifier)
    assert catcher.isHidden()


@pytest.mark.parametrize(
    ("key", "modifier", "name"),
    [
        (KEY.Key_F13, Qt.KeyboardModifier.NoModifier, "F13"),
        (KEY.Key_Return, Qt.KeyboardModifier.NoModifier, "Return"),
        (KEY.Key_Exclam, Qt.KeyboardModifier.ShiftModifier, "!"),
        (KEY.Key_G, Qt.KeyboardModifier.ControlModifier, "Ctrl+G"),
    ],
)
def test_another_key_is_given_by_pressing_it(table, qtbot, key, modifier, name):
    stand, dialog = table
    give(qtbot, dialog, Action.FORWARD, key, modifier)
    assert stand.keys.map.keys(Action.FORWARD)[-1] == name
    assert dialog.message == ""
    assert dialog.findChild(QAbstractButton, f"key-forward-{name}").isVisible()


@pytest.mark.parametrize(
    ("key", "words"),
    [(KEY.Key_Space, "Pause or go on"), (KEY.Key_5, "always"), (KEY.Key_Tab, "always")],
)
def test_a_key_in_use_is_refused_with_the_reason(table, qtbot, key, words):
    stand, dialog = table
    before = stand.keys.map
    give(qtbot, dialog, Action.BACK, key)
    assert stand.keys.map == before
    assert words in dialog.message


def test_escape_leaves_the_keys_as_they_are_and_the_dialog_open(table, qtbot):
    stand, dialog = table
    before = stand.keys.map
    give(qtbot, dialog, Action.BACK, KEY.Key_Escape)
    assert stand.keys.map == before
    assert dialog.isVisible()
    assert dialog.findChild(QAbstractButton, "add-back").hasFocus()


def test_a_key_is_taken_away_but_never_the_last_that_stops(table, qtbot):
    stand, dialog = table
    press(qtbot, dialog, "key-back-Left")
    assert stand.keys.map.keys(Action.BACK) == ("PgUp",)
    press(qtbot, dialog, "key-hurts-S")
    assert stand.keys.map.keys(Action.HURTS) == ("S",)
    assert "must keep a key" in dialog.message


def test_all_keys_come_back(table, qtbot):
    stand, dialog = table
    give(qtbot, dialog, Action.FORWARD, KEY.Key_G)
    press(qtbot, dialog, "reset")
    assert stand.keys.map.texts() == {}
    assert stand.keys.map.keys(Action.FORWARD) == ("PgDown", "Right")


def test_how_near_presses_merge_is_set_here(table):
    stand, dialog = table
    box = dialog.findChild(QSpinBox, "merge-ms")
    assert box.value() == 250
    box.stepUp()
    assert stand.settings.saved.press_merge_ms == 300


def test_another_key_holds_at_once_on_the_page_and_in_its_hints(stand):
    page = stand()
    page.go(row=2)
    page.keys.remove(Action.HURTS, "S")
    assert page.keys.add(Action.HURTS, "X") is None
    page.keys.remove(Action.HURTS, "S")
    assert page.button("hurts").toolTip() == "Stop, it hurts (X)"
    state = page.lesson.state
    page.key(KEY.Key_S)
    assert page.lesson.state is state
    page.key(KEY.Key_X)
    assert page.lesson.state.name == "PAUSED"


def test_the_keyboard_begins_in_the_table(table):
    _, dialog = table
    assert dialog.focusWidget().objectName() in ("key-forward-PgDown", "add-forward")


def test_every_key_that_cannot_be_changed_is_told(table):
    _, dialog = table
    told = " ".join(label.text() for label in dialog.findChildren(QLabel))
    fixed = RESERVED - set(DIGITS) - {"Tab", "Shift+Tab", "Backtab"}
    untold = [key for key in fixed if not re.search(rf"(?<![\w+]){re.escape(key)}(?!\w)", told)]
    assert untold == []
