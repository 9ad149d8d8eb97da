"""What belongs to a picture of the class, and what to the camera that it is seen from."""

from massage_trainer.domain.classroom.board import Board, Layer, PenLine, PictureView
from massage_trainer.domain.stage import Camera

SIDE = Camera((0.0, -2.0, 1.5), (0.0, 0.0, 0.8), 30.0)
FEET = Camera((-2.0, 0.0, 1.5), (0.0, 0.0, 0.8), 30.0)
HERE, THERE = PenLine(((0.1, 0.1), (0.2, 0.2))), PenLine(((0.5, 0.5),))


def live(camera=None):
    return Board().switched_live(on=True).turned_to(camera)


def test_a_still_is_seen_as_it_was_drawn_whatever_camera_there_was():
    assert live(SIDE).camera == SIDE
    assert live(SIDE).switched_live(on=False).camera is None
    assert live(SIDE).switched_live(on=False).switched_live(on=True).camera is None
    assert Board().turned_to(SIDE).camera is None


def test_a_line_of_the_pen_is_seen_from_where_it_was_drawn():
    drawn = live().drawn(HERE).turned_to(SIDE)
    assert drawn.lines == ()
    both = drawn.drawn(THERE)
    assert [line.spots for line in both.lines] == [THERE.spots]
    assert [line.spots for line in both.turned_to(None).lines] == [HERE.spots]
    assert both.turned_to(FEET).lines == ()


def test_the_still_and_the_living_body_seen_like_it_are_the_same_paper():
    drawn = Board().drawn(HERE).switched_live(on=True)
    assert [line.spots for line in drawn.lines] == [HERE.spots]
    assert drawn.turned_to(SIDE).switched_live(on=False).lines == drawn.lines


def test_what_is_taken_back_is_what_is_seen():
    both = live().drawn(HERE).turned_to(SIDE).drawn(THERE)
    assert both.turned_to(None).undrawn().pen == both.pen[1:]
    assert both.turned_to(FEET).undrawn() == both.turned_to(FEET)
    assert both.undrawn().undrawn().pen == both.pen[:1]
    assert both.cleared().pen == ()


def test_turning_leaves_light_and_layers():
    board = Board(spotlight=(0.3, 0.4), layers=frozenset({Layer.LINES})).switched_live(on=True)
    turned = board.turned_to(SIDE)
    assert (turned.spotlight, turned.layers) == ((0.3, 0.4), frozenset({Layer.LINES}))


def test_the_living_body_is_seen_as_a_whole_since_its_camera_comes_nearer():
    near = Board(view=PictureView(3.0, 0.4, 0.4))
    assert near.switched_live(on=True).view == PictureView()


def test_another_picture_begins_as_its_still():
    board = live(SIDE).drawn(HERE)
    assert board.of_another_picture(live=True) == Board().switched_live(on=True)
    assert board.of_another_picture(live=False) == Board()
