"""A lesson in a real window on a virtual display: its picture moves, stands, and falls back."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.virtual_display import VirtualDisplay

pytestmark = pytest.mark.xvfb
ROOT = Path(__file__).resolve().parents[2]


def run(folder, *words):
    """In a process of its own: this one has no OpenGL."""
    with VirtualDisplay(folder, size="1400x900x24") as display:
        environment = dict(os.environ) | {"DISPLAY": display.name, "QT_QPA_PLATFORM": "xcb"}
        done = subprocess.run(
            [sys.executable, "-m", "tests.e2e.lesson_live_child", str(folder), *words],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=280,
        )
    assert done.returncode == 0, done.stderr[-4000:]
    return json.loads(done.stdout.splitlines()[-1])


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    return run(tmp_path_factory.mktemp("lesson"))


def test_the_still_is_painted_before_anything_live_is_loaded_and_then_the_body_comes(told):
    assert told["first"] == [False, False]
    assert told["came"]


def test_the_picture_moves_with_the_clock_of_the_lesson(told):
    assert min(told["moved"]) > 0.5


def test_paused_it_stands_and_costs_nothing(told):
    assert told["paused"]["differs"] == 0.0
    assert told["paused"]["frames"] == 0
    assert told["paused"]["busy_s"] < 0.3


def test_paused_a_key_brings_the_next_key_frame(told):
    assert told["stepped"] > 0.5


def test_a_key_chooses_between_stills_and_the_body(told):
    assert told["still"] == [False, False, "off"]
    assert told["again"]


def test_a_broken_context_gives_the_still_says_so_once_and_the_lesson_goes_on(told):
    assert told["broken"] == {"live": False, "button": False, "told": 1, "runs": True, "sees": True}


def test_chosen_stills_load_nothing_of_the_stage_until_another_choice(tmp_path):
    found = run(tmp_path, "stills")
    assert found == {"loaded": False, "offered": True, "live": True, "setting": "auto"}


def test_while_it_is_asked_who_lies_there_the_first_picture_of_the_client_is_rehearsed(tmp_path):
    found = run(tmp_path, "choose")
    assert found["came"]
    assert found["client"] == "woman/client"
    assert found["pixels"] < 5_000, "nobody sees it"
    assert not found["open"]


def test_who_comes_back_finds_the_body_of_the_last_lesson_rehearsed_unless_stills_are_wanted(
    tmp_path,
):
    found = run(tmp_path, "back")
    assert found == {"loaded": False, "came": True, "client": "woman/client", "wanted": False}
