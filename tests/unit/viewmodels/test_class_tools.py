"""What the instructor's pointer does to the picture of the class."""

import pytest

from massage_trainer.domain.classroom.board import MOST_ZOOM, PenLine, PictureView
from massage_trainer.domain.classroom.slides import WaitingSlide
from massage_trainer.domain.text import LocalizedText
from massage_trainer.viewmodels.class_tools import ClassTools, Tool
from massage_trainer.viewmodels.classroom import ClassroomViewModel

HERE, THERE = (0.3, 0.4), (0.35, 0.5)


class Stand:
    def __init__(self):
        self.classroom = ClassroomViewModel()
        self.tools = ClassTools(self.classroom)

    @property
    def board(self):
        return self.classroom.shown.board

    def stroke(self, *places):
        self.tools.press(places[0])
        for place in places[1:]:
            self.tools.drag(place)
        self.tools.release()


@pytest.fixture
def stand(qapp):
    return Stand()


def test_the_spotlight_follows_the_pointer_and_stays_where_it_left(stand):
    stand.tools.hover(HERE)
    assert stand.board.spotlight is None
    stand.tools.toggle(Tool.SPOTLIGHT)
    assert stand.board.spotlight == HERE
    stand.tools.hover(THERE)
    stand.tools.hover(None)
    assert stand.board.spotlight == THERE
    stand.tools.toggle(Tool.SPOTLIGHT)
    assert (stand.tools.tool, stand.board.spotlight) == (Tool.HAND, None)


def test_only_one_of_light_and_magnifier_is_on(stand):
    stand.tools.toggle(Tool.SPOTLIGHT)
    stand.tools.toggle(Tool.LENS)
    assert stand.board.spotlight is None
    assert stand.board.lens == (0.5, 0.5)
    stand.tools.put_away()
    assert stand.board.lens is None


def test_light_and_magnifier_move_by_arrow_keys_and_never_out_of_the_picture(stand):
    stand.tools.toggle(Tool.LENS)
    stand.tools.step(1, 0)
    stand.tools.step(0, -1)
    assert stand.board.lens == pytest.approx((0.52, 0.47))
    for _ in range(60):
        stand.tools.step(1, 0)
    assert stand.board.lens[0] == 1.0


def test_the_pen_draws_while_it_is_held_down(stand):
    stand.tools.toggle(Tool.PEN)
    stand.stroke(HERE, THERE, (0.4, 0.6))
    stand.stroke((0.8, 0.8))
    assert stand.board.pen == (
        PenLine((HERE, THERE, (0.4, 0.6))),
        PenLine(((0.8, 0.8),)),
    )
    stand.classroom.undo_pen()
    assert len(stand.board.pen) == 1
    stand.classroom.clear_pen()
    assert stand.board.pen == ()


def test_the_pen_draws_by_arrow_keys_from_where_something_was_pointed_at(stand):
    stand.tools.toggle(Tool.SPOTLIGHT)
    stand.tools.hover(HERE)
    stand.tools.toggle(Tool.PEN)
    assert stand.tools.takes_arrows
    stand.tools.step(1, 0)
    stand.tools.step(0, 1)
    (line,) = stand.board.pen
    x, y = HERE
    assert [spot for at in line.spots for spot in at] == pytest.approx(
        [x, y, x + 0.02, y, x + 0.02, y + 0.03]
    )
    stand.classroom.undo_pen()
    stand.tools.step(-1, 0)
    assert [len(each.spots) for each in stand.board.pen] == [2]


def test_a_line_that_is_being_drawn_ends_with_its_picture(stand):
    stand.tools.toggle(Tool.PEN)
    stand.tools.press(HERE)
    stand.tools.drag(THERE)
    stand.classroom.show(WaitingSlide(LocalizedText("a", "a")))
    stand.tools.drag((0.6, 0.6))
    assert stand.board.pen == ()


def test_places_too_near_to_be_seen_apart_are_one(stand):
    stand.tools.toggle(Tool.PEN)
    stand.stroke(HERE, (0.3005, 0.4), (0.3009, 0.4), THERE)
    assert stand.board.pen == (PenLine((HERE, THERE)),)


def test_zooming_keeps_the_place_under_the_pointer(stand):
    for factor in (1.25, 1.25, 2.0, 0.8):
        before = stand.board.view
        stand.tools.zoom(factor, HERE)
        after = stand.board.view
        assert (HERE[0] - before.across) * before.zoom == pytest.approx(
            (HERE[0] - after.across) * after.zoom, abs=1e-9
        )


def test_zooming_has_a_least_and_a_most_and_shows_nothing_beside_the_picture(stand):
    stand.tools.zoom(100, (0.0, 1.0))
    view = stand.board.view
    assert view.zoom == MOST_ZOOM
    assert view.across == pytest.approx(0.5 / MOST_ZOOM)
    assert view.down == pytest.approx(1 - 0.5 / MOST_ZOOM)
    stand.tools.zoom(0.001)
    assert stand.board.view == PictureView()


def test_the_hand_pulls_a_zoomed_picture_and_keeps_what_it_holds(stand):
    stand.tools.drag(THERE)
    assert stand.board.view == PictureView()
    stand.tools.zoom(3, (0.5, 0.5))
    held = (0.5, 0.5)
    stand.tools.press(held)
    stand.tools.drag((0.6, 0.45))
    view = stand.board.view
    assert (view.across, view.down) == pytest.approx((0.4, 0.55))
    stand.tools.release()
    stand.tools.drag((0.1, 0.1))
    assert stand.board.view == view


def test_arrow_keys_pull_only_what_is_zoomed(stand):
    assert not stand.tools.takes_arrows
    stand.tools.step(1, 0)
    assert stand.board.view == PictureView()
    stand.tools.zoom(2, (0.5, 0.5))
    assert stand.tools.takes_arrows
    stand.tools.step(1, 0)
    assert stand.board.view.across == pytest.approx(0.6)


def test_while_frozen_the_class_sees_nothing_of_it(stand):
    stand.classroom.toggle_freeze()
    stand.tools.toggle(Tool.PEN)
    stand.stroke(HERE, THERE)
    assert stand.board.pen == ()
    assert stand.classroom.prepared.board.pen
    stand.classroom.toggle_freeze()
    assert stand.board.pen
