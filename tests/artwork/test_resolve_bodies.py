"""Every landmark and point of the catalogue on two very different bodies, measured again."""

import time
from itertools import pairwise

import numpy as np
import pytest
import trimesh
from pygeodesic import geodesic

from massage_trainer.artwork import ratios
from massage_trainer.artwork.place_checks import MIRROR_M
from massage_trainer.artwork.resolve import check, resolve
from massage_trainer.artwork.tape import tape_skin
from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.catalog import Shown
from massage_trainer.domain.construction import Along, Between, Level
from tests.artwork.resolved_bodies import BODIES, CATALOG_FOLDER, at, body, loaded, resolved
from tests.content.test_authoring_page import load_extended

NAMES = list(BODIES)
NEAR_CUN = 0.05
MODEL_RATIOS = ratios.read(CATALOG_FOLDER / "body_ratios.yaml")


@pytest.fixture(scope="module", params=NAMES)
def found(request):
    return resolved(request.param)


def catalog():
    return loaded().catalog


def constructions(kind):
    """Keys of the points and landmarks that are constructed so."""
    marks = {mark.id: mark.construction for mark in catalog().landmarks.values()}
    sites = {s.key: s.construction for p in catalog().points.values() for s in p.sites}
    return {key: made for key, made in (marks | sites).items() if isinstance(made, kind)}


def test_the_catalogue_has_no_mistakes():
    assert loaded().errors == ()


def test_every_point_is_found(found):
    points = catalog().points.values()
    keys = {site.key for point in points for site in point.sites}
    assert keys | set(catalog().landmarks) == set(found.places)
    assert {point.code for point in points if not point.sites} == {
        point.code for point in points if point.shown is Shown.TEXT
    }


def test_every_check_of_the_catalogue_holds(found):
    assert check(found, catalog()) == []


def test_proportions_are_those_of_people(found):
    assert list(ratios.broken(MODEL_RATIOS, lambda key: at(found, key).point)) == []


def test_a_wrong_proportion_is_told(found):
    low = {"L4": at(found, "L4").point - [0, 0, 0.12]}

    def point(key):
        return low.get(key, at(found, key).point)

    told = list(ratios.broken(MODEL_RATIOS, point))
    assert any(words.startswith("trunk-to-crest-line") for words in told)


def test_left_and_right_mirror(found):
    worst = 0.0
    for places in found.places.values():
        if Side.LEFT in places:
            mirror = places[Side.RIGHT].point * [-1, 1, 1]
            worst = max(worst, float(np.linalg.norm(places[Side.LEFT].point - mirror)))
        else:
            worst = max(worst, 2 * abs(float(places[Side.MIDLINE].point[0])))
    assert worst < MIRROR_M


def test_the_midline_is_in_the_middle(found):
    for key, places in found.places.items():
        if Side.MIDLINE in places:
            tape = found.finder.skin.xyz(found.finder.place(key))
            assert abs(tape[0]) < 1e-6, key


def test_l4_is_on_the_line_of_the_crest_tops(found):
    height = at(found, "iliac-crest-top").point[2]
    assert at(found, "L4").point[2] == pytest.approx(height, abs=0.005)


def section_from_middle(skin, height, end):
    """The length of the back's section from the middle to a place, from a fine cut of the mesh."""
    mesh = trimesh.Trimesh(skin.points, skin.faces, process=False)
    lines = trimesh.intersections.mesh_plane(mesh, [0, 0, 1], [0, 0, height])
    lines = lines[(lines[:, :, 1].mean(axis=1) > end[1] - 0.03)]
    low, high = sorted((0.0, float(end[0])))
    x = lines[:, :, 0]
    width = np.maximum(np.abs(x[:, 1] - x[:, 0]), 1e-12)
    inside = np.minimum(x.max(axis=1), high) - np.maximum(x.min(axis=1), low)
    lengths = np.linalg.norm(lines[:, 1] - lines[:, 0], axis=1)
    return float((np.clip(inside, 0, None) / width * lengths).sum())


def test_distances_from_the_middle_measured_again(found):
    finder, worst = found.finder, 0.0
    for key, level in constructions(Level).items():
        end = finder.skin.xyz(finder.place(key))
        length = section_from_middle(finder.skin, float(end[2]) + 1e-7, end)
        cun = length / found.cun_m[level.span]
        worst = max(worst, abs(cun - abs(level.lateral_cun)))
    assert worst < NEAR_CUN


def with_vertex(points, faces, xyz):
    """The mesh with a vertex at a place: every triangle that holds it is cut at it."""
    near = np.flatnonzero(np.linalg.norm(points - xyz, axis=1) < 2e-6)
    near = near[np.isin(near, faces)]
    if len(near):
        return points, faces, int(near[0])
    corners, new = points[faces], len(points)
    parts = np.stack(
        [np.cross(corners[:, k - 2] - xyz, corners[:, k - 1] - xyz) for k in range(3)], axis=1
    )
    parts = np.linalg.norm(parts, axis=2)
    area = np.linalg.norm(
        np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]), axis=1
    )
    holds = np.abs(parts.sum(axis=1) - area) < np.maximum(1e-6 * area, 1e-13)
    shares = parts[holds] / area[holds, None]
    cut = [faces[holds][shares[:, k] > 1e-5] for k in range(3)]
    for corner, pieces in enumerate(cut):
        pieces[:, corner] = new
    return np.vstack([points, xyz]), np.vstack([faces[~holds], *cut]), new


