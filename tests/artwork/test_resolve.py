"""Constructions on the client's body: where they lead, what they say when they lead nowhere."""

from dataclasses import replace

import numpy as np
import pytest

from massage_trainer.artwork.resolve import ConstructionError, check, resolve
from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.catalog import CunSpan, PlaceCheck, Zone
from massage_trainer.domain.construction import (
    Along,
    At,
    Between,
    Cross,
    Go,
    Level,
    OnMesh,
    Stride,
    Walk,
)
from tests.artwork.resolved_bodies import (
    BACK,
    LIMB,
    MIDDLE,
    TEXT,
    acupoint,
    at,
    body,
    landmark,
    small_catalog,
)

HERE = {"X": "assets/catalog/points.yaml:7", "broad": "assets/catalog/spans.yaml:3"}


def resolving(catalog):
    return resolve(body("client"), catalog, HERE)


def resolved_with(construction, axes=BACK):
    return resolving(small_catalog(acupoint("X", construction, axes)))


@pytest.fixture(scope="module")
def small():
    return resolving(small_catalog())


def test_left_is_the_left_and_right_its_mirror_image(small):
    for key in ("BL23", "GB30", "BL37"):
        places = small.places[key]
        assert set(places) == {Side.LEFT, Side.RIGHT}
        assert places[Side.LEFT].point[0] > 0.01
        mirror = places[Side.RIGHT].point * [-1, 1, 1]
        assert np.linalg.norm(places[Side.LEFT].point - mirror) < 0.001
    assert set(small.places["GV4"]) == {Side.MIDLINE}


def test_a_place_is_on_the_body_and_not_on_the_tape(small):
    """The middle of the back lies in the furrow that the tape bridges."""
    for places in small.places.values():
        for place in places.values():
            assert place.point == pytest.approx(
                place.shares @ body("client").points[list(place.corners)]
            )
            assert place.shares.sum() == pytest.approx(1)
            assert np.linalg.norm(place.normal) == pytest.approx(1)
    tape = small.finder.skin.xyz(small.finder.place("T5"))
    assert at(small, "T5").point[1] < tape[1] - 0.005


def test_cun_are_those_of_the_body(small):
    assert small.cun_m["back"] == pytest.approx(0.07 / 3, rel=0.05)
    assert 14 * small.cun_m["thigh"] == pytest.approx(small.finder.path("fold", "knee").length)


def test_a_level_goes_out_from_the_middle_at_one_height(small):
    place = at(small, "BL23").point
    assert place[2] == pytest.approx(at(small, "L2").point[2], abs=1e-3)
    assert place[0] == pytest.approx(1.5 * small.cun_m["back"], rel=0.03)


def test_negative_cun_go_to_the_other_side():
    found = resolved_with(Level("L2", -1.5, "back"))
    mirror = at(found, "BL23").point * [-1, 1, 1]
    assert at(found, "X").point == pytest.approx(mirror, abs=0.001)


def test_between_and_along_share_a_way(small):
    finder = small.finder
    way = finder.path("BL36", "knee")
    there = finder.skin.xyz(way.at(6 * small.cun_m["thigh"]))
    assert finder.skin.xyz(finder.place("BL37")) == pytest.approx(there)
    third = finder.skin.path(finder.place("trochanter"), finder.place("GB30"))
    assert third.length == pytest.approx(finder.path("trochanter", "hiatus").length / 3, rel=0.01)


def test_strides_go_where_their_words_say():
    found = resolved_with(Walk("knee", (Stride(Go.DISTAL, 2), Stride(Go.LATERAL, 1)), "thigh"))
    step = at(found, "X").point - at(found, "knee").point
    assert step[2] == pytest.approx(-2 * found.cun_m["thigh"], rel=0.15)
    assert step[0] > 0.7 * found.cun_m["thigh"]
    inward = resolved_with(Walk("BL23", (Stride(Go.MEDIAL, 1.5),), "back"))
    assert np.linalg.norm(at(inward, "X").point - at(inward, "GV4").point) < 0.001


def test_a_crossing_is_at_the_height_it_crosses():
    found = resolved_with(Cross("L2", "T5", "GB30"))
    assert at(found, "X").point[2] == pytest.approx(at(found, "L2").point[2], abs=1e-3)


@pytest.mark.parametrize("side", [Side.LEFT, Side.RIGHT])
def test_directions_lie_in_the_skin_and_keep_their_meaning(small, side):
    outward = 1 if side is Side.LEFT else -1
    for key, down in (("BL23", 0.9), ("GB30", 0.9), ("BL37", 0.9)):
        across, along = small.axes(key, side)
        normal = small.places[key][side].normal
        for one, other in ((across, along), (across, normal), (along, normal)):
            assert one @ other == pytest.approx(0, abs=1e-9)
        assert np.linalg.norm(across) == pytest.approx(1)
        assert across[0] * outward > 0.4
        assert along[2] < -down
    mirrored = [vector * [-1, 1, 1] for vector in small.axes("GB30", Side.RIGHT)]
    assert np.array(mirrored) == pytest.approx(np.array(small.axes("GB30", Side.LEFT)), abs=0.02)


def test_on_a_limb_along_is_along_its_bone(small):
    _, along = small.axes("BL37", Side.LEFT)
    bone = body("client").head("lowerleg01.L") - body("client").head("upperleg01.L")
    assert along @ bone / np.linalg.norm(bone) > 0.97


