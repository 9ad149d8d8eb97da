"""Landmarks are judged by straight ways, which near them are as good as ways along the skin."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.body_places import BodyPlace, BodyPlaces
from massage_trainer.domain.catalog import Landmark
from massage_trainer.domain.construction import Go, OnMesh
from massage_trainer.domain.quiz.landmarks import landmark_judge
from massage_trainer.domain.scene_plates import MeshSpot
from massage_trainer.domain.verdict import Grade, Target
from tests.examples import text

CUN_M = 0.022
ANKLE_M, BACK_M = 0.035, 0.1
SPOT = MeshSpot((0, 1, 2), (1.0, 0.0, 0.0))


def landmark(name):
    return Landmark(
        name,
        text(name),
        text("feel it"),
        "made",
        midline=False,
        construction=OnMesh((0, 1, 2), (1.0, 0.0, 0.0)),
        axes=(Go.LATERAL, Go.DISTAL),
    )


def on_tube(radius, around_cun, down_cun):
    """A place of a tube that stands upright; the landmark of its left side is at (0.5, 0, 0)."""
    angle = around_cun * CUN_M / radius
    return (
        0.5 + radius * math.sin(angle),
        radius * (math.cos(angle) - 1),
        -down_cun * CUN_M,
    )


def judge(*names):
    place = BodyPlace(SPOT, (0.5, 0.0, 0.0), (0, 1, 0), (1, 0, 0), (0, 0, -1), CUN_M)
    far = BodyPlace(SPOT, (0.5, 0.0, 0.2), (0, 1, 0), (1, 0, 0), (0, 0, -1), CUN_M)
    marks = {"malleolus": {Side.LEFT: place}, "knee": {Side.LEFT: far}}
    places = BodyPlaces("m", {}, {}, marks, {}, {}, {})
    return landmark_judge([landmark(name) for name in names], places)


near = st.floats(-0.7, 0.7)


@given(st.sampled_from([ANKLE_M, BACK_M]), near, near)
def test_within_a_cun_the_straight_way_is_the_way_along_the_skin(radius, around, down):
    verdict = judge("malleolus").judge(Target("malleolus"), on_tube(radius, around, down))
    true = math.hypot(around, down)
    assert verdict.exact or true == 0
    assert verdict.distance_cun == pytest.approx(true, rel=0.02, abs=1e-9)
    assert verdict.across_cun == pytest.approx(around, abs=0.03)
    assert verdict.along_cun == pytest.approx(down, abs=0.03)


@pytest.mark.parametrize(
    ("down", "grade"),
    [(0.45, Grade.HIT), (0.55, Grade.NEAR), (0.95, Grade.NEAR), (1.05, Grade.MISS)],
)
def test_a_landmark_is_graded_as_a_point_is(down, grade):
    for side in (1, -1):
        x, y, z = on_tube(BACK_M, 0.0, down)
        found = judge("malleolus", "knee").judge(Target("malleolus"), (side * x, y, z))
        assert found.grade is grade
        assert found.side is (Side.LEFT if side > 0 else Side.RIGHT)


@pytest.mark.parametrize("place", [on_tube(ANKLE_M, 5.0, 0.0), on_tube(BACK_M, 0.0, 3.0)])
def test_far_away_or_through_a_limb_the_way_is_straight_and_says_so(place):
    assert not judge("malleolus").judge(Target("malleolus"), place).exact


def test_a_landmark_that_the_body_does_not_know_is_not_judged():
    assert judge("malleolus").can_judge("malleolus")
    assert not judge("malleolus", "elbow").can_judge("elbow")
