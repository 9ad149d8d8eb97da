"""Answering on the page of the quiz: what counts as an answer, what does not, and what is told."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from massage_trainer.domain.quiz.round import Help
from massage_trainer.domain.verdict import Grade
from massage_trainer.viewmodels.quiz import Stage
from tests.unit.widgets.quiz_stand import QuizStand

ENTER = Qt.Key.Key_Return
BACK = "channel:BL"


@pytest.fixture
def quiz(qtbot, look):
    made = []  # held: what is collected while it is painted brings the interpreter down

    def make(*kinds, **named):
        wish = {name: named.pop(name) for name in list(named) if name in WISHES}
        made.append(QuizStand(qtbot, **named))
        made[-1].start(*kinds, **{"deck": BACK, **wish})
        return made[-1]

    return make


WISHES = {"deck", "help", "tries", "length", "at_first_click", "timed", "aloud", "worded"}


def test_a_click_is_a_draft_that_can_be_moved_and_is_judged_when_confirmed(quiz):
    stand = quiz()
    stand.click((0.45, 0.35))
    assert stand.log.kept == []
    assert stand.feedback == ""
    stand.click(stand.spots()[0])
    stand.press(ENTER)
    (attempt,) = stand.log.kept
    assert attempt.grade is Grade.HIT
    assert stand.quiz.is_told
    assert stand.feedback.startswith("Right on it")


def test_the_answer_stays_until_it_is_dismissed_by_enter(quiz):
    stand = quiz()
    stand.click(stand.spots()[0])
    stand.press(ENTER)
    before = stand.question
    stand.click((0.3, 0.5))
    assert stand.question is before
    assert stand.feedback
    stand.press(ENTER)
    assert stand.question is not before
    assert stand.feedback == ""


@pytest.mark.parametrize("button", [Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton])
def test_other_buttons_are_no_answer(quiz, button):
    stand = quiz()
    stand.click(stand.spots()[0], button)
    assert stand.round.draft is None


def test_dragging_is_no_answer(quiz):
    stand = quiz()
    stand.picture.zoom_in()
    stand.drag((0.5, 0.5), QPointF(-60, 20))
    assert stand.round.draft is None


def test_a_double_click_is_no_answer_and_leaves_what_was_put_down(quiz):
    stand = quiz()
    stand.double_click(stand.spots()[0])
    assert stand.round.draft is None
    stand.click((0.4, 0.4))
    before = stand.round.draft
    stand.double_click(stand.spots()[0])
    assert stand.round.draft == before


def test_beside_the_body_and_beside_the_picture_is_no_answer(quiz):
    stand = quiz(size=(1100, 900))
    card = stand.canvas.card
    assert card.top() > 5, "there is a margin"
    for place in (QPointF(card.center().x(), 2), QPointF(card.right() + 3, card.center().y())):
        stand.mouse_click(place)
    stand.click(stand.off_the_body())
    assert stand.round.draft is None
    stand.press(ENTER)
    assert stand.log.kept == []


def test_where_the_first_click_counts_it_waits_for_a_second_one(quiz):
    stand = quiz(at_first_click=True)
    stand.click(stand.spots()[0])
    assert stand.log.kept == []
    assert stand.settle.is_running
    stand.settle.run_out()
    assert stand.log.kept[0].grade is Grade.HIT


def test_where_the_first_click_counts_a_double_one_does_not(quiz):
    stand = quiz(at_first_click=True)
    stand.double_click(stand.spots()[0])
    stand.settle.run_out()
    assert stand.log.kept == []


def test_with_tries_left_the_answer_is_not_told(quiz):
    stand = quiz()
    stand.click(wrong := stand.wrong_place())
    stand.press(ENTER)
    assert not stand.quiz.is_told
    assert stand.feedback.startswith("Not there")
    assert "cun" not in stand.feedback
    assert stand.round.tries_left == 2
    right = stand.spots()
    drawn = [mark.at for mark in stand.canvas.drawing.marks]
    assert drawn == [pytest.approx(wrong, abs=0.01)]
    assert not set(right) & set(drawn)


def test_one_shot_tells_at_once(quiz):
    stand = quiz(tries=1)
    stand.click(stand.wrong_place())
    stand.press(ENTER)
    assert stand.quiz.is_told
    assert "cun" in stand.feedback


def test_after_the_answer_both_places_the_way_and_the_measuring_line_are_drawn(quiz):
    stand = quiz(tries=1)
    stand.click(stand.wrong_place())
    stand.press(ENTER)
    drawing = stand.canvas.drawing
    assert {mark.sign.name for mark in drawing.marks} >= {"OWN", "RIGHT"}
    assert drawing.joins[0].label.endswith("cun")
    assert drawing.measure.key.startswith(stand.question.item)
    assert stand.canvas.sketch.labels


def test_how_to_find_it_comes_sentence_by_sentence_with_the_line(quiz):
    stand = quiz(tries=1)
    stand.quiz.give_up()
    assert stand.feedback.startswith("Here is the answer")
    stand.sheet.bar.how.click()
    sentence = stand.question.why.en.partition(". ")[0]
    assert sentence in stand.feedback
    assert stand.canvas.drawing.measure is not None


def test_giving_up_shows_the_place_and_is_kept_as_a_miss(quiz):
    stand = quiz()
    stand.sheet.bar.give_up.click()
    (attempt,) = stand.log.kept
    assert (attempt.grade, attempt.is_last, attempt.place) == (Grade.MISS, True, None)
    assert [mark.sign.name for mark in stand.canvas.drawing.marks] == ["RIGHT"]


def test_an_answer_is_kept_before_it_is_told(quiz):
    stand = quiz()
    kept_when_told = []
    stand.quiz.answered.connect(lambda _: kept_when_told.append(len(stand.log.kept)))
    stand.click(stand.spots()[0])
    stand.press(ENTER)
    assert kept_when_told == [1]


def test_a_key_that_bounces_does_not_dismiss_what_nobody_has_read(quiz):
    stand = quiz()
    stand.click(stand.spots()[0])
    stand.press(ENTER)
    QTest.keyClick(QApplication.focusWidget(), ENTER)
    assert stand.quiz.is_told
    stand.press(ENTER)
    assert stand.quiz.is_asking


def test_a_held_enter_key_confirms_and_does_not_dismiss(quiz, qtbot):
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent

    stand = quiz()
    stand.click(stand.spots()[0])
    for repeated in (False, True, True):
        event = QKeyEvent(
            QEvent.Type.KeyPress, ENTER, Qt.KeyboardModifier.NoModifier, "\r", repeated
        )
        QApplication.sendEvent(QApplication.focusWidget(), event)
    assert stand.quiz.is_told


def test_the_crosshair_says_where_it_is_without_naming_points(quiz):
    stand = quiz(aloud=True)
    stand.press(Qt.Key.Key_Right)
    first = stand.canvas.accessibleDescription()
    assert "cun" in first or "midline" in first
    assert stand.sheet.answers.where.text() == first == stand.said[-1]
    stand.press(Qt.Key.Key_Down, modifiers=Qt.KeyboardModifier.ShiftModifier)
    assert stand.canvas.accessibleDescription() != first


def test_a_place_is_found_with_the_crosshair_alone(quiz):
    stand = quiz()
    stand.answer_by_keys()
    stand.press(ENTER)
    assert stand.log.kept[0].grade is Grade.HIT


def test_beside_the_body_the_crosshair_says_so_and_is_no_answer(quiz):
    stand = quiz(aloud=True)
    for _ in range(40):
        stand.press(Qt.Key.Key_Up, modifiers=Qt.KeyboardModifier.ShiftModifier)
    assert stand.said[-1] == "beside the body"
    stand.press(ENTER)
    assert stand.log.kept == []
    assert not stand.sheet.bar.confirm.isEnabled()


def test_an_option_that_was_tried_cannot_be_taken_again(quiz):
    stand = quiz("name-point")
    wrong = next(
        n for n, o in enumerate(stand.question.options) if o.id not in stand.question.right
    )
    stand.press(Qt.Key(Qt.Key.Key_1 + wrong), ENTER)
    rows = stand.sheet.answers.options.shown
    assert not rows[wrong].isEnabled()
    assert rows[wrong].accessibleName().endswith("tried")
    stand.press(Qt.Key(Qt.Key.Key_1 + wrong), ENTER)
    assert len(stand.log.kept) == 1


def test_signs_and_words_tell_what_was_right_not_colour_alone(quiz):
    stand = quiz("name-point", tries=1)
    wrong = next(
        n for n, o in enumerate(stand.question.options) if o.id not in stand.question.right
    )
    stand.press(Qt.Key(Qt.Key.Key_1 + wrong), ENTER)
    marks = [row.mark.name for row in stand.sheet.answers.options.shown]
    assert sorted(marks) == ["OPEN", "OPEN", "RIGHT", "WRONG"]
    assert "Right is: " in stand.feedback


def test_language_can_change_in_the_middle_and_after_the_answer(quiz):
    stand = quiz("name-point")
    stand.press(Qt.Key.Key_1)
    stand.language = "vi"
    stand.page.retranslate()
    stand.sheet.retranslate()
    assert stand.sheet.answers.options.shown[0].isChecked()
    assert stand.question.prompt.vi in stand.sheet.prompt_text


def test_time_is_shown_where_it_is_wanted(quiz):
    stand = quiz(timed=True)
    stand.clock.ms += 65_000
    stand.second.run_out()
    assert "1:05" in stand.sheet.progress_text
    assert stand.second.is_running
    assert quiz().sheet.progress_text.count(":") == 1  # tries left


@pytest.mark.parametrize("help_level", list(Help))
def test_help_never_marks_what_is_asked(quiz, help_level):
    stand = quiz(help=help_level)
    item = stand.question.item
    for mark in stand.canvas.sketch.marks:
        assert item not in mark.label.split()
    spots = {tuple(map(round, stand.canvas.view.to_screen(at))) for at in stand.spots()}
    points = [m for m in stand.canvas.sketch.marks if m.sign.name == "POINT"]
    assert not spots & {(round(mark.x), round(mark.y)) for mark in points if mark.label}
    assert bool(points) is (help_level is Help.NEIGHBOURS)


def test_the_magnifier_and_zoom_have_keys(quiz):
    stand = quiz()
    stand.press(Qt.Key.Key_M, Qt.Key.Key_Plus)
    assert stand.picture.magnify.isChecked()
    assert stand.canvas.view.zoom > 1
    stand.layout()
    assert stand.page.grab().width()


def test_a_broken_picture_says_so_and_the_round_goes_on(quiz):
    from tests.fakes import FakePlates

    stand = quiz(plates=FakePlates())
    assert "missing" in stand.picture.problem
    stand.page.grab()
    stand.quiz.give_up()
    stand.press(ENTER)
    assert stand.quiz.stage is Stage.ROUND
