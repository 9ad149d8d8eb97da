"""What is watched: every second of a lesson, no moment twice, from sides that differ."""

import math
import subprocess
import sys

import pytest
from PySide6.QtGui import QImage

from massage_trainer.domain.live_bodies import flesh_of
from massage_trainer.domain.plate import ClientBody
from massage_trainer.domain.timeline import unroll
from massage_trainer.services.live_scenes import LiveScenes
from massage_trainer.services.resources import assets_dir
from tests.content.spoken_lessons import lesson
from tests.watch.seconds import WAITING_MS, Seen, all_bones, different, farthest, looks, skeleton
from tests.watch.sides import sides

LESSON = "stretch-knees-down"
WITHIN_M = 0.01


@pytest.fixture
def scenes():
    return LiveScenes(assets_dir() / "stage")


@pytest.fixture
def watched(scenes):
    return different(LESSON, ClientBody.MAN, scenes, WITHIN_M, Seen())


def test_no_second_is_left_out(scenes, watched):
    segments = unroll(lesson(LESSON)).segments
    whole_ms = sum(s.gap_ms + (s.duration_ms or WAITING_MS) for s in segments)
    assert watched.seconds == whole_ms / 1000
    every = list(looks(LESSON, ClientBody.MAN, scenes))
    assert {each.segment.path for each in every if each} == {s.path for s in segments}
    assert watched.without_scene == 0
    assert watched.equal == watched.seconds - len(watched.looks)


def test_every_second_is_drawn_or_as_good_as_one_that_is(scenes, watched):
    drawn = [(each.found.scene.id, each.poses) for each in watched.looks]
    for look in looks(LESSON, ClientBody.MAN, scenes):
        bones = all_bones(look.found.scene, look.poses)
        assert any(
            scene == look.found.scene.id
            and farthest(all_bones(look.found.scene, poses), bones) < WITHIN_M
            for scene, poses in drawn
        ), look.words


def test_what_was_seen_in_one_lesson_is_not_drawn_again_in_the_next(scenes):
    seen = Seen()
    first = different(LESSON, ClientBody.MAN, scenes, WITHIN_M, seen)
    assert first.looks
    assert not different(LESSON, ClientBody.MAN, scenes, WITHIN_M, seen).looks
    # Her body is another one.
    assert different(LESSON, ClientBody.WOMAN, scenes, WITHIN_M, seen).looks


@pytest.mark.parametrize("lesson_id", [LESSON, "hip-knee-mobilisation"])
def test_the_three_sides_differ_and_no_camera_stands_in_a_body(lesson_id, scenes):
    found = different(lesson_id, ClientBody.MAN, scenes, 0.3, Seen())
    for look in found.looks:
        cameras = sides(look)
        assert len(cameras) == 3
        ways = [math.atan2(c.eye[1] - c.at[1], c.eye[0] - c.at[0]) for c in cameras]
        for at in range(3):
            turn = abs(ways[at] - ways[at - 1]) % (2 * math.pi)
            assert min(turn, 2 * math.pi - turn) > math.radians(20), look.words
        balls = [
            ball
            for figure, pose in zip(look.found.scene.figures, look.poses, strict=True)
            for ball in flesh_of(skeleton(figure.mesh), pose)
        ]
        for camera in cameras[1:]:
            assert all(math.dist(camera.eye, ball.middle) > ball.radius for ball in balls)


def test_the_sheets_are_drawn_with_the_live_renderer(tmp_path):
    command = [sys.executable, "-m", "tests.watch", tmp_path, LESSON]
    done = subprocess.run(
        [*command, "--client", "man", "--within-mm", "3000"],
        cwd=assets_dir().parent,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=True,
        timeout=120,
    )
    assert "317 s, 4 different moments, 12 pictures on 2 sheets" in done.stdout
    for sheet in tmp_path.iterdir():
        picture = QImage(str(sheet))
        assert picture.width() == 3 * 480
        # Nobody stands there with one colour.
        seen = {picture.pixel(x, 200) for x in range(0, 480, 4)}
        assert len(seen) > 20
