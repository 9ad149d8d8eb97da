"""Which pictures show which place: found in the stills' own places, kept in the cache."""

from dataclasses import replace

import pytest

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.plate import ClientBody, PlateIndex
from massage_trainer.domain.quiz.question import Shot
from massage_trainer.domain.still_places import Sight
from massage_trainer.services import quiz_pictures
from massage_trainer.services.content.cache_files import CacheFolder
from massage_trainer.services.plates import read_plate_index
from massage_trainer.services.quiz_pictures import find_quiz_pictures, read_quiz_pictures
from massage_trainer.services.resources import assets_dir
from massage_trainer.services.still_places import read_places
from tests.quiz_examples import shipped_source

PLATES, STAGE = assets_dir() / "plates", assets_dir() / "stage"
INDEX = read_plate_index(PLATES)


def read(cache, index=INDEX, plates=PLATES):
    return read_quiz_pictures(plates, STAGE, index, shipped_source().catalog, CacheFolder(cache))


def test_every_picture_really_shows_its_place_on_that_side():
    pictures = shipped_source().pictures
    read_once = {}
    for shots in (pictures.shots, pictures.resting):
        for key, sides in shots.items():
            for side, each in sides.items():
                for shot in each:
                    if shot not in read_once:
                        files = INDEX.still(shot.plate_id, shot.side).files
                        places = read_places(PLATES, files.places)
                        read_once[shot] = places.mirrored() if files.mirrored else places
                    places = read_once[shot]
                    spot = (places.points.get(key) or places.landmarks[key])[side]
                    assert spot.sight is Sight.VISIBLE, (key, side, shot)
                    assert all(0 <= part <= 1 for part in spot.at), (key, side, shot)


def test_no_hand_hides_or_points_at_a_place_that_is_asked():
    for sides in shipped_source().pictures.shots.values():
        for shots in sides.values():
            assert all(shot.plate_id.startswith("points-") for shot in shots)


def test_every_point_that_may_be_asked_is_seen_but_the_one_behind_the_arm():
    source = shipped_source()
    unseen = [p.code for p in source.placed_points() if not source.pictures.of(p.sites[0].key)]
    assert unseen == ["SI9"]


def test_left_and_right_are_seen_of_clients_on_belly_back_and_side():
    plates = {
        shot.plate_id
        for sides in shipped_source().pictures.resting.values()
        for shots in sides.values()
        for shot in shots
    }
    assert {"supine-rest", "side-lying-rest", "prone-back"} <= plates
    hip = shipped_source().pictures.of("GB30")
    assert Shot("points-hip-side", Side.LEFT) in hip[Side.LEFT]
    assert Shot("points-hip-side", Side.RIGHT) in hip[Side.RIGHT]
    assert Shot("points-hip-side", Side.RIGHT) not in hip[Side.LEFT]


def test_a_spot_is_known_for_whichever_client_is_wished_for():
    """The point stills show the man to everyone, and it is his place that is marked."""
    for spot in shipped_source().pictures.spots.values():
        assert set(spot.places) == set(ClientBody)
        for shots in spot.shots.values():
            for shot in shots:
                for client in ClientBody:
                    seen = INDEX.still(shot.plate_id, shot.side, client=client).client
                    assert spot.places[client] == spot.places[seen]


def test_what_was_found_once_is_remembered(tmp_path, monkeypatch):
    found = read(tmp_path)
    monkeypatch.setattr(quiz_pictures, "find_quiz_pictures", lambda *_: pytest.fail("again"))
    assert read(tmp_path) == found


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[: len(data) // 2],
        lambda data: b"",
        lambda data: data.replace(b'"left"', b'"lefd"'),
        lambda data: data.replace(b'"spots"', b'"sp0ts"'),
    ],
)
def test_a_damaged_memory_is_made_again(tmp_path, damage):
    found = read(tmp_path)
    (path,) = tmp_path.iterdir()
    path.write_bytes(damage(path.read_bytes()))
    assert read(tmp_path) == found


def test_a_memory_of_another_shape_is_made_again(tmp_path):
    found = read(tmp_path)
    cache = CacheFolder(tmp_path)
    _, data = cache.read(quiz_pictures.CACHE_NAME)
    for broken in ([], {"stamp": data["stamp"]}, {**data, "shots": {"BL23": {"up": []}}}):
        cache.write(quiz_pictures.CACHE_NAME, broken)
        assert read(tmp_path) == found


def test_other_plates_are_looked_through_again(tmp_path):
    plates = tmp_path / "plates"
    plates.mkdir()
    for name in ("index.json", "places"):
        (plates / name).symlink_to(PLATES / name)
    cache = tmp_path / "cache"
    full = read(cache, plates=plates)
    (plates / "index.json").unlink()
    (plates / "index.json").write_bytes((PLATES / "index.json").read_bytes() + b" ")
    fewer = PlateIndex({name: p for name, p in INDEX.plates.items() if name == "points-back"})
    assert read(cache, fewer, plates) != full


def test_places_that_cannot_be_read_show_nothing(tmp_path):
    empty = find_quiz_pictures(tmp_path, tmp_path, INDEX, shipped_source().catalog)
    assert not empty.shots
    assert not empty.resting
    assert not empty.spots


def test_a_catalogue_without_the_points_has_no_spots():
    catalog = replace(shipped_source().catalog, points={})
    assert not find_quiz_pictures(PLATES, STAGE, INDEX, catalog).spots
