"""One key or one button clears the screen of the class, in the real windows."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from massage_trainer.domain.classroom.slides import LessonSlide, ResultSlide, WaitingSlide
from massage_trainer.domain.events import SessionState
from massage_trainer.widgets.audience.faces import WaitingFace
from massage_trainer.widgets.audience.question_face import ResultFace
from massage_trainer.widgets.classroom.sheets import Sheet
from tests.e2e.test_class_console import ClassStand, console  # noqa: F401 - a fixture
from tests.unit.widgets.fitting import cut_off, settle

SIZES = [(800, 560), (1366, 768), (1920, 1080)]


def end_a_quiz(room):
    """A round without answers, ended: its result stands before the class."""
    room.page.show_sheet(Sheet.QUIZ)
    quiz = room.flow.quiz.quiz
    quiz.start()
    quiz.stop()
    settle(room.window)
    assert isinstance(room.classroom.shown.slide, ResultSlide)
    return room.page.current


def button_of(room):
    return room.page.findChild(QWidget, "clear-class")


@pytest.mark.parametrize("language", ["en", "vi"])
def test_after_a_quiz_a_key_or_the_button_clears_both_windows(console, language):  # noqa: F811
    room = console(language)
    sheet = end_a_quiz(room)
    audience, button = room.flow.screens.window, button_of(room)
    assert isinstance(audience.view.face, ResultFace)
    assert button.isVisible()
    assert button.isEnabled()
    QTest.keyClick(room.window.focusWidget() or room.window, Qt.Key.Key_X)
    assert isinstance(audience.view.face, WaitingFace)
    assert not button.isEnabled()
    sheet.end_pane.seen.again.click()
    assert room.classroom.shown.slide == room.flow.quiz.quiz.slide
    button.click()
    assert isinstance(audience.view.face, WaitingFace)
    sheet.end_pane.seen.again.click()
    room.flow.screens.open()
    settle(room.window)
    QTest.keyClick(audience, Qt.Key.Key_X)
    assert isinstance(audience.view.face, WaitingFace)
    assert room.classroom.is_clear


def test_it_is_at_hand_between_the_sheets(console):  # noqa: F811
    room = console()
    end_a_quiz(room)
    room.page.show_offer()
    settle(room.window)
    QTest.keyClick(room.window.focusWidget() or room.window, Qt.Key.Key_X)
    assert room.classroom.shown.slide == WaitingSlide()


def test_a_lesson_that_runs_stands_still_and_space_brings_it_back(console):  # noqa: F811
    room = console()
    room.begin()
    room.go("bl23")
    room.press(Qt.Key.Key_X)
    assert room.classroom.shown.slide == WaitingSlide()
    assert isinstance(room.console.preview.view.face, WaitingFace)
    assert room.lesson.state is SessionState.PAUSED
    room.press(Qt.Key.Key_Space)
    assert isinstance(room.classroom.shown.slide, LessonSlide)


def test_a_field_keeps_its_letter(console):  # noqa: F811
    room = console()
    end_a_quiz(room)
    field = QLineEdit(room.page)
    field.setFocus()
    field.show()
    settle(room.window)
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_X)
    assert field.text() == "x"
    assert isinstance(room.classroom.shown.slide, ResultSlide)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size)))
@pytest.mark.parametrize("language", ["en", "vi"])
def test_its_words_fit(console, language, size):  # noqa: F811
    room = console(language, size)
    end_a_quiz(room)
    assert cut_off(room.page) == []
