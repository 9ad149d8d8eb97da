"""What was found by looking at the exam: where the keyboard stands, what is said, what is large."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF

from massage_trainer.domain.classroom.slides import Showing, TaskSlide, WaitingSlide
from massage_trainer.domain.exam.attempt import AttemptState
from massage_trainer.domain.exam.sheet import Find, TaskKind
from massage_trainer.domain.text import LocalizedText
from massage_trainer.widgets.audience.faces import WaitingFace
from massage_trainer.widgets.audience.scale import AudienceScale
from massage_trainer.widgets.buttons import ButtonKind
from massage_trainer.widgets.classroom.exam.attempt_part import GATES, TASKS
from massage_trainer.widgets.fields import ChoiceBox, TextField
from massage_trainer.widgets.fonts import sized
from massage_trainer.widgets.text_block import balanced_width, lay_out
from tests.unit.widgets.exam_sheet_stand import ExamSheetStand
from tests.unit.widgets.test_task_face import make_face

TASK = "Do “Circular stroking of the low back”, in the right position and dose."


@pytest.fixture
def stand(qtbot, look):
    made = ExamSheetStand(qtbot)
    made.begin()
    made.sheet.arrive()
    made.sheet.activateWindow()
    made.settle()
    return made


def test_a_picture_that_goes_gives_the_keyboard_to_the_next_task(stand):
    stand.open_tab(TASKS)
    tasks = stand.exam.attempt.tasks
    stroke = next(each.number for each in tasks if each.kind is TaskKind.STROKE)
    stand.exam.go_to_task(stroke - 1)
    stand.settle()
    stand.part.tasks.picture.canvas.setFocus()
    stand.exam.go_to_task(stroke)
    stand.settle()
    ways = (stand.part.tasks.onward, stand.part.tasks.back)
    assert any(way.hasFocus() for way in ways)


def test_a_failed_gate_is_not_taken_back_by_a_key_meant_for_a_mark(stand):
    stand.open_tab(GATES)
    gate = next(iter(stand.part.gates.list.rows))
    stand.exam.mark_gate(gate, held=False)
    stand.settle()
    assert stand.part.end.remark.hasFocus()
    assert not stand.part.end.undo.hasFocus()


def test_what_was_not_judged_is_told_without_naughts_and_one_is_one(stand):
    gates = list(stand.part.gates.list.rows)
    for gate in gates[1:]:
        stand.exam.mark_gate(gate, held=True)
    for task in stand.exam.attempt.tasks:
        stand.exam.go_to_task(task.number)
        if task.kind is not TaskKind.STROKE:
            stand.exam.mark_find(Find.FOUND)
    for item in stand.exam.rubric.items:
        stand.exam.mark_rest_good((item.id,))
    stand.exam.finish()
    stand.settle()
    told = stand.part.end.words
    assert "Not judged: 1" in told
    assert "0 points" not in told
    assert "0 lines" not in told


def test_who_was_broken_off_has_no_empty_line(stand):
    stand.exam.break_off()
    stand.settle()
    assert stand.exam.attempt.state is AttemptState.BROKEN_OFF
    assert stand.part.end._why.isHidden()


def test_while_the_clock_runs_the_next_task_is_the_one_thing_to_press(stand):
    assert stand.part.clock._kind is ButtonKind.PLAIN
    stand.exam.pause()
    assert stand.part.clock._kind is ButtonKind.PRIMARY


def test_no_word_is_left_alone_on_the_last_line_of_a_task(look):
    font = sized(look.font(), 60)
    wide = 1000
    narrow = balanced_width(TASK, font, wide)
    assert narrow < wide
    before, after = (_lines(font, width) for width in (wide, narrow))
    assert len(before) == len(after)
    assert min(map(len, after)) > min(map(len, before))


def _lines(font, width):
    layout, _ = lay_out(TASK, font, width, Qt.AlignmentFlag.AlignHCenter)
    lines = [layout.lineAt(number) for number in range(layout.lineCount())]
    return [TASK[line.textStart() : line.textStart() + line.textLength()] for line in lines]


def test_a_long_word_sets_the_least_width(look):
    font = sized(look.font(), 40)
    word = "Dàchángshū"
    assert balanced_width(word, font, 900) >= QFontMetricsF(font).horizontalAdvance(word)


def test_larger_words_do_not_make_the_time_smaller(qtbot, look):
    heights = []
    for enlarged in (1.0, 1.4):
        text = LocalizedText("Tìm", "Find")
        face = make_face(qtbot, TaskSlide(1, 4, text, 61_000, running=True), enlarged=enlarged)
        picture = face.grab().toImage()
        paper, middle = picture.pixelColor(0, 0), picture.width() // 2
        rows = [
            y
            for y in range(round(picture.height() * 0.68), picture.height())
            if any(picture.pixelColor(x, y) != paper for x in range(middle - 200, middle + 200, 3))
        ]
        heights.append(rows[-1] - rows[0])
    assert heights[1] == pytest.approx(heights[0], abs=3)


def test_a_name_is_written_where_the_choice_beside_it_begins(qtbot, look):
    field, choice = TextField(), ChoiceBox()
    for each in (field, choice):
        qtbot.add_widget(each)
        each.setFont(sized(look.font(), 20))
    assert field.textMargins().left() + 2 == round(choice.fontMetrics().height() * 0.45)


def test_the_next_candidate_is_called_in_letters_for_the_back_row(qtbot, look):
    face = make_face(qtbot, TaskSlide(1, 4, LocalizedText("a", "a"), 61_000))
    waiting = WaitingFace(face.parts)
    qtbot.add_widget(waiting)
    waiting.set_scale(AudienceScale(1080))
    waiting.show_showing(Showing(WaitingSlide(LocalizedText("Thi", "Exam"), face._slide.text)))
    assert waiting._text.font().pixelSize() >= 0.065 * 1080