@pytest.mark.parametrize(
    ("key", "via", "legs", "ticks"),
    [
        ("L2", ("L2",), 0, 0),
        ("GV4", ("L2",), 0, 0),
        ("BL23", ("L2",), 1, 1),
        ("GB30", ("trochanter", "hiatus"), 1, 2),
        ("BL37", ("fold", "knee"), 1, 5),
    ],
)
def test_a_hand_measures_from_landmarks(small, key, via, legs, ticks):
    for side, place in small.places[key].items():
        line = small.path(key, side)
        assert line.via == via
        assert (len(line.legs), len(line.ticks)) == (legs, ticks)
        if legs:
            gaps = [np.linalg.norm(step.point - place.point) for step in line.legs[0]]
            assert min(gaps) < 0.006
            steps = np.diff([step.point for step in line.legs[0]], axis=0)
            assert np.linalg.norm(steps, axis=1).max() < 0.02


def test_a_line_to_a_point_that_hangs_on_another_starts_at_its_landmark():
    catalog = small_catalog(
        acupoint("X", Walk("BL37", (Stride(Go.LATERAL, 1.5),), "thigh"), LIMB),
        acupoint("Y", Cross("GB30", "T5", "fold")),
    )
    found = resolving(catalog)
    line = found.path("X", Side.RIGHT)
    assert line.via == ("fold", "knee")
    assert len(line.legs) == 2
    assert len(line.ticks) == 6
    assert found.path("Y", Side.LEFT).via == ("T5", "fold", "GB30")


def test_a_zone_is_a_closed_outline_on_the_skin():
    around = (("T5", 1), ("L2", 1), ("L2", 3), ("T5", 3))
    corners = tuple(Level(level, cun, "back") for level, cun in around)
    zone = Zone("flank", TEXT, TEXT, midline=False, corners=corners)
    found = resolving(small_catalog(zones=[zone]))
    for side in (Side.LEFT, Side.RIGHT):
        outline = np.array([place.point for place in found.zone("flank", side)])
        steps = np.linalg.norm(outline - np.roll(outline, 1, axis=0), axis=1)
        assert steps.min() > 0.002
        assert steps.max() < 0.02
        assert (outline[:, 0] > 0).all() == (side is Side.LEFT)


@pytest.mark.parametrize(
    ("construction", "words"),
    [
        (At("BL2"), "points.yaml:7: X: unknown place 'BL2'"),
        (At("BL24"), "did you mean 'BL23'"),
        (Level("L2", 1.5, "bcak"), "X: unknown span 'bcak' (known: back, thigh)"),
        (Level("L2", 12, "back"), "X: 12 cun lead round to the front"),
        (Level("L2", 60, "back"), "X: 1.4"),
        (Level("knee", 1, "back"), "X: the middle of the body has no skin at the height -0.4"),
        (Along("T5", "L2", 30, "back"), "X: the way is 0.2"),
        (Cross("ankle", "T5", "L2"), "X: the way does not come to the height -0.8"),
        (Between("L2", "GV4", 0.5), "X: both ends of the way are the same place"),
        (Walk("BL23", (Stride(Go.LATERAL, 90),), "back"), "X: 2.1"),
        (OnMesh((0, 1, 99999), (0.2, 0.3, 0.5)), "X: the vertices [0, 1, 99999] are not of"),
        (OnMesh((0, 1, 15000), (0.2, 0.3, 0.5)), "X: the vertices [0, 1, 15000] are not of"),
        (At("X"), "X: is built on itself: X -> X"),
    ],
)
def test_what_leads_nowhere_is_named_with_its_line(construction, words):
    with pytest.raises(ConstructionError) as caught:
        resolved_with(construction)
    assert str(caught.value).startswith("assets/catalog/points.yaml:7: X: ")
    assert words in str(caught.value)


def test_a_ring_of_landmarks_and_spans_is_named():
    catalog = small_catalog(
        landmarks=[landmark("edge", Level("T5", 3, "broad"))],
        spans=[CunSpan("broad", TEXT, "T5", "edge", 3, along_skin=False)],
    )
    with pytest.raises(ConstructionError, match="edge -> broad -> edge"):
        resolving(catalog)


def test_a_zone_off_the_skin_is_named():
    zone = Zone("X", TEXT, TEXT, midline=False, corners=(At("L2"), At("T5"), At("BL99")))
    found = resolving(small_catalog(zones=[zone]))
    with pytest.raises(ConstructionError, match=r"yaml:7: X: unknown place 'BL99'"):
        found.zone("X", Side.LEFT)


BROKEN = {
    "level": (acupoint("X", At("T5"), MIDDLE, level_with=("L2",)), "higher or lower than L2"),
    "no level": (acupoint("X", At("T5"), MIDDLE, level_with=("L9",)), "which is not there"),
    "second": (
        acupoint("X", At("T5"), MIDDLE, checks=(PlaceCheck(At("hiatus"), 5),)),
        "cun from its check (at), not within 5",
    ),
    "close": (acupoint("X", Level("L2", 1.35, "back")), "BL23: only 0.15 cun from X"),
    "off the middle": (acupoint("X", Level("L2", 0.3, "back"), MIDDLE), "left and right differ"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_every_check_tells_what_is_broken(name):
    point, words = BROKEN[name]
    catalog = small_catalog(point)
    (problem,) = check(resolving(catalog), catalog)
    assert words in problem


def test_checks_hold_where_nothing_is_broken():
    """A point may be the same place as another if it says so."""
    catalog = small_catalog(
        acupoint("X", At("BL23"), level_with=("L2", "GV4")),
        acupoint("Y", At("L2"), MIDDLE, checks=(PlaceCheck(At("BL23"), 1.6),)),
    )
    catalog = replace(catalog, points={k: v for k, v in catalog.points.items() if k != "GV4"})
    point = replace(catalog.points["X"], level_with=("L2", "Y"))
    catalog = replace(catalog, points={**catalog.points, "X": point})
    assert check(resolving(catalog), catalog) == []
