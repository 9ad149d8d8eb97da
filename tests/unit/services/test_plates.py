import json
import threading

import pytest
from PySide6.QtGui import QColor, QImage

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.plate import (
    ClientBody,
    Files,
    Meaning,
    MissingPicture,
    PictureFault,
    View,
)
from massage_trainer.services.plates import (
    PlateFiles,
    PlateIndexError,
    decode_picture,
    read_plate_index,
)
from tests.body_places import write_places

TEXT = {"vi": "Một. Hai.", "en": "One. Two."}
OPPOSITE = {Side.LEFT: Side.RIGHT, Side.RIGHT: Side.LEFT}
NAMES = ("first", "second", "third", "fourth")


def write_picture(path, colour="#c08060", width=300, height=200):
    path.parent.mkdir(parents=True, exist_ok=True)
    picture = QImage(width, height, QImage.Format.Format_RGB32)
    picture.fill(QColor(colour))
    assert picture.save(str(path), "webp", 90)


def files(name, **more):
    return {"file": f"{name}.webp", "thumb": f"thumbs/{name}.webp", **more}


def moment(name, *views, **clients):
    return {"name": name, "meaning": "press", "views": {"man": list(views), **clients}}


def entry(*moments, main="rest", **more):
    return {
        "width": 300,
        "height": 200,
        "description": TEXT,
        "moments": list(moments),
        "main": main,
        **more,
    }


def simple(name, **more):
    return entry(moment("rest", {"view": "close", **files(name, **more)}))


def write_index(folder, **content):
    everything = {"version": 3, "plates": {name: simple(name) for name in NAMES}, **content}
    (folder / "index.json").write_text(json.dumps(everything), encoding="utf-8")


@pytest.fixture
def folder(tmp_path):
    for name in NAMES:
        write_picture(tmp_path / f"{name}.webp")
        write_picture(tmp_path / "thumbs" / f"{name}.webp", width=48, height=32)
    write_index(tmp_path)
    return tmp_path


@pytest.fixture
def source(folder):
    made = PlateFiles(folder, read_plate_index(folder))
    yield made
    made.close()


def stills(source, *names):
    return [source.index.still(name) for name in names]


def test_the_index_reads_moments_views_clients_and_sides(tmp_path):
    mirrored = {"file": "bend.webp", "mirrored": True}
    close = {"view": "close", **files("bend"), "sides": {"left": mirrored}}
    wide = {"view": "wide", "file": "bend.wide.webp"}
    woman = [{"view": "close", "file": "woman/bend.webp"}]
    left = {"vi": "Trái. Hai.", "en": "Left. Two."}
    bend = entry(
        moment("bent", close, wide, woman=woman),
        {"name": "straight", "meaning": "out", "views": {"man": [wide]}},
        main="bent",
        loop=True,
        described={"left": left},
    )
    write_index(tmp_path, plates={"bend": bend})
    index = read_plate_index(tmp_path)
    plate = index.plates["bend"]
    assert [(m.name, m.meaning) for m in plate.moments] == [
        ("bent", Meaning.PRESS),
        ("straight", Meaning.OUT),
    ]
    assert (plate.main, plate.loop) == ("bent", True)
    assert index.still("bend").files == Files("bend.webp", "thumbs/bend.webp")
    still = index.still("bend", Side.LEFT)
    assert still.files == Files("bend.webp", mirrored=True)
    assert still.description.vi == "Trái. Hai."
    assert index.still("bend", view=View.WIDE).files.file == "bend.wide.webp"
    assert index.still("bend", client=ClientBody.WOMAN).files.file == "woman/bend.webp"


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("{", "damaged"),
        ("[]", "damaged"),
        ('{"plates": {}}', "damaged"),
        ('{"version": "new", "plates": {}}', "damaged"),
        ('{"version": 3}', "damaged"),
        ('{"version": Infinity, "plates": {}}', "damaged"),
        ("[" * 100_000, "nested too deeply"),
        ('{"version": 3, "plates": {"a": {"file": "a.webp"}}}', "damaged"),
        (json.dumps({"version": 3, "plates": {"a": entry()}}), "damaged"),
        (json.dumps({"version": 3, "plates": {"a": entry(moment("rest"))}}), "no picture"),
        (json.dumps({"version": 3, "plates": {"a": entry(moment("x"), main="y")}}), "damaged"),
        (json.dumps({"version": 3, "plates": {"a": simple("../a")}}), "no file of the plates"),
        *(
            (json.dumps({"version": 3, "plates": {"a": simple(name)}}), "no file of the plates")
            for name in ("/a", "b/../../a", "..\\a", "C:a")
        ),
        (
            json.dumps({"version": 3, "plates": {"a": simple("a", places="../a.json")}}),
            "no file of the plates",
        ),
    ],
)
def test_a_damaged_index_is_one_clear_sentence(tmp_path, content, problem):
    (tmp_path / "index.json").write_text(content, encoding="utf-8")
    with pytest.raises(PlateIndexError, match=problem):
        read_plate_index(tmp_path)


