import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.catalog import Shown, Tolerance
from massage_trainer.domain.construction import Go
from massage_trainer.domain.verdict import Grade, Judge, SideRule, Target
from tests.chart_examples import CUN_M, chart, cylinder, plane, point

# In cun from the middle of the back and down it.
PLACES = {
    "BL23": (1.5, 0.0),
    "BL52": (3.0, 0.0),
    "GV4": (0.0, 0.0),
    "BL24": (1.5, 2.0),
    "EX-B2@L2": (0.5, 0.0),
    "EX-B2@L3": (0.5, 2.0),
    "GB30": (1.5, -3.0),
    "OTHER-GB30": (1.55, -3.0),
}
FLAT = {key: (across * CUN_M, -down * CUN_M) for key, (across, down) in PLACES.items()}
MIDDLE = (Go.LEFT, Go.CAUDAL)
POINTS = [
    point("BL23"),
    point("BL52"),
    point("GV4", midline=True, axes=MIDDLE),
    point("BL24"),
    point("EX-B2", ["EX-B2@L2", "EX-B2@L3"]),
    point("GB30", axes=(Go.ANTERIOR, Go.DISTAL)),
    point("OTHER-GB30"),
    point("GV1", shown=Shown.TEXT),
]
SURFACES = {"plane": plane, "cylinder": cylinder(0.1)}
CHARTS = {name: chart(FLAT, surface, midline=["GV4"]) for name, surface in SURFACES.items()}
JUDGES = {name: Judge(body, POINTS) for name, body in CHARTS.items()}
JUDGE = JUDGES["plane"]
CODES = ["BL23", "BL52", "GV4", "BL24", "EX-B2", "GB30"]
surfaces = st.sampled_from(sorted(SURFACES))


def at(across, down, surface=plane):
    """A place so many cun to the client's left of the middle and down the back."""
    return surface((across * CUN_M, -down * CUN_M))


def judged(code, across, down, side=SideRule.EITHER):
    return JUDGE.judge(Target(code, side), at(across, down))


@pytest.mark.parametrize("name", SURFACES)
@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("key", PLACES)
@pytest.mark.parametrize("sign", [1, -1])
def test_every_points_place_is_a_hit_for_that_point_alone(name, code, key, sign):
    across, down = PLACES[key]
    verdict = JUDGES[name].judge(Target(code), at(sign * across, down, SURFACES[name]))
    own = key.partition("@")[0] == code or (code, key) == ("GB30", "OTHER-GB30")
    assert (verdict.grade is Grade.HIT) == own


@given(surfaces, st.sampled_from(sorted(PLACES)), st.integers(0, 7), st.sampled_from([1, -1]))
def test_well_within_the_tolerance_is_a_hit_in_every_direction(name, key, eighth, sign):
    code = key.partition("@")[0]
    across, down = PLACES[key]
    judge, surface = JUDGES[name], SURFACES[name]
    away = 0.3 * judge.judge(Target(code), at(across, down, surface)).hit_cun
    angle = eighth * math.pi / 4
    place = (sign * across + away * math.cos(angle), down + away * math.sin(angle))
    verdict = judge.judge(Target(code), at(*place, surface))
    assert verdict.grade is Grade.HIT
    assert verdict.distance_cun == pytest.approx(away, abs=0.01)
    assert verdict.nearest.site == key or "GB30" in key


def test_the_tolerance_is_half_the_way_to_the_nearest_other_point_or_half_a_cun():
    assert judged("BL52", 3.0, 0.0).hit_cun == pytest.approx(0.5)
    assert judged("BL23", 1.5, 0.0).hit_cun == pytest.approx(0.5)
    assert judged("GV4", 0.0, 0.0).hit_cun == pytest.approx(0.25, abs=0.001)
    # Both places of one code, and the twin of the other side, are no other point.
    assert judged("EX-B2", 0.5, 2.0).hit_cun == pytest.approx(0.5)
    assert judged("EX-B2", 0.24, 0.0).grade is Grade.MISS
    assert judged("EX-B2", 0.26, 0.0).grade is Grade.HIT


def test_places_of_the_same_code_are_no_rivals_of_each_other():
    two = {"A@1": (0.3 * CUN_M, 0.0), "A@2": (0.3 * CUN_M, 0.5 * CUN_M)}
    judge = Judge(chart(two), [point("A", two)])
    verdict = judge.judge(Target("A"), at(0.3, 0.0))
    assert (verdict.grade, verdict.hit_cun) == (Grade.HIT, 0.5)
    left = judge.judge(Target("A", SideRule.LEFT), at(0.3, 0.0))
    assert left.hit_cun == pytest.approx(0.3)  # the twin is 0.6 cun away, the other place 0.5


