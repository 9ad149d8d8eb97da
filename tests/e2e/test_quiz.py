"""A round of each kind in the real window, by keyboard alone, in both languages."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from massage_trainer.domain.quiz.kinds import KINDS
from massage_trainer.domain.quiz.question import Form
from massage_trainer.viewmodels.quiz import Stage
from massage_trainer.widgets.page_row import Page

ENTER = Qt.Key.Key_Return


class Keyboard:
    """Has the keys alone."""

    def __init__(self, program, clock):
        self.program = program
        self.window = program.window
        self.clock = clock

    @property
    def quiz(self):
        return self.program.study_flow.quiz_flow.quiz

    @property
    def sheet(self):
        return self.program.study_flow.page(Page.QUIZ).question_sheet

    def press(self, *keys, modifiers=Qt.KeyboardModifier.NoModifier):
        for key in keys:
            self.clock.ms += 300
            QTest.keyClick(QApplication.focusWidget() or self.window, key, modifiers)
            QApplication.processEvents()

    def tab_to(self, name):
        """Press Tab until this has the keyboard."""
        for _ in range(60):
            focused = QApplication.focusWidget()
            if focused is not None and focused.objectName() == name:
                return
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab does not lead to {name}")

    def answer(self):
        """Anything that the form allows."""
        match self.quiz.question.form:
            case Form.PLACE:
                self.press(Qt.Key.Key_Left, Qt.Key.Key_Right)
                if not self.quiz.round.can_confirm:  # begins between the legs
                    self.press(*[Qt.Key.Key_Up] * 40)
            case Form.CHOICE | Form.MANY:
                enabled = [row.isEnabled() for row in self.sheet.answers.options.shown]
                self.press(Qt.Key(Qt.Key.Key_1 + enabled.index(True)))
            case Form.TYPED:
                QTest.keyClicks(QApplication.focusWidget(), "BL23")
            case Form.NUMBER:
                self.press(Qt.Key.Key_Up)


@pytest.fixture
def keyboard(start):
    stand = start()
    stand.window.activateWindow()
    QApplication.processEvents()
    return Keyboard(stand.program, stand.clock)


@pytest.mark.slow
@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_round_of_each_kind_is_played_by_keyboard_alone(keyboard, language):
    keyboard.program.preferences.update(language=language)
    keyboard.press(Qt.Key.Key_3, modifiers=Qt.KeyboardModifier.ControlModifier)
    quiz, log = keyboard.quiz, keyboard.program.practice_flow.memory.log
    for kind in KINDS:
        quiz.setup.update(kinds=frozenset({kind.id}), length=5)
        keyboard.tab_to("start-round")
        keyboard.press(ENTER)
        assert quiz.stage is Stage.ROUND, kind.id
        play(keyboard)
        assert quiz.stage is Stage.END, kind.id
        summary = quiz.summary
        assert summary.asked == 5
        kept = log.rounds(1)[0]
        assert (kept.asked, kept.points, bool(kept.ended)) == (5, summary.points, True)
        answers = [attempt for attempt in log.attempts(1) if attempt.round == kept.id]
        assert len(answers) == len(summary.answers)
        keyboard.tab_to("other-round")
        keyboard.press(ENTER)


def play(keyboard):
    """Answer anything and go on, with Enter alone beside the answers."""
    for _ in range(40):
        if keyboard.quiz.stage is not Stage.ROUND:
            return
        if keyboard.quiz.is_asking:
            keyboard.answer()
        keyboard.press(ENTER)


def test_the_setup_is_changed_by_keyboard_alone(keyboard):
    keyboard.press(Qt.Key.Key_3, modifiers=Qt.KeyboardModifier.ControlModifier)
    before = keyboard.quiz.setup.wish
    keyboard.tab_to("tries")
    keyboard.press(Qt.Key.Key_Down)
    keyboard.tab_to("help")
    keyboard.press(Qt.Key.Key_Down)
    wish = keyboard.quiz.setup.wish
    assert wish.is_one_shot
    assert not before.is_one_shot
    assert wish.help is not before.help


def test_only_the_misses_come_again_until_they_were_right(keyboard):
    keyboard.press(Qt.Key.Key_3, modifiers=Qt.KeyboardModifier.ControlModifier)
    quiz = keyboard.quiz
    quiz.setup.update(kinds=frozenset({"name-point"}), length=5)
    keyboard.tab_to("start-round")
    keyboard.press(ENTER)
    while quiz.stage is Stage.ROUND:
        quiz.give_up()
        quiz.dismiss()
    keyboard.press(ENTER)  # the keyboard is at "only the misses"
    assert quiz.stage is Stage.ROUND
    assert quiz.round.plan.until_right
    for _ in range(5):
        ids = [option.id for option in quiz.question.options]
        right = next(iter(quiz.question.right))
        keyboard.press(Qt.Key(Qt.Key.Key_1 + ids.index(right)), ENTER, ENTER)
    assert quiz.stage is Stage.END
    assert quiz.summary.misses == ()


def test_a_round_that_was_left_goes_on(keyboard):
    keyboard.press(Qt.Key.Key_3, modifiers=Qt.KeyboardModifier.ControlModifier)
    keyboard.quiz.start()
    question = keyboard.quiz.question
    keyboard.press(Qt.Key.Key_1, modifiers=Qt.KeyboardModifier.ControlModifier)
    keyboard.press(Qt.Key.Key_3, modifiers=Qt.KeyboardModifier.ControlModifier)
    assert keyboard.quiz.question is question
    assert keyboard.sheet.isVisible()
