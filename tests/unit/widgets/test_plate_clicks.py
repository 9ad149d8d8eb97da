"""A touch of a picture means the same at every size, zoom and scale factor, mirrored or not."""

import math
import os
import random
import subprocess
import sys

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.verdict import Grade, SideRule, Target
from massage_trainer.widgets.illustration import Illustration
from tests.chart_examples import CUN_M
from tests.plate_examples import BODY_M, MIDLINE, PLACES, fraction_of, plate_judge

SIZES = [(1024, 768), (1280, 720), (1280, 800), (1366, 768), (1920, 1080), (2560, 1440)]
ZOOMS = [1.0, 2.0, 4.5]
RATIOS = [1.0, 2.0]
CLEAR_CUN = 0.1


def members():
    """Every point once a side: code, side, across, up."""
    for code, (across, up) in PLACES.items():
        if code in MIDLINE:
            yield code, Side.MIDLINE, across, up
        else:
            yield code, Side.LEFT, across, up
            yield code, Side.RIGHT, -across, up


def clear_places(judge, target, count, seed):
    """Places of the back whose verdict does not change within a tenth of a cun."""
    dice = random.Random(seed)
    while count:
        across = dice.uniform(-0.9, 0.9) * BODY_M / 2
        up = dice.uniform(-0.1, 0.1)
        around = [
            (across + CLEAR_CUN * CUN_M * x, 0.0, up + CLEAR_CUN * CUN_M * y)
            for x, y in ((0, 0), (1, 0), (-1, 0), (0, 1), (0, -1))
        ]
        if len({told(judge.judge(target, place)) for place in around}) == 1:
            count -= 1
            yield across, up


def told(verdict):
    near = verdict.nearest and (verdict.nearest.code, verdict.nearest.side)
    return verdict.grade, verdict.side, near


@pytest.fixture(params=RATIOS)
def ratio(request, monkeypatch):
    monkeypatch.setattr(Illustration, "devicePixelRatioF", lambda self: request.param)
    return request.param


@pytest.mark.parametrize("mirrored", [False, True], ids=["as is", "mirrored"])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size)))
def test_the_same_place_has_the_same_verdict(plate, ratio, size, mirrored):
    page = plate(Side.BOTH)
    page.resize(*size)
    page.view.set_mirrored(mirrored=mirrored)
    judge = plate_judge()
    target = Target("BL23")
    # On the midline the left and the right one are equally far: no clear place.
    places = [(across, up) for _, side, across, up in members() if side is not Side.MIDLINE]
    places += clear_places(judge, target, 6, seed=repr((size, mirrored)))
    for zoom in ZOOMS:
        for across, up in places:
            at = fraction_of(across, up)
            page.illustration.show_whole()
            page.view.zoom_by(zoom, QPointF(*page.view.view.to_screen(at)))
            page.view.set_view(page.view.view.showing(at))
            page.touch(at)
            expected = judge.judge(target, (across, 0.0, up))
            verdict = page.model.answer.verdict
            assert told(verdict) == told(expected), (zoom, across, up)
            assert math.isclose(verdict.distance_cun, expected.distance_cun, abs_tol=0.1)
            page.model.forget()


@pytest.mark.parametrize("size", SIZES[::2], ids=lambda size: "x".join(map(str, size)))
def test_a_click_on_each_point_hits_it_and_no_other(plate, size):
    page = plate(Side.LEFT)
    page.resize(*size)
    for code, side, across, up in members():
        page.touch(fraction_of(across, up))
        verdict = page.model.answer.verdict
        hit = (code, side) == ("BL23", Side.LEFT)
        assert (verdict.grade is Grade.HIT) is hit, (code, side)
        assert verdict.wrong_side is ((code, side) == ("BL23", Side.RIGHT))
        assert verdict.nearest.code == code


