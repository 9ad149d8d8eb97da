"""The teacher's settings."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QTabWidget

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.protocol import PointHold, Points
from massage_trainer.domain.teacher import TeacherChoices
from massage_trainer.widgets.duration_box import DurationBox
from massage_trainer.widgets.fields import NumberBox
from massage_trainer.widgets.teacher_number import NumberRow
from massage_trainer.widgets.teacher_questions import QuestionCard
from massage_trainer.widgets.toggles import WrappingCheck, WrappingRadio
from tests.examples import MINUTE, exactly, example_catalog, protocol, step
from tests.fakes import MemoryLessons
from tests.unit.widgets.fitting import settle
from tests.unit.widgets.shell_stand import OWN_PATH


@pytest.fixture
def room(shell):
    """A shell and its open teacher dialog."""

    def make(language="vi"):
        stand = shell(language=language)
        return stand, stand.teacher_dialog(stand.window())

    return make


def answers(dialog):
    return dialog.findChild(QuestionCard, "question-strokes-split").findChildren(WrappingRadio)


def row(dialog, key):
    rows = {r.number.amount.key: r for r in dialog.findChildren(NumberRow)}
    return rows[key]


def box(dialog, key):
    return dialog.findChild(NumberBox, f"value-{key}")


def words(widget):
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]


def test_an_open_question_says_what_is_taught_until_it_is_answered(room):
    _, dialog = room("en")
    first, *choices = answers(dialog)
    assert first.isChecked()
    assert first.text() == "Not answered. Until then: 2, 3 and 5 (en)"
    assert [radio.text() for radio in choices] == ["2, 3 and 5 (en)", "your own (en)"]
    assert first.accessibleDescription() == "How are the ten minutes divided? (en)"


def test_an_answer_is_kept_at_once_and_can_be_taken_back(room):
    stand, dialog = room()
    first, _, own = answers(dialog)
    own.click()
    assert stand.teacher_store.saved.answers == {"strokes-split": "teacher-split"}
    first.click()
    assert stand.teacher_store.saved.answers == {}


def test_an_answer_of_the_file_is_shown(room):
    stand, dialog = room()
    stand.teacher.set_answer("strokes-split", "teacher-split")
    assert [radio.isChecked() for radio in answers(dialog)] == [False, False, True]


def test_an_answer_that_is_no_choice_any_more_counts_as_open(room):
    stand, dialog = room()
    stand.teacher.set_answer("strokes-split", "gone")
    assert answers(dialog)[0].isChecked()


def test_every_number_of_the_lesson_has_a_field_under_its_step(room):
    stand, dialog = room()
    shown = [r.number for r in dialog.findChildren(NumberRow)]
    assert shown == stand.teacher.numbers()


def test_times_are_typed_as_minutes_and_counts_as_numbers(room):
    _, dialog = room()
    assert isinstance(box(dialog, "example/rub.time"), DurationBox)
    assert box(dialog, "example/rub.time").text() == "2:00"
    assert not isinstance(box(dialog, "example/bend.count"), DurationBox)
    assert box(dialog, "example/bend.count").value() == 10


def test_a_default_is_changed_and_called_the_teachers(room, qtbot):
    stand, dialog = room("en")
    field = box(dialog, "example/rub.time")
    field.selectAll()
    qtbot.keyClicks(field, "1:30")
    assert stand.teacher_store.saved.amounts == {}  # not while it is typed
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert dialog.isVisible()  # Enter ends the typing, not the dialog
    assert stand.teacher_store.saved.amounts == {"example/rub.time": 90_000}
    assert words(row(dialog, "example/rub.time"))[-2:] == [
        "In the lesson: 2 min, program default",
        "set by the teacher",
    ]


@pytest.mark.parametrize(
    ("value", "whose"),
    [(5, "from the source"), (4, "from the source"), (2, "shortened for practice")],
)
def test_a_number_of_the_source_may_be_chosen_in_its_range_or_shortened(room, value, whose):
    stand, dialog = room("en")
    box(dialog, "example/stretch.times").setValue(value)
    assert stand.teacher_store.saved.amounts == {"example/stretch.times": value}
    shown = words(row(dialog, "example/stretch.times"))
    assert shown[-2:] == ["In the lesson: 3–5 times, from the source", whose]


def test_a_number_goes_back_to_the_lessons(room):
    stand, dialog = room()
    reset = dialog.findChild(QAbstractButton, "reset-example/rub.time")
    assert not reset.isEnabled()
    stand.teacher.set_amount("example/rub.time", MINUTE)
    assert reset.isEnabled()
    reset.click()
    assert stand.teacher_store.saved.amounts == {}
    assert box(dialog, "example/rub.time").text() == "2:00"


def test_stepping_back_to_the_lessons_number_is_no_setting(room):
    stand, dialog = room()
    field = box(dialog, "example/bend.count")
    field.stepUp()
    field.stepDown()
    assert stand.teacher_store.saved.amounts == {}


def test_the_number_of_a_point_names_the_point(shell):
    hold = exactly(MINUTE, key="example/press.BL23.hold")
    lesson = protocol(step("press", Points((PointHold("BL23", hold),)), Side.LEFT))
    stand = shell(language="en", lessons=MemoryLessons(example_catalog(), lesson))
    dialog = stand.teacher_dialog(stand.window())
    dialog.findChild(QTabWidget, "tabs").setCurrentIndex(1)
    assert words(row(dialog, hold.key))[0] == "Hold for · Shènshū (BL23)"


def test_the_class_dose_is_off_until_it_is_turned_on(room):
    stand, dialog = room()
    on = dialog.findChild(WrappingCheck, "class-dose")
    percent = dialog.findChild(NumberBox, "class-dose-percent")
    assert not on.isChecked()
    assert not percent.isEnabled()
    on.click()
    assert stand.teacher_store.saved == TeacherChoices(class_dose=True, class_dose_percent=50)
    assert percent.isEnabled()
    percent.setValue(40)
    assert stand.teacher_store.saved.class_dose_percent == 40
    on.click()
    assert not stand.teacher_store.saved.class_dose


def test_the_settings_go_to_a_file_and_come_from_one(room):
    stand, dialog = room("en")
    stand.picker.path = Path("/media/stick/teacher.json")
    stand.teacher.set_answer("strokes-split", "2-3-5")
    dialog.findChild(QAbstractButton, "save-file").click()
    assert stand.teacher_store.files[stand.picker.path].answers == {"strokes-split": "2-3-5"}
    assert dialog.message.replace("\u200b", "") == "Saved: /media/stick/teacher.json"
    stand.teacher_store.files[stand.picker.path] = TeacherChoices(amounts={"example/rub.time": 7})
    dialog.findChild(QAbstractButton, "load-file").click()
    assert stand.teacher_store.saved.amounts == {"example/rub.time": 7}
    assert dialog.message.replace("\u200b", "") == "Loaded: /media/stick/teacher.json"
    assert [title for title, *_ in stand.picker.titles] == [
        "Save teacher settings",
        "Load teacher settings",
    ]


@pytest.mark.parametrize("name", ["save-file", "load-file"])
def test_thinking_better_of_it_changes_nothing(room, name):
    stand, dialog = room()
    dialog.findChild(QAbstractButton, name).click()
    assert dialog.message == ""
    assert stand.teacher_store.files == {}


def test_a_file_that_cannot_be_read_is_told_and_nothing_is_lost(room):
    stand, dialog = room("en")
    stand.teacher.set_answer("strokes-split", "2-3-5")
    stand.picker.path = Path("/gone.json")
    dialog.findChild(QAbstractButton, "load-file").click()
    assert dialog.message == "The file could not be read: /gone.json: no such file"
    assert stand.teacher_store.saved.answers == {"strokes-split": "2-3-5"}


def test_a_file_that_cannot_be_written_is_told(room):
    stand, dialog = room("en")
    stand.teacher_store.full = True
    stand.picker.path = Path("/full/teacher.json")
    dialog.findChild(QAbstractButton, "save-file").click()
    assert dialog.message == "The file could not be written: /full/teacher.json: disk full"


def test_the_way_to_the_recordings_is_asked_for(room, qtbot):
    _, dialog = room()
    with qtbot.wait_signal(dialog.voice_clicked):
        dialog.findChild(QAbstractButton, "own-voice").click()


def test_the_place_of_the_own_file_is_shown(room):
    _, dialog = room()
    path = dialog.findChild(QLabel, "settings-path").text()
    assert OWN_PATH in path.replace("\u200b", "")


def test_the_open_dialog_changes_its_language(room):
    stand, dialog = room("vi")
    assert dialog.windowTitle() == "Thiết lập của giáo viên"
    stand.preferences.update(language="en")
    settle(dialog)
    tabs = dialog.findChild(QTabWidget, "tabs")
    assert dialog.windowTitle() == "Teacher settings"
    assert [tabs.tabText(n) for n in range(3)] == ["Open questions", "Numbers", "Class and file"]
    assert answers(dialog)[1].text() == "2, 3 and 5 (en)"
    assert dialog.findChild(QComboBox, "lesson").currentText() == "Example lesson (en)"
    assert words(row(dialog, "example/rub.time"))[0] == "Time"


def test_escape_closes_the_dialog(room, qtbot):
    _, dialog = room()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
