"""Labels of the landmark sheet: near their places, in order, never on each other."""

import itertools

import pytest

from massage_trainer.artwork.label_layout import Box, beside, in_column


def apart(middles, step):
    return all(b - a >= step - 1e-9 for a, b in itertools.pairwise(middles))


@pytest.mark.parametrize(
    "heights",
    [
        pytest.param([50.0], id="one"),
        pytest.param([40.0, 41.0, 42.0, 43.0], id="crowded"),
        pytest.param([0.0, 0.0, 1.0, 50.0], id="at the upper edge"),
        pytest.param([30.0, 97.0, 98.0, 99.0], id="at the lower edge"),
        pytest.param([float(n) for n in range(0, 100, 10)], id="full"),
    ],
)
def test_a_column_keeps_its_labels_apart_and_inside(heights):
    middles = in_column(heights, 10.0, 0.0, 100.0)
    assert apart(middles, 10.0)
    assert middles[0] >= 5.0 - 1e-9
    assert middles[-1] <= 95.0 + 1e-9


def test_a_label_with_room_stands_at_its_height():
    assert in_column([20.0, 60.0], 10.0, 0.0, 100.0) == [20.0, 60.0]


def test_more_labels_than_fit_are_refused():
    with pytest.raises(ValueError, match="11 labels"):
        in_column([50.0] * 11, 10.0, 0.0, 100.0)


def test_labels_beside_places_meet_neither_each_other_nor_what_is_there():
    frame, taken = Box(0, 0, 400, 400), [Box(195, 195, 10, 10)]
    spots = [(200.0 + 6 * n, 200.0 + 4 * n) for n in range(8)]
    boxes = [box for box in beside(spots, [(50.0, 18.0)] * 8, taken, frame) if box]
    assert len(boxes) == len(spots)
    everything = [*taken, *boxes]
    for i, box in enumerate(everything):
        assert not any(box.meets(other) for other in everything[:i])
    assert all(frame.holds(box) for box in boxes)


def test_without_room_there_is_no_label():
    assert beside([(5.0, 5.0)], [(50.0, 18.0)], [], Box(0, 0, 30, 30)) == [None]