@pytest.mark.parametrize("factor", ["1.5", "2"])
def test_a_real_scale_factor_changes_no_verdict(factor):
    name = test_a_click_on_each_point_hits_it_and_no_other.__name__
    done = subprocess.run(
        [sys.executable, "-m", "pytest", __file__, "-k", name],
        env=os.environ | {"QT_SCALE_FACTOR": factor, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stdout[-2000:]


def test_the_side_of_the_step_is_asked_for_and_else_either(plate):
    page = plate(Side.RIGHT)
    page.touch((0.5, 0.5))
    assert page.model.answer.verdict.target == Target("BL23", SideRule.RIGHT)
    page = plate(Side.BOTH)
    page.touch((0.5, 0.5))
    assert page.model.answer.verdict.target == Target("BL23")


def test_beside_the_body_is_told_and_is_no_miss(plate):
    page = plate()
    page.touch((0.02, 0.5))
    assert page.model.answer.verdict.grade is Grade.OFF_BODY
    assert page.told.startswith("Off the body")


@pytest.mark.parametrize("button", [Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton])
def test_other_buttons_do_not_count(plate, button):
    page = plate()
    page.touch((0.4, 0.5), button)
    assert page.model.answer is None


def test_a_drag_does_not_count_and_pulls_a_zoomed_picture(plate):
    page = plate()
    page.illustration.zoom_in()
    before = page.view.view
    page.drag(QPoint(100, 100), QPoint(140, 120))
    assert page.model.answer is None
    moved = page.view.view
    assert moved.to_screen((0.5, 0.5)) == pytest.approx(
        tuple(map(sum, zip(before.to_screen((0.5, 0.5)), (40, 20), strict=True))), abs=1
    )


def test_a_double_click_does_not_count(plate):
    page = plate()
    page.qtbot.mouseDClick(page.view, Qt.MouseButton.LeftButton, pos=page.on_screen((0.4, 0.5)))
    assert page.model.answer is None


def test_the_first_half_of_a_double_click_is_taken_back(plate):
    page = plate()
    page.touch((0.4, 0.5))
    page.qtbot.mouseDClick(page.view, Qt.MouseButton.LeftButton, pos=page.on_screen((0.4, 0.5)))
    assert page.model.answer is None
    assert page.told == ""


def test_the_margin_beside_the_picture_does_not_count(plate):
    page = plate()
    page.illustration.set_picture_height(100)  # a small picture in a wide room
    page.settle()
    card = page.view.card
    assert card.right() < page.view.width() - 40
    page.qtbot.mouseClick(
        page.view, Qt.MouseButton.LeftButton, pos=QPoint(int(card.right()) + 20, 50)
    )
    assert page.model.answer is None


def test_a_click_leaves_the_keys_to_the_lesson(plate):
    page = plate()
    page.touch((0.4, 0.5))
    assert not page.view.hasFocus()
    index = page.lesson.index
    page.lesson.start()
    page.key(Qt.Key.Key_Right)
    assert page.lesson.index == index + 1
    assert page.model.answer is None  # it belonged to the other point


def test_a_step_without_points_answers_nothing(stand):
    from tests.plate_examples import marked_plates, plate_catalog, plate_judge

    plates = marked_plates()
    plates.marked["prone-lumbar"] = plates.marked["back"]
    page = stand(plates=plates, catalog=plate_catalog(), judge=plate_judge())
    page.qtbot.mouseClick(page.illustration.view, Qt.MouseButton.LeftButton)
    assert page.illustration.model.answer is None


def test_a_press_belongs_to_the_point_that_was_asked_for_then(plate):
    """The clock may go on to the next point while the button is down."""
    page = plate(Side.LEFT)
    at = page.on_screen(fraction_of(*PLACES["BL23"]))
    page.qtbot.mousePress(page.view, Qt.MouseButton.LeftButton, pos=at)
    page.lesson.jump_to_row(1)
    page.qtbot.mouseRelease(page.view, Qt.MouseButton.LeftButton, pos=at)
    assert page.model.answer is None
    page.touch(fraction_of(*PLACES["BL25"]))
    assert page.model.answer.verdict.target.code == "BL25"
