"""What the console does to the living body, and when the class gets it."""

import pytest

from massage_trainer.domain.classroom.slides import LessonSlide, QuestionSlide, WaitingSlide
from massage_trainer.domain.countdown import look_at
from massage_trainer.domain.protocol import Timed
from massage_trainer.domain.session import Session
from massage_trainer.domain.stage import Camera
from massage_trainer.domain.stage_layers import DEFAULT_LAYERS, StageLayer
from massage_trainer.domain.text import LocalizedText
from massage_trainer.domain.timeline import unroll
from massage_trainer.viewmodels.classroom import ClassroomViewModel
from tests.examples import MINUTE, exactly, protocol, step

SIDE = Camera((0.0, -2.0, 1.5), (0.0, 0.0, 0.8), 30.0)
QUESTION = QuestionSlide(1, 3, LocalizedText("Ở đâu?", "Where?"))


def lesson_slide(name="press"):
    lesson = unroll(protocol(step(name, Timed(exactly(MINUTE)))))
    return LessonSlide(look_at(Session(lesson), lesson))


@pytest.fixture
def room(qapp):
    made = ClassroomViewModel()
    made.show(lesson_slide())
    return made


def test_both_windows_get_every_camera(room):
    room.switch_live(on=True)
    room.turn_to(SIDE)
    assert room.shown.board.camera == SIDE
    assert room.shown == room.prepared
    room.turn_to(None)
    assert room.shown.board.camera is None


def test_frozen_the_console_alone_is_live_turns_and_steps(room):
    room.toggle_freeze()
    room.switch_live(on=True)
    room.turn_to(SIDE)
    room.stand_in("far")
    assert not room.shown.board.live.on
    assert room.prepared.board.camera == SIDE
    room.toggle_freeze()
    assert room.shown.board.live == room.prepared.board.live


def test_the_next_picture_of_a_lesson_is_live_again_seen_as_its_still(room):
    room.switch_live(on=True)
    room.turn_to(SIDE)
    room.show(lesson_slide("other"))
    assert room.shown.board.live.on
    assert room.shown.board.camera is None


def test_a_moment_of_the_same_picture_leaves_the_camera(room):
    room.switch_live(on=True)
    room.turn_to(SIDE)
    room.show(lesson_slide(), same_picture=True)
    assert room.shown.board.camera == SIDE


def test_a_question_is_a_still_until_the_console_turns_it_and_a_lesson_stays_live(room):
    room.switch_live(on=True)
    room.show(QUESTION)
    assert not room.shown.board.live.on
    room.switch_live(on=True)
    assert room.shown.board.live.on
    room.show(QuestionSlide(2, 3, LocalizedText("Ở đâu?", "Where?")))
    assert not room.shown.board.live.on
    room.switch_live(on=False)
    room.show(lesson_slide())
    assert room.shown.board.live.on


def test_where_nothing_can_be_live_no_lesson_is(room):
    room.switch_live(on=True)
    room.show(QUESTION)
    room.switch_live(on=False, everywhere=True)
    room.show(lesson_slide())
    assert not room.shown.board.live.on


def test_chosen_while_the_class_waits_it_is_meant_for_the_lesson(room):
    room.show(WaitingSlide())
    room.switch_live(on=True)
    room.show(lesson_slide())
    assert room.shown.board.live.on


def test_layers_of_the_body_go_along_to_the_next_picture(room):
    room.switch_live(on=True)
    room.switch_stage_layer(StageLayer.PRACTITIONER, on=False)
    room.switch_stage_layer(StageLayer.SPINE, on=True)
    room.show(lesson_slide("other"))
    wanted = DEFAULT_LAYERS - {StageLayer.PRACTITIONER} | {StageLayer.SPINE}
    assert room.shown.board.live.layers == wanted
    room.toggle_freeze()
    room.switch_stage_layer(StageLayer.SPINE, on=False)
    assert room.shown.board.live.layers == wanted
