"""The examiner's sheet: large targets, keys, gates that stop, clicks that measure."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog

from massage_trainer.domain.exam.attempt import AttemptState
from massage_trainer.domain.exam.sheet import Find, Level
from massage_trainer.services.exam_results import ExamResultFiles
from massage_trainer.widgets.classroom.exam.attempt_part import GATES, REMARKS, SHEET, TASKS
from massage_trainer.widgets.classroom.exam.mark_row import LEAST_TARGET, MarkButton
from tests.unit.widgets.exam_sheet_stand import ExamSheetStand
from tests.unit.widgets.fitting import cut_off, nameless, unreachable

SIZES = [(800, 430), (1366, 640), (1920, 950)]
Key = Qt.Key


@pytest.fixture
def stand(qtbot, look):
    made = []

    def make(**named):
        made.append(ExamSheetStand(qtbot, **named))
        return made[-1]

    return make


def stages(stand):
    """Everything that the sheet can show, one after the other."""
    yield "setup"
    stand.draw(title="Giữa kỳ")
    yield "candidates"
    stand.exam.take_next()
    yield "gates"
    stand.exam.start()
    for tab in (TASKS, SHEET, REMARKS):
        stand.open_tab(tab)
        yield f"tab {tab}"
    stand.exam.go_to_task(5)
    stand.open_tab(TASKS)
    yield "technique"
    stand.exam.mark_gate("consent", held=False)
    yield "gate failed"
    stand.exam.take_back_gate()
    stand.exam.mark_level("rhythm", Level.PART)
    stand.exam.finish()
    yield "done"
    stand.exam.to_candidates()
    yield "candidates after"
    stand.exam.to_setup()
    yield "setup after"


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_nothing_is_cut_off_at_any_stage(stand, size, language):
    made = stand(size=size, language=language)
    for stage in stages(made):
        made.settle()
        assert cut_off(made.sheet) == [], stage


def test_everything_has_a_name_and_is_reached_by_the_keyboard(stand):
    made = stand()
    for stage in stages(made):
        made.settle()
        assert nameless(made.sheet) == [], stage
        assert unreachable(made.sheet) == [], stage


@pytest.mark.parametrize("size", SIZES)
def test_what_is_tapped_is_large_enough_for_a_thumb(stand, size):
    made = stand(size=size)
    made.begin()
    for tab in (GATES, TASKS, SHEET):
        made.open_tab(tab)
        for button in made.part.findChildren(MarkButton):
            if button.isVisible():
                assert min(button.width(), button.height()) >= LEAST_TARGET


def test_gates_come_first_and_a_failed_one_stops_loudly(stand):
    made = stand()
    made.draw()
    made.sheet.candidates.next.click()
    assert made.part.tabs.currentIndex() == GATES
    rows = made.part.gates.list.rows
    assert list(rows)[:3] == ["history", "red-flags", "consent"]
    rows["history"].buttons[0].click()
    assert made.exam.attempt.gate("history") is True
    rows["consent"].buttons[1].click()
    assert made.part.ended
    assert "Stop. A safety gate failed." in made.part.end.words
    assert rows["consent"].text.text() in made.part.end.words
    assert not made.part.clock.isEnabled()
    assert made.sheet.findChildren(QDialog) == []


def test_a_slip_on_a_gate_is_taken_back_and_its_remark_stays(stand):
    made = stand()
    exam = made.begin()
    made.ticker.pass_time(2_000)
    made.part.gates.list.rows["draping"].buttons[1].click()
    made.part.end.remark.click()
    assert made.part.remarks.isVisible()
    made.part.remarks.field.setText("Khăn tuột")
    made.part.remarks.add.click()
    assert exam.attempt.state is AttemptState.GATE_FAILED
    assert made.part.ended
    made.part.end.undo.click()
    assert (exam.attempt.state, exam.attempt.failed_gate) == (AttemptState.PAUSED, "")
    assert [mark.value for mark in exam.attempt.remarks] == ["Khăn tuột"]
    assert not made.part.ended


def test_lines_are_judged_by_keys_alone(stand):
    made = stand()
    exam = made.begin()
    made.open_tab(SHEET)
    made.press(Key.Key_1, Key.Key_Down, Key.Key_3, Key.Key_Down, Key.Key_2)
    levels = [exam.attempt.level(item) for item in ("history", "red-flags", "consent")]
    assert levels == [Level.GOOD, Level.POOR, Level.PART]
    made.press(Key.Key_0, Key.Key_Up, Key.Key_2)
    levels = [exam.attempt.level(item) for item in ("history", "red-flags", "consent")]
    assert levels == [Level.GOOD, Level.PART, None]
    made.press(Key.Key_Z, modifiers=Qt.KeyboardModifier.ControlModifier)
    assert exam.attempt.level("red-flags") is Level.POOR


def test_the_clock_is_started_and_stopped_by_the_space_bar(stand):
    made = stand()
    exam = made.begin()
    made.press(Key.Key_Space)
    assert exam.attempt.state is AttemptState.PAUSED
    made.press(Key.Key_Space)
    assert exam.attempt.state is AttemptState.RUNNING


def test_letters_in_a_remark_are_letters(stand):
    made = stand()
    exam = made.begin()
    made.open_tab(REMARKS)
    made.press(Key.Key_B, Key.Key_Space, Key.Key_U, Key.Key_1)
    assert made.part.remarks.field.text() == "b u1"
    made.press(Key.Key_Return)
    assert [mark.value for mark in exam.attempt.remarks] == ["b u1"]
    assert exam.attempt.state is AttemptState.RUNNING
    assert made.classroom.cover.name == "NONE"


def test_a_click_on_the_picture_marks_and_says_how_far(stand):
    made = stand()
    exam = made.begin()
    task = next(task for task in exam.attempt.tasks if task.subject == "BL25")
    exam.go_to_task(task.number)
    made.open_tab(TASKS)
    at = made.spot("BL25", task.side)
    made.click_picture(at)
    assert exam.attempt.found(task.number).value == "found"
    made.click_picture((at[0], at[1] + 0.06))
    mark = exam.attempt.found(task.number)
    assert mark.value in ("near", "wrong")
    assert mark.cun > 0.3
    assert "cun" in made.part.tasks.verdict_text
    chosen = [button.isChecked() for button in made.part.tasks.finds]
    assert chosen == [find.value == mark.value for find in Find]


def test_a_point_is_marked_by_eye_in_one_tap_or_by_a_digit(stand):
    made = stand()
    exam = made.begin()
    made.open_tab(TASKS)
    made.part.tasks.finds[1].click()
    assert exam.attempt.found(1).value == "near"
    assert exam.attempt.found(1).cun is None
    made.press(Key.Key_3)
    assert exam.attempt.found(1).value == "wrong"


def test_the_crosshair_of_the_keyboard_marks_with_enter(stand):
    made = stand()
    exam = made.begin()
    made.open_tab(TASKS)
    made.press(*[Key.Key_Up] * 3)
    assert exam.attempt.found(1) is None
    made.press(Key.Key_Return)
    assert exam.attempt.found(1).cun is not None


def test_what_the_examiner_sees_never_reaches_the_wall(stand):
    made = stand()
    seen = []
    made.classroom.shown_changed.connect(lambda: seen.append(made.shown_words))
    exam = made.begin()
    catalog = made.book.source.catalog
    for task in exam.attempt.tasks:
        exam.go_to_task(task.number)
        made.open_tab(TASKS)
        if task.subject in catalog.points:
            made.click_picture(made.spot(task.subject, task.side))
    exam.mark_level("pressure", Level.POOR)
    exam.write("Lực mạnh")
    exam.finish()
    exam.to_candidates()
    told = "\n".join(seen)
    assert len(seen) > 5
    for secret in (
        *(student.name for student in made.students),
        *(catalog.points[code].find.en for code in ("BL23", "BL25", "GB30", "BL36")),
        "Lực mạnh",
    ):
        assert secret not in told
    assert "cun" not in told.replace("how many cun", "")


def test_the_list_says_what_came_of_everybody(stand):
    made = stand()
    exam = made.begin()
    exam.mark_level("rhythm", Level.PART)
    exam.finish()
    exam.to_candidates()
    exam.take_next()
    exam.mark_gate("consent", held=False)
    exam.to_candidates()
    exam.take_next()
    exam.start()
    exam.to_candidates()
    words = [line.words for line in made.sheet.candidates.lines]
    assert "50 % · 5.0 of 10 · passed · not everything was judged" in words[0]
    assert "safety gate failed" in words[1]
    assert "interrupted" in words[2]
    assert "not examined yet" in words[3]
    assert made.sheet.candidates.next.text() == "Go on"


def test_results_are_taken_along_and_read_back(stand, tmp_path):
    made = stand()
    exam = made.begin()
    exam.mark_level("rhythm", Level.PART)
    exam.finish()
    exam.to_candidates()
    made.picker.path = tmp_path / "ket-qua"
    made.sheet.candidates.table.click()
    assert ExamResultFiles().read(tmp_path / "ket-qua.csv") == made.book.result
    made.sheet.candidates.lines[0].sheet.click()
    path, result = made.pages[0]
    assert path == tmp_path / "ket-qua.pdf"
    assert [one.seat for one in result.students] == [1]
    made.picker.path = tmp_path / "gone" / "x.csv"
    made.sheet.candidates.table.click()
    assert "gone" in made.sheet.candidates.told_text


def test_what_is_missing_is_said_and_nothing_is_drawn(stand, qtbot, look):
    made = stand()
    made.rubric.reading = replace(made.rubric.reading, problems=("exam-weights.yaml:2:3: no",))
    made.sheet.arrive()
    assert "exam-weights.yaml:2:3: no" in made.sheet.setup.problem
    assert not made.sheet.setup.draw.isEnabled()
    made.rubric.reading = replace(made.rubric.reading, problems=(), is_own=True)
    made.sheet.arrive()
    assert made.sheet.setup.problem == ""
    assert made.sheet.setup.weights.startswith("Weights of your own: ")
    made.store.delete_group(made.group.id)
    made.sheet.arrive()
    assert made.sheet.setup.problem == "There is no class yet. Make its list first."


def test_marks_that_are_not_on_the_disk_are_told(stand):
    made = stand()
    exam = made.begin()
    made.store.is_full = True
    exam.mark_level("rhythm", Level.GOOD)
    assert "not saved yet" in made.part.words[1]
    made.store.is_full = False
    exam.mark_level("rhythm", Level.PART)
    assert made.part.words[1] == ""


def test_an_interrupted_attempt_is_told_and_stands_where_it_was(stand):
    made = stand()
    exam = made.begin()
    made.ticker.pass_time(*[1_000] * 3)
    exam.mark_level("rhythm", Level.GOOD)
    again = stand(store=made.store)
    again.exam.open_exam(made.book.open.record.id)
    again.sheet.candidates.next.click()
    assert "Interrupted" in again.part.words[1]
    assert again.part.time.text() == "4:57"
    assert again.part.clock.text() == "Go on"


def test_overtime_is_counted_loudly(stand):
    made = stand()
    made.begin()
    made.ticker.pass_time(*[1_000] * 301)
    assert made.part.time.text() == "+0:01"
    assert made.part.time.accessibleName() == "Time over by +0:01"


def test_a_remote_turns_to_the_next_task_from_either_window(stand):
    made = stand()
    exam = made.begin()
    made.open_tab(TASKS)
    made.press(Key.Key_PageDown)
    assert exam.attempt.task == 2
    down, up = (
        QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
        for key in (Key.Key_PageDown, Key.Key_PageUp)
    )
    assert made.sheet.obey(down)
    assert exam.attempt.task == 3
    assert made.sheet.obey(up)
    assert exam.attempt.task == 2
    black = QKeyEvent(QEvent.Type.KeyPress, Key.Key_B, Qt.KeyboardModifier.NoModifier, "b")
    assert made.sheet.obey(black)
    assert made.classroom.cover.name == "BLACK"
    exam.to_candidates()
    assert not made.sheet.obey(down)


def test_what_the_class_sees_is_told_all_the_time(stand):
    made = stand()
    exam = made.begin()
    assert made.sheet.line.text() == "The class sees task 1 of 5 and the time."
    made.press(Key.Key_F)
    exam.step_task(1)
    assert made.sheet.line.text() == "Frozen. The class sees task 1 of 5 and the time."
    made.press(Key.Key_W)
    assert made.sheet.line.text() == "The class sees white."
    made.press(Key.Key_W, Key.Key_F)
    assert made.sheet.line.text() == "The class sees task 2 of 5 and the time."
    exam.mark_gate("consent", held=False)
    assert made.sheet.line.text() == "The class sees “Next, please”."
