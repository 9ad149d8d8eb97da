"""The places of a still and its position map as they lie on the disk, whole and damaged."""

import json
import lzma
import struct

import pytest

from massage_trainer.artwork.map_file import squeezed
from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.still_places import DrawnMark, MarkKind, Run, Sight
from massage_trainer.services.still_places import (
    MAP_HEAD,
    MAP_MAGIC,
    StillPlacesError,
    read_map,
    read_places,
    read_still,
)
from tests.body_places import map_bytes, places_json, write_places

NAME = "places/example.places"


@pytest.fixture
def folder(tmp_path):
    write_places(tmp_path)
    return tmp_path


def test_places_are_read_with_their_sides(folder):
    places = read_places(folder, NAME)
    spot = places.points["BL23"][Side.LEFT]
    assert spot.sight is Sight.VISIBLE
    assert spot.at == pytest.approx((0.5, 0.4))
    assert spot.across == pytest.approx((0.02, 0.0))
    assert spot.along == pytest.approx((0.0, 0.03))
    assert places.points["BL23"][Side.RIGHT].sight is Sight.TURNED
    assert places.landmarks["L2"][Side.MIDLINE].sight is Sight.HIDDEN
    line = places.lines["BL23"][Side.LEFT]
    assert line.via == ("L2",)
    assert line.ticks == (pytest.approx((0.475, 0.4)),)
    assert [len(run.points) for run in line.legs] == [2]
    assert isinstance(places.zones["kidney"][Side.LEFT][0], Run)
    assert len(places.regions["loin"][0].points) == 5
    assert places.map_file == "places/example.map"


def test_a_still_is_read_with_its_map(folder):
    reading = read_still(folder, NAME)
    assert reading.problem == ""
    assert reading.places is not None
    assert reading.position_map.place_at((0.5, 0.5)) is not None


DAMAGED_PLACES = {
    "no JSON": ("{", "damaged"),
    "a list": ("[]", "damaged"),
    "a key less": ('{"version": 1}', "KeyError"),
    "another version": (places_json(version=2), "version 2 is not known"),
    "an unknown side": (places_json(landmarks={"L2": {"top": ["v", [1] * 6]}}), "top"),
    "an unknown sight": (places_json(landmarks={"L2": {"left": ["x", [1] * 6]}}), "'x'"),
    "too few numbers": (places_json(landmarks={"L2": {"left": ["v", [1] * 4]}}), "unpack"),
    "bottomless": ("[" * 100_000, "damaged"),
    "a place that is none": (places_json(regions={"loin": [[float("nan"), 2]]}), "far outside"),
    "a place far away": (places_json(regions={"loin": [[1, 2_000_000_000]]}), "far outside"),
    "an unknown mark": (places_json(marks={"": [{"kind": "jump", "path": [1, 2]}]}), "jump"),
    "a press of one place": (places_json(marks={"": [{"kind": "press", "path": [1, 2]}]}), "a way"),
    "a mark of no place": (places_json(marks={"": [{"kind": "hold", "path": []}]}), "a way"),
    "half a place": (places_json(regions={"loin": [[1, 2, 3]]}), "damaged"),
    "a map elsewhere": (places_json("../../secret"), "no file of the plates"),
}


@pytest.mark.parametrize("case", DAMAGED_PLACES)
def test_damaged_places_are_named_and_explained(folder, case):
    content, problem = DAMAGED_PLACES[case]
    (folder / NAME).write_bytes(squeezed(content.encode()))
    with pytest.raises(StillPlacesError, match=problem) as caught:
        read_places(folder, NAME)
    assert str(folder / NAME) in str(caught.value)
    reading = read_still(folder, NAME)
    assert (reading.places, reading.position_map) == (None, None)
    assert reading.problem == str(caught.value)


def header(**changes):
    width, height, jump, unit, wide = MAP_HEAD.unpack_from(map_bytes()[len(MAP_MAGIC) :])
    numbers = {"width": width, "height": height, "jump": jump, "unit": unit, "wide": wide}
    rest = map_bytes()[len(MAP_MAGIC) + MAP_HEAD.size :]
    return MAP_MAGIC + MAP_HEAD.pack(*(numbers | changes).values()) + rest


