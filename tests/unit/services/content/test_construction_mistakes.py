"""Constructions of places: every mistake in one, with its file, line and column."""

import pytest

from massage_trainer.domain.construction import Go, Stride, Walk
from massage_trainer.services.content.body_checks import circles, side_mistake
from tests.unit.services.content.small_content import CATALOG, read_catalog, replaced

L2 = ("landmarks", "{kind: on, corners: [0, 12, 7], shares: [0.25, 0.5, 0.25]}")
BL23 = ("points", "{kind: level, level: L2, lateral_cun: 1.5, span: back}")
GB30 = ("points", "{kind: walk, from: BL23, go: [{caudal: 4}, {lateral: 0.5}], span: back}")
EX_B2 = ("points", "{kind: level, levels: [T7, L2], lateral_cun: 0.5, span: back}")

MISTAKES = [
    (
        BL23,
        "{kind: levle, level: L2, lateral_cun: 1.5, span: back}",
        "8:23: unknown kind of construction 'levle' (did you mean 'level'?)",
    ),
    (
        BL23,
        "{level: L2, lateral_cun: 1.5, span: back}",
        "8:16: missing kind (one of on, at, level, between, along, walk, cross)",
    ),
    (BL23, "{kind: level, level: L2, span: back}", "8:16: missing lateral_cun"),
    (
        BL23,
        "{kind: level, level: L2, lateral: 1.5, span: back}",
        "8:41: unknown key 'lateral' (did you mean 'lateral_cun'?)",
    ),
    (
        BL23,
        "{kind: level, level: L2, lateral_cun: 1.5, span: back, cun: 2}",
        "8:71: unknown key 'cun' (known: kind, lateral_cun, level, span)",
    ),
    (
        BL23,
        "{kind: level, level: L2, lateral_cun: -1.5, span: back}",
        "8:54: -1.5 is not between 0 and 20",
    ),
    (
        BL23,
        "{kind: level, level: L2, lateral_cun: '1,5', span: back}",
        "8:54: '1,5' is not a number (write for example 1.5)",
    ),
    (
        BL23,
        "{kind: level, level: L3, lateral_cun: 1.5, span: back}",
        "8:37: unknown landmark or point 'L3' (did you mean 'BL23'?)",
    ),
    (
        BL23,
        "{kind: level, level: EX-B2, lateral_cun: 1.5, span: back}",
        "8:37: unknown landmark or point 'EX-B2' (did you mean 'EX-B2@T7'?)",
    ),
    (
        BL23,
        "{kind: level, level: ASHI, lateral_cun: 1.5, span: back}",
        "8:37: ASHI is shown as text, it has no place",
    ),
    (
        BL23,
        "{kind: level, level: L2, lateral_cun: 1.5, span: bak}",
        "8:65: unknown span 'bak' (did you mean 'back'?)",
    ),
    (
        BL23,
        "{kind: between, a: L2, b: scapula-border, share: 1.2}",
        "8:65: 1.2 is not between 0 and 1",
    ),
    (BL23, "{kind: between, a: L2, b: L2, share: 0.2}", "8:42: from L2 to itself"),
    (
        BL23,
        "{kind: along, a: L2, b: scapula-border, cun: 0, span: back}",
        "8:61: 0 is not between 0.01 and 75",
    ),
    (BL23, "{kind: cross, level: L2, a: T7}", "8:16: missing b"),
    (
        GB30,
        "{kind: walk, from: BL23, go: [], span: back}",
        "19:45: no strides (write [{lateral: 1}, {distal: 2}])",
    ),
    (
        GB30,
        "{kind: walk, from: BL23, go: [{caudl: 4}], span: back}",
        "19:47: unknown direction 'caudl' (did you mean 'caudal'?)",
    ),
    (
        GB30,
        "{kind: walk, from: BL23, go: [{caudal: 4, lateral: 1}], span: back}",
        "19:46: one direction a stride (write [{lateral: 1}, {distal: 2}])",
    ),
    (
        GB30,
        "{kind: walk, from: BL23, go: [caudal], span: back}",
        "19:46: expected a mapping, found text (write key: value)",
    ),
    (
        GB30,
        "{kind: walk, from: BL23, go: [{caudal: far}], span: back}",
        "19:55: 'far' is not a number (write for example 1.5)",
    ),
    (
        L2,
        "{kind: on, corners: [0, 12], shares: [0.25, 0.5, 0.25]}",
        "7:36: 2 corners, a place has three",
    ),
    (
        L2,
        "{kind: on, corners: [], shares: [0.25, 0.5, 0.25]}",
        "7:36: no corners, a place has three",
    ),
    (L2, "{kind: on, corners: [0, -12, 7], shares: [0.25, 0.5, 0.25]}", "7:40: -12 is less than 0"),
    (
        L2,
        "{kind: on, corners: [0, 12, 7], shares: [0.25, 1.5, -0.75]}",
        ["7:63: 1.5 is not between 0 and 1", "7:68: -0.75 is not between 0 and 1"],
    ),
    (
        L2,
        "{kind: on, corners: [0, 12, 7], shares: [0.25, 0.5, 0.35]}",
        "7:56: the shares make 1.1 (the three shares of a place make 1)",
    ),
    (
        L2,
        "{kind: level, levels: [T7], lateral_cun: 0, span: back}",
        "7:30: unknown key 'levels' (did you mean 'level'?)",
    ),
    (EX_B2, "{kind: level, levels: [], lateral_cun: 0.5, span: back}", "37:38: no levels"),
    (
        EX_B2,
        "{kind: at, levels: [T7, L2], lateral_cun: 0.5, span: back}",
        "37:23: unknown kind of construction with levels 'at' (known: level)",
    ),
    (
        EX_B2,
        "{kind: level, levels: [T7, L2, T7], lateral_cun: 0.5, span: back}",
        "37:47: 'T7' is given twice",
    ),
    (
        EX_B2,
        "{kind: level, levels: [T77, L2], lateral_cun: 0.5, span: back}",
        "37:39: unknown landmark or point 'T77' (did you mean 'T7'?)",
    ),
    (BL23, "{kind: at, of: GB30}", "8:16: BL23 depends on itself: BL23 -> GB30 -> BL23"),
    (BL23, "{kind: at, of: BL23}", "8:16: BL23 depends on itself: BL23 -> BL23"),
    (BL23, "{kind: at, of: L2}", "8:16: with L2 in the midline it is no pair"),
    (
        BL23,
        "{kind: level, level: L2, lateral_cun: 0, span: back}",
        "8:16: 0 cun from the midline is no pair",
    ),
    (
        BL23,
        "{kind: between, a: L2, b: T7, share: 0.5}",
        "8:16: with L2 and T7 in the midline it is no pair",
    ),
    (
        BL23,
        "{kind: walk, from: L2, go: [{caudal: 1}], span: back}",
        "8:16: with L2 in the midline it is no pair",
    ),
    (
        L2,
        "{kind: between, a: scapula-border, b: T7, share: 0.5}",
        "7:16: scapula-border is one of a pair and not in the midline",
    ),
    (
        L2,
        "{kind: walk, from: T7, go: [{lateral: 1}], span: back}",
        "7:16: L2 depends on itself: L2 -> span back -> spine-at-scapula -> L2",
    ),
    (
        L2,
        "{kind: level, level: T7, lateral_cun: 1, span: back}",
        "7:16: L2 depends on itself: L2 -> span back -> spine-at-scapula -> L2",
    ),
]


