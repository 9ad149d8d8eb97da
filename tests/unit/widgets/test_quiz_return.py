"""A question that is on while the page is left, the language changes, or a reader listens."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from massage_trainer.widgets.text_block import TextBlock
from tests.unit.widgets.quiz_stand import QuizStand

ENTER = Qt.Key.Key_Return


@pytest.fixture
def quiz(qtbot, look):
    made = []  # held: what is collected while it is painted brings the interpreter down

    def make(*kinds, **wish):
        made.append(QuizStand(qtbot))
        made[-1].start(*kinds, deck="channel:BL", **wish)
        return made[-1]

    return make


def say_in(stand, language):
    stand.language = language
    for widget in stand.page.findChildren(type(stand.sheet)):
        QApplication.sendEvent(widget, QEvent(QEvent.Type.LanguageChange))
    stand.layout()


def test_whoever_comes_back_moves_the_crosshair_at_once(quiz):
    stand = quiz()
    stand.page.arrive()
    stand.press(Qt.Key.Key_Right)
    assert stand.sheet.crosshair is not None


def test_whoever_comes_back_goes_on_with_enter(quiz):
    stand = quiz()
    stand.quiz.give_up()
    stand.clock.ms += 1_000
    stand.page.arrive()
    stand.press(ENTER)
    assert not stand.quiz.is_told


def test_enter_on_an_option_confirms_whatever_the_desktop_takes_it_for(quiz, monkeypatch):
    """GNOME lets Enter press a button, which would only choose the option once more."""

    def press_by_enter(button, event):
        button.click()
        event.accept()

    monkeypatch.setattr(QAbstractButton, "keyPressEvent", press_by_enter)
    stand = quiz("name-point")
    row = stand.sheet.answers.options.rows[0]
    row.click()
    press = QKeyEvent(QEvent.Type.KeyPress, ENTER, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(row, press)
    assert len(stand.log.kept) == 1


def test_a_number_is_asked_in_the_language_of_now(quiz):
    stand = quiz("measure")
    stand.press(Qt.Key.Key_Up, Qt.Key.Key_Up)
    say_in(stand, "vi")
    number = stand.sheet.answers.number
    assert number.box.text() == "1,5"
    assert "thốn" in [each.text() for each in number.findChildren(TextBlock)]


def test_what_is_told_stays_told_in_another_language(quiz):
    stand = quiz("name-point")
    stand.quiz.give_up()
    say_in(stand, "vi")
    names = [row.accessibleName() for row in stand.sheet.answers.options.shown]
    assert sum(name.endswith(": right") for name in names) == 1
    assert stand.sheet.answers.findChild(QWidget, "how-to-answer").isHidden()


def test_a_page_that_was_left_says_nothing(quiz):
    stand = quiz(aloud=True)
    stand.click(stand.spots()[0])
    stand.page.hide()
    stand.said.clear()
    say_in(stand, "vi")
    assert stand.said == []


def test_a_screen_reader_hears_the_question_unasked(quiz):
    QAccessible.setActive(True)
    try:
        stand = quiz()
        assert stand.said == [stand.sheet.prompt_text]
    finally:
        QAccessible.setActive(False)


def test_no_second_is_counted_while_the_page_is_left(quiz):
    stand = quiz(timed=True)
    stand.clock.ms += 2_000
    stand.page.hide()
    assert not stand.second.is_running
    stand.clock.ms += 3_600_000
    stand.page.show()
    stand.page.arrive()
    assert stand.second.is_running
    stand.quiz.give_up()
    assert stand.log.kept[0].time_ms == 2_000
