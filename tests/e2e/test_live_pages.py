"""Atlas and quiz with a body that turns, in the real window on a virtual display."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from massage_trainer.domain.quiz.kinds import KINDS
from tests.virtual_display import VirtualDisplay

pytestmark = [pytest.mark.xvfb, pytest.mark.slow]
ROOT = Path(__file__).resolve().parents[2]
SCRIPT = Path(__file__).with_name("live_pages_child.py")


def play(folder, part, size, language):
    """What a part of the script has found."""
    with VirtualDisplay(folder) as display:
        environment = {k: v for k, v in os.environ.items() if k != "QT_QPA_PLATFORM"}
        environment |= {"DISPLAY": display.name, "PYTHONPATH": str(ROOT)}
        command = [sys.executable, str(SCRIPT), str(folder), part, *map(str, size), language]
        done = subprocess.run(
            command, check=False, env=environment, capture_output=True, text=True, timeout=600
        )
    assert done.returncode == 0, done.stderr
    return json.loads((folder / f"{part}.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module", params=[((1000, 640), "vi"), ((800, 560), "en")], ids=str)
def rounds(request, tmp_path_factory):
    """A round of every kind in the harder form, with the keyboard alone."""
    return play(tmp_path_factory.mktemp("kinds"), "kinds", *request.param)


def test_every_kind_is_played_in_the_harder_form_by_keyboard_alone(rounds):
    assert set(rounds["kinds"]) == {kind.id for kind in KINDS}
    assert all(rounds["kinds"].values())
    assert len(rounds["turned"]) == len(KINDS)
    assert all(rounds["turned"]), "each round is kept as one of the harder form"


def test_a_question_begins_where_nothing_of_its_answer_is_seen(rounds):
    assert len(rounds["places"]) == 10
    for asked in rounds["places"]:
        assert asked["seen"] == 0, asked
        assert asked["marks"] == 0, asked
        assert asked["named"] == [], asked
        assert not asked["way_round"], asked
        assert asked["turns"] > 0, asked


def test_until_the_body_is_there_the_sheet_is_empty_and_takes_no_answer(rounds):
    blank = [asked["blank"] for asked in rounds["places"] if asked["blank"]]
    assert blank, "a scene that is not drawn yet begins with an empty sheet"
    assert all(each == {"colours": 1, "draft": False, "marks": 0} for each in blank)


def test_questions_begin_from_all_round(rounds):
    assert len({asked["yaw"] for asked in rounds["places"]}) > 3


def test_a_body_turned_to_the_place_takes_the_answer_as_the_still_does(rounds):
    grades = [asked["grade"] for asked in rounds["places"]]
    # Seen from where the whole body is seen, two pixels of a fold are half a cun.
    assert set(grades) <= {"hit", "near"}, rounds["places"]
    assert grades.count("hit") >= 8, rounds["places"]
    for asked in rounds["places"]:
        assert asked["distance"] < 0.7, asked
        assert asked["at"] is None, "of another camera it would mean another place"


def test_the_crosshair_stays_on_the_skin_while_the_camera_comes_nearer(rounds):
    for asked in rounds["places"]:
        assert asked["slip"] < 0.03, asked
        assert asked["drawn"], asked


def test_after_the_answer_the_right_place_is_in_sight(rounds):
    assert all("RIGHT" in asked["told"] for asked in rounds["places"])


def test_a_body_that_is_lost_leaves_the_still_and_says_so(tmp_path):
    lost = play(tmp_path, "lost", (1000, 640), "en")
    assert not lost["live"]
    assert lost["colours"] > 100, "the still is seen instead"
    before, after = lost["notice"]
    assert before.startswith("Turn the body first")
    assert "still picture" in after
    assert lost["shown"]
    assert lost["grade"] == "hit", "the still is answered as any other"
    assert lost["asks"]
    assert lost["next"], "and so is the next one, which says it, too"
    assert lost["problems"] == 1
    assert not lost["offered"]
    assert lost["lack"]
    assert lost["wished"], "the wish waits for another computer"


def test_the_atlas_shows_a_body_that_turns(tmp_path):
    seen = play(tmp_path, "atlas", (900, 620), "en")
    assert seen["still"]["colours"] > 100, "the still is seen first"
    assert seen["chosen"]["at"] == pytest.approx((0.5, 0.5), abs=0.02)
    assert seen["turned"]
    assert all(there == drawn for there, drawn in seen["signs"]), seen["signs"]
    assert seen["clicked"], "a click on the skin chooses the point that is there"
    assert seen["walked"], "an arrow alone goes to the next point"
    channels = ["channels", "client", "clothes", "practitioner"]
    assert seen["guides"] == {"drawn": True, "layers": channels, "offered": True}
    assert seen["stills"] == {"live": False, "wish": "off"}
    assert seen["again"]
