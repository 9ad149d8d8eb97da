"""Every point of every picture judged through its position map, for itself and for all others."""

import math
from functools import cache

import pytest

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.still_places import Sight
from massage_trainer.domain.verdict import Grade, Judge, SideRule, Target
from tests.content import placed
from tests.content.placed import GROUNDS
from tests.content.test_places import CATALOG

WITHIN = 0.3  # of the tolerance
AS_WISHED_CUN = 0.05  # the map shows the place that was looked for
TRIES = 4
# Of a point at the very rim of the body the picture does not show all that lies around it.
MOST_OF_THEM = 0.9
JUDGED = [code for code, point in CATALOG.points.items() if point.shown.value != "text"]


@cache
def judge_of(client):
    return Judge(placed.chart(client), CATALOG.points.values())


@pytest.fixture(scope="module", params=GROUNDS)
def plate(request):
    """The client, the position map, and what is seen: key of the place, code, side, spot."""
    ground = GROUNDS[request.param]
    spots = [
        (key, key.partition("@")[0], side, spot)
        for key, sides in ground.places().points.items()
        for side, spot in sides.items()
        if spot.sight is Sight.VISIBLE
    ]
    return ground.client, ground.position_map(), spots


@pytest.mark.parametrize("client", placed.clients())
def test_all_points_are_judged(client):
    judge = judge_of(client)
    assert [code for code in CATALOG.points if judge.can_judge(code)] == JUDGED


def test_the_place_of_a_point_is_a_hit_for_this_point_alone(plate):
    client, positions, spots = plate
    judge = judge_of(client)
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
    assert wrong == []


def test_well_within_the_tolerance_is_a_hit_in_all_eight_directions(plate):
    client, positions, spots = plate
    judge, chart, known = judge_of(client), placed.chart(client), placed.body(client)
    wrong, shown = [], 0
    for key, code, side, spot in spots:
        place = known.points[key][side]
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
    # One of few points may lie near the outline, where half of its surroundings are not seen.
    assert shown >= MOST_OF_THEM * 8 * len(spots) - 4


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