def test_a_missing_index_is_named(tmp_path):
    with pytest.raises(PlateIndexError, match=r"index\.json: No such file"):
        read_plate_index(tmp_path)


@pytest.mark.parametrize("prepared", [True, False])
@pytest.mark.parametrize(
    ("wished", "given"),
    [
        ((150, 150), (150, 100)),
        ((400, 100), (150, 100)),
        ((900, 900), (300, 200)),
    ],
)
def test_a_picture_comes_as_large_as_it_fits_and_never_larger(source, prepared, wished, given):
    (still,) = stills(source, "first")
    if prepared:
        source.prepare([still], *wished)
    picture = source.picture(still, *wished)
    assert (picture.width(), picture.height()) == given
    assert picture.format() == QImage.Format.Format_RGB32
    assert abs(picture.pixelColor(0, 0).red() - 0xC0) < 6


def test_a_missing_picture_has_a_name_and_a_reason(folder, source):
    (folder / "first.webp").unlink()
    (still,) = stills(source, "first")
    assert source.picture(still, 90, 60) == MissingPicture("first.webp", PictureFault.MISSING)


def test_a_picture_with_too_few_bytes_is_damaged(folder, source):
    content = (folder / "first.webp").read_bytes()
    for damaged in (b"", b"RIFF", content[: len(content) // 2], b"\x00" * 4000, b"<svg/>"):
        (folder / "first.webp").write_bytes(damaged)
        picture = source.picture(*stills(source, "first"), 90, 60)
        assert picture.fault is PictureFault.DAMAGED
        assert (picture.name, bool(picture.detail)) == ("first.webp", True)


@pytest.mark.qt_log_ignore("exceeds the current allocation limit")
def test_a_picture_of_enormous_size_is_refused(folder, source):
    write_picture(folder / "first.webp", width=6000, height=6000)
    picture = source.picture(*stills(source, "first"), 90, 60)
    assert picture.fault is PictureFault.DAMAGED


class Decoder:
    """Notes what is decoded in which thread, and can hold the worker."""

    def __init__(self):
        self.done = []
        self.go = threading.Event()
        self.go.set()
        self.begun = threading.Event()

    def __call__(self, folder, name, width, height):
        if threading.current_thread() is not threading.main_thread():
            self.begun.set()
            assert self.go.wait(10)
        self.done.append((name, threading.current_thread().name.partition("_")[0]))
        return decode_picture(folder, name, width, height)


@pytest.fixture
def decoder():
    return Decoder()


@pytest.fixture
def watched(folder, decoder):
    made = PlateFiles(folder, read_plate_index(folder), decoder)
    yield made
    decoder.go.set()
    made.close()


def test_what_was_prepared_is_decoded_once(watched, decoder):
    first, second = stills(watched, "first", "second")
    watched.prepare([first, second], 90, 60)
    assert watched.picture(second, 90, 60) is watched.picture(second, 90, 60)
    watched.prepare([second, first], 90, 60)
    watched.picture(first, 90, 60)
    assert sorted(name for name, _ in decoder.done) == ["first.webp", "second.webp"]


def test_whoever_waits_does_not_wait_in_line(watched, decoder):
    decoder.go.clear()
    first, second = stills(watched, "first", "second")
    watched.prepare([first, second], 90, 60)
    assert decoder.begun.wait(10)
    assert watched.picture(second, 90, 60).width() == 90
    assert watched.picture(second, 90, 60).width() == 90
    assert decoder.done == [("second.webp", "MainThread")]


def test_another_size_is_another_picture(watched, decoder):
    (still,) = stills(watched, "first")
    watched.prepare([still], 90, 60)
    assert watched.picture(still, 30, 20).width() == 30
    assert watched.picture(still, 90, 60).width() == 90


def test_only_what_was_last_asked_for_is_kept(watched, decoder):
    for trio in (("first", "second", "third"), ("second", "third", "fourth")):
        watched.prepare(stills(watched, *trio), 90, 60)
        for still in stills(watched, *trio):
            watched.picture(still, 90, 60)
    assert len(decoder.done) == 4
    watched.picture(*stills(watched, "first"), 90, 60)
    assert decoder.done[-1] == ("first.webp", "MainThread")


def test_closing_ends_the_worker_and_may_come_twice(folder):
    before = set(threading.enumerate())
    made = PlateFiles(folder, read_plate_index(folder))
    made.prepare(stills(made, *NAMES), 90, 60)
    assert set(threading.enumerate()) - before
    made.close()
    made.close()
    made.prepare(stills(made, *NAMES), 90, 60)  # a wish that was still on its way
    assert not set(threading.enumerate()) - before


PLACED = "places/example.places"


def placed_entry(name):
    left = files(name, places=PLACED, mirrored=True)
    view = {"view": "close", **files(name, places=PLACED), "sides": {"left": left}}
    return entry(moment("rest", view), moment("bent", {"view": "close", **files(name)}))


@pytest.fixture
def placed(folder):
    write_places(folder)
    bare = entry(moment("rest", {"view": "close", **files("second")}))
    write_index(folder, plates={"first": placed_entry("first"), "second": bare})
    made = PlateFiles(folder, read_plate_index(folder))
    yield made
    made.close()


@pytest.mark.parametrize("prepared", [True, False])
def test_a_still_comes_with_the_places_of_the_body(placed, prepared):
    first, second = stills(placed, "first", "second")
    if prepared:
        placed.prepare([first, second], 90, 60)
    assert "BL23" in placed.places(first).points
    assert placed.position_map(first).place_at((0.5, 0.5)) is not None
    assert placed.position_map(first) is placed.position_map(first)
    assert (placed.places(second), placed.position_map(second)) == (None, None)
    assert placed.places_problem(first) == placed.places_problem(second) == ""
    assert placed.index.still("first", frame="bent").files.places == ""


def test_damaged_places_leave_the_picture_and_are_told(folder, placed):
    (folder / PLACED).write_bytes(b"{")
    (first,) = stills(placed, "first")
    assert placed.picture(first, 90, 60).width() == 90
    assert (placed.places(first), placed.position_map(first)) == (None, None)
    assert PLACED in placed.places_problem(first)


def test_a_damaged_map_takes_the_places_with_it_and_is_told(folder, placed):
    """The map is read when a touch asks for it; then points that cannot be asked go."""
    (folder / PLACED).with_suffix(".map").write_bytes(b"MTP2")
    (first,) = stills(placed, "first")
    assert placed.places(first) is not None
    assert placed.position_map(first) is None
    assert placed.places(first) is None
    assert ".map" in placed.places_problem(first)


def test_an_index_of_another_version_has_pictures_without_points(folder):
    write_places(folder)
    write_index(folder, version=7, plates={"first": placed_entry("first")})
    made = PlateFiles(folder, read_plate_index(folder))
    for side in (None, Side.LEFT):
        for name in ("", "bent"):
            still = made.index.still("first", side, name)
            assert made.picture(still, 90, 60).width() == 90
            assert made.places(still) is None
            assert "index.json: version 7 instead of 3" in made.places_problem(still)
    made.close()


@pytest.mark.parametrize("prepared", [True, False])
def test_the_other_side_is_the_mirror_image(folder, placed, prepared):
    picture = QImage(300, 200, QImage.Format.Format_RGB32)
    picture.fill(QColor("black"))
    for y in range(200):
        for x in range(100):
            picture.setPixelColor(x, y, QColor("white"))
    picture.save(str(folder / "first.webp"), "webp", 90)
    right, left = placed.index.still("first"), placed.index.still("first", Side.LEFT)
    if prepared:
        placed.prepare([right, left], 90, 60)
    lightness = [
        [placed.picture(still, 90, 60).pixelColor(x, 30).lightness() > 128 for x in (10, 80)]
        for still in (right, left)
    ]
    assert lightness == [[True, False], [False, True]]


def test_the_places_of_the_other_side_are_mirrored_and_the_sides_exchanged(placed):
    right, left = placed.index.still("first"), placed.index.still("first", Side.LEFT)
    own, other = placed.places(right), placed.places(left)
    for code, sides in own.points.items():
        for side, spot in sides.items():
            twin = other.points[code][OPPOSITE.get(side, side)]
            assert twin.at == pytest.approx((1 - spot.at[0], spot.at[1]))
            assert twin.sight is spot.sight
    maps = placed.position_map(right), placed.position_map(left)
    for x in (0.31, 0.5, 0.62):
        here, there = maps[0].place_at((x, 0.5)), maps[1].place_at((1 - x, 0.5))
        assert there == pytest.approx((-here[0], here[1], here[2]))