def errors(tmp_path, **changed):
    return [str(error) for error in read_catalog(tmp_path, **changed).errors]


@pytest.mark.parametrize(("where", "new", "expected"), MISTAKES, ids=lambda value: str(value)[:60])
def test_a_mistake_in_a_construction(tmp_path, where, new, expected):
    stem, old = where
    found = errors(tmp_path, **{stem: replaced(CATALOG[stem], (old, new))})
    expected = [expected] if isinstance(expected, str) else expected
    assert found == [f"catalog/{stem}.yaml:{line}" for line in expected]


def test_a_circle_is_told_once_and_what_hangs_on_it_is_not(tmp_path):
    points = replaced(
        CATALOG["points"],
        (BL23[1], "{kind: at, of: EX-B2@T7}"),
        (EX_B2[1], "{kind: level, levels: [T7, GB30], lateral_cun: 0.5, span: back}"),
        (GB30[1], "{kind: at, of: EX-B2@GB30}"),
        ("[EX-B2@L2]", "[L2]"),
    )
    problem = "GB30 depends on itself: GB30 -> EX-B2@GB30 -> GB30"
    assert errors(tmp_path, points=points) == [f"catalog/points.yaml:19:16: {problem}"]


def test_a_circle_through_a_span(tmp_path):
    landmarks = replaced(
        CATALOG["landmarks"],
        ("{kind: on, corners: [3, 4, 5], shares: [1, 0, 0]}", BL23[1]),
    )
    assert errors(tmp_path, landmarks=landmarks)[0] == (
        "catalog/landmarks.yaml:14:16: scapula-border depends on itself: "
        "scapula-border -> span back -> spine-at-scapula -> scapula-border"
    )


def test_a_place_in_the_midline_needs_no_span(tmp_path):
    landmarks = replaced(
        CATALOG["landmarks"],
        (
            "{kind: cross, level: scapula-border, a: L2, b: T7}",
            "{kind: level, level: scapula-border, lateral_cun: 0, span: back}",
        ),
    )
    assert errors(tmp_path, landmarks=landmarks) == []


def test_a_long_way_from_one_to_the_other_is_no_circle():
    links = {f"P{number}": (f"P{number + 1}",) for number in range(20_000)}
    assert list(circles(links)) == []
    assert len(next(circles({**links, "P20000": ("P0",)}))) == 20_002


def test_two_circles_are_told_each():
    needs = {"a": ("b", "x"), "b": ("a",), "c": ("d",), "d": ("c", "a"), "x": ()}
    assert list(circles(needs)) == [("a", "b", "a"), ("c", "d", "c")]


def test_a_walk_to_the_side_makes_a_pair_and_leaves_the_midline():
    sideways = Walk("T7", (Stride(Go.CAUDAL, 1), Stride(Go.LATERAL, 1)), "back")
    problem = "a walk to the side leads out of the midline"
    assert side_mistake(sideways, {"T7": True}, midline=True) == problem
    assert side_mistake(sideways, {"T7": True}, midline=False) == ""
