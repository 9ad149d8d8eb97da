"""Verdicts on the client's own skin: the baked chart and the points of the catalogue."""

import math
from pathlib import Path

import pytest

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.catalog import Shown
from massage_trainer.domain.construction import Go
from massage_trainer.domain.verdict import SAME_PLACE_CUN, Grade, Judge, SideRule, Target
from massage_trainer.services.chart import CHART_FILE, read_chart
from massage_trainer.services.content.catalog_loader import load_catalog

POINTS = load_catalog(Path("assets/catalog"), "assets/catalog").catalog.points
CODES = [code for code, point in POINTS.items() if point.shown is not Shown.TEXT]
SITES = {site.key: POINTS[code] for code in CODES for site in POINTS[code].sites}


@pytest.fixture(scope="module")
def chart():
    return read_chart(Path("assets/stage") / CHART_FILE)


@pytest.fixture(scope="module")
def judge(chart):
    return Judge(chart, POINTS.values())


def mirrored(place):
    return (-place[0], place[1], place[2])


def on_skin(chart, place):
    """The place of the charted skin nearest to a place in space."""
    found = chart.standing(place)
    corners = [chart.nodes[corner] for corner in found.corners]
    x, y, z = (
        sum(share * corner[k] for share, corner in zip(found.shares, corners, strict=True))
        for k in range(3)
    )
    return (x, y, z)


def place_at(chart, key, across, along):
    """The place of the skin so many cun from a point, found step by step."""
    site = chart.sites[key]
    place, missing = site.place, (across, along)
    for _ in range(8):
        place = on_skin(
            chart,
            tuple(
                part + site.cun_m * (missing[0] * u + missing[1] * v)
                for part, u, v in zip(place, site.across, site.along, strict=True)
            ),
        )
        found = chart.offset(key, place)
        missing = (across - found[0], along - found[1])
    assert math.hypot(*missing) < 0.02, key
    return place


def test_every_point_of_a_picture_is_charted_and_judged(chart, judge):
    assert set(chart.sites) == set(SITES)
    assert all(judge.can_judge(code) for code in CODES)
    assert {key: site.midline for key, site in chart.sites.items()} == {
        key: point.midline for key, point in SITES.items()
    }


@pytest.mark.parametrize("flip", [False, True])
def test_every_points_place_is_a_hit_for_that_point_alone(chart, judge, flip):
    wrong = []
    for key, point in SITES.items():
        place = chart.sites[key].place
        place = mirrored(place) if flip else place
        for code in CODES:
            verdict = judge.judge(Target(code), place)
            shared = verdict.distance_cun < SAME_PLACE_CUN
            own = code == point.code
            if own != (verdict.grade is Grade.HIT) and not (shared and not own):
                wrong.append((key, code, verdict.grade, verdict.distance_cun))
            if own and not point.midline:
                assert verdict.side is (Side.RIGHT if flip else Side.LEFT)
    assert wrong == []


def test_no_two_points_share_a_place(chart):
    shared = []
    for key, point in SITES.items():
        here = chart.standing(chart.sites[key].place)
        for other, site in chart.sites.items():
            near = math.dist(site.place, here.place) < 0.01
            if near and SITES[other] is not point and chart.way(other, here).cun < SAME_PLACE_CUN:
                shared.append((key, other))
    assert shared == []


def test_well_within_the_tolerance_is_a_hit_in_every_direction_on_both_sides(chart, judge):
    wrong = []
    for key, point in SITES.items():
        target = Target(point.code)
        within = 0.3 * judge.judge(target, chart.sites[key].place).hit_cun
        for eighth in range(8):
            angle = eighth * math.pi / 4
            place = place_at(chart, key, within * math.cos(angle), within * math.sin(angle))
            for there in (place, mirrored(place)):
                verdict = judge.judge(target, there)
                if verdict.grade is not Grade.HIT:
                    wrong.append((key, eighth, verdict.distance_cun))
    assert wrong == []


@pytest.mark.parametrize("key", ["BL23", "BL25", "BL36", "BL57", "GB30", "GB31", "GV4"])
def test_a_cun_in_an_axis_is_told_in_its_word(chart, judge, key):
    point = SITES[key]
    for part in range(2):
        for sign in (1, -1):
            way = [0.0, 0.0]
            way[part] = sign * 1.2
            verdict = judge.judge(Target(point.code), place_at(chart, key, *way))
            axis = point.axes[part]
            assert [word.go for word in verdict.words] == [axis if sign > 0 else axis.opposite]
            assert verdict.words[0].cun == pytest.approx(1.2, abs=0.03)


def test_the_wrong_side_is_known_everywhere_but_in_the_middle(chart, judge):
    for key, point in SITES.items():
        place = mirrored(chart.sites[key].place)
        verdict = judge.judge(Target(point.code, SideRule.LEFT), place)
        if point.midline:
            assert (verdict.grade, verdict.wrong_side) == (Grade.HIT, False)
        else:
            assert (verdict.grade, verdict.wrong_side) == (Grade.MISS, True), key


def test_the_middle_of_the_body_is_the_same_from_both_sides(chart):
    for key, point in SITES.items():
        if point.midline:
            place = place_at(chart, key, 0.7, 0.4)
            one, two = chart.offset(key, place), chart.offset(key, mirrored(place))
            assert one == pytest.approx((-two[0], two[1]), abs=0.03)


def test_measures_of_the_standard_hold_on_the_chart(chart):
    """Points of the back that the standard places so many cun from each other across."""

    def across(one, other):
        return chart.offset(one, chart.sites[other].place)

    assert across("GV4", "BL23") == pytest.approx((1.5, 0.0), abs=0.1)
    assert across("GV4", "BL52") == pytest.approx((3.0, 0.0), abs=0.15)
    assert across("BL23", "BL52") == pytest.approx((1.5, 0.0), abs=0.1)
    assert across("BL25", "BL23")[1] < -1.0  # BL23 lies higher


def test_too_low_on_the_loin_is_told_as_a_teacher_says_it(chart, judge):
    place = place_at(chart, "BL23", 0.6, 0.9)
    for there, side in ((place, Side.LEFT), (mirrored(place), Side.RIGHT)):
        verdict = judge.judge(Target("BL23"), there)
        assert (verdict.side, verdict.grade) == (side, Grade.MISS)
        assert [(word.go, round(word.cun, 1)) for word in verdict.words] == [
            (Go.CAUDAL, 0.9),
            (Go.LATERAL, 0.6),
        ]


@pytest.mark.parametrize("place", [(0.1, -0.2, 0.0), (0.5, 0.0, 0.4), (0.0, 0.0, 9.0)])
def test_places_far_from_all_points_are_misses(judge, place):
    verdict = judge.judge(Target("BL23"), place)
    assert (verdict.grade, verdict.exact) == (Grade.MISS, False)
    assert verdict.distance_cun > 3
