"""Every point of every picture judged through its position map, for itself and for all others."""

import math
from functools import cache

import pytest

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.still_places import Sight
from massage_trainer.domain.verdict import Grade, Judge, SideRule, Target
from massage_trainer.services.chart import CHART_FILE, read_chart
from massage_trainer.services.still_places import read_still
from tests.content.test_artwork import TREE
from tests.content.test_places import BODY, CATALOG, PLACED

WITHIN = 0.3  # of the tolerance
AS_WISHED_CUN = 0.05  # the map shows the place that was looked for
TRIES = 4
# Of a point at the very rim of the body the picture does not show all that lies around it.
MOST_OF_THEM = 0.9
JUDGED = [code for code, point in CATALOG.points.items() if point.shown.value != "text"]


@pytest.fixture(scope="module")
def chart():
    return read_chart(TREE.stage / CHART_FILE)


@pytest.fixture(scope="module")
def judge(chart):
    return Judge(chart, CATALOG.points.values())


@pytest.fixture(scope="module", params=PLACED)
def plate(request):
    """The position map, and what is seen: key of the place, code, side, spot."""
    reading = read_still(TREE.plates, request.param)
    spots = [
        (key, key.partition("@")[0], side, spot)
        for key, sides in reading.places.points.items()
        for side, spot in sides.items()
        if spot.sight is Sight.VISIBLE
    ]
    return reading.position_map, spots


def test_all_points_are_judged(judge):
    assert [code for code in CATALOG.points if judge.can_judge(code)] == JUDGED


def test_the_place_of_a_point_is_a_hit_for_this_point_alone(judge, plate):
    positions, spots = plate
    wrong = []
    for key, code, side, spot in spots:
        place = positions.place_at(spot.at)
        for asked in JUDGED:
            verdict = judge.judge(Target(asked), place)
            if (verdict.grade is Grade.HIT) is not (asked == code):
                wrong.append((key, side, asked, verdict.grade))
            if verdict.nearest.code != code:
                wrong.append((key, side, asked, verdict.nearest))
        # The mirror image is right where no side is named, and told where one is.
        verdict = judge.judge(Target(code), place)
        if (verdict.site, verdict.side) != (key, side):
            wrong.append((key, side, verdict.site, verdict.side))
        for rule in (SideRule.LEFT, SideRule.RIGHT):
            verdict = judge.judge(Target(code, rule), place)
            allowed = side.value in (rule.value, Side.MIDLINE.value)
            if (verdict.grade is Grade.HIT, verdict.wrong_side) != (allowed, not allowed):
                wrong.append((key, side, rule, verdict.grade))
    assert spots
    assert wrong == []


def test_well_within_the_tolerance_is_a_hit_in_all_eight_directions(chart, judge, plate):
    positions, spots = plate
    wrong, shown = [], 0
    for key, code, side, spot in spots:
        place = BODY.points[key][side]
        tolerance = judge.judge(Target(code), place.rest).hit_cun
        for eighth in range(8):
            wished = placed_around(chart, key, eighth, WITHIN * tolerance)
            if side is Side.RIGHT:
                wished = (-wished[0], *wished[1:])
            seen = shown_place(positions, spot, place, wished, eighth, WITHIN * tolerance)
            if seen is None:
                continue
            shown += 1
            verdict = judge.judge(Target(code), seen)
            if verdict.grade is not Grade.HIT or verdict.side is not side:
                wrong.append((key, side, eighth, verdict.grade, verdict.distance_cun))
    assert wrong == []
    assert shown >= MOST_OF_THEM * 8 * len(spots)


@cache
def placed_around(chart, key, eighth, cun):
    """The place of the skin so far from a point of the left or the midline."""
    site, angle = chart.sites[key], eighth * math.pi / 4
    way = (cun * math.cos(angle), cun * math.sin(angle))
    place, missing = site.place, way
    for _ in range(2 * TRIES):
        place = tuple(
            part + site.cun_m * (missing[0] * u + missing[1] * v)
            for part, u, v in zip(place, site.across, site.along, strict=True)
        )
        found = chart.standing(place)
        corners = [chart.nodes[corner] for corner in found.corners]
        place = tuple(
            sum(share * corner[k] for share, corner in zip(found.shares, corners, strict=True))
            for k in range(3)
        )
        there = chart.offset(key, place)
        missing = (way[0] - there[0], way[1] - there[1])
        if math.hypot(*missing) < 0.01:
            return place
    raise AssertionError((key, eighth))


def shown_place(positions, spot, place, wished, eighth, cun):
    """What the map says of the wished place, sought step by step; None if it is not in sight."""
    angle = eighth * math.pi / 4
    step, at = (cun * math.cos(angle), cun * math.sin(angle)), spot.at
    for _ in range(TRIES):
        at = tuple(at[k] + step[0] * spot.across[k] + step[1] * spot.along[k] for k in range(2))
        seen = positions.place_at(at)
        if seen is None:
            return None
        missing = [(a - b) / place.cun_m for a, b in zip(wished, seen, strict=True)]
        if math.hypot(*missing) <= AS_WISHED_CUN:
            return seen
        step = tuple(
            sum(a * b for a, b in zip(missing, axis, strict=True))
            for axis in (place.across, place.along)
        )
    return None