def test_nearer_is_what_is_nearer_along_the_skin():
    surface = SURFACES["cylinder"]
    flat = {"AROUND": (0.095, 0.0), "BELOW": (0.0, -0.0935)}
    body = chart(flat, surface)
    straight = [math.dist(surface((0.0, 0.0)), body.sites[key].place) for key in flat]
    assert straight[0] < straight[1]
    judge = Judge(body, [point("AROUND"), point("BELOW")])
    assert judge.judge(Target("AROUND"), surface((0.0, 0.0))).nearest.code == "BELOW"


def test_the_twin_is_another_point_where_the_side_is_named():
    judge = Judge(CHARTS["plane"], [point("EX-B2", ["EX-B2@L2", "EX-B2@L3"])])
    place = at(0.05, 0.0)
    assert judge.judge(Target("EX-B2"), place).hit_cun == pytest.approx(0.5)
    left = judge.judge(Target("EX-B2", SideRule.LEFT), place)
    assert (left.grade, left.side) == (Grade.HIT, Side.LEFT)
    right = judge.judge(Target("EX-B2", SideRule.RIGHT), place)
    assert (right.grade, right.side) == (Grade.MISS, Side.RIGHT)
    assert right.wrong_side


def test_near_is_within_a_cun_and_nearer_to_no_other_point():
    assert judged("BL52", 3.9, 0.0).grade is Grade.NEAR
    assert judged("BL52", 4.1, 0.0).grade is Grade.MISS
    assert judged("BL23", 2.2, 0.0).grade is Grade.NEAR
    beyond = judged("BL23", 2.3, 0.0)
    assert (beyond.grade, beyond.nearest.code) == (Grade.MISS, "BL52")
    assert beyond.nearest.distance_cun == pytest.approx(0.7)
    # A point at the same place under another name is no rival.
    assert judged("GB30", 2.2, -3.0).grade is Grade.NEAR
    assert judged("OTHER-GB30", 0.8, -3.0).grade is Grade.NEAR


def test_either_side_counts_unless_the_question_names_one():
    for across, side in ((1.5, Side.LEFT), (-1.5, Side.RIGHT)):
        verdict = judged("BL23", across, 0.0)
        assert (verdict.grade, verdict.side, verdict.wrong_side) == (Grade.HIT, side, False)
    assert judged("BL23", -1.5, 0.0, SideRule.RIGHT).grade is Grade.HIT
    wrong = judged("BL23", -1.5, 0.0, SideRule.LEFT)
    assert (wrong.grade, wrong.side, wrong.wrong_side) == (Grade.MISS, Side.LEFT, True)
    assert (wrong.nearest.code, wrong.nearest.side) == ("BL23", Side.RIGHT)
    assert judged("BL23", -2.2, 0.0, SideRule.LEFT).wrong_side  # near on the other side
    assert not judged("BL23", -2.3, 0.0, SideRule.LEFT).wrong_side
    assert not judged("BL23", 0.0, 0.0, SideRule.LEFT).wrong_side


@pytest.mark.parametrize("side", SideRule)
def test_a_point_of_the_midline_has_no_side(side):
    for across in (-0.2, 0.2):
        verdict = judged("GV4", across, 0.0, side)
        assert (verdict.grade, verdict.side, verdict.wrong_side) == (
            Grade.HIT,
            Side.MIDLINE,
            False,
        )


def test_off_the_body_is_no_miss():
    verdict = JUDGE.judge(Target("BL23"), None)
    assert verdict.grade is Grade.OFF_BODY
    assert (verdict.nearest, verdict.words, verdict.wrong_side) == (None, (), False)
    assert math.isinf(verdict.distance_cun)


def test_a_point_may_bring_its_own_tolerance():
    points = [point("BL23", tolerance=Tolerance(0.2, 0.4)), point("BL52")]
    judge = Judge(CHARTS["plane"], points)
    grades = [
        judge.judge(Target("BL23"), at(1.5 + away, 0.0)).grade for away in (0.19, 0.21, 0.39, 0.41)
    ]
    assert grades == [Grade.HIT, Grade.NEAR, Grade.NEAR, Grade.MISS]
    assert judge.judge(Target("BL23"), at(1.5, 0.0)).hit_cun == 0.2


def test_a_wide_tolerance_takes_nothing_from_a_nearer_point():
    points = [point("BL23", tolerance=Tolerance(1.2, 1.4)), point("BL52")]
    judge = Judge(CHARTS["plane"], points)
    away = (-1.19, -0.7, 0.7, 0.8, 1.19)
    grades = [judge.judge(Target("BL23"), at(1.5 + cun, 0.0)).grade for cun in away]
    assert grades == [Grade.HIT, Grade.HIT, Grade.HIT, Grade.MISS, Grade.MISS]


def words(verdict):
    return [(word.go, round(word.cun, 2)) for word in verdict.words]


