"""Both clients: decently dressed, unlike the practitioner, lying well, with every point."""

import numpy as np
import pytest

from massage_trainer.artwork import body as body_model
from massage_trainer.artwork import figure, fitting, places, practitioner, ratios, wardrobe
from massage_trainer.artwork import woman as woman_look
from massage_trainer.artwork.client import Client
from massage_trainer.artwork.joints import Rig
from massage_trainer.artwork.pose import frames
from massage_trainer.artwork.positions import POSITIONS, cradle_place, moved
from massage_trainer.artwork.rest_check import EVERYWHERE, RESTING, TOLERANCE, face_contact
from massage_trainer.artwork.support import zones
from massage_trainer.domain.plate import ClientBody
from tests.artwork.resolved_bodies import CATALOG_FOLDER, at, loaded

WOMAN = figure.CLIENTS[ClientBody.WOMAN]
# What of the chest is always covered, on the pattern.
CHEST = ((-0.115, -0.20, 0.315), (0.115, -0.075, 0.440))


@pytest.fixture(scope="module")
def woman():
    body = body_model.load(WOMAN.phenotype)
    return Client(body, Rig(body), zones(body))


@pytest.fixture(scope="module")
def dressed(woman):
    return figure.client_pieces(woman.body, WOMAN)


@pytest.fixture(scope="module")
def skin(woman):
    return wardrobe.skin_parts(woman.body, WOMAN.in_top)


def ranges(pieces):
    return {name: (piece, faces) for piece in pieces for name, faces in piece.ranges()}


def lightness(colour):
    """L* of a colour."""
    linear = [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in colour]
    y = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return 116 * y ** (1 / 3) - 16


@pytest.mark.parametrize("name", POSITIONS)
def test_she_rests_in_every_position(woman, name):
    position = POSITIONS[name](woman)
    for part in dict.fromkeys((*RESTING[name], *EVERYWHERE)):
        room = float(position.support.clearance(woman.zone(position.pose, part)).min())
        assert room >= -TOLERANCE, part
        if part in RESTING[name]:
            assert room <= TOLERANCE, part
    if name == "prone":
        ring = cradle_place(woman, position.pose)
        assert abs(face_contact(woman, position.pose, ring)) <= TOLERANCE


def test_the_catalogue_holds_on_her(woman):
    resolved = places.resolved_all(woman.body, loaded())
    assert places.broken_checks(resolved, loaded()) == []
    model = ratios.read(CATALOG_FOLDER / "body_ratios.yaml")
    assert list(ratios.broken(model, lambda key: at(resolved, key).point)) == []
    sites = {site.key for point in loaded().catalog.points.values() for site in point.sites}
    assert sites <= set(resolved.places)


def test_she_is_as_tall_as_people_are(woman):
    heights = woman.body.points[np.unique(woman.body.groups["body"]), 2]
    assert 1.58 < np.ptp(heights) < 1.66


@pytest.mark.parametrize("client", ClientBody)
def test_skins_of_client_and_practitioner_differ_in_lightness(client):
    of_client = lightness(figure.rgb(figure.CLIENTS[client].skin))
    assert of_client - lightness(figure.rgb(practitioner.SKIN_COLOUR)) > 15


@pytest.mark.parametrize("clothes", WOMAN.shown, ids=lambda clothes: "+".join(clothes) or "bare")
def test_her_chest_is_covered(skin, clothes):
    mesh, parts = skin
    for name in set(figure.parts_worn(clothes, WOMAN)) & set(parts):
        middle = mesh.cut_at[parts[name]].mean(axis=1)
        inside = ((middle > CHEST[0]) & (middle < CHEST[1])).all(axis=1)
        assert not inside.any(), name


@pytest.mark.parametrize("clothes", WOMAN.shown, ids=lambda clothes: "+".join(clothes) or "bare")
def test_what_she_wears_exists(dressed, clothes):
    assert set(figure.parts_worn(clothes, WOMAN)) <= set(ranges(dressed))


def test_her_top_reaches_round_the_chest(skin):
    places = skin[0].cut_at
    low, high = CHEST
    chest = ((places > low) & (places < high)).all(axis=1)
    assert chest.any()
    assert (woman_look.in_top(places[chest]) > 0.015).all()


def test_her_back_is_free_where_the_shirt_is_off(dressed):
    piece, faces = ranges(dressed)["top"]
    points = piece.points[np.unique(faces)]
    back = (points[:, 1] > 0.0) & (points[:, 2] < 0.50)
    assert not back.any()


def test_her_hair_leaves_the_nape_free(woman, dressed):
    piece, faces = ranges(dressed)["hair"]
    assert piece.points[np.unique(faces), 2].min() > woman.body.head("neck01")[2] + 0.05


@pytest.mark.parametrize(
    "name", ["shorts", "shorts-low", "shorts-tucked", "shirt-up", "shirt-down"]
)
def test_both_clients_have_the_parts_that_scenes_name(dressed, name):
    assert name in ranges(dressed)


def test_the_shirt_overlaps_the_shorts_all_round(dressed):
    every = ranges(dressed)
    shirt, of_shirt = every["shirt-down"]
    shorts, of_shorts = every["shorts-tucked"]
    hem, band = shirt.points[np.unique(of_shirt)], shorts.points[np.unique(of_shorts)]
    for turn in np.arange(-np.pi, np.pi, np.pi / 8):

        def towards(points, turn=turn):
            angle = np.arctan2(points[:, 1], points[:, 0])
            return points[np.abs(angle - turn - np.pi / 16) < np.pi / 16, 2]

        trunk = np.abs(hem[:, 0]) < 0.2
        assert towards(hem[trunk]).min() < towards(band).max() - 0.006


def test_the_pattern_is_the_man(client):
    assert np.array_equal(fitting.pattern().points, client.body.points)
    assert fitting.size(client.body) == 1.0


def test_bent_knees_come_as_near_to_each_other_as_is_asked_wherever_they_go(woman):
    joints = [woman.body.bone(f"lowerleg01.{side}") for side in "LR"]

    def apart(knees_cm, **leg):
        wish = {"flex": 94.0, "knee": 130.0} | leg
        numbers = {f"legs.{side}.{k}": v for side in ("left", "right") for k, v in wish.items()}
        numbers["knees_apart_cm"] = knees_cm
        pose = moved(woman, POSITIONS["supine"](woman), numbers)
        return float(np.linalg.norm(np.subtract(*frames(woman.body, pose)[1][joints])))

    assert apart(4.0) - apart(1.0) == pytest.approx(0.03, abs=5e-4)
    assert apart(1.0, sway=18.0) == pytest.approx(apart(1.0), abs=5e-3)
    assert apart(1.0, flex=106.0) == pytest.approx(apart(1.0), abs=5e-3)
