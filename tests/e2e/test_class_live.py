"""A class with two real windows on one display: the living body is the same in both, or a still."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.virtual_display import VirtualDisplay

pytestmark = pytest.mark.xvfb
ROOT = Path(__file__).resolve().parents[2]
# One place of the picture is the same on both windows: half a percent of a metre of body.
SAME_PLACE_M = 0.005


def run(folder, what):
    """Done once, by a process of its own: this one has no OpenGL."""
    with VirtualDisplay(folder, size="2600x1200x24") as display:
        environment = dict(os.environ) | {"DISPLAY": display.name, "QT_QPA_PLATFORM": "xcb"}
        done = subprocess.run(
            [sys.executable, "-m", "tests.e2e.class_live_child", what, str(folder)],
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
    return run(tmp_path_factory.mktemp("class"), "lesson")


@pytest.fixture(scope="module")
def asked(tmp_path_factory):
    return run(tmp_path_factory.mktemp("question"), "question")


def test_two_windows_without_a_card_begin_as_stills(told):
    assert told["begins"] == [False, "no-card", False]


def test_both_show_the_same_moment_of_the_same_scene(told):
    assert told["in_step"] == [[True, True]] * 8
    assert told["moments"] > 4
    # Of 255; one is drawn smaller than the other, and lines are as heavy at any size.
    assert told["differs"] < 8


def test_the_body_turns_on_both_with_every_step_of_a_drag(told):
    assert told["dragged"] == [True] * 4


def test_the_same_place_of_the_picture_is_the_same_place_of_the_body(told):
    for apart in (*told["apart"], *told["apart_zoomed"]):
        assert 0 <= apart < SAME_PLACE_M
    assert told["zoom"] == [1.0, True]
    one, other = told["spotlight"]
    assert one == other == [0.5, 0.6]
    assert told["aspects"][0] == pytest.approx(told["aspects"][1], rel=0.005)


def test_frozen_the_class_sees_the_same_dots_while_the_console_turns_and_goes_on(told):
    assert told["frozen"] == [True, True]
    assert told["unfrozen"] == [True, True]


def test_no_hint_and_no_other_window_comes_up(told):
    assert told["others"] == [[], False]
    assert told["others broken"] == []


def test_when_drawing_fails_both_are_stills_and_the_console_alone_is_told(told):
    mine, theirs, possible, on, same_words, problems = told["broken"]
    assert not any((mine, theirs, possible, on))
    assert same_words
    assert problems == ["NO_LIVE_VIEW"]


def test_a_question_begins_as_a_still_however_lessons_are_shown(asked):
    assert asked["begins"] == [False, False]
    assert asked["next"] == [False, False]


def test_nothing_is_told_by_counting_or_by_turning(asked):
    assert asked["unseen"]
    assert asked["texts"]
    assert asked["layers"] == [["client", "clothes", "practitioner"]], "no guides"


def test_a_click_on_the_living_body_is_the_same_answer_as_on_its_still(asked):
    assert asked["same_place"] < SAME_PLACE_M
    assert asked["same_spot"] < 0.005


def test_a_turned_body_takes_the_marks_along_and_is_clicked_where_they_are(asked):
    assert asked["keys"]
    assert asked["turned"]
    assert asked["mark_moved"] > 0.03
    assert 0 <= asked["found_again"] < SAME_PLACE_M
    assert asked["reveal_live"] == [True, True]
