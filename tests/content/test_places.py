"""The committed places: every point is shown, found again through the map, and small on disk."""

import json
import math

import pytest

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.catalog import Shown
from massage_trainer.domain.plate import INDEX_VERSION
from massage_trainer.domain.still_places import Sight
from massage_trainer.services.content.catalog_loader import load_catalog
from massage_trainer.services.scenes import SceneStore
from tests.content.placed import GROUNDS, TREE, body, clients

# All maps, places and the index together.
MOST_BYTES = 8_000_000
# A step in fractions of the picture that is worth looking at: a few pixels of a still.
SHORTEST = 0.003
CATALOG = load_catalog(TREE.catalog, "assets/catalog").catalog
SITES = {site.key: point for point in CATALOG.points.values() for site in point.sites}
# Both sides of the body lie within so much of being each other's mirror image.
MIRROR_M = 0.001


def test_there_are_places():
    assert len(GROUNDS) >= 20


@pytest.mark.parametrize("name", GROUNDS)
def test_a_visible_point_is_found_again_through_the_map(name):
    ground = GROUNDS[name]
    positions, known = ground.position_map(), body(ground.client)
    off = MIRROR_M if ground.mirrored else 0.0002
    for key, sides in ground.places().points.items():
        for side, spot in sides.items():
            if spot.sight is not Sight.VISIBLE:
                continue
            place = known.points[key][side]
            there = positions.place_at(spot.at)
            assert there is not None, (key, side)
            assert math.dist(there, place.rest) <= 0.1 * place.cun_m + off, (key, side)


@pytest.mark.parametrize("name", GROUNDS)
def test_the_directions_lead_the_way_that_the_body_goes(name):
    """A step of 0.3 cun across in the picture is one across on the body, and so along it."""
    ground = GROUNDS[name]
    positions, known = ground.position_map(), body(ground.client)
    visible = steps = 0
    for key, sides in ground.places().points.items():
        for side, spot in sides.items():
            if spot.sight is not Sight.VISIBLE:
                continue
            visible += 1
            place = known.points[key][side]
            for way, unit in ((spot.across, place.across), (spot.along, place.along)):
                step = (0.3 * way[0], 0.3 * way[1])
                there = positions.place_at((spot.at[0] + step[0], spot.at[1] + step[1]))
                # Seen along the view, or where the skin turns away, a step shows next to nothing.
                if math.hypot(*step) < SHORTEST or there is None:
                    continue
                gone = [a - b for a, b in zip(there, place.rest, strict=True)]
                if math.hypot(*gone) < 0.6 * place.cun_m:
                    steps += 1
                    # The map is read to a twentieth of a cun.
                    ahead = sum(a * b for a, b in zip(gone, unit, strict=True))
                    assert ahead > -0.05 * place.cun_m, (key, side)
    assert steps > 0 or not visible


def test_every_point_is_shown_in_some_plate():
    seen = set()
    for ground in GROUNDS.values():
        seen |= {
            key
            for key, sides in ground.places().points.items()
            if any(spot.sight is Sight.VISIBLE for spot in sides.values())
        }
    assert {key for key, point in SITES.items() if point.shown is not Shown.TEXT} <= seen


@pytest.mark.parametrize("client", clients())
def test_the_body_has_every_place_of_the_catalogue_on_its_own_side(client):
    known = body(client)
    assert set(known.points) == set(SITES)
    assert set(known.landmarks) == set(CATALOG.landmarks)
    assert set(known.zones) == set(CATALOG.zones)
    for key, sides in (known.points | known.landmarks).items():
        for side, place in sides.items():
            sign = {Side.LEFT: 1, Side.RIGHT: -1, Side.MIDLINE: 0}[side]
            assert (place.rest[0] > 0) - (place.rest[0] < 0) == sign or abs(place.rest[0]) < 5e-4, (
                key
            )


@pytest.mark.parametrize("client", clients())
def test_every_scene_can_show_the_places_of_its_client(client):
    store, known = SceneStore(TREE.stage, client), body(client)
    mesh = store.mesh(known.mesh)
    for name in store.scene_ids():
        places = [figure.places for figure in store.scene(name).figures]
        assert places == ["client.places.json", ""][: len(places)]
    for sides in known.points.values():
        for place in sides.values():
            assert max(place.spot.corners) < mesh.vertex_count
            assert sum(place.spot.shares) == pytest.approx(1.0, abs=1e-3)


def test_all_that_is_known_of_the_pictures_is_small():
    files = [path for path in TREE.plates.rglob("places/*") if path.is_file()]
    assert sum(path.stat().st_size for path in (*files, TREE.index)) <= MOST_BYTES
    assert json.loads(TREE.index.read_bytes())["version"] == INDEX_VERSION
