"""Labels of a live picture stay beside what they name while it moves."""

import math

import pytest

from massage_trainer.widgets.plate.calm import CalmLabels
from massage_trainer.widgets.plate.labels import LabelLayout, Placed, Wanted
from massage_trainer.widgets.plate.shapes import Box, Disc

AREA = Box(0, 0, 1000, 700)
WIDE, HIGH = 120, 24


def layout(*marks, taken=()):
    return LabelLayout(AREA, marks, taken)


def wanted(mark):
    return Wanted(mark, WIDE, HIGH)


def test_a_label_goes_with_its_mark():
    mark = Disc(500, 300, 12)
    placed = layout(mark).keep(wanted(mark), 20, -12)
    assert placed.box == Box(520, 288, WIDE, HIGH)


def test_at_an_edge_it_slides_along():
    mark = Disc(930, 300, 12)
    placed = layout(mark).keep(wanted(mark), -20, -50)
    assert AREA.holds(placed.box)
    assert placed.box.top == 250


def test_it_gives_way_to_another_by_the_shortest_way():
    mark, other = Disc(500, 300, 12), Box(560, 292, 80, HIGH)
    placed = layout(mark, taken=[other]).keep(wanted(mark), 20, -30)
    assert placed is not None
    assert not placed.box.meets(other)
    assert math.dist(placed.box.middle, (520 + WIDE / 2, 270 + HIGH / 2)) < HIGH


def test_it_stands_on_no_other_mark():
    mark, other = Disc(500, 300, 12), Disc(560, 300, 12)
    placed = layout(mark, other).keep(wanted(mark), 20, -26)
    assert placed is not None
    assert placed.box.distance(other.x, other.y) >= other.radius


@pytest.mark.parametrize("across", [-420, 400])
def test_too_far_away_it_is_placed_anew(across):
    mark = Disc(500, 300, 12)
    assert layout(mark).keep(wanted(mark), across, 0) is None


def test_where_there_is_no_room_it_is_placed_anew():
    mark = Disc(500, 300, 12)
    crowd = [Box(440, 200 + 20 * i, 400, 20) for i in range(12)]
    assert layout(mark, taken=crowd).keep(wanted(mark), 20, -12) is None


def test_a_new_one_is_placed_close_by_on_the_outer_side():
    marks = Disc(300, 300, 12), Disc(700, 300, 12)
    room = layout(*marks)
    left, right = (room.beside(wanted(mark)) for mark in marks)
    assert left.box.right < marks[0].x
    assert right.box.left > marks[1].x
    assert not left.box.meets(right.box)


def test_what_was_out_of_sight_is_remembered():
    calm = CalmLabels()
    mark = Disc(500, 300, 12)
    box = Box(520, 288, WIDE, HIGH)
    calm.remember([("BL23 left", "Thận du", mark, Placed(box, ((0, 0), (0, 0))))])
    calm.remember([])
    assert calm.of("BL23 left") == ("Thận du", 20, -12)
    assert calm.of("BL23 right") is None
    calm.forget()
    assert calm.of("BL23 left") is None


def test_places_are_looked_for_everywhere_only_at_rest():
    calm = CalmLabels()
    assert calm.searched > 100  # nothing stands yet
    calm.remember([("a", "a", Disc(0, 0, 1), Placed(Box(1, 1, 1, 1), ((0, 0), (0, 0))))])
    calm.rests = False
    assert calm.searched == 0
    calm.rests = True
    assert calm.searched > 0
