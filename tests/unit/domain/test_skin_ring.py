"""A ring on the skin, as a picture shows it."""

import math

import pytest

from massage_trainer.domain.live_sight import Lens
from massage_trainer.domain.live_skin import PosedPlace
from massage_trainer.domain.skin_ring import ring_on
from massage_trainer.domain.stage import Camera

ABOVE = Lens(Camera((0.0, -0.001, 3.0), (0.0, 0.0, 1.0), 30), 1.5)
ASIDE = Lens(Camera((0.0, -2.0, 1.0), (0.0, 0.0, 1.0), 30), 1.5)
FLAT = PosedPlace(0.1, 0.2, 1.0, 0.0, 0.0, 1.0)


def wide_and_high(ring, aspect=1.5):
    xs, ys = zip(*ring.round, strict=True)
    return (max(xs) - min(xs)) * aspect, max(ys) - min(ys)


def test_seen_from_above_it_is_round_and_the_pin_is_a_dot():
    ring = ring_on(FLAT, ABOVE, 0.01, 0.03)
    wide, high = wide_and_high(ring)
    assert wide == pytest.approx(high, rel=0.02)
    assert wide == pytest.approx(0.02 / (2 * 2.0 * math.tan(math.radians(15))), rel=0.02)
    assert math.dist(ring.foot, ring.head) < 0.01
    assert ring.foot == pytest.approx(ABOVE.fraction(0.1, 0.2, 1.0), abs=1e-3)


def test_seen_from_the_side_it_is_a_line_and_the_pin_is_long():
    ring = ring_on(FLAT, ASIDE, 0.01, 0.03)
    wide, high = wide_and_high(ring)
    assert high < 0.1 * wide
    assert ring.head[1] < ring.foot[1] - 0.5 * wide, "it stands up"


@pytest.mark.parametrize(
    "way", [(1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, -1.0), (0.6, 0.0, 0.8), (-0.8, 0.6, 0.0)]
)
def test_the_foot_stands_in_its_middle_whatever_way_the_skin_faces(way):
    ring = ring_on(PosedPlace(0.0, 0.0, 1.0, *way), ASIDE, 0.01, 0.03)
    middle = [sum(axis) / len(ring.round) for axis in zip(*ring.round, strict=True)]
    assert middle == pytest.approx(ring.foot, abs=1e-4)


def test_behind_the_eye_there_is_none():
    assert ring_on(PosedPlace(0.0, -3.0, 1.0, 0.0, 0.0, 1.0), ASIDE, 0.01, 0.03) is None
