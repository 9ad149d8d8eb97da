import pytest

from massage_trainer.artwork.stills import StillError, orders, plate_entries
from massage_trainer.services.scenes import SceneStore
from tests.stage_examples import TEXT, scene, write_stage


def entries(folder, stills, **changes):
    write_stage(folder, stills=stills, **changes)
    return plate_entries(orders(SceneStore(folder), ["example"]))


def still(plate, **changes):
    base = {"camera": "wide", "frame": "rest", "side": None, "description": TEXT}
    return {"plate": plate, **base, **changes}


def test_sides_and_frames_find_their_place_in_the_index(tmp_path):
    bent = {"frame": "bent"}
    plates = entries(
        tmp_path,
        [
            still("bend.straight", side="left"),
            still("bend", side="left", **bent),
            still("bend", side="right", **bent),
            still("bend.straight", side="right"),
            still("bend.bent", side="left", **bent),
            still("bend.bent", side="right", **bent),
            still("rest"),
        ],
    )
    assert plates["rest"] == {
        "width": 2000,
        "height": 1333,
        "description": TEXT,
        "file": "rest.webp",
        "thumb": "thumbs/rest.webp",
    }
    assert plates["bend"]["file"] == "bend.right.webp"
    assert plates["bend"]["sides"]["left"] == {
        "file": "bend.left.webp",
        "thumb": "thumbs/bend.left.webp",
    }
    assert plates["bend"]["frames"]["straight"] == {
        "file": "bend.straight.right.webp",
        "sides": {
            "left": {"file": "bend.straight.left.webp"},
            "right": {"file": "bend.straight.right.webp"},
        },
    }


def test_a_frame_that_the_plate_itself_shows_is_drawn_once(tmp_path):
    stills = [still("bend", frame="bent"), still("bend.bent", frame="bent"), still("bend.rest")]
    plates = entries(tmp_path, stills)
    assert plates["bend"]["frames"]["bent"]["file"] == "bend.webp"
    assert plates["bend"]["frames"]["rest"]["file"] == "bend.rest.webp"


def test_the_side_that_the_source_shows_serves_whoever_asks_for_none(tmp_path):
    stills = [still("bend", side="right"), still("bend", side="left")]
    assert entries(tmp_path, stills, worked="left")["bend"]["file"] == "bend.left.webp"


def test_a_picture_is_drawn_once(tmp_path):
    with pytest.raises(StillError, match=r"rest is drawn twice"):
        entries(tmp_path, [still("rest"), still("rest", frame="bent")])


def test_a_frame_belongs_to_a_plate(tmp_path):
    with pytest.raises(StillError, match=r"bend\.bent has no plate bend"):
        entries(tmp_path, [still("bend.bent", frame="bent")])


def test_the_example_has_every_kind(tmp_path):
    assert len(scene()["stills"]) == len(orders_of(tmp_path))


def orders_of(folder):
    write_stage(folder)
    return orders(SceneStore(folder), ["example"])


def test_a_still_names_its_places_and_shares_them_with_whoever_shows_the_same(tmp_path):
    write_stage(tmp_path, stills=[still("bend", frame="bent"), still("bend.bent", frame="bent")])
    made = orders(SceneStore(tmp_path), ["example"])
    plates = plate_entries(made, {"places/bend.json"})
    assert plates["bend"]["places"] == "places/bend.json"
    assert plates["bend"]["frames"]["bent"]["places"] == "places/bend.json"
    assert "places" not in plate_entries(made, {"places/other.json"})["bend"]
