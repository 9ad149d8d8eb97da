import json

import pytest

from massage_trainer.artwork.stills import StillError, orders, plate_entries
from massage_trainer.domain.plate import ClientBody
from massage_trainer.services.scenes import SceneStore
from tests.stage_examples import TEXT, plate, scene, write_stage

CAMERA = {"eye": [-0.4, -2.4, 2.2], "at": [0, 0, 0.5], "fov": 30}
CAMERAS = {"wide": CAMERA, "close": {**CAMERA, "fov": 20}}
WHOLE = {"descriptions": {"": TEXT}}
LEFT_TEXT = {"vi": "Bên trái. Hai.", "en": "On the left. Two."}


def write_scene(folder, name, **changes):
    content = scene(id=name, cameras=CAMERAS, **changes)
    (folder / f"{name}.json").write_text(json.dumps(content), encoding="utf-8")


def made(folder, client=ClientBody.MAN):
    return orders(SceneStore(folder, client))


def entries(folder, placed=()):
    return plate_entries([made(folder)], placed)


@pytest.fixture
def folder(tmp_path):
    write_stage(tmp_path)
    (tmp_path / "example.json").unlink()
    return tmp_path


def test_the_main_moment_is_drawn_in_every_view_and_the_others_in_the_first(folder):
    bend = plate("bend", "rest", "bent", views=["close", "wide"], **WHOLE)
    write_scene(folder, "bends", plates=[bend], mirror=False)
    stems = [order.stem for order in made(folder)[0]]
    assert stems == ["bends.rest.close", "bends.bent.close", "bends.bent.wide"]
    entry = entries(folder)["bend"]
    assert (entry["main"], entry["description"]) == ("bent", TEXT)
    rest, bent = entry["moments"]
    thumb = "thumbs/bend.webp"
    assert rest == {
        "name": "rest",
        "meaning": "in",
        "views": {"man": [{"view": "close", "file": "bends.rest.close.webp", "thumb": thumb}]},
    }
    assert [view["view"] for view in bent["views"]["man"]] == ["close", "wide"]


def test_the_other_side_is_not_drawn(folder):
    words = {"left": LEFT_TEXT, "right": TEXT}
    bend = plate("bend", descriptions=words, views=["close"])
    write_scene(folder, "bends", plates=[bend], worked="left")
    assert len(made(folder)[0]) == 2
    entry = entries(folder, {"places/bends.rest.close.places"})["bend"]
    assert entry["description"] == LEFT_TEXT
    assert entry["described"] == words
    (rest,) = entry["moments"][0]["views"]["man"]
    own = {"file": "bends.rest.close.webp", "thumb": "thumbs/bend.webp"}
    own["places"] = "places/bends.rest.close.places"
    assert rest == {
        "view": "close",
        **own,
        "sides": {"left": own, "right": own | {"mirrored": True}},
    }


def test_a_scene_of_both_sides_serves_whoever_asks_for_none(folder):
    write_scene(folder, "one", plates=[plate("press")], worked="left")
    write_scene(folder, "two", plates=[plate("press", **WHOLE)], mirror=False)
    moment = entries(folder)["press"]["moments"][1]
    (view,) = moment["views"]["man"]
    assert (view["file"], view["thumb"]) == ("two.bent.wide.webp", "thumbs/press.webp")
    left, right = view["sides"]["left"], view["sides"]["right"]
    assert left == {"file": "one.bent.wide.webp", "thumb": "thumbs/press.left.webp"}
    assert right == left | {"mirrored": True}
    assert {name for order in made(folder)[0] for name in order.thumbs} == {
        "thumbs/press.webp",
        "thumbs/press.left.webp",
    }


