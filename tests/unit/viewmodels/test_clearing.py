"""What stands before the class is taken down by one key, and by whoever calls a candidate."""

import pytest

from massage_trainer.domain.classroom.board import Board
from massage_trainer.domain.classroom.slides import (
    Cover,
    LessonSlide,
    ResultSlide,
    Showing,
    TaskSlide,
    WaitingSlide,
)
from massage_trainer.domain.events import SessionState
from massage_trainer.domain.exam.attempt import AttemptState
from massage_trainer.domain.text import LocalizedText
from massage_trainer.viewmodels.class_lesson import ClassLesson
from massage_trainer.viewmodels.classroom import ClassroomViewModel
from massage_trainer.viewmodels.exam import ExamStage
from tests.class_stand import Room
from tests.exam_stand import ExamStand

RESULT = ResultSlide((), 12, 9)


@pytest.fixture
def classroom():
    return ClassroomViewModel()


def test_a_result_is_taken_down_and_nothing_is_left_to_take(classroom):
    classroom.show(RESULT)
    assert not classroom.is_clear
    classroom.clear()
    assert classroom.shown == classroom.prepared == Showing()
    assert classroom.is_clear
    told = []
    classroom.cleared.connect(lambda: told.append(1))
    classroom.clear()
    assert told == []


def test_what_is_frozen_goes_too_and_the_class_never_sees_what_was_prepared(classroom):
    classroom.show(RESULT)
    classroom.toggle_freeze()
    classroom.show(TaskSlide(1, 4, LocalizedText("Tìm huyệt", "Find the point")))
    seen = []
    classroom.shown_changed.connect(lambda: seen.append(classroom.shown.slide))
    classroom.clear()
    assert seen == [WaitingSlide()]
    assert not classroom.frozen


def test_a_black_screen_stays_black(classroom):
    classroom.show(RESULT)
    classroom.set_cover(Cover.BLACK)
    classroom.clear()
    assert classroom.cover is Cover.BLACK
    assert classroom.shown.slide == WaitingSlide()


def test_the_layers_that_were_chosen_stay_for_the_next_picture(classroom):
    layers = frozenset(list(classroom.prepared.board.layers)[:1])
    classroom.change_board(Board(layers=layers))
    classroom.show(RESULT)
    classroom.clear()
    assert classroom.prepared.board.layers == layers


def test_a_lesson_that_is_taken_down_stands_still_and_comes_back_when_it_goes_on():
    room = Room()
    classroom = ClassroomViewModel()
    slides = ClassLesson(room.lesson, classroom)
    room.begin()
    slides.activate()
    room.wait(20)
    assert isinstance(classroom.shown.slide, LessonSlide)
    classroom.clear()
    assert classroom.shown.slide == WaitingSlide()
    assert room.lesson.state is SessionState.PAUSED
    at = room.lesson.countdown.lesson_left_ms
    room.wait(30)
    slides.set_pair_word(LocalizedText("Đổi bên", "Change sides"))
    assert classroom.shown.slide == WaitingSlide()
    assert room.lesson.countdown.lesson_left_ms == at
    room.lesson.toggle()
    assert isinstance(classroom.shown.slide, LessonSlide)


def test_another_step_brings_a_lesson_back_and_so_does_its_sheet():
    room = Room()
    classroom = ClassroomViewModel()
    slides = ClassLesson(room.lesson, classroom)
    room.begin()
    slides.activate()
    room.wait(20)
    classroom.clear()
    room.lesson.jump_to_row(3)
    assert isinstance(classroom.shown.slide, LessonSlide)
    classroom.clear()
    slides.deactivate()
    slides.activate()
    assert isinstance(classroom.shown.slide, LessonSlide)


def test_candidates_are_announced_instead_of_the_end_of_a_quiz():
    stand = ExamStand()
    stand.classroom.show(RESULT)
    stand.exam.arrive()  # nothing is prepared yet: the result may still be talked about
    assert stand.slide == RESULT
    stand.draw()
    assert stand.slide.title.en == "Practical exam"
    assert stand.slide.text is None


def test_who_comes_back_to_a_prepared_exam_announces_it_again():
    stand = ExamStand()
    stand.draw()
    stand.classroom.show(RESULT)
    stand.exam.arrive()
    assert stand.slide.title.en == "Practical exam"
    number = stand.book.open.record.id
    stand.exam.to_setup()
    stand.classroom.show(RESULT)
    stand.exam.open_exam(number)
    assert stand.slide.title.en == "Practical exam"


def test_a_frozen_result_stays_until_a_candidate_is_called():
    stand = ExamStand()
    stand.classroom.show(RESULT)
    stand.classroom.toggle_freeze()
    stand.draw()
    assert stand.slide == RESULT
    stand.exam.take_next()
    assert stand.slide.text.en == "Paper 1"
    assert not stand.classroom.frozen
    stand.exam.start()
    assert isinstance(stand.slide, TaskSlide)


def test_who_leaves_a_candidate_for_the_quiz_finds_the_task_on_the_wall_again():
    stand = ExamStand()
    exam = stand.begin()
    exam.leave()
    stand.classroom.show(RESULT)
    stand.classroom.toggle_freeze()
    exam.arrive()
    assert isinstance(stand.slide, TaskSlide)


def test_a_task_frozen_on_purpose_stays_frozen_between_candidates():
    stand = ExamStand()
    exam = stand.begin()
    stand.classroom.toggle_freeze()
    exam.to_candidates()
    exam.take_next()
    assert stand.classroom.frozen


def test_a_task_that_is_taken_down_rests_with_its_clock():
    stand = ExamStand()
    exam = stand.begin()
    stand.classroom.clear()
    assert stand.slide == WaitingSlide()
    assert exam.attempt.state is AttemptState.PAUSED
    exam.write("holds the wrist straight")
    assert stand.slide == WaitingSlide()
    exam.start()
    assert isinstance(stand.slide, TaskSlide)
    stand.classroom.clear()
    exam.step_task(1)
    assert stand.slide.number == 2
    stand.classroom.clear()
    exam.finish()
    assert stand.slide.text.en == "Next, please"
    assert exam.stage is ExamStage.ATTEMPT
