"""Where the hands are before a class: by its clock, or in a key frame while the time stands."""

import pytest

from massage_trainer.domain.classroom.live_moment import class_moment
from massage_trainer.domain.classroom.live_view import LiveView
from massage_trainer.domain.countdown import look_at
from massage_trainer.domain.protocol import Timed
from massage_trainer.domain.session import Session
from massage_trainer.domain.stage_time import StageMoment, next_frame, stage_moment
from massage_trainer.domain.timeline import unroll
from tests.examples import MINUTE, exactly, protocol, step
from tests.unit.domain.test_stage_time import scene

STAGE = scene({"off": "rest", "on": "press", "far": "move"}, ("off", "on", "far"), "on")
PLATE = STAGE.plates[0]
BACK_AND_FORTH = scene({"a": "move", "b": "move"}, ("a", "a~b.1", "b"), "a")
WAY = BACK_AND_FORTH.plates[0]


@pytest.fixture
def session():
    lesson = unroll(protocol(step("press", Timed(exactly(MINUTE)))))
    made = Session(lesson)
    made.start()
    made.advance(12_300)
    return made, lesson


def at(session, live, *, moves=True):
    made, lesson = session
    return class_moment(STAGE, PLATE, look_at(made, lesson), live, moves=moves)


def test_the_hands_are_where_the_lessons_clock_is(session):
    made, lesson = session
    here = stage_moment(STAGE, PLATE, look_at(made, lesson))
    assert at(session, LiveView(on=True)) == here
    made.advance(1_100)
    later = at(session, LiveView(on=True))
    assert later == stage_moment(STAGE, PLATE, look_at(made, lesson))
    assert later != here


def test_a_frame_that_was_turned_to_counts_only_while_the_time_stands(session):
    turned = LiveView(on=True, frame="far")
    assert at(session, turned) != StageMoment.at("far")
    session[0].pause()
    assert at(session, turned) == StageMoment.at("far")


def test_a_frame_of_another_scene_counts_for_nothing(session):
    session[0].pause()
    assert at(session, LiveView(on=True, frame="nowhere")) == at(session, LiveView(on=True))


def test_without_movement_key_frames_stand_or_fade(session):
    assert 0 < at(session, LiveView(on=True)).pose[2] < 1
    assert at(session, LiveView(on=True), moves=False).pose[2] == 0


def test_frames_are_turned_to_one_after_the_other_round_and_round():
    seen = ["off"]
    for _ in range(3):
        seen.append(next_frame(STAGE, PLATE, StageMoment.at(seen[-1]), 1))
    assert seen == ["off", "on", "far", "off"]
    assert next_frame(STAGE, PLATE, StageMoment.at("off"), -1) == "far"


def test_from_between_two_frames_the_next_one_is_turned_to():
    assert next_frame(BACK_AND_FORTH, WAY, StageMoment("a~b.1", "b", 0.4), 1) == "b"
    assert next_frame(BACK_AND_FORTH, WAY, StageMoment.at("somewhere"), -1) == "b"