def test_the_direction_is_told_in_the_words_of_the_body():
    assert words(judged("BL23", 2.5, 0.5)) == [(Go.LATERAL, 1.0), (Go.CAUDAL, 0.5)]
    assert words(judged("BL23", 1.2, -0.6)) == [(Go.CRANIAL, 0.6), (Go.MEDIAL, 0.3)]
    # On the other side lateral is the other way.
    assert words(judged("BL23", -2.5, 0.5)) == [(Go.LATERAL, 1.0), (Go.CAUDAL, 0.5)]
    assert words(judged("GV4", -1.0, 0.0)) == [(Go.RIGHT, 1.0)]
    assert words(judged("GV4", 1.0, 1.0)) == [(Go.LEFT, 1.0), (Go.CAUDAL, 1.0)]
    assert words(judged("GB30", 1.1, -2.2)) == [(Go.DISTAL, 0.8), (Go.POSTERIOR, 0.4)]


def test_small_parts_are_left_out():
    assert words(judged("BL23", 1.62, 0.14)) == []
    assert words(judged("BL23", 1.66, 0.0)) == [(Go.LATERAL, 0.16)]
    assert words(judged("BL23", 2.5, 0.24)) == [(Go.LATERAL, 1.0)]
    assert words(judged("BL23", 2.5, 0.26)) == [(Go.LATERAL, 1.0), (Go.CAUDAL, 0.26)]


def test_left_and_right_change_places_with_the_side():
    judge = Judge(CHARTS["plane"], [point("BL23", axes=MIDDLE)])
    assert words(judge.judge(Target("BL23"), at(2.5, 0.0))) == [(Go.LEFT, 1.0)]
    assert words(judge.judge(Target("BL23"), at(-2.5, 0.0))) == [(Go.RIGHT, 1.0)]


def test_of_several_places_the_nearest_counts():
    for down, site in ((0.1, "EX-B2@L2"), (1.9, "EX-B2@L3")):
        verdict = judged("EX-B2", -0.55, down)
        assert (verdict.grade, verdict.site, verdict.side) == (Grade.HIT, site, Side.RIGHT)


def test_far_away_the_distance_is_straight_and_the_words_only_where_they_tell():
    far = JUDGE.judge(Target("BL23"), (1.5 * CUN_M, 0.0, -0.6))
    assert (far.grade, far.exact) == (Grade.MISS, False)
    assert far.distance_cun == pytest.approx(25)
    assert words(far) == [(Go.CAUDAL, 25.0)]
    through = JUDGE.judge(Target("BL23"), (2 * CUN_M, -0.2, 0.0))
    assert (through.exact, through.words) == (False, ())


def test_only_points_that_a_picture_may_show_are_judged():
    assert not JUDGE.can_judge("GV1")
    assert not Judge(CHARTS["plane"], [point("BL60")]).can_judge("BL60")
    assert not Judge(CHARTS["plane"], [point("BL52", shown=Shown.TEXT)]).can_judge("BL52")
    assert JUDGE.can_judge("EX-B2")
    with pytest.raises(KeyError):
        JUDGE.judge(Target("GV1"), at(0.0, 0.0))


def test_the_nearest_point_is_told_whatever_was_asked_for():
    found = judged("BL24", -2.9, 0.1).nearest
    assert (found.code, found.site, found.side) == ("BL52", "BL52", Side.RIGHT)
    assert found.distance_cun == pytest.approx(math.hypot(0.1, 0.1), abs=0.001)


@given(surfaces, st.sampled_from(CODES), st.floats(-4, 4), st.floats(-3, 3))
def test_mirrored_places_are_judged_alike(name, code, across, down):
    judge, surface = JUDGES[name], SURFACES[name]
    one = judge.judge(Target(code), at(across, down, surface))
    two = judge.judge(Target(code), at(-across, down, surface))
    assert one.grade is two.grade
    assert one.distance_cun == pytest.approx(two.distance_cun, abs=1e-6)


@given(
    surfaces, st.sampled_from(CODES), st.floats(-4, 4), st.floats(-3, 3), st.sampled_from(SideRule)
)
def test_the_grades_keep_their_promises(name, code, across, down, side):
    verdict = JUDGES[name].judge(Target(code, side), at(across, down, SURFACES[name]))
    if verdict.grade is Grade.HIT:
        assert verdict.distance_cun <= verdict.hit_cun <= 0.5
        assert not verdict.wrong_side
    elif verdict.grade is Grade.NEAR:
        assert verdict.hit_cun < verdict.distance_cun <= 1.0
        assert not verdict.wrong_side
    else:
        assert verdict.distance_cun > verdict.hit_cun
    assert verdict.nearest.distance_cun <= verdict.distance_cun + 1e-9
    assert math.hypot(verdict.across_cun, verdict.along_cun) <= verdict.distance_cun + 1e-6