def exact(skin, a, b):
    """The exact distance along the mesh."""
    points, faces, first = with_vertex(skin.points, skin.faces, skin.xyz(a))
    points, faces, last = with_vertex(points, faces, skin.xyz(b))
    used, local = np.unique(faces, return_inverse=True)
    solver = geodesic.PyGeodesicAlgorithmExact(points[used], local.reshape(-1, 3))
    length, _ = solver.geodesicDistance(*np.searchsorted(used, [first, last]))
    return float(length)


def test_shares_of_ways_measured_again(found):
    """Thirds, midpoints and cun along a way, by exact distances from both ends."""
    finder = found.finder
    for key, made in constructions((Between, Along)).items():
        place, a, b = (finder.place(name) for name in (key, made.a, made.b))
        cun = found.cun_m[found.span_of(key)]
        whole = exact(finder.skin, a, b)
        if isinstance(made, Between):
            wanted = made.share * whole
        else:
            wanted = made.cun * found.cun_m[made.span]
        assert exact(finder.skin, a, place) == pytest.approx(wanted, abs=NEAR_CUN * cun), key
        rest = exact(finder.skin, place, b)
        assert rest == pytest.approx(whole - wanted, abs=NEAR_CUN * cun), key


def test_one_and_a_half_cun_are_half_the_way_to_the_scapula(found):
    """As the eye sees it: seen from behind, at the height where the border is measured."""
    border = at(found, "scapula-medial-border").point[0]
    for code in ("BL13", "BL14", "BL15", "BL23", "BL25"):
        assert at(found, code).point[0] / border == pytest.approx(0.5, abs=0.04)
    for code in ("BL42", "BL43", "BL44"):
        assert at(found, code).point[0] / border == pytest.approx(1.0, abs=0.08)


def test_points_stand_in_their_order_down_the_body(found):
    def heights(*keys):
        return [at(found, key).point[2] for key in keys]

    inner = heights(*(f"BL{number}" for number in range(11, 31)))
    outer = heights(*(f"BL{number}" for number in (*range(41, 55), *range(36, 38))))
    spine = heights("C7", *(f"T{k}" for k in range(1, 13)), *(f"L{k}" for k in range(1, 6)), "S2")
    leg = heights("BL36", "BL37", "BL38", "BL40", "BL55", "BL56", "BL57", "BL59", "BL60")
    for line in (inner, outer, spine, leg):
        assert all(above > below for above, below in pairwise(line))


def test_directions_are_square_and_in_the_skin(found):
    for key, places in found.places.items():
        for side, place in places.items():
            across, along = found.axes(key, side)
            frame = np.array([across, along, place.normal])
            assert frame @ frame.T == pytest.approx(np.eye(3), abs=1e-6), key


def test_every_point_is_measured_from_a_landmark(found):
    for point in catalog().points.values():
        for site in point.sites:
            line = found.path(site.key, Side.MIDLINE if point.midline else Side.RIGHT)
            assert line.via, site.key
            assert set(line.via) <= set(catalog().landmarks), site.key
            for leg in line.legs:
                points = np.array([place.point for place in leg])
                assert np.linalg.norm(np.diff(points, axis=0), axis=1).max() < 0.04, site.key


def test_zones_are_outlined_on_both_sides(found):
    for zone in catalog().zones.values():
        for side in (Side.MIDLINE,) if zone.midline else (Side.LEFT, Side.RIGHT):
            outline = np.array([place.point for place in found.zone(zone.id, side)])
            steps = np.linalg.norm(outline - np.roll(outline, 1, axis=0), axis=1)
            assert steps.max() < 0.04, zone.id


@pytest.mark.parametrize("name", NAMES)
def test_a_body_takes_less_than_a_minute(name):
    before = time.process_time()
    everything = resolve(body(name), catalog(), loaded().marks)
    for key, places in everything.places.items():
        for side in places:
            everything.path(key, side)
    assert time.process_time() - before < 60


def test_another_schools_place_is_found_beside_the_point(found):
    """It is told in words alone, but what is told must be on the body."""
    alternatives = [point for point in catalog().points.values() if point.alternative]
    assert alternatives
    for point in alternatives:
        there = found.finder.skin.xyz(found.finder.build(point.alternative.construction))
        apart = np.linalg.norm(there - found.finder.skin.xyz(found.finder.place(point.code)))
        assert 0.3 < apart / found.cun_m[found.span_of(point.code)] < 6, point.code


@pytest.mark.parametrize("name", NAMES)
def test_the_examples_of_the_page_for_authors_are_found(name, tmp_path):
    """A point of another part of the body: data and a landmark, no code."""
    extended = load_extended(tmp_path / "catalog")
    found = resolve(body(name), extended.catalog, extended.marks)
    assert check(found, extended.catalog) == []
    elbow, point = (at(found, key).point for key in ("elbow-tip", "TE10"))
    assert np.linalg.norm(point - elbow) == pytest.approx(found.cun_m["upper-arm"], rel=0.1)
    assert point[2] > elbow[2]
    assert len(found.zone("ulnar-groove", Side.LEFT)) > 4


def test_the_same_body_gives_the_same_places():
    again = resolve(body("client"), catalog(), loaded().marks)
    for key, places in resolved("client").places.items():
        for side, place in places.items():
            other = again.places[key][side]
            assert other.corners == place.corners
            assert (other.shares == place.shares).all()
    assert (tape_skin(body("client")).points == resolved("client").finder.skin.points).all()
