"""The live view on a virtual display: its pictures, its stillness, and what it does in trouble."""

import json
import os
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from massage_trainer.services.graphics_mark import GraphicsMark
from tests.stage_examples import write_stage
from tests.unit.widgets.drawn import ROOT, draw_into
from tests.virtual_display import VirtualDisplay

pytestmark = pytest.mark.xvfb
SCRIPT = Path(__file__).with_name("draw_live.py")


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    """Everything is drawn once, by a process of its own."""
    folder = tmp_path_factory.mktemp("live")
    draw_into(folder, SCRIPT.name)
    return json.loads((folder / "live.json").read_text(encoding="utf-8"))


def test_a_live_picture_looks_as_the_still_of_the_same_camera(report):
    # In parts of 255; another pose of the same scene differs by far more.
    assert report["compare"]["differs"] < 2.5
    assert report["compare"]["moved"] > 2 * report["compare"]["differs"]


def test_what_stands_still_costs_nothing(report):
    assert report["frames"]["idle"]["frames"] == 0
    assert report["frames"]["idle"]["busy_s"] < 0.2


def test_what_moves_is_drawn_and_what_is_hidden_is_not(report):
    assert report["frames"]["moved"] == 12
    assert report["frames"]["hidden"] == 0
    assert report["frames"]["back"]


def test_what_is_shown_at_the_end_of_the_program_begins_nothing_anew(report):
    assert report["frames"]["ended"]


def test_two_views_of_one_scene_stay_in_step(report):
    assert report["two"]["differs"] == 0.0


def test_two_views_that_move_are_drawn_by_turns(report):
    """Whatever their sizes, and whatever else the computer does."""
    turns = report["two"]["turns"]
    assert len(turns) >= 8
    twice = sum(after == before for before, after in pairwise(turns))
    assert twice <= len(turns) / 6
    assert abs(turns.count(turns[0]) - len(turns) / 2) <= 2
    assert report["two"]["end"]


def test_without_movement_one_picture_fades_into_the_next(report):
    whole = report["fade"]["whole"]
    for share, (first, second) in zip((0.1, 0.5, 0.9, 1.0), report["fade"]["differs"], strict=True):
        assert first == pytest.approx(share * whole, abs=0.15 * whole)
        assert second == pytest.approx((1 - share) * whole, abs=0.15 * whole)
    # Each of the four poses roughly and finely: the fading itself draws nothing.
    assert report["fade"]["frames"] <= 8


def test_a_place_of_the_client_is_found_under_the_pointer(report):
    (x, y, z), nothing, _ = report["places"]["places"]
    assert nothing is None
    assert -0.22 < x < 0.22
    assert -0.1 < y < 0.1
    assert -0.71 < z < 0.51
    near, far = report["places"]["distances"]
    assert 2 < near < 4 < far


def test_the_finest_picture_brings_the_places_that_it_shows(report):
    *_, asked = report["places"]["places"]
    place, nothing = report["places"]["grid"]
    assert nothing is None
    assert place == pytest.approx(asked, abs=0.01)
    assert report["places"]["found"] == pytest.approx([0.4, 0.42], abs=0.005)
    assert report["places"]["moving"]


def test_whoever_is_left_out_is_not_in_the_picture(report):
    layers = report["layers"]
    assert {name for name, blue in layers["skin"].items() if blue < 190} == {
        "both",
        "worker",
        "sheer",
    }
    assert layers["both"]["client"] > 3
    assert layers["both"]["worker"] > 3
    assert layers["both"]["sheer"] > 1


def test_a_client_who_is_not_seen_has_no_places(report):
    assert report["layers"]["hidden"] == [True, [None]]


def test_guides_over_the_picture_do_not_draw_it_again(report):
    assert report["layers"]["by_guides"] == 0


def test_the_background_is_that_of_the_theme(report):
    assert all(
        abs(found - wanted) <= 2
        for found, wanted in zip(report["background"]["corner"], (20, 30, 40), strict=True)
    )


def test_a_scene_that_cannot_be_drawn_names_its_file_and_the_others_go_on(report):
    (told,) = report["broken"]["lacking"]
    assert "nobody.mesh" in told
    assert report["broken"]["then"]


def test_without_opengl_and_with_an_old_one_the_reason_is_told_and_no_crash_is_remembered(report):
    assert report["broken"]["none"] == ["no OpenGL on this display"]
    assert report["broken"]["old"] == ["OpenGL 3.3 is needed"]


def test_a_context_that_is_lost_is_made_anew(report):
    failures, left = report["broken"]["fleeting"]
    assert failures == []
    assert left < 3


def test_a_context_that_cannot_be_had_any_more_is_given_up(report):
    assert len(report["broken"]["gone"]) == 1


def test_while_nothing_is_to_be_drawn_no_mark_lies_on_the_disk(report):
    opening, drawing, ready, drawn = report["broken"]["ready"]
    assert opening
    assert drawing
    assert not ready
    assert not drawn


def test_a_driver_that_crashes_leaves_its_mark(tmp_path):
    write_stage(tmp_path)
    with VirtualDisplay(tmp_path, size="640x480x24") as display:
        environment = {k: v for k, v in os.environ.items() if k != "QT_QPA_PLATFORM"}
        environment |= {"DISPLAY": display.name, "PYTHONPATH": str(ROOT)}
        command = [sys.executable, str(SCRIPT), str(tmp_path), "crash"]
        done = subprocess.run(command, check=False, env=environment, timeout=120)
    assert done.returncode == 17
    mark = GraphicsMark(tmp_path / "crash")
    assert mark.crashed
    assert mark.is_news
