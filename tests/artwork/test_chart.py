"""The baked chart against exact ways: on surfaces that are known, and on the client's body."""

import math

import numpy as np
import pytest

from massage_trainer.artwork import chart
from massage_trainer.artwork.chart import Centre, bake_chart, centres, charted, packed
from massage_trainer.artwork.mesh import Mesh
from massage_trainer.artwork.refine import refined
from massage_trainer.domain.anatomy import Side
from massage_trainer.services.chart import read_chart
from tests.artwork import resolved_bodies

CUN_M = 0.023
MOST_CUN = 3.0
ALLOWED_CUN = 0.1
FINER_M = 0.007
SAMPLES = 150


@pytest.fixture(scope="module")
def resolved():
    return resolved_bodies.resolved("client")


@pytest.fixture(scope="module")
def baked(resolved, tmp_path_factory):
    path = tmp_path_factory.mktemp("chart") / "client.chart"
    size = bake_chart(resolved, resolved.finder.body, path)
    assert size == path.stat().st_size
    return path


def grid(surface, half=0.16, spacing=0.02):
    """A surface over a square of the plane, its middle where across and along start."""
    count = round(2 * half / spacing)
    flats = [
        ((i - count / 2) * spacing, (j - count / 2) * spacing)
        for j in range(count + 1)
        for i in range(count + 1)
    ]
    faces = []
    for j in range(count):
        for i in range(count):
            a = j * (count + 1) + i
            faces += [(a, a + 1, a + count + 2), (a, a + count + 2, a + count + 1)]
    return np.array([surface(*flat) for flat in flats]), np.array(faces)


def board(x, z):
    return (x, 0.0, z)


def roll(radius):
    return lambda x, z: (radius * math.sin(x / radius), radius * math.cos(x / radius), z)


def ball(radius):
    def there(x, z):
        away = math.hypot(x, z)
        share = radius * math.sin(away / radius) / away if away else 0.0
        return (x * share, radius * math.cos(away / radius), z * share)

    return there


def charted_surface(surface, folder, spacing=0.01):
    points, faces = grid(surface, spacing=spacing)
    across, along = np.array([1.0, 0, 0]), np.array([0, 0, -1.0])
    middle = int(np.argmin(np.linalg.norm(points - surface(0.0, 0.0), axis=1)))
    face = next(f for f in faces if middle in f)
    corners = (middle, *(int(c) for c in face if c != middle))
    centre = Centre("X", corners, (1.0, 0.0, 0.0), across, along, CUN_M, midline=False)
    path = folder / "one.chart"
    path.write_bytes(packed(*charted(points, points, faces, [centre])))
    return read_chart(path)


SURFACES = {"board": board, "roll": roll(0.09), "ball": ball(0.11)}


@pytest.mark.parametrize("name", SURFACES)
def test_on_known_surfaces_distance_and_direction_are_right(name, tmp_path):
    """Across and along of the grid are the log map of all three surfaces at their middle."""
    found = charted_surface(SURFACES[name], tmp_path)
    for away in (0.3, 1.0, 2.0, 3.0):
        for angle in np.linspace(0, 2 * math.pi, 17):
            across, along = away * math.cos(angle), away * math.sin(angle)
            place = SURFACES[name](across * CUN_M, -along * CUN_M)
            assert found.offset("X", place) == pytest.approx((across, along), abs=0.03)


def test_a_bridged_hollow_is_measured_as_the_tape_lies(tmp_path):
    """The nodes lie on the true skin, the ways are those of the tape."""
    tape, faces = grid(board)
    true = tape - np.outer(np.maximum(0.0, 0.01 - np.abs(tape[:, 0] - 0.04)), [0, 1.0, 0])
    face = faces[int(np.argmin(np.linalg.norm(tape[faces].mean(axis=1), axis=1)))]
    shares = (0.2, 0.3, 0.5)
    place = np.asarray(shares) @ tape[face]
    axes = np.array([1.0, 0, 0]), np.array([0, 0, -1.0])
    centre = Centre("X", tuple(map(int, face)), shares, *axes, CUN_M, midline=False)
    path = tmp_path / "one.chart"
    path.write_bytes(packed(*charted(true, tape, faces, [centre])))
    found = read_chart(path).offset("X", (0.04, -0.01, float(place[2])))
    assert found == pytest.approx(((0.04 - place[0]) / CUN_M, 0.0), abs=0.01)


@pytest.mark.parametrize("curved", [False, True])
def test_every_point_within_three_cun_is_right_within_a_tenth(resolved, baked, curved, monkeypatch):
    """Exact ways on a finer mesh; rounded off between its vertices, it is a smoother body too."""
    monkeypatch.setattr(chart, "REACH_CUN", MOST_CUN)
    skin, true = resolved.finder.skin, resolved.finder.body.points
    tape, faces = skin.points, skin.faces
    found, chance = read_chart(baked), np.random.default_rng(5)
    worst = []
    for centre in centres(resolved):
        source = np.asarray(centre.shares) @ tape[list(centre.corners)]
        near = np.linalg.norm(tape - source, axis=1) < MOST_CUN * centre.cun_m + 0.05
        one, other = (tape, true) if curved else (true, tape)
        fine = Mesh(one, faces, other).picked(faces[near[faces].all(axis=1)])
        while len((finer := refined(fine, FINER_M)).points) > len(fine.points):
            fine = finer
        measured, drawn = (fine.points, fine.weights) if curved else (fine.weights, fine.points)
        nodes, ways = chart.ways_around(measured, fine.faces, source, centre)
        for i in chance.choice(len(nodes), min(SAMPLES, len(nodes)), replace=False):
            x, y, z = (float(part) for part in drawn[nodes[i]])
            way = found.way(centre.key, found.standing((x, y, z)))
            assert way.exact
            worst.append((abs(way.cun - math.hypot(*ways[i])), centre.key))
    assert max(worst)[0] < ALLOWED_CUN, sorted(worst, reverse=True)[:5]


def test_ways_between_points_are_those_of_the_measuring_skin(resolved, baked):
    """Another algorithm for the same ways: that of the constructions."""
    found, finder = read_chart(baked), resolved.finder
    off = []
    for centre in centres(resolved)[::4]:
        for key, site in found.sites.items():
            way = found.way(centre.key, found.standing(site.place))
            if key != centre.key and way.cun < MOST_CUN:
                length = finder.skin.path(finder.place(centre.key), finder.place(key)).length
                off.append(abs(way.cun - length / centre.cun_m))
    assert len(off) > 100
    assert max(off) < 0.05


def test_two_bakes_are_the_same_bytes(resolved, baked, tmp_path):
    bake_chart(resolved, resolved.finder.body, tmp_path / "again")
    assert (tmp_path / "again").read_bytes() == baked.read_bytes()
    assert baked.stat().st_size < 400_000


def test_every_judged_point_is_charted_where_it_is(resolved, baked):
    found = read_chart(baked)
    assert set(found.sites) == {centre.key for centre in centres(resolved)}
    for key, site in found.sites.items():
        places = resolved.places[key]
        side = Side.MIDLINE if site.midline else Side.LEFT
        assert math.dist(site.place, places[side].point) < 1e-5
        assert found.offset(key, site.place) == pytest.approx((0.0, 0.0), abs=0.02)
        if not site.midline:
            x, y, z = (float(part) for part in places[Side.RIGHT].point)
            assert found.offset(key, (-x, y, z)) == pytest.approx((0.0, 0.0), abs=0.05)
