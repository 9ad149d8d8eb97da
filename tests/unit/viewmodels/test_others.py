"""Preferences, library, teacher's settings and problems, without a disk."""

from pathlib import Path

import pytest

from massage_trainer.domain.bookmark import Bookmark
from massage_trainer.domain.errors import TrainerError
from massage_trainer.domain.problems import Problem, ProblemKind
from massage_trainer.domain.protocol import Status
from massage_trainer.viewmodels.library import LibraryViewModel
from massage_trainer.viewmodels.preferences import PreferencesViewModel
from massage_trainer.viewmodels.problems import ProblemsViewModel
from massage_trainer.viewmodels.teacher import TeacherViewModel
from tests.examples import MINUTE, example_catalog, example_lesson
from tests.fakes import MemoryBookmarks, MemoryLessons, MemorySettings, MemoryTeacher


@pytest.fixture
def lessons():
    return MemoryLessons(example_catalog(), example_lesson(), errors=("x.yaml:1:1: broken",))


@pytest.fixture
def teacher(qapp, lessons):
    return TeacherViewModel(MemoryTeacher(), lessons)


def test_a_preference_is_saved_and_told_once(qtbot):
    store = MemorySettings()
    preferences = PreferencesViewModel(store)
    with qtbot.wait_signal(preferences.changed, timeout=0):
        preferences.update(language="en")
    assert store.saved.language == "en"
    with qtbot.assert_not_emitted(preferences.changed):
        preferences.update(language="en")


@pytest.mark.parametrize("change", [{"colour": "red"}, {"wait_at_zero": "yes"}, {"language": 1}])
def test_an_unknown_preference_or_a_wrong_type_is_a_mistake_of_ours(qapp, change):
    with pytest.raises(TypeError, match="preference"):
        PreferencesViewModel(MemorySettings()).update(**change)


def test_the_library_lists_lessons_places_and_mistakes(qapp, lessons):
    bookmarks = MemoryBookmarks()
    bookmarks.put(Bookmark("example", "rub", 2, 12))
    library = LibraryViewModel(lessons, bookmarks)
    assert [card.id for card in library.cards] == ["example"]
    assert library.errors == ("x.yaml:1:1: broken",)
    assert library.place("example").done == 2
    assert library.place("other") is None


def test_the_teacher_sees_every_number_once(teacher):
    keys = [number.amount.key for number in teacher.numbers()]
    assert "example/stretch.hold" in keys
    assert len(keys) == len(set(keys))


def test_a_teachers_number_is_saved_told_and_applied(qtbot, teacher):
    with qtbot.wait_signal(teacher.changed, timeout=0):
        teacher.set_amount("example/rub.time", 3 * MINUTE)
    rub = next(s for s in teacher.settled("example").body if s.id == "rub")
    assert (rub.dose.time.chosen, rub.dose.time.status) == (3 * MINUTE, Status.TEACHER)
    teacher.set_amount("example/rub.time", None)
    assert teacher.choices.amounts == {}


def test_an_answer_can_be_given_and_taken_back(teacher):
    teacher.set_answer("strokes-split", "teacher-split")
    assert teacher.choices.answers == {"strokes-split": "teacher-split"}
    teacher.set_answer("strokes-split", None)
    assert teacher.choices.answers == {}


def test_the_class_dose_is_set_and_taken_to_another_computer(lessons, teacher):
    teacher.set_class_dose(on=True, percent=40)
    teacher.export_to(Path("usb.json"))
    other = TeacherViewModel(MemoryTeacher(), lessons)
    other_store = MemoryTeacher()
    other_store.files[Path("usb.json")] = teacher.choices
    other = TeacherViewModel(other_store, lessons)
    other.import_from(Path("usb.json"))
    assert other.choices == teacher.choices
    assert other_store.saved == teacher.choices


def test_a_file_that_cannot_be_read_changes_nothing(teacher):
    before = teacher.choices
    with pytest.raises(TrainerError, match="no such file"):
        teacher.import_from(Path("nowhere.json"))
    assert teacher.choices == before


def test_a_problem_is_told_once(qtbot):
    problems = ProblemsViewModel()
    problem = Problem(ProblemKind.CANNOT_SAVE, "/somewhere: read-only")
    with qtbot.wait_signal(problems.changed, timeout=0):
        problems.report(problem)
    problems.dismiss()
    with qtbot.assert_not_emitted(problems.changed):
        problems.report(problem)
    assert problems.shown == []
