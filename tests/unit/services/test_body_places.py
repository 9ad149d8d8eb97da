"""The places of a figure as they lie on the disk, whole and damaged; no scene is one of them."""

import json

import pytest

from massage_trainer.domain.anatomy import Side
from massage_trainer.services.body_places import BodyPlacesError, read_body_places
from massage_trainer.services.scenes import SceneStore
from tests.stage_examples import scene, write_stage

NAME = "figure.places.json"
ROW = [0, 2, 1, 0.5, 0.3, 0.2]
PLACE = {
    "at": ROW,
    "rest": [0.1, 0.0, -0.3],
    "normal": [0, 1, 0],
    "across": [1, 0, 0],
    "along": [0, 0, -1],
    "cun_m": 0.022,
}


def content(**changes):
    whole = {
        "version": 1,
        "mesh": "figure",
        "cun_m": {"back": 0.022},
        "points": {"BL23": {"left": PLACE, "right": PLACE}},
        "landmarks": {"L2": {"midline": PLACE}},
        "lines": {"BL23": {"left": {"legs": [[ROW, ROW]], "ticks": [ROW], "via": ["L2"]}}},
        "zones": {"kidney": {"left": [ROW, ROW, ROW]}},
        "regions": {"loin": {"right": [[ROW, ROW]], "left": []}},
    }
    return json.dumps(whole | changes)


def test_places_are_read_with_their_sides(tmp_path):
    (tmp_path / NAME).write_text(content(), encoding="utf-8")
    places = read_body_places(tmp_path, NAME)
    place = places.points["BL23"][Side.RIGHT]
    assert (place.spot.corners, place.spot.shares) == ((0, 2, 1), (0.5, 0.3, 0.2))
    assert (place.rest, place.along, place.cun_m) == ((0.1, 0.0, -0.3), (0.0, 0.0, -1.0), 0.022)
    assert set(places.landmarks["L2"]) == {Side.MIDLINE}
    line = places.lines["BL23"][Side.LEFT]
    assert ([len(leg) for leg in line.legs], len(line.ticks), line.via) == ([2], 1, ("L2",))
    assert len(places.zones["kidney"][Side.LEFT]) == 3
    assert [len(run) for run in places.regions["loin"][Side.RIGHT]] == [2]


@pytest.mark.parametrize(
    ("damaged", "problem"),
    [
        ("{", "damaged"),
        ("[]", "damaged"),
        (content(version=2), "version 2 is not known"),
        ('{"version": 1}', "damaged"),
        (content(points={"BL23": {"top": PLACE}}), "top"),
        (content(points={"BL23": {"left": PLACE | {"at": [1, 2, 3]}}}), "unpack"),
        (content(points={"BL23": {"left": PLACE | {"rest": [1]}}}), "unpack"),
    ],
)
def test_damaged_places_are_named_and_explained(tmp_path, damaged, problem):
    (tmp_path / NAME).write_text(damaged, encoding="utf-8")
    with pytest.raises(BodyPlacesError, match=problem) as caught:
        read_body_places(tmp_path, NAME)
    assert str(tmp_path / NAME) in str(caught.value)


def test_missing_places_are_named(tmp_path):
    with pytest.raises(BodyPlacesError, match="No such file"):
        read_body_places(tmp_path, NAME)


def test_a_scene_names_the_places_of_its_figure(tmp_path):
    data = scene(regions=["loin"])
    data["figures"][0]["places"] = NAME
    write_stage(tmp_path, figures=data["figures"], regions=["loin"])
    (tmp_path / NAME).write_text(content(), encoding="utf-8")
    store = SceneStore(tmp_path)
    assert store.scene_ids() == ["example"]
    example = store.scene("example")
    assert example.figures[0].places == NAME
    assert example.mirrored().figures[0].places == NAME
    assert example.regions == ("loin",)
