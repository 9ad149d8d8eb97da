"""Places on the packed skin, and position maps: near, posed, in patches, the same every time."""

import math

import numpy as np
import pytest

from massage_trainer.artwork.outlines import outlines, outside
from massage_trainer.artwork.packed_skin import PackedSkin
from massage_trainer.artwork.position_maps import position_map
from massage_trainer.artwork.regions import Box
from massage_trainer.domain.body_places import PosedSkin
from massage_trainer.domain.scene_plates import MeshSpot
from massage_trainer.domain.stage import skin_matrices
from massage_trainer.services.scenes import SceneStore
from massage_trainer.services.still_places import read_map
from tests.artwork.sources import ROOT

STORE = SceneStore(ROOT / "assets" / "stage")
MESH = STORE.mesh("client")
LOIN = Box("loin", "back", (0.0, 0.15), (0.1, 0.08), 0.03, 10.0)


@pytest.fixture(scope="module")
def skin():
    return PackedSkin(MESH)


@pytest.mark.parametrize("name", ["prone-back", "both-knees"])
def test_all_of_the_skin_moves_as_each_of_its_places(skin, name):
    """What draws the stills and what runs in the window agree."""
    scene = STORE.scene(name).mirrored()
    frame = next(iter(scene.figures[0].frames.values()))
    posed, facing = skin.posed(skin_matrices(MESH.skeleton, frame))
    live = PosedSkin(MESH, frame)
    for face in skin.faces[::4000]:
        spot = MeshSpot(tuple(int(corner) for corner in face), (0.5, 0.3, 0.2))
        shares = np.array(spot.shares)
        assert live.place(spot) == pytest.approx(shares @ posed[face], abs=1e-6)
        normal = shares @ facing[face]
        assert np.array(live.facing(spot)) @ normal > 0.85 * np.linalg.norm(normal)


def test_the_nearest_place_of_a_place_of_the_skin_is_itself(skin):
    faces = skin.faces[::3001]
    shares = np.tile([0.2, 0.3, 0.5], (len(faces), 1))
    points = skin.rest(faces, shares)
    normal = np.cross(
        skin.points[faces[:, 1]] - skin.points[faces[:, 0]],
        skin.points[faces[:, 2]] - skin.points[faces[:, 0]],
    )
    corners, found = skin.closest(points + 0.001 * normal, normal)
    assert np.abs(skin.rest(corners, found) - points).max() < 1e-4


def test_an_outline_closes_where_the_skin_does_not_turn_away(skin):
    (line,) = outlines(skin, [LOIN])
    assert len(line) > 40
    assert line[0] == line[-1]
    corners = np.array([spot.corners for spot in line])
    places = skin.rest(corners, np.array([spot.shares for spot in line]))
    assert np.abs(outside(LOIN, places)).max() < 0.002
    assert np.linalg.norm(np.diff(places, axis=0), axis=1).max() < 0.02


def seen(width=99, height=66):
    """A slope, and before its middle another that is far from it on the body."""
    x, y = np.meshgrid((np.arange(width) + 0.5) / width, (np.arange(height) + 0.5) / height)
    places = np.stack([x, 0.1 * x * y, y, np.ones_like(x)], axis=-1) * [0.3, 0.3, 0.2, 1]
    arm = (x > 0.4) & (x < 0.6) & (y < 0.7)
    places[arm, 0] += 0.5
    places[(x < 0.1) | (y > 0.9)] = 0.0
    crumb = (np.abs(x - 0.8) < 0.02) & (np.abs(y - 0.5) < 0.02)
    places[crumb, 1] += 0.3
    return places


def test_a_map_leads_back_to_what_was_seen(tmp_path):
    places = seen()
    (tmp_path / "a.map").write_bytes(position_map(places))
    made = read_map(tmp_path, "a.map")
    height, width = places.shape[:2]
    apart = []
    for row in range(0, height, 5):
        for column in range(0, width, 3):
            there = made.place_at(((column + 0.5) / width, (row + 0.5) / height))
            assert (there is not None) == bool(places[row, column, 3])
            if there is not None:
                apart.append(math.dist(there, places[row, column, :3]))
    # Half a sample is left where no neighbour of the same skin is there to blend with.
    assert max(apart) < 0.0075
    assert np.median(apart) < 0.0006


def test_the_same_picture_gives_the_same_map():
    assert position_map(seen()) == position_map(seen())


def test_nothing_of_the_body_is_a_map_of_nothing(tmp_path):
    (tmp_path / "a.map").write_bytes(position_map(np.zeros((66, 99, 4))))
    assert read_map(tmp_path, "a.map").place_at((0.5, 0.5)) is None
