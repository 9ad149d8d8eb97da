"""Until the answer is told, nothing in the class's window tells it: words, hints, or dots."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QWidget

from massage_trainer.domain.classroom.board import Layer
from massage_trainer.domain.classroom.slides import Cover, QuestionSlide, WaitingSlide
from massage_trainer.domain.quiz.kinds import KINDS
from tests.unit.widgets.class_quiz_stand import ClassQuizStand

QUESTIONS = 2  # of each kind
EVERY_KIND = [kind.id for kind in KINDS]


@pytest.fixture
def stand(qtbot, look):
    made = []

    def make(*kinds, language="en", **wish):
        made.append(ClassQuizStand(qtbot, language))
        made[-1].start(*kinds, **wish)
        return made[-1]

    return make


def each_question(stand, most=QUESTIONS):
    for _ in range(most):
        yield stand.question
        stand.quiz.go_on()
        stand.layout()


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("kind", EVERY_KIND)
def test_no_words_tell_the_answer_before_it_is_told(stand, kind, language):
    quiz = stand(kind, language=language)
    asked = 0
    for _ in each_question(quiz):
        asked += 1
        assert quiz.told_in() == []
        quiz.vote()
        assert quiz.told_in() == []
    assert asked == QUESTIONS


@pytest.mark.parametrize("kind", EVERY_KIND)
def test_no_dot_of_the_class_changes_until_the_answer_is_told(stand, kind):
    """Votes, aims, the answer for the instructor alone, layers: the class sees none of it."""
    quiz = stand(kind)
    before = quiz.wall()
    quiz.vote()
    assert quiz.wall() == before
    quiz.press(Qt.Key.Key_Y)
    assert quiz.pane.told_text
    assert quiz.wall() == before
    if quiz.quiz.round.points:
        quiz.press(Qt.Key.Key_Left, Qt.Key.Key_Left)
        assert quiz.wall() == before
    for layer in Layer:
        quiz.classroom.switch_layer(layer, on=True)
    assert quiz.wall() == before
    quiz.quiz.tell()
    assert quiz.wall() != before


@pytest.mark.slow
@pytest.mark.parametrize("kind", EVERY_KIND)
def test_asked_again_the_class_sees_the_question_as_it_was(stand, kind):
    quiz = stand(kind)
    quiz.vote()
    quiz.quiz.tell()
    quiz.wall()
    quiz.quiz.ask_again()
    again = quiz.wall()
    assert again == in_a_new_window(quiz)


def in_a_new_window(quiz):
    """The same slide in a window that never knew the answer."""
    view = quiz.make_view()
    view.resize(quiz.window.size())
    view.show()
    quiz.layout()
    picture = view.grab().toImage()
    view.close()
    view.deleteLater()
    return picture


@pytest.mark.slow
@pytest.mark.parametrize("kind", EVERY_KIND)
def test_which_answer_is_right_changes_no_dot(stand, kind):
    """With another right answer behind it, the question looks the same."""
    quiz = stand(kind)
    question = quiz.question
    if not question.options:
        pytest.skip("has no letters")
    before, slide = quiz.wall(), quiz.slide
    other = next(o.id for o in question.options if o.id not in question.right)
    quiz.quiz.round.question = replace(question, right=frozenset({other}), item=other)
    quiz.classroom.show(WaitingSlide())
    quiz.quiz._ask()
    assert quiz.slide == slide
    assert quiz.wall() == before


def test_frozen_the_class_sees_no_answer_and_the_console_says_so(stand):
    quiz = stand("name-point")
    before = quiz.wall()
    quiz.classroom.toggle_freeze()
    quiz.vote()
    quiz.quiz.tell()
    assert quiz.wall() == before
    assert quiz.told_in() == []
    assert "Frozen" in quiz.pane.seen.text
    assert "question 1 without its answer" in quiz.pane.seen.text
    quiz.classroom.toggle_freeze()
    assert quiz.wall() != before
    assert "question 1 with its answer" in quiz.pane.seen.text


@pytest.mark.parametrize("cover", [Cover.BLACK, Cover.WHITE])
def test_behind_a_cover_nothing_is_seen_and_the_console_says_so(stand, cover):
    quiz = stand("name-point")
    quiz.classroom.set_cover(cover)
    covered = quiz.wall()
    quiz.quiz.tell()
    assert quiz.wall() == covered
    assert cover.name.lower() in quiz.pane.seen.text
    quiz.classroom.set_cover(cover)
    assert quiz.wall() != covered


def test_nothing_of_the_answer_lies_under_the_pointer(stand):
    quiz = stand("name-point")
    view = quiz.window.view
    before = quiz.strings()
    for across in range(40, view.width(), 120):
        for down in range(40, view.height(), 120):
            QTest.mouseMove(view, QPoint(across, down))
            QApplication.processEvents()
    assert quiz.strings() == before


@pytest.mark.parametrize("kind", ["locate-point", "name-point", "measure"])
def test_no_dialog_hint_or_control_stands_in_the_class_window(stand, kind):
    quiz = stand(kind)
    for told in (False, True):
        if told:
            quiz.vote()
            quiz.quiz.tell()
        everything = quiz.window.view.findChildren(QWidget)
        assert not any(isinstance(each, QDialog | QAbstractButton) for each in everything)
        assert not any(each.toolTip() or each.statusTip() for each in everything)
        assert all(each.focusPolicy() == Qt.FocusPolicy.NoFocus for each in everything)


def test_a_zone_that_is_asked_about_is_not_named_by_its_layer(stand):
    quiz = stand("which-zone")
    quiz.classroom.switch_layer(Layer.ZONES, on=True)
    quiz.classroom.switch_layer(Layer.LABELS, on=True)
    for _ in each_question(quiz):
        assert isinstance(quiz.slide, QuestionSlide)
        assert quiz.window.view.face.picture.overlay.labels == ()
        assert quiz.picture.overlay.labels == ()
