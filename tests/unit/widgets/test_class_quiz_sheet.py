"""An instructor asks a class: clicks and hands are counted by mouse, touch and keys alike."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from massage_trainer.domain.classroom.slides import QuestionSlide, ResultSlide, WaitingSlide
from massage_trainer.domain.quiz.own import OwnEntry, OwnKind, own_question
from massage_trainer.domain.quiz.source import OwnDeck
from massage_trainer.domain.text import LocalizedText
from massage_trainer.viewmodels.class_tools import Tool
from massage_trainer.viewmodels.quiz import Stage
from massage_trainer.widgets.audience.question_blocks import Share
from massage_trainer.widgets.body_picture import Sign
from tests.quiz_examples import shipped_source
from tests.unit.widgets.class_quiz_stand import ClassQuizStand
from tests.unit.widgets.fitting import cut_off, nameless, unreachable

SIZES = ((800, 560), (1024, 768), (1280, 720), (1920, 1080))
ENTER, SHIFT = Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def stand(qtbot, look):
    made = []

    def make(*kinds, start=True, language="en", size=(1280, 720), source=None, **wish):
        made.append(ClassQuizStand(qtbot, language, size=size, source=source))
        if start:
            made[-1].start(*kinds, **wish)
        return made[-1]

    return make


def with_own(*entries):
    source = shipped_source()
    from dataclasses import replace

    questions = tuple(own_question(entry, source) for entry in entries)
    return replace(source, own=(OwnDeck("mine", questions),))


def test_each_click_counts_one_answer_and_the_class_sees_none(stand):
    quiz = stand("locate-point")
    quiz.click(quiz.right_places()[0])
    quiz.click(quiz.wrong_place())
    quiz.click(quiz.wrong_place())
    assert quiz.quiz.votes.total == 3
    assert "3" in quiz.pane.count_text
    own = [mark for mark in quiz.picture.drawing.marks if mark.sign is Sign.OWN]
    assert len(own) == 3
    assert quiz.window.view.face.picture.drawing.marks == ()


def test_the_answer_shows_the_heat_of_all_clicks_and_the_right_place(stand):
    quiz = stand("locate-point")
    for _ in range(5):
        quiz.click(quiz.right_places()[0])
    quiz.click(quiz.wrong_place())
    QTest.mouseClick(quiz.pane.bar.tell, Qt.MouseButton.LeftButton)
    assert not quiz.quiz.is_told  # a click as quick as that is a bounce
    quiz.clock.ms += 300
    QTest.mouseClick(quiz.pane.bar.tell, Qt.MouseButton.LeftButton)
    for drawing in (quiz.picture.drawing, quiz.window.view.face.picture.drawing):
        assert len(drawing.heat) == 6
        right = [mark for mark in drawing.marks if mark.sign is Sign.RIGHT]
        assert right
        assert all(quiz.question.item in mark.label for mark in right)
    words = " ".join(str(block) for block in quiz.window.view.face.panel.blocks)
    assert "5 of 6 right (83 %)" in words


def test_the_point_most_confused_is_named_and_marked(stand):
    quiz = stand("locate-point", deck="region:lumbar")
    asked = quiz.question.item
    places = quiz.picture.places
    other, at = next(
        (key.partition("@")[0], spot.at)
        for key, sides in places.points.items()
        for spot in sides.values()
        if key.partition("@")[0] not in (asked, "EX-B2") and spot.sight.value == "visible"
    )
    for _ in range(3):
        quiz.click(at)
    quiz.quiz.tell()
    reveal = quiz.slide.reveal
    assert reveal.confused == 3
    assert other in reveal.confused_with.en
    (mark,) = [m for m in quiz.window.view.face.picture.drawing.marks if m.sign is Sign.HIT]
    assert other in mark.label
    assert "Most common mistake" in quiz.pane.told_text


def test_a_click_beside_the_body_is_none(stand):
    quiz = stand("locate-point")
    grid = [(x / 40, y / 40) for x in range(1, 40) for y in range(1, 40)]
    quiz.click(next(at for at in grid if quiz.picture.place_at(at) is None))
    assert quiz.quiz.votes.total == 0


def test_the_keyboard_alone_points_and_counts(stand):
    quiz = stand("locate-point")
    assert QApplication.focusWidget() is quiz.picture
    quiz.press(Qt.Key.Key_Space)  # no crosshair yet
    assert quiz.quiz.votes.total == 0
    quiz.press(Qt.Key.Key_Left)
    start = quiz.picture.drawing.draft
    quiz.press(Qt.Key.Key_Up, modifiers=SHIFT)
    assert quiz.picture.drawing.draft[1] < start[1]
    assert quiz.quiz.question is quiz.question
    quiz.press(Qt.Key.Key_Space, Qt.Key.Key_Space)
    assert quiz.quiz.votes.total == 2
    quiz.press(Qt.Key.Key_Backspace)
    assert quiz.quiz.votes.total == 1


def test_hands_are_counted_by_digit_by_touch_and_by_number(stand):
    quiz = stand("name-point")
    quiz.press(Qt.Key.Key_1, Qt.Key.Key_1, Qt.Key.Key_3, Qt.Key.Key_9)
    rows = quiz.pane.counts.rows
    QTest.mouseClick(rows[1].letter, Qt.MouseButton.LeftButton)
    assert quiz.quiz.votes.counts == (2, 1, 1, 0)
    rows[3].box.setFocus()
    rows[3].box.selectAll()
    QTest.keyClicks(rows[3].box, "12")
    QTest.keyClick(rows[3].box, Qt.Key.Key_Tab)
    assert quiz.quiz.votes.counts == (2, 1, 1, 12)
    quiz.press(Qt.Key.Key_Backspace)
    rows[0].letter.setFocus()
    assert [row.box.value() for row in rows] == list(quiz.quiz.votes.counts)


def test_a_count_is_corrected_after_the_answer(stand):
    quiz = stand("name-point")
    quiz.press(Qt.Key.Key_1, Qt.Key.Key_2)
    quiz.clock.ms += 300
    quiz.press(Qt.Key.Key_Return)
    before = quiz.pane.bar.undo.text()
    assert quiz.pane.bar.undo.isEnabled()
    QTest.mouseClick(quiz.pane.bar.undo, Qt.MouseButton.LeftButton)
    assert not quiz.quiz.is_told
    assert quiz.pane.bar.undo.text() != before
    assert quiz.quiz.votes.counts == (1, 1, 0, 0)
    assert [row.box.value() for row in quiz.pane.counts.rows] == [1, 1, 0, 0]
    assert all(row.letter.isEnabled() for row in quiz.pane.counts.rows)
    quiz.clock.ms += 300
    quiz.press(Qt.Key.Key_Return)
    quiz.press(Qt.Key.Key_Backspace)
    assert not quiz.quiz.is_told


def test_letters_of_the_class_pass_through_a_number(stand):
    quiz = stand("name-point")
    box = quiz.pane.counts.rows[0].box
    box.setFocus()
    quiz.press(Qt.Key.Key_B)
    assert quiz.classroom.cover.name == "BLACK"
    quiz.press(Qt.Key.Key_Period)
    assert quiz.classroom.cover.name == "NONE"
    assert box.value() == 0


@pytest.mark.parametrize("key", [ENTER, Qt.Key.Key_PageDown])
def test_one_key_tells_and_goes_on(stand, key):
    quiz = stand("name-point")
    quiz.press(key)
    assert quiz.slide.reveal is not None
    quiz.press(key)
    assert (quiz.slide.number, quiz.slide.reveal) == (2, None)


def test_a_key_that_bounces_tells_nothing(stand):
    quiz = stand("name-point")
    quiz.press(ENTER)
    QTest.keyClick(QApplication.focusWidget(), ENTER)
    assert quiz.slide.number == 1
    assert quiz.slide.reveal is not None


def test_asked_again_the_first_answers_stand_beside(stand):
    quiz = stand("name-point")
    right = next(iter(quiz.quiz.round.last.votes.counts)) if quiz.quiz.is_told else None
    assert right is None
    quiz.press(Qt.Key.Key_1)
    quiz.press(Qt.Key.Key_R)  # before it was told
    assert quiz.slide.again
    assert quiz.quiz.votes.total == 0
    assert "Asked before" not in quiz.pane.told_text  # how many were right would tell
    quiz.press(Qt.Key.Key_2, ENTER)
    assert "Asked before" in quiz.pane.told_text
    quiz.press(Qt.Key.Key_PageUp)
    assert quiz.slide.reveal is None
    quiz.press(Qt.Key.Key_PageUp)  # nothing was told: no mistake of a remote clears the count
    assert quiz.quiz.round.asking == 3


def test_the_answer_for_the_instructor_alone_goes_with_the_question(stand):
    quiz = stand("name-point")
    quiz.press(Qt.Key.Key_Y)
    right = next(o.text.en for o in quiz.question.options if o.id in quiz.question.right)
    assert right in quiz.pane.told_text
    quiz.press(Qt.Key.Key_G)
    assert quiz.slide.number == 2
    assert quiz.pane.told_text == ""


def test_a_tool_in_the_hand_points_and_counts_nothing(stand):
    quiz = stand("locate-point")
    quiz.pane.bar.tell.setFocus()
    quiz.tools.take(Tool.SPOTLIGHT)
    assert quiz.picture.hasFocus()  # its arrows lead to no other question
    at = quiz.wrong_place()
    quiz.click(at)
    assert quiz.quiz.votes.total == 0
    spot = quiz.classroom.shown.board.spotlight
    assert spot == pytest.approx(at, abs=0.01)
    assert quiz.window.view.face.picture.board.spotlight == spot
    quiz.press(Qt.Key.Key_Escape)
    assert quiz.tools.tool is Tool.HAND


def test_zoom_is_the_same_for_the_class(stand):
    quiz = stand("locate-point")
    quiz.tools.zoom(2.0, (0.4, 0.5))
    quiz.layout()
    mine, theirs = quiz.picture.view, quiz.window.view.face.picture.view
    assert (mine.zoom, mine.across, mine.down) == (theirs.zoom, theirs.across, theirs.down)
    quiz.click(quiz.wrong_place() if False else (mine.across, mine.down))
    assert quiz.quiz.votes.clicks[0].at == pytest.approx((mine.across, mine.down), abs=0.005)


def test_without_a_picture_the_instructor_sees_what_the_class_sees(stand):
    quiz = stand("measure")
    assert quiz.picture.isHidden()
    assert quiz.pane.preview.view.face.panel.blocks == quiz.window.view.face.panel.blocks
    quiz.press(ENTER)
    assert quiz.pane.preview.view.face.panel.blocks == quiz.window.view.face.panel.blocks


def test_what_is_called_out_is_counted_as_right_or_not(stand):
    ask = LocalizedText("Hỏi gì?", "What?")
    source = with_own(OwnEntry(OwnKind.TYPE, ask, ("secret words",)))
    quiz = stand(source=source, deck="own:mine")
    words = " ".join(str(block) for block in quiz.window.view.face.panel.blocks)
    assert "Say it out loud" in words
    quiz.press(Qt.Key.Key_1, Qt.Key.Key_1, Qt.Key.Key_2)
    assert quiz.quiz.votes.counts == (2, 1)
    assert quiz.told_in() == []
    quiz.press(ENTER)
    assert quiz.slide.reveal.right.en == "secret words"
    assert (quiz.slide.reveal.answered_right, quiz.slide.reveal.answered) == (2, 3)


def test_the_end_is_seen_by_both_and_leads_to_another_round(stand):
    quiz = stand("name-point", length=5)
    while not quiz.is_over():
        quiz.vote()
        quiz.press(ENTER, ENTER)
    assert isinstance(quiz.slide, ResultSlide)
    assert len(quiz.sheet.end_pane.lines) == 5
    shown = [b for b in quiz.window.view.face.panel.blocks if type(b).__name__ == "Share"]
    assert len(shown) == 5
    assert QApplication.focusWidget() is quiz.sheet.end_pane.other
    quiz.press(ENTER)
    assert quiz.quiz.stage is Stage.SETUP


def test_of_a_long_round_the_class_sees_the_hardest(stand):
    quiz = stand("name-point", length=10)
    hard = []
    while not quiz.is_over():
        right = [o.id in quiz.question.right for o in quiz.question.options].index(True)
        wrong = len(hard) < 2
        quiz.quiz.count((right + wrong) % 4, 5)
        if wrong:
            hard.append(quiz.question.item)
        quiz.quiz.tell()
        quiz.quiz.go_on()
    quiz.layout()
    shown = [b for b in quiz.window.view.face.panel.blocks if type(b).__name__ == "Share"]
    assert len(shown) == 5
    assert all(item in block.name for item, block in zip(hard, shown, strict=False))
    assert len(quiz.sheet.end_pane.lines) == 10


def test_when_something_else_is_shown_the_quiz_can_be_put_up_again(stand):
    quiz = stand("name-point")
    assert quiz.pane.seen.again.isHidden()
    quiz.classroom.show(WaitingSlide())
    assert "the waiting page" in quiz.pane.seen.text
    assert not quiz.pane.seen.again.isHidden()
    quiz.pane.seen.again.click()
    assert isinstance(quiz.slide, QuestionSlide)
    assert quiz.pane.seen.again.isHidden()


def test_the_setup_keeps_the_class_and_the_number(stand):
    quiz = stand(start=False)
    group = quiz.store.add_group('=HYPERLINK("x"); O\'Neil')
    quiz.sheet.arrive()
    setup = quiz.sheet.setup_pane
    assert setup.group.currentText() == group.name
    setup.seed.setValue(4711)
    assert quiz.quiz.seed == 4711
    quiz.press(ENTER)
    assert quiz.quiz.stage is Stage.ROUND
    (begun,) = quiz.store.rounds(group.id)
    assert begun.seed == 4711
    quiz.vote()
    quiz.quiz.stop()
    quiz.quiz.to_setup()
    assert "number 4711" in setup.past_text


def test_without_a_kind_no_round_begins(stand):
    quiz = stand(start=False)
    setup = quiz.sheet.setup_pane
    for check in setup.kinds.values():
        check.setChecked(False)
    assert not setup.start.isEnabled()


def test_what_cannot_be_kept_is_said(stand):
    quiz = stand(start=False)
    quiz.store.is_full = True
    quiz.start("name-point")
    assert "cannot be kept" in quiz.pane._problem.text()


@pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size)))
@pytest.mark.parametrize("language", ["vi", "en"])
def test_nothing_is_cut_off_and_everything_is_reached(stand, size, language):
    quiz = stand(start=False, language=language, size=size)
    assert cut_off(quiz.sheet) == []
    for kind in ("locate-point", "name-point", "measure"):
        quiz.start(kind)
        assert cut_off(quiz.sheet) == [], kind
        if size == SIZES[0]:
            assert unreachable(quiz.sheet) == []
            assert nameless(quiz.sheet) == []
        quiz.quiz.tell()
        assert cut_off(quiz.sheet) == [], kind
    quiz.quiz.stop()
    assert cut_off(quiz.sheet) == []


def test_on_an_upright_screen_no_result_is_cut_off(stand):
    quiz = stand("name-point")
    quiz.window.resize(540, 960)
    while not quiz.is_over():
        quiz.vote()
        quiz.quiz.tell()
        quiz.quiz.go_on()
    quiz.layout()
    panel = quiz.window.view.face.panel
    for block in panel.blocks:
        if isinstance(block, Share):
            assert block._told_width(panel.font(), panel.px) < panel.width() * 0.7
            name, _ = block._name(panel.font(), panel.px, panel.width())
            assert name.maximumWidth() < panel.width()
    heights = [block.height(panel.font(), panel.px, panel.width()) for block in panel.blocks]
    assert sum(heights) <= panel.height()
