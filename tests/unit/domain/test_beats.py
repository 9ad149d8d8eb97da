"""Hands that beat in turn: how often, how far, and how little the body above them sways."""

import math

import pytest

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.beats import BEAT_MS, BEATEN, Beats
from massage_trainer.domain.plate import ClientBody
from massage_trainer.domain.stage import posed_bones
from massage_trainer.domain.stage_time import moment_in, poses_at
from massage_trainer.domain.timeline import unroll
from massage_trainer.services.live_scenes import LiveScenes
from massage_trainer.services.live_skeletons import SkeletonStore
from massage_trainer.services.plates import read_plate_index
from massage_trainer.services.resources import assets_dir
from tests.content.spoken_lessons import lesson

STEP_MS = 50
STEPS = ("percussion", "patting", "hacking")
FASTEST = 0.8  # metres a second of a hand
SWAY = 0.45  # and of head and chest


def test_a_round_goes_there_and_back_and_ends_where_it_began():
    beats = Beats.over([500.0, 1_500.0])
    way = [(leg, backwards) for leg, backwards, _ in beats.legs]
    assert way[:6] == [(0, False), (0, True), (0, False), (0, True), (0, False), (1, False)]
    assert way[6:] == [(leg, not backwards) for leg, backwards in way[5::-1]]
    assert beats.at(0.0) == beats.at(1.0) == (0, 0.0)


def test_a_pass_of_the_lesson_is_filled_with_beats():
    assert Beats.over([500.0, 500.0], 20_000).ms == pytest.approx(20_000, rel=0.15)


def segments():
    for name in ("lumbar-acupressure", "other-back-techniques"):
        for segment in unroll(lesson(name)).segments:
            if segment.step.stroke_id in BEATEN and segment.duration_ms:
                yield segment


@pytest.fixture(scope="module")
def scenes():
    return LiveScenes(assets_dir() / "stage")


def test_every_step_that_is_beaten_is_among_those_looked_at():
    assert {segment.step.id.rpartition("/")[2] for segment in segments()} == set(STEPS)


@pytest.mark.parametrize("step", STEPS)
def test_hands_beat_as_often_as_the_scene_lets_them_and_nobody_rocks(scenes, step):
    segment = next(each for each in segments() if each.step.id.endswith(step))
    index = read_plate_index(assets_dir() / "plates")
    still = index.still(segment.step.plate_id, Side.RIGHT, client=ClientBody.MAN)
    of = scenes.of(still)
    skeleton = SkeletonStore(assets_dir() / "stage").of(of.scene)[1]
    watched = [skeleton.names.index(name) for name in ("wrist.L", "wrist.R", "head", "spine01")]
    landed, before, beats, lasts_ms = None, None, 0, min(segment.duration_ms, 15_000)
    for ms in range(0, lasts_ms, STEP_MS):
        moment = moment_in(of.scene, of.plate, segment, ms, segment.duration_ms)
        assert not moment.fades
        here = moment.frame if moment.share < 0.5 else moment.onto
        if here in of.scene.meanings and here != landed:
            landed, beats = here, beats + 1
        bones = posed_bones(skeleton, poses_at(of.scene, moment)[1])
        now = [bones[bone].at for bone in watched]
        if before is not None:
            speeds = [math.dist(*at) / (STEP_MS / 1000) for at in zip(before, now, strict=True)]
            assert max(speeds[:2]) < FASTEST, ms
            assert max(speeds[2:]) < SWAY, ms
        before = now
    assert beats / (lasts_ms / 1000) > 1.0
    assert beats / (lasts_ms / 1000) <= 1000 / BEAT_MS
