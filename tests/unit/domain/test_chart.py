import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from massage_trainer.domain.chart import BEND_CUN, BodyChart, ChartSite, Standing
from tests.chart_examples import CUN_M, chart, cylinder, limb, plane

BL23 = (1.5 * CUN_M, 0.0)
GV4 = (0.0, 0.0)
RADIUS = 0.1
SURFACES = {"plane": plane, "cylinder": cylinder(RADIUS)}
CHARTS = {
    name: chart({"BL23": BL23, "GV4": GV4}, surface, midline=["GV4"])
    for name, surface in SURFACES.items()
}
LIMB_RADIUS = 0.031
LIMB = limb({"BL57": (0.0, 0.0)}, LIMB_RADIUS)

surfaces = st.sampled_from(sorted(SURFACES))
part = st.floats(-2.0, 2.0)


@given(surfaces, part, part)
def test_the_way_along_the_skin_is_told_in_the_points_axes(name, across, along):
    place = SURFACES[name]((BL23[0] + across * CUN_M, BL23[1] - along * CUN_M))
    found = CHARTS[name].offset("BL23", place)
    assert found == pytest.approx((across, along), abs=0.01)


@given(surfaces, part, part, st.floats(-0.003, 0.003))
def test_a_place_a_little_off_the_skin_counts_as_on_it(name, across, along, off):
    surface = SURFACES[name]
    x, y, z = surface((BL23[0] + across * CUN_M, -along * CUN_M))
    angle = (BL23[0] + across * CUN_M) / RADIUS if name == "cylinder" else 0.0
    place = (x + off * math.sin(angle), y + off * math.cos(angle), z)
    assert CHARTS[name].offset("BL23", place) == pytest.approx((across, along), abs=0.02)


@given(surfaces, part, part)
def test_the_nearest_triangle_is_found(name, across, along):
    body = CHARTS[name]
    x, y, z = SURFACES[name]((across * CUN_M, along * CUN_M))
    found = body.standing((x, y + 0.002, z))
    assert sum(found.shares) == pytest.approx(1)
    assert min(found.shares) >= 0
    foot = [
        sum(s * body.nodes[c][k] for s, c in zip(found.shares, found.corners, strict=True))
        for k in range(3)
    ]
    assert math.dist(foot, (x, y + 0.002, z)) < 0.0021


def test_out_of_reach_the_way_is_straight_and_says_so():
    body = CHARTS["cylinder"]
    place = SURFACES["cylinder"]((BL23[0] - 0.12, 0.02))
    assert body.offset("BL23", place) is None
    way = body.way("BL23", body.standing(place))
    assert not way.exact
    assert way.cun == pytest.approx(math.dist(place, body.sites["BL23"].place) / CUN_M)


@pytest.mark.parametrize("place", [(0.0, 0.02, 0.0), (0.0, 0.0, 0.9), (5.0, 5.0, 5.0)])
def test_a_place_far_from_the_charted_skin_stands_nowhere(place):
    body = CHARTS["plane"]
    assert body.standing(place) == Standing(place)
    assert not body.way("GV4", body.standing(place)).exact


def test_a_place_on_a_node_or_an_edge_or_the_rim():
    body = CHARTS["plane"]
    a, b, _ = body.triangles[100]
    middle = tuple((p + q) / 2 for p, q in zip(body.nodes[a], body.nodes[b], strict=True))
    for place in (body.nodes[a], middle, body.nodes[0], body.nodes[-1]):
        found = body.standing(place)
        assert found.corners
        assert sum(found.shares) == pytest.approx(1)
    x, y, z = body.nodes[0]
    outside = body.standing((x - 0.003, y, z - 0.003))
    assert 0 in outside.corners
    assert max(outside.shares) == pytest.approx(1)


@given(st.floats(-math.pi, math.pi), st.floats(-0.05, 0.05))
def test_behind_a_limb_the_shorter_way_around_counts(angle, height):
    """Between nodes that are reached around different sides, distances must not be mixed."""
    place = cylinder(LIMB_RADIUS)((angle * LIMB_RADIUS, height))
    way = LIMB.way("BL57", LIMB.standing(place))
    along = math.hypot(angle * LIMB_RADIUS, height) / CUN_M
    if along < 4.3:
        assert way.exact
        # The triangle in which the two ways meet is as wide as this.
        assert way.cun == pytest.approx(along, abs=0.15 if abs(angle) > 3.0 else 0.03)


@pytest.mark.parametrize("angle", [3.0, 3.06, 3.1])
def test_where_the_ways_meet_the_distance_is_the_longest_and_not_none(angle):
    way = LIMB.way("BL57", LIMB.standing(cylinder(LIMB_RADIUS)((angle * LIMB_RADIUS, 0.003))))
    assert way.exact
    assert way.cun == pytest.approx(angle * LIMB_RADIUS / CUN_M, abs=0.12)
    assert math.hypot(way.across, way.along) == pytest.approx(way.cun)


def test_bends_are_added_in_both_axes():
    nodes = [(0.0, 0.0, 0.0), (0.01, 0.0, 0.0), (0.0, 0.0, 0.01)]
    axes = (1.0, 0.0, 0.0), (0.0, 0.0, -1.0)
    site = ChartSite("X", nodes[0], *axes, CUN_M, [0, 1, 2], [400] * 3, [-800] * 3)
    found = BodyChart(nodes, [(0, 1, 2)], [site]).offset("X", (0.003, 0.0, 0.003))
    assert found == pytest.approx((0.125 + 400 * BEND_CUN, -0.125 - 800 * BEND_CUN))


def test_a_triangle_without_a_surface_does_no_harm():
    nodes = [(0.0, 0.0, 0.0), (0.01, 0.0, 0.0), (0.02, 0.0, 0.0), (0.0, 0.0, 0.0)]
    body = BodyChart(nodes, [(0, 1, 2), (0, 0, 3)], [])
    assert body.standing((0.013, 0.001, 0.0)).corners == (0, 1, 2)
    assert body.standing((0.0, 0.0, 0.0)).corners


def test_a_chart_without_skin_is_nowhere():
    assert BodyChart([], [], []).standing((0.0, 0.0, 0.0)).corners is None


@given(surfaces, part, part)
def test_the_way_can_be_walked_back_to_its_place(name, across, along):
    body = CHARTS[name]
    place = body.place_at("BL23", across, along)
    assert place is not None
    assert body.offset("BL23", place) == pytest.approx((across, along), abs=0.002)
    standing = body.standing(place)
    foot = [
        sum(s * body.nodes[c][k] for s, c in zip(standing.shares, standing.corners, strict=True))
        for k in range(3)
    ]
    assert math.dist(foot, place) < 1e-6  # on the skin, and not before it


def test_nothing_can_be_reached_beyond_the_charted_skin():
    assert CHARTS["plane"].place_at("BL23", 40.0, 0.0) is None