DAMAGED_MAPS = {
    "empty": (b"", "not a position map"),
    "another version": (b"MTP0" + map_bytes()[4:], "another version"),
    "head alone": (map_bytes()[:10], "damaged"),
    "cut off": (map_bytes()[:-20], "ends too early"),
    "flipped": (map_bytes()[:40] + b"\xff\x00" + map_bytes()[42:], "damaged"),
    "another size": (header(height=21), "ends too early"),
    "of no size": (header(width=0), "no sensible size"),
    "of enormous size": (header(width=60_000, height=60_000), "no sensible size"),
    "without a unit": (header(unit=0.0), "damaged"),
    "of a unit that is no number": (header(unit=float("nan")), "damaged"),
    "of endless differences": (header(wide=4_000_000_000), "no sensible size"),
    "a difference before the first": (
        MAP_MAGIC
        + MAP_HEAD.pack(1, 1, 1, 1.0, 1)
        + squeezed(bytes(12) + struct.pack("<2i", -1, 1)),
        "outside the map",
    ),
    "a bomb": (
        MAP_MAGIC + MAP_HEAD.pack(1, 1, 1, 1.0, 0) + squeezed(bytes(50_000_000)),
        "too long",
    ),
    "a difference of nothing": (
        MAP_MAGIC + MAP_HEAD.pack(1, 1, 1, 1.0, 1) + squeezed(bytes(12) + struct.pack("<2i", 9, 1)),
        "IndexError",
    ),
}


@pytest.mark.parametrize("case", DAMAGED_MAPS)
def test_a_damaged_map_is_named_and_explained(folder, case):
    content, problem = DAMAGED_MAPS[case]
    (folder / "places" / "example.map").write_bytes(content)
    with pytest.raises(StillPlacesError, match=problem) as caught:
        read_map(folder, "places/example.map")
    assert str(folder / "places" / "example.map") in str(caught.value)
    assert read_still(folder, NAME).problem == str(caught.value)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{}",
        squeezed(places_json().encode())[:-9],
        squeezed(places_json().encode()) + b"more",
        lzma.compress(bytes(50_000_000), preset=0),
        lzma.compress(
            places_json().encode(), filters=[{"id": lzma.FILTER_LZMA2, "dict_size": 1 << 30}]
        ),
    ],
)
def test_places_that_cannot_be_unpacked_are_named(folder, content):
    (folder / NAME).write_bytes(content)
    with pytest.raises(StillPlacesError, match=r"example\.places: damaged"):
        read_places(folder, NAME)


MARKS = {
    "bend": [
        {"kind": "press", "path": [50000, 30000, 50000, 40000]},
        {"kind": "stroke", "path": [1, 2, 3, 4, 5, 6], "both_ways": True},
    ],
    "other": [{"kind": "circle", "path": [1, 2, 3, 4], "closed": True}],
}


def test_the_marks_are_those_of_the_plate(folder):
    (folder / NAME).write_bytes(squeezed(places_json(marks=MARKS).encode()))
    press, stroke = read_places(folder, NAME, "bend").marks
    assert press == DrawnMark(
        MarkKind.PRESS, (pytest.approx((0.5, 0.3)), pytest.approx((0.5, 0.4)))
    )
    assert (stroke.kind, stroke.closed, stroke.both_ways) == (MarkKind.STROKE, False, True)
    (circle,) = read_places(folder, NAME, "other").marks
    assert circle.closed
    assert circle.mirrored().path[0] == pytest.approx((1 - 1e-5, 2e-5))
    assert read_places(folder, NAME).marks == ()


@pytest.mark.parametrize("name", ["example.places", "example.map"])
def test_a_missing_file_is_named(folder, name):
    (folder / "places" / name).unlink()
    assert f"{name}: No such file" in read_still(folder, NAME).problem


def test_a_still_may_have_places_and_no_map(folder):
    (folder / NAME).write_bytes(squeezed(places_json(map_file="").encode()))
    reading = read_still(folder, NAME)
    assert reading.places is not None
    assert (reading.position_map, reading.problem) == (None, "")


def test_the_example_is_no_larger_than_a_map_needs(folder):
    assert json.loads(lzma.decompress((folder / NAME).read_bytes()))["version"] == 1
    assert len(map_bytes()) < 400
