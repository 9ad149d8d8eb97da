"""Ways of hands in a live picture: in pieces where something hides them."""

import pytest

from massage_trainer.domain.live_marks import marks_of
from massage_trainer.domain.live_sight import Lens, Sightline
from massage_trainer.domain.scene_plates import SceneMark, ScenePlate
from massage_trainer.domain.stage import Camera, Scene
from massage_trainer.domain.still_places import MarkKind

LENS = Lens(Camera((0.0, -0.002, 3.0), (0.0, 0.0, 0.0), 90.0), 1.0)
COUNT = 40


def drawn(hides, *, closed=False, both_ways=False):
    """A way through the room from left to right, hidden where ``hides`` says so."""
    way = tuple((-2.8 + 5.6 * i / (COUNT - 1), 0.0, 0.0) for i in range(COUNT))
    mark = SceneMark(MarkKind.MOVE, world=way, closed=closed, both_ways=both_ways)
    plate = ScenePlate("plate", ("rest",), "rest", ("wide",), ("rest",), {}, marks=(mark,))
    scene = Scene("scene", (), (), (), (), {}, has_mirror=False)
    line = Sightline(LENS, lambda across, _down: 1.0 if hides(across) else 5.0)
    return list(marks_of(scene, plate, None, line))


def ends(mark):
    return mark.path[0][0], mark.path[-1][0]


def test_a_way_in_sight_is_one():
    (mark,) = drawn(lambda _: False)
    assert len(mark.path) == COUNT
    assert mark.headed


def test_a_way_behind_something_is_two_and_only_the_end_has_a_head():
    first, last = drawn(lambda across: 0.45 < across < 0.55)
    assert not first.headed
    assert last.headed
    assert ends(first)[1] < 0.46
    assert ends(last)[0] > 0.54


def test_both_ends_of_a_way_to_and_fro_have_heads():
    first, last = drawn(lambda across: 0.45 < across < 0.55, both_ways=True)
    assert first.headed
    assert last.headed
    assert ends(first)[0] > ends(first)[1]  # its head is where the way begins
    assert ends(last)[0] < ends(last)[1]


def test_a_way_that_is_mostly_hidden_is_not_drawn():
    assert drawn(lambda across: across < 0.6) == []


def test_a_finger_on_the_way_does_not_break_it():
    (mark,) = drawn(lambda across: 0.48 < across < 0.52)
    assert len(mark.path) == COUNT


@pytest.mark.parametrize("count", [1, 2])
def test_a_closed_way_begins_behind_what_hides_it(count):
    gaps = ((0.3, 0.4), (0.6, 0.75))[:count]
    marks = drawn(lambda across: any(low < across < high for low, high in gaps), closed=True)
    if count == 1:
        assert [mark.closed for mark in marks] == [True]  # nearly all is seen
    else:
        assert all(mark.headed and not mark.closed for mark in marks)
        assert len(marks) == 2
