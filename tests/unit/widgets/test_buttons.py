"""The program's buttons."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent, QPalette

from massage_trainer.widgets.buttons import Button, ButtonKind
from massage_trainer.widgets.icons import Icon


@pytest.fixture(params=ButtonKind, ids=lambda kind: kind.name.lower())
def button(request, qtbot, look):
    made = Button(request.param, Icon.PLAY)
    made.setText("Bắt đầu")
    qtbot.add_widget(made)
    made.show()
    return made


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_button_is_pressed_by_enter_and_space(button, qtbot, key):
    with qtbot.wait_signal(button.clicked, timeout=0):
        qtbot.keyClick(button, key)


def test_the_words_fit_at_every_size(button):
    for pixels in (12, 24, 48):
        button.set_text_px(pixels)
        words = button.fontMetrics().horizontalAdvance(button.text())
        assert button.sizeHint().width() > words + pixels
        assert button.minimumSizeHint() == button.sizeHint()


def test_an_icon_alone_makes_a_square(button):
    button.setText("")
    assert abs(button.sizeHint().width() - button.sizeHint().height()) <= 8


def test_the_icon_can_change(button):
    wide = button.sizeHint().width()
    button.set_icon(None)
    assert button.sizeHint().width() < wide


def test_focus_and_state_are_seen(button, qtbot):
    def picture():
        return button.grab().toImage()

    with qtbot.wait_active(button):
        button.activateWindow()
    button.clearFocus()
    plain = picture()
    button.setFocus()
    focused = picture()
    button.setCheckable(True)
    button.setChecked(True)
    checked = picture()
    button.setEnabled(False)
    disabled = picture()
    assert plain != focused
    assert disabled not in (plain, focused, checked)


def test_the_main_button_has_the_ink_of_its_fill(qtbot):
    button = Button(ButtonKind.PRIMARY)
    qtbot.add_widget(button)
    assert button.foregroundRole() is QPalette.ColorRole.HighlightedText


def test_a_held_enter_is_one_press(button, qtbot):
    pressed = []
    button.clicked.connect(lambda: pressed.append(button))
    for again in (False, True, True):
        event = QKeyEvent(
            QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", again
        )
        QCoreApplication.sendEvent(button, event)
    assert len(pressed) == 1