def test_two_plates_share_the_pictures_of_a_scene(folder):
    inward = plate("inward", "rest", "bent", main="rest", **WHOLE)
    outward = plate("outward", "bent", "rest", main="bent", loop=True, **WHOLE)
    write_scene(folder, "circle", plates=[inward, outward], mirror=False)
    found, _ = made(folder)
    assert [order.stem for order in found] == ["circle.rest.wide", "circle.bent.wide"]
    assert [len(order.plates) for order in found] == [2, 2]
    entry = entries(folder)["outward"]
    assert entry["loop"] is True
    assert [moment["name"] for moment in entry["moments"]] == ["bent", "rest"]


def test_where_the_client_lies_the_same_places_and_map_are_shared(folder):
    root = scene()["figures"][0]["frames"]["rest"]
    still = {"mesh": "figure", "parts": ["body"], "frames": {"rest": root, "bent": root}}
    acts = scene()["figures"][0] | {"places": ""}
    press = plate("press", views=["close", "wide"], **WHOLE)
    write_scene(folder, "press", figures=[still, acts], plates=[press], mirror=False)
    grounds = {order.stem: order.ground for order in made(folder)[0]}
    assert grounds == {
        "press.rest.close": "press.rest.close",
        "press.bent.close": "press.rest.close",
        "press.bent.wide": "press.bent.wide",
    }
    assert {order.places for order in made(folder)[0]} == {
        "places/press.rest.close.places",
        "places/press.bent.wide.places",
    }
    write_scene(folder, "press", figures=[acts, still], plates=[press], mirror=False)
    assert len({order.ground for order in made(folder)[0]}) == 3


def test_the_woman_has_her_own_pictures_beside_the_mans(folder):
    (folder / "woman").mkdir()
    for home in (folder, folder / "woman"):
        write_scene(home, "bends", plates=[plate("bend", **WHOLE)], mirror=False)
    both = [made(folder), made(folder, ClientBody.WOMAN)]
    placed = {"woman/places/bends.rest.wide.places"}
    views = plate_entries(both, placed)["bend"]["moments"][0]["views"]
    assert list(views) == ["man", "woman"]
    assert views["man"][0]["file"] == "bends.rest.wide.webp"
    assert views["woman"] == [
        {
            "view": "wide",
            "file": "woman/bends.rest.wide.webp",
            "thumb": "woman/thumbs/bend.webp",
            "places": "woman/places/bends.rest.wide.places",
        }
    ]


def test_a_plate_of_one_client_alone_is_the_mans(folder):
    (folder / "woman").mkdir()
    write_scene(folder / "woman", "bends", plates=[plate("bend", **WHOLE)], mirror=False)
    with pytest.raises(StillError, match="bend: is drawn with the woman alone"):
        plate_entries([made(folder), made(folder, ClientBody.WOMAN)])


def test_both_clients_go_through_the_same_moments(folder):
    (folder / "woman").mkdir()
    write_scene(folder, "bends", plates=[plate("bend", **WHOLE)], mirror=False)
    write_scene(folder / "woman", "bends", plates=[plate("bend", "rest", **WHOLE)], mirror=False)
    with pytest.raises(StillError, match="other moments with each client"):
        plate_entries([made(folder), made(folder, ClientBody.WOMAN)])


@pytest.mark.parametrize("mirror", [True, False])
def test_a_plate_is_drawn_once(folder, mirror):
    words = {} if mirror else WHOLE
    for name in ("one", "two"):
        write_scene(folder, name, plates=[plate("press", **words)], mirror=mirror)
    with pytest.raises(StillError, match="press is drawn twice: by one and two"):
        made(folder)


@pytest.mark.parametrize(
    "other",
    [
        plate("press", "bent", **WHOLE),
        plate("press", main="rest", **WHOLE),
        plate("press", views=["close"], **WHOLE),
    ],
)
def test_two_scenes_of_a_plate_must_go_together(folder, other):
    write_scene(folder, "one", plates=[plate("press")])
    write_scene(folder, "two", plates=[other], mirror=False)
    with pytest.raises(StillError, match="moments or views differ between two and one"):
        made(folder)
