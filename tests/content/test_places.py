"""The committed places: every point is shown, found again through the map, and small on disk."""

import json
import math

import pytest

from massage_trainer.artwork.index import named_files, read
from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.catalog import Shown
from massage_trainer.domain.plate import INDEX_VERSION
from massage_trainer.domain.still_places import Sight
from massage_trainer.services.body_places import read_body_places
from massage_trainer.services.content.catalog_loader import load_catalog
from massage_trainer.services.scenes import SceneStore
from massage_trainer.services.still_places import read_still
from tests.content.test_artwork import TREE

# All maps, places and the index together.
MOST_BYTES = 8_000_000
# A step in fractions of the picture that is worth looking at: a few pixels of a still.
SHORTEST = 0.003
PLACED = sorted(name for name in set(named_files(read(TREE)["plates"])) if name.endswith(".places"))
CATALOG = load_catalog(TREE.catalog, "assets/catalog").catalog
SITES = {site.key: point for point in CATALOG.points.values() for site in point.sites}
BODY = read_body_places(TREE.stage, "client.places.json")


def test_there_are_places():
    assert len(PLACED) >= 20


@pytest.mark.parametrize("name", PLACED)
def test_a_visible_point_is_found_again_through_the_map(name):
    reading = read_still(TREE.plates, name)
    assert reading.problem == ""
    assert reading.places.map_file
    visible = 0
    for key, sides in reading.places.points.items():
        for side, spot in sides.items():
            if spot.sight is not Sight.VISIBLE:
                continue
            visible += 1
            place = BODY.points[key][side]
            there = reading.position_map.place_at(spot.at)
            assert there is not None, (key, side)
            assert math.dist(there, place.rest) <= 0.1 * place.cun_m + 0.0002, (key, side)
    assert visible > 0


@pytest.mark.parametrize("name", PLACED)
def test_the_directions_lead_the_way_that_the_body_goes(name):
    """A step of 0.3 cun across in the picture is one across on the body, and so along it."""
    reading = read_still(TREE.plates, name)
    steps = 0
    for key, sides in reading.places.points.items():
        for side, spot in sides.items():
            if spot.sight is not Sight.VISIBLE:
                continue
            place = BODY.points[key][side]
            for way, unit in ((spot.across, place.across), (spot.along, place.along)):
                step = (0.3 * way[0], 0.3 * way[1])
                there = reading.position_map.place_at((spot.at[0] + step[0], spot.at[1] + step[1]))
                # Seen along the view, or where the skin turns away, a step shows next to nothing.
                if math.hypot(*step) < SHORTEST or there is None:
                    continue
                gone = [a - b for a, b in zip(there, place.rest, strict=True)]
                if math.hypot(*gone) < 0.6 * place.cun_m:
                    steps += 1
                    assert sum(a * b for a, b in zip(gone, unit, strict=True)) > 0, (key, side)
    assert steps > 0


def test_every_point_is_shown_in_some_plate():
    seen = set()
    for name in PLACED:
        places = read_still(TREE.plates, name).places
        seen |= {
            key
            for key, sides in places.points.items()
            if any(spot.sight is Sight.VISIBLE for spot in sides.values())
        }
    assert {key for key, point in SITES.items() if point.shown is not Shown.TEXT} <= seen


def test_the_body_has_every_place_of_the_catalogue_on_its_own_side():
    assert set(BODY.points) == set(SITES)
    assert set(BODY.landmarks) == set(CATALOG.landmarks)
    assert set(BODY.zones) == set(CATALOG.zones)
    for key, sides in (BODY.points | BODY.landmarks).items():
        for side, place in sides.items():
            sign = {Side.LEFT: 1, Side.RIGHT: -1, Side.MIDLINE: 0}[side]
            assert (place.rest[0] > 0) - (place.rest[0] < 0) == sign or abs(place.rest[0]) < 5e-4, (
                key
            )


def test_every_scene_can_show_the_places_of_its_figure():
    store = SceneStore(TREE.stage)
    mesh = store.mesh(BODY.mesh)
    for name in store.scene_ids():
        assert [figure.places for figure in store.scene(name).figures] == ["client.places.json"]
    for sides in BODY.points.values():
        for place in sides.values():
            assert max(place.spot.corners) < mesh.vertex_count
            assert sum(place.spot.shares) == pytest.approx(1.0, abs=1e-3)


def test_all_that_is_known_of_the_pictures_is_small():
    files = [path for path in TREE.plates.glob("places/*") if path.is_file()]
    assert sum(path.stat().st_size for path in (*files, TREE.index)) <= MOST_BYTES
    assert json.loads(TREE.index.read_bytes())["version"] == INDEX_VERSION
