import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from massage_trainer.domain.rotation import (
    IDENTITY,
    joined,
    matrix_rows,
    normalised,
    slerp,
    turned,
)

NUMBER = st.floats(-1, 1, allow_nan=False)
QUARTER_ABOUT_Z = (math.sqrt(0.5), 0.0, 0.0, math.sqrt(0.5))


@st.composite
def rotations(draw):
    parts = draw(st.tuples(NUMBER, NUMBER, NUMBER, NUMBER))
    assume(sum(n * n for n in parts) > 0.01)
    return normalised(parts)


def test_a_quarter_turn_about_z_takes_x_to_y():
    assert turned(QUARTER_ABOUT_Z, (1.0, 0.0, 0.0)) == pytest.approx((0.0, 1.0, 0.0))
    assert [row[0] for row in matrix_rows(QUARTER_ABOUT_Z)] == pytest.approx([0.0, 1.0, 0.0])


def test_half_way_through_a_quarter_turn_is_an_eighth():
    half = turned(slerp(IDENTITY, QUARTER_ABOUT_Z, 0.5), (1.0, 0.0, 0.0))
    assert half == pytest.approx((math.sqrt(0.5), math.sqrt(0.5), 0.0))


def test_the_blend_takes_the_shorter_way():
    same_turn = tuple(-n for n in QUARTER_ABOUT_Z)
    half = turned(slerp(IDENTITY, same_turn, 0.5), (1.0, 0.0, 0.0))
    assert half == pytest.approx((math.sqrt(0.5), math.sqrt(0.5), 0.0))


@pytest.mark.parametrize("bad", [(0.0, 0.0, 0.0, 0.0), (math.inf, 0.0, 0.0, 0.0), (math.nan,) * 4])
def test_no_rotation_without_a_finite_length(bad):
    with pytest.raises(ValueError, match="finite length"):
        normalised(bad)


@given(rotations(), rotations(), st.floats(0, 1))
def test_a_blend_is_a_rotation_and_starts_and_ends_right(a, b, share):
    blend = slerp(a, b, share)
    assert sum(n * n for n in blend) == pytest.approx(1)
    same = abs(sum(p * q for p, q in zip(slerp(a, b, 0.0), a, strict=True)))
    there = abs(sum(p * q for p, q in zip(slerp(a, b, 1.0), b, strict=True)))
    assert (same, there) == pytest.approx((1, 1))


@given(rotations(), rotations(), st.tuples(NUMBER, NUMBER, NUMBER))
def test_joined_turns_by_the_second_first(a, b, v):
    assert turned(joined(a, b), v) == pytest.approx(turned(a, turned(b, v)), abs=1e-9)


@given(rotations(), st.tuples(NUMBER, NUMBER, NUMBER))
def test_the_matrix_turns_as_the_quaternion_does(q, v):
    by_matrix = [sum(r * n for r, n in zip(row, v, strict=True)) for row in matrix_rows(q)]
    assert by_matrix == pytest.approx(list(turned(q, v)), abs=1e-9)
